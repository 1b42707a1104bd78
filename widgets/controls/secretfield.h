// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace earshot {

/** Where a secret is typed or pasted: hidden unless it is asked to be shown, and never filled with one that is set. */
class SecretField final : public QWidget
{
    Q_OBJECT

public:
    explicit SecretField(QWidget *parent = nullptr);

    /** Without the blanks and line ends that come with copying; empty if nothing was typed. */
    QByteArray secret() const;

    void clear();
    void setPlaceholder(const QString &text);

    QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void paste();
    void retranslate();

    QLineEdit *m_edit;
    QToolButton *m_show;
    QToolButton *m_paste;
};

} // namespace earshot
