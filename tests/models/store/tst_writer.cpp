// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/conversationrow.h"
#include "models/store/journal.h"
#include "models/store/migrations.h"
#include "models/store/sources.h"
#include "models/store/writer.h"
#include "tests/models/store/plaindecoder.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <semaphore>
#include <thread>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

const Timestamp c_noon = fromMicroseconds(1'778'760'000'000'000);

struct Sent {
    QByteArray body;
    Timestamp receivedAt;
    bool looped = false;
};

QByteArray bodyOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject eventJson(const char *type, const QString &id, std::chrono::seconds offset, const QJsonObject &patch = {})
{
    return {{QStringLiteral("type"), QString::fromLatin1(type)},
            {QStringLiteral("id"), id},
            {QStringLiteral("scope"), QStringLiteral("call")},
            {QStringLiteral("at"), toMicroseconds(c_noon + offset)},
            {QStringLiteral("patch"), patch}};
}

QJsonObject status(const char *word)
{
    return {{QStringLiteral("status"), QString::fromLatin1(word)}};
}

} // namespace

class WriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void answersAfterTheCommit();
    void refusesWhenTheQueueIsFull();
    void answersWhatWaitsWhenItStops();
    void keepsWhatItGotByteForByte();
    void goesOnWhereItStopped();
    void aRepeatIsKeptAndChangesNothing();
    void aCustomSendersRepeatIsOneOnlyForTenMinutes();
    void theSameKeyWithOtherContentIsAppliedWithAWarning();
    void aMalformedDeliveryHoldsNothingUp();
    void anyOrderEndsInTheSameStore();
    void anEarlierRepeatMovesAnArrival();
    void aCallWithoutAnEndIsAssumedEnded();
    void aRebuildSaysTheSameAndReceivingGoesOn();
    void aRebuildFollowsAChangedZone();
    void aRebuildCutShortStartsOver();
    void theChangedHookJoinsTheTransaction();
    void whatWeSentOurselvesIsNotAnnounced();
    void aFailedJobIsRolledBack();
    void aFullDiskIsNotAcknowledged();

private:
    void start(WriterSettings settings = {}, ChangedHook hook = {});

    void stop() { m_writer.reset(); }

    qint64 addSource(const QString &platform = QStringLiteral("plain"), const QString &name = QStringLiteral("desk"));
    Result<qint64> send(const Sent &sent);
    void sendAll(const QList<QByteArray> &bodies);
    void settle();
    Database reader() const;
    QString dump() const;

    QVariant value(const char *sql) const { return reader().value(QString::fromLatin1(sql)).value(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    PlainRegistry m_registry;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<Writer> m_writer;
    qint64 m_source = 0;
};

void WriterTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<ManualClock>(c_noon + 10min);
}

void WriterTest::cleanup()
{
    stop();
}

void WriterTest::start(WriterSettings settings, ChangedHook hook)
{
    settings.location = StoreLocation::inFolder(m_folder->path());
    m_writer = std::make_unique<Writer>(settings, m_registry, *m_clock, std::move(hook));
    const auto started = m_writer->start();
    QVERIFY2(started.has_value(), started ? "" : qPrintable(started.error().detail));
}

qint64 WriterTest::addSource(const QString &platform, const QString &name)
{
    Source source;
    source.name = name;
    source.key = name;
    source.platform = platform;
    const auto added = m_writer->run<qint64>([source](const Database &database) -> Result<qint64> {
        const auto stored = sources::add(database, source);
        return stored ? Result<qint64>(stored->id) : std::unexpected(stored.error());
    });
    m_source = added.result().value_or(0);
    return m_source;
}

Result<qint64> WriterTest::send(const Sent &sent)
{
    Delivery delivery;
    delivery.sourceId = m_source;
    delivery.receivedAt = sent.receivedAt;
    delivery.method = "POST";
    delivery.target = "/hook/****";
    delivery.headers = {{"Content-Type", "application/json"}, {"X-Odd", "a: b"}};
    delivery.remote = QStringLiteral("192.0.2.7");
    delivery.body = sent.body;
    delivery.verdict = QStringLiteral("unsigned");
    delivery.looped = sent.looped;
    std::binary_semaphore answered(0);
    Result<qint64> answer = failure(ErrorCode::Cancelled, QStringLiteral("refused"));
    const bool taken = m_writer->offer({delivery, [&](Result<qint64> result) {
                                            answer = std::move(result);
                                            answered.release();
                                        }});
    if (taken)
        answered.acquire();
    return answer;
}

void WriterTest::sendAll(const QList<QByteArray> &bodies)
{
    std::chrono::seconds offset = 60s;
    for (const QByteArray &body : bodies)
        QVERIFY(send({body, c_noon + offset++}));
    settle();
}

void WriterTest::settle()
{
    auto projected = m_writer->projected();
    QVERIFY(projected.result());
}

Database WriterTest::reader() const
{
    auto database = openToRead(StoreLocation::inFolder(m_folder->path()).path);
    Q_ASSERT(database);
    return std::move(*database);
}

/** The projection as text, but for what tells the way it took (which delivery was the repeat). */
QString WriterTest::dump() const
{
    const Database database = reader();
    QStringList lines;
    auto rows =
        database.run(QStringLiteral("SELECT %1 FROM conversation c JOIN source src ON src.\"id\" = c.\"source_id\" "
                                    "ORDER BY src.\"name\", c.\"scope\", c.\"conversation_id\"")
                         .arg(conversationColumns(u"c")));
    while (rows->next()) {
        Conversation conversation = conversationFromRow(*rows, 0);
        conversation.id = 0;
        lines.append(QString::fromUtf8(bodyOf(toJson(conversation, QTimeZone::utc()))));
    }
    auto messages = database.run(QStringLiteral("SELECT i.\"platform_id\", m.\"position\", m.\"text\", m.\"at\" FROM "
                                                "message m JOIN identity i ON i.\"id\" = m.\"conversation\" "
                                                "ORDER BY i.\"platform_id\", i.\"scope\", m.\"position\""));
    while (messages->next())
        lines.append(QStringList{messages->text(0), messages->text(1), messages->text(2), messages->text(3)}.join(
            QLatin1Char('|')));
    return lines.join(QLatin1Char('\n'));
}

void WriterTest::answersAfterTheCommit()
{
    start();
    addSource();
    const auto id = send({bodyOf(eventJson("call.started", QStringLiteral("1"), 0s)), c_noon});
    QVERIFY(id);
    QCOMPARE(value("SELECT count(*) FROM delivery").toInt(), 1); // seen by another connection
}

void WriterTest::refusesWhenTheQueueIsFull()
{
    WriterSettings settings;
    settings.queueCapacity = 3;
    start(settings);
    addSource();
    std::binary_semaphore busy(0);
    std::binary_semaphore mayGoOn(0);
    auto job = m_writer->run<int>([&](const Database &) -> Result<int> {
        busy.release();
        mayGoOn.acquire();
        return 0;
    });
    busy.acquire();
    std::atomic_int answered = 0;
    int refused = 0;
    for (int i = 0; i < 5; ++i) {
        Delivery delivery;
        delivery.sourceId = m_source;
        delivery.body = QByteArray::number(i);
        refused +=
            m_writer->offer({delivery, [&](const Result<qint64> &result) { answered += result ? 1 : 0; }}) ? 0 : 1;
    }
    mayGoOn.release();
    QCOMPARE(refused, 2);
    QTRY_COMPARE(answered.load(), 3);
}

void WriterTest::answersWhatWaitsWhenItStops()
{
    start();
    addSource();
    std::atomic_int stored = 0;
    for (int i = 0; i < 200; ++i) {
        Delivery delivery;
        delivery.sourceId = m_source;
        delivery.body = QByteArray::number(i);
        QVERIFY(m_writer->offer({delivery, [&](const Result<qint64> &result) { stored += result ? 1 : 0; }}));
    }
    stop();
    QCOMPARE(stored.load(), 200);
    QCOMPARE(value("SELECT count(*) FROM delivery_body").toInt(), 200);
}

void WriterTest::keepsWhatItGotByteForByte()
{
    start();
    addSource();
    const QByteArray body("\0\xff\r\n{\"a\":1}", 11);
    QVERIFY(send({body, c_noon + 1us}));
    QVERIFY(send({QByteArray(), c_noon}));
    const Database database = reader();
    auto journal = JournalReader::open(database);
    const auto page = journal->after(0, 10, 1 << 20);
    QCOMPARE(page->size(), 2);
    QCOMPARE(page->at(0).body, body);
    QCOMPARE(page->at(0).receivedAt, c_noon + 1us);
    QCOMPARE(page->at(0).headers, (QList<HeaderField>{{"Content-Type", "application/json"}, {"X-Odd", "a: b"}}));
    QCOMPARE(page->at(0).remote, QStringLiteral("192.0.2.7"));
    QVERIFY(page->at(1).body.isEmpty());
}

void WriterTest::goesOnWhereItStopped()
{
    start();
    addSource();
    sendAll({bodyOf(eventJson("call.started", QStringLiteral("1"), 0s, status("in_progress")))});
    stop();
    {
        const auto database = openToWrite(StoreLocation::inFolder(m_folder->path()).path);
        auto journal = Journal::open(*database);
        Delivery unprojected;
        unprojected.sourceId = m_source;
        unprojected.receivedAt = c_noon + 100s;
        unprojected.body = bodyOf(eventJson("call.ended", QStringLiteral("1"), 90s, status("completed")));
        QVERIFY(journal->append(unprojected)); // as after a kill between commit and projection
    }
    start();
    settle();
    QCOMPARE(value("SELECT status FROM conversation").toString(), QStringLiteral("completed"));
    QCOMPARE(value("SELECT events FROM conversation").toInt(), 2);
}

void WriterTest::aRepeatIsKeptAndChangesNothing()
{
    start();
    addSource();
    const QByteArray body = bodyOf(eventJson("call.ended", QStringLiteral("1"), 0s, status("completed")));
    sendAll({body});
    const QString before = dump();
    sendAll({body, body});
    QCOMPARE(dump(), before);
    QCOMPARE(value("SELECT count(*) FROM finding WHERE state = 'duplicate' AND duplicate_of = 1").toInt(), 2);
    QCOMPARE(value("SELECT count(*) FROM delivery").toInt(), 3);
    addSource(QStringLiteral("plain"), QStringLiteral("other"));
    sendAll({body}); // another source's is its own
    QCOMPARE(value("SELECT count(*) FROM conversation").toInt(), 2);
}

void WriterTest::aCustomSendersRepeatIsOneOnlyForTenMinutes()
{
    start();
    addSource(QStringLiteral("custom"));
    const QByteArray body("{\"type\":\"ping\"}");
    QVERIFY(send({body, c_noon}));
    QVERIFY(send({body, c_noon + 10min}));
    QVERIFY(send({body, c_noon + 10min + 1us}));
    QVERIFY(send({body, c_noon + 11min})); // soon after the third
    settle();
    QCOMPARE(value("SELECT group_concat(state, ' ') FROM finding").toString(),
             QStringLiteral("decoded duplicate decoded duplicate"));
    QCOMPARE(value("SELECT duplicate_of FROM finding WHERE delivery = 4").toInt(), 3);
}

void WriterTest::theSameKeyWithOtherContentIsAppliedWithAWarning()
{
    start();
    addSource();
    QJsonObject first = eventJson("call.ended", QStringLiteral("1"), 0s, status("completed"));
    first.insert(QStringLiteral("key"), QStringLiteral("evt-1"));
    QJsonObject second = first;
    second.insert(QStringLiteral("patch"), QJsonObject{{QStringLiteral("notes"), QStringLiteral("called back")}});
    sendAll({bodyOf(first), bodyOf(second)});
    QCOMPARE(value("SELECT notes FROM conversation").toString(), QStringLiteral("called back"));
    QCOMPARE(value("SELECT warnings FROM event WHERE delivery = 1").toString(), QStringLiteral("[]"));
    QCOMPARE(value("SELECT warnings FROM event WHERE delivery = 2").toString(),
             QStringLiteral("[\"same-id-other-content: evt-1\"]"));
}

void WriterTest::aMalformedDeliveryHoldsNothingUp()
{
    start();
    addSource();
    sendAll({"[", bodyOf(eventJson("call.started", QStringLiteral("1"), 0s))});
    QCOMPARE(value("SELECT state || '; ' || reason FROM finding WHERE delivery = 1").toString(),
             QStringLiteral("malformed; json-syntax: not an object"));
    QCOMPARE(value("SELECT count(*) FROM conversation").toInt(), 1);
}

void WriterTest::anyOrderEndsInTheSameStore()
{
    QList<Sent> story;
    const auto add = [&](const QJsonObject &json, std::chrono::seconds received, int copies = 1) {
        for (int copy = 0; copy < copies; ++copy)
            story.append({bodyOf(json), c_noon + received + std::chrono::seconds(copy * 10)});
    };
    QJsonObject arrivalOnly = eventJson("call.ended", QStringLiteral("2"), 0s, status("disconnected"));
    arrivalOnly.remove(QStringLiteral("at"));
    add(eventJson("call.started", QStringLiteral("1"), 0s, status("in_progress")), 1s, 2);
    for (int i = 0; i < 6; ++i) {
        QJsonObject message = eventJson("message.created", QStringLiteral("1"), std::chrono::seconds(10 + i));
        message.insert(QStringLiteral("message"), QStringLiteral("m%1").arg(i % 5));
        message.insert(QStringLiteral("text"), QStringLiteral("text %1").arg(i));
        add(message, std::chrono::seconds(11 + i));
    }
    add(eventJson("call.ended", QStringLiteral("1"), 60s, status("completed")), 61s, 3);
    add(eventJson("call.outcome_tagged", QStringLiteral("1"), 90s,
                  {{QStringLiteral("outcome"), QStringLiteral("booked")}}),
        95s);
    add(arrivalOnly, 100s, 4);

    QString expected;
    std::mt19937 random(7);
    for (int round = 0; round < 12; ++round) {
        init();
        start();
        addSource();
        for (const Sent &sent : std::as_const(story))
            QVERIFY(send(sent));
        settle();
        if (round == 0) {
            expected = dump();
            QVERIFY2(expected.contains(QLatin1StringView("\"booked\"")), qPrintable(expected));
        }
        QCOMPARE(dump(), expected);
        stop();
        std::ranges::shuffle(story, random);
    }
}

void WriterTest::anEarlierRepeatMovesAnArrival()
{
    start();
    addSource();
    QJsonObject json = eventJson("call.ended", QStringLiteral("1"), 0s, status("completed"));
    json.remove(QStringLiteral("at"));
    QVERIFY(send({bodyOf(json), c_noon + 10s}));
    QVERIFY(send({bodyOf(json), c_noon})); // the clock was set back between them
    settle();
    QCOMPARE(value("SELECT ended_at FROM conversation").toLongLong(), toMicroseconds(c_noon));
    QCOMPARE(value("SELECT events FROM conversation").toInt(), 1);
}

void WriterTest::aCallWithoutAnEndIsAssumedEnded()
{
    WriterSettings settings;
    settings.sweepInterval = 20ms;
    start(settings);
    addSource();
    sendAll({bodyOf(eventJson("call.started", QStringLiteral("1"), 0s, status("in_progress")))});
    QCOMPARE(value("SELECT status FROM conversation").toString(), QStringLiteral("in_progress"));
    m_clock->set(c_noon + 2h + 60s); // it arrived a minute after it began
    QTRY_COMPARE(value("SELECT status FROM conversation").toString(), QStringLiteral("assumed_ended"));
    QCOMPARE(value("SELECT ended_at FROM conversation").toLongLong(), toMicroseconds(c_noon + 2h));
    sendAll({bodyOf(eventJson("call.ended", QStringLiteral("1"), 8000s, status("completed")))});
    QCOMPARE(value("SELECT status FROM conversation").toString(), QStringLiteral("completed"));
    QCOMPARE(value("SELECT duration_s FROM conversation").toInt(), 8000);
}

void WriterTest::aRebuildSaysTheSameAndReceivingGoesOn()
{
    start();
    addSource();
    for (int i = 0; i < 400; ++i) {
        const QString id = QString::number(i % 100);
        QVERIFY(send({bodyOf(eventJson(i % 2 ? "call.ended" : "call.started", id, std::chrono::seconds(i),
                                       status(i % 2 ? "completed" : "in_progress"))),
                      c_noon + std::chrono::seconds(i)}));
    }
    settle();
    const QString before = dump();
    const QString ids =
        value("SELECT group_concat(id || ':' || conversation_id) FROM (SELECT * FROM conversation ORDER BY id)")
            .toString();
    auto rebuilt = m_writer->rebuild();
    QCOMPARE(m_writer->rebuild().result().error().code, ErrorCode::AlreadyExists);
    QVERIFY(send({bodyOf(eventJson("call.started", QStringLiteral("during"), 0s)), c_noon}));
    QVERIFY(rebuilt.result());
    settle();
    QCOMPARE(value("SELECT count(*) FROM conversation").toInt(), 101);
    QVERIFY(dump().startsWith(before.left(before.indexOf(QLatin1Char('\n')))));
    QVERIFY(value("SELECT group_concat(id || ':' || conversation_id) FROM (SELECT * FROM conversation ORDER BY id)")
                .toString()
                .startsWith(ids));

    QVERIFY(m_writer->rebuild().result()); // and again, over the tables of the first
    settle();
    QTRY_COMPARE(value("SELECT count(*) FROM sqlite_master WHERE name LIKE 'retired%' OR name LIKE 'rebuild%'").toInt(),
                 0);
    QCOMPARE(value("SELECT count(*) FROM conversation").toInt(), 101);
    QVERIFY(send({bodyOf(eventJson("call.ended", QStringLiteral("during"), 9s, status("failed"))), c_noon}));
    settle();
    QCOMPARE(value("SELECT status FROM conversation WHERE conversation_id = 'during'").toString(),
             QStringLiteral("failed"));
    QCOMPARE(value("SELECT value FROM meta WHERE key = 'projected'").toInt(), 402);
}

void WriterTest::aRebuildFollowsAChangedZone()
{
    start();
    addSource(QStringLiteral("plain"));
    sendAll({bodyOf(eventJson("call.started", QStringLiteral("1"), 0s))});
    const auto renamed = m_writer->run<int>([](const Database &database) -> Result<int> {
        const auto done = database.run(QStringLiteral("UPDATE source SET \"platform\" = 'unheard-of'"));
        return done ? Result<int>(0) : std::unexpected(done.error());
    });
    QVERIFY(renamed.result());
    QVERIFY(m_writer->rebuild().result());
    QCOMPARE(value("SELECT count(*) FROM conversation").toInt(), 0); // as the source is read now
    QCOMPARE(value("SELECT state FROM finding").toString(), QStringLiteral("unknown"));
    QCOMPARE(value("SELECT count(*) FROM identity").toInt(), 1);
}

void WriterTest::aRebuildCutShortStartsOver()
{
    start();
    addSource();
    QList<QByteArray> bodies;
    for (int i = 0; i < 1000; ++i)
        bodies.append(bodyOf(eventJson("call.started", QString::number(i), 0s)));
    sendAll(bodies);
    auto rebuilt = m_writer->rebuild();
    stop();
    const auto result = rebuilt.result();
    QVERIFY(result || result.error().code == ErrorCode::Cancelled);
    start();
    settle();
    QCOMPARE(value("SELECT count(*) FROM conversation").toInt(), 1000);
    QVERIFY(m_writer->rebuild().result());
    QCOMPARE(value("SELECT count(*) FROM conversation").toInt(), 1000);
}

void WriterTest::theChangedHookJoinsTheTransaction()
{
    QList<qint64> changed;
    start({}, [&changed](const Database &database, const QList<qint64> &conversations) -> Result<void> {
        changed += conversations;
        const auto noted = database.run(QStringLiteral("UPDATE conversation SET \"summary\" = 'seen'"));
        return noted ? Result<void>() : std::unexpected(noted.error());
    });
    addSource();
    sendAll({bodyOf(eventJson("call.started", QStringLiteral("1"), 0s)), "[",
             bodyOf(eventJson("call.started", QStringLiteral("1"), 0s))});
    QCOMPARE(changed, QList<qint64>{1}); // neither for the malformed nor for the repeat
    QCOMPARE(value("SELECT summary FROM conversation").toString(), QStringLiteral("seen"));
    QVERIFY(m_writer->rebuild().result());
    QCOMPARE(changed, QList<qint64>{1}); // nor for a rebuild
}

void WriterTest::whatWeSentOurselvesIsNotAnnounced()
{
    QList<qint64> changed;
    start({}, [&changed](const Database &, const QList<qint64> &conversations) -> Result<void> {
        changed += conversations;
        return {};
    });
    addSource();
    QVERIFY(send({bodyOf(eventJson("call.started", QStringLiteral("1"), 0s)), c_noon, true}));
    settle();
    QCOMPARE(value("SELECT count(*) FROM conversation").toInt(), 1);
    QVERIFY(changed.isEmpty());
}

void WriterTest::aFailedJobIsRolledBack()
{
    start();
    addSource();
    const auto job = m_writer->run<int>([](const Database &database) -> Result<int> {
        const auto done = database.run(QStringLiteral("DELETE FROM source"));
        return done ? failure(ErrorCode::BadArgument, QStringLiteral("second thoughts"))
                    : std::unexpected(done.error());
    });
    QCOMPARE(job.result().error().code, ErrorCode::BadArgument);
    QCOMPARE(value("SELECT count(*) FROM source").toInt(), 1);
}

void WriterTest::aFullDiskIsNotAcknowledged()
{
    start();
    addSource();
    const auto capped = m_writer->run<int>([](const Database &database) -> Result<int> {
        const auto pages = database.value(QStringLiteral("PRAGMA page_count"));
        const auto done =
            database.value(QStringLiteral("PRAGMA max_page_count = %1").arg(pages->toInt() + 8)); // SQLITE_FULL beyond
        return done ? Result<int>(0) : std::unexpected(done.error());
    });
    QVERIFY(capped.result());
    QVERIFY(send({"{\"type\":\"small\"}", c_noon}));
    const auto refused = send({QByteArray(1 << 20, 'x'), c_noon});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StoreFull);
    const auto freed = m_writer->run<int>([](const Database &database) -> Result<int> {
        const auto done = database.value(QStringLiteral("PRAGMA max_page_count = 1000000"));
        return done ? Result<int>(0) : std::unexpected(done.error());
    });
    QVERIFY(freed.result());
    QVERIFY(send({QByteArray(1 << 20, 'x'), c_noon})); // resumes by itself
    QCOMPARE(value("SELECT count(*) FROM delivery").toInt(), 2);
}

QTEST_GUILESS_MAIN(WriterTest)
#include "tst_writer.moc"
