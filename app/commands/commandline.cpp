// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commandline.h"

#include "app/commands/console.h"
#include "app/commands/logrules.h"
#include "app/commands/nearest.h"
#include "models/base/clock.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>

namespace earshot {
namespace {

constexpr QLatin1StringView c_data("data");
constexpr QLatin1StringView c_store("store");
constexpr QLatin1StringView c_log("log");
constexpr QLatin1StringView c_help("help");
constexpr QLatin1StringView c_zone("zone");
constexpr QLatin1StringView c_json("json");
constexpr QLatin1StringView c_sqlitePrefix("sqlite:");

QString defaultFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
        .filePath(QStringLiteral("earshot"));
}

QString withDashes(const QString &option)
{
    const QLatin1StringView dashes(option.size() == 1 ? "-" : "--");
    return dashes + option;
}

std::unexpected<Error> misused(const QString &what)
{
    return failure(ErrorCode::BadArgument, what);
}

} // namespace

CommandLine::CommandLine(const QString &command, const QString &summary)
    : m_command(command)
{
    m_parser.setApplicationDescription(summary);
    addToParser(QCommandLineOption({QStringLiteral("h"), c_help}, QStringLiteral("Show this help.")), Times::Once);
    addOption(c_data, QStringLiteral("DIR"),
              QStringLiteral("Folder of the store and its settings. Default: %1").arg(defaultFolder()));
    addOption(c_store, QStringLiteral("sqlite:PATH"),
              QStringLiteral("Store to use, instead of the one in the folder."));
    addOption(
        c_log, QStringLiteral("CATEGORIES"),
        QStringLiteral("What to tell on standard error: app, forward, project, receive, store or all, with commas."));
}

void CommandLine::addFlag(const QString &name, const QString &description)
{
    addToParser(QCommandLineOption(name, description), Times::Repeated);
}

void CommandLine::addOption(const QString &name, const QString &valueName, const QString &description, Times times)
{
    addToParser(QCommandLineOption(name, description, valueName), times);
}

void CommandLine::addRequiredOption(const QString &name, const QString &valueName, const QString &description)
{
    addOption(name, valueName, description);
    m_required.append(name);
}

void CommandLine::addHiddenOption(const QString &name, const QString &valueName)
{
    QCommandLineOption option(name, {}, valueName);
    option.setFlags(QCommandLineOption::HiddenFromHelp);
    m_parser.addOption(option);
    m_single.insert(name);
}

void CommandLine::addToParser(const QCommandLineOption &option, Times times)
{
    m_parser.addOption(option);
    m_names.append(option.names());
    if (times == Times::Once && !option.valueName().isEmpty())
        m_single.insert(option.names().constLast());
}

void CommandLine::addZoneOption()
{
    addOption(c_zone, QStringLiteral("AREA/CITY"), QStringLiteral("Zone of times and days. Default: UTC"));
}

void CommandLine::addJsonFlag()
{
    addFlag(c_json, QStringLiteral("Print JSON."));
}

QString CommandLine::syntaxOf(const PositionalArgument &argument)
{
    switch (argument.count) {
    case Positional::Required:
        return argument.name;
    case Positional::Optional:
        return QStringLiteral("[%1]").arg(argument.name);
    case Positional::OneOrMore:
        return QStringLiteral("%1...").arg(argument.name);
    case Positional::Any:
        return QStringLiteral("[%1...]").arg(argument.name);
    }
    Q_UNREACHABLE();
}

void CommandLine::addPositional(const QString &name, const QString &description, Positional count)
{
    m_parser.addPositionalArgument(name, description);
    m_positionals.append({name, count});
}

std::optional<int> CommandLine::read(const QStringList &arguments)
{
    if (const auto parsed = parse(arguments); !parsed)
        return misuse(parsed.error().detail);
    if (m_parser.isSet(c_help)) {
        return print(helpText().toUtf8());
    }
    auto taken = checkValues(arguments);
    if (taken)
        taken = checkRequired();
    if (taken)
        taken = checkPositionals();
    if (taken)
        taken = takeCommonOptions();
    if (!taken)
        return misuse(taken.error().detail);
    return std::nullopt;
}

QString CommandLine::spokenName() const
{
    return m_command.isEmpty() ? QStringLiteral("earshot") : QStringLiteral("earshot %1").arg(m_command);
}

QString CommandLine::helpText() const
{
    QString usage = QStringLiteral("Usage: %1 [options]").arg(spokenName());
    for (const QString &option : m_required)
        usage += QStringLiteral(" --%1 …").arg(option);
    for (const PositionalArgument &argument : m_positionals)
        usage += QLatin1Char(' ') + syntaxOf(argument);
    const QString text = m_parser.helpText();
    return usage + text.mid(text.indexOf(QLatin1Char('\n'))); // the parser's own first line names the program's path
}

Result<void> CommandLine::parse(const QStringList &arguments)
{
    const QStringList words = QStringList{spokenName()} + arguments;
    if (m_parser.parse(words))
        return {};
    const QStringList unknown = m_parser.unknownOptionNames();
    if (unknown.isEmpty()) // a value is missing, or stands where none belongs: the parser says which
        return misused(m_parser.errorText());
    const QString nearest = nearestWord(unknown.first(), m_names);
    const QString advice = nearest.isEmpty() ? QStringLiteral("see %1 --help").arg(spokenName())
                                             : QStringLiteral("did you mean --%1?").arg(nearest);
    return misused(QStringLiteral("there is no option %1; %2").arg(withDashes(unknown.first()), advice));
}

Result<void> CommandLine::checkValues(const QStringList &arguments) const
{
    for (const QString &name : m_single) {
        if (m_parser.values(name).size() > 1)
            return misused(QStringLiteral("--%1 is given more than once").arg(name));
    }
    // QCommandLineParser takes the next word whatever it is; one that looks like an option was a forgotten value.
    for (qsizetype i = 0; i + 1 < arguments.size(); ++i) {
        const QString &word = arguments.at(i);
        if (word == QLatin1StringView("--"))
            break;
        const QString name = word.mid(2);
        const bool takesNext =
            word.startsWith(QLatin1StringView("--")) && m_parser.values(name).contains(arguments.at(i + 1));
        if (takesNext && arguments.at(i + 1).startsWith(QLatin1StringView("--")))
            return misused(QStringLiteral("--%1 needs a value").arg(name));
    }
    const auto isEmpty = [this](const QString &name) { return m_parser.isSet(name) && m_parser.value(name).isEmpty(); };
    const auto empty = std::ranges::find_if(m_single, isEmpty);
    if (empty != m_single.end())
        return misused(QStringLiteral("the value of --%1 is empty").arg(*empty));
    return {};
}

Result<void> CommandLine::checkRequired() const
{
    const auto isMissing = [this](const QString &name) { return !m_parser.isSet(name); };
    const auto missing = std::ranges::find_if(m_required, isMissing);
    if (missing == m_required.end())
        return {};
    return misused(QStringLiteral("--%1 is missing").arg(*missing));
}

Result<void> CommandLine::checkPositionals() const
{
    const QStringList given = m_parser.positionalArguments();
    const qsizetype count = m_positionals.size();
    for (qsizetype i = given.size(); i < count; ++i) {
        const PositionalArgument &missing = m_positionals.at(i);
        if (missing.count == Positional::Required || missing.count == Positional::OneOrMore)
            return misused(QStringLiteral("%1 is missing").arg(missing.name));
    }
    const bool manyAllowed =
        count > 0
        && (m_positionals.last().count == Positional::OneOrMore || m_positionals.last().count == Positional::Any);
    if (given.size() > count && !manyAllowed)
        return misused(QStringLiteral("\"%1\" is one word too many").arg(given.at(count)));
    return {};
}

Result<void> CommandLine::takeCommonOptions()
{
    if (const auto taken = takeStore(); !taken)
        return taken;
    if (const auto taken = takeZone(); !taken)
        return taken;
    if (!m_parser.isSet(c_log))
        return {};
    const auto rules = logRules(m_parser.value(c_log));
    if (!rules)
        return std::unexpected(rules.error());
    QLoggingCategory::setFilterRules(*rules);
    return {};
}

Result<void> CommandLine::takeStore()
{
    const QString folder = m_parser.isSet(c_data) ? m_parser.value(c_data) : defaultFolder();
    m_store = StoreLocation::inFolder(folder);
    if (!m_parser.isSet(c_store))
        return {};
    const QString store = m_parser.value(c_store);
    if (store.startsWith(QLatin1StringView("postgresql:")) || store.startsWith(QLatin1StringView("postgres:")))
        return misused(QStringLiteral("a PostgreSQL store is not in this version; use --store sqlite:PATH"));
    if (!store.startsWith(c_sqlitePrefix) || store.size() == c_sqlitePrefix.size())
        return misused(QStringLiteral("--store %1 is no store; use sqlite:PATH").arg(store));
    m_store.path = QDir().absoluteFilePath(store.mid(c_sqlitePrefix.size()));
    return {};
}

Result<void> CommandLine::takeZone()
{
    if (!m_names.contains(c_zone) || !m_parser.isSet(c_zone))
        return {};
    const QString name = m_parser.value(c_zone);
    const auto zone = zoneNamed(name);
    if (!zone)
        return misused(QStringLiteral("\"%1\" is no time zone; use a name such as Europe/Berlin").arg(name));
    m_zone = *zone;
    return {};
}

bool CommandLine::has(const QString &name) const
{
    return m_parser.isSet(name);
}

bool CommandLine::wantsJson() const
{
    return m_names.contains(c_json) && m_parser.isSet(c_json);
}

QString CommandLine::value(const QString &name) const
{
    return m_parser.value(name);
}

QStringList CommandLine::values(const QString &name) const
{
    return m_parser.values(name);
}

QStringList CommandLine::positionals() const
{
    return m_parser.positionalArguments();
}

Result<std::optional<qint64>> CommandLine::integer(const QString &name, qint64 least, qint64 most) const
{
    if (!has(name))
        return std::nullopt;
    bool isNumber = false;
    const qint64 number = value(name).toLongLong(&isNumber);
    if (isNumber && number >= least && number <= most)
        return number;
    const bool bounded = most != std::numeric_limits<qint64>::max();
    const QString range =
        bounded ? QStringLiteral("from %1 to %2").arg(least).arg(most) : QStringLiteral("from %1").arg(least);
    return misused(QStringLiteral("--%1 takes a whole number %2, not \"%3\"").arg(name, range, value(name)));
}

Result<std::optional<double>> CommandLine::positiveNumber(const QString &name) const
{
    if (!has(name))
        return std::nullopt;
    bool isNumber = false;
    const double number = value(name).toDouble(&isNumber);
    if (isNumber && std::isfinite(number) && number > 0)
        return number;
    return misused(QStringLiteral("--%1 takes a number above zero, not \"%2\"").arg(name, value(name)));
}

Result<void> CommandLine::makeFolder() const
{
    return m_store.makeFolder();
}

int CommandLine::print(const QByteArray &text) const
{
    if (console::print(text))
        return ExitDone;
    return failed({ErrorCode::FileFailed, QStringLiteral("standard output cannot be written")});
}

int CommandLine::printLine(const QString &text) const
{
    return print(text.toUtf8() + '\n');
}

int CommandLine::printLine(const QJsonObject &json) const
{
    return print(QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n');
}

int CommandLine::misuse(const QString &what) const
{
    console::say(QStringLiteral("%1: %2").arg(spokenName(), what));
    return ExitMisuse;
}

int CommandLine::failed(const Error &error) const
{
    const bool badUse = error.code == ErrorCode::BadArgument || error.code == ErrorCode::FilterSyntax;
    console::say(QStringLiteral("%1: %2").arg(spokenName(), error.detail));
    return badUse ? ExitMisuse : ExitFailed;
}

} // namespace earshot
