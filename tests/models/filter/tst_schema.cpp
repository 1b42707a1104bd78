// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/schema.h"

#include <QTest>

using namespace earshot;

class SchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsEveryExportedField();
    void findsByNameAndAliasInAnyCase_data();
    void findsByNameAndAliasInAnyCase();
    void suggestsWhatIsNear_data();
    void suggestsWhatIsNear();
};

namespace {

const FilterSchema &schemaOf(QStringView kind)
{
    if (kind == u"messages")
        return messageSchema();
    if (kind == u"events")
        return eventSchema();
    return kind == u"deliveries" ? deliverySchema() : conversationSchema();
}

template <typename Fields>
bool knowsAll(const FilterSchema &schema, const Fields &fields)
{
    return std::ranges::all_of(fields, [&](const auto &field) {
        const FilterField *found = schema.field(QString(field.name));
        return found && found->name == field.name;
    });
}

} // namespace

void SchemaTest::knowsEveryExportedField()
{
    QVERIFY(knowsAll(conversationSchema(), conversationFields()));
    QVERIFY(knowsAll(messageSchema(), messageFields()));
    QVERIFY(knowsAll(messageSchema(), conversationFields()));
    QVERIFY(knowsAll(eventSchema(), eventFields()));
    QVERIFY(knowsAll(eventSchema(), conversationFields()));
    QVERIFY(knowsAll(deliverySchema(), deliveryFields()));
}

void SchemaTest::findsByNameAndAliasInAnyCase_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("sql");

    const auto row = [](const char *kind, const char *name, const char *sql) {
        QTest::addRow("%s %s", kind, name)
            << QString::fromLatin1(kind) << QString::fromLatin1(name) << QString::fromLatin1(sql);
    };
    row("conversations", "outcome", "c.\"outcome\"");
    row("conversations", "Outcome", "c.\"outcome\"");
    row("conversations", "dur", "c.\"duration_s\"");
    row("conversations", "TEST", "c.\"is_test\"");
    row("conversations", "source", "src.\"name\"");
    row("conversations", "name", "c.\"contact_name\"");
    row("messages", "name", "m.\"name\"");
    row("messages", "contact", "c.\"contact_name\"");
    row("messages", "text", "m.\"text\"");
    row("messages", "id", "c.\"id\"");
    row("events", "id", "(e.\"delivery\" || '.' || e.\"position\")");
    row("events", "occurred", "e.\"occurred_at\"");
    row("events", "platform", "src.\"platform\"");
    row("deliveries", "state", "coalesce(f.\"state\", 'received')");
    row("deliveries", "platform", "src.\"platform\"");
    row("deliveries", "size", "d.\"bytes\"");
}

void SchemaTest::findsByNameAndAliasInAnyCase()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, name);
    QFETCH(const QString, sql);

    const FilterField *field = schemaOf(kind).field(name);
    QVERIFY(field);
    QCOMPARE(field->sql, sql);
}

void SchemaTest::suggestsWhatIsNear_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("nearest");
    QTest::newRow("a letter missing") << QStringLiteral("otcome") << QStringLiteral("outcome");
    QTest::newRow("a letter too many") << QStringLiteral("outcomme") << QStringLiteral("outcome");
    QTest::newRow("letters swapped") << QStringLiteral("statsu") << QStringLiteral("status");
    QTest::newRow("in capitals") << QStringLiteral("STATSU") << QStringLiteral("status");
    QTest::newRow("an alias") << QStringLiteral("durr") << QStringLiteral("dur");
    QTest::newRow("a hyphen") << QStringLiteral("started-at") << QStringLiteral("started_at");
    QTest::newRow("of two letters one is right") << QStringLiteral("tp") << QStringLiteral("to");
    QTest::newRow("of one letter none") << QStringLiteral("q") << QString();
    QTest::newRow("far from all") << QStringLiteral("zebra") << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("very long") << QString(8000, u'o') << QString();
}

void SchemaTest::suggestsWhatIsNear()
{
    QFETCH(const QString, name);
    QFETCH(const QString, nearest);
    QCOMPARE(conversationSchema().nearestName(name), nearest);
}

QTEST_GUILESS_MAIN(SchemaTest)
#include "tst_schema.moc"
