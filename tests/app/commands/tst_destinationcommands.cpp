// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/destinationcommands.h"
#include "models/store/destinationoptions.h"
#include "models/store/location.h"
#include "models/store/migrations.h"
#include "models/store/secrets.h"
#include "tests/app/commands/streamcapture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

/** `earshot destination …` as it is typed. A mapping that is checked by the built program: system/tst_forwardcommands.
 */
class DestinationCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsTheKinds();
    void addsAWebhookThatGetsEverything();
    void addsACrm();
    void theUsualAddressNeedNotBeGiven();
    void readsTablesOfWords();
    void changesOnlyWhatIsGiven();
    void takesOptionsBack();
    void takesBackWhatMayBeMissing();
    void anotherKindHasNoOptionsOfTheOld();
    void showsAllButSecrets();
    void saysHowADestinationDoes_data();
    void saysHowADestinationDoes();
    void refuses_data();
    void refuses();

private:
    struct Answer {
        int code = -1;
        QString out;
        QString error;

        QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
    };

    /** Words are parted by blanks. */
    Answer run(const QString &words) const
    {
        const QStringList typed = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        StreamCapture out(stdout);
        StreamCapture err(stderr);
        Answer answer;
        answer.code = destinationCommand().run(QStringList{typed.first(), QStringLiteral("--data"), m_folder->path()}
                                               + typed.sliced(1));
        answer.out = QString::fromUtf8(out.text());
        answer.error = QString::fromUtf8(err.text());
        return answer;
    }

    QString file(const QString &name, const QByteArray &text) const
    {
        QFile made(m_folder->filePath(name));
        if (!made.open(QIODevice::WriteOnly) || made.write(text) != text.size())
            qFatal("no file");
        return made.fileName();
    }

    void addTryton() const
    {
        const Answer added = run(QStringLiteral("add --name CRM --kind tryton --url https://t.example/base "
                                                "--option database=crm --option user=admin --rate 2.5 "
                                                "--concurrency 3 --region de --token-file ")
                                 + file(QStringLiteral("token"), "pass\n"));
        QVERIFY2(added.code == ExitDone, qPrintable(added.error));
    }

    QJsonObject shown(const QString &name = QStringLiteral("CRM")) const
    {
        return run(QStringLiteral("show --json ") + name).json();
    }

    Database store() const
    {
        auto database = openToWrite(StoreLocation::inFolder(m_folder->path()).path);
        if (!database)
            qFatal("no store");
        return std::move(*database);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void DestinationCommandsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void DestinationCommandsTest::listsTheKinds()
{
    const Answer plain = run(QStringLiteral("kinds"));
    QCOMPARE(plain.code, int(ExitDone));
    const QJsonArray kinds = run(QStringLiteral("kinds --json")).json().value(QLatin1StringView("kinds")).toArray();
    QCOMPARE(kinds.size(), qsizetype(destinationKinds().size()));
    for (const DestinationKind &kind : destinationKinds()) {
        QVERIFY(plain.out.contains(kind.title));
        const auto same = std::ranges::find_if(kinds, [&kind](const QJsonValue &one) {
            return one.toObject().value(QLatin1StringView("kind")).toString() == kind.word;
        });
        QVERIFY(same != kinds.end());
        QCOMPARE((*same).toObject().value(QLatin1StringView("options")).toArray().size(), optionFields(kind).size());
    }
}

void DestinationCommandsTest::addsAWebhookThatGetsEverything()
{
    const Answer added = run(QStringLiteral("add --name W --url https://w.example/x --method put"));
    QVERIFY2(added.code == ExitDone, qPrintable(added.error));
    QCOMPARE(added.out, QStringLiteral("W is added.\n"));
    const QJsonObject json = shown(QStringLiteral("W"));
    QCOMPARE(json.value(QLatin1StringView("kind")).toString(), QStringLiteral("webhook"));
    QCOMPARE(json.value(QLatin1StringView("filter")).toString(), QString(QLatin1StringView("")));
    QVERIFY(json.value(QLatin1StringView("filter")).isString());
    QCOMPARE(json.value(QLatin1StringView("method")).toString(), QStringLiteral("PUT"));
    QVERIFY(json.value(QLatin1StringView("mapping")).isNull());
}

void DestinationCommandsTest::addsACrm()
{
    addTryton();
    const QJsonObject expected{{QStringLiteral("database"), QStringLiteral("crm")},
                               {QStringLiteral("user"), QStringLiteral("admin")},
                               {QStringLiteral("rate"), 2.5},
                               {QStringLiteral("concurrency"), 3},
                               {QStringLiteral("region"), QStringLiteral("DE")}};
    QCOMPARE(shown().value(QLatin1StringView("options")).toObject(), expected);
    QVERIFY(run(QStringLiteral("list")).out.contains(QStringLiteral("tryton")));
}

void DestinationCommandsTest::theUsualAddressNeedNotBeGiven()
{
    const QString token = file(QStringLiteral("token"), "t");
    QCOMPARE(run(QStringLiteral("add --name H --kind hubspot --token-file ") + token).code, int(ExitDone));
    QCOMPARE(shown(QStringLiteral("H")).value(QLatin1StringView("url")).toString(),
             QStringLiteral("https://api.hubapi.com"));
}

void DestinationCommandsTest::readsTablesOfWords()
{
    addTryton();
    const QString words = file(QStringLiteral("words.json"), R"({"outcome": {"booked": "Won"}})");
    const Answer set = run(QStringLiteral("set CRM --words ") + words);
    QVERIFY2(set.code == ExitDone, qPrintable(set.error));
    const QJsonObject options = shown().value(QLatin1StringView("options")).toObject();
    QCOMPARE(options.value(QLatin1StringView("words")),
             QJsonValue(QJsonObject{
                 {QStringLiteral("outcome"), QJsonObject{{QStringLiteral("booked"), QStringLiteral("Won")}}}}));
    QCOMPARE(options.value(QLatin1StringView("user")).toString(), QStringLiteral("admin"));
    const Answer broken = run(QStringLiteral("set CRM --words ") + file(QStringLiteral("broken.json"), "[1"));
    QCOMPARE(broken.code, int(ExitMisuse));
}

void DestinationCommandsTest::changesOnlyWhatIsGiven()
{
    addTryton();
    const QJsonObject before = shown();
    const Answer set = run(QStringLiteral("set crm --name Desk --filter outcome:booked --option user=bot"));
    QVERIFY2(set.code == ExitDone, qPrintable(set.error));
    QCOMPARE(set.out, QStringLiteral("Desk is changed.\n"));
    QJsonObject after = shown(QStringLiteral("Desk"));
    QCOMPARE(after.value(QLatin1StringView("filter")).toString(), QStringLiteral("outcome:booked"));
    QJsonObject options = before.value(QLatin1StringView("options")).toObject();
    options.insert(QStringLiteral("user"), QStringLiteral("bot"));
    QCOMPARE(after.value(QLatin1StringView("options")).toObject(), options);
    for (const char *same : {"url", "kind", "has_token", "created_at"})
        QCOMPARE(after.value(QLatin1StringView(same)), before.value(QLatin1StringView(same)));
    QCOMPARE(run(QStringLiteral("set Desk --all")).code, int(ExitDone));
    QCOMPARE(shown(QStringLiteral("Desk")).value(QLatin1StringView("filter")),
             QJsonValue(QString(QLatin1StringView(""))));
    QCOMPARE(run(QStringLiteral("set Desk --manual")).code, int(ExitDone));
    QVERIFY(shown(QStringLiteral("Desk")).value(QLatin1StringView("filter")).isNull());
}

void DestinationCommandsTest::takesOptionsBack()
{
    addTryton();
    QCOMPARE(run(QStringLiteral("set CRM --option rate= --option region=")).code, int(ExitDone));
    const QJsonObject options = shown().value(QLatin1StringView("options")).toObject();
    QVERIFY(!options.contains(QLatin1StringView("rate")) && !options.contains(QLatin1StringView("region")));
    const Answer needed = run(QStringLiteral("set CRM --option user="));
    QCOMPARE(needed.code, int(ExitMisuse));
    QVERIFY(needed.error.contains(QStringLiteral("needs the option user")));
}

void DestinationCommandsTest::takesBackWhatMayBeMissing()
{
    const QString key = file(QStringLiteral("key"), "k");
    QCOMPARE(run(QStringLiteral("add --name W --url https://w.example/ --token-file %1 --signing-key-file %1").arg(key))
                 .code,
             int(ExitDone));
    QVERIFY(shown(QStringLiteral("W")).value(QLatin1StringView("has_token")).toBool());
    QCOMPARE(run(QStringLiteral("set W --no-token --no-signing-key --no-mapping --no-ca-file")).code, int(ExitDone));
    const QJsonObject json = shown(QStringLiteral("W"));
    QVERIFY(!json.value(QLatin1StringView("has_token")).toBool());
    QVERIFY(!json.value(QLatin1StringView("has_signing_key")).toBool());
}

void DestinationCommandsTest::anotherKindHasNoOptionsOfTheOld()
{
    addTryton();
    const Answer set = run(QStringLiteral("set CRM --kind espocrm --option assigned_user_id=5"));
    QVERIFY2(set.code == ExitDone, qPrintable(set.error));
    QCOMPARE(shown().value(QLatin1StringView("options")).toObject(),
             (QJsonObject{{QStringLiteral("assigned_user_id"), QStringLiteral("5")}}));
}

void DestinationCommandsTest::showsAllButSecrets()
{
    addTryton();
    const Answer plain = run(QStringLiteral("show CRM"));
    QCOMPARE(plain.code, int(ExitDone));
    QVERIFY(plain.out.contains(QStringLiteral("option database")));
    QVERIFY(!plain.out.contains(QStringLiteral("pass")));
    const Answer json = run(QStringLiteral("show CRM --json"));
    QVERIFY(json.json().value(QLatin1StringView("has_token")).toBool());
    QVERIFY(!json.out.contains(QStringLiteral("pass")));
}

void DestinationCommandsTest::saysHowADestinationDoes_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("words");
    QTest::newRow("well") << "\"state\" = 'active'" << "active";
    QTest::newRow("paused") << "\"state\" = 'paused', \"reason\" = 'answered 401'" << "answered 401";
    QTest::newRow("held") << "\"hold_until\" = 4000000000000000, \"hold_reason\" = 'asked to wait'"
                          << "asked to wait; until 2096-";
    QTest::newRow("given up for now") << "\"breaker\" = 'open'" << "breaker open";
    QTest::newRow("held long ago") << "\"hold_until\" = 1000" << "active";
}

void DestinationCommandsTest::saysHowADestinationDoes()
{
    QFETCH(QString, sql);
    QFETCH(QString, words);
    addTryton();
    QVERIFY(store().run(QStringLiteral("UPDATE destination SET ") + sql));
    const QString table = run(QStringLiteral("list")).out;
    QVERIFY2(table.contains(words), qPrintable(table));
}

void DestinationCommandsTest::refuses_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *words, int code, const char *says) {
        QTest::newRow(words) << QString::fromLatin1(words) << code << QString::fromLatin1(says);
    };
    row("add --name X", ExitMisuse, "--url is missing");
    row("add --name X --kind foo", ExitMisuse, "there are: webhook");
    row("add --name X --kind hubspot", ExitMisuse, "lets nobody in without");
    row("add --name X --kind tryton --url https://t.example --option databse=x", ExitMisuse, "there are: database");
    row("add --name X --url https://t.example --option rate=fast", ExitMisuse, "rate is a number");
    row("add --name X --url https://t.example --option rate", ExitMisuse, "NAME=VALUE");
    row("add --name X --url https://t.example --rate 0", ExitMisuse, "--rate");
    row("add --name X --url https://t.example --concurrency 33", ExitMisuse, "--concurrency");
    row("add --name X --url https://t.example --mapping - --token-file -", ExitMisuse, "standard input");
    row("add --name X --url https://t.example --mapping /nonexistent", ExitFailed, "cannot be read");
    row("set CRM", ExitMisuse, "nothing is to be changed");
    row("set Nobody --all", ExitFailed, "there are: CRM");
    row("set CRM --all --manual", ExitMisuse, "exclude each other");
    row("set CRM --mapping x --no-mapping", ExitMisuse, "exclude each other");
    row("set CRM --token-file x --no-token", ExitMisuse, "exclude each other");
    row("set CRM --no-token", ExitMisuse, "lets nobody in without");
    row("set CRM --url http://t.example", ExitMisuse, "https");
    row("show Nobody", ExitFailed, "there are: CRM");
    row("show", ExitMisuse, "NAME is missing");
}

void DestinationCommandsTest::refuses()
{
    QFETCH(QString, words);
    QFETCH(int, code);
    QFETCH(QString, says);
    addTryton();
    const QJsonObject before = shown();
    const Answer refused = run(words);
    QCOMPARE(refused.code, code);
    QVERIFY2(refused.error.contains(says), qPrintable(refused.error));
    QCOMPARE(refused.error.count(QLatin1Char('\n')), 1);
    QCOMPARE(shown(), before);
}

QTEST_GUILESS_MAIN(DestinationCommandsTest)
#include "tst_destinationcommands.moc"
