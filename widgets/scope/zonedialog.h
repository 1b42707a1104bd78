// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "widgets/controls/formdialog.h"

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace earshot {

/** Finds one of all zones by a part of its name. */
class ZoneDialog final : public FormDialog
{
    Q_OBJECT

public:
    /** @p present is the chosen one; @p now decides which offsets are shown. */
    ZoneDialog(const QTimeZone &present, Timestamp now, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QTimeZone &zone);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fill(const QTimeZone &present, Timestamp now);
    void search(const QString &text);
    void choose();

    QLineEdit *m_search;
    QListView *m_list;
    QStandardItemModel *m_zones;
    QSortFilterProxyModel *m_found;
};

} // namespace earshot
