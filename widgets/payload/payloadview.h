// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storereader.h"
#include "widgets/payload/payloadbar.h"
#include "widgets/payload/payloadcontent.h"

#include <QWidget>

class QStackedWidget;

namespace earshot {

class Banner;
class BusyBar;
class DisplaySettings;
class EmptyState;
class PayloadDiffView;
class PayloadHexView;
class PayloadTableView;
class PayloadTextView;
class PayloadTreePage;

/** What a sender sent, and how it was read: as a tree, as text, as bytes, its headers, the parts of a form, and against
 * the delivery of its kind before it. Decoding happens in a thread of the reader's pool. GUI thread. */
class PayloadView final : public QWidget
{
    Q_OBJECT

public:
    /** The ways to look at it, in the order of the keys 1 to 6. */
    enum class Page {
        Tree,
        Text,
        Raw,
        Headers,
        Parts,
        Diff,
        Count_ ///< how many there are
    };

    /** @p reader and @p display must outlive it. */
    PayloadView(StoreReader &reader, DisplaySettings &display, QWidget *parent = nullptr);
    ~PayloadView() override;

    /** Reads and shows that delivery alone. */
    void showDelivery(qint64 delivery);

    /** Shows the newest delivery of that conversation and lets step through the others. New deliveries join those to
     * step to; the one that is shown stays. */
    void showConversation(qint64 conversation);

    void clear();

    /** The delivery that is shown or being read; 0 for none. */
    qint64 delivery() const { return m_delivery; }

    Page page() const { return m_page; }

    /** Where there is none of that kind for this delivery, its nearest relative: the text, or the bytes. */
    void setPage(Page page);

public Q_SLOTS:
    /** Against the delivery of this kind before it. */
    void showDiff();

    /** Opens the line to find something in the text. */
    void find();

    /** To the next newer and the next older delivery of the conversation. */
    void showNewer();
    void showOlder();

Q_SIGNALS:
    /** A value was chosen to be looked for, or left out: a term for the filter line. */
    void filterRequested(const QString &field, const QString &value, bool exclude);

    /** The conversation that the delivery belongs to is to be shown. */
    void conversationRequested(qint64 conversation);

    /** This delivery was read and is shown now. */
    void deliveryShown(qint64 delivery);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildPages();
    void buildLayout();
    void connectPages();
    void retranslate();
    void updateBar();
    void load(qint64 delivery);
    void read(PayloadDepth depth);
    void readDeliveries();
    void take(const Result<PayloadContentPtr> &read, PayloadDepth depth);
    void takeDeliveries(const QList<qint64> &deliveries);
    void refresh(const StoreChanges &changes);
    void showContent(const PayloadContentPtr &content);
    void showFailure(const Error &error);
    void showBanner();
    void updateEmpty();
    void showPage();
    void compare(bool withTimesAndIds);
    void copy(PayloadBar::Copied what);
    void step(int by);
    bool has(Page page) const;
    Page usable(Page page) const;
    QWidget *widgetOf(Page page) const;

    StoreReader &m_reader;
    DisplaySettings &m_display;
    PayloadBar *m_bar;
    Banner *m_banner;
    BusyBar *m_busy;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    PayloadTreePage *m_tree;
    PayloadTextView *m_text;
    PayloadHexView *m_raw;
    PayloadTableView *m_headers;
    PayloadTableView *m_parts;
    PayloadDiffView *m_diff;
    PayloadContentPtr m_content; ///< null while nothing is shown
    std::optional<Error> m_failure; ///< why there is nothing
    StopFlag m_stop; ///< of the read that runs
    StopFlag m_listStop; ///< of the list of a conversation's deliveries that is read
    StopFlag m_compareStop; ///< of the comparison that runs
    QList<qint64> m_deliveries; ///< of the conversation, newest first; empty where only one delivery was asked for
    qint64 m_conversation = 0; ///< that was asked for; 0 for none
    qint64 m_delivery = 0;
    Page m_page = Page::Tree;
    Page m_wanted = Page::Tree; ///< as a person chose it; kept where a delivery has no such page
    bool m_isLarge = false; ///< opened as bytes because of its size
};

} // namespace earshot
