// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/payload/payloadtreeview.h"

#include <QWidget>

#include <functional>

class QAction;
class QMenu;
class QPushButton;

namespace earshot {

class ElidedLabel;
class LinkButton;
class PayloadStrip;
class SectionLabel;

/** The tree of a payload, under it the selected value's path with what can be done with it, and how the payload differs
 * from the one before. */
class PayloadTreePage final : public QWidget
{
    Q_OBJECT

public:
    /** @p display must outlive it. */
    explicit PayloadTreePage(DisplaySettings &display, QWidget *parent = nullptr);

    /** Null for none. */
    void setContent(const PayloadContentPtr &content);

    PayloadTreeView &tree() { return *m_tree; }

Q_SIGNALS:
    void filterRequested(const QString &field, const QString &value, bool exclude);
    void conversationRequested(qint64 conversation);

    /** "Open diff" was pressed. */
    void diffRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildValueStrip();
    void buildDiffStrip();
    void retranslate();
    void updateFonts();
    void showSelection(const QModelIndex &index);
    void updateDiffStrip();
    void activate(const QModelIndex &index);
    void openMenu(QPoint position);
    void request(bool exclude);

    DisplaySettings &m_display;
    PayloadContentPtr m_content;
    PayloadTreeView *m_tree;
    PayloadStrip *m_valueStrip;
    ElidedLabel *m_path;
    QAction *m_filter;
    QAction *m_exclude;
    QAction *m_conversation;
    QAction *m_copyValue;
    QAction *m_copyPath;
    QAction *m_copyJqPath;
    QMenu *m_copyMenu;
    QPushButton *m_filterButton;
    QPushButton *m_excludeButton;
    QPushButton *m_copyButton;
    PayloadStrip *m_diffStrip;
    SectionLabel *m_diffTitle;
    ElidedLabel *m_diffText;
    LinkButton *m_diffLink;
};

} // namespace earshot
