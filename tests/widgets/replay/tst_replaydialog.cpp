// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/replay/replayfloor.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/replay/replaydialog.h"
#include "widgets/replay/replaytargetform.h"
#include "widgets/style/words.h"

#include <QRadioButton>

using namespace earshot;

class ReplayDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void saysWhatWouldGo();
    void saysWhoseBytesAreGone();
    void sendsTheSelection();
    void sendsTheView();
    void keepsItsPace();
    void warnsBeforePayloadsLeave();
    void showsAnswersAsTheyCome();
    void stopsAndThenCloses();
    void sendsAgainWhatFailed();
    void saysWhyItCannotBegin();
    void nothingIsSelected();

private:
    void open(const QList<qint64> &selected)
    {
        m_dialog = std::make_unique<ReplayDialog>(m_floor->actions, m_floor->reader, m_floor->sources, m_floor->display,
                                                  m_floor->settings);
        m_dialog->offer({}, selected);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }

    /** Opens it for three deliveries and sends them. */
    void send()
    {
        open(m_deliveries);
        m_dialog->target().setAddress(QStringLiteral("http://127.0.0.1:8080/in"));
        QTRY_COMPARE(m_dialog->primaryButton()->text(), QStringLiteral("Send 3"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_floor->actions.calls, QStringList{QStringLiteral("replay")});
        m_floor->actions.replaying.setProgressRange(0, 3);
    }

    void answer(const ReplayOutcome &outcome) { m_floor->actions.replaying.addResult(Result<ReplayOutcome>(outcome)); }

    Banner *banner() const { return m_dialog->findChild<Banner *>(); }

    QAbstractItemModel *rows() const { return m_dialog->findChild<DataTable *>()->model(); }

    QPushButton *button(const QString &text) const
    {
        for (QPushButton *button : m_dialog->findChildren<QPushButton *>()) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }

    Theme m_theme;
    std::unique_ptr<ReplayFloor> m_floor;
    std::unique_ptr<ReplayDialog> m_dialog;
    QList<qint64> m_deliveries;
};

void ReplayDialogTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void ReplayDialogTest::init()
{
    m_floor = std::make_unique<ReplayFloor>();
    m_deliveries = {m_floor->addDelivery("{}"), m_floor->addDelivery("{\"a\": 1}"),
                    m_floor->addDelivery("", {}, "GET")};
    QTRY_COMPARE(m_floor->sources.entries().size(), 2);
}

void ReplayDialogTest::cleanup()
{
    m_dialog.reset();
    m_floor.reset();
}

void ReplayDialogTest::saysWhatWouldGo()
{
    open(m_deliveries);
    QTRY_VERIFY(readTexts(*m_dialog).contains(QStringLiteral("2 POST, 1 GET")));
    QCOMPARE(m_dialog->primaryButton()->text(), QStringLiteral("Send 3"));
    QVERIFY(m_dialog->findChildren<QRadioButton *>().first()->text().contains(QStringLiteral("Selection (3)")));
    saveShots(*m_dialog, m_theme, QStringLiteral("replay"));
}

void ReplayDialogTest::saysWhoseBytesAreGone()
{
    m_floor->store.run(QStringLiteral("DELETE FROM delivery_body WHERE \"delivery\" = ?"), {m_deliveries.first()});
    open(m_deliveries);
    QTRY_VERIFY(readTexts(*m_dialog).contains(QStringLiteral("1 of them cannot be sent")));
}

void ReplayDialogTest::sendsTheSelection()
{
    send();
    const ReplayRequest &request = m_floor->actions.replayed;
    QCOMPARE(request.deliveries, m_deliveries);
    QCOMPARE(request.url, QStringLiteral("http://127.0.0.1:8080/in"));
    QCOMPARE(request.pace, ReplayPace());
    QVERIFY(request.withQuery);
    QCOMPARE(request.edit, DeliveryEdit());
}

void ReplayDialogTest::sendsTheView()
{
    m_floor->addDelivery("{\"b\": 1}");
    open(m_deliveries);
    m_dialog->target().setAddress(QStringLiteral("http://127.0.0.1:8080/in"));
    QTest::keyClick(m_dialog->findChildren<QRadioButton *>().at(1), Qt::Key_Space);
    QTRY_COMPARE(m_dialog->primaryButton()->text(), QStringLiteral("Send 4"));
    QTest::keyClick(m_dialog->primaryButton(), Qt::Key_Space);
    QVERIFY(m_floor->actions.replayed.deliveries.isEmpty());
    QCOMPARE(m_floor->actions.replayedScope, ScopeQuery());
}

void ReplayDialogTest::keepsItsPace()
{
    open(m_deliveries);
    m_dialog->target().setAddress(QStringLiteral("http://127.0.0.1:8080/in"));
    QTRY_VERIFY(m_dialog->primaryButton()->isEnabled());
    for (QComboBox *box : m_dialog->findChildren<QComboBox *>()) {
        if (box->findText(QStringLiteral("10 times as fast as they came")) >= 0)
            box->setCurrentText(QStringLiteral("10 times as fast as they came"));
    }
    QTest::keyClick(m_dialog->primaryButton(), Qt::Key_Space);
    QCOMPARE(m_floor->actions.replayed.pace.speed, 10.0);
}

void ReplayDialogTest::warnsBeforePayloadsLeave()
{
    open(m_deliveries);
    m_dialog->target().setAddress(QStringLiteral("https://test.example/in"));
    QTRY_VERIFY(m_dialog->primaryButton()->isEnabled());
    QTest::keyClick(m_dialog->primaryButton(), Qt::Key_Space);
    QVERIFY(m_floor->actions.calls.isEmpty());
    QCOMPARE(banner()->kind(), Banner::Kind::Warning);
    QVERIFY(banner()->text().contains(QStringLiteral("test.example")));
    saveShots(*m_dialog, m_theme, QStringLiteral("replay-warning"));
    QTest::keyClick(banner()->findChild<LinkButton *>(), Qt::Key_Space);
    QCOMPARE(m_floor->actions.calls, QStringList{QStringLiteral("replay")});
    m_floor->actions.replaying.finish();
    QTRY_VERIFY(!m_dialog->isSending());
    m_dialog.reset();
    open(m_deliveries); // agreed to once and for all
    m_dialog->target().setAddress(QStringLiteral("https://test.example/other"));
    QTRY_VERIFY(m_dialog->primaryButton()->isEnabled());
    QTest::keyClick(m_dialog->primaryButton(), Qt::Key_Space);
    QCOMPARE(m_floor->actions.calls.size(), 2);
}

void ReplayDialogTest::showsAnswersAsTheyCome()
{
    send();
    QVERIFY(m_dialog->isSending());
    answer(outcomeOf(m_deliveries.at(0), 200, 3, QStringLiteral("{\"ok\": true}")));
    QTRY_COMPARE(rows()->rowCount(), 1);
    QVERIFY(readTexts(*m_dialog).contains(QStringLiteral("1 of 3 sent, 0 not accepted")));
    answer(outcomeOf(m_deliveries.at(1), 422, 3, QStringLiteral("no such call")));
    answer(unansweredOutcome(m_deliveries.at(2), QStringLiteral("Connection refused"), 3));
    m_floor->actions.replaying.finish();
    QTRY_VERIFY(!m_dialog->isSending());
    QCOMPARE(rows()->rowCount(), 3);
    QCOMPARE(banner()->kind(), Banner::Kind::Warning);
    saveShots(*m_dialog, m_theme, QStringLiteral("replay-answers"));
}

void ReplayDialogTest::stopsAndThenCloses()
{
    send();
    answer(outcomeOf(m_deliveries.at(0), 200, 3));
    QTRY_COMPARE(rows()->rowCount(), 1);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(m_floor->actions.replaying.isCanceled());
    QVERIFY(m_dialog->isVisible());
    m_floor->actions.replaying.finish();
    QTRY_VERIFY(!m_dialog->isSending());
    QVERIFY(banner()->text().contains(QStringLiteral("may have arrived")));
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void ReplayDialogTest::sendsAgainWhatFailed()
{
    send();
    answer(outcomeOf(m_deliveries.at(0), 200, 3));
    answer(outcomeOf(m_deliveries.at(2), 500, 3));
    answer(outcomeOf(m_deliveries.at(1), 500, 3));
    m_floor->actions.replaying.finish();
    QTRY_VERIFY(button(QStringLiteral("Send 2 again")));
    QTRY_VERIFY(button(QStringLiteral("Send 2 again"))->hasFocus());
    QTest::keyClick(button(QStringLiteral("Send 2 again")), Qt::Key_Space);
    QCOMPARE(m_floor->actions.replayed.deliveries, m_deliveries.sliced(1));
    QCOMPARE(rows()->rowCount(), 0);
    answer(outcomeOf(m_deliveries.at(1), 200, 2));
    answer(outcomeOf(m_deliveries.at(2), 200, 2));
    m_floor->actions.replaying.finish();
    QTRY_COMPARE(banner()->kind(), Banner::Kind::Good);
    QVERIFY(!button(QStringLiteral("Send 0 again")));
}

void ReplayDialogTest::saysWhyItCannotBegin()
{
    send();
    const Error nobody{ErrorCode::NotFound, QStringLiteral("nobody receives")};
    m_floor->actions.replaying.addResult(Result<ReplayOutcome>(std::unexpected(nobody)));
    m_floor->actions.replaying.finish();
    QTRY_COMPARE(banner()->text(), errorText(nobody));
    QTRY_VERIFY(m_dialog->primaryButton()->isEnabled());
}

void ReplayDialogTest::nothingIsSelected()
{
    open({});
    QVERIFY(!m_dialog->findChildren<QRadioButton *>().first()->isVisible());
    QTRY_COMPARE(m_dialog->primaryButton()->text(), QStringLiteral("Send 3"));
}

QTEST_MAIN(ReplayDialogTest)
#include "tst_replaydialog.moc"
