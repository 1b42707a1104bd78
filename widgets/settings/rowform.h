// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;

namespace earshot {

class FieldError;
class MutedLabel;

/** Rows of a label and a field, one above the other, as a field of a settings page: each with a hint and the reason why
 * the field is not right below it. */
class RowForm : public QWidget
{
    Q_OBJECT

public:
    explicit RowForm(QWidget *parent = nullptr);

protected:
    /** Returns the row's number; without @p buddy the field is named by the label. */
    int addRow(QWidget *field, QWidget *buddy = nullptr);
    void setRow(int row, const QString &label, const QString &hint = {});
    void setHint(int row, const QString &hint);
    void setRowVisible(int row, bool visible);

    /** Says why a row's field is not right; null takes that back. True if it is right. */
    bool setProblem(int row, const QString &problem);
    QString problem(int row) const;

    /** Adds something that takes the whole width. */
    void addWide(QWidget *widget);

    /** Sets all texts. */
    virtual void retranslate() = 0;

    void changeEvent(QEvent *event) override;

private:
    struct Row {
        QLabel *label;
        QWidget *cell;
        QWidget *buddy;
        MutedLabel *hint;
        FieldError *error;
    };

    QGridLayout *m_grid;
    QList<Row> m_rows;
};

} // namespace earshot
