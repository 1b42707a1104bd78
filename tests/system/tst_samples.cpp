// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/fields.h"
#include "tests/system/earshotprocess.h"
#include "tests/system/httpsender.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace earshot;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject jsonBeside(const QString &samplePath, const QString &ending)
{
    const QString path = samplePath.chopped(5) + ending;
    return QJsonDocument::fromJson(contentOf(path)).object();
}

/** What a patch says, as exports write it. */
QJsonObject exportedPatch(const QJsonObject &json)
{
    const Conversation patch = patchFromJson(json);
    QJsonObject fields;
    for (const ConversationField &field : conversationFields()) {
        if (!isNull(patch, field))
            fields.insert(field.name, toJson(patch, field, QTimeZone::utc()));
    }
    return fields;
}

/** What the sample's conversations must say at least: every patch of its events, the later over the earlier. */
QMap<QString, QJsonObject> expectedConversations(const QJsonObject &expected)
{
    QMap<QString, QJsonObject> conversations;
    for (const QJsonValue &event : expected.value(QStringLiteral("events")).toArray()) {
        const QJsonObject key = event[QStringLiteral("conversation")].toObject();
        if (key.isEmpty())
            continue;
        QJsonObject &conversation = conversations[key.value(QStringLiteral("id")).toString()];
        const QJsonObject patch = exportedPatch(event[QStringLiteral("patch")].toObject());
        for (auto it = patch.begin(); it != patch.end(); ++it)
            conversation.insert(it.key(), it.value());
    }
    return conversations;
}

} // namespace

/** Every sample of the decoders' tests, sent over HTTP as its platform sends it, each to a source of its own: what
 * `export` says of it is what stands beside the sample. */
class SamplesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void appearsInTheExport_data();
    void appearsInTheExport();

private:
    void send(const QString &path);

    EarshotProcess m_earshot;
    QStringList m_paths;
    QHash<QString, int> m_answers; ///< HTTP status by sample
    QMultiHash<QString, QJsonObject> m_deliveries; ///< by source, which has the sample's name
    QMultiHash<QString, QJsonObject> m_conversations;
};

void SamplesTest::initTestCase()
{
    QDirIterator files(QStringLiteral(EARSHOT_TEST_DATA), {QStringLiteral("*.http")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const bool isFetched = contentOf(path).startsWith("FETCH "); // by Earshot itself, never sent to it
        const QJsonObject settings = jsonBeside(path, QStringLiteral(".source.json"));
        const QString zone = settings.value(QStringLiteral("zone")).toString(QStringLiteral("UTC"));
        if (!isFetched && zoneNamed(zone)) // no source can be given an unknown zone
            m_paths.append(path);
    }
    QVERIFY(m_paths.size() > 100);
    QVERIFY(m_earshot.serve());
    for (const QString &path : std::as_const(m_paths))
        send(path);
    QVERIFY(m_earshot.waitUntilProjected());
    for (const QJsonObject &delivery : m_earshot.exported(QStringLiteral("deliveries")))
        m_deliveries.insert(delivery.value(QStringLiteral("source")).toString(), delivery);
    for (const QJsonObject &conversation : m_earshot.exported(QStringLiteral("conversations")))
        m_conversations.insert(conversation.value(QStringLiteral("source")).toString(), conversation);
}

void SamplesTest::send(const QString &path)
{
    const QString platform = path.section(QLatin1Char('/'), -2, -2);
    const QString name = path.section(QLatin1Char('/'), -2).replace(QLatin1Char('/'), QLatin1Char(' '));
    const QByteArray token = m_earshot.addSource(name, platform, jsonBeside(path, QStringLiteral(".source.json")));
    m_answers.insert(name, HttpSender(m_earshot.port()).send(requestFromSample(contentOf(path), token)));
}

void SamplesTest::appearsInTheExport_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &path : std::as_const(m_paths))
        QTest::newRow(qPrintable(path.section(QLatin1Char('/'), -2))) << path;
}

void SamplesTest::appearsInTheExport()
{
    QFETCH(QString, path);
    const QString name = path.section(QLatin1Char('/'), -2).replace(QLatin1Char('/'), QLatin1Char(' '));
    const QJsonObject expected = jsonBeside(path, QStringLiteral(".events.json"));
    QVERIFY(!expected.isEmpty());
    if (m_answers.value(name) == 415) { // refused at the door: nobody could read it
        QVERIFY(expected.value(QStringLiteral("reason")).toString().startsWith(QStringLiteral("unsupported-coding")));
        return;
    }
    QCOMPARE(m_answers.value(name), 200);
    const QList<QJsonObject> deliveries = m_deliveries.values(name);
    QCOMPARE(deliveries.size(), 1);
    QCOMPARE(deliveries.first().value(QStringLiteral("state")), expected.value(QStringLiteral("state")));
    QCOMPARE(deliveries.first().value(QStringLiteral("reason")), expected.value(QStringLiteral("reason")));
    QCOMPARE(deliveries.first().value(QStringLiteral("events")).toInt(),
             expected.value(QStringLiteral("events")).toArray().size());

    const QMap<QString, QJsonObject> wanted = expectedConversations(expected);
    const QList<QJsonObject> conversations = m_conversations.values(name);
    QCOMPARE(conversations.size(), wanted.size());
    for (const QJsonObject &conversation : conversations) {
        const QJsonObject fields = wanted.value(conversation.value(QStringLiteral("conversation_id")).toString());
        QVERIFY(!fields.isEmpty());
        for (auto it = fields.begin(); it != fields.end(); ++it)
            QCOMPARE(conversation.value(it.key()), it.value());
    }
}

QTEST_GUILESS_MAIN(SamplesTest)
#include "tst_samples.moc"
