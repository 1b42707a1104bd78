// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/shortcutlist.h"

#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QRegularExpression>

namespace earshot {
namespace {

enum Column { NameColumn, KeysColumn, ColumnCount };

constexpr int c_keysRole = Qt::UserRole; ///< a QStringList: one text for each shortcut
constexpr int c_searchRole = Qt::UserRole + 1;
constexpr int c_keyPadding = 6;

QString withoutMnemonic(QString text)
{
    text.remove(QLatin1Char('&'));
    if (text.endsWith(u'…'))
        text.chop(1);
    return text;
}

/** The title of the menu that the action stands in. */
QString groupOf(const QAction *action)
{
    const QList<QObject *> places = action->associatedObjects();
    for (const QObject *place : places) {
        if (const auto *menu = qobject_cast<const QMenu *>(place); menu != nullptr && !menu->title().isEmpty())
            return withoutMnemonic(menu->title());
    }
    //: Heading over shortcuts that stand in no menu
    return QCoreApplication::translate("earshot::ShortcutList", "Everywhere");
}

QStringList keysOf(const QAction *action)
{
    QStringList keys;
    for (const QKeySequence &sequence : action->shortcuts()) {
        if (const QString text = sequence.toString(QKeySequence::NativeText); !text.isEmpty())
            keys.append(text);
    }
    return keys;
}

/** Paints each shortcut as a key cap, and groups in semibold. */
class ShortcutDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        QRectF rect = option.rect;
        const QStringList keys = index.data(c_keysRole).toStringList();
        for (const QString &key : keys)
            rect = paintKey(painter, rect, key, option);
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.setHeight(std::max(size.height() + metrics::c_inner, metrics::rowHeight(metrics::Density::Normal)));
        const QStringList keys = index.data(c_keysRole).toStringList();
        for (const QString &key : keys)
            size.rwidth() += int(keyWidth(key, option)) + metrics::c_inner;
        return size;
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (!index.parent().isValid())
            option->font = metrics::strong(option->font);
    }

private:
    static double keyWidth(const QString &key, const QStyleOptionViewItem &option)
    {
        return QFontMetricsF(metrics::caption(option.font)).horizontalAdvance(key) + 2 * c_keyPadding;
    }

    /** Returns what is left of @p rect behind the key. */
    static QRectF paintKey(QPainter *painter, const QRectF &rect, const QString &key,
                           const QStyleOptionViewItem &option)
    {
        const QFont font = metrics::caption(option.font);
        const double height = QFontMetricsF(font).height() + 4;
        QRectF cap(rect.left(), rect.center().y() - height / 2, keyWidth(key, option), height);
        QRectF rest = rect.adjusted(cap.width() + metrics::c_inner, 0, 0, 0);
        if (option.direction == Qt::RightToLeft) {
            cap.moveRight(rect.right());
            rest = rect.adjusted(0, 0, -(cap.width() + metrics::c_inner), 0);
        }
        const Colors &colors = colorsOf(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(colors[ColorRole::ButtonEdge], 1));
        painter->setBrush(colors[ColorRole::Raised]);
        painter->drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), metrics::c_controlRadius,
                                 metrics::c_controlRadius);
        painter->setPen(colors[ColorRole::TextSecond]);
        painter->setFont(font);
        painter->drawText(cap, Qt::AlignCenter | Qt::TextSingleLine, key);
        painter->restore();
        return rest;
    }
};

} // namespace

ShortcutList::ShortcutList(QWidget *parent)
    : QTreeView(parent)
{
    m_model.setColumnCount(ColumnCount);
    m_filtered.setSourceModel(&m_model);
    m_filtered.setRecursiveFilteringEnabled(true);
    m_filtered.setFilterRole(c_searchRole);
    m_filtered.setFilterKeyColumn(NameColumn);
    setModel(&m_filtered);
    setItemDelegate(new ShortcutDelegate(this));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(true);
    header()->setSectionResizeMode(NameColumn, QHeaderView::ResizeToContents);
    setIndentation(metrics::c_paneMargin);
}

QStandardItem *ShortcutList::groupItem(const QString &title)
{
    const QList<QStandardItem *> found = m_model.findItems(title);
    if (!found.isEmpty())
        return found.first();
    auto *group = new QStandardItem(title);
    group->setFlags(Qt::ItemIsEnabled);
    auto *empty = new QStandardItem;
    empty->setFlags(Qt::ItemIsEnabled);
    m_model.appendRow({group, empty});
    return group;
}

void ShortcutList::setActions(const QList<QAction *> &actions)
{
    m_model.removeRows(0, m_model.rowCount());
    for (const QAction *action : actions) {
        const QStringList keys = action == nullptr ? QStringList() : keysOf(action);
        if (keys.isEmpty())
            continue;
        QStandardItem *group = groupItem(groupOf(action));
        auto *name = new QStandardItem(withoutMnemonic(action->text()));
        name->setData(QStringList({name->text(), group->text(), keys.join(QLatin1Char(' '))}).join(QLatin1Char('\n')),
                      c_searchRole);
        auto *cell = new QStandardItem;
        cell->setData(keys, c_keysRole);
        cell->setData(keys.join(QLatin1StringView(", ")), Qt::AccessibleTextRole);
        group->appendRow({name, cell});
    }
    expandAll();
}

void ShortcutList::setFilter(const QString &text)
{
    QString pattern; // every word, in any order
    for (const QString &word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        pattern += QStringLiteral("(?=.*%1)").arg(QRegularExpression::escape(word));
    m_filtered.setFilterRegularExpression(QRegularExpression(
        pattern, QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption));
    expandAll();
}

int ShortcutList::shownCount() const
{
    int count = 0;
    for (int row = 0; row < m_filtered.rowCount(); ++row)
        count += m_filtered.rowCount(m_filtered.index(row, 0));
    return count;
}

} // namespace earshot
