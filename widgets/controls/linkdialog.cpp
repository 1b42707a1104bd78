// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/linkdialog.h"

#include "widgets/controls/formdialog.h"
#include "widgets/controls/labels.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrl>

namespace earshot {
namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(earshot::LinkDialog)

public:
    static QString title() { return tr("Open address"); }

    static QString open() { return tr("Open"); }

    static QString address() { return tr("Address"); }
};

QPlainTextEdit *addressField(const QString &address, QWidget *parent)
{
    auto *field = new QPlainTextEdit(parent);
    field->setReadOnly(true);
    field->setWordWrapMode(QTextOption::WrapAnywhere);
    field->setTabChangesFocus(true);
    field->setPlainText(address);
    field->setAccessibleName(Words::address());
    field->setFixedHeight(QFontMetrics(field->font()).lineSpacing() * 5);
    return field;
}

} // namespace

bool isWebLink(const QUrl &address)
{
    const QString scheme = address.scheme().toLower();
    const bool isWeb = scheme == QLatin1StringView("http") || scheme == QLatin1StringView("https");
    return isWeb && address.isValid() && !address.host().isEmpty();
}

void askToOpenLink(const QUrl &address, const QString &whence, QWidget *parent)
{
    if (!isWebLink(address))
        return;
    auto *dialog = new FormDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Words::title());
    dialog->content()->addWidget(new MutedLabel(whence, dialog));
    dialog->content()->addWidget(addressField(address.toString(QUrl::FullyEncoded), dialog));
    dialog->primaryButton()->setText(Words::open());
    QObject::connect(dialog, &QDialog::accepted, dialog, [address] { QDesktopServices::openUrl(address); });
    dialog->open();
}

} // namespace earshot
