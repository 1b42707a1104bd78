// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/destinationdryrun.h"

#include "app/commands/commandline.h"
#include "app/commands/conversationreference.h"
#include "app/commands/selectionoptions.h"
#include "app/control/addressee.h"
#include "app/forward/destinationdesk.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace earshot {
namespace {

struct Question {
    Addressee addressee;
    DryRunSubject subject;
};

Result<Question> questionOf(const CommandLine &line)
{
    const QString conversation = line.positionals().at(1);
    if (const auto checked = checkConversationReference(conversation); !checked)
        return std::unexpected(checked.error());
    const auto database = openStore(line);
    if (!database)
        return std::unexpected(database.error());
    auto addressee = addresseeOf(*database, line.store(), line.positionals().at(0));
    if (!addressee)
        return std::unexpected(addressee.error());
    const auto id = referredConversation(*database, conversation);
    if (!id)
        return std::unexpected(id.error());
    auto subject = dryRunSubject(*database, addressee->destination, *id);
    if (!subject)
        return std::unexpected(subject.error());
    return Question{std::move(*addressee), std::move(*subject)};
}

ForwardDryRun answerTo(const Question &question)
{
    JqRunner runner;
    DestinationDesk desk(runner);
    return QCoro::waitFor(
        desk.dryRun(question.addressee.destination, question.addressee.secrets, question.subject, SystemClock().now()));
}

QString contactWord(ForwardDryRun::Contact contact)
{
    constexpr std::array words = {u"none", u"found", u"would_be_made", u"several", u"unknown"};
    return QString::fromUtf16(words[std::size_t(contact)]);
}

QString writeWord(ForwardDryRun::Write write)
{
    constexpr std::array words = {u"unknown", u"would_be_made", u"would_be_changed"};
    return QString::fromUtf16(words[std::size_t(write)]);
}

QString contactLine(const ForwardDryRun &run)
{
    const QString names = run.contacts.join(QLatin1StringView("; "));
    switch (run.contact) {
    case ForwardDryRun::Contact::None:
        return QStringLiteral("Contact: none");
    case ForwardDryRun::Contact::Found:
        return QStringLiteral("Contact: found: %1").arg(names);
    case ForwardDryRun::Contact::WouldBeMade:
        return QStringLiteral("Contact: would be made");
    case ForwardDryRun::Contact::Several:
        return QStringLiteral("Contact: several, you would be asked: %1").arg(names);
    case ForwardDryRun::Contact::Unknown:
        return QStringLiteral("Contact: unknown");
    }
    Q_UNREACHABLE();
}

QString recordLine(const ForwardDryRun &run)
{
    if (run.write == ForwardDryRun::Write::WouldBeMade)
        return QStringLiteral("Record: would be made");
    if (run.write == ForwardDryRun::Write::Unknown)
        return QStringLiteral("Record: unknown");
    return run.recordUrl.isEmpty() ? QStringLiteral("Record: would be changed")
                                   : QStringLiteral("Record: would be changed: %1").arg(run.recordUrl);
}

/** What would be sent, as JSON where it is some. */
QJsonValue bodyOf(const ForwardDryRun &run)
{
    const QJsonDocument document = QJsonDocument::fromJson(run.body.toUtf8());
    if (document.isObject())
        return document.object();
    if (document.isArray())
        return document.array();
    return run.body.isNull() ? QJsonValue() : QJsonValue(run.body);
}

QJsonObject jsonOf(const ForwardDryRun &run)
{
    const auto orNull = [](const QString &text) { return text.isNull() ? QJsonValue() : QJsonValue(text); };
    return {{QStringLiteral("contact"), contactWord(run.contact)},
            {QStringLiteral("contacts"), QJsonArray::fromStringList(run.contacts)},
            {QStringLiteral("record"), writeWord(run.write)},
            {QStringLiteral("record_url"), orNull(run.recordUrl)},
            {QStringLiteral("body"), bodyOf(run)},
            {QStringLiteral("problem"), orNull(run.problem)}};
}

int printed(const CommandLine &line, const ForwardDryRun &run)
{
    if (line.wantsJson())
        return line.printLine(jsonOf(run));
    QStringList lines{contactLine(run), recordLine(run)};
    if (!run.problem.isEmpty())
        lines.append(QStringLiteral("Problem: %1").arg(run.problem));
    if (!run.body.isEmpty())
        lines.append(run.body);
    return line.printLine(lines.join(QLatin1Char('\n')));
}

} // namespace

int runDestinationDryRun(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("destination dry-run"),
        QStringLiteral("Says what would happen if a conversation were sent now: whose contact it would hang "
                       "on, whether its record would be made or changed, and what would be sent. Looks at "
                       "the destination; changes nothing there or here."));
    line.addPositional(QStringLiteral("NAME"), QStringLiteral("The destination."));
    line.addPositional(QStringLiteral("CONVERSATION"),
                       QStringLiteral("The conversation: Earshot's number, or SOURCE/PLATFORM-ID."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto question = questionOf(line);
    if (!question)
        return line.failed(question.error());
    const ForwardDryRun run = answerTo(*question);
    const int code = printed(line, run);
    return code == ExitDone && !run.problem.isEmpty() ? int(ExitFailed) : code;
}

} // namespace earshot
