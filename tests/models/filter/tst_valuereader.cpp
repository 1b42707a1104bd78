// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/valuereader.h"

#include <QTest>

#include <limits>

using namespace earshot::filter;

class ValueReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsIntegers_data();
    void readsIntegers();
    void readsNumbers_data();
    void readsNumbers();
    void readsMoneyAsMinorUnits_data();
    void readsMoneyAsMinorUnits();
    void readsDurationsAsSeconds_data();
    void readsDurationsAsSeconds();
    void readsBooleans_data();
    void readsBooleans();
};

namespace {

/** A row without a value says that the text cannot be read. */
template <typename T>
void addRow(const char *text, std::optional<T> value)
{
    QTest::newRow(text) << QString::fromUtf8(text) << value.has_value() << value.value_or(T());
}

template <typename T>
void addColumns()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isReadable");
    QTest::addColumn<T>("value");
}

template <typename T>
void compareRow(std::optional<T> (*read)(QStringView))
{
    QFETCH(const QString, text);
    QFETCH(const bool, isReadable);
    QFETCH(const T, value);
    const auto found = read(text);
    QCOMPARE(found.has_value(), isReadable);
    QCOMPARE(found.value_or(T()), value);
}

} // namespace

void ValueReaderTest::readsIntegers_data()
{
    addColumns<qint64>();
    addRow<qint64>("0", 0);
    addRow<qint64>("12", 12);
    addRow<qint64>("-3", -3);
    addRow<qint64>("+3", 3);
    addRow<qint64>("9223372036854775807", std::numeric_limits<qint64>::max());
    addRow<qint64>("9223372036854775808", {});
    addRow<qint64>("", {});
    addRow<qint64>("1.0", {});
    addRow<qint64>("1e3", {});
    addRow<qint64>("0x10", {});
    addRow<qint64>(" 1", {});
    addRow<qint64>("1\n", {});
    addRow<qint64>("٣", {});
    addRow<qint64>("-", {});
}

void ValueReaderTest::readsIntegers()
{
    compareRow(&readInteger);
}

void ValueReaderTest::readsNumbers_data()
{
    addColumns<double>();
    addRow<double>("12", 12);
    addRow<double>("-0.5", -0.5);
    addRow<double>("nan", {});
    addRow<double>("inf", {});
    addRow<double>("1e5", {});
    addRow<double>(".5", {});
    addRow<double>("5.", {});
    QTest::newRow("too big for a double") << QString(400, u'9') << false << 0.0;
}

void ValueReaderTest::readsNumbers()
{
    compareRow(&readNumber);
}

void ValueReaderTest::readsMoneyAsMinorUnits_data()
{
    addColumns<qint64>();
    addRow<qint64>("250000", 250'000);
    addRow<qint64>("2500.00", 250'000);
    addRow<qint64>("0.05", 5);
    addRow<qint64>("-0.05", -5);
    addRow<qint64>("2500.5", {});
    addRow<qint64>("2500.001", {});
    addRow<qint64>("2,500.00", {});
    addRow<qint64>("$5", {});
    addRow<qint64>("99999999999999999.99", {});
    addRow<qint64>("", {});
}

void ValueReaderTest::readsMoneyAsMinorUnits()
{
    compareRow(&readMoney);
}

void ValueReaderTest::readsDurationsAsSeconds_data()
{
    addColumns<qint64>();
    addRow<qint64>("90", 90);
    addRow<qint64>("180s", 180);
    addRow<qint64>("3m", 180);
    addRow<qint64>("3M", 180);
    addRow<qint64>("1h30m", 5400);
    addRow<qint64>("1h30", 3630);
    addRow<qint64>("2d", 172'800);
    addRow<qint64>("4:05", 245);
    addRow<qint64>("1:02:45", 3765);
    addRow<qint64>("100:00:00", 360'000);
    addRow<qint64>("4:5", {});
    addRow<qint64>("4:60", {});
    addRow<qint64>("60:00", {});
    addRow<qint64>("3x", {});
    addRow<qint64>("-3m", {});
    addRow<qint64>("1m1h", {});
    addRow<qint64>("1.5h", {});
    addRow<qint64>("m", {});
    addRow<qint64>("", {});
    addRow<qint64>("99999999d", {});
    addRow<qint64>("99999999999999999999", {});
}

void ValueReaderTest::readsDurationsAsSeconds()
{
    compareRow(&readDuration);
}

void ValueReaderTest::readsBooleans_data()
{
    addColumns<bool>();
    addRow<bool>("true", true);
    addRow<bool>("YES", true);
    addRow<bool>("1", true);
    addRow<bool>("False", false);
    addRow<bool>("no", false);
    addRow<bool>("0", false);
    addRow<bool>("2", {});
    addRow<bool>("", {});
    addRow<bool>("y", {});
}

void ValueReaderTest::readsBooleans()
{
    compareRow(&readBoolean);
}

QTEST_GUILESS_MAIN(ValueReaderTest)
#include "tst_valuereader.moc"
