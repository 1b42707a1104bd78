// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/operation.h"

#include "app/control/deliveryoperations.h"
#include "app/control/destinationoperations.h"
#include "app/control/outboxoperations.h"
#include "app/control/settingoperations.h"
#include "app/control/sourceoperations.h"

#include <QHash>

namespace earshot {
namespace {

using Operation = Result<QJsonObject> (*)(const QJsonObject &, const OperationContext &);

const QHash<QString, Operation> &knownOperations()
{
    static const QHash<QString, Operation> operations{
        {QStringLiteral("source add"), operations::addSource},
        {QStringLiteral("source set"), operations::setSource},
        {QStringLiteral("source rotate"), operations::rotateSource},
        {QStringLiteral("source enable"), operations::enableSource},
        {QStringLiteral("source disable"), operations::disableSource},
        {QStringLiteral("source remove"), operations::removeSource},
        {QStringLiteral("source public-url"), operations::setPublicUrl},
        {QStringLiteral("setting set"), operations::setSetting},
        {QStringLiteral("delivery release"), operations::releaseDeliveries},
        {QStringLiteral("delivery discard"), operations::discardDeliveries},
        {QStringLiteral("destination add"), operations::addDestination},
        {QStringLiteral("destination set"), operations::setDestination},
        {QStringLiteral("destination remove"), operations::removeDestination},
        {QStringLiteral("destination pause"), operations::pauseDestination},
        {QStringLiteral("destination resume"), operations::resumeDestination},
        {QStringLiteral("outbox send"), operations::sendToDestination},
        {QStringLiteral("outbox retry"), operations::retryOutbox},
        {QStringLiteral("outbox discard"), operations::discardOutbox},
        {QStringLiteral("outbox resend"), operations::resendOutbox},
        {QStringLiteral("outbox choose"), operations::chooseContact},
        {QStringLiteral("outbox settle"), operations::settlePerhapsWritten},
    };
    return operations;
}

} // namespace

Result<QJsonObject> perform(const QJsonObject &request, const OperationContext &context)
{
    const QString name = request.value(QLatin1StringView("operation")).toString();
    const Operation operation = knownOperations().value(name);
    if (operation == nullptr)
        return failure(ErrorCode::BadArgument, QStringLiteral("there is no operation \"%1\"").arg(name));
    auto answer = operation(request, context);
    if (!answer)
        return answer;
    if (const auto saved = context.secrets.save(context.now); !saved)
        return std::unexpected(saved.error());
    return answer;
}

Result<void> checkRequest(const QJsonObject &request)
{
    const QString name = request.value(QLatin1StringView("operation")).toString();
    if (name == QLatin1StringView("source add"))
        return operations::checkNewSource(request);
    if (name == QLatin1StringView("source set"))
        return operations::checkSourceChange(request);
    if (name == QLatin1StringView("setting set"))
        return operations::checkSetting(request);
    if (name == QLatin1StringView("destination add"))
        return operations::checkNewDestination(request);
    if (name == QLatin1StringView("destination set"))
        return operations::checkDestinationChange(request);
    if (name == QLatin1StringView("outbox resend"))
        return operations::checkResend(request);
    return {};
}

} // namespace earshot
