// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/items/storeactions.h"
#include "models/items/tunnelstate.h"
#include "widgets/settings/rowform.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace earshot {

class CopyField;
class FieldError;
class FileField;
class IconLabel;

/** Which program gives the listener a public address, and how it is doing. Nothing counts before its button is
 * pressed. */
class TunnelForm final : public RowForm
{
    Q_OBJECT

public:
    /** @p actions must outlive it. */
    explicit TunnelForm(StoreActions &actions, QWidget *parent = nullptr);

    /** Asks what is set and shows that, unless a person has changed something here. */
    void load();

    void setState(const TunnelState &state);

    QComboBox *choice() const { return m_kind; }

protected:
    void retranslate() override;

private:
    void addFields();
    void connectFields();
    void show(const TunnelSettings &settings);
    TunnelSettings settings() const;
    void updateFields();
    void updateState();
    QString problem() const;
    void apply();

    StoreActions &m_actions;
    TunnelSettings m_settings; ///< as set
    TunnelState m_state;
    bool m_isBusy = false;
    QComboBox *m_kind;
    QLineEdit *m_target;
    QLineEdit *m_publicUrl;
    QSpinBox *m_remotePort;
    QSpinBox *m_sshPort;
    FileField *m_identity;
    QLineEdit *m_options;
    QLineEdit *m_command;
    QLineEdit *m_pattern;
    IconLabel *m_stateIcon;
    QLabel *m_stateText;
    QWidget *m_stateField;
    CopyField *m_address;
    QPushButton *m_apply;
    FieldError *m_error;
    int m_kindRow = 0;
    int m_targetRow = 0;
    int m_publicUrlRow = 0;
    int m_remotePortRow = 0;
    int m_sshPortRow = 0;
    int m_identityRow = 0;
    int m_optionsRow = 0;
    int m_commandRow = 0;
    int m_patternRow = 0;
    int m_stateRow = 0;
    int m_addressRow = 0;
};

} // namespace earshot
