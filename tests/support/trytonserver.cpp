// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/trytonserver.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QJsonDocument>
#include <QLockFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <sys/prctl.h>

#include <csignal>

namespace earshot {
namespace {

constexpr int c_patienceMs = 120'000; // sanitizers on a busy machine are slow

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

/** Nothing of what the user has set for a Tryton of his own. */
QProcessEnvironment environment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith(QLatin1StringView("TRYTON")))
            environment.remove(name);
    }
    environment.insert(QStringLiteral("PYTHONUNBUFFERED"), QStringLiteral("1"));
    return environment;
}

QByteArray configuration(const QString &folder, quint16 port)
{
    return "[web]\nlisten = 127.0.0.1:" + QByteArray::number(port) + "\n[database]\nuri = sqlite://\npath = "
           + folder.toUtf8() + "\n[session]\ntimeout = 86400\nmax_attempt = 2\n";
}

/** Makes a database with its party module in @p folder; what went wrong, or null. */
QString makeDatabase(const QString &folder)
{
    const QDir made(folder);
    const QString settings = made.filePath(QStringLiteral("trytond.conf"));
    const QString password = made.filePath(QStringLiteral("password"));
    const QString database = TrytonServer::database();
    if (!write(settings, configuration(folder, 1)) || !write(password, TrytonServer::password() + '\n')
        || !write(made.filePath(database + QStringLiteral(".sqlite")), {}))
        return QStringLiteral("%1 takes no files").arg(folder);
    QProcess admin;
    QProcessEnvironment with = environment();
    with.insert(QStringLiteral("TRYTONPASSFILE"), password);
    admin.setProcessEnvironment(with);
    admin.start(QStringLiteral("trytond-admin"),
                {QStringLiteral("-c"), settings, QStringLiteral("-d"), database, QStringLiteral("-u"),
                 QStringLiteral("party"), QStringLiteral("--activate-dependencies"), QStringLiteral("--email"),
                 QStringLiteral("admin@example.com")});
    if (!admin.waitForFinished(c_patienceMs) || admin.exitStatus() != QProcess::NormalExit || admin.exitCode() != 0)
        return QStringLiteral("trytond-admin makes no database: %1 %2")
            .arg(admin.errorString(), QString::fromUtf8(admin.readAllStandardError()));
    return {};
}

/** The path of the one that all tests of this build copy; empty, and why, where there is none. */
QString templateDatabase(QString &problem)
{
    const QDir build(QCoreApplication::applicationDirPath());
    const QString path = build.filePath(QStringLiteral("tryton-template.sqlite"));
    QLockFile lock(path + QStringLiteral(".lock"));
    lock.setStaleLockTime(0); // a lock of a process that is gone is seen as such all the same
    if (!lock.tryLock(c_patienceMs)) {
        problem = QStringLiteral("%1 is locked").arg(path);
        return {};
    }
    if (QFile::exists(path))
        return path;
    const QTemporaryDir folder;
    problem = makeDatabase(folder.path());
    const QString made = folder.filePath(TrytonServer::database() + QStringLiteral(".sqlite"));
    const QString beside = path + QStringLiteral(".new");
    QFile::remove(beside);
    if (problem.isNull() && (!QFile::copy(made, beside) || !QFile::rename(beside, path)))
        problem = QStringLiteral("%1 cannot be written").arg(path);
    return problem.isNull() ? path : QString();
}

/** One request and its answer's body; null where none came. */
QByteArray post(quint16 port, const QByteArray &path, const QByteArray &authorization, const QByteArray &body)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    if (!socket.waitForConnected(c_patienceMs))
        return {};
    QByteArray session;
    if (!authorization.isEmpty())
        session = "Authorization: Session " + authorization + "\r\n";
    socket.write("POST " + path + " HTTP/1.0\r\nContent-Type: application/json\r\n" + session
                 + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray answer;
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(c_patienceMs))
        answer += socket.readAll();
    answer += socket.readAll();
    const qsizetype head = answer.indexOf("\r\n\r\n");
    return head < 0 ? QByteArray() : answer.mid(head + 4);
}

} // namespace

TrytonServer::TrytonServer()
    : m_port(freePort())
{
    m_server.setProcessEnvironment(environment());
    m_server.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_server.setStandardOutputFile(QProcess::nullDevice());
    m_server.setStandardErrorFile(file(QStringLiteral("trytond.log")));
    if (!copyDatabase())
        return;
    if (!writeConfiguration())
        m_problem = QStringLiteral("the folder takes no files");
    else
        start();
}

TrytonServer::~TrytonServer()
{
    kill();
}

bool TrytonServer::copyDatabase()
{
    const QString path = templateDatabase(m_problem);
    if (path.isEmpty())
        return false;
    if (!QFile::copy(path, file(database() + QStringLiteral(".sqlite"))))
        m_problem = QStringLiteral("%1 cannot be copied").arg(path);
    return m_problem.isNull();
}

bool TrytonServer::writeConfiguration() const
{
    return write(file(QStringLiteral("trytond.conf")), configuration(m_folder.path(), m_port));
}

bool TrytonServer::start()
{
    m_server.start(QStringLiteral("trytond"),
                   {QStringLiteral("-c"), file(QStringLiteral("trytond.conf")), QStringLiteral("-d"), database()});
    QDeadlineTimer deadline(c_patienceMs);
    while (m_server.state() != QProcess::NotRunning && !deadline.hasExpired()) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        if (socket.waitForConnected(1000))
            return true;
        m_server.waitForFinished(50);
    }
    QFile log(file(QStringLiteral("trytond.log")));
    const QByteArray said = log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
    m_problem = QStringLiteral("trytond does not start: %1 %2").arg(m_server.errorString(), QString::fromUtf8(said));
    return false;
}

void TrytonServer::kill()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    m_server.kill();
    m_server.waitForFinished(c_patienceMs);
}

QJsonValue TrytonServer::call(const QString &method, const QJsonArray &arguments, const QJsonObject &context)
{
    const auto ask = [&](const QString &name, const QJsonArray &parameters) {
        const QJsonObject request{
            {QStringLiteral("id"), 1}, {QStringLiteral("method"), name}, {QStringLiteral("params"), parameters}};
        const QByteArray path = '/' + database().toUtf8() + '/';
        const QByteArray body = QJsonDocument(request).toJson(QJsonDocument::Compact);
        return QJsonDocument::fromJson(post(m_port, path, m_authorization, body)).object();
    };
    if (m_authorization.isEmpty()) {
        const QJsonObject secret{{QStringLiteral("password"), QString::fromUtf8(password())}};
        const QJsonArray session = ask(QStringLiteral("common.db.login"), {admin(), secret, QStringLiteral("en")})
                                       .value(QStringLiteral("result"))
                                       .toArray();
        const QByteArray whole = admin().toUtf8() + ':' + QByteArray::number(session.at(0).toInteger()) + ':'
                                 + session.at(1).toString().toUtf8();
        m_authorization = whole.toBase64();
    }
    QJsonArray parameters = arguments;
    parameters.append(context);
    const QJsonObject answer = ask(method, parameters);
    return answer.contains(QStringLiteral("result")) ? answer.value(QStringLiteral("result")) : QJsonValue(answer);
}

QJsonArray TrytonServer::search(const QString &model, const QJsonArray &domain, const QStringList &fields)
{
    QJsonArray order;
    order.append(QJsonArray{QStringLiteral("id"), QStringLiteral("ASC")});
    return call(QStringLiteral("model.%1.search_read").arg(model),
                {domain, 0, QJsonValue(), order, QJsonArray::fromStringList(fields)})
        .toArray();
}

qint64 TrytonServer::create(const QString &model, const QJsonObject &fields)
{
    QJsonArray arguments;
    arguments.append(QJsonArray{fields});
    return call(QStringLiteral("model.%1.create").arg(model), arguments).toArray().at(0).toInteger();
}

bool TrytonServer::clear()
{
    for (const QString &model : {QStringLiteral("ir.note"), QStringLiteral("party.party")}) {
        QJsonArray ids;
        for (const QJsonValue record : call(QStringLiteral("model.%1.search").arg(model), {QJsonArray(), 0, {}, {}},
                                            {{QStringLiteral("active_test"), false}})
                                           .toArray())
            ids.append(record);
        QJsonArray arguments;
        arguments.append(ids);
        if (!call(QStringLiteral("model.%1.delete").arg(model), arguments).isNull())
            return false;
    }
    return true;
}

bool TrytonServer::endSessions()
{
    m_authorization.clear();
    bool done = false;
    const QString name = QStringLiteral("tryton sessions");
    {
        QSqlDatabase sql = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        sql.setDatabaseName(file(database() + QStringLiteral(".sqlite")));
        done = sql.open() && QSqlQuery(sql).exec(QStringLiteral("DELETE FROM ir_session"));
    }
    QSqlDatabase::removeDatabase(name);
    return done;
}

} // namespace earshot
