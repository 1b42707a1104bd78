// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/code/codeeditor.h"

#include "widgets/code/jqlexer.h"
#include "widgets/code/jqtokens.h"
#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"

#include <Qsci/qscilexerjson.h>
#include <Qsci/qsciscintilla.h>

#include <QKeyEvent>
#include <QVBoxLayout>

#include <array>

namespace earshot {
namespace {

using Sci = QsciScintilla;

constexpr int c_numberMargin = 0;
constexpr int c_symbolMargin = 1;
constexpr int c_problemIndicator = 9;
constexpr int c_extraLineHeight = 1; // above and below
constexpr int c_tabWidth = 2;
constexpr QSize c_usual(320, 240);
constexpr QSize c_smallest(120, 90);

QsciLexer *newLexer(CodeEditor::Language language, QObject *parent)
{
    if (language == CodeEditor::Language::Jq)
        return new JqLexer(parent);
    auto *json = new QsciLexerJSON(parent);
    json->setHighlightComments(false);
    json->setHighlightEscapeSequences(true);
    return json;
}

} // namespace

CodeEditor::CodeEditor(Language language, QWidget *parent)
    : QWidget(parent)
    , m_editor(new QsciScintilla(this))
    , m_lexer(newLexer(language, this))
    , m_language(language)
{
    build();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_editor);
    setFocusProxy(m_editor);
    connect(m_editor, &QsciScintilla::textChanged, this, [this] {
        applyMargins();
        if (!m_isSetting)
            Q_EMIT edited();
    });
    applyLook();
}

CodeEditor::~CodeEditor()
{
    m_editor->disconnect(this); // its text changes once more as it goes
}

void CodeEditor::build()
{
    m_editor->setUtf8(true);
    m_editor->setLexer(m_lexer);
    m_editor->setLayoutDirection(Qt::LeftToRight);
    m_editor->setMarginType(c_numberMargin, Sci::NumberMargin);
    m_editor->setMarginWidth(c_symbolMargin, 0);
    m_editor->setTabWidth(c_tabWidth);
    m_editor->setIndentationsUseTabs(false);
    m_editor->setAutoIndent(true);
    m_editor->setWrapMode(Sci::WrapWord);
    m_editor->setWrapIndentMode(Sci::WrapIndentIndented);
    m_editor->setEolMode(Sci::EolUnix);
    m_editor->setExtraAscent(c_extraLineHeight);
    m_editor->setExtraDescent(c_extraLineHeight);
    m_editor->SendScintilla(Sci::SCI_SETSCROLLWIDTHTRACKING, 1);
    m_editor->SendScintilla(Sci::SCI_SETSCROLLWIDTH, 1);
    m_editor->SendScintilla(Sci::SCI_SETMARGINLEFT, 0UL, long(metrics::c_inner));
    m_editor->SendScintilla(Sci::SCI_INDICSETSTYLE, static_cast<unsigned long>(c_problemIndicator),
                            long(Sci::INDIC_SQUIGGLE));
    m_editor->installEventFilter(this);
}

QString CodeEditor::text() const
{
    return m_editor->text();
}

void CodeEditor::setText(const QString &text)
{
    m_isSetting = true;
    const bool wasReadOnly = m_editor->isReadOnly();
    m_editor->setReadOnly(false);
    m_editor->setText(text);
    m_editor->SendScintilla(Sci::SCI_EMPTYUNDOBUFFER);
    m_editor->setReadOnly(wasReadOnly);
    m_isSetting = false;
    applyMargins();
}

void CodeEditor::replaceText(const QString &text)
{
    m_editor->beginUndoAction();
    m_editor->selectAll();
    m_editor->replaceSelectedText(text);
    m_editor->setCursorPosition(0, 0);
    m_editor->endUndoAction();
}

void CodeEditor::setReadOnly(bool readOnly)
{
    m_editor->setReadOnly(readOnly);
    m_editor->setCaretLineVisible(false);
    m_editor->SendScintilla(Sci::SCI_SETCARETSTYLE,
                            static_cast<unsigned long>(readOnly ? Sci::CARETSTYLE_INVISIBLE : Sci::CARETSTYLE_LINE));
}

void CodeEditor::markProblem(int line, int column)
{
    const int row = std::clamp(line, 1, std::max(1, m_editor->lines())) - 1;
    const long lineBegin = m_editor->positionFromLineIndex(row, 0);
    const long lineEnd = m_editor->SendScintilla(Sci::SCI_GETLINEENDPOSITION, static_cast<unsigned long>(row));
    long begin = m_editor->SendScintilla(Sci::SCI_GETLINEINDENTPOSITION, static_cast<unsigned long>(row));
    long end = lineEnd;
    if (column > 0) {
        begin = std::min<long>(m_editor->positionFromLineIndex(row, column - 1), lineEnd);
        end =
            std::min(m_editor->SendScintilla(Sci::SCI_WORDENDPOSITION, static_cast<unsigned long>(begin), 1L), lineEnd);
    }
    if (end <= begin) // behind the line's end, or on an operator
        end = std::min(begin + 1, lineEnd);
    if (end <= begin)
        begin = std::max(lineBegin, end - 1);
    m_editor->SendScintilla(Sci::SCI_SETINDICATORCURRENT, c_problemIndicator);
    m_editor->SendScintilla(Sci::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(begin), end - begin);
    ++m_problems;
}

void CodeEditor::clearProblems()
{
    m_editor->SendScintilla(Sci::SCI_SETINDICATORCURRENT, c_problemIndicator);
    m_editor->SendScintilla(Sci::SCI_INDICATORCLEARRANGE, 0UL, long(m_editor->length()));
    m_problems = 0;
}

void CodeEditor::goTo(int line, int column)
{
    const int row = std::max(0, line - 1);
    m_editor->setCursorPosition(row, std::max(0, column - 1));
    m_editor->ensureLineVisible(row);
    m_editor->ensureCursorVisible();
    m_editor->setFocus();
}

std::pair<int, int> CodeEditor::cursorPlace() const
{
    int line = 0;
    int column = 0;
    m_editor->getCursorPosition(&line, &column);
    return {line + 1, column + 1};
}

void CodeEditor::setName(const QString &name)
{
    m_editor->setAccessibleName(name);
    setAccessibleName(name);
}

QSize CodeEditor::sizeHint() const
{
    return c_usual;
}

QSize CodeEditor::minimumSizeHint() const
{
    return c_smallest;
}

bool CodeEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_editor || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool isPaging = (key->key() == Qt::Key_PageUp || key->key() == Qt::Key_PageDown)
                          && key->modifiers().testFlag(Qt::ControlModifier);
    if (key->key() == Qt::Key_Escape || isPaging) { // the dialog's around it
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::KeyPress && (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab)) {
        focusNextPrevChild(key->key() == Qt::Key_Tab);
        return true;
    }
    return false;
}

void CodeEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyLook();
}

void CodeEditor::applyLook()
{
    const Colors &colors = colorsOf(palette());
    const QFont mono = metrics::mono(font());
    applyLexerLook();
    m_editor->setCaretForegroundColor(colors[ColorRole::Accent]);
    m_editor->setSelectionBackgroundColor(colors[ColorRole::Selection]);
    m_editor->resetSelectionForegroundColor();
    m_editor->SendScintilla(Sci::SCI_SETSELFORE, 0UL, 0L); // the text keeps its colours
    m_editor->setMarginsFont(mono);
    m_editor->setMarginsBackgroundColor(colors[ColorRole::Surface]);
    m_editor->setMarginsForegroundColor(colors[ColorRole::Muted]);
    m_editor->SendScintilla(Sci::SCI_INDICSETFORE, static_cast<unsigned long>(c_problemIndicator),
                            colors[ColorRole::ErrorText]);
    applyMargins();
}

void CodeEditor::applyLexerLook()
{
    const Colors &colors = colorsOf(palette());
    const auto roles =
        m_language == Language::Jq
            ? QList<std::pair<int, ColorRole>>{{int(JqToken::Kind::Plain), ColorRole::Text},
                                               {int(JqToken::Kind::Comment), ColorRole::Muted},
                                               {int(JqToken::Kind::Text), ColorRole::PayloadText},
                                               {int(JqToken::Kind::Number), ColorRole::PayloadNumber},
                                               {int(JqToken::Kind::Keyword), ColorRole::PayloadKeyword},
                                               {int(JqToken::Kind::Path), ColorRole::PayloadKey},
                                               {int(JqToken::Kind::Variable), ColorRole::PayloadNumber}}
            : QList<std::pair<int, ColorRole>>{{QsciLexerJSON::Number, ColorRole::PayloadNumber},
                                               {QsciLexerJSON::String, ColorRole::PayloadText},
                                               {QsciLexerJSON::UnclosedString, ColorRole::PayloadText},
                                               {QsciLexerJSON::Property, ColorRole::PayloadKey},
                                               {QsciLexerJSON::EscapeSequence, ColorRole::PayloadKeyword},
                                               {QsciLexerJSON::IRI, ColorRole::PayloadText},
                                               {QsciLexerJSON::IRICompact, ColorRole::PayloadText},
                                               {QsciLexerJSON::Keyword, ColorRole::PayloadKeyword},
                                               {QsciLexerJSON::KeywordLD, ColorRole::PayloadKey}};
    m_lexer->setFont(metrics::mono(font())); // of all styles
    m_lexer->setPaper(colors[ColorRole::Surface]);
    m_lexer->setColor(colors[ColorRole::TextSecond]);
    m_lexer->setDefaultPaper(colors[ColorRole::Surface]);
    m_lexer->setDefaultColor(colors[ColorRole::Text]);
    for (const auto &[style, role] : roles)
        m_lexer->setColor(colors[role], style);
}

void CodeEditor::applyMargins()
{
    const QString widest(QString::number(std::max(m_editor->lines(), 10)).size() + 1, QLatin1Char('0'));
    m_editor->setMarginWidth(c_numberMargin, widest);
}

} // namespace earshot
