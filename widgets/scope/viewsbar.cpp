// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scope/viewsbar.h"

#include "widgets/controls/countbadge.h"
#include "widgets/scope/viewtabs.h"
#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/painting.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace earshot {
namespace {

constexpr int c_numbered = 9;

} // namespace

ViewsBar::ViewsBar(ViewScope &scope, StoreReader &reader, const Clock &clock, DisplaySettings &settings,
                   QWidget *parent)
    : QWidget(parent)
    , m_scope(scope)
    , m_settings(settings)
    , m_counts(reader, clock)
    , m_bar(new ViewTabs(this))
    , m_add(new QToolButton(this))
    , m_corner(new QHBoxLayout)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_add->setIcon(themedIcon(Icon::Plus));
    m_add->setAutoRaise(true);
    m_add->setProperty("smallControl", true);
    m_corner->setSpacing(metrics::c_between);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::c_paneMargin, 0, metrics::c_paneMargin, 0);
    row->setSpacing(metrics::c_inner);
    row->addWidget(m_bar);
    row->addWidget(m_add);
    row->addStretch(1);
    row->addLayout(m_corner);
    addActions();
    connect(m_add, &QToolButton::clicked, this, &ViewsBar::saveAs);
    connect(m_bar, &ViewTabs::nameEdited, this, &ViewsBar::setName);
    connect(m_bar, &QTabBar::currentChanged, this, [this](int place) {
        if (!m_isShowing)
            setCurrentPlace(place);
    });
    connect(&scope, &ViewScope::changed, this, &ViewsBar::takeScope);
    connect(&m_counts, &ViewCounts::changed, this, &ViewsBar::showTabs);
    connect(&settings, &DisplaySettings::changed, this, &ViewsBar::showTabs);
    setViews({});
    retranslate();
}

ViewsBar::~ViewsBar() = default;

QAction *ViewsBar::addViewAction(const QKeySequence &keys, void (ViewsBar::*slot)())
{
    auto *action = new QAction(this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    return action;
}

void ViewsBar::addActions()
{
    m_save = addViewAction(QKeySequence(Qt::CTRL | Qt::Key_S), &ViewsBar::save);
    m_saveAs = addViewAction(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), &ViewsBar::saveAs);
    m_rename = addViewAction({}, &ViewsBar::rename);
    m_discard = addViewAction({}, &ViewsBar::discard);
    m_close = addViewAction(QKeySequence(Qt::CTRL | Qt::Key_W), &ViewsBar::close);
    m_next = addViewAction(QKeySequence(Qt::CTRL | Qt::Key_PageDown), &ViewsBar::nextView);
    m_previous = addViewAction(QKeySequence(Qt::CTRL | Qt::Key_PageUp), &ViewsBar::previousView);
    for (int place = 0; place < c_numbered; ++place) {
        auto *action = new QAction(this);
        action->setShortcut(QKeySequence(int(Qt::ALT) | (int(Qt::Key_1) + place)));
        connect(action, &QAction::triggered, this, [this, place] { setCurrentPlace(place); });
        addAction(action);
        m_numbers.append(action);
    }
}

void ViewsBar::retranslate()
{
    setAccessibleName(tr("Views"));
    m_bar->setAccessibleName(tr("Views"));
    m_add->setToolTip(tr("Save this filter as a new view"));
    m_add->setAccessibleName(tr("Save this filter as a new view"));
    m_save->setText(tr("&Save view"));
    m_saveAs->setText(tr("Save view &as…"));
    m_rename->setText(tr("&Rename view"));
    m_discard->setText(tr("&Discard changes of the view"));
    m_close->setText(tr("&Close view"));
    m_next->setText(tr("&Next view"));
    m_previous->setText(tr("&Previous view"));
    showTabs();
}

QList<SavedView> ViewsBar::views() const
{
    QList<SavedView> views;
    for (const Tab &tab : m_tabs)
        views.append(tab.saved);
    return views;
}

void ViewsBar::setViews(const QList<SavedView> &views)
{
    QList<SavedView> all = views;
    for (const RecordKind kind : {RecordKind::Conversations, RecordKind::Deliveries}) {
        const bool hasAny = std::ranges::any_of(all, [&](const SavedView &view) { return view.kind == kind; });
        const QList<SavedView> known = hasAny ? QList<SavedView>() : shippedViews();
        std::ranges::copy_if(known, std::back_inserter(all), [&](const SavedView &view) { return view.kind == kind; });
    }
    m_tabs.clear();
    m_front.clear();
    for (const SavedView &view : std::as_const(all)) {
        m_tabs.append({++m_lastId, view, view});
        if (!m_front.contains(int(view.kind)))
            m_front.insert(int(view.kind), m_lastId);
    }
    takeScope();
    Q_EMIT currentChanged();
}

void ViewsBar::setKind(RecordKind kind)
{
    if (std::exchange(m_kind, kind) == kind)
        return;
    takeScope();
    Q_EMIT currentChanged();
}

QList<int> ViewsBar::shownIds() const
{
    QList<int> ids;
    for (const Tab &tab : m_tabs) {
        if (tab.saved.kind == m_kind)
            ids.append(tab.id);
    }
    return ids;
}

ViewsBar::Tab *ViewsBar::tab(int id)
{
    const auto found = std::ranges::find(m_tabs, id, &Tab::id);
    return found == m_tabs.end() ? nullptr : &*found;
}

ViewsBar::Tab *ViewsBar::frontTab()
{
    return tab(m_front.value(int(m_kind)));
}

const ViewsBar::Tab *ViewsBar::frontTab() const
{
    const auto found = std::ranges::find(m_tabs, m_front.value(int(m_kind)), &Tab::id);
    return found == m_tabs.end() ? nullptr : &*found;
}

SavedView ViewsBar::current() const
{
    const Tab *front = frontTab();
    return front ? front->now : SavedView();
}

bool ViewsBar::isCurrentChanged() const
{
    const Tab *front = frontTab();
    return front && front->isChanged();
}

int ViewsBar::viewCount() const
{
    return int(shownIds().size());
}

int ViewsBar::currentPlace() const
{
    return int(shownIds().indexOf(m_front.value(int(m_kind))));
}

void ViewsBar::setCurrentPlace(int place)
{
    const QList<int> ids = shownIds();
    if (place >= 0 && place < ids.size())
        bringToFront(ids[place]);
}

/** What the scope shows is what the view in front shows. */
void ViewsBar::takeScope()
{
    if (m_isSelecting)
        return;
    if (Tab *front = frontTab()) {
        front->now.filter = m_scope.filter();
        front->now.range = m_scope.query().range();
    }
    watchTabs();
    showTabs();
}

void ViewsBar::bringToFront(int id)
{
    Tab *next = tab(id);
    if (!next || m_front.value(int(m_kind)) == id)
        return;
    m_front.insert(int(m_kind), id);
    const SavedView view = next->now;
    m_isSelecting = true;
    m_scope.setRange(view.range);
    (void)m_scope.setFilter(view.filter); // one that a newer Earshot understood leaves the last
    m_isSelecting = false;
    takeScope();
    Q_EMIT sortRequested(view.sortColumn, view.sortOrder);
    Q_EMIT currentChanged();
}

void ViewsBar::watchTabs()
{
    QList<WatchedView> watched;
    for (const Tab &tab : std::as_const(m_tabs)) {
        if (tab.saved.kind == m_kind)
            watched.append({tab.id, m_kind, ScopeQuery(tab.now.filter, tab.now.range, m_scope.query().zone())});
    }
    m_counts.setViews(watched, m_front.value(int(m_kind)));
}

void ViewsBar::showTabs()
{
    const QLocale &locale = m_settings.format().locale;
    QList<ViewTabLook> looks;
    for (const Tab &tab : std::as_const(m_tabs)) {
        if (tab.saved.kind != m_kind)
            continue;
        ViewTabLook look;
        look.name = viewName(tab.now);
        look.isChanged = tab.isChanged();
        QStringList spoken = {look.name};
        if (const auto rows = m_counts.rows(tab.id)) {
            look.count = countText(*rows, locale);
            spoken.append(tr("%n rows", nullptr, int(std::min<qint64>(*rows, std::numeric_limits<int>::max()))));
        }
        if (const qint64 newRows = m_counts.newRows(tab.id); newRows > 0) {
            look.badge = badgeText(newRows);
            //: rows that began to match a view
            spoken.append(tr("%n new", nullptr, int(std::min<qint64>(newRows, std::numeric_limits<int>::max()))));
        }
        if (look.isChanged)
            spoken.append(tr("changed, not saved"));
        look.spoken = spoken.join(QStringLiteral(", "));
        looks.append(look);
    }
    m_isShowing = true;
    m_bar->setLooks(looks);
    m_bar->setCurrentIndex(currentPlace());
    m_isShowing = false;
    updateActions();
}

void ViewsBar::updateActions()
{
    m_save->setEnabled(isCurrentChanged());
    m_discard->setEnabled(isCurrentChanged());
    m_close->setEnabled(viewCount() > 1);
    m_next->setEnabled(viewCount() > 1);
    m_previous->setEnabled(viewCount() > 1);
    const QList<int> ids = shownIds();
    for (int place = 0; place < m_numbers.size(); ++place) {
        m_numbers[place]->setEnabled(place < ids.size());
        m_numbers[place]->setVisible(place < ids.size());
        if (place < ids.size())
            m_numbers[place]->setText(viewName(tab(ids[place])->now).replace(u'&', QStringLiteral("&&")));
    }
}

void ViewsBar::save()
{
    if (Tab *front = frontTab(); front && front->isChanged()) {
        front->saved = front->now;
        showTabs();
        Q_EMIT viewsChanged();
    }
}

/** The view in front is left as it was saved; what is shown gets a tab of its own behind it, and a name. */
void ViewsBar::saveAs()
{
    Tab *front = frontTab();
    if (!front)
        return;
    SavedView view = front->now;
    front->now = front->saved;
    view.key.clear();
    view.name = tr("New view");
    const int place = currentPlace() + 1;
    m_tabs.insert(placeInAll(place), {++m_lastId, view, view});
    m_front.insert(int(m_kind), m_lastId);
    takeScope();
    Q_EMIT viewsChanged();
    Q_EMIT currentChanged();
    m_bar->editName(place);
}

void ViewsBar::rename()
{
    m_bar->editName(currentPlace());
}

void ViewsBar::setName(int place, const QString &name)
{
    const QList<int> ids = shownIds();
    if (place < 0 || place >= ids.size())
        return;
    Tab *named = tab(ids[place]);
    named->saved.name = named->now.name = name;
    showTabs();
    Q_EMIT viewsChanged();
    Q_EMIT currentChanged();
}

void ViewsBar::discard()
{
    Tab *front = frontTab();
    if (!front)
        return;
    const SavedView view = front->now = front->saved;
    m_isSelecting = true;
    m_scope.setRange(view.range);
    (void)m_scope.setFilter(view.filter);
    m_isSelecting = false;
    takeScope();
    Q_EMIT sortRequested(view.sortColumn, view.sortOrder);
}

void ViewsBar::close()
{
    if (viewCount() < 2)
        return;
    const int place = currentPlace();
    const int id = m_front.value(int(m_kind));
    const SavedView closed = frontTab()->saved;
    QList<int> ids = shownIds();
    ids.removeAt(place);
    bringToFront(ids[std::min(place, int(ids.size()) - 1)]);
    m_tabs.removeIf([id](const Tab &tab) { return tab.id == id; });
    watchTabs();
    showTabs();
    Q_EMIT viewsChanged();
    Q_EMIT viewClosed(closed, place);
}

void ViewsBar::restoreView(const SavedView &view, int place)
{
    const RecordKind shown = std::exchange(m_kind, view.kind);
    m_tabs.insert(placeInAll(place), {++m_lastId, view, view});
    const int id = m_lastId;
    m_kind = shown;
    if (view.kind == m_kind)
        bringToFront(id);
    watchTabs();
    showTabs();
    Q_EMIT viewsChanged();
}

/** Where a view that is to stand at @p place among those of its kind stands among all. */
qsizetype ViewsBar::placeInAll(int place) const
{
    const QList<int> ids = shownIds();
    if (place < 0 || place >= ids.size())
        return m_tabs.size();
    return std::ranges::find(m_tabs, ids[place], &Tab::id) - m_tabs.begin();
}

void ViewsBar::step(int by)
{
    const int count = viewCount();
    setCurrentPlace((currentPlace() + by + count) % count);
}

void ViewsBar::nextView()
{
    step(1);
}

void ViewsBar::previousView()
{
    step(-1);
}

void ViewsBar::setSort(int column, Qt::SortOrder order)
{
    if (Tab *front = frontTab()) {
        front->now.sortColumn = column;
        front->now.sortOrder = order;
        showTabs();
    }
}

void ViewsBar::addCornerWidget(QWidget *widget)
{
    m_corner->addWidget(widget);
}

QSize ViewsBar::sizeHint() const
{
    return {480, std::max(metrics::c_viewsHeight, fontMetrics().height() + 14)};
}

void ViewsBar::contextMenuEvent(QContextMenuEvent *event)
{
    const int place = m_bar->tabAt(m_bar->mapFromGlobal(event->globalPos()));
    if (place >= 0)
        setCurrentPlace(place);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_rename, m_save, m_saveAs, m_discard});
    menu->addSeparator();
    menu->addAction(m_close);
    menu->popup(event->globalPos());
}

void ViewsBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_counts.setActive(true);
}

void ViewsBar::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_counts.setActive(false);
}

void ViewsBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void ViewsBar::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors[ColorRole::Window]);
    drawHorizontalLine(painter, 0, width(), height(), colors[ColorRole::Line]);
}

} // namespace earshot
