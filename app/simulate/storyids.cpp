// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/storyids.h"

#include <QUuid>

namespace earshot {
namespace {

constexpr quint64 c_versionMask = 0xf000;
constexpr quint64 c_variantMask = 0xc000000000000000U;
constexpr quint64 c_variant = 0x8000000000000000U; // RFC 9562 section 4.1

quint64 milliseconds(Timestamp time)
{
    const auto since = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch();
    return static_cast<quint64>(since.count());
}

QString uuidText(quint64 high, quint64 low, quint64 version)
{
    high = (high & ~c_versionMask) | (version << 12);
    low = (low & ~c_variantMask) | c_variant;
    const QByteArray hex =
        QByteArray::number(high, 16).rightJustified(16, '0') + QByteArray::number(low, 16).rightJustified(16, '0');
    return QUuid::fromRfc4122(QByteArray::fromHex(hex)).toString(QUuid::WithoutBraces);
}

/** @p count characters of Crockford's base 32, the highest first. */
QString base32(quint64 value, int count)
{
    static constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    QString text(count, QLatin1Char('0'));
    for (int i = count - 1; i >= 0; --i, value >>= 5)
        text[i] = QLatin1Char(alphabet[value & 31U]);
    return text;
}

} // namespace

QString uuidVersion4(StoryRandom &random)
{
    const quint64 high = random.bits();
    return uuidText(high, random.bits(), 4);
}

QString uuidVersion7(Timestamp time, StoryRandom &random)
{
    const quint64 high = (milliseconds(time) << 16) | (random.bits() & 0xffffU);
    return uuidText(high, random.bits(), 7);
}

QString ulid(Timestamp time, StoryRandom &random)
{
    const QString head = base32(milliseconds(time), 10);
    const QString middle = base32(random.bits(), 8);
    return head + middle + base32(random.bits(), 8);
}

QString objectId(Timestamp time, StoryRandom &random)
{
    const QByteArray seconds = QByteArray::number(milliseconds(time) / 1000, 16).rightJustified(8, '0');
    return QString::fromLatin1(seconds + hexDigits(16, random));
}

QByteArray hexDigits(int digits, StoryRandom &random)
{
    QByteArray text;
    while (text.size() < digits)
        text += QByteArray::number(random.bits(), 16).rightJustified(16, '0');
    return text.left(digits);
}

QString googleClickId(StoryRandom &random)
{
    const QByteArray bytes = QByteArray::fromHex(hexDigits(72, random));
    return QLatin1StringView("CjwKCAjw") + QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding));
}

} // namespace earshot
