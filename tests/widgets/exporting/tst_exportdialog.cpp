// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/store/plaindecoder.h"
#include "tests/models/store/storefixture.h"
#include "tests/widgets/fakestoreactions.h"
#include "tests/widgets/settings/looking.h"
#include "widgets/controls/banner.h"
#include "widgets/exporting/exportdialog.h"
#include "widgets/style/words.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace earshot;

namespace {

constexpr Timestamp c_noon = fromMicroseconds(1'778'760'000'000'000); // 2026-05-14T12:00:00Z

} // namespace

class ExportDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void countsWhatItOffers();
    void offersASelectionOnlyOfItsKind();
    void suggestsAFileByItsCount();
    void leavesAFileNameThatAPersonChose();
    void asksForTheViewByDefault();
    void asksForWhatWasChosen_data();
    void asksForWhatWasChosen();
    void needsAFileAndAColumn();
    void countsWhileItWrites();
    void saysWhatWasWritten();
    void cancelsBeforeItCloses();
    void saysWhatWentWrong();
    void saysThatTheStoreCannotBeRead();
    void fitsInALongLanguage();

private:
    QRadioButton *rows(const QString &begin) const
    {
        const QList<QRadioButton *> buttons = m_dialog->findChildren<QRadioButton *>();
        for (QRadioButton *button : buttons) {
            if (button->text().startsWith(begin))
                return button;
        }
        return nullptr;
    }

    QString rowsText(const QString &begin) const { return rows(begin)->text(); }

    QPushButton *button(const QString &text) const
    {
        const QList<QPushButton *> buttons = m_dialog->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }

    QComboBox *combo(int choices) const
    {
        const QList<QComboBox *> combos = m_dialog->findChildren<QComboBox *>();
        for (QComboBox *combo : combos) {
            if (combo->count() == choices)
                return combo;
        }
        return nullptr;
    }

    QComboBox *what() const { return combo(4); }

    QComboBox *format() const { return combo(3); }

    QLineEdit *file() const { return m_dialog->findChild<QLineEdit *>(QStringLiteral("exportFile")); }

    QString fileName() const { return QFileInfo(m_dialog->path()).fileName(); }

    QListWidget *columns() const { return m_dialog->findChild<QListWidget *>(); }

    Banner *banner() const { return m_dialog->findChild<Banner *>(); }

    void offer(const QList<qint64> &selected = {}) const
    {
        m_dialog->offer(RecordKind::Conversations, m_scope, selected);
    }

    void startExport() const
    {
        m_dialog->setPath(QStringLiteral("/tmp/calls.csv"));
        QTest::mouseClick(m_dialog->primaryButton(), Qt::LeftButton);
    }

    const ScopeQuery m_scope{
        QStringLiteral("outcome:booked"), {TimeRange::Kind::Everything, {}, {}}, QTimeZone("Asia/Kathmandu")};
    ManualClock m_clock{c_noon};
    Theme m_theme;
    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<DisplaySettings> m_display;
    std::unique_ptr<StoreReader> m_reader;
    std::unique_ptr<FakeStoreActions> m_actions;
    std::unique_ptr<ExportDialog> m_dialog;
};

void ExportDialogTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void ExportDialogTest::init()
{
    m_store = std::make_unique<StoreFixture>();
    const qint64 source = m_store->addSource(QStringLiteral("desk"));
    for (const char *const outcome : {"booked", "booked", "lost"}) {
        Conversation conversation;
        conversation.startedAt = c_noon;
        conversation.outcome = QString::fromLatin1(outcome);
        m_store->addConversation(source, conversation);
    }
    m_display = std::make_unique<DisplaySettings>(m_clock);
    m_display->setZone(QTimeZone("Asia/Kathmandu"));
    m_reader = std::make_unique<StoreReader>(StoreLocation{m_store->path()});
    m_actions = std::make_unique<FakeStoreActions>();
    m_dialog = std::make_unique<ExportDialog>(*m_actions, *m_reader, *m_display);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void ExportDialogTest::cleanup()
{
    m_dialog.reset();
    m_actions.reset();
    m_reader.reset();
    m_display.reset();
    m_store.reset();
}

void ExportDialogTest::countsWhatItOffers()
{
    offer({7});
    QVERIFY(rows(QStringLiteral("Selection"))->isChecked());
    QTRY_COMPARE(rowsText(QStringLiteral("This view")), QStringLiteral("This view (2)"));
    QCOMPARE(rowsText(QStringLiteral("Everything")), QStringLiteral("Everything (3)"));
    QCOMPARE(rowsText(QStringLiteral("Selection")), QStringLiteral("Selection (1)"));
    QCOMPARE(m_dialog->findChild<QTableWidget *>()->rowCount(), 2);
    saveShots(*m_dialog, m_theme, QStringLiteral("export"));
}

void ExportDialogTest::offersASelectionOnlyOfItsKind()
{
    offer({7});
    what()->setCurrentIndex(int(RecordKind::Messages));
    QVERIFY(!rows(QStringLiteral("Selection"))->isVisible());
    QVERIFY(rows(QStringLiteral("This view"))->isChecked());
    QTRY_COMPARE(rowsText(QStringLiteral("Everything")), QStringLiteral("Everything (0)"));
    startExport();
    QVERIFY(m_actions->exported.ids.isEmpty());
    QCOMPARE(m_actions->exported.what, RecordKind::Messages);
}

void ExportDialogTest::suggestsAFileByItsCount()
{
    offer();
    QTRY_COMPARE(fileName(), QStringLiteral("earshot_conversations_2026-05-14_2.csv"));
    QVERIFY(QFileInfo(m_dialog->path()).isAbsolute());
    rows(QStringLiteral("Everything"))->click();
    QCOMPARE(fileName(), QStringLiteral("earshot_conversations_2026-05-14_3.csv"));
    format()->setCurrentIndex(2);
    QCOMPARE(fileName(), QStringLiteral("earshot_conversations_2026-05-14_3.ndjson"));
    what()->setCurrentIndex(int(RecordKind::Deliveries));
    QTRY_COMPARE(fileName(), QStringLiteral("earshot_deliveries_2026-05-14_0.ndjson"));
}

void ExportDialogTest::leavesAFileNameThatAPersonChose()
{
    offer();
    QTRY_COMPARE(fileName(), QStringLiteral("earshot_conversations_2026-05-14_2.csv"));
    file()->selectAll();
    QTest::keyClicks(file(), QStringLiteral("/tmp/mine.csv"));
    rows(QStringLiteral("Everything"))->click();
    format()->setCurrentIndex(2);
    QCOMPARE(m_dialog->path(), QStringLiteral("/tmp/mine.csv"));
}

void ExportDialogTest::asksForTheViewByDefault()
{
    offer();
    startExport();
    QCOMPARE(m_actions->calls, QStringList{QStringLiteral("export")});
    QCOMPARE(m_actions->exported.what, RecordKind::Conversations);
    QVERIFY(m_actions->exported.scope == m_scope);
    QVERIFY(m_actions->exported.ids.isEmpty());
    QVERIFY(m_actions->exported.fields.isEmpty()); // all of them
    QCOMPARE(m_actions->exported.format, ExportRequest::Format::Csv);
    QVERIFY(!m_actions->exported.spreadsheet);
    QCOMPARE(m_actions->exported.zone, m_scope.zone());
    QCOMPARE(m_actions->exported.path, QStringLiteral("/tmp/calls.csv"));
}

void ExportDialogTest::asksForWhatWasChosen_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<int>("format");
    QTest::addColumn<QList<qint64>>("ids");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<ExportRequest::Format>("writes");
    QTest::addColumn<bool>("spreadsheet");
    using enum ExportRequest::Format;
    QTest::newRow("selection") << "Selection" << 0 << QList<qint64>{3, 7} << "outcome:booked" << Csv << false;
    QTest::newRow("spreadsheet") << "This view" << 1 << QList<qint64>() << "outcome:booked" << Csv << true;
    QTest::newRow("everything") << "Everything" << 2 << QList<qint64>() << "" << Ndjson << false;
}

void ExportDialogTest::asksForWhatWasChosen()
{
    QFETCH(QString, rows);
    QFETCH(int, format);
    offer({3, 7});
    this->rows(rows)->click();
    this->format()->setCurrentIndex(format);
    columns()->item(0)->setCheckState(Qt::Unchecked);
    columns()->item(2)->setCheckState(Qt::Unchecked);
    startExport();
    const ExportRequest &asked = m_actions->exported;
    QTEST(asked.ids, "ids");
    QTEST(asked.scope.filter(), "filter");
    QCOMPARE(asked.scope.range().kind, TimeRange::Kind::Everything);
    QTEST(asked.format, "writes");
    QTEST(asked.spreadsheet, "spreadsheet");
    QStringList left;
    for (const Field &field : recordFields(RecordKind::Conversations))
        left.append(QString(field.name));
    left.removeAt(2);
    left.removeAt(0);
    QCOMPARE(asked.fields, left);
}

void ExportDialogTest::needsAFileAndAColumn()
{
    offer();
    m_dialog->setPath({});
    QTest::mouseClick(m_dialog->primaryButton(), Qt::LeftButton);
    QCOMPARE(banner()->text(), QStringLiteral("The export needs a file to go to."));
    QVERIFY(file()->hasFocus());
    for (int i = 0; i < columns()->count(); ++i)
        columns()->item(i)->setCheckState(Qt::Unchecked);
    startExport();
    QCOMPARE(banner()->text(), QStringLiteral("The export needs a column at least."));
    QVERIFY(m_actions->calls.isEmpty());
}

void ExportDialogTest::countsWhileItWrites()
{
    offer();
    startExport();
    auto *bar = m_dialog->findChild<QProgressBar *>();
    QVERIFY(bar->isVisible());
    QVERIFY(!columns()->isEnabled());
    QVERIFY(!m_dialog->primaryButton()->isEnabled());
    QVERIFY(m_dialog->isExporting());
    m_actions->exporting.setProgressRange(0, 200);
    m_actions->exporting.setProgressValue(50);
    QTRY_COMPARE(bar->value(), 50);
    QCOMPARE(bar->maximum(), 200);
    const QList<QLabel *> labels = m_dialog->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(
        labels, [](const QLabel *label) { return label->text().startsWith(QStringLiteral("50 of 200 rows")); }));
    saveShot(*m_dialog, QStringLiteral("export-busy"));
    m_dialog->accept(); // as Enter would
    QCOMPARE(m_actions->calls.size(), 1);
    m_actions->exporting.addResult(ExportResult{});
    m_actions->exporting.finish();
    QTRY_VERIFY(!m_dialog->isExporting());
}

void ExportDialogTest::saysWhatWasWritten()
{
    const QSignalSpy finished(m_dialog.get(), &ExportDialog::finished);
    offer();
    startExport();
    m_actions->exporting.addResult(ExportResult{2, QStringLiteral("/tmp/calls.csv")});
    m_actions->exporting.finish();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().toString(), QStringLiteral("2 row(s) exported to calls.csv."));
    QCOMPARE(banner()->text(), finished.first().first().toString());
    QCOMPARE(banner()->kind(), Banner::Kind::Good);
    QVERIFY(button(QStringLiteral("Open"))->isVisible());
    QVERIFY(button(QStringLiteral("Show in folder"))->isVisible());
    QVERIFY(m_dialog->isVisible());
    QVERIFY(columns()->isEnabled());
    QVERIFY(!m_dialog->findChild<QProgressBar *>()->isVisible());
}

void ExportDialogTest::cancelsBeforeItCloses()
{
    const QSignalSpy finished(m_dialog.get(), &ExportDialog::finished);
    offer();
    startExport();
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(m_actions->exporting.isCanceled());
    QVERIFY(m_dialog->isVisible());
    m_actions->exporting.finish();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(banner()->text(), QStringLiteral("Export cancelled. No file was left behind."));
    QVERIFY(!button(QStringLiteral("Open"))->isVisible());
    QTest::mouseClick(m_dialog->cancelButton(), Qt::LeftButton);
    QVERIFY(!m_dialog->isVisible());
}

void ExportDialogTest::saysWhatWentWrong()
{
    const QSignalSpy finished(m_dialog.get(), &ExportDialog::finished);
    const Error full{ErrorCode::FileFailed, QStringLiteral("calls.csv could not be written: no room")};
    offer();
    startExport();
    m_actions->exporting.addResult(std::unexpected(full));
    m_actions->exporting.finish();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(banner()->kind(), Banner::Kind::Error);
    QCOMPARE(banner()->text(), errorText(full));
    QCOMPARE(finished.first().first().toString(), errorText(full));
    QTest::mouseClick(m_dialog->primaryButton(), Qt::LeftButton); // and again
    QCOMPARE(m_actions->calls.size(), 2);
    QVERIFY(!banner()->isVisible());
    m_actions->exporting.finish();
    QTRY_COMPARE(finished.size(), 2);
}

void ExportDialogTest::saysThatTheStoreCannotBeRead()
{
    const QTemporaryDir empty;
    StoreReader reader(StoreLocation::inFolder(empty.path()));
    ExportDialog dialog(*m_actions, reader, *m_display);
    dialog.show();
    dialog.offer(RecordKind::Conversations, m_scope, {});
    QTRY_VERIFY(dialog.findChild<Banner *>()->isVisible());
    QCOMPARE(dialog.findChild<Banner *>()->kind(), Banner::Kind::Error);
}

void ExportDialogTest::fitsInALongLanguage()
{
    offer({7});
    QTRY_COMPARE(rowsText(QStringLiteral("This view")), QStringLiteral("This view (2)"));
    LongTranslation translation;
    QCoreApplication::installTranslator(&translation);
    QCoreApplication::processEvents();
    QVERIFY(m_dialog->windowTitle() != QStringLiteral("Export")); // heard of it
    QTRY_COMPARE(clippedTexts(*m_dialog), QString());
    saveShot(*m_dialog, QStringLiteral("export-long"));
    QCoreApplication::removeTranslator(&translation);
}

QTEST_MAIN(ExportDialogTest)
#include "tst_exportdialog.moc"
