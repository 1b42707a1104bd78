// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/secrets.h"
#include "tests/models/store/plaindecoder.h"
#include "tests/models/store/storefixture.h"
#include "tests/widgets/fakestoreactions.h"
#include "tests/widgets/settings/looking.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/coverage/coveragedialog.h"
#include "widgets/coverage/coveragestrip.h"
#include "widgets/coverage/coveragetablemodel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

static const Timestamp c_now = utc(QLatin1StringView("2026-05-14T12:00:00Z"));

/** A store that was listened to for eight weeks, with what happened in the last day. */
class CoverageDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void saysWhatMayBeMissing();
    void saysThatAllIsWell();
    void marksWhatHappened();
    void walksWithTheKeys();
    void choosesARange();
    void takesTheRangeOfTheWindow();
    void asksForAKey();
    void fetchesWhatIsMissing();
    void stopsFetching();
    void saysWhyFetchingStopped();
    void offersNothingWhereNothingCanBeFetched();
    void fitsInALongLanguage();

private:
    void listen(const TimeSpan &span, DownReason ended) const;
    /** Four arrivals a quarter for eight weeks, but none in @p without. */
    void arrivals(qint64 source, const TimeSpans &without) const;
    void addEigi(const QByteArray &key);
    void fillDay();
    void open();

    QString banner() const { return m_dialog->findChild<Banner *>()->text(); }

    DataTable *table() const { return m_dialog->findChild<DataTable *>(); }

    CoverageStrip *strip() const { return m_dialog->findChild<CoverageStrip *>(); }

    QStringList column(int column) const;
    QPushButton *button(const char *text) const;

    Theme m_theme;
    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<StoreReader> m_reader;
    std::unique_ptr<FakeStoreActions> m_actions;
    ManualClock m_clock{c_now};
    std::unique_ptr<DisplaySettings> m_display;
    std::unique_ptr<CoverageDialog> m_dialog;
    qint64 m_chat = 0;
    qint64 m_calls = 0;
};

void CoverageDialogTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void CoverageDialogTest::init()
{
    m_store = std::make_unique<StoreFixture>();
    m_chat = m_store->addSource(QStringLiteral("Web chat"));
    m_reader = std::make_unique<StoreReader>(StoreLocation{m_store->path()});
    m_actions = std::make_unique<FakeStoreActions>();
    m_display = std::make_unique<DisplaySettings>(m_clock);
    m_display->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void CoverageDialogTest::cleanup()
{
    m_dialog.reset();
    m_display.reset();
    m_reader.reset();
    m_store.reset();
}

void CoverageDialogTest::listen(const TimeSpan &span, DownReason ended) const
{
    const auto noted =
        coverageledger::noteSpans(m_store->database(), {{span.from, span.until, QStringLiteral("http://127.0.0.1:8765"),
                                                         span.until == c_now ? std::nullopt : std::optional(ended)}});
    QVERIFY(noted);
}

void CoverageDialogTest::arrivals(qint64 source, const TimeSpans &without) const
{
    const auto filled = m_store->database().transaction([&]() -> Result<void> {
        Statement insert = StoreFixture::taken(
            m_store->database().prepare(QStringLiteral("INSERT INTO arrival VALUES (?, ?, 4, ?, ?)")));
        for (Timestamp at = c_now - std::chrono::weeks(8); at < c_now; at += c_quarter) {
            if (!intersection(without, TimeSpan{at, at + c_quarter}).isEmpty())
                continue;
            if (const auto done =
                    insert.run({source, toMicroseconds(at), toMicroseconds(at + 1min), toMicroseconds(at + 14min)});
                !done)
                return done;
        }
        return {};
    });
    QVERIFY(filled);
}

void CoverageDialogTest::addEigi(const QByteArray &key)
{
    m_calls = m_store->addSource(QStringLiteral("Outbound calls"), QStringLiteral("eigi"));
    arrivals(m_calls, {{c_now - 165min, c_now - 120min}});
    for (int i = 0; i < 3; ++i) {
        Conversation partial;
        partial.startedAt = c_now - 2h;
        partial.updatedAt = c_now - 2h;
        m_store->addConversation(m_calls, partial);
    }
    Secrets secrets;
    SourceSecrets kept;
    kept.apiKey = key;
    secrets.setSource(QStringLiteral("key-Outbound calls"), kept);
    QVERIFY(secrets.save(StoreLocation{m_store->path()}.secretsPath()));
}

/** Away from 09:12 to 10:12 of this morning, a silence in the night, and a few answers with 503. */
void CoverageDialogTest::fillDay()
{
    const TimeSpan gap{c_now - 168min, c_now - 108min};
    const TimeSpan silence{c_now - 9h, c_now - 7h};
    listen({c_now - std::chrono::weeks(8), gap.from}, DownReason::Sleep);
    listen({gap.until, c_now}, DownReason::Stop);
    arrivals(m_chat, {silence, {c_now - 165min, c_now - 120min}});
    QVERIFY(coverageledger::addRefusals(m_store->database(), {{c_now - 5h, m_chat, 503, 4}, {c_now - 4h, 0, 404, 2}}));
}

void CoverageDialogTest::open()
{
    m_dialog = std::make_unique<CoverageDialog>(*m_actions, *m_reader, *m_display);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    QTRY_VERIFY(!banner().isEmpty());
}

QStringList CoverageDialogTest::column(int column) const
{
    QStringList texts;
    for (int row = 0; row < table()->model()->rowCount(); ++row)
        texts.append(table()->model()->index(row, column).data().toString());
    return texts;
}

QPushButton *CoverageDialogTest::button(const char *text) const
{
    const QList<QPushButton *> buttons = m_dialog->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == QString::fromLatin1(text))
            return button;
    }
    return nullptr;
}

void CoverageDialogTest::saysWhatMayBeMissing()
{
    fillDay();
    addEigi({});
    open();
    const QAbstractItemModelTester tester(table()->model());
    QVERIFY2(banner().startsWith(QStringLiteral("Insighto.ai does not send again. About 16")), qPrintable(banner()));
    QVERIFY2(banner().endsWith(QStringLiteral("from 09:12 to 10:12.")), qPrintable(banner()));
    const QStringList what = column(CoverageTableModel::What);
    QCOMPARE(what.count(QStringLiteral("Not listening")), 1);
    QCOMPARE(what.count(QStringLiteral("May be missing")), 2);
    QCOMPARE(what.count(QStringLiteral("Silent")), 1);
    QCOMPARE(what.count(QStringLiteral("Not accepted")), 2);
    const QStringList amounts = column(CoverageTableModel::Amount);
    QVERIFY2(amounts.count(QStringLiteral("About 16 (10 to 23)")) == 2, qPrintable(amounts.join(u'|')));
    QVERIFY(column(CoverageTableModel::Why).contains(QStringLiteral("The computer slept")));
    QVERIFY(column(CoverageTableModel::Why).contains(QStringLiteral("Answered with 503")));
    QVERIFY(column(CoverageTableModel::Source).contains(QStringLiteral("No source")));
    const QModelIndex first = table()->model()->index(0, CoverageTableModel::What);
    QVERIFY(first.data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("What, ")));
    m_dialog->findChild<QComboBox *>()->setCurrentIndex(0);
    QTRY_COMPARE(table()->model()->rowCount(), 6);
    saveShots(*m_dialog, m_theme, QStringLiteral("coverage"));
}

void CoverageDialogTest::saysThatAllIsWell()
{
    listen({c_now - std::chrono::weeks(8), c_now}, DownReason::Stop);
    arrivals(m_chat, {});
    open();
    QCOMPARE(banner(), QStringLiteral("Earshot has listened all the time."));
    QTRY_VERIFY(m_dialog->findChild<EmptyState *>()->isVisible());
    QVERIFY(!table()->isVisible());
    saveShots(*m_dialog, m_theme, QStringLiteral("coverage-well"));
}

void CoverageDialogTest::marksWhatHappened()
{
    fillDay();
    open();
    m_dialog->findChild<QComboBox *>()->setCurrentIndex(0); // a day
    QTRY_COMPARE(column(CoverageTableModel::What).count(QStringLiteral("Silent")), 1);
    QSet<int> found;
    for (int y = 0; y < strip()->height(); y += 3) {
        for (int x = 0; x < strip()->width(); ++x)
            found.insert(strip()->rowAt({x, y}));
    }
    found.remove(-1);
    QCOMPARE(found.size(), table()->model()->rowCount()); // each can be pointed at
    const int silent = int(column(CoverageTableModel::What).indexOf(QStringLiteral("Silent")));
    for (int x = 0; x < strip()->width(); ++x) {
        for (int y = 0; y < strip()->height(); y += 3) {
            if (strip()->rowAt({x, y}) == silent && strip()->current() != silent)
                QTest::mouseClick(strip(), Qt::LeftButton, {}, {x, y});
        }
    }
    QCOMPARE(strip()->current(), silent);
    QCOMPARE(table()->currentIndex().row(), silent);
}

void CoverageDialogTest::walksWithTheKeys()
{
    fillDay();
    open();
    QTRY_VERIFY(table()->model()->rowCount() > 2);
    strip()->setFocus();
    QTest::keyClick(strip(), Qt::Key_Left); // the newest
    QCOMPARE(table()->currentIndex().row(), 0);
    QTest::keyClick(strip(), Qt::Key_Left);
    QCOMPARE(table()->currentIndex().row(), 1);
    QVERIFY(strip()->accessibleDescription().contains(
        table()->model()->index(1, CoverageTableModel::Why).data().toString()));
    QTest::keyClick(strip(), Qt::Key_Right);
    QCOMPARE(table()->currentIndex().row(), 0);
    table()->selectRow(2);
    QCOMPARE(strip()->current(), 2);
}

void CoverageDialogTest::choosesARange()
{
    fillDay();
    listen({c_now - std::chrono::weeks(9), c_now - std::chrono::weeks(8) - 1h}, DownReason::Port);
    open();
    auto *range = m_dialog->findChild<QComboBox *>();
    QCOMPARE(range->currentText(), QStringLiteral("Last 7 day(s)")); // plurals come with the translation
    QCOMPARE(column(CoverageTableModel::Why).count(QStringLiteral("The port was taken")), 0);
    range->setCurrentIndex(range->count() - 1);
    QTRY_VERIFY(column(CoverageTableModel::Why).contains(QStringLiteral("The port was taken")));
}

void CoverageDialogTest::takesTheRangeOfTheWindow()
{
    fillDay();
    open();
    QTRY_COMPARE(column(CoverageTableModel::What).count(QStringLiteral("Not listening")), 1);
    m_dialog->showInterval({c_now - 90min, std::nullopt});
    QTRY_COMPARE(column(CoverageTableModel::What).count(QStringLiteral("Not listening")), 0);
    m_dialog->showInterval({});
    QTRY_COMPARE(column(CoverageTableModel::What).count(QStringLiteral("Not listening")), 1);
}

void CoverageDialogTest::asksForAKey()
{
    fillDay();
    addEigi({});
    open();
    auto *key = m_dialog->findChild<QLineEdit *>();
    QTRY_VERIFY(key->isVisible());
    QCOMPARE(key->echoMode(), QLineEdit::Password);
    QVERIFY(!button("Fetch what is missing")->isEnabled());
    QVERIFY(!button("Keep the key")->isEnabled());
    QTest::keyClicks(key, QStringLiteral(" vk_secret "));
    QTest::keyClick(key, Qt::Key_Return);
    QCOMPARE(m_actions->calls, QStringList(QStringLiteral("api key Outbound calls vk_secret")));
    QVERIFY(key->text().isEmpty());
}

void CoverageDialogTest::fetchesWhatIsMissing()
{
    fillDay();
    addEigi("vk_secret");
    open();
    QTRY_VERIFY(button("Fetch what is missing")->isEnabled());
    QVERIFY(!m_dialog->findChild<QLineEdit *>()->isVisible());
    QTest::mouseClick(button("Fetch what is missing"), Qt::LeftButton);
    QCOMPARE(m_actions->calls, QStringList(QStringLiteral("backfill Outbound calls")));
    auto *progress = m_dialog->findChild<QProgressBar *>();
    QVERIFY(progress->isVisible());
    m_actions->fetching.setProgressRange(0, 3);
    m_actions->fetching.setProgressValue(2);
    QTRY_COMPARE(progress->value(), 2);
    saveShots(*m_dialog, m_theme, QStringLiteral("coverage-fetching"));
    m_actions->fetching.addResult(BackfillResult{.fetched = 2, .gone = 1});
    m_actions->fetching.finish();
    QTRY_VERIFY(!progress->isVisible());
    QVERIFY(clippedTexts(*m_dialog).isEmpty());
    const QList<QLabel *> labels = m_dialog->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->text() == QStringLiteral("2 conversation(s) fetched. 1 no longer kept at eigi.ai.");
    }));
}

void CoverageDialogTest::stopsFetching()
{
    fillDay();
    addEigi("vk_secret");
    open();
    QTRY_VERIFY(button("Fetch what is missing")->isEnabled());
    button("Fetch what is missing")->click();
    QVERIFY(button("Stop")->isVisible());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape); // ends the fetching, not the dialog
    QVERIFY(m_actions->fetching.isCanceled());
    m_actions->fetching.finish();
    QTRY_VERIFY(!button("Stop")->isVisible());
    QVERIFY(m_dialog->isVisible());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void CoverageDialogTest::saysWhyFetchingStopped()
{
    fillDay();
    addEigi("vk_secret");
    open();
    QTRY_VERIFY(button("Fetch what is missing")->isEnabled());
    button("Fetch what is missing")->click();
    m_actions->fetching.addResult(
        BackfillResult{.remaining = 3, .stopped = QStringLiteral("the API answered 401: <b>the key is wrong</b>")});
    m_actions->fetching.finish();
    QTRY_VERIFY(button("Fetch what is missing")->isVisible());
    const QList<QLabel *> labels = m_dialog->findChildren<QLabel *>();
    const auto said = std::ranges::find_if(labels, [](const QLabel *label) {
        return label->text().contains(QStringLiteral("Stopped: the API answered 401"));
    });
    QVERIFY(said != labels.end());
    QCOMPARE((*said)->textFormat(), Qt::PlainText);
}

void CoverageDialogTest::offersNothingWhereNothingCanBeFetched()
{
    fillDay();
    open();
    QVERIFY(!button("Fetch what is missing")->isVisible());
}

void CoverageDialogTest::fitsInALongLanguage()
{
    fillDay();
    addEigi({});
    open();
    LongTranslation translation;
    QCoreApplication::installTranslator(&translation);
    QCoreApplication::processEvents();
    QVERIFY(m_dialog->windowTitle() != QStringLiteral("Coverage"));
    QTRY_COMPARE(clippedTexts(*m_dialog), QString());
    saveShot(*m_dialog, QStringLiteral("coverage-long"));
    QCoreApplication::removeTranslator(&translation);
}

QTEST_MAIN(CoverageDialogTest)
#include "tst_coveragedialog.moc"
