// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storeactions.h"
#include "models/items/storereader.h"
#include "widgets/controls/formdialog.h"
#include "widgets/style/displaysettings.h"

#include <QElapsedTimer>
#include <QFutureWatcher>

class QComboBox;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QRadioButton;
class QTableWidget;

namespace earshot {

class Banner;
class MutedLabel;
struct ExportPreview;

/** Writes what is shown, what is selected, or everything to a file: which records, which columns, a look at the first
 * rows, and how many there are before anything is written. While it writes it counts; Esc and Cancel then end the
 * export, and no file is left. */
class ExportDialog final : public FormDialog
{
    Q_OBJECT

public:
    /** All must outlive it. */
    ExportDialog(StoreActions &actions, StoreReader &reader, DisplaySettings &display, QWidget *parent = nullptr);
    ~ExportDialog() override;

    /** What is shown now, and which of it is selected (Earshot's ids; may be empty). */
    void offer(RecordKind kind, const ScopeQuery &scope, const QList<qint64> &selected);

    /** Of the file to write. */
    QString path() const;
    void setPath(const QString &path);

    bool isExporting() const { return m_watcher.isRunning(); }

    void accept() override;
    void reject() override;

Q_SIGNALS:
    /** An export has ended: what came of it, for people. */
    void finished(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Rows { Selection, View, Everything };

    QWidget *choices();
    QWidget *columnChoice();
    QWidget *destination();
    QWidget *progress();
    void connectParts();
    void retranslate();
    void fillColumns();
    RecordKind kind() const;
    Rows rows() const;
    ExportRequest request() const;
    QStringList chosenFields() const; ///< none for all
    bool hasColumns() const;
    void ask();
    void takePreview(const ExportPreview &preview);
    void suggestPath();
    void choosePath();
    void updateRows();
    void updateBusy();
    void showProgress(int written);
    void takeResult();
    QString kindName(RecordKind kind) const;

    StoreActions &m_actions;
    StoreReader &m_reader;
    DisplaySettings &m_display;
    RecordKind m_offeredKind = RecordKind::Conversations;
    ScopeQuery m_scope;
    QList<qint64> m_selected;
    qint64 m_viewCount = -1; ///< -1 until known
    qint64 m_everythingCount = -1;
    bool m_isPathChosen = false;
    StopFlag m_stop;
    QFutureWatcher<Result<ExportResult>> m_watcher;
    QElapsedTimer m_since;

    Banner *m_banner;
    QWidget *m_form;
    QLabel *m_whatLabel;
    QComboBox *m_what;
    QLabel *m_rowsLabel;
    QRadioButton *m_selection;
    QRadioButton *m_view;
    QRadioButton *m_everything;
    QLabel *m_formatLabel;
    QComboBox *m_format;
    QLabel *m_columnsLabel;
    QListWidget *m_columns;
    QLabel *m_previewLabel;
    QTableWidget *m_preview;
    QLabel *m_fileLabel;
    QLineEdit *m_file;
    QPushButton *m_choose;
    QWidget *m_progressPane;
    QProgressBar *m_bar;
    QLabel *m_progressText;
    QPushButton *m_open;
    QPushButton *m_showInFolder;
};

} // namespace earshot
