// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/chartfeed.h"
#include "models/items/conversationtablemodel.h"
#include "models/store/statistics.h"
#include "tests/models/items/chartsample.h"
#include "widgets/charts/agenttable.h"
#include "widgets/charts/breakdownchart.h"
#include "widgets/charts/chartpanel.h"
#include "widgets/charts/durationhistogram.h"
#include "widgets/charts/heatmap.h"
#include "widgets/charts/volumechart.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/live/conversationview.h"
#include "widgets/reports/board.h"
#include "widgets/reports/reportspage.h"
#include "widgets/reports/rowscard.h"
#include "widgets/reports/tilerow.h"
#include "widgets/style/theme.h"

#include <QHeaderView>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;

class ReportsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void saysTheSameEverywhere();
    void saysItsRangeInWords();
    void narrowsToBrushedDays();
    void narrowsToBrushedHours();
    void narrowsToAValue();
    void narrowsToADuration();
    void goesBackStepByStep();
    void forgetsStepsWhenTheScopeIsChangedElsewhere();
    void keepsCurrenciesApart();
    void opensRows();
    void showsTheColumnsOfReports();
    void countsOnlyWhileSeen();
    void saysThatThereIsNothing();
    void arrangesByWidth();
    void scrollsWhereItIsLow();
    void takesPictures();

private:
    struct Page {
        explicit Page(const QString &folder)
            : reader(StoreLocation::inFolder(folder))
        {
            settings.setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
            settings.setZone(QTimeZone("Europe/Berlin"));
            scope.setZone(QTimeZone("Europe/Berlin"));
            scope.setRange({TimeRange::Kind::Last30Days, {}, {}});
        }

        SetClock clock{utc(QLatin1StringView("2026-05-13T14:32:07Z"))};
        StoreReader reader;
        ViewScope scope;
        DisplaySettings settings{clock};
        ChartFeed feed{reader, scope, clock};
        ConversationTableModel rows{reader, scope, clock};
        ReportsPage page{feed, rows, scope, settings};
    };

    const ChartData &data() const { return m_page->feed.data(); }

    /** Until what is shown is of the present scope. */
    bool waitForData() const
    {
        return QTest::qWaitFor([this] {
            return m_page->feed.hasData() && !m_page->feed.isLoading() && data().scope == m_page->scope.query();
        });
    }

    void takePicture(const QString &name) const;

    std::unique_ptr<Theme> m_theme;
    StoreFixture m_store;
    std::unique_ptr<Page> m_page;
};

void ReportsPageTest::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    m_theme->choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
    const QList<qint64> sources = {m_store.addSource(QStringLiteral("Front desk"), QStringLiteral("varda")),
                                   m_store.addSource(QStringLiteral("Reminders"), QStringLiteral("eigi")),
                                   m_store.addSource(QStringLiteral("Web chat"))};
    CallFloor(11).fill(m_store, sources, utc(QLatin1StringView("2026-05-13T14:32:07Z")), 62, 60);
}

void ReportsPageTest::init()
{
    m_page = std::make_unique<Page>(m_store.folder());
    m_page->page.resize(1416, 745);
    m_page->page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&m_page->page));
    QVERIFY(waitForData());
}

void ReportsPageTest::cleanup()
{
    m_page.reset();
}

void ReportsPageTest::saysTheSameEverywhere()
{
    const RecordSelection selection = m_page->scope.query().selection(RecordKind::Conversations, m_page->clock.now());
    const Statistics stats = StoreFixture::taken(
        countConversations(m_store.database(), selection, Grouping::Outcome, m_page->scope.query().zone()));
    const qint64 total = stats.total.count;
    const QLocale &locale = m_page->settings.format().locale;
    const ReportsPage &page = m_page->page;
    QVERIFY(total > 1000);
    QCOMPARE(page.tiles().conversations().figure(), locale.toString(total));
    qint64 ofVolume = 0;
    for (const ChartBin &bin : page.volume().bins())
        ofVolume += bin.figures.total;
    QCOMPARE(ofVolume, total);
    qint64 ofOutcomes = 0;
    for (const BreakdownChart::Row &row : page.outcomes().rows())
        ofOutcomes += row.count;
    QCOMPARE(ofOutcomes, total);
    qint64 ofAgents = 0;
    for (const AgentCount &agent : page.agents().agents())
        ofAgents += agent.count;
    QCOMPARE(ofAgents, total);
    QTRY_COMPARE(m_page->rows.rowCount(), int(total));
    QTRY_VERIFY(page.rows().subtitle().startsWith(locale.toString(total)));
    for (const StatisticsRow &row : stats.rows) {
        if (row.value == QLatin1StringView("booked"))
            QCOMPARE(page.tiles().booked().figure(), locale.toString(row.tally.count));
    }
}

void ReportsPageTest::saysItsRangeInWords()
{
    QCOMPARE(m_page->page.rangeInWords(), QStringLiteral("14 Apr – 13 May 2026 · Europe/Berlin · updated now"));
    QSignalSpy changed(&m_page->page, &ReportsPage::rangeInWordsChanged);
    m_page->scope.setRange({TimeRange::Kind::Today, {}, {}});
    QVERIFY(waitForData());
    QVERIFY(!changed.isEmpty());
    QCOMPARE(m_page->page.rangeInWords(), QStringLiteral("13 May 2026 · Europe/Berlin · updated now"));
}

void ReportsPageTest::narrowsToBrushedDays()
{
    const QList<ChartBin> bins = m_page->page.volume().bins();
    Q_EMIT m_page->page.volume().rangeBrushed(bins[20].from, bins[24].until);
    QCOMPARE(m_page->scope.query().range(), (TimeRange{TimeRange::Kind::Days, QDate(2026, 5, 4), QDate(2026, 5, 8)}));
    QVERIFY(waitForData());
    QCOMPARE(m_page->page.volume().bins().size(), 5);
    QCOMPARE(m_page->page.rangeInWords().left(14), QStringLiteral("4 – 8 May 2026"));
}

void ReportsPageTest::narrowsToBrushedHours()
{
    QVERIFY(m_page->scope.setFilter(QStringLiteral("-outcome:spam")));
    m_page->scope.setRange({TimeRange::Kind::Today, {}, {}});
    QVERIFY(waitForData());
    const QList<ChartBin> bins = m_page->page.volume().bins();
    QCOMPARE(m_page->page.volume().step(), BinStep::Hour);
    const qint64 expected = bins[10].figures.total + bins[11].figures.total;
    QVERIFY(expected > 0);
    Q_EMIT m_page->page.volume().rangeBrushed(bins[10].from, bins[11].until);
    QCOMPARE(m_page->scope.filter(), QStringLiteral("-outcome:spam started>=2026-05-13T10:00:00+02:00 "
                                                    "started<2026-05-13T12:00:00+02:00"));
    QVERIFY(waitForData());
    QCOMPARE(data().figures.total, expected);
    Q_EMIT m_page->page.volume().rangeBrushed(bins[10].from, bins[10].until); // in place of the first
    QVERIFY(waitForData());
    QCOMPARE(data().figures.total, bins[10].figures.total);
}

void ReportsPageTest::narrowsToAValue()
{
    Q_EMIT m_page->page.outcomes().valueActivated(QStringLiteral("outcome"), QStringLiteral("booked"));
    QCOMPARE(m_page->scope.filter(), QStringLiteral("outcome:booked"));
    Q_EMIT m_page->page.agents().agentActivated({});
    QCOMPARE(m_page->scope.filter(), QStringLiteral("outcome:booked agent:none"));
    Q_EMIT m_page->page.statuses().valueActivated(QStringLiteral("status"), QStringLiteral("completed"));
    QVERIFY(waitForData());
    QVERIFY(data().figures.total > 0);
    QCOMPARE(data().figures.total, data().figures.booked);
    Q_EMIT m_page->page.outcomes().valueActivated(QStringLiteral("outcome"), {});
    QCOMPARE(m_page->scope.filter(), QStringLiteral("agent:none status:completed outcome:none"));
}

void ReportsPageTest::narrowsToADuration()
{
    const qint64 expected = m_page->page.durations().counts()[3];
    const qint64 last = m_page->page.durations().counts()[20];
    Q_EMIT m_page->page.durations().durationActivated(90, 120);
    QVERIFY(waitForData());
    QCOMPARE(data().figures.total, expected);
    Q_EMIT m_page->page.durations().durationActivated(600, 0);
    QVERIFY(waitForData());
    QCOMPARE(data().figures.total, last);
}

void ReportsPageTest::goesBackStepByStep()
{
    const ScopeQuery before = m_page->scope.query();
    const QList<ChartBin> bins = m_page->page.volume().bins();
    Q_EMIT m_page->page.volume().rangeBrushed(bins[20].from, bins[24].until);
    const ScopeQuery brushed = m_page->scope.query();
    Q_EMIT m_page->page.outcomes().valueActivated(QStringLiteral("outcome"), QStringLiteral("booked"));
    QTest::keyClick(&m_page->page, Qt::Key_Escape);
    QCOMPARE(m_page->scope.query(), brushed);
    QTest::keyClick(&m_page->page, Qt::Key_Escape);
    QCOMPARE(m_page->scope.query(), before);
    QVERIFY(!m_page->page.goBack());
}

void ReportsPageTest::forgetsStepsWhenTheScopeIsChangedElsewhere()
{
    Q_EMIT m_page->page.outcomes().valueActivated(QStringLiteral("outcome"), QStringLiteral("booked"));
    QVERIFY(m_page->scope.setFilter(QStringLiteral("outcome:spam")));
    QVERIFY(!m_page->page.goBack());
    QCOMPARE(m_page->scope.filter(), QStringLiteral("outcome:spam"));
}

void ReportsPageTest::keepsCurrenciesApart()
{
    QCOMPARE(m_page->page.tiles().money().size(), 2);
    QVERIFY(m_page->scope.setFilter(QStringLiteral("outcome:spam")));
    QVERIFY(waitForData());
    QVERIFY(m_page->page.tiles().money().isEmpty());
}

void ReportsPageTest::opensRows()
{
    QTRY_VERIFY(m_page->rows.rowCount() > 0);
    QTRY_VERIFY(m_page->rows.row(0));
    QSignalSpy live(&m_page->page, &ReportsPage::openInLiveRequested);
    QSignalSpy activated(&m_page->page, &ReportsPage::conversationActivated);
    const QList<LinkButton *> links = m_page->page.rows().findChildren<LinkButton *>(Qt::FindDirectChildrenOnly);
    for (LinkButton *link : links)
        QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(live.size(), 1);
    Q_EMIT m_page->page.panelOf(m_page->page.hours()).rowsRequested();
    DataTable &table = m_page->page.rows().view().table();
    QVERIFY(table.hasFocus());
    table.setCurrentIndex(table.model()->index(0, int(ConversationColumn::Contact)));
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].toLongLong(), m_page->rows.idAt(0));
}

void ReportsPageTest::showsTheColumnsOfReports()
{
    const QHeaderView &header = *m_page->page.rows().view().table().horizontalHeader();
    QList<ConversationColumn> shown;
    for (int place = 0; place < header.count(); ++place) {
        const int column = header.logicalIndex(place);
        if (!header.isSectionHidden(column))
            shown.append(ConversationColumn(column));
    }
    using Column = ConversationColumn;
    QCOMPARE(shown, (QList<Column>{Column::Started, Column::Status, Column::Contact, Column::Source, Column::Agent,
                                   Column::Duration, Column::Outcome, Column::Value}));
}

void ReportsPageTest::countsOnlyWhileSeen()
{
    QVERIFY(m_page->feed.isActive());
    m_page->page.hide();
    QVERIFY(!m_page->feed.isActive());
    m_page->page.show();
    QVERIFY(m_page->feed.isActive());
}

void ReportsPageTest::saysThatThereIsNothing()
{
    m_page->scope.setRange({TimeRange::Kind::Days, QDate(2020, 5, 1), QDate(2020, 5, 3)});
    QVERIFY(waitForData());
    const ReportsPage &page = m_page->page;
    QCOMPARE(page.panelOf(page.volume()).emptyText(), QStringLiteral("No conversations, 1 – 3 May"));
    QCOMPARE(page.volume().bins().size(), 3);
    QCOMPARE(page.tiles().median().figure(), noneText());
}

void ReportsPageTest::arrangesByWidth()
{
    QCOMPARE(m_page->page.board().chartsInARow(), 3);
    m_page->page.resize(2400, 1000);
    QCOMPARE(m_page->page.board().chartsInARow(), 4);
    m_page->page.resize(1000, 600);
    QCOMPARE(m_page->page.board().chartsInARow(), 2);
}

void ReportsPageTest::scrollsWhereItIsLow()
{
    m_page->page.resize(1000, 500);
    QTRY_VERIFY(m_page->page.verticalScrollBar()->maximum() > 0);
    QCOMPARE(m_page->page.horizontalScrollBar()->maximum(), 0);
}

void ReportsPageTest::takePicture(const QString &name) const
{
    const QString folder = qEnvironmentVariable("EARSHOT_SHOTS");
    QTRY_VERIFY(!m_page->rows.isLoading());
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents(); // charts are drawn when there is time
    const QImage picture = m_page->page.grab().toImage();
    QVERIFY(!picture.isNull());
    if (!folder.isEmpty())
        QVERIFY(picture.save(QStringLiteral("%1/%2.png").arg(folder, name)));
}

void ReportsPageTest::takesPictures()
{
    QTRY_VERIFY(m_page->rows.row(0));
    takePicture(QStringLiteral("reports-light"));
    m_theme->choose(ThemeChoice::Dark);
    takePicture(QStringLiteral("reports-dark"));
    m_theme->choose(ThemeChoice::Light);
    m_page->page.resize(1000, 520);
    takePicture(QStringLiteral("reports-small"));
    m_page->page.resize(2400, 1100);
    takePicture(QStringLiteral("reports-wide"));
    m_page->page.resize(1416, 745);
    m_page->scope.setRange({TimeRange::Kind::Today, {}, {}});
    QVERIFY(waitForData());
    QTest::keyClick(&m_page->page.volume(), Qt::Key_End);
    QKeyEvent left(QEvent::KeyPress, Qt::Key_Left, Qt::ShiftModifier);
    for (int i = 0; i < 10; ++i)
        QCoreApplication::sendEvent(&m_page->page.volume(), &left);
    takePicture(QStringLiteral("reports-today"));
    m_page->page.setLayoutDirection(Qt::RightToLeft);
    m_page->page.panelOf(m_page->page.durations()).setTableShown(true);
    takePicture(QStringLiteral("reports-mirrored"));
    Explanation explanation = m_page->page.tiles().booked().explanation();
    ExplanationPopup popup(explanation, nullptr);
    popup.setAttribute(Qt::WA_DeleteOnClose, false);
    popup.adjustSize();
    if (qEnvironmentVariableIsSet("EARSHOT_SHOTS"))
        QVERIFY(popup.grab().save(QString(qEnvironmentVariable("EARSHOT_SHOTS") + QStringLiteral("/explanation.png"))));
}

QTEST_MAIN(ReportsPageTest)
#include "tst_reportspage.moc"
