// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/storagepage.h"

#include "models/items/whendone.h"
#include "widgets/controls/copyfield.h"

#include <QDesktopServices>
#include <QDir>
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

StoragePage::StoragePage(const StoreLocation &location, QWidget *parent)
    : SettingsPage(Icon::Folder, parent)
    , m_location(location)
    , m_path(new CopyField(QDir::toNativeSeparators(location.path)))
    , m_size(new QLabel)
    , m_openFolder(new QPushButton)
    , m_openStore(new QPushButton)
    , m_pathRow(addRow(wide(m_path)))
    , m_sizeRow(addRow(m_size))
    , m_buttonsRow(addRow(buttons(), m_openFolder))
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
    m_openFolder->setAccessibleName({});
    updateSize();
}

} // namespace earshot
