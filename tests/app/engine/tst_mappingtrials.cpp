// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/mappingtrials.h"

#include "tests/app/jq/jqwait.h"
#include "tests/models/store/samplestore.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace earshot;

class MappingTrialsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void previewsAConversation();
    void tellsWhatIsWrongWithAMapping();
    void previewsOfManyGoOnBesideAnEndlessOne();
    void knowsNoOtherConversation();
    void runsAShadow();
    void aCancelledShadowRunEndsAtOnce();
    void comparesWithNoUnknownDestination();
    void checksAMapping();
    void goingEndsWhatIsUnderWay();

private:
    Destination described(const QString &mapping) const
    {
        Destination made = m_crm;
        made.mapping = mapping;
        return made;
    }

    template <typename T>
    static Result<T> resultOf(const QFuture<Result<T>> &future)
    {
        constexpr int c_patience = 60'000;
        const bool ended = QTest::qWaitFor([&future] { return future.isFinished(); }, c_patience);
        return ended && future.resultCount() > 0 ? future.result()
                                                 : failure(ErrorCode::Cancelled, QStringLiteral("no result"));
    }

    std::unique_ptr<SampleStore> m_store;
    std::unique_ptr<MappingTrials> m_trials;
    SystemClock m_clock;
    Destination m_crm;
    qint64 m_conversation = 0;
};

void MappingTrialsTest::init()
{
    m_trials.reset();
    m_store = std::make_unique<SampleStore>();
    m_crm = m_store->addDestination(QStringLiteral("CRM"), QString());
    m_conversation = m_store->addConversation(QStringLiteral("42"), QStringLiteral("booked"));
    m_trials = std::make_unique<MappingTrials>(StoreLocation::inFolder(m_store->folder()), m_clock, helperProgram());
}

void MappingTrialsTest::previewsAConversation()
{
    const auto preview =
        resultOf(m_trials->preview(described(QStringLiteral("{id: .conversation_id}")), m_conversation));
    QVERIFY2(preview, preview ? "" : qPrintable(preview.error().detail));
    QVERIFY(preview->problems.isEmpty());
    QCOMPARE(preview->output, QStringLiteral("{\n    \"id\": \"42\"\n}"));
    const QJsonObject input = QJsonDocument::fromJson(preview->input.toUtf8()).object();
    QCOMPARE(input.value(QStringLiteral("outcome")), QJsonValue(QStringLiteral("booked")));
}

void MappingTrialsTest::tellsWhatIsWrongWithAMapping()
{
    const auto preview = resultOf(m_trials->preview(described(QStringLiteral("{a: }")), m_conversation));
    QVERIFY(preview);
    QCOMPARE(preview->problems, (QList<MappingProblem>{{QStringLiteral("syntax error, unexpected '}'"), 1, 5}}));
}

void MappingTrialsTest::previewsOfManyGoOnBesideAnEndlessOne()
{
    const auto endless = m_trials->preview(described(QStringLiteral("last(repeat(1))")), m_conversation);
    const auto preview = resultOf(m_trials->preview(described(QStringLiteral("1")), m_conversation));
    QVERIFY(preview);
    QCOMPARE(preview->output, QStringLiteral("1"));
    QVERIFY(!endless.isFinished());
    const auto ended = resultOf(endless);
    QVERIFY(ended);
    QCOMPARE(ended->problems.first().message, QStringLiteral("the program did not end within 2 s"));
}

void MappingTrialsTest::knowsNoOtherConversation()
{
    const auto preview = resultOf(m_trials->preview(described(QStringLiteral("1")), 999));
    QVERIFY(!preview);
    QCOMPARE(preview.error().code, ErrorCode::NotFound);
}

void MappingTrialsTest::runsAShadow()
{
    for (int i = 0; i < 3; ++i)
        m_store->addConversation(QString::number(i));
    const auto future = m_trials->shadowRun(QStringLiteral("CRM"), described(QStringLiteral("{}")), 3);
    const auto run = resultOf(future);
    QVERIFY2(run, run ? "" : qPrintable(run.error().detail));
    QCOMPARE(run->count(ShadowRow::Verdict::New), 3);
    QCOMPARE(future.progressMaximum(), 3);
    QCOMPARE(future.progressValue(), 3);
}

void MappingTrialsTest::aCancelledShadowRunEndsAtOnce()
{
    QElapsedTimer time;
    time.start();
    auto future = m_trials->shadowRun(QStringLiteral("CRM"), described(QStringLiteral("last(repeat(1))")), 3);
    future.cancel();
    QTRY_VERIFY(future.isFinished());
    m_trials.reset();
    QVERIFY2(time.elapsed() < 1900, qPrintable(QString::number(time.elapsed())));
}

void MappingTrialsTest::comparesWithNoUnknownDestination()
{
    const auto run = resultOf(m_trials->shadowRun(QStringLiteral("Nobody"), described({}), 3));
    QVERIFY(!run);
    QCOMPARE(run.error().code, ErrorCode::NotFound);
    QVERIFY(resultOf(m_trials->shadowRun(QString(), described({}), 3))); // a new one
}

void MappingTrialsTest::checksAMapping()
{
    QVERIFY(m_trials->check(described(QStringLiteral("$words.outcome[.outcome]"))));
    const auto wrong = m_trials->check(described(QStringLiteral("nope")));
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, ErrorCode::BadArgument);
}

void MappingTrialsTest::goingEndsWhatIsUnderWay()
{
    QElapsedTimer time;
    time.start();
    const auto preview = m_trials->preview(described(QStringLiteral("last(repeat(1))")), m_conversation);
    const auto shadow = m_trials->shadowRun(QStringLiteral("CRM"), described(QStringLiteral("last(repeat(1))")), 3);
    m_trials.reset();
    QVERIFY(preview.isFinished());
    QVERIFY(shadow.isFinished());
    QCOMPARE(shadow.result().error().code, ErrorCode::Cancelled);
    QVERIFY2(time.elapsed() < 1900, qPrintable(QString::number(time.elapsed())));
}

QTEST_GUILESS_MAIN(MappingTrialsTest)
#include "tst_mappingtrials.moc"
