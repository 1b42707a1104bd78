// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/arrivalprobe.h"

#include "models/items/conversationlistrow.h"
#include "models/items/roles.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QWidget>

namespace earshot {
namespace {

constexpr std::chrono::milliseconds c_beat(5);

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    const auto place = std::size_t(share * double(values.size() - 1));
    std::ranges::nth_element(values, values.begin() + std::ptrdiff_t(place));
    return values[place];
}

QJsonObject summary(const std::vector<double> &values)
{
    return {{QStringLiteral("count"), qint64(values.size())},
            {QStringLiteral("p50"), quantile(values, 0.5)},
            {QStringLiteral("p95"), quantile(values, 0.95)},
            {QStringLiteral("p99"), quantile(values, 0.99)},
            {QStringLiteral("most"), quantile(values, 1.0)}};
}

} // namespace

ArrivalProbe::ArrivalProbe(QAbstractItemView &view, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_clock(clock)
{
    const QAbstractItemModel *model = view.model();
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { noteRows(first, last); });
    connect(model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) { noteRows(from.row(), to.row()); });
    view.viewport()->installEventFilter(this);
    view.window()->installEventFilter(this);
    m_beat.setTimerType(Qt::PreciseTimer);
    m_beat.callOnTimeout(this, &ArrivalProbe::beat);
    m_beat.start(c_beat);
    m_sinceBeat.start();
}

/** Rows in view, whose values are known: those are the ones that somebody sees next. */
void ArrivalProbe::noteRows(int first, int last)
{
    const int top = m_view.indexAt({1, 1}).row();
    const int visible = m_view.viewport()->height() / std::max(1, m_view.sizeHintForRow(std::max(0, top))) + 1;
    first = std::max(first, top);
    last = std::min(last, top + visible);
    for (int row = first; row <= last; ++row) {
        const auto shown = m_view.model()->index(row, 0).data(RowRole).value<ConversationListRowPtr>();
        constexpr auto c_recent = std::chrono::seconds(5); // older rows only came into view
        if (!shown || !shown->record.updatedAt || m_clock.now() - *shown->record.updatedAt >= c_recent)
            continue;
        // A row that is read again for other reasons has been seen already.
        Timestamp &known = m_known[shown->id];
        if (std::exchange(known, *shown->record.updatedAt) != *shown->record.updatedAt)
            m_waiting.push_back(*shown->record.updatedAt);
    }
}

bool ArrivalProbe::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && !m_firstFrameAt)
        m_firstFrameAt = m_clock.now();
    if (event->type() != QEvent::Paint || m_isPainting || watched != m_view.viewport())
        return QObject::eventFilter(watched, event);
    m_isPainting = true; // the event comes here again from within
    QElapsedTimer timer;
    timer.start();
    QCoreApplication::sendEvent(watched, event);
    noteFrame(double(timer.nsecsElapsed()) / 1e6);
    m_isPainting = false;
    return true;
}

void ArrivalProbe::noteFrame(double milliseconds)
{
    m_frames.push_back(milliseconds);
    const Timestamp now = m_clock.now();
    for (const Timestamp arrival : m_waiting)
        m_arrivals.push_back(double((now - arrival).count()) / 1e3);
    m_waiting.clear();
}

void ArrivalProbe::beat()
{
    const double gap = double(m_sinceBeat.nsecsElapsed()) / 1e6 - double(c_beat.count());
    m_sinceBeat.start();
    if (gap > double(c_beat.count()))
        m_blocks.push_back(gap);
}

QJsonObject ArrivalProbe::report() const
{
    return {{QStringLiteral("first_frame_at_us"), m_firstFrameAt ? toMicroseconds(*m_firstFrameAt) : 0},
            {QStringLiteral("arrival_to_screen_ms"), summary(m_arrivals)},
            {QStringLiteral("frame_ms"), summary(m_frames)},
            {QStringLiteral("gui_busy_ms"), summary(m_blocks)}};
}

Result<void> ArrivalProbe::write(const QString &path) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(report()).toJson()) < 0 || !file.commit())
        return failure(ErrorCode::FileFailed, QStringLiteral("%1: %2").arg(path, file.errorString()));
    return {};
}

} // namespace earshot
