// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/addsourcedialog.h"

#include "models/items/sourcelist.h"
#include "models/items/storeactions.h"
#include "models/items/whendone.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/labels.h"
#include "widgets/settings/waytestview.h"
#include "widgets/sources/addressstep.h"
#include "widgets/sources/guidestep.h"
#include "widgets/sources/platformlist.h"
#include "widgets/sources/sourceform.h"
#include "widgets/sources/waitstep.h"
#include "widgets/style/metrics.h"
#include "widgets/style/words.h"

#include <QLineEdit>
#include <QScreen>
#include <QScrollArea>

namespace earshot {
namespace {

constexpr QSize c_size(980, 720);
constexpr int c_roomAround = 60; ///< above and below, on a small screen

} // namespace

AddSourceDialog::AddSourceDialog(StoreActions &actions, SourceList &sources, StoreReader &reader,
                                 DisplaySettings &settings, const ListenerState &listener, QWidget *parent)
    : FormDialog(parent)
    , m_actions(actions)
    , m_sources(sources)
    , m_reader(reader)
    , m_settings(settings)
    , m_platforms(new PlatformList)
    , m_banner(new Banner)
    , m_form(new SourceForm)
    , m_address(new AddressStep)
    , m_guide(new GuideStep)
    , m_wait(new WaitStep(settings))
    , m_test(new WayTestView(actions))
    , m_steps(steps())
    , m_keepsListening(new MutedLabel)
    , m_stop(std::make_shared<std::atomic_bool>(false))
{
    setContentInset(false);
    content()->setSpacing(0);
    content()->addWidget(m_banner);
    content()->addWidget(body(), 1);
    m_keepsListening->setWordWrap(false);
    addFooterWidget(m_keepsListening);
    m_address->setTest(m_test);
    connectSteps();
    setListenerState(listener);
    takeNames();
    retranslate();
    resize(c_size.width(), std::min(c_size.height(), screen()->availableSize().height() - c_roomAround));
}

AddSourceDialog::~AddSourceDialog()
{
    *m_stop = true;
    // What has the focus loses it as the children go, when this is no dialog any more.
    qApp->disconnect(this);
    m_address->disconnect(this);
}

QWidget *AddSourceDialog::body()
{
    auto *side = new QWidget;
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(metrics::c_between, metrics::c_between, metrics::c_between, metrics::c_between);
    sideLayout->addWidget(m_platforms);

    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setBackgroundRole(QPalette::Base);
    area->setWidget(m_steps);

    auto *both = new QWidget;
    auto *layout = new QHBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(side);
    layout->addWidget(area, 1);
    return both;
}

QWidget *AddSourceDialog::steps()
{
    auto *steps = new QWidget;
    steps->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(steps);
    layout->setContentsMargins(metrics::c_dialogMargin, metrics::c_betweenGroups, metrics::c_dialogMargin,
                               metrics::c_betweenGroups);
    layout->setSpacing(metrics::c_betweenGroups);
    for (StepBox *step : {static_cast<StepBox *>(m_form), static_cast<StepBox *>(m_address),
                          static_cast<StepBox *>(m_guide), static_cast<StepBox *>(m_wait)})
        layout->addWidget(step);
    layout->addStretch(1);
    return steps;
}

void AddSourceDialog::connectSteps()
{
    connect(m_platforms, &PlatformList::platformChosen, this, &AddSourceDialog::takePlatform);
    connect(m_address, &AddressStep::createRequested, this, [this] { make(Reason::Asked); });
    connect(m_address, &AddressStep::publicUrlChosen, this, &AddSourceDialog::savePublicUrl);
    connect(m_address, &AddressStep::addressChanged, this, [this] { m_guide->setAddress(m_address->address()); });
    connect(m_guide, &GuideStep::secretGiven, this, &AddSourceDialog::saveSecret);
    connect(m_wait, &WaitStep::sampleRequested, this, &AddSourceDialog::sendSample);
    connect(qApp, &QApplication::focusChanged, this, &AddSourceDialog::followFocus);
    connect(&m_sources, &SourceList::changed, this, &AddSourceDialog::takeNames);
    connect(&m_reader, &StoreReader::changed, this, [this](const StoreChanges &changes) {
        if (changes.hasNewDeliveries || changes.everything)
            look();
    });
    disconnect(primaryButton(), &QPushButton::clicked, nullptr, nullptr);
    connect(primaryButton(), &QPushButton::clicked, this, [this] {
        if (m_state == State::Made)
            accept();
        else
            make(Reason::Asked);
    });
    disconnect(cancelButton(), &QPushButton::clicked, nullptr, nullptr);
    connect(cancelButton(), &QPushButton::clicked, this, &AddSourceDialog::cancel);
}

void AddSourceDialog::setPlatform(const QString &platform)
{
    m_platforms->setPlatform(platform);
}

void AddSourceDialog::setListenerState(const ListenerState &state)
{
    m_address->setListener(state);
    m_wait->setListener(state);
    m_guide->setAddress(m_address->address());
}

void AddSourceDialog::setTunnelState(const TunnelState &state)
{
    m_address->setTunnel(state);
    m_guide->setAddress(m_address->address());
}

void AddSourceDialog::takePlatform(const QString &platform)
{
    m_form->setPlatform(platform);
    m_address->setPlatform(platform);
    m_guide->setPlatform(platform);
    m_wait->setPlatform(platform);
}

void AddSourceDialog::takeNames()
{
    if (m_state != State::Describing)
        return;
    QStringList names;
    for (const SourceEntry &entry : m_sources.entries())
        names.append(entry.source.name);
    m_form->setTakenNames(names);
}

/** Going from the first step on to another makes the source, if all is well; going to the footer or to another platform
 * does not. */
void AddSourceDialog::followFocus(QWidget *from, QWidget *to)
{
    const auto isIn = [](const QWidget *step, const QWidget *widget) {
        return widget != nullptr && (step == widget || step->isAncestorOf(widget));
    };
    if (isIn(m_form, from) && isIn(m_steps, to) && !isIn(m_form, to))
        make(Reason::StepLeft);
}

void AddSourceDialog::make(Reason reason)
{
    if (m_state != State::Describing)
        return;
    auto source = m_form->source(reason == Reason::Asked);
    if (!source)
        return;
    const bool isFine = m_address->checkPublicUrl();
    if (!isFine && reason == Reason::Asked)
        return;
    if (isFine) // else it is on its way: the address follows when it is right
        source->publicUrl = m_address->publicUrl();

    m_state = State::Making;
    m_banner->dismiss();
    m_since = m_settings.now();
    updateFooter();
    whenDone(m_actions.addSource(*source), this,
             [this, url = source->publicUrl](const Result<AddedSource> &made) { takeMade(made, url); });
}

void AddSourceDialog::takeMade(const Result<AddedSource> &made, const QString &publicUrl)
{
    m_state = made ? State::Made : State::Describing;
    if (!made) {
        m_isCancelled = false;
        if (made.error().code == ErrorCode::AlreadyExists)
            m_form->showNameProblem(tr("There is a source of this name. Choose another."));
        else
            showError(made.error());
        updateFooter();
        return;
    }
    m_name = made->name;
    const QWidget *focused = focusWidget();
    const bool isElsewhere = focused == nullptr || m_form->isAncestorOf(focused) || !m_steps->isAncestorOf(focused);
    m_form->setDone(true);
    m_form->fix();
    m_platforms->fixChoice();
    m_address->setToken(made->token, publicUrl);
    m_guide->setReady(true);
    m_test->setSource(m_name);
    m_wait->setSource(m_name);
    updateFooter();
    if (isElsewhere)
        m_address->takeFocus();
    Q_EMIT sourceAdded(m_name);
    look();
    if (m_isCancelled)
        cancel();
}

void AddSourceDialog::cancel()
{
    switch (m_state) {
    case State::Describing:
        QDialog::reject();
        return;
    case State::Making:
        m_isCancelled = true;
        return;
    case State::Removing:
        return;
    case State::Made:
        break;
    }
    if (m_hasDelivery) {
        accept();
        return;
    }
    m_state = State::Removing;
    updateFooter();
    whenDone(m_actions.removeSource(m_name), this, [this](const Result<void> &removed) {
        if (removed) {
            QDialog::reject();
            return;
        }
        m_state = State::Made;
        m_isCancelled = false;
        showError(removed.error());
        updateFooter();
    });
}

/** Esc and the window's cross: nothing is lost by them. */
void AddSourceDialog::reject()
{
    if (m_state == State::Made)
        accept();
    else
        FormDialog::reject();
}

void AddSourceDialog::savePublicUrl(const QString &url)
{
    whenDone(m_actions.setSourcePublicUrl(m_name, url), this, [this](const Result<void> &saved) {
        if (!saved)
            showError(saved.error());
    });
}

/** The source's platform signs as the preset of its name. */
void AddSourceDialog::saveSecret(const QByteArray &secret)
{
    SourceChange change;
    change.signingSecret = secret;
    whenDone(m_actions.changeSource(m_name, change), this, [this](const Result<void> &saved) {
        m_guide->showSecretKept(saved ? QString() : errorText(saved.error()));
    });
}

void AddSourceDialog::sendSample()
{
    m_wait->setSending(true);
    whenDone(m_actions.sendSample(m_name), this, [this](const Result<int> &accepted) {
        m_wait->setSending(false);
        if (!accepted)
            m_wait->showProblem(errorText(accepted.error()));
        else if (*accepted == 0)
            m_wait->showProblem(tr("The sample was sent, but not accepted."));
        look();
    });
}

void AddSourceDialog::look()
{
    if (m_state != State::Made)
        return;
    if (m_isLooking) {
        m_looksAgain = true;
        return;
    }
    m_isLooking = true;
    m_reader
        .read<std::optional<FirstDelivery>>(
            [name = m_name, since = m_since](const Database &database) { return firstDelivery(database, name, since); },
            m_stop)
        .then(this, [this](const Result<std::optional<FirstDelivery>> &delivery) { takeDelivery(delivery); });
}

void AddSourceDialog::takeDelivery(const Result<std::optional<FirstDelivery>> &delivery)
{
    m_isLooking = false;
    if (std::exchange(m_looksAgain, false))
        look();
    if (!delivery || !*delivery)
        return;
    m_hasDelivery = true;
    m_wait->showDelivery(**delivery);
    updateFooter();
}

void AddSourceDialog::showError(const Error &error)
{
    m_banner->showMessage(Banner::Kind::Error, errorText(error));
}

void AddSourceDialog::updateFooter()
{
    const bool isMade = m_state == State::Made || m_state == State::Removing;
    const bool isBusy = m_state == State::Making || m_state == State::Removing;
    //: Makes the source that was described
    primaryButton()->setText(isMade ? tr("Done") : tr("Add source"));
    primaryButton()->setEnabled(!isBusy);
    cancelButton()->setVisible(!m_hasDelivery);
    cancelButton()->setEnabled(m_state != State::Removing);
    cancelButton()->setToolTip(isMade ? tr("Removes the source again, since nothing has come.") : QString());
    m_keepsListening->setVisible(isMade);
    m_address->setBusy(isBusy);
}

void AddSourceDialog::retranslate()
{
    setWindowTitle(tr("Add a source"));
    m_keepsListening->setText(tr("You can close this; the source keeps listening."));
    updateFooter();
}

void AddSourceDialog::changeEvent(QEvent *event)
{
    FormDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AddSourceDialog::showEvent(QShowEvent *event)
{
    FormDialog::showEvent(event);
    if (m_state == State::Describing) {
        m_form->nameField()->setFocus();
        m_form->nameField()->selectAll();
    }
}

} // namespace earshot
