// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/store/damage.h"
#include "tests/system/earshotprocess.h"
#include "tests/system/httpsender.h"
#include "tests/system/senderload.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

#include <csignal>

#include <sys/stat.h>
#include <unistd.h>

using namespace earshot;

namespace {

constexpr int c_patience = 60'000; // milliseconds; sanitizers on a busy machine are slow

const QString c_otherUser = QStringLiteral("65534"); // nobody

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** Words and environment of every process that may be looked at, by process. */
QHash<qint64, QByteArray> processTexts()
{
    QHash<qint64, QByteArray> texts;
    const QStringList entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        bool isNumber = false;
        const qint64 id = entry.toLongLong(&isNumber);
        if (!isNumber)
            continue;
        for (const char *part : {"/cmdline", "/environ", "/comm"})
            texts[id] += contentOf(QStringLiteral("/proc/") + entry + QLatin1StringView(part)) + '\n';
    }
    return texts;
}

/** Whether the process has a socket: a command has one once it has read all it was told, and asks `serve`. */
bool asks(qint64 process)
{
    const QDir descriptors(QStringLiteral("/proc/%1/fd").arg(process));
    const QStringList entries = descriptors.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    return std::ranges::any_of(entries, [&descriptors](const QString &entry) {
        std::array<char, 256> target{};
        const ssize_t size =
            ::readlink(QFile::encodeName(descriptors.filePath(entry)).constData(), target.data(), target.size());
        return size > 0 && QByteArrayView(target.data(), size).startsWith("socket:");
    });
}

/** Runs a program as another user; true if it succeeds. */
bool succeedsAsAnother(const QStringList &words)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(QStringLiteral("setpriv"),
                  QStringList{QStringLiteral("--reuid=") + c_otherUser, QStringLiteral("--regid=") + c_otherUser,
                              QStringLiteral("--clear-groups"), QStringLiteral("--")}
                      + words);
    return process.waitForFinished(c_patience) && process.exitStatus() == QProcess::NormalExit
           && process.exitCode() == 0;
}

bool readsAsAnother(const QString &path)
{
    return succeedsAsAnother({QStringLiteral("cat"), path});
}

QStringList filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator each(folder, QDir::Files | QDir::System | QDir::Hidden);
    while (each.hasNext())
        files.append(each.next());
    return files;
}

} // namespace

/** What others on the same computer can see: of our processes, and of our files. */
class SecrecyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noProcessShowsASecret_data();
    void noProcessShowsASecret();
    void nobodyElseReadsAFile();
};

void SecrecyTest::noProcessShowsASecret_data()
{
    QTest::addColumn<QString>("words");
    const auto row = [](const char *words) { QTest::newRow(words) << QString::fromLatin1(words); };
    row("source add --platform varda --name Second --token-file -");
    row("source set Desk --verify varda --signing-secret-file -");
    row("source set Desk --verify none --basic-file -");
    row("source set Desk --verify none --bearer-file -");
    row("source set Desk --verify none --secret-header X-Shared --header-secret-file -");
    row("source rotate Desk --token-file -");
    row("destination add --name CRM --url http://127.0.0.1:9/in --manual --token-file -");
    row("destination add --name CRM --url http://127.0.0.1:9/in --manual --signing-key-file -");
}

/** `serve` stands still while the command asks it, so that the command has read the secret and is still there. */
void SecrecyTest::noProcessShowsASecret()
{
    QFETCH(QString, words);
    const QByteArray secret =
        words.contains(QLatin1StringView("basic")) ? "somebody:s3cret-that-nobody-sees" : "s3cret-that-nobody-sees";
    EarshotProcess earshot;
    QVERIFY(!earshot.addSource(QStringLiteral("Desk"), QStringLiteral("varda")).isEmpty());
    QVERIFY(earshot.serve());
    QVERIFY(earshot.signal(SIGSTOP));
    QProcess command;
    command.start(qEnvironmentVariable("EARSHOT_BINARY"),
                  words.split(QLatin1Char(' ')) + QStringList{QStringLiteral("--data"), earshot.folder()});
    QVERIFY(command.waitForStarted(c_patience));
    QCOMPARE(command.write(secret), secret.size());
    command.closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(asks(command.processId()), c_patience);
    const QHash<qint64, QByteArray> during = processTexts();
    QVERIFY(earshot.signal(SIGCONT));
    QTRY_COMPARE_WITH_TIMEOUT(command.state(), QProcess::NotRunning, c_patience);
    const QByteArray said = command.readAllStandardError();
    QVERIFY2(command.exitCode() == 0, said.constData());

    QVERIFY(contentOf(earshot.location().secretsPath()).contains(secret)
            || contentOf(earshot.location().secretsPath()).contains(secret.toBase64())); // it was that secret
    const QHash<qint64, QByteArray> after = processTexts();
    QVERIFY(std::ranges::any_of(during, [](const QByteArray &text) { return text.contains("-file"); }));
    QVERIFY(after.value(earshot.processId()).contains("serve"));
    for (const auto &texts : {during, after}) {
        for (auto it = texts.begin(); it != texts.end(); ++it)
            QVERIFY2(!it->contains("that-nobody-sees"), qPrintable(QStringLiteral("process %1").arg(it.key())));
    }
    QCOMPARE(earshot.stop(SIGTERM), 0);
}

/** Not even where the folder lets everybody in. */
void SecrecyTest::nobodyElseReadsAFile()
{
    if (::geteuid() != 0)
        QSKIP("Only root can try as somebody else.");
    QTemporaryDir around;
    QCOMPARE(::chmod(QFile::encodeName(around.path()).constData(), 0755), 0);
    const QString folder = around.filePath(QStringLiteral("data"));
    EarshotProcess earshot(folder);
    const CommandResult certificate =
        earshot.run({QStringLiteral("listener"), QStringLiteral("certificate"), QStringLiteral("--self-signed"),
                     QStringLiteral("localhost"), QStringLiteral("--json")});
    QVERIFY2(certificate.exitCode == 0, certificate.words().constData());
    QCOMPARE(
        earshot.run({QStringLiteral("listener"), QStringLiteral("set"), QStringLiteral("--tls"), QStringLiteral("off")})
            .exitCode,
        0);
    const QByteArray token = earshot.addSource(QStringLiteral("Desk"), QStringLiteral("varda"));
    QVERIFY(earshot.serve());
    QCOMPARE(HttpSender(earshot.port()).send(jsonPost(token, endedCall(1))), 200);
    QCOMPARE(earshot.stop(SIGTERM), 0);
    const QString path = earshot.location().path;
    overwrite(path, pagesOf(path, QStringLiteral("delivery"), QStringLiteral("leaf")));
    QVERIFY(earshot.serve()); // puts that aside
    QCOMPARE(HttpSender(earshot.port()).send(jsonPost(token, endedCall(2))), 200);
    QVERIFY(earshot.waitUntilProjected());
    const QString copy = folder + QStringLiteral("/copy.sqlite");
    QCOMPARE(earshot.run({QStringLiteral("backup"), copy}).exitCode, 0);

    QVERIFY(!succeedsAsAnother({QStringLiteral("ls"), folder}));
    QCOMPARE(::chmod(QFile::encodeName(folder).constData(), 0755), 0);
    QVERIFY(succeedsAsAnother({QStringLiteral("ls"), folder}));
    QFile open(folder + QStringLiteral("/for-everybody"));
    QVERIFY(open.open(QIODevice::WriteOnly));
    QCOMPARE(::chmod(QFile::encodeName(open.fileName()).constData(), 0644), 0);
    QVERIFY(readsAsAnother(open.fileName())); // so what follows can fail
    QVERIFY(open.remove());

    const QStringList files = filesIn(folder);
    const QString key = certificate.json().value(QStringLiteral("key")).toString();
    for (const QString &expected :
         {path, QString(path + QStringLiteral("-wal")), earshot.location().secretsPath(), copy, key})
        QVERIFY2(files.contains(expected), qPrintable(expected));
    QVERIFY(
        std::ranges::any_of(files, [](const QString &file) { return file.contains(QLatin1StringView(".corrupt-")); }));
    for (const QString &file : files) {
        QVERIFY2(!readsAsAnother(file), qPrintable(file));
        struct stat facts = {};
        QCOMPARE(::stat(QFile::encodeName(file).constData(), &facts), 0);
        QVERIFY2((facts.st_mode & 0077) == 0, qPrintable(file)); // the socket too
    }
    QCOMPARE(earshot.stop(SIGTERM), 0);
}

QTEST_GUILESS_MAIN(SecrecyTest)
#include "tst_secrecy.moc"
