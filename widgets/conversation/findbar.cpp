// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/conversation/findbar.h"

#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

namespace earshot {

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_count(new QLabel(m_field))
    , m_previous(addButton())
    , m_next(addButton())
    , m_close(addButton())
{
    m_previous->setIcon(themedIcon(Icon::ChevronUp));
    m_next->setIcon(themedIcon(Icon::ChevronDown));
    m_close->setIcon(themedIcon(Icon::Close));
    m_field->addAction(themedIcon(Icon::Search), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setAttribute(Qt::WA_TransparentForMouseEvents);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::c_paneMargin, 6, metrics::c_between, 6);
    row->setSpacing(metrics::c_inner);
    row->addWidget(m_field, 1);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_close);

    connect(m_field, &QLineEdit::textChanged, this, &FindBar::textChanged);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previousRequested);
    connect(m_next, &QToolButton::clicked, this, &FindBar::nextRequested);
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
    retranslate();
    hide();
}

QToolButton *FindBar::addButton()
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setProperty("smallControl", true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void FindBar::open()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindBar::close()
{
    hide();
    Q_EMIT closed();
}

QString FindBar::text() const
{
    return m_field->text();
}

void FindBar::setHits(qsizetype current, qsizetype count)
{
    m_current = current;
    m_hits = count;
    updateCount();
}

QString FindBar::countText() const
{
    return m_count->text();
}

void FindBar::updateCount()
{
    const QLocale numbers = locale();
    if (m_field->text().isEmpty())
        m_count->clear();
    else if (m_hits == 0)
        m_count->setText(tr("Nothing found"));
    else
        //: %1 of %2 places where a word was found.
        m_count->setText(
            tr("%1 of %2").arg(numbers.toString(qlonglong(m_current + 1)), numbers.toString(qlonglong(m_hits))));
    m_previous->setEnabled(m_hits > 0);
    m_next->setEnabled(m_hits > 0);
    m_field->setAccessibleDescription(m_count->text());
    placeCount();
}

/** The count stands in the field's trailing end, over a margin that keeps the text away. */
void FindBar::placeCount()
{
    const QSize size = m_count->sizeHint();
    const int room = m_count->text().isEmpty() ? 0 : size.width() + metrics::c_between;
    const bool isMirrored = isRightToLeft();
    m_field->setTextMargins(isMirrored ? room : 0, 0, isMirrored ? 0 : room, 0);
    const int x = isMirrored ? metrics::c_between : m_field->width() - size.width() - metrics::c_between;
    m_count->setGeometry(x, (m_field->height() - size.height()) / 2, size.width(), size.height());
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        placeCount();
    return QWidget::eventFilter(watched, event);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isBack = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Escape:
        return close();
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F3:
        if (isBack)
            Q_EMIT previousRequested();
        else
            Q_EMIT nextRequested();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void FindBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FindBar::retranslate()
{
    m_field->setPlaceholderText(tr("Find in this conversation"));
    m_field->setAccessibleName(tr("Find in this conversation"));
    const auto name = [](QToolButton *button, const QString &text, const QString &keys) {
        button->setAccessibleName(text);
        button->setAccessibleDescription(keys);
        button->setToolTip(QStringLiteral("%1 (%2)").arg(text, keys));
    };
    const auto keys = [](QKeyCombination key) { return QKeySequence(key).toString(QKeySequence::NativeText); };
    name(m_previous, tr("Previous hit"), keys(Qt::SHIFT | Qt::Key_F3));
    name(m_next, tr("Next hit"), keys(Qt::Key_F3));
    name(m_close, tr("Close"), keys(Qt::Key_Escape));
    updateCount();
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = colorsOf(palette());
    painter.fillRect(rect(), colors[ColorRole::Surface]);
    painter.fillRect(0, height() - 1, width(), 1, colors[ColorRole::Line]);
}

} // namespace earshot
