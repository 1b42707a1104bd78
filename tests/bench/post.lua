-- SPDX-FileCopyrightText: The Earshot authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- For wrk: POSTs of about 1 KiB of JSON, each a Varda message of its own.

local threads = 0

function setup(thread)
    thread:set("number", threads)
    threads = threads + 1
end

local count = 0
local filler = string.rep("So the kitchen is about twelve square metres, and we would like it done before the summer. ", 6)

function request()
    count = count + 1
    local id = number * 1000000000 + count
    local body = string.format(
        '{"event":"message.created","timestamp":"2026-03-25T18:31:00Z","data":{"id":%d,"conversation_id":%d,'
            .. '"direction":"inbound","sender_type":"contact","sender_name":"Jane Doe","content":"%s",'
            .. '"message_type":"text","channel_type":"webchat","contact":{"id":456,"name":"Jane Doe",'
            .. '"email":"jane@example.com","phone":"+18005551234"},"attribution":{"source":"google_ads","medium":"cpc",'
            .. '"campaign":"spring-sale","landing_page":"https://example.com/services"},'
            .. '"created_at":"2026-03-25T18:31:00Z"}}',
        id, id % 20000, filler)
    return wrk.format("POST", nil, { ["Content-Type"] = "application/json", ["X-Varda-Delivery"] = tostring(id) }, body)
end

function done(summary, latency)
    io.write(string.format('RESULT {"requests":%d,"seconds":%.3f,"per_s":%.0f,"p50_ms":%.2f,"p99_ms":%.2f,"not_2xx":%d,"errors":%d}\n',
        summary.requests, summary.duration / 1e6, summary.requests / (summary.duration / 1e6),
        latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.errors.status,
        summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
