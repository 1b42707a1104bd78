// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/verify/verdicttext.h"
#include "widgets/style/verdictwords.h"
#include "widgets/style/words.h"

#include <QSet>
#include <QTest>

using namespace earshot;

class VerdictWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysEveryReason_data();
    void saysEveryReason();
    void saysAReason_data();
    void saysAReason();
    void givesAnUnknownReasonBack();
    void saysHowFarAClockIsOff_data();
    void saysHowFarAClockIsOff();
    void hasAnOutlineForEachVerdict();
};

static QStringList reasons()
{
    QStringList words;
    for (const char *const word : {"older-secret",       "signature-missing",    "signature-unreadable",
                                   "timestamp-missing",  "timestamp-unreadable", "id-missing",
                                   "mismatch",           "body-hash-mismatch",   "previous-secret",
                                   "other-encoding",     "other-algorithm sha1", "other-signed-text {body}",
                                   "other-url",          "other-time-unit",      "secret-blank",
                                   "secret-not-decoded", "secret-decoded",       "body-trimmed",
                                   "re-serialised",      "clock-behind 420",     "clock-ahead 420",
                                   "basic-missing",      "basic-mismatch",       "bearer-missing",
                                   "bearer-mismatch",    "header-missing",       "header-mismatch",
                                   "url-unknown",        "secret-missing",       "secret-unreadable"})
        words.append(QString::fromLatin1(word));
    return words;
}

void VerdictWordsTest::saysEveryReason_data()
{
    QTest::addColumn<QString>("reason");
    for (const QString &reason : reasons())
        QTest::newRow(qPrintable(reason)) << reason;
}

void VerdictWordsTest::saysEveryReason()
{
    QFETCH(const QString, reason);
    QVERIFY2(verdictReasonText(reason) != reason, "the command line does not know it: has it another name?");
    const QString sentence = verdictReasonWords(reason, QStringLiteral("Varda"));
    QVERIFY(sentence != reason);
    QVERIFY2(sentence.endsWith(QLatin1Char('.')) && !sentence.contains(QLatin1Char('%')), qPrintable(sentence));
    const QString brief = verdictReasonBrief(reason);
    QVERIFY2(brief != reason && brief.size() < 32 && !brief.contains(QLatin1Char('%')), qPrintable(brief));
}

void VerdictWordsTest::saysAReason_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("brief");
    QTest::newRow("secret") << QStringLiteral("previous-secret")
                            << QStringLiteral("Signature does not match. It would with the previous secret: update the "
                                              "secret at Varda or allow both.")
                            << QStringLiteral("previous secret");
    QTest::newRow("clock") << QStringLiteral("clock-behind 420")
                           << QStringLiteral(
                                  "Signed 7 min ago by the clock of Varda: that clock is slow, or the delivery "
                                  "is late or sent again by somebody.")
                           << QStringLiteral("clock 7 min behind");
    QTest::newRow("rest") << QStringLiteral("other-signed-text {timestamp}%1")
                          << QStringLiteral("Signature does not match. It would over {timestamp}%1: change that in the "
                                            "source's settings.")
                          << QStringLiteral("other text signed");
    QTest::newRow("nothing") << QString() << QString() << QString();
}

void VerdictWordsTest::saysAReason()
{
    QFETCH(const QString, reason);
    QTEST(verdictReasonWords(reason, QStringLiteral("Varda")), "sentence");
    QTEST(verdictReasonBrief(reason), "brief");
}

void VerdictWordsTest::givesAnUnknownReasonBack()
{
    QCOMPARE(verdictReasonWords(QStringLiteral("moon-phase 3"), QStringLiteral("Varda")),
             QStringLiteral("moon-phase 3"));
    QCOMPARE(verdictReasonBrief(QStringLiteral("moon-phase 3")), QStringLiteral("moon-phase 3"));
}

void VerdictWordsTest::saysHowFarAClockIsOff_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("well") << qint64(-59) << QString();
    QTest::newRow("behind") << qint64(420) << QStringLiteral("sender's clock 7 min behind");
    QTest::newRow("ahead") << qint64(-60) << QStringLiteral("sender's clock 1 min ahead");
}

void VerdictWordsTest::saysHowFarAClockIsOff()
{
    QFETCH(const qint64, seconds);
    QTEST(clockSkewText(seconds), "text");
}

void VerdictWordsTest::hasAnOutlineForEachVerdict()
{
    QSet<int> icons;
    QStringList words;
    for (const char *const verdict : {"unsigned", "verified", "failed", "expired", "unchecked", "released"}) {
        const Look look = verdictLook(QString::fromLatin1(verdict));
        QVERIFY(look.word != QLatin1StringView(verdict));
        icons.insert(int(look.icon));
        words.append(look.word);
    }
    QCOMPARE(icons.size(), 6);
    QCOMPARE(words.removeDuplicates(), 0);
}

QTEST_GUILESS_MAIN(VerdictWordsTest)

#include "tst_verdictwords.moc"
