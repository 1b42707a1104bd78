// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/backupcommand.h"

#include "app/commands/commandline.h"
#include "app/commands/interruption.h"
#include "models/store/backup.h"

namespace earshot {
namespace {

int said(const CommandLine &line, const BackupReport &report)
{
    if (line.wantsJson())
        return line.printLine(QJsonObject{{QStringLiteral("file"), report.path},
                                          {QStringLiteral("bytes"), report.bytes},
                                          {QStringLiteral("deliveries"), report.deliveries},
                                          {QStringLiteral("secrets"), false}});
    return line.printLine(
        QStringLiteral("%1 deliveries in %2 (%3 bytes, checked). Tokens and keys are not in it: they lie in %4.")
            .arg(QString::number(report.deliveries), report.path, QString::number(report.bytes),
                 line.store().secretsPath()));
}

int backup(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("backup"),
                     QStringLiteral("Copies the store as it is now to a file, also while it is received into. The copy "
                                    "appears checked and whole, or not at all. Secrets are not in it."));
    constexpr QLatin1StringView replace("replace");
    line.addPositional(QStringLiteral("FILE"), QStringLiteral("Where to; its folder exists."));
    line.addFlag(replace, QStringLiteral("Take the place of a file that is there."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const Interruption interruption;
    const auto report = backUp({.storePath = line.store().path,
                                .filePath = line.positionals().constFirst(),
                                .replaces = line.has(replace),
                                .stop = &Interruption::flag()});
    if (report)
        return said(line, *report);
    if (report.error().code == ErrorCode::AlreadyExists)
        return line.failed({report.error().code, report.error().detail + QLatin1StringView("; --replace replaces it")});
    return line.failed(report.error());
}

} // namespace

Command backupCommand()
{
    return {QStringLiteral("backup"), QStringLiteral("Copy the store to a file, also while it is received into."),
            backup};
}

} // namespace earshot
