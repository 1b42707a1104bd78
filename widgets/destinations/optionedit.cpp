// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/optionedit.h"

#include "widgets/destinations/pairtable.h"
#include "widgets/settings/regioncombo.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QTableWidget>

#include <cmath>

namespace earshot {
namespace {

// The store has the same bounds.
constexpr int c_mostConcurrent = 32;
constexpr int c_highestRate = 1000;

QJsonObject objectOf(const QList<PairTable::Pair> &pairs)
{
    QJsonObject object;
    for (const auto &[name, text] : pairs)
        object.insert(name, text);
    return object;
}

} // namespace

OptionEdit::OptionEdit(const OptionField &field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
{
    build();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pairs != nullptr ? m_pairs : buddy());
    setFocusProxy(buddy());
}

OptionEdit::~OptionEdit()
{
    if (m_line != nullptr)
        m_line->disconnect(this); // it loses the focus, and so ends being edited, when this is half gone
}

void OptionEdit::build()
{
    if (m_field.name == QLatin1StringView("region")) {
        m_region = new RegionCombo;
        connect(m_region, &QComboBox::currentIndexChanged, this, &OptionEdit::edited);
        return;
    }
    switch (m_field.type) {
    case OptionType::Boolean:
        m_tick = new QCheckBox;
        connect(m_tick, &QCheckBox::toggled, this, &OptionEdit::edited);
        return;
    case OptionType::Word:
        m_word = new QComboBox;
        m_word->addItems(QString(m_field.words).split(QLatin1Char(' '), Qt::SkipEmptyParts));
        m_word->setCurrentText(m_field.fallback);
        connect(m_word, &QComboBox::currentIndexChanged, this, &OptionEdit::edited);
        return;
    case OptionType::Object:
        m_pairs = new PairTable;
        connect(m_pairs, &PairTable::edited, this, &OptionEdit::edited);
        return;
    case OptionType::Text:
    case OptionType::Number:
        break;
    }
    m_line = new QLineEdit;
    m_line->setLayoutDirection(Qt::LeftToRight);
    connect(m_line, &QLineEdit::textChanged, this, &OptionEdit::edited);
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        if (!m_line->text().isEmpty())
            Q_EMIT left();
    });
}

QWidget *OptionEdit::buddy() const
{
    if (m_pairs != nullptr)
        return m_pairs->table();
    for (QWidget *const field : std::initializer_list<QWidget *>{m_line, m_word, m_tick, m_region}) {
        if (field != nullptr)
            return field;
    }
    return nullptr;
}

QJsonValue OptionEdit::value() const
{
    const QJsonValue none(QJsonValue::Undefined);
    if (m_region != nullptr)
        return m_region->region().isEmpty() ? none : m_region->region();
    if (m_tick != nullptr)
        return m_tick->isChecked() == (m_field.fallback == QLatin1StringView("true")) ? none : m_tick->isChecked();
    if (m_word != nullptr)
        return m_word->currentText() == m_field.fallback ? none : m_word->currentText();
    if (m_pairs != nullptr)
        return m_pairs->pairs().isEmpty() ? none : objectOf(m_pairs->pairs());
    const QString text = m_line->text().trimmed();
    if (text.isEmpty())
        return none;
    if (m_field.type == OptionType::Text)
        return text;
    bool isNumber = false;
    double number = text.toDouble(&isNumber);
    if (!isNumber)
        number = locale().toDouble(text, &isNumber);
    return isNumber && std::isfinite(number) ? QJsonValue(number) : QJsonValue(text);
}

void OptionEdit::setValue(const QJsonValue &value)
{
    if (m_region != nullptr)
        m_region->setRegion(value.toString());
    else if (m_tick != nullptr)
        m_tick->setChecked(value.toBool(m_field.fallback == QLatin1StringView("true")));
    else if (m_word != nullptr)
        m_word->setCurrentText(value.toString(m_field.fallback));
    else if (m_pairs != nullptr) {
        QList<PairTable::Pair> pairs;
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            pairs.append({member.key(), member->toVariant().toString()});
        m_pairs->setPairs(pairs);
    } else {
        m_line->setText(value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString());
    }
}

QString OptionEdit::problem() const
{
    const QJsonValue set = value();
    if (m_field.isRequired && set.isUndefined())
        return tr("It does not work without.");
    if (m_field.type != OptionType::Number || set.isUndefined())
        return {};
    if (set.isString())
        return tr("This is no number.");
    const double number = set.toDouble();
    if (m_field.name == QLatin1StringView("rate") && (number <= 0 || number > c_highestRate))
        return tr("A number above 0, at most %1.").arg(locale().toString(c_highestRate));
    if (m_field.name == QLatin1StringView("concurrency")
        && (number < 1 || number > c_mostConcurrent || number != std::floor(number)))
        return tr("A whole number from 1 to %1.").arg(locale().toString(c_mostConcurrent));
    return {};
}

void OptionEdit::setTexts(const QString &label)
{
    if (m_tick != nullptr)
        m_tick->setText(label);
    if (m_pairs != nullptr)
        m_pairs->setTexts(label, tr("Name"), tr("Value"));
    if (m_line == nullptr)
        return;
    //: In an empty field that must be filled in
    const QString required = tr("required");
    //: In an empty field that need not be filled in
    const QString none = tr("none");
    m_line->setPlaceholderText(m_field.isRequired           ? required
                               : m_field.fallback.isEmpty() ? none
                                                            : QString(m_field.fallback));
}

} // namespace earshot
