// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/demofloor.h"

#include "app/engine/sampledeliveries.h"
#include "app/simulate/story.h"
#include "models/items/whendone.h"

#include <QFutureWatcher>
#include <QNetworkReply>
#include <QTimeZone>

#include <array>

namespace earshot {
namespace {

constexpr quint64 c_seed = 20;
constexpr int c_days = 14;
constexpr int c_mostInFlight = 12;
constexpr double c_deliveriesASecond = 1.2; // about a call centre's of twenty seats

/** Conversations that begin in each hour of a weekday. */
constexpr std::array<int, 24> c_weekday{0, 0, 0, 0, 0, 0, 1, 3, 8, 12, 14, 12, 7, 9, 13, 12, 9, 6, 3, 2, 1, 1, 0, 0};

struct DemoSource {
    QLatin1StringView platform;
    const char *name; ///< for the translator
};

constexpr std::array c_sources = {
    DemoSource{QLatin1StringView("varda"), QT_TRANSLATE_NOOP("earshot::DemoFloor", "Front desk")},
    DemoSource{QLatin1StringView("insighto"), QT_TRANSLATE_NOOP("earshot::DemoFloor", "Web chat")},
    DemoSource{QLatin1StringView("eigi"), QT_TRANSLATE_NOOP("earshot::DemoFloor", "Reminders")},
};

/** Some stories are of calls whose end gets lost on the way. */
bool hasEnd(const Story &story)
{
    const QList<SimulatedRequest> requests = story.requests({});
    const auto names = [&requests](QByteArrayView event) {
        return std::ranges::any_of(requests,
                                   [event](const SimulatedRequest &request) { return request.body.contains(event); });
    };
    return !names("call.started") || names("call.ended");
}

int conversationsIn(const QDateTime &hour)
{
    const int usual = c_weekday[std::size_t(hour.time().hour())];
    return hour.date().dayOfWeek() > 5 ? usual / 4 : usual;
}

} // namespace

DemoFloor::DemoFloor(StoreActions &actions, SourceList &sources, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_sources(sources)
    , m_clock(clock)
{
}

DemoFloor::~DemoFloor() = default;

void DemoFloor::play(const QString &base)
{
    m_base = base;
    connect(&m_sources, &SourceList::changed, this, &DemoFloor::begin);
    if (m_sources.isLoaded())
        addMissingSources();
    else
        connect(&m_sources, &SourceList::changed, this, &DemoFloor::addMissingSources, Qt::SingleShotConnection);
}

void DemoFloor::addMissingSources()
{
    for (const DemoSource &demo : c_sources) {
        const bool isThere = std::ranges::any_of(
            m_sources.entries(), [&demo](const SourceEntry &entry) { return entry.source.platform == demo.platform; });
        if (isThere)
            continue;
        NewSource source;
        source.name = tr(demo.name);
        source.platform = demo.platform;
        source.currency = QStringLiteral("USD");
        whenDone(m_actions.addSource(source), this, [this](const Result<AddedSource> &added) {
            if (!added)
                Q_EMIT failed(added.error().detail);
        });
    }
    begin();
}

void DemoFloor::add(const NewSource &source)
{
    auto *watcher = new QFutureWatcher<Result<AddedSource>>(this); // the demo may end before it is answered
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (watcher->future().resultCount() == 0)
            return;
        if (const Result<AddedSource> added = watcher->result(); !added)
            Q_EMIT failed(added.error().detail);
    });
    watcher->setFuture(m_actions.addSource(source));
}

/** Once every platform has its hook. */
void DemoFloor::begin()
{
    if (m_hasBegun)
        return;
    bool isNew = true;
    for (const SourceEntry &entry : m_sources.entries()) {
        if (!entry.token.isEmpty())
            m_hooks.insert(entry.source.platform, QUrl(hookAddress({entry.source, entry.token, {}, 0}, m_base)));
        isNew = isNew && entry.deliveries == 0;
    }
    if (m_hooks.size() < qsizetype(c_sources.size()))
        return;
    m_hasBegun = true;
    if (isNew)
        fillHistory();
    sendHistory();
}

/** eigi gives no times, so its calls would all have ended now: it only plays live. */
void DemoFloor::fillHistory()
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(toMicroseconds(m_clock.now()) / 1000).toLocalTime();
    QHash<QString, quint64> begun;
    quint64 turn = 0;
    std::vector<PastDelivery> past;
    for (QDateTime hour(now.date().addDays(-c_days), QTime(0, 0)); hour < now.addSecs(-3600);
         hour = hour.addSecs(3600)) {
        const int count = conversationsIn(hour);
        for (int i = 0; i < count; ++i) {
            const QString platform = ++turn % 3 == 0 ? QStringLiteral("insighto") : QStringLiteral("varda");
            const Story story(platform, c_seed, begun[platform]++);
            if (!hasEnd(story))
                continue; // it would run since then
            const Timestamp start =
                fromMicroseconds(hour.addSecs(3600LL * i / count + qint64(turn * 37 % 300)).toMSecsSinceEpoch() * 1000);
            for (const SimulatedRequest &request : story.requests(start))
                past.push_back({start + request.offset, m_hooks.value(platform), request});
        }
    }
    std::ranges::sort(past, {}, &PastDelivery::at);
    m_past.assign(std::make_move_iterator(past.begin()), std::make_move_iterator(past.end()));
}

void DemoFloor::sendHistory()
{
    while (m_inFlight < c_mostInFlight && !m_past.empty()) {
        const PastDelivery next = std::move(m_past.front());
        m_past.pop_front();
        QNetworkReply *reply = postDelivery(m_network, next.hook, next.request);
        ++m_inFlight;
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            --m_inFlight;
            reply->deleteLater();
            sendHistory();
        });
    }
    if (m_past.empty() && m_inFlight == 0 && !m_live)
        playLive();
}

void DemoFloor::playLive()
{
    SimulationSettings settings;
    settings.platforms = simulatedPlatforms();
    settings.ratePerSecond = c_deliveriesASecond;
    settings.seed = quint64(toMicroseconds(m_clock.now())); // another floor at each start
    for (auto it = m_hooks.cbegin(); it != m_hooks.cend(); ++it)
        settings.hooks.insert(it.key(), {it.value()});
    m_live = std::make_unique<SimulationSender>(settings, m_clock);
    m_live->start();
}

} // namespace earshot
