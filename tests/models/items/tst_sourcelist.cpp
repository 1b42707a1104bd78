// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/sourcelist.h"
#include "models/store/secrets.h"
#include "tests/models/store/livestore.h"

#include <QSignalSpy>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

class SourceListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsSourcesWithTheirTokens();
    void followsSettings();
    void countsDeliveries();
    void tellsWhichSecretsAreSet();
    void goesWithoutSecrets();
    void writesAddresses_data();
    void writesAddresses();
};

void SourceListTest::listsSourcesWithTheirTokens()
{
    LiveStore store;
    store.addSource(QStringLiteral("Another"));
    Secrets secrets;
    secrets.setHookToken(QStringLiteral("desk"), "token-of-sixteen-letters");
    QVERIFY(secrets.save(store.location().secretsPath()));
    StoreReader reader(store.location());
    const SourceList list(reader);
    QVERIFY(!list.isLoaded());
    QTRY_VERIFY(list.isLoaded());
    QCOMPARE(list.entries().size(), 2);
    QCOMPARE(list.entries()[0].source.name, QStringLiteral("Another"));
    QVERIFY(list.entry(QStringLiteral("DESK")));
    QCOMPARE(list.entry(QStringLiteral("desk"))->token, QByteArray("token-of-sixteen-letters"));
    QVERIFY(!list.entry(QStringLiteral("fax")));
}

void SourceListTest::followsSettings()
{
    LiveStore store;
    StoreReader reader(store.location());
    const SourceList list(reader);
    QTRY_VERIFY(list.isLoaded());
    store.addSource(QStringLiteral("second"));
    QTRY_COMPARE(list.entries().size(), 2);
    const qint64 id = list.entry(QStringLiteral("desk"))->source.id;
    store.run<int>([id](const Database &database) -> Result<int> {
        const auto set = sources::setPublicUrl(database, id, QStringLiteral("https://hooks.example/"));
        return set ? Result<int>(0) : std::unexpected(set.error());
    });
    QTRY_COMPARE(list.entry(QStringLiteral("desk"))->source.publicUrl, QStringLiteral("https://hooks.example"));
}

void SourceListTest::countsDeliveries()
{
    LiveStore store;
    store.addSource(QStringLiteral("silent"));
    store.sendBody("x", 1s);
    store.sendBody("y", 3s);
    store.settle();
    StoreReader reader(store.location());
    const SourceList list(reader);
    const auto count = [&] {
        const SourceEntry *entry = list.entry(QStringLiteral("desk"));
        return entry ? entry->deliveries : -1;
    };
    QTRY_COMPARE(count(), 2);
    QCOMPARE(list.entry(QStringLiteral("desk"))->lastDeliveryAt, LiveStore::c_noon + 3s);
    QVERIFY(!list.entry(QStringLiteral("silent"))->lastDeliveryAt);
    store.sendBody("z", 9s);
    store.settle();
    QTRY_COMPARE(count(), 3);
    QCOMPARE(list.entry(QStringLiteral("desk"))->lastDeliveryAt, LiveStore::c_noon + 9s);
}

void SourceListTest::tellsWhichSecretsAreSet()
{
    const LiveStore store;
    SourceSecrets kept;
    kept.tokens = {{"token-of-sixteen-letters", {}}, {"an-older-token-of-it", LiveStore::c_noon}};
    kept.signing = {{"env:VARDA_SECRET", {}}};
    kept.bearer = "secret";
    Secrets secrets;
    secrets.setSource(QStringLiteral("desk"), kept);
    QVERIFY(secrets.save(store.location().secretsPath()));
    StoreReader reader(store.location());
    const SourceList list(reader);
    QTRY_VERIFY(list.isLoaded());
    const SecretMarks marks = list.entry(QStringLiteral("desk"))->secrets;
    QCOMPARE(marks.token, (SecretMark{true, {}, LiveStore::c_noon}));
    QCOMPARE(marks.signing, (SecretMark{true, QStringLiteral("env:VARDA_SECRET"), {}}));
    QCOMPARE(marks.bearer, (SecretMark{true, {}, {}}));
    QCOMPARE(marks.basic, SecretMark());
    QCOMPARE(marks.header, SecretMark());
}

void SourceListTest::goesWithoutSecrets()
{
    const LiveStore store;
    QFile file(store.location().secretsPath());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no secrets") > 0);
    file.close();
    StoreReader reader(store.location());
    const SourceList list(reader);
    QTRY_VERIFY(list.isLoaded());
    QVERIFY(list.entries()[0].token.isEmpty());
}

void SourceListTest::writesAddresses_data()
{
    QTest::addColumn<QString>("publicUrl");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("base");
    QTest::addColumn<bool>("masked");
    QTest::addColumn<QString>("address");
    const QByteArray token("abcdefghijklmnop");
    QTest::newRow("the listener's own") << QString() << token << QStringLiteral("http://127.0.0.1:8765") << false
                                        << QStringLiteral("http://127.0.0.1:8765/hook/abcdefghijklmnop");
    QTest::newRow("public") << QStringLiteral("https://hooks.example/a") << token
                            << QStringLiteral("http://127.0.0.1:8765") << false
                            << QStringLiteral("https://hooks.example/a/hook/abcdefghijklmnop");
    QTest::newRow("masked") << QString() << token << QStringLiteral("http://127.0.0.1:8765/") << true
                            << QStringLiteral("http://127.0.0.1:8765/hook/abcd\u2026");
    QTest::newRow("public while down") << QStringLiteral("https://hooks.example") << token << QString() << false
                                       << QStringLiteral("https://hooks.example/hook/abcdefghijklmnop");
    QTest::newRow("down") << QString() << token << QString() << false << QString();
    QTest::newRow("without a token") << QString() << QByteArray() << QStringLiteral("http://127.0.0.1:8765") << false
                                     << QString();
}

void SourceListTest::writesAddresses()
{
    QFETCH(QString, publicUrl);
    QFETCH(QByteArray, token);
    QFETCH(QString, base);
    QFETCH(bool, masked);
    QFETCH(QString, address);
    SourceEntry entry;
    entry.source.publicUrl = publicUrl;
    entry.token = token;
    QCOMPARE(hookAddress(entry, base, masked), address);
}

QTEST_GUILESS_MAIN(SourceListTest)
#include "tst_sourcelist.moc"
