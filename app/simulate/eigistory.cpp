// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/eigistory.h"

#include "app/simulate/storyids.h"
#include "app/simulate/storyjson.h"

#include <QJsonArray>
#include <QUrl>

#include <array>

namespace earshot {
namespace {

enum Purpose : quint64 { ForPayload, ForIds, ForTransport, ForAgent };

constexpr QByteArrayView c_formType("multipart/form-data; boundary=");

enum class ConversationType { Telephony, Daily, WhatsApp, Chat };

constexpr double c_dailyShare = 0.12; // of spoken conversations
constexpr double c_noDurationShare = 0.05;
constexpr double c_recordedShare = 0.7;
constexpr double c_analysedShare = 0.6;
constexpr double c_noTranscriptShare = 0.06;
constexpr double c_bareNumberShare = 0.15; // from_mobile_number without its plus sign
constexpr double c_noteShare = 0.15;

ConversationType pickType(const StoryScript &script, StoryRandom &random)
{
    if (script.isCall)
        return random.chance(c_dailyShare) ? ConversationType::Daily : ConversationType::Telephony;
    return random.chance(0.5) ? ConversationType::WhatsApp : ConversationType::Chat;
}

QString typeWord(ConversationType type)
{
    switch (type) {
    case ConversationType::Telephony:
        return QStringLiteral("TELEPHONY");
    case ConversationType::Daily:
        return QStringLiteral("DAILY");
    case ConversationType::WhatsApp:
        return QStringLiteral("WHATSAPP");
    case ConversationType::Chat:
        return QStringLiteral("CHAT");
    }
    Q_UNREACHABLE();
}

/** COMPLETED, DISCONNECTED or FAILED; the event is its lower case. eigi has no word for a conversation whose end it
 *  missed. */
QString statusWord(Ending ending)
{
    switch (ending) {
    case Ending::Disconnected:
    case Ending::Unanswered:
        return QStringLiteral("DISCONNECTED");
    case Ending::Failed:
        return QStringLiteral("FAILED");
    case Ending::Finished:
    case Ending::Ghost:
        break;
    }
    return QStringLiteral("COMPLETED");
}

QString eventName(const StoryScript &script)
{
    return QLatin1StringView("conversation.") + statusWord(script.ending).toLower();
}

/** Transcript times carry microseconds and `+00:00`. */
QString transcriptTime(Timestamp time)
{
    const qint64 microseconds = toMicroseconds(time) % 1'000'000;
    return isoSeconds(time).chopped(1) + QStringLiteral(".%1+00:00").arg(microseconds, 6, 10, QLatin1Char('0'));
}

QJsonValue transcript(const StoryScript &script, Timestamp start, StoryRandom &random)
{
    if (script.turns.isEmpty() || random.chance(c_noTranscriptShare))
        return QJsonValue::Null;
    QJsonArray turns;
    for (const StoryTurn &turn : script.turns) {
        turns.append(QJsonObject{
            {QStringLiteral("role"), turn.fromCaller ? QStringLiteral("user") : QStringLiteral("assistant")},
            {QStringLiteral("content"), turn.text},
            {QStringLiteral("timestamp"), transcriptTime(start + turn.offset)}});
    }
    return turns;
}

/** The analysis is a list of objects of the customer's own making. */
QJsonValue analysis(const StoryScript &script, StoryRandom &random)
{
    if (script.outcome.isNull() || script.turns.isEmpty() || !random.chance(c_analysedShare))
        return QJsonValue::Null;
    const bool good = script.outcome == QLatin1StringView("booked") || script.outcome == QLatin1StringView("quoted");
    return QJsonArray{QJsonObject{{QStringLiteral("is_good"), good},
                                  {QStringLiteral("sentiment"), random.between(good ? 3 : 1, good ? 5 : 4)},
                                  {QStringLiteral("topic"), QString(script.dialogue->intent).toLower()}},
                      QJsonObject{{QStringLiteral("summary"), script.note}}};
}

QString bareNumber(const QString &phone)
{
    return phone.startsWith(QLatin1Char('+')) ? phone.mid(1) : phone;
}

void addLine(QJsonObject &payload, const StoryScript &script, ConversationType type, StoryRandom &random)
{
    const bool isPhone = type == ConversationType::Telephony;
    const bool inbound = script.direction == Direction::Inbound;
    const QString ours = QStringLiteral("+1415555016%1").arg(int(script.dialogue->topic));
    const QString from = inbound ? script.person.phone : ours;
    const bool bare = random.chance(c_bareNumberShare);
    const QString provider = random.chance(0.8) ? QStringLiteral("TWILIO") : QStringLiteral("PLIVO");
    const QString calling = inbound ? QStringLiteral("INBOUND") : QStringLiteral("OUTBOUND");

    payload.insert(QStringLiteral("calling_type"), isPhone ? QJsonValue(calling) : QJsonValue());
    payload.insert(QStringLiteral("telephony_provider"), isPhone ? QJsonValue(provider) : QJsonValue());
    payload.insert(QStringLiteral("from_mobile_number"),
                   isPhone ? QJsonValue(bare ? bareNumber(from) : from) : QJsonValue());
    payload.insert(QStringLiteral("to_mobile_number"),
                   isPhone ? QJsonValue(inbound ? ours : script.person.phone) : QJsonValue());
}

void addIds(QJsonObject &payload, const StoryScript &script, Timestamp end)
{
    StoryRandom random = platformRandom(script, ForIds);
    StoryRandom agentRandom(combinedSeed({script.number.seed, ForAgent, quint64(script.dialogue->topic)}));
    const Timestamp agentMade(std::chrono::sys_days(std::chrono::year(2025) / 10 / 11));
    payload.insert(QStringLiteral("id"), objectId(end, random));
    payload.insert(QStringLiteral("conversation_id"), uuidVersion4(random));
    payload.insert(QStringLiteral("agent_id"), objectId(agentMade, agentRandom));
}

QJsonValue recording(const QJsonValue &conversationId, const StoryScript &script, ConversationType type,
                     StoryRandom &random)
{
    const bool spoken = type == ConversationType::Telephony || type == ConversationType::Daily;
    if (!spoken || script.turns.isEmpty() || !random.chance(c_recordedShare))
        return QJsonValue::Null;
    return QString(QLatin1StringView("https://recordings.example.com/") + conversationId.toString()
                   + QLatin1StringView(".mp3"));
}

/** All sixteen fields of eigi's webhook page. */
QJsonObject payloadJson(const StoryScript &script, Timestamp start)
{
    StoryRandom random = platformRandom(script, ForPayload);
    const ConversationType type = pickType(script, random);
    const bool noDuration = random.chance(c_noDurationShare);
    const bool noted = !script.turns.isEmpty() && random.chance(c_noteShare);

    QJsonObject payload{{QStringLiteral("event"), eventName(script)},
                        {QStringLiteral("conversation_type"), typeWord(type)},
                        {QStringLiteral("conversation_status"), statusWord(script.ending)},
                        {QStringLiteral("notes"), noted ? textOrNull(script.note) : QJsonValue()},
                        {QStringLiteral("is_test_call"), script.isTest}};
    payload.insert(QStringLiteral("conversation_duration"),
                   noDuration ? QJsonValue() : QJsonValue(qint64(script.talked.count())));
    addIds(payload, script, start + script.end);
    addLine(payload, script, type, random);
    payload.insert(QStringLiteral("conversation_recording_url"),
                   recording(payload.value(QStringLiteral("conversation_id")), script, type, random));
    payload.insert(QStringLiteral("conversation_transcript"), transcript(script, start, random));
    payload.insert(QStringLiteral("conversation_analysis"), analysis(script, random));
    return payload;
}

QByteArray formPart(QByteArrayView name, QByteArrayView value)
{
    QByteArray part("Content-Disposition: form-data; name=\"");
    part.append(name).append("\"\r\n\r\n").append(value).append("\r\n");
    return part;
}

/** multipart/form-data (RFC 7578) with the two text fields. The boundary is 128 random bits, so no payload holds it. */
SimulatedRequest formRequest(const QByteArray &method, const QByteArray &event, const QByteArray &payload,
                             StoryRandom &random)
{
    const QByteArray boundary = hexDigits(32, random);
    const QByteArray delimiter = QByteArray("--" + boundary);
    SimulatedRequest request;
    request.method = method;
    request.headers = {{QByteArrayLiteral("Content-Type"), QByteArray(c_formType.toByteArray() + boundary)}};
    request.body = QByteArray(delimiter + "\r\n" + formPart("event", event) + delimiter + "\r\n"
                              + formPart("payload", payload) + delimiter + "--\r\n");
    return request;
}

SimulatedRequest queryRequest(const QByteArray &event, const QByteArray &payload)
{
    SimulatedRequest request;
    request.method = QByteArrayLiteral("GET");
    request.query = QByteArray("event=" + event + "&payload=" + payload.toPercentEncoding());
    return request;
}

} // namespace

QList<StoryBeat> eigiBeats(const StoryScript &script)
{
    return {{QLatin1StringView("conversation"), script.end}};
}

SimulatedRequest eigiRequest(const StoryScript &script, const StoryBeat &, Timestamp start)
{
    static const QList<QByteArray> methods = {QByteArrayLiteral("POST"), QByteArrayLiteral("PUT"),
                                              QByteArrayLiteral("PATCH"), QByteArrayLiteral("GET")};
    static constexpr std::array<int, 4> weights = {82, 5, 5, 8};
    StoryRandom random = platformRandom(script, ForTransport);
    const QByteArray event = eventName(script).toLatin1();
    const QByteArray payload = compactJson(payloadJson(script, start));
    const QByteArray &method = methods.at(static_cast<qsizetype>(random.weighted(weights)));
    SimulatedRequest request =
        method == "GET" ? queryRequest(event, payload) : formRequest(method, event, payload, random);
    setHeader(request, QByteArrayLiteral("User-Agent"), simulatorUserAgent());
    return request;
}

SimulatedRequest withFreshBoundary(const SimulatedRequest &request, StoryRandom &random)
{
    const QByteArray type = header(request, "Content-Type");
    if (!type.startsWith(c_formType))
        return request;
    const QByteArray boundary = type.mid(c_formType.size());
    const QByteArray fresh = hexDigits(static_cast<int>(boundary.size()), random);
    SimulatedRequest changed = request;
    changed.body.replace(QByteArray("--" + boundary), QByteArray("--" + fresh));
    setHeader(changed, QByteArrayLiteral("Content-Type"), QByteArray(c_formType.toByteArray() + fresh));
    return changed;
}

} // namespace earshot
