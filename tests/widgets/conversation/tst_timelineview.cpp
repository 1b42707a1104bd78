// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/event.h"
#include "tests/widgets/conversation/exampletranscript.h"
#include "tests/widgets/conversation/shots.h"
#include "widgets/conversation/timelineview.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;

namespace {

using L1 = QLatin1StringView;

HistoryEntry entry(EventType type, qint64 delivery, qint64 seconds, const Conversation &patch)
{
    HistoryEntry made;
    made.event.resize(eventFields().size());
    for (std::size_t i = 0; i < eventFields().size(); ++i) {
        const QLatin1StringView name = eventFields()[i].name;
        if (name == L1("delivery"))
            made.event[i] = QString::number(delivery);
        else if (name == L1("type"))
            made.event[i] = eventTypeText(type);
        else if (name == L1("platform_type"))
            made.event[i] = QStringLiteral("sent.") + eventTypeText(type);
        else if (name == L1("occurred_at"))
            made.event[i] = exampleTime(seconds);
    }
    made.receivedAt = exampleTime(seconds + 1);
    made.patch = patch;
    for (const ConversationField &field : conversationFields()) {
        if (!isNull(patch, field) && field.name != L1("id"))
            made.changed.append(field.name);
    }
    return made;
}

ConversationDetails exampleHistory()
{
    Conversation started;
    started.status = Status::InProgress;
    started.kind = Kind::Call;
    Conversation ended;
    ended.status = Status::Completed;
    ended.durationSeconds = 452;
    ended.summary = QStringLiteral("line\nline");
    Conversation tagged;
    tagged.outcome = QStringLiteral("booked");
    ConversationDetails details;
    details.history = {entry(EventType::CallStarted, 11, 0, started), entry(EventType::CallEnded, 12, 452, ended),
                       entry(EventType::CallEnded, 13, 453, ended), entry(EventType::CallEnded, 14, 454, ended),
                       entry(EventType::CallOutcomeTagged, 15, 500, tagged)};
    return details;
}

} // namespace

class TimelineViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhatEachEventChanged();
    void foldsRepeats();
    void saysUnknownKindsAsSent();
    void growsAtItsEnd();
    void givesTheDeliveryByKeyAndByLink();
    void looksRight();

private:
    StillClock m_clock;
    std::unique_ptr<DisplaySettings> m_settings;
};

void TimelineViewTest::init()
{
    m_settings = std::make_unique<DisplaySettings>(m_clock);
}

void TimelineViewTest::saysWhatEachEventChanged()
{
    TimelineModel model(*m_settings);
    QAbstractItemModelTester tester(&model);
    model.setRows(timelineOf(exampleHistory()));
    QCOMPARE(model.timeWords(0), QStringLiteral("14:21:06"));
    QCOMPARE(model.kindWords(0), QStringLiteral("Call started"));
    QVERIFY(model.changeWords(0).contains(QStringLiteral("Status: In progress")));
    QVERIFY(model.changeWords(1).contains(QStringLiteral("Status: In progress → Completed")));
    QVERIFY(model.changeWords(1).contains(QStringLiteral("7:32")));
    QCOMPARE(model.changeWords(model.rowCount() - 1), QStringLiteral("Outcome: Booked"));
    QVERIFY(model.index(0).data(Qt::DisplayRole).toString().startsWith(QStringLiteral("14:21:06, Call started")));
}

void TimelineViewTest::foldsRepeats()
{
    ConversationDetails details = exampleHistory();
    details.history.first().repeats = 1; // its delivery came twice
    const QList<TimelineRow> rows = timelineOf(details);
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(0).times, 2);
    QCOMPARE(rows.at(1).times, 3);
    QCOMPARE(rows.at(1).delivery, 12);
    QCOMPARE(rows.at(2).times, 1);
}

void TimelineViewTest::saysUnknownKindsAsSent()
{
    ConversationDetails details;
    details.history = {entry(EventType::Unknown, 1, 0, {})};
    TimelineModel model(*m_settings);
    model.setRows(timelineOf(details));
    QCOMPARE(model.kindWords(0), QStringLiteral("sent.unknown"));
}

void TimelineViewTest::growsAtItsEnd()
{
    ConversationDetails details = exampleHistory();
    TimelineModel model(*m_settings);
    QAbstractItemModelTester tester(&model);
    model.setRows(timelineOf(details));
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    details.history.append(entry(EventType::ContactUpdated, 16, 600, {}));
    model.setRows(timelineOf(details));
    QCOMPARE(removed.size(), 0);
    QCOMPARE(inserted.size(), 1);
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void TimelineViewTest::givesTheDeliveryByKeyAndByLink()
{
    TimelineView view(*m_settings);
    view.resize(380, 400);
    view.setRows(timelineOf(exampleHistory()));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSignalSpy requested(&view, &TimelineView::deliveryRequested);
    view.setCurrentIndex(view.model()->index(0, 0));
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.takeFirst().first().toLongLong(), 12);
    const QRect row = view.visualRect(view.model()->index(0, 0));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(row.center().x(), row.top() + 12));
    QCOMPARE(requested.size(), 0);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(row.right() - 14, row.top() + 12));
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toLongLong(), 11);
}

void TimelineViewTest::looksRight()
{
    if (!areShotsWanted())
        QSKIP("EARSHOT_SHOTS names no folder");
    for (const bool dark : {false, true}) {
        applyLook(dark);
        TimelineView view(*m_settings);
        view.resize(400, 360);
        view.setRows(timelineOf(exampleHistory()));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.setFocus();
        view.setCurrentIndex(view.model()->index(1, 0));
        saveShot(view, dark ? QStringLiteral("timeline-dark") : QStringLiteral("timeline-light"));
    }
}

QTEST_MAIN(TimelineViewTest)
#include "tst_timelineview.moc"
