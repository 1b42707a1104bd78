// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/conversation/exampletranscript.h"
#include "tests/widgets/conversation/shots.h"
#include "widgets/conversation/findbar.h"
#include "widgets/conversation/hitmap.h"
#include "widgets/conversation/transcriptpane.h"
#include "widgets/conversation/transcriptview.h"

#include <QAccessible>
#include <QClipboard>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;

namespace {

using Shape = TranscriptBlock::Shape;

Transcript longCall(int turns)
{
    Transcript call;
    call.conversation = 3;
    call.kind = Kind::Call;
    call.status = Status::InProgress;
    call.contact = QStringLiteral("+4930123456");
    call.startedAt = exampleTime(0);
    for (int i = 0; i < turns; ++i) {
        const QString text = QStringLiteral("Line %1 %2").arg(i).arg(QString(i % 7 * 20, QLatin1Char('x')));
        call.entries.append(turn(i % 2 == 0 ? Role::User : Role::Assistant, text, i * 5));
    }
    return call;
}

Transcript oneTurn(const QString &text)
{
    Transcript chat;
    chat.conversation = 4;
    chat.entries = {turn(Role::User, text, 0)};
    return chat;
}

} // namespace

class TranscriptViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void setsEachSideAtItsEdge();
    void mirrorsFromRightToLeft();
    void namesWhoSpeaksAndWhen();
    void leavesOutTheHeadWithinHalfAMinute();
    void showsLongPauses_data();
    void showsLongPauses();
    void saysHowItEnded();
    void foldsLongTurns_data();
    void foldsLongTurns();
    void unfoldsByKeyAndByMouse();
    void unfoldsTheFieldsOfAForm();
    void bubblesTakeTheDirectionOfTheirText();
    void bubblesAreNeverTooWide();
    void selectsAcrossBubblesWithNamesAndTimes();
    void selectsWithTheKeyboard();
    void selectsWithTheMouse();
    void movesByMarker();
    void findsWithoutCaseAndAccents_data();
    void findsWithoutCaseAndAccents();
    void goesRoundTheHits();
    void unfoldsWhereAHitIsHidden();
    void growsAtItsEnd();
    void countsNewLinesWhileTheEndIsOutOfView();
    void keepsItsPlaceWhenItGrows();
    void laysOutTenThousandTurnsLazily();
    void opensNoLinkByAPlainClick();
    void showsMarkersAndHitsInTheMap();
    void isReadByAssistiveTools();
    void saysWhyThereIsNone_data();
    void saysWhyThereIsNone();
    void looksRight();

private:
    void show(const Transcript &transcript, const QSize &size = {388, 620});

    StillClock m_clock;
    std::unique_ptr<DisplaySettings> m_settings;
    std::unique_ptr<TranscriptPane> m_pane;
    TranscriptView *m_view = nullptr;
};

void TranscriptViewTest::init()
{
    m_settings = std::make_unique<DisplaySettings>(m_clock);
    m_pane = std::make_unique<TranscriptPane>(*m_settings);
    m_view = &m_pane->view();
}

void TranscriptViewTest::cleanup()
{
    m_pane.reset();
    m_settings.reset();
}

void TranscriptViewTest::show(const Transcript &transcript, const QSize &size)
{
    m_pane->resize(size);
    m_pane->showTranscript(transcript);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    m_view->setFocus();
    QTRY_VERIFY(m_view->isLaidOut());
}

void TranscriptViewTest::setsEachSideAtItsEdge()
{
    show(exampleChat());
    const int width = m_view->viewport()->width();
    const QRect contact = m_view->entryRect(0);
    const QRect assistant = m_view->entryRect(1);
    const QRect intent = m_view->entryRect(3);
    const QRect agent = m_view->entryRect(6);
    QCOMPARE(contact.left(), 12);
    QVERIFY(contact.right() < width - 12 - 20);
    QCOMPARE(assistant.right() + 1, width - 12);
    QVERIFY(assistant.left() > 12 + 20);
    QCOMPARE(agent.right() + 1, width - 12);
    QCOMPARE(intent.left(), 12);
    QCOMPARE(intent.right() + 1, width - 12);
    QCOMPARE(m_view->blocks().at(1).shape, Shape::Contact);
    QCOMPARE(m_view->blocks().at(2).shape, Shape::Assistant);
    QCOMPARE(m_view->blocks().at(4).shape, Shape::Marker);
    QCOMPARE(m_view->blocks().at(7).shape, Shape::Agent);
}

void TranscriptViewTest::mirrorsFromRightToLeft()
{
    m_pane->setLayoutDirection(Qt::RightToLeft);
    show(exampleChat());
    QCOMPARE(m_view->entryRect(0).right() + 1, m_view->viewport()->width() - 12);
    QCOMPARE(m_view->entryRect(1).left(), 12);
}

void TranscriptViewTest::namesWhoSpeaksAndWhen()
{
    show(exampleChat());
    const auto &blocks = m_view->blocks();
    QCOMPARE(blocks.at(1).name, QStringLiteral("Hannah Vogel"));
    QCOMPARE(blocks.at(1).time, QStringLiteral("14:21:06"));
    QCOMPARE(blocks.at(1).icon, Icon::Person);
    QCOMPARE(blocks.at(2).name, QStringLiteral("Pine"));
    QCOMPARE(blocks.at(2).time, QStringLiteral("+0:03"));
    QCOMPARE(blocks.at(2).icon, Icon::Robot);
    QCOMPARE(blocks.at(4).text, QStringLiteral("Intent captured REQUEST_QUOTE"));
    QCOMPARE(blocks.at(4).time, QStringLiteral("+1:35"));
    QCOMPARE(blocks.at(7).name, QStringLiteral("Nora Blythe"));
    QCOMPARE(blocks.at(7).time, QStringLiteral("joined +5:40"));
    QCOMPARE(blocks.at(7).icon, Icon::Headset);
}

void TranscriptViewTest::leavesOutTheHeadWithinHalfAMinute()
{
    Transcript chat = oneTurn(QStringLiteral("one"));
    chat.entries.append(turn(Role::User, QStringLiteral("two"), 30));
    chat.entries.append(turn(Role::User, QStringLiteral("three"), 61));
    chat.entries.append(turn(Role::Assistant, QStringLiteral("four"), 62));
    chat.entries.append(turn(Role::User, QStringLiteral("five"), 63));
    show(chat);
    QList<bool> heads;
    for (int i = 1; i <= 5; ++i)
        heads.append(m_view->blocks().at(i).hasHead);
    QCOMPARE(heads, QList<bool>({true, false, true, true, true}));
    QVERIFY(m_view->entryRect(1).top() - m_view->entryRect(0).bottom() < 8);
}

void TranscriptViewTest::showsLongPauses_data()
{
    QTest::addColumn<bool>("isCall");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("pause");
    QTest::newRow("8 s in a call") << true << 8 << QString();
    QTest::newRow("9 s in a call") << true << 9 << QStringLiteral("9 s");
    QTest::newRow("60 s in a chat") << false << 60 << QString();
    QTest::newRow("112 s in a chat") << false << 112 << QStringLiteral("1 min 52 s");
}

void TranscriptViewTest::showsLongPauses()
{
    QFETCH(bool, isCall);
    QFETCH(int, seconds);
    QFETCH(QString, pause);
    Transcript transcript = oneTurn(QStringLiteral("one"));
    transcript.kind = isCall ? Kind::Call : Kind::Chat;
    transcript.entries.append(turn(Role::User, QStringLiteral("two"), seconds));
    show(transcript);
    QCOMPARE(m_view->blocks().at(2).pause, pause);
}

void TranscriptViewTest::saysHowItEnded()
{
    show(exampleChat());
    QCOMPARE(m_view->blocks().last().shape, Shape::Closing);
    QCOMPARE(m_view->blocks().last().text, QStringLiteral("Closed 14:28:38 · end read from the closing event"));
    QVERIFY(m_view->blocks().first().text.endsWith(QStringLiteral("14:21:06")));
    Transcript running = exampleChat();
    running.status = Status::Open;
    m_pane->showTranscript(running);
    QCOMPARE(m_view->blocks().last().shape, Shape::Contact);
}

void TranscriptViewTest::foldsLongTurns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("shown");
    const QString word = QStringLiteral("abcdefghi ");
    QTest::newRow("1,200 characters") << word.repeated(120) << qsizetype(1200);
    QTest::newRow("1,210 characters") << word.repeated(121) << qsizetype(1200);
    QTest::newRow("20 lines") << QString(QStringLiteral("ab\n").repeated(19) + QStringLiteral("ab")) << qsizetype(59);
    QTest::newRow("21 lines") << QStringLiteral("ab\n").repeated(21) << qsizetype(59);
    const QString emoji = QString::fromUcs4(U"\U0001F600", 1);
    QTest::newRow("half a character") << QString(QString(1199, QLatin1Char('a')) + emoji) << qsizetype(1199);
}

void TranscriptViewTest::foldsLongTurns()
{
    QFETCH(QString, text);
    QFETCH(qsizetype, shown);
    show(oneTurn(text));
    QCOMPARE(m_view->blocks().at(1).shown, shown);
    QCOMPARE(m_view->blocks().at(1).isFolded(), shown < text.size());
    QCOMPARE(m_view->blocks().at(1).more.isEmpty(), shown == text.size());
}

void TranscriptViewTest::unfoldsByKeyAndByMouse()
{
    show(oneTurn(QString(4310, QLatin1Char('x'))));
    QCOMPARE(m_view->blocks().at(1).more, QStringLiteral("Show all 4,310 characters"));
    const int height = m_view->entryRect(0).height();
    QTest::keyClick(m_view, Qt::Key_Return);
    QCOMPARE(m_view->blocks().at(1).shown, 4310);
    QVERIFY(m_view->entryRect(0).height() > 2 * height);
    QTest::keyClick(m_view, Qt::Key_Return);
    QVERIFY(m_view->blocks().at(1).isFolded());
    m_pane->resize(388, 1600);
    const QRect bubble = m_view->entryRect(0);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(bubble.left() + 20, bubble.bottom() - 12));
    QVERIFY(!m_view->blocks().at(1).isFolded());
}

void TranscriptViewTest::unfoldsTheFieldsOfAForm()
{
    show(exampleChat());
    const QRect form = m_view->entryRect(5);
    QVERIFY(m_view->blocks().at(6).isFolded());
    QVERIFY(m_view->blocks().at(6).time.startsWith(QStringLiteral("4 fields")));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, form.center());
    QVERIFY(!m_view->blocks().at(6).isFolded());
    QVERIFY(m_view->blocks().at(6).shownText().contains(QStringLiteral("postcode: 14467")));
    QVERIFY(m_view->entryRect(5).height() > form.height());
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->entryRect(5).topLeft() + QPoint(40, 10));
    QCOMPARE(m_view->entryRect(5).height(), form.height());
}

void TranscriptViewTest::bubblesTakeTheDirectionOfTheirText()
{
    show(exampleArabicCall());
    const QRect bubble = m_view->entryRect(0);
    const QRect start = m_view->placeRect({1, 0});
    QVERIFY(start.left() > bubble.center().x()); // Arabic begins at the right
    const QRect latin = m_view->entryRect(7);
    QVERIFY(m_view->placeRect({8, 0}).left() < latin.center().x());
}

void TranscriptViewTest::bubblesAreNeverTooWide()
{
    show(oneTurn(QStringLiteral("word ").repeated(60)));
    const int room = m_view->viewport()->width() - 24;
    QVERIFY(m_view->entryRect(0).width() <= room * 0.78 + 1);
    m_pane->resize(1600, 600);
    QTRY_VERIFY(m_view->viewport()->width() > 1500);
    const int characters = int(QFontMetricsF(m_view->font()).averageCharWidth() * 68);
    QVERIFY(m_view->entryRect(0).width() <= characters + 24 + 1);
    QVERIFY(m_view->entryRect(0).width() > characters / 2);
}

void TranscriptViewTest::selectsAcrossBubblesWithNamesAndTimes()
{
    show(exampleChat());
    m_view->setPlace({1, 4});
    m_view->setPlace({2, 3}, true);
    QCOMPARE(m_view->selectedText(), QStringLiteral("14:21:06  Hannah Vogel: do you fit kitchens in Potsdam too?\n"
                                                    "14:21:09  Pine: Yes"));
    m_view->setPlace({1, 0});
    m_view->setPlace({1, 2}, true);
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Hi"));
    QTest::keyClick(m_view, Qt::Key_A, Qt::ControlModifier);
    QVERIFY(m_view->selectedText().contains(QStringLiteral("14:22:41  Intent captured REQUEST_QUOTE")));
    QVERIFY(m_view->selectedText().endsWith(m_view->blocks().last().text));
}

void TranscriptViewTest::selectsWithTheKeyboard()
{
    show(exampleChat());
    m_view->setPlace({1, 0});
    QTest::keyClick(m_view, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_view, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedText(), QStringLiteral("Hi"));
    m_view->setPlace({8, 0});
    QTest::keyClick(m_view, Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(m_view->cursor().place().block, 7);
    QVERIFY(m_view->cursor().hasSelection());
    QTest::keyClick(m_view, Qt::Key_Home);
    QCOMPARE(m_view->cursor().place(), TranscriptPlace());
    QTest::keyClick(m_view, Qt::Key_End);
    QCOMPARE(m_view->cursor().place().block, m_view->blocks().size() - 1);
    QVERIFY(!m_view->cursor().hasSelection());
}

void TranscriptViewTest::selectsWithTheMouse()
{
    show(exampleChat());
    const QPoint from = m_view->placeRect({1, 4}).center();
    const QPoint to = m_view->placeRect({2, 3}).center();
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(m_view->viewport(), to);
    QMouseEvent move(QEvent::MouseMove, to, m_view->viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(m_view->viewport(), &move);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, to);
    QCOMPARE(m_view->cursor().begin(), (TranscriptPlace{1, 4}));
    QCOMPARE(m_view->cursor().end(), (TranscriptPlace{2, 3}));
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, m_view->placeRect({8, 2}).center());
    QCOMPARE(m_view->selectedText(), QStringLiteral("Perfect"));
}

void TranscriptViewTest::movesByMarker()
{
    show(exampleChat());
    QTest::keyClicks(m_view, QStringLiteral("]"));
    QCOMPARE(m_view->cursor().place().block, 4);
    QTest::keyClicks(m_view, QStringLiteral("]]"));
    QCOMPARE(m_view->cursor().place().block, 6);
    QTest::keyClicks(m_view, QStringLiteral("["));
    QCOMPARE(m_view->cursor().place().block, 4);
}

void TranscriptViewTest::findsWithoutCaseAndAccents_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<qsizetype>("count");
    QTest::newRow("none") << QStringLiteral("xyz") << qsizetype(0);
    QTest::newRow("nothing") << QString() << qsizetype(0);
    QTest::newRow("Arabic with vowel signs") << QStringLiteral("موعد") << qsizetype(3);
    QTest::newRow("Arabic asked with vowel signs") << QStringLiteral("مَوعِد") << qsizetype(3);
    QTest::newRow("other case") << QStringLiteral("YOUSEF") << qsizetype(1);
    QTest::newRow("asked with an accent") << QStringLiteral("quóte") << qsizetype(2);
    QTest::newRow("a marker's text") << QStringLiteral("calendar") << qsizetype(1);
}

void TranscriptViewTest::findsWithoutCaseAndAccents()
{
    QFETCH(QString, needle);
    QFETCH(qsizetype, count);
    show(exampleArabicCall());
    m_view->setFindText(needle);
    QCOMPARE(m_view->hitCount(), count);
    QCOMPARE(m_view->currentHit(), count > 0 ? 0 : -1);
}

void TranscriptViewTest::goesRoundTheHits()
{
    show(exampleArabicCall());
    m_pane->find();
    QVERIFY(!m_pane->findBar().isHidden());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("quote"));
    QCOMPARE(m_pane->findBar().countText(), QStringLiteral("1 of 2"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F3);
    QCOMPARE(m_pane->findBar().countText(), QStringLiteral("2 of 2"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m_pane->findBar().countText(), QStringLiteral("1 of 2"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(m_pane->findBar().countText(), QStringLiteral("2 of 2"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(m_pane->findBar().isHidden());
    QCOMPARE(m_view->hitCount(), 0);
    QVERIFY(m_view->hasFocus());
}

void TranscriptViewTest::unfoldsWhereAHitIsHidden()
{
    show(oneTurn(QString(QStringLiteral("word ").repeated(400) + QStringLiteral("needle"))));
    QVERIFY(m_view->blocks().at(1).isFolded());
    m_view->setFindText(QStringLiteral("needle"));
    QCOMPARE(m_view->hitCount(), 1);
    QVERIFY(!m_view->blocks().at(1).isFolded());
    const QRect place = m_view->placeRect({1, 2000});
    QVERIFY(m_view->viewport()->rect().contains(place.center()));
}

void TranscriptViewTest::growsAtItsEnd()
{
    show(longCall(100));
    QVERIFY(m_view->isEndInView()); // it runs, so what is newest is in view
    m_view->setTranscript(longCall(103));
    QTRY_VERIFY(m_view->isLaidOut());
    QVERIFY(m_view->isEndInView());
    QCOMPARE(m_view->newLines(), 0);
    QVERIFY(m_view->viewport()->rect().contains(m_view->entryRect(102).center()));
}

void TranscriptViewTest::countsNewLinesWhileTheEndIsOutOfView()
{
    show(longCall(100));
    m_view->verticalScrollBar()->setValue(0);
    m_view->setTranscript(longCall(102));
    m_view->setTranscript(longCall(103));
    QCOMPARE(m_view->newLines(), 3);
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
    m_view->scrollToEnd();
    QCOMPARE(m_view->newLines(), 0);
    QVERIFY(m_view->isEndInView());
}

void TranscriptViewTest::keepsItsPlaceWhenItGrows()
{
    show(longCall(400));
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() / 2);
    const int entry = 200;
    const int top = m_view->entryRect(entry).top();
    m_view->setTranscript(longCall(410));
    QTRY_VERIFY(m_view->isLaidOut());
    QCOMPARE(m_view->entryRect(entry).top(), top);
    Transcript early = longCall(410);
    early.entries.insert(2, marker(TranscriptEntry::Kind::Intent, QStringLiteral("LATE"), 9));
    m_view->setTranscript(early);
    QTRY_VERIFY(m_view->isLaidOut());
    QVERIFY(!m_view->isEndInView());
}

void TranscriptViewTest::laysOutTenThousandTurnsLazily()
{
    TranscriptLayout layout;
    const ValueFormat format;
    layout.setStyle({m_view->font(), 380, false});
    layout.setBlocks(planTranscript(longCall(10'000), {}, format));
    QVERIFY(layout.height() > 10'000 * 20);
    QVERIFY(!layout.isExact(5000));
    layout.laidOut(layout.blockAt(layout.height() / 2));
    int exact = 0;
    for (qsizetype i = 0; i < layout.size(); ++i)
        exact += layout.isExact(i) ? 1 : 0;
    QCOMPARE(exact, 1);
    for (qsizetype i = 0; i < layout.size(); ++i)
        QCOMPARE(layout.blockAt((layout.top(i) + layout.bottom(i)) / 2), i);
}

void TranscriptViewTest::opensNoLinkByAPlainClick()
{
    show(exampleChat());
    m_view->disconnect(m_pane.get()); // which would ask in a dialog
    QSignalSpy counted(m_view, &TranscriptView::linkRequested);
    const qsizetype at = m_view->blocks().at(5).text.indexOf(QStringLiteral("https"));
    const QPoint point = m_view->placeRect({5, at + 3}).center();
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, point);
    QCOMPARE(counted.size(), 0);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, point);
    QCOMPARE(counted.size(), 1);
    QCOMPARE(counted.first().first().toUrl(), QUrl(QStringLiteral("https://harbourpine.example/visit")));
    m_view->setPlace({5, at + 1});
    QTest::keyClick(m_view, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(counted.size(), 2);
}

void TranscriptViewTest::showsMarkersAndHitsInTheMap()
{
    show(exampleChat());
    auto *map = m_view->findChild<HitMap *>();
    QVERIFY(map != nullptr);
    QCOMPARE(map->markers().size(), 2);
    QVERIFY(map->markers().at(0) < map->markers().at(1));
    m_view->setFindText(QStringLiteral("tuesday"));
    QCOMPARE(m_view->hitCount(), 3); // one of them in the form's fields
    QCOMPARE(map->hits().size(), 3);
    m_view->setFindText({});
    QVERIFY(map->hits().isEmpty());
}

void TranscriptViewTest::isReadByAssistiveTools()
{
    show(exampleChat());
    QCOMPARE(m_view->accessibleDescription(), QStringLiteral("6 messages"));
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(m_view);
    QVERIFY(accessible != nullptr);
    QAccessibleTextInterface *text = accessible->textInterface();
    QVERIFY(text != nullptr);
    const QString whole = text->text(0, text->characterCount());
    QVERIFY(whole.contains(QStringLiteral("Pine, +0:03: Yes, we cover Berlin")));
    text->setCursorPosition(int(whole.indexOf(QStringLiteral("we cover"))));
    QCOMPARE(m_view->cursor().place(), (TranscriptPlace{2, 5}));
    QCOMPARE(text->cursorPosition(), int(whole.indexOf(QStringLiteral("we cover"))));
}

void TranscriptViewTest::saysWhyThereIsNone_data()
{
    QTest::addColumn<QString>("platform");
    QTest::newRow("insighto") << QStringLiteral("insighto");
    QTest::newRow("eigi") << QStringLiteral("eigi");
    QTest::newRow("varda") << QStringLiteral("varda");
    QTest::newRow("custom") << QStringLiteral("custom");
}

void TranscriptViewTest::saysWhyThereIsNone()
{
    QFETCH(QString, platform);
    Transcript none;
    none.conversation = 1;
    none.platform = platform;
    m_pane->showTranscript(none);
    QVERIFY(m_pane->isEmptyShown());
    m_pane->showTranscript(exampleChat());
    QVERIFY(!m_pane->isEmptyShown());
    m_pane->showError(QStringLiteral("The store cannot be read."));
    QVERIFY(m_pane->isEmptyShown());
}

void TranscriptViewTest::looksRight()
{
    if (!areShotsWanted())
        QSKIP("EARSHOT_SHOTS names no folder");
    for (const bool dark : {false, true}) {
        applyLook(dark);
        const QString look = dark ? QStringLiteral("dark") : QStringLiteral("light");
        show(exampleChat(), {388, 640});
        saveShot(*m_pane, QStringLiteral("transcript-chat-") + look);
        m_view->setPlace({1, 4});
        m_view->setPlace({3, 10}, true);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, m_view->entryRect(5).center());
        saveShot(*m_pane, QStringLiteral("transcript-selected-") + look);
        show(exampleArabicCall(), {388, 640});
        m_pane->find();
        m_pane->findBar().findChild<QLineEdit *>()->setText(QStringLiteral("موعد"));
        saveShot(*m_pane, QStringLiteral("transcript-arabic-") + look);
        m_pane->findBar().close();
        m_pane->setLayoutDirection(Qt::RightToLeft);
        saveShot(*m_pane, QStringLiteral("transcript-mirrored-") + look);
        m_pane->setLayoutDirection(Qt::LeftToRight);
        show(longCall(60), {388, 500});
        m_view->verticalScrollBar()->setValue(400);
        m_view->setTranscript(longCall(63));
        saveShot(*m_pane, QStringLiteral("transcript-new-lines-") + look);
        m_pane->showLoading();
        saveShot(*m_pane, QStringLiteral("transcript-loading-") + look);
        Transcript none;
        none.conversation = 1;
        none.platform = QStringLiteral("eigi");
        m_pane->showTranscript(none);
        saveShot(*m_pane, QStringLiteral("transcript-none-") + look);
    }
}

QTEST_MAIN(TranscriptViewTest)
#include "tst_transcriptview.moc"
