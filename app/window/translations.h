// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTranslator>

namespace earshot {

/** The language of the program's own words and of Qt's. Switched at run time: windows hear of it by LanguageChange. GUI
 * thread. */
class Translations final : public QObject
{
    Q_OBJECT

public:
    explicit Translations(QObject *parent = nullptr);
    ~Translations() override;

    /** `en` or `de`; empty for the system's, or English where that is none of them. */
    void use(const QString &language);

    /** The one in use, never empty. */
    QString language() const { return m_language; }

    /** What there is, as `en`. */
    static QStringList languages();

private:
    QString m_language;
    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace earshot
