// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/destinations.h"

#include "models/store/outbox.h"
#include "tests/models/store/samplestore.h"

#include <QProcess>

using namespace earshot;

namespace {

const QList<qint64> c_none;

Destination webhook(const QString &url)
{
    Destination destination;
    destination.name = QStringLiteral("CRM");
    destination.url = url;
    return destination;
}

} // namespace

class DestinationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsAdded_data();
    void keepsWhatIsAdded();
    void takesSafeAddresses_data();
    void takesSafeAddresses();
    void refusesOtherAddresses_data();
    void refusesOtherAddresses();
    void neverRepeatsAPassword();
    void refusesOtherSettings_data();
    void refusesOtherSettings();
    void saysWhereARuleIsWrong();
    void wantsACertificateInItsCaFile();
    void aNameIsTakenOnlyOnce();
    void namesTheOthersWhereOneIsMissing();
    void keepsTheFirstReasonOfAPause();
    void resumingGivesWaitingRowsAllTheirAttempts();
    void removingDiscardsWhatWasNotSent();
};

void DestinationsTest::keepsWhatIsAdded_data()
{
    QTest::addColumn<std::optional<QString>>("rule");
    QTest::newRow("by hand only") << std::optional<QString>();
    QTest::newRow("every conversation") << std::optional(QStringLiteral(""));
    QTest::newRow("every conversation, null text") << std::optional(QString());
    QTest::newRow("some") << std::optional(QStringLiteral("outcome:booked"));
}

void DestinationsTest::keepsWhatIsAdded()
{
    QFETCH(std::optional<QString>, rule);
    const SampleStore store;
    Destination wanted = webhook(QStringLiteral("https://crm.example/hook?list=2"));
    wanted.method = QStringLiteral("PUT");
    wanted.rule = rule;
    wanted.createdAt = SampleStore::c_noon;
    const auto added = destinations::add(store.database(), wanted);
    QVERIFY2(added.has_value(), added ? "" : qPrintable(added.error().detail));
    QCOMPARE(added->key.size(), 8);

    const auto kept = destinations::byName(store.database(), QStringLiteral("crm"));
    QVERIFY(kept);
    QCOMPARE(kept->id, added->id);
    QCOMPARE(kept->key, added->key);
    QCOMPARE(kept->name, wanted.name);
    QCOMPARE(kept->kind, QStringLiteral("webhook"));
    QCOMPARE(kept->url, wanted.url);
    QCOMPARE(kept->method, wanted.method);
    QCOMPARE(kept->rule.has_value(), rule.has_value());
    QCOMPARE(kept->rule.value_or(QString()), rule.value_or(QString()));
    QCOMPARE(kept->caFile, QString());
    QCOMPARE(kept->state, DestinationState::Active);
    QCOMPARE(kept->createdAt, SampleStore::c_noon);
}

void DestinationsTest::takesSafeAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("https") << "https://crm.example/hook";
    QTest::newRow("https with a port and a query") << "https://crm.example:8443/hook?list=2";
    QTest::newRow("http to loopback") << "http://127.0.0.1:8080/hook";
    QTest::newRow("http to another loopback address") << "http://127.8.9.10/hook";
    QTest::newRow("http to IPv6 loopback") << "http://[::1]:8080/hook";
    QTest::newRow("http to long IPv6 loopback") << "http://[0:0:0:0:0:0:0:1]/hook";
    QTest::newRow("http to localhost") << "http://LocalHost/hook";
}

void DestinationsTest::takesSafeAddresses()
{
    QFETCH(QString, url);
    const SampleStore store;
    const auto added = destinations::add(store.database(), webhook(url));
    QVERIFY2(added.has_value(), added ? "" : qPrintable(added.error().detail));
}

void DestinationsTest::refusesOtherAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("empty") << "";
    QTest::newRow("no scheme") << "crm.example/hook";
    QTest::newRow("no host") << "https:///hook";
    QTest::newRow("http to elsewhere") << "http://crm.example/hook";
    QTest::newRow("a name that begins like loopback") << "http://127.0.0.1.example/hook";
    QTest::newRow("a name that ends like localhost") << "http://notlocalhost/hook";
    QTest::newRow("another scheme") << "ftp://crm.example/hook";
    QTest::newRow("a file") << "file:///etc/passwd";
    QTest::newRow("a blank") << "https://crm.example/ho ok";
    QTest::newRow("a fragment") << "https://crm.example/hook#top";
    QTest::newRow("a password") << "https://user:pass@crm.example/hook";
    QTest::newRow("a user") << "https://user@crm.example/hook";
}

void DestinationsTest::refusesOtherAddresses()
{
    QFETCH(QString, url);
    const SampleStore store;
    const auto added = destinations::add(store.database(), webhook(url));
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::BadArgument);
    QVERIFY(destinations::all(store.database())->isEmpty());
}

void DestinationsTest::neverRepeatsAPassword()
{
    const SampleStore store;
    const auto added =
        destinations::add(store.database(), webhook(QStringLiteral("https://user:pa55word@crm.example/")));
    QVERIFY(!added);
    QVERIFY(!added.error().detail.contains(QLatin1StringView("pa55word")));
    QVERIFY(added.error().detail.contains(QLatin1StringView("token file")));
}

void DestinationsTest::refusesOtherSettings_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("method");
    QTest::newRow("no name") << "" << "POST";
    QTest::newRow("a name with a slash") << "a/b" << "POST";
    QTest::newRow("a name with a line break") << "a\nb" << "POST";
    QTest::newRow("a name with blanks around") << " a" << "POST";
    QTest::newRow("a very long name") << QString(101, u'x') << "POST";
    QTest::newRow("a method without an answer") << "CRM" << "HEAD";
    QTest::newRow("a method in lower case") << "CRM" << "post";
}

void DestinationsTest::refusesOtherSettings()
{
    QFETCH(QString, name);
    QFETCH(QString, method);
    const SampleStore store;
    Destination destination = webhook(QStringLiteral("https://crm.example/"));
    destination.name = name;
    destination.method = method;
    const auto added = destinations::add(store.database(), destination);
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::BadArgument);
}

void DestinationsTest::saysWhereARuleIsWrong()
{
    const SampleStore store;
    Destination destination = webhook(QStringLiteral("https://crm.example/"));
    destination.rule = QStringLiteral("status:closed outcmoe:booked");
    const auto added = destinations::add(store.database(), destination);
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::FilterSyntax);
    QVERIFY2(added.error().detail.contains(QLatin1StringView("at character 15:")), qPrintable(added.error().detail));
}

void DestinationsTest::wantsACertificateInItsCaFile()
{
    const SampleStore store;
    const QString text = store.folder() + QLatin1StringView("/text.pem");
    QFile file(text);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n") > 0);
    file.close();
    const QString certificate = store.folder() + QLatin1StringView("/ca.pem");
    const int made = QProcess::execute(
        QStringLiteral("openssl"),
        {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
         QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
         QStringLiteral("-subj"), QStringLiteral("/CN=test"), QStringLiteral("-keyout"),
         store.folder() + QLatin1StringView("/key.pem"), QStringLiteral("-out"), certificate});
    QCOMPARE(made, 0);

    Destination destination = webhook(QStringLiteral("https://crm.example/"));
    const QStringList refused{text, store.folder() + QLatin1StringView("/missing.pem"), store.folder(),
                              QStringLiteral("ca.pem")};
    for (const QString &path : refused) {
        destination.caFile = path;
        const auto added = destinations::add(store.database(), destination);
        QVERIFY2(!added && added.error().code == ErrorCode::BadArgument, qPrintable(path));
        QVERIFY(added.error().detail.contains(path));
    }
    destination.caFile = certificate;
    QVERIFY(destinations::add(store.database(), destination));
    QCOMPARE(destinations::byName(store.database(), destination.name)->caFile, certificate);
}

void DestinationsTest::aNameIsTakenOnlyOnce()
{
    const SampleStore store;
    const Destination first = store.addDestination(QStringLiteral("CRM"));
    Destination second = webhook(QStringLiteral("https://crm.example/"));
    second.name = QStringLiteral("crm");
    const auto refused = destinations::add(store.database(), second);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::AlreadyExists);

    QVERIFY(destinations::remove(store.database(), first.id, SampleStore::c_noon));
    QVERIFY(destinations::add(store.database(), second));
    QCOMPARE(destinations::all(store.database())->size(), 1);
}

void DestinationsTest::namesTheOthersWhereOneIsMissing()
{
    const SampleStore store;
    store.addDestination(QStringLiteral("Zulu"));
    store.addDestination(QStringLiteral("alpha"));
    const auto missing = destinations::byName(store.database(), QStringLiteral("CRM"));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    QVERIFY(missing.error().detail.contains(QLatin1StringView("alpha, Zulu")));
}

void DestinationsTest::keepsTheFirstReasonOfAPause()
{
    const SampleStore store;
    const Destination destination = store.addDestination(QStringLiteral("CRM"));
    QVERIFY(destinations::pause(store.database(), destination.id, QStringLiteral("answered 401")));
    QVERIFY(destinations::pause(store.database(), destination.id, QStringLiteral("answered 403")));
    auto kept = destinations::byName(store.database(), destination.name);
    QCOMPARE(kept->state, DestinationState::Paused);
    QCOMPARE(kept->reason, QStringLiteral("answered 401"));

    QVERIFY(destinations::resume(store.database(), destination.id, SampleStore::c_noon));
    kept = destinations::byName(store.database(), destination.name);
    QCOMPARE(kept->state, DestinationState::Active);
    QVERIFY(kept->reason.isNull());
}

void DestinationsTest::resumingGivesWaitingRowsAllTheirAttempts()
{
    const SampleStore store;
    const Destination destination = store.addDestination(QStringLiteral("CRM"));
    const Timestamp noon = SampleStore::c_noon;
    QVERIFY(outbox::enqueue(store.database(), {store.addConversation(QStringLiteral("1"))}, destination.id, noon));
    const auto row = outbox::due(store.database(), destination.id, noon, 1, c_none)->first();
    QVERIFY(outbox::beginAttempt(store.database(), row, noon));
    QVERIFY(outbox::storeRetry(store.database(), {row.id, 1, 401, {}, {}, noon}, noon + std::chrono::hours(5)));

    const Timestamp later = noon + std::chrono::hours(1);
    QVERIFY(destinations::resume(store.database(), destination.id, later));
    const auto due = outbox::due(store.database(), destination.id, later, 1, c_none);
    QCOMPARE(due->size(), 1);
    QCOMPARE(due->first().attempts, 0);
    QVERIFY(!due->first().firstAttemptAt);
}

void DestinationsTest::removingDiscardsWhatWasNotSent()
{
    const SampleStore store;
    const Destination destination = store.addDestination(QStringLiteral("CRM"));
    const Destination other = store.addDestination(QStringLiteral("Other"));
    const Timestamp noon = SampleStore::c_noon;
    const QList<qint64> three{store.addConversation(QStringLiteral("1")), store.addConversation(QStringLiteral("2")),
                              store.addConversation(QStringLiteral("3"))};
    QVERIFY(outbox::enqueue(store.database(), three, destination.id, noon));
    QVERIFY(outbox::enqueue(store.database(), three, other.id, noon));
    const auto rows = outbox::list(store.database(), {destination.id, {}, 0, 10});
    QVERIFY(outbox::storeSent(store.database(), {rows->at(0).id, 1, 200, {}, {}, noon}));
    QVERIFY(outbox::storeParked(store.database(), {rows->at(1).id, 1, 422, {}, {}, noon}));

    QVERIFY(destinations::remove(store.database(), destination.id, noon));
    QVERIFY(!destinations::byName(store.database(), destination.name));
    const auto counted = outbox::counts(store.database(), destination.id);
    QCOMPARE(counted->value(OutboxState::Sent), 1);
    QCOMPARE(counted->value(OutboxState::Discarded), 2);
    QCOMPARE(outbox::counts(store.database(), other.id)->value(OutboxState::Waiting), 3);
}

QTEST_GUILESS_MAIN(DestinationsTest)

#include "tst_destinations.moc"
