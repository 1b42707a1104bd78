// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/tile.h"

#include "widgets/charts/chartpaint.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/sparkline.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScopedValueRollback>
#include <QToolButton>

namespace earshot {
namespace {

constexpr int c_arrow = 12;
constexpr int c_info = 14;
constexpr int c_tileMargin = 8;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

void setColor(QLabel &label, const QColor &color)
{
    QPalette palette = label.palette();
    palette.setColor(QPalette::WindowText, color);
    label.setPalette(palette);
}

} // namespace

Tile::Tile(Good good, QWidget *parent)
    : Card(parent)
    , m_good(good)
    , m_label(plainLabel(this))
    , m_figure(plainLabel(this))
    , m_note(plainLabel(this))
    , m_arrow(new IconLabel(Icon::ArrowUp, ColorRole::Text, this))
    , m_amount(plainLabel(this))
    , m_before(new ElidedLabel(this))
    , m_course(new Sparkline(this))
    , m_explain(new QToolButton(this))
{
    setFocusPolicy(Qt::StrongFocus);
    m_explain->setIcon(themedIcon(Icon::Info));
    m_explain->setAutoRaise(true);
    m_explain->setIconSize({c_info, c_info});
    m_explain->setFixedSize(metrics::c_smallControlHeight, metrics::c_smallControlHeight);
    m_explain->setFocusPolicy(Qt::NoFocus); // the tile has it, and F2
    connect(m_explain, &QToolButton::clicked, this, &Tile::explain);
    static_cast<IconLabel *>(m_arrow)->setIconSize(c_arrow);

    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::c_inner);
    top->addWidget(m_label, 1);
    top->addWidget(m_explain);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(metrics::c_between);
    middle->addWidget(m_figure);
    middle->addStretch(1);
    middle->addWidget(m_course, 0, Qt::AlignVCenter);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(metrics::c_inner);
    bottom->addWidget(m_note);
    bottom->addWidget(m_arrow);
    bottom->addWidget(m_amount);
    bottom->addWidget(m_before, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::c_paneMargin, metrics::c_inner, metrics::c_between, c_tileMargin);
    column->setSpacing(0);
    column->addLayout(top);
    column->addLayout(middle);
    column->addLayout(bottom);
    updateLook();
    setChange({});
    setNote({});
}

void Tile::setLabel(const QString &label)
{
    m_label->setText(label);
    updateAccessible();
}

void Tile::setFigure(const QString &figure)
{
    m_figure->setText(figure);
    updateAccessible();
}

void Tile::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    updateAccessible();
}

void Tile::setChange(const Change &change)
{
    m_change = change;
    m_amount->setText(change.amount);
    m_before->setText(change.before);
    m_arrow->setVisible(change.direction != 0 && !change.amount.isEmpty());
    m_amount->setVisible(!change.amount.isEmpty());
    updateLook();
    updateAccessible();
}

void Tile::setCourse(const QList<double> &values)
{
    m_course->setVisible(values.size() > 1);
    m_course->setValues(values);
}

void Tile::setExplanation(const Explanation &explanation)
{
    m_explanation = explanation;
}

QString Tile::label() const
{
    return m_label->text();
}

QString Tile::figure() const
{
    return m_figure->text();
}

QString Tile::note() const
{
    return m_note->text();
}

QString Tile::changeText() const
{
    if (m_change.amount.isEmpty())
        return m_change.before;
    //: a figure has grown: %1 by how much, %2 as in "from 45,591"
    const QString up = tr("up %1 %2").arg(m_change.amount, m_change.before);
    //: a figure has shrunk
    const QString down = tr("down %1 %2").arg(m_change.amount, m_change.before);
    return m_change.direction > 0 ? up : m_change.direction < 0 ? down : m_change.amount;
}

void Tile::explain()
{
    (new ExplanationPopup(m_explanation, this))->showAt(*m_explain);
}

void Tile::updateLook()
{
    if (m_isUpdating)
        return;
    const QScopedValueRollback guard(m_isUpdating, true);
    const Colors &colors = colorsOf(palette());
    m_label->setFont(metrics::body(font()));
    m_figure->setFont(metrics::figure(font()));
    m_note->setFont(metrics::caption(metrics::strong(font())));
    m_amount->setFont(metrics::caption(metrics::strong(font())));
    m_before->setFont(metrics::caption(font()));
    const bool isGood =
        (m_good == Good::More && m_change.direction > 0) || (m_good == Good::Less && m_change.direction < 0);
    const bool isJudged = m_good != Good::Neither && m_change.direction != 0;
    const ColorRole role = !isJudged ? ColorRole::Text : isGood ? ColorRole::GoodText : ColorRole::ErrorText;
    setColor(*m_label, colors[ColorRole::TextSecond]);
    setColor(*m_figure, colors[ColorRole::Text]);
    setColor(*m_note, colors[ColorRole::Text]);
    setColor(*m_amount, colors[role]);
    static_cast<ElidedLabel *>(m_before)->setColorRole(ColorRole::Muted);
    static_cast<IconLabel *>(m_arrow)->setIcon(m_change.direction < 0 ? Icon::ArrowDown : Icon::ArrowUp, role);
    QPalette muted = m_explain->palette();
    muted.setColor(QPalette::ButtonText, colors[ColorRole::Muted]);
    m_explain->setPalette(muted);
    m_explain->setToolTip(tr("Explain this number (F2)"));
    m_explain->setAccessibleName(tr("Explain this number"));
}

void Tile::updateAccessible()
{
    setAccessibleName(QStringList({label(), figure(), note(), changeText()}).join(QLatin1StringView(", ")));
}

void Tile::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    const auto type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::FontChange || type == QEvent::LanguageChange)
        updateLook();
}

void Tile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F2 || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        explain();
    else
        Card::keyPressEvent(event);
}

void Tile::focusInEvent(QFocusEvent *event)
{
    Card::focusInEvent(event);
    update();
}

void Tile::focusOutEvent(QFocusEvent *event)
{
    Card::focusOutEvent(event);
    update();
}

void Tile::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colorsOf(palette())[ColorRole::Accent], metrics::c_focusRing));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::c_cardRadius, metrics::c_cardRadius);
}

QSize Tile::minimumSizeHint() const
{
    return {150, Card::minimumSizeHint().height()};
}

} // namespace earshot
