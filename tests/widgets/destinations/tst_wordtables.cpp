// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/destinations/pages.h"
#include "widgets/destinations/pairtable.h"
#include "widgets/destinations/wordtables.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTableWidget>

using namespace earshot;

namespace {

QJsonObject json(const char *text)
{
    const QJsonDocument read = QJsonDocument::fromJson(text);
    Q_ASSERT(read.isObject());
    return read.object();
}

QJsonObject preset()
{
    return json(R"({"outcome": {"booked": "Connected", "no_answer": "No answer", "spam": "Busy"},
                    "priority": {"booked": 1, "spam": 3}})");
}

} // namespace

class WordTablesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void showsThePreset();
    void showsWhatIsSetOverIt();
    void keepsOnlyWhatDiffers();
    void leavesOutARemovedWord();
    void addsAWord();
    void keepsNumbersNumbers();
    void putsAWordBackThatIsTypedAsItWas();
    void resetsOneTable();
    void isEmptyWithoutTables();

private:
    QTableWidget *table() const { return m_tables->pairs()->table(); }

    int rowOf(const char *word) const
    {
        for (int row = 0; row < table()->rowCount(); ++row) {
            if (table()->item(row, 0)->text() == QLatin1StringView(word))
                return row;
        }
        return -1;
    }

    /** Types into the cell beside a word, as a person does. */
    void type(const char *word, const QString &text) const
    {
        table()->setFocus();
        table()->setCurrentCell(rowOf(word), 1);
        QTest::keyClick(table(), Qt::Key_F2);
        auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(line);
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(table()->item(rowOf(word), 1)->text(), text); // kept with the next turn of the loop
    }

    void choose(const char *name) const
    {
        QComboBox *combo = m_tables->findChild<QComboBox *>();
        combo->setCurrentIndex(combo->findData(QString::fromLatin1(name)));
    }

    Theme m_theme;
    std::unique_ptr<WordTables> m_tables;
};

void WordTablesTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void WordTablesTest::init()
{
    m_tables = std::make_unique<WordTables>();
    m_tables->setWords(preset(), {});
    m_tables->resize(360, 320);
    m_tables->show();
    QVERIFY(QTest::qWaitForWindowActive(m_tables.get()));
}

void WordTablesTest::showsThePreset()
{
    QCOMPARE(table()->rowCount(), 3);
    QCOMPARE(table()->item(rowOf("booked"), 1)->text(), QStringLiteral("Connected"));
    QVERIFY(m_tables->changes().isEmpty());
    QVERIFY(!buttonOf(*m_tables, QStringLiteral("Reset"))->isEnabled());
    saveShots(*m_tables, m_theme, QStringLiteral("words"));
}

void WordTablesTest::showsWhatIsSetOverIt()
{
    m_tables->setWords(preset(), json(R"({"outcome": {"booked": "Won", "spam": null}, "team": {"a": "b"}})"));
    QCOMPARE(table()->item(rowOf("booked"), 1)->text(), QStringLiteral("Won"));
    QCOMPARE(rowOf("spam"), -1);
    choose("team"); // not the preset's
    QCOMPARE(table()->item(0, 1)->text(), QStringLiteral("b"));
    QCOMPARE(m_tables->changes(), json(R"({"outcome": {"booked": "Won", "spam": null}, "team": {"a": "b"}})"));
}

void WordTablesTest::keepsOnlyWhatDiffers()
{
    const QSignalSpy edited(m_tables.get(), &WordTables::edited);
    type("booked", QStringLiteral(" Won "));
    QCOMPARE(m_tables->changes(), json(R"({"outcome": {"booked": "Won"}})"));
    QCOMPARE(edited.size(), 1);
    QVERIFY(buttonOf(*m_tables, QStringLiteral("Reset"))->isEnabled());
}

void WordTablesTest::leavesOutARemovedWord()
{
    table()->setCurrentCell(rowOf("spam"), 0);
    press(*m_tables, QStringLiteral("Remove row"));
    QCOMPARE(m_tables->changes(), json(R"({"outcome": {"spam": null}})"));
    table()->setCurrentCell(rowOf("no_answer"), 0);
    QTest::keyClick(table(), Qt::Key_Delete);
    QCOMPARE(m_tables->changes(), json(R"({"outcome": {"spam": null, "no_answer": null}})"));
}

void WordTablesTest::addsAWord()
{
    press(*m_tables, QStringLiteral("Add row"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("voicemail"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_tables->changes(), json(R"({"outcome": {"voicemail": ""}})"));
    type("voicemail", QStringLiteral("Left voicemail"));
    QCOMPARE(m_tables->changes(), json(R"({"outcome": {"voicemail": "Left voicemail"}})"));
}

void WordTablesTest::keepsNumbersNumbers()
{
    choose("priority");
    type("spam", QStringLiteral("9"));
    QCOMPARE(m_tables->changes(), json(R"({"priority": {"spam": 9}})"));
}

void WordTablesTest::putsAWordBackThatIsTypedAsItWas()
{
    type("booked", QStringLiteral("Won"));
    type("booked", QStringLiteral("Connected"));
    QVERIFY(m_tables->changes().isEmpty());
}

void WordTablesTest::resetsOneTable()
{
    type("booked", QStringLiteral("Won"));
    choose("priority");
    type("booked", QStringLiteral("7"));
    press(*m_tables, QStringLiteral("Reset"));
    QCOMPARE(m_tables->changes(), json(R"({"outcome": {"booked": "Won"}})"));
    QCOMPARE(table()->item(rowOf("booked"), 1)->text(), QStringLiteral("1"));
    QVERIFY(!buttonOf(*m_tables, QStringLiteral("Reset"))->isEnabled());
}

void WordTablesTest::isEmptyWithoutTables()
{
    QVERIFY(!m_tables->isEmpty());
    m_tables->setWords({}, {});
    QVERIFY(m_tables->isEmpty());
}

QTEST_MAIN(WordTablesTest)
#include "tst_wordtables.moc"
