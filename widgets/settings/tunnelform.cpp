// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/tunnelform.h"

#include "models/items/whendone.h"
#include "widgets/controls/copyfield.h"
#include "widgets/controls/formdialog.h"
#include "widgets/controls/labels.h"
#include "widgets/settings/filefield.h"
#include "widgets/style/metrics.h"
#include "widgets/style/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <limits>

namespace earshot {
namespace {

using TunnelKind = TunnelSettings::Kind;

Look stateLook(const TunnelState &state)
{
    switch (state.kind) {
    case TunnelState::Kind::Off:
        break;
    case TunnelState::Kind::Starting:
        return {Icon::Busy, TunnelForm::tr("It starts; its address is not known yet."), ColorRole::Muted};
    case TunnelState::Kind::Up:
        return {Icon::Globe, TunnelForm::tr("It is up. Senders reach Earshot at this address:"), ColorRole::GoodText};
    case TunnelState::Kind::Down:
        //: %1 is why
        return {Icon::Error, TunnelForm::tr("It is down: %1. It is tried again.").arg(state.reason),
                ColorRole::ErrorText};
    }
    return {Icon::Minus, TunnelForm::tr("It does not run."), ColorRole::Muted};
}

} // namespace

TunnelForm::TunnelForm(StoreActions &actions, QWidget *parent)
    : RowForm(parent)
    , m_actions(actions)
    , m_kind(new QComboBox)
    , m_target(new QLineEdit)
    , m_publicUrl(new QLineEdit)
    , m_remotePort(new QSpinBox)
    , m_sshPort(new QSpinBox)
    , m_identity(new FileField)
    , m_options(new QLineEdit)
    , m_command(new QLineEdit)
    , m_pattern(new QLineEdit)
    , m_stateIcon(new IconLabel(Icon::Minus, ColorRole::Muted))
    , m_stateText(new QLabel)
    , m_stateField(new QWidget)
    , m_address(new CopyField)
    , m_apply(new QPushButton)
    , m_error(new FieldError)
{
    m_kind->setObjectName(QStringLiteral("tunnelKind"));
    m_target->setObjectName(QStringLiteral("sshTarget"));
    m_publicUrl->setObjectName(QStringLiteral("tunnelUrl"));
    m_command->setObjectName(QStringLiteral("tunnelCommand"));
    m_apply->setObjectName(QStringLiteral("applyTunnel"));
    for (int i = 0; i <= int(TunnelKind::Command); ++i)
        m_kind->addItem(QString());
    m_target->setPlaceholderText(QStringLiteral("user@example.org"));
    m_publicUrl->setPlaceholderText(QStringLiteral("https://hooks.example.org"));
    m_options->setPlaceholderText(QStringLiteral("StrictHostKeyChecking=accept-new"));
    m_command->setPlaceholderText(QStringLiteral("cloudflared tunnel --url {base}"));
    m_pattern->setPlaceholderText(QStringLiteral("https://[^ ]+"));
    for (QSpinBox *const port : {m_remotePort, m_sshPort}) {
        port->setRange(0, std::numeric_limits<quint16>::max());
        port->setGroupSeparatorShown(false);
    }
    m_stateText->setTextFormat(Qt::PlainText);
    m_stateText->setWordWrap(true);
    m_stateText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *state = new QHBoxLayout(m_stateField);
    state->setContentsMargins(0, 0, 0, 0);
    state->setSpacing(metrics::c_between);
    state->addWidget(m_stateIcon, 0, Qt::AlignTop);
    state->addWidget(m_stateText, 1);
    m_apply->setAutoDefault(false);
    addFields();
    connectFields();
    TunnelForm::retranslate();
    updateFields();
}

void TunnelForm::addFields()
{
    m_kindRow = addRow(m_kind);
    m_targetRow = addRow(m_target);
    m_publicUrlRow = addRow(m_publicUrl);
    m_remotePortRow = addRow(m_remotePort);
    m_sshPortRow = addRow(m_sshPort);
    m_identityRow = addRow(m_identity, m_identity->edit());
    m_optionsRow = addRow(m_options);
    m_commandRow = addRow(m_command);
    m_patternRow = addRow(m_pattern);
    m_stateRow = addRow(m_stateField, m_stateText);
    m_addressRow = addRow(m_address, m_address->button());
    auto *end = new QWidget;
    auto *column = new QVBoxLayout(end);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::c_inner);
    column->addWidget(m_apply, 0, Qt::AlignLeading);
    column->addWidget(m_error);
    addRow(end, m_apply);
}

void TunnelForm::connectFields()
{
    connect(m_kind, &QComboBox::currentIndexChanged, this, &TunnelForm::updateFields);
    for (QLineEdit *const edit : {m_target, m_publicUrl, m_options, m_command, m_pattern})
        connect(edit, &QLineEdit::textChanged, this, &TunnelForm::updateFields);
    for (QSpinBox *const spin : {m_remotePort, m_sshPort})
        connect(spin, &QSpinBox::valueChanged, this, &TunnelForm::updateFields);
    connect(m_identity, &FileField::edited, this, &TunnelForm::updateFields);
    connect(m_apply, &QPushButton::clicked, this, &TunnelForm::apply);
}

void TunnelForm::load()
{
    if (m_isBusy || settings() != m_settings)
        return;
    whenDone(m_actions.tunnelSettings(), this, [this](const Result<TunnelSettings> &settings) {
        if (settings)
            show(*settings);
        else if (settings.error().code != ErrorCode::NotFound) // a store that is yet to be made has nothing set
            m_error->setError(errorText(settings.error()), m_apply);
    });
}

void TunnelForm::setState(const TunnelState &state)
{
    m_state = state;
    updateState();
}

void TunnelForm::show(const TunnelSettings &settings)
{
    m_settings = settings;
    m_kind->setCurrentIndex(int(settings.kind));
    m_target->setText(settings.sshTarget);
    m_publicUrl->setText(settings.publicUrl);
    m_remotePort->setValue(settings.remotePort);
    m_sshPort->setValue(settings.sshPort);
    m_identity->setPath(settings.identityFile);
    m_options->setText(settings.sshOptions.join(QLatin1Char(' ')));
    m_command->setText(settings.command);
    m_pattern->setText(settings.urlPattern);
    updateFields();
}

/** Of the chosen kind only, so that what was typed for another is not kept. */
TunnelSettings TunnelForm::settings() const
{
    TunnelSettings settings;
    settings.kind = TunnelKind(m_kind->currentIndex());
    if (settings.kind == TunnelKind::Ssh) {
        settings.sshTarget = m_target->text().trimmed();
        settings.publicUrl = m_publicUrl->text().trimmed();
        settings.remoteAddress = m_settings.remoteAddress;
        settings.remotePort = m_remotePort->value();
        settings.sshPort = m_sshPort->value();
        settings.identityFile = m_identity->path();
        settings.sshOptions = m_options->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    } else if (settings.kind == TunnelKind::Command) {
        settings.command = m_command->text().trimmed();
        settings.urlPattern = m_pattern->text().trimmed();
        settings.publicUrl = m_publicUrl->text().trimmed();
    }
    return settings;
}

void TunnelForm::updateFields()
{
    const TunnelKind kind = TunnelKind(m_kind->currentIndex());
    for (const int row : {m_targetRow, m_remotePortRow, m_sshPortRow, m_identityRow, m_optionsRow})
        setRowVisible(row, kind == TunnelKind::Ssh);
    setRowVisible(m_publicUrlRow, kind != TunnelKind::None);
    for (const int row : {m_commandRow, m_patternRow})
        setRowVisible(row, kind == TunnelKind::Command);
    m_error->setError(QString(), m_apply);
    m_apply->setEnabled(!m_isBusy && settings() != m_settings);
    updateState();
}

void TunnelForm::updateState()
{
    const Look look = stateLook(m_state);
    m_stateIcon->setIcon(look.icon, look.color);
    m_stateText->setText(look.word);
    m_address->setText(m_state.publicBase);
    setRowVisible(m_stateRow, m_settings.kind != TunnelKind::None || m_state.kind != TunnelState::Kind::Off);
    setRowVisible(m_addressRow, m_state.kind == TunnelState::Kind::Up);
}

QString TunnelForm::problem() const
{
    const TunnelSettings wanted = settings();
    if (wanted.kind == TunnelKind::Ssh && wanted.sshTarget.isEmpty())
        return tr("Name the server, as in user@example.org.");
    if (wanted.kind == TunnelKind::Ssh && wanted.publicUrl.isEmpty())
        return tr("Under which address do senders reach that server?");
    if (wanted.kind == TunnelKind::Command && wanted.command.isEmpty())
        return tr("Write the program and its arguments.");
    return {};
}

void TunnelForm::apply()
{
    if (const QString wrong = problem(); !wrong.isEmpty()) {
        m_error->setError(wrong, m_apply);
        return;
    }
    m_isBusy = true;
    m_apply->setEnabled(false);
    const TunnelSettings wanted = settings();
    whenDone(m_actions.setTunnel(wanted), this, [this, wanted](const Result<void> &done) {
        m_isBusy = false;
        if (done)
            m_settings = wanted;
        updateFields();
        if (!done)
            m_error->setError(errorText(done.error()), m_apply);
    });
}

void TunnelForm::retranslate()
{
    m_kind->setItemText(int(TunnelKind::None), tr("None, or a proxy of your own"));
    m_kind->setItemText(int(TunnelKind::Ssh), tr("A server of your own, by ssh"));
    m_kind->setItemText(int(TunnelKind::Command), tr("Another program"));
    //: A program that carries deliveries from a public address to this computer
    setRow(m_kindRow, tr("&Tunnel"));
    setRow(m_targetRow, tr("&Server"),
           tr("Nobody is there to type a password: its key must be known and yours accepted."));
    setRow(m_publicUrlRow, tr("Public a&ddress"),
           tr("Under which senders reach the other end; {port} stands for the port that the server chose."));
    setRow(m_remotePortRow, tr("It listens &on"));
    m_remotePort->setSpecialValueText(tr("a port that it chooses"));
    setRow(m_sshPortRow, tr("ss&h port"));
    m_sshPort->setSpecialValueText(tr("the usual one"));
    setRow(m_identityRow, tr("Private &key"), tr("Empty: as ssh finds it."));
    setRow(m_optionsRow, tr("&More options"), tr("As after ssh's -o, a blank between two."));
    setRow(m_commandRow, tr("Pro&gram"),
           tr("With its arguments; {address}, {port} and {base} stand for the listener. No shell reads it."));
    setRow(m_patternRow, tr("Address &in its output"),
           tr("A regular expression; its first group, or all of it. Empty: the first https address."));
    setRow(m_stateRow, tr("Now"));
    setRow(m_addressRow, {});
    m_address->setName(tr("Public address"));
    m_apply->setText(tr("Apply to the tunnel"));
    m_apply->setAccessibleName(m_apply->text());
    updateState();
}

} // namespace earshot
