// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QFuture>

#include <chrono>
#include <memory>

namespace earshot {

/** Where a desktop keeps a person's secrets, by name. Any thread; the futures always end. */
class KeyStore
{
public:
    virtual ~KeyStore() = default;

    /** Errors: NotFound, and NetworkFailed where the store does not answer or is locked. */
    virtual QFuture<Result<QByteArray>> read(const QByteArray &name) = 0;
    /** Replaces what was there. Errors: NetworkFailed. */
    virtual QFuture<Result<void>> write(const QByteArray &name, const QByteArray &secret) = 0;
    /** What is not there is removed already. Errors: NetworkFailed. */
    virtual QFuture<Result<void>> remove(const QByteArray &name) = 0;
};

/** The desktop's (Secret Service or KWallet) by QtKeychain; null where Earshot was built without it or where there is
 * no session bus to reach one, as for a system service. Who does not answer within @p patience is not there. */
std::unique_ptr<KeyStore> desktopKeyStore(std::chrono::milliseconds patience = std::chrono::seconds(5));

} // namespace earshot
