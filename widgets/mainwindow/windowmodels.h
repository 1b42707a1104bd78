// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/chartfeed.h"
#include "models/items/conversationtablemodel.h"
#include "models/items/deliverytablemodel.h"
#include "models/items/facets.h"
#include "models/items/livelanemodel.h"
#include "models/items/sourcelist.h"
#include "models/items/storeactivity.h"
#include "models/items/viewscope.h"

namespace earshot {

/** What one window shows of a store: every model over it, all of one scope. */
struct WindowModels {
    /** Both must outlive it. */
    WindowModels(StoreReader &storeReader, const Clock &usedClock)
        : reader(storeReader)
        , clock(usedClock)
        , conversations(reader, scope, clock)
        , deliveries(reader, scope, clock)
        , lane(reader, clock)
        , facets(reader, scope, clock)
        , charts(reader, scope, clock)
        , sources(reader)
        , activity(reader)
    {
    }

    StoreReader &reader;
    const Clock &clock;
    ViewScope scope;
    ConversationTableModel conversations;
    DeliveryTableModel deliveries;
    LiveLaneModel lane;
    Facets facets;
    ChartFeed charts;
    SourceList sources;
    StoreActivity activity;
};

} // namespace earshot
