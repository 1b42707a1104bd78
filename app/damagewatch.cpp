// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/damagewatch.h"

#include "models/base/logging.h"
#include "models/store/suspicion.h"

namespace earshot {

DamageWatch::DamageWatch(QString storePath, QObject *parent)
    : QObject(parent)
    , m_storePath(std::move(storePath))
{
}

DamageWatch::~DamageWatch()
{
    stop();
}

void DamageWatch::look(const std::optional<Error> &trouble)
{
    if (m_thread || !trouble || trouble->code != ErrorCode::StoreDamaged)
        return;
    if (const auto noted = suspicion::note(m_storePath); !noted)
        qCWarning(lcApp).noquote() << "the next start will not know of the damage:" << noted.error().detail;
    qCWarning(lcApp).noquote() << "the store seems to be damaged; reading all of it:" << m_storePath;
    m_stop = false;
    m_thread.reset(QThread::create([this] {
        const auto found = suspicion::examine(m_storePath, m_stop);
        QMetaObject::invokeMethod(this, [this, found] { take(found); }, Qt::QueuedConnection);
    }));
    m_thread->setObjectName(QStringLiteral("store check"));
    m_thread->start();
}

void DamageWatch::stop()
{
    m_stop = true;
    if (m_thread)
        m_thread->wait();
    m_thread.reset();
}

void DamageWatch::take(const Result<void> &found)
{
    if (m_stop) // what was found was already on its way
        return;
    m_thread->wait();
    m_thread.reset();
    if (!found && found.error().code == ErrorCode::StoreDamaged) {
        Q_EMIT confirmed(found.error());
        return;
    }
    if (found)
        suspicion::forget(m_storePath);
    qCWarning(lcApp).noquote() << "no damage was found in the store's file:"
                               << (found ? m_storePath : found.error().detail);
    Q_EMIT denied();
}

} // namespace earshot
