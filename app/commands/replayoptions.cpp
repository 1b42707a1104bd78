// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/replayoptions.h"

#include "app/commands/recordids.h"
#include "app/commands/secretfile.h"
#include "app/commands/selectionoptions.h"

#include <QFile>

#include <cstdio>

namespace earshot {
namespace {

constexpr QLatin1StringView c_to("to");
constexpr QLatin1StringView c_toSource("to-source");
constexpr QLatin1StringView c_caFile("ca-file");
constexpr QLatin1StringView c_withoutQuery("without-query");
constexpr QLatin1StringView c_forwardable("forwardable");
constexpr QLatin1StringView c_sign("sign");
constexpr QLatin1StringView c_secretFile("secret-file");
constexpr QLatin1StringView c_header("header");
constexpr QLatin1StringView c_bodyFile("body-file");
constexpr QLatin1StringView c_speed("speed");
constexpr QLatin1StringView c_rate("rate");
constexpr QLatin1StringView c_atOnce("at-once");
constexpr QLatin1StringView c_dryRun("dry-run");
constexpr IntervalOptions c_interval{QLatin1StringView("from"), QLatin1StringView("before")};
constexpr qint64 c_largestBody = qint64(64) * 1024 * 1024;

std::unexpected<Error> misused(const QString &what)
{
    return failure(ErrorCode::BadArgument, what);
}

void addTargetOptions(CommandLine &line)
{
    line.addOption(c_to, QStringLiteral("URL"), QStringLiteral("Where to, as in https://test.example/hook."));
    line.addOption(c_toSource, QStringLiteral("NAME"),
                   QStringLiteral("Instead: to the hook of this source, at the Earshot that receives for this store."));
    line.addOption(c_caFile, QStringLiteral("FILE"), QStringLiteral("Certificates in PEM that are trusted, too."));
    line.addFlag(c_withoutQuery, QStringLiteral("Leave out the query that a delivery came with."));
    line.addFlag(c_forwardable,
                 QStringLiteral("An Earshot that receives it may forward what comes of it. Default: it does not."));
}

void addContentOptions(CommandLine &line)
{
    line.addOption(c_sign, QStringLiteral("SOURCE|PRESET"),
                   QStringLiteral("Sign anew, with the present time, as this source asks for or as a preset says."));
    line.addOption(c_secretFile, QStringLiteral("FILE|-"),
                   QStringLiteral("The secret to sign with. Default: the source's own"));
    line.addOption(
        c_header, QStringLiteral("NAME:VALUE"),
        QStringLiteral("Of one delivery: send this field in place of those of its name; without a value, none."),
        CommandLine::Times::Repeated);
    line.addOption(c_bodyFile, QStringLiteral("FILE|-"), QStringLiteral("Of one delivery: send this body instead."));
}

void addPaceOptions(CommandLine &line)
{
    line.addOption(
        c_speed, QStringLiteral("N"),
        QStringLiteral("1 to 100 times the pace they came at. Default: each when the one before is answered"));
    line.addOption(c_rate, QStringLiteral("N"), QStringLiteral("So many a second, instead."));
    line.addOption(c_atOnce, QStringLiteral("N"),
                   QStringLiteral("Without a pace: so many under way at once, up to 24. Default: 1"));
    line.addFlag(c_dryRun, QStringLiteral("Send nothing; say how many there are."));
}

Result<QByteArray> bodyFrom(const QString &path)
{
    const bool isStandardInput = path == QLatin1StringView("-");
    const QString name = isStandardInput ? QStringLiteral("standard input") : path;
    QFile file(path);
    const bool isOpen = isStandardInput ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return failure(ErrorCode::FileFailed, QStringLiteral("%1 cannot be read: %2").arg(name, file.errorString()));
    QByteArray body = file.read(c_largestBody + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorCode::FileFailed, QStringLiteral("%1 cannot be read: %2").arg(name, file.errorString()));
    if (body.size() > c_largestBody)
        return failure(ErrorCode::FileFailed, QStringLiteral("%1 is larger than 64 MiB").arg(name));
    return body.isNull() ? QByteArray("") : body;
}

Result<DeliveryEdit> editOf(const CommandLine &line)
{
    DeliveryEdit edit;
    for (const QString &text : line.values(c_header)) {
        const QByteArray field = text.toUtf8();
        const qsizetype colon = field.indexOf(':');
        if (colon < 1)
            return misused(QStringLiteral("--header is a name, a colon and a value, as in \"X-Test: 1\""));
        const QByteArray name = field.first(colon);
        const QByteArray value = field.sliced(colon + 1).trimmed();
        if (value.isEmpty())
            edit.without.append(name);
        else
            edit.headers.append({name, value});
    }
    if (!line.has(c_bodyFile))
        return edit;
    auto body = bodyFrom(line.value(c_bodyFile));
    if (!body)
        return std::unexpected(body.error());
    edit.body = *std::move(body);
    return edit;
}

Result<ReplayPace> paceOf(const CommandLine &line)
{
    const auto speed = line.positiveNumber(c_speed);
    const auto rate = line.positiveNumber(c_rate);
    const auto atOnce = line.integer(c_atOnce, 1, 24);
    if (!speed)
        return std::unexpected(speed.error());
    if (!rate)
        return std::unexpected(rate.error());
    if (!atOnce)
        return std::unexpected(atOnce.error());
    if ((*speed || *rate) && *atOnce)
        return misused(QStringLiteral("--at-once is for a replay without --speed and --rate"));
    return ReplayPace{speed->value_or(0), rate->value_or(0), int(atOnce->value_or(1))};
}

Result<QByteArray> secretOf(const CommandLine &line)
{
    return line.has(c_secretFile) ? readSecretFile(line.value(c_secretFile)) : Result<QByteArray>(QByteArray());
}

Result<void> checkTogether(const CommandLine &line, const QStringList &ids)
{
    const bool hasSelection =
        line.has(QStringLiteral("filter")) || line.has(c_interval.from) || line.has(c_interval.until);
    if (line.has(c_to) == line.has(c_toSource))
        return misused(QStringLiteral("say where to with either --to or --to-source"));
    if (ids.isEmpty() && !hasSelection)
        return misused(
            QStringLiteral("name deliveries by their IDs, or choose some with --filter, --from or --before"));
    if (!ids.isEmpty() && hasSelection)
        return misused(QStringLiteral("either IDs or --filter, --from and --before, not both"));
    const bool isEdited = line.has(c_header) || line.has(c_bodyFile);
    if (isEdited && ids.size() != 1)
        return misused(QStringLiteral("--header and --body-file are for one delivery, named by its ID"));
    const bool readsTwice =
        line.value(c_bodyFile) == QLatin1StringView("-") && line.value(c_secretFile) == QLatin1StringView("-");
    return readsTwice ? misused(QStringLiteral("standard input can be read only once")) : Result<void>();
}

} // namespace

void addReplayOptions(CommandLine &line)
{
    line.addPositional(QStringLiteral("DELIVERY-ID"), QStringLiteral("Which deliveries."),
                       CommandLine::Positional::Any);
    addTargetOptions(line);
    addSelectionOptions(line, c_interval);
    addContentOptions(line);
    addPaceOptions(line);
}

Result<ReplayWords> replayWords(const CommandLine &line, const Clock &clock)
{
    if (const auto checked = checkTogether(line, line.positionals()); !checked)
        return std::unexpected(checked.error());
    const auto ids = recordIds(line.positionals());
    const auto pace = paceOf(line);
    auto selection = selectionOf(line, RecordKind::Deliveries, clock, c_interval);
    if (!ids)
        return std::unexpected(ids.error());
    if (!pace)
        return std::unexpected(pace.error());
    if (!selection)
        return std::unexpected(selection.error());
    auto edit = editOf(line);
    if (!edit)
        return std::unexpected(edit.error());
    auto secret = secretOf(line);
    if (!secret)
        return std::unexpected(secret.error());
    ReplayWords words{{}, *std::move(selection), line.has(c_dryRun)};
    words.request = {*ids,
                     line.value(c_to),
                     line.value(c_toSource),
                     line.value(c_caFile),
                     !line.has(c_withoutQuery),
                     line.has(c_forwardable),
                     line.value(c_sign),
                     *std::move(secret),
                     *pace,
                     *std::move(edit)};
    return words;
}

} // namespace earshot
