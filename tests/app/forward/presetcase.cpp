// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/forward/presetcase.h"

#include "app/forward/mapper.h"
#include "models/base/clock.h"
#include "models/domain/fields.h"
#include "models/store/destinationkinds.h"
#include "tests/app/jq/jqwait.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace earshot {
namespace {

using namespace Qt::StringLiterals;

QJsonObject said(const QString &role, const QJsonValue &text, const QJsonValue &at)
{
    return {{u"role"_s, role}, {u"name"_s, QJsonValue()}, {u"text"_s, text}, {u"at"_s, at}};
}

/** Every field there is, null. */
QJsonObject nothing()
{
    QJsonObject record = toJson(Conversation(), QTimeZone::utc());
    record.insert(u"transcript"_s, QJsonArray());
    record.insert(u"ext"_s, u"earshot:qhzkvbta:call:42"_s);
    record.insert(u"updated_at"_s, u"2026-05-14T12:05:00Z"_s);
    return record;
}

QJsonObject with(QJsonObject record, const QJsonObject &fields)
{
    for (auto field = fields.begin(); field != fields.end(); ++field)
        record.insert(field.key(), field.value());
    return record;
}

QJsonObject call()
{
    const QJsonArray transcript{said(u"user"_s, u"Is it open\ntoday? 2 < 3 & \"so\""_s, u"2026-05-14T12:00:05.5Z"_s),
                                said(u"assistant"_s, u"It is."_s, u"2026-05-14T12:01:09Z"_s),
                                said(u"tool"_s, QJsonValue(), QJsonValue())};
    return with(nothing(), {{u"kind"_s, u"call"_s},
                            {u"direction"_s, u"inbound"_s},
                            {u"status"_s, u"completed"_s},
                            {u"outcome"_s, u"booked"_s},
                            {u"started_at"_s, u"2026-05-14T12:00:00.250Z"_s},
                            {u"ended_at"_s, u"2026-05-14T12:04:05Z"_s},
                            {u"duration_s"_s, 245},
                            {u"agent"_s, u"Ava"_s},
                            {u"contact_name"_s, u"Alice Marie Durand"_s},
                            {u"contact_phone"_s, u"+33612345678"_s},
                            {u"contact_email"_s, u"alice@example.com"_s},
                            {u"from"_s, u"+33612345678"_s},
                            {u"to"_s, u"+493012345"_s},
                            {u"recording_url"_s, u"https://rec.example/1.mp3"_s},
                            {u"summary"_s, u"Asked for <b>Tuesday</b>"_s},
                            {u"transcript"_s, transcript}});
}

QJsonObject chat(const QString &channel)
{
    return with(call(), {{u"kind"_s, u"chat"_s},
                         {u"channel"_s, channel},
                         {u"direction"_s, QJsonValue()},
                         {u"status"_s, u"resolved"_s},
                         {u"duration_s"_s, QJsonValue()},
                         {u"ended_at"_s, QJsonValue()},
                         {u"recording_url"_s, QJsonValue()}});
}

QJsonArray endless(int messages, int length)
{
    QJsonArray transcript;
    for (int i = 0; i < messages; ++i)
        transcript.append(said(u"user"_s, u"<\u00e4\U0001F600&>"_s.repeated(length), u"2026-05-14T12:00:05Z"_s));
    return transcript;
}

} // namespace

QList<std::pair<QString, QJsonObject>> sampleRecords()
{
    const QJsonObject anonymous{
        {u"contact_name"_s, QJsonValue()}, {u"contact_phone"_s, QJsonValue()}, {u"contact_email"_s, QJsonValue()}};
    return {
        {u"call"_s, call()},
        {u"outbound call"_s, with(call(), {{u"direction"_s, u"outbound"_s}})},
        {u"call that nobody took"_s,
         with(call(),
              {{u"status"_s, u"abandoned"_s}, {u"status_detail"_s, u"no-answer"_s}, {u"outcome"_s, QJsonValue()}})},
        {u"busy"_s,
         with(call(), {{u"status"_s, u"failed"_s}, {u"status_detail"_s, u"Busy"_s}, {u"outcome"_s, QJsonValue()}})},
        {u"call under way"_s,
         with(call(),
              {{u"status"_s, u"in_progress"_s}, {u"ended_at"_s, QJsonValue()}, {u"duration_s"_s, QJsonValue()}})},
        {u"WhatsApp chat"_s, chat(u"WhatsApp"_s)},
        {u"chat on a page"_s, chat(u"webchat"_s)},
        {u"chat of one moment"_s, with(chat(u"sms"_s), {{u"transcript"_s, QJsonArray()}})},
        {u"of nobody"_s, with(call(), anonymous)},
        {u"of an Arabic name"_s,
         with(call(), {{u"contact_name"_s, u"\u0644\u064a\u0644\u0649 \u0627\u0644\u062d\u0633\u0646"_s}})},
        {u"of one name"_s, with(call(), {{u"contact_name"_s, u"Alice"_s}})},
        {u"of an endless name"_s, with(call(), {{u"contact_name"_s, QString(u"A "_s + u"B\u00e4"_s.repeated(300))}})},
        {u"of a blank name"_s, with(call(), {{u"contact_name"_s, u"  "_s}})},
        {u"of a number alone"_s, with(call(), {{u"contact_name"_s, QJsonValue()}, {u"contact_email"_s, QJsonValue()}})},
        {u"of an address alone"_s,
         with(call(), {{u"contact_name"_s, QJsonValue()}, {u"contact_phone"_s, QJsonValue()}})},
        {u"of a number that is none"_s,
         with(call(), {{u"contact_phone"_s, u"0612345678"_s}, {u"contact_email"_s, u"no address"_s}})},
        {u"recorded without TLS"_s, with(call(), {{u"recording_url"_s, u"http://rec.example/1.mp3"_s}})},
        {u"many messages"_s, with(call(), {{u"transcript"_s, endless(3000, 30)}})},
        {u"one endless message"_s, with(call(), {{u"transcript"_s, endless(1, 300'000)}})},
        {u"chat of many messages"_s, with(chat(u"webchat"_s), {{u"transcript"_s, endless(3000, 30)}})},
        {u"nothing known"_s, nothing()},
        {u"nothing known of a chat"_s, with(nothing(), {{u"kind"_s, u"chat"_s}})},
    };
}

QJsonObject recordNamed(const QString &name)
{
    for (const auto &[known, record] : sampleRecords()) {
        if (known == name)
            return record;
    }
    qFatal("no record of that name");
}

PresetRenderer::PresetRenderer()
    : m_runner(helperProgram(), helperArguments())
{
}

QByteArray PresetRenderer::render(const QString &kind, const QJsonObject &record, const QJsonObject &words)
{
    Destination destination;
    destination.kind = kind;
    if (!words.isEmpty())
        destination.options.insert(u"words"_s, words);
    Mapper mapper(m_runner);
    const Mapped mapped = QCoro::waitFor(mapper.render(destination, record));
    if (!mapped)
        qFatal("the preset fails: %s", qPrintable(mapped.error().message));
    return *mapped;
}

} // namespace earshot
