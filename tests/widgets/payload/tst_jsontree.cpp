// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/payload/payloadstore.h"
#include "widgets/payload/payloadtreemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;

class JsonTreeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isAProperModel();
    void showsNamesValuesAndReadings_data();
    void showsNamesValuesAndReadings();
    void knowsWhatToFilterBy_data();
    void knowsWhatToFilterBy();
    void readsFormsByTheirFields();
    void keepsNumbersAsSent();
    void showsHostileTextOnOneLine();
    void followsZoneAndLocale();
    void copiesWholeValues();
    void takesLongLists();

private:
    PayloadContentPtr contentOf(const QString &platform, const Delivery &delivery);
    QModelIndex at(const QString &path, PayloadColumn column);

    StandingClock m_clock;
    std::unique_ptr<DisplaySettings> m_display;
    std::unique_ptr<PayloadTreeModel> m_model;
    PayloadContentPtr m_content;
};

void JsonTreeTest::init()
{
    m_display = std::make_unique<DisplaySettings>(m_clock);
    m_display->setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
    m_model = std::make_unique<PayloadTreeModel>(*m_display);
}

PayloadContentPtr JsonTreeTest::contentOf(const QString &platform, const Delivery &delivery)
{
    PayloadStore store;
    const qint64 source = store.addSource(QStringLiteral("Front desk"), platform);
    store.run(QStringLiteral("UPDATE source SET \"currency\" = 'USD'"));
    const qint64 id = store.add(source, platform, delivery);
    m_content = StoreFixture::taken(readPayloadContent(store.database(), id, PayloadDepth::Whole, {}));
    return m_content;
}

QModelIndex JsonTreeTest::at(const QString &path, PayloadColumn column)
{
    for (int node = 0; node < m_content->outline->size(); ++node) {
        if (m_content->outline->path(node) == path)
            return m_model->indexOfNode(node, int(column));
    }
    return {};
}

void JsonTreeTest::isAProperModel()
{
    QAbstractItemModelTester tester(m_model.get());
    m_model->setContent(
        contentOf(QStringLiteral("varda"), PayloadStore::sample(QStringLiteral("varda/call-outcome-tagged"))));
    m_model->setContent(contentOf(QStringLiteral("eigi"), PayloadStore::sample(QStringLiteral("eigi/completed-post"))));
    m_model->setContent({});
    QCOMPARE(m_model->rowCount(), 0);
}

void JsonTreeTest::showsNamesValuesAndReadings_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("readAs");
    const auto row = [](const char *path, const char *field, const char *value, const char *readAs) {
        QTest::newRow(path) << QString::fromUtf8(path) << QString::fromUtf8(field) << QString::fromUtf8(value)
                            << QString::fromUtf8(readAs);
    };
    row("", "Body", "", "3 fields");
    row("event", "event", "\"call.outcome_tagged\"", "");
    row("timestamp", "timestamp", "\"2026-03-25T18:35:30Z\"", "18:35:30, 4 s before arrival");
    row("data", "data", "", "9 fields");
    row("data.call_session_id", "call_session_id", "42", "conversation_id");
    row("data.outcome_type", "outcome_type", "\"booked\"", "outcome");
    row("data.estimated_value_cents", "estimated_value_cents", "250000", "$2,500.00");
    row("data.actual_value_cents", "actual_value_cents", "0", "$0.00");
    row("data.attribution.source", "source", "\"google_ads\"", "utm_source");
    row("data.attribution.campaign", "campaign", "\"spring-sale\"", "campaign");
}

void JsonTreeTest::showsNamesValuesAndReadings()
{
    QFETCH(QString, path);
    m_model->setContent(
        contentOf(QStringLiteral("varda"), PayloadStore::sample(QStringLiteral("varda/call-outcome-tagged"))));
    QTEST(at(path, PayloadColumn::Field).data().toString(), "field");
    QTEST(at(path, PayloadColumn::Value).data().toString(), "value");
    QTEST(at(path, PayloadColumn::ReadAs).data().toString(), "readAs");
}

void JsonTreeTest::knowsWhatToFilterBy_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("a word") << "data.outcome_type" << "outcome" << "booked";
    QTest::newRow("an amount") << "data.revenue_cents" << "revenue_minor" << "250000";
    QTest::newRow("another of the same") << "data.estimated_value_cents" << "estimated_value_minor" << "250000";
    QTest::newRow("a phone") << "data.contact.phone" << "contact_phone" << "+18005559876";
    QTest::newRow("an attribute") << "data.id" << "attributes.outcome_tag_id" << "15";
    QTest::newRow("an id") << "data.call_session_id" << "conversation_id" << "42";
    QTest::newRow("nothing") << "event" << QString() << QString();
    QTest::newRow("a container") << "data" << QString() << QString();
}

void JsonTreeTest::knowsWhatToFilterBy()
{
    QFETCH(QString, path);
    m_model->setContent(
        contentOf(QStringLiteral("varda"), PayloadStore::sample(QStringLiteral("varda/call-outcome-tagged"))));
    const ValueReading reading = m_model->reading(at(path, PayloadColumn::Field));
    QTEST(reading.field, "field");
    QTEST(reading.filterValue, "value");
}

void JsonTreeTest::readsFormsByTheirFields()
{
    m_model->setContent(contentOf(QStringLiteral("eigi"), PayloadStore::sample(QStringLiteral("eigi/completed-post"))));
    const QModelIndex top = m_model->index(0, 0);
    QCOMPARE(top.data().toString(), QStringLiteral("Form"));
    QCOMPARE(m_model->rowCount(top), 2);
    QCOMPARE(at(QStringLiteral("payload"), PayloadColumn::Field).parent(), top);
    QCOMPARE(at(QStringLiteral("payload.conversation_duration"), PayloadColumn::ReadAs).data().toString(),
             QStringLiteral("duration_s"));
    QCOMPARE(m_content->parts.size(), 2);
}

void JsonTreeTest::keepsNumbersAsSent()
{
    m_model->setContent(
        contentOf(QStringLiteral("custom"), PayloadStore::json("{\"n\":9007199254740993,\"f\":1.500,\"e\":1E3}")));
    QCOMPARE(at(QStringLiteral("n"), PayloadColumn::Value).data().toString(), QStringLiteral("9007199254740993"));
    QCOMPARE(at(QStringLiteral("f"), PayloadColumn::Value).data().toString(), QStringLiteral("1.500"));
}

void JsonTreeTest::showsHostileTextOnOneLine()
{
    m_model->setContent(
        contentOf(QStringLiteral("custom"), PayloadStore::json("{\"a\\nb\":\"x\\r\\ny\\u0000<b>z</b>\"}")));
    const QModelIndex name = m_model->index(0, 0, m_model->index(0, 0));
    QVERIFY(!name.data().toString().contains(QLatin1Char('\n')));
    const QString value = name.siblingAtColumn(int(PayloadColumn::Value)).data().toString();
    QVERIFY(!value.contains(QLatin1Char('\n')));
    QVERIFY(!value.contains(QChar(QChar::Null)));
    QVERIFY(value.contains(QStringLiteral("<b>z</b>")));
}

void JsonTreeTest::followsZoneAndLocale()
{
    m_model->setContent(
        contentOf(QStringLiteral("varda"), PayloadStore::sample(QStringLiteral("varda/call-outcome-tagged"))));
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_display->setZone(QTimeZone("Europe/Berlin"));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(at(QStringLiteral("timestamp"), PayloadColumn::ReadAs).data().toString(),
             QStringLiteral("19:35:30, 4 s before arrival"));
}

void JsonTreeTest::copiesWholeValues()
{
    const QByteArray longText(5000, 'x');
    m_model->setContent(contentOf(QStringLiteral("custom"),
                                  PayloadStore::json(QByteArray("{\"a\":\"" + longText + "\",\"b\":[1, 2]}"))));
    const QModelIndex text = at(QStringLiteral("a"), PayloadColumn::Value);
    QVERIFY(text.data().toString().size() < 1000);
    QCOMPARE(m_model->copyText(text), QString::fromLatin1(longText));
    QCOMPARE(m_model->copyText(at(QStringLiteral("b"), PayloadColumn::Value)), QStringLiteral("[1, 2]"));
}

void JsonTreeTest::takesLongLists()
{
    m_model->setContent(
        contentOf(QStringLiteral("custom"),
                  PayloadStore::json(QByteArray("{\"a\":[" + QByteArray("7,").repeated(99'999) + "7]}"))));
    const QModelIndex list = at(QStringLiteral("a"), PayloadColumn::Field);
    QCOMPARE(m_model->rowCount(list), 100'000);
    QCOMPARE(m_model->index(99'999, 0, list).data().toString(), QStringLiteral("99999"));
    QCOMPARE(m_model->index(99'999, 0, list).parent(), list);
}

QTEST_MAIN(JsonTreeTest)
#include "tst_jsontree.moc"
