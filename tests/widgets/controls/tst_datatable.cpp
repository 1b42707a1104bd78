// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/datatable.h"
#include "widgets/controls/rowdelegate.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QHoverEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace earshot;

namespace {

/** Ten million rows that are made up when asked for. */
class EndlessModel final : public QAbstractTableModel
{
public:
    int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : 10'000'000; }

    int columnCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : 2; }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        return index.column() == 0 ? QStringLiteral("Row %1").arg(index.row())
                                   : QStringLiteral("<b>something that was said and goes on</b>");
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return {};
        return section == 0 ? QStringLiteral("Contact") : QStringLiteral("Last line");
    }
};

class EvenRowsMuted final : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

    bool isMuted(const QModelIndex &index) const override { return index.row() % 2 == 0; }

    QColor textColor(const QModelIndex &index) const
    {
        const QStyleOptionViewItem option;
        return colorFor(option, index, ColorRole::Accent);
    }
};

} // namespace

class DataTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void holdsTenMillionRows();
    void rowsFollowTheDensity();
    void lettersAreLeftToCommands();
    void enterAndDoubleClickActivate();
    void selectsWholeRows();
    void knowsTheRowUnderThePointer();
    void columnsAreAsWideAsTheirWords();
    void aCutCellHasATip();
    void mutedRowsAreMuted();

private:
    SystemClock m_clock;
    EndlessModel m_model;
    std::unique_ptr<DisplaySettings> m_settings;
    std::unique_ptr<DataTable> m_table;
};

void DataTableTest::init()
{
    m_settings = std::make_unique<DisplaySettings>(m_clock);
    m_table = std::make_unique<DataTable>(*m_settings);
    m_table->setItemDelegate(new RowDelegate(*m_settings, m_table.get()));
    m_table->setModel(&m_model);
    m_table->resize(400, 300);
    m_table->show();
}

void DataTableTest::holdsTenMillionRows()
{
    m_table->scrollToBottom();
    QCOMPARE(m_table->rowAt(m_table->viewport()->height() - 3), 9'999'999);
    QVERIFY(!m_table->grab().isNull());
}

void DataTableTest::rowsFollowTheDensity()
{
    m_table->setFont(QFont(QStringLiteral("Inter"), 10));
    QCOMPARE(m_table->rowHeight(5), 28);
    m_settings->setDensity(metrics::Density::Compact);
    QCOMPARE(m_table->rowHeight(5), 24);
    m_settings->setDensity(metrics::Density::Roomy);
    QCOMPARE(m_table->rowHeight(5), 34);
    m_table->setFont(QFont(QStringLiteral("Inter"), 24));
    QVERIFY(m_table->rowHeight(5) > 34);
}

void DataTableTest::lettersAreLeftToCommands()
{
    m_table->setCurrentIndex(m_model.index(3, 0));
    QTest::keyClick(m_table.get(), Qt::Key_R);
    QCOMPARE(m_table->currentIndex().row(), 3);
}

void DataTableTest::enterAndDoubleClickActivate()
{
    QSignalSpy activated(m_table.get(), &DataTable::rowActivated);
    m_table->setCurrentIndex(m_model.index(3, 0));
    QTest::keyClick(m_table.get(), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    const QPoint cell = m_table->visualRect(m_model.index(2, 0)).center();
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, cell);
    QTest::mouseDClick(m_table->viewport(), Qt::LeftButton, {}, cell);
    QCOMPARE(activated.size(), 2);
    QCOMPARE(activated.last().first().toModelIndex().row(), 2);
}

void DataTableTest::selectsWholeRows()
{
    m_table->setCurrentIndex(m_model.index(1, 0));
    QTest::keyClick(m_table.get(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_table->selectionModel()->selectedRows().size(), 2);
    QVERIFY(m_table->selectionModel()->isRowSelected(2));
}

void DataTableTest::knowsTheRowUnderThePointer()
{
    QCOMPARE(m_table->hoveredRow(), -1);
    const QPointF over = m_table->visualRect(m_model.index(4, 1)).center();
    QHoverEvent move(QEvent::HoverMove, over, over, over);
    QCoreApplication::sendEvent(m_table->viewport(), &move);
    QCOMPARE(m_table->hoveredRow(), 4);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_table->viewport(), &leave);
    QCOMPARE(m_table->hoveredRow(), -1);
}

void DataTableTest::columnsAreAsWideAsTheirWords()
{
    const QFontMetrics fontMetrics(m_table->font());
    m_table->setColumnSample(0, {QStringLiteral("a"), QStringLiteral("a word that is rather long")}, 22);
    const int words = fontMetrics.horizontalAdvance(QStringLiteral("a word that is rather long"));
    QVERIFY(m_table->columnWidth(0) >= words + 22 + 2 * DataTable::cellPadding());
    m_table->setColumnSample(0, {QStringLiteral("a")});
    QVERIFY(m_table->columnWidth(0) >= fontMetrics.horizontalAdvance(QStringLiteral("Contact")));
    QVERIFY(m_table->columnWidth(0) < words);
}

void DataTableTest::aCutCellHasATip()
{
    const auto tipOf = [this](const QModelIndex &index) {
        QToolTip::hideText();
        const QPoint at = m_table->visualRect(index).center();
        QHelpEvent help(QEvent::ToolTip, at, m_table->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(m_table->viewport(), &help);
        return QToolTip::isVisible() ? QToolTip::text() : QString();
    };
    m_table->setColumnWidth(0, 200);
    m_table->setColumnWidth(1, 80);
    QVERIFY(tipOf(m_model.index(1, 1)).contains(QStringLiteral("&lt;b&gt;something that was said")));
    QTRY_COMPARE(tipOf(m_model.index(1, 0)), QString());
    m_table->setColumnWidth(1, 600);
    QTRY_COMPARE(tipOf(m_model.index(2, 1)), QString());
}

void DataTableTest::mutedRowsAreMuted()
{
    const EvenRowsMuted delegate(*m_settings);
    QVERIFY(delegate.textColor(m_model.index(2, 0)) != delegate.textColor(m_model.index(3, 0)));
    QCOMPARE(delegate.cellText(m_model.index(3, 0)), QStringLiteral("Row 3"));
}

QTEST_MAIN(DataTableTest)
#include "tst_datatable.moc"
