// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>

class QCompleter;

namespace earshot {

/** One line of text that can be highlighted, which a QLineEdit's cannot. Takes no line ends and gives Tab away. */
class LineEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit LineEdit(QWidget *parent = nullptr);

    QString text() const { return toPlainText(); }

    /** Enter, Tab and Esc are its while its popup is open. Not owned; must outlive this. */
    void setCompleter(QCompleter *completer) { m_completer = completer; }

    /** As if typed: can be undone; the cursor goes to the end. */
    void replaceText(const QString &text);

    int cursorPosition() const { return textCursor().position(); }

    bool isCursorAtEnd() const { return textCursor().atEnd(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void focusChanged(bool hasFocus);
    void enterPressed();
    void escapePressed();
    /** Down, where there is no line to go to. */
    void downPressed();
    /** Ctrl+Space. */
    void completionAsked();
    /** Tab, while the popup is open and nothing in it is chosen. */
    void firstCompletionAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void centreLine();
    bool handleKey(const QKeyEvent &event);
    bool handlePopupKey(QKeyEvent &event);

    QCompleter *m_completer = nullptr;
};

} // namespace earshot
