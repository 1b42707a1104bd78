// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jq/jqhelper.h"
#include "models/items/conversationtablemodel.h"
#include "tests/system/receivingserver.h"
#include "tests/system/windowharness.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/conversation/forwardingcard.h"
#include "widgets/conversation/forwardingview.h"
#include "widgets/destinations/outboxdialog.h"
#include "widgets/destinations/resenddialog.h"
#include "widgets/detail/detailpane.h"
#include "widgets/forwarding/attemptlogview.h"
#include "widgets/mainwindow/windowmodels.h"

#include <QPushButton>
#include <QTest>

using namespace earshot;

namespace {

constexpr int c_patience = 60'000; // milliseconds; sanitizers on a busy machine are slow

} // namespace

/** The outbox as people see it in the window: with a real server that refuses, and a real store behind. */
class OutboxWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasRefusedIsSeenExplainedAndSentAgain();

private:
    static std::optional<ForwardingState> stateOf(const WindowHarness &harness, int row)
    {
        const ConversationListRowPtr conversation = harness.models().conversations.row(row);
        return conversation ? worstForwarding(conversation->forwarding) : std::nullopt;
    }

    static QPushButton *buttonOf(const QWidget &root, const QString &text)
    {
        const QList<QPushButton *> buttons = root.findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }

    /** From the pane of the conversation to the outbox, at its row. */
    static void openFromDetail(const WindowHarness &harness);
};

void OutboxWindowTest::openFromDetail(const WindowHarness &harness)
{
    auto *detail = harness.find<DetailPane>();
    detail->showConversation(harness.models().conversations.idAt(0));
    detail->setFrontTab(DetailPane::Tab::Forwarding);
    auto *forwarding = harness.find<ForwardingView>();
    QTRY_COMPARE_WITH_TIMEOUT(forwarding->cards().size(), 1, c_patience);
    QTRY_COMPARE_WITH_TIMEOUT(forwarding->cards().first()->stateText(), QStringLiteral("Parked"), c_patience);
    WindowHarness::shoot(QStringLiteral("outbox-detail"));
    forwarding->cards().first()->logButton()->click();
}

void OutboxWindowTest::whatWasRefusedIsSeenExplainedAndSentAgain()
{
    ReceivingServer server;
    server.answerWith(422);
    WindowHarness harness;
    const QByteArray token = harness.store().addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    harness.store().run({QStringLiteral("destination"), QStringLiteral("add"), QStringLiteral("--name"),
                         QStringLiteral("CRM"), QStringLiteral("--url"), server.url()});
    QVERIFY(harness.open());
    QVERIFY(harness.waitFor(ListenerState::Kind::Listening));
    QCOMPARE(harness.post(token, endedCall(1, 61)), 200);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(harness, 0), ForwardingState::Parked, c_patience);

    openFromDetail(harness);
    QTRY_VERIFY(harness.find<OutboxDialog>());
    auto *outbox = harness.find<OutboxDialog>();
    auto *log = outbox->findChild<AttemptLogView *>();
    QTRY_VERIFY_WITH_TIMEOUT(log->text().contains(QStringLiteral("Answer 422 after")), c_patience);
    QVERIFY(log->text().contains(QStringLiteral("POST ") + server.url()));
    QCOMPARE(log->model().attempt(0).outcome, AttemptOutcomeKind::Parked);
    WindowHarness::shoot(QStringLiteral("outbox-parked"));

    server.answerWith(200);
    buttonOf(*outbox, QStringLiteral("Send many again…"))->click();
    QTRY_VERIFY(harness.find<ResendDialog>());
    auto *bulk = harness.find<ResendDialog>();
    QTRY_COMPARE_WITH_TIMEOUT(bulk->primaryButton()->text(), QStringLiteral("Send 1 again"), c_patience);
    WindowHarness::shoot(QStringLiteral("outbox-resend"));
    bulk->primaryButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 2, c_patience);
    QCOMPARE(server.requests().at(1).body, server.requests().at(0).body); // the same bytes
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(harness, 0), ForwardingState::Sent, c_patience);
    QTRY_COMPARE_WITH_TIMEOUT(log->model().attempt(0).outcome, AttemptOutcomeKind::Sent, c_patience);
    WindowHarness::shoot(QStringLiteral("outbox-sent"));
}

/** A mapping runs in this program begun anew, so it does here what the real one does. */
int main(int argc, char **argv)
{
    if (isJqHelperCall(argc, argv))
        return runJqHelper(argc, argv);
    QApplication application(argc, argv);
    OutboxWindowTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_outboxwindow.moc"
