// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/listenerwords.h"
#include "widgets/mainwindow/notices.h"
#include "widgets/style/words.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace earshot;

class NoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysNothingWhileAllIsWell();
    void saysTheWorstFirst();
    void goesWithItsCause();
    void saysWhyNobodyReceives_data();
    void saysWhyNobodyReceives();
    void triesAgainWhenAsked();
    void endsTheDemoWhenAsked();
    void letsOnlyAFailureBeClosed();
    void saysThatNothingCanBeStored();
    void saysOnceWhereADamagedStoreWasPut();
    void tellsWhatMayBeMissing();
    void warnsOfACertificateNearItsEnd_data();
    void warnsOfACertificateNearItsEnd();
    void letsTheCertificateBeClosedUntilItSaysMore();

private:
    static ListenerState down()
    {
        return {ListenerState::Kind::Down, {}, QStringLiteral("127.0.0.1:8765: Address already in use")};
    }

    static ListenerState listening()
    {
        return {ListenerState::Kind::Listening, QStringLiteral("http://127.0.0.1:8765"), {}};
    }

    QAbstractButton *link(const QString &text) const
    {
        const QList<QAbstractButton *> buttons = m_banner->findChildren<QAbstractButton *>();
        for (QAbstractButton *button : buttons) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }

    QToolButton *cross() const { return m_banner->findChild<QToolButton *>(); }

    std::unique_ptr<Banner> m_banner;
    std::unique_ptr<Notices> m_notices;
};

void NoticesTest::init()
{
    m_banner = std::make_unique<Banner>();
    m_notices = std::make_unique<Notices>(*m_banner);
}

void NoticesTest::cleanup()
{
    m_notices.reset();
    m_banner.reset();
}

void NoticesTest::saysNothingWhileAllIsWell()
{
    QVERIFY(!m_banner->isVisible());
    m_notices->setListener(listening());
    m_notices->setListener({ListenerState::Kind::Elsewhere, QStringLiteral("http://127.0.0.1:8765"), {}});
    m_notices->setStoreError({});
    m_notices->setDemo(false);
    m_notices->setFailure({});
    QVERIFY(!m_banner->isVisible());
}

void NoticesTest::saysTheWorstFirst()
{
    const Error unreadable{ErrorCode::StoreUnreadable, QStringLiteral("gone")};
    m_notices->setStoreError(unreadable);
    m_notices->setFailure(QStringLiteral("That did not work."));
    m_notices->setListener(down());
    m_notices->setDemo(true);
    QCOMPARE(m_banner->text(), errorText(unreadable));
    QCOMPARE(m_banner->kind(), Banner::Kind::Error);
    m_notices->setStoreError({});
    QCOMPARE(m_banner->text(), QStringLiteral("That did not work."));
    m_notices->setFailure({});
    QVERIFY2(m_banner->text().contains(QStringLiteral("(127.0.0.1:8765: Address already in use)")),
             qPrintable(m_banner->text()));
    QCOMPARE(m_banner->kind(), Banner::Kind::Error);
    m_notices->setListener(listening());
    QCOMPARE(m_banner->text(), QStringLiteral("Demo floor: these calls are made up."));
    QCOMPARE(m_banner->kind(), Banner::Kind::Info);
    m_notices->setDemo(false);
    QVERIFY(!m_banner->isVisible());
}

void NoticesTest::goesWithItsCause()
{
    m_notices->setListener(down());
    QVERIFY(m_banner->isVisible());
    m_notices->setListener(listening());
    QVERIFY(!m_banner->isVisible());
}

void NoticesTest::saysWhyNobodyReceives_data()
{
    using Cause = ListenerState::Cause;
    QTest::addColumn<ListenerState>("state");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<bool>("canTryAgain");
    const auto row = [](const char *name, Cause cause, qint64 process, const char *sentence, bool canTryAgain) {
        ListenerState state = down();
        state.cause = cause;
        state.address = QStringLiteral("192.0.2.7");
        state.port = 8765;
        state.program = process > 0 ? QStringLiteral("<b>caddy</b>") : QString();
        state.process = process;
        if (canTryAgain)
            state.retryIn = std::chrono::milliseconds(7001);
        QTest::newRow(name) << state << QString::fromLatin1(sentence) << canTryAgain;
    };
    row("port", Cause::PortTaken, 4711,
        "Port 8765 is used by another program (<b>caddy</b>, process 4711). Earshot is not receiving; senders know "
        "only "
        "this port. It tries again within 8 second(s).",
        true);
    row("port of another user", Cause::PortTaken, 0,
        "Port 8765 is used by a program of another user. Earshot is not receiving; senders know only this port. It "
        "tries "
        "again within 8 second(s).",
        true);
    row("address", Cause::AddressGone, 0,
        "Earshot is not receiving: this computer does not have the address 192.0.2.7 any more. It tries again within 8 "
        "second(s).",
        true);
    row("network", Cause::NetworkDown, 0,
        "Earshot is not receiving: the network is down. It tries again within 8 second(s).", true);
    row("sleep", Cause::Asleep, 0,
        "Earshot is not receiving: the computer sleeps. It receives again when the computer wakes.", false);
}

void NoticesTest::saysWhyNobodyReceives()
{
    QFETCH(ListenerState, state);
    QFETCH(QString, sentence);
    QFETCH(bool, canTryAgain);
    m_notices->setListener(state);
    QCOMPARE(m_banner->text(), sentence);
    QCOMPARE(link(QStringLiteral("Try again now")) != nullptr, canTryAgain);
}

void NoticesTest::triesAgainWhenAsked()
{
    const QSignalSpy retry(m_notices.get(), &Notices::retryRequested);
    const QSignalSpy end(m_notices.get(), &Notices::endDemoRequested);
    m_notices->setListener(down());
    QTest::mouseClick(link(QStringLiteral("Try again now")), Qt::LeftButton);
    QCOMPARE(retry.size(), 1);
    QCOMPARE(end.size(), 0);
}

void NoticesTest::endsTheDemoWhenAsked()
{
    const QSignalSpy retry(m_notices.get(), &Notices::retryRequested);
    const QSignalSpy end(m_notices.get(), &Notices::endDemoRequested);
    m_notices->setDemo(true);
    QTest::mouseClick(link(QStringLiteral("End the demo")), Qt::LeftButton);
    QCOMPARE(end.size(), 1);
    QCOMPARE(retry.size(), 0);
}

void NoticesTest::letsOnlyAFailureBeClosed()
{
    m_notices->setListener(down());
    QVERIFY(!cross()->isVisible());
    m_notices->setFailure(QStringLiteral("That did not work."));
    QVERIFY(cross()->isVisible());
    QTest::mouseClick(cross(), Qt::LeftButton);
    QVERIFY(m_banner->isVisible()); // what is wrong besides is said now
    QVERIFY(link(QStringLiteral("Try again now")));
    QVERIFY(!cross()->isVisible());
}

/** After what is wrong now, before the demo; closed for good, or shown whole. */
void NoticesTest::tellsWhatMayBeMissing()
{
    const QString text = QStringLiteral("About 14 deliveries may be missing.");
    QSignalSpy shown(m_notices.get(), &Notices::coverageRequested);
    QSignalSpy dismissed(m_notices.get(), &Notices::coverageDismissed);
    m_notices->setDemo(true);
    m_notices->setCoverage(text);
    QCOMPARE(m_banner->text(), text);
    QCOMPARE(m_banner->kind(), Banner::Kind::Warning);
    m_notices->setListener(down());
    QVERIFY(m_banner->text() != text);
    m_notices->setListener(listening());
    QCOMPARE(m_banner->text(), text);
    link(QStringLiteral("Show"))->click();
    QCOMPARE(shown.size(), 1);
    QCOMPARE(m_banner->text(), text);
    QVERIFY(cross()->isVisible());
    cross()->click();
    QCOMPARE(dismissed.size(), 1);
    QVERIFY(m_banner->text() != text);
    m_notices->setCoverage({});
    QCOMPARE(dismissed.size(), 1);
}

void NoticesTest::saysThatNothingCanBeStored()
{
    ListenerState state = listening();
    state.storeTrouble = Error{ErrorCode::StoreFull, {}};
    m_notices->setListener(state);
    QVERIFY(m_banner->text().contains(errorText(*state.storeTrouble)));
    m_notices->setListener(listening());
    QVERIFY(!m_banner->isVisible());
}

void NoticesTest::saysOnceWhereADamagedStoreWasPut()
{
    ListenerState state = listening();
    state.storePutAside = QStringLiteral("/home/a/earshot.sqlite.corrupt-20260514T120000Z");
    m_notices->setListener(state);
    QVERIFY(m_banner->text().contains(state.storePutAside));
    cross()->click();
    m_notices->setListener(state);
    QVERIFY(!m_banner->isVisible());
}

void NoticesTest::warnsOfACertificateNearItsEnd_data()
{
    QTest::addColumn<int>("hours");
    QTest::addColumn<QString>("text");
    const QString renew = QStringLiteral("senders refuse it from then on. Renew it.");
    QTest::newRow("far") << 24 * 21 << QString();
    QTest::newRow("near") << 24 * 21 - 1
                          << QString(QStringLiteral("The listener's certificate ends on Thursday, 4 June 2026, in 20 "
                                                    "day(s): ")
                                     + renew);
    QTest::newRow("ended") << -1
                           << QStringLiteral(
                                  "The listener's certificate ended on Thursday, 14 May 2026: senders refuse "
                                  "it, and what they send is lost. Renew it.");
}

void NoticesTest::warnsOfACertificateNearItsEnd()
{
    QFETCH(const int, hours);
    const Timestamp now = fromMicroseconds(1'778'760'000'000'000); // 2026-05-14 12:00 UTC
    ListenerState state = listening();
    const ValueFormat format{QLocale(QLocale::English, QLocale::UnitedKingdom)};
    QCOMPARE(certificateNotice(state, format, now), QString()); // no TLS
    state.certificateEnds = now + std::chrono::hours(hours);
    QTEST(certificateNotice(state, format, now), "text");
}

void NoticesTest::letsTheCertificateBeClosedUntilItSaysMore()
{
    QSignalSpy settings(m_notices.get(), &Notices::settingsRequested);
    m_notices->setCertificate(QStringLiteral("It ends in 20 days."));
    QCOMPARE(m_banner->text(), QStringLiteral("It ends in 20 days."));
    QCOMPARE(m_banner->kind(), Banner::Kind::Warning);
    link(QStringLiteral("Settings"))->click();
    QCOMPARE(settings.size(), 1);
    cross()->click();
    QVERIFY(!m_banner->isVisible());
    m_notices->setCertificate(QStringLiteral("It ends in 20 days."));
    QVERIFY(!m_banner->isVisible());
    m_notices->setCertificate(QStringLiteral("It ends in 19 days."));
    QVERIFY(m_banner->isVisible());
    m_notices->setCertificate({});
    QVERIFY(!m_banner->isVisible());
}

QTEST_MAIN(NoticesTest)
#include "tst_notices.moc"
