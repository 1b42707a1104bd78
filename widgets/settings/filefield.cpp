// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/filefield.h"

#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>

namespace earshot {

FileField::FileField(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit)
    , m_choose(new QPushButton)
{
    setFocusProxy(m_edit);
    m_edit->setLayoutDirection(Qt::LeftToRight);
    m_choose->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::c_inner);
    row->addWidget(m_edit, 1);
    row->addWidget(m_choose);
    connect(m_edit, &QLineEdit::textChanged, this, &FileField::edited);
    connect(m_choose, &QPushButton::clicked, this, &FileField::choose);
    retranslate();
}

QString FileField::path() const
{
    return m_edit->text().trimmed();
}

void FileField::setPath(const QString &path)
{
    m_edit->setText(path);
}

void FileField::choose()
{
    auto *dialog = new QFileDialog(this, QString(), QFileInfo(path()).absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &FileField::setPath);
    dialog->open();
}

void FileField::retranslate()
{
    m_choose->setText(tr("Choose…"));
}

void FileField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
