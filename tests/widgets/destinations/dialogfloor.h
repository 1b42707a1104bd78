// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storereader.h"
#include "models/store/outbox.h"
#include "models/store/outboxlog.h"
#include "tests/models/store/plaindecoder.h"
#include "tests/models/store/samplestore.h"
#include "tests/widgets/fakestoreactions.h"
#include "tests/widgets/settings/looking.h"
#include "widgets/controls/banner.h"
#include "widgets/style/displaysettings.h"

#include <QPushButton>
#include <QTest>

namespace earshot {

/** What a dialog about destinations needs: a store to read, actions that are only noted, a clock that stands at a
 * quarter past noon. */
struct DialogFloor {
    SampleStore store;
    StoreReader reader{StoreLocation{store.path()}};
    ManualClock clock{SampleStore::c_noon + std::chrono::minutes(15)};
    DisplaySettings display{clock};
    FakeStoreActions actions;

    void enqueue(qint64 conversation, const Destination &destination) const
    {
        SampleStore::valueOf(outbox::enqueue(store.database(), {conversation}, destination.id, SampleStore::c_noon));
    }

    OutboxRow row(qint64 id) const
    {
        for (const OutboxRow &row : SampleStore::valueOf(outbox::list(store.database(), {}))) {
            if (row.id == id)
                return row;
        }
        throw std::runtime_error("no such row");
    }

    /** One is given up, with a question. */
    void ask(qint64 id, OutboxQuestion question, const QList<CrmPerson> &candidates = {}) const
    {
        const AttemptOutcome outcome{id, row(id).wanted, {}, {}, QStringLiteral("it asks"), SampleStore::c_noon};
        SampleStore::valueOf(outbox::storeQuestion(store.database(), outcome, question, candidates));
    }

    void park(qint64 id) const
    {
        SampleStore::valueOf(outbox::storeParked(store.database(), {id, row(id).wanted, 422, QStringLiteral("{}"),
                                                                    QStringLiteral("refused"), SampleStore::c_noon}));
    }

    /** An attempt at one that ended like that, with one request. */
    void logAttempt(qint64 id, int number, AttemptOutcomeKind outcome, const QString &reason) const
    {
        using namespace std::chrono_literals;
        const Timestamp at = SampleStore::c_noon + number * 1min;
        const LoggedExchange exchange{QStringLiteral("write the record"),
                                      QStringLiteral("POST"),
                                      QStringLiteral("https://crm.example/calls"),
                                      QStringLiteral("Content-Type: application/json\n\n{\"subject\":\"Call\"}"),
                                      503,
                                      QStringLiteral("{\"message\":\"come back later\"}"),
                                      {},
                                      31ms};
        const auto attempt = SampleStore::valueOf(
            outboxlog::begin(store.database(), id, row(id).destination, row(id).wanted, number, at));
        SampleStore::valueOf(outboxlog::end(store.database(), attempt, outcome, reason, {exchange}, at + 40ms));
    }

    /** One is sent: the destination has its wanted version. */
    void send(qint64 id) const
    {
        SampleStore::valueOf(
            outbox::storeSent(store.database(), {id, row(id).wanted, 200, {}, {}, SampleStore::c_noon}));
    }
};

/** The button below @p root that says @p text; null if there is none. */
inline QAbstractButton *buttonOf(const QWidget &root, const QString &text)
{
    const QList<QAbstractButton *> buttons = root.findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

/** A click on its words, which need not reach its middle. */
inline void press(const QWidget &root, const QString &text)
{
    QAbstractButton *button = buttonOf(root, text);
    QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(10, button->height() / 2));
}

/** Texts below @p root that are seen, each on a line. */
inline QString shownTexts(const QWidget &root)
{
    QStringList texts;
    const QList<QLabel *> labels = root.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(QLatin1Char('\n'));
}

} // namespace earshot
