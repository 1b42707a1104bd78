// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/windowharness.h"

#include "tests/system/httpsender.h"
#include "widgets/mainwindow/closingdialog.h"

#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

namespace earshot {
namespace {

constexpr int c_patience = 60'000; // milliseconds; sanitizers on a busy machine are slow

} // namespace

bool WindowHarness::open()
{
    ListenerSettings listener;
    listener.port = 0;
    m_application = std::make_unique<WindowApplication>(
        WindowOptions{m_store.location(), m_store.folder() + QStringLiteral("/window.ini"), listener});
    m_application->start();
    QObject::connect(&m_application->session()->engine(), &Engine::stateChanged, &window(),
                     [this](const ListenerState &state) { m_listener = state; });
    if (!QTest::qWaitForWindowExposed(&window()))
        return false;
    QApplication::setActiveWindow(&window()); // Xvfb has no window manager that would
    return true;
}

void WindowHarness::close()
{
    window().close();
    if (const auto *question = find<ClosingDialog>())
        QTest::mouseClick(question->quitButton(), Qt::LeftButton);
    m_application.reset();
    m_listener = {};
}

bool WindowHarness::waitFor(ListenerState::Kind kind)
{
    return QTest::qWaitFor([this, kind] { return m_listener.kind == kind; }, c_patience);
}

quint16 WindowHarness::port() const
{
    return quint16(QUrl(m_listener.base).port());
}

int WindowHarness::post(const QByteArray &token, const QByteArray &json) const
{
    return HttpSender(port()).send(jsonPost(token, json));
}

void WindowHarness::shoot(const QString &name)
{
    const QString folder = qEnvironmentVariable("EARSHOT_SHOTS");
    if (!folder.isEmpty())
        QGuiApplication::primaryScreen()->grabWindow(0).save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
}

QByteArray endedCall(int number, int seconds, const QByteArray &disposition)
{
    const QByteArray id = QByteArray::number(number);
    const QDateTime ended = QDateTime::currentDateTimeUtc();
    return R"({"event":"call.ended","timestamp":")" + ended.toString(Qt::ISODate).toLatin1() + R"(","data":{"id":)" + id
           + R"(,"direction":"inbound","disposition":")" + disposition + R"(","duration_seconds":)"
           + QByteArray::number(seconds) + R"(,"contact":{"id":)" + id + R"(,"name":"Caller )" + id
           + R"(","phone":"+1312555)" + id.rightJustified(4, '0') + R"("}}})";
}

QByteArray chatMessage(int number, const QByteArray &sender, const QByteArray &text)
{
    const QByteArray at = QDateTime::currentDateTimeUtc().addSecs(number).toString(Qt::ISODate).toLatin1();
    return R"({"event":"message.created","timestamp":")" + at + R"(","data":{"id":)" + QByteArray::number(number)
           + R"(,"conversation_id":77,"direction":"inbound","sender_type":")" + sender + R"(","content":")" + text
           + R"(","message_type":"text","channel_type":"webchat","contact":{"id":456,"name":"Jane Doe"},"created_at":")"
           + at + R"("}})";
}

} // namespace earshot
