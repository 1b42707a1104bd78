// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/checkpointer.h"
#include "models/store/database.h"
#include "models/store/logtrust.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr CheckpointSettings c_often{.interval = 100ms, .worthBytes = 1, .cutBytes = 64 << 10};
constexpr qint64 c_row = 20'000; // bytes

} // namespace

/** Beside a connection that writes as the writer does. */
class CheckpointerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void cutsALongLogOnceNobodyWrites();
    void doesNotCutWhileSomebodyWrites();
    void aShortLogIsLeft();
    void movesNothingThatIsNotTrusted();
    void movesAShortLogWhenAsked();

private:
    void write(int rows);

    qint64 logBytes() const { return QFileInfo(m_path + QLatin1StringView("-wal")).size(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::optional<Database> m_database;
    std::unique_ptr<LogTrust> m_trust;
};

void CheckpointerTest::init()
{
    m_trust = std::make_unique<LogTrust>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("store.db"));
    auto opened = Database::open(m_path, Database::Mode::Write);
    QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().detail));
    m_database.emplace(std::move(*opened));
    QVERIFY(m_database
                ->runScript(QStringLiteral("PRAGMA journal_mode = WAL;\n"
                                           "PRAGMA wal_autocheckpoint = 0;\n"
                                           "CREATE TABLE filler (content BLOB);\n"))
                .has_value());
}

void CheckpointerTest::cleanup()
{
    m_database.reset();
    m_folder.reset();
}

void CheckpointerTest::write(int rows)
{
    for (int i = 0; i < rows; ++i)
        QVERIFY(m_database->run(QStringLiteral("INSERT INTO filler VALUES (?)"), {QByteArray(c_row, 'x')}).has_value());
}

void CheckpointerTest::cutsALongLogOnceNobodyWrites()
{
    write(20);
    QVERIFY(logBytes() > c_often.cutBytes);
    Checkpointer checkpointer(m_path, c_often, *m_trust);
    QVERIFY(checkpointer.start().has_value());
    QTRY_COMPARE(logBytes(), 0);
    QVERIFY(QFileInfo(m_path).size() > 20 * c_row);
}

void CheckpointerTest::doesNotCutWhileSomebodyWrites()
{
    // A second between looks, so that a busy computer's pause is not taken for quiet.
    constexpr CheckpointSettings calm{.interval = 1s, .worthBytes = 1, .cutBytes = 64 << 10};
    write(20);
    const qint64 before = logBytes();
    Checkpointer checkpointer(m_path, calm, *m_trust);
    QTimer writer;
    int written = 0;
    qint64 smallest = before;
    writer.callOnTimeout([&] {
        write(1);
        smallest = std::min(smallest, logBytes());
        ++written;
    });
    writer.start(5ms);
    QVERIFY(checkpointer.start().has_value());
    QTRY_VERIFY_WITH_TIMEOUT(written >= 300, 60000);
    QCOMPARE(smallest, before);
    // It was begun anew meanwhile, else it would hold all that was written.
    QVERIFY2(logBytes() < before + 250 * c_row, qPrintable(QString::number(logBytes())));
}

void CheckpointerTest::aShortLogIsLeft()
{
    constexpr CheckpointSettings patient{.interval = 20ms, .worthBytes = 1 << 30, .cutBytes = 1};
    write(5);
    const qint64 before = logBytes();
    const qint64 moved = QFileInfo(m_path).size();
    Checkpointer checkpointer(m_path, patient, *m_trust);
    QVERIFY(checkpointer.start().has_value());
    QTest::qWait(200); // time for ten looks
    QCOMPARE(logBytes(), before);
    QCOMPARE(QFileInfo(m_path).size(), moved);
}

void CheckpointerTest::movesNothingThatIsNotTrusted()
{
    m_trust->lose();
    write(20);
    const qint64 moved = QFileInfo(m_path).size();
    Checkpointer checkpointer(m_path, c_often, *m_trust);
    QVERIFY(checkpointer.start().has_value());
    QTest::qWait(500); // time for five looks
    QCOMPARE(QFileInfo(m_path).size(), moved);
    QVERIFY(m_trust->regain(*m_database).has_value());
    QTRY_COMPARE(logBytes(), 0);
}

void CheckpointerTest::movesAShortLogWhenAsked()
{
    constexpr CheckpointSettings patient{.interval = 1h, .worthBytes = 1 << 30, .cutBytes = 1 << 30};
    write(5);
    Checkpointer checkpointer(m_path, patient, *m_trust);
    QVERIFY(checkpointer.start().has_value());
    checkpointer.moveSoon();
    QTRY_VERIFY(QFileInfo(m_path).size() > 5 * c_row);
}

QTEST_GUILESS_MAIN(CheckpointerTest)
#include "tst_checkpointer.moc"
