// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/words.h"

#include <QCoreApplication>

namespace earshot {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString ofStore(ErrorCode code)
{
    switch (code) {
    case ErrorCode::StoreUnreadable:
        return Words::tr("The store cannot be opened. Check that the file is there and that you may read it.");
    case ErrorCode::StoreNotADatabase:
        return Words::tr("This file is not an Earshot store. Nothing was changed. Open another file.");
    case ErrorCode::StoreNewer:
        return Words::tr("This store was made by a newer Earshot. Nothing was changed. Update Earshot or open another "
                         "store.");
    case ErrorCode::StoreOlder:
        return Words::tr("This store is of an older Earshot and has to be brought up to date first. Open it once in "
                         "Earshot where it can be written.");
    case ErrorCode::StoreLocked:
        return Words::tr("Another program holds the store. Close that program or wait until it is done.");
    case ErrorCode::StoreReadOnly:
        return Words::tr("The store can be read but not written. Nothing was changed. Check the rights of the file "
                         "and its folder.");
    case ErrorCode::StoreFull:
        return Words::tr("The disk is full. Senders are told to come back; what was accepted is safe. Free at least "
                         "200 MB.");
    case ErrorCode::StoreDamaged:
        return Words::tr("The store is damaged. What it cannot take is not accepted, and senders are told to come "
                         "back. Close Earshot and run `earshot check --repair`.");
    case ErrorCode::StoreDiskFailed:
        return Words::tr("The disk could not be read or written. Senders are told to come back; what was accepted is "
                         "safe. Check the disk.");
    case ErrorCode::WriterHeld:
        return Words::tr("Another Earshot receives for this store. This window shows what it receives and changes "
                         "nothing.");
    default:
        return Words::tr("The store gave an error. What was saved before is safe. Try again; if it stays, check the "
                         "store.");
    }
}

QString ofPayload(ErrorCode code)
{
    switch (code) {
    case ErrorCode::JsonSyntax:
        return Words::tr("This is not valid JSON. It is kept as it came and can be read under Raw.");
    case ErrorCode::FormSyntax:
        return Words::tr("This form cannot be taken apart. It is kept as it came and can be read under Raw.");
    case ErrorCode::WrongShape:
        return Words::tr("This is not of the form that its platform documents. It is kept as it came.");
    case ErrorCode::UnsupportedCoding:
        return Words::tr("This body is compressed in a way that Earshot does not know. It is kept as it came. Have it "
                         "sent as gzip or uncompressed.");
    default:
        return Words::tr("This is larger than Earshot takes. Raise the limit or have less sent at once.");
    }
}

QString withoutDetail(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadArgument:
        return Words::tr("This value does not fit here. Correct it and try again.");
    case ErrorCode::NotFound:
        return Words::tr("It is not there any more. It may have been removed in the meantime.");
    case ErrorCode::AlreadyExists:
        return Words::tr("This name is taken. Choose another one.");
    case ErrorCode::FilterSyntax:
        return Words::tr("The filter cannot be read. What is shown is by the last filter that could.");
    case ErrorCode::StoreUnreadable:
    case ErrorCode::StoreNotADatabase:
    case ErrorCode::StoreNewer:
    case ErrorCode::StoreOlder:
    case ErrorCode::StoreLocked:
    case ErrorCode::StoreReadOnly:
    case ErrorCode::StoreFull:
    case ErrorCode::StoreDamaged:
    case ErrorCode::StoreDiskFailed:
    case ErrorCode::StoreFailed:
    case ErrorCode::WriterHeld:
        return ofStore(code);
    case ErrorCode::JsonSyntax:
    case ErrorCode::FormSyntax:
    case ErrorCode::WrongShape:
    case ErrorCode::UnsupportedCoding:
    case ErrorCode::TooLarge:
        return ofPayload(code);
    case ErrorCode::ListenFailed:
        return Words::tr("Earshot cannot listen on this address and is not receiving. Another program may use the "
                         "port: close it or choose another port.");
    case ErrorCode::NetworkFailed:
        return Words::tr("No answer came from the other side. Check the address and the network, then try again.");
    case ErrorCode::FileFailed:
        return Words::tr("The file could not be read or written. Check its folder, its rights and the room on the "
                         "disk.");
    case ErrorCode::Cancelled:
        return Words::tr("Cancelled. Nothing was changed.");
    }
    return {};
}

} // namespace

QString errorText(const Error &error)
{
    const QString text = withoutDetail(error.code);
    if (error.detail.isEmpty())
        return text;
    //: %1 is what happened and what to do, %2 the technical detail
    return Words::tr("%1 (%2)").arg(text, error.detail);
}

} // namespace earshot
