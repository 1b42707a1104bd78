// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/system/portholder.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QtEndian>

#include <array>
#include <cstring>

#include <unistd.h>

namespace earshot {
namespace {

constexpr qsizetype c_addressField = 1; // of a line of /proc/net/tcp, see proc(5)
constexpr qsizetype c_stateField = 3;
constexpr qsizetype c_inodeField = 9;
constexpr QByteArrayView c_listening = "0A"; // TCP_LISTEN

/** The address of `0100007F` or its longer kin: words of 32 bits as this machine keeps them in memory. */
QHostAddress addressOf(const QByteArray &hex)
{
    QByteArray bytes = QByteArray::fromHex(hex);
    for (qsizetype word = 0; word + 4 <= bytes.size(); word += 4) {
        bool isNumber = false;
        const quint32 value = hex.sliced(word * 2, 8).toUInt(&isNumber, 16);
        if (!isNumber)
            return {};
        std::memcpy(bytes.data() + word, &value, sizeof value);
    }
    if (bytes.size() == 4) {
        quint32 value = 0;
        std::memcpy(&value, bytes.constData(), sizeof value);
        return QHostAddress(qFromBigEndian(value));
    }
    if (bytes.size() == 16)
        return QHostAddress(reinterpret_cast<const quint8 *>(bytes.constData()));
    return {};
}

bool isEveryAddress(const QHostAddress &address)
{
    return address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::AnyIPv6);
}

/** Whether a listener on the one keeps us from the other. `::` takes both families here. */
bool isInTheWay(const QHostAddress &theirs, const QHostAddress &ours)
{
    return isEveryAddress(theirs) || isEveryAddress(ours) || theirs.isEqual(ours, QHostAddress::TolerantConversion);
}

/** The inode of the socket of this line, if it listens there; 0 if not. */
quint64 inodeInTheWay(const QByteArray &line, const QHostAddress &address, quint16 port)
{
    const QList<QByteArray> fields = line.simplified().split(' ');
    if (fields.size() <= c_inodeField || fields.at(c_stateField) != c_listening)
        return 0;
    const QList<QByteArray> place = fields.at(c_addressField).split(':');
    bool isPort = false;
    if (place.size() != 2 || place.last().toUShort(&isPort, 16) != port || !isPort)
        return 0;
    return isInTheWay(addressOf(place.first()), address) ? fields.at(c_inodeField).toULongLong() : 0;
}

quint64 inodeInTheWay(const QHostAddress &address, quint16 port)
{
    // Those of this process's network; /proc/net would lead to the same, but is hidden from services at times.
    for (const QString &path : {QStringLiteral("/proc/self/net/tcp"), QStringLiteral("/proc/self/net/tcp6")}) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (const quint64 inode = inodeInTheWay(line, address, port); inode != 0)
                return inode;
        }
    }
    return 0;
}

bool hasSocket(const QString &descriptors, const QByteArray &name)
{
    const QDir folder(descriptors);
    for (const QString &entry : folder.entryList(QDir::System | QDir::Files | QDir::NoDotAndDotDot)) {
        std::array<char, 64> target{};
        const ssize_t size =
            readlink(QFile::encodeName(folder.filePath(entry)).constData(), target.data(), target.size());
        if (size > 0 && QByteArrayView(target.data(), size) == name)
            return true;
    }
    return false;
}

PortHolder processWith(quint64 inode)
{
    const QByteArray name = "socket:[" + QByteArray::number(inode) + ']';
    for (const QString &entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        bool isProcess = false;
        const qint64 process = entry.toLongLong(&isProcess);
        const QString folder = QStringLiteral("/proc/%1").arg(process);
        if (!isProcess || !hasSocket(folder + QLatin1StringView("/fd"), name))
            continue;
        QFile program(folder + QLatin1StringView("/comm"));
        const bool isOpen = program.open(QIODevice::ReadOnly);
        return {isOpen ? QString::fromLocal8Bit(program.readAll().trimmed()) : QString(), process};
    }
    return {};
}

} // namespace

std::optional<PortHolder> portHolder(const QString &address, quint16 port)
{
    const quint64 inode = inodeInTheWay(QHostAddress(address), port);
    return inode == 0 ? std::nullopt : std::optional(processWith(inode));
}

} // namespace earshot
