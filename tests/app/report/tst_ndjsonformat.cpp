// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/ndjsonformat.h"
#include "models/store/recordqueries.h"
#include "tests/models/store/storefixture.h"

#include <QTest>

using namespace earshot;

class NdjsonFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesOneLineInExportOrder();
    void agreesWithTheNeutralRecord_data();
    void agreesWithTheNeutralRecord();
    void writesEveryFieldOfAnEmptyConversation();
};

static QByteArray exported(const StoreFixture &store, const QTimeZone &zone)
{
    NdjsonFormat format(RecordKind::Conversations, zone);
    QByteArray out;
    format.appendHeader(out);
    StoreFixture::taken(readRecords(store.database(), RecordKind::Conversations, {}, [&](const Record &record) {
        format.appendRecord(out, record);
        return true;
    }));
    return out;
}

void NdjsonFormatTest::writesOneLineInExportOrder()
{
    NdjsonFormat format(RecordKind::Messages, QTimeZone::utc());
    QByteArray out;
    format.appendRecord(
        out, {QStringLiteral("7"), qint64(0), QStringLiteral("user"), {}, QStringLiteral("a\nb"), fromMicroseconds(1)});
    format.appendRecord(out, {QStringLiteral("7"), qint64(1), QStringLiteral("tool"), {}, QStringLiteral(""), {}});
    QCOMPARE(
        out,
        QByteArray(
            "{\"conversation\":\"7\",\"position\":0,\"role\":\"user\",\"name\":null,\"text\":\"a\\nb\",\"at\":\"1970-"
            "01-01T00:00:00.000001Z\"}\n"
            "{\"conversation\":\"7\",\"position\":1,\"role\":\"tool\",\"name\":null,\"text\":\"\",\"at\":null}\n"));
}

void NdjsonFormatTest::agreesWithTheNeutralRecord_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::newRow("UTC") << QByteArray("UTC");
    QTest::newRow("Kathmandu") << QByteArray("Asia/Kathmandu");
    QTest::newRow("Berlin") << QByteArray("Europe/Berlin");
}

void NdjsonFormatTest::agreesWithTheNeutralRecord()
{
    QFETCH(QByteArray, zone);
    StoreFixture store;
    Conversation expected = fullConversation();
    expected.id = store.addConversation(store.addSource(QStringLiteral("Web chat")), expected);
    expected.source = QStringLiteral("Web chat");
    expected.platform = QStringLiteral("insighto");
    const QByteArray line = exported(store, QTimeZone(zone));
    QCOMPARE(line.count('\n'), 1);
    QCOMPARE(QJsonDocument::fromJson(line).object(), toJson(expected, QTimeZone(zone)));
    QVERIFY(line.contains("\"cost_minor\":9007199254740993,"));
}

void NdjsonFormatTest::writesEveryFieldOfAnEmptyConversation()
{
    StoreFixture store;
    store.addConversation(store.addSource(QStringLiteral("Web chat")), Conversation());
    const QJsonObject line = QJsonDocument::fromJson(exported(store, QTimeZone::utc())).object();
    QCOMPARE(line.size(), qsizetype(conversationFields().size()));
    QVERIFY(line.value(QLatin1StringView("outcome")).isNull());
    QVERIFY(line.value(QLatin1StringView("attributes")).isNull());
    QVERIFY(line.value(QLatin1StringView("estimated")).isArray());
    QVERIFY(line.value(QLatin1StringView("id")).isString());
}

QTEST_GUILESS_MAIN(NdjsonFormatTest)
#include "tst_ndjsonformat.moc"
