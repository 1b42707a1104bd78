// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/delivery.h"

#include <QWidget>

class QPushButton;
class QTableWidget;

namespace earshot {

/** Header fields that can be changed, added and removed: a row each, its name and its value. */
class HeaderFieldTable final : public QWidget
{
    Q_OBJECT

public:
    explicit HeaderFieldTable(QWidget *parent = nullptr);

    void setFields(const QList<HeaderField> &fields);

    /** Rows whose name is not empty. */
    QList<HeaderField> fields() const;

    QTableWidget *table() const { return m_table; }

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void append(const HeaderField &field);
    void addRow();
    void removeRow();
    void retranslate();

    QTableWidget *m_table;
    QPushButton *m_add;
    QPushButton *m_remove;
};

} // namespace earshot
