// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scope/zonedialog.h"

#include "widgets/style/format.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace earshot {
namespace {

constexpr int c_idRole = Qt::UserRole;
constexpr int c_searchRole = Qt::UserRole + 1;

} // namespace

ZoneDialog::ZoneDialog(const QTimeZone &present, Timestamp now, QWidget *parent)
    : FormDialog(parent)
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_zones(new QStandardItemModel(this))
    , m_found(new QSortFilterProxyModel(this))
{
    m_found->setSourceModel(m_zones);
    m_found->setFilterRole(c_searchRole);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_found);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setMinimumSize(fontMetrics().averageCharWidth() * 48, fontMetrics().height() * 16);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    content()->addWidget(m_search);
    content()->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &ZoneDialog::search);
    connect(m_list, &QListView::doubleClicked, this, [this] { accept(); });
    connect(this, &QDialog::accepted, this, &ZoneDialog::choose);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { primaryButton()->setEnabled(current.isValid()); });
    fill(present, now);
    retranslate();
}

void ZoneDialog::retranslate()
{
    setWindowTitle(tr("Choose a zone"));
    m_search->setPlaceholderText(tr("City or region"));
    m_search->setAccessibleName(tr("Search zones"));
    m_list->setAccessibleName(tr("Zones"));
    primaryButton()->setText(tr("Use this zone"));
}

void ZoneDialog::fill(const QTimeZone &present, Timestamp now)
{
    const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds();
    int row = -1;
    for (const QByteArray &id : ids) {
        const auto zone = zoneNamed(QString::fromLatin1(id));
        if (!zone)
            continue;
        auto *item = new QStandardItem(zoneText(*zone, now));
        const QString name = QString::fromLatin1(id);
        item->setData(name, c_idRole);
        item->setData(QString(QString(name).replace(u'_', u' ') + u' ' + name), c_searchRole);
        if (*zone == present)
            row = m_zones->rowCount();
        m_zones->appendRow(item);
    }
    m_list->setCurrentIndex(m_found->index(std::max(row, 0), 0));
    m_list->scrollTo(m_list->currentIndex(), QAbstractItemView::PositionAtCenter);
}

void ZoneDialog::search(const QString &text)
{
    m_found->setFilterFixedString(text.trimmed());
    if (!m_list->currentIndex().isValid() || !text.isEmpty())
        m_list->setCurrentIndex(m_found->index(0, 0));
    primaryButton()->setEnabled(m_list->currentIndex().isValid());
}

void ZoneDialog::choose()
{
    const auto zone = zoneNamed(m_list->currentIndex().data(c_idRole).toString());
    if (zone)
        Q_EMIT chosen(*zone);
}

/** Arrows move in the list while one types. */
bool ZoneDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int by = key->key() == Qt::Key_Down ? 1 : (key->key() == Qt::Key_Up ? -1 : 0);
        if (by != 0) {
            const int row = std::clamp(m_list->currentIndex().row() + by, 0, std::max(0, m_found->rowCount() - 1));
            m_list->setCurrentIndex(m_found->index(row, 0));
            return true;
        }
    }
    return FormDialog::eventFilter(watched, event);
}

void ZoneDialog::changeEvent(QEvent *event)
{
    FormDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
