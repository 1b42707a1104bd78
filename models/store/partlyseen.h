// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>

namespace earshot {

/** The one definition of a conversation that was seen only in part, of which its platform's API may know more: without
 * a transcript, a duration that was said, for a call its recording, or an end; and the API was not asked for it since
 * it last changed, unless it was going on. A condition over `conversation c LEFT JOIN backfill b`. */
inline constexpr QLatin1StringView
    c_isPartlySeen(R"((c."messages" = 0 OR c."duration_s" IS NULL OR instr(c."estimated", '"duration_s"') > 0)"
                   R"( OR (c."kind" = 'call' AND c."recording_url" IS NULL))"
                   R"( OR c."status" IN ('in_progress', 'ringing', 'open', 'pending', 'assumed_ended')))"
                   R"( AND (b."conversation" IS NULL OR b."result" = 'running' OR b."at" < c."updated_at"))");

} // namespace earshot
