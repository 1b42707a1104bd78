// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/carryout.h"
#include "tests/system/earshotprocess.h"
#include "tests/system/httpsender.h"
#include "tests/system/senderload.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

using namespace earshot;

namespace {

int post(const EarshotProcess &earshot, const QByteArray &token, const QByteArray &body)
{
    return HttpSender(earshot.port()).send(jsonPost(token, body));
}

/** A call whose delivery is of about so many bytes. */
QByteArray largeCall(qint64 call, int bytes)
{
    QJsonObject json = QJsonDocument::fromJson(endedCall(call)).object();
    json.insert(QStringLiteral("padding"), QString(bytes, QLatin1Char('p')));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

CommandResult purge(const EarshotProcess &earshot, const QStringList &options)
{
    return earshot.run(QStringList{QStringLiteral("purge"), QStringLiteral("--json")} + options);
}

qint64 number(const CommandResult &result, const char *member)
{
    return result.json().value(QLatin1StringView(member)).toInteger(-1);
}

/** Everything that is exported, byte for byte. */
QByteArray exportText(const EarshotProcess &earshot)
{
    QByteArray text;
    for (const char *what : {"conversations", "messages", "events"}) {
        text += earshot
                    .run({QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("ndjson"),
                          QStringLiteral("--what"), QString::fromLatin1(what), QStringLiteral("--output"),
                          QStringLiteral("-")})
                    .output;
    }
    return text;
}

Result<QJsonObject> setSource(const EarshotProcess &earshot, const QString &name, QJsonObject settings)
{
    settings.insert(QStringLiteral("operation"), QStringLiteral("source set"));
    settings.insert(QStringLiteral("name"), name);
    return carryOut(settings, earshot.location());
}

QJsonArray quarantined(const EarshotProcess &earshot)
{
    return earshot
        .run({QStringLiteral("delivery"), QStringLiteral("list"), QStringLiteral("--quarantined"),
              QStringLiteral("--json")})
        .json()
        .value(QStringLiteral("deliveries"))
        .toArray();
}

} // namespace

/** Retention, purge and quarantine as people use them. */
class PurgeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removesWhatIsOld_data();
    void removesWhatIsOld();
    void saysWhatItWouldRemove();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void whatIsSealedOutlivesRebuilds();
    void letsOutOfQuarantine();
};

void PurgeTest::removesWhatIsOld_data()
{
    QTest::addColumn<bool>("isServing");
    QTest::newRow("while it receives") << true;
    QTest::newRow("alone") << false;
}

void PurgeTest::removesWhatIsOld()
{
    QFETCH(bool, isServing);
    EarshotProcess earshot;
    const QByteArray front = earshot.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    const QByteArray back = earshot.addSource(QStringLiteral("Back office"), QStringLiteral("varda"));
    QVERIFY(earshot.serve());
    for (qint64 call = 1; call <= 3; ++call)
        QCOMPARE(post(earshot, front, endedCall(call)), 200);
    QCOMPARE(post(earshot, back, endedCall(4)), 200);
    QVERIFY(earshot.waitUntilProjected());
    if (!isServing)
        QCOMPARE(earshot.stop(SIGTERM), 0);

    const QStringList wish{QStringLiteral("--before"), QStringLiteral("2200-01-01"), QStringLiteral("--source"),
                           QStringLiteral("front desk")};
    const CommandResult purged = purge(earshot, wish);
    QVERIFY2(purged.exitCode == 0, purged.words().constData());
    QCOMPARE(number(purged, "conversations"), 3);
    QCOMPARE(number(purged, "deliveries"), 3);
    QVERIFY(number(purged, "bytes") > 0);
    QCOMPARE(earshot.exported(QStringLiteral("conversations")).size(), 1);
    QCOMPARE(earshot.exported(QStringLiteral("deliveries")).size(), 1);
    QCOMPARE(number(purge(earshot, wish), "conversations"), 0);
    const CommandResult checked = earshot.run({QStringLiteral("check")});
    QVERIFY2(checked.exitCode == 0, checked.words().constData());
    if (isServing)
        QCOMPARE(post(earshot, front, endedCall(5)), 200);
}

void PurgeTest::saysWhatItWouldRemove()
{
    EarshotProcess earshot;
    const QByteArray token = earshot.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(earshot.serve());
    QCOMPARE(post(earshot, token, endedCall(1)), 200);
    QVERIFY(earshot.waitUntilProjected());
    const CommandResult foretold =
        purge(earshot, {QStringLiteral("--before"), QStringLiteral("2200-01-01"), QStringLiteral("--dry-run")});
    QVERIFY2(foretold.exitCode == 0, foretold.words().constData());
    QCOMPARE(number(foretold, "conversations"), 1);
    QVERIFY(foretold.json().value(QStringLiteral("dry_run")).toBool());
    QCOMPARE(earshot.exported(QStringLiteral("conversations")).size(), 1);
    const CommandResult before =
        purge(earshot, {QStringLiteral("--before"), QStringLiteral("today-1d"), QStringLiteral("--dry-run")});
    QCOMPARE(number(before, "conversations"), 0);
    const CommandResult spoken =
        earshot.run({QStringLiteral("purge"), QStringLiteral("--before"), QStringLiteral("2200-01-01")});
    QVERIFY2(spoken.output.startsWith("1 conversations, 1 deliveries, "), spoken.words().constData());
}

void PurgeTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("no time") << QStringList{QStringLiteral("purge"), QStringLiteral("--before"),
                                            QStringLiteral("sometime")}
                             << 2;
    QTest::newRow("a dry run of what") << QStringList{QStringLiteral("purge"), QStringLiteral("--dry-run")} << 2;
    QTest::newRow("no such source") << QStringList{
        QStringLiteral("purge"), QStringLiteral("--before"), QStringLiteral("today"), QStringLiteral("--source"),
        QStringLiteral("nobody")} << 1;
    QTest::newRow("which list") << QStringList{QStringLiteral("delivery"), QStringLiteral("list")} << 2;
    QTest::newRow("no such delivery") << QStringList{QStringLiteral("delivery"), QStringLiteral("release"),
                                                     QStringLiteral("7")}
                                      << 1;
    QTest::newRow("no number") << QStringList{QStringLiteral("delivery"), QStringLiteral("discard"),
                                              QStringLiteral("all")}
                               << 2;
}

void PurgeTest::saysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    EarshotProcess earshot;
    earshot.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    const CommandResult result = earshot.run(arguments);
    QVERIFY2(result.exitCode == exitCode, result.words().constData());
    QCOMPARE(result.output, QByteArray());
    QVERIFY2(result.errors.startsWith("earshot ") && result.errors.count('\n') == 1, result.words().constData());
}

void PurgeTest::whatIsSealedOutlivesRebuilds()
{
    EarshotProcess earshot;
    const QByteArray token = earshot.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(earshot.serve());
    constexpr qint64 c_calls = 5;
    for (qint64 call = 1; call <= c_calls; ++call)
        QCOMPARE(post(earshot, token, largeCall(call, 400'000)), 200);
    QVERIFY(earshot.waitUntilProjected());
    const QByteArray before = exportText(earshot);
    const auto set = setSource(earshot, QStringLiteral("Front desk"),
                               {{QStringLiteral("retention"), QJsonObject{{QStringLiteral("max_bytes"), 1 << 20}}}});
    QVERIFY2(set.has_value(), set ? "" : qPrintable(set.error().detail));

    // The rule is kept at once, without being asked to.
    const QList<QJsonObject> conversations = earshot.exported(QStringLiteral("conversations"));
    const auto sealedOf = [&earshot](const QJsonObject &conversation) {
        return earshot
            .run({QStringLiteral("show"), QStringLiteral("conversation"),
                  conversation.value(QStringLiteral("id")).toString(), QStringLiteral("--json")})
            .json()
            .value(QStringLiteral("sealed_at"));
    };
    const auto countSealed = [&] {
        return std::ranges::count_if(conversations, [&](const QJsonObject &one) { return sealedOf(one).isString(); });
    };
    QTRY_COMPARE(countSealed(), 3);
    const auto sealed =
        std::ranges::find_if(conversations, [&](const QJsonObject &one) { return sealedOf(one).isString(); });
    const CommandResult shown = earshot.run(
        {QStringLiteral("show"), QStringLiteral("conversation"), sealed->value(QStringLiteral("id")).toString()});
    QVERIFY2(shown.output.contains("\nsealed "), shown.words().constData());

    QCOMPARE(exportText(earshot), before);
    for (int round = 0; round < 2; ++round) {
        const CommandResult rebuilt = earshot.run({QStringLiteral("rebuild")});
        QVERIFY2(rebuilt.exitCode == 0, rebuilt.words().constData());
        QCOMPARE(exportText(earshot), before);
    }
    const CommandResult checked = earshot.run({QStringLiteral("check")});
    QVERIFY2(checked.exitCode == 0, checked.words().constData());
}

void PurgeTest::letsOutOfQuarantine()
{
    EarshotProcess earshot;
    const QByteArray token = earshot.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    const auto set = setSource(earshot, QStringLiteral("Front desk"),
                               {{QStringLiteral("proof"), QJsonObject{{QStringLiteral("bearer"), true}}},
                                {QStringLiteral("bearer"), QStringLiteral("swordfish-swordfish")}});
    QVERIFY2(set.has_value(), set ? "" : qPrintable(set.error().detail));
    QVERIFY(earshot.serve());
    for (qint64 call = 1; call <= 2; ++call)
        QCOMPARE(post(earshot, token, endedCall(call)), 401);
    QVERIFY(earshot.waitUntilProjected());
    QCOMPARE(earshot.exported(QStringLiteral("conversations")).size(), 0);
    const QJsonArray held = quarantined(earshot);
    QCOMPARE(held.size(), 2);
    const QJsonObject first = held.first().toObject();
    QCOMPARE(first.value(QStringLiteral("verdict")).toString(), QStringLiteral("failed"));
    QVERIFY(!first.value(QStringLiteral("reason")).toString().isEmpty());
    QCOMPARE(
        earshot
            .exported(QStringLiteral("deliveries"), {QStringLiteral("--filter"), QStringLiteral("state:quarantined")})
            .size(),
        2);

    const QString id = first.value(QStringLiteral("id")).toString();
    const CommandResult released =
        earshot.run({QStringLiteral("delivery"), QStringLiteral("release"), id, QStringLiteral("--json")});
    QVERIFY2(released.exitCode == 0, released.words().constData());
    QCOMPARE(released.json().value(QStringLiteral("released")).toArray().size(), 1);
    QTRY_COMPARE(earshot.exported(QStringLiteral("conversations")).size(), 1);
    const CommandResult again = earshot.run({QStringLiteral("delivery"), QStringLiteral("release"), id});
    QCOMPARE(again.exitCode, 1);
    QVERIFY2(again.errors.contains("released before"), again.words().constData());
    const CommandResult discarded = earshot.run({QStringLiteral("delivery"), QStringLiteral("discard"), id,
                                                 held.last().toObject().value(QStringLiteral("id")).toString()});
    QVERIFY2(discarded.output == "2 discarded.\n", discarded.words().constData());
    QCOMPARE(quarantined(earshot).size(), 0);
    QCOMPARE(earshot.exported(QStringLiteral("conversations")).size(), 1);
    QCOMPARE(earshot.run({QStringLiteral("check")}).exitCode, 0);
}

QTEST_GUILESS_MAIN(PurgeTest)
#include "tst_purge.moc"
