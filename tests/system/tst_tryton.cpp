// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/cuttingproxy.h"
#include "tests/support/trytonserver.h"
#include "tests/system/earshotprocess.h"
#include "tests/system/httpsender.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <thread>

using namespace earshot;

namespace {

using Fault = NetworkFault::Kind;

constexpr int c_patience = 300'000; // milliseconds; sanitizers on a busy machine are slow
constexpr int c_longestGhost = 3000; // milliseconds
constexpr int c_mostWaiting = 50; // records at once, so that later events meet some that are there already

int fromEnvironment(const char *name, int usual)
{
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber ? wanted : usual;
}

/** Which request meets which fault, by a seed. choose() belongs to one thread, all else to any. */
class BadNetwork
{
public:
    explicit BadNetwork(quint32 seed)
        : m_random(seed)
    {
    }

    NetworkFault choose()
    {
        ++m_requests;
        constexpr int c_share = 15; // one in so many
        if (m_isCalm || m_random.bounded(c_share) != 0)
            return {};
        const int kind = m_random.bounded(1, int(m_counts.size()));
        ++m_counts[std::size_t(kind)];
        const bool isGhost = Fault(kind) == Fault::GhostRequest;
        return {Fault(kind), m_random.bounded(10, isGhost ? c_longestGhost : 300)};
    }

    void calmDown() { m_isCalm = true; }

    int requests() const { return m_requests; }

    QString words() const
    {
        static constexpr std::array c_names = {"untouched",
                                               "cut before the request",
                                               "cut within it",
                                               "cut before the answer",
                                               "cut within it",
                                               "request delayed",
                                               "cut, and the request came late",
                                               "answer delayed"};
        QStringList words;
        for (std::size_t i = 1; i < m_counts.size(); ++i)
            words.append(QStringLiteral("%1 %2").arg(m_counts[i].load()).arg(QLatin1StringView(c_names[i])));
        return words.join(QStringLiteral(", "));
    }

private:
    QRandomGenerator m_random;
    std::atomic<bool> m_isCalm = false;
    std::atomic<int> m_requests = 0;
    std::array<std::atomic<int>, 8> m_counts{};
};

/** Counts what waits in an outbox. Belongs to one thread. */
class WaitingRecords
{
public:
    explicit WaitingRecords(const QString &store)
    {
        QSqlDatabase sql = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), c_name);
        sql.setDatabaseName(store);
        sql.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
        if (!sql.open())
            qFatal("The store cannot be read.");
    }

    ~WaitingRecords() { QSqlDatabase::removeDatabase(c_name); }

    Q_DISABLE_COPY_MOVE(WaitingRecords)

    int count() const
    {
        QSqlQuery query(QSqlDatabase::database(c_name));
        const bool isThere = query.exec(QStringLiteral("SELECT count(*) FROM outbox WHERE state = 'waiting'"));
        return isThere && query.next() ? query.value(0).toInt() : 0;
    }

private:
    inline static const QString c_name = QStringLiteral("waiting records");
};

/** What a platform tells of many calls, in an order by a seed. */
class Story
{
public:
    Story(int calls, quint32 seed);

    const QList<QByteArray> &events() const { return m_events; }

    /** What the last tag of each call says. */
    const QHash<int, QString> &lastNotes() const { return m_lastNotes; }

    /** Null for a caller who is not known. */
    static QString phoneOf(int call)
    {
        const int person = call % 150;
        return person % 25 == 24 ? QString() : QStringLiteral("+331%1").arg(23'000'000 + person);
    }

private:
    static QByteArray ended(int call);
    static QByteArray tagged(int call, int tag);

    QList<QByteArray> m_events;
    QHash<int, QString> m_lastNotes;
};

Story::Story(int calls, quint32 seed)
{
    QRandomGenerator random(seed);
    QList<std::pair<int, QByteArray>> timed;
    for (int call = 1; call <= calls; ++call) {
        timed.append({call, ended(call)});
        int at = call;
        const int tags = random.bounded(4) == 0 ? 2 : 1;
        for (int tag = 1; tag <= tags; ++tag) {
            at += random.bounded(1, 80);
            timed.append({at, tagged(call, tag)});
        }
        m_lastNotes.insert(call, QStringLiteral("remark %1 on %2").arg(tags).arg(call));
    }
    std::ranges::stable_sort(timed, {}, &std::pair<int, QByteArray>::first);
    for (const auto &[at, event] : std::as_const(timed))
        m_events.append(event);
}

QByteArray Story::ended(int call)
{
    const QString phone = phoneOf(call);
    const QByteArray contact = phone.isNull() ? QByteArray("null")
                                              : R"({"id":)" + QByteArray::number(call % 150)
                                                    + R"(,"name":"Caller","phone":")" + phone.toLatin1() + R"("})";
    return R"({"event":"call.ended","timestamp":"2026-03-25T18:35:00Z","data":{"id":)" + QByteArray::number(call)
           + R"(,"direction":"inbound","status":"ended","duration_seconds":125,"disposition":"completed","contact":)"
           + contact + "}}";
}

QByteArray Story::tagged(int call, int tag)
{
    return R"({"event":"call.outcome_tagged","timestamp":"2026-03-25T18:4)" + QByteArray::number(tag)
           + R"(:00Z","data":{"id":)" + QByteArray::number(call * 10 + tag) + R"(,"call_session_id":)"
           + QByteArray::number(call) + R"(,"outcome_type":"booked","notes":"remark )" + QByteArray::number(tag)
           + " on " + QByteArray::number(call) + R"("}})";
}

} // namespace

/** The promise: whatever happens on the way, each conversation is one note on one contact, and it says the latest.
 * `EARSHOT_TRYTON_SEED`, `…_CALLS` and `…_KILLS` (of each program) ask for another run. */
class TrytonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyConversationIsOneNoteWhateverHappens();

private:
    bool startEarshot();
    CommandResult addDestination(quint16 port);
    void sendEvents(const std::stop_token &stop);
    void killNowAndThen(int kills);
    QHash<QString, int> outboxStates();
    void waitUntilAllIsSent(int calls);
    void checkContacts(int calls);
    void checkNotes(int calls);

    std::unique_ptr<TrytonServer> m_tryton;
    std::unique_ptr<BadNetwork> m_network;
    std::unique_ptr<EarshotProcess> m_earshot;
    std::unique_ptr<Story> m_story;
    QByteArray m_token;
    quint32 m_seed = 0;
    std::atomic<quint16> m_port = 0; ///< of Earshot; 0 while it is down
    std::atomic<int> m_sent = 0; ///< events that Earshot has acknowledged
};

bool TrytonTest::startEarshot()
{
    const bool isUp =
        m_earshot->serve({QStringLiteral("--retry-base-ms"), QStringLiteral("50"), QStringLiteral("--retry-cap-ms"),
                          QStringLiteral("3000"), QStringLiteral("--breaker-wait-ms"), QStringLiteral("100")});
    m_port = isUp ? m_earshot->port() : quint16(0);
    return isUp;
}

/** As platforms do: in order, and again until it is acknowledged. */
void TrytonTest::sendEvents(const std::stop_token &stop)
{
    quint16 port = 0;
    std::unique_ptr<HttpSender> sender;
    const WaitingRecords waiting(m_earshot->location().path);
    while (m_sent < m_story->events().size() && !stop.stop_requested()) {
        if (m_port == 0 || waiting.count() > c_mostWaiting) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            continue;
        }
        if (port != m_port) {
            port = m_port;
            sender = std::make_unique<HttpSender>(port);
        }
        if (sender->send(jsonPost(m_token, m_story->events().at(m_sent))) == 200)
            ++m_sent;
        else
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

/** Each program so often, spread over all events. */
void TrytonTest::killNowAndThen(int kills)
{
    QRandomGenerator random(m_seed + 1);
    QList<bool> whom; // true: Tryton
    for (int i = 0; i < 2 * kills; ++i)
        whom.append(i % 2 == 0);
    std::shuffle(whom.begin(), whom.end(), random);
    const int events = int(m_story->events().size());
    for (int i = 0; i < whom.size(); ++i) {
        const int moment = int((i + random.generateDouble()) * events / double(whom.size()));
        QVERIFY2(QTest::qWaitFor([&] { return m_sent >= moment; }, c_patience), "no event is acknowledged any more");
        QTest::qWait(random.bounded(50));
        if (whom.at(i)) {
            m_tryton->kill();
            QTest::qWait(random.bounded(500));
            QVERIFY2(m_tryton->start(), qPrintable(m_tryton->problem()));
        } else {
            m_port = 0;
            QCOMPARE(m_earshot->stop(SIGKILL), -1);
            QVERIFY(startEarshot());
        }
    }
}

QHash<QString, int> TrytonTest::outboxStates()
{
    const QJsonObject listed =
        m_earshot->run({QStringLiteral("outbox"), QStringLiteral("list"), QStringLiteral("--json")}).json();
    QHash<QString, int> states;
    for (const QJsonValue row : listed.value(QStringLiteral("rows")).toArray()) {
        const QString state = row.toObject().value(QStringLiteral("state")).toString();
        if (state == QLatin1StringView("parked"))
            qWarning("parked: %s", qUtf8Printable(row.toObject().value(QStringLiteral("reason")).toString()));
        ++states[state];
    }
    return states;
}

void TrytonTest::checkContacts(int calls)
{
    QSet<QString> wanted{QStringLiteral("EARSHOT-UNKNOWN")};
    for (int call = 1; call <= calls; ++call) {
        if (const QString phone = Story::phoneOf(call); !phone.isNull())
            wanted.insert(QStringLiteral("EARSHOT-") + phone.mid(1));
    }
    QStringList codes;
    for (const QJsonValue party :
         m_tryton->search(QStringLiteral("party.party"), {}, {QStringLiteral("code"), QStringLiteral("phone")}))
        codes.append(party.toObject().value(QStringLiteral("code")).toString());
    QCOMPARE(QSet<QString>(codes.cbegin(), codes.cend()), wanted);
    QCOMPARE(codes.size(), wanted.size());
    const QJsonArray phones =
        m_tryton->search(QStringLiteral("party.contact_mechanism"), {}, {QStringLiteral("value")});
    QCOMPARE(phones.size(), wanted.size() - 1);
}

void TrytonTest::checkNotes(int calls)
{
    static const QRegularExpression c_key(QStringLiteral("^\\[earshot:[a-z]+:call:(\\d+)\\] "));
    QHash<int, int> notes; // call to how many there are of it
    int empty = 0;
    for (const QJsonValue item : m_tryton->search(QStringLiteral("ir.note"), {},
                                                  {QStringLiteral("message"), QStringLiteral("resource.code")})) {
        const QJsonObject note = item.toObject();
        const QString message = note.value(QStringLiteral("message")).toString();
        const QRegularExpressionMatch match = c_key.match(message);
        if (!match.hasMatch()) {
            ++empty;
            continue;
        }
        const int call = match.captured(1).toInt();
        ++notes[call];
        QVERIFY2(message.contains(QString(m_story->lastNotes().value(call) + QLatin1Char('\n')))
                     || message.endsWith(m_story->lastNotes().value(call)),
                 qPrintable(QStringLiteral("call %1 is not of the latest: %2").arg(call).arg(message)));
        const QString phone = Story::phoneOf(call);
        QCOMPARE(note.value(QStringLiteral("resource.")).toObject().value(QStringLiteral("code")).toString(),
                 QString(QStringLiteral("EARSHOT-") + (phone.isNull() ? QStringLiteral("UNKNOWN") : phone.mid(1))));
    }
    for (int call = 1; call <= calls; ++call)
        QVERIFY2(notes.value(call) == 1,
                 qPrintable(QStringLiteral("call %1: %2 notes").arg(call).arg(notes.value(call))));
    qInfo("%d notes, and %d empty ones that came late and wait for the next call", int(notes.size()), empty);
}

CommandResult TrytonTest::addDestination(quint16 port)
{
    return m_earshot->run({QStringLiteral("destination"), QStringLiteral("add"), QStringLiteral("--name"),
                           QStringLiteral("CRM"), QStringLiteral("--kind"), QStringLiteral("tryton"),
                           QStringLiteral("--url"), QStringLiteral("http://127.0.0.1:%1").arg(port),
                           QStringLiteral("--option"), QStringLiteral("database=") + TrytonServer::database(),
                           QStringLiteral("--option"), QStringLiteral("user=") + TrytonServer::admin(),
                           QStringLiteral("--rate"), QStringLiteral("1000"), QStringLiteral("--token-file"),
                           QStringLiteral("-")},
                          TrytonServer::password() + '\n');
}

void TrytonTest::waitUntilAllIsSent(int calls)
{
    QVERIFY(m_earshot->waitUntilProjected());
    QHash<QString, int> states;
    const auto isSent = [&] {
        states = outboxStates();
        return states.value(QStringLiteral("sent")) == calls;
    };
    QVERIFY2(QTest::qWaitFor(isSent, c_patience), qPrintable(QStringLiteral("%1 waiting, %2 parked")
                                                                 .arg(states.value(QStringLiteral("waiting")))
                                                                 .arg(states.value(QStringLiteral("parked")))));
    QTest::qWait(c_longestGhost + 500); // whatever is still under way has come by then
}

void TrytonTest::everyConversationIsOneNoteWhateverHappens()
{
    const int calls = fromEnvironment("EARSHOT_TRYTON_CALLS", 500);
    const int kills = fromEnvironment("EARSHOT_TRYTON_KILLS", 6);
    m_seed = quint32(fromEnvironment("EARSHOT_TRYTON_SEED", int(QRandomGenerator::global()->bounded(1'000'000))));
    qInfo("seed %u: %d calls, each program killed %d times", m_seed, calls, kills);
    QElapsedTimer timer;
    timer.start();

    m_tryton = std::make_unique<TrytonServer>();
    QVERIFY2(m_tryton->problem().isNull(), qPrintable(m_tryton->problem()));
    m_network = std::make_unique<BadNetwork>(m_seed);
    const CuttingProxy proxy(m_tryton->port(), [this](const QByteArray &) { return m_network->choose(); });
    m_story = std::make_unique<Story>(calls, m_seed);
    m_earshot = std::make_unique<EarshotProcess>();
    m_token = m_earshot->addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    const CommandResult added = addDestination(proxy.port());
    QVERIFY2(added.exitCode == 0, added.words().constData());
    QVERIFY(startEarshot());
    {
        const std::jthread sender([this](const std::stop_token &stop) { sendEvents(stop); });
        killNowAndThen(kills);
        if (!QTest::currentTestFailed())
            (void)QTest::qWaitFor([this] { return m_sent == m_story->events().size(); }, c_patience);
    }
    QVERIFY(!QTest::currentTestFailed());
    QCOMPARE(m_sent, int(m_story->events().size()));
    m_network->calmDown();
    waitUntilAllIsSent(calls);
    QVERIFY(!QTest::currentTestFailed());
    qInfo("%lld events, %d requests: %s; %.0f s", qint64(m_story->events().size()), m_network->requests(),
          qUtf8Printable(m_network->words()), double(timer.elapsed()) / 1000);

    checkContacts(calls);
    checkNotes(calls);
    QCOMPARE(m_earshot->stop(SIGTERM), 0);
    const CommandResult checked = m_earshot->run({QStringLiteral("check")});
    QVERIFY2(checked.exitCode == 0, checked.words().constData());
}

int main(int argc, char **argv)
{
    qputenv("QTEST_FUNCTION_TIMEOUT", "840000"); // Qt Test's own is five minutes
    QCoreApplication application(argc, argv);
    TrytonTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_tryton.moc"
