// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/conversation.h"

#include <array>
#include <utility>

namespace earshot {
namespace {

template <typename Enum, std::size_t N>
using Words = std::array<std::pair<Enum, const char16_t *>, N>;

constexpr Words<Kind, 2> c_kinds = {{{Kind::Call, u"call"}, {Kind::Chat, u"chat"}}};
constexpr Words<Direction, 2> c_directions = {{{Direction::Inbound, u"inbound"}, {Direction::Outbound, u"outbound"}}};
constexpr Words<Status, 11> c_statuses = {{
    {Status::Open, u"open"},
    {Status::Pending, u"pending"},
    {Status::Ringing, u"ringing"},
    {Status::InProgress, u"in_progress"},
    {Status::Completed, u"completed"},
    {Status::Disconnected, u"disconnected"},
    {Status::Abandoned, u"abandoned"},
    {Status::Failed, u"failed"},
    {Status::Resolved, u"resolved"},
    {Status::Closed, u"closed"},
    {Status::AssumedEnded, u"assumed_ended"},
}};

template <typename Enum, std::size_t N>
QString wordOf(const Words<Enum, N> &words, Enum value)
{
    for (const auto &[known, word] : words) {
        if (known == value)
            return QString::fromUtf16(word);
    }
    Q_UNREACHABLE();
}

template <typename Enum, std::size_t N>
std::optional<Enum> valueOf(const Words<Enum, N> &words, QStringView text)
{
    for (const auto &[known, word] : words) {
        if (text == QStringView(word))
            return known;
    }
    return std::nullopt;
}

} // namespace

QString kindText(Kind kind)
{
    return wordOf(c_kinds, kind);
}

QString directionText(Direction direction)
{
    return wordOf(c_directions, direction);
}

QString statusText(Status status)
{
    return wordOf(c_statuses, status);
}

std::optional<Kind> kindFromText(QStringView text)
{
    return valueOf(c_kinds, text);
}

std::optional<Direction> directionFromText(QStringView text)
{
    return valueOf(c_directions, text);
}

std::optional<Status> statusFromText(QStringView text)
{
    return valueOf(c_statuses, text);
}

} // namespace earshot
