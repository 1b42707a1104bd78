// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/wordtables.h"

#include "widgets/controls/labels.h"
#include "widgets/destinations/pairtable.h"
#include "widgets/style/metrics.h"
#include "widgets/style/words.h"

#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace earshot {
namespace {

/** The names of tables with those first that are changed most. */
QStringList ordered(const QJsonObject &preset, const QJsonObject &changes)
{
    QStringList names = preset.keys() + changes.keys();
    names.removeDuplicates();
    const auto rank = [](const QString &name) {
        return name == QLatin1StringView("outcome") ? 0 : name == QLatin1StringView("status") ? 1 : 2;
    };
    std::ranges::stable_sort(names, {}, rank);
    return names;
}

/** A text as it is, anything else as JSON. */
QString shown(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(1, json.size() - 2));
}

/** What was typed for a value like @p example, or like those of @p table where it has none. */
QJsonValue typed(const QString &text, const QJsonValue &example, const QJsonObject &table)
{
    const bool isText =
        example.isUndefined()
            ? table.isEmpty() || std::ranges::any_of(table, [](const QJsonValue &value) { return value.isString(); })
            : example.isString() || example.isNull();
    if (isText)
        return text;
    const QJsonArray read = QJsonDocument::fromJson("[" + text.toUtf8() + "]").array();
    return read.size() == 1 ? read.first() : QJsonValue(text);
}

/** @p preset with @p changes over it, without what they leave out. */
QJsonObject merged(QJsonObject preset, const QJsonObject &changes)
{
    for (auto word = changes.begin(); word != changes.end(); ++word) {
        if (word->isNull())
            preset.remove(word.key());
        else
            preset.insert(word.key(), *word);
    }
    return preset;
}

} // namespace

WordTables::WordTables(QWidget *parent)
    : QWidget(parent)
    , m_which(new QComboBox)
    , m_reset(new QPushButton)
    , m_pairs(new PairTable)
    , m_hint(new MutedLabel)
{
    m_reset->setAutoDefault(false);
    m_reset->setProperty("smallControl", true);
    m_hint->setCaption(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::c_between);
    head->addWidget(m_which, 1);
    head->addWidget(m_reset);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::c_inner);
    column->addLayout(head);
    column->addWidget(m_pairs, 1);
    column->addWidget(m_hint);
    connect(m_which, &QComboBox::currentIndexChanged, this, &WordTables::showTable);
    connect(m_pairs, &PairTable::edited, this, &WordTables::takeEdit);
    connect(m_reset, &QPushButton::clicked, this, &WordTables::reset);
    retranslate();
}

void WordTables::setWords(const QJsonObject &preset, const QJsonObject &changes)
{
    m_preset = preset;
    m_changes = changes;
    {
        const QSignalBlocker blocker(m_which);
        m_which->clear();
        const QStringList names = ordered(preset, changes);
        for (const QString &name : names)
            m_which->addItem(name, name);
    }
    retranslate();
    showTable();
}

bool WordTables::isEmpty() const
{
    return m_which->count() == 0;
}

QString WordTables::shownTable() const
{
    return m_which->currentData().toString();
}

void WordTables::showTable()
{
    const QString name = shownTable();
    const QJsonObject words = merged(m_preset.value(name).toObject(), m_changes.value(name).toObject());
    QList<PairTable::Pair> pairs;
    for (auto word = words.begin(); word != words.end(); ++word)
        pairs.append({word.key(), shown(*word)});
    m_pairs->setPairs(pairs);
    m_reset->setEnabled(m_changes.contains(name));
}

void WordTables::takeEdit()
{
    const QString name = shownTable();
    const QJsonObject preset = m_preset.value(name).toObject();
    QJsonObject changes;
    for (auto word = preset.begin(); word != preset.end(); ++word)
        changes.insert(word.key(), QJsonValue::Null); // unless it is still there
    const QList<PairTable::Pair> pairs = m_pairs->pairs();
    for (const auto &[word, text] : pairs) {
        const QJsonValue value = typed(text, preset.value(word), preset);
        if (value == preset.value(word))
            changes.remove(word);
        else
            changes.insert(word, value);
    }
    if (changes.isEmpty())
        m_changes.remove(name);
    else
        m_changes.insert(name, changes);
    m_reset->setEnabled(m_changes.contains(name));
    Q_EMIT edited();
}

void WordTables::reset()
{
    m_changes.remove(shownTable());
    showTable();
    m_pairs->setFocus(); // the button is of no use now
    Q_EMIT edited();
}

QString WordTables::heading(const QString &table)
{
    if (table == QLatin1StringView("object"))
        //: A table of words: which kind of record a destination makes of a call or chat
        return tr("Kind of record");
    if (table == QLatin1StringView("outcome_status"))
        //: A table of words: which status an outcome means at a destination
        return tr("Status of an outcome");
    if (table == QLatin1StringView("status_outcome"))
        //: A table of words: which outcome a status means at a destination
        return tr("Outcome of a status");
    if (table == QLatin1StringView("disposition"))
        //: A table of words: the ids that a destination knows outcomes by
        return tr("Ids of outcomes");
    if (table == QLatin1StringView("role"))
        //: A table of words: who speaks
        return tr("Speaker");
    if (table == QLatin1StringView("text"))
        //: A table of words: texts that stand in records
        return tr("Texts");
    return fieldHeading(table);
}

void WordTables::retranslate()
{
    for (int place = 0; place < m_which->count(); ++place) {
        const QString name = m_which->itemData(place).toString();
        m_which->setItemText(place, heading(name));
    }
    m_which->setAccessibleName(tr("Table of words"));
    //: Puts a table of words back to what it is for every destination of this kind
    m_reset->setText(tr("Reset"));
    m_reset->setAccessibleDescription(tr("Puts the words of the preset back"));
    //: Two columns: Earshot's words, and the destination's words for them
    m_pairs->setTexts(tr("Words"), tr("Here"), tr("There"));
    m_hint->setText(tr("The mapping sees these tables as $words. A word without a row has none there."));
}

void WordTables::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
