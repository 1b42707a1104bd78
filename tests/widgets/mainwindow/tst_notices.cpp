// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

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
    void triesAgainWhenAsked();
    void endsTheDemoWhenAsked();
    void letsOnlyAFailureBeClosed();

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

QTEST_MAIN(NoticesTest)
#include "tst_notices.moc"
