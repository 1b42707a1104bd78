// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jq/jqhelper.h"
#include "tests/system/receivingserver.h"
#include "tests/system/windowharness.h"
#include "tests/widgets/destinations/pages.h"
#include "widgets/code/codeeditor.h"
#include "widgets/destinations/destinationdialog.h"
#include "widgets/destinations/destinationsdialog.h"
#include "widgets/destinations/destinationtestview.h"
#include "widgets/destinations/shadowrowsmodel.h"

#include <QTableWidget>
#include <QTest>

using namespace earshot;

namespace {

constexpr int c_patience = 60'000; // milliseconds; sanitizers on a busy machine are slow

CodeEditor *editorOf(const QWidget &root, const QString &name)
{
    const QList<CodeEditor *> editors = root.findChildren<CodeEditor *>();
    for (CodeEditor *editor : editors) {
        if (editor->accessibleName() == name)
            return editor;
    }
    return nullptr;
}

} // namespace

/** Destinations as people set them up in the window: with the real jq, a real server and a real store behind. */
class DestinationWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDestinationIsTriedAddedChangedAndFed();

private:
    static void trigger(const WindowHarness &harness, const QString &text)
    {
        const QList<QAction *> actions = harness.window().findChildren<QAction *>();
        for (QAction *action : actions) {
            if (QString(action->text()).remove(QLatin1Char('&')) == text)
                return action->trigger();
        }
        QFAIL("no such action");
    }

    void describe(DestinationDialog &dialog, const ReceivingServer &server);
    void map(DestinationDialog &dialog);
    void rehearse(DestinationDialog &dialog);
};

void DestinationWindowTest::describe(DestinationDialog &dialog, const ReceivingServer &server)
{
    typeInto(dialog, QStringLiteral("Name"), QStringLiteral("CRM"));
    typeInto(dialog, QStringLiteral("Address"), server.url());
    press(dialog, QStringLiteral("Test"));
    auto *test = dialog.findChild<DestinationTestView *>();
    QTRY_VERIFY_WITH_TIMEOUT(!test->shownText().isEmpty(), c_patience);
    QVERIFY2(test->isFine(), qPrintable(test->shownText()));
    QTRY_COMPARE(server.requests().size(), 1);
}

/** First wrongly, then so that it works; jq says where. */
void DestinationWindowTest::map(DestinationDialog &dialog)
{
    dialog.showPage(DestinationDialog::How);
    CodeEditor *mapping = editorOf(dialog, QStringLiteral("Mapping in jq"));
    const CodeEditor *result = editorOf(dialog, QStringLiteral("Result"));
    QTRY_VERIFY_WITH_TIMEOUT(result->text().contains(QStringLiteral("\"contact_name\": \"Caller 1\"")),
                             c_patience); // who spoke shortest began last
    mapping->replaceText(QStringLiteral("{\n  who: nobody\n}"));
    QTRY_VERIFY_WITH_TIMEOUT(reasonsOf(dialog).startsWith(QStringLiteral("Line 2")), c_patience);
    QCOMPARE(mapping->problemCount(), 1);
    dialog.primaryButton()->click(); // and is not added
    QTRY_VERIFY_WITH_TIMEOUT(dialog.primaryButton()->isEnabled(), c_patience);
    QVERIFY(dialog.isVisible());
    mapping->replaceText(QStringLiteral("{\n  who: .contact_name\n}"));
    QTRY_VERIFY_WITH_TIMEOUT(result->text().contains(QStringLiteral("\"who\": \"Caller 1\"")), c_patience);
    QCOMPARE(reasonsOf(dialog), QString());
    WindowHarness::shoot(QStringLiteral("destination-how"));
}

void DestinationWindowTest::rehearse(DestinationDialog &dialog)
{
    dialog.showPage(DestinationDialog::Shadow);
    press(dialog, QStringLiteral("Try it on the latest 200"));
    const auto *rows = dialog.findChild<ShadowRowsModel *>();
    QTRY_COMPARE_WITH_TIMEOUT(rows->rowCount(), 3, c_patience);
    QCOMPARE(rows->row(0).verdict, ShadowRow::Verdict::New);
    const CodeEditor *whole = editorOf(dialog, QStringLiteral("What it would get"));
    QTRY_COMPARE_WITH_TIMEOUT(whole->text(), QStringLiteral("{\n    \"who\": \"Caller 1\"\n}"), c_patience);
    WindowHarness::shoot(QStringLiteral("destination-shadow"));
}

void DestinationWindowTest::aDestinationIsTriedAddedChangedAndFed()
{
    ReceivingServer server;
    WindowHarness harness;
    const QByteArray token = harness.store().addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(harness.open());
    QVERIFY(harness.waitFor(ListenerState::Kind::Listening));
    for (const int number : {1, 2, 3})
        QCOMPARE(harness.post(token, endedCall(number, 60 + number)), 200);
    trigger(harness, QStringLiteral("Add a destination…"));
    auto *dialog = harness.find<DestinationDialog>();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    describe(*dialog, server);
    if (QTest::currentTestFailed())
        return;
    map(*dialog);
    if (QTest::currentTestFailed())
        return;
    rehearse(*dialog);
    if (QTest::currentTestFailed())
        return;
    press(*dialog, QStringLiteral("Add destination"));
    QTRY_VERIFY_WITH_TIMEOUT(!harness.find<DestinationDialog>(), c_patience);

    trigger(harness, QStringLiteral("Destinations…"));
    auto *list = harness.find<DestinationsDialog>();
    auto *table = list->findChild<QTableWidget *>();
    QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 1, c_patience);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_VERIFY(harness.find<DestinationDialog>());
    dialog = harness.find<DestinationDialog>();
    QCOMPARE(editorOf(*dialog, QStringLiteral("Mapping in jq"))->text(), QStringLiteral("{\n  who: .contact_name\n}"));
    typeInto(*dialog, QStringLiteral("Name"), QStringLiteral("Sales"));
    press(*dialog, QStringLiteral("Save"));
    QTRY_VERIFY_WITH_TIMEOUT(!harness.find<DestinationDialog>(), c_patience);
    QTRY_COMPARE_WITH_TIMEOUT(table->item(0, 0)->text(), QStringLiteral("Sales"), c_patience);

    const qsizetype before = server.requests().size();
    QCOMPARE(harness.post(token, endedCall(4, 64)), 200);
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), before + 1, c_patience);
    QCOMPARE(server.requests().last().json(), (QJsonObject{{QStringLiteral("who"), QStringLiteral("Caller 4")}}));
}

/** A mapping runs in this program begun anew, so it does here what the real one does. */
int main(int argc, char **argv)
{
    if (isJqHelperCall(argc, argv))
        return runJqHelper(argc, argv);
    QApplication application(argc, argv);
    DestinationWindowTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_destinationwindow.moc"
