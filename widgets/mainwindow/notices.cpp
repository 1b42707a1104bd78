// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/notices.h"

#include "widgets/mainwindow/listenerwords.h"
#include "widgets/style/words.h"

namespace earshot {

Notices::Notices(Banner &banner, QObject *parent)
    : QObject(parent)
    , m_banner(banner)
{
    connect(&m_banner, &Banner::activated, this, &Notices::takeAction);
    connect(&m_banner, &Banner::closed, this, [this] {
        if (m_shown == Shown::Coverage) {
            m_coverage.clear();
            Q_EMIT coverageDismissed();
        }
        if (m_shown == Shown::Certificate)
            m_certificateSeen = m_certificate;
        if (m_shown == Shown::PutAside)
            m_putAsideSeen = m_listener.storePutAside;
        m_failure.clear();
        show();
    });
    show();
}

void Notices::setListener(const ListenerState &state)
{
    m_listener = state;
    show();
}

void Notices::setStoreError(const std::optional<Error> &error)
{
    m_storeError = error;
    show();
}

void Notices::setDemo(bool demo)
{
    m_isDemo = demo;
    show();
}

void Notices::setFailure(const QString &text)
{
    m_failure = text;
    show();
}

void Notices::setCoverage(const QString &text)
{
    m_coverage = text;
    show();
}

void Notices::setCertificate(const QString &text)
{
    if (text == m_certificate)
        return;
    m_certificate = text;
    show();
}

void Notices::retranslate()
{
    show();
}

void Notices::show()
{
    const bool isDown = m_listener.kind == ListenerState::Kind::Down;
    m_banner.setClosable(false);
    if (m_storeError) {
        m_shown = Shown::StoreError;
        // What is there can still be read and exported.
        const bool isReadable = m_storeError->code == ErrorCode::StoreReadOnly;
        m_banner.showMessage(isReadable ? Banner::Kind::Warning : Banner::Kind::Error, errorText(*m_storeError));
    } else if (m_listener.storeTrouble) {
        m_shown = Shown::StoreTrouble;
        m_banner.showMessage(Banner::Kind::Error, errorText(*m_listener.storeTrouble));
    } else if (!m_failure.isEmpty()) {
        m_shown = Shown::Failure;
        m_banner.setClosable(true);
        m_banner.showMessage(Banner::Kind::Error, m_failure);
    } else if (isDown) {
        m_shown = Shown::ListenerDown;
        m_banner.showMessage(Banner::Kind::Error, notReceivingSentence(m_listener),
                             m_listener.cause == ListenerState::Cause::Asleep ? QString() : tr("Try again now"));
    } else if (!m_certificate.isEmpty() && m_certificate != m_certificateSeen) {
        m_shown = Shown::Certificate;
        m_banner.setClosable(true);
        m_banner.showMessage(Banner::Kind::Warning, m_certificate, tr("Settings"));
    } else if (m_listener.storePutAside != m_putAsideSeen && !m_listener.storePutAside.isEmpty()) {
        m_shown = Shown::PutAside;
        m_banner.setClosable(true);
        m_banner.showMessage(
            Banner::Kind::Warning,
            //: %1 is a file
            tr("The store was damaged. It is kept as %1, and a new one was begun with the same sources. "
               "`earshot check --repair` reads what is left of it.")
                .arg(m_listener.storePutAside));
    } else if (!m_coverage.isEmpty()) {
        m_shown = Shown::Coverage;
        m_banner.setClosable(true);
        //: as in "Show what may be missing"
        m_banner.showMessage(Banner::Kind::Warning, m_coverage, tr("Show"));
    } else if (m_isDemo) {
        m_shown = Shown::Demo;
        m_banner.showMessage(Banner::Kind::Info, tr("Demo floor: these calls are made up."), tr("End the demo"));
    } else {
        m_shown = Shown::Nothing;
        m_banner.dismiss();
    }
}

void Notices::takeAction()
{
    if (m_shown == Shown::ListenerDown)
        Q_EMIT retryRequested();
    else if (m_shown == Shown::Certificate)
        Q_EMIT settingsRequested();
    else if (m_shown == Shown::Coverage)
        Q_EMIT coverageRequested();
    else if (m_shown == Shown::Demo)
        Q_EMIT endDemoRequested();
}

} // namespace earshot
