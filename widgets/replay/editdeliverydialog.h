// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storeactions.h"
#include "models/items/storereader.h"
#include "models/store/storeddelivery.h"
#include "widgets/controls/formdialog.h"
#include "widgets/replay/editabletext.h"
#include "widgets/style/displaysettings.h"

#include <QFutureWatcher>

class QPlainTextEdit;

namespace earshot {

class Banner;
class HeaderFieldTable;
class MutedLabel;
class ReplayTargetForm;
class SectionLabel;
class SourceList;

/** One delivery to be changed and sent once more: its header fields, its body as text. What is stored stays as it is.
 */
class EditDeliveryDialog final : public FormDialog
{
    Q_OBJECT

public:
    /** All must outlive it. */
    EditDeliveryDialog(StoreActions &actions, StoreReader &reader, SourceList &sources, DisplaySettings &display,
                       QSettings &settings, qint64 delivery, QWidget *parent = nullptr);
    ~EditDeliveryDialog() override;

    ReplayTargetForm &target() { return *m_target; }

    void accept() override;
    /** Stops what is under way; once nothing is, closes. */
    void reject() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void read();
    void take(const Result<StoredDelivery> &stored);
    void takeBody();
    void checkBody();
    void update();
    DeliveryEdit edit() const;
    std::optional<QByteArray> editedBody() const;
    bool askBeforehand();
    void takeOutcome();
    void retranslate();
    QString obstacleText() const;

    StoreActions &m_actions;
    StoreReader &m_reader;
    DisplaySettings &m_display;
    const qint64 m_id;
    std::optional<StoredDelivery> m_stored; ///< nothing until it is read
    QList<HeaderField> m_fields; ///< as they would go unchanged
    QByteArray m_coding; ///< undone for the editor; empty for none
    EditableText m_text;
    StopFlag m_stop = std::make_shared<std::atomic_bool>(false);
    QUrl m_asked; ///< the address that was warned of
    QFutureWatcher<Result<ReplayOutcome>> m_watcher;
    Banner *m_banner;
    QWidget *m_form;
    MutedLabel *m_words;
    ReplayTargetForm *m_target;
    SectionLabel *m_headersLabel;
    HeaderFieldTable *m_headers;
    SectionLabel *m_bodyLabel;
    QPlainTextEdit *m_body;
    MutedLabel *m_bodyWords;
    SectionLabel *m_answerLabel;
    QPlainTextEdit *m_answer;
};

} // namespace earshot
