// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/notices.h"

#include "widgets/style/words.h"

namespace earshot {

Notices::Notices(Banner &banner, QObject *parent)
    : QObject(parent)
    , m_banner(banner)
{
    connect(&m_banner, &Banner::activated, this, &Notices::takeAction);
    connect(&m_banner, &Banner::closed, this, [this] {
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
    } else if (!m_failure.isEmpty()) {
        m_shown = Shown::Failure;
        m_banner.setClosable(true);
        m_banner.showMessage(Banner::Kind::Error, m_failure);
    } else if (isDown) {
        m_shown = Shown::ListenerDown;
        m_banner.showMessage(
            Banner::Kind::Error,
            //: %1 is why, from the system
            tr("Earshot is not receiving and tries again every 10 seconds; senders get no answer. (%1)")
                .arg(m_listener.reason),
            tr("Try again now"));
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
    else if (m_shown == Shown::Demo)
        Q_EMIT endDemoRequested();
}

} // namespace earshot
