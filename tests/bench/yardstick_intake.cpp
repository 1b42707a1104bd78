// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The yardstick for durable intake: libmicrohttpd and SQLite with next to nothing between them. A POST is suspended,
// one thread inserts what waits in one transaction (WAL, synchronous=FULL), then the senders hear 200. It checks nobody
// and limits nothing.

#include <microhttpd.h>
#include <sqlite3.h>

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace {

constexpr const char *c_answer = R"({"status":"ok"})";
constexpr std::size_t c_mostPerCommit = 64;

[[noreturn]] void fail(const char *what, const char *why)
{
    std::fprintf(stderr, "yardstick_intake: %s: %s\n", what, why);
    std::exit(EXIT_FAILURE);
}

struct Request {
    MHD_Connection *connection = nullptr;
    std::string headers;
    std::string body;
    bool isWaiting = false;
};

/** The database and its thread. */
class Writer
{
public:
    explicit Writer(const char *file)
    {
        check(sqlite3_open(file, &m_database));
        check(sqlite3_exec(
            m_database,
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            "CREATE TABLE IF NOT EXISTS request (id INTEGER PRIMARY KEY, time INTEGER, headers TEXT, body BLOB)",
            nullptr, nullptr, nullptr));
        check(sqlite3_prepare_v2(m_database, "INSERT INTO request (time, headers, body) VALUES (?, ?, ?)", -1,
                                 &m_insert, nullptr));
        m_thread = std::thread([this] { run(); });
    }

    ~Writer()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_ends = true;
        }
        m_filled.notify_one();
        m_thread.join();
        sqlite3_finalize(m_insert);
        sqlite3_close(m_database);
    }

    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    void push(Request *request)
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_back(request);
        m_filled.notify_one();
    }

private:
    void check(int result)
    {
        if (result != SQLITE_OK && result != SQLITE_DONE)
            fail("sqlite", sqlite3_errmsg(m_database));
    }

    void run()
    {
        for (std::vector<Request *> batch = take(); !batch.empty(); batch = take()) {
            write(batch);
            for (Request *request : batch)
                MHD_resume_connection(request->connection);
        }
    }

    /** Empty at the end only. */
    std::vector<Request *> take()
    {
        std::unique_lock lock(m_mutex);
        m_filled.wait(lock, [this] { return m_ends || !m_waiting.empty(); });
        const auto count = std::ptrdiff_t(std::min(c_mostPerCommit, m_waiting.size()));
        std::vector<Request *> batch(m_waiting.begin(), m_waiting.begin() + count);
        m_waiting.erase(m_waiting.begin(), m_waiting.begin() + count);
        return batch;
    }

    void write(const std::vector<Request *> &batch)
    {
        check(sqlite3_exec(m_database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr));
        for (const Request *request : batch)
            insert(*request);
        check(sqlite3_exec(m_database, "COMMIT", nullptr, nullptr, nullptr));
    }

    void insert(const Request &request)
    {
        check(sqlite3_bind_int64(m_insert, 1, std::time(nullptr)));
        check(sqlite3_bind_text(m_insert, 2, request.headers.data(), int(request.headers.size()), SQLITE_STATIC));
        check(sqlite3_bind_blob(m_insert, 3, request.body.data(), int(request.body.size()), SQLITE_STATIC));
        check(sqlite3_step(m_insert));
        check(sqlite3_reset(m_insert));
    }

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    std::mutex m_mutex;
    std::condition_variable m_filled;
    std::vector<Request *> m_waiting;
    bool m_ends = false;
    std::thread m_thread;
};

MHD_Result appendHeader(void *headers, MHD_ValueKind /*kind*/, const char *name, const char *value)
{
    *static_cast<std::string *>(headers) += std::string(name) + ": " + value + '\n';
    return MHD_YES;
}

MHD_Result answer(MHD_Connection *connection)
{
    static MHD_Response *const c_response = MHD_create_response_from_buffer(
        std::char_traits<char>::length(c_answer), const_cast<char *>(c_answer), MHD_RESPMEM_PERSISTENT);
    return MHD_queue_response(connection, MHD_HTTP_OK, c_response);
}

MHD_Result handle(void *writer, MHD_Connection *connection, const char * /*url*/, const char * /*method*/,
                  const char * /*version*/, const char *piece, std::size_t *pieceBytes, void **context)
{
    auto *request = static_cast<Request *>(*context);
    if (request == nullptr) {
        *context = new Request{connection, {}, {}, false}; // ended() takes it back
        return MHD_YES;
    }
    if (*pieceBytes > 0) {
        request->body.append(piece, *pieceBytes);
        *pieceBytes = 0;
        return MHD_YES;
    }
    if (request->isWaiting)
        return answer(connection);
    request->isWaiting = true;
    MHD_get_connection_values(connection, MHD_HEADER_KIND, &appendHeader, &request->headers);
    MHD_suspend_connection(connection);
    static_cast<Writer *>(writer)->push(request);
    return MHD_YES;
}

void ended(void * /*writer*/, MHD_Connection * /*connection*/, void **context, MHD_RequestTerminationCode /*how*/)
{
    const std::unique_ptr<Request> request(static_cast<Request *>(*context));
    *context = nullptr;
}

void waitForTheEnd(const sigset_t &signalSet)
{
    int number = 0;
    sigwait(&signalSet, &number);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3)
        fail("usage", "yardstick_intake PORT DBFILE");
    sigset_t signalSet;
    sigemptyset(&signalSet);
    sigaddset(&signalSet, SIGTERM);
    sigaddset(&signalSet, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signalSet, nullptr);

    sockaddr_in place = {};
    place.sin_family = AF_INET;
    place.sin_port = htons(std::uint16_t(std::strtoul(argv[1], nullptr, 10)));
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    Writer writer(argv[2]);
    MHD_Daemon *daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_TURBO, 0,
                                          nullptr, nullptr, &handle, &writer, MHD_OPTION_SOCK_ADDR, &place,
                                          MHD_OPTION_NOTIFY_COMPLETED, &ended, nullptr, MHD_OPTION_END);
    if (daemon == nullptr)
        fail("listen", argv[1]);
    std::printf("%u\n", unsigned(MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port));
    std::fflush(stdout);
    waitForTheEnd(signalSet);
    MHD_stop_daemon(daemon); // to be asked to end when no sender is waiting
    return EXIT_SUCCESS;
}
