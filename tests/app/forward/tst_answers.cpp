// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/forward/forwardingharness.h"
#include "tests/app/forward/scriptedserver.h"

#include <QTest>

#include <algorithm>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

enum class End {
    Sent,
    Again, ///< after the usual wait
    After7, ///< as it asked
    Parked,
    Paused, ///< the destination, and the record waits
    Held, ///< the destination, as it asked for seven seconds
};

struct Case {
    QByteArray name;
    ScriptedReply reply;
    End end;
};

QList<Case> casesOfAll()
{
    const auto answer = [](int status, const QList<QByteArray> &fields = {}, const QByteArray &body = "{}") {
        return ScriptedReply::answer(status, body, QList<QByteArray>{"Content-Type: application/json"} + fields);
    };
    const QByteArray seconds = "Retry-After: 7";
    const QByteArray date = "Retry-After: Thu, 14 May 2026 12:00:07 GMT"; // the harness's clock says noon
    const QList<QByteArray> html{"Content-Type: text/html"};
    return {
        {"400", answer(400), End::Parked},
        {"401", answer(401), End::Paused},
        {"403", answer(403), End::Paused},
        {"404", answer(404), End::Parked},
        {"405", answer(405), End::Parked},
        {"408", answer(408), End::Again},
        {"410", answer(410), End::Parked},
        {"413", answer(413), End::Parked},
        {"415", answer(415), End::Parked},
        {"422", answer(422), End::Parked},
        {"423", answer(423), End::Again},
        {"423 for seconds", answer(423, {seconds}), End::After7},
        {"425", answer(425), End::Again},
        {"429", answer(429), End::Again},
        {"429 for seconds", answer(429, {seconds}), End::Held},
        {"429 until then", answer(429, {date}), End::Held},
        {"429 for nonsense", answer(429, {"Retry-After: soon"}), End::Again},
        {"477 for seconds", answer(477, {seconds}), End::Held},
        {"500", answer(500), End::Again},
        {"502", answer(502), End::Again},
        {"503", answer(503), End::Again},
        {"503 for seconds", answer(503, {seconds}), End::Held},
        {"504", answer(504), End::Again},
        {"520", answer(520), End::Again},
        {"202", answer(202), End::Again},
        {"200 with HTML", ScriptedReply::answer(200, "<p>", html), End::Again},
        {"202 with HTML", ScriptedReply::answer(202, "<p>", html), End::Again},
        {"300", answer(300), End::Parked},
        {"301", answer(301, {"Location: https://new.example/"}), End::Parked},
        {"302", answer(302, {"Location: https://new.example/"}), End::Parked},
        {"304", answer(304), End::Parked},
        {"307", answer(307, {"Location: https://new.example/"}), End::Parked},
        {"308", answer(308, {"Location: https://new.example/"}), End::Parked},
        {"closed without a word", ScriptedReply::drop(), End::Again},
        {"closed within its answer", ScriptedReply::drop("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"), End::Again},
    };
}

/** What only some take so. */
QList<Case> casesOf(const QString &kind)
{
    const bool isWebhook = kind == QLatin1StringView("webhook");
    QList<Case> cases = casesOfAll();
    cases.append({"200 with an error", ScriptedReply::answer(200, R"({"status":"error","message":"no such list"})"),
                  isWebhook ? End::Sent : End::Again});
    cases.append({"200 without JSON", ScriptedReply::answer(200, "ok"), isWebhook ? End::Sent : End::Again});
    if (kind == QLatin1StringView("tryton")) // so it says of a database that it does not have
        std::ranges::find(cases, QByteArray("404"), &Case::name)->end = End::Paused;
    if (isWebhook) {
        cases.append({"201", ScriptedReply::answer(201), End::Sent});
        cases.append({"204", ScriptedReply::drop("HTTP/1.1 204 No Content\r\n\r\n"), End::Sent});
        cases.append({"409", ScriptedReply::answer(409), End::Parked});
    }
    return cases;
}

Destination destinationOf(const QString &kind, const QString &name, const QString &url)
{
    Destination destination;
    destination.kind = kind;
    destination.name = name;
    destination.url = url;
    destination.options = {{QStringLiteral("rate"), 1000}};
    if (kind == QLatin1StringView("espocrm"))
        destination.options.insert(QStringLiteral("assigned_user_id"), QStringLiteral("u1"));
    if (kind == QLatin1StringView("tryton")) {
        destination.options.insert(QStringLiteral("database"), QStringLiteral("crm"));
        destination.options.insert(QStringLiteral("user"), QStringLiteral("earshot"));
    }
    return destination;
}

} // namespace

/** Each answer that a destination can give, and what the record and the destination come to by it: of every kind, by
 * the first request that it makes for a record. */
class AnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void endsAsItShould_data();
    void endsAsItShould();

private:
    OutboxRow rowOf(const QString &destination);

    std::unique_ptr<ForwardingHarness> m_harness;
    std::vector<std::unique_ptr<ScriptedServer>> m_servers; ///< also of rows that wait to be tried again
};

void AnswersTest::initTestCase()
{
    m_harness = std::make_unique<ForwardingHarness>();
    m_harness->setSecrets({"t0ken", {}});
    m_harness->start();
}

OutboxRow AnswersTest::rowOf(const QString &destination)
{
    for (const OutboxRow &row : m_harness->rows()) {
        if (row.destinationName == destination)
            return row;
    }
    return {};
}

void AnswersTest::endsAsItShould_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<qsizetype>("number");
    for (const char *kind : {"webhook", "hubspot", "espocrm", "tryton"}) {
        const QList<Case> cases = casesOf(QString::fromLatin1(kind));
        for (qsizetype i = 0; i < cases.size(); ++i)
            QTest::addRow("%s: %s", kind, cases.at(i).name.constData()) << QString::fromLatin1(kind) << i;
    }
}

void AnswersTest::endsAsItShould()
{
    QFETCH(QString, kind);
    QFETCH(qsizetype, number);
    const Case expected = casesOf(kind).at(number);
    const ScriptedServer &server = *m_servers.emplace_back(std::make_unique<ScriptedServer>());
    for (int i = 0; i < 3; ++i) // signing in a second time meets with the same
        m_servers.back()->then(expected.reply);
    const QString name = QStringLiteral("%1 %2").arg(kind).arg(number);
    const Destination destination = m_harness->addDestination(
        destinationOf(kind, name, server.url(QLatin1StringView(kind == QLatin1StringView("webhook") ? "/hook" : ""))));
    // Tryton keeps nothing without its contact; the others are not asked for one.
    const QString phone = kind == QLatin1StringView("tryton")
                              ? QStringLiteral("+336123%1").arg(number, 5, 10, QLatin1Char('0'))
                              : QString();
    m_harness->deliver(name, QStringLiteral("booked"), phone);
    m_harness->enqueue(name, destination);

    QTRY_VERIFY(!rowOf(name).reason.isEmpty() || rowOf(name).state == OutboxState::Sent);
    const OutboxRow row = rowOf(name);
    const Destination after = m_harness->destination(name);
    const auto state = expected.end == End::Sent     ? OutboxState::Sent
                       : expected.end == End::Parked ? OutboxState::Parked
                                                     : OutboxState::Waiting;
    QVERIFY2(row.state == state, qPrintable(outboxStateText(row.state) + QLatin1StringView(": ") + row.reason));
    QVERIFY2((after.state == DestinationState::Paused) == (expected.end == End::Paused), qPrintable(after.reason));
    QVERIFY2(after.holdUntil.has_value() == (expected.end == End::Held), qPrintable(after.holdReason));
    if (expected.end == End::Again)
        QCOMPARE(row.nextAt, ForwardingHarness::c_noon + 2500ms);
    if (expected.end == End::After7)
        QCOMPARE(row.nextAt, ForwardingHarness::c_noon + 7s);
    if (expected.end == End::Held)
        QCOMPARE(*after.holdUntil, ForwardingHarness::c_noon + 7s);
    QCOMPARE(row.attempts, 1);
    const qsizetype most = kind == QLatin1StringView("tryton") ? 2 : 1; // it signs in again, once
    QVERIFY(!server.requests().isEmpty() && server.requests().size() <= most);
}

QTEST_GUILESS_MAIN(AnswersTest)

#include "tst_answers.moc"
