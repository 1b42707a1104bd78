// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/deliverytablemodel.h"
#include "tests/widgets/live/handrows.h"
#include "tests/widgets/live/shots.h"
#include "widgets/controls/datatable.h"
#include "widgets/live/deliveryview.h"
#include "widgets/live/deliverywords.h"
#include "widgets/live/followpill.h"
#include "widgets/live/overviewstrip.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;
using Column = DeliveryColumn;

class DeliveryViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysEachCellInWords_data();
    void saysEachCellInWords();
    void speaksTheVerdict();
    void explainsAVerdict();
    void passesAsAModel();
    void ticksWhatWentWrong();
    void gathersArrivalsBehindAPill();
    void copiesRows();
    void asksForAFilter();
    void looksGood();

private:
    QModelIndex cell(qint64 id, Column column) const
    {
        return m_view->table().model()->index(m_rows->rowOf(id), int(column));
    }

    HandClock m_clock;
    std::unique_ptr<DisplaySettings> m_display;
    HandRows *m_rows = nullptr; // the view's
    std::unique_ptr<DeliveryView> m_view;
};

static DeliveryListRow delivery(qint64 id, std::chrono::milliseconds ago, const HandClock &clock,
                                const char16_t *kind = u"call.started")
{
    DeliveryListRow row;
    row.id = id;
    row.source = QStringLiteral("Front desk");
    row.platform = QStringLiteral("varda");
    row.receivedAt = clock.at - ago;
    row.state = QStringLiteral("decoded");
    row.verdict = QStringLiteral("verified");
    row.kind = QString::fromUtf16(kind);
    row.sizeBytes = 588 + id;
    return row;
}

static DeliveryListRow from(DeliveryListRow row, const char16_t *platform, const char16_t *source)
{
    row.platform = QString::fromUtf16(platform);
    row.source = QString::fromUtf16(source);
    row.verdict = QStringLiteral("unsigned");
    return row;
}

static DeliveryListRow in(DeliveryListRow row, const char16_t *state, const char16_t *reason = nullptr)
{
    row.state = QString::fromUtf16(state);
    row.reason = QString::fromUtf16(reason);
    return row;
}

static QList<HandRow> sampleDeliveries(const HandClock &clock)
{
    QList<DeliveryListRow> rows;
    rows << from(delivery(20, 7960ms, clock, u"ringing"), u"custom", u"Night line");
    rows << delivery(19, 51'598ms, clock);
    rows << from(delivery(18, 79'882ms, clock, u"captured_intent.created"), u"insighto", u"Web chat");
    auto duplicate =
        in(from(delivery(17, 197'093ms, clock, u"conversation.completed"), u"eigi", u"Reminders"), u"duplicate");
    duplicate.duplicateOf = clock.at - 208s;
    duplicate.sizeBytes = 8412;
    rows << duplicate;
    rows << from(delivery(16, 208'116ms, clock, u"conversation.completed"), u"eigi", u"Reminders");
    auto quarantined = in(delivery(15, 589'194ms, clock, u"call.ended"), u"quarantined", u"previous secret");
    quarantined.verdict = QStringLiteral("failed");
    rows << quarantined;
    rows << in(delivery(14, 660'961ms, clock, u"contact.merged"), u"unknown");
    auto malformed = in(from(delivery(13, 757'050ms, clock, u"conversation.completed"), u"eigi", u"Reminders"),
                        u"malformed", u"ends at 10,214");
    malformed.sizeBytes = 10'214;
    rows << malformed;
    auto expired = in(delivery(12, 820'226ms, clock, u"message.created"), u"quarantined", u"clock 7 min off");
    expired.verdict = QStringLiteral("expired");
    expired.verdictReason = QStringLiteral("clock-behind 420");
    rows << expired;
    auto raw = in(delivery(11, 840'000ms, clock, u""), u"malformed", u"no JSON, at line 1, column 1");
    raw.kind = QString();
    rows << raw;
    rows << in(delivery(10, 850'000ms, clock), u"received");
    auto answered = in(delivery(9, 860'000ms, clock), u"erased");
    answered.answered = 503;
    rows << answered;
    QList<HandRow> all;
    for (const DeliveryListRow &row : rows)
        all.append(handRow(row));
    return all;
}

void DeliveryViewTest::init()
{
    m_clock = HandClock();
    m_display = std::make_unique<DisplaySettings>(m_clock);
    m_display->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_display->setZone(QTimeZone("Europe/Berlin"));
    auto rows = std::make_unique<HandRows>(int(Column::Count_));
    m_rows = rows.get();
    m_rows->table.rows = sampleDeliveries(m_clock);
    m_view = std::make_unique<DeliveryView>(std::move(rows), *m_display);
    m_view->resize(700, 340);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void DeliveryViewTest::cleanup()
{
    m_view.reset();
    m_display.reset();
}

void DeliveryViewTest::saysEachCellInWords_data()
{
    QTest::addColumn<qint64>("id");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, qint64 id, Column column, const char16_t *expected) {
        QTest::newRow(name) << id << int(column) << QString::fromUtf16(expected);
    };
    row("arrival to the millisecond", 19, Column::Received, u"14:31:48.402");
    row("a repeat names the first", 17, Column::Kind, u"conversation.completed of 14:29:12");
    row("the reason follows the kind", 15, Column::Kind, u"call.ended previous secret");
    row("a quarantined one says why in few words", 12, Column::Kind, u"message.created clock 7 min behind");
    row("what its sender heard", 9, Column::Kind, u"call.started answered 503");
    row("no kind could be read", 11, Column::Kind, u"– no JSON, at line 1, column 1");
    row("a plain kind", 19, Column::Kind, u"call.started");
    row("size", 13, Column::Size, u"10.2 kB");
}

void DeliveryViewTest::saysEachCellInWords()
{
    QFETCH(qint64, id);
    QFETCH(int, column);
    QTEST(cell(id, Column(column)).data().toString(), "expected");
}

void DeliveryViewTest::speaksTheVerdict()
{
    const QString spoken = cell(15, Column::Verdict).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.startsWith(QStringLiteral("Signature, ")), qPrintable(spoken));
    QCOMPARE(m_view->table().model()->headerData(int(Column::Verdict), Qt::Horizontal).toString(), QString());
}

void DeliveryViewTest::explainsAVerdict()
{
    const QString tip = DeliveryWords(*m_display).toolTip(cell(12, Column::Verdict));
    QVERIFY2(tip.contains(QLatin1StringView("Signed 7 min ago by the clock of Varda")), qPrintable(tip));
}

void DeliveryViewTest::passesAsAModel()
{
    QAbstractItemModelTester tester(m_view->table().model());
    m_rows->arrive(handRow(delivery(100, 1ms, m_clock)));
    m_rows->table.reset(sampleDeliveries(m_clock));
}

void DeliveryViewTest::ticksWhatWentWrong()
{
    m_view->tick();
    const std::map<int, ColorRole> &ticks = m_view->overview().ticks();
    QCOMPARE(ticks.at(m_rows->rowOf(15)), ColorRole::OutcomeSpam);
    QCOMPARE(ticks.at(m_rows->rowOf(13)), ColorRole::OutcomeSpam);
    QCOMPARE(ticks.at(m_rows->rowOf(14)), ColorRole::OutcomeFollowUp);
    QVERIFY(!ticks.contains(m_rows->rowOf(17)));
}

void DeliveryViewTest::gathersArrivalsBehindAPill()
{
    QVERIFY(m_view->select(15));
    m_rows->arrive(handRow(delivery(100, 1ms, m_clock)));
    QCOMPARE(m_view->pill().count(), 1);
    QTest::keyClick(&m_view->table(), Qt::Key_L);
    QVERIFY(m_view->isFollowing());
    QCOMPARE(m_rows->rowOf(100), 0);
    QCOMPARE(m_view->selectedIds(), QList<qint64>({15}));
}

void DeliveryViewTest::copiesRows()
{
    m_view->select(17);
    m_view->copySelection();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("Received (Berlin)\tState\tKind\tSource\tSize\n"
                            "14:29:22.907\tDuplicate\tconversation.completed of 14:29:12\tReminders\t8.4 kB\n"));
}

void DeliveryViewTest::asksForAFilter()
{
    QSignalSpy asked(m_view.get(), &LiveTable::filterRequested);
    m_view->select(15);
    QTest::keyClick(&m_view->table(), Qt::Key_Right);
    QTest::keyClicks(&m_view->table(), QStringLiteral("-"));
    QTest::keyClick(&m_view->table(), Qt::Key_Left);
    QTest::keyClick(&m_view->table(), Qt::Key_Left);
    QTest::keyClicks(&m_view->table(), QStringLiteral("+"));
    QCOMPARE(asked, QList<QVariantList>({{QStringLiteral("state"), QStringLiteral("quarantined"), true},
                                         {QStringLiteral("verdict"), QStringLiteral("failed"), false}}));
}

void DeliveryViewTest::looksGood()
{
    m_display->setZone(QTimeZone::systemTimeZone());
    takeShots(QStringLiteral("deliveries"), [this] {
        auto rows = std::make_unique<HandRows>(int(Column::Count_));
        rows->table.rows = sampleDeliveries(m_clock);
        rows->table.unseen = {20};
        auto view = std::make_unique<DeliveryView>(std::move(rows), *m_display);
        view->resize(700, 440);
        view->select(16);
        view->tick();
        view->table().setFocus();
        view->activateWindow();
        return view;
    });
}

QTEST_MAIN(DeliveryViewTest)
#include "tst_deliveryview.moc"
