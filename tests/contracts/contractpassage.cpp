// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/contracts/contractpassage.h"

namespace earshot {

void ContractPassage::prefer(const QByteArray &method, const QString &purpose, const QByteArray &preference)
{
    m_preferences.insert({method, purpose}, preference);
}

QCoro::Task<DestinationAnswer> ContractPassage::exchange(CrmRequest request)
{
    m_asked.append(request.purpose);
    const QByteArray preference = m_preferences.value({request.method, request.purpose});
    if (!preference.isEmpty())
        request.headers.append(std::pair<QByteArray, QByteArray>("Prefer", preference));
    QCoro::Task<DestinationAnswer> asking = m_exchanger.exchange(m_shipment.destination, m_shipment.secrets, request);
    const DestinationAnswer answer = co_await asking;
    const bool isAsPreferred = answer.status && preference == "code=" + QByteArray::number(*answer.status);
    if (!answer.isSuccess() && !isAsPreferred)
        m_refused.append(QStringLiteral("%1 (%2 %3): %4 %5")
                             .arg(request.purpose, QString::fromLatin1(request.method), request.path)
                             .arg(answer.status.value_or(0))
                             .arg(answer.text));
    co_return answer;
}

} // namespace earshot
