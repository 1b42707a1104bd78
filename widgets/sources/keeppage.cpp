// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/keeppage.h"

#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QSpinBox>

namespace earshot {
namespace {

constexpr int c_mostDays = 36'500;
constexpr int c_mostMebibytes = 1 << 24;
constexpr qint64 c_mebibyte = 1 << 20;

std::optional<qint64> countOf(const std::optional<std::chrono::days> &days)
{
    return days ? std::optional<qint64>(days->count()) : std::nullopt;
}

} // namespace

/** Behind the number. */
QString KeepPage::daysSuffix(int count)
{
    return tr(" day(s)", nullptr, count);
}

KeepPage::KeepPage(QWidget *parent)
    : SourcePage(parent)
    , m_whole(addLimit(c_mostDays, 365))
    , m_bytes(addLimit(c_mostDays, 30))
    , m_size(addLimit(c_mostMebibytes, 2048))
{
    m_whole.isSet->setObjectName(QStringLiteral("keepsWhole"));
    m_whole.value->setObjectName(QStringLiteral("wholeDays"));
    m_bytes.isSet->setObjectName(QStringLiteral("keepsBytes"));
    m_size.isSet->setObjectName(QStringLiteral("keepsSize"));
    for (QSpinBox *days : {m_whole.value, m_bytes.value})
        connect(days, &QSpinBox::valueChanged, this, [days](int count) { days->setSuffix(daysSuffix(count)); });
    KeepPage::retranslate();
}

KeepPage::Limit KeepPage::addLimit(int most, int usual)
{
    Limit limit{new QCheckBox, new QSpinBox, 0};
    limit.value->setRange(1, most);
    limit.value->setValue(usual);
    limit.value->setGroupSeparatorShown(true);
    limit.value->setEnabled(false);
    connect(limit.isSet, &QCheckBox::toggled, limit.value, &QWidget::setEnabled);
    auto *field = new QWidget;
    auto *row = new QHBoxLayout(field);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::c_between);
    row->addWidget(limit.isSet);
    row->addWidget(limit.value);
    row->addStretch(1);
    limit.row = addRow(field, limit.value);
    return limit;
}

void KeepPage::show(const Limit &limit, std::optional<qint64> value)
{
    limit.isSet->setChecked(value.has_value());
    if (value)
        limit.value->setValue(int(*value));
}

QString KeepPage::title() const
{
    //: Page of a source's settings: for how long its past is kept
    return tr("Keep");
}

void KeepPage::setEntry(const SourceEntry &entry)
{
    m_entry = entry;
    const Retention &retention = entry.source.retention;
    show(m_whole, countOf(retention.whole));
    show(m_bytes, countOf(retention.bytes));
    show(m_size,
         retention.maxBytes ? std::optional(std::max<qint64>(1, *retention.maxBytes / c_mebibyte)) : std::nullopt);
}

Retention KeepPage::retention() const
{
    Retention retention;
    if (m_whole.isSet->isChecked())
        retention.whole = std::chrono::days(m_whole.value->value());
    if (m_bytes.isSet->isChecked())
        retention.bytes = std::chrono::days(m_bytes.value->value());
    if (m_size.isSet->isChecked()) {
        const auto &before = m_entry.source.retention.maxBytes;
        const qint64 mebibytes = m_size.value->value();
        retention.maxBytes = before && *before / c_mebibyte == mebibytes ? *before : mebibytes * c_mebibyte;
    }
    return retention;
}

void KeepPage::store(SourceChange &change) const
{
    if (retention() != m_entry.source.retention)
        change.retention = retention();
}

void KeepPage::retranslate()
{
    const auto name = [](const Limit &limit, const QString &words, const QString &suffix) {
        limit.isSet->setText(words);
        limit.isSet->setAccessibleName(words);
        limit.value->setSuffix(suffix);
    };
    name(m_whole, tr("only for"), daysSuffix(m_whole.value->value()));
    name(m_bytes, tr("only for"), daysSuffix(m_bytes.value->value()));
    name(m_size, tr("at most"), tr(" MiB"));
    setRow(m_whole.row, tr("&Conversations"), tr("Then each goes with all that belongs to it, for good."));
    setRow(m_bytes.row, tr("&What was sent"),
           tr("Then the bytes go and the conversation stays as it was read. It cannot be read anew any more."));
    setRow(m_size.row, tr("&Room for that"), tr("Beyond, the bytes of the oldest conversations go."));
}

} // namespace earshot
