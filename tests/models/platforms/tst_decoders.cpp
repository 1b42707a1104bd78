// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/platforms/decodedjson.h"
#include "tests/models/platforms/httpsample.h"

#include "models/platforms/registry.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace earshot;

namespace {

QString dataFolder()
{
    return QStringLiteral(EARSHOT_TEST_DATA);
}

/** What stands beside a sample: `case.http` → `case.events.json`, `case.source.json`. */
QString besideSample(const QString &path, const QString &ending)
{
    return QString(path.chopped(5) + ending);
}

QJsonObject readJsonFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

bool writeJsonFile(const QString &path, const QJsonObject &json)
{
    QFile file(path);
    const QByteArray text = QJsonDocument(json).toJson();
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush();
}

/** The first line in which two texts differ, for the test's log. */
QByteArray firstDifference(const QByteArray &actual, const QByteArray &expected)
{
    const QList<QByteArray> actualLines = actual.split('\n');
    const QList<QByteArray> expectedLines = expected.split('\n');
    for (qsizetype i = 0; i < std::max(actualLines.size(), expectedLines.size()); ++i) {
        if (actualLines.value(i) != expectedLines.value(i))
            return QByteArray("line " + QByteArray::number(i + 1) + ": got " + actualLines.value(i).trimmed()
                              + ", expected " + expectedLines.value(i).trimmed());
    }
    return {};
}

} // namespace

/** Every sample under data/<platform>/ says beside itself what must come of it. `EARSHOT_UPDATE_SAMPLES=1` writes that
 * anew, to be read against the platform's documents before it is kept. A `.source.json` beside a sample sets its
 * source's zone, currency and so on. */
class DecodersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesEverySample_data();
    void decodesEverySample();
    void knowsAllPlatforms();
    void knowsNoOtherPlatform();

private:
    PlatformRegistry m_registry;
};

void DecodersTest::decodesEverySample_data()
{
    QTest::addColumn<QString>("platform");
    QTest::addColumn<QString>("path");
    QDirIterator files(dataFolder(), {QStringLiteral("*.http")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString name = QDir(dataFolder()).relativeFilePath(path);
        QTest::newRow(qPrintable(name)) << name.section(QLatin1Char('/'), 0, 0) << path;
    }
}

void DecodersTest::decodesEverySample()
{
    QFETCH(QString, platform);
    QFETCH(QString, path);
    const Source source = sampleSource(platform, readJsonFile(besideSample(path, QStringLiteral(".source.json"))));
    const PlatformDecoder *decoder = m_registry.decoderFor(platform);
    QVERIFY(decoder != nullptr);

    const Decoded decoded = decoder->decode(deliveryFromHttp(readSample(path)), source);
    QCOMPARE(decoded.digest.size(), 32);
    const QJsonObject actual = decodedToJson(decoded);
    const QString expectedPath = besideSample(path, QStringLiteral(".events.json"));
    if (qEnvironmentVariableIsSet("EARSHOT_UPDATE_SAMPLES"))
        QVERIFY(writeJsonFile(expectedPath, actual));
    const QJsonObject expected = readJsonFile(expectedPath);
    if (actual != expected)
        QFAIL(firstDifference(QJsonDocument(actual).toJson(), QJsonDocument(expected).toJson()).constData());
}

void DecodersTest::knowsAllPlatforms()
{
    QCOMPARE(knownPlatforms().size(), 4);
    for (const QString &platform : knownPlatforms())
        QCOMPARE(m_registry.decoderFor(platform)->platform(), platform);
}

void DecodersTest::knowsNoOtherPlatform()
{
    QVERIFY(m_registry.decoderFor(u"Varda") == nullptr);
    QVERIFY(m_registry.decoderFor(u"") == nullptr);
}

QTEST_GUILESS_MAIN(DecodersTest)
#include "tst_decoders.moc"
