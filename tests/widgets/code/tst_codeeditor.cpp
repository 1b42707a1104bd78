// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/settings/looking.h"
#include "widgets/code/codeeditor.h"

#include <QSignalSpy>
#include <QTest>

using namespace earshot;

class CodeEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void tellsWhatAPersonTypes();
    void isSilentWhenItIsFilled();
    void canUndoWhatReplacedAll();
    void keepsTheIndentation();
    void leavesTabAndEscToWhatIsAroundIt();
    void marksProblems_data();
    void marksProblems();
    void goesToAPlace();
    void takesNoKeysWhenItOnlyShows();
    void showsItself();

private:
    QWidget *field() const { return m_editor->focusProxy(); }

    Theme m_theme;
    std::unique_ptr<QWidget> m_window;
    CodeEditor *m_editor = nullptr;
};

void CodeEditorTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void CodeEditorTest::init()
{
    m_window = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(m_window.get());
    m_editor = new CodeEditor(CodeEditor::Language::Jq);
    column->addWidget(m_editor);
    column->addWidget(new QPushButton(QStringLiteral("next")));
    m_window->resize(420, 320);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_editor->setFocus();
}

void CodeEditorTest::tellsWhatAPersonTypes()
{
    const QSignalSpy edited(m_editor, &CodeEditor::edited);
    QTest::keyClicks(field(), QStringLiteral(".a"));
    QCOMPARE(m_editor->text(), QStringLiteral(".a"));
    QCOMPARE(edited.size(), 2);
}

void CodeEditorTest::isSilentWhenItIsFilled()
{
    const QSignalSpy edited(m_editor, &CodeEditor::edited);
    m_editor->setText(QStringLiteral(".é\n.b"));
    QCOMPARE(m_editor->text(), QStringLiteral(".é\n.b"));
    QCOMPARE(edited.size(), 0);
    QTest::keyClick(field(), Qt::Key_Z, Qt::ControlModifier); // it was nobody's doing
    QCOMPARE(m_editor->text(), QStringLiteral(".é\n.b"));
}

void CodeEditorTest::canUndoWhatReplacedAll()
{
    const QSignalSpy edited(m_editor, &CodeEditor::edited);
    QTest::keyClicks(field(), QStringLiteral(".a"));
    m_editor->replaceText(QStringLiteral(".b"));
    QCOMPARE(m_editor->text(), QStringLiteral(".b"));
    QVERIFY(edited.size() > 2);
    QTest::keyClick(field(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_editor->text(), QStringLiteral(".a"));
}

void CodeEditorTest::keepsTheIndentation()
{
    QTest::keyClicks(field(), QStringLiteral("  .a"));
    QTest::keyClick(field(), Qt::Key_Return);
    QTest::keyClicks(field(), QStringLiteral("| .b"));
    QCOMPARE(m_editor->text(), QStringLiteral("  .a\n  | .b"));
}

void CodeEditorTest::leavesTabAndEscToWhatIsAroundIt()
{
    QTest::keyClick(field(), Qt::Key_Tab);
    QVERIFY(!field()->hasFocus());
    QCOMPARE(m_editor->text(), QString());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QVERIFY(field()->hasFocus());
}

void CodeEditorTest::marksProblems_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("place") << 2 << 3;
    QTest::newRow("line") << 2 << 0;
    QTest::newRow("behind the line") << 1 << 90;
    QTest::newRow("behind the end") << 90 << 1;
    QTest::newRow("nowhere") << 0 << 0;
}

void CodeEditorTest::marksProblems()
{
    QFETCH(int, line);
    QFETCH(int, column);
    m_editor->setText(QStringLiteral(".é\n  foo"));
    m_editor->markProblem(line, column);
    QCOMPARE(m_editor->problemCount(), 1);
    m_editor->clearProblems();
    QCOMPARE(m_editor->problemCount(), 0);
    m_editor->setText({});
    m_editor->markProblem(line, column);
    m_editor->clearProblems();
}

void CodeEditorTest::goesToAPlace()
{
    m_editor->setText(QStringLiteral(".é\n  foo"));
    m_window->findChild<QPushButton *>()->setFocus();
    m_editor->goTo(2, 3);
    QCOMPARE(m_editor->cursorPlace(), std::pair(2, 3));
    QVERIFY(field()->hasFocus());
}

void CodeEditorTest::takesNoKeysWhenItOnlyShows()
{
    m_editor->setReadOnly(true);
    m_editor->setText(QStringLiteral(".a"));
    QTest::keyClicks(field(), QStringLiteral("b"));
    QTest::keyClick(field(), Qt::Key_Delete);
    QCOMPARE(m_editor->text(), QStringLiteral(".a"));
}

void CodeEditorTest::showsItself()
{
    m_editor->setText(
        QStringLiteral("# What HubSpot gets of a call\n"
                       "{\n"
                       "  object: \"calls\",\n"
                       "  record: {\n"
                       "    hs_call_title: \"Call with \\(.contact_name // \"somebody\")\",\n"
                       "    hs_call_duration: (.duration_s * 1000 | tostring),\n"
                       "    hs_call_disposition: $words.outcome[.outcome],\n"
                       "    hs_call_status: (if .outcome == \"no_answer\" then nope else \"COMPLETED\" end)\n"
                       "  }\n"
                       "}\n"));
    m_editor->markProblem(8, 52);
    saveShots(*m_window, m_theme, QStringLiteral("codeeditor"));
    QCOMPARE(m_editor->problemCount(), 1);
}

QTEST_MAIN(CodeEditorTest)
#include "tst_codeeditor.moc"
