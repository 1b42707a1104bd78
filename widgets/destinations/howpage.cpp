// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/howpage.h"

#include "models/items/whendone.h"
#include "widgets/code/codeeditor.h"
#include "widgets/controls/busybar.h"
#include "widgets/controls/formdialog.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/segmentedcontrol.h"
#include "widgets/destinations/gapsplitter.h"
#include "widgets/destinations/samplestepper.h"
#include "widgets/destinations/wordtables.h"
#include "widgets/style/words.h"

#include <QActionGroup>
#include <QStackedWidget>

#include <algorithm>

namespace earshot {
namespace {

constexpr std::chrono::milliseconds c_typingPause(400);
constexpr QLatin1StringView c_words("words");

QVBoxLayout *paneLayout(QWidget *pane)
{
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::c_inner);
    return column;
}

/** jq names a place only where it cannot compile. */
bool isSyntax(const MappingProblem &problem)
{
    return problem.line > 0;
}

} // namespace

HowPage::HowPage(StoreActions &actions, StoreReader &reader, DisplaySettings &display,
                 std::function<NewDestination()> describe, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_describe(std::move(describe))
    , m_kind(&destinationKinds().front())
    , m_stepper(new SampleStepper(reader, display))
    , m_busy(new BusyBar)
    , m_showMapping(new QAction(this))
    , m_showWords(new QAction(this))
    , m_stack(new QStackedWidget)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(c_typingPause);
    m_pause.callOnTimeout(this, &HowPage::preview);
    auto *panes = new GapSplitter;
    for (QWidget *const pane : {inputPane(), mappingPane(), outputPane()})
        panes->addWidget(pane);
    for (int pane = 0; pane < panes->count(); ++pane)
        panes->setStretchFactor(pane, pane == 1 ? 4 : 3);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::c_inner);
    column->addWidget(m_stepper);
    column->addWidget(m_busy);
    column->addWidget(panes, 1);
    connect(m_stepper, &SampleStepper::changed, this, &HowPage::setStale);
    connect(m_editor, &CodeEditor::edited, this, &HowPage::takeEdit);
    connect(m_words, &WordTables::edited, this, &HowPage::takeEdit);
    connect(m_usePreset, &QPushButton::clicked, this, [this] {
        m_editor->replaceText(preset());
        m_editor->setFocus();
    });
    showWritten();
    retranslate();
}

HowPage::~HowPage()
{
    m_run.cancel();
}

QWidget *HowPage::inputPane()
{
    auto *pane = new QWidget;
    QVBoxLayout *column = paneLayout(pane);
    m_inputTitle = new SectionLabel;
    m_inputTitle->setMinimumHeight(metrics::c_smallControlHeight);
    m_input = new CodeEditor(CodeEditor::Language::Json);
    m_input->setReadOnly(true);
    column->addWidget(m_inputTitle);
    column->addWidget(m_input, 1);
    return pane;
}

QWidget *HowPage::mappingPane()
{
    auto *pane = new QWidget;
    QVBoxLayout *column = paneLayout(pane);
    for (QAction *const action : {m_showMapping, m_showWords})
        action->setCheckable(true);
    m_showMapping->setChecked(true);
    m_which = new SegmentedControl({m_showMapping, m_showWords}, SegmentedControl::Look::Quiet, nullptr);
    m_which->setSmall(true);
    m_editor = new CodeEditor(CodeEditor::Language::Jq);
    m_words = new WordTables;
    m_stack->addWidget(m_editor);
    m_stack->addWidget(m_words);
    connect(m_showWords, &QAction::toggled, m_stack, [this](bool shown) { m_stack->setCurrentIndex(shown ? 1 : 0); });
    m_error = new FieldError;
    m_hint = new MutedLabel;
    m_hint->setCaption(true);
    m_usePreset = new QPushButton;
    m_usePreset->setAutoDefault(false);
    m_usePreset->setProperty("smallControl", true);
    m_mappingTitle = new SectionLabel;
    m_mappingTitle->setMinimumHeight(metrics::c_smallControlHeight);
    auto *head = new QHBoxLayout;
    head->addWidget(m_mappingTitle);
    head->addWidget(m_which);
    head->addStretch(1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_usePreset);
    foot->addStretch(1);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    column->addWidget(m_error);
    column->addWidget(m_hint);
    column->addLayout(foot);
    return pane;
}

QWidget *HowPage::outputPane()
{
    auto *pane = new QWidget;
    QVBoxLayout *column = paneLayout(pane);
    m_outputTitle = new SectionLabel;
    m_outputTitle->setMinimumHeight(metrics::c_smallControlHeight);
    m_output = new CodeEditor(CodeEditor::Language::Json);
    m_output->setReadOnly(true);
    m_outputHint = new MutedLabel;
    m_outputHint->setCaption(true);
    column->addWidget(m_outputTitle);
    column->addWidget(m_output, 1);
    column->addWidget(m_outputHint);
    return pane;
}

/** Without the lines about its licence at its head. */
QString HowPage::preset() const
{
    QString program = presetMapping(*m_kind);
    const auto isAbout = [](const QString &line) {
        return line.startsWith(QLatin1StringView("# SPDX-")) || line.trimmed() == QLatin1StringView("#")
               || line.trimmed().isEmpty();
    };
    while (!program.isEmpty() && isAbout(program.section(QLatin1Char('\n'), 0, 0)))
        program = program.section(QLatin1Char('\n'), 1);
    return program;
}

void HowPage::setKind(const DestinationKind &kind)
{
    if (kind.word == m_kind->word)
        return;
    m_written.insert(m_kind->word, {m_editor->text(), m_words->changes()});
    m_kind = &kind;
    showWritten();
    setStale();
}

void HowPage::showWritten()
{
    const Written written = m_written.value(m_kind->word, {preset(), {}});
    m_editor->setText(written.mapping);
    m_words->setWords(presetWords(*m_kind), written.words);
    m_which->setVisible(!m_words->isEmpty());
    m_mappingTitle->setVisible(m_words->isEmpty());
    if (m_words->isEmpty())
        m_showMapping->setChecked(true);
    showProblems({});
    updateHints();
}

void HowPage::setDestination(const Destination &destination)
{
    if (const DestinationKind *kind = destinationKind(destination.kind))
        m_kind = kind;
    const QJsonObject words = destination.options.value(c_words).toObject();
    m_written.insert(m_kind->word, {destination.mapping.isEmpty() ? preset() : destination.mapping, words});
    showWritten();
    setStale();
}

/** Null where the kind's own counts, so that a better one comes with the next version. */
QString HowPage::mapping() const
{
    const QString text = m_editor->text();
    return text.trimmed().isEmpty() || text.trimmed() == preset().trimmed() ? QString() : text;
}

void HowPage::describe(NewDestination &destination) const
{
    destination.mapping = mapping();
    if (const QJsonObject words = m_words->changes(); words.isEmpty())
        destination.options.remove(c_words);
    else
        destination.options.insert(c_words, words);
}

void HowPage::setRule(const QString &rule)
{
    m_stepper->setRule(rule);
}

void HowPage::takeEdit()
{
    forget();
    updateHints();
    m_pause.start();
    Q_EMIT edited();
}

/** What is known, and what is under way, is of something else. */
void HowPage::forget()
{
    ++m_asked;
    m_run.cancel();
    m_isKnown = false;
    m_isWaiting = false;
    m_busy->setBusy(false);
}

void HowPage::setStale()
{
    forget();
    if (isVisible() || m_whenKnown)
        preview();
}

void HowPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isKnown && !m_isWaiting)
        preview();
}

void HowPage::preview()
{
    m_pause.stop();
    forget();
    const qint64 conversation = m_stepper->conversation();
    if (conversation == 0) {
        m_input->setText({});
        m_output->setText({});
        showProblems({});
        updateHints();
        return;
    }
    m_isWaiting = true;
    m_busy->setBusy(true);
    const auto take = [this, asked = m_asked](const Result<MappingPreview> &preview) {
        if (asked == m_asked)
            this->take(preview);
    };
    m_run = m_actions.previewMapping(m_describe(), conversation);
    whenDone(m_run, this, take);
}

void HowPage::take(const Result<MappingPreview> &preview)
{
    m_isWaiting = false;
    m_busy->setBusy(false);
    m_isKnown = preview.has_value();
    if (preview) {
        if (!preview->input.isEmpty())
            m_input->setText(preview->input);
        m_isLastGood = preview->output.isNull() && !m_output->text().isEmpty();
        if (!preview->output.isNull())
            m_output->setText(preview->output);
        showProblems(preview->problems);
    } else {
        m_isLastGood = !m_output->text().isEmpty();
        showProblems({{errorText(preview.error()), 0, 0}});
    }
    updateHints();
    const auto whenKnown = std::exchange(m_whenKnown, {});
    if (whenKnown)
        whenKnown(!std::ranges::any_of(m_problems, isSyntax));
}

void HowPage::showProblems(const QList<MappingProblem> &problems)
{
    m_problems = problems;
    m_editor->clearProblems();
    QStringList lines;
    for (const MappingProblem &problem : problems) {
        if (problem.line > 0)
            m_editor->markProblem(problem.line, problem.column);
        if (problem.line > 0 && problem.column > 0)
            //: %1 and %2: line and column of a mapping, %3: what is wrong there
            lines.append(tr("Line %1, column %2: %3").arg(problem.line).arg(problem.column).arg(problem.message));
        else if (problem.line > 0)
            lines.append(tr("Line %1: %2").arg(problem.line).arg(problem.message));
        else
            lines.append(problem.message);
    }
    m_error->setError(lines.join(QLatin1Char('\n')), m_editor->focusProxy());
}

void HowPage::confirm(const std::function<void(bool)> &then)
{
    const bool isOwn = !mapping().isNull();
    if (!isOwn || m_stepper->conversation() == 0) { // where it cannot be tried, the store says what is wrong
        then(true);
    } else if (m_isKnown) {
        then(!std::ranges::any_of(m_problems, isSyntax));
    } else {
        m_whenKnown = then;
        preview();
    }
}

void HowPage::focusProblem()
{
    m_showMapping->setChecked(true);
    const auto problem = std::ranges::find_if(m_problems, isSyntax);
    if (problem != m_problems.end())
        m_editor->goTo(problem->line, problem->column);
}

void HowPage::updateHints()
{
    const bool hasPreset = !preset().isEmpty();
    const QString text = m_editor->text().trimmed();
    m_usePreset->setVisible(hasPreset);
    m_usePreset->setEnabled(hasPreset && text != preset().trimmed());
    if (hasPreset && text == preset().trimmed())
        //: %1: a kind of destination, as in HubSpot
        m_hint->setText(tr("This is the preset for %1.").arg(m_kind->title));
    else if (text.isEmpty())
        m_hint->setText(hasPreset ? tr("Empty: the preset for %1 counts.").arg(m_kind->title)
                                  : tr("Empty: the neutral record is sent as it is."));
    else
        m_hint->setText({});
    m_hint->setVisible(!m_hint->text().isEmpty());
    m_outputHint->setVisible(m_isLastGood && !m_problems.isEmpty());
}

void HowPage::retranslate()
{
    m_inputTitle->setText(tr("Neutral record"));
    m_input->setName(m_inputTitle->text());
    m_mappingTitle->setText(tr("Mapping"));
    m_showMapping->setText(m_mappingTitle->text());
    m_showWords->setText(tr("Words"));
    m_which->setAccessibleName(tr("Mapping or words"));
    //: jq is the language it is written in
    m_editor->setName(tr("Mapping in jq"));
    m_outputTitle->setText(tr("Result"));
    m_output->setName(m_outputTitle->text());
    m_outputHint->setText(tr("As the last mapping that worked made it."));
    m_usePreset->setText(tr("Use the preset"));
    updateHints();
}

void HowPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
