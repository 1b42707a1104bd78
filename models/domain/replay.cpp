// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/replay.h"

#include <QByteArrayList>

#include <algorithm>
#include <array>

namespace earshot {
namespace {

/** Of a connection (RFC 9110 section 7.6.1), made by the connection, or stored only as what they were. */
constexpr std::array<QByteArrayView, 15> c_ofTheConnection = {"Connection",
                                                              "Keep-Alive",
                                                              "Proxy-Connection",
                                                              "TE",
                                                              "Trailer",
                                                              "Transfer-Encoding",
                                                              "Upgrade",
                                                              "Host",
                                                              "Expect",
                                                              "Content-Length",
                                                              "Proxy-Authorization",
                                                              "Cookie",
                                                              "Via",
                                                              "Authorization",
                                                              "Accept-Encoding"};

/** Written by proxies on the way here; an Earshot that trusts this computer would take them for true. */
constexpr std::array<QByteArrayView, 6> c_ofProxies = {"Forwarded",         "X-Forwarded-For", "X-Forwarded-Host",
                                                       "X-Forwarded-Proto", "X-Real-IP",       "X-Original-URI"};

bool isSame(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

template <std::size_t N>
bool isOneOf(QByteArrayView name, const std::array<QByteArrayView, N> &names)
{
    return std::ranges::any_of(names, [name](QByteArrayView other) { return isSame(name, other); });
}

/** Whether a field never goes along. */
bool isLeftBehind(QByteArrayView name)
{
    return isOneOf(name, c_ofTheConnection) || isOneOf(name, c_ofProxies);
}

/** A secret is stored only as what it was, as in `bearer, matched`, and a token within another field as asterisks
 * (storableHeaders()). */
bool isMasked(const HeaderField &field)
{
    constexpr std::array<QByteArrayView, 3> findings = {"matched", "did not match", "not checked"};
    const qsizetype comma = field.value.indexOf(", ");
    const bool isFinding = comma > 0 && isOneOf(QByteArrayView(field.value).sliced(comma + 2), findings);
    return (isFinding && !field.value.first(comma).contains(' ')) || field.value.contains("****");
}

/** Names in the Connection fields, which are for one connection only as well. */
QByteArrayList connectionOptions(const QList<HeaderField> &fields)
{
    QByteArrayList names;
    for (const HeaderField &field : fields) {
        if (!isSame(field.name, "Connection"))
            continue;
        for (const QByteArray &option : field.value.split(','))
            names.append(option.trimmed());
    }
    return names;
}

void appendField(QList<HeaderField> &fields, const HeaderField &added)
{
    for (HeaderField &field : fields) {
        if (isSame(field.name, added.name)) {
            field.value += ", " + added.value;
            return;
        }
    }
    fields.append(added);
}

bool isTokenCharacter(char byte)
{
    constexpr QByteArrayView more("!#$%&'*+-.^_`|~"); // RFC 9110 section 5.6.2
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
           || more.contains(byte);
}

bool isValueCharacter(char byte)
{
    return byte == '\t' || (static_cast<unsigned char>(byte) >= 0x20 && byte != 0x7f);
}

bool isConnectionsOwn(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 11> names = {
        "Host",       "Content-Length",  "Transfer-Encoding",
        "Connection", "Keep-Alive",      "Proxy-Connection",
        "Trailer",    "Upgrade",         "Expect",
        "TE",         "Accept-Encoding",
    };
    return isOneOf(name, names) || isSame(name, c_replayHeader);
}

Result<void> checkField(const HeaderField &field)
{
    const QString name = QString::fromLatin1(field.name.left(80));
    if (field.name.isEmpty() || !std::ranges::all_of(field.name, isTokenCharacter))
        return failure(ErrorCode::BadArgument, QStringLiteral("\"%1\" is no name of a header field").arg(name));
    if (isConnectionsOwn(field.name))
        return failure(ErrorCode::BadArgument, QStringLiteral("%1 is set by Earshot itself").arg(name));
    if (!std::ranges::all_of(field.value, isValueCharacter))
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("the value of %1 holds a line end or another control character").arg(name));
    return {};
}

} // namespace

QList<HeaderField> replayedFields(const Delivery &delivery)
{
    const QByteArrayList options = connectionOptions(delivery.headers);
    const auto isOption = [&options](QByteArrayView name) {
        return std::ranges::any_of(options, [name](QByteArrayView option) { return isSame(name, option); });
    };
    QList<HeaderField> fields;
    for (const HeaderField &field : delivery.headers) {
        if (!isLeftBehind(field.name) && !isOption(field.name) && !isMasked(field))
            appendField(fields, field);
    }
    return fields;
}

Result<void> checkEdit(const DeliveryEdit &edit)
{
    for (const HeaderField &field : edit.headers) {
        if (const auto checked = checkField(field); !checked)
            return checked;
    }
    return {};
}

} // namespace earshot
