// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/control/addressee.h"
#include "app/forward/destinationdesk.h"
#include "models/items/storeactions.h"
#include "models/items/storereader.h"

#include <QObject>

#include <functional>
#include <memory>

namespace earshot {

/** Asks destinations what a person at the window wants to know of them. Of the GUI thread, which waits for nothing. */
class DestinationAsking final : public QObject
{
    Q_OBJECT

public:
    /** @p reader and @p clock must outlive it. */
    DestinationAsking(StoreReader &reader, const Clock &clock, QObject *parent = nullptr);

    /** The functions of StoreActions with these names say what they do. */
    QFuture<Result<DestinationAnswerText>> testDestination(const QString &name);
    QFuture<Result<DestinationAnswerText>> tryDestination(const QString &name, const NewDestination &described);
    QFuture<Result<ForwardDryRun>> dryRun(const QString &name, qint64 conversation);

private:
    struct DryRunRequest;
    using TestPromise = std::shared_ptr<QPromise<Result<DestinationAnswerText>>>;

    QFuture<Result<DestinationAnswerText>> test(std::function<Result<Addressee>(const Database &)> whom);
    QCoro::Task<> carryOutTest(Addressee addressee, TestPromise promise);
    QCoro::Task<> carryOutDryRun(DryRunRequest request, std::shared_ptr<QPromise<Result<ForwardDryRun>>> promise);

    StoreReader &m_reader;
    const Clock &m_clock;
    JqRunner m_runner;
    DestinationDesk m_desk{m_runner};
};

/** A destination as it would be kept if it were added like that. */
Destination destinationFrom(const NewDestination &described);

} // namespace earshot
