// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/conversation/transcriptview.h"

#include "widgets/controls/pill.h"
#include "widgets/conversation/hitmap.h"
#include "widgets/conversation/transcriptaccessible.h"
#include "widgets/style/metrics.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace earshot {
namespace {

using namespace std::chrono_literals;

constexpr auto c_refineSlice = 6ms; // leaves most of a frame to painting

} // namespace

TranscriptView::TranscriptView(DisplaySettings &settings, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_settings(settings)
    , m_cursor(m_layout)
    , m_map(new HitMap(this))
    , m_newPill(new Pill(viewport()))
{
    installTranscriptAccessibility();
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setViewportMargins(0, 0, 0, 0);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    m_newPill->setPressable(true);
    m_newPill->setFill(ColorRole::Accent, ColorRole::OnAccent);
    m_newPill->hide();
    m_dragScroll.setInterval(40);
    connect(&m_refine, &QTimer::timeout, this, &TranscriptView::refine);
    connect(&m_settings, &DisplaySettings::changed, this, [this] { plan(0); });
    connect(m_newPill, &QAbstractButton::clicked, this, &TranscriptView::scrollToEnd);
    connect(this, &TranscriptView::placeChanged, this, [this] { announceTranscriptPlace(*this); });
    connect(m_map, &HitMap::pressedAt, this,
            [this](qreal place) { scrollTo(place * m_layout.height() - viewport()->height() / 2.0); });
    connect(&m_dragScroll, &QTimer::timeout, this, [this] { dragTo(viewport()->mapFromGlobal(QCursor::pos())); });
    retranslate();
}

TranscriptView::~TranscriptView() = default;

void TranscriptView::setTranscript(const Transcript &transcript)
{
    m_isLoading = false;
    const bool isSame = m_layout.size() > 0 && transcript.conversation == m_transcript.conversation;
    if (isSame && transcript == m_transcript)
        return;
    const qsizetype unchanged = isSame ? unchangedBlocks(transcript) : 0;
    const qsizetype added = transcript.entries.size() - m_transcript.entries.size();
    const bool wasEndInView = isSame ? isEndInView() : !transcript.status || !isFinal(*transcript.status);
    m_transcript = transcript;
    if (!isSame) {
        m_unfolded.clear();
        m_anchorBlock = 0;
        m_anchorOffset = 0;
    }
    m_isFollowing = wasEndInView;
    plan(unchanged);
    if (!isSame)
        m_cursor.setPlace({std::min<qsizetype>(1, m_layout.size() - 1), 0});
    updateNewLines(isSame && !wasEndInView ? m_newLines + std::max<qsizetype>(0, added) : 0);
    Q_EMIT placeChanged();
}

void TranscriptView::clear()
{
    m_isLoading = false;
    m_transcript = {};
    m_unfolded.clear();
    m_layout.setBlocks({});
    m_cursor.clamp();
    m_find.setBlocks({}, 0);
    m_mapHeight = -1;
    updateNewLines(0);
    settle();
    Q_EMIT findChanged();
}

void TranscriptView::setLoading(bool loading)
{
    m_isLoading = loading;
    viewport()->update();
}

/** How many blocks look the same in @p next: all up to the first entry that differs, if what all depend on is equal. */
qsizetype TranscriptView::unchangedBlocks(const Transcript &next) const
{
    const Transcript &now = m_transcript;
    const bool isFrameEqual = now.contact == next.contact && now.agent == next.agent && now.kind == next.kind
                              && now.startedAt == next.startedAt;
    if (!isFrameEqual)
        return 0;
    const auto [mine, other] = std::ranges::mismatch(now.entries, next.entries);
    return mine - now.entries.begin() + 1;
}

void TranscriptView::plan(qsizetype unchanged)
{
    const bool hasContent = m_transcript.conversation != 0 || !m_transcript.entries.isEmpty();
    const QList<TranscriptBlock> blocks =
        hasContent ? planTranscript(m_transcript, m_unfolded, m_settings.format()) : QList<TranscriptBlock>();
    m_layout.setBlocks(blocks, unchanged);
    m_cursor.clamp();
    m_find.setBlocks(blocks, unchanged);
    m_refine.start(0);
    m_mapHeight = -1;
    settle();
    retranslate();
    Q_EMIT findChanged();
}

bool TranscriptView::isEndInView() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum();
}

qreal TranscriptView::wantedTop() const
{
    const qreal most = std::max(0.0, m_layout.height() - viewport()->height());
    if (m_layout.size() == 0 || m_isFollowing)
        return most;
    const qsizetype block = std::min(m_anchorBlock, m_layout.size() - 1);
    return std::clamp(m_layout.top(block) + m_anchorOffset, 0.0, most);
}

/** Lays out what is in view and puts the scroll bar right, so that what was at the top stays there. */
void TranscriptView::settle()
{
    if (m_isSettling)
        return;
    m_isSettling = true;
    m_layout.setStyle({font(), qreal(viewport()->width()), isRightToLeft()});
    bool isExact = m_layout.size() == 0;
    while (!isExact) {
        isExact = true;
        const qreal top = wantedTop();
        for (qsizetype i = m_layout.blockAt(top); i < m_layout.size() && m_layout.top(i) < top + viewport()->height();
             ++i) {
            isExact = isExact && m_layout.isExact(i);
            m_layout.laidOut(i);
        }
    }
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, std::max(0, int(std::ceil(m_layout.height())) - viewport()->height()));
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(QFontMetrics(font()).height() * 2);
    bar->setValue(m_isFollowing ? bar->maximum() : int(std::lround(wantedTop())));
    m_isSettling = false;
    if (m_mapHeight != m_layout.height())
        updateMap();
    viewport()->update();
}

void TranscriptView::refine()
{
    if (m_layout.refine(c_refineSlice))
        m_refine.stop();
    settle();
}

void TranscriptView::scrollContentsBy(int, int)
{
    if (!m_isSettling && m_layout.size() > 0) {
        const qreal top = verticalScrollBar()->value();
        m_isFollowing = isEndInView();
        m_anchorBlock = m_layout.blockAt(top);
        m_anchorOffset = top - m_layout.top(m_anchorBlock);
        if (m_isFollowing)
            updateNewLines(0);
        settle();
    }
    viewport()->update();
}

void TranscriptView::scrollTo(qreal y)
{
    if (m_layout.size() == 0)
        return;
    const qreal most = std::max(0.0, m_layout.height() - viewport()->height());
    const qreal top = std::clamp(y, 0.0, most);
    m_isFollowing = top >= most;
    m_anchorBlock = m_layout.blockAt(top);
    m_anchorOffset = top - m_layout.top(m_anchorBlock);
    if (m_isFollowing)
        updateNewLines(0);
    settle();
}

void TranscriptView::scrollToEnd()
{
    m_isFollowing = true;
    updateNewLines(0);
    settle();
}

void TranscriptView::ensureVisible(TranscriptPlace place)
{
    constexpr int rounds = 3; // what comes into view may turn out higher than guessed
    for (int i = 0; i < rounds && place.block < m_layout.size(); ++i) {
        const QRectF line = m_layout.laidOut(place.block).cursorRect(place.position);
        const qreal top = m_layout.top(place.block) + (place.position == 0 ? 0 : line.top() - metrics::c_between);
        const qreal bottom = m_layout.top(place.block) + line.bottom() + metrics::c_paneMargin;
        const qreal view = verticalScrollBar()->value();
        if (top < view)
            scrollTo(top);
        else if (bottom > view + viewport()->height())
            scrollTo(bottom - viewport()->height());
        else
            return;
    }
}

void TranscriptView::updateMap()
{
    m_mapHeight = m_layout.height();
    const qreal height = std::max(1.0, m_mapHeight);
    QList<qreal> markers;
    for (qsizetype i = 0; i < m_layout.size(); ++i) {
        if (m_layout.block(i).isMarker())
            markers.append(m_layout.top(i) / height);
    }
    QList<qreal> hits;
    qsizetype last = -1;
    for (const TranscriptHit &hit : m_find.hits()) {
        if (hit.block != last)
            hits.append(m_layout.top(hit.block) / height);
        last = hit.block;
    }
    m_map->setMarkers(markers);
    m_map->setHits(hits);
}

void TranscriptView::updateNewLines(qsizetype count)
{
    m_newLines = count;
    //: Lines of a conversation that came below what is in view.
    m_newPill->setLook(Icon::ArrowDown, ColorRole::OnAccent, tr("%n new lines", nullptr, int(count)));
    m_newPill->setVisible(count > 0);
    placeSideWidgets();
}

void TranscriptView::placeSideWidgets()
{
    const bool isMirrored = isRightToLeft();
    const int map = m_map->sizeHint().width();
    setViewportMargins(isMirrored ? map : 0, 0, isMirrored ? 0 : map, 0);
    const QRect view = viewport()->geometry();
    m_map->setGeometry(isMirrored ? view.left() - map : view.right() + 1, view.top(), map, view.height());
    const QSize pill = m_newPill->sizeHint();
    m_newPill->setGeometry((view.width() - pill.width()) / 2, view.height() - pill.height() - metrics::c_paneMargin,
                           pill.width(), pill.height());
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    placeSideWidgets();
    m_refine.start(0);
    settle();
}

void TranscriptView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
        plan(0);
        updateNewLines(m_newLines);
        break;
    case QEvent::FontChange:
    case QEvent::LayoutDirectionChange:
        placeSideWidgets();
        m_refine.start(0);
        settle();
        break;
    default:
        break;
    }
}

void TranscriptView::retranslate()
{
    setAccessibleName(tr("Transcript"));
    setAccessibleDescription(tr("%n messages", nullptr, int(m_transcript.messages())));
}

void TranscriptView::setFindText(const QString &text)
{
    if (text == m_find.text())
        return;
    m_find.setText(text, m_layout.blocks());
    m_find.setCurrentFrom(m_layout.size() > 0 ? m_layout.blockAt(verticalScrollBar()->value()) : 0);
    goToHit();
}

void TranscriptView::findNext()
{
    m_find.step(1);
    goToHit();
}

void TranscriptView::findPrevious()
{
    m_find.step(-1);
    goToHit();
}

void TranscriptView::goToHit()
{
    if (m_find.current() >= 0) {
        const TranscriptHit hit = m_find.hits().at(m_find.current());
        const bool isHidden = hit.span.end() > m_layout.block(hit.block).shown;
        if (isHidden && !m_unfolded.contains(hit.block - 1))
            toggle(hit.block);
        ensureVisible({hit.block, hit.span.from});
    }
    updateMap();
    viewport()->update();
    Q_EMIT findChanged();
}

QRect TranscriptView::entryRect(qsizetype entry)
{
    const BlockLayout &layout = m_layout.laidOut(entry + 1);
    settle();
    return layout.frame().translated(0, m_layout.top(entry + 1) - verticalScrollBar()->value()).toRect();
}

QRect TranscriptView::placeRect(TranscriptPlace place)
{
    const QRectF rect = m_layout.laidOut(place.block).cursorRect(place.position);
    return rect.translated(0, m_layout.top(place.block) - verticalScrollBar()->value()).toAlignedRect();
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    if (m_isLoading && m_layout.size() == 0)
        paintSkeleton(painter);
    else
        paintBlocks(painter, event->rect());
}

void TranscriptView::paintBlocks(QPainter &painter, const QRect &clip)
{
    const qreal scroll = verticalScrollBar()->value();
    const qsizetype first = m_layout.blockAt(scroll + clip.top());
    for (qsizetype i = std::max<qsizetype>(0, first);
         i < m_layout.size() && m_layout.top(i) < scroll + clip.bottom() + 1; ++i) {
        BlockPaint paint;
        paint.selection = m_cursor.selectionIn(i);
        paint.hits = m_find.hitsIn(i, &paint.currentHit);
        paint.isCurrent = hasFocus() && m_cursor.place().block == i;
        paint.cursor = paint.isCurrent ? m_cursor.place().position : -1;
        painter.save();
        const BlockLayout &layout = m_layout.laidOut(i);
        painter.translate(0, m_layout.top(i) - scroll);
        layout.paint(painter, palette(), paint);
        painter.restore();
    }
}

void TranscriptView::paintSkeleton(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorsOf(palette())[ColorRole::RowLine]);
    const qreal width = viewport()->width() - 2 * metrics::c_paneMargin;
    qreal y = metrics::c_dialogMargin;
    for (const double share : {0.6, 0.7, 0.45, 0.75, 0.5}) {
        const bool leads = share <= 0.6;
        const qreal x = metrics::c_paneMargin + (leads != isRightToLeft() ? 0 : width * (1 - share));
        painter.drawRoundedRect(QRectF(x, y, width * share, 36), metrics::c_bubbleRadius, metrics::c_bubbleRadius);
        y += 36 + metrics::c_dialogMargin;
    }
}

} // namespace earshot
