// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/wholeconversation.h"

#include "tests/models/store/samplestore.h"

using namespace earshot;

class WholeConversationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsRecordMessagesAndNames();
    void keepsItsKeyWhenTheSourceIsRemoved();
    void saysThatThereIsNone();
};

void WholeConversationTest::holdsRecordMessagesAndNames()
{
    const SampleStore store;
    store.addConversation(QStringLiteral("another"));
    const qint64 id = store.addConversation(QStringLiteral("a/42"), QStringLiteral("booked"));
    const auto whole = readWholeConversation(store.database(), id);
    QVERIFY(whole);
    QCOMPARE(whole->sourceKey, QStringLiteral("abcdefgh"));
    QCOMPARE(whole->key, (ConversationKey{QStringLiteral("conversation"), QStringLiteral("a/42")}));
    QCOMPARE(whole->record.id, id);
    QCOMPARE(whole->record.source, QStringLiteral("Web chat"));
    QCOMPARE(whole->record.platform, QStringLiteral("plain"));
    QCOMPARE(whole->record.outcome, QStringLiteral("booked"));
    QCOMPARE(whole->record.startedAt, std::optional(SampleStore::c_noon));
    QCOMPARE(whole->messages, SampleStore::messages());
}

void WholeConversationTest::keepsItsKeyWhenTheSourceIsRemoved()
{
    const SampleStore store;
    const qint64 id = store.addConversation(QStringLiteral("42"));
    const auto source = sources::byName(store.database(), QStringLiteral("Web chat"));
    QVERIFY(source);
    QVERIFY(sources::remove(store.database(), source->id, SampleStore::c_noon));
    const auto whole = readWholeConversation(store.database(), id);
    QVERIFY(whole);
    QCOMPARE(whole->sourceKey, QStringLiteral("abcdefgh"));
}

void WholeConversationTest::saysThatThereIsNone()
{
    const SampleStore store;
    const auto missing = readWholeConversation(store.database(), 77);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(WholeConversationTest)

#include "tst_wholeconversation.moc"
