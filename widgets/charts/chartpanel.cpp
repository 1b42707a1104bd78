// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/chartpanel.h"

#include "widgets/charts/charttablemodel.h"
#include "widgets/controls/busybar.h"
#include "widgets/controls/labels.h"
#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QHeaderView>
#include <QMenu>
#include <QMessageBox>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStackedLayout>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>

namespace earshot {

/** Lies over a chart: makes it pale while it waits, and says why there is nothing. Hears nothing. */
class ChartVeil final : public QWidget
{
public:
    explicit ChartVeil(QWidget *parent)
        : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

    void setPale(bool pale)
    {
        m_isPale = pale;
        update();
    }

    void setText(const QString &text)
    {
        m_text = text;
        update();
    }

    QString text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!m_isPale && m_text.isEmpty())
            return;
        QPainter painter(this);
        const Colors &colors = colorsOf(palette());
        if (m_isPale) {
            painter.setOpacity(0.5);
            painter.fillRect(rect(), colors[ColorRole::Surface]);
            painter.setOpacity(1);
        }
        painter.setPen(colors[ColorRole::Muted]);
        painter.drawText(rect().adjusted(metrics::c_between, 0, -metrics::c_between, 0),
                         Qt::AlignCenter | Qt::TextWordWrap, m_text);
    }

private:
    QString m_text;
    bool m_isPale = false;
};

namespace {

/** Figures run from left to right in every language. */
class FigureDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() == 0)
            return;
        option->displayAlignment = QStyle::visualAlignment(option->direction, option->displayAlignment);
        option->direction = Qt::LeftToRight;
    }
};

} // namespace

ChartPanel::ChartPanel(Chart *chart, QWidget *parent)
    : Card(parent)
    , m_chart(chart)
    , m_title(new QLabel(this))
    , m_subtitle(new ElidedLabel(this))
    , m_more(new QToolButton(this))
    , m_menu(new QMenu(this))
    , m_head(new QHBoxLayout)
    , m_body(new QWidget(this))
    , m_stack(new QStackedLayout(m_body))
    , m_table(new QTableView(m_body))
    , m_tableModel(new ChartTableModel(this))
    , m_veil(new ChartVeil(m_body))
    , m_busy(new BusyBar(this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_subtitle->setColorRole(ColorRole::Muted);
    m_more->setIcon(themedIcon(Icon::More));
    m_more->setAutoRaise(true);
    // Without setMenu(), which would squeeze an arrow beside the dots.
    connect(m_more, &QToolButton::clicked, this, [this] {
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const QRect button = m_more->rect();
        m_menu->popup(m_more->mapToGlobal(mirrored ? button.bottomLeft()
                                                   : button.bottomRight() - QPoint(m_menu->sizeHint().width(), 0)));
    });
    m_more->setFixedSize(metrics::c_smallControlHeight, metrics::c_smallControlHeight);
    fillMenu();

    m_table->setModel(m_tableModel);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->setItemDelegate(new FigureDelegate(m_table));
    m_table->verticalHeader()->setMinimumSectionSize(metrics::rowHeight(metrics::Density::Compact));
    m_table->verticalHeader()->setDefaultSectionSize(metrics::rowHeight(metrics::Density::Compact));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);

    m_head->setSpacing(metrics::c_between);
    m_head->addWidget(m_title);
    m_head->addWidget(m_subtitle, 1);
    m_head->addWidget(m_more);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, metrics::c_inner, 1, metrics::c_between);
    column->setSpacing(metrics::c_inner);
    column->addLayout(m_head);
    column->addWidget(m_body, 1);
    m_body->setContentsMargins(metrics::c_paneMargin - 1, 0, metrics::c_paneMargin - 1, 0);

    connect(m_chart, &Chart::tableRequested, this, [this] { setTableShown(true); });
    connect(m_chart, &Chart::explainRequested, this, &ChartPanel::explain);
    connect(m_chart, &Chart::rowsRequested, this, &ChartPanel::rowsRequested);
    m_busy->raise();
    m_veil->raise();
    updateLook();
    retranslate();
}

void ChartPanel::fillMenu()
{
    m_asTable = m_menu->addAction(QString());
    m_asTable->setCheckable(true);
    m_menu->addSeparator();
    m_copy = m_menu->addAction(QString());
    m_svg = m_menu->addAction(QString());
    m_png = m_menu->addAction(QString());
    m_menu->addSeparator();
    m_explain = m_menu->addAction(QString());
    m_openRows = m_menu->addAction(QString());
    connect(m_asTable, &QAction::toggled, this, &ChartPanel::setTableShown);
    connect(m_copy, &QAction::triggered, this, &ChartPanel::copyPicture);
    connect(m_svg, &QAction::triggered, this, [this] { savePicture(true); });
    connect(m_png, &QAction::triggered, this, [this] { savePicture(false); });
    connect(m_explain, &QAction::triggered, this, &ChartPanel::explain);
    connect(m_openRows, &QAction::triggered, this, &ChartPanel::rowsRequested);
}

void ChartPanel::retranslate()
{
    m_asTable->setText(tr("As &table"));
    m_copy->setText(tr("&Copy picture"));
    m_svg->setText(tr("Save as &SVG…"));
    m_png->setText(tr("Save as &PNG…"));
    m_explain->setText(tr("&Explain this"));
    m_openRows->setText(tr("Open &rows"));
    setTitle(title());
}

void ChartPanel::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
    m_table->setAccessibleName(title);
    //: the button with three dots on a chart of that title
    m_more->setAccessibleName(tr("More for %1").arg(title));
    m_more->setToolTip(tr("More"));
}

void ChartPanel::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
}

void ChartPanel::setExplanation(const Explanation &explanation)
{
    m_explanation = explanation;
}

QString ChartPanel::title() const
{
    return m_title->text();
}

QString ChartPanel::subtitle() const
{
    return m_subtitle->text();
}

void ChartPanel::setLoading(bool loading)
{
    m_busy->setBusy(loading);
    m_veil->setPale(loading);
}

void ChartPanel::setEmptyText(const QString &text)
{
    m_veil->setText(text);
}

QString ChartPanel::emptyText() const
{
    return m_veil->text();
}

void ChartPanel::updateTable()
{
    if (isTableShown())
        m_tableModel->setTable(m_chart->table());
}

void ChartPanel::setTableShown(bool shown)
{
    if (shown == isTableShown())
        return;
    const bool hadFocus = m_body->isAncestorOf(QApplication::focusWidget());
    if (shown) {
        m_tableModel->setTable(m_chart->table());
        m_table->resizeColumnsToContents();
    }
    m_stack->setCurrentWidget(shown ? static_cast<QWidget *>(m_table) : m_chart);
    m_asTable->setChecked(shown);
    m_veil->raise();
    if (hadFocus)
        m_stack->currentWidget()->setFocus();
}

bool ChartPanel::isTableShown() const
{
    return m_stack->currentWidget() == m_table;
}

void ChartPanel::setFlush()
{
    m_body->setContentsMargins(0, 0, 0, 0);
}

void ChartPanel::explain()
{
    (new ExplanationPopup(m_explanation, this))->showAt(*m_more);
}

void ChartPanel::copyPicture()
{
    QApplication::clipboard()->setImage(m_chart->picture(devicePixelRatioF()));
}

void ChartPanel::savePicture(bool asSvg)
{
    const QString ending = asSvg ? QStringLiteral(".svg") : QStringLiteral(".png");
    const QString kinds = asSvg ? tr("SVG pictures (*.svg)") : tr("PNG pictures (*.png)");
    auto *dialog = new QFileDialog(this, tr("Save the chart"), QString(), kinds);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending.mid(1));
    dialog->selectFile(QString(title().toLower().replace(QLatin1Char(' '), QLatin1Char('-')) + ending));
    connect(dialog, &QFileDialog::fileSelected, this, [this, asSvg](const QString &path) {
        if (asSvg ? m_chart->saveSvg(path) : m_chart->savePng(path))
            return;
        auto *message = new QMessageBox(QMessageBox::Warning, title(),
                                        tr("The picture cannot be written to %1.").arg(path), QMessageBox::Close, this);
        message->setTextFormat(Qt::PlainText);
        message->setAttribute(Qt::WA_DeleteOnClose);
        message->open();
    });
    dialog->open();
}

void ChartPanel::updateLook()
{
    if (m_isUpdating)
        return;
    const QScopedValueRollback guard(m_isUpdating, true);
    m_title->setFont(metrics::strong(font()));
    m_subtitle->setFont(metrics::caption(font()));
    const bool mirrored = layoutDirection() == Qt::RightToLeft; // margins are not mirrored by Qt
    m_head->setContentsMargins(mirrored ? metrics::c_inner : metrics::c_paneMargin, 0,
                               mirrored ? metrics::c_paneMargin : metrics::c_inner, 0);
}

void ChartPanel::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        updateLook();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ChartPanel::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    m_busy->setGeometry(1, 1, width() - 2, m_busy->sizeHint().height());
    layout()->activate();
    m_veil->setGeometry(m_body->rect());
}

} // namespace earshot
