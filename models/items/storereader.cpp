// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/storereader.h"

#include "models/items/storefeed.h"
#include "models/items/storepool.h"

#include <QCoreApplication>

namespace earshot {

StoreReader::StoreReader(const StoreLocation &location, QObject *parent)
    : QObject(parent)
    , m_location(location)
    , m_pool(std::make_unique<Pool>(*this))
    , m_feed(std::make_unique<Feed>(*this))
{
}

StoreReader::~StoreReader()
{
    m_feed.reset();
    m_pool.reset();
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall); // ends the futures that are still open
}

void StoreReader::post(Work work, StopFlag stop, ReadCost cost)
{
    m_pool->post(std::move(work), std::move(stop), cost);
}

} // namespace earshot
