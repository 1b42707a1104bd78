// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/recordids.h"

#include <QTest>

using namespace earshot;

class RecordIdsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsIds();
    void namesAWordThatIsNone_data();
    void namesAWordThatIsNone();
    void limitsTheirNumber();
};

void RecordIdsTest::readsIds()
{
    const auto ids = recordIds({QStringLiteral("1"), QStringLiteral("9007199254740993")});
    QVERIFY(ids);
    QCOMPARE(*ids, QList<qint64>({1, 9007199254740993}));
    QCOMPARE(toJson(*ids).at(1).toInteger(), 9007199254740993);
}

void RecordIdsTest::namesAWordThatIsNone_data()
{
    QTest::addColumn<QString>("word");
    for (const char *const word : {"0", "-1", "1.5", "abc", "", "99999999999999999999"})
        QTest::newRow(word) << QString::fromLatin1(word);
}

void RecordIdsTest::namesAWordThatIsNone()
{
    QFETCH(QString, word);
    const auto ids = recordIds({QStringLiteral("1"), word});
    QVERIFY(!ids);
    QCOMPARE(ids.error().code, ErrorCode::BadArgument);
    QVERIFY(ids.error().detail.contains(QLatin1Char('"') + word + QLatin1Char('"')));
}

void RecordIdsTest::limitsTheirNumber()
{
    QVERIFY(recordIds(QStringList(10'000, QStringLiteral("1"))));
    QVERIFY(!recordIds(QStringList(10'001, QStringLiteral("1"))));
}

QTEST_GUILESS_MAIN(RecordIdsTest)
#include "tst_recordids.moc"
