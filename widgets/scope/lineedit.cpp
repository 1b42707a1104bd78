// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scope/lineedit.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QMimeData>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextOption>
#include <QWheelEvent>

#include <cmath>

namespace earshot {

LineEdit::LineEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setWordWrapMode(QTextOption::NoWrap);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setInputMethodHints(Qt::ImhNoPredictiveText);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    setBackgroundVisible(false);
}

void LineEdit::replaceText(const QString &text)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    moveCursor(QTextCursor::End);
}

QSize LineEdit::sizeHint() const
{
    const int height = int(std::ceil(QFontMetricsF(font()).lineSpacing())) + 2; // a wave under the text fits too
    return {fontMetrics().averageCharWidth() * 40, height};
}

QSize LineEdit::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, sizeHint().height()};
}

/** What the popup is to do itself is left unaccepted, as QCompleter wants it. */
bool LineEdit::handlePopupKey(QKeyEvent &event)
{
    if (!m_completer || !m_completer->popup()->isVisible())
        return false;
    const bool isChosen = m_completer->popup()->currentIndex().isValid();
    switch (event.key()) {
    case Qt::Key_Tab:
        if (isChosen)
            break;
        event.accept();
        Q_EMIT firstCompletionAsked();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isChosen)
            break;
        m_completer->popup()->hide();
        return false;
    case Qt::Key_Escape:
    case Qt::Key_Backtab:
        break;
    default:
        return false;
    }
    event.ignore();
    return true;
}

bool LineEdit::handleKey(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT enterPressed();
        return true;
    case Qt::Key_Escape:
        Q_EMIT escapePressed();
        return true;
    case Qt::Key_Down:
        if (isCursorAtEnd())
            Q_EMIT downPressed();
        else
            moveCursor(QTextCursor::End);
        return true;
    case Qt::Key_Up:
        moveCursor(QTextCursor::Start);
        return true;
    case Qt::Key_Space:
        if (event.modifiers() != Qt::ControlModifier)
            return false;
        Q_EMIT completionAsked();
        return true;
    default:
        return false;
    }
}

void LineEdit::keyPressEvent(QKeyEvent *event)
{
    if (handlePopupKey(*event))
        return;
    if (handleKey(*event))
        event->accept();
    else
        QPlainTextEdit::keyPressEvent(event);
}

/** Tab takes what the popup offers; without a popup it leaves. */
bool LineEdit::focusNextPrevChild(bool next)
{
    const bool isOffered = m_completer && m_completer->popup()->isVisible();
    return !isOffered && QPlainTextEdit::focusNextPrevChild(next);
}

void LineEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    if (event->reason() == Qt::ShortcutFocusReason || event->reason() == Qt::TabFocusReason
        || event->reason() == Qt::BacktabFocusReason)
        selectAll();
    Q_EMIT focusChanged(true);
}

void LineEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        Q_EMIT focusChanged(false);
}

void LineEdit::insertFromMimeData(const QMimeData *source)
{
    static const QRegularExpression breaks(QStringLiteral("[\\x{0}-\\x{1f}\\x{85}\\x{2028}\\x{2029}]+"));
    insertPlainText(source->text().trimmed().replace(breaks, QStringLiteral(" ")));
}

void LineEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
        centreLine();
    }
}

void LineEdit::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void LineEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    centreLine();
}

/** A plain text edit begins at the top; a line stands in the middle. */
void LineEdit::centreLine()
{
    const int line = int(std::ceil(QFontMetricsF(font()).lineSpacing()));
    const int above = std::max(0, (height() - line) / 2);
    if (viewportMargins().top() != above)
        setViewportMargins(0, above, 0, 0);
}

} // namespace earshot
