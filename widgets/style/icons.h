// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/colors.h"

#include <QIcon>

class QPainter;
class QRectF;

namespace earshot {

/** Each icon is a file `resources/icons/<name>.svg` on a 16 grid, drawn in one colour (`currentColor`). Kept in the
 * order of the table in icons.cpp. */
enum class Icon {
    // the window
    App,
    Live,
    Inspect,
    Reports,
    Filter,
    Calendar,
    Clock,
    Facets,
    Detail,
    Columns,
    Copy,
    Close,
    ChevronDown,
    ChevronUp,
    ChevronLeft,
    ChevronRight,
    ArrowUp,
    ArrowDown,
    Plus,
    Minus,
    Search,
    More,
    Settings,
    Folder,
    File,
    Link,
    Play,
    Pause,
    Stop,
    Export,
    Forward,
    Retry,
    Replay,
    Trash,
    Edit,
    Eye,
    Key,
    Globe,
    Tick,
    Dot,
    Source,
    Destination,
    Outbox,
    Note,
    Test,
    Expand,
    // states of the program
    Listening,
    ListeningElsewhere,
    NotListening,
    Warning,
    Error,
    Info,
    Lock,
    Busy,
    // status of a conversation
    StatusInProgress,
    StatusRinging,
    StatusOpen,
    StatusPending,
    StatusCompleted,
    StatusResolved,
    StatusClosed,
    StatusDisconnected,
    StatusAbandoned,
    StatusFailed,
    StatusNoEndYet,
    StatusAssumedEnded,
    // outcomes
    OutcomeBooked,
    OutcomeQuoted,
    OutcomeFollowUp,
    OutcomeNotInterested,
    OutcomeNoAnswer,
    OutcomeSpam,
    OutcomeWrongNumber,
    OutcomeOther,
    OutcomeNone,
    // deliveries
    VerdictVerified,
    VerdictUnsigned,
    VerdictFailed,
    VerdictExpired,
    VerdictUnchecked,
    VerdictReleased,
    DeliveryDecoded,
    DeliveryDuplicate,
    DeliveryUnknown,
    DeliveryMalformed,
    DeliveryQuarantined,
    DeliveryReceived,
    DeliveryErased,
    // what is forwarded
    ForwardingAsks,
    ForwardingParked,
    // who speaks, and what else stands in a transcript
    Person,
    Robot,
    Headset,
    Intent,
    FormCaptured,
    Tool,
    System,
    Hourglass,
    HangUp,
    // channels
    Phone,
    Web,
    WhatsApp,
    Sms,
    Email,
    Chat,
    Count_ ///< how many there are
};

/** Paints the icon in @p color, centred in @p rect, crisp at every scale. */
void paintIcon(QPainter &painter, Icon icon, const QRectF &rect, const QColor &color);

/** An icon for actions and buttons, coloured by the palette at paint time: text colour, muted when disabled, on accent
 * when checked in a button that is filled with it. */
QIcon themedIcon(Icon icon);

/** … in the colour of a role, muted when disabled. */
QIcon themedIcon(Icon icon, ColorRole color);

/** Paints an action's or button's icon: in @p color if themedIcon() made it without a role, else as it is. */
void paintIcon(QPainter &painter, const QIcon &icon, const QRectF &rect, const QColor &color);

} // namespace earshot
