// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rows that ask a person, and what was sent.

#include "models/store/outbox.h"
#include "tests/models/store/samplestore.h"

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp c_noon = SampleStore::c_noon;
const SqlCondition c_every{QStringLiteral("1"), {}};
const QString c_alice = QStringLiteral("+33612345678");

QList<CrmPerson> twoPersons()
{
    return {{QStringLiteral("11"), QStringLiteral("Alice"), c_alice, {}, QStringLiteral("https://crm.example/11")},
            {QStringLiteral("12"), QStringLiteral("Alice D."), c_alice, {}, {}}};
}

} // namespace

class OutboxQuestionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsTheWordsOfItsQuestions();
    void aQuestionParksTheRow();
    void listsWhatAsks();
    void aNewerVersionWaitsForTheAnswer_data();
    void aNewerVersionWaitsForTheAnswer();
    void theChosenContactIsUsedAtOnce();
    void theChoiceHoldsForTheOthersOfTheContact();
    void refusesAContactThatIsNoCandidate();
    void refusesAnAnswerNobodyAskedFor();
    void whatIsThereCountsAsSent();
    void whatIsThereIsChangedByANewerVersion();
    void whatIsNotThereIsSentAgain();
    void aContactThatIsThereIsFoundByTheNextAttempt_data();
    void aContactThatIsThereIsFoundByTheNextAttempt();
    void tryingAgainWithdrawsTheQuestion();
    void givingUpWithdrawsTheQuestion();
    void discardedWhileSendingDoesNotAsk();
    void keepsWhatWasSent();
    void knowsTheRecordThere();

private:
    const Database &database() const { return m_store->database(); }

    OutboxRow row(qint64 id) const { return SampleStore::valueOf(outbox::one(database(), id)); }

    StepStates steps() const { return SampleStore::valueOf(outboxsteps::of(database(), m_row)); }

    qint64 addRow(const QString &platformId);
    void ask(OutboxQuestion question, qint64 id) const;
    void askPerhapsWritten(OutboxStep lost = OutboxStep::Activity) const;
    bool isDue() const;

    std::unique_ptr<SampleStore> m_store;
    Destination m_crm;
    qint64 m_row = 0;
    qint64 m_conversation = 0;
};

void OutboxQuestionsTest::init()
{
    m_store = std::make_unique<SampleStore>();
    m_crm = m_store->addDestination(QStringLiteral("CRM"));
    m_row = addRow(QStringLiteral("1"));
    m_conversation = row(m_row).conversation;
}

/** A rendered row of Alice's. */
qint64 OutboxQuestionsTest::addRow(const QString &platformId)
{
    const qint64 conversation = m_store->addConversation(platformId);
    SampleStore::valueOf(database().run(QStringLiteral("UPDATE conversation SET \"contact_phone\" = ?"), {c_alice}));
    SampleStore::valueOf(outbox::enqueue(database(), {conversation}, m_crm.id, c_noon));
    const qint64 id = SampleStore::valueOf(outbox::ofConversation(database(), conversation)).first().id;
    SampleStore::valueOf(outbox::storeRendered(database(), id, {1, "{\"v\":1}", QStringLiteral("key"), 1}, c_noon));
    return id;
}

void OutboxQuestionsTest::ask(OutboxQuestion question, qint64 id) const
{
    const AttemptOutcome outcome{id, 1, 504, QStringLiteral("late"), QStringLiteral("its answer was lost"), c_noon};
    const auto candidates = question == OutboxQuestion::WhichContact ? twoPersons() : QList<CrmPerson>();
    SampleStore::valueOf(outbox::storeQuestion(database(), outcome, question, candidates));
}

void OutboxQuestionsTest::askPerhapsWritten(OutboxStep lost) const
{
    SampleStore::valueOf(outboxsteps::begin(database(), m_row, lost, c_noon));
    ask(OutboxQuestion::PerhapsWritten, m_row);
}

bool OutboxQuestionsTest::isDue() const
{
    const auto rows = SampleStore::valueOf(outbox::due(database(), m_crm.id, c_noon + 1h, 10, {}));
    return std::ranges::any_of(rows, [this](const DueRow &one) { return one.id == m_row; });
}

void OutboxQuestionsTest::readsTheWordsOfItsQuestions()
{
    for (const OutboxQuestion question : {OutboxQuestion::PerhapsWritten, OutboxQuestion::WhichContact})
        QCOMPARE(outboxQuestionFromText(outboxQuestionText(question)), std::optional(question));
    QVERIFY(!outboxQuestionFromText(u""));
    QCOMPARE(outboxQuestionText(OutboxQuestion::PerhapsWritten), QStringLiteral("perhaps_written"));
}

void OutboxQuestionsTest::aQuestionParksTheRow()
{
    ask(OutboxQuestion::WhichContact, m_row);
    const OutboxRow asking = row(m_row);
    QCOMPARE(asking.state, OutboxState::Parked);
    QCOMPARE(asking.question, std::optional(OutboxQuestion::WhichContact));
    QCOMPARE(asking.candidates, twoPersons());
    QCOMPARE(asking.lastStatus, std::optional(504));
    QCOMPARE(asking.reason, QStringLiteral("its answer was lost"));
    QVERIFY(!isDue());
}

void OutboxQuestionsTest::listsWhatAsks()
{
    const qint64 other = addRow(QStringLiteral("2"));
    ask(OutboxQuestion::PerhapsWritten, other);
    OutboxQuery query;
    query.isAsking = true;
    const auto rows = outbox::list(database(), query);
    QCOMPARE(rows->size(), 1);
    QCOMPARE(rows->first().id, other);
}

void OutboxQuestionsTest::aNewerVersionWaitsForTheAnswer_data()
{
    QTest::addColumn<bool>("isByHand");
    QTest::newRow("a change") << false;
    QTest::newRow("by hand") << true;
}

void OutboxQuestionsTest::aNewerVersionWaitsForTheAnswer()
{
    QFETCH(bool, isByHand);
    ask(OutboxQuestion::WhichContact, m_row);
    if (isByHand)
        QVERIFY(outbox::enqueue(database(), {m_conversation}, m_crm.id, c_noon));
    else
        QVERIFY(outbox::enqueueChanged(database(), {m_conversation}, c_every, m_crm.id, c_noon));
    const OutboxRow asking = row(m_row);
    QCOMPARE(asking.wanted, 2);
    QCOMPARE(asking.state, OutboxState::Parked);
    QVERIFY(asking.question);
    QVERIFY(!asking.reason.isEmpty());
    QVERIFY(outbox::chooseContact(database(), m_row, QStringLiteral("12"), c_noon));
    QVERIFY(isDue());
}

void OutboxQuestionsTest::theChosenContactIsUsedAtOnce()
{
    ask(OutboxQuestion::WhichContact, m_row);
    QVERIFY(outbox::chooseContact(database(), m_row, QStringLiteral("11"), c_noon + 1min));
    const OutboxRow chosen = row(m_row);
    QCOMPARE(chosen.state, OutboxState::Waiting);
    QVERIFY(!chosen.question);
    QVERIFY(chosen.candidates.isEmpty());
    QVERIFY(isDue());
    const StepState step = steps().value(OutboxStep::Contact);
    QVERIFY(step.isDone());
    QCOMPARE(step.crmId, QStringLiteral("11"));
    QCOMPARE(step.url, QStringLiteral("https://crm.example/11"));
    const auto person = outboxsteps::person(database(), m_crm.id, c_alice).value();
    QVERIFY(person);
    QCOMPARE(person->id, QStringLiteral("11"));
}

void OutboxQuestionsTest::theChoiceHoldsForTheOthersOfTheContact()
{
    const qint64 second = addRow(QStringLiteral("2"));
    const qint64 unsure = addRow(QStringLiteral("3"));
    ask(OutboxQuestion::WhichContact, m_row);
    ask(OutboxQuestion::WhichContact, second);
    ask(OutboxQuestion::PerhapsWritten, unsure);
    QVERIFY(outbox::chooseContact(database(), m_row, QStringLiteral("11"), c_noon));
    QCOMPARE(row(second).state, OutboxState::Waiting);
    QVERIFY(!row(second).question);
    QCOMPARE(row(unsure).question, std::optional(OutboxQuestion::PerhapsWritten));
}

void OutboxQuestionsTest::refusesAContactThatIsNoCandidate()
{
    ask(OutboxQuestion::WhichContact, m_row);
    const auto refused = outbox::chooseContact(database(), m_row, QStringLiteral("99"), c_noon);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotFound);
    QVERIFY(refused.error().detail.contains(QLatin1StringView("11, 12")));
    QVERIFY(row(m_row).question);
}

void OutboxQuestionsTest::refusesAnAnswerNobodyAskedFor()
{
    QCOMPARE(outbox::chooseContact(database(), m_row, QStringLiteral("11"), c_noon).error().code,
             ErrorCode::BadArgument);
    ask(OutboxQuestion::WhichContact, m_row);
    QCOMPARE(outbox::settle(database(), m_row, true, c_noon).error().code, ErrorCode::BadArgument);
    QCOMPARE(outbox::settle(database(), 999, true, c_noon).error().code, ErrorCode::NotFound);
}

void OutboxQuestionsTest::whatIsThereCountsAsSent()
{
    askPerhapsWritten();
    QVERIFY(outbox::settle(database(), m_row, true, c_noon + 1min));
    const OutboxRow settled = row(m_row);
    QCOMPARE(settled.state, OutboxState::Sent);
    QCOMPARE(settled.sent, 1);
    QVERIFY(!settled.question);
    QVERIFY(settled.reason.isNull());
    const StepState step = steps().value(OutboxStep::Activity);
    QVERIFY(step.isDone());
    QVERIFY(step.crmId.isNull());
    QCOMPARE(outbox::sentBody(database(), m_conversation, m_crm.id).value(), std::optional<QByteArray>("{\"v\":1}"));
}

void OutboxQuestionsTest::whatIsThereIsChangedByANewerVersion()
{
    askPerhapsWritten();
    QVERIFY(outbox::enqueueChanged(database(), {m_conversation}, c_every, m_crm.id, c_noon));
    QVERIFY(outbox::settle(database(), m_row, true, c_noon));
    QCOMPARE(row(m_row).sent, 1);
    QVERIFY(isDue());
}

void OutboxQuestionsTest::whatIsNotThereIsSentAgain()
{
    askPerhapsWritten();
    QVERIFY(outbox::settle(database(), m_row, false, c_noon));
    QVERIFY(steps().isEmpty());
    QVERIFY(!row(m_row).question);
    QCOMPARE(row(m_row).sent, 0);
    QVERIFY(isDue());
    QCOMPARE(outbox::due(database(), m_crm.id, c_noon, 1, {})->first().body, QByteArray("{\"v\":1}"));
}

void OutboxQuestionsTest::aContactThatIsThereIsFoundByTheNextAttempt_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::newRow("there") << true;
    QTest::newRow("not there") << false;
}

void OutboxQuestionsTest::aContactThatIsThereIsFoundByTheNextAttempt()
{
    QFETCH(bool, isThere);
    askPerhapsWritten(OutboxStep::Contact);
    QVERIFY(outbox::settle(database(), m_row, isThere, c_noon));
    QVERIFY(steps().isEmpty());
    QCOMPARE(row(m_row).sent, 0);
    QVERIFY(isDue());
}

void OutboxQuestionsTest::tryingAgainWithdrawsTheQuestion()
{
    askPerhapsWritten();
    QCOMPARE(outbox::retry(database(), {m_row}, c_noon).value(), 1);
    QVERIFY(!row(m_row).question);
    QVERIFY(steps().contains(OutboxStep::Activity)); // so that it is looked for first
    QVERIFY(isDue());
}

void OutboxQuestionsTest::givingUpWithdrawsTheQuestion()
{
    ask(OutboxQuestion::WhichContact, m_row);
    QCOMPARE(outbox::discard(database(), {m_row}, c_noon).value(), 1);
    const OutboxRow discarded = row(m_row);
    QCOMPARE(discarded.state, OutboxState::Discarded);
    QVERIFY(!discarded.question);
    QVERIFY(discarded.candidates.isEmpty());
    QVERIFY(outbox::enqueueChanged(database(), {m_conversation}, c_every, m_crm.id, c_noon));
    QVERIFY(isDue());
}

void OutboxQuestionsTest::discardedWhileSendingDoesNotAsk()
{
    QVERIFY(outbox::discard(database(), {m_row}, c_noon));
    ask(OutboxQuestion::WhichContact, m_row);
    QCOMPARE(row(m_row).state, OutboxState::Discarded);
    QVERIFY(!row(m_row).question);
}

void OutboxQuestionsTest::keepsWhatWasSent()
{
    QVERIFY(!outbox::sentBody(database(), m_conversation, m_crm.id).value());
    QVERIFY(outbox::storeSent(database(), {m_row, 1, 200, {}, {}, c_noon}));
    QCOMPARE(outbox::sentBody(database(), m_conversation, m_crm.id).value(), std::optional<QByteArray>("{\"v\":1}"));
    QVERIFY(outbox::enqueue(database(), {m_conversation}, m_crm.id, c_noon));
    QVERIFY(outbox::storeRendered(database(), m_row, {2, "{\"v\":2}", QStringLiteral("key2"), 1}, c_noon));
    QCOMPARE(outbox::sentBody(database(), m_conversation, m_crm.id).value(), std::optional<QByteArray>("{\"v\":1}"));
    QVERIFY(outbox::storeSent(database(), {m_row, 2, 200, {}, {}, c_noon}));
    QCOMPARE(outbox::sentBody(database(), m_conversation, m_crm.id).value(), std::optional<QByteArray>("{\"v\":2}"));
    QVERIFY(destinations::remove(database(), m_crm.id, c_noon));
    QVERIFY(!outbox::sentBody(database(), m_conversation, m_crm.id).value());
}

void OutboxQuestionsTest::knowsTheRecordThere()
{
    QVERIFY(row(m_row).crmId.isNull());
    const QString url = QStringLiteral("https://crm.example/calls/7");
    QVERIFY(outboxsteps::finish(database(), m_row, OutboxStep::Contact, QStringLiteral("11"), {}, c_noon));
    QVERIFY(outboxsteps::finish(database(), m_row, OutboxStep::Activity, QStringLiteral("7"), url, c_noon));
    QCOMPARE(row(m_row).crmId, QStringLiteral("7"));
    QCOMPARE(row(m_row).crmUrl, url);
    QCOMPARE(outbox::ofConversation(database(), m_conversation)->first().crmId, QStringLiteral("7"));
}

QTEST_GUILESS_MAIN(OutboxQuestionsTest)
#include "tst_outboxquestions.moc"
