// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/destinationkinds.h"

#include <QJsonValue>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace earshot {

class PairTable;
class RegionCombo;

/** The field of one option of a destination: a line, a choice, a tick or a table, by the option's type. */
class OptionEdit final : public QWidget
{
    Q_OBJECT

public:
    explicit OptionEdit(const OptionField &field, QWidget *parent = nullptr);
    ~OptionEdit() override;

    const OptionField &field() const { return m_field; }

    /** As the options keep it; undefined where it is left to its fallback. */
    QJsonValue value() const;
    void setValue(const QJsonValue &value);

    /** Why it cannot be kept so; null if it can. */
    QString problem() const;

    /** What has the focus. */
    QWidget *buddy() const;

    /** Its own texts; @p label is a tick's. */
    void setTexts(const QString &label);

Q_SIGNALS:
    void edited();
    /** Something was typed and the field was left. */
    void left();

private:
    void build();

    const OptionField m_field;
    QLineEdit *m_line = nullptr;
    QComboBox *m_word = nullptr;
    QCheckBox *m_tick = nullptr;
    PairTable *m_pairs = nullptr;
    RegionCombo *m_region = nullptr;
};

} // namespace earshot
