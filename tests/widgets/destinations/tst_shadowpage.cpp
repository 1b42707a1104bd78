// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/destinations/pages.h"
#include "widgets/code/codeeditor.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/segmentedcontrol.h"
#include "widgets/destinations/shadowchangesmodel.h"
#include "widgets/destinations/shadowpage.h"
#include "widgets/destinations/shadowrowsmodel.h"
#include "widgets/style/words.h"

#include <QAbstractItemModelTester>
#include <QProgressBar>
#include <QSignalSpy>

using namespace earshot;

namespace {

ShadowRow row(qint64 id, const char *contact, ShadowRow::Verdict verdict, const QList<ShadowChange> &changes = {},
              const QString &problem = {})
{
    return {id, QString::fromUtf8(contact), verdict, changes, problem};
}

/** Two would be the same, two changed, one is new, one fails. */
ShadowRun exampleRun()
{
    using Verdict = ShadowRow::Verdict;
    const ShadowChange status{QStringLiteral("record.hs_call_status"), QStringLiteral("\"NO_ANSWER\""),
                              QStringLiteral("\"COMPLETED\"")};
    const ShadowChange title{QStringLiteral("record.hs_call_title"), QString(),
                             QStringLiteral("\"Call with Sofia Rossi\"")};
    const ShadowChange owner{QStringLiteral("record.hubspot_owner_id"), QStringLiteral("7"), QString()};
    return {{row(6, "Sofia Rossi", Verdict::Changed, {status, title, owner}),
             row(5, "Maximiliane von Hohenstein-Wittgenstein", Verdict::Changed, {status}),
             row(4, "ليلى حداد", Verdict::Same),
             row(3, "+33612345673", Verdict::Fails, {}, QStringLiteral("\"owner\" is empty.")),
             row(2, "Chen Wei-Lin", Verdict::Same), row(1, "Jonas Weber", Verdict::New)}};
}

} // namespace

class ShadowPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void offersARun();
    void showsHowFarItIs();
    void countsTheVerdicts();
    void opensTheRowsOfACount();
    void showsWhatIsThereBesideWhatWouldBe();
    void walksTheRowsByKeyboard();
    void saysWhyOneFails();
    void leavesOutVerdictsThatNoneHas();
    void showsAllThatANewOneWouldGet();
    void saysWhatIsOutOfDate();
    void stopsWhenItIsAskedTo();
    void saysWhyItCameToNothing();
    void saysWhereThereIsNothingToCompare();
    void endsWithItsPage();
    void rowsKeepTheRulesOfModels();

private:
    ShadowRowsModel *rows() const { return m_page->findChild<ShadowRowsModel *>(); }

    ShadowChangesModel *changes() const { return m_page->findChild<ShadowChangesModel *>(); }

    DataTable *table() const { return m_page->findChild<DataTable *>(); }

    QString text(const QAbstractItemModel *model, int row, int column) const
    {
        return model->index(row, column).data().toString();
    }

    /** The texts of the counts that are seen. */
    QStringList counts() const
    {
        QStringList texts;
        const QList<QAction *> actions = m_page->findChildren<QAction *>();
        for (const QAction *action : actions) {
            if (action->isVisible() && action->isCheckable())
                texts.append(action->text());
        }
        return texts;
    }

    void pressCount(const QString &text) const
    {
        const QList<QAction *> actions = m_page->findChildren<QAction *>();
        auto *control = m_page->findChild<SegmentedControl *>();
        for (const QAction *action : actions) {
            if (action->text() == text)
                QTest::mouseClick(control, Qt::LeftButton, {}, control->segmentRect(action).center());
        }
    }

    void begin()
    {
        m_page->start();
        QCOMPARE(m_floor->actions.calls.last(), QStringLiteral("shadow CRM 200"));
    }

    void finish(const Result<ShadowRun> &run)
    {
        m_floor->actions.shadowing.addResult(run);
        m_floor->actions.shadowing.finish();
        QTRY_VERIFY(!m_page->isRunning());
    }

    Theme m_theme;
    std::unique_ptr<DialogFloor> m_floor;
    std::unique_ptr<ShadowPage> m_page;
};

void ShadowPageTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void ShadowPageTest::init()
{
    m_floor = std::make_unique<DialogFloor>();
    m_page = std::make_unique<ShadowPage>(m_floor->actions, m_floor->display, [] {
        NewDestination destination;
        destination.mapping = QStringLiteral(".outcome");
        return destination;
    });
    m_page->setName(QStringLiteral("CRM"));
    m_page->resize(900, 460);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void ShadowPageTest::cleanup()
{
    m_page.reset();
    m_floor.reset();
}

void ShadowPageTest::offersARun()
{
    const QSignalSpy requested(m_page.get(), &ShadowPage::runRequested);
    QVERIFY(m_page->findChild<EmptyState *>()->isVisible());
    saveShots(*m_page, m_theme, QStringLiteral("shadow-empty"));
    press(*m_page, QStringLiteral("Try it on the latest 200"));
    QCOMPARE(requested.size(), 1);
    QVERIFY(m_floor->actions.calls.isEmpty()); // whoever asks looks first whether all is right
}

void ShadowPageTest::showsHowFarItIs()
{
    begin();
    QCOMPARE(m_floor->actions.mappedWith, QStringLiteral(".outcome"));
    m_floor->actions.shadowing.setProgressRange(0, 200);
    m_floor->actions.shadowing.setProgressValue(50);
    QTRY_VERIFY(shownTexts(*m_page).contains(QStringLiteral("50 of 200 conversations")));
    QCOMPARE(m_page->findChild<QProgressBar *>()->value(), 50);
    QVERIFY(buttonOf(*m_page, QStringLiteral("Stop"))->isVisible());
    saveShots(*m_page, m_theme, QStringLiteral("shadow-running"));
    finish(exampleRun());
    QVERIFY(!m_page->findChild<QProgressBar *>()->isVisible());
}

void ShadowPageTest::countsTheVerdicts()
{
    begin();
    finish(exampleRun());
    QCOMPARE(counts(), (QStringList{QStringLiteral("All 6"), QStringLiteral("Same 2"), QStringLiteral("Changed 2"),
                                    QStringLiteral("New 1"), QStringLiteral("Would fail 1")}));
    QCOMPARE(rows()->rowCount(), 6);
    QVERIFY(shownTexts(*m_page).contains(QStringLiteral("Nothing was sent.")));
    saveShots(*m_page, m_theme, QStringLiteral("shadow"));
}

void ShadowPageTest::opensTheRowsOfACount()
{
    begin();
    finish(exampleRun());
    pressCount(QStringLiteral("Changed 2"));
    QCOMPARE(rows()->rowCount(), 2);
    QCOMPARE(text(rows(), 0, ShadowRowsModel::Conversation), QStringLiteral("Sofia Rossi"));
    QCOMPARE(text(rows(), 0, ShadowRowsModel::Verdict), QStringLiteral("Changed, 3 field(s)"));
    pressCount(QStringLiteral("Same 2"));
    QCOMPARE(text(rows(), 1, ShadowRowsModel::Conversation), QStringLiteral("Chen Wei-Lin"));
    pressCount(QStringLiteral("All 6"));
    QCOMPARE(rows()->rowCount(), 6);
}

void ShadowPageTest::showsWhatIsThereBesideWhatWouldBe()
{
    begin();
    finish(exampleRun());
    QCOMPARE(changes()->rowCount(), 3); // of the first row, which is chosen
    QCOMPARE(text(changes(), 0, ShadowChangesModel::Field), QStringLiteral("record.hs_call_status"));
    QCOMPARE(text(changes(), 0, ShadowChangesModel::HasNow), QStringLiteral("\"NO_ANSWER\""));
    QCOMPARE(text(changes(), 0, ShadowChangesModel::WouldGet), QStringLiteral("\"COMPLETED\""));
    QCOMPARE(text(changes(), 1, ShadowChangesModel::HasNow), noneText());
    QCOMPARE(text(changes(), 2, ShadowChangesModel::WouldGet), noneText());
}

void ShadowPageTest::walksTheRowsByKeyboard()
{
    begin();
    finish(exampleRun());
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QCOMPARE(changes()->rowCount(), 1);
    QTest::keyClick(table(), Qt::Key_Down);
    QCOMPARE(changes()->rowCount(), 0);
    QVERIFY(shownTexts(*m_page).contains(QStringLiteral("It would get what it has.")));
}

void ShadowPageTest::saysWhyOneFails()
{
    begin();
    finish(exampleRun());
    pressCount(QStringLiteral("Would fail 1"));
    QVERIFY(shownTexts(*m_page).contains(QStringLiteral("\"owner\" is empty.")));
    saveShots(*m_page, m_theme, QStringLiteral("shadow-fails"));
}

void ShadowPageTest::leavesOutVerdictsThatNoneHas()
{
    begin();
    finish(ShadowRun{{row(1, "Jonas Weber", ShadowRow::Verdict::New)}});
    QCOMPARE(counts(), (QStringList{QStringLiteral("All 1"), QStringLiteral("New 1")}));
}

void ShadowPageTest::showsAllThatANewOneWouldGet()
{
    m_floor->actions.preview = MappingPreview{QStringLiteral("{}"), QStringLiteral("{\n  \"n\": 1\n}"), {}};
    begin();
    finish(exampleRun());
    pressCount(QStringLiteral("New 1"));
    QVERIFY(shownTexts(*m_page).contains(QStringLiteral("It has nothing of this conversation yet. It would get:")));
    const auto *whole = m_page->findChild<CodeEditor *>();
    QTRY_COMPARE(whole->text(), QStringLiteral("{\n  \"n\": 1\n}"));
    QCOMPARE(m_floor->actions.calls.last(), QStringLiteral("preview 1"));
    saveShots(*m_page, m_theme, QStringLiteral("shadow-new"));
    pressCount(QStringLiteral("Same 2"));
    QVERIFY(!whole->isVisible());
}

void ShadowPageTest::saysWhatIsOutOfDate()
{
    begin();
    finish(exampleRun());
    m_page->setStale();
    QVERIFY(shownTexts(*m_page).contains(QStringLiteral("Something was changed since this run.")));
    QVERIFY(buttonOf(*m_page, QStringLiteral("Run again"))->isVisible());
    begin();
    finish(exampleRun());
    QVERIFY(!shownTexts(*m_page).contains(QStringLiteral("Something was changed since this run.")));
}

void ShadowPageTest::stopsWhenItIsAskedTo()
{
    begin();
    press(*m_page, QStringLiteral("Stop"));
    QTRY_VERIFY(m_floor->actions.shadowing.isCanceled());
    m_floor->actions.shadowing.finish();
    QTRY_VERIFY(!m_page->isRunning());
    QVERIFY(shownTexts(*m_page).contains(QStringLiteral("Cancelled. Nothing was sent.")));
    QVERIFY(m_page->findChild<EmptyState *>()->isVisible());
}

void ShadowPageTest::saysWhyItCameToNothing()
{
    const Error gone{ErrorCode::StoreFailed, QStringLiteral("no")};
    begin();
    finish(std::unexpected(gone));
    QVERIFY(shownTexts(*m_page).contains(errorText(gone)));
}

void ShadowPageTest::saysWhereThereIsNothingToCompare()
{
    begin();
    finish(ShadowRun{});
    QVERIFY(shownTexts(*m_page).contains(QStringLiteral("No conversation passes the rule")));
}

void ShadowPageTest::endsWithItsPage()
{
    begin();
    m_page.reset();
    QVERIFY(m_floor->actions.shadowing.isCanceled());
    m_floor->actions.shadowing.finish();
}

void ShadowPageTest::rowsKeepTheRulesOfModels()
{
    ShadowRowsModel model;
    ShadowChangesModel fields;
    const QAbstractItemModelTester rowsTester(&model);
    const QAbstractItemModelTester fieldsTester(&fields);
    model.setRun(exampleRun());
    model.setShown(ShadowRow::Verdict::Changed);
    fields.setChanges(model.row(0).changes);
    model.retranslate();
    model.setShown(ShadowRow::Verdict::New);
    model.setRun({});
    fields.setChanges({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(ShadowPageTest)
#include "tst_shadowpage.moc"
