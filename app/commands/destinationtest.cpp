// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/destinationtest.h"

#include "app/commands/commandline.h"
#include "app/commands/selectionoptions.h"
#include "app/control/addressee.h"
#include "app/forward/destinationdesk.h"

#include <QJsonArray>

#include <algorithm>

namespace earshot {
namespace {

Result<Addressee> namedDestination(const CommandLine &line)
{
    const auto database = openStore(line);
    if (!database)
        return std::unexpected(database.error());
    return addresseeOf(*database, line.store(), line.positionals().first());
}

DestinationTest carriedOut(const Addressee &addressee)
{
    JqRunner runner;
    DestinationDesk desk(runner);
    return QCoro::waitFor(desk.test(addressee.destination, addressee.secrets, SystemClock().now()));
}

bool isFine(const DestinationTest &test)
{
    return test.accepted && std::ranges::all_of(test.rights, &RightCheck::isThere);
}

QString rightLine(const RightCheck &right)
{
    if (right.isThere)
        return QStringLiteral("  may %1").arg(right.what);
    if (right.missing.isEmpty())
        return QStringLiteral("  may not %1").arg(right.what);
    return QStringLiteral("  may not %1; grant it: %2").arg(right.what, right.missing);
}

QJsonObject jsonOf(const QString &name, const DestinationTest &test)
{
    QJsonArray rights;
    for (const RightCheck &right : test.rights)
        rights.append(QJsonObject{
            {QStringLiteral("what"), right.what},
            {QStringLiteral("is_there"), right.isThere},
            {QStringLiteral("missing"), right.missing.isEmpty() ? QJsonValue() : QJsonValue(right.missing)}});
    return {{QStringLiteral("name"), name},
            {QStringLiteral("accepted"), isFine(test)},
            {QStringLiteral("answer"), test.words},
            {QStringLiteral("rights"), rights}};
}

int printed(const CommandLine &line, const QString &name, const DestinationTest &test)
{
    if (line.wantsJson())
        return line.printLine(jsonOf(name, test));
    QStringList lines{QStringLiteral("%1: %2").arg(name, test.words)};
    for (const RightCheck &right : test.rights)
        lines.append(rightLine(right));
    return line.printLine(lines.join(QLatin1Char('\n')));
}

} // namespace

int runDestinationTest(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("destination test"),
        QStringLiteral("Asks a CRM whether its token works and has every right that is needed, and names "
                       "those that are missing; sends a webhook one made-up conversation, marked as a test. "
                       "The outbox is not touched."));
    line.addPositional(QStringLiteral("NAME"), QStringLiteral("The destination."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto addressee = namedDestination(line);
    if (!addressee)
        return line.failed(addressee.error());
    const DestinationTest test = carriedOut(*addressee);
    const QString name = addressee->destination.name;
    if (!isFine(test) && test.rights.isEmpty() && !line.wantsJson())
        return line.failed({ErrorCode::NetworkFailed, QStringLiteral("%1: %2").arg(name, test.words)});
    const int code = printed(line, name, test);
    return code == ExitDone && !isFine(test) ? int(ExitFailed) : code;
}

} // namespace earshot
