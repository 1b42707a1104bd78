// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace earshot {

/** A body as text that can be edited and turned back into bytes without loss: line ends come back as they were. */
class EditableText
{
public:
    enum class Obstacle {
        None,
        NotText, ///< no UTF-8, or characters that an editor does not keep
        MixedLineEnds, ///< CRLF and bare LF in one text
        TooLarge, ///< over 1 MiB
    };

    EditableText() = default;
    explicit EditableText(const QByteArray &bytes);

    /** Why it cannot be edited here. */
    Obstacle obstacle() const { return m_obstacle; }

    /** With `\n` between lines; empty where there is an obstacle. */
    QString text() const { return m_text; }

    /** @p text, as it came out of the editor, with the line ends of the original. */
    QByteArray bytesOf(const QString &text) const;

private:
    Obstacle m_obstacle = Obstacle::None;
    QString m_text;
    bool m_hasCarriageReturns = false;
};

} // namespace earshot
