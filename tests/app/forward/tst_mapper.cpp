// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/mapper.h"

#include "app/forward/mappingpreview.h"
#include "app/forward/sampleconversation.h"
#include "models/store/destinationkinds.h"
#include "tests/app/jq/jqwait.h"

#include <QJsonDocument>
#include <QTest>

using namespace earshot;

class MapperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAMappingTheRecordIsTheBody();
    void aMappingGivesTheBody();
    void anEnvelopeIsChecked_data();
    void anEnvelopeIsChecked();
    void aPresetGivesAnEnvelope_data();
    void aPresetGivesAnEnvelope();
    void aPreviewShowsWhatGoesInAndComesOut();
    void aPreviewShowsWhatIsWrong();

private:
    Mapped rendered(const Destination &destination, const QJsonObject &record)
    {
        return QCoro::waitFor(m_mapper.render(destination, record));
    }

    static Destination destination(const QString &kind, const QString &mapping = {})
    {
        Destination made;
        made.kind = kind;
        made.mapping = mapping;
        return made;
    }

    static QJsonObject sample()
    {
        return sampleRecord(sampleConversation(QStringLiteral("42"), fromMicroseconds(1'778'760'000'000'000)));
    }

    JqRunner m_runner{helperProgram(), helperArguments()};
    Mapper m_mapper{m_runner};
};

void MapperTest::withoutAMappingTheRecordIsTheBody()
{
    const QJsonObject record{{QStringLiteral("id"), 9'007'199'254'740'993LL}, {QStringLiteral("a"), QJsonValue::Null}};
    const Mapped body = rendered(destination(QStringLiteral("webhook")), record);
    QVERIFY(body);
    QCOMPARE(*body, R"({"a":null,"id":9007199254740993})");
}

void MapperTest::aMappingGivesTheBody()
{
    Destination webhook = destination(QStringLiteral("webhook"), QStringLiteral("[.id, $words.outcome[.outcome]]"));
    webhook.options = QJsonDocument::fromJson(R"({"words": {"outcome": {"booked": "Won"}}})").object();
    const QJsonObject record{{QStringLiteral("id"), 9'007'199'254'740'993LL},
                             {QStringLiteral("outcome"), QStringLiteral("booked")}};
    const Mapped body = rendered(webhook, record);
    QVERIFY(body);
    QCOMPARE(*body, R"(["9007199254740993","Won"])");
}

void MapperTest::anEnvelopeIsChecked_data()
{
    QTest::addColumn<QString>("mapping");
    QTest::addColumn<QString>("problem");
    const QString must = QStringLiteral("the mapping must give ");
    QTest::newRow("whole") << QStringLiteral("{object: \"calls\", contact: {name: .contact_name}, record: {a: 1}}")
                           << QString();
    QTest::newRow("only a record") << QStringLiteral("{record: {}}") << QString();
    QTest::newRow("of nobody") << QStringLiteral("{object: null, contact: null, record: {}}") << QString();
    QTest::newRow("null") << QStringLiteral("null")
                          << QString(must + QStringLiteral("an object {object, contact, record}"));
    QTest::newRow("text") << QStringLiteral(".ext")
                          << QString(must + QStringLiteral("an object {object, contact, record}"));
    QTest::newRow("no record") << QStringLiteral("{contact: {}}")
                               << QString(must + QStringLiteral("an object as \"record\""));
    QTest::newRow("a contact in words") << QStringLiteral("{contact: \"Zoë\", record: {}}")
                                        << QString(must + QStringLiteral("an object or null as \"contact\""));
    QTest::newRow("several objects") << QStringLiteral("{object: [], record: {}}")
                                     << QString(must + QStringLiteral("text as \"object\""));
}

void MapperTest::anEnvelopeIsChecked()
{
    QFETCH(QString, mapping);
    QFETCH(QString, problem);
    const Mapped body = rendered(destination(QStringLiteral("hubspot"), mapping), sample());
    QCOMPARE(body.has_value(), problem.isNull());
    if (!body)
        QCOMPARE(body.error().message, problem);
}

void MapperTest::aPresetGivesAnEnvelope_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QJsonObject>("changes");
    const QStringList bare{QStringLiteral("started_at"), QStringLiteral("contact_name"),
                           QStringLiteral("outcome"),    QStringLiteral("summary"),
                           QStringLiteral("direction"),  QStringLiteral("contact_phone")};
    QJsonObject nothing;
    for (const QString &field : bare)
        nothing.insert(field, QJsonValue::Null);
    for (const DestinationKind &kind : destinationKinds()) {
        if (!kind.hasContacts)
            continue;
        const QString word = kind.word;
        QTest::addRow("%s, a call", kind.word.data()) << word << QJsonObject();
        QTest::addRow("%s, a chat", kind.word.data())
            << word << QJsonObject{{QStringLiteral("kind"), QStringLiteral("chat")}};
        QTest::addRow("%s, next to nothing known", kind.word.data()) << word << nothing;
        QTest::addRow("%s, with a long transcript", kind.word.data())
            << word << QJsonObject{{QStringLiteral("summary"), QStringLiteral("Ünd 😀 <b>").repeated(20'000)}};
    }
}

void MapperTest::aPresetGivesAnEnvelope()
{
    QFETCH(QString, kind);
    QFETCH(QJsonObject, changes);
    QJsonObject record = sample();
    for (auto change = changes.begin(); change != changes.end(); ++change)
        record.insert(change.key(), *change);
    const Mapped body = rendered(destination(kind), record);
    QVERIFY2(body, body ? "" : qPrintable(body.error().message));
    const auto envelope = readEnvelope(*body);
    QVERIFY(envelope);
    QVERIFY(!envelope->record.isEmpty());
}

void MapperTest::aPreviewShowsWhatGoesInAndComesOut()
{
    const Destination webhook = destination(QStringLiteral("webhook"), QStringLiteral("{b: .a}"));
    const MappingPreview preview =
        QCoro::waitFor(previewMapping(m_mapper, webhook, {{QStringLiteral("a"), 9'007'199'254'740'993LL}}));
    QCOMPARE(preview.input, QStringLiteral("{\n    \"a\": \"9007199254740993\"\n}"));
    QCOMPARE(preview.output, QStringLiteral("{\n    \"b\": \"9007199254740993\"\n}"));
    QVERIFY(preview.problems.isEmpty());
    const MappingPreview bare =
        QCoro::waitFor(previewMapping(m_mapper, destination(QStringLiteral("webhook"), QStringLiteral("\"a\"")), {}));
    QCOMPARE(bare.output, QStringLiteral("\"a\""));
}

void MapperTest::aPreviewShowsWhatIsWrong()
{
    const Destination webhook = destination(QStringLiteral("webhook"), QStringLiteral("{b: .a\n, c: nope}"));
    const MappingPreview preview = QCoro::waitFor(previewMapping(m_mapper, webhook, {}));
    QVERIFY(preview.output.isNull());
    QCOMPARE(preview.input, QStringLiteral("{\n}"));
    QCOMPARE(preview.problems, (QList<MappingProblem>{{QStringLiteral("nope/0 is not defined"), 2, 6}}));
}

QTEST_GUILESS_MAIN(MapperTest)
#include "tst_mapper.moc"
