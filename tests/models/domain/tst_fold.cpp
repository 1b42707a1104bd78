// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/fold.h"

#include <QTest>

#include <random>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

const Timestamp c_noon = fromMicroseconds(1'778'760'000'000'000); // 2026-05-14T12:00:00Z

FoldEvent eventAt(EventType type, std::chrono::seconds offset, const Conversation &patch = {})
{
    FoldEvent fold;
    fold.event.type = type;
    fold.event.occurredAt = c_noon + offset;
    fold.event.patch = patch;
    fold.receivedAt = c_noon + offset + 1s;
    fold.order = {c_noon + offset, foldRank(type), eventTypeText(type).toUtf8()};
    return fold;
}

FoldEvent messageAt(std::chrono::seconds offset, const QString &key, const QString &text, Role role = Role::User)
{
    FoldEvent fold = eventAt(EventType::MessageCreated, offset);
    fold.event.messages = {Message{key, role, QString(), text, c_noon + offset}};
    fold.order.digest = key.toUtf8();
    return fold;
}

Conversation withStatus(Status status)
{
    Conversation patch;
    patch.status = status;
    return patch;
}

FoldRules rulesAt(Timestamp now, const QString &scope = QStringLiteral("conversation"))
{
    return {{scope, QStringLiteral("42")}, 2h, now};
}

Folded foldNow(const QList<FoldEvent> &events)
{
    return foldAll(events, rulesAt(c_noon + 1h));
}

/** Folds one by one in the given order, anew where the fold says so: what the store does. */
Folded foldInArrivalOrder(const QList<FoldEvent> &arrivals, const FoldRules &rules)
{
    Folded folded;
    folded.state.conversation.conversationId = rules.key.platformId;
    for (qsizetype i = 0; i < arrivals.size(); ++i) {
        const FoldEvent &event = arrivals[i];
        if (!canFoldOnto(folded.state, event.order)) {
            folded = foldAll(arrivals.first(i + 1), rules);
            continue;
        }
        foldEvent(folded.state, event);
        for (const Message &message : event.event.messages) {
            const auto held = std::ranges::find(folded.messages, message.key, &Message::key);
            if (held != folded.messages.end()) {
                *held = message;
            } else {
                folded.messages.append(message);
                noteMessagesAdded(folded.state, {message});
            }
        }
        deduceMissing(folded.state, rules);
    }
    return folded;
}

QList<FoldEvent> eventfulCall()
{
    Conversation started = withStatus(Status::InProgress);
    started.contactName = QStringLiteral("Jane Doe");
    started.attributes = {{QStringLiteral("a"), 1}, {QStringLiteral("b"), 1}};
    Conversation updated;
    updated.contactName = QStringLiteral("Jane A. Doe");
    updated.attributes = {{QStringLiteral("b"), 2}};
    Conversation ended = withStatus(Status::Completed);
    ended.durationSeconds = 245;
    Conversation tagged;
    tagged.outcome = QStringLiteral("booked");
    Conversation late = withStatus(Status::Closed);
    return {eventAt(EventType::CallStarted, 0s, started),
            messageAt(10s, QStringLiteral("m1"), QStringLiteral("Hello"), Role::Agent),
            eventAt(EventType::ConversationUpdated, 15s, updated),
            messageAt(20s, QStringLiteral("m2"), QStringLiteral("Hi")),
            messageAt(30s, QStringLiteral("m1"), QStringLiteral("Hello!"), Role::Agent),
            eventAt(EventType::CallEnded, 245s, ended),
            eventAt(EventType::CallOutcomeTagged, 300s, tagged),
            eventAt(EventType::ConversationClosed, 400s, late)};
}

} // namespace

class FoldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyOrderEndsInTheSameConversation();
    void nullNeverReplacesAValue();
    void aFinalStatusIsNotMovedBack();
    void theLastFinalStatusStands();
    void onlyAWordReopens();
    void anEndWithoutATimeIsEstimatedOnce();
    void aSentEndReplacesAnEstimatedOne();
    void aStartIsDeducedFromWhatThereIs_data();
    void aStartIsDeducedFromWhatThereIs();
    void aDurationIsDeducedFromStartAndEnd();
    void aRunningCallWithoutAnEndIsGivenUp();
    void anAssumedEndYieldsToARealOne();
    void aTranscriptReplacesWhatIsHeld();
    void aMessageOfTheSameKeyTakesItsPlace();
    void theFirstMessageIsTheContacts();
    void aCallScopeMakesACall();
    void onlyAPlausibleUuidV7IsATime_data();
    void onlyAPlausibleUuidV7IsATime();
};

void FoldTest::anyOrderEndsInTheSameConversation()
{
    QList<FoldEvent> events = eventfulCall();
    const FoldRules rules = rulesAt(c_noon + 1h, QStringLiteral("call"));
    const Folded expected = foldAll(events, rules);
    QCOMPARE(expected.state.conversation.status, Status::Closed);
    QCOMPARE(expected.state.conversation.contactName, QStringLiteral("Jane A. Doe"));
    QCOMPARE(expected.messages.size(), 2);

    std::mt19937 random(20260514);
    for (int round = 0; round < 500; ++round) {
        std::ranges::shuffle(events, random);
        const Folded folded = foldInArrivalOrder(events, rules);
        QVERIFY(folded.state == expected.state);
        QVERIFY(folded.messages == expected.messages);
    }
}

void FoldTest::nullNeverReplacesAValue()
{
    Conversation first;
    first.agent = QStringLiteral("agent-1");
    first.isTest = true;
    first.attributes = {{QStringLiteral("a"), 1}};
    Conversation second;
    second.attributes = {{QStringLiteral("a"), QJsonValue()}};
    const auto folded = foldNow(
        {eventAt(EventType::ConversationCreated, 0s, first), eventAt(EventType::ConversationUpdated, 9s, second)});
    QCOMPARE(folded.state.conversation.agent, QStringLiteral("agent-1"));
    QCOMPARE(folded.state.conversation.isTest, true);
    QCOMPARE(folded.state.conversation.attributes.value(QLatin1StringView("a")).toInt(), 1);
}

void FoldTest::aFinalStatusIsNotMovedBack()
{
    const auto folded = foldNow({eventAt(EventType::CallEnded, 0s, withStatus(Status::Failed)),
                                 eventAt(EventType::CallStarted, 10s, withStatus(Status::InProgress)),
                                 eventAt(EventType::MessageCreated, 20s, withStatus(Status::Open))});
    QCOMPARE(folded.state.conversation.status, Status::Failed);
}

void FoldTest::theLastFinalStatusStands()
{
    const auto folded = foldNow({eventAt(EventType::ConversationClosed, 20s, withStatus(Status::Closed)),
                                 eventAt(EventType::ConversationResolved, 0s, withStatus(Status::Resolved))});
    QCOMPARE(folded.state.conversation.status, Status::Closed);
    QCOMPARE(folded.state.conversation.endedAt, c_noon); // it ended when it was resolved
}

void FoldTest::onlyAWordReopens()
{
    FoldEvent reopened = eventAt(EventType::ConversationUpdated, 20s, withStatus(Status::Open));
    reopened.event.reopens = true;
    const auto folded = foldNow({eventAt(EventType::ConversationClosed, 0s, withStatus(Status::Closed)), reopened});
    QCOMPARE(folded.state.conversation.status, Status::Open);
    QVERIFY(!folded.state.conversation.endedAt);
    QVERIFY(folded.state.conversation.estimated.isEmpty());
}

void FoldTest::anEndWithoutATimeIsEstimatedOnce()
{
    FoldEvent again = eventAt(EventType::CallEnded, 600s, withStatus(Status::Completed));
    const auto folded = foldNow({eventAt(EventType::CallEnded, 60s, withStatus(Status::Disconnected)), again});
    QCOMPARE(folded.state.conversation.endedAt, c_noon + 60s);
    QCOMPARE(folded.state.conversation.estimated, QStringList{QStringLiteral("ended_at")});
}

void FoldTest::aSentEndReplacesAnEstimatedOne()
{
    Conversation ended = withStatus(Status::Completed);
    ended.endedAt = c_noon + 55s;
    const auto folded = foldNow(
        {eventAt(EventType::CallEnded, 60s, withStatus(Status::Completed)), eventAt(EventType::CallEnded, 61s, ended)});
    QCOMPARE(folded.state.conversation.endedAt, c_noon + 55s);
    QVERIFY(folded.state.conversation.estimated.isEmpty());
}

void FoldTest::aStartIsDeducedFromWhatThereIs_data()
{
    QTest::addColumn<QString>("platformId");
    QTest::addColumn<bool>("created");
    QTest::addColumn<bool>("message");
    QTest::addColumn<bool>("duration");
    QTest::addColumn<qint64>("secondsFromNoon");
    const QString uuid = QStringLiteral("019e2640-2ac0-7469-80d8-ff393043b889"); // 2026-05-14T11:30:00Z
    QTest::newRow("its first event") << uuid << true << true << true << qint64(-60);
    QTest::newRow("its first message") << uuid << false << true << true << qint64(-30);
    QTest::newRow("its id") << uuid << false << false << true << qint64(-1800);
    QTest::newRow("the end less the duration") << QStringLiteral("42") << false << false << true << qint64(-142);
}

void FoldTest::aStartIsDeducedFromWhatThereIs()
{
    QFETCH(QString, platformId);
    QFETCH(bool, created);
    QFETCH(bool, message);
    QFETCH(bool, duration);
    QFETCH(qint64, secondsFromNoon);
    Conversation ended = withStatus(Status::Completed);
    if (duration)
        ended.durationSeconds = 142;
    QList<FoldEvent> events = {eventAt(EventType::CallEnded, 0s, ended)};
    if (created)
        events.append(eventAt(EventType::ConversationCreated, -60s));
    if (message)
        events.append(messageAt(-30s, QStringLiteral("m"), QStringLiteral("Hi")));
    const auto folded = foldAll(events, {{QString(), platformId}, 2h, c_noon + 1h});
    QCOMPARE(folded.state.conversation.startedAt, c_noon + std::chrono::seconds(secondsFromNoon));
    QVERIFY(folded.state.conversation.estimated.contains(QLatin1StringView("started_at")));
    QVERIFY(!folded.state.conversation.estimated.contains(QLatin1StringView("duration_s")));
}

void FoldTest::aDurationIsDeducedFromStartAndEnd()
{
    Conversation patch = withStatus(Status::Closed);
    patch.startedAt = c_noon - 452s;
    const auto folded = foldNow({eventAt(EventType::ConversationClosed, 0s, patch)});
    QCOMPARE(folded.state.conversation.durationSeconds, 452);
    QCOMPARE(folded.state.conversation.estimated,
             (QStringList{QStringLiteral("ended_at"), QStringLiteral("duration_s")}));
}

void FoldTest::aRunningCallWithoutAnEndIsGivenUp()
{
    const QList<FoldEvent> events = {eventAt(EventType::CallStarted, 0s, withStatus(Status::InProgress))};
    // It arrived a second after it began; from then on nothing was heard of it.
    QCOMPARE(foldAll(events, rulesAt(c_noon + 2h + 1s - 1us)).state.conversation.status, Status::InProgress);
    const Conversation given = foldAll(events, rulesAt(c_noon + 2h + 1s)).state.conversation;
    QCOMPARE(given.status, Status::AssumedEnded);
    QCOMPARE(given.endedAt, c_noon + 2h);
    QVERIFY(!given.durationSeconds);
    QVERIFY(given.estimated.contains(QLatin1StringView("ended_at")));
    // News of long ago is news: the end may be on its way.
    FoldEvent late = events.first();
    late.receivedAt = c_noon + 100h;
    QCOMPARE(foldAll({late}, rulesAt(c_noon + 101h)).state.conversation.status, Status::InProgress);
    // An open chat may stay open for days.
    const auto chat =
        foldAll({eventAt(EventType::ConversationCreated, 0s, withStatus(Status::Open))}, rulesAt(c_noon + 100h));
    QCOMPARE(chat.state.conversation.status, Status::Open);
}

void FoldTest::anAssumedEndYieldsToARealOne()
{
    const FoldEvent started = eventAt(EventType::CallStarted, 0s, withStatus(Status::InProgress));
    const FoldEvent ended = eventAt(EventType::CallEnded, 10800s, withStatus(Status::Completed));
    const FoldRules rules = rulesAt(c_noon + 4h);
    const FoldState given = foldAll({started}, rules).state;
    QCOMPARE(given.conversation.status, Status::AssumedEnded);
    QVERIFY(!canFoldOnto(given, ended.order)); // so it is folded anew
    const Conversation real = foldAll({started, ended}, rules).state.conversation;
    QCOMPARE(real.status, Status::Completed);
    QCOMPARE(real.durationSeconds, 10800);
}

void FoldTest::aTranscriptReplacesWhatIsHeld()
{
    FoldEvent transcript = eventAt(EventType::ConversationClosed, 60s, withStatus(Status::Closed));
    transcript.event.hasTranscript = true;
    transcript.event.messages = {Message{QString(), Role::Assistant, QString(), QStringLiteral("Welcome"), c_noon - 5s},
                                 Message{QString(), Role::User, QString(), QStringLiteral("Hi there"), c_noon}};
    const auto folded = foldNow({messageAt(10s, QStringLiteral("m"), QStringLiteral("Hi")), transcript});
    QCOMPARE(folded.messages, transcript.event.messages);
    QCOMPARE(folded.state.conversation.messages, 2);
    QCOMPARE(folded.state.conversation.startedAt, c_noon - 5s);
}

void FoldTest::aMessageOfTheSameKeyTakesItsPlace()
{
    const auto folded = foldNow({messageAt(0s, QStringLiteral("1"), QStringLiteral("a")),
                                 messageAt(1s, QStringLiteral("2"), QStringLiteral("b")),
                                 messageAt(2s, QStringLiteral("1"), QStringLiteral("A"))});
    QCOMPARE(folded.messages.size(), 2);
    QCOMPARE(folded.messages[0].text, QStringLiteral("A"));
    QCOMPARE(folded.state.conversation.messages, 2);
}

void FoldTest::theFirstMessageIsTheContacts()
{
    const auto folded = foldNow({messageAt(0s, QStringLiteral("1"), QStringLiteral("Welcome"), Role::Assistant),
                                 messageAt(1s, QStringLiteral("2"), QStringLiteral("Flu jab?"))});
    QCOMPARE(folded.state.conversation.firstMessage, QStringLiteral("Flu jab?"));
}

void FoldTest::aCallScopeMakesACall()
{
    const QList<FoldEvent> events = {eventAt(EventType::CallOutcomeTagged, 0s)};
    QCOMPARE(foldAll(events, rulesAt(c_noon, QStringLiteral("call"))).state.conversation.kind, Kind::Call);
    QCOMPARE(foldAll(events, rulesAt(c_noon)).state.conversation.kind, Kind::Chat);
}

void FoldTest::onlyAPlausibleUuidV7IsATime_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds"); // 0: no time
    QTest::newRow("version 7") << "018ec933-3037-7469-80d8-ff393043b889" << qint64(1'712'772'558'903);
    QTest::newRow("version 4") << "a28e7071-508e-4d45-8887-085531aafaba" << qint64(0);
    QTest::newRow("edited by hand: 2011") << "012ec784-e78d-70c2-a729-101c148de8c2" << qint64(0);
    QTest::newRow("in the future") << "019ffeff-e78d-70c2-a729-101c148de8c2" << qint64(0);
    QTest::newRow("a digit short") << "019ec453-1017-2567-904d-ff39862b334" << qint64(0);
    QTest::newRow("other variant") << "018ec933-3037-7469-00d8-ff393043b889" << qint64(0);
    QTest::newRow("no UUID") << "conv_01HX" << qint64(0);
}

void FoldTest::onlyAPlausibleUuidV7IsATime()
{
    QFETCH(QString, text);
    QFETCH(qint64, milliseconds);
    const auto time = uuidV7Time(text, c_noon);
    QCOMPARE(time ? toMicroseconds(*time) / 1000 : 0, milliseconds);
}

QTEST_GUILESS_MAIN(FoldTest)
#include "tst_fold.moc"
