// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QFormLayout;
class QHBoxLayout;
class QPushButton;
class QSettings;
class QVBoxLayout;

namespace earshot {

class MutedLabel;

/** The reason why a field is not right, under that field: an icon and words. Hidden while there is none. */
class FieldError final : public QWidget
{
    Q_OBJECT

public:
    explicit FieldError(QWidget *parent = nullptr);

    /** Plain text; null hides it. @p field, if given, is described by it to assistive tools. */
    void setError(const QString &text, QWidget *field = nullptr);

    QString error() const;

private:
    MutedLabel *m_label;
};

/** The frame of every dialog: its margins, a place for the content, a footer under a hairline whose last button is the
 * primary one, named by its verb. Esc cancels. */
class FormDialog : public QDialog
{
    Q_OBJECT

public:
    /** Where labels stand. */
    enum class Labels { Above, Leading };

    explicit FormDialog(QWidget *parent = nullptr);

    /** Remembers its size under @p key in @p settings, which must outlive it, and takes the remembered one now. */
    void rememberSize(QSettings &settings, const QString &key);

    /** Where the content goes; margins are the dialog's. */
    QVBoxLayout *content() const { return m_content; }

    /** A form in the content: rows are `form->addRow(label, field)`. */
    QFormLayout *addForm(Labels labels = Labels::Leading);

    /** Adds a field with a place for its reason below it, in a form of addForm(). */
    FieldError *addField(QFormLayout *form, const QString &label, QWidget *field);

    /** The primary button; pressed by Enter, accepts unless disconnected. Its text is a verb. */
    QPushButton *primaryButton() const { return m_primary; }

    /** "Cancel", which rejects; another word set on it, as "Close" where there is nothing to cancel, stays. */
    QPushButton *cancelButton() const { return m_cancel; }

    /** A further button at the footer's leading end. */
    QPushButton *addFooterButton(const QString &text);

    /** A further widget (words, a link) at the footer's leading end. */
    void addFooterWidget(QWidget *widget);

    /** Without a primary button, for what only shows. */
    void setPrimaryVisible(bool visible);

    /** Without margins around the content, for dialogs with a list at their edge. */
    void setContentInset(bool inset);

    void done(int result) override;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void showEvent(QShowEvent *event) override;

private:
    void retranslate();
    void orderFocus();
    bool focusFirstEmptyField();
    void focusFirst();

    QVBoxLayout *m_content;
    QHBoxLayout *m_footer;
    QPushButton *m_cancel;
    QPushButton *m_primary;
    QSettings *m_settings = nullptr;
    QString m_settingsKey;
    QString m_cancelText; ///< as set here
};

} // namespace earshot
