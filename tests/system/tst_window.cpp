// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/windowharness.h"

#include "models/items/chartfeed.h"
#include "models/store/secrets.h"
#include "widgets/controls/datatable.h"
#include "widgets/conversation/transcriptview.h"
#include "widgets/detail/detailpane.h"
#include "widgets/exporting/exportdialog.h"
#include "widgets/live/conversationview.h"
#include "widgets/live/deliveryview.h"
#include "widgets/mainwindow/windowmodels.h"
#include "widgets/scope/filterline.h"
#include "widgets/sources/addsourcedialog.h"
#include "widgets/sources/firstrunpage.h"

#include <QClipboard>
#include <QDir>
#include <QLineEdit>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace earshot;

namespace {

constexpr int c_patience = 60'000; // milliseconds; sanitizers on a busy machine are slow

/** Of the perspective Live; the reports have one too. */
DataTable &conversationTable(const WindowHarness &harness)
{
    return harness.window().findChild<ConversationView *>(QStringLiteral("conversations"))->table();
}

} // namespace

/** The window as people use it: real keys and clicks on a real display, deliveries over HTTP, and the command line to
 * compare with. */
class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFirstStartLeadsFromASourceToARow();
    void aTranscriptGrowsAsMessagesArrive();
    void whatIsShownIsWhatTheCommandLineCounts();
    void anExportFromTheDialogIsThatOfTheCommandLine();
    void aWindowShowsWhatServeReceivesAndTakesItsPlace();
    void aServeWaitsForTheWindowToClose();
    void theLanguageIsSwitchedWhileItRuns();
    void theDemoFloorPlaysInAStoreOfItsOwn();
    void itComesBackAsItWasLeft();

private:
    static int rows(WindowHarness &harness);
    static bool waitForRows(WindowHarness &harness, int count);
};

int WindowTest::rows(WindowHarness &harness)
{
    return conversationTable(harness).model()->rowCount();
}

bool WindowTest::waitForRows(WindowHarness &harness, int count)
{
    return QTest::qWaitFor([&] { return rows(harness) == count; }, c_patience);
}

void WindowTest::aFirstStartLeadsFromASourceToARow()
{
    WindowHarness harness;
    QVERIFY(harness.open());
    QVERIFY(harness.waitFor(ListenerState::Kind::Listening));
    auto *page = harness.find<FirstRunPage>();
    QTRY_VERIFY_WITH_TIMEOUT(page->isVisible(), c_patience);
    WindowHarness::shoot(QStringLiteral("first-run"));

    QTest::keyClick(&harness.window(), Qt::Key_1);
    QTRY_VERIFY(harness.find<AddSourceDialog>());
    auto *dialog = harness.find<AddSourceDialog>();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    dialog->setPlatform(QStringLiteral("varda"));
    auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("sourceName"));
    QVERIFY(name);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Front desk"));
    QSignalSpy added(dialog, &AddSourceDialog::sourceAdded);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(added.wait(c_patience));
    WindowHarness::shoot(QStringLiteral("add-source"));

    const auto secrets = Secrets::load(harness.store().location().secretsPath());
    QVERIFY(secrets);
    const auto listed = harness.store().run(
        {QStringLiteral("source"), QStringLiteral("list"), QStringLiteral("--json"), QStringLiteral("--show-secrets")});
    const QString url = listed.json()
                            .value(QStringLiteral("sources"))
                            .toArray()
                            .first()
                            .toObject()
                            .value(QStringLiteral("url"))
                            .toString();
    const QByteArray token = url.section(QLatin1Char('/'), -1).toLatin1();
    QTRY_COMPARE_WITH_TIMEOUT(harness.post(token, endedCall(1, 95)), 200, c_patience);
    dialog->close();

    QVERIFY(waitForRows(harness, 1));
    QTRY_VERIFY(!page->isVisible());
    DataTable &table = conversationTable(harness);
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_Down);
    QTRY_VERIFY(harness.find<DetailPane>()->conversation() != 0);
    QVERIFY(harness.find<DetailPane>()->isVisible());
}

void WindowTest::aTranscriptGrowsAsMessagesArrive()
{
    WindowHarness harness;
    const QByteArray token = harness.store().addSource(QStringLiteral("Web chat"), QStringLiteral("varda"));
    QVERIFY(harness.open());
    QVERIFY(harness.waitFor(ListenerState::Kind::Listening));
    QCOMPARE(harness.post(token, chatMessage(1, "contact", "Do you fit kitchens?")), 200);
    QVERIFY(waitForRows(harness, 1));
    DataTable &table = conversationTable(harness);
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_Down);
    auto *transcript = harness.find<TranscriptView>();
    const auto text = [transcript] {
        transcript->selectAll();
        return transcript->selectedText();
    };
    QTRY_VERIFY_WITH_TIMEOUT(text().contains(QStringLiteral("Do you fit kitchens?")), c_patience);
    QCOMPARE(harness.post(token, chatMessage(2, "agent", "Yes, in Potsdam too.")), 200);
    QTRY_VERIFY_WITH_TIMEOUT(text().contains(QStringLiteral("Yes, in Potsdam too.")), c_patience);

    QTest::keyClick(&table, Qt::Key_Return); // into the detail
    QTRY_VERIFY(harness.find<DetailPane>()->isAncestorOf(QApplication::focusWidget()));
    transcript->setFocus();
    QTest::keyClick(transcript, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(transcript, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Yes, in Potsdam too.")));
}

void WindowTest::whatIsShownIsWhatTheCommandLineCounts()
{
    WindowHarness harness;
    const QByteArray token = harness.store().addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(harness.open());
    QVERIFY(harness.waitFor(ListenerState::Kind::Listening));
    for (int i = 1; i <= 30; ++i)
        QCOMPARE(harness.post(token, endedCall(i, 20 * i, i % 3 == 0 ? "abandoned" : "completed")), 200);
    QVERIFY(waitForRows(harness, 30));

    QTest::keyClick(&harness.window(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(harness.window().perspective(), Perspective::Reports);
    const ChartData *shown = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((shown = &harness.models().charts.data(), shown->figures.total == 30), c_patience);
    WindowHarness::shoot(QStringLiteral("reports"));
    const QJsonObject counted =
        harness.store()
            .run({QStringLiteral("stats"), QStringLiteral("--by"), QStringLiteral("status"), QStringLiteral("--json")})
            .json();
    QCOMPARE(shown->figures.total, counted.value(QStringLiteral("total")).toInteger());
    const QJsonArray byStatus = counted.value(QStringLiteral("rows")).toArray();
    QCOMPARE(shown->statuses.size(), byStatus.size());
    for (qsizetype i = 0; i < byStatus.size(); ++i) {
        QCOMPARE(shown->statuses.at(i).value, byStatus.at(i).toObject().value(QStringLiteral("status")).toString());
        QCOMPARE(shown->statuses.at(i).count, byStatus.at(i).toObject().value(QStringLiteral("count")).toInteger());
    }

    QTest::keyClick(&harness.window(), Qt::Key_1, Qt::ControlModifier);
    QTest::keyClick(&harness.window(), Qt::Key_L, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("status:abandoned"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(waitForRows(harness, 10));
}

void WindowTest::anExportFromTheDialogIsThatOfTheCommandLine()
{
    WindowHarness harness;
    const QByteArray token = harness.store().addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(harness.open());
    QVERIFY(harness.waitFor(ListenerState::Kind::Listening));
    for (int i = 1; i <= 12; ++i)
        QCOMPARE(harness.post(token, endedCall(i, 20 * i)), 200);
    QVERIFY(waitForRows(harness, 12));

    QTest::keyClick(&harness.window(), Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(harness.find<ExportDialog>());
    auto *dialog = harness.find<ExportDialog>();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    const QString path = harness.store().folder() + QStringLiteral("/shown.csv");
    dialog->setPath(path);
    WindowHarness::shoot(QStringLiteral("export"));
    QSignalSpy finished(dialog, &ExportDialog::finished);
    QTest::mouseClick(dialog->primaryButton(), Qt::LeftButton);
    QVERIFY(finished.wait(c_patience));

    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString zone = QString::fromUtf8(harness.models().scope.query().zone().id());
    const auto expected =
        harness.store().run({QStringLiteral("export"), QStringLiteral("--what"), QStringLiteral("conversations"),
                             QStringLiteral("--format"), QStringLiteral("csv"), QStringLiteral("--zone"), zone,
                             QStringLiteral("--output"), QStringLiteral("-")});
    QCOMPARE(file.readAll(), expected.output);
}

void WindowTest::aWindowShowsWhatServeReceivesAndTakesItsPlace()
{
    WindowHarness harness;
    const QByteArray token = harness.store().addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(harness.store().serve());
    QVERIFY(harness.open());
    QVERIFY(harness.waitFor(ListenerState::Kind::Elsewhere));
    QCOMPARE(harness.port(), harness.store().port());
    QCOMPARE(harness.post(token, endedCall(1, 60)), 200);
    QVERIFY(waitForRows(harness, 1));

    QCOMPARE(harness.store().stop(SIGTERM), 0);
    QVERIFY(harness.waitFor(ListenerState::Kind::Listening));
    QCOMPARE(harness.post(token, endedCall(2, 60)), 200);
    QVERIFY(waitForRows(harness, 2));
}

void WindowTest::aServeWaitsForTheWindowToClose()
{
    WindowHarness harness;
    const QByteArray token = harness.store().addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(harness.open());
    QVERIFY(harness.waitFor(ListenerState::Kind::Listening));
    QCOMPARE(harness.post(token, endedCall(1, 60)), 200);
    QVERIFY(waitForRows(harness, 1));
    QProcess serve;
    serve.start(qEnvironmentVariable("EARSHOT_BINARY"),
                {QStringLiteral("serve"), QStringLiteral("--data"), harness.store().folder(),
                 QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    QVERIFY(serve.waitForStarted());
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += serve.readAllStandardError()).contains("window"), c_patience);
    QVERIFY(!serve.canReadLine());
    harness.close();
    QTRY_VERIFY_WITH_TIMEOUT(serve.canReadLine(), c_patience);
    const QJsonObject ready = QJsonDocument::fromJson(serve.readLine()).object();
    QVERIFY(ready.value(QStringLiteral("ready")).toBool());
    serve.terminate();
    QVERIFY(serve.waitForFinished(c_patience));
    QCOMPARE(serve.exitCode(), 0);
}

void WindowTest::theLanguageIsSwitchedWhileItRuns()
{
    WindowHarness harness;
    harness.store().addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(harness.open());
    WindowSettings settings;
    settings.language = QStringLiteral("de");
    Q_EMIT harness.window().windowSettingsChanged(settings);
    QTRY_COMPARE(harness.window().menuBar()->actions().first()->text(), QStringLiteral("&Datei"));
    settings.language = QStringLiteral("en");
    Q_EMIT harness.window().windowSettingsChanged(settings);
    QTRY_COMPARE(harness.window().menuBar()->actions().first()->text(), QStringLiteral("&File"));
}

void WindowTest::theDemoFloorPlaysInAStoreOfItsOwn()
{
    WindowHarness harness;
    QVERIFY(harness.open());
    QVERIFY(harness.waitFor(ListenerState::Kind::Listening));
    Q_EMIT harness.window().demoRequested();
    QTRY_VERIFY_WITH_TIMEOUT(harness.application().session()->isDemo(), c_patience);
    QTRY_VERIFY_WITH_TIMEOUT(rows(harness) > 20, c_patience);
    QCOMPARE(harness.store().exported(QStringLiteral("conversations")).size(), 0);
    Q_EMIT harness.window().endDemoRequested();
    QTRY_VERIFY_WITH_TIMEOUT(!harness.application().session()->isDemo(), c_patience);
    QTRY_VERIFY_WITH_TIMEOUT(!QDir(harness.store().folder() + QStringLiteral("/demo")).exists(), c_patience);
}

void WindowTest::itComesBackAsItWasLeft()
{
    WindowHarness harness;
    harness.store().addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(harness.open());
    QTest::keyClick(&harness.window(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(harness.window().perspective(), Perspective::Inspect);
    harness.close();
    QVERIFY(harness.open());
    QCOMPARE(harness.window().perspective(), Perspective::Inspect);
    QTRY_VERIFY(harness.find<DeliveryView>()->isVisible());
}

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
