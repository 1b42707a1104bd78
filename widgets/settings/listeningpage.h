// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/listenerstate.h"
#include "models/items/tunnelstate.h"
#include "widgets/settings/settingspage.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace earshot {

class DisplaySettings;
class FieldError;
class IconLabel;
class StoreActions;
class TlsForm;
class TunnelForm;
class WayTestView;

/** Where Earshot listens. Nothing here counts before Apply, since the listener starts anew and senders know only the
 * old address. */
class ListeningPage final : public SettingsPage
{
    Q_OBJECT

public:
    /** Both must outlive it. */
    ListeningPage(StoreActions &actions, DisplaySettings &display, QWidget *parent = nullptr);

    QString title() const override;
    void setSettings(const WindowSettings &settings) override;
    void store(WindowSettings &settings) const override;
    void setListenerState(const ListenerState &state);
    void setTunnelState(const TunnelState &state);

    /** Whose hooks the way can be tested through. */
    void setSources(const QStringList &names);

    /** What the listener does, as a sentence. */
    static QString sentence(const ListenerState &state);

Q_SIGNALS:
    void applied(const QString &address, quint16 port);

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *addressField();
    QWidget *stateField();
    QWidget *testField();
    QString chosenAddress() const;
    void updateChoice();
    void updateState();
    void apply();

    ListenerState m_state;
    QString m_address; ///< the one that counts
    quint16 m_port = 0;
    QComboBox *m_reach;
    QLineEdit *m_other;
    FieldError *m_error;
    QSpinBox *m_portField;
    QPushButton *m_apply;
    IconLabel *m_stateIcon;
    QLabel *m_stateText;
    int m_stateRow;
    int m_addressRow;
    int m_portRow;
    int m_applyRow;
    TlsForm *m_tls;
    TunnelForm *m_tunnel;
    QComboBox *m_source;
    WayTestView *m_test;
    int m_tlsRow;
    int m_tunnelRow;
    int m_testRow;
};

} // namespace earshot
