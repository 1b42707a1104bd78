// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/listeningpage.h"

#include "widgets/controls/formdialog.h"
#include "widgets/controls/labels.h"
#include "widgets/settings/tlsform.h"
#include "widgets/settings/tunnelform.h"
#include "widgets/settings/waytestview.h"

#include <QComboBox>
#include <QHostAddress>
#include <QLineEdit>
#include <QSpinBox>

#include <limits>

namespace earshot {
namespace {

enum Reach { ThisComputer, EveryNetwork, Other };

constexpr QLatin1StringView c_loopback("127.0.0.1");
constexpr QLatin1StringView c_everything("0.0.0.0");

struct StateLook {
    Icon icon;
    ColorRole color;
};

StateLook lookOf(ListenerState::Kind kind)
{
    switch (kind) {
    case ListenerState::Kind::Starting:
        return {Icon::Busy, ColorRole::Muted};
    case ListenerState::Kind::Listening:
        return {Icon::Listening, ColorRole::GoodText};
    case ListenerState::Kind::Elsewhere:
        return {Icon::ListeningElsewhere, ColorRole::InfoText};
    case ListenerState::Kind::Down:
        return {Icon::NotListening, ColorRole::ErrorText};
    }
    Q_UNREACHABLE();
}

} // namespace

QString ListeningPage::sentence(const ListenerState &state)
{
    switch (state.kind) {
    case ListenerState::Kind::Starting:
        return tr("Starting to listen…");
    case ListenerState::Kind::Listening:
        //: %1 is an address as in http://127.0.0.1:8765
        return (isLocalOnly(state.base) ? tr("Listening at %1, for this computer only.") : tr("Listening at %1."))
            .arg(state.base);
    case ListenerState::Kind::Elsewhere:
        return tr("Another Earshot receives for this store, at %1; this one shows.").arg(state.base);
    case ListenerState::Kind::Down:
        //: %1 is the system's reason
        return tr("Earshot is not receiving: %1. It tries again by itself.").arg(state.reason);
    }
    Q_UNREACHABLE();
}

ListeningPage::ListeningPage(StoreActions &actions, DisplaySettings &display, QWidget *parent)
    : SettingsPage(Icon::Listening, parent)
    , m_reach(new QComboBox)
    , m_other(new QLineEdit)
    , m_error(new FieldError)
    , m_portField(new QSpinBox)
    , m_apply(new QPushButton)
    , m_stateIcon(new IconLabel(Icon::Busy, ColorRole::Muted))
    , m_stateText(new QLabel)
    , m_stateRow(addRow(stateField()))
    , m_addressRow(addRow(addressField(), m_reach))
    , m_portRow(addRow(m_portField))
    , m_applyRow(addRow(m_apply))
    , m_tls(new TlsForm(actions, display))
    , m_tunnel(new TunnelForm(actions))
    , m_source(new QComboBox)
    , m_test(new WayTestView(actions))
    , m_tlsRow(addRow(m_tls, m_tls->choice()))
    , m_tunnelRow(addRow(m_tunnel, m_tunnel->choice()))
    , m_testRow(addRow(testField(), m_source))
{
    m_portField->setRange(1, std::numeric_limits<quint16>::max());
    m_portField->setGroupSeparatorShown(false);
    connect(m_reach, &QComboBox::activated, this, &ListeningPage::updateChoice);
    connect(m_other, &QLineEdit::textChanged, this, &ListeningPage::updateChoice);
    connect(m_portField, &QSpinBox::valueChanged, this, &ListeningPage::updateChoice);
    connect(m_apply, &QPushButton::clicked, this, &ListeningPage::apply);
    connect(m_source, &QComboBox::currentTextChanged, m_test, &WayTestView::setSource);
    ListeningPage::retranslate();
    updateChoice();
}

QWidget *ListeningPage::stateField()
{
    m_stateText->setTextFormat(Qt::PlainText);
    m_stateText->setWordWrap(true);
    m_stateText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *field = new QWidget;
    field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *layout = new QHBoxLayout(field);
    layout->setContentsMargins(0, metrics::c_inner, 0, 0);
    layout->setSpacing(metrics::c_between);
    layout->addWidget(m_stateIcon, 0, Qt::AlignTop);
    layout->addWidget(m_stateText, 1);
    return field;
}

QWidget *ListeningPage::testField()
{
    auto *field = new QWidget;
    field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *layout = new QVBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::c_between);
    layout->addWidget(m_source, 0, Qt::AlignLeading);
    layout->addWidget(m_test);
    return field;
}

QWidget *ListeningPage::addressField()
{
    for (int i = 0; i < 3; ++i)
        m_reach->addItem(QString());
    auto *field = new QWidget;
    auto *layout = new QVBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::c_inner);
    layout->addWidget(m_reach);
    layout->addWidget(m_other);
    layout->addWidget(m_error);
    return field;
}

QString ListeningPage::title() const
{
    //: Page of the settings: where deliveries are received
    return tr("Listening");
}

void ListeningPage::setSettings(const WindowSettings &settings)
{
    const bool isNews = settings.listenAddress != m_address || settings.listenPort != m_port;
    m_address = settings.listenAddress;
    m_port = settings.listenPort;
    if (!isNews)
        return; // keeps what is being typed
    const bool isOther = m_address != c_loopback && m_address != c_everything;
    m_reach->setCurrentIndex(isOther ? Other : m_address == c_loopback ? ThisComputer : EveryNetwork);
    m_other->setText(isOther ? m_address : QString());
    m_portField->setValue(int(m_port));
    updateChoice();
}

void ListeningPage::store(WindowSettings &settings) const
{
    settings.listenAddress = m_address;
    settings.listenPort = m_port;
}

void ListeningPage::setListenerState(const ListenerState &state)
{
    m_state = state;
    updateState();
}

void ListeningPage::setTunnelState(const TunnelState &state)
{
    m_tunnel->setState(state);
}

void ListeningPage::setSources(const QStringList &names)
{
    const QString chosen = m_source->currentText();
    m_source->clear();
    m_source->addItems(names);
    m_source->setCurrentIndex(std::max(0, int(names.indexOf(chosen))));
    m_source->setVisible(names.size() > 1);
    m_test->button()->setEnabled(!names.isEmpty());
}

void ListeningPage::showEvent(QShowEvent *event)
{
    SettingsPage::showEvent(event);
    m_tls->load();
    m_tunnel->load();
}

QString ListeningPage::chosenAddress() const
{
    switch (m_reach->currentIndex()) {
    case ThisComputer:
        return c_loopback;
    case EveryNetwork:
        return c_everything;
    default:
        return m_other->text().trimmed();
    }
}

void ListeningPage::updateChoice()
{
    m_other->setVisible(m_reach->currentIndex() == Other);
    m_error->setError(QString(), m_other);
    m_apply->setEnabled(chosenAddress() != m_address || m_portField->value() != int(m_port));
}

void ListeningPage::updateState()
{
    const StateLook look = lookOf(m_state.kind);
    m_stateIcon->setIcon(look.icon, look.color);
    m_stateText->setText(sentence(m_state));
}

void ListeningPage::apply()
{
    const QHostAddress address(chosenAddress());
    if (address.isNull()) {
        m_error->setError(tr("This is no address of this computer. Try 192.168.1.20 or ::1."), m_other);
        m_other->setFocus();
        return;
    }
    m_address = chosenAddress();
    m_port = quint16(m_portField->value());
    updateChoice();
    Q_EMIT applied(m_address, m_port);
}

void ListeningPage::retranslate()
{
    SettingsPage::retranslate();
    m_reach->setItemText(ThisComputer, tr("This computer only (127.0.0.1)"));
    m_reach->setItemText(EveryNetwork, tr("Every network of this computer (0.0.0.0)"));
    //: Another of this computer's network addresses, to be typed
    m_reach->setItemText(Other, tr("One address…"));
    m_other->setAccessibleName(tr("Address to listen on"));
    m_apply->setText(tr("Apply"));
    //: In front of a sentence on whether deliveries are received
    setRow(m_stateRow, tr("Now"));
    setRow(m_addressRow, tr("&Reached from"),
           tr("Senders on the internet need https: a certificate below, a tunnel, or a proxy in front of Earshot."),
           tr("address network interface host"));
    setRow(m_portRow, tr("&Port"));
    setRow(m_applyRow, {},
           tr("Applying restarts the listener. Senders know only this address and port: what is changed here is to be "
              "changed there too."),
           tr("apply restart"));
    setRow(m_tlsRow, tr("Encryption"), tr("Applying starts the listener anew where that is needed."),
           tr("https tls certificate key fingerprint self-signed trusted proxy proxies"));
    setRow(m_tunnelRow, tr("Public address"), {}, tr("tunnel ssh internet program"));
    setRow(m_testRow, tr("Do senders get through?"), {}, tr("test way reachable"));
    m_source->setAccessibleName(tr("Source whose hook is tested"));
    updateState();
}

} // namespace earshot
