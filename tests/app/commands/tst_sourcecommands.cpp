// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/sourcecommands.h"
#include "tests/app/commands/streamcapture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace earshot;

/** `earshot source …` as it is typed, where a source has a public address. */
class SourceCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void printsTheHookUnderThePublicAddress();
    void printsTheListenersOwnWithoutOne();
    void changesThePublicAddress();
    void answersInJson();
    void refusesWhatIsNoAddress_data();
    void refusesWhatIsNoAddress();
    void saysThatThereIsNoSuchSource();

private:
    struct Answer {
        int code = -1;
        QString out;
        QString error;
    };

    Answer run(const QString &verb, const QStringList &words) const
    {
        StreamCapture out(stdout);
        StreamCapture err(stderr);
        Answer answer;
        answer.code = sourceCommand().run(QStringList{verb, QStringLiteral("--data"), m_folder->path()} + words);
        answer.out = QString::fromUtf8(out.text());
        answer.error = QString::fromUtf8(err.text());
        return answer;
    }

    Answer add(const QStringList &words = {}) const
    {
        return run(QStringLiteral("add"), QStringList{QStringLiteral("--platform"), QStringLiteral("varda"),
                                                      QStringLiteral("--name"), QStringLiteral("Desk")}
                                              + words);
    }

    /** Of the only source, as the list says it. */
    QJsonValue publicUrl() const
    {
        const Answer list = run(QStringLiteral("list"), {QStringLiteral("--json")});
        const QJsonDocument json = QJsonDocument::fromJson(list.out.toUtf8());
        const QJsonArray sources =
            json.isArray() ? json.array() : json.object().value(QStringLiteral("sources")).toArray();
        return sources.at(0).toObject().value(QStringLiteral("public_url"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SourceCommandsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void SourceCommandsTest::printsTheHookUnderThePublicAddress()
{
    const Answer added = add({QStringLiteral("--public-url"), QStringLiteral("https://hooks.example/")});
    QVERIFY2(added.code == ExitDone, qPrintable(added.error));
    QVERIFY2(added.out.startsWith(QStringLiteral("Desk: https://hooks.example/hook/")), qPrintable(added.out));
    QCOMPARE(publicUrl().toString(), QStringLiteral("https://hooks.example"));
    QVERIFY(run(QStringLiteral("list"), {}).out.contains(QStringLiteral("https://hooks.example/hook/")));
    const Answer rotated = run(QStringLiteral("rotate"), {QStringLiteral("Desk")});
    QVERIFY2(rotated.out.startsWith(QStringLiteral("Desk: https://hooks.example/hook/")), qPrintable(rotated.out));
}

void SourceCommandsTest::printsTheListenersOwnWithoutOne()
{
    const Answer added = add();
    QVERIFY2(added.out.startsWith(QStringLiteral("Desk: http://127.0.0.1:8765/hook/")), qPrintable(added.out));
    QVERIFY(publicUrl().isNull());
}

void SourceCommandsTest::changesThePublicAddress()
{
    QCOMPARE(add().code, int(ExitDone));
    const Answer changed =
        run(QStringLiteral("public-url"), {QStringLiteral("Desk"), QStringLiteral("https://hooks.example")});
    QVERIFY2(changed.code == ExitDone, qPrintable(changed.error));
    QCOMPARE(changed.out, QStringLiteral("Desk is reached at https://hooks.example.\n"));
    QCOMPARE(publicUrl().toString(), QStringLiteral("https://hooks.example"));
    const Answer cleared = run(QStringLiteral("public-url"), {QStringLiteral("Desk")});
    QCOMPARE(cleared.out, QStringLiteral("Desk is reached at the listener's own address.\n"));
    QVERIFY(publicUrl().isNull());
}

void SourceCommandsTest::answersInJson()
{
    QCOMPARE(add().code, int(ExitDone));
    const Answer changed =
        run(QStringLiteral("public-url"),
            {QStringLiteral("Desk"), QStringLiteral("https://hooks.example/"), QStringLiteral("--json")});
    const QJsonObject json = QJsonDocument::fromJson(changed.out.toUtf8()).object();
    QCOMPARE(json.value(QStringLiteral("name")).toString(), QStringLiteral("Desk"));
    QCOMPARE(json.value(QStringLiteral("public_url")).toString(), QStringLiteral("https://hooks.example"));
}

void SourceCommandsTest::refusesWhatIsNoAddress_data()
{
    QTest::addColumn<QString>("url");
    for (const char *const url :
         {"hooks.example", "ftp://hooks.example", "https://", "https://me@hooks.example", "https://hooks.example?a=b"})
        QTest::newRow(url) << QString::fromLatin1(url);
}

void SourceCommandsTest::refusesWhatIsNoAddress()
{
    QFETCH(QString, url);
    QVERIFY(add({QStringLiteral("--public-url"), url}).code != ExitDone);
    QCOMPARE(add().code, int(ExitDone)); // so there was none
    const Answer answer = run(QStringLiteral("public-url"), {QStringLiteral("Desk"), url});
    QVERIFY(answer.code != ExitDone);
    QVERIFY2(answer.error.contains(QStringLiteral("address")), qPrintable(answer.error));
    QVERIFY(publicUrl().isNull());
}

void SourceCommandsTest::saysThatThereIsNoSuchSource()
{
    QCOMPARE(add().code, int(ExitDone));
    const Answer answer =
        run(QStringLiteral("public-url"), {QStringLiteral("Fax"), QStringLiteral("https://hooks.example")});
    QCOMPARE(answer.code, int(ExitFailed));
    QVERIFY2(answer.error.contains(QStringLiteral("Fax")), qPrintable(answer.error));
    QCOMPARE(run(QStringLiteral("public-url"), {}).code, int(ExitMisuse));
}

QTEST_GUILESS_MAIN(SourceCommandsTest)
#include "tst_sourcecommands.moc"
