// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The conversation table over many rows beside the same view over 1,000: what a scroll step with its frame costs on the
// GUI thread, how long a batch of arrivals takes from its commit to the painted row, and how long the GUI thread was
// held for it. Both views take turns in one run. Prints one JSON line a round and view.

#include "models/items/conversationtablemodel.h"
#include "models/store/migrations.h"
#include "widgets/controls/datatable.h"
#include "widgets/live/conversationview.h"
#include "widgets/style/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTemporaryDir>

#include <cstdio>

using namespace earshot;

namespace {

constexpr int c_small = 1000;
constexpr int c_steps = 200;
constexpr int c_batches = 20;
constexpr int c_batch = 50;

template <typename T>
T orDie(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/** Conversations @p first to @p last, a second apart, with what a row shows. */
void addConversations(const Database &database, qint64 first, qint64 last)
{
    orDie(database.run(
        QStringLiteral(
            R"(WITH RECURSIVE n(i) AS (SELECT ? UNION ALL SELECT i + 1 FROM n WHERE i < ?))"
            R"( INSERT INTO conversation ("id", "source_id", "scope", "time", "kind", "conversation_id", "channel", "status",)"
            R"( "outcome", "started_at", "ended_at", "duration_s", "contact_name", "contact_phone", "messages",)"
            R"( "first_message", "estimated", "events", "updated_at", "last_at", "last_rank", "last_digest", "first_event_at"))"
            R"( SELECT i, 1, 'call', i * 1000000, 'call', i, 'phone',)"
            R"( CASE i % 5 WHEN 0 THEN 'abandoned' WHEN 1 THEN 'failed' ELSE 'completed' END,)"
            R"( CASE i % 4 WHEN 0 THEN 'booked' WHEN 1 THEN 'quoted' WHEN 2 THEN 'no_answer' END,)"
            R"( i * 1000000, i * 1000000 + 90000000, 90, 'Contact ' || i, '+4930' || (10000000 + i), 2,)"
            R"( 'Hello, this is about order ' || i, '[]', 2, i * 1000000, i * 1000000, 0, x'00', i * 1000000 FROM n)"),
        {first, last}));
}

void fill(const QString &path, qint64 rows)
{
    const Database database = orDie(openToWrite(path));
    orDie(database.transaction([&]() -> Result<void> {
        orDie(database.run(QStringLiteral(
            R"(INSERT INTO source ("id", "key", "name", "platform", "zone", "allow", "end_timeout_s", "enabled", "created_at"))"
            R"( VALUES (1, 'benchkey', 'Front desk', 'varda', 'UTC', '[]', 7200, 1, 0))")));
        addConversations(database, 1, rows);
        return {};
    }));
}

/** A store of so many rows, and the view over it. */
struct Table {
    Table(const QString &path, qint64 count, const Clock &clock, DisplaySettings &display)
        : rows(count)
        , writing((fill(path, count), orDie(openToWrite(path))))
        , reader({path})
        , model(reader, allOf(scope), clock)
        , view(model, display)
    {
        view.resize(844, 620);
        view.show();
        waitUntil([this] { return !model.isLoading() && model.rowCount() == rows && model.row(0); });
    }

    static ViewScope &allOf(ViewScope &scope)
    {
        scope.setRange({TimeRange::Kind::Everything, {}, {}});
        return scope;
    }

    template <typename Condition>
    static void waitUntil(Condition condition)
    {
        while (!condition())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    }

    qint64 rows;
    Database writing;
    ViewScope scope;
    StoreReader reader;
    ConversationTableModel model;
    ConversationView view;
};

double quantile(std::vector<double> values, double share)
{
    const auto place = std::size_t(share * double(values.size() - 1));
    std::ranges::nth_element(values, values.begin() + std::ptrdiff_t(place));
    return values[place];
}

/** Milliseconds of each scroll step with its frame, all over the table. */
std::vector<double> scroll(Table &table)
{
    std::vector<double> frames;
    QScrollBar *bar = table.view.table().verticalScrollBar();
    for (int step = 0; step < c_steps; ++step) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(int(qint64(bar->maximum()) * (step * 7 % c_steps) / c_steps));
        table.view.table().viewport()->repaint();
        frames.push_back(double(timer.nsecsElapsed()) / 1e6);
        QCoreApplication::processEvents(); // pages come in between, as they do for a person
    }
    bar->setValue(0);
    return frames;
}

struct Arrivals {
    std::vector<double> toScreen; ///< milliseconds from the commit to the painted row
    std::vector<double> held; ///< milliseconds of the longest turn of the event loop on the way
};

Arrivals arrive(Table &table)
{
    Arrivals arrivals;
    table.view.follow();
    for (int batch = 0; batch < c_batches; ++batch) {
        const qint64 first = table.rows + 1;
        table.rows += c_batch;
        orDie(table.writing.transaction([&]() -> Result<void> {
            addConversations(table.writing, first, table.rows);
            orDie(table.writing.run(
                QStringLiteral(
                    R"(INSERT INTO change ("kind", "record") SELECT 'conversation', "id" FROM conversation WHERE "id" >= ?)"),
                {first}));
            return {};
        }));
        QElapsedTimer sinceCommit;
        sinceCommit.start();
        double longest = 0;
        while (table.model.rowCount() != table.rows || !table.model.row(0)) {
            QElapsedTimer turn;
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
            turn.start();
            QCoreApplication::processEvents();
            longest = std::max(longest, double(turn.nsecsElapsed()) / 1e6);
        }
        table.view.table().viewport()->repaint();
        arrivals.toScreen.push_back(double(sinceCommit.nsecsElapsed()) / 1e6);
        arrivals.held.push_back(longest);
    }
    return arrivals;
}

void measure(Table &table, int round)
{
    const std::vector<double> frames = scroll(table);
    const Arrivals arrivals = arrive(table);
    std::printf("{\"round\":%d,\"rows\":%lld,\"scroll_frame_ms\":{\"p50\":%.2f,\"p99\":%.2f},"
                "\"batch_to_screen_ms\":{\"p50\":%.1f,\"p95\":%.1f},\"gui_held_ms\":{\"p50\":%.1f,\"most\":%.1f}}\n",
                round, static_cast<long long>(table.rows), quantile(frames, 0.5), quantile(frames, 0.99),
                quantile(arrivals.toScreen, 0.5), quantile(arrivals.toScreen, 0.95), quantile(arrivals.held, 0.5),
                quantile(arrivals.held, 1.0));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qint64 rows = arguments.value(1, QStringLiteral("1000000")).toLongLong();
    const int rounds = arguments.value(2, QStringLiteral("5")).toInt();
    const Theme theme;
    const SystemClock clock;
    DisplaySettings display(clock);
    const QTemporaryDir folder;
    Table small(folder.filePath(QStringLiteral("small.sqlite")), c_small, clock, display);
    Table large(folder.filePath(QStringLiteral("large.sqlite")), rows, clock, display);
    for (int round = 1; round <= rounds; ++round) {
        measure(small, round);
        measure(large, round);
    }
    return 0;
}
