// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/httpexchanger.h"
#include "app/forward/passage.h"

#include <QHash>
#include <QStringList>

namespace earshot {

/** A passage to a Prism, which is told what to answer, and which notes what it refuses. */
class ContractPassage final : public Passage
{
public:
    /** @p exchanger must outlive it. */
    ContractPassage(HttpExchanger &exchanger, Shipment shipment)
        : m_exchanger(exchanger)
        , m_shipment(std::move(shipment))
    {
    }

    const Shipment &shipment() const override { return m_shipment; }

    QCoro::Task<DestinationAnswer> exchange(CrmRequest request) override;

    /** Requests of that method and purpose are answered with `code=404`, `example=none` or the like (RFC 7240). */
    void prefer(const QByteArray &method, const QString &purpose, const QByteArray &preference);

    /** What came of requests that did not fit the contract. */
    const QStringList &refused() const { return m_refused; }

    /** Purposes of all requests. */
    const QStringList &asked() const { return m_asked; }

private:
    HttpExchanger &m_exchanger;
    Shipment m_shipment;
    QHash<std::pair<QByteArray, QString>, QByteArray> m_preferences;
    QStringList m_refused;
    QStringList m_asked;
};

} // namespace earshot
