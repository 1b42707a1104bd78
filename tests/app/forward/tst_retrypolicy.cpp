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

QString wordOf(const Decision &decision)
{
    static const QStringList words{QStringLiteral("sent"), QStringLiteral("retry"), QStringLiteral("park"),
                                   QStringLiteral("pause")};
    return words.at(qsizetype(decision.index()));
}

/** The wait of a retry; -1 for anything else. */
std::chrono::microseconds waitOf(const Decision &decision)
{
    const auto *retry = std::get_if<RetryAt>(&decision);
    return retry ? retry->time - c_noon : -1us;
}

Decision decideFirst(const DestinationAnswer &answer)
{
    return decide(answer, {1, c_noon}, c_noon, 0.5, {});
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
    const Decision decision = decide(answerOf(503), {attempt, c_noon}, c_noon, 0.5, {});
    QCOMPARE(waitOf(decision), std::chrono::seconds(longestSeconds) / 2.0);
}

void RetryPolicyTest::waitsAnythingUpToThat()
{
    QCOMPARE(waitOf(decide(answerOf(503), {1, c_noon}, c_noon, 0, {})), 0us);
    QVERIFY(waitOf(decide(answerOf(503), {1, c_noon}, c_noon, 0.999, {})) < 5s);
    QVERIFY(waitOf(decide(answerOf(503), {1, c_noon}, c_noon, 0.999, {})) > 4990ms);
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
    QCOMPARE(waitOf(decide(noAnswer(), {999'999, c_noon}, c_noon, 0.5, settings)), 30min);
}

void RetryPolicyTest::givesUpAfterTwelveAttempts()
{
    QCOMPARE(wordOf(decide(answerOf(503), {11, c_noon}, c_noon, 0.5, {})), QStringLiteral("retry"));
    const Decision decision = decide(answerOf(503), {12, c_noon}, c_noon, 0.5, {});
    QCOMPARE(wordOf(decision), QStringLiteral("park"));
    QCOMPARE(std::get<Park>(decision).reason, QStringLiteral("gave up after 12 attempts: answered 503"));
}

void RetryPolicyTest::givesUpAfterADay()
{
    QCOMPARE(wordOf(decide(noAnswer(), {2, c_noon - 24h + 1us}, c_noon, 0.5, {})), QStringLiteral("retry"));
    QCOMPARE(wordOf(decide(noAnswer(), {2, c_noon - 24h}, c_noon, 0.5, {})), QStringLiteral("park"));
}

QTEST_GUILESS_MAIN(RetryPolicyTest)

#include "tst_retrypolicy.moc"
