// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/store/agedstore.h"
#include "tests/models/store/storetext.h"

#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr auto c_day = 24h;

QVariant fieldOf(const AgedStore &store, const QString &id, const char *column)
{
    return store.reader()
        .value(QStringLiteral("SELECT \"%1\" FROM conversation WHERE \"conversation_id\" = ?")
                   .arg(QLatin1StringView(column)),
               {id})
        .value();
}

/** Rebuilds, and says what an export then has. */
QString rebuilt(AgedStore &store)
{
    store.settle();
    const auto done = store.writer().rebuild().result();
    return done ? exportText(store.reader()) : done.error().detail;
}

} // namespace

class SealedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exportsAreTheSameAfterEveryRebuild();
    void aRebuildLeavesItAsItStands();
    void aLateEventIsFoldedInItsPlace();
    void aLateEventsBytesGoToo();
    void aRepeatOfWhatIsSealedIsOne();
    void anEarlierRepeatMovesItsArrival();
    void anUnsealedPartnerIsFoldedFromWhatIsFrozen();
    void lateEventsDuringARebuildAreNotLost();
    void aBetterDecoderDoesNotTouchIt();
    void warningsOutliveTheEventThatCausedThem();
};

void SealedTest::exportsAreTheSameAfterEveryRebuild()
{
    AgedStore store;
    store.change(QStringLiteral("UPDATE source SET \"end_timeout_s\" = 1000000000")); // no end is assumed
    store.sendEnded(QStringLiteral("purged"));
    store.sendShared({QStringLiteral("purged"), QStringLiteral("sealed"), QStringLiteral("whole")}, 1h);
    store.sendEnded(QStringLiteral("sealed"), 10 * c_day);
    const qint64 repeated = store.sendContact(QStringLiteral("k"), 10 * c_day);
    store.sendContact(QStringLiteral("k"), 11 * c_day);
    store.sendBody("malformed", 11 * c_day);
    store.sendEnded(QStringLiteral("whole"), 30 * c_day);
    store.send(QStringLiteral("running"), patchOf(QStringLiteral("in_progress")), 30 * c_day);
    QVERIFY(repeated > 0);
    QCOMPARE(store.purgeBefore(5 * c_day).conversations, 1);
    store.keep({.whole = {}, .bytes = std::chrono::days(20), .maxBytes = {}});
    store.goTo(40 * c_day);
    QCOMPARE(store.purge().sealed, 1);
    store.send(QStringLiteral("sealed"), patchOf(QStringLiteral("completed"), QStringLiteral("lost")),
               10 * c_day + 30s);
    store.sendEnded(QStringLiteral("sealed"), 41 * c_day);
    store.settle();

    const QString before = exportText(store.reader());
    QVERIFY(before.contains(QStringLiteral("duplicate")) && before.contains(QStringLiteral("malformed")));
    QCOMPARE(faultsOf(store.reader()), QString());
    QCOMPARE(rebuilt(store), before);
    QCOMPARE(faultsOf(store.reader()), QString());
    QCOMPARE(rebuilt(store), before); // the other way round: names of indexes take turns
    QCOMPARE(faultsOf(store.reader()), QString());

    store.goTo(80 * c_day);
    store.purge();
    QCOMPARE(exportText(store.reader()), before); // all but the running one are sealed now
    QCOMPARE(rebuilt(store), before);
    QCOMPARE(store.count(QStringLiteral("sealed_conversation")), 2);
    QCOMPARE(faultsOf(store.reader()), QString());
}

void SealedTest::aRebuildLeavesItAsItStands()
{
    AgedStore store;
    store.sendEnded(QStringLiteral("a"));
    store.keep({.whole = {}, .bytes = std::chrono::days(1), .maxBytes = {}});
    store.goTo(9 * c_day);
    store.purge();
    store.change(QStringLiteral("UPDATE conversation SET \"summary\" = 'as it stands'")); // no event says that
    const QString before = exportText(store.reader());
    QCOMPARE(rebuilt(store), before);
    QVERIFY(before.contains(QStringLiteral("as it stands")));
}

void SealedTest::aLateEventIsFoldedInItsPlace()
{
    AgedStore sealed;
    AgedStore whole;
    for (AgedStore *store : {&sealed, &whole}) {
        store->sendEnded(QStringLiteral("a"));
        store->settle();
    }
    sealed.keep({.whole = {}, .bytes = std::chrono::days(1), .maxBytes = {}});
    sealed.goTo(9 * c_day);
    QCOMPARE(sealed.purge().sealed, 1);
    for (AgedStore *store : {&sealed, &whole}) {
        // One that belongs between the two that were there, and one after them.
        store->send(
            QStringLiteral("a"),
            {{QStringLiteral("outcome"), QStringLiteral("lost")}, {QStringLiteral("notes"), QStringLiteral("between")}},
            30s);
        store->send(QStringLiteral("a"), {{QStringLiteral("summary"), QStringLiteral("after")}}, 9 * c_day);
        store->settle();
    }
    QCOMPARE(exportText(sealed.reader()), exportText(whole.reader()));
    QCOMPARE(fieldOf(sealed, QStringLiteral("a"), "outcome").toString(), QStringLiteral("booked"));
    QCOMPARE(fieldOf(sealed, QStringLiteral("a"), "notes").toString(), QStringLiteral("between"));
    QCOMPARE(fieldOf(sealed, QStringLiteral("a"), "summary").toString(), QStringLiteral("after"));
    QCOMPARE(rebuilt(sealed), exportText(whole.reader()));
}

void SealedTest::aLateEventsBytesGoToo()
{
    AgedStore store;
    store.sendEnded(QStringLiteral("a"));
    store.keep({.whole = {}, .bytes = std::chrono::days(1), .maxBytes = {}});
    store.goTo(9 * c_day);
    store.purge();
    const qint64 late = store.send(QStringLiteral("a"), {}, 9 * c_day);
    QCOMPARE(store.purge().sealed, 0);
    QVERIFY(store.hasBody(late)); // it is young
    store.goTo(11 * c_day);
    QVERIFY(store.purge().bytes > 0);
    QVERIFY(!store.hasBody(late));
    QCOMPARE(faultsOf(store.reader()), QString());
}

void SealedTest::aRepeatOfWhatIsSealedIsOne()
{
    AgedStore store;
    const QByteArray call = R"({"type":"call.ended","id":"a","scope":"conversation","patch":{"status":"completed"}})";
    store.sendBody(call);
    store.keep({.whole = {}, .bytes = std::chrono::days(1), .maxBytes = {}});
    store.goTo(9 * c_day);
    QCOMPARE(store.purge().sealed, 1);
    const qint64 repeat = store.sendBody(call, 9 * c_day);
    store.settle();
    QCOMPARE(store.number(QStringLiteral("SELECT \"duplicate_of\" FROM finding WHERE \"delivery\" = 2")), 1);
    const QString before = exportText(store.reader());
    QCOMPARE(rebuilt(store), before);
    QVERIFY(store.purge().bytes > 0);
    QVERIFY(!store.hasBody(repeat));
    QCOMPARE(rebuilt(store), before);
    QCOMPARE(faultsOf(store.reader()), QString());
}

void SealedTest::anEarlierRepeatMovesItsArrival()
{
    AgedStore store;
    const QByteArray call = R"({"type":"call.ended","id":"a","scope":"conversation","patch":{"status":"completed"}})";
    store.sendBody(call, 1h);
    store.keep({.whole = {}, .bytes = std::chrono::days(1), .maxBytes = {}});
    store.goTo(9 * c_day);
    store.purge();
    store.sendBody(call); // the clock was set back
    store.settle();
    QCOMPARE(fieldOf(store, QStringLiteral("a"), "ended_at").toLongLong(), toMicroseconds(AgedStore::c_noon));
    const QString before = exportText(store.reader());
    QCOMPARE(rebuilt(store), before);
}

void SealedTest::anUnsealedPartnerIsFoldedFromWhatIsFrozen()
{
    AgedStore store;
    store.sendShared({QStringLiteral("a"), QStringLiteral("b")});
    store.send(QStringLiteral("b"), {{QStringLiteral("notes"), QStringLiteral("later")}}, 20 * c_day);
    store.send(QStringLiteral("b"), {{QStringLiteral("notes"), QStringLiteral("earlier")}}, -60s);
    store.keep({.whole = {}, .bytes = std::chrono::days(10), .maxBytes = {}});
    store.goTo(25 * c_day);
    QCOMPARE(store.purge().sealed, 1);
    const QString before = exportText(store.reader());
    QCOMPARE(rebuilt(store), before);
    QCOMPARE(fieldOf(store, QStringLiteral("b"), "events").toInt(), 3);
    QCOMPARE(fieldOf(store, QStringLiteral("b"), "notes").toString(), QStringLiteral("later"));
}

void SealedTest::lateEventsDuringARebuildAreNotLost()
{
    AgedStore store;
    constexpr int c_conversations = 60;
    for (int i = 0; i < c_conversations; ++i)
        store.sendEnded(QStringLiteral("c%1").arg(i));
    store.keep({.whole = {}, .bytes = std::chrono::days(1), .maxBytes = {}});
    store.goTo(9 * c_day);
    QCOMPARE(store.purge().sealed, c_conversations);
    auto rebuild = store.writer().rebuild();
    for (int i = 0; i < c_conversations; ++i) {
        const QString id = QStringLiteral("c%1").arg(i);
        store.send(id, {{QStringLiteral("summary"), QStringLiteral("late")}}, 9 * c_day);
        store.send(id, {{QStringLiteral("notes"), QStringLiteral("between")}}, 30s);
    }
    QVERIFY(rebuild.result());
    store.settle();
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM conversation WHERE \"events\" = 4 AND \"summary\" = "
                                         "'late' AND \"notes\" = 'between' AND \"messages\" = 1")),
             c_conversations);
    QCOMPARE(faultsOf(store.reader()), QString());
    const QString before = exportText(store.reader());
    QCOMPARE(rebuilt(store), before);
}

void SealedTest::aBetterDecoderDoesNotTouchIt()
{
    AgedStore store;
    store.sendEnded(QStringLiteral("a"));
    const qint64 other = store.sendShared({QStringLiteral("b")}, 20 * c_day);
    store.keep({.whole = {}, .bytes = std::chrono::days(10), .maxBytes = {}});
    store.goTo(25 * c_day);
    QCOMPARE(store.purge().sealed, 1);
    const qint64 late = store.send(QStringLiteral("a"), {{QStringLiteral("notes"), QStringLiteral("n1")}}, 25 * c_day);
    store.settle();
    const QString before = exportText(store.reader(), RecordKind::Conversations);
    // What another decoder would read in them: other notes in the one, the sealed conversation too in the other.
    store.change(
        QStringLiteral("UPDATE delivery_body SET \"body\" = replace(\"body\", 'n1', 'n2') WHERE \"delivery\" = ?"),
        {late});
    store.change(QStringLiteral("UPDATE delivery_body SET \"body\" = replace(\"body\", '\"id\":\"b\"', '\"id\":\"a\"') "
                                "WHERE \"delivery\" = ?"),
                 {other});
    QVERIFY(store.writer().rebuild().result());
    const QString after = exportText(store.reader(), RecordKind::Conversations);
    QVERIFY(after != before); // b has lost its only event
    QCOMPARE(store.count(QStringLiteral("conversation")), 1);
    QVERIFY(before.contains(after.section(QLatin1Char('\n'), 1)));
    QCOMPARE(faultsOf(store.reader()), QString());
}

void SealedTest::warningsOutliveTheEventThatCausedThem()
{
    AgedStore store;
    store.sendContact(QStringLiteral("k"));
    store.sendJson(
        {{QStringLiteral("type"), QStringLiteral("contact.updated")}, {QStringLiteral("key"), QStringLiteral("k")}},
        20 * c_day);
    QCOMPARE(store.purgeBefore(10 * c_day).deliveries, 1);
    const QString before = exportText(store.reader());
    QVERIFY(before.contains(QStringLiteral("same-id-other-content")));
    QCOMPARE(rebuilt(store), before);
}

QTEST_GUILESS_MAIN(SealedTest)
#include "tst_sealed.moc"
