// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/sourceform.h"

#include "widgets/controls/formdialog.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/settings/regioncombo.h"
#include "widgets/settings/zonecombo.h"
#include "widgets/sources/platformguide.h"
#include "widgets/style/metrics.h"

#include <QFormLayout>
#include <QHostAddress>
#include <QLineEdit>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace earshot {
namespace {

constexpr int c_fieldCharacters = 28; ///< of average width
constexpr qsizetype c_longestName = 100;

} // namespace

SourceForm::SourceForm(QWidget *parent)
    : StepBox(1, parent)
    , m_form(new QFormLayout)
    , m_name(addLine(m_nameRow, &SourceForm::nameProblem))
    , m_zone(new ZoneCombo(ZoneCombo::SystemZone::NotOffered))
    , m_region(new RegionCombo)
    , m_more(new LinkButton)
{
    m_zoneRow = addField(m_zone);
    m_regionRow = addField(m_region);
    m_idField = addLine(m_idFieldRow, &SourceForm::noProblem);
    m_currency = addLine(m_currencyRow, &SourceForm::currencyProblem);
    m_agent = addLine(m_agentRow, &SourceForm::noProblem);
    m_networks = addLine(m_networksRow, &SourceForm::networksProblem);
    m_currency->setMaxLength(3);
    m_name->setObjectName(QStringLiteral("sourceName"));

    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(metrics::c_betweenGroups);
    m_form->setVerticalSpacing(metrics::c_between);
    m_form->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    content()->addLayout(m_form);
    content()->addWidget(m_more, 0, Qt::AlignLeading);
    connect(m_more, &LinkButton::clicked, this, [this] { showMore(!m_showsMore); });
    setPlatform(QStringLiteral("insighto"));
    showMore(false);
}

SourceForm::Field SourceForm::addField(QWidget *widget)
{
    Field field;
    field.label = new QLabel;
    field.label->setMinimumHeight(metrics::c_controlHeight);
    field.label->setBuddy(widget);
    field.widget = widget;
    field.hint = new MutedLabel;
    field.hint->setCaption(true);
    field.error = new FieldError;
    field.cell = new QWidget;
    widget->setFixedWidth(fontMetrics().averageCharWidth() * c_fieldCharacters);

    auto *layout = new QVBoxLayout(field.cell);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(widget);
    layout->addWidget(field.hint);
    layout->addWidget(field.error);
    m_form->addRow(field.label, field.cell);
    return field;
}

QLineEdit *SourceForm::addLine(Field &field, QString (SourceForm::*problem)() const)
{
    auto *edit = new QLineEdit;
    field = addField(edit);
    connect(edit, &QLineEdit::editingFinished, this,
            [this, edit, error = field.error, problem] { error->setError((this->*problem)(), edit); });
    connect(edit, &QLineEdit::textEdited, this, [edit, error = field.error] { error->setError(QString(), edit); });
    return edit;
}

void SourceForm::setTexts(const Field &field, const QString &label, const QString &hint)
{
    field.label->setText(label);
    field.hint->setText(hint);
    field.hint->setVisible(!hint.isEmpty());
    field.widget->setAccessibleName(label);
    field.widget->setAccessibleDescription(hint);
}

void SourceForm::setPlatform(const QString &platform)
{
    m_platform = platform;
    m_form->setRowVisible(m_idFieldRow.cell, platform == QLatin1StringView("custom"));
    const bool isSuggested = m_name->text().isEmpty() || m_name->text() == m_suggestion;
    m_suggestion = freeName(platformGuide(platform).sourceName);
    if (isSuggested) {
        m_name->setText(m_suggestion);
        m_name->selectAll();
        m_nameRow.error->setError(QString(), m_name);
    }
    retranslate();
}

void SourceForm::setTakenNames(const QStringList &names)
{
    m_taken = names;
    setPlatform(m_platform);
}

QString SourceForm::freeName(const QString &wanted) const
{
    QString name = wanted;
    for (int number = 2; m_taken.contains(name, Qt::CaseInsensitive); ++number)
        name = QStringLiteral("%1 %2").arg(wanted).arg(number);
    return name;
}

QString SourceForm::nameProblem() const
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return tr("A source needs a name.");
    if (name.size() > c_longestName)
        return tr("A name has at most %n characters.", nullptr, int(c_longestName));
    if (std::ranges::any_of(name, [](QChar c) { return c == u'/' || c.category() == QChar::Other_Control; }))
        return tr("A name cannot hold / or control characters.");
    if (m_taken.contains(name, Qt::CaseInsensitive))
        return tr("There is a source of this name. Choose another.");
    return {};
}

QString SourceForm::currencyProblem() const
{
    static const QRegularExpression code(QStringLiteral("^[A-Za-z]{3}$"));
    const QString currency = m_currency->text().trimmed();
    return currency.isEmpty() || code.match(currency).hasMatch() ? QString()
                                                                 : tr("A currency has three letters, as in EUR.");
}

QStringList SourceForm::networks() const
{
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    return m_networks->text().split(between, Qt::SkipEmptyParts);
}

QString SourceForm::networksProblem() const
{
    for (const QString &network : networks()) {
        if (QHostAddress::parseSubnet(network).second < 0) {
            //: %1 is what was typed
            return tr("\"%1\" is no network. Use an address, or a network such as 192.0.2.0/24.").arg(network);
        }
    }
    return {};
}

std::optional<NewSource> SourceForm::source(bool takeFocus)
{
    struct Check {
        const Field &field;
        QString problem;
        bool isInMore;
    };

    const std::array checks = {Check{m_nameRow, nameProblem(), false}, Check{m_currencyRow, currencyProblem(), true},
                               Check{m_networksRow, networksProblem(), true}};
    const Check *first = nullptr;
    for (const Check &check : checks) {
        check.field.error->setError(check.problem, check.field.widget);
        if (first == nullptr && !check.problem.isEmpty())
            first = &check;
    }
    if (first != nullptr) {
        if (first->isInMore)
            showMore(true);
        if (takeFocus)
            first->field.widget->setFocus();
        return std::nullopt;
    }
    NewSource source;
    source.name = m_name->text().trimmed();
    source.platform = m_platform;
    source.zone = m_zone->zone();
    source.region = m_region->region();
    source.currency = m_currency->text().trimmed().toUpper();
    source.agent = m_agent->text().trimmed();
    source.idField = m_platform == QLatin1StringView("custom") ? m_idField->text().trimmed() : QString();
    source.allow = networks();
    return source;
}

void SourceForm::showNameProblem(const QString &text)
{
    m_nameRow.error->setError(text, m_name);
    m_name->setFocus();
    m_name->selectAll();
}

void SourceForm::fix()
{
    for (const Field *field :
         {&m_nameRow, &m_zoneRow, &m_regionRow, &m_idFieldRow, &m_currencyRow, &m_agentRow, &m_networksRow})
        field->widget->setEnabled(false);
    m_more->setVisible(m_showsMore);
}

void SourceForm::showMore(bool more)
{
    m_showsMore = more;
    for (const Field *field : {&m_currencyRow, &m_agentRow, &m_networksRow})
        m_form->setRowVisible(field->cell, more);
    retranslate();
}

void SourceForm::retranslate()
{
    setTitle(tr("Name it"));
    //: Source is the heading of a column
    setTexts(m_nameRow, tr("Name"), tr("As it will stand in the Source column."));
    //: The zone in which times that name none are read
    setTexts(m_zoneRow, tr("Times without a zone"), {});
    setTexts(m_regionRow, tr("Phone region"), tr("For numbers without a country code."));
    setTexts(m_idFieldRow, tr("Id field"), tr("As in data.id; tells a repeat from a new event."));
    setTexts(m_currencyRow, tr("Currency"), tr("Of its amounts, as in EUR."));
    setTexts(m_agentRow, tr("Agent"), tr("Shown instead of the platform's agent id."));
    setTexts(m_networksRow, tr("Allow only"), tr("These addresses or networks; others are refused."));
    m_currency->setPlaceholderText(tr("unknown"));
    m_networks->setPlaceholderText(QStringLiteral("192.0.2.0/24"));
    //: A link that shows or hides further fields
    m_more->setText(m_showsMore ? tr("Less") : tr("More…"));
}

} // namespace earshot
