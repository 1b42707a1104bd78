// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/malformed.h"
#include "tests/app/simulate/storytools.h"

#include <QtTest>

using namespace earshot;

class MalformedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonIsCutHoldsANulOrTheWrongTypes();
    void aFormLosesItsEndOrItsBoundary();
    void aQueryIsCut();
    void nothingElseChanges();
};

/** One request broken many times over. */
static QList<SimulatedRequest> manyTimesMalformed(const SimulatedRequest &request)
{
    StoryRandom random(1);
    QList<SimulatedRequest> broken;
    for (int i = 0; i < 100; ++i)
        broken.append(malformed(request, random));
    return broken;
}

static SimulatedRequest eigiRequestBy(const QByteArray &method)
{
    for (const SimulatedRequest &request : requestsOf(u"eigi", 200)) {
        if (request.method == method)
            return request;
    }
    return {};
}

void MalformedTest::jsonIsCutHoldsANulOrTheWrongTypes()
{
    const SimulatedRequest request = requestsOf(u"varda", 1).first();
    int cut = 0;
    int nul = 0;
    int mistyped = 0;
    for (const SimulatedRequest &broken : manyTimesMalformed(request)) {
        QJsonParseError error;
        const QJsonObject json = QJsonDocument::fromJson(broken.body, &error).object();
        const bool isJson = error.error == QJsonParseError::NoError;
        cut += !isJson && broken.body.size() < request.body.size() && request.body.startsWith(broken.body);
        nul +=
            broken.body.size() == request.body.size() + 1 && broken.body.count('\0') == 1; // Qt takes it inside strings
        mistyped +=
            isJson && json.value(QStringLiteral("event")).isObject() && json.value(QStringLiteral("data")).isArray();
    }
    QCOMPARE(cut + nul + mistyped, 100);
    QVERIFY(cut > 10 && nul > 10 && mistyped > 10);
}

void MalformedTest::aFormLosesItsEndOrItsBoundary()
{
    const SimulatedRequest request = eigiRequestBy("POST");
    int noClosingLine = 0;
    int cutInside = 0;
    int noBoundary = 0;
    for (const SimulatedRequest &broken : manyTimesMalformed(request)) {
        const qsizetype lost = request.body.size() - broken.body.size();
        QVERIFY(request.body.startsWith(broken.body));
        noBoundary += lost == 0 && header(broken, "Content-Type") == "multipart/form-data";
        noClosingLine += lost == 40; // CR LF, --, 32 digits, --, CR LF is 40
        cutInside += lost > 40;
    }
    QCOMPARE(noBoundary + noClosingLine + cutInside, 100);
    QVERIFY(noBoundary > 10 && noClosingLine > 10 && cutInside > 10);
}

void MalformedTest::aQueryIsCut()
{
    const SimulatedRequest request = eigiRequestBy("GET");
    for (const SimulatedRequest &broken : manyTimesMalformed(request)) {
        QVERIFY(broken.query.size() < request.query.size());
        QVERIFY(request.query.startsWith(broken.query));
        QVERIFY(broken.body.isEmpty());
    }
}

void MalformedTest::nothingElseChanges()
{
    StoryRandom random(2);
    for (const QString &platform : simulatedPlatforms()) {
        const SimulatedRequest request = Story(platform, c_testSeed, 0).requests(testStart()).first();
        SimulatedRequest broken = malformed(request, random);
        QVERIFY(broken != request);
        broken.body = request.body;
        broken.query = request.query;
        setHeader(broken, "Content-Type", header(request, "Content-Type"));
        QVERIFY(broken == request);
    }
}

QTEST_GUILESS_MAIN(MalformedTest)
#include "tst_malformed.moc"
