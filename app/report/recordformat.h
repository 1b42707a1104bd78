// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/record.h"

#include <QByteArray>

namespace earshot {

/** How records become the bytes of a file. One object writes one file. */
class RecordFormat
{
public:
    virtual ~RecordFormat() = default;

    /** What comes before the first record. */
    virtual void appendHeader(QByteArray &out) = 0;
    virtual void appendRecord(QByteArray &out, const Record &record) = 0;
};

} // namespace earshot
