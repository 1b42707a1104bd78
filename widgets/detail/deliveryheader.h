// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/detail/detaildata.h"
#include "widgets/style/displaysettings.h"

#include <QWidget>

class QToolButton;

namespace earshot {

class ElidedLabel;
class IconLabel;
class MutedLabel;
class Pill;

/** What a delivery is, who sent it, and which conversation it belongs to. */
class DeliveryHeader final : public QWidget
{
    Q_OBJECT

public:
    /** @p settings must outlive it. */
    explicit DeliveryHeader(DisplaySettings &settings, QWidget *parent = nullptr);

    /** @p conversation is null where it belongs to none. */
    void setDelivery(const DeliveryDetail &delivery, const Conversation *conversation);

    /** One line instead of two. */
    void setCompact(bool compact);

    /** Whether there is one before and one after it in the list it comes from. */
    void setSteps(bool previous, bool next);

    QString title() const;
    QString facts() const;

    /** Why its sender is not believed, or nearly not; null if there is nothing to say. */
    QString reason() const;

    Pill *conversationPill() const { return m_conversationPill; }

Q_SIGNALS:
    void conversationRequested(qint64 conversation);
    void previousRequested();
    void nextRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void refresh();
    void refreshVerdict();
    QStringList factTexts() const;
    void updateFonts();

    DisplaySettings &m_settings;
    DeliveryDetail m_delivery;
    std::optional<Conversation> m_conversation;
    ElidedLabel *m_title;
    Pill *m_verdict;
    Pill *m_conversationPill;
    QToolButton *m_previous;
    QToolButton *m_next;
    ElidedLabel *m_request; ///< method and target
    ElidedLabel *m_facts;
    QWidget *m_factsLine;
    IconLabel *m_reasonIcon;
    MutedLabel *m_reason;
    QWidget *m_reasonLine;
};

} // namespace earshot
