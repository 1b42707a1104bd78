// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/csvformat.h"
#include "app/report/fieldchoice.h"
#include "app/report/ndjsonformat.h"

#include <QTest>

using namespace earshot;

class FieldChoiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAllUnlessTold();
    void takesTheNamedInTheirOrder();
    void refusesWhatThereIsNot_data();
    void refusesWhatThereIsNot();
    void isWhatAFileHas();

private:
    static QStringList namesOf(const FieldChoice &choice)
    {
        QStringList names;
        for (const std::size_t index : choice.indices())
            names.append(QString(choice.field(index).name));
        return names;
    }

    static QStringList allOf(RecordKind kind)
    {
        QStringList names;
        for (const Field &field : recordFields(kind))
            names.append(QString(field.name));
        return names;
    }
};

void FieldChoiceTest::takesAllUnlessTold()
{
    for (const RecordKind kind :
         {RecordKind::Conversations, RecordKind::Messages, RecordKind::Events, RecordKind::Deliveries}) {
        QCOMPARE(namesOf(kind), allOf(kind));
        const auto none = FieldChoice::of(kind, {});
        QVERIFY(none);
        QCOMPARE(namesOf(*none), allOf(kind));
    }
}

void FieldChoiceTest::takesTheNamedInTheirOrder()
{
    const QStringList names{QStringLiteral("text"), QStringLiteral("conversation"), QStringLiteral("at")};
    const auto choice = FieldChoice::of(RecordKind::Messages, names);
    QVERIFY(choice);
    QCOMPARE(namesOf(*choice), names);
}

void FieldChoiceTest::refusesWhatThereIsNot_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("detail");
    QTest::newRow("unknown") << QStringList{QStringLiteral("text"), QStringLiteral("colour")}
                             << "messages have no field \"colour\"";
    QTest::newRow("of another kind") << QStringList{QStringLiteral("outcome")} << "messages have no field \"outcome\"";
    QTest::newRow("in another case") << QStringList{QStringLiteral("Text")} << "messages have no field \"Text\"";
    QTest::newRow("blank") << QStringList{QString()} << "messages have no field \"\"";
    QTest::newRow("twice") << QStringList{QStringLiteral("at"), QStringLiteral("text"), QStringLiteral("at")}
                           << "the field \"at\" is named twice";
}

void FieldChoiceTest::refusesWhatThereIsNot()
{
    QFETCH(QStringList, names);
    const auto choice = FieldChoice::of(RecordKind::Messages, names);
    QVERIFY(!choice);
    QCOMPARE(choice.error().code, ErrorCode::BadArgument);
    QTEST(choice.error().detail, "detail");
}

void FieldChoiceTest::isWhatAFileHas()
{
    const auto choice = FieldChoice::of(RecordKind::Messages, {QStringLiteral("text"), QStringLiteral("conversation")});
    QVERIFY(choice);
    const Record message{QStringLiteral("7"), qint64(0), QStringLiteral("user"), {}, QStringLiteral("Hello"), {}};
    CsvFormat csv(*choice, QTimeZone::utc(), CsvFormat::Reader::Program);
    QByteArray table;
    csv.appendHeader(table);
    csv.appendRecord(table, message);
    QCOMPARE(table, QByteArray("text,conversation\r\nHello,7\r\n"));
    NdjsonFormat ndjson(*choice, QTimeZone::utc());
    QByteArray lines;
    ndjson.appendHeader(lines);
    ndjson.appendRecord(lines, message);
    QCOMPARE(lines, QByteArray("{\"text\":\"Hello\",\"conversation\":\"7\"}\n"));
}

QTEST_GUILESS_MAIN(FieldChoiceTest)
#include "tst_fieldchoice.moc"
