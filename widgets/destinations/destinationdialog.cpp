// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/destinationdialog.h"

#include "models/items/whendone.h"
#include "models/store/recordrow.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/labels.h"
#include "widgets/style/words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QUrl>

namespace earshot {
namespace {

constexpr std::chrono::milliseconds c_typingPause(300);

/** How many conversations of the last thirty days a rule chooses. */
struct RuleCount {
    qint64 chosen = 0;
    qint64 all = 0;
};

Result<RuleCount> countRule(const Database &database, const QString &rule, const QTimeZone &zone, Timestamp now)
{
    RuleCount count;
    const TimeRange month{TimeRange::Kind::Last30Days, {}, {}};
    for (const auto &[filter, number] : {std::pair(rule, &count.chosen), std::pair(QString(), &count.all)}) {
        RecordSelection selection = ScopeQuery(filter, month, zone).selection(RecordKind::Conversations, now);
        const SqlCondition condition = recordCondition(RecordKind::Conversations, selection);
        const auto value = database.value(
            QStringLiteral("SELECT count(*) %1 WHERE %2").arg(recordFrom(RecordKind::Conversations), condition.sql),
            condition.binds);
        if (!value)
            return std::unexpected(value.error());
        *number = value->toLongLong();
    }
    return count;
}

} // namespace

DestinationDialog::DestinationDialog(StoreActions &actions, StoreReader &reader, DisplaySettings &display,
                                     QWidget *parent)
    : FormDialog(parent)
    , m_actions(actions)
    , m_reader(reader)
    , m_display(display)
    , m_banner(new Banner)
    , m_fields(new QWidget)
{
    auto *column = new QVBoxLayout(m_fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::c_betweenGroups);
    column->addWidget(where());
    column->addWidget(which());
    content()->setSpacing(metrics::c_betweenGroups);
    content()->addWidget(m_banner);
    content()->addWidget(m_fields);
    content()->addStretch(1);
    m_test = addFooterButton({});
    m_test->hide();
    resize(560, 560);
    m_pause.setSingleShot(true);
    m_pause.setInterval(c_typingPause);
    m_pause.callOnTimeout(this, &DestinationDialog::askForCount);
    for (QRadioButton *const button : {m_every, m_matching, m_byHand})
        connect(button, &QRadioButton::toggled, this, &DestinationDialog::update);
    connect(m_rule, &QLineEdit::textChanged, this, [this] {
        m_matching->setChecked(true);
        m_pause.start();
    });
    connect(m_rule, &QLineEdit::editingFinished, this, &DestinationDialog::askForCount);
    connect(m_test, &QPushButton::clicked, this, &DestinationDialog::test);
    retranslate();
    update();
}

DestinationDialog::~DestinationDialog()
{
    m_rule->disconnect(this); // it loses the focus, and so ends being edited, when this is half gone
    if (m_stop)
        *m_stop = true;
}

QLineEdit *DestinationDialog::addSecret(QFormLayout *form)
{
    auto *field = new QLineEdit;
    field->setEchoMode(QLineEdit::Password);
    field->setLayoutDirection(Qt::LeftToRight);
    form->addRow(new QLabel, field);
    return field;
}

QWidget *DestinationDialog::where()
{
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    m_whereLabel = new SectionLabel;
    column->addWidget(m_whereLabel);
    m_form = new QFormLayout;
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->setHorizontalSpacing(metrics::c_betweenGroups);
    m_form->setVerticalSpacing(metrics::c_between);
    column->addLayout(m_form);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("destinationName"));
    m_nameError = addField(m_form, QStringLiteral("-"), m_name);
    m_url = new QLineEdit;
    m_url->setObjectName(QStringLiteral("destinationUrl"));
    m_url->setLayoutDirection(Qt::LeftToRight);
    m_url->setPlaceholderText(QStringLiteral("https://crm.example.org/conversations"));
    m_urlError = addField(m_form, QStringLiteral("-"), m_url);
    m_method = new QComboBox;
    m_method->addItems({QStringLiteral("POST"), QStringLiteral("PUT"), QStringLiteral("PATCH")});
    m_form->addRow(new QLabel, m_method);
    m_bearer = addSecret(m_form);
    m_signingKey = addSecret(m_form);
    m_caFile = new QLineEdit;
    m_caFile->setLayoutDirection(Qt::LeftToRight);
    m_form->addRow(new QLabel, m_caFile);
    return pane;
}

QWidget *DestinationDialog::which()
{
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::c_between);
    m_whichLabel = new SectionLabel;
    m_every = new QRadioButton;
    m_matching = new QRadioButton;
    m_byHand = new QRadioButton;
    m_rule = new QLineEdit;
    m_rule->setPlaceholderText(QStringLiteral("outcome:booked dur>3m"));
    m_ruleError = new FieldError;
    m_count = new MutedLabel;
    m_every->setChecked(true);
    for (QWidget *const part :
         std::initializer_list<QWidget *>{m_whichLabel, m_every, m_matching, m_rule, m_ruleError, m_byHand, m_count})
        column->addWidget(part);
    return pane;
}

NewDestination DestinationDialog::described() const
{
    NewDestination destination;
    destination.name = m_name->text().trimmed();
    destination.url = m_url->text().trimmed();
    destination.method = m_method->currentText();
    destination.rule = m_matching->isChecked() ? m_rule->text().trimmed() : QString();
    destination.byHandOnly = m_byHand->isChecked();
    destination.bearer = m_bearer->text().toUtf8();
    destination.signingKey = m_signingKey->text().toUtf8();
    destination.caFile = m_caFile->text().trimmed();
    return destination;
}

/** Says what is missing at its place; false if something is. */
bool DestinationDialog::check()
{
    const NewDestination destination = described();
    m_nameError->setError(destination.name.isEmpty() ? tr("A destination needs a name.") : QString(), m_name);
    const QUrl url(destination.url, QUrl::StrictMode);
    const bool isWeb = url.isValid() && !url.host().isEmpty()
                       && (url.scheme() == QLatin1StringView("https") || url.scheme() == QLatin1StringView("http"));
    m_urlError->setError(isWeb ? QString() : tr("This is no web address. It begins with https://."), m_url);
    QString ruleProblem;
    if (m_matching->isChecked()) {
        if (const auto filter = Filter::parse(destination.rule, conversationSchema()); !filter)
            ruleProblem = filter.error().message;
    }
    m_ruleError->setError(ruleProblem, m_rule);
    for (const auto &[error, field] :
         {std::pair(m_nameError, m_name), std::pair(m_urlError, m_url), std::pair(m_ruleError, m_rule)}) {
        if (!error->error().isEmpty()) {
            field->setFocus();
            return false;
        }
    }
    return true;
}

void DestinationDialog::accept()
{
    if (!m_addedName.isEmpty())
        return FormDialog::accept();
    if (!check())
        return;
    primaryButton()->setEnabled(false);
    whenDone(m_actions.addDestination(described()), this, [this](const Result<void> &result) { takeAdded(result); });
}

void DestinationDialog::takeAdded(const Result<void> &result)
{
    primaryButton()->setEnabled(true);
    if (!result) {
        m_banner->showMessage(Banner::Kind::Error, errorText(result.error()));
        return;
    }
    m_addedName = m_name->text().trimmed();
    m_fields->setEnabled(false);
    m_test->show();
    cancelButton()->hide();
    m_banner->showMessage(Banner::Kind::Good, tr("%1 is there. A test shows whether it answers.").arg(m_addedName));
    retranslate();
    Q_EMIT added(m_addedName);
}

void DestinationDialog::test()
{
    m_banner->showMessage(Banner::Kind::Info, tr("Sending a made-up conversation to %1…").arg(m_addedName));
    whenDone(m_actions.testDestination(m_addedName), this, [this](const Result<DestinationAnswerText> &answer) {
        if (!answer)
            m_banner->showMessage(Banner::Kind::Error, errorText(answer.error()));
        else
            m_banner->showMessage(answer->isFine ? Banner::Kind::Good : Banner::Kind::Warning, answer->text);
    });
}

void DestinationDialog::update()
{
    m_ruleError->setVisible(m_matching->isChecked() && !m_ruleError->error().isEmpty());
    askForCount();
}

void DestinationDialog::askForCount()
{
    if (m_stop)
        *m_stop = true;
    if (m_byHand->isChecked()) {
        m_count->setText(tr("Only what you forward yourself is sent."));
        return;
    }
    const QString rule = m_matching->isChecked() ? m_rule->text().trimmed() : QString();
    const auto filter = Filter::parse(rule, conversationSchema());
    m_ruleError->setError(filter ? QString() : filter.error().message, m_rule);
    if (!filter)
        return m_count->setText(QString());
    m_stop = std::make_shared<std::atomic_bool>(false);
    m_reader
        .read<RuleCount>([rule, zone = m_display.format().zone, now = m_display.now()](
                             const Database &database) { return countRule(database, rule, zone, now); },
                         m_stop)
        .then(this, [this, stop = m_stop](const Result<RuleCount> &count) {
            if (stop != m_stop || *stop || !count)
                return;
            const QLocale &locale = m_display.format().locale;
            m_count->setText(tr("It would have sent %1 of the %2 conversations of the last 30 days.")
                                 .arg(countText(count->chosen, locale), countText(count->all, locale)));
        });
}

void DestinationDialog::retranslate()
{
    setWindowTitle(tr("Add a destination"));
    m_whereLabel->setText(tr("Where"));
    m_whichLabel->setText(tr("Which conversations"));
    const std::pair<QWidget *, QString> labels[] = {{m_name, tr("Name")},
                                                    {m_url, tr("Address")},
                                                    {m_method, tr("Method")},
                                                    {m_bearer, tr("Bearer token")},
                                                    {m_signingKey, tr("Signing key")},
                                                    {m_caFile, tr("CA file")}};
    for (const auto &[field, words] : labels) {
        field->setAccessibleName(words);
        for (int row = 0; row < m_form->rowCount(); ++row) {
            QLayoutItem *item = m_form->itemAt(row, QFormLayout::FieldRole);
            QLayoutItem *label = m_form->itemAt(row, QFormLayout::LabelRole);
            const bool holds = item != nullptr && item->widget() != nullptr
                               && (item->widget() == field || item->widget()->isAncestorOf(field));
            if (holds && label != nullptr)
                qobject_cast<QLabel *>(label->widget())->setText(words);
        }
    }
    m_bearer->setPlaceholderText(tr("none"));
    m_signingKey->setPlaceholderText(tr("none"));
    m_caFile->setPlaceholderText(tr("only for a certificate of your own"));
    m_every->setText(tr("Every conversation"));
    m_matching->setText(tr("Those that match a filter"));
    m_byHand->setText(tr("Only what I forward by hand"));
    m_rule->setAccessibleName(tr("Filter"));
    primaryButton()->setText(m_addedName.isEmpty() ? tr("Add destination") : tr("Done"));
    m_test->setText(tr("Test"));
}

void DestinationDialog::changeEvent(QEvent *event)
{
    FormDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        update();
    }
}

} // namespace earshot
