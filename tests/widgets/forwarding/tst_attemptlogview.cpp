// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/store/plaindecoder.h"
#include "tests/models/store/samplestore.h"
#include "tests/widgets/settings/looking.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/rowdelegate.h"
#include "widgets/forwarding/attemptlogview.h"
#include "widgets/forwarding/recordlink.h"
#include "widgets/style/displaysettings.h"

#include <QAbstractItemModelTester>
#include <QPlainTextEdit>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

class AttemptLogViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void saysThatNothingWasTried();
    void showsTheLatestAttempt();
    void showsTheRequestThatIsChosen();
    void showsTextsAsTheyAre();
    void saysTheStepsDoneAndWhereTheRecordIs();
    void keepsTheRequestThatIsReadWhenAnotherAttemptComes();
    void fitsInALongLanguage();

private:
    using Model = OutboxAttemptsModel;

    void show() const
    {
        m_view->showRow(1);
        m_view->resize(860, 260);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        QTRY_VERIFY(m_view->model().details());
    }

    void attempt(int number, AttemptOutcomeKind outcome, const QString &reason,
                 const QList<LoggedExchange> &exchanges) const
    {
        const Timestamp at = SampleStore::c_noon + number * 1min;
        const auto id = SampleStore::valueOf(outboxlog::begin(m_store->database(), 1, m_crm.id, 1, number, at));
        SampleStore::valueOf(outboxlog::end(m_store->database(), id, outcome, reason, exchanges, at + 480ms));
        SampleStore::valueOf(outbox::storeRetry(m_store->database(), {1, 1, 503, {}, reason, at}, at + 1h));
    }

    static LoggedExchange found()
    {
        return {QStringLiteral("find contact"),
                QStringLiteral("POST"),
                QStringLiteral("https://api.hubapi.example/crm/v3/objects/contacts/search"),
                QStringLiteral("Authorization: Bearer ●●●\nContent-Type: application/json\n\n{\"limit\":2}"),
                200,
                QStringLiteral("{\"total\":1,\"results\":[{\"id\":\"501\"}]}"),
                {},
                31ms};
    }

    static LoggedExchange lost()
    {
        return {QStringLiteral("write the record"),
                QStringLiteral("POST"),
                QStringLiteral("https://api.hubapi.example/crm/v3/objects/calls"),
                QStringLiteral("Content-Type: application/json\n\n{\"properties\":{}}"),
                std::nullopt,
                {},
                QStringLiteral("The connection was closed before the answer was whole."),
                2400ms};
    }

    QString cell(int row, Model::Column column) const
    {
        const QModelIndex index = m_view->table()->model()->index(row, column);
        return static_cast<RowDelegate *>(m_view->table()->itemDelegate())->cellText(index);
    }

    Theme m_theme;
    ManualClock m_clock{SampleStore::c_noon + 15min};
    DisplaySettings m_display{m_clock};
    std::unique_ptr<SampleStore> m_store;
    std::unique_ptr<StoreReader> m_reader;
    std::unique_ptr<AttemptLogView> m_view;
    Destination m_crm;
};

void AttemptLogViewTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void AttemptLogViewTest::init()
{
    m_store = std::make_unique<SampleStore>();
    m_crm = m_store->addDestination(QStringLiteral("HubSpot"));
    const qint64 conversation = m_store->addConversation(QStringLiteral("a"));
    SampleStore::valueOf(outbox::enqueue(m_store->database(), {conversation}, m_crm.id, SampleStore::c_noon));
    m_reader = std::make_unique<StoreReader>(StoreLocation{m_store->path()});
    m_view = std::make_unique<AttemptLogView>(*m_reader, m_display);
}

void AttemptLogViewTest::cleanup()
{
    m_view.reset();
    m_reader.reset();
    m_store.reset();
}

void AttemptLogViewTest::saysThatNothingWasTried()
{
    show();
    QVERIFY(!m_view->table()->isVisible());
    const QList<QLabel *> labels = m_view->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisible() && label->text().startsWith(QStringLiteral("Nothing was tried so far"));
    }));
    QVERIFY(!m_view->link()->isVisible());
}

void AttemptLogViewTest::showsTheLatestAttempt()
{
    attempt(1, AttemptOutcomeKind::Retry, QStringLiteral("answered 503"), {found()});
    attempt(2, AttemptOutcomeKind::Asks, QStringLiteral("its answer was lost"), {found(), lost()});
    show();
    const QAbstractItemModelTester tester(m_view->table()->model());
    QCOMPARE(m_view->table()->model()->rowCount(), 5);
    QCOMPARE(cell(0, Model::Number), QStringLiteral("2"));
    QCOMPARE(cell(0, Model::What), QStringLiteral("Asks"));
    QCOMPARE(cell(0, Model::Latency), QStringLiteral("480 ms"));
    QCOMPARE(cell(1, Model::What), QStringLiteral("Find the contact"));
    QCOMPARE(cell(1, Model::Answer), QStringLiteral("200"));
    QCOMPARE(cell(2, Model::Latency), QStringLiteral("2.4 s"));
    QCOMPARE(cell(3, Model::What), QStringLiteral("Again later"));
    QCOMPARE(m_view->table()->model()->index(3, Model::What).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Attempt, Again later"));
    QCOMPARE(m_view->table()->model()->index(1, Model::When).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Time, none"));
    QVERIFY(m_view->text().contains(QStringLiteral("its answer was lost")));
    QVERIFY(m_view->text().contains(QStringLiteral("No answer after 2.4 s")));
    QVERIFY(!m_view->text().contains(QStringLiteral("answered 503"))); // of the one before
    saveShots(*m_view, m_theme, QStringLiteral("attempts"));
}

void AttemptLogViewTest::showsTheRequestThatIsChosen()
{
    attempt(1, AttemptOutcomeKind::Sent, {}, {found(), lost()});
    show();
    m_view->table()->setFocus();
    QTest::keyClick(m_view->table(), Qt::Key_Down);
    const QString text = m_view->text();
    QVERIFY2(text.startsWith(QStringLiteral("POST https://api.hubapi.example/crm/v3/objects/contacts/search\n")),
             qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("{\"limit\":2}\n\nAnswer 200 after 31 ms\n{\"total\":1")));
    QVERIFY(!text.contains(QStringLiteral("objects/calls")));
}

void AttemptLogViewTest::showsTextsAsTheyAre()
{
    LoggedExchange hostile = found();
    hostile.answer = QStringLiteral("<html><img src=\"file:///etc/passwd\"><b>no</b>");
    attempt(1, AttemptOutcomeKind::Parked, QStringLiteral("<b>bold</b>"), {hostile});
    show();
    auto *text = m_view->findChild<QPlainTextEdit *>();
    QVERIFY(text->toPlainText().contains(hostile.answer));
    QVERIFY(text->toPlainText().contains(QStringLiteral("<b>bold</b>")));
    QVERIFY(text->isReadOnly());
    QVERIFY(text->textInteractionFlags() & Qt::TextSelectableByKeyboard);
    QVERIFY(!(text->textInteractionFlags() & Qt::LinksAccessibleByMouse));
}

void AttemptLogViewTest::saysTheStepsDoneAndWhereTheRecordIs()
{
    const Database &database = m_store->database();
    const QString url = QStringLiteral("https://app.hubspot.example/contacts/1/record/0-48/4711");
    SampleStore::valueOf(outboxsteps::begin(database, 1, OutboxStep::Contact, SampleStore::c_noon));
    SampleStore::valueOf(
        outboxsteps::finish(database, 1, OutboxStep::Contact, QStringLiteral("501"), {}, SampleStore::c_noon));
    SampleStore::valueOf(outboxsteps::begin(database, 1, OutboxStep::Activity, SampleStore::c_noon));
    SampleStore::valueOf(
        outboxsteps::finish(database, 1, OutboxStep::Activity, QStringLiteral("4711"), url, SampleStore::c_noon));
    SampleStore::valueOf(outboxsteps::begin(database, 1, OutboxStep::Link, SampleStore::c_noon));
    attempt(1, AttemptOutcomeKind::Retry, QStringLiteral("answered 503"), {found(), lost()});
    show();
    QCOMPARE(m_view->steps(), QStringLiteral("Contact: done, 501 there\nRecord: done, 4711 there\n"
                                             "Link between them: begun, not known to be done"));
    QVERIFY(m_view->link()->isVisible());
    QCOMPARE(m_view->link()->url(), QUrl(url));
    saveShots(*m_view, m_theme, QStringLiteral("attempts-steps"));
}

void AttemptLogViewTest::keepsTheRequestThatIsReadWhenAnotherAttemptComes()
{
    attempt(1, AttemptOutcomeKind::Retry, QStringLiteral("answered 503"), {found()});
    show();
    m_view->table()->setCurrentIndex(m_view->table()->model()->index(1, 0));
    const QString read = m_view->text();
    auto *text = m_view->findChild<QPlainTextEdit *>();
    text->selectAll();
    attempt(2, AttemptOutcomeKind::Sent, {}, {lost()});
    QTRY_COMPARE(m_view->table()->model()->rowCount(), 4);
    QCOMPARE(m_view->table()->currentIndex().row(), 3);
    QCOMPARE(m_view->text(), read);
    QVERIFY(text->textCursor().hasSelection());
}

void AttemptLogViewTest::fitsInALongLanguage()
{
    attempt(1, AttemptOutcomeKind::Retry, QStringLiteral("answered 503"), {found()});
    show();
    LongTranslation translation;
    QCoreApplication::installTranslator(&translation);
    QCoreApplication::processEvents();
    QTRY_COMPARE(clippedTexts(*m_view), QString());
    QCoreApplication::removeTranslator(&translation);
}

QTEST_MAIN(AttemptLogViewTest)
#include "tst_attemptlogview.moc"
