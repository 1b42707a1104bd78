// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/webhookoptions.h"

#include "models/store/destinationkinds.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace earshot {
namespace {

/** As real ones are: cannot be part of a host. */
constexpr QLatin1StringView c_sampleKey("earshot:k");

std::unexpected<Error> badArgument(const QString &detail)
{
    return failure(ErrorCode::BadArgument, detail);
}

QJsonValue option(const Destination &destination, QLatin1StringView name)
{
    const DestinationKind *const kind = destinationKind(u"webhook");
    return optionOf(*kind, destination.options, QString(name));
}

Result<WebhookOptions::StatusRange> rangeIn(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(R"(^\s*([2-4]\d\d)(?:\s*-\s*([2-4]\d\d))?\s*$)"));
    const QRegularExpressionMatch match = form.match(text);
    WebhookOptions::StatusRange range{match.captured(1).toInt(), match.captured(1).toInt()};
    if (match.hasMatch() && match.hasCaptured(2))
        range.last = match.captured(2).toInt();
    if (!match.hasMatch() || range.last < range.first)
        return badArgument(QStringLiteral("\"%1\" is no status from 200 to 499 and no range of them. Try 200-299,304")
                               .arg(text.trimmed()));
    return range;
}

Result<QList<WebhookOptions::StatusRange>> successOf(const Destination &destination)
{
    QList<WebhookOptions::StatusRange> ranges;
    for (const QString &part : option(destination, QLatin1StringView("success")).toString().split(QLatin1Char(','))) {
        const auto range = rangeIn(part);
        if (!range)
            return std::unexpected(range.error());
        ranges.append(*range);
    }
    return ranges;
}

/** RFC 9110 section 5.6.2. */
bool isFieldName(const QString &text)
{
    static const QRegularExpression token(QStringLiteral("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$"));
    return token.match(text).hasMatch();
}

/** What may stand on a field's line: no controls, nothing at either end that a receiver would take away. */
bool isFieldValue(const QString &text)
{
    return text == text.trimmed()
           && std::ranges::all_of(text, [](QChar c) { return c.unicode() >= ' ' && c.unicode() < 0x7f; });
}

bool isSetByUs(const QString &name)
{
    constexpr std::array ours{
        "accept-encoding", "connection",        "content-encoding", "content-length",      "expect",           "host",
        "http2-settings",  "idempotency-key",   "keep-alive",       "proxy-authorization", "proxy-connection", "te",
        "trailer",         "transfer-encoding", "upgrade"};
    const QByteArray lower = name.toLower().toLatin1();
    return lower.startsWith("x-earshot-")
           || std::ranges::any_of(ours, [&lower](const char *known) { return lower == known; });
}

bool carriesASecret(const QString &name)
{
    constexpr std::array known{"authorization", "cookie",       "x-api-key",     "api-key",
                               "apikey",        "x-auth-token", "x-access-token"};
    const QByteArray lower = name.toLower().toLatin1();
    return std::ranges::any_of(known, [&lower](const char *field) { return lower == field; });
}

Result<void> checkField(const QString &name, const QJsonValue &value)
{
    if (!isFieldName(name))
        return badArgument(QStringLiteral("\"%1\" is no name of a header field").arg(name));
    if (isSetByUs(name))
        return badArgument(QStringLiteral("the header field %1 is set by Earshot itself. Leave it out").arg(name));
    if (!value.isString() || !isFieldValue(value.toString()))
        return badArgument(QStringLiteral("the header field %1 needs text of printable ASCII on one line").arg(name));
    if (carriesASecret(name) && !value.toString().contains(QLatin1StringView(c_tokenPlace)))
        return badArgument(
            QStringLiteral("the header field %1 holds a secret, which the store would keep. Write {token} "
                           "in its place, and give the secret as the token")
                .arg(name));
    return {};
}

Result<void> readHeaders(const Destination &destination, WebhookOptions &options)
{
    const QJsonValue headers = option(destination, QLatin1StringView("headers"));
    if (!headers.isObject() && !headers.isNull())
        return badArgument(QStringLiteral("the header fields must be a JSON object of names and values"));
    const QJsonObject fields = headers.toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (const auto checked = checkField(field.key(), field.value()); !checked)
            return checked;
        options.headers.append({field.key().toLatin1(), field.value().toString().toLatin1()});
    }
    return {};
}

/** Nothing where the option is not set. */
Result<std::optional<JsonPointer>> pointerIn(const Destination &destination, QLatin1StringView name)
{
    const QString text = option(destination, name).toString();
    if (text.isEmpty())
        return std::optional<JsonPointer>();
    auto pointer = JsonPointer::read(text);
    return pointer ? Result<std::optional<JsonPointer>>(std::move(*pointer)) : std::unexpected(pointer.error());
}

Result<void> readPointers(const Destination &destination, WebhookOptions &options)
{
    auto id = pointerIn(destination, QLatin1StringView("id_pointer"));
    auto match = pointerIn(destination, QLatin1StringView("match_pointer"));
    auto lookUp = pointerIn(destination, QLatin1StringView("lookup_pointer"));
    for (const auto *read : {&id, &match, &lookUp}) {
        if (!*read)
            return std::unexpected(read->error());
    }
    options.id = std::move(*id);
    options.match = std::move(*match);
    options.lookUp = std::move(*lookUp);
    options.matchValue = plainText(option(destination, QLatin1StringView("match_value")));
    if (options.match.has_value() == options.matchValue.isEmpty())
        return badArgument(QStringLiteral("what must match needs both, a place in the answer and a value"));
    return {};
}

QUrl originOf(const QString &address)
{
    const QUrl url(addressWithKey(address, QString(c_sampleKey)), QUrl::StrictMode);
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host());
    origin.setPort(url.port(url.scheme() == QLatin1StringView("https") ? 443 : 80));
    return origin;
}

Result<void> readLookUp(const Destination &destination, WebhookOptions &options)
{
    options.lookUpUrl = option(destination, QLatin1StringView("lookup_url")).toString();
    if (options.lookUpUrl.isEmpty()) {
        if (options.lookUp)
            return badArgument(QStringLiteral("a place in the look-up's answer needs an address to look up at"));
        return {};
    }
    const QUrl url(addressWithKey(options.lookUpUrl, QString(c_sampleKey)), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasFragment())
        return badArgument(QStringLiteral("the look-up needs a whole address without a password and without #. Try "
                                          "https://crm.example/records?key={key}"));
    if (originOf(options.lookUpUrl) != originOf(destination.url))
        return badArgument(QStringLiteral(
            "the look-up's address must begin like the destination's, with the same scheme, host and port"));
    if (!options.lookUpUrl.contains(c_keyPlace))
        return badArgument(QStringLiteral("the look-up's address needs {key} where the record's key belongs"));
    return {};
}

} // namespace

bool WebhookOptions::isSuccess(int status) const
{
    if (status == 202 && !accepts202)
        return false;
    return std::ranges::any_of(
        success, [status](const StatusRange &range) { return status >= range.first && status <= range.last; });
}

bool WebhookOptions::usesToken() const
{
    return std::ranges::any_of(headers, [](const auto &field) { return field.second.contains(c_tokenPlace); });
}

QString addressWithKey(const QString &address, const QString &key)
{
    QString filled = address;
    return filled.replace(c_keyPlace, QString::fromLatin1(QUrl::toPercentEncoding(key)));
}

Result<WebhookOptions> webhookOptions(const Destination &destination)
{
    WebhookOptions options;
    auto success = successOf(destination);
    if (!success)
        return std::unexpected(success.error());
    options.success = std::move(*success);
    options.accepts202 = option(destination, QLatin1StringView("accept_202")).toBool();
    for (const auto read : {readHeaders, readPointers, readLookUp}) {
        if (const auto done = read(destination, options); !done)
            return std::unexpected(done.error());
    }
    return options;
}

QString plainText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double:
        if (const qint64 whole = value.toInteger(); double(whole) == value.toDouble())
            return QString::number(whole);
        return QString::number(value.toDouble(), 'g', 17);
    default:
        return {};
    }
}

} // namespace earshot
