-- SPDX-FileCopyrightText: The Earshot authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- For wrk, beside forwarding.py: POSTs of as many bytes as the first argument says, with the header fields that Earshot sends.

function init(arguments)
    body = string.rep("x", tonumber(arguments[1]))
end

function request()
    return wrk.format("POST", nil, {
        ["Content-Type"] = "application/json",
        ["Idempotency-Key"] = '"earshot:qhzkvbta:conversation:1234567;v=1"',
        ["X-Earshot-Delivery"] = "5f0c8c1e-3c63-4f0b-9d55-0d6a0c7a9a11",
        ["X-Earshot-Attempt"] = "1",
    }, body)
end

function done(summary, latency)
    io.write(string.format('RESULT {"per_s":%.0f,"p50_ms":%.2f,"p99_ms":%.2f}\n', summary.requests / (summary.duration / 1e6),
        latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
