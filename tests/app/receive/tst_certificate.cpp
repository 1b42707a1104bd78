// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/certificate.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

namespace earshot {
namespace {

using namespace std::chrono_literals;

const Timestamp c_now = fromMicroseconds(1'700'000'000'123'456);
constexpr QFile::Permissions c_private = QFile::ReadOwner | QFile::WriteOwner;

/** What `openssl` printed; its errors follow. */
QByteArray openssl(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments);
    process.waitForFinished(60'000);
    return process.readAllStandardOutput() + process.readAllStandardError();
}

QByteArray bytesOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class CertificateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesACertificateThatOthersRead();
    void tellsItsFacts();
    void keepsTheKeyToItsOwner();
    void replacesWhatWasThere();
    void refusesOddNames_data();
    void refusesOddNames();
    void needsTwoFiles();
    void saysWhereItCannotWrite();
    void readsWhatOpensslMade_data();
    void readsWhatOpensslMade();
    void readsAChain();
    void saysWhatIsWrongWithTheFiles_data();
    void saysWhatIsWrongWithTheFiles();
    void refusesAKeyThatOthersMayRead_data();
    void refusesAKeyThatOthersMayRead();

private:
    QString file(const QString &name) const { return m_folder->filePath(name); }

    CertificateFiles make(const QString &name, const QStringList &names = {QStringLiteral("localhost")});
    void write(const QString &name, const QByteArray &bytes);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void CertificateTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

CertificateFiles CertificateTest::make(const QString &name, const QStringList &names)
{
    const CertificateFiles files = {file(name + QStringLiteral(".pem")), file(name + QStringLiteral(".key"))};
    const auto made = makeSelfSignedCertificate(files, names, c_now);
    [&made] { QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().detail)); }();
    return files;
}

void CertificateTest::write(const QString &name, const QByteArray &bytes)
{
    QFile written(file(name));
    QVERIFY(written.open(QIODevice::WriteOnly));
    QVERIFY(written.setPermissions(c_private));
    QCOMPARE(written.write(bytes), bytes.size());
}

void CertificateTest::makesACertificateThatOthersRead()
{
    const QStringList names = {QStringLiteral("hooks.example"), QStringLiteral("*.example.org"),
                               QStringLiteral("192.0.2.7"), QStringLiteral("2001:db8::7"),
                               QStringLiteral("b\u00fccher.example")};
    const CertificateFiles files = make(QStringLiteral("own"), names);
    const QByteArray text = openssl({QStringLiteral("x509"), QStringLiteral("-in"), files.certificate,
                                     QStringLiteral("-noout"), QStringLiteral("-text")});
    for (const char *part :
         {"Version: 3", "CN = hooks.example", "ASN1 OID: prime256v1", "DNS:hooks.example", "DNS:*.example.org",
          "IP Address:192.0.2.7", "IP Address:2001:DB8:0:0:0:0:0:7", "DNS:xn--bcher-kva.example",
          "TLS Web Server Authentication", "CA:FALSE", "Not Before: Nov 14 22:13:20 2023 GMT"})
        QVERIFY2(text.contains(part), part);
    const QByteArray verified =
        openssl({QStringLiteral("verify"), QStringLiteral("-attime"), QStringLiteral("1700000500"),
                 QStringLiteral("-verify_hostname"), QStringLiteral("hooks.example"), QStringLiteral("-CAfile"),
                 files.certificate, files.certificate});
    QVERIFY2(verified.endsWith(": OK\n"), verified.constData());
}

void CertificateTest::tellsItsFacts()
{
    const CertificateFiles files = make(
        QStringLiteral("own"), {QStringLiteral("192.0.2.7"), QStringLiteral("hooks.example"), QStringLiteral("::1")});
    const Result<CertificateFacts> facts = certificateFacts(files);
    QVERIFY(facts.has_value());
    QCOMPARE(facts->subject, QStringLiteral("192.0.2.7"));
    const QStringList names = {QStringLiteral("192.0.2.7"), QStringLiteral("hooks.example"), QStringLiteral("::1")};
    QCOMPARE(facts->names, names);
    QCOMPARE(facts->notBefore, Timestamp(1'700'000'000s));
    QCOMPARE(facts->notAfter, facts->notBefore + std::chrono::days(825));
    QVERIFY(facts->isSelfSigned);
    const QByteArray print =
        openssl({QStringLiteral("x509"), QStringLiteral("-in"), files.certificate, QStringLiteral("-noout"),
                 QStringLiteral("-fingerprint"), QStringLiteral("-sha256")});
    QCOMPARE(print.mid(print.indexOf('=') + 1).trimmed(), facts->fingerprint.toLatin1());
}

void CertificateTest::keepsTheKeyToItsOwner()
{
    const CertificateFiles files = make(QStringLiteral("own"));
    constexpr QFile::Permissions c_asOwner = QFile::ReadUser | QFile::WriteUser; // Qt adds what we ourselves may do
    QCOMPARE(QFileInfo(files.key).permissions() & ~c_asOwner, c_private);
    QVERIFY(bytesOf(files.key).startsWith("-----BEGIN PRIVATE KEY-----"));
}

void CertificateTest::replacesWhatWasThere()
{
    const CertificateFiles files = make(QStringLiteral("own"));
    QVERIFY(QFile::setPermissions(files.key, c_private | QFile::ReadOther));
    const QString before = QString::fromUtf8(bytesOf(files.certificate));
    make(QStringLiteral("own"));
    QVERIFY(QString::fromUtf8(bytesOf(files.certificate)) != before);
    QVERIFY(!(QFileInfo(files.key).permissions() & QFile::ReadOther));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2);
}

void CertificateTest::refusesOddNames_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::newRow("none") << QStringList();
    QTest::newRow("empty") << QStringList{QString()};
    QTest::newRow("with a space") << QStringList{QStringLiteral("a b")};
    QTest::newRow("a URL") << QStringList{QStringLiteral("https://a.example")};
    QTest::newRow("with a port") << QStringList{QStringLiteral("a.example:443")};
    QTest::newRow("too long") << QStringList{QStringLiteral("abcdefg.").repeated(40)};
    QTest::newRow("second one") << QStringList{QStringLiteral("a.example"), QStringLiteral("b/c")};
}

void CertificateTest::refusesOddNames()
{
    QFETCH(QStringList, names);
    const auto made =
        makeSelfSignedCertificate({file(QStringLiteral("a.pem")), file(QStringLiteral("a.key"))}, names, c_now);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::BadArgument);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void CertificateTest::needsTwoFiles()
{
    const QString one = file(QStringLiteral("a.pem"));
    const auto made = makeSelfSignedCertificate({one, one}, {QStringLiteral("localhost")}, c_now);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::BadArgument);
}

void CertificateTest::saysWhereItCannotWrite()
{
    const QString nowhere = file(QStringLiteral("no/such/folder.pem"));
    const auto made =
        makeSelfSignedCertificate({nowhere, file(QStringLiteral("a.key"))}, {QStringLiteral("localhost")}, c_now);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::FileFailed);
    QVERIFY2(made.error().detail.startsWith(nowhere), qPrintable(made.error().detail));
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void CertificateTest::readsWhatOpensslMade_data()
{
    QTest::addColumn<QStringList>("key");
    QTest::newRow("RSA") << QStringList{QStringLiteral("rsa:2048")};
    QTest::newRow("EC") << QStringList{QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                                       QStringLiteral("ec_paramgen_curve:prime256v1")};
}

void CertificateTest::readsWhatOpensslMade()
{
    QFETCH(QStringList, key);
    const CertificateFiles files = {file(QStringLiteral("o.pem")), file(QStringLiteral("o.key"))};
    const QByteArray said =
        openssl(QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-nodes"),
                            QStringLiteral("-days"), QStringLiteral("20"), QStringLiteral("-subj"),
                            QStringLiteral("/CN=By OpenSSL"), QStringLiteral("-keyout"), files.key,
                            QStringLiteral("-out"), files.certificate, QStringLiteral("-newkey")}
                + key);
    QVERIFY(QFile::setPermissions(files.key, c_private));
    const Result<CertificateFacts> facts = certificateFacts(files);
    QVERIFY2(facts.has_value(), said.constData());
    QCOMPARE(facts->subject, QStringLiteral("By OpenSSL"));
    QVERIFY(facts->names.isEmpty());
    QCOMPARE(facts->notAfter - facts->notBefore, std::chrono::days(20));
}

void CertificateTest::readsAChain()
{
    const CertificateFiles files = make(QStringLiteral("own"), {QStringLiteral("first.example")});
    const CertificateFiles other = make(QStringLiteral("other"), {QStringLiteral("second.example")});
    write(QStringLiteral("chain.pem"), bytesOf(files.certificate) + bytesOf(other.certificate));
    const Result<CertificateFacts> facts = certificateFacts({file(QStringLiteral("chain.pem")), files.key});
    QVERIFY2(facts.has_value(), facts ? "" : qPrintable(facts.error().detail));
    QCOMPARE(facts->subject, QStringLiteral("first.example"));
}

void CertificateTest::saysWhatIsWrongWithTheFiles_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("wrongFile");
    QTest::addColumn<ErrorCode>("code");
    const QString good = QStringLiteral("own.pem");
    const QString goodKey = QStringLiteral("own.key");
    const QString otherKey = QStringLiteral("other.key");
    const QString junk = QStringLiteral("junk.pem");
    const QString none = QStringLiteral("none.pem");
    QTest::newRow("no certificate file") << none << goodKey << none << ErrorCode::FileFailed;
    QTest::newRow("no key file") << good << none << none << ErrorCode::FileFailed;
    QTest::newRow("a folder") << QStringLiteral(".") << goodKey << QStringLiteral(".") << ErrorCode::FileFailed;
    QTest::newRow("no PEM") << junk << goodKey << junk << ErrorCode::BadArgument;
    QTest::newRow("empty") << QStringLiteral("empty.pem") << goodKey << QStringLiteral("empty.pem")
                           << ErrorCode::BadArgument;
    QTest::newRow("cut short") << QStringLiteral("short.pem") << goodKey << QStringLiteral("short.pem")
                               << ErrorCode::BadArgument;
    QTest::newRow("huge") << QStringLiteral("huge.pem") << goodKey << QStringLiteral("huge.pem")
                          << ErrorCode::BadArgument;
    QTest::newRow("the key for the certificate") << goodKey << goodKey << goodKey << ErrorCode::BadArgument;
    QTest::newRow("the certificate for the key")
        << good << QStringLiteral("copy.pem") << QStringLiteral("copy.pem") << ErrorCode::BadArgument;
    QTest::newRow("another's key") << good << otherKey << otherKey << ErrorCode::BadArgument;
    QTest::newRow("a key behind a password")
        << good << QStringLiteral("locked.key") << QStringLiteral("locked.key") << ErrorCode::BadArgument;
}

void CertificateTest::saysWhatIsWrongWithTheFiles()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, wrongFile);
    QFETCH(ErrorCode, code);
    const CertificateFiles files = make(QStringLiteral("own"));
    make(QStringLiteral("other"));
    write(QStringLiteral("junk.pem"), "hello");
    write(QStringLiteral("empty.pem"), {});
    write(QStringLiteral("short.pem"), bytesOf(files.certificate).left(300));
    write(QStringLiteral("huge.pem"), QByteArray(1024 * 1024 + 1, '\n'));
    write(QStringLiteral("copy.pem"), bytesOf(files.certificate));
    openssl({QStringLiteral("pkcs8"), QStringLiteral("-topk8"), QStringLiteral("-in"), files.key,
             QStringLiteral("-passout"), QStringLiteral("pass:x"), QStringLiteral("-out"),
             file(QStringLiteral("locked.key"))});
    QFile::setPermissions(file(QStringLiteral("locked.key")), c_private);
    const Result<CertificateFacts> facts = certificateFacts({file(certificate), file(key)});
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, code);
    QVERIFY2(facts.error().detail.startsWith(file(wrongFile) + QStringLiteral(": ")), qPrintable(facts.error().detail));
}

void CertificateTest::refusesAKeyThatOthersMayRead_data()
{
    QTest::addColumn<QFile::Permission>("permission");
    QTest::newRow("others") << QFile::ReadOther;
    QTest::newRow("group") << QFile::ReadGroup;
    QTest::newRow("group may write") << QFile::WriteGroup;
}

void CertificateTest::refusesAKeyThatOthersMayRead()
{
    QFETCH(QFile::Permission, permission);
    const CertificateFiles files = make(QStringLiteral("own"));
    QVERIFY(QFile::setPermissions(files.key, c_private | permission));
    const Result<CertificateFacts> facts = certificateFacts(files);
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, ErrorCode::FileFailed);
    QVERIFY2(facts.error().detail.startsWith(files.key), qPrintable(facts.error().detail));
    QVERIFY(QFile::setPermissions(files.key, c_private));
    QVERIFY(certificateFacts(files).has_value());
}

} // namespace earshot

QTEST_GUILESS_MAIN(earshot::CertificateTest)
#include "tst_certificate.moc"
