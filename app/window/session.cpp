// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/session.h"

#include "widgets/mainwindow/mainwindow.h"
#include "widgets/mainwindow/windowmodels.h"

namespace earshot {
namespace {

/** A store that is yet to be made or brought up to date cannot be read either: that is no failure unless the engine
 * says that it cannot be done. */
bool isInTheMaking(const Error &error)
{
    return error.code == ErrorCode::NotFound || error.code == ErrorCode::StoreOlder;
}

} // namespace

Session::Session(const EngineSettings &engine, bool demo, DisplaySettings &display, const Clock &clock,
                 QSettings &settings)
    : m_engine(engine)
    , m_reader(engine.serve.writer.location)
    , m_client(m_reader, clock)
    , m_models(std::make_unique<WindowModels>(m_reader, clock))
{
    if (demo)
        m_demo = std::make_unique<DemoFloor>(m_client, m_models->sources, clock);
    m_window = std::make_unique<MainWindow>(*m_models, m_client, display, settings);
    m_window->setDemo(demo);
    connect(&m_engine, &Engine::stateChanged, this, &Session::takeListenerState);
    connect(&m_engine, &Engine::tunnelChanged, m_window.get(), &MainWindow::setTunnelState);
    connect(&m_engine, &Engine::storeFailed, m_window.get(),
            [this](const Error &error) { m_window->setStoreError(error); });
    connect(&m_reader, &StoreReader::failed, m_window.get(), [this](const Error &error) {
        if (!isInTheMaking(error))
            m_window->setStoreError(error);
    });
    connect(&m_reader, &StoreReader::recovered, m_window.get(), [this] { m_window->setStoreError({}); });
    m_engine.start();
}

Session::~Session()
{
    m_window->disconnect(this);
}

void Session::takeListenerState(const ListenerState &state)
{
    m_client.setBase(state.base);
    m_window->setListenerState(state);
    const bool receives = state.kind == ListenerState::Kind::Listening || state.kind == ListenerState::Kind::Elsewhere;
    if (receives && m_demo)
        m_demo->play(state.base);
}

} // namespace earshot
