// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/result.h"

namespace earshot {

QString errorCodeText(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadArgument:
        return QStringLiteral("bad-argument");
    case ErrorCode::NotFound:
        return QStringLiteral("not-found");
    case ErrorCode::AlreadyExists:
        return QStringLiteral("already-exists");
    case ErrorCode::FilterSyntax:
        return QStringLiteral("filter-syntax");
    case ErrorCode::StoreUnreadable:
        return QStringLiteral("store-unreadable");
    case ErrorCode::StoreNotADatabase:
        return QStringLiteral("store-not-a-database");
    case ErrorCode::StoreNewer:
        return QStringLiteral("store-newer");
    case ErrorCode::StoreOlder:
        return QStringLiteral("store-older");
    case ErrorCode::StoreLocked:
        return QStringLiteral("store-locked");
    case ErrorCode::StoreReadOnly:
        return QStringLiteral("store-read-only");
    case ErrorCode::StoreFull:
        return QStringLiteral("store-full");
    case ErrorCode::StoreDamaged:
        return QStringLiteral("store-damaged");
    case ErrorCode::StoreDiskFailed:
        return QStringLiteral("store-disk-failed");
    case ErrorCode::StoreFailed:
        return QStringLiteral("store-failed");
    case ErrorCode::WriterHeld:
        return QStringLiteral("writer-held");
    case ErrorCode::JsonSyntax:
        return QStringLiteral("json-syntax");
    case ErrorCode::FormSyntax:
        return QStringLiteral("form-syntax");
    case ErrorCode::WrongShape:
        return QStringLiteral("wrong-shape");
    case ErrorCode::UnsupportedCoding:
        return QStringLiteral("unsupported-coding");
    case ErrorCode::TooLarge:
        return QStringLiteral("too-large");
    case ErrorCode::ListenFailed:
        return QStringLiteral("listen-failed");
    case ErrorCode::NetworkFailed:
        return QStringLiteral("network-failed");
    case ErrorCode::FileFailed:
        return QStringLiteral("file-failed");
    case ErrorCode::Cancelled:
        return QStringLiteral("cancelled");
    }
    Q_UNREACHABLE();
}

} // namespace earshot
