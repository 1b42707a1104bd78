// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/sourceapi.h"

#include "models/store/backfill.h"

#include <algorithm>

namespace earshot::operations {
namespace {

constexpr QLatin1StringView c_apiKey("api_key");
constexpr QLatin1StringView c_apiBase("api_base");

/** What may stand in a header field's value without a blank (RFC 9110 section 5.5). */
bool isVisibleText(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f; });
}

Result<void> keepKey(const QByteArray &key, const OperationContext &context, const Source &source)
{
    if (!isVisibleText(key))
        return failure(ErrorCode::BadArgument, QStringLiteral("an API key is ASCII without blanks"));
    const auto secrets = context.secrets.edit();
    if (!secrets)
        return std::unexpected(secrets.error());
    SourceSecrets kept = (*secrets)->source(source.key);
    kept.apiKey = key;
    (*secrets)->setSource(source.key, kept);
    return {};
}

} // namespace

Result<void> changeApi(const QJsonObject &request, const OperationContext &context, const Source &source)
{
    const QJsonValue key = request.value(c_apiKey);
    const QJsonValue base = request.value(c_apiBase);
    if (key.isUndefined() && base.isUndefined())
        return {};
    if (!backfill::isPossible(source.platform))
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("only eigi.ai lets Earshot ask for single conversations"));
    if (!key.isUndefined()) {
        if (const auto kept = keepKey(key.toString().toUtf8(), context, source); !kept)
            return kept;
    }
    return base.isUndefined() ? Result<void>() : backfill::setApiBase(context.database, source.id, base.toString());
}

} // namespace earshot::operations
