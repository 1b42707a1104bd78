// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/forwarding/attemptlogview.h"

#include "widgets/controls/datatable.h"
#include "widgets/controls/labels.h"
#include "widgets/forwarding/attemptdelegate.h"
#include "widgets/forwarding/recordlink.h"
#include "widgets/forwarding/spokenrows.h"
#include "widgets/style/displaysettings.h"
#include "widgets/style/forwardingwords.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QSplitter>

namespace earshot {
namespace {

using Model = OutboxAttemptsModel;

constexpr int c_leastColumn = 40;
constexpr int c_tableWidth = 520; // both at first, and in proportion to each other
constexpr int c_textWidth = 420;

QString headingOf(int column)
{
    switch (column) {
    case Model::Number:
        //: heading: the number of an attempt, in a narrow column
        return AttemptLogView::tr("No.");
    case Model::When:
        return AttemptLogView::tr("Time");
    case Model::What:
        return AttemptLogView::tr("Attempt");
    case Model::Answer:
        return AttemptLogView::tr("Answer");
    case Model::Latency:
        //: heading: how long it took
        return AttemptLogView::tr("Took");
    default:
        return {};
    }
}

} // namespace

AttemptLogView::AttemptLogView(StoreReader &reader, DisplaySettings &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_model(reader)
    , m_delegate(new AttemptDelegate(display, this))
    , m_headed(new SpokenRows(m_model, *m_delegate, headingOf, this))
    , m_steps(new QLabel(this))
    , m_link(new RecordLink(this))
    , m_hint(new MutedLabel(this))
    , m_parts(new QSplitter(Qt::Horizontal, this))
    , m_table(new DataTable(display))
    , m_text(new QPlainTextEdit)
{
    m_table->setModel(m_headed);
    m_table->setItemDelegate(m_delegate);
    m_table->setSortingEnabled(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSortIndicatorShown(false);
    m_table->horizontalHeader()->setSectionsMovable(false);
    m_table->horizontalHeader()->setMinimumSectionSize(c_leastColumn);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // what is cut is said in full beside it
    m_table->horizontalHeader()->setSectionResizeMode(Model::Answer, QHeaderView::Stretch);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFont(metrics::mono(font()));
    m_steps->setTextFormat(Qt::PlainText);
    m_steps->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    buildLayout();
    connect(&m_model, &Model::changed, this, &AttemptLogView::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AttemptLogView::showText);
    connect(&m_display, &DisplaySettings::changed, this, &AttemptLogView::showText);
    retranslate();
}

void AttemptLogView::buildLayout()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::c_betweenGroups);
    head->addWidget(m_steps, 1);
    head->addWidget(m_link, 0, Qt::AlignTop);
    m_parts->addWidget(m_table);
    m_parts->addWidget(m_text);
    m_parts->setChildrenCollapsible(false);
    m_parts->setHandleWidth(metrics::c_between);
    m_parts->setSizes({c_tableWidth, c_textWidth});
    m_parts->setStretchFactor(0, 1);
    m_parts->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::c_between);
    column->addLayout(head);
    column->addWidget(m_hint);
    column->addWidget(m_parts, 1);
    column->addStretch(0);
}

void AttemptLogView::showRow(qint64 row)
{
    m_model.show(row);
    refresh();
}

void AttemptLogView::refresh()
{
    const auto &details = m_model.details();
    const QString steps = details ? stepsText(details->steps) : QString();
    m_steps->setText(steps);
    m_steps->setVisible(!steps.isEmpty());
    m_link->setLink(details ? details->row.crmUrl : QString(), details ? details->row.destinationName : QString());
    const bool hasAttempts = m_model.rowCount() > 0;
    m_parts->setVisible(hasAttempts);
    m_hint->setVisible(!hasAttempts);
    const bool isReading = m_model.shownRow() != 0 && !details;
    m_hint->setText(m_model.shownRow() == 0 ? tr("Select a row to see each attempt at it.")
                    : isReading             ? QString()
                                : tr("Nothing was tried so far, or so long ago that it is no longer kept."));
    if (hasAttempts && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_headed->index(0, 0)); // the latest
    showText();
}

void AttemptLogView::showText()
{
    const int row = m_table->currentIndex().row();
    QString text;
    if (row >= 0 && row < m_model.rowCount()) {
        const LoggedExchange *exchange = m_model.exchange(row);
        text = exchange ? exchangeText(*exchange) : attemptText(m_model.attempt(row));
    }
    if (text != m_text->toPlainText()) // what is read or selected stays
        m_text->setPlainText(text);
}

/** How an attempt ended, and all that was asked of the destination in it. */
QString AttemptLogView::attemptText(const LoggedAttempt &attempt) const
{
    const QString when = timeWithMillisecondsText(attempt.begunAt, m_display.format(), m_display.now());
    //: %1 is a number, %2 a time, %3 how it ended
    QStringList parts{
        tr("Attempt %1, %2: %3")
            .arg(m_display.format().locale.toString(attempt.number), when, attemptLook(attempt.outcome).word)};
    if (!attempt.reason.isEmpty())
        parts.append(attempt.reason);
    for (const LoggedExchange &exchange : attempt.exchanges)
        parts.append(exchangeText(exchange));
    return parts.join(QStringLiteral("\n\n"));
}

QString AttemptLogView::exchangeText(const LoggedExchange &exchange) const
{
    const QString took = latencyText(exchange.latency, m_display.format().locale);
    QString text = exchange.method + QLatin1Char(' ') + exchange.url + QLatin1Char('\n') + exchange.request.trimmed()
                   + QStringLiteral("\n\n");
    if (exchange.status)
        //: %1 is the status of an HTTP answer, %2 a length of time
        text += tr("Answer %1 after %2").arg(QString::number(*exchange.status), took);
    else
        //: %1 is a length of time
        text += tr("No answer after %1").arg(took);
    if (!exchange.failure.isEmpty())
        text += QLatin1Char('\n') + exchange.failure;
    if (!exchange.answer.isEmpty())
        text += QLatin1Char('\n') + exchange.answer;
    return text;
}

QString AttemptLogView::text() const
{
    return m_text->toPlainText();
}

QString AttemptLogView::steps() const
{
    return m_steps->text();
}

void AttemptLogView::retranslate()
{
    m_table->setAccessibleName(tr("Attempts"));
    m_text->setAccessibleName(tr("Request and answer"));
    m_steps->setAccessibleName(tr("Steps done"));
    m_headed->retranslate();
    m_table->setColumnSample(Model::Number, {QStringLiteral("12")});
    m_table->setColumnSample(Model::When, {QStringLiteral("14:32:07"), QStringLiteral("Wed 14:32")});
    m_table->setColumnSample(
        Model::What, {attemptLook(AttemptOutcomeKind::Retry).word, exchangePurposeWord(QStringLiteral("find contact"))},
        metrics::c_icon + metrics::c_between);
    m_table->setColumnSample(Model::Latency, {latencyText(std::chrono::milliseconds(29'900), m_display.format().locale),
                                              latencyText(std::chrono::milliseconds(999), m_display.format().locale)});
    refresh();
}

void AttemptLogView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        m_text->setFont(metrics::mono(font()));
}

} // namespace earshot
