// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/copyfield.h"

#include "widgets/controls/plaintip.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace earshot {
namespace {

using namespace std::chrono_literals;

constexpr auto c_copiedShown = 2s;
constexpr int c_leastCharacters = 24;

/** Both ends of a line edit's text area, which Qt keeps to itself. */
constexpr int c_fieldMargins = 20;

} // namespace

CopyField::CopyField(QWidget *parent)
    : CopyField(QString(), parent)
{
}

CopyField::CopyField(const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_field(new QLineEdit(this))
    , m_button(new QPushButton(this))
{
    m_field->setReadOnly(true);
    m_field->setContextMenuPolicy(Qt::NoContextMenu);
    m_field->installEventFilter(this);
    m_button->setIcon(themedIcon(Icon::Copy));
    m_button->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::c_between);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_button);
    setFocusProxy(m_button);
    m_copiedTimer.setSingleShot(true);
    m_copiedTimer.setInterval(c_copiedShown);
    connect(m_button, &QPushButton::clicked, this, &CopyField::copy);
    connect(&m_copiedTimer, &QTimer::timeout, this, &CopyField::retranslate);
    updateFont();
    retranslate();
}

void CopyField::setText(const QString &text)
{
    m_text = text;
    m_button->setEnabled(!text.isEmpty());
    updateShownText();
}

void CopyField::setName(const QString &name)
{
    m_field->setAccessibleName(name);
    setAccessibleName(name);
}

void CopyField::copy()
{
    QGuiApplication::clipboard()->setText(m_text);
    m_copiedTimer.start();
    retranslate();
    Q_EMIT copied();
}

void CopyField::retranslate()
{
    const bool isCopied = m_copiedTimer.isActive();
    const QString copy = tr("Copy");
    //: On a button that has just put a text on the clipboard
    const QString copied = tr("Copied");
    // As wide as either word, so that nothing moves.
    m_button->setText(isCopied ? copy : copied);
    const int otherWidth = m_button->sizeHint().width();
    m_button->setText(isCopied ? copied : copy);
    m_button->setMinimumWidth(std::max(otherWidth, m_button->sizeHint().width()));
    m_button->setIcon(themedIcon(isCopied ? Icon::Tick : Icon::Copy));
    updateShownText();
}

void CopyField::updateFont()
{
    m_field->setFont(metrics::mono(font()));
    m_field->setMinimumWidth(c_leastCharacters * m_field->fontMetrics().averageCharWidth() + c_fieldMargins);
}

void CopyField::updateShownText()
{
    const int width = std::max(0, m_field->width() - c_fieldMargins);
    m_field->setText(m_field->fontMetrics().elidedText(m_text, Qt::ElideMiddle, width));
    m_field->setCursorPosition(0);
    m_field->setToolTip(m_field->text() == m_text ? QString() : plainTip(m_text));
    m_field->setAccessibleDescription(m_text);
}

bool CopyField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::Resize)
        updateShownText();
    if (watched == m_field && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copy(); // what the field would copy is cut
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CopyField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        updateFont();
    QWidget::changeEvent(event);
}

} // namespace earshot
