// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/sourcelist.h"

#include "models/store/secretreference.h"
#include "models/store/snapshot.h"
#include "models/store/sources.h"

#include <QTimer>

namespace earshot {
namespace {

using namespace std::chrono_literals;

constexpr auto c_arrivalsInterval = 1s;
constexpr qsizetype c_shownOfToken = 4;

struct Arrivals {
    std::optional<Timestamp> last;
    qint64 count = 0;
};

/** Of each source, of the deliveries up to one. */
struct Tallies {
    QHash<qint64, Arrivals> bySource;
    qint64 upTo = 0;
};

struct LoadedSources {
    QList<Source> sources;
    Secrets secrets;
};

Result<void> addTallies(const Database &database, const QString &fromWhere, const QVariantList &values,
                        Tallies &tallies)
{
    auto rows = database.run(
        QStringLiteral("SELECT \"source_id\", count(*), max(\"received_at\") %1 GROUP BY \"source_id\"").arg(fromWhere),
        values);
    if (!rows)
        return std::unexpected(rows.error());
    while (rows->next()) {
        Arrivals &arrivals = tallies.bySource[rows->integer(0)];
        arrivals.count += rows->integer(1);
        const Timestamp last = fromMicroseconds(rows->integer(2));
        arrivals.last = std::max(arrivals.last.value_or(last), last);
    }
    return rows->ended();
}

/** What came after @p tallies.upTo is added. The findings are far shorter than the deliveries, so at first they are
 * counted. */
Result<Tallies> countOn(const Database &database, Tallies tallies)
{
    const auto last = database.value(QStringLiteral("SELECT coalesce(max(\"id\"), 0) FROM delivery"));
    if (!last)
        return std::unexpected(last.error());
    if (tallies.upTo == 0) {
        const auto counted = addTallies(database, QStringLiteral("FROM finding"), {}, tallies);
        if (!counted)
            return std::unexpected(counted.error());
        const auto projected = database.value(QStringLiteral("SELECT coalesce(max(\"delivery\"), 0) FROM finding"));
        if (!projected)
            return std::unexpected(projected.error());
        tallies.upTo = projected->toLongLong();
    }
    const auto counted =
        addTallies(database, QStringLiteral("FROM delivery WHERE \"id\" > ?"), {tallies.upTo}, tallies);
    if (!counted)
        return std::unexpected(counted.error());
    tallies.upTo = std::max(tallies.upTo, last->toLongLong());
    return tallies;
}

SecretMark markOf(const QByteArray &secret)
{
    const auto reference = SecretReference::read(secret);
    return {!secret.isEmpty(), reference ? QString::fromLatin1(reference->text()) : QString(), std::nullopt};
}

/** Newest first, as they are kept. */
SecretMark markOf(const QList<TimedSecret> &secrets)
{
    if (secrets.isEmpty())
        return {};
    SecretMark mark = markOf(secrets.first().value);
    if (secrets.size() > 1)
        mark.previousUntil = secrets[1].until;
    return mark;
}

SecretMarks marksOf(const SourceSecrets &secrets)
{
    return {markOf(secrets.tokens), markOf(secrets.signing), markOf(secrets.basic), markOf(secrets.bearer),
            markOf(secrets.header)};
}

/** Where the secrets cannot be read, the rest is shown without them. */
Result<LoadedSources> readSources(const Database &database, const StoreLocation &location)
{
    const auto all = sources::all(database);
    if (!all)
        return std::unexpected(all.error());
    return LoadedSources{*all, Secrets::load(location.secretsPath()).value_or(Secrets())};
}

} // namespace

/** Reads in two strands: the settings, and what has arrived, which may take long the first time. */
class SourceList::Private
{
public:
    Private(SourceList &list, StoreReader &reader)
        : m_list(list)
        , m_reader(reader)
    {
        m_timer.setSingleShot(true);
        m_timer.setInterval(c_arrivalsInterval);
        m_timer.callOnTimeout(&list, [this] { countArrivals(); });
    }

    ~Private() { m_stop->store(true); }

    void load();
    void countArrivals();
    void countSoon();
    void show();

    QList<SourceEntry> m_entries;
    bool m_isLoaded = false;

private:
    void take(const LoadedSources &loaded);

    SourceList &m_list;
    StoreReader &m_reader;
    QTimer m_timer;
    StopFlag m_stop = std::make_shared<std::atomic_bool>(false);
    Tallies m_tallies;
    bool m_isLoading = false;
    bool m_isStale = false; ///< changed again while it was being read
    bool m_isCounting = false;
};

void SourceList::Private::load()
{
    m_isStale = m_isLoading;
    if (std::exchange(m_isLoading, true))
        return;
    m_reader
        .read<LoadedSources>(
            [location = m_reader.location()](const Database &database) { return readSources(database, location); },
            m_stop, ReadCost::Quick)
        .then(&m_list, [this](const Result<LoadedSources> &loaded) {
            m_isLoading = false;
            if (loaded)
                take(*loaded);
            if (std::exchange(m_isStale, false))
                load();
        });
}

void SourceList::Private::take(const LoadedSources &loaded)
{
    m_entries.clear();
    for (const Source &source : loaded.sources)
        m_entries.append({source, loaded.secrets.hookToken(source.key), std::nullopt, 0,
                          marksOf(loaded.secrets.source(source.key))});
    m_isLoaded = true;
    show();
}

void SourceList::Private::show()
{
    for (SourceEntry &entry : m_entries) {
        const Arrivals arrivals = m_tallies.bySource.value(entry.source.id);
        entry.lastDeliveryAt = arrivals.last;
        entry.deliveries = arrivals.count;
    }
    Q_EMIT m_list.changed();
}

void SourceList::Private::countSoon()
{
    if (!m_timer.isActive())
        m_timer.start();
}

void SourceList::Private::countArrivals()
{
    if (m_isCounting)
        return countSoon();
    m_isCounting = true;
    m_reader
        .read<Tallies>(
            [tallies = m_tallies](const Database &database) {
                return readSnapshot<Tallies>(database, [&] { return countOn(database, tallies); });
            },
            m_stop)
        .then(&m_list, [this](const Result<Tallies> &tallies) {
            m_isCounting = false;
            if (!tallies)
                return;
            m_tallies = *tallies;
            if (m_isLoaded)
                show();
        });
}

SourceList::SourceList(StoreReader &reader, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, reader))
{
    connect(&reader, &StoreReader::changed, this, [this](const StoreChanges &changes) {
        if (changes.settings || changes.everything)
            d->load();
        if (changes.hasNewDeliveries || changes.hasLostDeliveries || changes.everything)
            d->countSoon();
    });
    d->load();
    d->countArrivals();
}

SourceList::~SourceList() = default;

const QList<SourceEntry> &SourceList::entries() const
{
    return d->m_entries;
}

bool SourceList::isLoaded() const
{
    return d->m_isLoaded;
}

const SourceEntry *SourceList::entry(const QString &name) const
{
    const auto found = std::ranges::find_if(d->m_entries, [&](const SourceEntry &candidate) {
        return candidate.source.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == d->m_entries.cend() ? nullptr : &*found;
}

QString hookAddress(const SourceEntry &entry, const QString &base, bool masked)
{
    QString address = entry.source.publicUrl.isEmpty() ? base : entry.source.publicUrl;
    if (address.isEmpty() || entry.token.isEmpty())
        return {};
    while (address.endsWith(u'/'))
        address.chop(1);
    const QString token = QString::fromLatin1(entry.token);
    return address + QLatin1StringView("/hook/") + (masked ? QString(token.left(c_shownOfToken) + u'\u2026') : token);
}

} // namespace earshot
