// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/retrypolicy.h"

#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp c_noon = fromMicroseconds(1'778'760'000'000'000); // Thu, 14 May 2026 12:00:00 GMT

DestinationAnswer answerOf(int status)
{
    DestinationAnswer answer;
    answer.status = status;
    answer.complete = true;
    answer.contentType = "application/json";
    return answer;
}

DestinationAnswer noAnswer()
{
    DestinationAnswer answer;
    answer.networkFailure = QStringLiteral("Connection refused");
    return answer;
}

/** What a flow of one request makes of the answer. */
FlowOutcome outcomeOf(const DestinationAnswer &answer)
{
    if (const auto failed = failureOf(answer))
        return *failed;
    return Delivered();
}

CallFailure failureOfKind(CallFailure::Kind kind, std::optional<int> status = {})
{
    CallFailure failure{kind, QStringLiteral("so it is"), {}};
    failure.answer.status = status;
    return failure;
}

QString wordOf(const Decision &decision)
{
    static const QStringList words{QStringLiteral("sent"),  QStringLiteral("retry"), QStringLiteral("park"),
                                   QStringLiteral("pause"), QStringLiteral("hold"),  QStringLiteral("stays due")};
    return words.at(qsizetype(decision.index()));
}

/** The wait of a record that is tried again; -1 for anything else. */
std::chrono::microseconds waitOf(const Decision &decision)
{
    if (const auto *hold = std::get_if<HoldDestination>(&decision))
        return hold->until - c_noon;
    const auto *retry = std::get_if<RetryAt>(&decision);
    return retry ? retry->time - c_noon : -1us;
}

Decision decideFirst(const DestinationAnswer &answer)
{
    return decide(outcomeOf(answer), {1, c_noon}, c_noon, 0.5, {});
}

} // namespace

class RetryPolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesByTheStatus_data();
    void goesByTheStatus();
    void aPageOfHtmlProvesNothing_data();
    void aPageOfHtmlProvesNothing();
    void anAnswerCutShortProvesNothing();
    void triesAgainWhereNothingAnswers();
    void saysWhereARedirectPoints();
    void waitsLongerEachTime_data();
    void waitsLongerEachTime();
    void waitsAnythingUpToThat();
    void obeysRetryAfter_data();
    void obeysRetryAfter();
    void aHugeExponentIsOnlyTheCap();
    void givesUpAfterTwelveAttempts();
    void givesUpAfterADay();
    void holdsTheDestinationThatAsksForIt_data();
    void holdsTheDestinationThatAsksForIt();
    void asksAPerson();
    void waitsForALookHoweverOftenItWasTried();
    void aFailureOfItsOwnIsTriedAgain();
    void nothingIsDecidedWhileItStops_data();
    void nothingIsDecidedWhileItStops();
    void saysWhyItPauses();
    void tellsWhetherADestinationWorks_data();
    void tellsWhetherADestinationWorks();
};

void RetryPolicyTest::goesByTheStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("decision");
    const QHash<int, QString> special{{202, QStringLiteral("retry")}, {401, QStringLiteral("pause")},
                                      {403, QStringLiteral("pause")}, {408, QStringLiteral("retry")},
                                      {423, QStringLiteral("retry")}, {425, QStringLiteral("retry")},
                                      {429, QStringLiteral("retry")}, {477, QStringLiteral("retry")}};
    const QList<int> statuses{200, 201, 202, 204, 207, 299, 300, 301, 302, 304, 307, 308, 400,
                              401, 402, 403, 404, 405, 408, 409, 410, 413, 414, 415, 422, 423,
                              425, 429, 451, 477, 499, 500, 501, 502, 503, 504, 520, 599};
    for (const int status : statuses) {
        const QString usual = status < 300   ? QStringLiteral("sent")
                              : status < 500 ? QStringLiteral("park")
                                             : QStringLiteral("retry");
        QTest::addRow("%d", status) << status << special.value(status, usual);
    }
}

void RetryPolicyTest::goesByTheStatus()
{
    QFETCH(int, status);
    QFETCH(QString, decision);
    QCOMPARE(wordOf(decideFirst(answerOf(status))), decision);
}

void RetryPolicyTest::aPageOfHtmlProvesNothing_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QString>("decision");
    QTest::newRow("HTML") << QByteArray("text/html") << "retry";
    QTest::newRow("HTML with a charset") << QByteArray(" Text/HTML; charset=utf-8") << "retry";
    QTest::newRow("JSON") << QByteArray("application/json") << "sent";
    QTest::newRow("plain text") << QByteArray("text/plain") << "sent";
    QTest::newRow("none") << QByteArray() << "sent";
}

void RetryPolicyTest::aPageOfHtmlProvesNothing()
{
    QFETCH(QByteArray, contentType);
    QFETCH(QString, decision);
    DestinationAnswer answer = answerOf(200);
    answer.contentType = contentType;
    QCOMPARE(wordOf(decideFirst(answer)), decision);
}

void RetryPolicyTest::anAnswerCutShortProvesNothing()
{
    DestinationAnswer answer = answerOf(200);
    answer.complete = false;
    answer.networkFailure = QStringLiteral("Connection closed");
    const Decision decision = decideFirst(answer);
    QCOMPARE(wordOf(decision), QStringLiteral("retry"));
    QCOMPARE(std::get<RetryAt>(decision).reason, QStringLiteral("answered 200, then Connection closed"));
}

void RetryPolicyTest::triesAgainWhereNothingAnswers()
{
    const Decision decision = decideFirst(noAnswer());
    QCOMPARE(wordOf(decision), QStringLiteral("retry"));
    QCOMPARE(std::get<RetryAt>(decision).reason, QStringLiteral("no answer: Connection refused"));
}

void RetryPolicyTest::saysWhereARedirectPoints()
{
    DestinationAnswer answer = answerOf(308);
    answer.location = QStringLiteral("https://new.example/hook");
    QCOMPARE(std::get<Park>(decideFirst(answer)).reason,
             QStringLiteral("answered 308: the address is now https://new.example/hook"));
}

void RetryPolicyTest::waitsLongerEachTime_data()
{
    QTest::addColumn<int>("attempt");
    QTest::addColumn<int>("longestSeconds");
    QTest::newRow("first") << 1 << 5;
    QTest::newRow("second") << 2 << 10;
    QTest::newRow("third") << 3 << 20;
    QTest::newRow("tenth") << 10 << 2560;
    QTest::newRow("eleventh is capped") << 11 << 3600;
}

void RetryPolicyTest::waitsLongerEachTime()
{
    QFETCH(int, attempt);
    QFETCH(int, longestSeconds);
    const Decision decision = decide(outcomeOf(answerOf(503)), {attempt, c_noon}, c_noon, 0.5, {});
    QCOMPARE(waitOf(decision), std::chrono::seconds(longestSeconds) / 2.0);
}

void RetryPolicyTest::waitsAnythingUpToThat()
{
    QCOMPARE(waitOf(decide(outcomeOf(answerOf(503)), {1, c_noon}, c_noon, 0, {})), 0us);
    QVERIFY(waitOf(decide(outcomeOf(answerOf(503)), {1, c_noon}, c_noon, 0.999, {})) < 5s);
    QVERIFY(waitOf(decide(outcomeOf(answerOf(503)), {1, c_noon}, c_noon, 0.999, {})) > 4990ms);
}

void RetryPolicyTest::obeysRetryAfter_data()
{
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<qint64>("milliseconds");
    const qint64 jittered = 2500;
    QTest::newRow("seconds") << QByteArray("120") << 120'000ll;
    QTest::newRow("date") << QByteArray("Thu, 14 May 2026 12:01:00 GMT") << 60'000ll;
    QTest::newRow("more than a day") << QByteArray("604800") << 86'400'000ll;
    QTest::newRow("a date in a year") << QByteArray("Fri, 14 May 2027 12:01:00 GMT") << 86'400'000ll;
    QTest::newRow("more than an integer") << QByteArray("99999999999999999999") << jittered;
    QTest::newRow("as much as an integer") << QByteArray("9223372036854775807") << 86'400'000ll;
    QTest::newRow("now") << QByteArray("0") << jittered;
    QTest::newRow("negative") << QByteArray("-5") << jittered;
    QTest::newRow("a date gone by") << QByteArray("Thu, 14 May 2026 11:00:00 GMT") << jittered;
    QTest::newRow("noise") << QByteArray("soon") << jittered;
}

void RetryPolicyTest::obeysRetryAfter()
{
    QFETCH(QByteArray, retryAfter);
    QFETCH(qint64, milliseconds);
    DestinationAnswer answer = answerOf(429);
    answer.retryAfter = retryAfter;
    QCOMPARE(waitOf(decideFirst(answer)), std::chrono::milliseconds(milliseconds));
}

void RetryPolicyTest::aHugeExponentIsOnlyTheCap()
{
    RetrySettings settings;
    settings.attempts = 1'000'000;
    QCOMPARE(waitOf(decide(outcomeOf(noAnswer()), {999'999, c_noon}, c_noon, 0.5, settings)), 30min);
}

void RetryPolicyTest::givesUpAfterTwelveAttempts()
{
    QCOMPARE(wordOf(decide(outcomeOf(answerOf(503)), {11, c_noon}, c_noon, 0.5, {})), QStringLiteral("retry"));
    const Decision decision = decide(outcomeOf(answerOf(503)), {12, c_noon}, c_noon, 0.5, {});
    QCOMPARE(wordOf(decision), QStringLiteral("park"));
    QCOMPARE(std::get<Park>(decision).reason, QStringLiteral("gave up after 12 attempts: answered 503"));
}

void RetryPolicyTest::givesUpAfterADay()
{
    QCOMPARE(wordOf(decide(outcomeOf(noAnswer()), {2, c_noon - 24h + 1us}, c_noon, 0.5, {})), QStringLiteral("retry"));
    QCOMPARE(wordOf(decide(outcomeOf(noAnswer()), {2, c_noon - 24h}, c_noon, 0.5, {})), QStringLiteral("park"));
}

void RetryPolicyTest::holdsTheDestinationThatAsksForIt_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<QString>("decision");
    QTest::newRow("too many requests") << 429 << QByteArray("60") << "hold";
    QTest::newRow("a migration") << 477 << QByteArray("60") << "hold";
    QTest::newRow("not available") << 503 << QByteArray("60") << "hold";
    QTest::newRow("too many requests, but when then?") << 429 << QByteArray() << "retry";
    QTest::newRow("a lock on the record") << 423 << QByteArray("60") << "retry";
    QTest::newRow("an error of this request") << 500 << QByteArray("60") << "retry";
}

void RetryPolicyTest::holdsTheDestinationThatAsksForIt()
{
    QFETCH(int, status);
    QFETCH(QByteArray, retryAfter);
    QFETCH(QString, decision);
    DestinationAnswer answer = answerOf(status);
    answer.retryAfter = retryAfter;
    const Decision decided = decideFirst(answer);
    QCOMPARE(wordOf(decided), decision);
    if (!retryAfter.isEmpty())
        QCOMPARE(waitOf(decided), 1min);
}

void RetryPolicyTest::asksAPerson()
{
    const CrmPerson ann{QStringLiteral("7"), QStringLiteral("Ann"), {}, {}, {}};
    const Decision which = decide(WhichContact{{ann, ann}}, {1, c_noon}, c_noon, 0.5, {});
    QCOMPARE(std::get<Park>(which).question, OutboxQuestion::WhichContact);
    QCOMPARE(std::get<Park>(which).candidates, QList<CrmPerson>({ann, ann}));
    QCOMPARE(std::get<Park>(which).reason, QStringLiteral("2 contacts fit"));
    const Decision perhaps =
        decide(PerhapsWritten{OutboxStep::Activity, QStringLiteral("lost")}, {1, c_noon}, c_noon, 0.5, {});
    QCOMPARE(std::get<Park>(perhaps).question, OutboxQuestion::PerhapsWritten);
    QCOMPARE(std::get<Park>(perhaps).reason, QStringLiteral("lost"));
    QVERIFY(!std::get<Park>(decideFirst(answerOf(422))).question);
}

void RetryPolicyTest::waitsForALookHoweverOftenItWasTried()
{
    const LookLater later{c_noon + 15s, QStringLiteral("lost")};
    QCOMPARE(waitOf(decide(later, {40, c_noon - 48h}, c_noon, 0.5, {})), 15s);
}

void RetryPolicyTest::aFailureOfItsOwnIsTriedAgain()
{
    const FlowBroken broken{{ErrorCode::StoreFailed, QStringLiteral("disk full")}};
    const Decision decision = decide(broken, {1, c_noon}, c_noon, 0.5, {});
    QCOMPARE(wordOf(decision), QStringLiteral("retry"));
    QCOMPARE(std::get<RetryAt>(decision).reason, QStringLiteral("Earshot failed: disk full"));
    QCOMPARE(wordOf(decide(broken, {12, c_noon}, c_noon, 0.5, {})), QStringLiteral("park"));
}

void RetryPolicyTest::nothingIsDecidedWhileItStops_data()
{
    QTest::addColumn<FlowOutcome>("outcome");
    QTest::newRow("a request cut short") << FlowOutcome(failureOfKind(CallFailure::Kind::Stopped));
    QTest::newRow("a store that closes") << FlowOutcome(FlowBroken{{ErrorCode::Cancelled, QStringLiteral("closed")}});
}

void RetryPolicyTest::nothingIsDecidedWhileItStops()
{
    QFETCH(FlowOutcome, outcome);
    QCOMPARE(wordOf(decide(outcome, {12, c_noon - 48h}, c_noon, 0.5, {})), QStringLiteral("stays due"));
}

void RetryPolicyTest::saysWhyItPauses()
{
    QCOMPARE(std::get<PauseDestination>(decideFirst(answerOf(401))).reason,
             QStringLiteral("answered 401: its token is missing, is wrong or has ended"));
    QCOMPARE(std::get<PauseDestination>(decideFirst(answerOf(403))).reason,
             QStringLiteral("answered 403: its token lacks a right"));
}

void RetryPolicyTest::tellsWhetherADestinationWorks_data()
{
    using Kind = CallFailure::Kind;
    QTest::addColumn<FlowOutcome>("outcome");
    QTest::addColumn<QString>("works");
    const auto row = [](const char *name, const FlowOutcome &outcome, const char *works) {
        QTest::newRow(name) << outcome << QString::fromLatin1(works);
    };
    row("delivered", Delivered(), "yes");
    row("a question", WhichContact(), "yes");
    row("another question", PerhapsWritten(), "yes");
    row("not reached", failureOfKind(Kind::NotSent), "no");
    row("lost", failureOfKind(Kind::Lost), "no");
    row("broken", failureOfKind(Kind::Broken, 500), "no");
    row("too many requests", failureOfKind(Kind::Refused, 429), "no");
    row("a lock on a record", failureOfKind(Kind::Refused, 423), "nothing");
    row("too early", failureOfKind(Kind::Refused, 425), "nothing");
    row("a conflict that Tryton tells of", failureOfKind(Kind::Refused, 200), "nothing");
    row("held back by ourselves", failureOfKind(Kind::Refused), "nothing");
    row("a wrong record", failureOfKind(Kind::Wrong, 422), "yes");
    row("gone", failureOfKind(Kind::Gone, 404), "yes");
    row("not logged in", failureOfKind(Kind::NeedsLogin, 401), "nothing");
    row("not allowed", failureOfKind(Kind::Forbidden, 403), "nothing");
    row("stopped", failureOfKind(Kind::Stopped), "nothing");
    row("a look to come", LookLater(), "nothing");
    row("our own failure", FlowBroken(), "nothing");
}

void RetryPolicyTest::tellsWhetherADestinationWorks()
{
    QFETCH(FlowOutcome, outcome);
    QFETCH(QString, works);
    const auto shown = showsThatItWorks(outcome);
    QCOMPARE(shown ? (*shown ? QStringLiteral("yes") : QStringLiteral("no")) : QStringLiteral("nothing"), works);
}

QTEST_GUILESS_MAIN(RetryPolicyTest)

#include "tst_retrypolicy.moc"
