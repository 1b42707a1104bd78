// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/destinationlist.h"
#include "models/store/secrets.h"
#include "tests/models/store/samplestore.h"

#include <QSignalSpy>
#include <QTest>

using namespace earshot;

class DestinationListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsByNameWithTheirOutbox();
    void followsSettingsAndTheOutbox();
    void saysWhichSecretsAreSet();
    void saysThatTheStoreCannotBeRead();
};

void DestinationListTest::listsByNameWithTheirOutbox()
{
    const SampleStore store;
    const Destination second = store.addDestination(QStringLiteral("Tickets"));
    store.addDestination(QStringLiteral("CRM"));
    const qint64 conversation = store.addConversation(QStringLiteral("a"));
    SampleStore::valueOf(outbox::enqueue(store.database(), {conversation}, second.id, SampleStore::c_noon));
    StoreReader reader(StoreLocation{store.path()});
    const DestinationList list(reader);
    QVERIFY(!list.isLoaded());
    QTRY_VERIFY(list.isLoaded());
    QCOMPARE(list.entries().size(), 2);
    QCOMPARE(list.entries().at(0).destination.name, QStringLiteral("CRM"));
    QVERIFY(list.entries().at(0).outbox.isEmpty());
    QCOMPARE(list.entries().at(1).destination.name, QStringLiteral("Tickets"));
    QCOMPARE(list.entries().at(1).outbox.value(OutboxState::Waiting), 1);
}

void DestinationListTest::followsSettingsAndTheOutbox()
{
    const SampleStore store;
    StoreReader reader(StoreLocation{store.path()});
    const DestinationList list(reader);
    QTRY_VERIFY(list.isLoaded());
    QVERIFY(list.entries().isEmpty());
    const Destination destination = store.addDestination(QStringLiteral("CRM"));
    QTRY_COMPARE(list.entries().size(), 1);
    const qint64 conversation = store.addConversation(QStringLiteral("a"));
    SampleStore::valueOf(outbox::enqueue(store.database(), {conversation}, destination.id, SampleStore::c_noon));
    QTRY_COMPARE(list.entries().first().outbox.value(OutboxState::Waiting), 1);
    QCOMPARE(list.entries().first().asking, 0);
    const AttemptOutcome lost{1, 1, {}, {}, QStringLiteral("its answer was lost"), SampleStore::c_noon};
    SampleStore::valueOf(outbox::storeQuestion(store.database(), lost, OutboxQuestion::PerhapsWritten));
    QTRY_COMPARE(list.entries().first().asking, 1);
    QCOMPARE(list.entries().first().outbox.value(OutboxState::Parked), 1);
    SampleStore::valueOf(destinations::pause(store.database(), destination.id, QStringLiteral("401")));
    QTRY_COMPARE(list.entries().first().destination.state, DestinationState::Paused);
    QCOMPARE(list.entries().first().destination.reason, QStringLiteral("401"));
}

void DestinationListTest::saysWhichSecretsAreSet()
{
    const SampleStore store;
    const Destination crm = store.addDestination(QStringLiteral("CRM"));
    store.addDestination(QStringLiteral("Tickets"));
    Secrets secrets;
    secrets.setDestination(crm.key, {"bearer-of-news", "pepper"});
    SampleStore::valueOf(secrets.save(StoreLocation{store.path()}.secretsPath()));
    StoreReader reader(StoreLocation{store.path()});
    const DestinationList list(reader);
    QTRY_COMPARE(list.entries().size(), 2);
    QVERIFY(list.entries().at(0).hasToken);
    QVERIFY(list.entries().at(0).hasSigningKey);
    QVERIFY(!list.entries().at(1).hasToken);
    QVERIFY(!list.entries().at(1).hasSigningKey);
}

void DestinationListTest::saysThatTheStoreCannotBeRead()
{
    const QTemporaryDir empty;
    StoreReader reader(StoreLocation::inFolder(empty.path()));
    const DestinationList list(reader);
    const QSignalSpy failed(&list, &DestinationList::failed);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!list.isLoaded());
}

QTEST_GUILESS_MAIN(DestinationListTest)
#include "tst_destinationlist.moc"
