// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/personkey.h"

#include "models/platforms/phone.h"

#include <QTest>

using namespace earshot;

class PersonKeyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNumberIsInternationalOrNone_data();
    void aNumberIsInternationalOrNone();
    void theNumberStandsForTheContact();
    void elseItsAddressDoes();
    void nobodyHasNoKey();
    void oneContactMayComeInTwoWays_data();
    void oneContactMayComeInTwoWays();
};

void PersonKeyTest::aNumberIsInternationalOrNone_data()
{
    QTest::addColumn<QString>("asSent");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("phone");
    QTest::newRow("international") << "+33612345678" << QString() << "+33612345678";
    if (normalizedPhone(QStringLiteral("0612345678"), QStringLiteral("FR"))
            .startsWith(QLatin1Char('+'))) // built with it
        QTest::newRow("as it is dialled at home") << "06 12 34 56 78" << "FR" << "+33612345678";
    QTest::newRow("at home, but where?") << "0612345678" << QString() << QString();
    QTest::newRow("of another country than the region's") << "+4930231251" << "FR" << "+4930231251";
    QTest::newRow("hidden") << "anonymous" << "FR" << QString();
    QTest::newRow("an extension") << "+12" << QString() << QString();
    QTest::newRow("too long to be one") << "+1234567890123456" << QString() << QString();
    QTest::newRow("a country code of 0") << "+0612345678" << QString() << QString();
    QTest::newRow("none") << QString() << "FR" << QString();
}

void PersonKeyTest::aNumberIsInternationalOrNone()
{
    QFETCH(QString, asSent);
    QFETCH(QString, region);
    QFETCH(QString, phone);
    Conversation conversation;
    conversation.contactPhone = asSent;
    Destination destination;
    destination.options = {{QStringLiteral("region"), region}};
    const PersonKey person = personKeyOf(conversation, destination);
    QCOMPARE(person.phone, phone);
    QCOMPARE(person.phone.isNull(), phone.isEmpty());
}

void PersonKeyTest::theNumberStandsForTheContact()
{
    Conversation conversation;
    conversation.contactPhone = QStringLiteral("+33612345678");
    conversation.contactEmail = QStringLiteral("ann@example.com");
    conversation.contactName = QStringLiteral(" Ann ");
    const PersonKey person = personKeyOf(conversation, {});
    QCOMPARE(person.name, QStringLiteral("Ann"));
    QCOMPARE(person.email, QStringLiteral("ann@example.com"));
    QCOMPARE(contactKeyOf(person), QStringLiteral("+33612345678"));
}

void PersonKeyTest::elseItsAddressDoes()
{
    Conversation conversation;
    conversation.contactPhone = QStringLiteral("anonymous");
    conversation.contactEmail = QStringLiteral(" Ann@Example.com");
    QCOMPARE(contactKeyOf(personKeyOf(conversation, {})), QStringLiteral("ann@example.com"));
}

void PersonKeyTest::nobodyHasNoKey()
{
    Conversation conversation;
    conversation.contactName = QStringLiteral("Ann");
    const PersonKey person = personKeyOf(conversation, {});
    QVERIFY(person.isEmpty());
    QVERIFY(contactKeyOf(person).isNull());
}

void PersonKeyTest::oneContactMayComeInTwoWays_data()
{
    QTest::addColumn<PersonKey>("one");
    QTest::addColumn<PersonKey>("other");
    QTest::addColumn<bool>("same");
    const QString phone = QStringLiteral("+33612345678");
    const QString email = QStringLiteral("ann@example.com");
    const PersonKey both{phone, email, QStringLiteral("Ann")};
    QTest::newRow("the same number") << both << PersonKey{phone, {}, {}} << true;
    QTest::newRow("the same address") << both << PersonKey{{}, email.toUpper(), {}} << true;
    QTest::newRow("only the same name") << both << PersonKey{{}, {}, QStringLiteral("Ann")} << false;
    QTest::newRow("nobody and nobody") << PersonKey() << PersonKey() << false;
}

void PersonKeyTest::oneContactMayComeInTwoWays()
{
    QFETCH(PersonKey, one);
    QFETCH(PersonKey, other);
    QFETCH(bool, same);
    QCOMPARE(mayBeSame(one, other), same);
    QCOMPARE(mayBeSame(other, one), same);
}

QTEST_GUILESS_MAIN(PersonKeyTest)

#include "tst_personkey.moc"
