// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/keylist.h"

#include <QTest>

#include <random>

using namespace earshot;

class KeyListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsRowsFromTheTop_data();
    void countsRowsFromTheTop();
    void isAnEmptyList();
    void staysInOrderWhateverIsDone_data();
    void staysInOrderWhateverIsDone();
};

void KeyListTest::countsRowsFromTheTop_data()
{
    QTest::addColumn<bool>("isDescending");
    QTest::newRow("largest first") << true;
    QTest::newRow("smallest first") << false;
}

void KeyListTest::countsRowsFromTheTop()
{
    QFETCH(bool, isDescending);
    ListKeys keys = {{30, 1}, {20, 7}, {20, 3}, {10, 9}};
    if (!isDescending)
        std::ranges::reverse(keys);
    const KeyList list(keys, isDescending);
    QCOMPARE(list.size(), 4);
    for (int row = 0; row < 4; ++row) {
        const ListKey key = keys[std::size_t(row)];
        QCOMPARE(list.at(row), key);
        QCOMPARE(list.rowOf(key), row);
        QCOMPARE(list.rowOf(key.id), row);
        QVERIFY(list.contains(key.id));
    }
    QCOMPARE(list.insertionRow({15, 5}), isDescending ? 3 : 1);
    QCOMPARE(list.insertionRow({20, 5}), 2);
    QCOMPARE(list.rowOf(ListKey{20, 5}), -1);
    QCOMPARE(list.rowsOf({9, 4711, 1}), (QHash<qint64, int>{{9, isDescending ? 3 : 0}, {1, isDescending ? 0 : 3}}));
}

void KeyListTest::isAnEmptyList()
{
    const KeyList list;
    QCOMPARE(list.size(), 0);
    QCOMPARE(list.rowOf(1LL), -1);
    QVERIFY(!list.contains(-1));
    QCOMPARE(list.insertionRow({1, 1}), 0);
    QVERIFY(list.ids().empty());
}

void KeyListTest::staysInOrderWhateverIsDone_data()
{
    countsRowsFromTheTop_data();
}

/** Against a plain list that is sorted after every step. */
void KeyListTest::staysInOrderWhateverIsDone()
{
    QFETCH(bool, isDescending);
    std::mt19937 random(4711);
    const auto below = [&](std::size_t limit) { return std::size_t(random() % limit); };
    KeyList list({}, isDescending);
    ListKeys plain;
    const auto sorted = [&] {
        std::ranges::sort(plain);
        if (isDescending)
            std::ranges::reverse(plain);
    };
    for (qint64 id = 1; id <= 400; ++id) {
        const ListKey key{qint64(below(50)), id};
        list.insert(list.insertionRow(key), {key});
        plain.push_back(key);
        sorted();
        if (id % 3 == 0) {
            const std::size_t row = below(plain.size());
            list.remove(int(row), 1);
            plain.erase(plain.begin() + std::ptrdiff_t(row));
        } else if (id % 5 == 0) {
            const std::size_t row = below(plain.size());
            plain[row].order = qint64(below(50));
            const ListKey moved = plain[row];
            list.move(int(row), list.insertionRow(moved), moved);
            sorted();
        }
        QCOMPARE(list.size(), int(plain.size()));
        for (int row = 0; row < list.size(); ++row)
            QCOMPARE(list.at(row), plain[std::size_t(row)]);
    }
}

QTEST_GUILESS_MAIN(KeyListTest)
#include "tst_keylist.moc"
