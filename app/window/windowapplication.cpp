// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/windowapplication.h"

#include "models/base/logging.h"
#include "widgets/mainwindow/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QTimer>

namespace earshot {
namespace {

constexpr std::chrono::milliseconds c_raisePatience(3000); // with a window that may be busy, and may hang

StoreLocation demoStore(const StoreLocation &usual)
{
    return StoreLocation::inFolder(QFileInfo(usual.path).absolutePath() + QLatin1StringView("/demo"));
}

} // namespace

WindowApplication::WindowApplication(const WindowOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_settingsFile(options.settingsPath, QSettings::IniFormat)
    , m_settings(WindowSettings::load(m_settingsFile))
    , m_display(m_clock)
    , m_systemFont(QApplication::font())
{
    QApplication::setQuitOnLastWindowClosed(false); // one window goes while the next store opens
    apply();
    connect(&m_instance, &WindowInstance::raiseRequested, this, &WindowApplication::raise);
    // Nobody can be asked while a session ends, and the desktop waits for us.
    connect(qApp, &QGuiApplication::commitDataRequest, this, [this] { end(); }, Qt::DirectConnection);
}

WindowApplication::~WindowApplication() = default;

WindowInstance::Found WindowApplication::claim()
{
    return m_instance.claim(m_options.store, c_raisePatience);
}

void WindowApplication::end()
{
    if (m_session)
        m_session->window().quitNow();
    else
        QCoreApplication::exit();
}

void WindowApplication::raise(const QByteArray &token)
{
    if (!m_session)
        return;
    if (!token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token); // Qt's Wayland plugin takes it with the next activation
    m_session->window().showAgain();
}

void WindowApplication::start(bool probes)
{
    m_probes = probes;
    open(m_options.store, false);
}

Result<void> WindowApplication::writeProbe(const QString &path) const
{
    return m_probe ? m_probe->write(path) : Result<void>();
}

ListenerSettings WindowApplication::listenerSettings() const
{
    if (m_options.listener)
        return *m_options.listener;
    ListenerSettings settings;
    settings.address = m_settings.listenAddress;
    settings.port = m_settings.listenPort;
    return settings;
}

void WindowApplication::open(const StoreLocation &store, bool demo)
{
    const QByteArray geometry = m_session ? m_session->window().saveGeometry() : QByteArray();
    m_probe.reset();
    m_session.reset(); // its listener may have the address that the next one wants
    if (const auto made = store.makeFolder(); !made)
        qCWarning(lcApp) << made.error().detail; // the engine says what follows from that
    if (!demo) // where another window has the store, this one shows what that one receives
        m_instance.claim(store, std::chrono::milliseconds(0));
    EngineSettings engine;
    engine.serve.writer.location = store;
    engine.serve.keyStore = desktopKeyStore();
    engine.serve.listener = listenerSettings();
    if (demo)
        engine.serve.listener = {.address = QStringLiteral("127.0.0.1"), .port = 0}; // senders know the real one
    m_session = std::make_unique<Session>(engine, demo, m_display, m_clock, m_settingsFile);
    if (!geometry.isEmpty())
        m_session->window().restoreGeometry(geometry);
    m_session->window().setWindowSettings(m_settings);
    connectWindow();
    if (m_probes)
        m_probe = std::make_unique<ArrivalProbe>(m_session->window().conversationTable(), m_clock);
    m_session->window().show();
}

void WindowApplication::connectWindow()
{
    MainWindow *window = &m_session->window();
    // Each of these may end the session whose window is asking, so they wait until it has finished speaking.
    connect(window, &MainWindow::demoRequested, this, &WindowApplication::playDemo, Qt::QueuedConnection);
    connect(window, &MainWindow::endDemoRequested, this, &WindowApplication::endDemo, Qt::QueuedConnection);
    connect(window, &MainWindow::openStoreRequested, this, &WindowApplication::openOther, Qt::QueuedConnection);
    connect(window, &MainWindow::closed, qApp, &QApplication::quit, Qt::QueuedConnection);
    connect(window, &MainWindow::windowSettingsChanged, this, &WindowApplication::take);
    connect(window, &MainWindow::listenRequested, this, &WindowApplication::listen);
}

void WindowApplication::take(const WindowSettings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    m_settings.save(m_settingsFile);
    apply();
    if (m_session)
        m_session->window().setWindowSettings(m_settings);
}

void WindowApplication::apply()
{
    m_theme.choose(m_settings.theme);
    m_translations.use(m_settings.language);
    QFont font = m_systemFont;
    font.setPointSizeF(m_systemFont.pointSizeF() * m_settings.textScalePercent / 100.0);
    if (QApplication::font() != font)
        QApplication::setFont(font);
    m_display.setDensity(m_settings.density);
    m_display.setTimeDisplay(m_settings.timeDisplay);
    // The system's country with the words' language, so that a German window writes German numbers.
    const QLocale system = QLocale::system();
    const QLocale words(m_translations.language());
    m_display.setLocale(system.language() == words.language() ? system : words);
    QLocale::setDefault(m_display.format().locale); // for widgets that write numbers by themselves
}

void WindowApplication::listen(const QString &address, quint16 port)
{
    WindowSettings settings = m_settings;
    settings.listenAddress = address;
    settings.listenPort = port;
    take(settings);
    if (m_session)
        m_session->listen(listenerSettings());
}

void WindowApplication::playDemo()
{
    open(demoStore(m_options.store), true);
}

void WindowApplication::endDemo()
{
    const StoreLocation demo = demoStore(m_options.store);
    open(m_options.store, false);
    QDir(QFileInfo(demo.path).absolutePath()).removeRecursively();
}

void WindowApplication::openOther(const QString &path)
{
    open({QFileInfo(path).absoluteFilePath()}, false);
}

} // namespace earshot
