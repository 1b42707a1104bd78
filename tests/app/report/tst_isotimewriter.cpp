// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/isotimewriter.h"

#include <QRandomGenerator>
#include <QTest>

using namespace earshot;

class IsoTimeWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheSlowWaySays_data();
    void saysWhatTheSlowWaySays();
    void writesParts_data();
    void writesParts();
};

static QString written(IsoTimeWriter &writer, Timestamp time)
{
    QByteArray out;
    writer.append(out, time);
    return QString::fromLatin1(out);
}

void IsoTimeWriterTest::saysWhatTheSlowWaySays_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *name : {"UTC", "Asia/Kathmandu", "Europe/Berlin", "Europe/London", "America/St_Johns",
                             "Australia/Lord_Howe", "UTC-03:30"})
        QTest::newRow(name) << QByteArray(name);
}

void IsoTimeWriterTest::saysWhatTheSlowWaySays()
{
    QFETCH(QByteArray, zone);
    IsoTimeWriter writer{QTimeZone(zone)};
    QRandomGenerator random(7);
    for (int i = 0; i < 3000; ++i) {
        const qint64 step = i % 3 == 0 ? 1'000'000 : i % 3 == 1 ? 1'000 : 1;
        const Timestamp time = fromMicroseconds(random.bounded(qint64(0), qint64(7'258'118'400'000'000)) / step * step);
        QCOMPARE(written(writer, time), toIsoText(time, QTimeZone(zone)));
    }
}

void IsoTimeWriterTest::writesParts_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole seconds") << QByteArray("UTC") << qint64(1'778'754'093'000'000) << "2026-05-14T10:21:33Z";
    QTest::newRow("milliseconds") << QByteArray("UTC") << qint64(1'778'754'093'050'000) << "2026-05-14T10:21:33.050Z";
    QTest::newRow("microseconds") << QByteArray("UTC") << qint64(1'778'754'093'000'001)
                                  << "2026-05-14T10:21:33.000001Z";
    QTest::newRow("Kathmandu") << QByteArray("Asia/Kathmandu") << qint64(1'778'754'093'000'000)
                               << "2026-05-14T16:06:33+05:45";
    QTest::newRow("west") << QByteArray("America/St_Johns") << qint64(1'778'754'093'000'000)
                          << "2026-05-14T07:51:33-02:30";
    QTest::newRow("London kept summer time in 1970")
        << QByteArray("Europe/London") << qint64(0) << "1970-01-01T01:00:00+01:00";
    QTest::newRow("before 1970") << QByteArray("UTC") << qint64(-1) << "1969-12-31T23:59:59.999999Z";
    QTest::newRow("leap day") << QByteArray("UTC") << qint64(1'709'164'800'000'000) << "2024-02-29T00:00:00Z";
}

void IsoTimeWriterTest::writesParts()
{
    QFETCH(QByteArray, zone);
    QFETCH(qint64, microseconds);
    QFETCH(QString, text);
    IsoTimeWriter writer{QTimeZone(zone)};
    QCOMPARE(written(writer, fromMicroseconds(microseconds)), text);
}

QTEST_GUILESS_MAIN(IsoTimeWriterTest)
#include "tst_isotimewriter.moc"
