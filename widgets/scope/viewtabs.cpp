// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scope/viewtabs.h"

#include "widgets/controls/countbadge.h"
#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"
#include "widgets/style/painting.h"
#include "widgets/style/tabular.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

#include <cmath>

namespace earshot {
namespace {

constexpr int c_side = 8;
constexpr int c_gap = 6;
constexpr int c_dot = 6;
constexpr int c_underline = 2;
constexpr int c_nameField = 120;

} // namespace

ViewTabs::ViewTabs(QWidget *parent)
    : QTabBar(parent)
    , m_field(new QLineEdit(this))
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_field->hide();
    m_field->setMaxLength(60);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::editingFinished, this, [this] { endEditing(true); });
    connect(this, &QTabBar::currentChanged, this, [this] { endEditing(true); });
}

void ViewTabs::setLooks(const QList<ViewTabLook> &looks)
{
    if (m_looks == looks)
        return;
    m_looks = looks;
    while (count() > looks.size())
        removeTab(count() - 1);
    for (int i = 0; i < looks.size(); ++i) {
        if (i >= count())
            addTab(looks[i].name);
        setTabText(i, looks[i].name); // lays out anew, also where only a count differs
        setAccessibleTabName(i, looks[i].spoken);
        setTabToolTip(i, looks[i].spoken);
    }
    update();
}

QSize ViewTabs::tabSizeHint(int index) const
{
    const ViewTabLook look = m_looks.value(index);
    int width = 2 * c_side + QFontMetrics(metrics::strong(font())).horizontalAdvance(look.name) + 1;
    if (look.isChanged)
        width += c_dot + metrics::c_inner;
    if (!look.count.isEmpty())
        width += c_gap + int(std::ceil(tabularWidth(font(), look.count)));
    if (!look.badge.isEmpty())
        width += c_gap + int(std::ceil(badgeSize(look.badge, font()).width()));
    if (index == m_edited)
        width = std::max(width, c_nameField);
    return {width, std::max(metrics::c_viewsHeight, fontMetrics().height() + 14)};
}

QSize ViewTabs::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

QSize ViewTabs::minimumSizeHint() const
{
    return {80, tabSizeHint(0).height()};
}

void ViewTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (int i = 0; i < count(); ++i)
        paintTab(painter, i);
}

void ViewTabs::paintTab(QPainter &painter, int tab) const
{
    const Colors &colors = colorsOf(palette());
    const ViewTabLook look = m_looks.value(tab);
    const QRect place = tabRect(tab);
    const bool isFront = tab == currentIndex();
    const bool isHovered = place.contains(mapFromGlobal(QCursor::pos())) && underMouse();
    if (isHovered && !isFront)
        painter.fillRect(place.adjusted(0, 0, 0, -1), colors[ColorRole::Hover]);
    const auto mirrored = [&](const QRect &part) { return QStyle::visualRect(layoutDirection(), place, part); };
    QRect rest = place.adjusted(c_side, 0, -c_side, 0);
    if (look.isChanged) {
        const QRect dot = mirrored({rest.left(), rest.center().y() - c_dot / 2 + 1, c_dot, c_dot});
        drawRounded(painter, dot, c_dot / 2.0, colors[ColorRole::TextSecond], QColor());
        rest.setLeft(rest.left() + c_dot + metrics::c_inner);
    }
    const QFont nameFont = isFront ? metrics::strong(font()) : font();
    painter.setFont(nameFont);
    painter.setPen(colors[isFront ? ColorRole::Text : ColorRole::TextSecond]);
    const int nameWidth = QFontMetrics(nameFont).horizontalAdvance(look.name) + 1;
    painter.drawText(mirrored({rest.left(), rest.top(), nameWidth, rest.height()}),
                     Qt::AlignCenter | Qt::TextSingleLine, look.name);
    rest.setLeft(rest.left() + nameWidth + c_gap);
    if (!look.count.isEmpty()) {
        painter.setFont(font());
        painter.setPen(colors[ColorRole::Muted]);
        const int width = int(std::ceil(tabularWidth(font(), look.count)));
        drawTabular(painter, mirrored({rest.left(), rest.top(), width, rest.height()}), Qt::AlignCenter, look.count);
        rest.setLeft(rest.left() + width + c_gap);
    }
    if (!look.badge.isEmpty()) {
        painter.setFont(font());
        const int width = int(std::ceil(badgeSize(look.badge, font()).width()));
        paintBadge(painter, mirrored({rest.left(), rest.top(), width, rest.height()}), look.badge, palette());
    }
    if (isFront)
        painter.fillRect(QRect(place.left(), place.bottom() + 1 - c_underline, place.width(), c_underline),
                         colors[ColorRole::Accent]);
    if (isFront && hasFocus())
        drawFocusRing(painter, QRectF(place).adjusted(1, 2, -1, -3), metrics::c_controlRadius,
                      colors[ColorRole::Accent]);
}

void ViewTabs::editName(int tab)
{
    if (tab < 0 || tab >= count())
        return;
    m_edited = tab;
    setTabText(tab, tabText(tab)); // there may be room to be made
    m_field->setText(m_looks.value(tab).name);
    m_field->setAccessibleName(tr("Name of the view"));
    const int height = std::min(metrics::c_smallControlHeight, tabRect(tab).height() - 4);
    QRect place = tabRect(tab).adjusted(2, 0, -2, 0);
    place = QRect(place.left(), place.center().y() - height / 2, place.width(), height);
    m_field->setGeometry(place);
    m_field->show();
    m_field->selectAll();
    m_field->setFocus(Qt::OtherFocusReason);
}

bool ViewTabs::isEditing() const
{
    return m_edited >= 0;
}

void ViewTabs::endEditing(bool take)
{
    if (m_edited < 0)
        return;
    const int tab = std::exchange(m_edited, -1);
    const QString name = m_field->text().simplified();
    m_field->hide();
    setTabText(tab, tabText(tab));
    if (take && !name.isEmpty() && name != m_looks.value(tab).name)
        Q_EMIT nameEdited(tab, name);
}

bool ViewTabs::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::ShortcutOverride) {
        event->accept(); // letters and Esc are the field's
        return true;
    }
    if (watched == m_field && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        endEditing(false);
        return true;
    }
    return QTabBar::eventFilter(watched, event);
}

void ViewTabs::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        editName(tabAt(event->position().toPoint()));
}

void ViewTabs::changeEvent(QEvent *event)
{
    QTabBar::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace earshot
