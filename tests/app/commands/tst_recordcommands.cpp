// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/checkcommand.h"
#include "app/commands/exportcommand.h"
#include "app/commands/showcommand.h"
#include "app/commands/statscommand.h"
#include "tests/app/commands/streamcapture.h"
#include "tests/models/store/storefixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace earshot;

/** The commands that read a store, as they are typed: export, stats, show, check. */
class RecordCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesWhatCannotBeMeant_data();
    void refusesWhatCannotBeMeant();
    void saysHowToGetAStore_data();
    void saysHowToGetAStore();
    void exportsToStandardOutput();
    void exportsToAFile();
    void exportsTheChosenFields();
    void leavesTheStoreAlone();
    void understandsTimesInTheZone_data();
    void understandsTimesInTheZone();
    void countsWhatIsExported();
    void showsAConversationByEitherId_data();
    void showsAConversationByEitherId();
    void namesBothConversationsOfOneNumber();
    void showsADelivery();
    void saysWhatIsNotThere_data();
    void saysWhatIsNotThere();
    void findsTheStoreSound();
    void findsTheStoreUnsound();

private:
    struct Answer {
        int code = -1;
        QByteArray out;
        QString error;
    };

    Answer run(const Command &command, const QStringList &words) const;
    QJsonObject runForJson(const Command &command, const QStringList &words) const;

    StoreFixture m_store;
    qint64 m_chat = 0;
    qint64 m_call = 0;
    qint64 m_delivery = 0;
};

void RecordCommandsTest::initTestCase()
{
    const qint64 chats = m_store.addSource(QStringLiteral("Web chat"));
    const qint64 phones = m_store.addSource(QStringLiteral("Phones"), QStringLiteral("varda"));
    m_chat = m_store.addConversation(chats, fullConversation());
    Conversation numbered;
    numbered.conversationId = QStringLiteral("17");
    numbered.startedAt = utc(QLatin1StringView("2026-05-14T22:30:00Z"));
    m_call = m_store.addConversation(phones, numbered, QStringLiteral("call"));
    m_store.addConversation(phones, numbered, QStringLiteral("conversation"));
    Delivery delivery;
    delivery.sourceId = chats;
    delivery.receivedAt = utc(QLatin1StringView("2026-05-14T10:25:00Z"));
    delivery.method = "POST";
    delivery.target = "/hook/****";
    delivery.remote = QStringLiteral("192.0.2.1");
    delivery.verdict = QStringLiteral("unsigned");
    delivery.body = "{}";
    m_delivery = m_store.addDelivery(delivery);
}

RecordCommandsTest::Answer RecordCommandsTest::run(const Command &command, const QStringList &words) const
{
    StreamCapture out(stdout);
    StreamCapture err(stderr);
    Answer answer;
    answer.code = command.run(QStringList{QStringLiteral("--data"), m_store.folder()} + words);
    answer.out = out.text();
    answer.error = QString::fromUtf8(err.text());
    return answer;
}

QJsonObject RecordCommandsTest::runForJson(const Command &command, const QStringList &words) const
{
    const Answer answer = run(command, words + QStringList{QStringLiteral("--json")});
    return answer.code == ExitDone && answer.out.count('\n') == 1 ? QJsonDocument::fromJson(answer.out).object()
                                                                  : QJsonObject();
}

static QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '));
}

void RecordCommandsTest::refusesWhatCannotBeMeant_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *command, const char *typed, const char *error) {
        QTest::addRow("%s %s", command, typed)
            << QString::fromLatin1(command) << QString::fromUtf8(typed) << QString::fromUtf8(error);
    };
    row("export", "--format csv --what conversations", "--output");
    row("export", "--format xlsx --what conversations --output x", "xlsx is not in this version");
    row("export", "--format pdf --what conversations --output x", "\"pdf\" is no format");
    row("export", "--format csv --what contacts --output x", "\"contacts\" cannot be exported");
    row("export", "--format csv --what events --fields id,colour --output x", "events have no field \"colour\"");
    row("export", "--format csv --what events --fields id,id --output x", "the field \"id\" is named twice");
    row("export", "--format ndjson --spreadsheet --what events --output x", "--spreadsheet is for csv");
    row("export", "--format csv --what conversations --output - --filter dur>3x",
        "filter: column 5: \"dur>3x\" is not a duration. Try 3m or 180s.");
    row("export", "--format csv --what deliveries --output - --filter outcome:booked", "filter: column 1: ");
    row("export", "--format csv --what conversations --output - --from soon", "--from: \"soon\" is not a time");
    row("export", "--format csv --what conversations --output - --to 2026-13-01", "--to: \"2026-13-01\" is not a time");
    row("export", "--format csv --what conversations --output - --zone Mars", "\"Mars\"");
    row("stats", "--by minute",
        "--by minute is not known; use outcome, status, platform, channel, day, hour, agent, campaign");
    row("stats", "--filter dur>3x", "filter: column 5: ");
    row("show", "conversation", "ID is missing");
    row("show", "contact 7", "\"contact\" cannot be shown");
    row("show", "delivery Web/7", "\"Web/7\" is no delivery's id");
    row("show", "conversation seven", "\"seven\" is no conversation's id");
    row("show", "conversation 0", "\"0\" is no conversation's id");
    row("show", "conversation Web/", "\"Web/\" is no conversation's id");
    row("show", "delivery 99999999999999999999", "is no delivery's id");
    row("check", "all", "\"all\" is one word too many");
}

static Command commandNamed(const QString &name)
{
    for (const Command &command : {exportCommand(), statsCommand(), showCommand(), checkCommand()}) {
        if (command.name == name)
            return command;
    }
    qFatal("no such command");
}

void RecordCommandsTest::refusesWhatCannotBeMeant()
{
    QFETCH(QString, command);
    QFETCH(QString, words);
    QFETCH(QString, error);
    const Answer answer = run(commandNamed(command), words.split(QLatin1Char(' ')));
    QCOMPARE(answer.code, int(ExitMisuse));
    QCOMPARE(answer.out, QByteArray());
    QCOMPARE(answer.error.count(QLatin1Char('\n')), 1);
    QVERIFY2(answer.error.startsWith(QStringLiteral("earshot %1: ").arg(command)), qPrintable(answer.error));
    QVERIFY2(answer.error.contains(error), qPrintable(answer.error));
}

void RecordCommandsTest::saysHowToGetAStore_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("words");
    QTest::newRow("export") << "export" << "--format csv --what conversations --output -";
    QTest::newRow("stats") << "stats" << "--json";
    QTest::newRow("show") << "show" << "conversation 1";
    QTest::newRow("check") << "check" << "--json";
}

void RecordCommandsTest::saysHowToGetAStore()
{
    QFETCH(QString, command);
    QFETCH(QString, words);
    const QTemporaryDir empty;
    StreamCapture out(stdout);
    StreamCapture err(stderr);
    const int code =
        commandNamed(command).run(QStringList{QStringLiteral("--data"), empty.path()} + words.split(QLatin1Char(' ')));
    QCOMPARE(code, int(ExitFailed));
    QCOMPARE(out.text(), QByteArray());
    QCOMPARE(QString::fromUtf8(err.text()),
             QStringLiteral("earshot %1: %2/earshot.sqlite does not exist. Receive something first: earshot serve\n")
                 .arg(command, empty.path()));
    QVERIFY(QDir(empty.path()).isEmpty());
}

void RecordCommandsTest::exportsToStandardOutput()
{
    const Answer answer =
        run(exportCommand(), words("--format ndjson --what conversations --zone Asia/Kathmandu --output -"));
    QCOMPARE(answer.code, int(ExitDone));
    QCOMPARE(answer.error, QString());
    QCOMPARE(answer.out.count('\n'), 3);
    const QJsonObject first = QJsonDocument::fromJson(answer.out.left(answer.out.indexOf('\n'))).object();
    QCOMPARE(first.value(QLatin1StringView("id")).toString(), QString::number(m_chat));
    QCOMPARE(first.value(QLatin1StringView("answered_at")).toString(), QStringLiteral("2026-05-14T16:06:40+05:45"));
}

void RecordCommandsTest::exportsToAFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("out.csv"));
    const Answer answer = run(exportCommand(), words("--format csv --what deliveries --output") + QStringList{path});
    QCOMPARE(answer.code, int(ExitDone));
    QCOMPARE(answer.out, QStringLiteral("1 deliveries exported to %1\n").arg(path).toUtf8());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(),
             QByteArray("id,source,received_at,method,target,remote,bytes,state,reason,duplicate_of,verdict,events\r\n"
                        "1,Web chat,2026-05-14T10:25:00Z,POST,/hook/****,192.0.2.1,2,received,,,unsigned,0\r\n"));
}

void RecordCommandsTest::exportsTheChosenFields()
{
    const QString choice = QStringLiteral("--what deliveries --fields source,id --output -");
    QCOMPARE(run(exportCommand(), words("--format csv") + choice.split(QLatin1Char(' '))).out,
             QByteArray("source,id\r\nWeb chat,1\r\n"));
    QCOMPARE(run(exportCommand(), words("--format ndjson") + choice.split(QLatin1Char(' '))).out,
             QByteArray("{\"source\":\"Web chat\",\"id\":\"1\"}\n"));
}

void RecordCommandsTest::leavesTheStoreAlone()
{
    const Answer answer =
        run(exportCommand(), words("--format csv --what events --output") + QStringList{m_store.path()});
    QCOMPARE(answer.code, int(ExitMisuse));
    QVERIFY(answer.error.contains(QLatin1StringView("is part of the store")));
    QCOMPARE(m_store.number(QStringLiteral("SELECT count(*) FROM conversation")), 3);
}

void RecordCommandsTest::understandsTimesInTheZone_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("total");
    QTest::newRow("a day of UTC") << "--from 2026-05-14 --to 2026-05-15" << 3;
    QTest::newRow("half past ten is tomorrow in Berlin")
        << "--from 2026-05-14 --to 2026-05-15 --zone Europe/Berlin" << 1;
    QTest::newRow("with an offset the zone says nothing") << "--from 2026-05-14T22:30:00Z --zone Asia/Kathmandu" << 2;
    QTest::newRow("until before") << "--to 2026-05-14T22:30:00Z" << 1;
    QTest::newRow("a word") << "--from now" << 0;
    QTest::newRow("and a filter") << "--from 2026 --filter source:phones" << 2;
}

void RecordCommandsTest::understandsTimesInTheZone()
{
    QFETCH(QString, words);
    QFETCH(int, total);
    const QJsonObject stats = runForJson(statsCommand(), words.split(QLatin1Char(' ')));
    QCOMPARE(stats.value(QLatin1StringView("total")).toInt(-1), total);
}

void RecordCommandsTest::countsWhatIsExported()
{
    const QJsonObject byOutcome = runForJson(statsCommand(), words("--by outcome"));
    QCOMPARE(byOutcome.value(QLatin1StringView("total")).toInt(), 3);
    const QJsonArray rows = byOutcome.value(QLatin1StringView("rows")).toArray();
    QCOMPARE(rows.size(), 2);
    QVERIFY(rows.at(0).toObject().value(QLatin1StringView("outcome")).isNull());
    QCOMPARE(rows.at(1).toObject().value(QLatin1StringView("duration_s")).toInt(), 180);

    const QJsonObject all = runForJson(statsCommand(), {});
    QVERIFY(all.value(QLatin1StringView("by")).isNull());
    QCOMPARE(all.value(QLatin1StringView("duration_s")).toInt(), 180);
    QCOMPARE(run(statsCommand(), words("--by status")).out,
             QByteArray("status     count  duration\nclosed         2      0:00\n"
                        "completed      1      3:00\ntotal          3      3:00\n"));
}

void RecordCommandsTest::showsAConversationByEitherId_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("Earshot's") << QString::number(m_chat);
    QTest::newRow("the platform's, with a slash") << "Web chat/p/1";
    QTest::newRow("source in another case") << "web chat/p/1";
}

void RecordCommandsTest::showsAConversationByEitherId()
{
    QFETCH(QString, id);
    const QJsonObject shown = runForJson(showCommand(), {QStringLiteral("conversation"), id});
    QCOMPARE(shown.value(QLatin1StringView("id")).toString(), QString::number(m_chat));
    QVERIFY(shown.value(QLatin1StringView("transcript")).isArray());
    QVERIFY(shown.value(QLatin1StringView("history")).isArray());
    QVERIFY(run(showCommand(), {QStringLiteral("conversation"), id}).out.contains("Web chat"));
}

void RecordCommandsTest::namesBothConversationsOfOneNumber()
{
    const Answer answer = run(showCommand(), {QStringLiteral("conversation"), QStringLiteral("Phones/17")});
    QCOMPARE(answer.code, int(ExitFailed));
    QCOMPARE(answer.error,
             QStringLiteral(
                 "earshot show: Phones/17 may be any of the conversations %1 (call), %2 (conversation); name one by "
                 "its number\n")
                 .arg(m_call)
                 .arg(m_call + 1));
}

void RecordCommandsTest::showsADelivery()
{
    const QJsonObject shown = runForJson(showCommand(), {QStringLiteral("delivery"), QString::number(m_delivery)});
    QCOMPARE(shown.value(QLatin1StringView("body")).toString(), QStringLiteral("{}"));
    QCOMPARE(shown.value(QLatin1StringView("state")).toString(), QStringLiteral("received"));
}

void RecordCommandsTest::saysWhatIsNotThere_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("id");
    QTest::newRow("conversation") << "conversation" << "999";
    QTest::newRow("platform's id") << "conversation" << "Web chat/nothing";
    QTest::newRow("source") << "conversation" << "Fax/17";
    QTest::newRow("delivery") << "delivery" << "999";
}

void RecordCommandsTest::saysWhatIsNotThere()
{
    QFETCH(QString, kind);
    QFETCH(QString, id);
    const Answer answer = run(showCommand(), {kind, id, QStringLiteral("--json")});
    QCOMPARE(answer.code, int(ExitFailed));
    QCOMPARE(answer.out, QByteArray());
    QCOMPARE(answer.error, QStringLiteral("earshot show: there is no %1 %2\n").arg(kind, id));
}

void RecordCommandsTest::findsTheStoreSound()
{
    const QJsonObject report = runForJson(checkCommand(), {});
    QVERIFY(report.value(QLatin1StringView("sound")).toBool());
    QCOMPARE(report.value(QLatin1StringView("deliveries")).toObject().value(QLatin1StringView("received")).toInt(), 1);
    QVERIFY(run(checkCommand(), {}).out.startsWith(QByteArray(m_store.path().toUtf8() + " is sound.\n")));
}

void RecordCommandsTest::findsTheStoreUnsound()
{
    m_store.run(QStringLiteral("UPDATE conversation SET \"events\" = 5 WHERE \"id\" = ?"), {m_chat});
    const Answer answer = run(checkCommand(), {});
    m_store.run(QStringLiteral("UPDATE conversation SET \"events\" = 0"));
    QCOMPARE(answer.code, int(ExitFailed));
    QVERIFY(answer.out.contains(
        QStringLiteral(
            "conversation-events: A conversation counts other events than it has. 1 in all: conversation %1\n")
            .arg(m_chat)
            .toUtf8()));
}

QTEST_GUILESS_MAIN(RecordCommandsTest)
#include "tst_recordcommands.moc"
