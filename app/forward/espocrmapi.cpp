// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/espocrmapi.h"

#include "app/forward/textlimit.h"
#include "models/store/destinationkinds.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

namespace earshot {
namespace {

using L1 = QLatin1StringView;

constexpr qsizetype c_longestKey = 100; ///< a text field's usual length
constexpr qsizetype c_longestWords = 400; ///< of what EspoCRM says about a failure
constexpr qsizetype c_digestLength = 32;

QString encoded(const QString &part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}

/** A validation's `{"messageTranslation": {"label", "data": {"field", "type"}}}` in words; null for anything else. */
QString wordsOf(const DestinationAnswer &answer)
{
    const QJsonObject shown = QJsonDocument::fromJson(answer.text.toUtf8()).object();
    const QJsonObject message = shown.value(L1("messageTranslation")).toObject();
    const QJsonObject data = message.value(L1("data")).toObject();
    QStringList words{message.value(L1("label")).toString()};
    for (auto part = data.begin(); part != data.end(); ++part)
        words.append(part.key() + L1(" ") + part.value().toVariant().toString());
    words.removeAll(QString());
    return cutText(words.join(L1(", ")), c_longestWords, QStringLiteral("…"));
}

} // namespace

EspoCrmApi::EspoCrmApi(const Shipment &shipment)
    : m_apiKey(shipment.secrets.bearer)
    , m_base(shipment.destination.url)
{
    const DestinationKind *const kind = destinationKind(u"espocrm");
    const auto option = [&](QStringView name) {
        return optionOf(*kind, shipment.destination.options, name).toString().trimmed();
    };
    m_assignedUser = option(u"assigned_user_id");
    m_keyField = option(u"key_field");
    while (m_base.endsWith(QLatin1Char('/')))
        m_base.chop(1);
    if (const qsizetype api = m_base.indexOf(L1("/api/v")); api > 0)
        m_base.truncate(api);
}

CrmRequest EspoCrmApi::request(const QString &purpose, const QByteArray &method, const QString &path) const
{
    CrmRequest request;
    request.purpose = purpose;
    request.method = method;
    request.path = path;
    request.headers.append({"X-Api-Key", m_apiKey});
    return request;
}

CrmRequest EspoCrmApi::find(const QString &purpose, const QString &entity, const QString &comparison,
                            const QString &attribute, const QString &value, const QStringList &select) const
{
    constexpr int c_most = 20;
    CrmRequest asked = request(purpose, "GET", QLatin1Char('/') + encoded(entity));
    // PHP reads a bare + as a blank, so values are encoded here, whole.
    asked.query.addQueryItem(QStringLiteral("where[0][type]"), comparison);
    asked.query.addQueryItem(QStringLiteral("where[0][attribute]"), encoded(attribute));
    asked.query.addQueryItem(QStringLiteral("where[0][value]"), encoded(value));
    asked.query.addQueryItem(QStringLiteral("maxSize"), QString::number(c_most));
    asked.query.addQueryItem(QStringLiteral("select"), select.join(QLatin1Char(',')));
    return asked;
}

CrmRequest EspoCrmApi::create(const QString &purpose, const QString &entity, const QJsonObject &fields) const
{
    CrmRequest asked = request(purpose, "POST", QLatin1Char('/') + encoded(entity));
    asked.body = QJsonDocument(fields).toJson(QJsonDocument::Compact);
    return asked;
}

CrmRequest EspoCrmApi::change(const QString &purpose, const QString &entity, const QString &id,
                              const QJsonObject &fields) const
{
    CrmRequest asked = request(purpose, "PUT", QStringLiteral("/%1/%2").arg(encoded(entity), encoded(id)));
    asked.body = QJsonDocument(fields).toJson(QJsonDocument::Compact);
    return asked;
}

CrmRequest EspoCrmApi::user() const
{
    return request(QStringLiteral("rights of the key"), "GET", QStringLiteral("/App/user"));
}

QString EspoCrmApi::url(const QString &entity, const QString &id) const
{
    return id.isEmpty() ? QString() : QStringLiteral("%1/#%2/view/%3").arg(m_base, encoded(entity), encoded(id));
}

std::optional<CallFailure> espocrmFailure(const DestinationAnswer &answer)
{
    std::optional<CallFailure> failure = failureOfJson(answer);
    if (!failure || !answer.status)
        return failure;
    if (const QString words = wordsOf(answer); !words.isEmpty())
        failure->reason += L1(": ") + words;
    return failure;
}

Called<QString> espocrmId(const DestinationAnswer &answer)
{
    if (const auto failure = espocrmFailure(answer))
        return std::unexpected(*failure);
    QString id = answer.json().toObject().value(L1("id")).toString();
    if (id.isEmpty())
        return std::unexpected(notUnderstood(answer, QStringLiteral("an id")));
    return id;
}

QJsonArray espocrmRows(const DestinationAnswer &answer)
{
    const QJsonValue body = answer.json();
    return body.isArray() ? body.toArray() : body.toObject().value(L1("list")).toArray();
}

QString fittingKey(const QString &key)
{
    if (key.size() <= c_longestKey)
        return key;
    const QByteArray digest = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex();
    return key.left(c_longestKey - c_digestLength - 1) + QLatin1Char('.')
           + QString::fromLatin1(digest.left(c_digestLength));
}

} // namespace earshot
