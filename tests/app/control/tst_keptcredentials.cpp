// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/writerrole.h"
#include "models/store/destinations.h"
#include "models/store/migrations.h"
#include "models/store/secretreference.h"

#include <QHash>
#include <QMutex>
#include <QTemporaryDir>
#include <QTest>

using namespace earshot;

namespace {

/** A key store in memory, which may be out of order. */
class FakeKeyStore final : public KeyStore
{
public:
    QFuture<Result<QByteArray>> read(const QByteArray &name) override
    {
        const QMutexLocker locker(&m_mutex);
        return QtFuture::makeReadyFuture(Result<QByteArray>(m_entries.value(name)));
    }

    QFuture<Result<void>> write(const QByteArray &name, const QByteArray &secret) override
    {
        const QMutexLocker locker(&m_mutex);
        if (m_isOutOfOrder)
            return QtFuture::makeReadyFuture(
                Result<void>(failure(ErrorCode::NetworkFailed, QStringLiteral("it does not answer"))));
        m_entries.insert(name, secret);
        return QtFuture::makeReadyFuture(Result<void>());
    }

    QFuture<Result<void>> remove(const QByteArray &name) override
    {
        const QMutexLocker locker(&m_mutex);
        m_entries.remove(name);
        return QtFuture::makeReadyFuture(Result<void>());
    }

    void putOutOfOrder() { m_isOutOfOrder = true; }

    QHash<QByteArray, QByteArray> entries() const
    {
        const QMutexLocker locker(&m_mutex);
        return m_entries;
    }

private:
    mutable QMutex m_mutex;
    QHash<QByteArray, QByteArray> m_entries;
    bool m_isOutOfOrder = false;
};

QJsonObject destination(const QString &verb)
{
    return {{QStringLiteral("operation"), QString(QStringLiteral("destination ") + verb)},
            {QStringLiteral("name"), QStringLiteral("CRM")},
            {QStringLiteral("url"), QStringLiteral("https://crm.example/hook")},
            {QStringLiteral("token"), QStringLiteral("bearer-s3cret")},
            {QStringLiteral("signing_key"), QString::fromLatin1(QByteArray("\0key\xff", 5).toBase64())}};
}

} // namespace

/** Secrets of destinations in a desktop's key store, which a fake stands for. */
class KeptCredentialsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aWindowKeepsThemInTheKeyStore();
    void removesThemWithTheirDestination();
    void aFailedAddLeavesNothing();
    void whatItDoesNotTakeGoesToTheFile();
    void aServiceKeepsThemInTheFile();
    void referencesStay();
    void aChangeReplacesWhatIsGiven();
    void aFailedChangeLeavesTheOld();
    void whatIsTakenBackGoes();

private:
    Result<QJsonObject> perform(const QJsonObject &request)
    {
        QFuture<Result<QJsonObject>> future = m_role->start(request);
        future.waitForFinished();
        return future.result();
    }

    Secrets::Destination kept() const
    {
        const auto database = openToRead(m_location.path);
        const auto secrets = Secrets::load(m_location.secretsPath());
        return secrets->destination(destinations::byName(*database, QStringLiteral("CRM"))->key);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    StoreLocation m_location;
    std::unique_ptr<WriterRole> m_role;
    std::shared_ptr<FakeKeyStore> m_store;
};

void KeptCredentialsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_location = StoreLocation::inFolder(m_folder->path());
    auto role = WriterRole::take({.location = m_location});
    QVERIFY(role);
    m_role = *std::move(role);
    m_store = std::make_shared<FakeKeyStore>();
    m_role->useKeyStore(m_store, true);
}

void KeptCredentialsTest::cleanup()
{
    m_role.reset();
}

void KeptCredentialsTest::aWindowKeepsThemInTheKeyStore()
{
    QVERIFY(perform(destination(QStringLiteral("add"))));
    QCOMPARE(m_store->entries().size(), 2);
    QFile file(m_location.secretsPath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(!text.contains("bearer-s3cret") && !text.contains(QByteArray("\0key\xff", 5).toBase64()));

    SecretPlaces places = SecretPlaces::ofProcess();
    places.keyStore = [this](const QByteArray &name) { return m_store->entries().value(name); };
    const auto resolved = resolvedSecrets(kept(), places);
    QVERIFY(resolved);
    QVERIFY(*resolved == (Secrets::Destination{"bearer-s3cret", QByteArray("\0key\xff", 5)}));
    QCOMPARE(keyStoreNames(*Secrets::load(m_location.secretsPath())).size(), 2);
}

void KeptCredentialsTest::removesThemWithTheirDestination()
{
    QVERIFY(perform(destination(QStringLiteral("add"))));
    QVERIFY(perform(destination(QStringLiteral("remove"))));
    QVERIFY(m_store->entries().isEmpty());
}

void KeptCredentialsTest::aFailedAddLeavesNothing()
{
    QVERIFY(perform(destination(QStringLiteral("add"))));
    const auto before = m_store->entries();
    const auto again = perform(destination(QStringLiteral("add")));
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::AlreadyExists);
    QCOMPARE(m_store->entries(), before);
}

void KeptCredentialsTest::whatItDoesNotTakeGoesToTheFile()
{
    m_store->putOutOfOrder();
    QVERIFY(perform(destination(QStringLiteral("add"))));
    QVERIFY(kept() == (Secrets::Destination{"bearer-s3cret", QByteArray("\0key\xff", 5)}));
    QVERIFY(perform(destination(QStringLiteral("remove"))));
}

void KeptCredentialsTest::aServiceKeepsThemInTheFile()
{
    m_role->useKeyStore(m_store, false);
    QVERIFY(perform(destination(QStringLiteral("add"))));
    QVERIFY(m_store->entries().isEmpty());
    QCOMPARE(kept().bearer, QByteArray("bearer-s3cret"));
}

void KeptCredentialsTest::referencesStay()
{
    QJsonObject request = destination(QStringLiteral("add"));
    request.insert(QStringLiteral("token"), QStringLiteral("env:CRM_TOKEN"));
    request.remove(QStringLiteral("signing_key"));
    QVERIFY(perform(request));
    QVERIFY(m_store->entries().isEmpty());
    QCOMPARE(kept().bearer, QByteArray("env:CRM_TOKEN"));
}

void KeptCredentialsTest::aChangeReplacesWhatIsGiven()
{
    QVERIFY(perform(destination(QStringLiteral("add"))));
    const auto before = kept();
    QVERIFY(perform({{QStringLiteral("operation"), QStringLiteral("destination set")},
                     {QStringLiteral("destination"), QStringLiteral("CRM")},
                     {QStringLiteral("token"), QStringLiteral("another")}}));
    QCOMPARE(m_store->entries().size(), 2);
    QVERIFY(m_store->entries().values().contains("another"));
    QVERIFY(!m_store->entries().values().contains("bearer-s3cret"));
    QVERIFY(kept().bearer.startsWith("keyring:") && kept().bearer != before.bearer);
    QCOMPARE(kept().signingKey, before.signingKey);
}

void KeptCredentialsTest::aFailedChangeLeavesTheOld()
{
    QVERIFY(perform(destination(QStringLiteral("add"))));
    const auto before = m_store->entries();
    QVERIFY(!perform({{QStringLiteral("operation"), QStringLiteral("destination set")},
                      {QStringLiteral("destination"), QStringLiteral("CRM")},
                      {QStringLiteral("url"), QStringLiteral("ftp://crm.example")},
                      {QStringLiteral("token"), QStringLiteral("another")}}));
    QCOMPARE(m_store->entries(), before);
}

void KeptCredentialsTest::whatIsTakenBackGoes()
{
    QVERIFY(perform(destination(QStringLiteral("add"))));
    QVERIFY(perform({{QStringLiteral("operation"), QStringLiteral("destination set")},
                     {QStringLiteral("destination"), QStringLiteral("CRM")},
                     {QStringLiteral("token"), QJsonValue::Null}}));
    QCOMPARE(m_store->entries().size(), 1);
    QVERIFY(kept().bearer.isEmpty());
}

QTEST_GUILESS_MAIN(KeptCredentialsTest)
#include "tst_keptcredentials.moc"
