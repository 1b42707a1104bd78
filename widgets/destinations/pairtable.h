// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QWidget>

#include <utility>

class QPushButton;
class QTableWidget;

namespace earshot {

/** Rows of two texts that can be changed, added and removed: a name, and what it stands for. Insert and Delete do what
 * the buttons do. */
class PairTable final : public QWidget
{
    Q_OBJECT

public:
    using Pair = std::pair<QString, QString>;

    explicit PairTable(QWidget *parent = nullptr);
    ~PairTable() override;

    void setPairs(const QList<Pair> &pairs);

    /** In their order, without those whose name is empty; texts without blanks around them. */
    QList<Pair> pairs() const;

    /** The texts in the language of the moment: what the table holds, and its two columns. */
    void setTexts(const QString &name, const QString &first, const QString &second);

    QTableWidget *table() const { return m_table; }

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void append(const Pair &pair);
    void addRow();
    void removeRow();
    void retranslate();

    QTableWidget *m_table;
    QPushButton *m_add;
    QPushButton *m_remove;
    QString m_name;
};

} // namespace earshot
