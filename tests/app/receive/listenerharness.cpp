// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/receive/listenerharness.h"

#include <QHostAddress>
#include <QTest>

#include <sys/socket.h>

namespace earshot {
namespace {

constexpr int c_patienceMs = 15'000;

ListenerSettings onFreePort(ListenerSettings settings)
{
    settings.port = 0;
    return settings;
}

} // namespace

void FakeSink::setMode(Mode mode)
{
    const std::scoped_lock lock(m_mutex);
    m_mode = mode;
}

void FakeSink::setTrouble(const std::optional<Error> &trouble)
{
    const std::scoped_lock lock(m_mutex);
    m_trouble = trouble;
}

std::optional<Error> FakeSink::trouble() const
{
    const std::scoped_lock lock(m_mutex);
    return m_trouble;
}

bool FakeSink::offer(Intake &&intake)
{
    const std::scoped_lock lock(m_mutex);
    if (m_mode == Mode::Refuse)
        return false;
    Intake taken = std::move(intake);
    m_deliveries.append(taken.delivery);
    if (m_mode == Mode::Hold)
        m_held.push_back(std::move(taken));
    else if (m_mode == Mode::Store)
        taken.done(qint64(m_deliveries.size()));
    else if (m_mode == Mode::Fail)
        taken.done(failure(ErrorCode::StoreFull, QStringLiteral("no room")));
    return true;
}

void FakeSink::release(bool stored)
{
    std::vector<Intake> held;
    {
        const std::scoped_lock lock(m_mutex);
        held = std::exchange(m_held, {});
    }
    for (Intake &intake : held)
        intake.done(stored ? Result<qint64>(1) : failure(ErrorCode::StoreFailed, QStringLiteral("broken")));
}

QList<Delivery> FakeSink::deliveries() const
{
    const std::scoped_lock lock(m_mutex);
    return m_deliveries;
}

qsizetype FakeSink::heldCount() const
{
    const std::scoped_lock lock(m_mutex);
    return qsizetype(m_held.size());
}

RawSender::RawSender(quint16 port, const QString &address)
{
    m_socket.connectToHost(QHostAddress(address), port);
    m_socket.waitForConnected(c_patienceMs);
}

QByteArray RawSender::Reply::field(QByteArrayView name) const
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

QByteArray RawSender::Reply::undated() const
{
    QByteArray text;
    for (const QByteArray &line : head.split('\n')) {
        if (!line.startsWith("Date:"))
            text += line + '\n';
    }
    return text + body;
}

bool RawSender::isConnected() const
{
    return m_socket.state() == QAbstractSocket::ConnectedState;
}

void RawSender::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

bool RawSender::readUntil(qsizetype sizeBytes)
{
    while (m_buffer.size() < sizeBytes) {
        const bool hasMore = m_socket.bytesAvailable() > 0 || m_socket.waitForReadyRead(c_patienceMs);
        m_buffer += m_socket.readAll();
        if (!hasMore)
            return m_buffer.size() >= sizeBytes;
    }
    return true;
}

RawSender::Reply RawSender::read(bool toHead)
{
    qsizetype end = m_buffer.indexOf("\r\n\r\n");
    while (end < 0) {
        if (!readUntil(m_buffer.size() + 1))
            return {};
        end = m_buffer.indexOf("\r\n\r\n");
    }
    Reply reply;
    reply.head = m_buffer.first(end + 4);
    reply.status = reply.head.mid(9, 3).toInt();
    const qsizetype length = toHead ? 0 : reply.field("Content-Length").toLongLong();
    if (!readUntil(reply.head.size() + length))
        return {};
    reply.body = m_buffer.mid(reply.head.size(), length);
    m_buffer.remove(0, reply.head.size() + length);
    return reply;
}

RawSender::Reply RawSender::ask(const QByteArray &bytes)
{
    send(bytes);
    return read(bytes.startsWith("HEAD"));
}

bool RawSender::isClosed()
{
    while (m_socket.state() == QAbstractSocket::ConnectedState && m_socket.waitForReadyRead(c_patienceMs))
        m_buffer += m_socket.readAll();
    return m_socket.state() != QAbstractSocket::ConnectedState;
}

void RawSender::finishSending()
{
    m_socket.flush();
    ::shutdown(int(m_socket.socketDescriptor()), SHUT_WR);
}

ListenerHarness::ListenerHarness(ListenerSettings settings, const Hook &hook)
    : listener(onFreePort(std::move(settings)), clock, sink)
{
    listener.setHooks({hook});
    const Result<quint16> started = listener.start();
    QVERIFY2(started.has_value(), started ? "" : qPrintable(started.error().detail));
    port = *started;
}

/** A test that failed may have left senders waiting, for whom the listener's stop would wait too. */
ListenerHarness::~ListenerHarness()
{
    sink.setMode(FakeSink::Mode::Fail);
    sink.release(false);
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

QByteArray hookPath(const QByteArray &query)
{
    return "/hook/" + c_token + query;
}

QByteArray requestTo(const QByteArray &method, const QByteArray &target, const QByteArray &rest)
{
    return method + ' ' + target + " HTTP/1.1\r\nHost: earshot.test\r\n" + rest;
}

QByteArray hookRequest(const QByteArray &method, const QByteArray &body, const QByteArray &moreHeader)
{
    QByteArray request = method + " /hook/" + c_token + " HTTP/1.1\r\nHost: earshot.test\r\n" + moreHeader;
    if (!body.isNull())
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return request + "\r\n" + body;
}

} // namespace earshot
