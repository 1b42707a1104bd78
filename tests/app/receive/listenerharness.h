// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/listener.h"

#include <QTcpSocket>

#include <mutex>

namespace earshot {

/** A journal that does as the test says. Any thread. */
class FakeSink final : public DeliverySink
{
public:
    enum class Mode {
        Store, ///< answers at once, on the listener's own thread
        Fail, ///< the same, with an error
        Refuse, ///< is full
        Hold, ///< answers when release() is called
        Forget, ///< takes it and never answers
    };

    void setMode(Mode mode);
    bool offer(Intake &&intake) override;

    /** What keeps it from storing anything, for all to know. */
    void setTrouble(const std::optional<Error> &trouble);
    std::optional<Error> trouble() const override;

    /** Answers all that is held, on the calling thread. */
    void release(bool stored);

    QList<Delivery> deliveries() const;
    qsizetype heldCount() const;

private:
    mutable std::mutex m_mutex;
    Mode m_mode = Mode::Store;
    QList<Delivery> m_deliveries;
    std::vector<Intake> m_held;
    std::optional<Error> m_trouble;
};

/** Always the same moment. */
class FixedClock final : public Clock
{
public:
    Timestamp now() const override { return fromMicroseconds(1'700'000'000'123'456); }
};

/** A sender that writes bytes exactly as told and reads one answer after the other. */
class RawSender
{
public:
    explicit RawSender(quint16 port, const QString &address = QStringLiteral("127.0.0.1"));

    struct Reply {
        int status = 0; ///< 0 where no whole answer came
        QByteArray head;
        QByteArray body;

        QByteArray field(QByteArrayView name) const;
        /** All of it but the date. */
        QByteArray undated() const;
    };

    bool isConnected() const;
    void send(const QByteArray &bytes);
    Reply read(bool toHead = false);
    Reply ask(const QByteArray &bytes);
    /** Waits for the other side's end. */
    bool isClosed();

    /** What has come and was not read as an answer. */
    QByteArray received() const { return m_buffer; }

    /** Not sending any more, still listening. */
    void finishSending();

private:
    bool readUntil(qsizetype sizeBytes);

    QTcpSocket m_socket;
    QByteArray m_buffer;
};

/** The token of the hook that every test's listener has, and its source. */
inline const QByteArray c_token = QByteArrayLiteral("tok-0123456789abcdef");
inline constexpr qint64 c_sourceId = 7;

/** A hook that asks for nothing but its token. */
inline Hook hookOf(qint64 sourceId, const QByteArray &token)
{
    Hook hook;
    hook.sourceId = sourceId;
    hook.secrets.tokens = {{token, std::nullopt}};
    return hook;
}

/** A started listener with one hook, on a free port of the loopback interface. */
struct ListenerHarness {
    explicit ListenerHarness(ListenerSettings settings = {}, const Hook &hook = hookOf(c_sourceId, c_token));
    ~ListenerHarness();
    Q_DISABLE_COPY_MOVE(ListenerHarness)

    FakeSink sink;
    FixedClock clock;
    Listener listener;
    quint16 port = 0;
};

/** A header line. */
inline const QByteArray c_chunked = QByteArrayLiteral("Transfer-Encoding: chunked\r\n");

/** A chunk of a chunked body. */
QByteArray chunk(const QByteArray &bytes);

/** The hook's path and @p query. */
QByteArray hookPath(const QByteArray &query = {});

/** A request line and a Host, then @p rest: more header, the empty line, a body. */
QByteArray requestTo(const QByteArray &method, const QByteArray &target, const QByteArray &rest = "\r\n");

/** `METHOD /hook/<token>` with a Host and, unless null, a body of announced length. */
QByteArray hookRequest(const QByteArray &method, const QByteArray &body = {}, const QByteArray &moreHeader = {});

} // namespace earshot
