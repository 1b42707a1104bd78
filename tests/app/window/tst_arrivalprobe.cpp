// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/arrivalprobe.h"
#include "models/items/conversationlistrow.h"
#include "models/items/roles.h"
#include "tests/models/store/plaindecoder.h"

#include <QJsonDocument>
#include <QListView>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp c_noon = fromMicroseconds(1'778'760'000'000'000); // 2026-05-14T12:00:00Z

} // namespace

class ArrivalProbeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void measuresUntilARowIsPainted();
    void countsAChangedRowToo();
    void leavesOldRowsAlone();
    void writesItsReport();

private:
    static QVariant rowFrom(Timestamp updatedAt)
    {
        auto row = std::make_shared<ConversationListRow>();
        row->record.updatedAt = updatedAt;
        return QVariant::fromValue(ConversationListRowPtr(row));
    }

    void insert(Timestamp updatedAt)
    {
        auto *item = new QStandardItem(QStringLiteral("a call"));
        item->setData(rowFrom(updatedAt), RowRole);
        m_model.insertRow(0, item);
    }

    QJsonObject arrivals() const { return m_probe->report().value(QStringLiteral("arrival_to_screen_ms")).toObject(); }

    int count() const { return arrivals().value(QStringLiteral("count")).toInt(); }

    ManualClock m_clock{c_noon};
    QStandardItemModel m_model;
    std::unique_ptr<QListView> m_view;
    std::unique_ptr<ArrivalProbe> m_probe;
};

void ArrivalProbeTest::init()
{
    m_model.clear();
    m_view = std::make_unique<QListView>();
    m_view->setModel(&m_model);
    m_view->resize(300, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_probe = std::make_unique<ArrivalProbe>(*m_view, m_clock);
}

void ArrivalProbeTest::cleanup()
{
    m_probe.reset();
    m_view.reset();
}

void ArrivalProbeTest::measuresUntilARowIsPainted()
{
    insert(c_noon - 100ms);
    QCOMPARE(count(), 0); // nobody has seen it yet
    QTRY_COMPARE(count(), 1);
    QCOMPARE(arrivals().value(QStringLiteral("p50")).toDouble(), 100.0);
    QCOMPARE(arrivals().value(QStringLiteral("most")).toDouble(), 100.0);
    const QJsonObject frames = m_probe->report().value(QStringLiteral("frame_ms")).toObject();
    QVERIFY(frames.value(QStringLiteral("count")).toInt() > 0);
    m_view->viewport()->update();
    QCoreApplication::processEvents();
    QCOMPARE(count(), 1); // once
}

void ArrivalProbeTest::countsAChangedRowToo()
{
    insert(c_noon - 1h);
    m_model.setData(m_model.index(0, 0), rowFrom(c_noon - 30ms), RowRole);
    QTRY_COMPARE(count(), 1);
    QCOMPARE(arrivals().value(QStringLiteral("p95")).toDouble(), 30.0);
}

void ArrivalProbeTest::leavesOldRowsAlone()
{
    insert(c_noon - 1h); // only came into view
    insert(c_noon - 10ms);
    QTRY_COMPARE(count(), 1);
    QCOMPARE(arrivals().value(QStringLiteral("most")).toDouble(), 10.0);
}

void ArrivalProbeTest::writesItsReport()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.json"));
    QVERIFY(m_probe->write(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject report = QJsonDocument::fromJson(file.readAll()).object();
    for (const char *const part : {"arrival_to_screen_ms", "frame_ms", "gui_busy_ms"})
        QVERIFY(report.value(QString::fromLatin1(part)).isObject());
    QCOMPARE(m_probe->write(folder.filePath(QStringLiteral("nowhere/report.json"))).error().code,
             ErrorCode::FileFailed);
}

QTEST_MAIN(ArrivalProbeTest)
#include "tst_arrivalprobe.moc"
