// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/senderspage.h"

#include "models/verify/addressfilter.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSpinBox>

namespace earshot {
namespace {

constexpr int c_mostPerMinute = 1'000'000;
constexpr int c_usualPerMinute = 600;
constexpr int c_lines = 5;

/** As `source set` has it where none is said. */
int usualBurst(int perMinute)
{
    return std::max(1, perMinute / 10);
}

} // namespace

SendersPage::SendersPage(QWidget *parent)
    : SourcePage(parent)
    , m_networks(new QPlainTextEdit)
    , m_limits(new QCheckBox)
    , m_rate(new QSpinBox)
    , m_burst(new QSpinBox)
    , m_networksRow(addRow(m_networks))
    , m_limitsRow(addRow(m_limits))
    , m_rateRow(addRow(m_rate))
    , m_burstRow(addRow(m_burst))
{
    m_networks->setObjectName(QStringLiteral("networks"));
    m_networks->setTabChangesFocus(true);
    m_networks->setFixedHeight(fontMetrics().lineSpacing() * c_lines);
    m_networks->setPlaceholderText(QStringLiteral("192.0.2.0/24"));
    for (QSpinBox *const spin : {m_rate, m_burst}) {
        spin->setRange(1, c_mostPerMinute);
        spin->setGroupSeparatorShown(true);
    }
    connect(m_networks, &QPlainTextEdit::textChanged, this, [this] { setProblem(m_networksRow, {}); });
    connect(m_limits, &QCheckBox::toggled, this, &SendersPage::updateFields);
    SendersPage::retranslate();
}

QString SendersPage::title() const
{
    //: Page of a source's settings: which addresses may post, and how often
    return tr("Who may send");
}

void SendersPage::setEntry(const SourceEntry &entry)
{
    m_entry = entry;
    m_networks->setPlainText(entry.source.allow.join(QLatin1Char('\n')));
    const RateLimit limit = entry.source.rateLimit.value_or(RateLimit{c_usualPerMinute, usualBurst(c_usualPerMinute)});
    m_limits->setChecked(entry.source.rateLimit.has_value());
    m_rate->setValue(limit.perMinute);
    m_burst->setValue(limit.burst);
    updateFields();
}

QStringList SendersPage::networks() const
{
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    return m_networks->toPlainText().split(between, Qt::SkipEmptyParts);
}

std::optional<RateLimit> SendersPage::rate() const
{
    return m_limits->isChecked() ? std::optional(RateLimit{m_rate->value(), m_burst->value()}) : std::nullopt;
}

bool SendersPage::check()
{
    const QStringList unreadable = NetworkSet(networks()).unreadable();
    if (unreadable.isEmpty())
        return setProblem(m_networksRow, {});
    //: %1 is what was typed
    return setProblem(
        m_networksRow,
        tr("\"%1\" is no network. Use an address, or a network such as 192.0.2.0/24.").arg(unreadable.first()));
}

void SendersPage::store(SourceChange &change) const
{
    if (networks() != m_entry.source.allow)
        change.allow = networks();
    if (rate() != m_entry.source.rateLimit)
        change.rateLimit = rate();
}

void SendersPage::updateFields()
{
    setRowVisible(m_rateRow, m_limits->isChecked());
    setRowVisible(m_burstRow, m_limits->isChecked());
}

void SendersPage::retranslate()
{
    setRow(m_networksRow, tr("&Allow only"),
           tr("Addresses and networks, one in a line; others are refused. Empty: every address. Behind a proxy it is "
              "the proxy that is seen, unless it is trusted in the settings."));
    m_limits->setText(tr("Limit how many deliveries it may send"));
    setRow(m_limitsRow, {}, tr("What goes beyond is answered 429, which most senders take as \"try again later\"."));
    m_limits->setAccessibleName(m_limits->text());
    setRow(m_rateRow, tr("A &minute"));
    setRow(m_burstRow, tr("At &once"));
}

} // namespace earshot
