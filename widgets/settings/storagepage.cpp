// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/storagepage.h"

#include "models/items/storeactions.h"
#include "models/items/whendone.h"
#include "widgets/controls/copyfield.h"
#include "widgets/style/words.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QUrl>

namespace earshot {
namespace {

/** The database with what is still in its log. */
qint64 sizeOnDisk(const QString &path)
{
    return QFileInfo(path).size() + QFileInfo(QString(path + QLatin1StringView("-wal"))).size();
}

QWidget *wide(QWidget *widget)
{
    widget->setSizePolicy(QSizePolicy::Expanding, widget->sizePolicy().verticalPolicy());
    return widget;
}

} // namespace

StoragePage::StoragePage(StoreActions &actions, const StoreLocation &location, QWidget *parent)
    : SettingsPage(Icon::Folder, parent)
    , m_actions(actions)
    , m_location(location)
    , m_path(new CopyField(QDir::toNativeSeparators(location.path)))
    , m_size(new QLabel)
    , m_openFolder(new QPushButton)
    , m_openStore(new QPushButton)
    , m_backup(new QPushButton)
    , m_backupResult(new QLabel)
    , m_pathRow(addRow(wide(m_path)))
    , m_sizeRow(addRow(m_size))
    , m_buttonsRow(addRow(buttons(), m_openFolder))
    , m_backupRow(addRow(backupField(), m_backup))
{
    m_size->setTextFormat(Qt::PlainText);
    m_size->setMinimumHeight(metrics::c_controlHeight);
    connect(m_openFolder, &QPushButton::clicked, this, &StoragePage::openFolder);
    connect(m_openStore, &QPushButton::clicked, this, &StoragePage::openStoreRequested);
    StoragePage::retranslate();
}

QWidget *StoragePage::buttons()
{
    auto *field = new QWidget;
    auto *layout = new QHBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::c_between);
    layout->addWidget(m_openFolder);
    layout->addWidget(m_openStore);
    return field;
}

QWidget *StoragePage::backupField()
{
    m_backup->setObjectName(QStringLiteral("backUp"));
    m_backup->setAutoDefault(false);
    m_backupResult->setTextFormat(Qt::PlainText);
    m_backupResult->setWordWrap(true);
    m_backupResult->hide();
    connect(m_backup, &QPushButton::clicked, this, &StoragePage::chooseBackup);
    auto *field = new QWidget;
    field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *layout = new QVBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::c_inner);
    layout->addWidget(m_backup, 0, Qt::AlignLeading);
    layout->addWidget(m_backupResult);
    return field;
}

void StoragePage::chooseBackup()
{
    auto *dialog = new QFileDialog(this, tr("Back up the store"), QFileInfo(m_location.path).absolutePath(),
                                   tr("Stores (*.sqlite);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("sqlite"));
    connect(dialog, &QFileDialog::fileSelected, this, &StoragePage::backUp);
    dialog->open();
}

void StoragePage::backUp(const QString &path)
{
    m_backup->setEnabled(false);
    m_backupResult->setText(tr("Copying…"));
    m_backupResult->show();
    whenDone(m_actions.backUp(path), this, [this, path](const Result<qint64> &done) {
        m_backup->setEnabled(true);
        m_backupResult->setText(done ? tr("%n delivery(ies) are in %1, checked.", nullptr, int(*done)).arg(path)
                                     : errorText(done.error()));
    });
}

QString StoragePage::title() const
{
    //: Page of the settings: the store's file
    return tr("Storage");
}

void StoragePage::setSettings(const WindowSettings &) { }

void StoragePage::store(WindowSettings &) const { }

void StoragePage::showEvent(QShowEvent *event)
{
    SettingsPage::showEvent(event);
    measure();
}

void StoragePage::openFolder()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_location.path).absolutePath()));
}

void StoragePage::measure()
{
    // Even a look at a file waits where its disk is far away.
    const QFuture<qint64> size = QtFuture::makeReadyFuture().then(
        QtFuture::Launch::Async, [path = m_location.path] { return sizeOnDisk(path); });
    whenDone(size, this, [this](qint64 bytes) {
        m_sizeBytes = bytes;
        updateSize();
    });
}

void StoragePage::updateSize()
{
    m_size->setText(m_sizeBytes < 0 ? QStringLiteral("…") : sizeText(m_sizeBytes, locale()));
}

void StoragePage::retranslate()
{
    SettingsPage::retranslate();
    m_path->setName(tr("Path of the store"));
    m_openFolder->setText(tr("Open folder"));
    m_openStore->setText(tr("Open another store…"));
    setRow(m_pathRow, tr("Store"), tr("One file with every delivery, and what was made of it."),
           tr("path file database"));
    setRow(m_sizeRow, tr("Size"), {}, tr("disk space"));
    setRow(m_buttonsRow, {}, {}, tr("open folder store"));
    m_backup->setText(tr("Back up…"));
    setRow(m_backupRow, tr("Copy"),
           tr("The store as it is now, while it is received into. Tokens and secrets are not in it."),
           tr("backup copy"));
    m_openFolder->setAccessibleName({});
    updateSize();
}

} // namespace earshot
