// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/settingspage.h"

#include "widgets/controls/labels.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace earshot {
namespace {

constexpr int c_comboCharacters = 32; ///< of average width: so that the combos of a page are one column

} // namespace

bool hasAllWords(const QString &text, const QStringList &words)
{
    return std::ranges::all_of(words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

SettingsPage::SettingsPage(Icon icon, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_title(new TitleLabel(this))
    , m_grid(new QGridLayout)
{
    m_grid->setHorizontalSpacing(metrics::c_betweenGroups);
    m_grid->setVerticalSpacing(metrics::c_inner);
    m_grid->setColumnStretch(1, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::c_dialogMargin, metrics::c_dialogMargin, metrics::c_dialogMargin,
                               metrics::c_dialogMargin);
    layout->setSpacing(metrics::c_betweenGroups);
    layout->addWidget(m_title);
    layout->addLayout(m_grid);
    layout->addStretch(1);
}

int SettingsPage::addRow(QWidget *field, QWidget *buddy)
{
    const int top = int(m_rows.size()) * 3;
    Row row;
    row.label = new QLabel(this);
    row.field = field;
    row.buddy = buddy == nullptr ? field : buddy;
    row.hint = new MutedLabel(this);
    row.hint->setCaption(true);
    row.label->setBuddy(row.buddy);
    row.label->setMinimumHeight(metrics::c_controlHeight);
    m_grid->addWidget(row.label, top, 0, Qt::AlignTop);
    const bool takesAll = field->sizePolicy().horizontalPolicy() == QSizePolicy::Expanding;
    m_grid->addWidget(field, top, 1, takesAll ? Qt::AlignTop : Qt::AlignTop | Qt::AlignLeading);
    m_grid->addWidget(row.hint, top + 1, 1);
    m_grid->setRowMinimumHeight(top + 2, metrics::c_between);
    return append(row);
}

int SettingsPage::addWideRow(QWidget *field, QWidget *buddy)
{
    const int top = int(m_rows.size()) * 3;
    Row row;
    row.label = new QLabel(this);
    row.field = field;
    row.buddy = buddy == nullptr ? field : buddy;
    row.hint = new MutedLabel(this);
    row.hint->setCaption(true);
    row.label->setBuddy(row.buddy);
    m_grid->addWidget(row.label, top, 0, 1, 2);
    m_grid->addWidget(field, top + 1, 0, 1, 2);
    m_grid->addWidget(row.hint, top + 2, 0, 1, 2);
    m_grid->setRowStretch(top + 1, 1);
    auto *box = qobject_cast<QBoxLayout *>(layout());
    box->setStretchFactor(m_grid, 1);
    box->setStretch(box->count() - 1, 0);
    return append(row);
}

int SettingsPage::append(const Row &row)
{
    if (auto *combo = qobject_cast<QComboBox *>(row.buddy))
        combo->setMinimumWidth(combo->fontMetrics().averageCharWidth() * c_comboCharacters);
    m_rows.append(row);
    return int(m_rows.size()) - 1;
}

void SettingsPage::setRow(int number, const QString &label, const QString &hint, const QString &keywords)
{
    Row &row = m_rows[number];
    row.label->setText(label);
    row.hint->setText(hint);
    row.keywords = keywords;
    QString name = label;
    row.buddy->setAccessibleName(name.remove(QLatin1Char('&')));
    row.buddy->setAccessibleDescription(hint);
    setShown(row, row.isVisible);
}

bool SettingsPage::filter(const QStringList &words)
{
    const bool all = hasAllWords(title(), words);
    bool any = false;
    for (Row &row : m_rows) {
        const bool shown = all || hasWords(row, words);
        setShown(row, shown);
        any = any || shown;
    }
    return any;
}

bool SettingsPage::hasWords(const Row &row, const QStringList &words)
{
    const QStringList texts = {row.label->text().remove(QLatin1Char('&')), row.hint->text(), row.keywords};
    return hasAllWords(texts.join(QLatin1Char('\n')), words);
}

void SettingsPage::setShown(Row &row, bool shown)
{
    row.isVisible = shown;
    row.label->setVisible(shown && !row.label->text().isEmpty());
    row.field->setVisible(shown);
    row.hint->setVisible(shown && !row.hint->text().isEmpty());
}

void SettingsPage::retranslate()
{
    m_title->setText(title());
}

void SettingsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace earshot
