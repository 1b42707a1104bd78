// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/stepbox.h"

#include "widgets/controls/labels.h"
#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QGridLayout>

namespace earshot {
namespace {

constexpr int c_mark = 22;

} // namespace

class StepMark final : public QWidget
{
public:
    explicit StepMark(int number)
        : m_number(number)
    {
        setFixedSize(c_mark, c_mark);
    }

    void setDone(bool done)
    {
        m_isDone = done;
        update();
    }

    bool isDone() const { return m_isDone; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Colors &colors = colorsOf(palette());
        const QColor color = colors[m_isDone ? ColorRole::GoodText : ColorRole::Accent];
        painter.setPen(QPen(color, 1.2));
        if (m_isDone)
            painter.setBrush(colors[ColorRole::GoodFill]);
        painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
        if (m_isDone) {
            paintIcon(painter, Icon::Tick, QRectF(rect()).adjusted(4, 4, -4, -4), color);
            return;
        }
        painter.setFont(metrics::caption(metrics::strong(font())));
        painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
    }

private:
    int m_number;
    bool m_isDone = false;
};

StepBox::StepBox(int number, QWidget *parent)
    : QWidget(parent)
    , m_mark(new StepMark(number))
    , m_title(new SectionLabel)
    , m_head(new QHBoxLayout)
    , m_content(new QVBoxLayout)
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(metrics::c_paneMargin);
    layout->setVerticalSpacing(metrics::c_between);
    layout->setColumnStretch(1, 1);
    m_head->setSpacing(metrics::c_between);
    m_head->addWidget(m_title);
    m_head->addStretch(1);
    m_content->setSpacing(metrics::c_between);
    layout->addWidget(m_mark, 0, 0, Qt::AlignVCenter);
    layout->addLayout(m_head, 0, 1);
    layout->addLayout(m_content, 1, 1);
    layout->setRowMinimumHeight(0, metrics::c_controlHeight);
}

void StepBox::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void StepBox::setDone(bool done)
{
    m_mark->setDone(done);
}

bool StepBox::isDone() const
{
    return m_mark->isDone();
}

void StepBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace earshot
