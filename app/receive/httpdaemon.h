// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/closingsockets.h"
#include "app/receive/connectiontable.h"
#include "app/receive/peeraddress.h"
#include "app/receive/receivecontext.h"

#include <microhttpd.h>

#include <memory>

namespace earshot {

/** A libmicrohttpd daemon with a thread of its own, that serves the connections it is handed. */
class HttpDaemon
{
public:
    struct Limits {
        qsizetype connectionMemoryBytes =
            0; ///< for request line and header; cleared for every request, so it costs time
        int maxConnections = 0;
        bool isTls = false; ///< with what ReceiveContext::credentials holds at each handshake
    };

    HttpDaemon(const Limits &limits, ReceiveContext &context, ConnectionTable &connections, ClosingSockets &closing);

    /** Closes all connections. None may wait for the journal any more (ReceiveContext::unfinished): libmicrohttpd ends
     * the process otherwise. */
    ~HttpDaemon();

    HttpDaemon(const HttpDaemon &) = delete;
    HttpDaemon &operator=(const HttpDaemon &) = delete;

    /** False where libmicrohttpd could not start; nothing may be added then. */
    bool isRunning() const { return m_daemon != nullptr; }

    /** Any thread. */
    int openConnections() const { return m_open; }

    bool isFull() const { return m_open >= m_limits.maxConnections; }

    /** Serves @p socket from now on and keeps @p place until its end. To be called while not full: libmicrohttpd 0.9.75
     * never unlocks itself again when it finds its own limit reached, so ours must come first. The acceptor's thread.
     */
    void add(FileDescriptor socket, const PeerAddress &peer, AddressCounts::Place place);

private:
    static void *requestBegins(void *self, const char *rawTarget, MHD_Connection *handle);
    static MHD_Result requestProceeds(void *self, MHD_Connection *handle, const char *url, const char *method,
                                      const char *version, const char *piece, std::size_t *pieceBytes, void **exchange);
    static void requestEnds(void *self, MHD_Connection *handle, void **exchange, MHD_RequestTerminationCode how);
    static void connectionChanges(void *self, MHD_Connection *handle, void **connection,
                                  MHD_ConnectionNotificationCode change);

    MHD_Daemon *start();
    Connection *openConnection(MHD_Connection *handle);
    bool presentCertificate(MHD_Connection *handle, Connection &connection) const;
    void closeConnection(Connection *connection);

    const Limits m_limits;
    ReceiveContext &m_context;
    ConnectionTable &m_connections;
    ClosingSockets &m_closing;
    std::atomic<int> m_open = 0;
    MHD_Daemon *m_daemon = nullptr;
};

} // namespace earshot
