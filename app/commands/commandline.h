// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/command.h"
#include "models/base/result.h"
#include "models/store/location.h"

#include <QCommandLineParser>
#include <QJsonObject>
#include <QSet>
#include <QTimeZone>

#include <limits>
#include <optional>

namespace earshot {

/** The words of one command: which it takes, and which it was given. Every command has `--data`, `--store`, `--log` and
 * `--help`. What is off is said in one line, `earshot COMMAND: …`, and ends with ExitMisuse.
 *
 *  @code
 *  CommandLine line(QStringLiteral("show"), tr("Shows one record."));
 *  line.addPositional(QStringLiteral("ID"), …);
 *  if (const auto code = line.read(arguments))
 *      return *code;
 *  @endcode */
class CommandLine
{
public:
    /** @p command as typed after `earshot`, as in `source add`; empty for the window's own options. */
    CommandLine(const QString &command, const QString &summary);

    /** An option without a value. Names are given without dashes. */
    void addFlag(const QString &name, const QString &description);

    enum class Times { Once, Repeated };
    /** An option with a value; @p valueName stands for it in the help, as in `FILE`. */
    void addOption(const QString &name, const QString &valueName, const QString &description,
                   Times times = Times::Once);

    /** One without which nothing can be done. */
    void addRequiredOption(const QString &name, const QString &valueName, const QString &description);

    /** An option for tests, which the help does not show. */
    void addHiddenOption(const QString &name, const QString &valueName);

    /** `--zone Area/City` in which times are read and written; see zone(). */
    void addZoneOption();

    /** `--json`; see wantsJson(). */
    void addJsonFlag();

    enum class Positional { Required, Optional, OneOrMore, Any };
    /** Positional arguments are filled in the order of these calls; only the last may be other than Required. */
    void addPositional(const QString &name, const QString &description, Positional count = Positional::Required);

    /** Reads the words. The exit code if that was all: ExitDone after `--help`, ExitMisuse after an unknown option, a
     * missing one, a missing or empty value, a missing or stray argument, a `--store`, `--log` or `--zone` that cannot
     * be meant. `--log` takes effect here. */
    std::optional<int> read(const QStringList &arguments);

    bool has(const QString &name) const;
    bool wantsJson() const;
    /** The option's value; null if it was not given. */
    QString value(const QString &name) const;
    QStringList values(const QString &name) const;
    QStringList positionals() const;

    /** The option as a whole number from @p least to @p most, nothing if it was not given. BadArgument says what is
     * off: hand it to misuse(). */
    Result<std::optional<qint64>> integer(const QString &name, qint64 least = 0,
                                          qint64 most = std::numeric_limits<qint64>::max()) const;
    /** The same for a number above zero that need not be whole. */
    Result<std::optional<double>> positiveNumber(const QString &name) const;

    /** Of `--store` or `--data`, else `earshot` in the user's data folder. Nothing is made or opened. */
    StoreLocation store() const { return m_store; }

    /** Makes the store's folder (0700) if it is missing, for commands that write. Errors: StoreReadOnly,
     * StoreUnreadable. */
    Result<void> makeFolder() const;

    /** Of `--zone`; UTC without it. */
    QTimeZone zone() const { return m_zone; }

    /** Writes to standard output; ExitDone, or ExitFailed after saying that it cannot be written. */
    int print(const QByteArray &text) const;
    /** The same with a line of words or of JSON. */
    int printLine(const QString &text) const;
    int printLine(const QJsonObject &json) const;

    /** Says `earshot COMMAND: what`; returns ExitMisuse. */
    int misuse(const QString &what) const;
    /** Says `earshot COMMAND: why`; returns ExitFailed, or ExitMisuse for BadArgument and FilterSyntax. */
    int failed(const Error &error) const;

private:
    struct PositionalArgument {
        QString name;
        Positional count;
    };

    static QString syntaxOf(const PositionalArgument &argument);
    void addToParser(const QCommandLineOption &option, Times times);
    QString spokenName() const;
    QString helpText() const;
    Result<void> parse(const QStringList &arguments);
    Result<void> checkValues(const QStringList &arguments) const;
    Result<void> checkRequired() const;
    Result<void> checkPositionals() const;
    Result<void> takeCommonOptions();
    Result<void> takeStore();
    Result<void> takeZone();

    QString m_command;
    QCommandLineParser m_parser;
    QSet<QString> m_single; ///< options with a value that may stand once
    QStringList m_required;
    QStringList m_names; ///< that the help shows, for "did you mean"
    QList<PositionalArgument> m_positionals;
    StoreLocation m_store;
    QTimeZone m_zone = QTimeZone::utc();
};

} // namespace earshot
