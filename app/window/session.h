// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/demofloor.h"
#include "app/engine/engine.h"
#include "app/engine/storeclient.h"
#include "models/items/storereader.h"

#include <QSettings>

#include <memory>

namespace earshot {

class DisplaySettings;
class MainWindow;
struct WindowModels;

/** One store in one window: what receives and forwards for it, what reads it, and what shows it. Another store is
 * another session. GUI thread. */
class Session final : public QObject
{
    Q_OBJECT

public:
    /** @p display, @p clock and @p settings must outlive it. @p demo: the store is filled with made-up calls. */
    Session(const EngineSettings &engine, bool demo, DisplaySettings &display, const Clock &clock, QSettings &settings);

    /** Stops receiving once what was taken is stored. */
    ~Session() override;

    MainWindow &window() const { return *m_window; }

    const Engine &engine() const { return m_engine; }

    WindowModels &models() const { return *m_models; }

    const StoreLocation &location() const { return m_reader.location(); }

    bool isDemo() const { return m_demo != nullptr; }

    void listen(const ListenerSettings &settings) { m_engine.listen(settings); }

private:
    void takeListenerState(const ListenerState &state);

    Engine m_engine;
    StoreReader m_reader;
    StoreClient m_client;
    std::unique_ptr<WindowModels> m_models;
    std::unique_ptr<DemoFloor> m_demo;
    std::unique_ptr<MainWindow> m_window; ///< last: goes before what it shows
};

} // namespace earshot
