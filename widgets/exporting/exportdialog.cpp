// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/exporting/exportdialog.h"

#include "models/items/storereader.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/labels.h"
#include "widgets/exporting/exportpreview.h"
#include "widgets/style/words.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QRadioButton>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTableWidget>
#include <QUrl>

namespace earshot {
namespace {

constexpr int c_previewRows = 5;

enum FormatChoice { Csv, SpreadsheetCsv, Ndjson };

} // namespace

ExportDialog::ExportDialog(StoreActions &actions, StoreReader &reader, DisplaySettings &display, QWidget *parent)
    : FormDialog(parent)
    , m_actions(actions)
    , m_reader(reader)
    , m_display(display)
    , m_banner(new Banner)
    , m_form(new QWidget)
{
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(metrics::c_betweenGroups);
    form->addWidget(choices());
    form->addWidget(columnChoice(), 1);
    form->addWidget(destination());
    content()->addWidget(m_banner);
    content()->addWidget(m_form, 1);
    content()->addWidget(progress());
    content()->setSpacing(metrics::c_betweenGroups);
    m_open = addFooterButton({});
    m_showInFolder = addFooterButton({});
    m_open->hide();
    m_showInFolder->hide();
    resize(760, 620);
    connectParts();
    retranslate();
}

ExportDialog::~ExportDialog()
{
    if (m_stop)
        *m_stop = true;
}

QWidget *ExportDialog::choices()
{
    auto *pane = new QWidget;
    auto *grid = new QGridLayout(pane);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::c_betweenGroups);
    grid->setVerticalSpacing(metrics::c_between);
    m_whatLabel = new QLabel;
    m_what = new QComboBox;
    m_rowsLabel = new QLabel;
    m_selection = new QRadioButton;
    m_view = new QRadioButton;
    m_everything = new QRadioButton;
    m_formatLabel = new QLabel;
    m_format = new QComboBox;
    m_whatLabel->setBuddy(m_what);
    m_formatLabel->setBuddy(m_format);
    for (int kind = 0; kind <= int(RecordKind::Deliveries); ++kind)
        m_what->addItem({}, kind);
    for (int format = Csv; format <= Ndjson; ++format)
        m_format->addItem({}, format);
    auto *rowChoice = new QHBoxLayout;
    rowChoice->setSpacing(metrics::c_betweenGroups);
    for (QRadioButton *const button : {m_selection, m_view, m_everything})
        rowChoice->addWidget(button);
    rowChoice->addStretch(1);
    grid->addWidget(m_whatLabel, 0, 0);
    grid->addWidget(m_what, 0, 1);
    grid->addWidget(m_rowsLabel, 1, 0);
    grid->addLayout(rowChoice, 1, 1);
    grid->addWidget(m_formatLabel, 2, 0);
    grid->addWidget(m_format, 2, 1);
    grid->setColumnStretch(1, 1);
    return pane;
}

QWidget *ExportDialog::columnChoice()
{
    auto *pane = new QWidget;
    auto *grid = new QGridLayout(pane);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::c_betweenGroups);
    grid->setVerticalSpacing(metrics::c_inner);
    m_columnsLabel = new QLabel;
    m_columns = new QListWidget;
    m_columns->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_columns->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // all names fit, see fillColumns()
    m_columnsLabel->setBuddy(m_columns);
    m_previewLabel = new QLabel;
    m_preview = new QTableWidget;
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_preview->setSelectionMode(QAbstractItemView::NoSelection);
    m_preview->setFocusPolicy(Qt::TabFocus);
    m_preview->setShowGrid(false);
    m_preview->verticalHeader()->hide();
    m_previewLabel->setBuddy(m_preview);
    grid->addWidget(m_columnsLabel, 0, 0);
    grid->addWidget(m_columns, 1, 0);
    grid->addWidget(m_previewLabel, 0, 1);
    grid->addWidget(m_preview, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 3);
    return pane;
}

QWidget *ExportDialog::destination()
{
    auto *pane = new QWidget;
    auto *row = new QHBoxLayout(pane);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::c_between);
    m_fileLabel = new QLabel;
    m_file = new QLineEdit;
    m_file->setObjectName(QStringLiteral("exportFile"));
    m_file->setLayoutDirection(Qt::LeftToRight);
    m_fileLabel->setBuddy(m_file);
    m_choose = new QPushButton;
    m_choose->setAutoDefault(false);
    row->addWidget(m_fileLabel);
    row->addWidget(m_file, 1);
    row->addWidget(m_choose);
    return pane;
}

QWidget *ExportDialog::progress()
{
    m_progressPane = new QWidget;
    auto *column = new QVBoxLayout(m_progressPane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::c_between);
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_progressText = new QLabel;
    m_progressText->setTextFormat(Qt::PlainText);
    column->addWidget(m_bar);
    column->addWidget(m_progressText);
    m_progressPane->hide();
    return m_progressPane;
}

void ExportDialog::connectParts()
{
    connect(m_what, &QComboBox::currentIndexChanged, this, [this] {
        fillColumns();
        updateRows();
        ask();
    });
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::suggestPath);
    for (QRadioButton *const button : {m_selection, m_view, m_everything})
        connect(button, &QRadioButton::toggled, this, &ExportDialog::suggestPath);
    connect(m_file, &QLineEdit::textEdited, this, [this] { m_isPathChosen = true; });
    connect(m_choose, &QPushButton::clicked, this, &ExportDialog::choosePath);
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, &ExportDialog::showProgress);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ExportDialog::takeResult);
    connect(m_open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(path())); });
    connect(m_showInFolder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path()).absolutePath())); });
}

void ExportDialog::offer(RecordKind kind, const ScopeQuery &scope, const QList<qint64> &selected)
{
    m_offeredKind = kind;
    m_scope = scope;
    m_selected = selected;
    m_what->setCurrentIndex(int(kind));
    (selected.isEmpty() ? m_view : m_selection)->setChecked(true);
    fillColumns();
    updateRows();
    ask();
}

RecordKind ExportDialog::kind() const
{
    return RecordKind(m_what->currentIndex());
}

ExportDialog::Rows ExportDialog::rows() const
{
    if (m_selection->isChecked() && m_selection->isVisibleTo(this))
        return Rows::Selection;
    return m_everything->isChecked() ? Rows::Everything : Rows::View;
}

void ExportDialog::fillColumns()
{
    m_columns->clear();
    for (const Field &field : recordFields(kind())) {
        auto *item = new QListWidgetItem(QString(field.name), m_columns);
        item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setCheckState(Qt::Checked);
    }
    const int bar = m_columns->verticalScrollBar()->sizeHint().width();
    m_columns->setMinimumWidth(m_columns->sizeHintForColumn(0) + bar + 2 * m_columns->frameWidth());
}

QStringList ExportDialog::chosenFields() const
{
    QStringList fields;
    for (int i = 0; i < m_columns->count(); ++i) {
        if (m_columns->item(i)->checkState() == Qt::Checked)
            fields.append(m_columns->item(i)->text());
    }
    return fields.size() == m_columns->count() ? QStringList() : fields;
}

bool ExportDialog::hasColumns() const
{
    for (int i = 0; i < m_columns->count(); ++i) {
        if (m_columns->item(i)->checkState() == Qt::Checked)
            return true;
    }
    return false;
}

/** How much there is and how it begins; the last question asked is the one that counts. */
void ExportDialog::ask()
{
    if (m_stop)
        *m_stop = true;
    m_stop = std::make_shared<std::atomic_bool>(false);
    m_viewCount = -1;
    m_everythingCount = -1;
    updateRows();
    m_reader
        .read<ExportPreview>([kind = kind(), scope = m_scope, now = m_display.now()](
                                 const Database &database) { return previewExport(database, kind, scope, now); },
                             m_stop)
        .then(this, [this, stop = m_stop](const Result<ExportPreview> &preview) {
            if (stop != m_stop || *stop)
                return;
            if (preview)
                takePreview(*preview);
            else
                m_banner->showMessage(Banner::Kind::Error, errorText(preview.error()));
        });
}

void ExportDialog::takePreview(const ExportPreview &preview)
{
    m_viewCount = preview.viewCount;
    m_everythingCount = preview.everythingCount;
    const std::span<const Field> fields = recordFields(kind());
    m_preview->setColumnCount(int(fields.size()));
    m_preview->setRowCount(int(std::min<qsizetype>(c_previewRows, preview.firstRows.size())));
    QStringList headings;
    for (const Field &field : fields)
        headings.append(QString(field.name));
    m_preview->setHorizontalHeaderLabels(headings);
    for (int row = 0; row < m_preview->rowCount(); ++row) {
        for (int column = 0; column < m_preview->columnCount(); ++column)
            m_preview->setItem(row, column, new QTableWidgetItem(preview.firstRows.at(row).at(column)));
    }
    updateRows();
    suggestPath();
}

void ExportDialog::updateRows()
{
    const QLocale &locale = m_display.format().locale;
    const auto words = [&locale](qint64 count) { return count < 0 ? QStringLiteral("…") : countText(count, locale); };
    m_selection->setVisible(!m_selected.isEmpty() && kind() == m_offeredKind);
    m_selection->setText(tr("Selection (%1)").arg(words(m_selected.size())));
    m_view->setText(tr("This view (%1)").arg(words(m_viewCount)));
    m_everything->setText(tr("Everything (%1)").arg(words(m_everythingCount)));
    if (!m_selection->isVisibleTo(this) && m_selection->isChecked())
        m_view->setChecked(true);
}

/** As in `earshot_conversations_2026-05-13_128.csv`, until a person names the file. */
void ExportDialog::suggestPath()
{
    if (m_isPathChosen)
        return;
    const qint64 counts[] = {m_selected.size(), m_viewCount, m_everythingCount};
    const qint64 count = counts[int(rows())];
    const qint64 milliseconds = toMicroseconds(m_display.now()) / 1000;
    const QString day =
        QDateTime::fromMSecsSinceEpoch(milliseconds, m_display.format().zone).date().toString(Qt::ISODate);
    const QString ending = m_format->currentIndex() == Ndjson ? QStringLiteral("ndjson") : QStringLiteral("csv");
    QString name = QStringLiteral("earshot_%1_%2").arg(recordKindText(kind()), day);
    if (count >= 0)
        name += QLatin1Char('_') + QString::number(count);
    QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (!QFileInfo(folder).isDir())
        folder = QDir::homePath();
    m_file->setText(QDir::toNativeSeparators(QStringLiteral("%1/%2.%3").arg(folder, name, ending)));
}

void ExportDialog::choosePath()
{
    auto *dialog = new QFileDialog(this, tr("Export to"), path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_isPathChosen = true;
        m_file->setText(QDir::toNativeSeparators(file));
    });
    dialog->open();
}

QString ExportDialog::path() const
{
    return QDir::fromNativeSeparators(m_file->text().trimmed());
}

void ExportDialog::setPath(const QString &path)
{
    m_isPathChosen = true;
    m_file->setText(QDir::toNativeSeparators(path));
}

ExportRequest ExportDialog::request() const
{
    ExportRequest request;
    request.what = kind();
    request.scope =
        rows() == Rows::Everything ? ScopeQuery({}, {TimeRange::Kind::Everything, {}, {}}, m_scope.zone()) : m_scope;
    if (rows() == Rows::Selection)
        request.ids = m_selected;
    request.format = m_format->currentIndex() == Ndjson ? ExportRequest::Format::Ndjson : ExportRequest::Format::Csv;
    request.spreadsheet = m_format->currentIndex() == SpreadsheetCsv;
    request.fields = chosenFields();
    request.zone = m_scope.zone();
    request.path = path();
    return request;
}

void ExportDialog::accept()
{
    if (isExporting())
        return;
    if (path().isEmpty()) {
        m_banner->showMessage(Banner::Kind::Warning, tr("The export needs a file to go to."));
        return m_file->setFocus();
    }
    if (!hasColumns()) {
        m_banner->showMessage(Banner::Kind::Warning, tr("The export needs a column at least."));
        return m_columns->setFocus();
    }
    m_banner->dismiss();
    m_open->hide();
    m_showInFolder->hide();
    m_since.start();
    m_bar->setRange(0, 0);
    m_progressText->setText(tr("Counting"));
    m_watcher.setFuture(m_actions.exportRecords(request()));
    updateBusy();
}

/** Esc and the cross cancel what runs first; a second time they close. */
void ExportDialog::reject()
{
    if (isExporting())
        m_watcher.cancel();
    else
        FormDialog::reject();
}

void ExportDialog::updateBusy()
{
    const bool busy = isExporting();
    m_form->setEnabled(!busy);
    m_progressPane->setVisible(busy);
    primaryButton()->setEnabled(!busy);
}

void ExportDialog::showProgress(int written)
{
    const int all = m_watcher.progressMaximum();
    m_bar->setRange(0, std::max(all, 1));
    m_bar->setValue(written);
    const QLocale &locale = m_display.format().locale;
    const double seconds = double(m_since.elapsed()) / 1000;
    const double rest = written > 0 ? seconds * double(all - written) / double(written) : 0;
    //: %1 and %2 are numbers of rows, %3 a share, %4 a duration
    m_progressText->setText(tr("%1 of %2 rows, %3, about %4 left")
                                .arg(countText(written, locale), countText(all, locale),
                                     shareText(written, all, locale), durationSentence(qint64(rest) + 1)));
}

void ExportDialog::takeResult()
{
    updateBusy();
    const bool hasResult = m_watcher.future().resultCount() > 0;
    const Result<ExportResult> result =
        hasResult ? m_watcher.future().result() : Result<ExportResult>(failure(ErrorCode::Cancelled, {}));
    QString text;
    if (result) {
        text = tr("%n row(s) exported to %1.", nullptr, int(result->rows)).arg(QFileInfo(result->path).fileName());
        m_banner->showMessage(Banner::Kind::Good, text);
        m_open->show();
        m_showInFolder->show();
    } else if (result.error().code == ErrorCode::Cancelled) {
        text = tr("Export cancelled. No file was left behind.");
        m_banner->showMessage(Banner::Kind::Info, text);
    } else {
        text = errorText(result.error());
        m_banner->showMessage(Banner::Kind::Error, text);
    }
    Q_EMIT finished(text);
}

QString ExportDialog::kindName(RecordKind kind) const
{
    switch (kind) {
    case RecordKind::Conversations:
        return tr("Conversations");
    case RecordKind::Messages:
        return tr("Messages");
    case RecordKind::Events:
        return tr("Events");
    case RecordKind::Deliveries:
        return tr("Deliveries");
    }
    Q_UNREACHABLE();
}

void ExportDialog::retranslate()
{
    setWindowTitle(tr("Export"));
    m_whatLabel->setText(tr("&What"));
    for (int i = 0; i < m_what->count(); ++i)
        m_what->setItemText(i, kindName(RecordKind(i)));
    m_rowsLabel->setText(tr("Rows"));
    m_formatLabel->setText(tr("&Format"));
    m_format->setItemText(Csv, tr("CSV"));
    m_format->setItemText(SpreadsheetCsv, tr("CSV for a spreadsheet"));
    m_format->setItemText(Ndjson, tr("NDJSON, one JSON object a line"));
    m_columnsLabel->setText(tr("&Columns"));
    m_previewLabel->setText(tr("First rows of this view"));
    m_fileLabel->setText(tr("F&ile"));
    m_choose->setText(tr("Choose…"));
    m_open->setText(tr("Open"));
    m_showInFolder->setText(tr("Show in folder"));
    primaryButton()->setText(tr("Export"));
    cancelButton()->setText(tr("Cancel"));
    m_bar->setAccessibleName(tr("Progress of the export"));
    updateRows();
}

void ExportDialog::changeEvent(QEvent *event)
{
    FormDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
