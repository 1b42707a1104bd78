// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/secretfield.h"

#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLineEdit>
#include <QToolButton>

namespace earshot {

SecretField::SecretField(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit)
    , m_show(new QToolButton)
    , m_paste(new QToolButton)
{
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setLayoutDirection(Qt::LeftToRight);
    m_show->setIcon(themedIcon(Icon::Eye));
    m_show->setCheckable(true);
    m_paste->setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusProxy(m_edit);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::c_inner);
    row->addWidget(m_edit, 1);
    row->addWidget(m_show);
    row->addWidget(m_paste);
    connect(m_edit, &QLineEdit::textChanged, this, &SecretField::edited);
    connect(m_show, &QToolButton::toggled, this,
            [this](bool shown) { m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    connect(m_paste, &QToolButton::clicked, this, &SecretField::paste);
    retranslate();
}

QByteArray SecretField::secret() const
{
    return m_edit->text().trimmed().toUtf8();
}

void SecretField::clear()
{
    m_edit->clear();
}

void SecretField::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void SecretField::paste()
{
    m_edit->setText(QGuiApplication::clipboard()->text().trimmed());
    m_edit->setFocus();
}

void SecretField::retranslate()
{
    //: Shows a secret that is being typed
    m_show->setToolTip(tr("Show what is typed"));
    m_show->setAccessibleName(m_show->toolTip());
    m_paste->setText(tr("Paste"));
}

void SecretField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
