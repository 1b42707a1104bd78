// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/conversationrecord.h"

#include "models/domain/fields.h"

#include <QJsonArray>
#include <QTest>

using namespace earshot;

class ConversationRecordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesARecord_data();
    void namesARecord();
    void holdsEveryFieldOfTheNeutralRecord();
    void holdsTheTranscript();
};

void ConversationRecordTest::namesARecord_data()
{
    QTest::addColumn<QString>("platformId");
    QTest::addColumn<QString>("key");
    QTest::newRow("plain") << "42" << "earshot:abcdefgh:call:42";
    QTest::newRow("all that may stay") << "aZ09:._+-" << "earshot:abcdefgh:call:aZ09:._+-";
    QTest::newRow("a blank and quotes") << "a \"b\"" << "earshot:abcdefgh:call:a%20%22b%22";
    QTest::newRow("a percent sign") << "100%" << "earshot:abcdefgh:call:100%25";
    QTest::newRow("a tilde") << "~" << "earshot:abcdefgh:call:%7E";
    QTest::newRow("line ends") << "a\r\nb" << "earshot:abcdefgh:call:a%0D%0Ab";
    QTest::newRow("beyond ASCII") << QString::fromUtf8("Zo\xc3\xab") << "earshot:abcdefgh:call:Zo%C3%AB";
    QTest::newRow("an emoji") << QString::fromUtf8("\xf0\x9f\x98\x80") << "earshot:abcdefgh:call:%F0%9F%98%80";
}

void ConversationRecordTest::namesARecord()
{
    QFETCH(QString, platformId);
    QFETCH(QString, key);
    QCOMPARE(recordKey(QStringLiteral("abcdefgh"), {QStringLiteral("call"), platformId}), key);
}

void ConversationRecordTest::holdsEveryFieldOfTheNeutralRecord()
{
    WholeConversation whole{QStringLiteral("abcdefgh"), {QStringLiteral("call"), QStringLiteral("42")}, {}, {}};
    whole.record.id = 7;
    whole.record.startedAt = fromMicroseconds(1'778'760'000'000'000);
    whole.record.contactName = QStringLiteral("Zoë");
    const QJsonObject record = conversationRecord(whole);
    for (const ConversationField &field : conversationFields())
        QVERIFY2(record.contains(field.name), field.name.data());
    QCOMPARE(record.size(), qsizetype(conversationFields().size()) + 2);
    QCOMPARE(record.value(QStringLiteral("id")), QJsonValue(QStringLiteral("7")));
    QCOMPARE(record.value(QStringLiteral("started_at")), QJsonValue(QStringLiteral("2026-05-14T12:00:00Z")));
    QCOMPARE(record.value(QStringLiteral("outcome")), QJsonValue(QJsonValue::Null));
    QCOMPARE(record.value(QStringLiteral("ext")), QJsonValue(QStringLiteral("earshot:abcdefgh:call:42")));
    QCOMPARE(record.value(QStringLiteral("transcript")), QJsonValue(QJsonArray()));
}

void ConversationRecordTest::holdsTheTranscript()
{
    WholeConversation whole;
    whole.messages = {{QStringLiteral("m1"), Role::User, QStringLiteral("Zoë"), QStringLiteral("Hi"),
                       fromMicroseconds(1'778'760'000'250'000)},
                      {{}, Role::Assistant, {}, QString(), std::nullopt}};
    const QJsonArray expected{
        QJsonObject{{QStringLiteral("role"), QStringLiteral("user")},
                    {QStringLiteral("name"), QStringLiteral("Zoë")},
                    {QStringLiteral("text"), QStringLiteral("Hi")},
                    {QStringLiteral("at"), QStringLiteral("2026-05-14T12:00:00.250Z")}},
        QJsonObject{{QStringLiteral("role"), QStringLiteral("assistant")},
                    {QStringLiteral("name"), QJsonValue::Null},
                    {QStringLiteral("text"), QString()},
                    {QStringLiteral("at"), QJsonValue::Null}},
    };
    QCOMPARE(conversationRecord(whole).value(QStringLiteral("transcript")).toArray(), expected);
}

QTEST_GUILESS_MAIN(ConversationRecordTest)

#include "tst_conversationrecord.moc"
