// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <expected>

namespace earshot {

/** What went wrong, as a code that travels untranslated; the detail is for logs and the command line. */
enum class ErrorCode {
    BadArgument, ///< the caller's words are off
    NotFound, ///< nothing of that name or id
    AlreadyExists, ///< the name is taken
    FilterSyntax, ///< a filter could not be read; FilterError has the position
    StoreUnreadable, ///< the file or its folder cannot be opened
    StoreNotADatabase, ///< the file is something else
    StoreNewer, ///< made by a newer Earshot
    StoreOlder, ///< needs a migration that this process may not make
    StoreLocked, ///< another program holds the file
    StoreReadOnly, ///< the file or its folder cannot be written
    StoreFull, ///< no room on the disk
    StoreDamaged, ///< what the file holds contradicts itself: only salvaging helps
    StoreDiskFailed, ///< the disk could not read or write; it may again later
    StoreFailed, ///< any other answer of the database
    WriterHeld, ///< another Earshot has the writer's role for this store
    JsonSyntax, ///< a payload is not JSON
    FormSyntax, ///< a form cannot be taken apart
    WrongShape, ///< well-formed, but not what the platform's documents say
    UnsupportedCoding, ///< a Content-Encoding that we do not know
    TooLarge, ///< grows past a limit
    ListenFailed, ///< the address cannot be listened on
    NetworkFailed, ///< no answer from the other side
    FileFailed, ///< a file could not be read or written
    Cancelled, ///< the caller no longer wants the answer
};

/** A failure: a code for decisions, a sentence's worth of detail (file, place, reason) without secrets or payload. */
struct Error {
    ErrorCode code = ErrorCode::StoreFailed;
    QString detail;

    friend bool operator==(const Error &, const Error &) = default;
};

template <typename T>
using Result = std::expected<T, Error>;

/** Short for `std::unexpected(Error{code, detail})`. */
inline std::unexpected<Error> failure(ErrorCode code, const QString &detail)
{
    return std::unexpected(Error{code, detail});
}

/** The code's stable word, as in `json-syntax`; stored as the first word of a delivery's reason. */
QString errorCodeText(ErrorCode code);

} // namespace earshot
