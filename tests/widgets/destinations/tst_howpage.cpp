// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/changetable.h"
#include "tests/widgets/destinations/pages.h"
#include "widgets/code/codeeditor.h"
#include "widgets/destinations/howpage.h"
#include "widgets/destinations/pairtable.h"
#include "widgets/destinations/samplestepper.h"
#include "widgets/destinations/wordtables.h"

#include <QSignalSpy>
#include <QTableWidget>

using namespace earshot;

namespace {

const QString c_input = QStringLiteral(R"({
  "contact_name": "Chen Wei-Lin",
  "contact_phone": "+33612345674",
  "duration_s": 245,
  "kind": "call",
  "outcome": "booked",
  "started_at": "2026-05-14T12:00:00Z",
  "test": false,
  "transcript": [
    {
      "role": "user",
      "text": "Is it open today?"
    }
  ]
})");
const QString c_output = QStringLiteral(R"({
  "contact": {
    "firstname": "Chen",
    "phone": "+33612345674"
  },
  "object": "calls",
  "record": {
    "hs_call_duration": "245000",
    "hs_call_status": "COMPLETED"
  }
})");

const DestinationKind &kind(const char *word)
{
    return *destinationKind(QString::fromLatin1(word));
}

} // namespace

class HowPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void showsWhatTheLatestConversationBecomes();
    void stepsThroughTheConversations();
    void stepsOnlyThroughThoseOfTheRule();
    void showsTheFirstThatComes();
    void triesAMomentAfterTheLastKey();
    void marksWhereItIsWrong();
    void saysWhatFailsOnThisConversationOnly();
    void ignoresAnAnswerToAnEarlierQuestion();
    void offersThePreset();
    void keepsWhatWasWrittenForAnotherKind();
    void sendsTheNeutralRecordWithoutAMapping();
    void triesTheWordsToo();
    void showsWhatIsSet();
    void confirmsWhatCanBeCompiled();
    void confirmsAfterALastLook();
    void confirmsWhereNothingCanBeTried();
    void leavesTheEditorByTab();

private:
    NewDestination described() const
    {
        NewDestination destination;
        destination.kind = m_kind;
        m_page->describe(destination);
        return destination;
    }

    void open(const char *kindWord)
    {
        m_kind = QString::fromLatin1(kindWord);
        m_page = std::make_unique<HowPage>(m_floor->actions, m_floor->reader, m_floor->display,
                                           [this] { return described(); });
        m_page->setKind(kind(kindWord));
        m_page->resize(900, 480);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTRY_VERIFY(m_page->findChild<SampleStepper *>()->isLoaded());
    }

    /** By the name that assistive tools see. */
    CodeEditor *editor(const char *name) const
    {
        const QList<CodeEditor *> editors = m_page->findChildren<CodeEditor *>();
        for (CodeEditor *editor : editors) {
            if (editor->accessibleName() == QLatin1StringView(name))
                return editor;
        }
        return nullptr;
    }

    CodeEditor *mapping() const { return editor("Mapping in jq"); }

    void type(const QString &text) const
    {
        const QStringList lines = text.split(QLatin1Char('\n'));
        for (qsizetype line = 0; line < lines.size(); ++line) {
            if (line > 0)
                QTest::keyClick(mapping()->focusProxy(), Qt::Key_Return);
            QTest::keyClicks(mapping()->focusProxy(), lines[line]);
        }
    }

    QStringList calls() const { return m_floor->actions.calls; }

    void stepOn() const { QTest::keyClick(m_page->window(), Qt::Key_Right, Qt::AltModifier); }

    Theme m_theme;
    QString m_kind;
    QList<qint64> m_ids;
    std::unique_ptr<DialogFloor> m_floor;
    std::unique_ptr<HowPage> m_page;
};

void HowPageTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void HowPageTest::init()
{
    m_floor = std::make_unique<DialogFloor>();
    m_ids = addCallers(*m_floor);
    m_floor->actions.preview = MappingPreview{c_input, c_output, {}};
}

void HowPageTest::cleanup()
{
    m_page.reset();
    m_floor.reset();
}

void HowPageTest::showsWhatTheLatestConversationBecomes()
{
    open("hubspot");
    QTRY_COMPARE(editor("Result")->text(), c_output);
    QCOMPARE(editor("Neutral record")->text(), c_input);
    QCOMPARE(calls(), QStringList{QStringLiteral("preview %1").arg(m_ids.last())});
    QVERIFY(shownTexts(*m_page).contains(QStringLiteral("1 of 5")));
    saveShots(*m_page, m_theme, QStringLiteral("how"));
}

void HowPageTest::stepsThroughTheConversations()
{
    open("hubspot");
    QTRY_COMPARE(calls().size(), 1);
    stepOn();
    QTRY_COMPARE(calls().last(), QStringLiteral("preview %1").arg(m_ids[3]));
    QVERIFY(shownTexts(*m_page).contains(QStringLiteral("2 of 5")));
    QTest::keyClick(m_page.get(), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(calls().last(), QStringLiteral("preview %1").arg(m_ids.last()));
    QTest::keyClick(m_page.get(), Qt::Key_Left, Qt::AltModifier); // there is no later one
    QVERIFY(shownTexts(*m_page).contains(QStringLiteral("1 of 5")));
}

void HowPageTest::stepsOnlyThroughThoseOfTheRule()
{
    open("hubspot");
    m_page->setRule(QStringLiteral("outcome:quoted"));
    QTRY_VERIFY(shownTexts(*m_page).contains(QStringLiteral("1 of 1")));
    QTRY_COMPARE(calls().last(), QStringLiteral("preview %1").arg(m_ids[1]));
    m_page->setRule(QStringLiteral("outcome:spam"));
    QTRY_VERIFY(shownTexts(*m_page).contains(QStringLiteral("No conversation passes the rule yet")));
    QCOMPARE(editor("Result")->text(), QString());
}

void HowPageTest::showsTheFirstThatComes()
{
    open("hubspot");
    m_page->setRule(QStringLiteral("outcome:spam"));
    QTRY_VERIFY(shownTexts(*m_page).contains(QStringLiteral("No conversation passes the rule yet")));
    const qint64 first = m_floor->store.addConversation(QStringLiteral("late"), QStringLiteral("spam"));
    SampleStore::valueOf(changetable::note(m_floor->store.database(), ChangeKind::Conversation, first));
    QTRY_COMPARE(calls().last(), QStringLiteral("preview %1").arg(first));
    const qint64 second = m_floor->store.addConversation(QStringLiteral("later"), QStringLiteral("spam"));
    SampleStore::valueOf(changetable::note(m_floor->store.database(), ChangeKind::Conversation, second));
    QSignalSpy changed(&m_floor->reader, &StoreReader::changed);
    QTRY_VERIFY(!changed.isEmpty());
    QVERIFY(shownTexts(*m_page).contains(QStringLiteral("1 of 1"))); // it is not taken from under the hand
}

void HowPageTest::triesAMomentAfterTheLastKey()
{
    open("webhook");
    QTRY_COMPARE(calls().size(), 1);
    QElapsedTimer since;
    since.start();
    type(QStringLiteral(".outcome"));
    QCOMPARE(calls().size(), 1);
    QTRY_COMPARE(calls().size(), 2); // once for all keys
    QVERIFY(since.elapsed() >= 380);
    QCOMPARE(m_floor->actions.mappedWith, QStringLiteral(".outcome"));
}

void HowPageTest::marksWhereItIsWrong()
{
    open("webhook");
    QTRY_COMPARE(editor("Result")->text(), c_output);
    m_floor->actions.preview =
        MappingPreview{c_input, {}, {{QStringLiteral("foo/0 is not defined"), 2, 3}, {QStringLiteral("more"), 3, 0}}};
    type(QStringLiteral("{\na: foo,\nb: .c }"));
    QTRY_COMPARE(reasonsOf(*m_page), QStringLiteral("Line 2, column 3: foo/0 is not defined\nLine 3: more"));
    QCOMPARE(mapping()->problemCount(), 2);
    QCOMPARE(editor("Result")->text(), c_output); // the last that worked
    QVERIFY(shownTexts(*m_page).contains(QStringLiteral("As the last mapping that worked made it.")));
    saveShots(*m_page, m_theme, QStringLiteral("how-wrong"));
    m_floor->actions.preview = MappingPreview{c_input, QStringLiteral("{}"), {}};
    type(QStringLiteral(" "));
    QTRY_COMPARE(editor("Result")->text(), QStringLiteral("{}"));
    QCOMPARE(mapping()->problemCount(), 0);
    QCOMPARE(reasonsOf(*m_page), QString());
}

void HowPageTest::saysWhatFailsOnThisConversationOnly()
{
    m_floor->actions.preview = MappingPreview{c_input, {}, {{QStringLiteral("\"owner\" is empty"), 0, 0}}};
    open("webhook");
    type(QStringLiteral(".owner"));
    QTRY_COMPARE(reasonsOf(*m_page), QStringLiteral("\"owner\" is empty"));
    QCOMPARE(mapping()->problemCount(), 0);
    std::optional<bool> confirmed;
    QTRY_VERIFY(m_floor->actions.mappedWith == QStringLiteral(".owner"));
    m_page->confirm([&](bool isRight) { confirmed = isRight; });
    QTRY_VERIFY(confirmed);
    QVERIFY(*confirmed); // others may be fine
}

void HowPageTest::ignoresAnAnswerToAnEarlierQuestion()
{
    open("webhook");
    QTRY_COMPARE(editor("Result")->text(), c_output);
    m_floor->actions.preview = MappingPreview{c_input, QStringLiteral("1"), {}};
    stepOn(); // answered, but not taken yet
    m_floor->actions.preview = MappingPreview{c_input, QStringLiteral("2"), {}};
    stepOn();
    QTRY_COMPARE(editor("Result")->text(), QStringLiteral("2"));
}

void HowPageTest::offersThePreset()
{
    const QString preset = presetMapping(kind("hubspot"));
    QVERIFY(!preset.isEmpty());
    open("hubspot");
    QVERIFY(preset.endsWith(mapping()->text())); // without the lines about its licence
    QVERIFY(!mapping()->text().contains(QStringLiteral("SPDX")));
    QVERIFY(described().mapping.isNull()); // so that a better one comes with the next version
    const QString shown = mapping()->text();
    QVERIFY(!buttonOf(*m_page, QStringLiteral("Use the preset"))->isEnabled());
    type(QStringLiteral("x"));
    QVERIFY(mapping()->text() != shown);
    QVERIFY(!described().mapping.isNull());
    press(*m_page, QStringLiteral("Use the preset"));
    QCOMPARE(mapping()->text(), shown);
    QVERIFY(described().mapping.isNull());
    QTest::keyClick(mapping()->focusProxy(), Qt::Key_Z, Qt::ControlModifier); // and back
    QVERIFY(mapping()->text() != shown);
}

void HowPageTest::keepsWhatWasWrittenForAnotherKind()
{
    open("webhook");
    type(QStringLiteral(".outcome"));
    m_page->setKind(kind("hubspot"));
    QVERIFY(!mapping()->text().isEmpty());
    QVERIFY(presetMapping(kind("hubspot")).endsWith(mapping()->text()));
    m_page->setKind(kind("webhook"));
    QCOMPARE(mapping()->text(), QStringLiteral(".outcome"));
}

void HowPageTest::sendsTheNeutralRecordWithoutAMapping()
{
    open("webhook");
    QVERIFY(described().mapping.isNull());
    QVERIFY(shownTexts(*m_page).contains(QStringLiteral("Empty: the neutral record is sent as it is.")));
    QVERIFY(!buttonOf(*m_page, QStringLiteral("Use the preset"))->isVisible());
    type(QStringLiteral(" "));
    QVERIFY(described().mapping.isNull());
}

void HowPageTest::triesTheWordsToo()
{
    open("hubspot");
    QTRY_COMPARE(calls().size(), 1);
    auto *words = m_page->findChild<WordTables *>();
    QVERIFY(!words->isEmpty());
    words->pairs()->table()->item(0, 1)->setText(QStringLiteral("Another word"));
    QTRY_COMPARE(calls().size(), 2);
    QCOMPARE(described().options.value(QStringLiteral("words")).toObject(), words->changes());
    QVERIFY(!words->changes().isEmpty());
}

void HowPageTest::showsWhatIsSet()
{
    open("hubspot");
    Destination destination;
    destination.kind = QStringLiteral("hubspot");
    destination.mapping = QStringLiteral("{object: \"calls\"}");
    destination.options = {
        {QStringLiteral("words"),
         QJsonObject{{QStringLiteral("team"), QJsonObject{{QStringLiteral("a"), QStringLiteral("b")}}}}}};
    m_page->setDestination(destination);
    QCOMPARE(mapping()->text(), destination.mapping);
    QCOMPARE(described().mapping, destination.mapping);
    QCOMPARE(described().options, destination.options);
}

void HowPageTest::confirmsWhatCanBeCompiled()
{
    open("webhook");
    m_floor->actions.preview = MappingPreview{c_input, {}, {{QStringLiteral("syntax error"), 1, 2}}};
    type(QStringLiteral("{{"));
    QTRY_VERIFY(!reasonsOf(*m_page).isEmpty());
    std::optional<bool> confirmed;
    m_page->confirm([&](bool isRight) { confirmed = isRight; });
    QVERIFY(confirmed); // at once: it is known
    QVERIFY(!*confirmed);
    m_page->focusProblem();
    QVERIFY(mapping()->focusProxy()->hasFocus());
    QCOMPARE(mapping()->cursorPlace(), std::pair(1, 2));
}

void HowPageTest::confirmsAfterALastLook()
{
    open("webhook");
    QTRY_COMPARE(calls().size(), 1);
    m_floor->actions.preview = MappingPreview{c_input, {}, {{QStringLiteral("syntax error"), 1, 2}}};
    type(QStringLiteral("{{")); // not tried yet
    std::optional<bool> confirmed;
    m_page->confirm([&](bool isRight) { confirmed = isRight; });
    QVERIFY(!confirmed);
    QTRY_VERIFY(confirmed);
    QVERIFY(!*confirmed);
    QCOMPARE(m_floor->actions.mappedWith, QStringLiteral("{{"));
}

void HowPageTest::confirmsWhereNothingCanBeTried()
{
    open("webhook");
    std::optional<bool> confirmed;
    m_page->confirm([&](bool isRight) { confirmed = isRight; });
    QVERIFY(confirmed && *confirmed); // there is no mapping of its own
    type(QStringLiteral("{{"));
    m_page->setRule(QStringLiteral("outcome:spam"));
    QTRY_COMPARE(m_page->findChild<SampleStepper *>()->conversation(), 0);
    confirmed.reset();
    m_page->confirm([&](bool isRight) { confirmed = isRight; });
    QVERIFY(confirmed && *confirmed); // the store looks
}

void HowPageTest::leavesTheEditorByTab()
{
    open("hubspot");
    mapping()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(!mapping()->focusProxy()->hasFocus());
    QVERIFY(!mapping()->text().contains(QLatin1Char('\t')));
}

QTEST_MAIN(HowPageTest)
#include "tst_howpage.moc"
