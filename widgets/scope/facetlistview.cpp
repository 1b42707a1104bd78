// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scope/facetlistview.h"

#include "widgets/scope/facetlistmodel.h"

#include <QMouseEvent>

namespace earshot {

FacetListView::FacetListView(FacetListModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    setModel(&model);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setResizeMode(QListView::Adjust);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setAutoFillBackground(false);
}

void FacetListView::press(const QModelIndex &index, Qt::KeyboardModifiers modifiers)
{
    if (!index.isValid())
        return;
    const FacetRow row = m_model.row(index.row());
    switch (row.kind) {
    case FacetRow::Kind::Heading:
        m_model.toggleFolded(row.field);
        break;
    case FacetRow::Kind::More:
        m_model.toggleAll(row.field);
        break;
    case FacetRow::Kind::Value:
        Q_EMIT valueChosen(row.field, row.value,
                           modifiers.testFlag(Qt::AltModifier)       ? Choice::Exclude
                           : modifiers.testFlag(Qt::ControlModifier) ? Choice::Add
                                                                     : Choice::Include);
        break;
    }
}

/** The group of the current row; its heading then has the focus. */
bool FacetListView::fold(bool folded)
{
    if (!currentIndex().isValid())
        return false;
    const QString field = m_model.row(currentIndex().row()).field;
    const int heading = m_model.rowOf(field, std::nullopt);
    if (heading < 0 || m_model.row(heading).isFolded == folded)
        return false;
    m_model.toggleFolded(field);
    setCurrentIndex(m_model.index(heading));
    return true;
}

void FacetListView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        press(currentIndex(), event->modifiers());
        break;
    case Qt::Key_Left:
        (void)fold(layoutDirection() == Qt::LeftToRight);
        break;
    case Qt::Key_Right:
        (void)fold(layoutDirection() == Qt::RightToLeft);
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
        QListView::keyPressEvent(event);
        break;
    default:
        event->ignore(); // letters are commands, Esc is the window's
    }
}

void FacetListView::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    if (!currentIndex().isValid() && m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(0));
}

void FacetListView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? indexAt(event->position().toPoint()) : QModelIndex();
    if (m_pressed.isValid())
        setCurrentIndex(m_pressed);
}

void FacetListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event); // two clicks
}

void FacetListView::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex released = indexAt(event->position().toPoint());
    const bool isClick = event->button() == Qt::LeftButton && released.isValid() && m_pressed == released;
    m_pressed = QModelIndex();
    if (isClick)
        press(released, event->modifiers());
}

void FacetListView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        scheduleDelayedItemsLayout();
}

} // namespace earshot
