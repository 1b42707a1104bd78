// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/damagewatch.h"

#include "models/store/backup.h"
#include "models/store/suspicion.h"
#include "tests/models/store/damage.h"
#include "tests/models/store/livestore.h"

#include <QSignalSpy>
#include <QTest>

using namespace earshot;

class DamageWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void confirmsDamageOfTheFile();
    void deniesWhatTheFileDoesNotShow();
    void aMissingFileIsNotDamage();
    void otherTroubleIsNotLookedInto();
    void stopsInTime();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("earshot.sqlite")); }

    static std::optional<Error> damage() { return Error{ErrorCode::StoreDamaged, QStringLiteral("said by a commit")}; }

    LiveStore m_model; ///< each test has a copy of it
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<DamageWatch> m_watch;
};

void DamageWatchTest::initTestCase()
{
    for (int i = 0; i < 100; ++i)
        QVERIFY(m_model.send(QStringLiteral("c%1").arg(i), {}, std::chrono::seconds(i)) > 0);
    m_model.settle();
}

void DamageWatchTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(backUp({.storePath = m_model.location().path, .filePath = path()}));
    m_watch = std::make_unique<DamageWatch>(path());
}

void DamageWatchTest::confirmsDamageOfTheFile()
{
    overwrite(path(), {pagesOf(path(), QStringLiteral("delivery_received"), QStringLiteral("leaf")).last()});
    QSignalSpy confirmed(m_watch.get(), &DamageWatch::confirmed);
    m_watch->look(damage());
    m_watch->look(damage()); // one reading is enough
    QTRY_COMPARE(confirmed.size(), 1);
    const Error error = confirmed.first().first().value<Error>();
    QCOMPARE(error.code, ErrorCode::StoreDamaged);
    QVERIFY2(error.detail.contains(path()), qPrintable(error.detail));
    QVERIFY(suspicion::isNoted(path()));
}

void DamageWatchTest::deniesWhatTheFileDoesNotShow()
{
    QSignalSpy denied(m_watch.get(), &DamageWatch::denied);
    QSignalSpy confirmed(m_watch.get(), &DamageWatch::confirmed);
    m_watch->look(damage());
    QVERIFY(suspicion::isNoted(path())); // at once: it may be killed while it reads
    QTRY_COMPARE(denied.size(), 1);
    QVERIFY(confirmed.isEmpty());
    QVERIFY(!suspicion::isNoted(path()));
    m_watch->look(damage()); // and again when it is said again
    QTRY_COMPARE(denied.size(), 2);
}

void DamageWatchTest::aMissingFileIsNotDamage()
{
    QVERIFY(QFile::remove(path()));
    QSignalSpy denied(m_watch.get(), &DamageWatch::denied);
    m_watch->look(damage());
    QTRY_COMPARE(denied.size(), 1);
    QVERIFY(!QFile::exists(path()));
}

void DamageWatchTest::otherTroubleIsNotLookedInto()
{
    QSignalSpy denied(m_watch.get(), &DamageWatch::denied);
    m_watch->look(std::nullopt);
    m_watch->look(Error{ErrorCode::StoreFull, QStringLiteral("no room")});
    QVERIFY(!suspicion::isNoted(path()));
    m_watch->look(damage());
    QTRY_COMPARE(denied.size(), 1); // of this alone
}

void DamageWatchTest::stopsInTime()
{
    QSignalSpy denied(m_watch.get(), &DamageWatch::denied);
    m_watch->look(damage());
    m_watch->stop();
    QCoreApplication::processEvents();
    QVERIFY(denied.isEmpty());
    QVERIFY(suspicion::isNoted(path()));
}

QTEST_GUILESS_MAIN(DamageWatchTest)
#include "tst_damagewatch.moc"
