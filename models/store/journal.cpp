// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/journal.h"

#include "models/store/binding.h"

namespace earshot {

Result<Journal> Journal::open(const Database &database)
{
    auto delivery = database.prepare(QStringLiteral(
        "INSERT INTO delivery (\"source_id\", \"received_at\", \"method\", \"target\", \"headers\", \"remote\", "
        "\"bytes\", \"verdict\", \"looped\", \"verdict_reason\", \"clock_skew_s\", \"answered\", \"released_from\") "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    if (!delivery)
        return std::unexpected(delivery.error());
    auto body = database.prepare(QStringLiteral("INSERT INTO delivery_body (\"delivery\", \"body\") VALUES (?, ?)"));
    if (!body)
        return std::unexpected(body.error());
    Journal journal;
    journal.m_insertDelivery = std::move(*delivery);
    journal.m_insertBody = std::move(*body);
    return journal;
}

Result<qint64> Journal::append(const Delivery &delivery)
{
    const auto inserted = m_insertDelivery.run(
        {delivery.sourceId, toMicroseconds(delivery.receivedAt), notNull(QString::fromLatin1(delivery.method)),
         notNull(delivery.target), notNull(headersToBytes(delivery.headers)), notNull(delivery.remote),
         delivery.body.size(), notNull(delivery.verdict), delivery.looped ? 1 : 0,
         orNullIfEmpty(delivery.verdictReason), orNull(delivery.clockSkewSeconds), orNull(delivery.answered),
         orNull(delivery.releasedFrom)});
    if (!inserted)
        return std::unexpected(inserted.error());
    const qint64 id = m_insertDelivery.lastId();
    if (const auto done = m_insertBody.run({id, notNull(delivery.body)}); !done)
        return std::unexpected(done.error());
    return id;
}

Result<JournalReader> JournalReader::open(const Database &database)
{
    auto select = database.prepare(QStringLiteral(
        "SELECT d.\"id\", d.\"source_id\", d.\"received_at\", d.\"method\", d.\"target\", d.\"headers\", d.\"remote\", "
        "d.\"verdict\", "
        "d.\"looped\", b.\"body\", d.\"verdict_reason\" FROM delivery d LEFT JOIN delivery_body b ON b.\"delivery\" = "
        "d.\"id\" "
        "WHERE d.\"id\" > ? ORDER BY d.\"id\" LIMIT ?"));
    if (!select)
        return std::unexpected(select.error());
    JournalReader reader;
    reader.m_select = std::move(*select);
    return reader;
}

Result<QList<Delivery>> JournalReader::after(qint64 after, int most, qint64 mostBytes)
{
    if (const auto run = m_select.run({after, most}); !run)
        return std::unexpected(run.error());
    QList<Delivery> page;
    qint64 bytes = 0;
    while (bytes < mostBytes && m_select.next()) {
        Delivery delivery;
        delivery.id = m_select.integer(0);
        delivery.sourceId = m_select.integer(1);
        delivery.receivedAt = fromMicroseconds(m_select.integer(2));
        delivery.method = m_select.text(3).toLatin1();
        delivery.target = m_select.value(4).toByteArray();
        delivery.headers = headersFromBytes(m_select.value(5).toByteArray());
        delivery.remote = m_select.text(6);
        delivery.verdict = m_select.text(7);
        delivery.looped = m_select.integer(8) != 0;
        delivery.body = m_select.value(9).toByteArray();
        delivery.isBodyGone = m_select.isNull(9);
        delivery.verdictReason = m_select.text(10);
        bytes += delivery.body.size();
        page.append(std::move(delivery));
    }
    const auto ended = m_select.ended();
    m_select.finish();
    if (!ended)
        return std::unexpected(ended.error());
    return page;
}

QByteArray headersToBytes(const QList<HeaderField> &headers)
{
    QByteArray bytes;
    for (const HeaderField &field : headers)
        bytes += field.name + ": " + field.value + "\r\n";
    return bytes;
}

QList<HeaderField> headersFromBytes(const QByteArray &bytes)
{
    QList<HeaderField> headers;
    qsizetype begin = 0;
    while (begin < bytes.size()) {
        qsizetype end = bytes.indexOf("\r\n", begin);
        if (end < 0)
            end = bytes.size();
        const qsizetype colon = bytes.indexOf(": ", begin);
        if (colon >= begin && colon < end)
            headers.append({bytes.mid(begin, colon - begin), bytes.mid(colon + 2, end - colon - 2)});
        begin = end + 2;
    }
    return headers;
}

} // namespace earshot
