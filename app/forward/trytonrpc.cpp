// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/trytonrpc.h"

#include "app/forward/httpdate.h"
#include "models/store/destinationkinds.h"

#include <QJsonDocument>
#include <QUrl>

namespace earshot {
namespace {

using Kind = CallFailure::Kind;

constexpr int c_noSession = 401;

QString sessionName(const Shipment &shipment)
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(shipment.destination.id)
        .arg(shipment.destination.url, trytonOption(shipment, u"database"), trytonOption(shipment, u"user"));
}

/** The text as it stands between the quotes of JSON. */
QByteArray inJson(const QByteArray &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
    return array.mid(2, array.size() - 4);
}

/** The server takes a request for JSON-RPC only if it has these three members and no more. */
QByteArray bodyOf(const QString &method, const QJsonArray &parameters)
{
    const QJsonObject body{
        {QStringLiteral("id"), 1}, {QStringLiteral("method"), method}, {QStringLiteral("params"), parameters}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

CrmRequest rpcRequest(const Shipment &shipment, const QString &purpose, const QByteArray &body)
{
    CrmRequest request;
    request.purpose = purpose;
    request.method = "POST";
    const QByteArray database = QUrl::toPercentEncoding(trytonOption(shipment, u"database"));
    request.path = QStringLiteral("/%1/").arg(QString::fromLatin1(database));
    request.body = body;
    return request;
}

CrmRequest loginRequest(const Shipment &shipment)
{
    const QJsonArray parameters{
        trytonOption(shipment, u"user"),
        QJsonObject{{QStringLiteral("password"), QString::fromUtf8(shipment.secrets.bearer)}},
        trytonOption(shipment, u"language"),
    };
    CrmRequest request =
        rpcRequest(shipment, QStringLiteral("sign in"), bodyOf(QStringLiteral("common.db.login"), parameters));
    request.secrets.append(inJson(shipment.secrets.bearer));
    request.isAnswerSecret = true; // it is the session's key
    return request;
}

CallFailure failed(Kind kind, const QString &reason, const DestinationAnswer &answer)
{
    return {kind, reason, answer};
}

/** The parts of `{"error": ["UserError", ["message", "description", domain]]}`. */
QString wordsOf(const QJsonArray &error)
{
    QStringList words;
    const QJsonValue said = error.at(1);
    if (said.isString())
        words.append(said.toString());
    for (const QJsonValue part : said.toArray()) {
        if (part.isString() && !part.toString().isEmpty())
            words.append(part.toString());
    }
    return words.join(QStringLiteral(" – "));
}

/** Python tells of an unknown model or field as a KeyError: its name in quotes. */
QString unknownName(const QString &text)
{
    const bool isQuoted = text.size() > 2 && text.startsWith(QLatin1Char('\'')) && text.endsWith(QLatin1Char('\''));
    return isQuoted && !text.contains(QLatin1Char(' ')) ? text.mid(1, text.size() - 2) : QString();
}

CallFailure failureOfPlainError(const QString &text, const DestinationAnswer &answer)
{
    const QString unknown = unknownName(text);
    if (unknown.startsWith(QLatin1StringView("party.")))
        return failed(Kind::Forbidden, QStringLiteral("the module \"party\" is not activated in Tryton's database"),
                      answer);
    if (!unknown.isEmpty())
        return failed(Kind::Wrong, QStringLiteral("Tryton knows no field or model \"%1\"").arg(unknown), answer);
    if (text.startsWith(QLatin1StringView("Database '"))) // as of trytond/backend/sqlite/database.py; holds a path
        return failed(Kind::NeedsLogin, QStringLiteral("Tryton has no such database"), answer);
    return failed(Kind::Broken, QStringLiteral("Tryton failed: %1").arg(text.left(200)), answer);
}

CallFailure failureOfError(const QJsonArray &error, const DestinationAnswer &answer)
{
    const QString name = trytonException(answer);
    const QString words = wordsOf(error);
    if (name == QLatin1StringView("UserError"))
        return failed(Kind::Wrong, QStringLiteral("Tryton says: %1").arg(words), answer);
    if (name == QLatin1StringView("UserWarning"))
        return failed(Kind::Wrong, QStringLiteral("Tryton asks for a confirmation: %1").arg(words), answer);
    if (name == QLatin1StringView("ConcurrencyException"))
        return failed(Kind::Refused, QStringLiteral("someone else changed it at the same time"), answer);
    if (name == QLatin1StringView("LoginException"))
        return failed(Kind::NeedsLogin, QStringLiteral("Tryton asks for another sign-in than by password"), answer);
    return failureOfPlainError(error.at(0).toString(), answer);
}

/** What a sign-in's failure means: there is nothing that could have been carried out. */
CallFailure signInFailure(CallFailure failure)
{
    if (failure.kind == Kind::NeedsLogin && failure.answer.status == c_noSession)
        failure.reason = QStringLiteral("Tryton does not know this user with this password");
    else if (failure.answer.status == 404)
        failure = {Kind::NeedsLogin, QStringLiteral("Tryton has no such database"), failure.answer};
    else if (failure.answer.status == 429)
        failure.reason = QStringLiteral("Tryton refuses to sign in for a while, after wrong passwords");
    else if (failure.kind == Kind::Lost || failure.kind == Kind::Broken)
        failure.kind = Kind::NotSent;
    return failure;
}

} // namespace

QString trytonOption(const Shipment &shipment, QStringView name)
{
    const DestinationKind *kind = destinationKind(u"tryton");
    return kind ? optionOf(*kind, shipment.destination.options, name).toString() : QString();
}

QString trytonException(const DestinationAnswer &answer)
{
    static const QStringList c_own{QStringLiteral("UserError"), QStringLiteral("UserWarning"),
                                   QStringLiteral("ConcurrencyException"), QStringLiteral("LoginException")};
    const QString name = answer.json().toObject().value(QLatin1StringView("error")).toArray().at(0).toString();
    return c_own.contains(name) ? name : QString();
}

bool isUserError(const CallFailure &failure)
{
    return trytonException(failure.answer) == QLatin1StringView("UserError");
}

std::optional<CallFailure> trytonFailure(const DestinationAnswer &answer)
{
    if (auto failure = failureOfJson(answer))
        return failure;
    const QJsonObject said = answer.json().toObject();
    if (const QJsonValue error = said.value(QLatin1StringView("error")); error.isArray())
        return failureOfError(error.toArray(), answer);
    if (!said.contains(QLatin1StringView("result")))
        return notUnderstood(answer, QStringLiteral("a result"));
    return std::nullopt;
}

QCoro::Task<Called<void>> TrytonRpc::signIn(Passage &passage)
{
    const Shipment &shipment = passage.shipment();
    m_sessions.remove(sessionName(shipment));
    QCoro::Task<DestinationAnswer> asking = passage.exchange(loginRequest(shipment));
    const DestinationAnswer answer = co_await asking;
    if (const auto failure = trytonFailure(answer))
        co_return std::unexpected(signInFailure(*failure));
    const QJsonArray made = answer.json().toObject().value(QLatin1StringView("result")).toArray();
    const QByteArray key = made.at(1).toString().toLatin1();
    if (key.isEmpty())
        co_return std::unexpected(failed(Kind::NeedsLogin, QStringLiteral("Tryton gave no session"), answer));
    const QByteArray user = trytonOption(shipment, u"user").toUtf8();
    const QByteArray whole = user + ':' + QByteArray::number(made.at(0).toInteger()) + ':' + key;
    m_sessions.insert(sessionName(shipment), {whole.toBase64(), key});
    co_return Called<void>();
}

QCoro::Task<DestinationAnswer> TrytonRpc::ask(Passage &passage, TrytonCall call)
{
    const Shipment &shipment = passage.shipment();
    call.context.insert(QStringLiteral("language"), trytonOption(shipment, u"language"));
    call.arguments.append(call.context);
    CrmRequest request = rpcRequest(shipment, call.purpose, bodyOf(call.method, call.arguments));
    const Session session = m_sessions.value(sessionName(shipment));
    request.headers.append({"Authorization", "Session " + session.authorization});
    request.secrets = {session.authorization, session.key};
    QCoro::Task<DestinationAnswer> asking = passage.exchange(request);
    co_return co_await asking;
}

QCoro::Task<Called<TrytonResult>> TrytonRpc::call(Passage &passage, TrytonCall call)
{
    bool isFresh = false;
    if (!m_sessions.contains(sessionName(passage.shipment()))) {
        QCoro::Task<Called<void>> signing = signIn(passage);
        if (const Called<void> signedIn = co_await signing; !signedIn)
            co_return std::unexpected(signedIn.error());
        isFresh = true;
    }
    QCoro::Task<DestinationAnswer> asking = ask(passage, call);
    DestinationAnswer answer = co_await asking;
    if (answer.status == c_noSession && !isFresh) {
        QCoro::Task<Called<void>> signing = signIn(passage);
        if (const Called<void> signedIn = co_await signing; !signedIn)
            co_return std::unexpected(signedIn.error());
        QCoro::Task<DestinationAnswer> again = ask(passage, call);
        answer = co_await again;
    }
    if (const auto failure = trytonFailure(answer))
        co_return std::unexpected(*failure);
    co_return TrytonResult{answer.json().toObject().value(QLatin1StringView("result")), readHttpDate(answer.date)};
}

} // namespace earshot
