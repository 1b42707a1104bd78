// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storeactions.h"
#include "widgets/sources/stepbox.h"

#include <optional>

class QFormLayout;
class QLabel;
class QLineEdit;

namespace earshot {

class FieldError;
class LinkButton;
class MutedLabel;
class RegionCombo;
class ZoneCombo;

/** The first step of adding a source: its name and how its deliveries are read. Nothing is found fault with before its
 * field was left. */
class SourceForm final : public StepBox
{
    Q_OBJECT

public:
    explicit SourceForm(QWidget *parent = nullptr);

    /** Suggests another name, unless one was typed. */
    void setPlatform(const QString &platform);

    /** Names that are not free. */
    void setTakenNames(const QStringList &names);

    /** What was entered, without the public URL; nothing if something is off, which is then said at its place. The
     * first such field gets the focus if @p takeFocus. */
    std::optional<NewSource> source(bool takeFocus);

    /** The store knows better. */
    void showNameProblem(const QString &text);

    /** The source is there: nothing can be changed any more. */
    void fix();

    QLineEdit *nameField() const { return m_name; }

protected:
    void retranslate() override;

private:
    struct Field {
        QLabel *label = nullptr;
        QWidget *cell = nullptr;
        QWidget *widget = nullptr;
        MutedLabel *hint = nullptr;
        FieldError *error = nullptr;
    };

    Field addField(QWidget *widget);
    static void setTexts(const Field &field, const QString &label, const QString &hint);
    QLineEdit *addLine(Field &field, QString (SourceForm::*problem)() const);
    void showMore(bool more);
    QString nameProblem() const;
    QString currencyProblem() const;
    QString networksProblem() const;

    QString noProblem() const { return {}; }

    QStringList networks() const;
    QString freeName(const QString &wanted) const;

    QFormLayout *m_form;
    Field m_nameRow;
    Field m_zoneRow;
    Field m_regionRow;
    Field m_idFieldRow;
    Field m_currencyRow;
    Field m_agentRow;
    Field m_networksRow;
    QLineEdit *m_name;
    ZoneCombo *m_zone;
    RegionCombo *m_region;
    QLineEdit *m_idField;
    QLineEdit *m_currency;
    QLineEdit *m_agent;
    QLineEdit *m_networks;
    LinkButton *m_more;
    QString m_platform;
    QString m_suggestion;
    QStringList m_taken;
    bool m_showsMore = false;
};

} // namespace earshot
