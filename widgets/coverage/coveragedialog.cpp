// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/coverage/coveragedialog.h"

#include "models/items/whendone.h"
#include "models/store/secrets.h"
#include "models/store/sources.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/labels.h"
#include "widgets/coverage/coveragedelegate.h"
#include "widgets/coverage/coveragestrip.h"
#include "widgets/coverage/coveragetablemodel.h"
#include "widgets/style/words.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QProgressBar>

namespace earshot {
namespace {

using namespace std::chrono_literals;

constexpr auto c_refresh = 30s;
constexpr std::array c_days = {1, 7, 30, 90};
constexpr int c_usual = 1; // in c_days
constexpr int c_windows = -1; // the window's own range

/** Whether a key is kept for each source; a file that cannot be read has none. */
QHash<qint64, bool> keysOf(const Database &database, const StoreLocation &location)
{
    QHash<qint64, bool> keys;
    const auto secrets = Secrets::load(location.secretsPath());
    const auto known = sources::all(database);
    if (!secrets || !known)
        return keys;
    for (const Source &source : *known)
        keys.insert(source.id, !secrets->source(source.key).apiKey.isEmpty());
    return keys;
}

Banner::Kind bannerKind(CoverageVerdict::Kind kind)
{
    switch (kind) {
    case CoverageVerdict::Kind::Good:
        return Banner::Kind::Good;
    case CoverageVerdict::Kind::Unknown:
        return Banner::Kind::Info;
    case CoverageVerdict::Kind::Missing:
    case CoverageVerdict::Kind::Silent:
        return Banner::Kind::Warning;
    }
    Q_UNREACHABLE();
}

} // namespace

CoverageDialog::CoverageDialog(StoreActions &actions, StoreReader &reader, DisplaySettings &display, QWidget *parent)
    : FormDialog(parent)
    , m_actions(actions)
    , m_reader(reader)
    , m_display(display)
    , m_range(new QComboBox)
    , m_banner(new Banner)
    , m_strip(new CoverageStrip(display))
    , m_legend(new CoverageLegend)
    , m_model(new CoverageTableModel(display, this))
    , m_table(new DataTable(display))
    , m_empty(new EmptyState)
    , m_sourceLabel(new QLabel)
    , m_source(new QComboBox)
    , m_state(new MutedLabel)
    , m_key(new QLineEdit)
    , m_saveKey(new QPushButton)
    , m_fetch(new QPushButton)
    , m_cancelFetch(new QPushButton)
    , m_progress(new QProgressBar)
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CoverageDelegate(display, m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortingEnabled(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_banner->setClosable(false);
    content()->setSpacing(metrics::c_between);
    content()->addWidget(bar());
    content()->addWidget(m_banner);
    content()->addWidget(m_strip);
    content()->addWidget(m_table, 1);
    content()->addWidget(m_empty, 1);
    m_backfill = backfillPane();
    content()->addWidget(m_backfill);
    setPrimaryVisible(false);
    resize(960, 640);
    connectParts();
    fillRanges();
    m_range->setCurrentIndex(m_range->findData(c_days[c_usual]));
    m_table->hide();
    retranslate();
    updateBackfill();
    m_refresh.start(c_refresh);
    read();
}

CoverageDialog::~CoverageDialog()
{
    if (m_stop)
        *m_stop = true;
    m_fetching.cancel(); // what has come is kept
}

QWidget *CoverageDialog::bar()
{
    auto *pane = new QWidget;
    auto *row = new QHBoxLayout(pane);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::c_betweenGroups);
    row->addWidget(m_legend, 1);
    row->addWidget(m_range);
    m_range->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return pane;
}

QWidget *CoverageDialog::backfillPane()
{
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, metrics::c_between, 0, 0);
    column->setSpacing(metrics::c_between);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::c_between);
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_sourceLabel->setBuddy(m_source);
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setMaxLength(1024);
    for (QWidget *widget : {static_cast<QWidget *>(m_sourceLabel), static_cast<QWidget *>(m_source)})
        row->addWidget(widget);
    row->addWidget(m_key, 1);
    row->addWidget(m_saveKey);
    row->addWidget(m_progress, 1);
    row->addStretch(1);
    row->addWidget(m_cancelFetch);
    row->addWidget(m_fetch);
    column->addLayout(row);
    column->addWidget(m_state);
    m_progress->setTextVisible(false);
    return pane;
}

void CoverageDialog::connectParts()
{
    connect(m_range, &QComboBox::currentIndexChanged, this, &CoverageDialog::read);
    connect(&m_refresh, &QTimer::timeout, this, &CoverageDialog::read);
    connect(m_strip, &CoverageStrip::chosen, this, [this](int row) {
        m_table->selectRow(row);
        m_table->scrollTo(m_model->index(row, 0));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, m_strip,
            [this](const QModelIndex &current) { m_strip->setCurrent(current.row()); });
    connect(m_source, &QComboBox::currentIndexChanged, this, [this] {
        m_state->setText({});
        updateBackfill();
    });
    connect(m_key, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_saveKey->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_key, &QLineEdit::returnPressed, m_saveKey, &QPushButton::click);
    connect(m_saveKey, &QPushButton::clicked, this, &CoverageDialog::saveKey);
    connect(m_fetch, &QPushButton::clicked, this, &CoverageDialog::fetch);
    connect(m_cancelFetch, &QPushButton::clicked, &m_fetching, &QFutureWatcherBase::cancel);
    connect(&m_fetching, &QFutureWatcherBase::progressRangeChanged, m_progress, &QProgressBar::setRange);
    connect(&m_fetching, &QFutureWatcherBase::progressValueChanged, m_progress, &QProgressBar::setValue);
    connect(&m_fetching, &QFutureWatcherBase::finished, this, &CoverageDialog::takeFetched);
    connect(&m_display, &DisplaySettings::changed, this, [this] {
        if (m_isRead)
            showRows(m_reading.coverage);
    });
}

void CoverageDialog::showInterval(const TimeInterval &interval)
{
    m_interval = interval;
    fillRanges();
    m_range->setCurrentIndex(m_range->findData(interval.from ? QVariant(c_windows) : QVariant(c_days[c_usual])));
    read();
}

void CoverageDialog::fillRanges()
{
    const QVariant chosen = m_range->currentData();
    const QSignalBlocker blocker(m_range);
    m_range->clear();
    if (m_interval.from)
        m_range->addItem(tr("Range of the window"), c_windows);
    for (const int days : c_days)
        //: a range of time
        m_range->addItem(days == 1 ? tr("Last 24 hours") : tr("Last %n day(s)", nullptr, days), days);
    m_range->setCurrentIndex(std::max(0, m_range->findData(chosen)));
}

TimeSpan CoverageDialog::wanted() const
{
    const Timestamp now = m_display.now();
    const int days = m_range->currentData().toInt();
    if (days == c_windows)
        return {*m_interval.from, m_interval.until.value_or(now)};
    return {now - std::chrono::days(days), now};
}

void CoverageDialog::read()
{
    if (m_stop)
        *m_stop = true;
    m_stop = std::make_shared<std::atomic_bool>(false);
    const auto work = [wanted = wanted(), now = m_display.now(),
                       location = m_reader.location()](const Database &database) -> Result<Reading> {
        auto coverage = readCoverage(database, wanted, now);
        if (!coverage)
            return std::unexpected(coverage.error());
        return Reading{*std::move(coverage), keysOf(database, location)};
    };
    m_reader.read<Reading>(work, m_stop).then(this, [this, stop = m_stop](const Result<Reading> &reading) {
        if (!*stop)
            take(reading);
    });
}

void CoverageDialog::take(const Result<Reading> &reading)
{
    if (!reading) {
        m_banner->showMessage(Banner::Kind::Error, errorText(reading.error()));
        return;
    }
    m_reading = *reading;
    m_isRead = true;
    showRows(m_reading.coverage);
    fillSources();
    updateBackfill();
}

void CoverageDialog::showRows(const Coverage &coverage)
{
    const QList<CoverageRow> rows = coverageRows(coverage);
    const int current = m_table->currentIndex().row();
    m_model->setRows(rows);
    m_strip->setCoverage(coverage, rows);
    m_table->setVisible(!rows.isEmpty());
    m_empty->setVisible(rows.isEmpty());
    if (current >= 0 && current < rows.size())
        m_table->selectRow(current);
    showVerdict();
}

void CoverageDialog::showVerdict()
{
    const CoverageVerdict verdict = coverageVerdict(m_reading.coverage, m_display.format());
    m_banner->showMessage(bannerKind(verdict.kind), verdict.text);
}

void CoverageDialog::fillSources()
{
    const QVariant chosen = m_source->currentData();
    const QSignalBlocker blocker(m_source);
    m_source->clear();
    for (const SourceCoverage &source : m_reading.coverage.sources) {
        if (source.canBackfill)
            m_source->addItem(source.name, source.sourceId);
    }
    m_source->setCurrentIndex(std::max(0, m_source->findData(chosen)));
}

const SourceCoverage *CoverageDialog::source() const
{
    const QVariant id = m_source->currentData();
    const QList<SourceCoverage> &all = m_reading.coverage.sources;
    const auto found = std::ranges::find(all, id.toLongLong(), &SourceCoverage::sourceId);
    return id.isNull() || found == all.end() ? nullptr : &*found;
}

bool CoverageDialog::hasKey() const
{
    return m_reading.hasKey.value(m_source->currentData().toLongLong());
}

void CoverageDialog::updateBackfill()
{
    const SourceCoverage *chosen = source();
    m_backfill->setVisible(chosen != nullptr);
    if (!chosen)
        return;
    const bool isFetching = m_fetching.isRunning();
    m_source->setEnabled(!isFetching);
    m_key->setVisible(!hasKey());
    m_saveKey->setVisible(!hasKey());
    m_saveKey->setEnabled(!m_key->text().trimmed().isEmpty());
    m_progress->setVisible(isFetching);
    m_cancelFetch->setVisible(isFetching);
    m_fetch->setVisible(!isFetching);
    m_fetch->setEnabled(hasKey() && chosen->incomplete > 0);
    if (isFetching || !m_state->text().isEmpty())
        return;
    if (!hasKey())
        m_state->setText(
            tr("%n conversation(s) were seen only in part. eigi.ai gives the rest for an API key, which you make "
               "in its settings. Earshot keeps it outside the store.",
               nullptr, int(chosen->incomplete)));
    else if (chosen->incomplete == 0)
        m_state->setText(tr("Nothing of this source was seen only in part in this range."));
    else
        m_state->setText(
            tr("%n conversation(s) were seen only in part: without transcript, duration, recording or end.", nullptr,
               int(chosen->incomplete)));
}

void CoverageDialog::saveKey()
{
    const SourceCoverage *chosen = source();
    if (!chosen || m_key->text().trimmed().isEmpty())
        return;
    const QByteArray key = m_key->text().trimmed().toUtf8();
    m_key->clear();
    whenDone(m_actions.setSourceApiKey(chosen->name, key), this, [this](const Result<void> &done) {
        m_state->setText(done ? QString() : errorText(done.error()));
        read();
    });
}

void CoverageDialog::fetch()
{
    const SourceCoverage *chosen = source();
    if (!chosen || m_fetching.isRunning())
        return;
    m_progress->setRange(0, 0); // until it is known how many
    m_state->setText(tr("Asking eigi.ai…"));
    m_fetching.setFuture(m_actions.backfill(chosen->name));
    updateBackfill();
}

void CoverageDialog::takeFetched()
{
    const QFuture<Result<BackfillResult>> done = m_fetching.future();
    if (done.resultCount() == 0)
        m_state->setText(tr("Stopped. What was fetched is kept."));
    else if (const Result<BackfillResult> result = done.result(); result)
        m_state->setText(backfillWords(*result));
    else
        m_state->setText(errorText(result.error()));
    updateBackfill();
    read();
}

void CoverageDialog::reject()
{
    if (m_fetching.isRunning())
        m_fetching.cancel();
    else
        FormDialog::reject();
}

void CoverageDialog::retranslate()
{
    setWindowTitle(tr("Coverage"));
    fillRanges();
    m_range->setAccessibleName(tr("Range"));
    m_table->setAccessibleName(tr("Coverage"));
    m_empty->setMessage(
        Icon::Tick, tr("Nothing to tell"),
        tr("In this range Earshot has not been away, no source was silent against its habit, and nothing was "
           "refused, as far as it is known."));
    m_sourceLabel->setText(tr("Source"));
    m_source->setAccessibleName(tr("Source"));
    m_key->setPlaceholderText(tr("API key"));
    m_key->setAccessibleName(tr("API key"));
    m_saveKey->setText(tr("Keep the key"));
    m_fetch->setText(tr("Fetch what is missing"));
    m_cancelFetch->setText(tr("Stop"));
    m_progress->setAccessibleName(tr("Conversations asked for"));
    cancelButton()->setText(tr("Close"));
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, CoverageTableModel::ColumnCount - 1);
    m_table->setColumnSample(CoverageTableModel::When, {QStringLiteral("28 May 14:32")});
    m_table->setColumnSample(CoverageTableModel::HowLong, {QStringLiteral("168:00:00")});
    m_table->setColumnSample(CoverageTableModel::What,
                             {coverageKindWord(CoverageRow::Kind::Gap), coverageKindWord(CoverageRow::Kind::Missed),
                              coverageKindWord(CoverageRow::Kind::Refusal)},
                             28);
    m_table->setColumnSample(CoverageTableModel::Source, {tr("Every source"), QStringLiteral("Customer calls")});
    m_table->setColumnSample(CoverageTableModel::Amount, {missedWords({100, 140, 180})}, 40);
    if (m_isRead)
        showRows(m_reading.coverage);
}

void CoverageDialog::changeEvent(QEvent *event)
{
    FormDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_state->setText({});
        updateBackfill();
    }
}

} // namespace earshot
