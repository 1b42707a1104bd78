// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storereader.h"
#include "models/items/viewscope.h"
#include "widgets/style/displaysettings.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <chrono>

class QLabel;
class QToolButton;

namespace earshot {

class FilterCompleter;
class FilterErrorTip;
class FilterHighlighter;
class LineEdit;

/** The filter as text: highlighted, completed, applied shortly after the last key. What is not understood is underlined
 * and explained below; the last good filter stays in force meanwhile. It shows what others write into the scope. */
class FilterLine final : public QWidget
{
    Q_OBJECT

public:
    /** All must outlive it. */
    FilterLine(ViewScope &scope, StoreReader &reader, DisplaySettings &settings, QWidget *parent = nullptr);
    ~FilterLine() override;

    /** Conversations or deliveries: what the line offers and which error it tells; the text stays. */
    void setKind(RecordKind kind);

    /** What the filter found, and how long that took; of one that still looks, what it has found so far. */
    void setResult(qint64 count, std::chrono::milliseconds elapsed, bool isLoading);
    void clearResult();

    /** As typed, perhaps not in force. */
    QString text() const;

    /** Empty while what is typed is understood. */
    QString error() const;

    /** Former filters, the latest first; at most 50. */
    const QStringList &history() const { return m_history; }

    void setHistory(const QStringList &history);

    /** Takes the focus as a shortcut would: all is selected. */
    void focusText();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /** Empty: understood again. */
    void errorChanged(const QString &error);

    /** Esc: the focus goes back to the table. */
    void leaveRequested();

    /** A person types: what follows arrivals holds still. */
    void edited();

    void historyChanged();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void retranslate();
    void layOut();
    void updatePalette();
    void updateEnd();
    void textChanged();
    void apply();
    void applyAtOnce();
    void takeScope();
    void showHistory();
    void remember();
    void clear();
    void setError(const std::optional<FilterError> &error);
    QString resultText() const;

    struct FoundRows {
        qint64 count = 0;
        std::chrono::milliseconds elapsed{0};
        bool isLoading = false;
    };

    ViewScope &m_scope;
    DisplaySettings &m_settings;
    RecordKind m_kind = RecordKind::Conversations;
    LineEdit *m_edit;
    FilterHighlighter *m_highlighter;
    std::unique_ptr<FilterCompleter> m_completer;
    QPointer<FilterErrorTip> m_errorTip; ///< of the window while it is shown
    QLabel *m_end; ///< result or hint
    QToolButton *m_clear;
    QToolButton *m_historyButton;
    QTimer m_applyTimer;
    QStringList m_history;
    QString m_applied; ///< the scope's filter as last seen
    QString m_error;
    std::optional<FoundRows> m_found;
    bool m_isTaking = false; ///< the text changes, but nobody types
};

} // namespace earshot
