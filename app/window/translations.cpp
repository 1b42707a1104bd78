// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

/** In a static library a resource is there only once it was asked for. Must stand outside of every namespace. */
static void initResources()
{
    Q_INIT_RESOURCE(translations);
}

namespace earshot {
namespace {

/** The system's language, if we speak it. */
QString systemLanguage()
{
    for (const QString &tag : QLocale::system().uiLanguages()) {
        const QString language = tag.section(QLatin1Char('-'), 0, 0);
        if (Translations::languages().contains(language))
            return language;
    }
    return QStringLiteral("en");
}

} // namespace

Translations::Translations(QObject *parent)
    : QObject(parent)
{
    initResources();
    use({});
}

Translations::~Translations()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

QStringList Translations::languages()
{
    return {QStringLiteral("en"), QStringLiteral("de")};
}

void Translations::use(const QString &language)
{
    const QString wanted = languages().contains(language) ? language : systemLanguage();
    if (wanted == m_language)
        return;
    m_language = wanted;
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    // English has a file too: of plurals, which the sources cannot have.
    if (m_own.load(QStringLiteral(":/translations/earshot_") + wanted))
        QCoreApplication::installTranslator(&m_own);
    if (m_qt.load(QStringLiteral("qtbase_") + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}

} // namespace earshot
