// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/replay/replayplan.h"
#include "models/store/secrets.h"
#include "models/store/writerlock.h"
#include "models/verify/presets.h"
#include "tests/models/store/storefixture.h"

#include <QJsonDocument>
#include <QTest>

using namespace earshot;

namespace {

constexpr Timestamp c_noon = fromMicroseconds(1'778'760'000'000'000);

SourceSecrets withToken()
{
    SourceSecrets secrets;
    secrets.tokens = {{"t0ken-t0ken-t0ken", std::nullopt}};
    return secrets;
}

} // namespace

class ReplayPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void takesTheNamedDeliveries();
    void saysWhichDeliveryIsMissing();
    void takesWhatIsSelected();
    void knowsWhoseBytesAreGone();
    void readsAddresses_data();
    void readsAddresses();
    void aimsAtASource();
    void saysThatNobodyReceives();
    void bringsTheProofThatASourceAsksFor();
    void signsByAPreset();
    void signsAsASourceAsks();
    void refuses_data();
    void refuses();
    void refusesACaFileWithoutCertificates();

private:
    StoreLocation location() const { return StoreLocation::inFolder(m_store->folder()); }

    qint64 addDelivery(int second) const
    {
        Delivery delivery;
        delivery.sourceId = m_source;
        delivery.receivedAt = c_noon + std::chrono::seconds(second);
        delivery.method = "POST";
        delivery.target = "/hook/****";
        delivery.body = "{}";
        delivery.verdict = QStringLiteral("unsigned");
        return m_store->addDelivery(delivery);
    }

    static ReplayRequest to(const char *url)
    {
        ReplayRequest request;
        request.url = QString::fromLatin1(url);
        return request;
    }

    static ReplayRequest toWebChat()
    {
        ReplayRequest request;
        request.source = QStringLiteral("Web chat");
        return request;
    }

    Result<ReplayPlan> plan(const ReplayRequest &request, const RecordSelection &selection = {}) const
    {
        return planReplay(m_store->database(), location(), request, selection, c_noon);
    }

    void setProof(const SenderProof &proof) const
    {
        m_store->run(QStringLiteral("UPDATE source SET \"proof\" = ?"),
                     {QString::fromUtf8(QJsonDocument(toJson(proof)).toJson(QJsonDocument::Compact))});
    }

    void setSecrets(const SourceSecrets &kept) const
    {
        Secrets secrets;
        secrets.setSource(QStringLiteral("key-Web chat"), kept);
        QVERIFY(secrets.save(location().secretsPath()));
    }

    /** As the process that receives says in the lock. */
    std::unique_ptr<WriterLock> receiveAt(const QString &base) const;

    std::unique_ptr<StoreFixture> m_store;
    qint64 m_source = 0;
};

void ReplayPlanTest::init()
{
    m_store = std::make_unique<StoreFixture>();
    m_source = m_store->addSource(QStringLiteral("Web chat"), QStringLiteral("varda"));
    setSecrets(withToken());
}

void ReplayPlanTest::cleanup()
{
    m_store.reset();
}

std::unique_ptr<WriterLock> ReplayPlanTest::receiveAt(const QString &base) const
{
    auto lock = WriterLock::acquire(location().lockPath());
    if (!lock)
        qFatal("%ls", qUtf16Printable(lock.error().detail));
    auto held = std::make_unique<WriterLock>(std::move(*lock));
    if (!held->publish({{QStringLiteral("listen"), base}}))
        qFatal("the lock cannot be written");
    return held;
}

void ReplayPlanTest::takesTheNamedDeliveries()
{
    const qint64 first = addDelivery(0);
    addDelivery(1);
    const qint64 third = addDelivery(2);
    ReplayRequest request = to("https://test.example/in");
    request.deliveries = {third, first, third};
    const auto planned = plan(request);
    QVERIFY(planned);
    QCOMPARE(planned->arrivals.size(), 2);
    QCOMPARE(planned->arrivals.at(0).delivery, first);
    QCOMPARE(planned->arrivals.at(1).delivery, third);
    QCOMPARE(planned->arrivals.at(1).receivedAt, c_noon + std::chrono::seconds(2));
}

void ReplayPlanTest::saysWhichDeliveryIsMissing()
{
    ReplayRequest request = to("https://test.example/in");
    request.deliveries = {addDelivery(0), 77};
    const auto planned = plan(request);
    QVERIFY(!planned);
    QCOMPARE(planned.error().code, ErrorCode::NotFound);
    QVERIFY(planned.error().detail.contains(QLatin1StringView("77")));
}

void ReplayPlanTest::takesWhatIsSelected()
{
    for (int i = 0; i < 5; ++i)
        addDelivery(i);
    RecordSelection selection;
    selection.interval = {c_noon + std::chrono::seconds(1), c_noon + std::chrono::seconds(3)};
    const auto planned = plan(to("https://test.example/in"), selection);
    QVERIFY(planned);
    QCOMPARE(planned->arrivals.size(), 2);
    QCOMPARE(plan(to("https://test.example/in"))->arrivals.size(), 5);
}

void ReplayPlanTest::knowsWhoseBytesAreGone()
{
    const qint64 sealed = addDelivery(0);
    addDelivery(1);
    m_store->run(QStringLiteral("DELETE FROM delivery_body WHERE \"delivery\" = ?"), {sealed});
    const auto planned = plan(to("https://test.example/in"));
    QVERIFY(planned);
    QVERIFY(!planned->arrivals.at(0).hasBytes);
    QVERIFY(planned->arrivals.at(1).hasBytes);
}

void ReplayPlanTest::readsAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("https") << QStringLiteral("https://test.example/in?key=1") << true;
    QTest::newRow("http") << QStringLiteral(" http://127.0.0.1:8080 ") << true;
    QTest::newRow("IPv6") << QStringLiteral("http://[::1]:8080/x") << true;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("no scheme") << QStringLiteral("test.example/in") << false;
    QTest::newRow("another scheme") << QStringLiteral("ftp://test.example/in") << false;
    QTest::newRow("a file") << QStringLiteral("file:///etc/passwd") << false;
    QTest::newRow("no host") << QStringLiteral("http:///in") << false;
    QTest::newRow("a password") << QStringLiteral("https://me:secret@test.example/") << false;
    QTest::newRow("a fragment") << QStringLiteral("https://test.example/#in") << false;
    QTest::newRow("a space") << QStringLiteral("https://test.example/a b") << false;
}

void ReplayPlanTest::readsAddresses()
{
    QFETCH(QString, url);
    QFETCH(bool, isGood);
    const auto read = replayUrl(url);
    QCOMPARE(read.has_value(), isGood);
    if (!read) {
        QCOMPARE(read.error().code, ErrorCode::BadArgument);
        QVERIFY(!read.error().detail.contains(QLatin1StringView("secret")));
    }
}

void ReplayPlanTest::aimsAtASource()
{
    const auto lock = receiveAt(QStringLiteral("http://127.0.0.1:4711"));
    const auto planned = plan(toWebChat());
    QVERIFY2(planned, qPrintable(planned ? QString() : planned.error().detail));
    QCOMPARE(planned->url, QUrl(QStringLiteral("http://127.0.0.1:4711/hook/t0ken-t0ken-t0ken")));
    QVERIFY(planned->hidden.contains("t0ken-t0ken-t0ken"));
    QVERIFY(planned->credentials.isEmpty());
}

void ReplayPlanTest::saysThatNobodyReceives()
{
    const auto planned = plan(toWebChat());
    QVERIFY(!planned);
    QCOMPARE(planned.error().code, ErrorCode::NotFound);
    QVERIFY(planned.error().detail.contains(QLatin1StringView("earshot serve")));
}

void ReplayPlanTest::bringsTheProofThatASourceAsksFor()
{
    const auto lock = receiveAt(QStringLiteral("http://127.0.0.1:4711"));
    SenderProof proof;
    proof.bearer = true;
    proof.secretHeader = "X-Vapi-Secret";
    setProof(proof);
    SourceSecrets secrets = withToken();
    secrets.bearer = "of-the-source";
    secrets.header = "shared";
    setSecrets(secrets);
    const auto planned = plan(toWebChat());
    QVERIFY2(planned, qPrintable(planned ? QString() : planned.error().detail));
    QVERIFY(planned->credentials.contains(HeaderField{"Authorization", "Bearer of-the-source"}));
    QVERIFY(planned->credentials.contains(HeaderField{"X-Vapi-Secret", "shared"}));
    QVERIFY(planned->hidden.contains("of-the-source"));
    QVERIFY(planned->hidden.contains("shared"));
}

void ReplayPlanTest::signsByAPreset()
{
    ReplayRequest request = to("https://test.example/in");
    request.signature = QStringLiteral("varda");
    request.secret = "my secret";
    const auto planned = plan(request);
    QVERIFY(planned);
    QCOMPARE(planned->scheme, signaturePreset(QStringLiteral("varda")));
    QCOMPARE(planned->secret, QByteArray("my secret"));
    QVERIFY(planned->hidden.contains("my secret"));
}

void ReplayPlanTest::signsAsASourceAsks()
{
    SenderProof proof;
    proof.signature = signaturePreset(QStringLiteral("varda"));
    setProof(proof);
    SourceSecrets secrets = withToken();
    secrets.signing = {{"the newest", std::nullopt}, {"the last", c_noon + std::chrono::hours(1)}};
    setSecrets(secrets);
    ReplayRequest request = to("https://test.example/in");
    request.signature = QStringLiteral("Web chat");
    const auto own = plan(request);
    QVERIFY2(own, qPrintable(own ? QString() : own.error().detail));
    QCOMPARE(own->scheme, proof.signature);
    QCOMPARE(own->secret, QByteArray("the newest"));
    request.secret = "another";
    QCOMPARE(plan(request)->secret, QByteArray("another"));
}

void ReplayPlanTest::refuses_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<ReplayRequest>("request");
    const auto row = [](const char *name, const char *words, const std::function<void(ReplayRequest &)> &spoil) {
        ReplayRequest request = to("https://test.example/in");
        spoil(request);
        QTest::newRow(name) << QString::fromLatin1(words) << request;
    };
    row("a speed under 1", "1 to 100", [](ReplayRequest &r) { r.pace.speed = 0.5; });
    row("a speed over 100", "1 to 100", [](ReplayRequest &r) { r.pace.speed = 101; });
    row("two paces", "together", [](ReplayRequest &r) { r.pace = {2, 3, 1}; });
    row("too many at once", "24", [](ReplayRequest &r) { r.pace.atOnce = 25; });
    row("an unknown way to sign", "varda", [](ReplayRequest &r) { r.signature = QStringLiteral("nonsense"); });
    row("a way without a secret", "secret", [](ReplayRequest &r) { r.signature = QStringLiteral("varda"); });
    row("a secret without a way", "how", [](ReplayRequest &r) { r.secret = "s"; });
    row("a source without a signature", "no signature",
        [](ReplayRequest &r) { r.signature = QStringLiteral("Web chat"); });
    row("an edit of several", "one delivery", [](ReplayRequest &r) { r.edit.body = "{}"; });
    row("no such source", "Nobody", [](ReplayRequest &r) { r.source = QStringLiteral("Nobody"); });
}

void ReplayPlanTest::refuses()
{
    QFETCH(QString, words);
    QFETCH(ReplayRequest, request);
    addDelivery(0);
    addDelivery(1);
    const auto planned = plan(request);
    QVERIFY(!planned);
    QVERIFY2(planned.error().detail.contains(words), qPrintable(planned.error().detail));
}

void ReplayPlanTest::refusesACaFileWithoutCertificates()
{
    ReplayRequest request = to("https://test.example/in");
    request.caFile = location().path; // some other file
    const auto planned = plan(request);
    QVERIFY(!planned);
    QCOMPARE(planned.error().code, ErrorCode::FileFailed);
    QVERIFY(planned.error().detail.contains(request.caFile));
}

QTEST_GUILESS_MAIN(ReplayPlanTest)
#include "tst_replayplan.moc"
