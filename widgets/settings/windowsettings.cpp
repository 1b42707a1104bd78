// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/windowsettings.h"

#include <QHostAddress>
#include <QSettings>

#include <algorithm>
#include <array>
#include <limits>

namespace earshot {
namespace {

constexpr QLatin1StringView c_language("window/language");
constexpr QLatin1StringView c_theme("window/theme");
constexpr QLatin1StringView c_density("window/density");
constexpr QLatin1StringView c_textScale("window/text_scale_percent");
constexpr QLatin1StringView c_listenAddress("listen/address");
constexpr QLatin1StringView c_listenPort("listen/port");
constexpr QLatin1StringView c_zone("window/zone");
constexpr QLatin1StringView c_timeDisplay("window/time_display");
constexpr QLatin1StringView c_letterKeys("window/letter_keys");
constexpr QLatin1StringView c_onClose("window/on_close");
constexpr QLatin1StringView c_warnsOnQuit("window/warn_on_quit");

// In the order of their enums.
constexpr std::array c_themeWords = {QLatin1StringView("system"), QLatin1StringView("light"), QLatin1StringView("dark"),
                                     QLatin1StringView("high_contrast")};
constexpr std::array c_densityWords = {QLatin1StringView("compact"), QLatin1StringView("normal"),
                                       QLatin1StringView("roomy")};
constexpr std::array c_closeWords = {QLatin1StringView("ask"), QLatin1StringView("tray"), QLatin1StringView("quit")};
constexpr std::array c_timeWords = {QLatin1StringView("local"), QLatin1StringView("utc"),
                                    QLatin1StringView("relative")};

QString textOf(const QSettings &settings, QLatin1StringView key)
{
    return settings.value(key).toString();
}

template <typename Enum, std::size_t Size>
Enum fromWord(const QString &word, const std::array<QLatin1StringView, Size> &words, Enum otherwise)
{
    const auto found = std::ranges::find(words, word);
    return found == words.end() ? otherwise : Enum(found - words.begin());
}

template <typename Enum, std::size_t Size>
QString toWord(Enum value, const std::array<QLatin1StringView, Size> &words)
{
    return words[std::size_t(value)];
}

/** The number stored under @p key, if it lies within the bounds. */
int numberOf(const QSettings &settings, QLatin1StringView key, int smallest, int largest, int otherwise)
{
    bool isNumber = false;
    const int number = settings.value(key).toInt(&isNumber);
    return isNumber && number >= smallest && number <= largest ? number : otherwise;
}

QString languageOf(const QSettings &settings)
{
    const QString language = textOf(settings, c_language);
    return QLocale(language).language() == QLocale::C ? QString() : language;
}

} // namespace

WindowSettings WindowSettings::load(const QSettings &settings)
{
    WindowSettings read;
    read.language = languageOf(settings);
    read.theme = fromWord(textOf(settings, c_theme), c_themeWords, read.theme);
    read.density = fromWord(textOf(settings, c_density), c_densityWords, read.density);
    read.textScalePercent =
        numberOf(settings, c_textScale, c_smallestTextScale, c_largestTextScale, read.textScalePercent);
    if (const QString address = textOf(settings, c_listenAddress); !QHostAddress(address).isNull())
        read.listenAddress = address;
    read.listenPort =
        quint16(numberOf(settings, c_listenPort, 1, std::numeric_limits<quint16>::max(), int(read.listenPort)));
    if (const QString zone = textOf(settings, c_zone); zoneNamed(zone))
        read.zone = zone;
    read.timeDisplay = fromWord(textOf(settings, c_timeDisplay), c_timeWords, read.timeDisplay);
    read.letterKeys = settings.value(c_letterKeys, read.letterKeys).toBool();
    read.onClose = fromWord(textOf(settings, c_onClose), c_closeWords, read.onClose);
    read.warnsOnQuit = settings.value(c_warnsOnQuit, read.warnsOnQuit).toBool();
    return read;
}

void WindowSettings::save(QSettings &settings) const
{
    settings.setValue(c_language, language);
    settings.setValue(c_theme, toWord(theme, c_themeWords));
    settings.setValue(c_density, toWord(density, c_densityWords));
    settings.setValue(c_textScale, textScalePercent);
    settings.setValue(c_listenAddress, listenAddress);
    settings.setValue(c_listenPort, int(listenPort));
    settings.setValue(c_zone, zone);
    settings.setValue(c_timeDisplay, toWord(timeDisplay, c_timeWords));
    settings.setValue(c_letterKeys, letterKeys);
    settings.setValue(c_onClose, toWord(onClose, c_closeWords));
    settings.setValue(c_warnsOnQuit, warnsOnQuit);
}

QTimeZone WindowSettings::timeZone() const
{
    const QTimeZone system = QTimeZone::systemTimeZone();
    return zoneNamed(zone).value_or(zoneNamed(QString::fromUtf8(system.id())).value_or(system));
}

} // namespace earshot
