// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace earshot {

/** A command of some lines to be taken elsewhere: shown whole in the fixed font, copied by a button. Left to right in
 * every language. */
class CodeBlock final : public QWidget
{
    Q_OBJECT

public:
    explicit CodeBlock(QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const;

    /** What it is, for accessibility. */
    void setName(const QString &name);

    QPushButton *button() const { return m_copy; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fit();

    QPlainTextEdit *m_edit;
    QPushButton *m_copy;
};

} // namespace earshot
