// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storeactions.h"

#include <QPromise>

#include <functional>

namespace earshot {

/** Does nothing, says what was asked of it, and answers as the test wants. Answers are there at once unless held. */
class FakeStoreActions final : public StoreActions
{
public:
    QStringList calls; ///< in their order, as in `rotate Web chat`
    NewSource added; ///< the last one asked for
    NewDestination addedDestination; ///< the last one described, to be added, changed or tried
    QString mappedWith; ///< the mapping that was last tried
    OutboxResend resent; ///< the last one asked for
    Result<MappingPreview> preview = MappingPreview{};
    Result<ForwardDryRun> dryRunAnswer = ForwardDryRun{};
    Result<qint64> resendCount = qint64(0);
    QPromise<Result<ShadowRun>> shadowing; ///< what the last shadow run is answered with, by the test
    SourceChange changed; ///< the last one asked for
    ListenerSetup listener; ///< what listenerSetup() tells
    ListenerChange listenerChange; ///< the last one asked for
    TunnelSettings tunnel; ///< what tunnelSettings() tells, and setTunnel() sets
    QPromise<Result<WayReport>> testing; ///< what the last test of the way is answered with, by the test
    ExportRequest exported;
    ReplayRequest replayed; ///< the last one asked for
    ScopeQuery replayedScope;
    QPromise<Result<ReplayOutcome>> replaying; ///< what the last replay is answered with, by the test
    QPromise<Result<BackfillResult>> fetching; ///< what the last back-fill is answered with, by the test
    QPromise<Result<ExportResult>> exporting; ///< what the last export is answered with, by the test
    std::function<Result<AddedSource>(const NewSource &)> onAdd = [](const NewSource &source) -> Result<AddedSource> {
        return AddedSource{source.name, "n4uYw0ZcVb7-3kDqTqPm2sGx9LwEoJrLtQx3f"};
    };
    std::function<Result<int>(const QString &)> onSample = [](const QString &) -> Result<int> { return 1; };
    Result<DestinationAnswerText> testAnswer = DestinationAnswerText{true, QStringLiteral("200 OK"), {}};
    Result<void> answer; ///< to whatever gives nothing back, or only a number
    bool holds = false; ///< addSource() is answered by release() only

    void release()
    {
        m_held.addResult(onAdd(added));
        m_held.finish();
    }

    QFuture<Result<AddedSource>> addSource(const NewSource &source) override
    {
        calls.append(QString(QLatin1StringView("add ") + source.name));
        added = source;
        if (!holds)
            return QtFuture::makeReadyFuture(onAdd(source));
        m_held = {};
        m_held.start();
        return m_held.future();
    }

    QFuture<Result<void>> changeSource(const QString &name, const SourceChange &change) override
    {
        changed = change;
        return note("change", name);
    }

    QFuture<Result<AddedSource>> rotateSource(const QString &name, std::chrono::seconds overlap) override
    {
        const QString whole = overlap.count() == 0 ? name : QStringLiteral("%1 %2s").arg(name).arg(overlap.count());
        const Result<void> done = *note("rotate", whole).results().begin();
        return QtFuture::makeReadyFuture(done ? Result<AddedSource>(AddedSource{name, "another-token-of-it"})
                                              : Result<AddedSource>(std::unexpected(done.error())));
    }

    QFuture<Result<void>> setSourceEnabled(const QString &name, bool enabled) override
    {
        return note(enabled ? "enable" : "disable", name);
    }

    QFuture<Result<void>> setSourcePublicUrl(const QString &name, const QString &url) override
    {
        return note("public", QString(name + QLatin1Char(' ') + url));
    }

    QFuture<Result<void>> removeSource(const QString &name) override { return note("remove", name); }

    QFuture<Result<int>> sendSample(const QString &name) override
    {
        calls.append(QString(QLatin1StringView("sample ") + name));
        return QtFuture::makeReadyFuture(onSample(name));
    }

    QFuture<Result<void>> setSourceApiKey(const QString &name, const QByteArray &key) override
    {
        return note("api key", QString(name + QLatin1Char(' ') + QString::fromUtf8(key)));
    }

    QFuture<Result<BackfillResult>> backfill(const QString &name) override
    {
        calls.append(QString(QLatin1StringView("backfill ") + name));
        fetching = {};
        fetching.start();
        return fetching.future();
    }

    QFuture<Result<ListenerSetup>> listenerSetup() override
    {
        return QtFuture::makeReadyFuture(Result<ListenerSetup>(listener));
    }

    QFuture<Result<ListenerSetup>> setListener(const ListenerChange &change) override
    {
        calls.append(QStringLiteral("set listener"));
        listenerChange = change;
        return QtFuture::makeReadyFuture(answer ? Result<ListenerSetup>(listener)
                                                : Result<ListenerSetup>(std::unexpected(answer.error())));
    }

    QFuture<Result<TunnelSettings>> tunnelSettings() override
    {
        return QtFuture::makeReadyFuture(Result<TunnelSettings>(tunnel));
    }

    QFuture<Result<void>> setTunnel(const TunnelSettings &settings) override
    {
        tunnel = settings;
        calls.append(QStringLiteral("set tunnel"));
        return QtFuture::makeReadyFuture(answer);
    }

    QFuture<Result<WayReport>> testWay(const QString &source) override
    {
        calls.append(QString(QLatin1StringView("test way ") + source));
        testing = {};
        testing.start();
        return testing.future();
    }

    QFuture<Result<qint64>> backUp(const QString &path) override
    {
        const Result<void> done = *note("back up", path).results().begin();
        return QtFuture::makeReadyFuture(done ? Result<qint64>(3) : Result<qint64>(std::unexpected(done.error())));
    }

    QFuture<Result<void>> addDestination(const NewDestination &destination) override
    {
        addedDestination = destination;
        return note("add destination", destination.name);
    }

    QFuture<Result<DestinationAnswerText>> testDestination(const QString &name) override
    {
        calls.append(QString(QLatin1StringView("test ") + name));
        return QtFuture::makeReadyFuture(testAnswer);
    }

    QFuture<Result<void>> changeDestination(const QString &name, const NewDestination &destination) override
    {
        addedDestination = destination;
        return note("change destination", name);
    }

    QFuture<Result<DestinationAnswerText>> tryDestination(const QString &name,
                                                          const NewDestination &destination) override
    {
        calls.append(QString(QLatin1StringView("try ") + name));
        addedDestination = destination;
        return QtFuture::makeReadyFuture(testAnswer);
    }

    QFuture<Result<MappingPreview>> previewMapping(const NewDestination &destination, qint64 conversation) override
    {
        calls.append(QStringLiteral("preview %1").arg(conversation));
        mappedWith = destination.mapping;
        return QtFuture::makeReadyFuture(preview);
    }

    QFuture<Result<ShadowRun>> shadowRun(const QString &name, const NewDestination &destination, int most) override
    {
        calls.append(QStringLiteral("shadow %1 %2").arg(name).arg(most));
        mappedWith = destination.mapping;
        shadowing = {};
        shadowing.start();
        return shadowing.future();
    }

    QFuture<Result<ForwardDryRun>> dryRun(const QString &destination, qint64 conversation) override
    {
        calls.append(QStringLiteral("dry run %1 %2").arg(destination).arg(conversation));
        return QtFuture::makeReadyFuture(dryRunAnswer);
    }

    QFuture<Result<qint64>> resendOutbox(const OutboxResend &resend, bool onlyCount) override
    {
        calls.append(onlyCount ? QStringLiteral("count resend") : QStringLiteral("resend"));
        resent = resend;
        return QtFuture::makeReadyFuture(resendCount);
    }

    QFuture<Result<void>> chooseContact(qint64 row, const QString &contact) override
    {
        return note("choose", QStringLiteral("%1 %2").arg(row).arg(contact));
    }

    QFuture<Result<void>> settlePerhapsWritten(qint64 row, bool isThere) override
    {
        return note(isThere ? "is there" : "is not there", QString::number(row));
    }

    QFuture<Result<void>> pauseDestination(const QString &name) override { return note("pause", name); }

    QFuture<Result<void>> resumeDestination(const QString &name) override { return note("resume", name); }

    QFuture<Result<void>> removeDestination(const QString &name) override { return note("remove destination", name); }

    QFuture<Result<qint64>> forward(const QList<qint64> &conversations, const QString &destination) override
    {
        return count("forward", conversations, QString(QLatin1StringView(" to ") + destination));
    }

    QFuture<Result<qint64>> retryOutbox(const QList<qint64> &rows) override { return count("retry", rows); }

    QFuture<Result<qint64>> discardOutbox(const QList<qint64> &rows) override { return count("discard", rows); }

    QFuture<Result<qint64>> releaseDeliveries(const QList<qint64> &ids) override { return count("release", ids); }

    QFuture<Result<qint64>> discardDeliveries(const QList<qint64> &ids) override
    {
        return count("discard deliveries", ids);
    }

    QFuture<Result<ExportResult>> exportRecords(const ExportRequest &request) override
    {
        calls.append(QStringLiteral("export"));
        exported = request;
        exporting = {};
        exporting.start();
        return exporting.future();
    }

    QFuture<Result<ReplayOutcome>> replay(const ReplayRequest &request, const ScopeQuery &scope) override
    {
        calls.append(QStringLiteral("replay"));
        replayed = request;
        replayedScope = scope;
        replaying = {};
        replaying.start();
        return replaying.future();
    }

private:
    QFuture<Result<void>> note(const char *what, const QString &whom)
    {
        calls.append(QStringLiteral("%1 %2").arg(QLatin1StringView(what), whom));
        return QtFuture::makeReadyFuture(answer);
    }

    /** As in `retry 3,7`. */
    QFuture<Result<qint64>> count(const char *what, const QList<qint64> &ids, const QString &rest = {})
    {
        QStringList texts;
        for (const qint64 id : ids)
            texts.append(QString::number(id));
        const Result<void> done = *note(what, QString(texts.join(QLatin1Char(',')) + rest)).results().begin();
        return QtFuture::makeReadyFuture(done ? Result<qint64>(ids.size())
                                              : Result<qint64>(std::unexpected(done.error())));
    }

    QPromise<Result<AddedSource>> m_held;
};

} // namespace earshot
