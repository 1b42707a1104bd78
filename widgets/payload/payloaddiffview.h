// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/payload/payloadcontent.h"
#include "widgets/style/displaysettings.h"

#include <QWidget>

class QCheckBox;
class QStackedWidget;

namespace earshot {

class ElidedLabel;
class EmptyState;
class PayloadDiffPane;
class PayloadStrip;

/** A payload against the one of its kind before it. */
class PayloadDiffView final : public QWidget
{
    Q_OBJECT

public:
    /** @p display must outlive it. */
    explicit PayloadDiffView(DisplaySettings &display, QWidget *parent = nullptr);

    /** Null for none. Asks for a comparison by comparisonRequested() where times and ids are wanted. */
    void setContent(const PayloadContentPtr &content);

    /** Of the content that was set, with times and ids or without, as asked for. */
    void setDiff(const JsonDiff &diff);

    bool withTimesAndIds() const;
    void setWithTimesAndIds(bool with);

    PayloadDiffPane &pane() { return *m_pane; }

Q_SIGNALS:
    /** The comparison that came with the content is not the one that is wanted. */
    void comparisonRequested(bool withTimesAndIds);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void updateTexts();
    void choose();

    DisplaySettings &m_display;
    PayloadContentPtr m_content;
    JsonDiff m_diff; ///< without its rows
    PayloadStrip *m_strip;
    ElidedLabel *m_summary;
    QCheckBox *m_withTimesAndIds;
    QStackedWidget *m_stack;
    PayloadDiffPane *m_pane;
    EmptyState *m_empty;
};

} // namespace earshot
