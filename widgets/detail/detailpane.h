// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storereader.h"
#include "widgets/detail/detaildata.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QStackedWidget;

namespace earshot {

class ConversationHeader;
class DeliveryHeader;
class DetailFooter;
class DetailTabs;
class DisplaySettings;
class EmptyState;
class ForwardingView;
class PayloadView;
class TimelineView;
class TranscriptPane;

/** Everything about one conversation or one delivery, kept current: what was said, what was sent, what happened, where
 * it went. GUI thread; reads in the reader's pool. */
class DetailPane final : public QWidget
{
    Q_OBJECT

public:
    enum class Tab { Transcript, Payload, Timeline, Forwarding };

    /** @p reader and @p settings must outlive it. */
    DetailPane(StoreReader &reader, DisplaySettings &settings, QWidget *parent = nullptr);
    ~DetailPane() override;

    void showConversation(qint64 conversation);

    /** The delivery, and in the other tabs the conversation that it belongs to. */
    void showDelivery(qint64 delivery);
    void clear();

    /** That is shown, or that the shown delivery belongs to; 0 for none. */
    qint64 conversation() const { return m_conversation; }

    /** 0 while a conversation is shown as a whole. */
    qint64 delivery() const { return m_delivery; }

    /** Whether the shown delivery is set aside, because its sender is not proved. */
    bool isQuarantined() const { return m_isQuarantined; }

    void setFrontTab(Tab tab);
    Tab frontTab() const;

    /** The keyboard goes to what the front tab shows. */
    void focusContent();

    /** Opens the find bar of the payload where that is in front, else of the transcript. */
    void find();
    void findNext();
    void findPrevious();

    /** The payload, against the previous of its kind. */
    void showDiff();

    /** The three first become buttons, the others a menu. Not owned. */
    void setFooterActions(const QList<QAction *> &actions);

    /** One line instead of three, for low windows. */
    void setCompactHeader(bool compact);

    /** Whether there is a delivery before and after the shown one in the list it was chosen from. */
    void setSteps(bool previous, bool next);

    /** Once a row's question was answered it cannot be answered again, until its answer was refused. */
    void setAnswering(qint64 row, bool answering);

Q_SIGNALS:
    void conversationRequested(qint64 conversation);
    void deliveryRequested(qint64 delivery);
    void previousRequested();
    void nextRequested();
    void filterRequested(const QString &field, const QString &value, bool exclude);
    void forwardRequested(qint64 conversation);

    // Of a row of the outbox, as ForwardingView says them.
    void retryRequested(qint64 row);
    void sendAgainRequested(qint64 conversation, const QString &destination);
    void logRequested(qint64 row);
    void contactChosen(qint64 row, const QString &contact);
    void settled(qint64 row, bool isThere);

    void frontTabChanged();

    /** What was asked for is shown now, or shown anew. */
    void shown();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildLayout();
    void connectParts();
    void choose(qint64 conversation, qint64 delivery);
    void read();
    void stopReading();
    void take(const Result<DetailContent> &content);
    void takeConversation(const ConversationDetail *conversation);
    void takeError(const Error &error);
    void follow(const StoreChanges &changes);
    void showWaiting();
    void showPayload();
    void showFrontTab();
    void updateCounts();
    void showEmpty();
    void retranslate();

    StoreReader &m_reader;
    DisplaySettings &m_settings;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QWidget *m_page;
    ConversationHeader *m_conversationHeader;
    DeliveryHeader *m_deliveryHeader;
    DetailTabs *m_tabs;
    QStackedWidget *m_contents;
    TranscriptPane *m_transcript;
    PayloadView *m_payload;
    TimelineView *m_timeline;
    ForwardingView *m_forwarding;
    DetailFooter *m_footer;
    QTimer m_waiting; ///< until it shows that it waits
    StopFlag m_stop; ///< of the read that runs; null if none does
    bool m_isStale = false; ///< changed while it was being read
    bool m_isGone = false; ///< what was shown is no longer in the store
    bool m_isPayloadStale = true;
    bool m_isQuarantined = false;
    bool m_isSettled = false; ///< the shown delivery is projected
    qint64 m_conversation = 0;
    qint64 m_delivery = 0;
    ConversationDetail m_content;
};

} // namespace earshot
