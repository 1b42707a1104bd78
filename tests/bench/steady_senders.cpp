// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Ordinary senders: POSTs of about 1 KiB at a steady rate over kept connections, every one a delivery of its own. How
// long an answer takes counts from the moment its request was due, so a server that stands still is not spared what
// would have come meanwhile.
//
// Usage: steady_senders PORT TOKEN RATE SECONDS CONNECTIONS
// Prints a JSON line every ten seconds and, as the last, one over the whole run.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <map>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const char *what)
{
    std::fprintf(stderr, "steady_senders: %s: %s\n", what, std::strerror(errno));
    std::exit(EXIT_FAILURE);
}

/** Buckets of 2 % from 10 µs on: a quantile is off by at most that. */
class Histogram
{
public:
    void add(Clock::duration latency)
    {
        const double microseconds = std::chrono::duration<double, std::micro>(latency).count();
        const double bucket = std::log(std::max(microseconds, 10.0) / 10.0) / std::log(1.02);
        ++m_counts[std::min(std::size_t(bucket), m_counts.size() - 1)];
        ++m_total;
        m_greatest = std::max(m_greatest, microseconds);
    }

    double milliseconds(double share) const
    {
        std::uint64_t seen = 0;
        for (std::size_t i = 0; i < m_counts.size(); ++i) {
            seen += m_counts[i];
            if (seen > 0 && double(seen) >= share * double(m_total))
                return 10.0 * std::pow(1.02, double(i + 1)) / 1000.0;
        }
        return 0;
    }

    double greatestMilliseconds() const { return m_greatest / 1000.0; }

private:
    std::array<std::uint64_t, 1000> m_counts{};
    std::uint64_t m_total = 0;
    double m_greatest = 0;
};

struct Tally {
    Histogram latencies;
    std::map<int, std::uint64_t> byStatus;
    std::uint64_t broken = 0; ///< connections that ended before the answer

    void print(double second, bool isWhole) const
    {
        std::uint64_t answered = 0;
        std::uint64_t good = 0;
        for (const auto &[status, count] : byStatus) {
            answered += count;
            good += status / 100 == 2 ? count : 0;
        }
        std::printf("{\"second\":%.0f,\"whole\":%s,\"answered\":%llu,\"not_2xx\":%llu,\"broken\":%llu,\"p50_ms\":%.2f,"
                    "\"p95_ms\":%.2f,\"p99_ms\":%.2f,\"max_ms\":%.2f}\n",
                    second, isWhole ? "true" : "false", static_cast<unsigned long long>(answered),
                    static_cast<unsigned long long>(answered - good), static_cast<unsigned long long>(broken),
                    latencies.milliseconds(0.5), latencies.milliseconds(0.95), latencies.milliseconds(0.99),
                    latencies.greatestMilliseconds());
        std::fflush(stdout);
    }
};

struct Sender {
    int descriptor = -1;
    bool isBusy = false;
    Clock::time_point due;
    std::string out;
    std::string in;
};

class Senders
{
public:
    Senders(std::uint16_t port, std::string token, double rate, double seconds, std::size_t connections)
        : m_port(port)
        , m_token(std::move(token))
        , m_rate(rate)
        , m_seconds(seconds)
        , m_poll(epoll_create1(EPOLL_CLOEXEC))
        , m_senders(connections)
    {
        if (m_poll < 0)
            fail("epoll");
        for (std::size_t i = 0; i < m_senders.size(); ++i) {
            connectSender(i);
            m_idle.push_back(i);
        }
    }

    int run()
    {
        startTimer();
        m_start = Clock::now();
        double nextLine = 10;
        while (elapsed() < m_seconds || hasUnanswered()) {
            handleEvents();
            if (elapsed() >= nextLine) {
                m_interval.print(nextLine, false);
                m_interval = {};
                nextLine += 10;
            }
            if (elapsed() > m_seconds + 30) // whoever has no answer by now gets none
                break;
        }
        m_whole.print(elapsed(), true);
        return EXIT_SUCCESS;
    }

private:
    static constexpr std::uint64_t c_timer = ~std::uint64_t(0);

    double elapsed() const { return std::chrono::duration<double>(Clock::now() - m_start).count(); }

    bool hasUnanswered() const { return m_idle.size() < m_senders.size() || !m_waiting.empty(); }

    void startTimer()
    {
        m_timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
        const itimerspec every{{0, 250'000}, {0, 250'000}};
        epoll_event event{EPOLLIN, {.u64 = c_timer}};
        if (m_timer < 0 || timerfd_settime(m_timer, 0, &every, nullptr) < 0
            || epoll_ctl(m_poll, EPOLL_CTL_ADD, m_timer, &event) < 0)
            fail("timer");
    }

    void connectSender(std::size_t index)
    {
        Sender &sender = m_senders[index];
        sender = {};
        sender.descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(m_port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (sender.descriptor < 0
            || connect(sender.descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) < 0)
            fail("connect");
        const int on = 1;
        setsockopt(sender.descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        epoll_event event{EPOLLIN | EPOLLRDHUP, {.u64 = index}};
        if (epoll_ctl(m_poll, EPOLL_CTL_ADD, sender.descriptor, &event) < 0)
            fail("epoll");
    }

    void handleEvents()
    {
        std::array<epoll_event, 64> events{};
        const int count = epoll_wait(m_poll, events.data(), int(events.size()), 100);
        for (int i = 0; i < count; ++i) {
            if (events[std::size_t(i)].data.u64 == c_timer)
                takeTick();
            else
                readAnswer(std::size_t(events[std::size_t(i)].data.u64));
        }
        sendWaiting();
    }

    void takeTick()
    {
        std::uint64_t ticks = 0;
        if (read(m_timer, &ticks, sizeof ticks) < 0 && errno != EAGAIN)
            fail("timer");
        const double now = std::min(elapsed(), m_seconds);
        while (double(m_made) / m_rate < now) {
            const auto offset = std::chrono::duration<double>(double(m_made) / m_rate);
            m_waiting.push_back(m_start + std::chrono::duration_cast<Clock::duration>(offset));
            ++m_made;
        }
    }

    void sendWaiting()
    {
        while (!m_waiting.empty() && !m_idle.empty()) {
            const std::size_t index = m_idle.front();
            m_idle.pop_front();
            Sender &sender = m_senders[index];
            sender.isBusy = true;
            sender.due = m_waiting.front();
            m_waiting.pop_front();
            const std::string request = nextRequest();
            // A request fits a socket's buffer, so that it goes at once or not at all.
            if (send(sender.descriptor, request.data(), request.size(), MSG_NOSIGNAL) != ssize_t(request.size()))
                breakOff(index);
        }
    }

    std::string nextRequest()
    {
        const std::string id = std::to_string(++m_sent);
        const std::string body = R"({"event":"call.ended","timestamp":"2026-03-25T18:33:10Z","data":{"id":)" + id
                                 + R"(,"status":"ended","duration_seconds":61,"notes":")" + std::string(850, 'n')
                                 + "\"}}";
        return "POST /hook/" + m_token + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
               + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    }

    void readAnswer(std::size_t index)
    {
        Sender &sender = m_senders[index];
        std::array<char, 4096> buffer{};
        const ssize_t count = recv(sender.descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (count < 0 && errno == EAGAIN)
            return;
        if (count <= 0)
            return breakOff(index);
        sender.in.append(buffer.data(), std::size_t(count));
        const std::size_t end = sender.in.find("\r\n\r\n");
        const std::size_t length = sender.in.find("ontent-Length: ");
        if (end == std::string::npos || length == std::string::npos || length > end)
            return;
        const std::size_t body = std::strtoul(sender.in.c_str() + length + 15, nullptr, 10);
        if (sender.in.size() < end + 4 + body)
            return;
        countAnswer(sender, std::atoi(sender.in.c_str() + 9));
        sender.in.erase(0, end + 4 + body);
        sender.isBusy = false;
        m_idle.push_back(index);
    }

    void countAnswer(const Sender &sender, int status)
    {
        for (Tally *tally : {&m_interval, &m_whole}) {
            tally->latencies.add(Clock::now() - sender.due);
            ++tally->byStatus[status];
        }
    }

    /** The connection ended; a request that was under way counts as broken. */
    void breakOff(std::size_t index)
    {
        const bool wasBusy = m_senders[index].isBusy;
        close(m_senders[index].descriptor);
        connectSender(index);
        if (!wasBusy)
            return;
        ++m_interval.broken;
        ++m_whole.broken;
        m_idle.push_back(index);
    }

    const std::uint16_t m_port;
    const std::string m_token;
    const double m_rate;
    const double m_seconds;
    const int m_poll;
    int m_timer = -1;
    std::vector<Sender> m_senders;
    std::deque<std::size_t> m_idle;
    std::deque<Clock::time_point> m_waiting; ///< when each was due
    std::uint64_t m_made = 0;
    std::uint64_t m_sent = 0;
    Clock::time_point m_start;
    Tally m_interval;
    Tally m_whole;
};

} // namespace

int main(int count, char **words)
{
    if (count != 6) {
        std::fprintf(stderr, "usage: steady_senders PORT TOKEN RATE SECONDS CONNECTIONS\n");
        return 2;
    }
    Senders senders(std::uint16_t(std::atoi(words[1])), words[2], std::atof(words[3]), std::atof(words[4]),
                    std::size_t(std::atoi(words[5])));
    return senders.run();
}
