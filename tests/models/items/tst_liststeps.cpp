// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/liststeps.h"

#include <QTest>

using namespace earshot;

class ListStepsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesOneListTheOther_data();
    void makesOneListTheOther();
    void movesARowThatComesToTheTop();
};

namespace {

/** What a model does of the steps. */
QList<qint64> applied(QList<qint64> keys, const QList<ListStep> &steps, const QList<qint64> &after)
{
    for (const ListStep &step : steps) {
        switch (step.kind) {
        case ListStep::Kind::Remove:
            keys.removeAt(step.from);
            break;
        case ListStep::Kind::Insert:
            keys.insert(step.to, after.at(step.to));
            break;
        case ListStep::Kind::Move:
            keys.move(step.from, step.to);
            break;
        }
    }
    return keys;
}

} // namespace

void ListStepsTest::makesOneListTheOther_data()
{
    QTest::addColumn<QList<qint64>>("before");
    QTest::addColumn<QList<qint64>>("after");
    QTest::addColumn<int>("steps");
    using Keys = QList<qint64>;
    QTest::newRow("nothing") << Keys{} << Keys{} << 0;
    QTest::newRow("the same") << Keys{1, 2, 3} << Keys{1, 2, 3} << 0;
    QTest::newRow("first rows") << Keys{} << Keys{1, 2} << 2;
    QTest::newRow("none left") << Keys{1, 2} << Keys{} << 2;
    QTest::newRow("one on top") << Keys{1, 2} << Keys{3, 1, 2} << 1;
    QTest::newRow("one at the end") << Keys{1, 2} << Keys{1, 2, 3} << 1;
    QTest::newRow("one in the middle goes") << Keys{1, 2, 3} << Keys{1, 3} << 1;
    QTest::newRow("one to the top") << Keys{1, 2, 3} << Keys{3, 1, 2} << 1;
    QTest::newRow("turned round") << Keys{1, 2, 3} << Keys{3, 2, 1} << 2;
    QTest::newRow("all at once") << Keys{1, 2, 3, 4} << Keys{5, 4, 1, 6, 3} << 4;
}

void ListStepsTest::makesOneListTheOther()
{
    QFETCH(QList<qint64>, before);
    QFETCH(QList<qint64>, after);
    const QList<ListStep> steps = listSteps(before, after);
    QCOMPARE(applied(before, steps, after), after);
    QTEST(int(steps.size()), "steps");
}

void ListStepsTest::movesARowThatComesToTheTop()
{
    const QList<ListStep> expected = {{ListStep::Kind::Move, 2, 0}};
    QCOMPARE(listSteps({1, 2, 3}, {3, 1, 2}), expected); // what is selected goes along
}

QTEST_GUILESS_MAIN(ListStepsTest)
#include "tst_liststeps.moc"
