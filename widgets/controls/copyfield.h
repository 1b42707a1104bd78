// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace earshot {

/** A text to be taken elsewhere (an address, a command): shown with its middle cut, copied whole. */
class CopyField final : public QWidget
{
    Q_OBJECT

public:
    explicit CopyField(QWidget *parent = nullptr);
    explicit CopyField(const QString &text, QWidget *parent = nullptr);

    void setText(const QString &text);

    QString text() const { return m_text; }

    /** What the text is, for accessibility: "Address". */
    void setName(const QString &name);

    QPushButton *button() const { return m_button; }

    /** Puts the whole text on the clipboard and says so on the button for two seconds. */
    void copy();

Q_SIGNALS:
    void copied();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void updateFont();
    void updateShownText();

    QString m_text;
    QLineEdit *m_field;
    QPushButton *m_button;
    QTimer m_copiedTimer;
};

} // namespace earshot
