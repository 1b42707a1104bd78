// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/certificatewatch.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

class TestClock final : public Clock
{
public:
    Timestamp now() const override { return m_now; }

    void set(Timestamp now) { m_now = now; }

private:
    Timestamp m_now = Timestamp(1'780'000'000s);
};

} // namespace

class CertificateWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void knowsTheFacts();
    void tellsOfAReplacedCertificate();
    void waitsUntilBothFilesFit();
    void looksByItself();
    void warnsThreeWeeksAhead();
    void saysThatItHasEnded();
    void nothingIsWatchedWithoutTls();

private:
    CertificateFacts make(const QString &name) const
    {
        const auto facts = makeSelfSignedCertificate(m_files, {name}, m_clock.now());
        return facts.value_or(CertificateFacts());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    CertificateFiles m_files;
    TestClock m_clock;
};

void CertificateWatchTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_files = {m_folder->filePath(QStringLiteral("c.pem")), m_folder->filePath(QStringLiteral("k.pem"))};
    m_clock.set(Timestamp(1'780'000'000s));
}

void CertificateWatchTest::knowsTheFacts()
{
    const CertificateFacts made = make(QStringLiteral("one.example"));
    CertificateWatch watch(m_clock, 1h);
    QSignalSpy changed(&watch, &CertificateWatch::factsChanged);
    watch.watch(m_files);
    QVERIFY(watch.facts());
    QCOMPARE(watch.facts()->fingerprint, made.fingerprint);
    QCOMPARE(changed.size(), 1);
    QVERIFY(daysLeft(*watch.facts(), m_clock.now()) >= 824);
}

void CertificateWatchTest::tellsOfAReplacedCertificate()
{
    make(QStringLiteral("one.example"));
    CertificateWatch watch(m_clock, 1h);
    watch.watch(m_files);
    QSignalSpy replaced(&watch, &CertificateWatch::replaced);
    watch.look();
    QCOMPARE(replaced.size(), 0);
    const CertificateFacts made = make(QStringLiteral("two.example.with.a.longer.name"));
    watch.look();
    QCOMPARE(replaced.size(), 1);
    QCOMPARE(watch.facts()->fingerprint, made.fingerprint);
    watch.look();
    QCOMPARE(replaced.size(), 1);
}

void CertificateWatchTest::waitsUntilBothFilesFit()
{
    const CertificateFacts first = make(QStringLiteral("one.example"));
    CertificateWatch watch(m_clock, 1h);
    watch.watch(m_files);
    QSignalSpy replaced(&watch, &CertificateWatch::replaced);

    const QTemporaryDir elsewhere;
    const CertificateFiles renewed{elsewhere.filePath(QStringLiteral("c.pem")),
                                   elsewhere.filePath(QStringLiteral("k.pem"))};
    const auto second = makeSelfSignedCertificate(renewed, {QStringLiteral("two.example.longer")}, m_clock.now());
    QVERIFY(second);
    QVERIFY(QFile::remove(m_files.certificate) && QFile::copy(renewed.certificate, m_files.certificate));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("in use stays")));
    watch.look();
    QCOMPARE(replaced.size(), 0);
    QCOMPARE(watch.facts()->fingerprint, first.fingerprint);
    QVERIFY(QFile::remove(m_files.key) && QFile::copy(renewed.key, m_files.key));
    watch.look();
    QCOMPARE(replaced.size(), 1);
    QCOMPARE(watch.facts()->fingerprint, second->fingerprint);
}

void CertificateWatchTest::looksByItself()
{
    make(QStringLiteral("one.example"));
    CertificateWatch watch(m_clock, 10ms);
    watch.watch(m_files);
    QSignalSpy replaced(&watch, &CertificateWatch::replaced);
    make(QStringLiteral("two.example.with.a.longer.name"));
    QTRY_COMPARE(replaced.size(), 1);
}

void CertificateWatchTest::warnsThreeWeeksAhead()
{
    const CertificateFacts made = make(QStringLiteral("one.example"));
    CertificateWatch watch(m_clock, 1h);
    m_clock.set(made.notAfter - std::chrono::days(22));
    QTest::failOnWarning(QRegularExpression(QStringLiteral("ends in"))); // but those that are waited for
    watch.watch(m_files);
    m_clock.set(made.notAfter - std::chrono::days(20) - 1h);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("ends in 20 days")));
    watch.look();
    watch.look(); // once a day
    m_clock.set(made.notAfter - std::chrono::days(19) - 1h);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("ends in 19 days")));
    watch.look();
}

void CertificateWatchTest::saysThatItHasEnded()
{
    const CertificateFacts made = make(QStringLiteral("one.example"));
    CertificateWatch watch(m_clock, 1h);
    m_clock.set(made.notAfter + 1h);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("ended on")));
    watch.watch(m_files);
    QVERIFY(daysLeft(*watch.facts(), m_clock.now()) < 0);
}

void CertificateWatchTest::nothingIsWatchedWithoutTls()
{
    make(QStringLiteral("one.example"));
    CertificateWatch watch(m_clock, 1h);
    watch.watch(m_files);
    watch.watch(std::nullopt);
    QVERIFY(!watch.facts());
    QSignalSpy replaced(&watch, &CertificateWatch::replaced);
    make(QStringLiteral("two.example.with.a.longer.name"));
    watch.look();
    QCOMPARE(replaced.size(), 0);
}

QTEST_GUILESS_MAIN(CertificateWatchTest)
#include "tst_certificatewatch.moc"
