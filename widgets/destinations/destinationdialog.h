// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storeactions.h"
#include "models/items/storereader.h"
#include "widgets/controls/formdialog.h"
#include "widgets/style/displaysettings.h"

#include <QTimer>

class QComboBox;
class QLineEdit;
class QRadioButton;

namespace earshot {

class Banner;
class MutedLabel;
class SectionLabel;

/** Adds a destination in two steps, both in sight: where it is and how to sign in there, and which conversations go
 * there by themselves, with the number that would have gone in the last thirty days. Once added it can be tested. */
class DestinationDialog final : public FormDialog
{
    Q_OBJECT

public:
    /** All must outlive it. */
    DestinationDialog(StoreActions &actions, StoreReader &reader, DisplaySettings &display, QWidget *parent = nullptr);
    ~DestinationDialog() override;

    void accept() override;

Q_SIGNALS:
    void added(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *where();
    QWidget *which();
    QLineEdit *addSecret(QFormLayout *form);
    NewDestination described() const;
    bool check();
    void askForCount();
    void takeAdded(const Result<void> &result);
    void test();
    void update();
    void retranslate();

    StoreActions &m_actions;
    StoreReader &m_reader;
    DisplaySettings &m_display;
    QString m_addedName; ///< null until it was added
    QTimer m_pause{this};
    StopFlag m_stop;

    Banner *m_banner;
    QWidget *m_fields;
    SectionLabel *m_whereLabel;
    QFormLayout *m_form;
    QLineEdit *m_name;
    FieldError *m_nameError;
    QLineEdit *m_url;
    FieldError *m_urlError;
    QComboBox *m_method;
    QLineEdit *m_bearer;
    QLineEdit *m_signingKey;
    QLineEdit *m_caFile;
    SectionLabel *m_whichLabel;
    QRadioButton *m_every;
    QRadioButton *m_matching;
    QRadioButton *m_byHand;
    QLineEdit *m_rule;
    FieldError *m_ruleError;
    MutedLabel *m_count;
    QPushButton *m_test;
};

} // namespace earshot
