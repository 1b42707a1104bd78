// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/vardastory.h"

#include "app/simulate/storyids.h"
#include "app/simulate/storyjson.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <array>
#include <cmath>

namespace earshot {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

enum Purpose : quint64 { ForBeats, ForChannel, ForMoney, ForDelivery }; // a delivery adds its place, so it comes last

constexpr QLatin1StringView c_contactCreated("contact.created");
constexpr QLatin1StringView c_contactUpdated("contact.updated");
constexpr QLatin1StringView c_conversationCreated("conversation.created");
constexpr QLatin1StringView c_conversationResolved("conversation.resolved");
constexpr QLatin1StringView c_conversationClosed("conversation.closed");
constexpr QLatin1StringView c_messageCreated("message.created");
constexpr QLatin1StringView c_callStarted("call.started");
constexpr QLatin1StringView c_callEnded("call.ended");
constexpr QLatin1StringView c_outcomeTagged("call.outcome_tagged");

constexpr double c_taggedShare = 0.85;
constexpr double c_lateTagShare = 0.12; // tagged at the end of a shift rather than right after the call
constexpr milliseconds c_longestTagDelay = std::chrono::minutes(45);

/** Varda's ids are plain integers, and those of calls, conversations and contacts overlap. Other seeds get other
 *  blocks. */
qint64 vardaId(const StoryScript &script, quint64 index)
{
    constexpr quint64 blocks = 90'000;
    constexpr qint64 blockSize = 100'000;
    const auto block = static_cast<qint64>(combinedSeed({script.number.seed}) % blocks) + 1;
    return block * blockSize + static_cast<qint64>(index) + 1;
}

qint64 conversationId(const StoryScript &script)
{
    return vardaId(script, script.number.index);
}

QJsonObject contactJson(const StoryScript &script, bool withEmail)
{
    QJsonObject contact{
        {QStringLiteral("id"), vardaId(script, script.contactNumber)},
        {QStringLiteral("name"), script.person.nameKnown ? QJsonValue(script.person.name) : QJsonValue()},
        {QStringLiteral("phone"), script.person.phone}};
    if (withEmail)
        contact.insert(QStringLiteral("email"),
                       script.person.emailKnown ? QJsonValue(script.person.email) : QJsonValue());
    return contact;
}

QJsonObject attributionJson(const Campaign &campaign)
{
    QJsonObject attribution{{QStringLiteral("source"), campaign.source},
                            {QStringLiteral("medium"), campaign.medium},
                            {QStringLiteral("campaign"), textOrNull(campaign.name)},
                            {QStringLiteral("landing_page"), campaign.landingPage},
                            {QStringLiteral("device_type"), campaign.device},
                            {QStringLiteral("type"), QStringLiteral("session")}};
    if (!campaign.clickId.isEmpty())
        attribution.insert(QStringLiteral("gclid"), campaign.clickId);
    return attribution;
}

void addParties(QJsonObject &data, const StoryScript &script, bool withEmail)
{
    data.insert(QStringLiteral("contact"), contactJson(script, withEmail));
    if (script.campaign)
        data.insert(QStringLiteral("attribution"), attributionJson(*script.campaign));
}

QString channelType(const StoryScript &script)
{
    static const QStringList types = {QStringLiteral("webchat"), QStringLiteral("sms"), QStringLiteral("email")};
    static constexpr std::array<int, 3> weights = {60, 25, 15};
    StoryRandom random = platformRandom(script, ForChannel);
    return types.at(static_cast<qsizetype>(random.weighted(weights)));
}

QString conversationStatus(QLatin1StringView event)
{
    if (event == c_conversationResolved)
        return QStringLiteral("resolved");
    return event == c_conversationClosed ? QStringLiteral("closed") : QStringLiteral("open");
}

QJsonObject conversationData(const StoryScript &script, const StoryBeat &beat, Timestamp start)
{
    constexpr qint64 firstChannel = 3;
    QJsonObject data{{QStringLiteral("id"), conversationId(script)},
                     {QStringLiteral("status"), conversationStatus(beat.event)},
                     {QStringLiteral("priority"), QStringLiteral("normal")},
                     {QStringLiteral("channel_id"), firstChannel + qint64(script.dialogue->topic)},
                     {QStringLiteral("channel_type"), channelType(script)},
                     {QStringLiteral("created_at"), isoSeconds(start)},
                     {QStringLiteral("updated_at"), isoSeconds(start + beat.offset)}};
    addParties(data, script, true);
    return data;
}

QJsonObject messageData(const StoryScript &script, const StoryBeat &beat, Timestamp start)
{
    constexpr qint64 messagesOfAConversation = 100;
    const StoryTurn &turn = script.turns.at(beat.turn);
    const QString ourName = business(script.dialogue->topic).name.toString();
    const QString theirName = script.person.nameKnown ? script.person.name : QString();
    QJsonObject data{
        {QStringLiteral("id"), conversationId(script) * messagesOfAConversation + beat.turn},
        {QStringLiteral("conversation_id"), conversationId(script)},
        {QStringLiteral("direction"), turn.fromCaller ? QStringLiteral("inbound") : QStringLiteral("outbound")},
        {QStringLiteral("sender_type"), turn.fromCaller ? QStringLiteral("contact") : QStringLiteral("agent")},
        {QStringLiteral("sender_name"), textOrNull(turn.fromCaller ? theirName : ourName)},
        {QStringLiteral("content"), turn.text},
        {QStringLiteral("message_type"), QStringLiteral("text")},
        {QStringLiteral("channel_type"), channelType(script)},
        {QStringLiteral("created_at"), isoSeconds(start + beat.offset)}};
    addParties(data, script, true);
    return data;
}

QString disposition(Ending ending)
{
    switch (ending) {
    case Ending::Disconnected:
    case Ending::Unanswered:
        return QStringLiteral("abandoned");
    case Ending::Failed:
        return QStringLiteral("failed");
    case Ending::Finished:
    case Ending::Ghost:
        break;
    }
    return QStringLiteral("completed");
}

/** The number that callers of a business dial. */
QString businessNumber(const StoryScript &script)
{
    return QStringLiteral("+1800555014%1").arg(int(script.dialogue->topic));
}

QJsonObject callData(const StoryScript &script, const StoryBeat &beat, Timestamp start)
{
    const bool inbound = script.direction == Direction::Inbound;
    const bool ended = beat.event == c_callEnded;
    QJsonObject data{{QStringLiteral("id"), conversationId(script)},
                     {QStringLiteral("direction"), inbound ? QStringLiteral("inbound") : QStringLiteral("outbound")},
                     {QStringLiteral("status"), ended ? QStringLiteral("ended") : QStringLiteral("in_progress")},
                     {QStringLiteral("from_number"), inbound ? script.person.phone : businessNumber(script)},
                     {QStringLiteral("to_number"), inbound ? businessNumber(script) : script.person.phone},
                     {QStringLiteral("started_at"), isoSeconds(start)}};
    if (ended) {
        data.insert(QStringLiteral("duration_seconds"), qint64(script.talked.count()));
        data.insert(QStringLiteral("disposition"), disposition(script.ending));
        data.insert(QStringLiteral("ended_at"), isoSeconds(start + beat.offset));
    }
    addParties(data, script, false);
    return data;
}

struct Cents {
    qint64 estimated = 0;
    qint64 actual = 0;
    qint64 revenue = 0;
};

/** Booked work counts as revenue at its estimate until it is paid, as in Varda's own sample; a quote is an estimate
 *  only. */
Cents money(const StoryScript &script)
{
    StoryRandom random = platformRandom(script, ForMoney);
    const qint64 price = qint64(script.price) * 100;
    if (script.outcome != QLatin1StringView("booked"))
        return {price, 0, 0};
    if (random.chance(0.2))
        return {price, price, price};
    return {price, 0, price};
}

QJsonObject outcomeData(const StoryScript &script)
{
    const Cents cents = money(script);
    const bool unanswered = script.ending == Ending::Unanswered;
    // The id is the tag's own (there are fewer tags than calls); call_session_id is what joins it to its call.
    constexpr qint64 tagsBehindCalls = 7;
    QJsonObject data{{QStringLiteral("id"), conversationId(script) - tagsBehindCalls},
                     {QStringLiteral("call_session_id"), conversationId(script)},
                     {QStringLiteral("outcome_type"), QString(script.outcome)},
                     {QStringLiteral("estimated_value_cents"), unanswered ? 0 : cents.estimated},
                     {QStringLiteral("actual_value_cents"), cents.actual},
                     {QStringLiteral("revenue_cents"), unanswered ? 0 : cents.revenue},
                     {QStringLiteral("notes"), textOrNull(unanswered ? QString() : script.note)}};
    addParties(data, script, false);
    return data;
}

QJsonObject contactData(const StoryScript &script, const StoryBeat &beat, Timestamp start)
{
    QJsonObject data = contactJson(script, true);
    data.insert(QStringLiteral("kind"),
                beat.event == c_contactCreated ? QStringLiteral("visitor") : QStringLiteral("lead"));
    data.insert(QStringLiteral("created_at"), isoSeconds(start));
    data.insert(QStringLiteral("updated_at"), isoSeconds(start + beat.offset));
    return data;
}

QJsonObject beatData(const StoryScript &script, const StoryBeat &beat, Timestamp start)
{
    if (beat.event == c_messageCreated)
        return messageData(script, beat, start);
    if (beat.event == c_callStarted || beat.event == c_callEnded)
        return callData(script, beat, start);
    if (beat.event == c_outcomeTagged)
        return outcomeData(script);
    if (beat.event == c_contactCreated || beat.event == c_contactUpdated)
        return contactData(script, beat, start);
    return conversationData(script, beat, start);
}

milliseconds tagDelay(StoryRandom &random)
{
    const double median = random.chance(c_lateTagShare) ? 1200 : 60;
    const auto delay = milliseconds(std::llround(random.logNormal(median, 0.6) * 1000));
    return std::min(delay, c_longestTagDelay);
}

void addCallBeats(QList<StoryBeat> &beats, const StoryScript &script, StoryRandom &random)
{
    beats.append({c_callStarted, milliseconds(0)});
    if (script.ending == Ending::Ghost)
        return;
    beats.append({c_callEnded, script.end});
    if (!script.outcome.isNull() && random.chance(c_taggedShare))
        beats.append({c_outcomeTagged, script.end + tagDelay(random)});
}

void addChatBeats(QList<StoryBeat> &beats, const StoryScript &script, StoryRandom &random)
{
    beats.append({c_conversationCreated, milliseconds(0)});
    for (qsizetype turn = 0; turn < script.turns.size(); ++turn)
        beats.append({c_messageCreated, script.turns.at(turn).offset, turn});
    if (script.ending == Ending::Ghost)
        return;
    const bool resolved = script.ending == Ending::Finished && random.chance(0.8);
    if (resolved)
        beats.append({c_conversationResolved, script.end});
    if (!resolved || random.chance(0.5))
        beats.append({c_conversationClosed, script.end + seconds(random.between(20, 180))});
}

} // namespace

QList<StoryBeat> vardaBeats(const StoryScript &script)
{
    StoryRandom random = platformRandom(script, ForBeats);
    QList<StoryBeat> beats;
    const bool isNew = script.contactNumber == script.number.index;
    if (isNew && random.chance(0.5))
        beats.append({c_contactCreated, milliseconds(0)});
    if (script.isCall)
        addCallBeats(beats, script, random);
    else
        addChatBeats(beats, script, random);
    if (random.chance(0.08))
        beats.append({c_contactUpdated, script.end + seconds(2)});
    return beats;
}

SimulatedRequest vardaRequest(const StoryScript &script, const StoryBeat &beat, Timestamp start)
{
    StoryRandom random = platformRandom(script, ForDelivery + beat.place);
    SimulatedRequest request = jsonPost({{QStringLiteral("event"), QString(beat.event)},
                                         {QStringLiteral("timestamp"), isoSeconds(start + beat.offset)},
                                         {QStringLiteral("data"), beatData(script, beat, start)}});
    request.headers += {
        {QByteArrayLiteral("User-Agent"), QByteArrayLiteral("Varda-Webhooks/1.0")},
        {QByteArrayLiteral("X-Varda-Event"), QByteArray(beat.event.data(), beat.event.size())},
        {QByteArrayLiteral("X-Varda-Delivery"), uuidVersion4(random).toLatin1()},
    };
    return request;
}

void signVardaRequest(SimulatedRequest &request, const QByteArray &secret, Timestamp now)
{
    const QByteArray name = QByteArrayLiteral("X-Varda-Signature");
    if (!header(request, name).isNull())
        return;
    const auto since = std::chrono::floor<seconds>(now).time_since_epoch();
    const QByteArray time = QByteArray::number(qint64(since.count()));
    const QByteArray text = time + '.' + request.body;
    const QByteArray mac = QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256).toHex();
    setHeader(request, name, QByteArray("t=" + time + ",v1=" + mac));
}

} // namespace earshot
