// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/regioncombo.h"

#include <QEvent>
#include <QLocale>

#include <algorithm>

namespace earshot {
namespace {

constexpr int c_shownCharacters = 20;

struct Region {
    QString name;
    QString code;
};

/** What Qt's list has besides countries: groups of them, and codes of its own. */
bool isCountry(const QString &code)
{
    static const QStringList others = {QStringLiteral("EU"), QStringLiteral("EZ"), QStringLiteral("QO"),
                                       QStringLiteral("UN"), QStringLiteral("ZZ")};
    return code.size() == 2 && code.front().isLetter() && !others.contains(code);
}

QList<Region> allRegions()
{
    QList<Region> regions;
    for (int i = int(QLocale::AnyTerritory) + 1; i <= int(QLocale::LastTerritory); ++i) {
        const auto territory = QLocale::Territory(i);
        const QString code = QLocale::territoryToCode(territory);
        if (isCountry(code))
            regions.append({QLocale::territoryToString(territory), code});
    }
    std::ranges::sort(regions, {}, &Region::name);
    return regions;
}

} // namespace

RegionCombo::RegionCombo(QWidget *parent)
    : QComboBox(parent)
{
    static const QList<Region> regions = allRegions();
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(c_shownCharacters);
    setMaxVisibleItems(16);
    addItem(QString(), QString());
    for (const Region &region : regions)
        addItem(region.name, region.code);
    retranslate();
}

QString RegionCombo::region() const
{
    return currentData().toString();
}

void RegionCombo::setRegion(const QString &region)
{
    setCurrentIndex(std::max(0, findData(region.toUpper())));
}

void RegionCombo::retranslate()
{
    //: Phone region: none is assumed
    setItemText(0, tr("None"));
}

void RegionCombo::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QComboBox::changeEvent(event);
}

} // namespace earshot
