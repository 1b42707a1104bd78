// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/location.h"

#include <QDir>

namespace earshot {

StoreLocation StoreLocation::inFolder(const QString &folder)
{
    return {QDir(folder).absoluteFilePath(QStringLiteral("earshot.sqlite"))};
}

} // namespace earshot
