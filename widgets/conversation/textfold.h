// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace earshot {

/** A part of a text. */
struct TextStretch {
    qsizetype from = 0;
    qsizetype length = 0;

    qsizetype end() const { return from + length; }

    friend bool operator==(const TextStretch &, const TextStretch &) = default;
};

/** A text without case, accents and vowel signs, which knows where each of its characters came from. */
class FoldedText
{
public:
    FoldedText() = default;
    explicit FoldedText(const QString &text);

    /** Where @p needle, folded too, stands in the unfolded text; without overlaps. */
    QList<TextStretch> find(const FoldedText &needle) const;

    bool isEmpty() const { return m_text.isEmpty(); }

private:
    TextStretch original(qsizetype from, qsizetype length) const;

    QString m_text;
    QList<int> m_places; ///< of each folded character in the original, then the original's length; empty where equal
};

} // namespace earshot
