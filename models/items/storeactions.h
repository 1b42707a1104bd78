// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/forwarding.h"
#include "models/domain/replay.h"
#include "models/domain/source.h"
#include "models/items/listenersetup.h"
#include "models/items/sourcechange.h"
#include "models/items/tunnelsettings.h"
#include "models/items/viewscope.h"
#include "models/items/wayfinding.h"
#include "models/store/record.h"

#include <QFuture>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace earshot {

/** A source as a person describes it. */
struct NewSource {
    QString name;
    QString platform;
    QString zone = QStringLiteral("UTC"); ///< of its times without one
    QString region; ///< of phone numbers without a country code; empty for none
    QString currency; ///< of its money; empty for unknown
    QString agent; ///< shown instead of the platform's agent id; empty to show the id
    QString idField; ///< custom only
    QStringList allow; ///< networks that may post (CIDR)
    QString publicUrl; ///< under which senders reach the listener, as in `https://hooks.example`; empty for its own
};

struct AddedSource {
    QString name;
    QByteArray token; ///< of its hook: a secret
};

/** A destination as a person describes it. */
struct NewDestination {
    QString name;
    QString kind = QStringLiteral("webhook"); ///< a word of destinationKinds()
    QString url;
    QString method = QStringLiteral("POST");
    QString rule; ///< a filter over conversations; empty for every one
    bool byHandOnly = false; ///< then no rule
    QByteArray bearer; ///< its token, key or password, a secret; empty for none, or to keep the one it has
    QByteArray signingKey; ///< a secret; empty for none, or to keep the one it has
    QString caFile;
    QJsonObject options; ///< Destination::options
    QString mapping; ///< a jq program; null for that of its kind
};

/** A right that a test looked at. */
struct DestinationRight {
    QString what; ///< as in `write contacts`
    bool isThere = false;
    QString missing; ///< what to grant, in the destination's own words; else empty
};

/** What a destination answered to a test. */
struct DestinationAnswerText {
    bool isFine = false;
    QString text; ///< status and beginning of the answer, or why there was none
    QList<DestinationRight> rights = {}; ///< where its kind can tell
};

/** Which rows of the outbox are to be sent again. */
struct OutboxResend {
    QString destination; ///< its name; empty for all
    QString filter; ///< over the rows' conversations; empty for every one
    int perMinute = 0; ///< spread so that no more are due in a minute; 0 for at once
    bool alsoSent = false; ///< also those that were sent, each as a new version; else only parked ones
};

/** What is exported, and how. */
struct ExportRequest {
    enum class Format { Csv, Ndjson };

    RecordKind what = RecordKind::Conversations;
    ScopeQuery scope; ///< which rows; an empty filter over Everything is all there is
    QList<qint64> ids; ///< instead of the scope, if not empty: just these records
    Format format = Format::Csv;
    bool spreadsheet = false; ///< CSV with a byte order mark and with text that would run as a formula made harmless
    QStringList fields; ///< in this order; empty for all
    QTimeZone zone = QTimeZone::utc(); ///< of times in the file
    QString path; ///< of the file; replaced whole, and only when all is written
};

struct ExportResult {
    qint64 rows = 0;
    QString path;
};

/** What became of fetching what was seen only in part. */
struct BackfillResult {
    qint64 fetched = 0;
    qint64 running = 0; ///< it goes on there
    qint64 gone = 0; ///< no longer kept there
    qint64 failed = 0;
    qint64 remaining = 0; ///< not asked for
    QString stopped =
        {}; ///< why nothing more was asked for, in words from the other side; null if nothing was in the way
};

/** What a person can have done to a store. The application implements it, here or by asking the process that holds the
 * writer's role; widgets only know this. Every future ends. Called on the GUI thread, continued there with
 * whenDone(). */
class StoreActions
{
public:
    virtual ~StoreActions() = default;

    virtual QFuture<Result<AddedSource>> addSource(const NewSource &source) = 0;
    virtual QFuture<Result<void>> changeSource(const QString &name, const SourceChange &change) = 0;
    /** A new token; the old one works for @p overlap beside it, and is worth nothing from then on. */
    virtual QFuture<Result<AddedSource>> rotateSource(const QString &name, std::chrono::seconds overlap) = 0;
    virtual QFuture<Result<void>> setSourceEnabled(const QString &name, bool enabled) = 0;
    virtual QFuture<Result<void>> setSourcePublicUrl(const QString &name, const QString &url) = 0;
    virtual QFuture<Result<void>> removeSource(const QString &name) = 0;
    /** Posts one made-up conversation of its platform to the source's hook, as the platform would. The number of
     * deliveries that were answered 200. */
    virtual QFuture<Result<int>> sendSample(const QString &name) = 0;

    /** Keeps the key, a secret, by which the source's platform can be asked. */
    virtual QFuture<Result<void>> setSourceApiKey(const QString &name, const QByteArray &key) = 0;
    /** Fetches from the source's platform what was seen only in part. The future's progress value is the number of
     * conversations asked for, its maximum how many there are; cancelling it keeps what has come. */
    virtual QFuture<Result<BackfillResult>> backfill(const QString &name) = 0;

    /** How the listener of the store is set. */
    virtual QFuture<Result<ListenerSetup>> listenerSetup() = 0;
    /** Whoever listens follows. How it is set then. */
    virtual QFuture<Result<ListenerSetup>> setListener(const ListenerChange &change) = 0;
    virtual QFuture<Result<TunnelSettings>> tunnelSettings() = 0;
    /** Without a kind: ends it and forgets it. */
    virtual QFuture<Result<void>> setTunnel(const TunnelSettings &settings) = 0;
    /** Sends one event round the whole way, out and back in through the source's hook, and looks what blocks it. It is
     * not stored. Takes a minute at most. */
    virtual QFuture<Result<WayReport>> testWay(const QString &source) = 0;

    virtual QFuture<Result<void>> addDestination(const NewDestination &destination) = 0;
    /** Sets all that is described of the destination that is called @p name now. */
    virtual QFuture<Result<void>> changeDestination(const QString &name, const NewDestination &destination) = 0;
    virtual QFuture<Result<DestinationAnswerText>> testDestination(const QString &name) = 0;
    /** The same of one that is not kept as it is described. @p name is that of the one whose secrets count where none
     * are given; empty for a new one. */
    virtual QFuture<Result<DestinationAnswerText>> tryDestination(const QString &name,
                                                                  const NewDestination &destination) = 0;
    /** What the described mapping makes of a conversation. */
    virtual QFuture<Result<MappingPreview>> previewMapping(const NewDestination &destination, qint64 conversation) = 0;
    /** What the described destination would get of its latest conversations, at most @p most, against what the one
     * called @p name got. The progress value is how many were looked at, its maximum how many there are; cancelling it
     * ends it. */
    virtual QFuture<Result<ShadowRun>> shadowRun(const QString &name, const NewDestination &destination, int most) = 0;
    /** What would happen if the conversation were sent now. Asks the destination, changes nothing there. */
    virtual QFuture<Result<ForwardDryRun>> dryRun(const QString &destination, qint64 conversation) = 0;
    virtual QFuture<Result<void>> pauseDestination(const QString &name) = 0;
    virtual QFuture<Result<void>> resumeDestination(const QString &name) = 0;
    virtual QFuture<Result<void>> removeDestination(const QString &name) = 0;

    /** Sends these conversations now, each as a new version. How many. */
    virtual QFuture<Result<qint64>> forward(const QList<qint64> &conversations, const QString &destination) = 0;
    virtual QFuture<Result<qint64>> retryOutbox(const QList<qint64> &rows) = 0;
    /** How many rows are made due. With @p onlyCount nothing is done. */
    virtual QFuture<Result<qint64>> resendOutbox(const OutboxResend &resend, bool onlyCount) = 0;
    virtual QFuture<Result<qint64>> discardOutbox(const QList<qint64> &rows) = 0;
    /** Answers which contact a parked row belongs to: one of its candidates. It is sent at once. */
    virtual QFuture<Result<void>> chooseContact(qint64 row, const QString &contact) = 0;
    /** Answers whether a record that was perhaps written is there: then it counts as sent, else it is sent again. */
    virtual QFuture<Result<void>> settlePerhapsWritten(qint64 row, bool isThere) = 0;

    /** Lets quarantined deliveries out: a copy of each is decoded and forwarded. How many. */
    virtual QFuture<Result<qint64>> releaseDeliveries(const QList<qint64> &ids) = 0;
    /** Deletes quarantined deliveries for good. How many. */
    virtual QFuture<Result<qint64>> discardDeliveries(const QList<qint64> &ids) = 0;

    /** Copies the store as it is now to a file, without secrets; takes the place of one that is there. How many
     * deliveries are in it. */
    virtual QFuture<Result<qint64>> backUp(const QString &path) = 0;

    /** The future's progress value is the number of rows written, its maximum how many there will be; cancelling it
     * ends the export and leaves no file. */
    virtual QFuture<Result<ExportResult>> exportRecords(const ExportRequest &request) = 0;

    /** Sends stored deliveries once more: those that @p request names, else those of @p scope. A result comes with each
     * answer; the progress value is how many came, its maximum how many there will be. One error result where it cannot
     * be begun. Cancelling ends it: nothing more is sent, what is under way is cut off. */
    virtual QFuture<Result<ReplayOutcome>> replay(const ReplayRequest &request, const ScopeQuery &scope) = 0;
};

} // namespace earshot
