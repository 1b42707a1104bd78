// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QPushButton;

namespace earshot {

class MutedLabel;
class PairTable;

/** The tables by which a mapping turns our words into those of a destination, one shown at a time: those of its kind,
 * and what a person has set otherwise. */
class WordTables final : public QWidget
{
    Q_OBJECT

public:
    explicit WordTables(QWidget *parent = nullptr);

    /** @p preset: the tables of the kind, each an object of words; @p changes: what counts instead, a null for a word
     * that is left out. */
    void setWords(const QJsonObject &preset, const QJsonObject &changes);

    /** What differs from the preset; empty if nothing does. */
    QJsonObject changes() const { return m_changes; }

    /** Whether there is any table. */
    bool isEmpty() const;

    PairTable *pairs() const { return m_pairs; }

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    static QString heading(const QString &table);
    QString shownTable() const;
    void showTable();
    void takeEdit();
    void reset();
    void retranslate();

    QComboBox *m_which;
    QPushButton *m_reset;
    PairTable *m_pairs;
    MutedLabel *m_hint;
    QJsonObject m_preset;
    QJsonObject m_changes;
};

} // namespace earshot
