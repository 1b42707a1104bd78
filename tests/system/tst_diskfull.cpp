// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/earshotprocess.h"
#include "tests/system/httpsender.h"
#include "tests/system/senderload.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstring>

#include <sys/mount.h>

using namespace earshot;

namespace {

/** A disk of so many megabytes, gone with this. Mounting takes a privilege. */
class SmallDisk
{
public:
    explicit SmallDisk(int megabytes)
    {
        const QByteArray options = "mode=0700,size=" + QByteArray::number(megabytes) + 'm';
        m_isMounted =
            ::mount("tmpfs", QFile::encodeName(m_folder.path()).constData(), "tmpfs", 0, options.constData()) == 0;
        m_error = m_isMounted ? 0 : errno;
    }

    ~SmallDisk()
    {
        if (m_isMounted && ::umount2(QFile::encodeName(m_folder.path()).constData(), MNT_DETACH) != 0)
            qWarning("the test's disk stays mounted: %s", std::strerror(errno));
    }

    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool isMounted() const { return m_isMounted; }

    const char *error() const { return std::strerror(m_error); }

    QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
    bool m_isMounted = false;
    int m_error = 0;
};

int healthOf(HttpSender &sender)
{
    return sender.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
}

} // namespace

/** A real disk that is really full, under the whole program. */
class DiskFullTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFullDiskLosesNothingAndReceivingResumes();
};

void DiskFullTest::aFullDiskLosesNothingAndReceivingResumes()
{
    const SmallDisk disk(40);
    if (!disk.isMounted())
        QSKIP(qPrintable(QStringLiteral("no disk can be mounted here: %1").arg(QString::fromLocal8Bit(disk.error()))));
    EarshotProcess earshot(disk.path());
    const QByteArray token = earshot.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(!token.isEmpty());
    QVERIFY(earshot.serve());
    HttpSender sender(earshot.port());
    QCOMPARE(healthOf(sender), 200);
    SenderLoad load(earshot.port(), token, 1);
    QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged().size() > 100, 60'000);

    const QString ballast = disk.path() + QStringLiteral("/ballast");
    QFile file(ballast);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (file.write(QByteArray(64 << 10, 'x')) > 0) { }
    file.close();
    QTRY_COMPARE_WITH_TIMEOUT(sender.send(jsonPost(token, endedCall(1'000'001))), 503, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(healthOf(sender), 503, 60'000);
    QVERIFY2(sender.body().contains(R"("status":"not storing")"), sender.body().constData());
    QVERIFY2(sender.body().contains(R"("reason":"store-full")"), sender.body().constData());
    const qsizetype whenFull = load.acknowledged().size();

    QVERIFY(QFile::remove(ballast));
    QTRY_COMPARE_WITH_TIMEOUT(healthOf(sender), 200, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged().size() > whenFull + 100, 60'000);
    load.stop();
    QCOMPARE(load.oddAnswers(), 0);
    QVERIFY(earshot.waitUntilProjected());
    QCOMPARE(earshot.stop(SIGTERM), 0);
    const QByteArray said = earshot.served();
    QVERIFY2(said.contains("deliveries are not stored") && said.contains("deliveries are stored again"),
             said.constData());

    QSet<qint64> held;
    for (const QJsonObject &conversation : earshot.exported(QStringLiteral("conversations"))) {
        QCOMPARE(conversation.value(QStringLiteral("events")).toInt(), 1);
        held.insert(conversation.value(QStringLiteral("conversation_id")).toString().toLongLong());
    }
    const QSet<qint64> lost = load.acknowledged() - held;
    QVERIFY2(lost.isEmpty(), qPrintable(QStringLiteral("%1 lost").arg(lost.size())));
    const CommandResult checked = earshot.run({QStringLiteral("check")});
    QVERIFY2(checked.exitCode == 0, checked.words().constData());
    qInfo("%lld acknowledged before the disk was full, %lld in all, none lost", qint64(whenFull),
          qint64(load.acknowledged().size()));
}

QTEST_GUILESS_MAIN(DiskFullTest)
#include "tst_diskfull.moc"
