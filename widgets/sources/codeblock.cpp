// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/codeblock.h"

#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QTextBlock>

#include <cmath>

namespace earshot {

CodeBlock::CodeBlock(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QPlainTextEdit)
    , m_copy(new QPushButton)
{
    m_edit->setReadOnly(true);
    m_edit->setWordWrapMode(QTextOption::WrapAnywhere); // what is copied has the lines as they were set
    m_edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_edit->setTabChangesFocus(true);
    m_edit->setLayoutDirection(Qt::LeftToRight);
    m_edit->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_copy->setIcon(themedIcon(Icon::Copy));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::c_inner);
    layout->addWidget(m_edit);
    layout->addWidget(m_copy, 0, Qt::AlignTrailing);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    retranslate();
    fit();
}

void CodeBlock::setText(const QString &text)
{
    m_edit->setPlainText(text);
    fit();
}

QString CodeBlock::text() const
{
    return m_edit->toPlainText();
}

void CodeBlock::setName(const QString &name)
{
    m_edit->setAccessibleName(name);
}

void CodeBlock::fit()
{
    m_edit->setFont(metrics::mono(font()));
    const QFontMetrics letter(m_edit->font());
    const int frame = 2 * (m_edit->frameWidth() + int(std::ceil(m_edit->document()->documentMargin())));
    const int letters = std::max(1, (width() - frame) / std::max(1, letter.horizontalAdvance(u'0')));
    int lines = 0;
    for (QTextBlock block = m_edit->document()->begin(); block.isValid(); block = block.next())
        lines += std::max(1, (block.length() - 1 + letters - 1) / letters); // its length counts its end
    m_edit->setFixedHeight(lines * letter.lineSpacing() + frame);
}

void CodeBlock::retranslate()
{
    m_copy->setText(tr("Copy the command"));
}

void CodeBlock::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void CodeBlock::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace earshot
