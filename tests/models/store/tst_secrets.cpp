// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/secretreference.h"
#include "models/store/secretschange.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <dlfcn.h>
#include <sys/stat.h>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

/** What has reached the disk: which file or folder, and the size that the secrets had under their name by then. */
struct Flush {
    ino_t inode = 0;
    qint64 secretsBytes = 0;
};

QList<Flush> *s_flushes = nullptr; ///< while a test listens
QString s_secretsPath;

constexpr Timestamp c_noon = Timestamp(1'780'000'000s);
const QString c_desk = QStringLiteral("deskdesk");

/** Places in which one name is known, each to another secret. */
SecretPlaces placesWith(const QByteArray &known)
{
    const auto lookUp = [known](const QByteArray &secret) {
        return [known, secret](const QByteArray &name) { return name == known ? secret : QByteArray(); };
    };
    return {lookUp("from the environment"), lookUp("from a credential"), lookUp("from the key store")};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ino_t inodeOf(const QString &path)
{
    struct stat facts = {};
    return ::stat(QFile::encodeName(path).constData(), &facts) == 0 ? facts.st_ino : 0;
}

} // namespace

/** Stands before the C library's, for the whole program. */
extern "C" int fsync(int descriptor)
{
    struct stat facts = {};
    if (s_flushes && ::fstat(descriptor, &facts) == 0)
        s_flushes->append({facts.st_ino, QFileInfo(s_secretsPath).size()});
    static const auto real = reinterpret_cast<int (*)(int)>(dlsym(RTLD_NEXT, "fsync"));
    return real(descriptor);
}

class SecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsTheFileOfEarlierVersions();
    void keepsAllOfASource();
    void rotatesWithoutAnOverlap();
    void rotatesWithAnOverlap();
    void atMostTwoAreLive();
    void aSecretThatComesBackStandsOnce();
    void prunesWhatHasEnded();
    void findsTheSourceOfAnOldToken();
    void aChangeIsUndone();
    void aFirstFileIsUndoneToo();
    void anEditThatIsNotSavedChangesNothing();
    void aFailedSaveLeavesTheFile();
    void aSavedFileIsOnTheDisk();
    void readsReferences_data();
    void readsReferences();
    void resolvesReferences_data();
    void resolvesReferences();
    void resolvesASourcesSecrets();
    void namesWhatIsNotThere();
    void readsCredentialsOfTheService();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("secrets")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SecretsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void SecretsTest::readsTheFileOfEarlierVersions()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    file.write(
        R"({"hooks":{"deskdesk":"token-of-the-desk"},"destinations":{"crm":{"bearer":"b","signing_key":"AP8="}}})");
    file.close();
    const auto loaded = Secrets::load(path());
    QVERIFY(loaded);
    QCOMPARE(loaded->hookToken(c_desk), QByteArray("token-of-the-desk"));
    QVERIFY(loaded->destination(QStringLiteral("crm")) == (Secrets::Destination{"b", QByteArray("\0\xff", 2)}));

    QVERIFY(loaded->save(path()));
    QVERIFY(!contentOf(path()).contains("hooks"));
    QCOMPARE(Secrets::load(path())->hookToken(c_desk), QByteArray("token-of-the-desk"));
}

void SecretsTest::keepsAllOfASource()
{
    const SourceSecrets all{{{"new-token", std::nullopt}, {"old-token", c_noon + 24h}},
                            {{QByteArray("\0bytes\xff", 7), std::nullopt}, {"previous", c_noon}},
                            "user:pass",
                            "bearer",
                            "header",
                            "api-key"};
    Secrets secrets;
    secrets.setSource(c_desk, all);
    QVERIFY(secrets.save(path()));
    const auto loaded = Secrets::load(path());
    QVERIFY(loaded);
    QVERIFY(loaded->source(c_desk) == all);
    QVERIFY(loaded->source(QStringLiteral("nobody")) == SourceSecrets());
    secrets.removeSource(c_desk);
    QVERIFY(secrets.hookToken(c_desk).isEmpty());
}

void SecretsTest::rotatesWithoutAnOverlap()
{
    QList<TimedSecret> secrets{{"first", std::nullopt}};
    rotate(secrets, "second", c_noon, 0s);
    QCOMPARE(secrets.size(), 2);
    QCOMPARE(secrets[0].value, QByteArray("second"));
    QVERIFY(!secrets[0].until);
    QVERIFY(secrets[0].isLiveAt(c_noon + 10 * 365 * 24h));
    QVERIFY(!secrets[1].isLiveAt(c_noon));
}

void SecretsTest::rotatesWithAnOverlap()
{
    QList<TimedSecret> secrets{{"first", std::nullopt}};
    rotate(secrets, "second", c_noon, 24h);
    QVERIFY(secrets[1].isLiveAt(c_noon + 24h - 1us));
    QVERIFY(!secrets[1].isLiveAt(c_noon + 24h));
}

void SecretsTest::atMostTwoAreLive()
{
    QList<TimedSecret> secrets{{"first", std::nullopt}};
    rotate(secrets, "second", c_noon, 48h);
    rotate(secrets, "third", c_noon + 1h, 2h);
    QCOMPARE(secrets.size(), 3);
    QCOMPARE(secrets[1].until, std::optional(c_noon + 3h));
    QVERIFY(!secrets[2].isLiveAt(c_noon + 1h));
}

void SecretsTest::aSecretThatComesBackStandsOnce()
{
    QList<TimedSecret> secrets{{"first", std::nullopt}};
    rotate(secrets, "second", c_noon, 24h);
    rotate(secrets, "first", c_noon + 1h, 24h);
    QCOMPARE(secrets.size(), 2);
    QCOMPARE(secrets[0], (TimedSecret{"first", std::nullopt}));
    QCOMPARE(secrets[1], (TimedSecret{"second", c_noon + 25h}));
}

void SecretsTest::prunesWhatHasEnded()
{
    Secrets secrets;
    secrets.setSource(c_desk, {{{"t3", std::nullopt}, {"t2", c_noon + 1h}, {"t1", c_noon}},
                               {{"s4", std::nullopt}, {"s3", c_noon + 1h}, {"s2", c_noon}, {"s1", c_noon - 1h}},
                               {},
                               {},
                               {},
                               {}});
    secrets.prune(c_noon);
    const SourceSecrets kept = secrets.source(c_desk);
    QCOMPARE(kept.tokens.size(), 2);
    QCOMPARE(kept.signing.size(), 3); // the one that ended last tells late senders what is wrong
    QCOMPARE(kept.signing.last().value, QByteArray("s2"));
}

void SecretsTest::findsTheSourceOfAnOldToken()
{
    Secrets secrets;
    secrets.setSource(c_desk, {{{"new", std::nullopt}, {"old", c_noon}}, {}, {}, {}, {}, {}});
    QCOMPARE(secrets.sourceOfToken("old"), c_desk);
    secrets.prune(c_noon);
    QCOMPARE(secrets.sourceOfToken("old"), QString());
    QCOMPARE(secrets.hookToken(c_desk), QByteArray("new"));
}

void SecretsTest::aChangeIsUndone()
{
    Secrets before;
    before.setHookToken(c_desk, "before");
    QVERIFY(before.save(path()));

    SecretsChange change(path());
    (*change.edit())->setHookToken(c_desk, "after");
    QVERIFY(change.save(c_noon));
    QCOMPARE(Secrets::load(path())->hookToken(c_desk), QByteArray("after"));
    QVERIFY(change.undo());
    QCOMPARE(Secrets::load(path())->hookToken(c_desk), QByteArray("before"));
}

void SecretsTest::aFirstFileIsUndoneToo()
{
    SecretsChange change(path());
    (*change.edit())->setHookToken(c_desk, "after");
    QVERIFY(change.save(c_noon));
    QVERIFY(QFile::exists(path()));
    QVERIFY(change.undo());
    QVERIFY(!QFile::exists(path()));
}

void SecretsTest::anEditThatIsNotSavedChangesNothing()
{
    SecretsChange unedited(path());
    QVERIFY(unedited.save(c_noon));
    QVERIFY(!QFile::exists(path()));
    SecretsChange unsaved(path());
    (*unsaved.edit())->setHookToken(c_desk, "after");
    QVERIFY(unsaved.undo());
    QVERIFY(!QFile::exists(path()));
}

void SecretsTest::aFailedSaveLeavesTheFile()
{
    const QString missing = m_folder->filePath(QStringLiteral("no/folder/secrets"));
    SecretsChange change(missing);
    (*change.edit())->setHookToken(c_desk, "after");
    const auto saved = change.save(c_noon);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::FileFailed);
    QVERIFY(!saved.error().detail.contains(QStringLiteral("after")));
    QVERIFY(change.undo());
}

/** The new content before it has the name, then the name: after a power cut there is the one file or the other. */
void SecretsTest::aSavedFileIsOnTheDisk()
{
    s_secretsPath = m_folder->filePath(QStringLiteral("flushed.secrets"));
    Secrets secrets;
    secrets.setHookToken(c_desk, "first-token-of-the-desk");
    QVERIFY(secrets.save(s_secretsPath));
    const qint64 before = QFileInfo(s_secretsPath).size();
    secrets.setHookToken(QStringLiteral("another"), "token-of-another-desk");
    QList<Flush> flushes;
    s_flushes = &flushes;
    const auto saved = secrets.save(s_secretsPath);
    s_flushes = nullptr;
    QVERIFY(saved);
    QCOMPARE(flushes.size(), 2);
    QCOMPARE(flushes.first().inode, inodeOf(s_secretsPath)); // which it was before it had the name
    QCOMPARE(flushes.first().secretsBytes, before);
    QCOMPARE(flushes.last().inode, inodeOf(m_folder->path()));
    QVERIFY(flushes.last().secretsBytes > before);
}

void SecretsTest::readsReferences_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("name"); // empty: none
    const auto row = [](const char *value, const char *name) {
        QTest::newRow(value) << QByteArray(value) << QByteArray(name);
    };
    row("env:VARDA_SECRET", "VARDA_SECRET");
    row("credential:varda.secret", "varda.secret");
    row("keyring:abc-1", "abc-1");
    row("env:", "");
    row("env:A B", "");
    row("credential:../shadow", "");
    row("credential:.hidden", "");
    row("ENV:A", "");
    row("whsec_env:A", "");
    row("file:/etc/passwd", "");
    row("", "");
}

void SecretsTest::readsReferences()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, name);
    const auto reference = SecretReference::read(value);
    QCOMPARE(reference.has_value(), !name.isEmpty());
    if (reference) {
        QCOMPARE(reference->name, name);
        QCOMPARE(reference->text(), value);
    }
}

void SecretsTest::resolvesReferences_data()
{
    QTest::addColumn<QByteArray>("kept");
    QTest::addColumn<QByteArray>("secret"); // empty: not there
    QTest::newRow("itself") << QByteArray("plain") << QByteArray("plain");
    QTest::newRow("none") << QByteArray() << QByteArray();
    QTest::newRow("environment") << QByteArray("env:KNOWN") << QByteArray("from the environment");
    QTest::newRow("credential") << QByteArray("credential:KNOWN") << QByteArray("from a credential");
    QTest::newRow("key store") << QByteArray("keyring:KNOWN") << QByteArray("from the key store");
    QTest::newRow("unknown") << QByteArray("env:OTHER") << QByteArray();
}

void SecretsTest::resolvesReferences()
{
    QFETCH(QByteArray, kept);
    QFETCH(QByteArray, secret);
    const auto found = resolvedSecret(kept, placesWith("KNOWN"));
    QCOMPARE(found.has_value(), kept.isEmpty() || !secret.isEmpty());
    if (found)
        QCOMPARE(*found, secret);
    else
        QVERIFY(found.error().detail.contains(QString::fromLatin1(kept)));
}

void SecretsTest::resolvesASourcesSecrets()
{
    const SourceSecrets kept{{{"token", std::nullopt}},
                             {{"env:KNOWN", std::nullopt}, {"env:GONE", c_noon}},
                             "credential:KNOWN",
                             "bearer",
                             {},
                             {}};
    const ResolvedSecrets resolved = resolvedSecrets(kept, placesWith("KNOWN"));
    QCOMPARE(resolved.unreadable, QStringList{QStringLiteral("env:GONE")});
    QCOMPARE(resolved.secrets.tokens, kept.tokens);
    QCOMPARE(resolved.secrets.signing, (QList<TimedSecret>{{"from the environment", std::nullopt}}));
    QCOMPARE(resolved.secrets.basic, QByteArray("from a credential"));
    QCOMPARE(resolved.secrets.bearer, QByteArray("bearer"));
}

void SecretsTest::namesWhatIsNotThere()
{
    const Secrets::Destination kept{"env:GONE", "key"};
    const auto resolved = resolvedSecrets(kept, placesWith("KNOWN"));
    QVERIFY(!resolved);
    QCOMPARE(resolved.error().code, ErrorCode::NotFound);
    QVERIFY(resolved.error().detail.contains(QStringLiteral("env:GONE")));
    SecretPlaces places = placesWith("KNOWN");
    places.keyStore = {};
    QVERIFY(!resolvedSecret("keyring:KNOWN", places));
}

void SecretsTest::readsCredentialsOfTheService()
{
    QFile file(m_folder->filePath(QStringLiteral("varda")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("s3cret\n") > 0);
    file.close();
    qputenv("CREDENTIALS_DIRECTORY", QFile::encodeName(m_folder->path()));
    qputenv("EARSHOT_TEST_SECRET", "s3cret of the environment");
    const SecretPlaces places = SecretPlaces::ofProcess();
    QCOMPARE(resolvedSecret("credential:varda", places).value_or("missing"), QByteArray("s3cret"));
    QCOMPARE(resolvedSecret("env:EARSHOT_TEST_SECRET", places).value_or("missing"),
             QByteArray("s3cret of the environment"));
    qunsetenv("CREDENTIALS_DIRECTORY");
    QVERIFY(!resolvedSecret("credential:varda", places));
}

QTEST_GUILESS_MAIN(SecretsTest)
#include "tst_secrets.moc"
