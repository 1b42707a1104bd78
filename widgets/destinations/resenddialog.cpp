// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/resenddialog.h"

#include "models/filter/filter.h"
#include "models/filter/schema.h"
#include "models/items/whendone.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/labels.h"
#include "widgets/style/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace earshot {
namespace {

constexpr std::chrono::milliseconds c_typingPause(300);
constexpr int c_mostPerMinute = 6000;

} // namespace

ResendDialog::ResendDialog(StoreActions &actions, const DestinationList &destinations, const DisplaySettings &display,
                           QWidget *parent)
    : FormDialog(parent)
    , m_actions(actions)
    , m_destinations(destinations)
    , m_display(display)
    , m_banner(new Banner)
    , m_destinationLabel(new QLabel)
    , m_destination(new QComboBox)
    , m_filterLabel(new QLabel)
    , m_filter(new QLineEdit)
    , m_filterError(new FieldError)
    , m_alsoSent(new QCheckBox)
    , m_paceLabel(new QLabel)
    , m_pace(new QSpinBox)
    , m_words(new QLabel)
    , m_hint(new MutedLabel)
{
    buildForm();
    m_pause.setSingleShot(true);
    m_pause.setInterval(c_typingPause);
    m_pause.callOnTimeout(this, &ResendDialog::count);
    connect(&m_destinations, &DestinationList::changed, this, &ResendDialog::takeDestinations);
    connect(m_destination, &QComboBox::currentIndexChanged, this, &ResendDialog::count);
    connect(m_alsoSent, &QCheckBox::toggled, this, &ResendDialog::count);
    connect(m_pace, &QSpinBox::valueChanged, this, &ResendDialog::update);
    connect(m_filter, &QLineEdit::textChanged, this, [this] {
        m_count.reset(); // of another filter
        update();
        m_pause.start();
    });
    connect(m_filter, &QLineEdit::editingFinished, this, [this] { checkFilter(); });
    resize(540, 380);
    takeDestinations();
    retranslate();
    count();
}

ResendDialog::~ResendDialog()
{
    m_filter->disconnect(this); // it loses the focus, and so ends being edited, when this is half gone
}

void ResendDialog::buildForm()
{
    m_filter->setLayoutDirection(Qt::LeftToRight);
    m_filter->setPlaceholderText(QStringLiteral("outcome:booked started>=today-7d"));
    m_destination->setSizeAdjustPolicy(QComboBox::AdjustToContents); // its names may come later
    m_pace->setRange(0, c_mostPerMinute);
    m_pace->setSingleStep(10);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setHorizontalSpacing(metrics::c_betweenGroups);
    form->setVerticalSpacing(metrics::c_between);
    form->addRow(m_destinationLabel, m_destination);
    form->addRow(m_filterLabel, m_filter);
    form->addRow(nullptr, m_filterError);
    form->addRow(nullptr, m_alsoSent);
    form->addRow(m_paceLabel, m_pace);
    m_destinationLabel->setBuddy(m_destination);
    m_filterLabel->setBuddy(m_filter);
    m_paceLabel->setBuddy(m_pace);
    content()->setSpacing(metrics::c_betweenGroups);
    content()->addWidget(m_banner);
    content()->addLayout(form);
    content()->addWidget(m_words);
    content()->addWidget(m_hint);
    content()->addStretch(1);
}

void ResendDialog::takeDestinations()
{
    const QString chosen = m_destination->currentData().toString();
    const QSignalBlocker blocker(m_destination);
    m_destination->clear();
    m_destination->addItem(tr("Every destination"), QString());
    for (const DestinationEntry &entry : m_destinations.entries())
        m_destination->addItem(entry.destination.name, entry.destination.name);
    m_destination->setCurrentIndex(std::max(0, m_destination->findData(chosen)));
}

void ResendDialog::chooseDestination(const QString &name)
{
    m_destination->setCurrentIndex(std::max(0, m_destination->findData(name)));
}

OutboxResend ResendDialog::described() const
{
    OutboxResend resend;
    resend.destination = m_destination->currentData().toString();
    resend.filter = m_filter->text().trimmed();
    resend.perMinute = m_pace->value();
    resend.alsoSent = m_alsoSent->isChecked();
    return resend;
}

/** Says under the field what is wrong with it; false if something is. */
bool ResendDialog::checkFilter()
{
    const auto filter = Filter::parse(m_filter->text().trimmed(), conversationSchema());
    m_filterError->setError(filter ? QString() : filter.error().message, m_filter);
    return filter.has_value();
}

void ResendDialog::count()
{
    m_count.reset();
    update();
    if (!Filter::parse(m_filter->text().trimmed(), conversationSchema()))
        return; // said once the field is left
    m_filterError->setError({}, m_filter);
    const quint64 asked = ++m_asked;
    whenDone(m_actions.resendOutbox(described(), true), this, [this, asked](const Result<qint64> &count) {
        if (asked == m_asked)
            takeCount(count);
    });
}

void ResendDialog::takeCount(const Result<qint64> &count)
{
    if (count) {
        m_count = *count;
        m_banner->dismiss();
    } else {
        m_banner->showMessage(Banner::Kind::Error, errorText(count.error()));
    }
    update();
}

QString ResendDialog::countWords() const
{
    if (!m_count)
        return QStringLiteral("…");
    const int count = int(*m_count);
    if (count == 0)
        return tr("Nothing would be sent again.");
    if (m_pace->value() == 0 || count == 1)
        return tr("%n record(s) would be sent again, at once.", nullptr, count);
    const qint64 seconds = qint64(count - 1) * 60 / m_pace->value(); // the first goes at once
    const qint64 minutes = (seconds + 30) / 60;
    //: %1 is a length of time such as "4 min"
    return tr("%n record(s) would be sent again, in about %1.", nullptr, count)
        .arg(durationSentence(minutes > 0 ? minutes * 60 : seconds));
}

void ResendDialog::update()
{
    m_words->setText(countWords());
    const qint64 count = m_count.value_or(0);
    primaryButton()->setEnabled(count > 0);
    //: a button: so many records are sent again
    primaryButton()->setText(tr("Send %1 again").arg(countText(count, m_display.format().locale)));
}

void ResendDialog::accept()
{
    if (!checkFilter()) {
        m_filter->setFocus();
        return;
    }
    if (!m_count) // Enter came before the count
        return;
    primaryButton()->setEnabled(false);
    whenDone(m_actions.resendOutbox(described(), false), this, [this](const Result<qint64> &rows) {
        if (rows) {
            Q_EMIT resent(*rows);
            return FormDialog::accept();
        }
        m_banner->showMessage(Banner::Kind::Error, errorText(rows.error()));
        update();
    });
}

void ResendDialog::retranslate()
{
    setWindowTitle(tr("Send many again"));
    m_destinationLabel->setText(tr("&Destination"));
    m_destination->setItemText(0, tr("Every destination"));
    m_filterLabel->setText(tr("&Filter"));
    m_filter->setAccessibleName(tr("Filter over the conversations; empty for every one"));
    m_alsoSent->setText(tr("Also those that were sent"));
    m_paceLabel->setText(tr("&Pace"));
    m_pace->setAccessibleName(tr("Records a minute"));
    m_pace->setSpecialValueText(tr("At once"));
    //: after a number: so many records in each minute
    m_pace->setSuffix(tr(" a minute"));
    m_hint->setText(tr("Parked records are sent again. Those that an earlier mapping made are made anew by the "
                       "mapping that counts now, so mend the mapping first. One that was sent goes as a new version, "
                       "which changes the same record."));
    update();
}

void ResendDialog::changeEvent(QEvent *event)
{
    FormDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
