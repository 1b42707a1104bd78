// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/publicaddressdialog.h"

#include "widgets/controls/labels.h"
#include "widgets/sources/publicaddress.h"
#include "widgets/style/metrics.h"

#include <QLineEdit>

namespace earshot {
namespace {

constexpr int c_width = 420;

} // namespace

PublicAddressDialog::PublicAddressDialog(const QString &source, const QString &platform, const QString &url,
                                         QWidget *parent)
    : FormDialog(parent)
    , m_source(source)
    , m_platform(platform)
    , m_text(new MutedLabel)
    , m_field(new QLineEdit(url))
    , m_error(new FieldError)
{
    m_field->setPlaceholderText(QStringLiteral("https://hooks.example.org"));
    m_field->setLayoutDirection(Qt::LeftToRight);
    m_field->setMinimumWidth(c_width);
    content()->setSpacing(metrics::c_between);
    content()->addWidget(m_text);
    content()->addWidget(m_field);
    content()->addWidget(m_error);
    content()->addStretch(1);
    connect(m_field, &QLineEdit::textEdited, this, [this] { m_error->setError(QString(), m_field); });
    retranslate();
    m_field->setFocus();
    m_field->selectAll();
}

QString PublicAddressDialog::url() const
{
    return tidyPublicAddress(m_field->text());
}

void PublicAddressDialog::accept()
{
    const QString problem = url().isEmpty() ? QString() : publicAddressProblem(url(), m_platform);
    m_error->setError(problem, m_field);
    if (problem.isEmpty())
        FormDialog::accept();
    else
        m_field->setFocus();
}

void PublicAddressDialog::retranslate()
{
    setWindowTitle(tr("Public address"));
    //: %1 is a source
    m_text->setText(
        tr("Under which name do senders reach \"%1\"? A proxy there passes requests on to Earshot. Leave it "
           "empty for the listener's own address.")
            .arg(m_source));
    m_field->setAccessibleName(tr("Public address"));
    primaryButton()->setText(tr("Use this address"));
}

void PublicAddressDialog::changeEvent(QEvent *event)
{
    FormDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
