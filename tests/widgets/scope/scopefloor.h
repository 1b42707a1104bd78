// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storereader.h"
#include "models/items/viewscope.h"
#include "tests/models/store/plaindecoder.h"
#include "tests/models/store/storefixture.h"
#include "widgets/style/displaysettings.h"
#include "widgets/style/theme.h"

#include <QApplication>
#include <QDir>
#include <QWidget>

namespace earshot {

/** A store with sources and calls of one day, and a window's scope over it. */
class ScopeFloor
{
public:
    ScopeFloor()
        : reader(StoreLocation{store.path()})
        , clock(utc(QLatin1StringView("2026-05-14T12:10:00Z")))
        , settings(clock)
    {
        desk = store.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
        chat = store.addSource(QStringLiteral("Web chat"), QStringLiteral("insighto"));
        scope.setRange({TimeRange::Kind::Today, {}, {}});
    }

    qint64 add(int minute, Status status, const QString &outcome, std::optional<qint64> seconds = 90,
               const QString &channel = QStringLiteral("phone"))
    {
        Conversation call;
        call.kind = Kind::Call;
        call.channel = channel;
        call.status = status;
        call.outcome = outcome;
        call.durationSeconds = seconds;
        call.startedAt = utc(QLatin1StringView("2026-05-14T00:00:00Z")) + std::chrono::minutes(minute);
        const qint64 id = store.addConversation(channel == QLatin1StringView("phone") ? desk : chat, call);
        store.run(QStringLiteral("INSERT INTO change (\"kind\", \"record\") VALUES ('conversation', ?)"), {id});
        return id;
    }

    /** Six calls: three booked, one spam, two untagged of which one failed. */
    void addUsual()
    {
        add(370, Status::Completed, QStringLiteral("booked"), 30);
        add(400, Status::Completed, QStringLiteral("booked"), 200);
        add(540, Status::Completed, QStringLiteral("booked"), 700, QStringLiteral("web"));
        add(550, Status::Completed, QStringLiteral("spam"), 61);
        add(660, Status::Failed, QString(), std::nullopt);
        add(725, Status::InProgress, QString(), std::nullopt);
    }

    /** A day as it is on a real floor, for pictures. */
    void addBusyDay()
    {
        const QStringList outcomes = {QStringLiteral("booked"),
                                      QStringLiteral("quoted"),
                                      QStringLiteral("follow_up"),
                                      QStringLiteral("no_answer"),
                                      QStringLiteral("spam"),
                                      QStringLiteral("not_interested"),
                                      QString(),
                                      QString()};
        store.run(QStringLiteral("BEGIN"));
        for (int i = 0; i < 420; ++i) {
            const int minute = 380 + (i * 37 + i * i) % 350;
            const Status status = i % 61 == 0   ? Status::InProgress
                                  : i % 11 == 0 ? Status::Disconnected
                                  : i % 17 == 0 ? Status::Abandoned
                                  : i % 23 == 0 ? Status::Failed
                                                : Status::Completed;
            const QString channel = i % 3 == 0 ? QStringLiteral("web") : QStringLiteral("phone");
            add(minute, status, outcomes[(i * 7) % outcomes.size()], (i * 53) % 900, channel);
        }
        store.run(QStringLiteral("COMMIT"));
    }

    StoreFixture store;
    StoreReader reader;
    ManualClock clock;
    DisplaySettings settings;
    ViewScope scope;
    qint64 desk = 0;
    qint64 chat = 0;
};

/** Whether pictures are wanted, and then where. */
inline QString shotFolder()
{
    return qEnvironmentVariable("EARSHOT_SHOTS");
}

/** A picture for people where EARSHOT_SHOTS names a folder. */
inline void saveShot(QWidget &widget, const QString &name)
{
    if (shotFolder().isEmpty())
        return;
    QDir().mkpath(shotFolder());
    QCoreApplication::processEvents(); // layouts settle
    widget.grab().save(QDir(shotFolder()).filePath(QString(name + u".png")));
}

} // namespace earshot
