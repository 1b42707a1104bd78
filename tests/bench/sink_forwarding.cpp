// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A destination that takes everything: answers 200 to each POST and remembers how many came, how large they were, which
// of them were of another record than any before, and when. For tests/bench/forwarding.py.
//
// Usage: sink_forwarding
// Prints its port, and a JSON line of what came so far for each line on standard input; ends with it.

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <string>
#include <unordered_set>

namespace {

using Clock = std::chrono::steady_clock;

std::mutex s_mutex;
long long s_requests = 0;
long long s_bytes = 0;
std::unordered_set<std::string> s_records;
Clock::time_point s_first;
Clock::time_point s_last;

void note(MHD_Connection *connection, std::size_t bytes)
{
    const char *const record = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "X-Earshot-Record");
    const std::lock_guard<std::mutex> lock(s_mutex);
    s_last = Clock::now();
    if (s_requests++ == 0)
        s_first = s_last;
    s_bytes += static_cast<long long>(bytes);
    if (record != nullptr)
        s_records.insert(record);
}

MHD_Result answer(void * /*closure*/, MHD_Connection *connection, const char * /*url*/, const char * /*method*/,
                  const char * /*version*/, const char * /*upload*/, std::size_t *uploadSize, void **state)
{
    if (*state == nullptr) {
        *state = new std::size_t(0);
        return MHD_YES;
    }
    auto &bytes = *static_cast<std::size_t *>(*state);
    if (*uploadSize > 0) {
        bytes += *uploadSize;
        *uploadSize = 0;
        return MHD_YES;
    }
    note(connection, bytes);
    static char body[] = "{}";
    MHD_Response *const response = MHD_create_response_from_buffer(2, body, MHD_RESPMEM_PERSISTENT);
    MHD_add_response_header(response, "Content-Type", "application/json");
    const MHD_Result queued = MHD_queue_response(connection, 200, response);
    MHD_destroy_response(response);
    return queued;
}

void forget(void * /*closure*/, MHD_Connection * /*connection*/, void **state, MHD_RequestTerminationCode /*code*/)
{
    delete static_cast<std::size_t *>(*state);
    *state = nullptr;
}

void print()
{
    const std::lock_guard<std::mutex> lock(s_mutex);
    const double seconds = std::chrono::duration<double>(s_last - s_first).count();
    std::printf("{\"requests\":%lld,\"records\":%zu,\"bytes\":%lld,\"seconds\":%.6f}\n", s_requests, s_records.size(),
                s_bytes, seconds);
    std::fflush(stdout);
}

} // namespace

int main()
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    MHD_Daemon *const daemon =
        MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, 0, nullptr, nullptr, &answer, nullptr, MHD_OPTION_SOCK_ADDR,
                         &address, MHD_OPTION_NOTIFY_COMPLETED, &forget, nullptr, MHD_OPTION_END);
    if (daemon == nullptr) {
        std::fprintf(stderr, "sink_forwarding: cannot listen\n");
        return EXIT_FAILURE;
    }
    std::printf("%u\n", unsigned(MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port));
    std::fflush(stdout);
    for (std::string line; std::getline(std::cin, line);)
        print();
    MHD_stop_daemon(daemon);
    return EXIT_SUCCESS;
}
