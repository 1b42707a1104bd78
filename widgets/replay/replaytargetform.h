// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/replay.h"
#include "models/items/sourcelist.h"
#include "widgets/replay/replayhistory.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QRadioButton;

namespace earshot {

class FieldError;

/** Where a replay goes to and how it is signed: fields of a dialog. */
class ReplayTargetForm final : public QWidget
{
    Q_OBJECT

public:
    /** Both must outlive it. */
    ReplayTargetForm(SourceList &sources, QSettings &settings, QWidget *parent = nullptr);
    ~ReplayTargetForm() override;

    /** Writes what was chosen into @p request. False, with the reason under its field and the keyboard there, where
     * something is missing. */
    bool fill(ReplayRequest &request);

    /** The address to agree to before anything goes there; empty where none needs to be. */
    QUrl unagreed() const;

    /** Remembers the address as one that was sent to. */
    void remember();

    /** For programs and tests: sends to this address. */
    void setAddress(const QString &address);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeWhere();
    void takeSources();
    void fillSignatures();
    void update();
    void retranslate();
    QUrl address() const;
    bool checkAddress();
    bool checkSecret();

    SourceList &m_sources;
    ReplayHistory m_history;
    QLabel *m_whereLabel;
    QRadioButton *m_toAddress;
    QRadioButton *m_toSource;
    QLabel *m_addressLabel;
    QComboBox *m_address;
    FieldError *m_addressError;
    QLabel *m_sourceLabel;
    QComboBox *m_source;
    QLabel *m_signatureLabel;
    QComboBox *m_signature;
    QLabel *m_secretLabel;
    QLineEdit *m_secret;
    FieldError *m_secretError;
    QCheckBox *m_forwardable;
};

} // namespace earshot
