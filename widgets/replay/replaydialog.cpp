// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/replay/replaydialog.h"

#include "models/store/recordrow.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/labels.h"
#include "widgets/replay/replayresultdelegate.h"
#include "widgets/replay/replaytargetform.h"
#include "widgets/style/words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProgressBar>
#include <QRadioButton>

namespace earshot {
namespace {

/** Times the pace they came at; 0: one after the other. */
constexpr std::array c_speeds = {0, 1, 10, 100};

} // namespace

ReplayDialog::ReplayDialog(StoreActions &actions, StoreReader &reader, SourceList &sources, DisplaySettings &display,
                           QSettings &settings, QWidget *parent)
    : FormDialog(parent)
    , m_actions(actions)
    , m_reader(reader)
    , m_display(display)
    , m_banner(new Banner)
    , m_form(new QWidget)
    , m_words(new MutedLabel)
    , m_target(new ReplayTargetForm(sources, settings))
    , m_note(new MutedLabel)
{
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(metrics::c_betweenGroups);
    form->addWidget(makeChoices());
    form->addWidget(m_target);
    form->addWidget(m_note);
    content()->setSpacing(metrics::c_betweenGroups);
    content()->addWidget(m_banner);
    content()->addWidget(m_form);
    content()->addWidget(makeResults(), 1);
    content()->addStretch(0);
    m_again = addFooterButton({});
    m_again->hide();
    resize(640, 560);
    connectParts();
    retranslate();
    m_target->setFocus();
}

ReplayDialog::~ReplayDialog()
{
    if (m_stop)
        *m_stop = true;
    m_watcher.disconnect(this);
    m_watcher.cancel();
}

QWidget *ReplayDialog::makeChoices()
{
    auto *pane = new QWidget;
    auto *grid = new QGridLayout(pane);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::c_betweenGroups);
    grid->setVerticalSpacing(metrics::c_between);
    m_whichLabel = new QLabel;
    m_selection = new QRadioButton;
    m_view = new QRadioButton;
    m_paceLabel = new QLabel;
    m_pace = new QComboBox;
    m_paceLabel->setBuddy(m_pace);
    for (const int speed : c_speeds)
        m_pace->addItem({}, speed);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::c_betweenGroups);
    row->addWidget(m_selection);
    row->addWidget(m_view);
    row->addStretch(1);
    grid->addWidget(m_whichLabel, 0, 0);
    grid->addLayout(row, 0, 1);
    grid->addWidget(m_words, 1, 1);
    grid->addWidget(m_paceLabel, 2, 0);
    grid->addWidget(m_pace, 2, 1);
    grid->setColumnStretch(1, 1);
    return pane;
}

QWidget *ReplayDialog::makeResults()
{
    m_resultPane = new QWidget;
    auto *column = new QVBoxLayout(m_resultPane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::c_between);
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_progress = new QLabel;
    m_progress->setTextFormat(Qt::PlainText);
    m_table = new DataTable(m_display);
    m_table->setModel(&m_results);
    m_table->setItemDelegate(new ReplayResultDelegate(m_display, m_table));
    m_table->setSortingEnabled(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setMinimumHeight(160);
    column->addWidget(m_bar);
    column->addWidget(m_progress);
    column->addWidget(m_table, 1);
    m_resultPane->hide();
    return m_resultPane;
}

void ReplayDialog::connectParts()
{
    connect(m_selection, &QRadioButton::toggled, this, &ReplayDialog::ask);
    connect(m_target, &ReplayTargetForm::changed, this, [this] {
        if (m_banner->kind() == Banner::Kind::Warning)
            m_banner->dismiss();
        m_asked = {};
    });
    connect(m_banner, &Banner::activated, this, &ReplayDialog::accept);
    connect(&m_watcher, &QFutureWatcherBase::resultsReadyAt, this, &ReplayDialog::takeResults);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ReplayDialog::takeEnd);
    connect(m_again, &QPushButton::clicked, this, &ReplayDialog::sendFailedAgain);
}

void ReplayDialog::offer(const ScopeQuery &scope, const QList<qint64> &selected)
{
    m_scope = scope;
    m_selected = selected;
    m_selection->setVisible(!selected.isEmpty());
    (selected.isEmpty() ? m_view : m_selection)->setChecked(true);
    ask();
}

bool ReplayDialog::takesSelection() const
{
    return m_selection->isChecked() && !m_selected.isEmpty();
}

RecordSelection ReplayDialog::selectionOf(const QList<qint64> &ids)
{
    QJsonArray array;
    for (const qint64 id : ids)
        array.append(id);
    const QString list = QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
    return {{QStringLiteral(R"(d."id" IN (SELECT "value" FROM json_each(?)))"), {list}}, {}};
}

Result<ReplayDialog::Count> ReplayDialog::countOf(const Database &database, const RecordSelection &selection)
{
    const SqlCondition condition = recordCondition(RecordKind::Deliveries, selection);
    auto rows =
        database.run(QStringLiteral(R"(SELECT d."method", count(*), sum(NOT EXISTS (SELECT 1 FROM delivery_body b)"
                                    R"( WHERE b."delivery" = d."id")) %1 WHERE %2 GROUP BY d."method" ORDER BY 2 DESC)")
                         .arg(recordFrom(RecordKind::Deliveries), condition.sql),
                     condition.binds);
    if (!rows)
        return std::unexpected(rows.error());
    Count count;
    while (rows->next()) {
        count.all += rows->integer(1);
        count.withoutBytes += rows->integer(2);
        count.methods.append(QStringLiteral("%1 %2").arg(QString::number(rows->integer(1)), rows->text(0)));
    }
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return count;
}

/** How many there are; the last question asked is the one that counts. */
void ReplayDialog::ask()
{
    if (m_stop)
        *m_stop = true;
    m_stop = std::make_shared<std::atomic_bool>(false);
    m_count.reset();
    update();
    const RecordSelection selection =
        takesSelection() ? selectionOf(m_selected) : m_scope.selection(RecordKind::Deliveries, m_display.now());
    m_reader.read<Count>([selection](const Database &database) { return countOf(database, selection); }, m_stop)
        .then(this, [this, stop = m_stop](const Result<Count> &count) {
            if (stop != m_stop || *stop)
                return;
            if (count)
                m_count = *count;
            else
                m_banner->showMessage(Banner::Kind::Error, errorText(count.error()));
            update();
        });
}

void ReplayDialog::update()
{
    const bool isBusy = isSending();
    m_form->setEnabled(!isBusy);
    m_bar->setVisible(isBusy);
    m_resultPane->setVisible(isBusy || m_results.rowCount() > 0);
    primaryButton()->setEnabled(!isBusy && count() != 0);
    m_again->setVisible(!isBusy && m_results.rowCount() > 0 && m_results.acceptedCount() < m_results.rowCount());
    cancelButton()->setText(isBusy ? tr("Stop") : tr("Close"));
    updateWords();
}

void ReplayDialog::updateWords()
{
    const QLocale &locale = m_display.format().locale;
    const QString all = m_count ? countText(count(), locale) : QStringLiteral("…");
    m_selection->setText(tr("Selection (%1)").arg(countText(m_selected.size(), locale)));
    m_view->setText(takesSelection() ? tr("This view") : tr("This view (%1)").arg(all));
    //: the button that starts it; %1 is how many deliveries
    primaryButton()->setText(tr("Send %1").arg(all));
    const auto failedCount = int(m_results.rowCount() - m_results.acceptedCount());
    m_again->setText(tr("Send %1 again").arg(countText(failedCount, locale)));
    if (!m_count) {
        m_words->setText(QStringLiteral("…"));
        return;
    }
    QString words = m_count->all == 0 ? tr("No delivery is shown.") : m_count->methods.join(QStringLiteral(", "));
    if (m_count->withoutBytes > 0)
        words += QStringLiteral(". ")
                 + tr("%n of them cannot be sent: the bytes are no longer kept.", nullptr, int(m_count->withoutBytes));
    m_words->setText(words);
}

ReplayPace ReplayDialog::pace() const
{
    ReplayPace pace;
    pace.speed = m_pace->currentData().toInt();
    return pace;
}

/** Warns before payloads leave this computer for an address for the first time. False until that was seen. */
bool ReplayDialog::askBeforehand()
{
    const QUrl unagreed = m_target->unagreed();
    if (unagreed.isEmpty() || m_asked == unagreed)
        return true;
    m_asked = unagreed;
    const QString text = unagreed.scheme() == QLatin1StringView("http")
                             ? tr("Payloads hold personal data, and %1 is another computer, reached without "
                                  "encryption.")
                             : tr("Payloads hold personal data, and %1 is another computer.");
    m_banner->showMessage(Banner::Kind::Warning, text.arg(unagreed.host()), tr("Send there"));
    return false;
}

void ReplayDialog::accept()
{
    if (isSending() || count() == 0)
        return;
    ReplayRequest request;
    if (!m_target->fill(request) || !askBeforehand())
        return;
    if (takesSelection())
        request.deliveries = m_selected;
    request.pace = pace();
    m_target->remember();
    send(std::move(request));
}

void ReplayDialog::sendFailedAgain()
{
    ReplayRequest request = m_sent;
    request.deliveries = m_results.failed();
    send(std::move(request));
}

void ReplayDialog::send(ReplayRequest request)
{
    m_sent = std::move(request);
    m_isSending = true;
    m_wasCancelled = false;
    m_banner->dismiss();
    m_results.clear();
    m_bar->setRange(0, 0);
    m_watcher.setFuture(m_actions.replay(m_sent, m_scope));
    update();
    showProgress();
    m_table->setFocus();
}

void ReplayDialog::reject()
{
    if (!isSending())
        return FormDialog::reject();
    m_wasCancelled = true;
    m_watcher.cancel();
}

void ReplayDialog::takeResults(int begin, int end)
{
    QList<ReplayOutcome> outcomes;
    for (int i = begin; i < end; ++i) {
        const Result<ReplayOutcome> result = m_watcher.resultAt(i);
        if (result)
            outcomes.append(*result);
        else
            m_banner->showMessage(Banner::Kind::Error, errorText(result.error()));
    }
    m_results.append(outcomes);
    showProgress();
}

void ReplayDialog::showProgress()
{
    const qint64 answered = m_results.rowCount();
    const int all = answered > 0 ? m_results.outcome(0).total : m_watcher.progressMaximum();
    m_bar->setRange(0, all);
    m_bar->setValue(int(answered));
    const QLocale &locale = m_display.format().locale;
    const QString failedText = countText(answered - m_results.acceptedCount(), locale);
    //: %1 and %2 are numbers of deliveries, %3 how many of them were not answered with 2xx
    m_progress->setText(
        tr("%1 of %2 sent, %3 not accepted").arg(countText(answered, locale), countText(all, locale), failedText));
}

void ReplayDialog::takeEnd()
{
    m_isSending = false;
    update();
    const qint64 answered = m_results.rowCount();
    const qint64 failed = answered - m_results.acceptedCount();
    if (m_wasCancelled)
        m_banner->showMessage(
            Banner::Kind::Info,
            tr("Stopped after %n delivery(s). One that was under way may have arrived.", nullptr, int(answered)));
    else if (answered > 0 && failed == 0)
        m_banner->showMessage(Banner::Kind::Good,
                              tr("%n delivery(s) sent, all answered with 2xx.", nullptr, int(answered)));
    else if (answered > 0)
        m_banner->showMessage(Banner::Kind::Warning, tr("%n delivery(s) not answered with 2xx.", nullptr, int(failed)));
    (m_again->isVisible() ? m_again : cancelButton())->setFocus();
}

void ReplayDialog::retranslate()
{
    setWindowTitle(tr("Replay"));
    m_whichLabel->setText(tr("Deliveries"));
    m_paceLabel->setText(tr("&Pace"));
    const QStringList paces{tr("One after the other"), tr("As they came"), tr("10 times as fast as they came"),
                            tr("100 times as fast as they came")};
    for (int i = 0; i < m_pace->count(); ++i)
        m_pace->setItemText(i, paces.at(i));
    m_note->setText(tr("Each goes with its own method and bytes, marked with the header X-Earshot-Replay."));
    m_table->setAccessibleName(tr("Answers"));
    m_table->setColumnSample(ReplayResultModel::DeliveryId, {QStringLiteral("10,000,000")});
    m_table->setColumnSample(ReplayResultModel::Status, {tr("No answer")}, 24);
    m_table->setColumnSample(ReplayResultModel::Elapsed, {QStringLiteral("30,000 ms")});
    Q_EMIT m_results.headerDataChanged(Qt::Horizontal, 0, ReplayResultModel::ColumnCount - 1);
    update();
}

void ReplayDialog::changeEvent(QEvent *event)
{
    FormDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
