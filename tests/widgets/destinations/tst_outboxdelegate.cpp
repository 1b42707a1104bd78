// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/outboxlistmodel.h"
#include "tests/models/store/plaindecoder.h"
#include "widgets/destinations/outboxdelegate.h"
#include "widgets/style/format.h"
#include "widgets/style/forwardingwords.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QTest>

using namespace earshot;

namespace {

constexpr Timestamp c_noon = fromMicroseconds(1'778'760'000'000'000); // 2026-05-14T12:00:00Z

} // namespace

class OutboxDelegateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysEveryStateInWords();
    void writesPhonesAndTimes();
    void saysWhereThereIsNothing();
    void letsDiscardedRowsStandBack();
    void paintsEveryColumn();

private:
    void set(OutboxListModel::Column column, const QVariant &value)
    {
        m_model.setData(m_model.index(0, column), value);
    }

    QString text(OutboxListModel::Column column) const { return m_delegate.cellText(m_model.index(0, column)); }

    ManualClock m_clock{c_noon};
    DisplaySettings m_display{m_clock};
    OutboxDelegate m_delegate{m_display};
    QStandardItemModel m_model{1, OutboxListModel::ColumnCount};
};

void OutboxDelegateTest::init()
{
    m_model.clear();
    m_model.setRowCount(1);
    m_model.setColumnCount(OutboxListModel::ColumnCount);
}

void OutboxDelegateTest::saysEveryStateInWords()
{
    QStringList words;
    for (const ForwardingState state : {ForwardingState::Waiting, ForwardingState::Sent, ForwardingState::Parked,
                                        ForwardingState::Asks, ForwardingState::Discarded}) {
        set(OutboxListModel::State, forwardingStateText(state));
        QCOMPARE(text(OutboxListModel::State), forwardingLook(state).word);
        QVERIFY(!words.contains(text(OutboxListModel::State)));
        words.append(text(OutboxListModel::State));
    }
}

void OutboxDelegateTest::writesPhonesAndTimes()
{
    m_display.setZone(QTimeZone("Asia/Kathmandu"));
    set(OutboxListModel::Conversation, QStringLiteral("+4930123456"));
    QCOMPARE(text(OutboxListModel::Conversation), phoneText(QStringLiteral("+4930123456")));
    set(OutboxListModel::Conversation, QStringLiteral("Ada"));
    QCOMPARE(text(OutboxListModel::Conversation), QStringLiteral("Ada"));
    set(OutboxListModel::NextTry, toMicroseconds(c_noon));
    QVERIFY2(text(OutboxListModel::NextTry).contains(QStringLiteral("17:45")),
             qPrintable(text(OutboxListModel::NextTry)));
    set(OutboxListModel::LastAnswer, 503);
    QCOMPARE(text(OutboxListModel::LastAnswer), QStringLiteral("503"));
}

void OutboxDelegateTest::saysWhereThereIsNothing()
{
    QCOMPARE(text(OutboxListModel::NextTry), noneText());
    QCOMPARE(text(OutboxListModel::LastAnswer), noneText());
    QCOMPARE(text(OutboxListModel::Reason), noneText());
    set(OutboxListModel::Attempts, 0);
    QCOMPARE(text(OutboxListModel::Attempts), QStringLiteral("0"));
}

void OutboxDelegateTest::letsDiscardedRowsStandBack()
{
    set(OutboxListModel::State, forwardingStateText(ForwardingState::Parked));
    QVERIFY(!m_delegate.isMuted(m_model.index(0, OutboxListModel::Reason)));
    set(OutboxListModel::State, forwardingStateText(ForwardingState::Discarded));
    QVERIFY(m_delegate.isMuted(m_model.index(0, OutboxListModel::Reason)));
}

void OutboxDelegateTest::paintsEveryColumn()
{
    set(OutboxListModel::State, forwardingStateText(ForwardingState::Waiting));
    for (int column = 0; column < OutboxListModel::ColumnCount; ++column) {
        m_model.setData(m_model.index(0, column),
                        column == 0 ? m_model.index(0, 0).data() : QVariant(QStringLiteral("7")));
        QImage image(200, 30, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.rect = image.rect();
        option.palette = QGuiApplication::palette();
        m_delegate.paint(&painter, option, m_model.index(0, column));
        painter.end();
        bool isPainted = false;
        for (int y = 4; y < 26 && !isPainted; ++y) {
            for (int x = 0; x < image.width() && !isPainted; ++x)
                isPainted = image.pixel(x, y) != image.pixel(100, 2);
        }
        QVERIFY2(isPainted, qPrintable(QString::number(column)));
    }
}

QTEST_MAIN(OutboxDelegateTest)
#include "tst_outboxdelegate.moc"
