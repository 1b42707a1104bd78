// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/trayicon.h"

#include "widgets/mainwindow/listenerwords.h"
#include "widgets/style/icons.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QUrl>

namespace earshot {
namespace {

const QColor c_badge(0x1d, 0x7a, 0x3f); // what runs
const QColor c_strike(0xc6, 0x28, 0x28);
constexpr int c_mostShown = 9; ///< more do not fit

bool receives(const ListenerState &state)
{
    return state.kind != ListenerState::Kind::Down;
}

/** A number in a pill at the lower end, as large as can be read at 16 pixels. */
void paintCount(QPainter &painter, int count, int size)
{
    const QString text = count > c_mostShown ? QStringLiteral("%1+").arg(c_mostShown) : QString::number(count);
    const qreal height = size * 0.62;
    const qreal width = text.size() > 1 ? size * 0.88 : height;
    const QRectF place(size - width, size - height, width, height);
    painter.setPen(QPen(Qt::white, std::max(1.0, size / 24.0)));
    painter.setBrush(c_badge);
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), height / 2, height / 2);
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setPixelSize(std::max(1, int(height * 0.78)));
    font.setBold(true);
    painter.setFont(font);
    painter.drawText(place, Qt::AlignCenter, text);
}

void paintStrike(QPainter &painter, int size)
{
    const qreal edge = size * 0.1;
    const QLineF line(edge, size - edge, size - edge, edge);
    painter.setPen(QPen(Qt::white, size * 0.24, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(line);
    painter.setPen(QPen(c_strike, size * 0.13, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(line);
}

QIcon trayIconOf(bool receives, int running)
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64})
        icon.addPixmap(trayPicture(receives, running, size));
    return icon;
}

} // namespace

QPixmap trayPicture(bool receives, int running, int size)
{
    const QIcon app(QStringLiteral(":/org.earshot.Earshot.svg"));
    QPixmap picture(size, size);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawPixmap(0, 0, app.pixmap(QSize(size, size), 1.0, receives ? QIcon::Normal : QIcon::Disabled));
    if (!receives)
        paintStrike(painter, size);
    else if (running > 0)
        paintCount(painter, running, size);
    return picture;
}

TrayIcon::TrayIcon(QObject *parent)
    : QObject(parent)
    , m_open(m_menu.addAction(QString()))
    , m_copyAddress(m_menu.addAction(QString()))
    , m_quit(nullptr)
{
    m_menu.addSeparator();
    m_quit = m_menu.addAction(QString());
    m_menu.setDefaultAction(m_open);
    m_copyAddress->setIcon(themedIcon(Icon::Copy));
    connect(m_open, &QAction::triggered, this, &TrayIcon::openRequested);
    connect(m_copyAddress, &QAction::triggered, this, &TrayIcon::copyAddressRequested);
    connect(m_quit, &QAction::triggered, this, &TrayIcon::quitRequested);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openRequested();
    });
    m_icon.setContextMenu(&m_menu);
    retranslate();
    // Under X, Qt waits for a tray to come; elsewhere it only complains of there being none.
    if (QSystemTrayIcon::isSystemTrayAvailable() || QGuiApplication::platformName() == QLatin1StringView("xcb"))
        m_icon.show();
}

void TrayIcon::setListener(const ListenerState &state)
{
    m_listener = state;
    update();
}

void TrayIcon::setRunning(int count)
{
    if (count == m_running)
        return;
    m_running = count;
    update();
}

void TrayIcon::setLastEvent(const QString &text)
{
    if (text == m_lastEvent)
        return;
    m_lastEvent = text;
    update();
}

void TrayIcon::retranslate()
{
    m_open->setText(tr("&Open Earshot"));
    m_copyAddress->setText(tr("&Copy an address"));
    m_quit->setText(tr("&Quit"));
    update();
}

QString TrayIcon::listenerText() const
{
    const QString place = QUrl(m_listener.base).authority();
    switch (m_listener.kind) {
    case ListenerState::Kind::Starting:
        return tr("Starting");
    case ListenerState::Kind::Listening:
        //: %1 is an address such as 127.0.0.1:8765
        return tr("Listening on %1").arg(place);
    case ListenerState::Kind::Elsewhere:
        return tr("Another Earshot receives on %1").arg(place);
    case ListenerState::Kind::Down:
        break;
    }
    return notReceivingText(m_listener);
}

void TrayIcon::update()
{
    m_icon.setIcon(trayIconOf(receives(m_listener), m_running));
    QStringList lines{QStringLiteral("Earshot"), listenerText()};
    if (m_running > 0)
        lines.append(tr("%n call(s) or chat(s) now", nullptr, m_running));
    if (!m_lastEvent.isEmpty())
        lines.append(m_lastEvent);
    m_icon.setToolTip(lines.join(QLatin1Char('\n')));
}

} // namespace earshot
