// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QsciLexer;
class QsciScintilla;

namespace earshot {

/** Where a short program is written, or JSON is read: coloured, with line numbers, with faulty places underlined. Tab
 * leaves it, as it leaves every field; Enter keeps the indentation. */
class CodeEditor final : public QWidget
{
    Q_OBJECT

public:
    enum class Language { Jq, Json };

    explicit CodeEditor(Language language, QWidget *parent = nullptr);
    ~CodeEditor() override;

    QString text() const;

    /** Puts @p text in the place of all and forgets what could be undone. No signal. */
    void setText(const QString &text);

    /** The same as if it was typed: it can be undone. */
    void replaceText(const QString &text);

    void setReadOnly(bool readOnly);

    /** Underlines what is wrong: from @p column to the end of the word, or the line where the column is 0. Both from 1,
     * in characters; a line that is not there underlines the last. */
    void markProblem(int line, int column);
    void clearProblems();

    /** How many places are underlined. */
    int problemCount() const { return m_problems; }

    /** Puts the cursor there and takes the focus. */
    void goTo(int line, int column);

    /** The line and column of the cursor, from 1. */
    std::pair<int, int> cursorPlace() const;

    /** As assistive tools call it. */
    void setName(const QString &name);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /** By a person, or by replaceText(). */
    void edited();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void applyLook();
    void applyLexerLook();
    void applyMargins();

    QsciScintilla *m_editor;
    QsciLexer *m_lexer;
    const Language m_language;
    int m_problems = 0;
    bool m_isSetting = false;
};

} // namespace earshot
