// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scope/dayspopup.h"

#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"
#include "widgets/style/painting.h"

#include <QDateEdit>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScreen>

namespace earshot {
namespace {

QDateEdit *addDay(QWidget *parent)
{
    auto *edit = new QDateEdit(parent);
    edit->setCalendarPopup(true);
    edit->setDateRange(QDate(1970, 1, 1), QDate(2200, 12, 31)); // as filters know them
    return edit;
}

} // namespace

DaysPopup::DaysPopup(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_firstLabel(new QLabel(this))
    , m_lastLabel(new QLabel(this))
    , m_first(addDay(this))
    , m_last(addDay(this))
    , m_show(new QPushButton(this))
{
    m_firstLabel->setBuddy(m_first);
    m_lastLabel->setBuddy(m_last);
    m_show->setDefault(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(metrics::c_paneMargin, metrics::c_paneMargin, metrics::c_paneMargin,
                             metrics::c_paneMargin);
    grid->setHorizontalSpacing(metrics::c_paneMargin);
    grid->setVerticalSpacing(metrics::c_between);
    grid->addWidget(m_firstLabel, 0, 0);
    grid->addWidget(m_first, 0, 1);
    grid->addWidget(m_lastLabel, 1, 0);
    grid->addWidget(m_last, 1, 1);
    grid->addWidget(m_show, 2, 0, 1, 2, Qt::AlignTrailing);
    connect(m_show, &QPushButton::clicked, this, &DaysPopup::choose);
    retranslate();
}

void DaysPopup::retranslate()
{
    //: the first day of a time range
    m_firstLabel->setText(tr("&From"));
    //: the last day of a time range
    m_lastLabel->setText(tr("&To"));
    m_first->setAccessibleName(tr("First day"));
    m_last->setAccessibleName(tr("Last day"));
    m_show->setText(tr("Show these days"));
}

void DaysPopup::open(const QWidget &button, QDate first, QDate last, const QLocale &locale)
{
    for (QDateEdit *edit : {m_first, m_last}) {
        edit->setLocale(locale);
        edit->setDisplayFormat(locale.dateFormat(QLocale::ShortFormat).contains(QStringLiteral("yyyy"))
                                   ? locale.dateFormat(QLocale::ShortFormat)
                                   : QStringLiteral("yyyy-MM-dd"));
    }
    m_first->setDate(first);
    m_last->setDate(last);
    setFont(button.font());
    adjustSize();
    const bool isMirrored = button.layoutDirection() == Qt::RightToLeft;
    QPoint corner = button.mapToGlobal(QPoint(isMirrored ? button.width() - width() : 0, button.height() + 2));
    const QRect room = button.screen()->availableGeometry();
    corner.setX(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - width())));
    move(corner);
    show();
    m_first->setFocus(Qt::PopupFocusReason);
}

void DaysPopup::choose()
{
    hide();
    Q_EMIT chosen(std::min(m_first->date(), m_last->date()), std::max(m_first->date(), m_last->date()));
}

void DaysPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose();
    else if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

void DaysPopup::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DaysPopup::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors[ColorRole::Surface]);
    drawRounded(painter, rect(), 0, QColor(), colors[ColorRole::Line]);
}

} // namespace earshot
