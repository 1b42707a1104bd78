// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/payload/payloadcontent.h"

#include <QWidget>

#include <utility>

class QCheckBox;
class QLabel;
class QLineEdit;
class QsciLexerJSON;
class QsciScintilla;
class QToolButton;

namespace earshot {

class PayloadStrip;

/** A payload as text: JSON a value on a line, with its colours and folds, or as it was sent. Ctrl+F finds in it. */
class PayloadTextView final : public QWidget
{
    Q_OBJECT

public:
    explicit PayloadTextView(QWidget *parent = nullptr);
    ~PayloadTextView() override;

    /** Null for none. The text is put in place when the view is seen. */
    void setContent(const PayloadContentPtr &content);

    /** The text as it is shown. */
    QString text() const { return m_text; }

    bool isAsSent() const;
    void setAsSent(bool asSent);

    /** Puts the cursor at a place of the text as it was sent; both from 1. */
    void goTo(int line, int column);

    /** The line and column of the cursor, from 1. */
    std::pair<int, int> cursorPlace() const;

    /** Opens the line to type what to find, with what is selected. */
    void find();

    /** Finds the text; the hits are marked and the first behind the cursor is selected. How many there are. */
    int findText(const QString &wanted);
    void findNext(bool forward);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildEditor();
    void buildStrip();
    void retranslate();
    void applyLook();
    void applyLexerLook();
    void applyMargins();
    void fill();
    void closeFind();
    void updateHits();
    void markHits(int length);
    void showHit(int hit);
    void openMenu(QPoint position);
    bool showsJson() const;

    PayloadContentPtr m_content;
    QsciScintilla *m_editor;
    QsciLexerJSON *m_lexer;
    PayloadStrip *m_strip;
    QLineEdit *m_wanted;
    QLabel *m_count;
    QToolButton *m_previous;
    QToolButton *m_next;
    QCheckBox *m_asSent;
    QString m_text;
    QList<std::pair<int, int>> m_hits; ///< where each begins and ends, in the editor's bytes
    int m_hit = -1;
    bool m_isFilled = false; ///< the editor holds the content
};

} // namespace earshot
