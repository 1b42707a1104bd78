// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/settings/windowsettings.h"
#include "widgets/style/icons.h"

#include <QList>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace earshot {

class MutedLabel;
class TitleLabel;

/** One page of the settings: a title and rows of a label, a control and a hint. Which rows are seen can be narrowed by
 * words. */
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPage(Icon icon, QWidget *parent = nullptr);

    virtual QString title() const = 0;

    Icon icon() const { return m_icon; }

    /** Shows @p settings; no signal. */
    virtual void setSettings(const WindowSettings &settings) = 0;

    /** Puts into @p settings what this page sets at once. */
    virtual void store(WindowSettings &settings) const = 0;

    /** Shows the rows that have every word of @p words, or all rows where the title has them. False if none has. */
    bool filter(const QStringList &words);

Q_SIGNALS:
    /** A person has set something that counts at once. */
    void edited();

protected:
    /** Adds a row; its texts are given by setRow(). Without @p buddy the field gets the label's focus. A field
     * that expands takes the whole width. Returns the row's number. */
    int addRow(QWidget *field, QWidget *buddy = nullptr);

    /** Adds a row that takes the whole width and the rest of the height. */
    int addWideRow(QWidget *field, QWidget *buddy = nullptr);

    /** The texts of a row in the present language; @p label may be empty. @p keywords are searched, but not shown. */
    void setRow(int row, const QString &label, const QString &hint = {}, const QString &keywords = {});

    /** Sets all texts; the page's own first. */
    virtual void retranslate();

    void changeEvent(QEvent *event) override;

private:
    struct Row {
        QLabel *label = nullptr;
        QWidget *field = nullptr;
        QWidget *buddy = nullptr;
        MutedLabel *hint = nullptr;
        QString keywords;
        bool isVisible = true;
    };

    int append(const Row &row);
    static bool hasWords(const Row &row, const QStringList &words);
    static void setShown(Row &row, bool shown);

    Icon m_icon;
    TitleLabel *m_title;
    QGridLayout *m_grid;
    QList<Row> m_rows;
};

/** Whether each of @p words stands in @p text, in any case. */
bool hasAllWords(const QString &text, const QStringList &words);

} // namespace earshot
