// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/listenerstate.h"
#include "models/items/storeactions.h"
#include "models/items/tunnelstate.h"
#include "widgets/sources/stepbox.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace earshot {

class CopyField;
class FieldError;
class NoticeBox;

/** The second step of adding a source: the address that its sender posts to. An address that the platform would refuse
 * is not shown at all; the step says what is needed instead. */
class AddressStep final : public StepBox
{
    Q_OBJECT

public:
    explicit AddressStep(QWidget *parent = nullptr);

    void setPlatform(const QString &platform);
    void setListener(const ListenerState &state);
    void setTunnel(const TunnelState &state);

    /** Shown once there is an address that can be reached from elsewhere. Taken over. */
    void setTest(QWidget *test);

    /** The source is being made: the button waits. */
    void setBusy(bool busy);

    /** The source is there, made with that public URL. */
    void setToken(const QByteArray &token, const QString &publicUrl);

    /** As typed and tidied; empty for the listener's own address. */
    QString publicUrl() const;

    /** Says what is wrong with the public address, if something is. */
    bool checkPublicUrl();

    /** The whole address, with its secret; null while there is none that the platform can use. */
    QString address() const;

    /** To what is to be done next: copying the address, or seeing to it that there is one. */
    void takeFocus();

Q_SIGNALS:
    void createRequested();

    /** By a person, and fit to be used. */
    void publicUrlChosen(const QString &url);

    /** address() is another. */
    void addressChanged();

protected:
    void retranslate() override;

private:
    QWidget *placeholder();
    QWidget *secretLine();
    void chooseReach();
    void takePublicUrl();
    void refresh();
    QString base() const;
    QString ownBase() const;
    QString ownReachText() const;
    QString warning() const;

    QString m_platform;
    ListenerState m_listener;
    TunnelState m_tunnel;
    QByteArray m_token;
    QString m_taken; ///< the source's public URL
    QLabel *m_reachLabel;
    QComboBox *m_reach;
    QLineEdit *m_public;
    FieldError *m_error;
    QLabel *m_waits;
    QPushButton *m_create;
    QWidget *m_placeholder;
    CopyField *m_copy;
    QLabel *m_secret;
    QWidget *m_secretLine;
    NoticeBox *m_notice;
    QWidget *m_test = nullptr;
};

} // namespace earshot
