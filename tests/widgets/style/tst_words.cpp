// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/words.h"

#include "models/domain/delivery.h"
#include "models/domain/fields.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace earshot;

class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatusHasItsOwnLooks();
    void aCallWithoutAnEndSaysSo();
    void everyOutcomeHasItsOwnLooks();
    void ownOutcomesSayThemselves();
    void everyDeliveryStateIsKnown();
    void channelsAreAnOpenSet();
    void everyEventTypeHasWords();
    void everyFieldHasAHeading();
    void platformsHaveNamesAndMonograms();
    void everyErrorSaysWhatToDo();
};

void WordsTest::everyStatusHasItsOwnLooks()
{
    QSet<int> icons;
    for (int i = 0; i <= int(Status::AssumedEnded); ++i) {
        const Look look = statusLook(Status(i));
        QVERIFY(!look.word.isEmpty() && !look.word.contains(u'_'));
        icons += int(look.icon);
    }
    QCOMPARE(icons.size(), int(Status::AssumedEnded) + 1);
    QCOMPARE(statusLook(Status::InProgress).word, QStringLiteral("In progress"));
    QCOMPARE(statusLook(Status::InProgress).color, ColorRole::Accent);
    QCOMPARE(statusLook(Status::AssumedEnded).icon, Icon::StatusAssumedEnded);
}

void WordsTest::aCallWithoutAnEndSaysSo()
{
    QCOMPARE(statusLook(Status::InProgress, true).icon, Icon::StatusNoEndYet);
    QCOMPARE(statusLook(Status::Completed, true).icon, Icon::StatusCompleted);
}

void WordsTest::everyOutcomeHasItsOwnLooks()
{
    QSet<int> icons;
    QSet<int> colors;
    for (const QString &outcome : knownOutcomes()) {
        const Look look = outcomeLook(outcome);
        QVERIFY(look.word != outcome);
        icons += int(look.icon);
        colors += int(look.color);
    }
    QCOMPARE(icons.size(), 8);
    QCOMPARE(colors.size(), 8);
    QCOMPARE(outcomeLook({}).word, QStringLiteral("Untagged"));
    QCOMPARE(outcomeLook({}).icon, Icon::OutcomeNone);
}

void WordsTest::ownOutcomesSayThemselves()
{
    const Look look = outcomeLook(QStringLiteral("<b>VIP</b>"));
    QCOMPARE(look.word, QStringLiteral("<b>VIP</b>"));
    QCOMPARE(look.icon, Icon::OutcomeOther);
}

void WordsTest::everyDeliveryStateIsKnown()
{
    for (int i = 0; i <= int(DeliveryState::Erased); ++i) {
        const QString stored = deliveryStateText(DeliveryState(i));
        QVERIFY2(deliveryStateLook(stored).word != stored, qPrintable(stored));
    }
    for (const QString &verdict :
         {QStringLiteral("verified"), QStringLiteral("unsigned"), QStringLiteral("failed"), QStringLiteral("expired")})
        QVERIFY2(verdictLook(verdict).word != verdict, qPrintable(verdict));
    QCOMPARE(deliveryStateLook(QStringLiteral("new_state")).word, QStringLiteral("new_state"));
}

void WordsTest::channelsAreAnOpenSet()
{
    QCOMPARE(channelLook(QStringLiteral("whatsapp")).icon, Icon::WhatsApp);
    QCOMPARE(channelLook(QStringLiteral("telegram")).word, QStringLiteral("Telegram"));
    QCOMPARE(channelLook({}).word, QString());
    QCOMPARE(roleLook(Role::Agent).icon, Icon::Headset);
    QCOMPARE(directionWord(Direction::Outbound), QStringLiteral("Outbound"));
    QCOMPARE(kindWord(Kind::Chat), QStringLiteral("Chat"));
}

void WordsTest::everyEventTypeHasWords()
{
    for (int i = 0; i <= int(EventType::Unknown); ++i) {
        const QString stored = eventTypeText(EventType(i));
        QVERIFY2(eventTypeWord(stored) != stored, qPrintable(stored));
    }
    QCOMPARE(eventTypeWord(QStringLiteral("call.ended")), QStringLiteral("Call ended"));
}

void WordsTest::everyFieldHasAHeading()
{
    for (const ConversationField &field : conversationFields()) {
        const QString name = field.name;
        QVERIFY2(fieldHeading(name) != name, qPrintable(name));
    }
    QCOMPARE(fieldHeading(QStringLiteral("attributes.order")), QStringLiteral("attributes.order"));
}

void WordsTest::platformsHaveNamesAndMonograms()
{
    QCOMPARE(platformName(QStringLiteral("insighto")), QStringLiteral("Insighto.ai"));
    QCOMPARE(platformMonogram(QStringLiteral("insighto")), QStringLiteral("In"));
    QCOMPARE(platformMonogram(QStringLiteral("custom")), QStringLiteral("{}"));
    QCOMPARE(platformName(QStringLiteral("newcomer")), QStringLiteral("newcomer"));
}

void WordsTest::everyErrorSaysWhatToDo()
{
    static const QRegularExpression refused(QStringLiteral("please|success|!|error:"),
                                            QRegularExpression::CaseInsensitiveOption);
    QSet<QString> texts;
    for (int i = 0; i <= int(ErrorCode::Cancelled); ++i) {
        const QString text = errorText({ErrorCode(i), {}});
        QVERIFY2(text.count(QStringLiteral(". ")) + text.count(QStringLiteral(": ")) >= 1, qPrintable(text));
        QVERIFY2(text.endsWith(u'.'), qPrintable(text));
        QVERIFY2(!text.contains(refused), qPrintable(text));
        texts += text;
    }
    QCOMPARE(texts.size(), int(ErrorCode::Cancelled) + 1);
    const QString detailed = errorText({ErrorCode::StoreLocked, QStringLiteral("SQLITE_BUSY (5)")});
    QVERIFY(detailed.endsWith(QStringLiteral("(SQLITE_BUSY (5))")));
}

QTEST_MAIN(WordsTest)
#include "tst_words.moc"
