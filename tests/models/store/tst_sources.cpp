// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/migrations.h"
#include "models/store/sources.h"

#include <QTemporaryDir>
#include <QTest>

using namespace earshot;

namespace {

Source named(const QString &name)
{
    static int made = 0;
    Source source;
    source.name = name;
    source.key = QStringLiteral("key%1").arg(++made);
    source.platform = QStringLiteral("varda");
    return source;
}

} // namespace

class SourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsEverySetting();
    void refusesBadSettings_data();
    void refusesBadSettings();
    void takesAPublicUrl_data();
    void takesAPublicUrl();
    void aNameIsTakenInAnyCase();
    void aRemovedNameIsFreeAndItsRowStays();
    void namesWhatThereIsInstead();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Database> m_database;
};

void SourcesTest::init()
{
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto database = openToWrite(m_folder->filePath(QStringLiteral("s.sqlite")));
    QVERIFY(database);
    m_database.emplace(std::move(*database));
}

void SourcesTest::keepsEverySetting()
{
    Source source = named(QStringLiteral("Empfang Süd"));
    source.zone = QStringLiteral("Europe/Berlin");
    source.currency = QStringLiteral("EUR");
    source.region = QStringLiteral("DE");
    source.agent = QStringLiteral("Anna");
    source.publicUrl = QStringLiteral("https://hooks.example");
    source.idField = QStringLiteral("data.id");
    source.allow = {QStringLiteral("192.0.2.0/24"), QStringLiteral("2001:db8::/32")};
    source.endTimeout = std::chrono::minutes(60);
    source.enabled = false;
    source.createdAt = fromMicroseconds(1'778'754'093'000'001);
    QVERIFY(sources::add(*m_database, source));
    const auto read = sources::byName(*m_database, QStringLiteral("empfang süd"));
    QVERIFY(read);
    QCOMPARE(read->zone, source.zone);
    QCOMPARE(read->currency, source.currency);
    QCOMPARE(read->region, source.region);
    QCOMPARE(read->agent, source.agent);
    QCOMPARE(read->publicUrl, source.publicUrl);
    QCOMPARE(read->idField, source.idField);
    QCOMPARE(read->allow, source.allow);
    QCOMPARE(read->endTimeout, source.endTimeout);
    QCOMPARE(read->enabled, false);
    QCOMPARE(read->createdAt, source.createdAt);
}

void SourcesTest::refusesBadSettings_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("zone");
    QTest::newRow("no name") << QString() << QStringLiteral("UTC");
    QTest::newRow("blank name") << QStringLiteral("  ") << QStringLiteral("UTC");
    QTest::newRow("slash") << QStringLiteral("a/b") << QStringLiteral("UTC");
    QTest::newRow("line break") << QStringLiteral("a\nb") << QStringLiteral("UTC");
    QTest::newRow("too long") << QString(101, QLatin1Char('x')) << QStringLiteral("UTC");
    QTest::newRow("no such zone") << QStringLiteral("a") << QStringLiteral("Mars/Olympus");
}

void SourcesTest::refusesBadSettings()
{
    QFETCH(QString, name);
    QFETCH(QString, zone);
    Source source = named(name);
    source.zone = zone;
    const auto added = sources::add(*m_database, source);
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::BadArgument);
    QVERIFY(sources::all(*m_database)->isEmpty());
}

void SourcesTest::takesAPublicUrl_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("kept"); // null: refused
    const QString plain = QStringLiteral("https://hooks.example");
    QTest::newRow("host") << plain << plain;
    QTest::newRow("slash at the end") << QString(plain + u'/') << plain;
    QTest::newRow("port and path") << QStringLiteral("http://hooks.example:8443/earshot/")
                                   << QStringLiteral("http://hooks.example:8443/earshot");
    QTest::newRow("spaces around") << QString(u' ' + plain + u'\n') << plain;
    QTest::newRow("none") << QStringLiteral("") << QStringLiteral("");
    QTest::newRow("no scheme") << QStringLiteral("hooks.example") << QString();
    QTest::newRow("another scheme") << QStringLiteral("ftp://hooks.example") << QString();
    QTest::newRow("no host") << QStringLiteral("https:///x") << QString();
    QTest::newRow("query") << QString(plain + QLatin1StringView("/?a=1")) << QString();
    QTest::newRow("fragment") << QString(plain + QLatin1StringView("#a")) << QString();
    QTest::newRow("password") << QStringLiteral("https://a:b@hooks.example") << QString();
    QTest::newRow("words") << QStringLiteral("my address") << QString();
}

void SourcesTest::takesAPublicUrl()
{
    QFETCH(QString, url);
    QFETCH(QString, kept);
    const auto source = sources::add(*m_database, named(QStringLiteral("Desk")));
    const auto set = sources::setPublicUrl(*m_database, source->id, url);
    QCOMPARE(set.has_value(), !kept.isNull());
    QCOMPARE(sources::byName(*m_database, QStringLiteral("Desk"))->publicUrl, kept);
    if (!set)
        QCOMPARE(set.error().code, ErrorCode::BadArgument);

    Source other = named(QStringLiteral("Other"));
    other.publicUrl = url;
    const auto added = sources::add(*m_database, other);
    QCOMPARE(added.has_value(), !kept.isNull());
}

void SourcesTest::aNameIsTakenInAnyCase()
{
    QVERIFY(sources::add(*m_database, named(QStringLiteral("Desk"))));
    const auto again = sources::add(*m_database, named(QStringLiteral("DESK")));
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::AlreadyExists);
}

void SourcesTest::aRemovedNameIsFreeAndItsRowStays()
{
    const auto first = sources::add(*m_database, named(QStringLiteral("Desk")));
    QVERIFY(sources::remove(*m_database, first->id, fromMicroseconds(1)));
    QVERIFY(!sources::byName(*m_database, QStringLiteral("Desk")));
    const auto second = sources::add(*m_database, named(QStringLiteral("Desk")));
    QVERIFY(second);
    QVERIFY(second->id != first->id);
    QCOMPARE(sources::everById(*m_database)->size(), 2);
}

void SourcesTest::namesWhatThereIsInstead()
{
    QVERIFY(sources::byName(*m_database, QStringLiteral("x")).error().detail.contains(QLatin1StringView("none yet")));
    QVERIFY(sources::add(*m_database, named(QStringLiteral("Desk"))));
    QVERIFY(sources::byName(*m_database, QStringLiteral("x")).error().detail.contains(QLatin1StringView("Desk")));
}

QTEST_GUILESS_MAIN(SourcesTest)
#include "tst_sources.moc"
