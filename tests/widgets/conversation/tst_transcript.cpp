// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/store/storefixture.h"
#include "tests/widgets/conversation/exampletranscript.h"
#include "widgets/conversation/textfold.h"

#include <QTest>

using namespace earshot;

class TranscriptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsMarkersBetweenTurnsByTheirTime();
    void marksATransferAndAHangUp();
    void keepsTurnsWithoutTimesInTheirOrder();
    void foldsTextsForFinding_data();
    void foldsTextsForFinding();
};

namespace {

void addEvent(StoreFixture &store, qint64 source, qint64 conversation, EventType type, qint64 seconds,
              const Conversation &patch)
{
    Delivery delivery;
    delivery.sourceId = source;
    delivery.method = "POST";
    delivery.verdict = QStringLiteral("unsigned");
    delivery.receivedAt = exampleTime(seconds);
    const qint64 id = store.addDelivery(delivery);
    FoldEvent event;
    event.receivedAt = delivery.receivedAt;
    event.event.type = type;
    event.event.occurredAt = exampleTime(seconds);
    event.event.patch = patch;
    event.order.digest = QByteArray::number(seconds);
    store.addEvent(id, 1, source, conversation, event);
}

QStringList kinds(const Transcript &transcript)
{
    static const QStringList words = {QStringLiteral("turn"),   QStringLiteral("system"), QStringLiteral("tool"),
                                      QStringLiteral("intent"), QStringLiteral("form"),   QStringLiteral("transfer"),
                                      QStringLiteral("hangup")};
    QStringList found;
    for (const TranscriptEntry &entry : transcript.entries)
        found.append(words.at(int(entry.kind)));
    return found;
}

Transcript readTranscript(const StoreFixture &store, qint64 conversation)
{
    return transcriptOf(StoreFixture::taken(conversationDetails(store.database(), conversation)));
}

} // namespace

void TranscriptTest::putsMarkersBetweenTurnsByTheirTime()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    Conversation chat;
    chat.kind = Kind::Chat;
    chat.contactName = QStringLiteral("Hannah");
    chat.startedAt = exampleTime(0);
    chat.estimated = {QStringLiteral("ended_at")};
    const qint64 id = store.addConversation(source, chat);
    store.addMessage(id, 0, {{}, Role::User, {}, QStringLiteral("one\r\ntwo"), exampleTime(0)});
    store.addMessage(id, 1, {{}, Role::System, {}, QStringLiteral("note"), exampleTime(20)});
    store.addMessage(id, 2, {{}, Role::Assistant, {}, QStringLiteral("three"), exampleTime(40)});
    Conversation intent;
    intent.intent = QStringLiteral("QUOTE");
    addEvent(store, source, id, EventType::IntentCaptured, 30, intent);
    Conversation form;
    form.form = QStringLiteral("Visit");
    form.attributes = {{QStringLiteral("field_values"), QJsonObject{{QStringLiteral("n"), 5}}}};
    addEvent(store, source, id, EventType::FormCaptured, 50, form);

    const Transcript transcript = readTranscript(store, id);
    QCOMPARE(kinds(transcript), QStringList({QStringLiteral("turn"), QStringLiteral("system"), QStringLiteral("intent"),
                                             QStringLiteral("turn"), QStringLiteral("form")}));
    QCOMPARE(transcript.entries.at(0).text, QStringLiteral("one\ntwo"));
    QCOMPARE(transcript.entries.at(2).name, QStringLiteral("QUOTE"));
    QCOMPARE(transcript.entries.at(4).fields, QList<CapturedField>({{QStringLiteral("n"), QStringLiteral("5")}}));
    QCOMPARE(transcript.contact, QStringLiteral("Hannah"));
    QCOMPARE(transcript.messages(), 3);
    QVERIFY(transcript.isEndEstimated);
}

void TranscriptTest::marksATransferAndAHangUp()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"), QStringLiteral("varda"));
    Conversation call;
    call.kind = Kind::Call;
    call.status = Status::Abandoned;
    call.startedAt = exampleTime(0);
    call.endedAt = exampleTime(60);
    const qint64 id = store.addConversation(source, call);
    Conversation patch;
    patch.agent = QStringLiteral("Ines");
    addEvent(store, source, id, EventType::CallStarted, 0, patch);
    addEvent(store, source, id, EventType::ConversationUpdated, 10, patch);
    patch.agent = QStringLiteral("Dev");
    addEvent(store, source, id, EventType::ConversationUpdated, 30, patch);
    const Transcript transcript = readTranscript(store, id);
    QCOMPARE(kinds(transcript), QStringList({QStringLiteral("transfer"), QStringLiteral("hangup")}));
    QCOMPARE(transcript.entries.at(0).name, QStringLiteral("Dev"));
    QCOMPARE(transcript.entries.at(1).at, std::optional(exampleTime(60)));
    QCOMPARE(transcript.messages(), 0);
}

void TranscriptTest::keepsTurnsWithoutTimesInTheirOrder()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    const qint64 id = store.addConversation(source, {});
    store.addMessage(id, 0, {{}, Role::User, {}, QStringLiteral("one"), {}});
    store.addMessage(id, 1, {{}, Role::Assistant, {}, QStringLiteral("two"), {}});
    Conversation intent;
    intent.intent = QStringLiteral("QUOTE");
    addEvent(store, source, id, EventType::IntentCaptured, 30, intent);
    QCOMPARE(kinds(readTranscript(store, id)),
             QStringList({QStringLiteral("turn"), QStringLiteral("turn"), QStringLiteral("intent")}));
}

void TranscriptTest::foldsTextsForFinding_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("needle");
    QTest::addColumn<qsizetype>("from");
    QTest::addColumn<qsizetype>("length");
    QTest::newRow("plain") << QStringLiteral("one TWO") << QStringLiteral("two") << qsizetype(4) << qsizetype(3);
    QTest::newRow("accent in one character")
        << QStringLiteral("ein Café hier") << QStringLiteral("cafe") << qsizetype(4) << qsizetype(4);
    QTest::newRow("accent of its own") << QStringLiteral("Cafe\u0301 x") << QStringLiteral("café") << qsizetype(0)
                                       << qsizetype(5);
    QTest::newRow("ligature") << QStringLiteral("o\ufb01s") << QStringLiteral("f") << qsizetype(1) << qsizetype(1);
    QTest::newRow("sharp s") << QStringLiteral("Straße 5") << QStringLiteral("STRASSE") << qsizetype(0) << qsizetype(6);
    QTest::newRow("after an emoji") << QString(QString::fromUcs4(U"\U0001F600", 1) + QStringLiteral("ok"))
                                    << QStringLiteral("ok") << qsizetype(2) << qsizetype(2);
}

void TranscriptTest::foldsTextsForFinding()
{
    QFETCH(QString, text);
    QFETCH(QString, needle);
    QFETCH(qsizetype, from);
    QFETCH(qsizetype, length);
    const QList<TextStretch> found = FoldedText(text).find(FoldedText(needle));
    QCOMPARE(found, QList<TextStretch>({{from, length}}));
}

QTEST_GUILESS_MAIN(TranscriptTest)
#include "tst_transcript.moc"
