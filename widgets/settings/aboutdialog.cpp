// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/aboutdialog.h"

#include "widgets/controls/labels.h"
#include "widgets/style/metrics.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>

namespace earshot {
namespace {

constexpr int c_appIcon = 48;
constexpr int c_textWidth = 380;

struct Library {
    QString name;
    QString version; ///< empty if it names none
};

/** Qt says its version itself; of the others it is the one built with. */
QList<Library> usedLibraries()
{
    return {
        {QStringLiteral("Qt"), QString::fromLatin1(qVersion())},
        {QStringLiteral("SQLite"), QStringLiteral(EARSHOT_SQLITE_VERSION)},
        {QStringLiteral("libmicrohttpd"), QStringLiteral(EARSHOT_MICROHTTPD_VERSION)},
        {QStringLiteral("GnuTLS"), QStringLiteral(EARSHOT_GNUTLS_VERSION)},
        {QStringLiteral("GMime"), QStringLiteral(EARSHOT_GMIME_VERSION)},
        {QStringLiteral("QScintilla"), QStringLiteral(EARSHOT_QSCINTILLA_VERSION)},
        {QStringLiteral("QCustomPlot"), QStringLiteral(EARSHOT_QCUSTOMPLOT_VERSION)},
    };
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : FormDialog(parent)
    , m_name(new TitleLabel)
    , m_purpose(new MutedLabel)
    , m_licence(new MutedLabel)
    , m_builtWith(new SectionLabel)
    , m_copy(addFooterButton(QString()))
{
    setPrimaryVisible(false);
    m_licence->setMinimumWidth(c_textWidth);
    content()->setSpacing(metrics::c_betweenGroups);
    content()->addWidget(head());
    content()->addWidget(m_licence);
    content()->addWidget(libraries());
    content()->addStretch(1);
    connect(m_copy, &QPushButton::clicked, this, &AboutDialog::copyVersions);
    retranslate();
    cancelButton()->setFocus();
}

QString AboutDialog::versions()
{
    QStringList lines = {QStringLiteral("Earshot " EARSHOT_VERSION)};
    for (const Library &library : usedLibraries())
        lines.append(QString(library.name + QLatin1Char(' ') + library.version).trimmed());
    return lines.join(QLatin1Char('\n'));
}

QWidget *AboutDialog::head()
{
    auto *icon = new IconLabel(Icon::App, ColorRole::Accent);
    icon->setIconSize(c_appIcon);
    auto *both = new QWidget;
    auto *layout = new QGridLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(metrics::c_betweenGroups);
    layout->setVerticalSpacing(metrics::c_inner);
    layout->addWidget(icon, 0, 0, 2, 1);
    layout->addWidget(m_name, 0, 1, Qt::AlignBottom);
    layout->addWidget(m_purpose, 1, 1, Qt::AlignTop);
    layout->setColumnStretch(1, 1);
    return both;
}

QWidget *AboutDialog::libraries()
{
    auto *table = new QWidget;
    auto *layout = new QGridLayout(table);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(metrics::c_betweenGroups);
    layout->setVerticalSpacing(metrics::c_inner);
    layout->setColumnStretch(1, 1);
    layout->addWidget(m_builtWith, 0, 0, 1, 2);
    int row = 1;
    for (const Library &library : usedLibraries()) {
        auto *version = new MutedLabel(library.version);
        version->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(new QLabel(library.name), row, 0);
        layout->addWidget(version, row, 1);
        ++row;
    }
    return table;
}

void AboutDialog::copyVersions()
{
    QGuiApplication::clipboard()->setText(versions());
}

void AboutDialog::retranslate()
{
    setWindowTitle(tr("About Earshot"));
    cancelButton()->setText(tr("Close"));
    //: Puts the list of versions on the clipboard
    m_copy->setText(tr("Copy versions"));
    //: %1 is a version, as in 1.2.0
    m_name->setText(tr("Earshot %1").arg(QStringLiteral(EARSHOT_VERSION)));
    m_purpose->setText(tr("See every call and chat as it happens."));
    m_licence->setText(
        tr("Free software: you may use, change and share it under the GNU General Public License, version "
           "3 or later (GPL-3.0-or-later). It comes without any warranty."));
    m_builtWith->setText(tr("Built with"));
}

void AboutDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    FormDialog::changeEvent(event);
}

} // namespace earshot
