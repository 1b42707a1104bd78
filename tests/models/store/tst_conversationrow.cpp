// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/store/storefixture.h"

#include <QTest>

using namespace earshot;

class ConversationRowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsBackWhatWasStored_data();
    void readsBackWhatWasStored();
    void storesTheUnknownAsNull();
    void takesNameAndPlatformFromTheSource();
    void readsAnUnknownWordAsUnknown();
    void readsDamagedJsonAsUnknown();

private:
    Conversation m_stored;
    Conversation m_found;
};

static Conversation readBack(const StoreFixture &store, qint64 id)
{
    auto row = StoreFixture::taken(store.database().run(
        QStringLiteral(
            "SELECT 0, %1 FROM conversation c JOIN source src ON src.\"id\" = c.\"source_id\" WHERE c.\"id\" = ?")
            .arg(conversationColumns(u"c")),
        {id}));
    return row.next() ? conversationFromRow(row, 1) : Conversation();
}

void ConversationRowTest::initTestCase()
{
    StoreFixture store;
    m_stored = fullConversation();
    m_stored.id = store.addConversation(store.addSource(QStringLiteral("Web chat")), m_stored);
    m_stored.source = QStringLiteral("Web chat");
    m_stored.platform = QStringLiteral("insighto");
    m_found = readBack(store, m_stored.id);
}

void ConversationRowTest::readsBackWhatWasStored_data()
{
    QTest::addColumn<int>("field");
    for (int i = 0; i < int(conversationFields().size()); ++i)
        QTest::addRow("%s", conversationFields()[std::size_t(i)].name.data()) << i;
}

void ConversationRowTest::readsBackWhatWasStored()
{
    QFETCH(int, field);
    const ConversationField &checked = conversationFields()[std::size_t(field)];
    QVERIFY(!isNull(m_found, checked));
    QCOMPARE(toJson(m_found, checked, QTimeZone::utc()), toJson(m_stored, checked, QTimeZone::utc()));
    QCOMPARE(columnValue(m_found, checked), columnValue(m_stored, checked));
}

void ConversationRowTest::storesTheUnknownAsNull()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("Web chat"));
    const qint64 id = store.addConversation(source, Conversation());
    const Conversation found = readBack(store, id);
    QVERIFY(found.outcome.isNull());
    QVERIFY(!found.durationSeconds && !found.startedAt && !found.isTest && !found.kind && !found.direction);
    QVERIFY(found.attributes.isEmpty());
    QVERIFY(found.estimated.isEmpty());
    QCOMPARE(store.number(QStringLiteral(
                 "SELECT count(*) FROM conversation WHERE \"attributes\" IS NULL AND \"analysis\" IS NULL "
                 "AND \"outcome\" IS NULL AND \"duration_s\" IS NULL AND \"estimated\" = '[]'")),
             1);
}

void ConversationRowTest::takesNameAndPlatformFromTheSource()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("Phones"), QStringLiteral("varda"));
    const qint64 id = store.addConversation(source, Conversation());
    store.run(QStringLiteral("UPDATE source SET \"name\" = 'Other phones'"));
    const Conversation found = readBack(store, id);
    QCOMPARE(found.id, id);
    QCOMPARE(found.source, QStringLiteral("Other phones"));
    QCOMPARE(found.platform, QStringLiteral("varda"));
}

void ConversationRowTest::readsAnUnknownWordAsUnknown()
{
    StoreFixture store;
    const qint64 id = store.addConversation(store.addSource(QStringLiteral("s")), fullConversation());
    store.run(QStringLiteral("UPDATE conversation SET \"kind\" = 'telegram', \"direction\" = 'sideways'"));
    const Conversation found = readBack(store, id);
    QVERIFY(!found.kind);
    QVERIFY(!found.direction);
}

void ConversationRowTest::readsDamagedJsonAsUnknown()
{
    StoreFixture store;
    const qint64 id = store.addConversation(store.addSource(QStringLiteral("s")), fullConversation());
    store.run(QStringLiteral("UPDATE conversation SET \"attributes\" = '{\"a\":', \"estimated\" = '7'"));
    const Conversation found = readBack(store, id);
    QVERIFY(found.attributes.isEmpty());
    QVERIFY(found.estimated.isEmpty());
}

QTEST_GUILESS_MAIN(ConversationRowTest)
#include "tst_conversationrow.moc"
