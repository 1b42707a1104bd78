// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/replay/editabletext.h"

#include <algorithm>

namespace earshot {
namespace {

constexpr qsizetype c_largest = 1024 * 1024;

/** What QTextDocument takes for the end of a paragraph or a frame, and a NUL, which no field shows. */
bool isLostInAnEditor(QChar character)
{
    return character == QChar::Null || character == QChar(0x2029) || character == QChar(0xfdd0)
           || character == QChar(0xfdd1);
}

} // namespace

EditableText::EditableText(const QByteArray &bytes)
{
    if (bytes.size() > c_largest) {
        m_obstacle = Obstacle::TooLarge;
        return;
    }
    QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() != bytes || std::ranges::any_of(text, isLostInAnEditor)) {
        m_obstacle = Obstacle::NotText;
        return;
    }
    const qsizetype pairs = text.count(QLatin1StringView("\r\n"));
    m_hasCarriageReturns = pairs > 0;
    const bool isMixed =
        text.count(QLatin1Char('\r')) != pairs || (m_hasCarriageReturns && text.count(QLatin1Char('\n')) != pairs);
    if (isMixed)
        m_obstacle = Obstacle::MixedLineEnds;
    else
        m_text = text.replace(QLatin1StringView("\r\n"), QLatin1StringView("\n"));
}

QByteArray EditableText::bytesOf(const QString &text) const
{
    QByteArray bytes = text.toUtf8();
    if (m_hasCarriageReturns)
        bytes.replace("\n", "\r\n");
    return bytes.isNull() ? QByteArray("") : bytes;
}

} // namespace earshot
