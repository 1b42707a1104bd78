// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/sourcechange.h"
#include "models/items/sourcelist.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace earshot {

class DisplaySettings;
class FieldError;
class MutedLabel;

/** One page of a source's settings: rows of a label, a field, a hint and the reason why the field is not right. */
class SourcePage : public QWidget
{
    Q_OBJECT

public:
    explicit SourcePage(QWidget *parent = nullptr);

    virtual QString title() const = 0;

    /** Shows the source as it is set. */
    virtual void setEntry(const SourceEntry &entry) = 0;

    /** The source was changed meanwhile: shows what is no field. */
    virtual void updateEntry(const SourceEntry &entry) { Q_UNUSED(entry) }

    /** False where a field is not right, which then says why and has the focus. */
    virtual bool check() { return true; }

    /** Puts into @p change what is set otherwise than before. Only after check(). */
    virtual void store(SourceChange &change) const { Q_UNUSED(change) }

protected:
    /** Adds a row; its texts are given by setRow(). Without @p buddy the field gets the label's focus. Returns the
     * row's number. */
    int addRow(QWidget *field, QWidget *buddy = nullptr);

    /** Adds something that takes the whole width. */
    void addWide(QWidget *widget);

    /** The texts of a row in the present language; @p label may be empty. */
    void setRow(int row, const QString &label, const QString &hint = {});
    void setHint(int row, const QString &hint);
    void setRowVisible(int row, bool visible);

    /** Says why a row's field is not right and gives it the focus; null takes that back. True if it is right. */
    bool setProblem(int row, const QString &problem);

    /** Sets all texts. */
    virtual void retranslate() = 0;

    void changeEvent(QEvent *event) override;

private:
    struct Row {
        QLabel *label = nullptr;
        QWidget *cell = nullptr;
        QWidget *buddy = nullptr;
        MutedLabel *hint = nullptr;
        FieldError *error = nullptr;
    };

    QGridLayout *m_grid;
    QList<Row> m_rows;
};

} // namespace earshot
