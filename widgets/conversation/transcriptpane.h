// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/conversation/transcript.h"

#include <QWidget>

class QStackedWidget;

namespace earshot {

class DisplaySettings;
class EmptyState;
class FindBar;
class TranscriptView;

/** A transcript with what belongs around it: the find bar, and what is said when there is none. */
class TranscriptPane final : public QWidget
{
    Q_OBJECT

public:
    /** @p settings must outlive it. */
    explicit TranscriptPane(DisplaySettings &settings, QWidget *parent = nullptr);

    void showTranscript(const Transcript &transcript);
    void showLoading();

    /** Why it cannot be shown, in words. */
    void showError(const QString &text);
    void clear();

    TranscriptView &view() const { return *m_view; }

    FindBar &findBar() const { return *m_findBar; }

    bool isEmptyShown() const;

public Q_SLOTS:
    /** Opens the find bar, if there is something to look through. */
    void find();
    void findNext();
    void findPrevious();

Q_SIGNALS:
    /** Its one button in the error state was pressed. */
    void retryRequested();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showEmpty();
    QString reason() const;

    QStackedWidget *m_stack;
    QWidget *m_page;
    FindBar *m_findBar;
    TranscriptView *m_view;
    EmptyState *m_empty;
    QString m_error;
};

} // namespace earshot
