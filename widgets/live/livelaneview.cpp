// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/livelaneview.h"

#include "models/items/livelanemodel.h"
#include "models/items/roles.h"
#include "widgets/controls/labels.h"
#include "widgets/live/livecarddelegate.h"
#include "widgets/live/morecard.h"
#include "widgets/live/wordedrows.h"
#include "widgets/style/metrics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QScrollBar>
#include <QToolButton>

namespace earshot {
namespace {

using namespace std::chrono_literals;

constexpr int c_mostPopupRows = 6;

} // namespace

LiveLaneView::LiveLaneView(LiveLaneModel &model, DisplaySettings &display, QWidget *parent)
    : LiveLaneView(static_cast<QAbstractItemModel &>(model), display, parent)
{
    const auto takeSources = [this, &model] { setSilentSources(model.sourcesThatOnlyReportEnds()); };
    connect(&model, &LiveLaneModel::summaryChanged, this, takeSources);
    takeSources();
}

LiveLaneView::LiveLaneView(QAbstractItemModel &rows, DisplaySettings &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_words(display)
    , m_rows(new WordedRows(rows, m_words, this))
    , m_delegate(new LiveCardDelegate(display, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(makeCards());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusProxy(m_cards);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &LiveLaneView::tick);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_rows, signal, this, &LiveLaneView::updateLine);
    connect(m_rows, &QAbstractItemModel::rowsMoved, this, &LiveLaneView::updateLine);
    connect(m_rows, &QAbstractItemModel::modelReset, this, &LiveLaneView::updateLine);
    connect(m_rows, &QAbstractItemModel::layoutChanged, this, &LiveLaneView::updateLine);
    connect(m_rows, &QAbstractItemModel::dataChanged, this, &LiveLaneView::updateLine);
    connect(&display, &DisplaySettings::changed, this, &LiveLaneView::retranslate);
    retranslate();
}

LiveLaneView::~LiveLaneView()
{
    qDeleteAll(findChildren<QListView *>()); // before the words that they show
    delete m_rows;
}

QWidget *LiveLaneView::makeHeader()
{
    auto *header = new QWidget(this);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(metrics::c_paneMargin, 0, metrics::c_between, 0);
    layout->setSpacing(metrics::c_inner + 2);
    m_nowIcon = new IconLabel(Icon::StatusInProgress, ColorRole::Accent, header);
    m_now = new SectionLabel(header);
    m_longest = new MutedLabel(header);
    m_overdueIcon = new IconLabel(Icon::StatusNoEndYet, ColorRole::Muted, header);
    m_overdue = new MutedLabel(header);
    m_silent = new ElidedLabel(header);
    m_silent->setColorRole(ColorRole::Muted);
    m_silent->setAlignment(Qt::AlignVCenter | Qt::AlignTrailing);
    m_chevron = new QToolButton(header);
    m_chevron->setAutoRaise(true);
    m_chevron->setFocusPolicy(Qt::StrongFocus);
    m_chevron->setProperty("smallControl", true);
    connect(m_chevron, &QToolButton::clicked, this, [this] { setCollapsed(!m_isCollapsed); });
    layout->addWidget(m_nowIcon);
    layout->addWidget(m_now);
    layout->addSpacing(metrics::c_between);
    layout->addWidget(m_longest);
    layout->addSpacing(metrics::c_between);
    layout->addWidget(m_overdueIcon);
    layout->addWidget(m_overdue);
    layout->addSpacing(metrics::c_between);
    layout->addWidget(m_silent, 1);
    layout->addWidget(m_chevron);
    for (QLabel *label : {m_now, m_longest, m_overdue}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(false);
    }
    header->setMinimumHeight(metrics::c_headerHeight);
    return header;
}

QWidget *LiveLaneView::makeCards()
{
    m_cardsRow = new QWidget(this);
    auto *layout = new QHBoxLayout(m_cardsRow);
    layout->setContentsMargins(metrics::c_paneMargin, 0, metrics::c_paneMargin, 0);
    layout->setSpacing(0);
    m_cards = new QListView(m_cardsRow);
    m_cards->setFlow(QListView::LeftToRight);
    m_cards->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUpList(*m_cards);
    m_more = new MoreCard(m_cardsRow);
    connect(m_more, &QAbstractButton::clicked, this, &LiveLaneView::openRest);
    layout->addWidget(m_cards);
    layout->addWidget(m_more, 0, Qt::AlignTop);
    layout->addStretch(1);
    return m_cardsRow;
}

void LiveLaneView::setUpList(QListView &list)
{
    list.setModel(m_rows);
    list.setItemDelegate(m_delegate);
    list.setFrameShape(QFrame::NoFrame);
    list.setUniformItemSizes(true);
    list.setWrapping(false);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list.setEditTriggers(QAbstractItemView::NoEditTriggers);
    list.setSelectionMode(QAbstractItemView::SingleSelection);
    list.setTabKeyNavigation(false);
    list.setMouseTracking(true);
    list.viewport()->setAttribute(Qt::WA_Hover);
    list.viewport()->setAutoFillBackground(false); // cards lie on the lane itself
    list.installEventFilter(this);
    list.viewport()->installEventFilter(this);
    connect(&list, &QListView::clicked, this, &LiveLaneView::activate);
}

void LiveLaneView::activate(const QModelIndex &index)
{
    if (const qint64 id = index.data(RecordIdRole).toLongLong(); id != 0)
        Q_EMIT activated(id);
}

void LiveLaneView::setSilentSources(const QStringList &names)
{
    m_silentSources = names;
    updateLine();
}

int LiveLaneView::hiddenCount() const
{
    return std::max(0, m_rows->rowCount() - m_fitting);
}

void LiveLaneView::setCurrentId(qint64 id)
{
    QModelIndex found;
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        if (m_rows->index(row, 0).data(RecordIdRole).toLongLong() == id)
            found = m_rows->index(row, 0);
    }
    if (found.isValid())
        m_cards->setCurrentIndex(found);
    else
        m_cards->clearSelection();
}

void LiveLaneView::setCollapsed(bool collapsed)
{
    if (collapsed == m_isCollapsed)
        return;
    m_isCollapsed = collapsed;
    retranslate();
    Q_EMIT collapsedChanged(collapsed);
}

void LiveLaneView::openRest()
{
    auto *popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameShape(QFrame::StyledPanel);
    auto *layout = new QVBoxLayout(popup);
    layout->setContentsMargins(metrics::c_between, metrics::c_between, 0, 0);
    auto *list = new QListView(popup);
    list->setAccessibleName(m_more->accessibleName());
    setUpList(*list);
    connect(list, &QListView::clicked, popup, &QWidget::close);
    for (int row = 0; row < m_fitting; ++row)
        list->setRowHidden(row, true);
    layout->addWidget(list);

    const int hidden = hiddenCount();
    const int shown = std::min(hidden, c_mostPopupRows);
    const QSize card = LiveCardDelegate::cardSize(font());
    const int scrollBar = hidden > shown ? list->verticalScrollBar()->sizeHint().width() : 0;
    popup->resize(card.width() + LiveCardDelegate::gap() + metrics::c_between + scrollBar,
                  shown * (card.height() + LiveCardDelegate::marginBelow()) + metrics::c_between);
    const int left = isRightToLeft() ? 0 : m_more->width() - popup->width();
    popup->move(m_more->mapToGlobal(QPoint(left, m_more->height() + metrics::c_inner)));
    popup->show();
    list->setCurrentIndex(m_rows->index(m_fitting, 0));
    list->setFocus();
}

void LiveLaneView::tick()
{
    updateTimes();
    m_cards->viewport()->update();
}

void LiveLaneView::updateTimes()
{
    m_longest->setText(m_words.longest(*m_rows));
}

void LiveLaneView::updateLine()
{
    const bool isRunning = m_rows->rowCount() > 0;
    m_now->setText(m_words.now(*m_rows));
    m_nowIcon->setIcon(Icon::StatusInProgress, isRunning ? ColorRole::Accent : ColorRole::Muted);
    updateTimes();
    m_longest->setVisible(isRunning);
    const QString overdue = m_words.overdue(*m_rows);
    m_overdue->setText(overdue);
    m_overdue->setVisible(!overdue.isEmpty());
    m_overdueIcon->setVisible(!overdue.isEmpty());
    m_silent->setText(m_words.silent(m_silentSources));
    m_chevron->setVisible(isRunning);
    m_cardsRow->setVisible(isRunning && !m_isCollapsed);
    updateCards();
}

void LiveLaneView::updateCards()
{
    const QSize card = LiveCardDelegate::cardSize(font());
    const int step = card.width() + LiveCardDelegate::gap();
    const int more = MoreCard::widthFor(font());
    const int room = width() - 2 * metrics::c_paneMargin;
    const int rows = m_rows->rowCount();
    const bool allFit = rows * step - LiveCardDelegate::gap() <= room;
    m_fitting = allFit ? rows : std::max(1, (room - more) / step);
    m_cards->setFixedSize(m_fitting * step, card.height() + LiveCardDelegate::marginBelow());
    m_more->setFixedSize(more, card.height());
    m_more->setCount(hiddenCount());
}

void LiveLaneView::retranslate()
{
    m_cards->setAccessibleName(tr("Running now"));
    m_chevron->setIcon(themedIcon(m_isCollapsed ? Icon::ChevronDown : Icon::ChevronUp));
    m_chevron->setToolTip(m_isCollapsed ? tr("Show the cards") : tr("Hide the cards"));
    m_chevron->setAccessibleName(m_chevron->toolTip());
    updateLine();
}

bool LiveLaneView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && watched == m_cards->viewport())
        return true; // what does not fit is behind the last card, not beside it
    auto *list = qobject_cast<QListView *>(watched);
    if (!list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key(); // NOLINT: the type says so
    const bool isPopup = list != m_cards;
    if (!isPopup && (key == Qt::Key_Left || key == Qt::Key_Right)) {
        moveCard((key == Qt::Key_Right) == isRightToLeft() ? -1 : 1);
        return true;
    }
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (isEnter)
        activate(list->currentIndex());
    if (isPopup && (isEnter || key == Qt::Key_Escape))
        list->window()->close();
    return isEnter || (isPopup && key == Qt::Key_Escape);
}

/** QListView itself takes no notice of a mirrored layout. */
void LiveLaneView::moveCard(int step)
{
    const QModelIndex next = m_rows->index(std::max(0, m_cards->currentIndex().row() + step), 0);
    if (next.isValid())
        m_cards->setCurrentIndex(next);
}

void LiveLaneView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        updateCards();
}

void LiveLaneView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateCards();
}

void LiveLaneView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateTimes();
    m_second.start();
}

void LiveLaneView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_second.stop();
}

} // namespace earshot
