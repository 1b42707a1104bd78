// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QAction;
class QMenu;
class QPushButton;
class QToolButton;

namespace earshot {

class ElidedLabel;
class SegmentedControl;

/** The line over a payload: the ways to look at it, and what can be copied of it; under it, where a conversation has
 * several deliveries, which one this is and the way to the others. */
class PayloadBar final : public QWidget
{
    Q_OBJECT

public:
    /** What of a request can be copied. */
    enum class Copied { Curl, Body, Headers, Path };

    /** @p pages how many there are to choose from. */
    explicit PayloadBar(int pages, QWidget *parent = nullptr);

    /** The action of a page: checkable, one of an exclusive group. */
    QAction *pageAction(int page) const { return m_pages[page]; }

    void setPage(int page);
    void setPageText(int page, const QString &text);
    void setPageAvailable(int page, bool available);

    void setCopyEnabled(Copied what, bool enabled);

    /** Delivery @p position (from 1, the newest) of @p count; 0 for a delivery on its own. @p text says which it is. */
    void setStep(int position, int count, const QString &text);

Q_SIGNALS:
    void pageChosen(int page);
    void copyRequested(earshot::PayloadBar::Copied what);
    void newerRequested();
    void olderRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildCopyMenu();
    void buildSteps();
    void retranslate();
    void fitCopyButton();

    QList<QAction *> m_pages;
    SegmentedControl *m_segments;
    QMenu *m_copyMenu;
    QList<QAction *> m_copies; ///< in the order of Copied
    QPushButton *m_copyButton;
    QWidget *m_steps;
    QToolButton *m_newer;
    QToolButton *m_older;
    ElidedLabel *m_stepText;
    int m_position = 0;
    int m_count = 0;
    QString m_text;
};

} // namespace earshot
