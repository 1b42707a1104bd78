// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Kinds of destinations and their options. Addresses, rules and files: tst_destinations.

#include "models/store/destinationcheck.h"

#include "models/store/destinationoptions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace earshot;

namespace {

Destination ofKind(const QString &kind, const QByteArray &options)
{
    Destination destination;
    destination.name = QStringLiteral("CRM");
    destination.kind = kind;
    destination.url = QStringLiteral("https://crm.example/base/path");
    destination.options = QJsonDocument::fromJson(options).object();
    return destination;
}

} // namespace

class DestinationCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatAKindKnows_data();
    void takesWhatAKindKnows();
    void refusesWhatItDoesNot_data();
    void refusesWhatItDoesNot();
    void namesTheKindsThereAre();
    void aMethodIsForWebhooksOnly_data();
    void aMethodIsForWebhooksOnly();
    void aCrmsAddressEndsWithItsPath();
    void everyKindHasTheCommonOptions();
    void readsOptionsByTheirType_data();
    void readsOptionsByTheirType();
    void refusesTextOfAnotherType_data();
    void refusesTextOfAnotherType();
};

void DestinationCheckTest::takesWhatAKindKnows_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("options");
    QTest::newRow("a bare webhook") << "webhook" << QByteArray("{}");
    QTest::newRow("a webhook's own") << "webhook" << QByteArray(R"({"headers": {"X-Team": "a"}, "accept_202": true})");
    QTest::newRow("pace") << "webhook" << QByteArray(R"({"rate": 0.5, "concurrency": 32})");
    QTest::newRow("one at a time") << "webhook" << QByteArray(R"({"concurrency": 1})");
    QTest::newRow("null is not set") << "webhook" << QByteArray(R"({"rate": null, "success": null})");
    QTest::newRow("what is needed") << "tryton" << QByteArray(R"({"database": "crm", "user": "admin"})");
    QTest::newRow("a region") << "hubspot" << QByteArray(R"({"region": "DE"})");
    QTest::newRow("words") << "hubspot"
                           << QByteArray(R"({"words": {"outcome": {"booked": "x", "n": 1, "no": null, "b": true}}})");
}

void DestinationCheckTest::takesWhatAKindKnows()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, options);
    const auto checked = checkDestination(ofKind(kind, options));
    QVERIFY2(checked, checked ? "" : qPrintable(checked.error().detail));
}

void DestinationCheckTest::refusesWhatItDoesNot_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *kind, const char *options, const char *says) {
        QTest::newRow(name) << QString::fromLatin1(kind) << QByteArray(options) << QString::fromLatin1(says);
    };
    row("unknown", "webhook", R"({"databse": "x"})", "there are: headers, success");
    row("of another kind", "webhook", R"({"database": "x"})", "no option \"database\"");
    row("a region without contacts", "webhook", R"({"region": "DE"})", "no option \"region\"");
    row("missing", "tryton", R"({"database": "crm"})", "needs the option user");
    row("empty where it is needed", "tryton", R"({"database": "crm", "user": ""})", "needs the option user");
    row("null where it is needed", "tryton", R"({"database": "crm", "user": null})", "needs the option user");
    row("a number for text", "tryton", R"({"database": 5, "user": "a"})", "database is text");
    row("text for true", "webhook", R"({"accept_202": "yes"})", "accept_202 is true or false");
    row("text for a number", "webhook", R"({"rate": "fast"})", "rate is a number");
    row("a list for an object", "webhook", R"({"headers": ["a"]})", "headers is a JSON object");
    row("no rate", "webhook", R"({"rate": 0})", "above 0");
    row("a rate below nothing", "webhook", R"({"rate": -1})", "above 0");
    row("no record under way", "webhook", R"({"concurrency": 0})", "from 1 to 32");
    row("too many under way", "webhook", R"({"concurrency": 33})", "from 1 to 32");
    row("half a record", "webhook", R"({"concurrency": 1.5})", "from 1 to 32");
    row("a region's name", "hubspot", R"({"region": "Germany"})", "is no region");
    row("a region in small letters", "hubspot", R"({"region": "de"})", "is no region");
    row("words without tables", "hubspot", R"({"words": {"outcome": "x"}})", "the table of words \"outcome\"");
    row("words within words", "hubspot", R"({"words": {"outcome": {"a": {}}}})", "\"a\" in the table");
}

void DestinationCheckTest::refusesWhatItDoesNot()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, options);
    QFETCH(QString, says);
    const auto checked = checkDestination(ofKind(kind, options));
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::BadArgument);
    QVERIFY2(checked.error().detail.contains(says), qPrintable(checked.error().detail));
}

void DestinationCheckTest::namesTheKindsThereAre()
{
    const auto checked = checkDestination(ofKind(QStringLiteral("salesfarce"), "{}"));
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::BadArgument);
    for (const DestinationKind &kind : destinationKinds())
        QVERIFY(checked.error().detail.contains(kind.word));
}

void DestinationCheckTest::aMethodIsForWebhooksOnly_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("method");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("a usual one") << "webhook" << "PUT" << true;
    QTest::newRow("any other") << "webhook" << "REPORT" << true;
    QTest::newRow("small letters") << "webhook" << "put" << false;
    QTest::newRow("a tunnel") << "webhook" << "CONNECT" << false;
    QTest::newRow("an echo") << "webhook" << "TRACE" << false;
    QTest::newRow("two words") << "webhook" << "PO ST" << false;
    QTest::newRow("none") << "webhook" << "" << false;
    QTest::newRow("a CRM's own") << "hubspot" << "POST" << true;
    QTest::newRow("another for a CRM") << "hubspot" << "PUT" << false;
}

void DestinationCheckTest::aMethodIsForWebhooksOnly()
{
    QFETCH(QString, kind);
    QFETCH(QString, method);
    QFETCH(bool, isTaken);
    Destination destination = ofKind(kind, "{}");
    destination.method = method;
    QCOMPARE(checkDestination(destination).has_value(), isTaken);
}

void DestinationCheckTest::aCrmsAddressEndsWithItsPath()
{
    Destination destination = ofKind(QStringLiteral("hubspot"), "{}");
    destination.url = QStringLiteral("https://crm.example/base?team=1");
    QVERIFY(!checkDestination(destination));
    destination.kind = QStringLiteral("webhook");
    QVERIFY(checkDestination(destination));
}

void DestinationCheckTest::everyKindHasTheCommonOptions()
{
    for (const DestinationKind &kind : destinationKinds()) {
        QStringList names;
        for (const OptionField &field : optionFields(kind))
            names.append(field.name);
        for (const char *common : {"rate", "concurrency", "words"})
            QCOMPARE(names.count(QLatin1StringView(common)), 1);
        QCOMPARE(names.removeDuplicates(), 0);
    }
}

void DestinationCheckTest::readsOptionsByTheirType_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("text") << "success" << "200,201" << QJsonValue(QStringLiteral("200,201"));
    QTest::newRow("text of digits") << "match_value" << "1" << QJsonValue(QStringLiteral("1"));
    QTest::newRow("true") << "accept_202" << "true" << QJsonValue(true);
    QTest::newRow("false") << "accept_202" << "false" << QJsonValue(false);
    QTest::newRow("a number") << "rate" << "2.5" << QJsonValue(2.5);
    QTest::newRow("an object") << "headers" << R"({"A": "b"})"
                               << QJsonValue(QJsonObject{{QStringLiteral("A"), QStringLiteral("b")}});
}

void DestinationCheckTest::readsOptionsByTheirType()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    QFETCH(QJsonValue, value);
    const auto read = optionFromText(*destinationKind(u"webhook"), name, text);
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(*read, value);
}

void DestinationCheckTest::refusesTextOfAnotherType_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::newRow("no number") << "rate" << "fast";
    QTest::newRow("neither true nor false") << "accept_202" << "1";
    QTest::newRow("no object") << "headers" << "A: b";
    QTest::newRow("a list") << "headers" << "[1]";
    QTest::newRow("no option") << "header" << "{}";
}

void DestinationCheckTest::refusesTextOfAnotherType()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    const auto read = optionFromText(*destinationKind(u"webhook"), name, text);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BadArgument);
    QVERIFY(read.error().detail.contains(name));
}

QTEST_GUILESS_MAIN(DestinationCheckTest)
#include "tst_destinationcheck.moc"
