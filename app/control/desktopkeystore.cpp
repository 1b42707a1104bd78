// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/keystore.h"

#ifdef EARSHOT_HAS_KEYCHAIN

#include <QFile>
#include <QPromise>
#include <QThread>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <functional>
#include <map>

namespace earshot {
namespace {

const QString c_service = QStringLiteral("earshot");

/** Whether a bus is named or lies where systemd puts it; asking for one that is not there may start one. */
bool hasSessionBus()
{
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFile::exists(runtime + QLatin1StringView("/bus"));
}

QString keyOf(const QByteArray &name)
{
    return QString::fromLatin1(name);
}

Result<void> outcome(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::NoError)
        return {};
    const bool isMissing = job.error() == QKeychain::EntryNotFound;
    return failure(isMissing ? ErrorCode::NotFound : ErrorCode::NetworkFailed,
                   QStringLiteral("the desktop's key store: %1").arg(job.errorString()));
}

/** QtKeychain's jobs need an event loop and may take as long as a person takes to unlock the store: they have a thread
 * of their own. */
class DesktopKeyStore final : public KeyStore
{
public:
    explicit DesktopKeyStore(std::chrono::milliseconds patience)
        : m_patience(patience)
    {
        m_jobs.moveToThread(&m_thread);
        m_thread.start();
    }

    ~DesktopKeyStore() override
    {
        const auto abandon = [this] {
            while (!m_open.empty())
                m_open.begin()->second(failure(ErrorCode::Cancelled, QStringLiteral("Earshot stops")));
        };
        QMetaObject::invokeMethod(&m_jobs, abandon, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    QFuture<Result<QByteArray>> read(const QByteArray &name) override
    {
        return begin<QByteArray>(
            [this, name] {
                auto *job = new QKeychain::ReadPasswordJob(c_service, &m_jobs);
                job->setKey(keyOf(name));
                return job;
            },
            [](const QKeychain::Job &job) -> Result<QByteArray> {
                const auto ended = outcome(job);
                if (!ended)
                    return std::unexpected(ended.error());
                return static_cast<const QKeychain::ReadPasswordJob &>(job).binaryData();
            });
    }

    QFuture<Result<void>> write(const QByteArray &name, const QByteArray &secret) override
    {
        return begin<void>(
            [this, name, secret] {
                auto *job = new QKeychain::WritePasswordJob(c_service, &m_jobs);
                job->setKey(keyOf(name));
                job->setBinaryData(secret);
                return job;
            },
            outcome);
    }

    QFuture<Result<void>> remove(const QByteArray &name) override
    {
        return begin<void>(
            [this, name] {
                auto *job = new QKeychain::DeletePasswordJob(c_service, &m_jobs);
                job->setKey(keyOf(name));
                return job;
            },
            [](const QKeychain::Job &job) {
                const auto ended = outcome(job);
                return !ended && ended.error().code == ErrorCode::NotFound ? Result<void>() : ended;
            });
    }

private:
    /** Ends once: by the job, or because nobody answered. What comes after that is dropped. */
    template <typename T>
    QFuture<Result<T>> begin(const std::function<QKeychain::Job *()> &makeJob,
                             const std::function<Result<T>(const QKeychain::Job &)> &resultOf)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        QMetaObject::invokeMethod(&m_jobs, [this, promise, makeJob, resultOf] {
            const quint64 number = ++m_lastNumber;
            const auto settle = [this, promise, number](Result<T> result) {
                if (m_open.erase(number) == 0)
                    return;
                promise->addResult(std::move(result));
                promise->finish();
            };
            m_open.emplace(number, [settle](const std::unexpected<Error> &error) { settle(error); });
            QKeychain::Job *job = makeJob();
            job->setInsecureFallback(false);
            QObject::connect(job, &QKeychain::Job::finished, &m_jobs,
                             [settle, resultOf](QKeychain::Job *ended) { settle(resultOf(*ended)); });
            QTimer::singleShot(m_patience, &m_jobs, [settle] {
                settle(failure(ErrorCode::NetworkFailed, QStringLiteral("the desktop's key store does not answer")));
            });
            job->start();
        });
        return promise->future();
    }

    const std::chrono::milliseconds m_patience;
    QThread m_thread;
    QObject m_jobs; ///< lives in the thread, as do the next two
    std::map<quint64, std::function<void(const std::unexpected<Error> &)>> m_open; ///< what is still asked for
    quint64 m_lastNumber = 0;
};

} // namespace

std::unique_ptr<KeyStore> desktopKeyStore(std::chrono::milliseconds patience)
{
    return hasSessionBus() ? std::make_unique<DesktopKeyStore>(patience) : nullptr;
}

} // namespace earshot

#else

namespace earshot {

std::unique_ptr<KeyStore> desktopKeyStore(std::chrono::milliseconds)
{
    return nullptr;
}

} // namespace earshot

#endif
