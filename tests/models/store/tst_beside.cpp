// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What lies beside a store: the lock of the writer's role, the secrets.

#include "models/store/location.h"
#include "models/store/secrets.h"
#include "models/store/writerlock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace earshot;

class BesideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyOneHoldsTheRole();
    void aHolderSaysHowToReachIt();
    void theRoleDiesWithItsProcess();
    void factsOfADeadHolderMeanNothing();
    void secretsSurviveTheirFile();
    void aSecretsFileIsPrivate();
    void aReadableSecretsFileIsRefused();
    void aDamagedSecretsFileIsSaidToBe();
    void aFolderIsForItsOwner();
    void tokensAreLongAndNeverTheSame();
    void onlyUnreservedTokensAreAcceptable_data();
    void onlyUnreservedTokensAreAcceptable();

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_folder;
};

void BesideTest::onlyOneHoldsTheRole()
{
    {
        const auto first = WriterLock::acquire(path("a.lock"));
        QVERIFY(first);
        const auto second = WriterLock::acquire(path("a.lock"));
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::WriterHeld);
    }
    QVERIFY(WriterLock::acquire(path("a.lock")));
}

void BesideTest::aHolderSaysHowToReachIt()
{
    auto lock = WriterLock::acquire(path("b.lock"));
    QVERIFY(lock);
    QVERIFY(!WriterLock::holder(path("b.lock")));
    QVERIFY(lock->publish({{QStringLiteral("pid"), 4711},
                           {QStringLiteral("listen"), QStringLiteral("a much longer text than the next")}}));
    QVERIFY(lock->publish({{QStringLiteral("pid"), 4711}}));
    QCOMPARE(WriterLock::holder(path("b.lock")), (QJsonObject{{QStringLiteral("pid"), 4711}}));
    const auto second = WriterLock::acquire(path("b.lock"));
    QVERIFY2(second.error().detail.contains(QLatin1StringView("4711")), qPrintable(second.error().detail));
}

void BesideTest::theRoleDiesWithItsProcess()
{
    const pid_t child = fork();
    if (child == 0) {
        const auto lock = WriterLock::acquire(path("c.lock"));
        raise(lock ? SIGKILL : SIGTERM);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    QCOMPARE(WTERMSIG(status), SIGKILL);
    QVERIFY(WriterLock::acquire(path("c.lock")));
}

void BesideTest::factsOfADeadHolderMeanNothing()
{
    {
        auto lock = WriterLock::acquire(path("d.lock"));
        QVERIFY(lock->publish({{QStringLiteral("pid"), 4711}}));
    }
    QVERIFY(!WriterLock::holder(path("d.lock")));
    QVERIFY(!WriterLock::holder(path("never-made.lock")));
}

void BesideTest::secretsSurviveTheirFile()
{
    Secrets secrets;
    secrets.setHookToken(QStringLiteral("abcdefgh"), "token-token-token");
    const Secrets::Destination destination{"bearer", QByteArray("\0\xff key", 6)};
    secrets.setDestination(QStringLiteral("ijklmnop"), destination);
    QVERIFY(secrets.save(path("secrets")));

    const auto loaded = Secrets::load(path("secrets"));
    QVERIFY(loaded);
    QCOMPARE(loaded->hookToken(QStringLiteral("abcdefgh")), QByteArray("token-token-token"));
    QCOMPARE(loaded->sourceOfToken("token-token-token"), QStringLiteral("abcdefgh"));
    QVERIFY(loaded->destination(QStringLiteral("ijklmnop")) == destination);
    QVERIFY(loaded->hookToken(QStringLiteral("nobody")).isEmpty());
    QVERIFY(Secrets::load(path("no-such-file"))->hookToken(QStringLiteral("abcdefgh")).isEmpty());
}

void BesideTest::aSecretsFileIsPrivate()
{
    QVERIFY(Secrets().save(path("private")));
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFile::permissions(path("private")) & others));
}

void BesideTest::aReadableSecretsFileIsRefused()
{
    QVERIFY(Secrets().save(path("open")));
    QVERIFY(
        QFile::setPermissions(path("open"), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther));
    const auto loaded = Secrets::load(path("open"));
    QVERIFY(!loaded);
    QVERIFY(loaded.error().detail.contains(path("open")));
}

void BesideTest::aDamagedSecretsFileIsSaidToBe()
{
    QFile file(path("damaged"));
    QVERIFY(file.open(QIODevice::WriteOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    file.write("{\"hooks\":");
    file.close();
    const auto loaded = Secrets::load(path("damaged"));
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, ErrorCode::FileFailed);
}

void BesideTest::aFolderIsForItsOwner()
{
    const StoreLocation location = StoreLocation::inFolder(path("made/folder"));
    QVERIFY(location.makeFolder());
    QVERIFY(location.makeFolder()); // it is there
    QCOMPARE(location.folderWarning(), QString());
    constexpr auto onlyOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    QVERIFY(QFile::setPermissions(location.folder(), onlyOwner | QFileDevice::ReadGroup | QFileDevice::ExeGroup));
    QVERIFY(location.makeFolder());
    QVERIFY2(location.folderWarning().contains(QStringLiteral("mode 750")), qPrintable(location.folderWarning()));
    QVERIFY(QFile::permissions(location.folder()) & QFileDevice::ReadGroup); // said, not changed
    QVERIFY(Secrets().save(path("file")));
    QCOMPARE(StoreLocation::inFolder(path("file")).makeFolder().error().code, ErrorCode::StoreUnreadable);
}

void BesideTest::tokensAreLongAndNeverTheSame()
{
    const QByteArray token = randomToken();
    QCOMPARE(token.size(), 43); // 32 bytes
    QVERIFY(isAcceptableToken(token));
    QVERIFY(token != randomToken());
    QCOMPARE(randomKey().size(), 8);
}

void BesideTest::onlyUnreservedTokensAreAcceptable_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<bool>("acceptable");
    QTest::newRow("all kinds") << QByteArray("AZaz09-._~AZaz09") << true;
    QTest::newRow("15") << QByteArray(15, 'a') << false;
    QTest::newRow("16") << QByteArray(16, 'a') << true;
    QTest::newRow("128") << QByteArray(128, 'a') << true;
    QTest::newRow("129") << QByteArray(129, 'a') << false;
    QTest::newRow("slash") << QByteArray("aaaaaaaaaaaaaaa/") << false;
    QTest::newRow("percent") << QByteArray("aaaaaaaaaaaaaa%41") << false;
    QTest::newRow("umlaut") << QByteArray("aaaaaaaaaaaaaaaa\xc3\xa4") << false;
    QTest::newRow("NUL") << QByteArray("aaaaaaaaaaaaaaaa\0", 17) << false;
}

void BesideTest::onlyUnreservedTokensAreAcceptable()
{
    QFETCH(QByteArray, token);
    QFETCH(bool, acceptable);
    QCOMPARE(isAcceptableToken(token), acceptable);
}

QTEST_GUILESS_MAIN(BesideTest)
#include "tst_beside.moc"
