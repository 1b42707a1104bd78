// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jq/jqhelper.h"

#include "app/jq/confinement.h"
#include "app/jq/jqprogram.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <list>
#include <new>
#include <sys/time.h>
#include <unistd.h>

namespace earshot {
namespace {

constexpr std::size_t c_mostPrograms = 8; // kept compiled; compiling takes 15 ms, running microseconds

struct HelperLimits {
    ConfinementLimits confinement;
    qint64 mostOutput = 0;
    qint64 runMs = 0;
};

/** Reads that many bytes; false at the end. */
bool readAll(char *bytes, qsizetype size)
{
    for (qsizetype done = 0; done < size;) {
        const ssize_t count = read(STDIN_FILENO, bytes + done, std::size_t(size - done));
        if (count == 0 || (count < 0 && errno != EINTR))
            return false;
        done += count < 0 ? 0 : count;
    }
    return true;
}

bool writeAll(const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t count = write(STDOUT_FILENO, bytes.constData() + done, std::size_t(bytes.size() - done));
        if (count < 0 && errno != EINTR)
            return false;
        done += count < 0 ? 0 : count;
    }
    return true;
}

std::optional<JqRequest> nextRequest()
{
    char length[jqmessage::c_lengthBytes];
    if (!readAll(length, sizeof length))
        return std::nullopt;
    QByteArray frame(qsizetype(jqmessage::lengthIn(length)), Qt::Uninitialized);
    if (!readAll(frame.data(), frame.size()))
        return std::nullopt;
    return jqmessage::requestIn(frame);
}

/** The process dies of SIGPROF if a run takes so much processor time: also where nobody is left to kill it. 0 for no
 * limit. */
void setAlarm(qint64 milliseconds)
{
    const itimerval alarm{{0, 0}, {time_t(milliseconds / 1000), suseconds_t(milliseconds % 1000 * 1000)}};
    std::ignore = setitimer(ITIMER_PROF, &alarm, nullptr);
}

/** The programs that ran last, compiled. */
class Programs
{
public:
    std::expected<JqProgram *, JqAnswer> compiled(const JqRequest &request)
    {
        const auto known = std::ranges::find_if(m_programs, [&request](const Entry &entry) {
            return entry.text == request.program && entry.variables == request.variables;
        });
        if (known != m_programs.end()) {
            m_programs.splice(m_programs.begin(), m_programs, known);
            return &m_programs.front().program;
        }
        auto program = JqProgram::compile(request.program, request.variables);
        if (!program)
            return std::unexpected(program.error());
        m_programs.push_front({request.program, request.variables, std::move(*program)});
        if (m_programs.size() > c_mostPrograms)
            m_programs.pop_back();
        return &m_programs.front().program;
    }

private:
    struct Entry {
        QByteArray text;
        QByteArray variables;
        JqProgram program;
    };

    std::list<Entry> m_programs; ///< the one that ran last first
};

JqAnswer answerTo(const JqRequest &request, Programs &programs, qsizetype mostOutput)
{
    if (request.what == JqRequest::What::Check) {
        const auto program = JqProgram::compile(request.program, request.variables);
        return program ? JqAnswer{JqAnswer::What::Fine, 0, 0, {}} : program.error();
    }
    const auto program = programs.compiled(request);
    return program ? (*program)->run(request.input, mostOutput) : program.error();
}

/** Until standard input ends; false where an answer could not be written. */
bool serve(const HelperLimits &limits)
{
    if (!writeAll(jqmessage::framed(JqAnswer())))
        return false;
    Programs programs;
    while (const auto request = nextRequest()) {
        setAlarm(limits.runMs);
        const JqAnswer answer = answerTo(*request, programs, qsizetype(limits.mostOutput));
        setAlarm(0);
        if (!writeAll(jqmessage::framed(answer)))
            return false;
    }
    return true;
}

/** A number above zero. */
std::optional<qint64> numberIn(const char *word)
{
    char *end = nullptr;
    const long long number = std::strtoll(word, &end, 10);
    return *word != '\0' && *end == '\0' && number > 0 ? std::optional<qint64>(number) : std::nullopt;
}

std::optional<HelperLimits> limitsIn(int argc, char **argv)
{
    constexpr int c_words = 6; // the program, the helper's word, four limits
    if (argc != c_words)
        return std::nullopt;
    const auto memory = numberIn(argv[2]);
    const auto cpu = numberIn(argv[3]);
    const auto output = numberIn(argv[4]);
    const auto run = numberIn(argv[5]);
    if (!memory || !cpu || !output || !run)
        return std::nullopt;
    return HelperLimits{{*memory, *cpu}, *output, *run};
}

} // namespace

bool isJqHelperCall(int argc, char **argv)
{
    return argc > 1 && std::strcmp(argv[1], "jq-helper") == 0;
}

int runJqHelper(int argc, char **argv)
{
    const auto limits = limitsIn(argc, argv);
    if (!limits) {
        constexpr int c_misuse = 2;
        return c_misuse;
    }
    if (!confine(limits->confinement))
        return EXIT_FAILURE;
    try {
        const bool isDone = serve(*limits);
        _exit(isDone ? EXIT_SUCCESS : EXIT_FAILURE); // without the libraries' endings: nothing is kept
    } catch (const std::bad_alloc &) {
        _exit(jqmessage::c_memoryExit);
    }
}

} // namespace earshot
