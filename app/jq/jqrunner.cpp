// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jq/jqrunner.h"

#include "app/jq/jqprocess.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QPromise>

#include <deque>
#include <functional>

namespace earshot {
namespace {

constexpr std::chrono::seconds c_idleTime(60); // then a helper with nothing to do ends
constexpr qint64 c_mostAnswers = 100'000; // then the next helper begins with clean memory

JqError::Kind kindOf(JqAnswer::What what)
{
    switch (what) {
    case JqAnswer::What::Syntax:
        return JqError::Kind::Syntax;
    case JqAnswer::What::Failed:
        return JqError::Kind::Failed;
    case JqAnswer::What::NoResult:
        return JqError::Kind::NoResult;
    case JqAnswer::What::TooLarge:
        return JqError::Kind::TooLarge;
    case JqAnswer::What::Ready:
    case JqAnswer::What::Value:
    case JqAnswer::What::Fine:
        break;
    }
    return JqError::Kind::Unavailable; // no answer to what was asked
}

JqRunner::Outcome outcomeOf(const JqAnswer &answer)
{
    if (answer.what == JqAnswer::What::Value || answer.what == JqAnswer::What::Fine)
        return answer.text;
    return std::unexpected(JqError{kindOf(answer.what), QString::fromUtf8(answer.text), answer.line, answer.column});
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

/** What waits, and the helper that does it. */
class JqRunner::Worker final : public QObject
{
public:
    Worker(QString program, QStringList arguments, const JqLimits &limits)
        : m_program(std::move(program))
        , m_arguments(std::move(arguments))
        , m_limits(limits)
    {
        m_idle.setSingleShot(true);
        m_idle.setInterval(c_idleTime);
        connect(&m_idle, &QTimer::timeout, this, &Worker::dropProcess);
    }

    ~Worker() override
    {
        m_isEnding = true;
        m_process.reset();
        while (!m_ended.empty())
            tellNext();
        while (!m_jobs.empty()) {
            const Job job = takeFirst();
            job.done(std::unexpected(JqError{JqError::Kind::Unavailable, QStringLiteral("jq is not run any more")}));
        }
    }

    /** @p done is called once, in this thread. */
    void add(const JqRequest &request, std::function<void(Outcome)> done)
    {
        m_jobs.push_back({jqmessage::framed(request), std::move(done)});
        m_idle.stop();
        if (m_isEnding)
            return;
        if (!m_process)
            startProcess();
        else if (m_isFree)
            giveNext();
    }

private:
    struct Job {
        QByteArray frame;
        std::function<void(Outcome)> done;
        bool isRepeated = false;
    };

    void startProcess()
    {
        m_isFree = false;
        m_process.reset(new JqProcess(m_program, m_arguments, m_limits, this));
        connect(m_process.get(), &JqProcess::ready, this, &Worker::giveNext);
        connect(m_process.get(), &JqProcess::gave, this, &Worker::take);
        connect(m_process.get(), &JqProcess::failed, this, &Worker::takeFailure);
        m_process->start();
    }

    void dropProcess()
    {
        m_isFree = false;
        if (!m_process)
            return;
        m_process->disconnect(this);
        m_process.release()->retire();
    }

    void giveNext()
    {
        m_isFree = m_jobs.empty();
        if (m_isFree)
            m_idle.start();
        else
            m_process->give(m_jobs.front().frame);
    }

    void take(const JqAnswer &answer)
    {
        if (m_process->answered() >= c_mostAnswers)
            dropProcess();
        settle(outcomeOf(answer));
    }

    void takeFailure(const JqError &error)
    {
        const bool hasWorked = m_process->answered() > 0;
        dropProcess();
        if (m_jobs.empty())
            return; // it ended while nothing was asked of it
        // What earlier runs left behind may be to blame: a program is judged by a run in a fresh process.
        const bool isDeath = error.kind == JqError::Kind::Died || error.kind == JqError::Kind::TooLarge;
        if (!isDeath || !hasWorked || m_jobs.front().isRepeated)
            return settle(std::unexpected(error));
        m_jobs.front().isRepeated = true;
        startProcess();
    }

    /** Ends the job that is under way and goes on to the next. It is told from the event loop, since whoever hears it
     * may end all of this, the process that is calling included. */
    void settle(const Outcome &outcome)
    {
        m_ended.push_back([job = takeFirst(), outcome] { job.done(outcome); });
        QMetaObject::invokeMethod(this, &Worker::tellNext, Qt::QueuedConnection);
        if (!m_jobs.empty() && !m_process)
            startProcess();
        else if (m_process)
            giveNext();
    }

    void tellNext()
    {
        const std::function<void()> tell = std::move(m_ended.front());
        m_ended.pop_front();
        tell(); // last
    }

    Job takeFirst()
    {
        Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        return job;
    }

    const QString m_program;
    const QStringList m_arguments;
    const JqLimits m_limits;
    std::deque<Job> m_jobs; ///< the first is under way
    std::deque<std::function<void()>> m_ended; ///< not told yet
    std::unique_ptr<JqProcess> m_process; ///< none until it is needed
    QTimer m_idle;
    bool m_isFree = false; ///< the process is ready and does nothing
    bool m_isEnding = false;
};

JqRunner::JqRunner(QString program, QStringList arguments, JqLimits limits, QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>(std::move(program), std::move(arguments), limits))
{
}

JqRunner::~JqRunner() = default;

QFuture<JqRunner::Outcome> JqRunner::run(const QString &program, const QByteArray &input, const QJsonObject &variables)
{
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    m_worker->add({JqRequest::What::Run, program.toUtf8(), json(variables), input}, [promise](const Outcome &outcome) {
        promise->addResult(outcome);
        promise->finish();
    });
    return promise->future();
}

QFuture<std::expected<void, JqError>> JqRunner::check(const QString &program, const QStringList &variables)
{
    QJsonObject values;
    for (const QString &name : variables)
        values.insert(name, QJsonValue());
    auto promise = std::make_shared<QPromise<std::expected<void, JqError>>>();
    promise->start();
    m_worker->add({JqRequest::What::Check, program.toUtf8(), json(values), {}}, [promise](const Outcome &outcome) {
        promise->addResult(outcome ? std::expected<void, JqError>() : std::unexpected(outcome.error()));
        promise->finish();
    });
    return promise->future();
}

QString JqRunner::ownProgram()
{
    const QString link = QStringLiteral("/proc/self/exe");
    const QString path = QFileInfo(link).symLinkTarget();
    return QFileInfo::exists(path) ? path : link; // a program that was replaced meanwhile is still behind the link
}

} // namespace earshot
