// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/outboxcommands.h"
#include "models/store/outbox.h"
#include "models/store/outboxlog.h"
#include "tests/app/commands/streamcapture.h"
#include "tests/models/store/samplestore.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp c_noon = SampleStore::c_noon;

} // namespace

/** `earshot outbox …` as it is typed. */
class OutboxCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsWhatAsksAndWhereItIs();
    void listsOnlyQuestions();
    void showsARowWithAllThatWasSaid();
    void showsNothingThatATerminalObeys();
    void retriesASelection();
    void aDryRunOnlyCounts();
    void retriesRows();
    void choosesAContact();
    void settles_data();
    void settles();
    void refuses_data();
    void refuses();

private:
    struct Answer {
        int code = -1;
        QString out;
        QString error;

        QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
    };

    Answer run(const QStringList &typed) const
    {
        StreamCapture out(stdout);
        StreamCapture err(stderr);
        Answer answer;
        answer.code = outboxCommand().run(QStringList{typed.first(), QStringLiteral("--data"), m_store->folder()}
                                          + typed.sliced(1));
        answer.out = QString::fromUtf8(out.text());
        answer.error = QString::fromUtf8(err.text());
        return answer;
    }

    Answer run(const char *words) const { return run(QString::fromLatin1(words).split(QLatin1Char(' '))); }

    const Database &database() const { return m_store->database(); }

    OutboxRow row(qint64 id) const { return SampleStore::valueOf(outbox::one(database(), id)); }

    qint64 addRow(const QString &platformId, const QString &outcome = {}) const;
    void ask(qint64 id, OutboxQuestion question) const;

    std::unique_ptr<SampleStore> m_store;
    Destination m_crm;
    qint64 m_parked = 0; ///< row 1
    qint64 m_asking = 0; ///< row 2: which contact?
};

void OutboxCommandsTest::init()
{
    m_store = std::make_unique<SampleStore>();
    m_crm = m_store->addDestination(QStringLiteral("CRM"));
    m_parked = addRow(QStringLiteral("1"), QStringLiteral("booked"));
    QVERIFY(outbox::storeParked(database(),
                                {m_parked, 1, 422, QStringLiteral("no"), QStringLiteral("answered 422"), c_noon}));
    m_asking = addRow(QStringLiteral("2"));
    ask(m_asking, OutboxQuestion::WhichContact);
}

qint64 OutboxCommandsTest::addRow(const QString &platformId, const QString &outcome) const
{
    const qint64 conversation = m_store->addConversation(platformId, outcome);
    SampleStore::valueOf(outbox::enqueue(database(), {conversation}, m_crm.id, c_noon));
    return SampleStore::valueOf(outbox::ofConversation(database(), conversation)).first().id;
}

void OutboxCommandsTest::ask(qint64 id, OutboxQuestion question) const
{
    const QList<CrmPerson> both{{QStringLiteral("11"), QStringLiteral("Alice"), {}, {}, {}},
                                {QStringLiteral("12"), QStringLiteral("Alicia"), {}, {}, {}}};
    SampleStore::valueOf(outboxsteps::begin(database(), id, OutboxStep::Activity, c_noon));
    SampleStore::valueOf(outbox::storeQuestion(database(), {id, 1, {}, {}, {}, c_noon}, question,
                                               question == OutboxQuestion::WhichContact ? both : QList<CrmPerson>()));
}

void OutboxCommandsTest::listsWhatAsksAndWhereItIs()
{
    const QString url = QStringLiteral("https://crm.example/calls/7");
    QVERIFY(outboxsteps::finish(database(), m_parked, OutboxStep::Activity, QStringLiteral("7"), url, c_noon));
    const Answer plain = run("list");
    QVERIFY(plain.out.contains(QStringLiteral("which_contact")));
    QVERIFY(plain.out.contains(url));
    const QJsonArray rows = run("list --json").json().value(QLatin1StringView("rows")).toArray();
    QCOMPARE(rows.size(), 2);
    const QJsonObject parked = rows.at(0).toObject();
    QCOMPARE(parked.value(QLatin1StringView("crm_id")).toString(), QStringLiteral("7"));
    QCOMPARE(parked.value(QLatin1StringView("crm_url")).toString(), url);
    QVERIFY(parked.value(QLatin1StringView("question")).isNull());
    const QJsonObject asking = rows.at(1).toObject();
    QCOMPARE(asking.value(QLatin1StringView("question")).toString(), QStringLiteral("which_contact"));
    QCOMPARE(asking.value(QLatin1StringView("candidates")).toArray().size(), 2);
}

void OutboxCommandsTest::listsOnlyQuestions()
{
    const QJsonArray rows = run("list --question --json").json().value(QLatin1StringView("rows")).toArray();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.at(0).toObject().value(QLatin1StringView("id")).toString(), QString::number(m_asking));
}

void OutboxCommandsTest::showsARowWithAllThatWasSaid()
{
    const auto attempt = outboxlog::begin(database(), m_asking, m_crm.id, 1, 2, c_noon);
    LoggedExchange exchange;
    exchange.purpose = QStringLiteral("find contact");
    exchange.method = QStringLiteral("GET");
    exchange.url = QStringLiteral("https://crm.example/contacts");
    exchange.request = QStringLiteral("Accept: application/json");
    exchange.status = 200;
    exchange.answer = QStringLiteral("[1,2]");
    exchange.latency = 2500us;
    QVERIFY(outboxlog::end(database(), *attempt, AttemptOutcomeKind::Asks, QStringLiteral("two fit"), {exchange},
                           c_noon + 1s));
    const Answer plain = run("show 2");
    QCOMPARE(plain.code, int(ExitDone));
    for (const char *said : {"which_contact", "Alicia", "find contact: GET https://crm.example/contacts", "200",
                             "2.5 ms", "[1,2]", "two fit", "not known to be done"})
        QVERIFY2(plain.out.contains(QLatin1StringView(said)), said);

    const QJsonObject json = run("show 2 --json").json();
    QCOMPARE(json.value(QLatin1StringView("id")).toString(), QStringLiteral("2"));
    const QJsonObject step = json.value(QLatin1StringView("steps")).toArray().at(0).toObject();
    QCOMPARE(step.value(QLatin1StringView("step")).toString(), QStringLiteral("activity"));
    QVERIFY(step.value(QLatin1StringView("done_at")).isNull());
    const QJsonObject logged = json.value(QLatin1StringView("log")).toArray().at(0).toObject();
    QCOMPARE(logged.value(QLatin1StringView("outcome")).toString(), QStringLiteral("asks"));
    QCOMPARE(logged.value(QLatin1StringView("number")).toInt(), 2);
    const QJsonObject said = logged.value(QLatin1StringView("exchanges")).toArray().at(0).toObject();
    QCOMPARE(said.value(QLatin1StringView("latency_ms")).toDouble(), 2.5);
    QCOMPARE(said.value(QLatin1StringView("status")).toInt(), 200);
    QVERIFY(said.value(QLatin1StringView("failure")).isNull());
}

void OutboxCommandsTest::showsNothingThatATerminalObeys()
{
    const auto attempt = outboxlog::begin(database(), m_parked, m_crm.id, 1, 1, c_noon);
    LoggedExchange exchange;
    exchange.purpose = exchange.method = exchange.url = exchange.answer = exchange.request =
        QStringLiteral("a\u001b[31mb\u009bc");
    QVERIFY(outboxlog::end(database(), *attempt, AttemptOutcomeKind::Parked, QStringLiteral("\u001b]0;x\u0007"),
                           {exchange}, c_noon));
    const QString out = run("show 1").out;
    QVERIFY(out.contains(QStringLiteral("[31m")));
    for (const QChar c : out)
        QVERIFY2(c.category() != QChar::Other_Control || c == QLatin1Char('\n') || c == QLatin1Char('\t'),
                 qPrintable(QString::number(c.unicode(), 16) + QLatin1Char('\n') + out));
}

void OutboxCommandsTest::retriesASelection()
{
    addRow(QStringLiteral("3"), QStringLiteral("booked"));
    const Answer retried = run("retry --destination CRM --filter outcome:booked --pace 6 --json");
    QVERIFY2(retried.code == ExitDone, qPrintable(retried.error));
    QCOMPARE(retried.json(), (QJsonObject{{QStringLiteral("retried"), 1}}));
    QCOMPARE(row(m_parked).state, OutboxState::Waiting);
    QVERIFY(row(m_asking).question);
    QCOMPARE(run("retry --destination CRM").out, QStringLiteral("1 retried.\n"));
    QVERIFY(!row(m_asking).question);
}

void OutboxCommandsTest::aDryRunOnlyCounts()
{
    const qint64 sent = addRow(QStringLiteral("3"));
    QVERIFY(outbox::storeSent(database(), {sent, 1, 200, {}, {}, c_noon}));
    QCOMPARE(run("retry --destination CRM --dry-run").out, QStringLiteral("2 would be sent again.\n"));
    QCOMPARE(run("retry --destination CRM --dry-run --also-sent --json").json(),
             (QJsonObject{{QStringLiteral("would_retry"), 3}}));
    QCOMPARE(run("retry --filter outcome:booked --dry-run --json").json(),
             (QJsonObject{{QStringLiteral("would_retry"), 1}}));
    QCOMPARE(row(m_parked).state, OutboxState::Parked);
}

void OutboxCommandsTest::retriesRows()
{
    QCOMPARE(run("retry 1 2 --json").json(), (QJsonObject{{QStringLiteral("retried"), 2}}));
    QCOMPARE(row(m_parked).state, OutboxState::Waiting);
}

void OutboxCommandsTest::choosesAContact()
{
    const Answer chosen = run("choose 2 12");
    QVERIFY2(chosen.code == ExitDone, qPrintable(chosen.error));
    QCOMPARE(row(m_asking).state, OutboxState::Waiting);
    QCOMPARE(outboxsteps::of(database(), m_asking)->value(OutboxStep::Contact).crmId, QStringLiteral("12"));
}

void OutboxCommandsTest::settles_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<int>("state");
    QTest::newRow("there") << "--there" << int(OutboxState::Sent);
    QTest::newRow("not there") << "--not-there" << int(OutboxState::Waiting);
}

void OutboxCommandsTest::settles()
{
    QFETCH(QString, option);
    QFETCH(int, state);
    const qint64 lost = addRow(QStringLiteral("3"));
    ask(lost, OutboxQuestion::PerhapsWritten);
    const Answer settled = run({QStringLiteral("settle"), QString::number(lost), option});
    QVERIFY2(settled.code == ExitDone, qPrintable(settled.error));
    QCOMPARE(int(row(lost).state), state);
}

void OutboxCommandsTest::refuses_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *words, int code, const char *says) {
        QTest::newRow(words) << QString::fromLatin1(words) << code << QString::fromLatin1(says);
    };
    row("retry", ExitMisuse, "either IDs or");
    row("retry 1 --destination CRM", ExitMisuse, "either IDs or");
    row("retry 1 --pace 5", ExitMisuse, "--pace goes with");
    row("retry 1 --dry-run", ExitMisuse, "--dry-run goes with");
    row("retry --also-sent", ExitMisuse, "either IDs or");
    row("retry --destination CRM --pace 0", ExitMisuse, "--pace");
    row("retry --destination Nobody", ExitFailed, "there are: CRM");
    row("retry --destination Nobody --dry-run", ExitFailed, "there are: CRM");
    row("retry --filter outcome:", ExitMisuse, "filter");
    row("retry --filter outcome: --dry-run", ExitMisuse, "filter");
    row("show", ExitMisuse, "ID is missing");
    row("show x", ExitMisuse, "is no ID");
    row("show 99", ExitFailed, "no outbox row 99");
    row("choose 2", ExitMisuse, "CONTACT is missing");
    row("choose 2 13", ExitFailed, "there are: 11, 12");
    row("choose 1 11", ExitMisuse, "does not ask");
    row("settle 2", ExitMisuse, "--there or --not-there");
    row("settle 2 --there --not-there", ExitMisuse, "--there or --not-there");
    row("settle 2 --there", ExitMisuse, "does not ask");
    row("list --state asking", ExitMisuse, "--state");
}

void OutboxCommandsTest::refuses()
{
    QFETCH(QString, words);
    QFETCH(int, code);
    QFETCH(QString, says);
    const Answer refused = run(words.split(QLatin1Char(' ')));
    QCOMPARE(refused.code, code);
    QVERIFY2(refused.error.contains(says), qPrintable(refused.error));
    QCOMPARE(row(m_parked).state, OutboxState::Parked);
    QVERIFY(row(m_asking).question);
}

QTEST_GUILESS_MAIN(OutboxCommandsTest)
#include "tst_outboxcommands.moc"
