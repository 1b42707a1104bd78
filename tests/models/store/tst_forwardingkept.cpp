// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a store keeps of forwarding: through rebuilds, migrations and repairs, and no longer than its conversation.

#include "models/store/outbox.h"
#include "models/store/outboxlog.h"
#include "models/store/salvage.h"
#include "tests/models/store/agedstore.h"
#include "tests/models/store/storetext.h"

#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp c_noon = AgedStore::c_noon;
const QString c_phone = QStringLiteral("+33612345678");

const QStringList &tables()
{
    static const QStringList names{QStringLiteral("outbox"),          QStringLiteral("outbox_step"),
                                   QStringLiteral("outbox_sent"),     QStringLiteral("outbox_attempt"),
                                   QStringLiteral("outbox_exchange"), QStringLiteral("crm_person"),
                                   QStringLiteral("enrichment")};
    return names;
}

/** A row in each of the tables, all of one conversation. */
Result<void> forward(const Database &database, qint64 conversation)
{
    const auto queued = outbox::enqueue(database, {conversation}, 1, c_noon);
    if (!queued)
        return std::unexpected(queued.error());
    const qint64 row = outbox::ofConversation(database, conversation)->first().id;
    LoggedExchange exchange;
    exchange.purpose = exchange.method = exchange.url = QStringLiteral("x");
    const auto attempt = outboxlog::begin(database, row, 1, 1, 1, c_noon);
    for (const Result<void> &done :
         {outbox::storeRendered(database, row, {1, "{}", QStringLiteral("key"), 1}, c_noon),
          outboxsteps::finish(database, row, OutboxStep::Activity, QStringLiteral("77"), {}, c_noon),
          outboxsteps::keepPerson(database, 1, c_phone, {QStringLiteral("5"), {}, {}, {}, {}}, c_noon),
          outboxlog::end(database, *attempt, AttemptOutcomeKind::Sent, {}, {exchange}, c_noon),
          outbox::storeSent(database, {row, 1, 200, {}, {}, c_noon})}) {
        if (!done)
            return done;
    }
    const auto asked = database.run(QStringLiteral("INSERT INTO enrichment (\"conversation\", \"state\", "
                                                   "\"attempts\", \"next_at\") VALUES (?, 'done', 1, 0)"),
                                    {conversation});
    return asked ? Result<void>() : std::unexpected(asked.error());
}

} // namespace

class ForwardingKeptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aRebuildTouchesNothing();
    void goesWithItsConversation();
    void aContactStaysWithItsOtherRecords();
    void aRepairTakesItAll();
    void aRepairLeavesOutWhatHangsOnNothing();

private:
    void forwardAll(const QStringList &ids);
    QHash<QString, qint64> counts() const;

    std::unique_ptr<AgedStore> m_store;
};

void ForwardingKeptTest::init()
{
    m_store = std::make_unique<AgedStore>();
    m_store->change(
        QStringLiteral("INSERT INTO destination (\"key\", \"name\", \"kind\", \"url\", \"method\", \"state\", "
                       "\"created_at\") VALUES ('crm', 'crm', 'webhook', 'http://127.0.0.1:9', 'POST', 'active', 0)"));
}

void ForwardingKeptTest::forwardAll(const QStringList &ids)
{
    for (const QString &id : ids) {
        m_store->sendEnded(id);
        m_store->settle();
        const qint64 conversation = m_store->idOf(id);
        m_store->change(QStringLiteral("UPDATE conversation SET \"contact_phone\" = ? WHERE \"id\" = ?"),
                        {c_phone, conversation});
        m_store->run<qint64>([conversation](const Database &database) -> Result<qint64> {
            const auto done = forward(database, conversation);
            return done ? Result<qint64>(1) : std::unexpected(done.error());
        });
    }
}

QHash<QString, qint64> ForwardingKeptTest::counts() const
{
    QHash<QString, qint64> counted;
    for (const QString &table : tables())
        counted.insert(table, m_store->count(table));
    return counted;
}

void ForwardingKeptTest::aRebuildTouchesNothing()
{
    forwardAll({QStringLiteral("one"), QStringLiteral("two")});
    const auto before = counts();
    QCOMPARE(before.value(QStringLiteral("outbox_step")), 2);
    QVERIFY(m_store->writer().rebuild().result());
    QCOMPARE(counts(), before);
    QCOMPARE(faultsOf(m_store->reader()), QString());
    const auto rows = outbox::ofConversation(m_store->reader(), m_store->idOf(QStringLiteral("one")));
    QCOMPARE(rows->first().crmId, QStringLiteral("77"));
    QCOMPARE(rows->first().state, OutboxState::Sent);
}

void ForwardingKeptTest::goesWithItsConversation()
{
    forwardAll({QStringLiteral("old")});
    QCOMPARE(m_store->purgeBefore(24h).conversations, 1);
    for (const QString &table : tables())
        QVERIFY2(m_store->count(table) == 0, qPrintable(table));
    QCOMPARE(faultsOf(m_store->reader()), QString());
}

void ForwardingKeptTest::aContactStaysWithItsOtherRecords()
{
    forwardAll({QStringLiteral("old")});
    m_store->goTo(48h);
    m_store->sendEnded(QStringLiteral("young"), 48h);
    m_store->settle();
    const qint64 young = m_store->idOf(QStringLiteral("young"));
    m_store->change(QStringLiteral("UPDATE conversation SET \"contact_phone\" = ?"), {c_phone});
    m_store->run<qint64>([young](const Database &database) { return outbox::enqueue(database, {young}, 1, c_noon); });
    QCOMPARE(m_store->purgeBefore(24h).conversations, 1);
    QCOMPARE(m_store->count(QStringLiteral("outbox_step")), 0);
    QCOMPARE(m_store->count(QStringLiteral("crm_person")), 1);
}

void ForwardingKeptTest::aRepairTakesItAll()
{
    forwardAll({QStringLiteral("one"), QStringLiteral("two")});
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("new.sqlite"));
    const auto report = salvageStore(m_store->location().path, path);
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    QVERIFY(report->isWhole());
    const auto made = openToRead(path);
    QVERIFY(made);
    for (const QString &table : tables())
        QCOMPARE(made->value(QString(QLatin1StringView("SELECT count(*) FROM ") + table))->toLongLong(),
                 m_store->count(table));
    QCOMPARE(outbox::sentBody(*made, m_store->idOf(QStringLiteral("one")), 1).value(), std::optional<QByteArray>("{}"));
    QCOMPARE(faultsOf(*made), QString());
    QCOMPARE(made->value(QStringLiteral("SELECT seq FROM sqlite_sequence WHERE name = 'outbox_attempt'"))->toInt(), 2);
}

void ForwardingKeptTest::aRepairLeavesOutWhatHangsOnNothing()
{
    forwardAll({QStringLiteral("one")});
    const QTemporaryDir folder;
    const QString torn = folder.filePath(QStringLiteral("torn.sqlite"));
    {
        const auto whole = salvageStore(m_store->location().path, torn);
        QVERIFY(whole);
        const auto database = Database::open(torn, Database::Mode::Write);
        QVERIFY(database);
        QVERIFY(database->run(QStringLiteral("PRAGMA foreign_keys = OFF")));
        QVERIFY(database->run(QStringLiteral("DELETE FROM outbox")));
        QVERIFY(database->run(QStringLiteral("DELETE FROM identity")));
    }
    const QString path = folder.filePath(QStringLiteral("new.sqlite"));
    const auto report = salvageStore(torn, path);
    QVERIFY(report);
    QVERIFY(!report->isWhole());
    const auto made = openToRead(path);
    for (const QString &table : tables()) {
        const int kept = table == QLatin1StringView("crm_person") ? 1 : 0; // its destination is there
        QCOMPARE(made->value(QString(QLatin1StringView("SELECT count(*) FROM ") + table))->toInt(), kept);
    }
}

QTEST_GUILESS_MAIN(ForwardingKeptTest)
#include "tst_forwardingkept.moc"
