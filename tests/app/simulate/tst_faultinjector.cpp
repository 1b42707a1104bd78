// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/faultinjector.h"
#include "tests/app/simulate/storytools.h"

#include <QtTest>

using namespace earshot;

/** Sends the same requests through an injector with and without faults and looks at what differs. */
class FaultInjectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void withoutFaultsNothingIsTouched();
    void duplicatesComeAgainALittleLater();
    void aRepeatedFormHasAnotherBoundary();
    void reorderingSwapsNeighboursOfOneConversation();
    void lateOnesComeManyPlacesLater();
    void badSignaturesAreForVardaOnly();
    void malformedOnesKeepTheirHeadersButNotTheirSense();
    void nothingIsLostWithAllFaultsAtOnce();
    void theSameSeedMakesTheSameFaults();

private:
    QList<SimulatedRequest> disturbed(const QSet<Fault> &faults, quint64 seed = c_testSeed) const;
    qsizetype changedCount(const QList<SimulatedRequest> &requests) const;

    QList<SimulatedRequest> m_plain; // all platforms, conversations interleaved
};

/** What tells one request from another, whatever its boundary. */
static QByteArray mark(const SimulatedRequest &request)
{
    return request.platform.toLatin1() + QByteArray::number(request.story) + '/'
           + QByteArray::number(request.offset.count()) + header(request, "X-Varda-Event");
}

static QList<QByteArray> sortedMarks(const QList<SimulatedRequest> &requests)
{
    QList<QByteArray> marks;
    std::ranges::transform(requests, std::back_inserter(marks), mark);
    std::ranges::sort(marks);
    return marks;
}

void FaultInjectorTest::initTestCase()
{
    for (quint64 index = 0; index < 800; ++index) {
        for (const QString &platform : simulatedPlatforms())
            m_plain += Story(platform, c_testSeed, index).requests(testStart() + std::chrono::seconds(7 * index));
    }
    std::ranges::sort(m_plain, {}, [](const SimulatedRequest &request) {
        return std::chrono::seconds(7 * request.story) + request.offset;
    });
}

QList<SimulatedRequest> FaultInjectorTest::disturbed(const QSet<Fault> &faults, quint64 seed) const
{
    FaultInjector injector(faults, seed);
    qsizetype taken = 0;
    const auto more = [&]() -> std::optional<SimulatedRequest> {
        return taken < m_plain.size() ? std::optional(m_plain.at(taken++)) : std::nullopt;
    };
    QList<SimulatedRequest> made;
    while (const std::optional<SimulatedRequest> next = injector.next(testStart(), more))
        made.append(*next);
    return made;
}

/** How many differ from the plain one at the same place. */
qsizetype FaultInjectorTest::changedCount(const QList<SimulatedRequest> &requests) const
{
    qsizetype changed = 0;
    for (qsizetype i = 0; i < requests.size(); ++i)
        changed += requests.at(i) != m_plain.at(i);
    return changed;
}

void FaultInjectorTest::withoutFaultsNothingIsTouched()
{
    QVERIFY(disturbed({}) == m_plain);
}

void FaultInjectorTest::duplicatesComeAgainALittleLater()
{
    const QList<SimulatedRequest> made = disturbed({Fault::Duplicates});
    QHash<QByteArray, qsizetype> first;
    QList<SimulatedRequest> once;
    qsizetype repeats = 0;
    for (qsizetype i = 0; i < made.size(); ++i) {
        const QByteArray what = mark(made.at(i));
        if (!first.contains(what)) {
            first.insert(what, i);
            once.append(made.at(i));
            continue;
        }
        ++repeats;
        QVERIFY2(i - first.value(what) < 30, qPrintable(QString::number(i - first.value(what))));
    }
    QVERIFY(once == m_plain);
    const double share = double(repeats) / double(m_plain.size());
    QVERIFY2(share > 0.03 && share < 0.07, qPrintable(QString::number(share)));
}

void FaultInjectorTest::aRepeatedFormHasAnotherBoundary()
{
    QHash<QByteArray, SimulatedRequest> first;
    int forms = 0;
    for (const SimulatedRequest &request : disturbed({Fault::Duplicates})) {
        const QByteArray what = mark(request);
        if (!first.contains(what)) {
            first.insert(what, request);
            continue;
        }
        if (request.platform != QLatin1StringView("eigi") || request.method == "GET") {
            QVERIFY(request == first.value(what)); // Varda's delivery id included
            continue;
        }
        ++forms;
        QVERIFY(header(request, "Content-Type") != header(first.value(what), "Content-Type"));
        QVERIFY(request.body != first.value(what).body);
        QCOMPARE(request.body.size(), first.value(what).body.size());
    }
    QVERIFY(forms > 0);
}

void FaultInjectorTest::reorderingSwapsNeighboursOfOneConversation()
{
    const QList<SimulatedRequest> made = disturbed({Fault::Reorder});
    QCOMPARE(sortedMarks(made), sortedMarks(m_plain));
    QHash<QByteArray, QList<SimulatedRequest>> conversations;
    for (const SimulatedRequest &request : made)
        conversations[request.platform.toLatin1() + QByteArray::number(request.story)].append(request);
    int swapped = 0;
    for (const QList<SimulatedRequest> &requests : std::as_const(conversations)) {
        QList<SimulatedRequest> mended = requests;
        for (qsizetype i = 0; i + 1 < mended.size(); ++i) {
            if (mended.at(i).offset <= mended.at(i + 1).offset)
                continue;
            mended.swapItemsAt(i, i + 1);
            ++swapped;
            ++i;
        }
        QVERIFY(std::ranges::is_sorted(mended, {}, &SimulatedRequest::offset)); // only neighbours changed places
    }
    QVERIFY2(swapped > 60, qPrintable(QString::number(swapped)));
}

void FaultInjectorTest::lateOnesComeManyPlacesLater()
{
    const QList<SimulatedRequest> made = disturbed({Fault::Late});
    QCOMPARE(sortedMarks(made), sortedMarks(m_plain));
    QHash<QByteArray, qsizetype> places;
    for (qsizetype i = 0; i < made.size(); ++i)
        places.insert(mark(made.at(i)), i);
    int late = 0;
    for (qsizetype i = 0; i < m_plain.size() - 300; ++i) {
        const qsizetype moved = places.value(mark(m_plain.at(i))) - i;
        QVERIFY(moved <= 210);
        late += moved >= 20;
    }
    const double share = double(late) / double(m_plain.size());
    QVERIFY2(share > 0.01 && share < 0.03, qPrintable(QString::number(share)));
}

void FaultInjectorTest::badSignaturesAreForVardaOnly()
{
    QList<SimulatedRequest> made = disturbed({Fault::BadSignature});
    static const QRegularExpression form(QStringLiteral("^t=1778753881,v1=[0-9a-f]{64}$"));
    int forged = 0;
    for (SimulatedRequest &request : made) {
        const QByteArray signature = header(request, "X-Varda-Signature");
        if (signature.isNull())
            continue;
        ++forged;
        QCOMPARE(request.platform, QStringLiteral("varda"));
        QVERIFY(form.match(QString::fromLatin1(signature)).hasMatch());
        request.headers.removeLast();
    }
    QVERIFY(forged > 30);
    QVERIFY(made == m_plain);
}

void FaultInjectorTest::malformedOnesKeepTheirHeadersButNotTheirSense()
{
    const QList<SimulatedRequest> made = disturbed({Fault::Malformed});
    QCOMPARE(made.size(), m_plain.size());
    for (qsizetype i = 0; i < made.size(); ++i) {
        QCOMPARE(mark(made.at(i)), mark(m_plain.at(i)));
        QCOMPARE(made.at(i).method, m_plain.at(i).method);
        QCOMPARE(made.at(i).headers.size(), m_plain.at(i).headers.size());
    }
    const double share = double(changedCount(made)) / double(made.size());
    QVERIFY2(share > 0.01 && share < 0.03, qPrintable(QString::number(share)));
}

void FaultInjectorTest::nothingIsLostWithAllFaultsAtOnce()
{
    const QList<SimulatedRequest> made =
        disturbed({Fault::Duplicates, Fault::Reorder, Fault::Late, Fault::BadSignature, Fault::Malformed});
    QVERIFY(made.size() > m_plain.size());
    const QList<QByteArray> marks = sortedMarks(made);
    const QSet<QByteArray> distinct(marks.begin(), marks.end());
    const QList<QByteArray> plain = sortedMarks(m_plain);
    QCOMPARE(distinct, QSet<QByteArray>(plain.begin(), plain.end()));
}

void FaultInjectorTest::theSameSeedMakesTheSameFaults()
{
    const QSet<Fault> faults = {Fault::Duplicates, Fault::Malformed, Fault::Late};
    QVERIFY(disturbed(faults, 5) == disturbed(faults, 5));
    QVERIFY(disturbed(faults, 5) != disturbed(faults, 6));
}

QTEST_GUILESS_MAIN(FaultInjectorTest)
#include "tst_faultinjector.moc"
