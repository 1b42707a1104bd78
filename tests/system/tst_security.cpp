// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/verify/presets.h"
#include "models/verify/verifier.h"
#include "tests/system/earshotprocess.h"
#include "tests/system/httpsender.h"
#include "tests/system/senderload.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTest>

#include <csignal>
#include <sys/stat.h>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

const QByteArray c_secret = "s3cret-of-the-sender";

/** Adds a line to the header of a request. */
QByteArray &addField(QByteArray &request, const QByteArray &field)
{
    return request.insert(request.indexOf("\r\n\r\n"), QByteArray("\r\n" + field));
}

/** A Varda delivery, signed as Varda does at @p at. */
QByteArray signedPost(const QByteArray &token, const QByteArray &json, const QByteArray &secret,
                      Timestamp at = SystemClock().now())
{
    const auto fields = sign(*signaturePreset(QStringLiteral("varda")), secret, json, {}, {}, at);
    QByteArray request = jsonPost(token, json);
    for (const HeaderField &field : *fields)
        addField(request, field.name + ": " + field.value);
    return request;
}

QByteArray tokenIn(const CommandResult &result)
{
    return result.json().value(QStringLiteral("url")).toString().section(QLatin1Char('/'), -1).toLatin1();
}

int modeOf(const QString &path)
{
    struct stat facts = {};
    return stat(QFile::encodeName(path).constData(), &facts) == 0 ? int(facts.st_mode & 0777) : -1;
}

} // namespace

/** What a person sets for the security of sources and of the listener, and what a sender then meets. */
class SecurityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSignatureIsAsked();
    void aSigningSecretIsRotated();
    void aTokenIsRotated();
    void aSecretMayLieInTheEnvironment();
    void asksForOtherProofs();
    void limitsAndAnswersAreSet();
    void listsWhatIsSetAndNoSecret();
    void refusesMisuse_data();
    void refusesMisuse();
    void secretsAreNowhereToBeRead();
    void receivesOverTls();
    void tlsFollowsTheSettingWhileItRuns();
    void aReplacedCertificateIsTakenOnHangup();
    void tlsForOneRun();
    void refusesAKeyThatOthersMayRead();
    void showsTheListener();

private:
    CommandResult source(const QStringList &words, const QByteArray &input = {}) const
    {
        return m_earshot->run(QStringList{QStringLiteral("source")} + words, input);
    }

    CommandResult listener(const QStringList &words) const
    {
        return m_earshot->run(QStringList{QStringLiteral("listener")} + words);
    }

    /** Makes the source "Desk"; its token. */
    QByteArray addDesk(const QStringList &words = {}, const QByteArray &input = {}) const
    {
        const CommandResult added =
            source(QStringList{QStringLiteral("add"), QStringLiteral("--json"), QStringLiteral("--platform"),
                               QStringLiteral("varda"), QStringLiteral("--name"), QStringLiteral("Desk")}
                       + words,
                   input);
        if (added.exitCode != 0)
            qWarning() << added.words();
        return tokenIn(added);
    }

    int send(const QByteArray &request) const { return HttpSender(m_earshot->port()).send(request); }

    QJsonObject listed() const
    {
        return source({QStringLiteral("list"), QStringLiteral("--json")})
            .json()
            .value(QStringLiteral("sources"))
            .toArray()
            .first()
            .toObject();
    }

    QString base() const { return m_earshot->readyFacts().value(QStringLiteral("listen")).toString(); }

    /** The status of `/health` at @p address, verified by @p certificate alone; 0 where it is not believed. */
    static int healthOver(const QString &address, const QString &certificate)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromPath(certificate));
        QNetworkRequest request(QUrl(address + QStringLiteral("/health")));
        request.setSslConfiguration(tls);
        QNetworkAccessManager network;
        const std::unique_ptr<QNetworkReply> reply(network.get(request));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished() && !finished.wait(30'000))
            return -1;
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

    std::unique_ptr<EarshotProcess> m_earshot;
};

void SecurityTest::init()
{
    m_earshot = std::make_unique<EarshotProcess>();
}

void SecurityTest::aSignatureIsAsked()
{
    const QByteArray token = addDesk({QStringLiteral("--signing-secret-file"), QStringLiteral("-")}, c_secret + '\n');
    QVERIFY(!token.isEmpty());
    QVERIFY(m_earshot->serve());
    QCOMPARE(send(signedPost(token, endedCall(1), c_secret)), 200);
    QCOMPARE(send(signedPost(token, endedCall(2), "another secret")), 401);
    QCOMPARE(send(jsonPost(token, endedCall(3))), 401);
    QCOMPARE(send(signedPost(token, endedCall(4), c_secret, SystemClock().now() - 20min)), 401);
    QVERIFY(m_earshot->waitUntilProjected());

    QCOMPARE(m_earshot->exported(QStringLiteral("conversations")).size(), 1);
    QStringList verdicts;
    for (const QJsonObject &delivery : m_earshot->exported(QStringLiteral("deliveries")))
        verdicts.append(delivery.value(QStringLiteral("verdict")).toString() + QLatin1Char(' ')
                        + delivery.value(QStringLiteral("state")).toString());
    QCOMPARE(verdicts, (QStringList{QStringLiteral("verified decoded"), QStringLiteral("failed quarantined"),
                                    QStringLiteral("failed quarantined"), QStringLiteral("expired quarantined")}));
}

void SecurityTest::aSigningSecretIsRotated()
{
    const QByteArray token = addDesk({QStringLiteral("--signing-secret-file"), QStringLiteral("-")}, c_secret);
    QVERIFY(m_earshot->serve());
    const auto rotate = [this](const QByteArray &secret, const QStringList &words = {}) {
        return source(QStringList{QStringLiteral("set"), QStringLiteral("Desk"),
                                  QStringLiteral("--signing-secret-file"), QStringLiteral("-")}
                          + words,
                      secret)
            .exitCode;
    };
    QCOMPARE(rotate("second-s3cret", {QStringLiteral("--keep-old"), QStringLiteral("24h")}), 0);
    QCOMPARE(send(signedPost(token, endedCall(1), c_secret)), 200);
    QCOMPARE(send(signedPost(token, endedCall(2), "second-s3cret")), 200);
    QCOMPARE(rotate("third-s3cret"), 0);
    QCOMPARE(send(signedPost(token, endedCall(3), "second-s3cret")), 401);
    QCOMPARE(send(signedPost(token, endedCall(4), "third-s3cret")), 200);
}

void SecurityTest::aTokenIsRotated()
{
    const QByteArray first = addDesk();
    QVERIFY(m_earshot->serve());
    const QStringList rotate{QStringLiteral("rotate"), QStringLiteral("Desk"), QStringLiteral("--json")};
    const CommandResult rotated = source(rotate + QStringList{QStringLiteral("--overlap"), QStringLiteral("24h")});
    QVERIFY2(rotated.exitCode == 0, rotated.words().constData());
    const QByteArray second = tokenIn(rotated);
    QVERIFY(first != second);
    QCOMPARE(send(jsonPost(first, endedCall(1))), 200);
    QCOMPARE(send(jsonPost(second, endedCall(2))), 200);
    const QJsonObject secrets = listed().value(QStringLiteral("secrets")).toObject();
    QCOMPARE(secrets.value(QStringLiteral("tokens")).toInt(), 2);
    QVERIFY(secrets.value(QStringLiteral("old_token_until")).isString());

    const QByteArray third = tokenIn(source(rotate));
    QCOMPARE(send(jsonPost(first, endedCall(3))), 404);
    QCOMPARE(send(jsonPost(second, endedCall(4))), 404);
    QCOMPARE(send(jsonPost(third, endedCall(5))), 200);
}

void SecurityTest::aSecretMayLieInTheEnvironment()
{
    const QByteArray token =
        addDesk({QStringLiteral("--signing-secret-file"), QStringLiteral("env:EARSHOT_TEST_VARDA")});
    QVERIFY(m_earshot->serve());
    QCOMPARE(send(signedPost(token, endedCall(1), c_secret)), 200); // kept, but nobody can say whose it is
    QVERIFY(m_earshot->waitUntilProjected());
    QVERIFY(m_earshot->exported(QStringLiteral("conversations")).isEmpty());
    QCOMPARE(m_earshot->exported(QStringLiteral("deliveries")).value(0).value(QStringLiteral("verdict")).toString(),
             QStringLiteral("unchecked"));
    QCOMPARE(m_earshot->stop(SIGTERM), 0);
    QVERIFY(m_earshot->served().contains("env:EARSHOT_TEST_VARDA"));

    qputenv("EARSHOT_TEST_VARDA", c_secret);
    const bool isServing = m_earshot->serve();
    qunsetenv("EARSHOT_TEST_VARDA");
    QVERIFY(isServing);
    QCOMPARE(send(signedPost(token, endedCall(2), c_secret)), 200);
    QCOMPARE(send(signedPost(token, endedCall(3), "another secret")), 401);
    QVERIFY(m_earshot->waitUntilProjected());
    QCOMPARE(m_earshot->exported(QStringLiteral("conversations")).size(), 1);
    QFile secrets(m_earshot->location().secretsPath());
    QVERIFY(secrets.open(QIODevice::ReadOnly));
    QVERIFY(!secrets.readAll().contains(c_secret.toBase64()));
}

void SecurityTest::asksForOtherProofs()
{
    const QByteArray token = addDesk({QStringLiteral("--basic-file"), QStringLiteral("-")}, "me:pass word");
    QVERIFY(m_earshot->serve());
    QCOMPARE(source({QStringLiteral("set"), QStringLiteral("Desk"), QStringLiteral("--secret-header"),
                     QStringLiteral("X-Shared"), QStringLiteral("--header-secret-file"), QStringLiteral("-")},
                    "shared-s3cret")
                 .exitCode,
             0);
    const auto post = [&token](const QByteArray &fields, qint64 call) {
        QByteArray request = jsonPost(token, endedCall(call));
        return addField(request, fields);
    };
    const QByteArray basic = "Authorization: Basic " + QByteArray("me:pass word").toBase64();
    QCOMPARE(send(post(basic + "\r\nX-Shared: shared-s3cret", 1)), 200);
    QCOMPARE(send(post(basic, 2)), 401);
    QCOMPARE(send(post("X-Shared: shared-s3cret", 3)), 401);
    QCOMPARE(source({QStringLiteral("set"), QStringLiteral("Desk"), QStringLiteral("--verify"), QStringLiteral("none")})
                 .exitCode,
             0);
    QCOMPARE(send(jsonPost(token, endedCall(4))), 200);
}

void SecurityTest::limitsAndAnswersAreSet()
{
    const QByteArray token =
        addDesk({QStringLiteral("--answer"), QStringLiteral("503"), QStringLiteral("--answer-body"),
                 QStringLiteral("not now"), QStringLiteral("--keep"), QStringLiteral("90d")});
    QVERIFY(m_earshot->serve());
    HttpSender sender(m_earshot->port());
    QCOMPARE(sender.send(jsonPost(token, endedCall(1))), 503);
    QCOMPARE(sender.body(), QByteArray("not now"));
    QCOMPARE(
        source({QStringLiteral("set"), QStringLiteral("Desk"), QStringLiteral("--answer"), QStringLiteral("normal"),
                QStringLiteral("--rate"), QStringLiteral("1/min"), QStringLiteral("--burst"), QStringLiteral("2"),
                QStringLiteral("--keep-bytes"), QStringLiteral("30d")})
            .exitCode,
        0);
    QCOMPARE(send(jsonPost(token, endedCall(2))), 200);
    QCOMPARE(send(jsonPost(token, endedCall(3))), 200);
    QCOMPARE(send(jsonPost(token, endedCall(4))), 429);
    const QJsonObject retention = listed().value(QStringLiteral("retention")).toObject();
    QCOMPARE(retention.value(QStringLiteral("whole_days")).toInt(), 90); // as it was
    QCOMPARE(retention.value(QStringLiteral("bytes_days")).toInt(), 30);
    QCOMPARE(source({QStringLiteral("set"), QStringLiteral("Desk"), QStringLiteral("--rate"), QStringLiteral("off"),
                     QStringLiteral("--allow"), QStringLiteral("192.0.2.0/24")})
                 .exitCode,
             0);
    QCOMPARE(send(jsonPost(token, endedCall(5))), 403);
    QCOMPARE(source({QStringLiteral("set"), QStringLiteral("Desk"), QStringLiteral("--allow-anyone")}).exitCode, 0);
    QCOMPARE(send(jsonPost(token, endedCall(6))), 200);
}

void SecurityTest::listsWhatIsSetAndNoSecret()
{
    addDesk({QStringLiteral("--signing-secret-file"), QStringLiteral("-"), QStringLiteral("--rate"),
             QStringLiteral("600/min")},
            c_secret);
    const QJsonObject desk = listed();
    QCOMPARE(desk.value(QStringLiteral("proof"))
                 .toObject()
                 .value(QStringLiteral("signature"))
                 .toObject()
                 .value(QStringLiteral("preset"))
                 .toString(),
             QStringLiteral("varda"));
    QCOMPARE(desk.value(QStringLiteral("secrets")).toObject().value(QStringLiteral("signing")).toInt(), 1);
    QCOMPARE(desk.value(QStringLiteral("secrets")).toObject().value(QStringLiteral("basic")).toBool(), false);
    QCOMPARE(desk.value(QStringLiteral("rate_limit")).toObject().value(QStringLiteral("burst")).toInt(), 60);
    QVERIFY(desk.value(QStringLiteral("answer")).isNull());
    const CommandResult table = source({QStringLiteral("list")});
    QVERIFY(table.output.contains("signed (varda)"));
}

void SecurityTest::refusesMisuse_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *words, const char *said) {
        QTest::newRow(words) << QString::fromLatin1(words).split(QLatin1Char(' ')) << QByteArray(said);
    };
    row("source set Desk", "nothing is to be set");
    row("source set Desk --verify vardo", "did you mean \"varda\"");
    row("source set Desk --verify varda", "signing_secret");
    row("source set Desk --verify /no/such.json", "/no/such.json");
    row("source set Desk --rate fast", "--rate");
    row("source set Desk --burst 5", "--rate");
    row("source set Desk --answer maybe", "--answer");
    row("source set Desk --answer-body x", "--answer");
    row("source set Desk --answer 503 --answer-delay 5m", "delay_ms");
    row("source set Desk --keep 5h", "--keep");
    row("source set Desk --max-size big", "--max-size");
    row("source set Desk --allow 300.0.0.0/8", "300.0.0.0/8");
    row("source set Desk --allow 192.0.2.1 --allow-anyone", "--allow-anyone");
    row("source set Desk --keep-old 24h --rate off", "--keep-old");
    row("source set Desk --basic-file - --header-secret-file -", "standard input");
    row("source rotate Desk --overlap soon", "--overlap");
    row("listener set --tls on", "--tls");
    row("listener set --tls-certificate /c.pem", "--tls-key");
    row("listener set --trusted-proxy proxy.example", "proxy.example");
    row("serve --tls-key /k.pem", "--tls-certificate");
    row("serve --trusted-proxy 10.0.0.0/99", "10.0.0.0/99");
}

void SecurityTest::refusesMisuse()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, said);
    addDesk();
    const CommandResult result = m_earshot->run(words);
    QVERIFY2(result.exitCode == 1 || result.exitCode == 2, result.words().constData());
    QVERIFY2(result.errors.contains(said) && result.errors.count('\n') == 1, result.words().constData());
}

void SecurityTest::secretsAreNowhereToBeRead()
{
    const QByteArray token = addDesk({QStringLiteral("--signing-secret-file"), QStringLiteral("-")}, c_secret);
    QVERIFY(m_earshot->serve({QStringLiteral("--log"), QStringLiteral("all")}));
    const CommandResult bad =
        source({QStringLiteral("set"), QStringLiteral("Desk"), QStringLiteral("--verify"),
                QStringLiteral("standard-webhooks"), QStringLiteral("--signing-secret-file"), QStringLiteral("-")},
               "whsec_s3cret-of-it?");
    QVERIFY(bad.exitCode != 0);
    QByteArray seen = bad.words();
    seen += source({QStringLiteral("set"), QStringLiteral("Desk"), QStringLiteral("--bearer-file"), QStringLiteral("-"),
                    QStringLiteral("--json")},
                   "bearer-s3cret-of-it")
                .words();
    QByteArray whole = signedPost(token, endedCall(1), c_secret);
    QCOMPARE(send(addField(whole, "Authorization: Bearer bearer-s3cret-of-it")), 200);
    QCOMPARE(send(signedPost(token, endedCall(2), c_secret)), 401);
    QVERIFY(m_earshot->waitUntilProjected());
    for (const char *const what : {"conversations", "messages", "events", "deliveries"})
        seen += m_earshot
                    ->run({QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("csv"),
                           QStringLiteral("--what"), QString::fromLatin1(what), QStringLiteral("--output"),
                           QStringLiteral("-")})
                    .output;
    for (const char *const id : {"1", "2"})
        seen += m_earshot
                    ->run({QStringLiteral("show"), QStringLiteral("delivery"), QString::fromLatin1(id),
                           QStringLiteral("--json")})
                    .output;
    seen += source({QStringLiteral("list"), QStringLiteral("--json"), QStringLiteral("--show-secrets")}).output;
    QCOMPARE(m_earshot->stop(SIGTERM), 0);
    seen += m_earshot->served();
    QVERIFY(seen.contains("Desk"));
    QVERIFY(!seen.contains("s3cret-of"));
    QVERIFY(!seen.contains(c_secret.toBase64()));
    QCOMPARE(modeOf(m_earshot->location().secretsPath()), 0600);
}

void SecurityTest::receivesOverTls()
{
    const CommandResult made = listener({QStringLiteral("certificate"), QStringLiteral("--self-signed"),
                                         QStringLiteral("hooks.example"), QStringLiteral("--json")});
    QVERIFY2(made.exitCode == 0, made.words().constData());
    const QString certificate = made.json().value(QStringLiteral("certificate")).toString();
    QCOMPARE(modeOf(made.json().value(QStringLiteral("key")).toString()), 0600);
    QCOMPARE(modeOf(certificate), 0600);
    const QByteArray digest = QSslCertificate::fromPath(certificate).value(0).digest(QCryptographicHash::Sha256);
    QCOMPARE(made.json().value(QStringLiteral("fingerprint")).toString(),
             QString::fromLatin1(digest.toHex(':').toUpper()));

    addDesk();
    QVERIFY(m_earshot->serve());
    QVERIFY2(base().startsWith(QStringLiteral("https://127.0.0.1:")), qPrintable(base()));
    QCOMPARE(healthOver(base(), certificate), 200);
    QCOMPARE(healthOver(QStringLiteral("https://localhost:%1").arg(m_earshot->port()), certificate), 200);
    QCOMPARE(healthOver(base(), QString()), 0); // nobody else believes it

    const CommandResult simulated = m_earshot->run(
        {QStringLiteral("simulate"), QStringLiteral("--platform"), QStringLiteral("varda"), QStringLiteral("--rate"),
         QStringLiteral("50"), QStringLiteral("--count"), QStringLiteral("5")});
    QVERIFY2(simulated.exitCode == 0, simulated.words().constData());
    QVERIFY(m_earshot->waitUntilProjected());
    QCOMPARE(m_earshot->exported(QStringLiteral("deliveries")).size(), 5);
}

void SecurityTest::tlsFollowsTheSettingWhileItRuns()
{
    addDesk();
    QVERIFY(m_earshot->serve());
    const QString port = QString::number(m_earshot->port());
    const CommandResult made = listener({QStringLiteral("certificate"), QStringLiteral("--self-signed"),
                                         QStringLiteral("localhost"), QStringLiteral("--json")});
    QVERIFY2(made.exitCode == 0, made.words().constData());
    const QString certificate = made.json().value(QStringLiteral("certificate")).toString();
    QCOMPARE(healthOver(QStringLiteral("https://127.0.0.1:") + port, certificate), 200);
    QVERIFY(listed().value(QStringLiteral("url")).toString().startsWith(QStringLiteral("https://")));
    QCOMPARE(listener({QStringLiteral("set"), QStringLiteral("--tls"), QStringLiteral("off")}).exitCode, 0);
    QCOMPARE(send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"), 200);
    QVERIFY(listed().value(QStringLiteral("url")).toString().startsWith(QStringLiteral("http://")));
}

void SecurityTest::aReplacedCertificateIsTakenOnHangup()
{
    const QStringList make{QStringLiteral("certificate"), QStringLiteral("--self-signed"), QStringLiteral("localhost"),
                           QStringLiteral("--json")};
    const QString certificate = listener(make).json().value(QStringLiteral("certificate")).toString();
    const QString key = listener({QStringLiteral("certificate"), QStringLiteral("--json")})
                            .json()
                            .value(QStringLiteral("key"))
                            .toString();
    m_earshot->leaveTerminal();
    QVERIFY(m_earshot->serve());
    QCOMPARE(healthOver(base(), certificate), 200);

    const EarshotProcess other; // makes the files of a renewed one
    const QJsonObject renewed = other.run(QStringList{QStringLiteral("listener")} + make).json();
    for (const auto &[from, to] :
         {std::pair(QStringLiteral("certificate"), certificate), std::pair(QStringLiteral("key"), key)}) {
        QVERIFY(QFile::remove(to));
        QVERIFY(QFile::copy(renewed.value(from).toString(), to));
    }
    QVERIFY(m_earshot->signal(SIGHUP));
    QTRY_COMPARE_WITH_TIMEOUT(healthOver(base(), certificate), 200, 30'000);
    QCOMPARE(m_earshot->stop(SIGTERM), 0);
}

void SecurityTest::tlsForOneRun()
{
    const EarshotProcess other;
    const QJsonObject made =
        other
            .run({QStringLiteral("listener"), QStringLiteral("certificate"), QStringLiteral("--self-signed"),
                  QStringLiteral("localhost"), QStringLiteral("--json")})
            .json();
    const QString certificate = made.value(QStringLiteral("certificate")).toString();
    QVERIFY(m_earshot->serve({QStringLiteral("--tls-certificate"), certificate, QStringLiteral("--tls-key"),
                              made.value(QStringLiteral("key")).toString()}));
    QCOMPARE(healthOver(base(), certificate), 200);
    QVERIFY(listener({QStringLiteral("show"), QStringLiteral("--json")}).json().value(QStringLiteral("tls")).isNull());
}

void SecurityTest::refusesAKeyThatOthersMayRead()
{
    const QJsonObject made = listener({QStringLiteral("certificate"), QStringLiteral("--self-signed"),
                                       QStringLiteral("localhost"), QStringLiteral("--json")})
                                 .json();
    const QString key = made.value(QStringLiteral("key")).toString();
    QCOMPARE(chmod(QFile::encodeName(key).constData(), 0644), 0);
    const CommandResult set =
        listener({QStringLiteral("set"), QStringLiteral("--tls-certificate"),
                  made.value(QStringLiteral("certificate")).toString(), QStringLiteral("--tls-key"), key});
    QCOMPARE(set.exitCode, 1);
    QVERIFY2(set.errors.contains(QFile::encodeName(key)), set.words().constData());
}

void SecurityTest::showsTheListener()
{
    const CommandResult bare = listener({QStringLiteral("show")});
    QVERIFY2(bare.output.contains("TLS: off") && bare.output.contains("Trusted proxies: none"),
             bare.words().constData());
    QVERIFY(!QFile::exists(m_earshot->location().path)); // looking makes no store
    QCOMPARE(
        listener({QStringLiteral("set"), QStringLiteral("--trusted-proxy"), QStringLiteral("10.0.0.0/8")}).exitCode, 0);
    QCOMPARE(listener({QStringLiteral("certificate")}).exitCode, 1);
    listener({QStringLiteral("certificate"), QStringLiteral("--self-signed"), QStringLiteral("hooks.example")});
    const CommandResult shown = listener({QStringLiteral("show")});
    QVERIFY2(shown.output.contains("10.0.0.0/8") && shown.output.contains("hooks.example")
                 && shown.output.contains("(in 82"),
             shown.words().constData());
    const QJsonObject facts = listener({QStringLiteral("show"), QStringLiteral("--json")}).json();
    QVERIFY(facts.value(QStringLiteral("certificate")).toObject().value(QStringLiteral("days_left")).toInt() > 800);
    QVERIFY(facts.value(QStringLiteral("listen")).isNull());
}

QTEST_GUILESS_MAIN(SecurityTest)
#include "tst_security.moc"
