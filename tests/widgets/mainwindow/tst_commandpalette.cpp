// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/store/storefixture.h"
#include "tests/widgets/settings/looking.h"
#include "widgets/mainwindow/commandpalette.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;

class CommandPaletteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void offersEverythingAtFirst();
    void findsCommandsByAFewLetters();
    void keepsToAKind_data();
    void keepsToAKind();
    void findsPeople_data();
    void findsPeople();
    void showsTheLatestCallsOfAPersonFirst();
    void goesToAPerson();
    void runsWhatIsChosen();
    void runsWhatIsClicked();
    void runsNothingOnEscape();
    void goesWithTheFocus();
    void runsNothingWhereNothingFits();

private:
    PaletteEntry entry(PaletteEntry::Kind kind, const QString &text)
    {
        return {kind, Icon::Dot, text, {}, [this, text] { m_ran.append(text); }};
    }

    QLineEdit *field() const { return m_palette->findChild<QLineEdit *>(); }

    QListWidget *list() const { return m_palette->findChild<QListWidget *>(); }

    QStringList shown() const
    {
        QStringList texts;
        for (int i = 0; i < list()->count(); ++i)
            texts.append(list()->item(i)->text());
        return texts;
    }

    void type(const QString &text) const { QTest::keyClicks(field(), text); }

    void press(Qt::Key key) const { QTest::keyClick(field(), key); }

    qint64 addCall(qint64 source, const char *id, const char *name, const char *phone)
    {
        Conversation conversation;
        conversation.conversationId = QString::fromUtf8(id);
        conversation.contactName = name ? QString::fromUtf8(name) : QString();
        conversation.contactPhone = phone ? QString::fromUtf8(phone) : QString();
        conversation.startedAt = Timestamp(std::chrono::hours(++m_calls));
        return m_store->addConversation(source, conversation);
    }

    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<StoreReader> m_reader;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_other = nullptr;
    QPointer<CommandPalette> m_palette;
    QStringList m_ran;
    int m_calls = 0;
    qint64 m_ada = 0;
};

void CommandPaletteTest::initTestCase()
{
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void CommandPaletteTest::init()
{
    m_ran.clear();
    m_store = std::make_unique<StoreFixture>();
    const qint64 source = m_store->addSource(QStringLiteral("desk"));
    addCall(source, "c-1", "Ada Lovelace", "+493023125118");
    addCall(source, "c-2", nullptr, "+442079460123");
    addCall(source, "c-3", nullptr, nullptr);
    addCall(source, "c-4", "100 % Robert_s", nullptr);
    m_ada = addCall(source, "c-5", "Ada Lovelace", "+493023125118");
    m_reader = std::make_unique<StoreReader>(StoreLocation{m_store->path()});
    m_window = std::make_unique<QWidget>();
    m_window->resize(800, 600);
    m_other = new QLineEdit(m_window.get());
    using enum PaletteEntry::Kind;
    m_palette =
        new CommandPalette({entry(Action, QStringLiteral("Export…")), entry(Action, QStringLiteral("Settings…")),
                            entry(View, QStringLiteral("Booked today"))},
                           *m_reader, m_window.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_palette->popUp();
    QVERIFY(field()->hasFocus());
}

void CommandPaletteTest::cleanup()
{
    m_window.reset();
    m_reader.reset();
    m_store.reset();
}

void CommandPaletteTest::offersEverythingAtFirst()
{
    QCOMPARE(shown(),
             (QStringList{QStringLiteral("Export…"), QStringLiteral("Settings…"), QStringLiteral("Booked today")}));
    QCOMPARE(list()->currentRow(), 0);
    QVERIFY(m_window->rect().contains(m_palette->geometry()));
    saveShot(*m_window, QStringLiteral("palette"));
}

void CommandPaletteTest::findsCommandsByAFewLetters()
{
    type(QStringLiteral("stn"));
    QCOMPARE(shown(), QStringList{QStringLiteral("Settings…")});
    field()->clear();
    type(QStringLiteral("bt"));
    QCOMPARE(shown(), QStringList{QStringLiteral("Booked today")});
}

void CommandPaletteTest::keepsToAKind_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("shown");
    QTest::newRow("commands") << ">" << QStringList{QStringLiteral("Export…"), QStringLiteral("Settings…")};
    QTest::newRow("commands with letters") << ">set" << QStringList{QStringLiteral("Settings…")};
    QTest::newRow("views") << "#" << QStringList{QStringLiteral("Booked today")};
    QTest::newRow("people") << "@" << QStringList();
    QTest::newRow("a view is no command") << ">booked" << QStringList();
}

void CommandPaletteTest::keepsToAKind()
{
    QFETCH(QString, typed);
    type(typed);
    QTEST(shown(), "shown");
}

void CommandPaletteTest::findsPeople_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("begin"); // of the first row
    QTest::newRow("name") << "lovelace" << "Ada Lovelace";
    QTest::newRow("name, kept to people") << "@Ada" << "Ada Lovelace";
    QTest::newRow("phone as stored") << "+493023125118" << "Ada Lovelace";
    QTest::newRow("phone with spaces") << "+49 30 2312 5118" << "Ada Lovelace";
    QTest::newRow("phone from abroad") << "0049 30/2312-5118" << "Ada Lovelace";
    QTest::newRow("phone at home") << "(030) 2312 5118" << "Ada Lovelace";
    QTest::newRow("phone with a zero") << "+49 (0)30 23125118" << "Ada Lovelace";
    QTest::newRow("its end") << "5118" << "Ada Lovelace";
    QTest::newRow("phone without a name") << "020 7946 0123" << "+44 ";
    QTest::newRow("platform's id") << "c-3" << "c-3";
    QTest::newRow("what SQL takes for a pattern") << "0 %" << "100 % Robert_s";
    QTest::newRow("and another") << "t_s" << "100 % Robert_s";
}

void CommandPaletteTest::findsPeople()
{
    QFETCH(QString, typed);
    QFETCH(QString, begin);
    type(typed);
    QTRY_VERIFY2(!shown().isEmpty(), qPrintable(typed));
    QTRY_VERIFY2(shown().value(0).startsWith(begin), qPrintable(shown().join(QLatin1Char('|'))));
}

void CommandPaletteTest::showsTheLatestCallsOfAPersonFirst()
{
    type(QStringLiteral("@ada"));
    QTRY_COMPARE(list()->count(), 2);
    const QSignalSpy chosen(m_palette.data(), &CommandPalette::conversationChosen);
    press(Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toLongLong(), m_ada);
}

void CommandPaletteTest::goesToAPerson()
{
    const QSignalSpy chosen(m_palette.data(), &CommandPalette::conversationChosen);
    type(QStringLiteral("@ada"));
    QTRY_COMPARE(list()->count(), 2);
    press(Qt::Key_Down);
    press(Qt::Key_Enter);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(chosen.first().first().toLongLong() != m_ada); // the other one
    QTRY_VERIFY(!m_palette);
}

void CommandPaletteTest::runsWhatIsChosen()
{
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Up);
    press(Qt::Key_Return);
    QCOMPARE(m_ran, QStringList{QStringLiteral("Settings…")});
    QTRY_VERIFY(!m_palette);
}

void CommandPaletteTest::runsWhatIsClicked()
{
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualItemRect(list()->item(2)).center());
    QCOMPARE(m_ran, QStringList{QStringLiteral("Booked today")});
    QTRY_VERIFY(!m_palette);
}

void CommandPaletteTest::runsNothingOnEscape()
{
    type(QStringLiteral("set"));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!m_palette);
    QVERIFY(m_ran.isEmpty());
    QVERIFY(m_window->isVisible());
}

void CommandPaletteTest::goesWithTheFocus()
{
    m_other->setFocus();
    QTRY_VERIFY(!m_palette);
    QVERIFY(m_ran.isEmpty());
}

void CommandPaletteTest::runsNothingWhereNothingFits()
{
    type(QStringLiteral("zzzz"));
    QCOMPARE(list()->count(), 0);
    press(Qt::Key_Return);
    QVERIFY(m_palette);
    QVERIFY(m_palette->isVisible());
    QVERIFY(m_ran.isEmpty());
}

QTEST_MAIN(CommandPaletteTest)
#include "tst_commandpalette.moc"
