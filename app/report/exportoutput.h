// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <QByteArrayView>

#include <memory>

namespace earshot {

/** Where an export goes. A file appears whole or not at all: it grows under another name beside its place until
 * finish(), and is gone if that is never called. */
class ExportOutput
{
public:
    virtual ~ExportOutput() = default;

    /** Errors: FileFailed, naming the file; Cancelled without a word where nobody reads standard output any more. */
    virtual Result<void> write(QByteArrayView bytes) = 0;

    /** Says that all was written. Call once, last. Errors: FileFailed. */
    virtual Result<void> finish() = 0;
};

/** `-` is standard output. What exists and is no plain file (a pipe, a terminal, /dev/null) is written as it is, never
 * replaced. */
Result<std::unique_ptr<ExportOutput>> openExportOutput(const QString &name);

} // namespace earshot
