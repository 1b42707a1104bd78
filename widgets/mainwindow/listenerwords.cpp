// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/listenerwords.h"

#include "models/items/listenersetup.h"

#include <QCoreApplication>

namespace earshot {
namespace {

/** Its own context, as there is no widget here. */
struct ListenerWords {
    Q_DECLARE_TR_FUNCTIONS(earshot::ListenerWords)

public:
    static QString cause(const ListenerState &state);
    static QString brief(const ListenerState &state);
    static QString next(const ListenerState &state);
};

QString ListenerWords::brief(const ListenerState &state)
{
    switch (state.cause) {
    case ListenerState::Cause::PortTaken:
        return tr("Not receiving: port %1 is taken").arg(state.port);
    case ListenerState::Cause::AddressGone:
        //: %1 is an IP address
        return tr("Not receiving: %1 is not here").arg(state.address);
    case ListenerState::Cause::NetworkDown:
        return tr("Not receiving: the network is down");
    case ListenerState::Cause::Asleep:
        return tr("Not receiving: asleep");
    case ListenerState::Cause::Other:
        break;
    }
    return tr("Not receiving");
}

QString ListenerWords::cause(const ListenerState &state)
{
    switch (state.cause) {
    case ListenerState::Cause::PortTaken:
        if (state.process > 0)
            //: %2 is a program's name, %3 the number of its process
            return tr("Port %1 is used by another program (%2, process %3). Earshot is not receiving; senders know "
                      "only this port.")
                .arg(QString::number(state.port), state.program, QString::number(state.process));
        return tr("Port %1 is used by a program of another user. Earshot is not receiving; senders know only this "
                  "port.")
            .arg(state.port);
    case ListenerState::Cause::AddressGone:
        //: %1 is an IP address
        return tr("Earshot is not receiving: this computer does not have the address %1 any more.").arg(state.address);
    case ListenerState::Cause::NetworkDown:
        return tr("Earshot is not receiving: the network is down.");
    case ListenerState::Cause::Asleep:
        return tr("Earshot is not receiving: the computer sleeps. It receives again when the computer wakes.");
    case ListenerState::Cause::Other:
        break;
    }
    //: %1 is why, from the system
    return tr("Earshot is not receiving; senders get no answer. (%1)").arg(state.reason);
}

QString ListenerWords::next(const ListenerState &state)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(state.retryIn).count();
    if (seconds > 0)
        return tr("It tries again within %n second(s).", nullptr, int(seconds));
    return state.cause == ListenerState::Cause::Asleep ? QString() : tr("It tries again by itself.");
}

} // namespace

QString notReceivingText(const ListenerState &state)
{
    return ListenerWords::brief(state);
}

QString notReceivingSentence(const ListenerState &state)
{
    const QString next = ListenerWords::next(state);
    const QString cause = ListenerWords::cause(state);
    return next.isEmpty() ? cause : QString(cause + QLatin1Char(' ') + next);
}

QString certificateNotice(const ListenerState &state, const ValueFormat &format, Timestamp now)
{
    if (!state.certificateEnds)
        return {};
    const auto left = std::chrono::floor<std::chrono::days>(*state.certificateEnds - now);
    if (left >= c_certificateNearItsEnd)
        return {};
    const QString day = dayText(*state.certificateEnds, format);
    if (left.count() < 0)
        //: %1 is a day
        return ListenerWords::tr(
                   "The listener's certificate ended on %1: senders refuse it, and what they send is lost. "
                   "Renew it.")
            .arg(day);
    //: %1 is a day
    return ListenerWords::tr(
               "The listener's certificate ends on %1, in %n day(s): senders refuse it from then on. Renew "
               "it.",
               nullptr, int(left.count()))
        .arg(day);
}

} // namespace earshot
