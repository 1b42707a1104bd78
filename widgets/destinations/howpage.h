// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storeactions.h"
#include "models/items/storereader.h"
#include "models/store/destinationkinds.h"
#include "models/store/destinations.h"
#include "widgets/style/displaysettings.h"

#include <QHash>
#include <QTimer>

#include <functional>

class QAction;
class QStackedWidget;

namespace earshot {

class BusyBar;
class CodeEditor;
class FieldError;
class MutedLabel;
class SampleStepper;
class SectionLabel;
class SegmentedControl;
class WordTables;

/** Third page of a destination: a real conversation on the left, the mapping in the middle, what the destination would
 * get of it on the right, made anew a moment after the last key. Beside the mapping are the tables of words it uses. */
class HowPage final : public QWidget
{
    Q_OBJECT

public:
    /** @p describe gives the destination as all pages have it. The others must outlive it. */
    HowPage(StoreActions &actions, StoreReader &reader, DisplaySettings &display,
            std::function<NewDestination()> describe, QWidget *parent = nullptr);
    ~HowPage() override;

    /** Offers that kind's mapping and words; what was written for another kind is there again with that. */
    void setKind(const DestinationKind &kind);

    void setDestination(const Destination &destination);

    /** Puts in what is set here. */
    void describe(NewDestination &destination) const;

    /** Which conversations it is tried on. */
    void setRule(const QString &rule);

    /** What was set elsewhere may have changed the result. */
    void setStale();

    /** Whether the mapping can be compiled is told to @p then, at once or after a last look; if it cannot, the place
     * has the focus when it is shown. */
    void confirm(const std::function<void(bool)> &then);

    void focusProblem();

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    /** What is written for a kind. */
    struct Written {
        QString mapping; ///< as the editor has it
        QJsonObject words; ///< WordTables::changes()
    };

    QWidget *inputPane();
    QWidget *mappingPane();
    QWidget *outputPane();
    QString preset() const;
    QString mapping() const;
    void showWritten();
    void takeEdit();
    void forget();
    void preview();
    void take(const Result<MappingPreview> &preview);
    void showProblems(const QList<MappingProblem> &problems);
    void updateHints();
    void retranslate();

    StoreActions &m_actions;
    const std::function<NewDestination()> m_describe;
    const DestinationKind *m_kind;
    QHash<QString, Written> m_written; ///< by kind
    SampleStepper *m_stepper;
    BusyBar *m_busy;
    SectionLabel *m_inputTitle;
    CodeEditor *m_input;
    QAction *m_showMapping;
    QAction *m_showWords;
    SectionLabel *m_mappingTitle; ///< where there are no words to choose
    SegmentedControl *m_which;
    QStackedWidget *m_stack;
    CodeEditor *m_editor;
    WordTables *m_words;
    FieldError *m_error;
    MutedLabel *m_hint;
    QPushButton *m_usePreset;
    SectionLabel *m_outputTitle;
    CodeEditor *m_output;
    MutedLabel *m_outputHint;
    QTimer m_pause{this};
    QFuture<Result<MappingPreview>> m_run; ///< the last that was asked for
    std::function<void(bool)> m_whenKnown; ///< waits for the result under way
    QList<MappingProblem> m_problems;
    int m_asked = 0; ///< only the answer to the last question counts
    bool m_isKnown = false; ///< the result is that of what is written
    bool m_isWaiting = false;
    bool m_isLastGood = false; ///< the result shown is older than the mapping
};

} // namespace earshot
