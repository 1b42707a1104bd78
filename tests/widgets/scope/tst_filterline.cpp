// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/scope/scopefloor.h"
#include "widgets/scope/filtercompleter.h"
#include "widgets/scope/filtererrortip.h"
#include "widgets/scope/filterline.h"
#include "widgets/scope/lineedit.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>

using namespace earshot;

class FilterLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appliesShortlyAfterTheLastKey();
    void appliesAtOnceOnEnter();
    void keepsTheLastGoodFilterUnderAnError();
    void underlinesTheFaultyPart();
    void showsWhatOthersWrite();
    void keepsWhatIsTypedWhenOnlyTheRangeChanges();
    void tellsTheErrorOfItsKind();
    void takesNoLineEnds();
    void saysWhatWasFound();
    void clearsByItsButton();
    void leavesOnEscape();
    void remembersFormerFilters();
    void opensItsHistoryOnDown();
    void completesFields();
    void completesValuesWithTheirCounts();
    void closesThePopupBeforeItLeaves();
    void staysBusyWithGarbage();
    void changesItsLanguage();
    void isDrawn();
};

namespace {

class Line
{
public:
    Line()
        : line(floor.scope, floor.reader, floor.settings)
    {
        window.resize(900, 200);
        line.setParent(&window);
        line.setGeometry(20, 20, 700, line.sizeHint().height());
        window.show();
        QApplication::setActiveWindow(&window);
        edit = line.findChild<LineEdit *>();
        edit->setFocus();
    }

    void type(const char *text)
    {
        QApplication::setActiveWindow(&window); // a popup that closes leaves none active without a window manager
        edit->setFocus();
        QTest::keyClicks(edit, QString::fromUtf8(text));
    }

    QAbstractItemView *popup() const
    {
        auto *view = qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget());
        return view && view->isVisible() ? view : nullptr;
    }

    QStringList offered() const
    {
        QStringList texts;
        if (const QAbstractItemView *view = popup()) {
            for (int row = 0; row < view->model()->rowCount(); ++row)
                texts.append(view->model()->index(row, 0).data().toString());
        }
        return texts;
    }

    QString endText() const { return line.findChild<QLabel *>()->text(); }

    ScopeFloor floor;
    QWidget window;
    FilterLine line;
    LineEdit *edit = nullptr;
};

} // namespace

void FilterLineTest::appliesShortlyAfterTheLastKey()
{
    Line line;
    QSignalSpy edited(&line.line, &FilterLine::edited);
    line.type("refund ");
    QVERIFY(line.floor.scope.filter().isEmpty());
    QVERIFY(!edited.isEmpty());
    QTRY_COMPARE(line.floor.scope.filter(), QStringLiteral("refund"));
    QCOMPARE(line.line.text(), QStringLiteral("refund ")); // nothing is taken from under the hand
}

void FilterLineTest::appliesAtOnceOnEnter()
{
    Line line;
    line.type("refund");
    QTest::keyClick(line.edit, Qt::Key_Return);
    QCOMPARE(line.floor.scope.filter(), QStringLiteral("refund"));
}

void FilterLineTest::keepsTheLastGoodFilterUnderAnError()
{
    Line line;
    QSignalSpy errors(&line.line, &FilterLine::errorChanged);
    line.type("dur>3m");
    QTest::keyClick(line.edit, Qt::Key_Return);
    line.type("x");
    QTest::keyClick(line.edit, Qt::Key_Return);
    QCOMPARE(line.floor.scope.filter(), QStringLiteral("dur>3m"));
    QCOMPARE(line.line.error(), QStringLiteral("\"dur>3mx\" is not a duration. Try 3m or 180s."));
    QCOMPARE(errors.size(), 1);
    auto *tip = line.window.findChild<FilterErrorTip *>();
    QVERIFY(tip && tip->isVisible());
    QCOMPARE(tip->text(), line.line.error());
    QVERIFY(tip->y() >= line.line.geometry().bottom());
    QTest::keyClick(line.edit, Qt::Key_Backspace);
    QTest::keyClick(line.edit, Qt::Key_Return);
    QVERIFY(line.line.error().isEmpty());
    QVERIFY(!tip->isVisible());
}

void FilterLineTest::underlinesTheFaultyPart()
{
    Line line;
    line.type("test otcome:booked");
    QTest::keyClick(line.edit, Qt::Key_Return);
    QList<int> underlined;
    const auto formats = line.edit->document()->firstBlock().layout()->formats();
    for (const auto &range : formats) {
        for (int i = 0; i < range.length; ++i) {
            if (range.format.underlineStyle() == QTextCharFormat::WaveUnderline)
                underlined.append(range.start + i);
        }
    }
    QCOMPARE(underlined, QList<int>({5, 6, 7, 8, 9, 10}));
}

void FilterLineTest::showsWhatOthersWrite()
{
    Line line;
    line.type("dur>3mx");
    QTest::keyClick(line.edit, Qt::Key_Return);
    QVERIFY(!line.line.error().isEmpty());
    line.floor.scope.setTerm(QStringLiteral("outcome"), QStringLiteral("booked"));
    QCOMPARE(line.line.text(), QStringLiteral("outcome:booked"));
    QVERIFY(line.line.error().isEmpty());
    QVERIFY(!line.popup());
    line.edit->undo();
    QCOMPARE(line.line.text(), QStringLiteral("dur>3mx"));
}

void FilterLineTest::keepsWhatIsTypedWhenOnlyTheRangeChanges()
{
    Line line;
    line.type("dur>3mx");
    QTest::keyClick(line.edit, Qt::Key_Return);
    line.floor.scope.setRange({TimeRange::Kind::Yesterday, {}, {}});
    QCOMPARE(line.line.text(), QStringLiteral("dur>3mx"));
    QVERIFY(!line.line.error().isEmpty());
}

void FilterLineTest::tellsTheErrorOfItsKind()
{
    Line line;
    line.line.setKind(RecordKind::Deliveries);
    QVERIFY(line.edit->placeholderText().startsWith(QStringLiteral("Filter deliveries")));
    line.type("state:malformed");
    QTest::keyClick(line.edit, Qt::Key_Return);
    QVERIFY(line.line.error().isEmpty());
    QCOMPARE(line.floor.scope.filter(), QStringLiteral("state:malformed"));
}

void FilterLineTest::takesNoLineEnds()
{
    Line line;
    QApplication::clipboard()->setText(QStringLiteral(" spring\r\n\tsale\u2028now \n"));
    line.edit->paste();
    QCOMPARE(line.line.text(), QStringLiteral("spring sale now"));
}

void FilterLineTest::saysWhatWasFound()
{
    Line line;
    line.floor.settings.setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
    using namespace std::chrono_literals;
    line.line.setResult(5, 6ms, false);
    QVERIFY(!line.endText().contains(QStringLiteral("found"))); // nothing is filtered
    line.type("refund");
    line.line.setResult(1284, 6ms, false);
    QCOMPARE(line.endText(), QStringLiteral("1,284 found · 6 ms"));
    line.line.setResult(3120, 2100ms, true);
    QCOMPARE(line.endText(), QStringLiteral("3,120 so far…"));
    line.line.setResult(0, 2100ms, false);
    QCOMPARE(line.endText(), QStringLiteral("nothing found"));
    line.line.setResult(2, 2100ms, false);
    QCOMPARE(line.endText(), QStringLiteral("2 found · 2.1 s"));
}

void FilterLineTest::clearsByItsButton()
{
    Line line;
    QToolButton *clear = line.line.findChildren<QToolButton *>().first();
    QVERIFY(!clear->isVisible());
    line.type("refund");
    QTest::keyClick(line.edit, Qt::Key_Return);
    QVERIFY(clear->isVisible());
    QTest::mouseClick(clear, Qt::LeftButton);
    QVERIFY(line.floor.scope.filter().isEmpty());
    QVERIFY(line.line.text().isEmpty());
    QVERIFY(line.edit->hasFocus());
    QCOMPARE(line.line.history(), QStringList{QStringLiteral("refund")});
}

void FilterLineTest::leavesOnEscape()
{
    Line line;
    QSignalSpy left(&line.line, &FilterLine::leaveRequested);
    QTest::keyClick(line.edit, Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

void FilterLineTest::remembersFormerFilters()
{
    Line line;
    QSignalSpy changed(&line.line, &FilterLine::historyChanged);
    for (const char *text : {"refund", "test", "dur>3mx", "refund"}) {
        line.edit->selectAll();
        line.type(text);
        QTest::keyClick(line.edit, Qt::Key_Return);
    }
    QCOMPARE(line.line.history(), QStringList({QStringLiteral("refund"), QStringLiteral("test")}));
    QCOMPARE(changed.size(), 3);
    QStringList many;
    for (int i = 0; i < 60; ++i)
        many.append(QString::number(i));
    line.line.setHistory(many);
    QCOMPARE(line.line.history().size(), 50);
}

void FilterLineTest::opensItsHistoryOnDown()
{
    Line line;
    line.line.setHistory({QStringLiteral("outcome:booked"), QStringLiteral("test")});
    QTest::keyClick(line.edit, Qt::Key_Down);
    QCOMPARE(line.offered(), line.line.history());
    QTest::keyClick(line.popup(), Qt::Key_Down);
    QTest::keyClick(line.popup(), Qt::Key_Down);
    QTest::keyClick(line.popup(), Qt::Key_Return);
    QVERIFY(!line.popup());
    QCOMPARE(line.line.text(), QStringLiteral("test"));
    QCOMPARE(line.floor.scope.filter(), QStringLiteral("test"));
}

void FilterLineTest::completesFields()
{
    Line line;
    line.type("outc");
    QCOMPARE(line.offered().value(0), QStringLiteral("outcome"));
    QTest::keyClick(line.popup(), Qt::Key_Tab);
    QCOMPARE(line.line.text(), QStringLiteral("outcome:"));
    QVERIFY(line.edit->hasFocus());
}

void FilterLineTest::completesValuesWithTheirCounts()
{
    Line line;
    line.floor.addUsual();
    line.type("source:w");
    QTRY_COMPARE(line.offered(), QStringList{QStringLiteral("Web chat")});
    QCOMPARE(line.popup()->model()->index(0, 0).data(FilterOffers::CountRole).toString(), QStringLiteral("1"));
    QTest::keyClick(line.popup(), Qt::Key_Down);
    QTest::keyClick(line.popup(), Qt::Key_Return);
    QCOMPARE(line.line.text(), QStringLiteral("source:\"Web chat\""));
    QTRY_COMPARE(line.floor.scope.filter(), QStringLiteral("source:\"Web chat\""));
}

void FilterLineTest::closesThePopupBeforeItLeaves()
{
    Line line;
    QSignalSpy left(&line.line, &FilterLine::leaveRequested);
    line.type("outc");
    QVERIFY(line.popup());
    QTest::keyClick(line.popup(), Qt::Key_Escape);
    QVERIFY(!line.popup());
    QVERIFY(left.isEmpty());
    QTest::keyClick(line.edit, Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

void FilterLineTest::staysBusyWithGarbage()
{
    Line line;
    for (const char *text : {"(((", "\"", "a:", "-", "a:b:c", "attributes.\"x", "..", "\\\"", "😀:😀", "dur:.."}) {
        line.edit->selectAll();
        line.edit->insertPlainText(QString::fromUtf8(text)); // as an input method does
        QTest::keyClick(line.edit, Qt::Key_Space, Qt::ControlModifier);
        if (line.popup())
            line.popup()->hide();
        QTest::keyClick(line.edit, Qt::Key_Return);
        QCOMPARE(line.line.error().isEmpty(), line.floor.scope.filter() == line.line.text().trimmed());
    }
}

void FilterLineTest::changesItsLanguage()
{
    Line line;
    line.edit->setPlaceholderText(QString());
    QEvent change(QEvent::LanguageChange);
    QApplication::sendEvent(&line.line, &change);
    QVERIFY(line.edit->placeholderText().startsWith(QStringLiteral("Filter, or")));
}

void FilterLineTest::isDrawn()
{
    if (shotFolder().isEmpty())
        return;
    Theme theme;
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
    for (const auto &[choice, name] : {std::pair(ThemeChoice::Light, QStringLiteral("light")),
                                       std::pair(ThemeChoice::Dark, QStringLiteral("dark"))}) {
        theme.choose(choice);
        Line line;
        line.floor.addUsual();
        saveShot(line.window, QString(u"filterline-focus-" + name));
        line.type("channel:phone dur>2m -outcome:spam \"spring sale\" started:today");
        QTest::keyClick(line.edit, Qt::Key_Return);
        line.line.setResult(128, std::chrono::milliseconds(6), false);
        saveShot(line.window, QString(u"filterline-" + name));
        line.edit->selectAll();
        line.type("channel:phone dur>3x");
        QTest::keyClick(line.edit, Qt::Key_Return);
        saveShot(line.window, QString(u"filterline-error-" + name));
        line.edit->selectAll();
        line.type("outcome:");
        QTRY_VERIFY(line.offered().size() > 1);
        saveShot(*line.popup(), QString(u"filterline-values-" + name));
        line.edit->selectAll();
        line.type("s");
        saveShot(*line.popup(), QString(u"filterline-fields-" + name));
        line.popup()->hide();
        line.edit->clear();
        QTest::keyClick(line.edit, Qt::Key_Return);
        line.edit->clearFocus();
        saveShot(line.window, QString(u"filterline-empty-" + name));
    }
}

QTEST_MAIN(FilterLineTest)
#include "tst_filterline.moc"
