// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/items/storeactions.h"
#include "widgets/settings/rowform.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace earshot {

class CopyField;
class DisplaySettings;
class FieldError;
class FileField;
class IconLabel;

/** Whether the listener speaks https, with which certificate, and which proxies it believes. Nothing counts before its
 * button is pressed, since the listener starts anew. */
class TlsForm final : public RowForm
{
    Q_OBJECT

public:
    /** Both must outlive it. */
    TlsForm(StoreActions &actions, DisplaySettings &display, QWidget *parent = nullptr);

    /** Asks how the listener is set and shows that, unless a person has changed something here. */
    void load();

    QComboBox *choice() const { return m_choice; }

protected:
    void retranslate() override;

private:
    void addFields();
    void show(const Result<ListenerSetup> &setup);
    void updateFields();
    void updateFacts();
    ListenerChange change() const;
    QStringList proxies() const;
    bool isChanged() const;
    bool check();
    void apply();

    StoreActions &m_actions;
    DisplaySettings &m_display;
    ListenerSetup m_setup;
    bool m_isLoaded = false;
    bool m_isBusy = false;
    QComboBox *m_choice;
    FileField *m_certificate;
    FileField *m_key;
    QLineEdit *m_names;
    IconLabel *m_factsIcon;
    QLabel *m_facts;
    QWidget *m_factsField;
    CopyField *m_fingerprint;
    QLineEdit *m_proxies;
    QPushButton *m_apply;
    FieldError *m_error;
    int m_choiceRow = 0;
    int m_certificateRow = 0;
    int m_keyRow = 0;
    int m_namesRow = 0;
    int m_factsRow = 0;
    int m_fingerprintRow = 0;
    int m_proxiesRow = 0;
};

} // namespace earshot
