// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/mapper.h"

#include "app/forward/mapping.h"

#include <QJsonDocument>

#include <qcorofuture.h>

namespace earshot {
namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/** The body where it is an envelope. */
JqRunner::Outcome checkedEnvelope(const QByteArray &body)
{
    const Result<CrmEnvelope> envelope = readEnvelope(body);
    if (!envelope)
        return std::unexpected(JqError{JqError::Kind::Failed, envelope.error().detail, 0, 0});
    return body;
}

} // namespace

QCoro::Task<Mapped> Mapper::render(Destination destination, QJsonObject record)
{
    const DestinationKind *const kind = destinationKind(destination.kind);
    const QString program = mappingOf(destination);
    JqRunner::Outcome body(compact(record));
    if (!program.isNull()) {
        const QFuture<JqRunner::Outcome> running =
            m_runner.run(program, compact(mappingInput(record)), mappingVariables(destination));
        body = co_await running;
    }
    if (body && kind && kind->hasContacts)
        co_return checkedEnvelope(*body);
    co_return body;
}

} // namespace earshot
