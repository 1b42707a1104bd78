// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/verify/verdicttext.h"

#include <QTest>

using namespace earshot;

class VerdictTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysReasonsInWords_data();
    void saysReasonsInWords();
    void roundsTimes_data();
    void roundsTimes();
    void givesBackWhatItDoesNotKnow();
};

void VerdictTextTest::saysReasonsInWords_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("part");
    QTest::newRow("previous-secret") << "previous-secret" << "signed with a previous secret";
    QTest::newRow("re-serialised") << "re-serialised" << "body was written anew";
    QTest::newRow("algorithm") << "other-algorithm sha512" << "with the algorithm sha512";
    QTest::newRow("signed text") << "other-signed-text {timestamp}.{body}" << "would fit over {timestamp}.{body}";
    QTest::newRow("behind") << "clock-behind 420" << "signed 7 minutes ago";
    QTest::newRow("ahead") << "clock-ahead 7200" << "signed 2 hours from now";
    QTest::newRow("unchecked") << "secret-missing" << "not checked";
}

void VerdictTextTest::saysReasonsInWords()
{
    QFETCH(QString, reason);
    QFETCH(QString, part);
    const QString text = verdictReasonText(reason);
    QVERIFY2(text.contains(part), qPrintable(text));
    QVERIFY(!text.endsWith(QLatin1Char('.')));
}

void VerdictTextTest::roundsTimes_data()
{
    QTest::addColumn<QString>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("1 s") << "1" << "1 second ago";
    QTest::newRow("119 s") << "119" << "119 seconds ago";
    QTest::newRow("2 min") << "120" << "2 minutes ago";
    QTest::newRow("rounded up") << "400" << "7 minutes ago";
    QTest::newRow("2 h") << "7199" << "120 minutes ago";
    QTest::newRow("hours") << "19000" << "5 hours ago";
    QTest::newRow("days") << "172800" << "2 days ago";
}

void VerdictTextTest::roundsTimes()
{
    QFETCH(QString, seconds);
    QFETCH(QString, words);
    const QString text = verdictReasonText(QStringLiteral("clock-behind ") + seconds);
    QVERIFY2(text.contains(words), qPrintable(text));
}

void VerdictTextTest::givesBackWhatItDoesNotKnow()
{
    QCOMPARE(verdictReasonText(QStringLiteral("newer-word 3")), QStringLiteral("newer-word 3"));
    QCOMPARE(verdictReasonText(QString()), QString());
}

QTEST_GUILESS_MAIN(VerdictTextTest)
#include "tst_verdicttext.moc"
