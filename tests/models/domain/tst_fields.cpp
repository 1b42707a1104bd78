// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/event.h"
#include "models/domain/fields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace earshot;

namespace {

Conversation everyFieldSet()
{
    Conversation c;
    c.id = 17;
    c.kind = Kind::Call;
    c.direction = Direction::Outbound;
    c.status = Status::AssumedEnded;
    c.startedAt = fromMicroseconds(1'778'754'093'000'001);
    c.durationSeconds = 9'007'199'254'740'993; // beyond what a double holds
    c.isTest = false;
    c.attributes = {{QStringLiteral("lead_score"), 78}};
    c.analysis = {{QStringLiteral("is_good"), true}};
    c.estimated = {QStringLiteral("started_at")};
    for (const ConversationField &field : conversationFields()) {
        if (const auto *text = std::get_if<QString Conversation::*>(&field.member))
            c.**text = QStringLiteral("<") + field.name + QStringLiteral(">");
        if (const auto *number = std::get_if<std::optional<qint64> Conversation::*>(&field.member);
            number && !(c.**number))
            c.**number = 42;
        if (const auto *time = std::get_if<std::optional<Timestamp> Conversation::*>(&field.member);
            time && !(c.**time))
            c.**time = fromMicroseconds(1'778'754'100'000'000);
    }
    return c;
}

} // namespace

class FieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableNamesEveryMemberOnce();
    void anUnknownRecordIsAllNull();
    void aPatchSurvivesItsJson();
    void timesAreWrittenInTheZone();
    void idsAreText();
    void everyStoredWordIsReadBack();
};

void FieldsTest::theTableNamesEveryMemberOnce()
{
    QStringList names;
    for (const ConversationField &field : conversationFields())
        names.append(field.name);
    names.sort();
    const qsizetype all = names.size();
    names.removeDuplicates();
    QCOMPARE(names.size(), all);

    // A member that the table forgets would not be cleared, and so show as a difference.
    Conversation cleared = everyFieldSet();
    for (const ConversationField &field : conversationFields())
        clearField(field, cleared);
    QVERIFY(cleared == Conversation());
}

void FieldsTest::anUnknownRecordIsAllNull()
{
    const QJsonObject json = toJson(Conversation(), QTimeZone::utc());
    QCOMPARE(json.size(), qsizetype(conversationFields().size()));
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (it.key() == QLatin1StringView("estimated"))
            QCOMPARE(it.value().toArray().size(), 0);
        else
            QVERIFY2(it.value().isNull(), qPrintable(it.key()));
    }
}

void FieldsTest::aPatchSurvivesItsJson()
{
    const Conversation patch = everyFieldSet();
    const QByteArray text = QJsonDocument(patchToJson(patch)).toJson();
    QVERIFY(patchFromJson(QJsonDocument::fromJson(text).object()) == patch);
    QVERIFY(patchToJson(Conversation()).isEmpty());
}

void FieldsTest::timesAreWrittenInTheZone()
{
    const QJsonObject json = toJson(everyFieldSet(), QTimeZone("Europe/Berlin"));
    QCOMPARE(json.value(QLatin1StringView("started_at")).toString(),
             QStringLiteral("2026-05-14T12:21:33.000001+02:00"));
}

void FieldsTest::idsAreText()
{
    QCOMPARE(toJson(everyFieldSet(), QTimeZone::utc()).value(QLatin1StringView("id")),
             QJsonValue(QStringLiteral("17")));
}

void FieldsTest::everyStoredWordIsReadBack()
{
    for (int i = 0; i <= int(EventType::Unknown); ++i)
        QCOMPARE(eventTypeFromText(eventTypeText(EventType(i))), EventType(i));
    for (int i = 0; i <= int(Role::Tool); ++i)
        QCOMPARE(roleFromText(roleText(Role(i))), Role(i));
    for (int i = 0; i <= int(Status::AssumedEnded); ++i)
        QCOMPARE(statusFromText(statusText(Status(i))), Status(i));
    QVERIFY(!statusFromText(u"Completed"));
    QVERIFY(!eventTypeFromText(u""));
}

QTEST_GUILESS_MAIN(FieldsTest)
#include "tst_fields.moc"
