// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/listenerstate.h"
#include "models/items/storereader.h"
#include "models/items/tunnelstate.h"
#include "widgets/controls/formdialog.h"
#include "widgets/sources/firstdelivery.h"
#include "widgets/style/displaysettings.h"

namespace earshot {

class AddressStep;
class Banner;
class GuideStep;
class MutedLabel;
class PlatformList;
class SourceForm;
class SourceList;
class StoreActions;
class WaitStep;
class WayTestView;
struct AddedSource;

/** Adds a source in four steps, all in sight: name it, copy its address, paste that at the sender, wait for the first
 * delivery. The source is made when the first step is left, and listens from then on: closing the dialog or Esc keeps
 * it; Cancel removes it while nothing has come. */
class AddSourceDialog final : public FormDialog
{
    Q_OBJECT

public:
    /** All but @p listener must outlive it. */
    AddSourceDialog(StoreActions &actions, SourceList &sources, StoreReader &reader, DisplaySettings &settings,
                    const ListenerState &listener, QWidget *parent = nullptr);
    ~AddSourceDialog() override;

    /** Which platform is chosen at first: one that a source can be of. */
    void setPlatform(const QString &platform);
    void setListenerState(const ListenerState &state);
    void setTunnelState(const TunnelState &state);

    void reject() override;

Q_SIGNALS:
    /** It is there and listens; Cancel may still remove it. */
    void sourceAdded(const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    enum class State { Describing, Making, Made, Removing };
    enum class Reason { Asked, StepLeft };

    QWidget *body();
    QWidget *steps();
    void connectSteps();
    void takePlatform(const QString &platform);
    void takeNames();
    void followFocus(QWidget *from, QWidget *to);
    void make(Reason reason);
    void takeMade(const Result<AddedSource> &made, const QString &publicUrl);
    void cancel();
    void savePublicUrl(const QString &url);
    void saveSecret(const QByteArray &secret);
    void sendSample();
    void look();
    void takeDelivery(const Result<std::optional<FirstDelivery>> &delivery);
    void retranslate();
    void updateFooter();
    void showError(const Error &error);

    StoreActions &m_actions;
    SourceList &m_sources;
    StoreReader &m_reader;
    DisplaySettings &m_settings;
    PlatformList *m_platforms;
    Banner *m_banner;
    SourceForm *m_form;
    AddressStep *m_address;
    GuideStep *m_guide;
    WaitStep *m_wait;
    WayTestView *m_test;
    QWidget *m_steps;
    MutedLabel *m_keepsListening;
    State m_state = State::Describing;
    bool m_isCancelled = false; ///< while being made
    QString m_name; ///< of the source that was made
    Timestamp m_since; ///< deliveries before this are another's
    bool m_hasDelivery = false;
    bool m_isLooking = false;
    bool m_looksAgain = false;
    StopFlag m_stop;
};

} // namespace earshot
