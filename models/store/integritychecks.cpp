// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/integritychecks.h"

#include <array>

namespace earshot {
namespace {

using Text = QLatin1StringView;

constexpr Text c_delivery("delivery");
constexpr Text c_conversation("conversation");
constexpr Text c_event("event");

// The journal: what was acknowledged is there, whole.
constexpr std::array c_journal = {
    IntegrityCheck{
        Text("delivery-without-body"), Text("A delivery's body is missing."), c_delivery,
        Text(R"(SELECT d."id" FROM delivery d LEFT JOIN delivery_body b ON b."delivery" = d."id")"
             R"( LEFT JOIN finding f ON f."delivery" = d."id" WHERE b."delivery" IS NULL AND f."state" IS NOT 'erased')"
             R"( AND d."id" NOT IN (SELECT "delivery" FROM frozen_delivery) ORDER BY 1)")},
    IntegrityCheck{Text("body-without-delivery"), Text("A body belongs to no delivery."), c_delivery,
                   Text(R"(SELECT b."delivery" FROM delivery_body b LEFT JOIN delivery d ON d."id" = b."delivery")"
                        R"( WHERE d."id" IS NULL ORDER BY 1)")},
    IntegrityCheck{Text("body-size"), Text("A body is not as long as its delivery says."), c_delivery,
                   Text(R"(SELECT d."id" FROM delivery d JOIN delivery_body b ON b."delivery" = d."id")"
                        R"( WHERE length(b."body") <> d."bytes" ORDER BY 1)")},
    IntegrityCheck{
        Text("delivery-without-source"), Text("A delivery's source is not known."), c_delivery,
        Text(
            R"(SELECT d."id" FROM delivery d LEFT JOIN source s ON s."id" = d."source_id" WHERE s."id" IS NULL ORDER BY 1)")},
};

// What retention left: sealed conversations, frozen deliveries, how many bytes there are.
constexpr std::array c_retention = {
    IntegrityCheck{Text("sealed-conversation"), Text("A conversation counts as sealed that is not there."),
                   c_conversation,
                   Text(R"(SELECT s."conversation" FROM sealed_conversation s LEFT JOIN conversation c)"
                        R"( ON c."id" = s."conversation" WHERE c."id" IS NULL ORDER BY 1)")},
    IntegrityCheck{
        Text("sealed-delivery"), Text("A rebuild would decode what a sealed conversation is made of."), c_delivery,
        Text(R"(SELECT DISTINCT e."delivery" FROM sealed_conversation s JOIN event e)"
             R"( ON e."conversation" = s."conversation" LEFT JOIN frozen_delivery z ON z."delivery" = e."delivery")"
             R"( WHERE z."delivery" IS NULL ORDER BY 1)")},
    IntegrityCheck{Text("frozen-delivery"), Text("A delivery counts as frozen that is not there."), c_delivery,
                   Text(R"(SELECT z."delivery" FROM frozen_delivery z LEFT JOIN delivery d ON d."id" = z."delivery")"
                        R"( WHERE d."id" IS NULL ORDER BY 1)")},
    IntegrityCheck{Text("raw-bytes"), Text("A source has not as many bytes of bodies as are counted."), Text("source"),
                   Text(R"(SELECT t."source_id" FROM (SELECT "source_id", sum("bytes") AS "counted" FROM)"
                        R"( (SELECT "source_id", "bytes" FROM raw_bytes UNION ALL SELECT d."source_id", -d."bytes")"
                        R"( FROM delivery d WHERE EXISTS (SELECT 1 FROM delivery_body b WHERE b."delivery" = d."id")))"
                        R"( GROUP BY 1) t WHERE t."counted" <> 0 ORDER BY 1)")},
};

// Findings: one for every delivery up to the watermark, none beyond.
constexpr std::array c_findings = {
    IntegrityCheck{Text("watermark"), Text("More deliveries count as projected than were ever received."), c_delivery,
                   Text(R"(SELECT "value" FROM meta WHERE "key" = 'projected' AND "value")"
                        R"( > (SELECT coalesce(max("seq"), 0) FROM sqlite_sequence WHERE "name" = 'delivery'))")},
    IntegrityCheck{
        Text("delivery-not-projected"), Text("A delivery counts as projected, but nothing was found out about it."),
        c_delivery,
        Text(R"(SELECT d."id" FROM delivery d LEFT JOIN finding f ON f."delivery" = d."id" WHERE f."delivery" IS NULL)"
             R"( AND d."id" <= (SELECT "value" FROM meta WHERE "key" = 'projected') ORDER BY 1)")},
    IntegrityCheck{
        Text("finding-ahead"), Text("Something was found out about a delivery that is not projected yet."), c_delivery,
        Text(R"(SELECT "delivery" FROM finding WHERE "delivery" > (SELECT "value" FROM meta WHERE "key" = 'projected'))"
             R"( ORDER BY 1)")},
    IntegrityCheck{Text("finding-without-delivery"),
                   Text("Something was found out about a delivery that is not there."), c_delivery,
                   Text(R"(SELECT f."delivery" FROM finding f LEFT JOIN delivery d ON d."id" = f."delivery")"
                        R"( WHERE d."id" IS NULL ORDER BY 1)")},
    IntegrityCheck{Text("finding-events"), Text("A delivery has not as many events as were found in it."), c_delivery,
                   Text(R"(SELECT f."delivery" FROM finding f WHERE f."events")"
                        R"( <> (SELECT count(*) FROM event e WHERE e."delivery" = f."delivery") ORDER BY 1)")},
    IntegrityCheck{
        Text("duplicate"), Text("A repeat names no earlier delivery of its source that is none itself."), c_delivery,
        Text(
            R"(SELECT f."delivery" FROM finding f LEFT JOIN finding o ON o."delivery" = f."duplicate_of")"
            R"( WHERE (f."state" = 'duplicate') <> (f."duplicate_of" IS NOT NULL) OR f."duplicate_of" >= f."delivery")"
            R"( OR (f."duplicate_of" IS NOT NULL AND (o."source_id" IS NOT f."source_id" OR o."duplicate_of" IS NOT NULL)))"
            R"( ORDER BY 1)")},
};

// Events and what was made of them.
constexpr std::array c_projection = {
    IntegrityCheck{
        Text("event-without-finding"), Text("An event comes from no delivery that was understood."), c_event,
        Text(
            R"(SELECT e."delivery" || '.' || e."position" FROM event e LEFT JOIN finding f ON f."delivery" = e."delivery")"
            R"( WHERE f."delivery" IS NULL ORDER BY e."delivery", e."position")")},
    IntegrityCheck{
        Text("event-without-conversation"), Text("An event's conversation is not there."), c_event,
        Text(
            R"(SELECT e."delivery" || '.' || e."position" FROM event e LEFT JOIN conversation c ON c."id" = e."conversation")"
            R"( WHERE e."conversation" IS NOT NULL AND c."id" IS NULL ORDER BY e."delivery", e."position")")},
    IntegrityCheck{
        Text("event-json"), Text("What is kept of an event cannot be read."), c_event,
        Text(
            R"(SELECT "delivery" || '.' || "position" FROM event WHERE NOT json_valid("patch") OR NOT json_valid("warnings"))"
            R"( OR NOT json_valid(coalesce("messages", '[]')) ORDER BY "delivery", "position")")},
    IntegrityCheck{
        Text("conversation-identity"), Text("A conversation has not the identity that was given to it."),
        c_conversation,
        Text(
            R"(SELECT c."id" FROM conversation c LEFT JOIN identity i ON i."id" = c."id" WHERE i."id" IS NULL)"
            R"( OR i."source_id" <> c."source_id" OR i."scope" <> c."scope" OR i."platform_id" <> c."conversation_id" ORDER BY 1)")},
    IntegrityCheck{Text("conversation-without-source"), Text("A conversation's source is not known."), c_conversation,
                   Text(R"(SELECT c."id" FROM conversation c LEFT JOIN source s ON s."id" = c."source_id")"
                        R"( WHERE s."id" IS NULL ORDER BY 1)")},
    IntegrityCheck{Text("conversation-events"), Text("A conversation counts other events than it has."), c_conversation,
                   Text(R"(SELECT c."id" FROM conversation c WHERE c."events")"
                        R"( <> (SELECT count(*) FROM event e WHERE e."conversation" = c."id") ORDER BY 1)")},
    IntegrityCheck{Text("conversation-messages"), Text("A conversation counts other messages than it has."),
                   c_conversation,
                   Text(R"(SELECT c."id" FROM conversation c WHERE c."messages")"
                        R"( <> (SELECT count(*) FROM message m WHERE m."conversation" = c."id") ORDER BY 1)")},
    IntegrityCheck{Text("conversation-json"),
                   Text("Attributes, analysis or estimated fields of a conversation cannot be read."), c_conversation,
                   Text(R"(SELECT "id" FROM conversation WHERE NOT json_valid(coalesce("attributes", '{}')))"
                        R"( OR NOT json_valid(coalesce("analysis", '{}')) OR NOT json_valid("estimated") ORDER BY 1)")},
    IntegrityCheck{
        Text("message-without-conversation"), Text("A message's conversation is not there."), c_conversation,
        Text(R"(SELECT DISTINCT m."conversation" FROM message m LEFT JOIN conversation c ON c."id" = m."conversation")"
             R"( WHERE c."id" IS NULL ORDER BY 1)")},
};

template <std::size_t... Sizes>
constexpr auto joined(const std::array<IntegrityCheck, Sizes> &...parts)
{
    std::array<IntegrityCheck, (Sizes + ...)> all{};
    auto end = all.begin();
    ((end = std::copy(parts.begin(), parts.end(), end)), ...);
    return all;
}

constexpr auto c_checks = joined(c_journal, c_retention, c_findings, c_projection);

} // namespace

std::span<const IntegrityCheck> integrityChecks()
{
    return c_checks;
}

} // namespace earshot
