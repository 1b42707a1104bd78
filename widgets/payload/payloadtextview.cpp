// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/payload/payloadtextview.h"

#include "widgets/payload/payloadstrip.h"
#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <Qsci/qscilexerjson.h>
#include <Qsci/qsciscintilla.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include <array>

namespace earshot {
namespace {

using Sci = QsciScintilla;

constexpr int c_numberMargin = 0;
constexpr int c_symbolMargin = 1;
constexpr int c_foldMargin = 2;
constexpr int c_hitIndicator = 8;
constexpr int c_extraLineHeight = 1; // above and below
constexpr int c_hitAlpha = 110;
constexpr int c_mostHits = 10'000;
constexpr qsizetype c_widestWrapped = 20'000; // breaking longer lines takes too long

qsizetype longestLine(const QString &text)
{
    qsizetype longest = 0;
    for (const QStringView line : QStringView(text).tokenize(QLatin1Char('\n')))
        longest = std::max(longest, line.size());
    return longest;
}

QToolButton *addTool(PayloadStrip &strip, Icon icon)
{
    auto *button = new QToolButton(&strip);
    button->setIcon(themedIcon(icon));
    button->setAutoRaise(true);
    button->setProperty("smallControl", true);
    strip.row()->addWidget(button);
    return button;
}

} // namespace

PayloadTextView::PayloadTextView(QWidget *parent)
    : QWidget(parent)
    , m_editor(new QsciScintilla(this))
    , m_lexer(new QsciLexerJSON(this))
    , m_strip(new PayloadStrip(this))
    , m_wanted(new QLineEdit(m_strip))
    , m_count(new QLabel(m_strip))
    , m_asSent(new QCheckBox(m_strip))
{
    buildEditor();
    buildStrip();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_strip);
    setFocusProxy(m_editor);
    applyLook();
    retranslate();
    closeFind();
}

PayloadTextView::~PayloadTextView() = default;

void PayloadTextView::buildEditor()
{
    m_editor->setReadOnly(true);
    m_editor->setUtf8(true);
    m_editor->setLayoutDirection(Qt::LeftToRight);
    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setMarginType(c_numberMargin, Sci::NumberMargin);
    m_editor->setMarginWidth(c_symbolMargin, 0);
    m_editor->setFolding(Sci::PlainFoldStyle, c_foldMargin);
    m_editor->setWrapIndentMode(Sci::WrapIndentIndented);
    m_editor->SendScintilla(Sci::SCI_USEPOPUP, int(Sci::SC_POPUP_NEVER));
    m_editor->SendScintilla(Sci::SCI_SETSCROLLWIDTHTRACKING, 1);
    m_editor->SendScintilla(Sci::SCI_SETSCROLLWIDTH, 1);
    const std::array arrows = {std::pair{Sci::SC_MARKNUM_FOLDEROPEN, Sci::SC_MARK_ARROWDOWN},
                               std::pair{Sci::SC_MARKNUM_FOLDER, Sci::SC_MARK_ARROW},
                               std::pair{Sci::SC_MARKNUM_FOLDEROPENMID, Sci::SC_MARK_ARROWDOWN},
                               std::pair{Sci::SC_MARKNUM_FOLDEREND, Sci::SC_MARK_ARROW}};
    for (const auto &[marker, shape] : arrows)
        m_editor->SendScintilla(Sci::SCI_MARKERDEFINE, static_cast<unsigned long>(marker), long(shape));
    m_editor->SendScintilla(Sci::SCI_MARKERENABLEHIGHLIGHT, 0);
    m_editor->SendScintilla(Sci::SCI_SETMARGINLEFT, 0UL, long(metrics::c_inner));
    m_editor->setExtraAscent(c_extraLineHeight);
    m_editor->setExtraDescent(c_extraLineHeight);
    m_editor->SendScintilla(Sci::SCI_INDICSETSTYLE, static_cast<unsigned long>(c_hitIndicator),
                            long(Sci::INDIC_STRAIGHTBOX));
    m_editor->installEventFilter(this);
    m_editor->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_editor, &QWidget::customContextMenuRequested, this, &PayloadTextView::openMenu);
    m_lexer->setFoldCompact(false);
    m_lexer->setHighlightComments(false);
    m_lexer->setHighlightEscapeSequences(true);
}

void PayloadTextView::buildStrip()
{
    m_wanted->setClearButtonEnabled(true);
    m_strip->row()->addWidget(m_wanted, 2);
    m_strip->row()->addWidget(m_count);
    m_previous = addTool(*m_strip, Icon::ChevronUp);
    m_next = addTool(*m_strip, Icon::ChevronDown);
    m_strip->row()->addStretch(1);
    m_strip->row()->addWidget(m_asSent);
    connect(m_wanted, &QLineEdit::textChanged, this, &PayloadTextView::findText);
    connect(m_wanted, &QLineEdit::returnPressed, this, [this] { findNext(true); });
    connect(m_previous, &QToolButton::clicked, this, [this] { findNext(false); });
    connect(m_next, &QToolButton::clicked, this, [this] { findNext(true); });
    connect(m_asSent, &QCheckBox::toggled, this, [this] {
        m_isFilled = false;
        fill();
    });
}

void PayloadTextView::setContent(const PayloadContentPtr &content)
{
    m_content = content;
    m_isFilled = false;
    m_asSent->setVisible(content && content->outline);
    m_strip->setVisible(m_asSent->isVisibleTo(m_strip) || m_wanted->isVisibleTo(m_strip));
    if (isVisible() || !content)
        fill();
}

bool PayloadTextView::isAsSent() const
{
    return m_asSent->isChecked();
}

void PayloadTextView::setAsSent(bool asSent)
{
    m_asSent->setChecked(asSent);
}

bool PayloadTextView::showsJson() const
{
    return m_content && (m_content->form == PayloadForm::Json || (m_content->outline && !isAsSent()));
}

void PayloadTextView::fill()
{
    if (m_isFilled)
        return;
    m_isFilled = true;
    const bool isPretty = m_content && m_content->outline && !isAsSent();
    m_text = m_content ? (isPretty ? m_content->prettyText : m_content->sentText) : QString();
    const bool isJson = showsJson();
    m_editor->setLexer(isJson ? m_lexer : nullptr);
    m_editor->setText(m_text);
    m_editor->setWrapMode(longestLine(m_text) <= c_widestWrapped ? Sci::WrapWord : Sci::WrapNone);
    applyLook();
    if (m_wanted->isVisibleTo(m_strip))
        findText(m_wanted->text());
}

void PayloadTextView::goTo(int line, int column)
{
    if (!m_content)
        return;
    setAsSent(true);
    fill();
    m_editor->setCursorPosition(line - 1, column - 1);
    m_editor->ensureLineVisible(line - 1);
    m_editor->ensureCursorVisible();
    m_editor->setFocus();
}

std::pair<int, int> PayloadTextView::cursorPlace() const
{
    int line = 0;
    int column = 0;
    m_editor->getCursorPosition(&line, &column);
    return {line + 1, column + 1};
}

void PayloadTextView::find()
{
    fill();
    for (QWidget *part : std::initializer_list<QWidget *>{m_strip, m_wanted, m_count, m_previous, m_next})
        part->show();
    if (const QString selected = m_editor->selectedText(); !selected.isEmpty() && !selected.contains(QLatin1Char('\n')))
        m_wanted->setText(selected);
    m_wanted->setFocus(Qt::ShortcutFocusReason);
    m_wanted->selectAll();
}

void PayloadTextView::closeFind()
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_wanted, m_count, m_previous, m_next})
        part->hide();
    m_strip->setVisible(m_asSent->isVisibleTo(m_strip));
    m_hits.clear();
    markHits(int(m_editor->length()));
}

int PayloadTextView::findText(const QString &wanted)
{
    fill();
    const QByteArray bytes = wanted.toUtf8();
    const int end = m_editor->length();
    m_hits.clear();
    m_hit = -1;
    m_editor->SendScintilla(Sci::SCI_SETSEARCHFLAGS, 0);
    for (int begin = 0; !bytes.isEmpty() && m_hits.size() < c_mostHits;) {
        m_editor->SendScintilla(Sci::SCI_SETTARGETRANGE, static_cast<unsigned long>(begin), long(end));
        const long found = m_editor->SendScintilla(Sci::SCI_SEARCHINTARGET, static_cast<unsigned long>(bytes.size()),
                                                   bytes.constData());
        if (found < 0)
            break;
        const int hitEnd = int(m_editor->SendScintilla(Sci::SCI_GETTARGETEND));
        m_hits.append({int(found), hitEnd});
        begin = std::max(hitEnd, int(found) + 1);
    }
    markHits(end);
    const int cursor = int(m_editor->SendScintilla(Sci::SCI_GETSELECTIONSTART));
    const auto next = std::ranges::find_if(m_hits, [&](const auto &hit) { return hit.first >= cursor; });
    if (!m_hits.isEmpty())
        showHit(next == m_hits.end() ? 0 : int(next - m_hits.begin()));
    updateHits();
    return int(m_hits.size());
}

void PayloadTextView::markHits(int length)
{
    m_editor->SendScintilla(Sci::SCI_SETINDICATORCURRENT, c_hitIndicator);
    m_editor->SendScintilla(Sci::SCI_INDICATORCLEARRANGE, 0UL, long(length));
    for (const auto &[begin, end] : std::as_const(m_hits))
        m_editor->SendScintilla(Sci::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(begin), long(end - begin));
}

void PayloadTextView::findNext(bool forward)
{
    if (m_hits.isEmpty())
        return;
    const int count = int(m_hits.size());
    showHit((m_hit + (forward ? 1 : count - 1)) % count);
    updateHits();
}

void PayloadTextView::showHit(int hit)
{
    m_hit = hit;
    const auto [begin, end] = m_hits[hit];
    const int line = int(m_editor->SendScintilla(Sci::SCI_LINEFROMPOSITION, begin));
    m_editor->ensureLineVisible(line); // also out of a fold
    m_editor->SendScintilla(Sci::SCI_SETSEL, static_cast<unsigned long>(begin), long(end));
}

void PayloadTextView::updateHits()
{
    if (m_wanted->text().isEmpty())
        m_count->clear();
    else if (m_hits.isEmpty())
        m_count->setText(tr("Nothing found"));
    else
        //: %1: number of the hit that is shown, %2: how many hits there are
        m_count->setText(tr("%1 of %2").arg(locale().toString(m_hit + 1), locale().toString(m_hits.size())));
    m_previous->setEnabled(!m_hits.isEmpty());
    m_next->setEnabled(!m_hits.isEmpty());
}

void PayloadTextView::openMenu(QPoint position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(themedIcon(Icon::Copy), tr("Copy"), m_editor, [this] { m_editor->copy(); });
    copy->setEnabled(m_editor->hasSelectedText());
    menu->addAction(tr("Select all"), m_editor, [this] { m_editor->selectAll(); });
    menu->addAction(themedIcon(Icon::Search), tr("Find…"), this, &PayloadTextView::find);
    menu->popup(m_editor->mapToGlobal(position));
}

bool PayloadTextView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_editor || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool isFind = key->matches(QKeySequence::Find);
    const bool isStep = key->matches(QKeySequence::FindNext) || key->matches(QKeySequence::FindPrevious);
    const bool isPlain = key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier;
    if (event->type() == QEvent::ShortcutOverride) {
        if (isFind || isStep) {
            event->accept();
            return true;
        }
        // The editor would claim every character for itself, though nothing can be typed; letters are commands.
        return isPlain && !key->text().isEmpty() && key->text().front().isPrint();
    }
    if (isFind)
        find();
    else if (isStep)
        findNext(key->matches(QKeySequence::FindNext));
    else if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab)
        focusNextPrevChild(key->key() == Qt::Key_Tab);
    else
        return false;
    return true;
}

void PayloadTextView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_wanted->isVisibleTo(m_strip)) {
        closeFind();
        m_editor->setFocus();
    } else if (event->matches(QKeySequence::FindNext) || event->matches(QKeySequence::FindPrevious)) {
        findNext(event->matches(QKeySequence::FindNext));
    } else {
        QWidget::keyPressEvent(event);
    }
}

void PayloadTextView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fill();
}

void PayloadTextView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
        applyLook();
        break;
    case QEvent::LanguageChange:
        retranslate();
        break;
    default:
        break;
    }
}

void PayloadTextView::retranslate()
{
    m_editor->setAccessibleName(tr("Payload as text"));
    m_wanted->setAccessibleName(tr("Find in the payload"));
    m_wanted->setPlaceholderText(tr("Find"));
    m_previous->setToolTip(tr("Previous hit"));
    m_previous->setAccessibleName(m_previous->toolTip());
    m_next->setToolTip(tr("Next hit"));
    m_next->setAccessibleName(m_next->toolTip());
    //: Shows a text exactly as the sender sent it, not put on lines
    m_asSent->setText(tr("As sent"));
    updateHits();
}

void PayloadTextView::applyLook()
{
    const Colors &colors = colorsOf(palette());
    const QFont mono = metrics::mono(font());
    applyLexerLook();
    m_editor->setFont(mono);
    m_editor->setColor(colors[ColorRole::Text]);
    m_editor->setPaper(colors[ColorRole::Surface]);
    m_editor->setCaretForegroundColor(colors[ColorRole::Accent]);
    m_editor->setSelectionBackgroundColor(colors[ColorRole::Selection]);
    m_editor->resetSelectionForegroundColor();
    m_editor->SendScintilla(Sci::SCI_SETSELFORE, 0UL, 0L); // the text keeps its colours
    m_editor->setMarginsFont(mono);
    m_editor->setMarginsBackgroundColor(colors[ColorRole::Surface]);
    m_editor->setMarginsForegroundColor(colors[ColorRole::Muted]);
    m_editor->setFoldMarginColors(colors[ColorRole::Surface], colors[ColorRole::Surface]);
    m_editor->SendScintilla(Sci::SCI_INDICSETFORE, static_cast<unsigned long>(c_hitIndicator),
                            colors[ColorRole::FindHit]);
    m_editor->SendScintilla(Sci::SCI_INDICSETALPHA, static_cast<unsigned long>(c_hitIndicator), long(c_hitAlpha));
    m_editor->SendScintilla(Sci::SCI_INDICSETUNDER, static_cast<unsigned long>(c_hitIndicator), 1L);
    for (const int marker : {Sci::SC_MARKNUM_FOLDEROPEN, Sci::SC_MARKNUM_FOLDER, Sci::SC_MARKNUM_FOLDEROPENMID,
                             Sci::SC_MARKNUM_FOLDEREND}) {
        m_editor->SendScintilla(Sci::SCI_MARKERSETFORE, static_cast<unsigned long>(marker), colors[ColorRole::Muted]);
        m_editor->SendScintilla(Sci::SCI_MARKERSETBACK, static_cast<unsigned long>(marker), colors[ColorRole::Muted]);
    }
    applyMargins();
}

void PayloadTextView::applyLexerLook()
{
    const Colors &colors = colorsOf(palette());
    const std::array roles = {std::pair{int(QsciLexerJSON::Number), ColorRole::PayloadNumber},
                              std::pair{int(QsciLexerJSON::String), ColorRole::PayloadText},
                              std::pair{int(QsciLexerJSON::UnclosedString), ColorRole::PayloadText},
                              std::pair{int(QsciLexerJSON::Property), ColorRole::PayloadKey},
                              std::pair{int(QsciLexerJSON::EscapeSequence), ColorRole::PayloadKeyword},
                              std::pair{int(QsciLexerJSON::IRI), ColorRole::PayloadText},
                              std::pair{int(QsciLexerJSON::IRICompact), ColorRole::PayloadText},
                              std::pair{int(QsciLexerJSON::Keyword), ColorRole::PayloadKeyword},
                              std::pair{int(QsciLexerJSON::KeywordLD), ColorRole::PayloadKey}};
    m_lexer->setFont(metrics::mono(font())); // of all styles
    m_lexer->setPaper(colors[ColorRole::Surface]);
    m_lexer->setColor(colors[ColorRole::TextSecond]);
    m_lexer->setDefaultPaper(colors[ColorRole::Surface]);
    m_lexer->setDefaultColor(colors[ColorRole::Text]);
    for (const auto &[style, role] : roles)
        m_lexer->setColor(colors[role], style);
}

void PayloadTextView::applyMargins()
{
    const QString widest(QString::number(std::max(m_editor->lines(), 10)).size() + 1, QLatin1Char('0'));
    m_editor->setMarginWidth(c_numberMargin, widest);
    m_editor->setMarginWidth(c_foldMargin, showsJson() ? QFontMetrics(metrics::mono(font())).height() : 0);
}

} // namespace earshot
