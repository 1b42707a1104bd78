// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/replay/replaywords.h"

#include <QCoreApplication>

namespace earshot {
namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(earshot::Replay)

public:
    static QString noAnswer() { return tr("No answer"); }

    static QString answered() { return tr("Answered with %1 after %2 ms."); }

    static QString answeredInPart() { return tr("Answered with %1, but not to its end (%2)."); }

    static QString notAnswered() { return tr("It was not answered (%1)."); }
};

} // namespace

Look replayLook(const ReplayOutcome &outcome)
{
    if (outcome.isAccepted())
        return {Icon::Tick, QString::number(*outcome.status), ColorRole::GoodText};
    if (outcome.status)
        return {Icon::Warning, QString::number(*outcome.status), ColorRole::WarningText};
    return {Icon::Error, Words::noAnswer(), ColorRole::ErrorText};
}

QString answerLine(const ReplayOutcome &outcome)
{
    constexpr qsizetype most = 200;
    if (!outcome.problem.isNull())
        return outcome.problem;
    return outcome.answer.left(most).simplified();
}

QString outcomeSentence(const ReplayOutcome &outcome)
{
    if (!outcome.status)
        return Words::notAnswered().arg(outcome.problem);
    if (!outcome.problem.isNull())
        return Words::answeredInPart().arg(*outcome.status).arg(outcome.problem);
    return Words::answered().arg(*outcome.status).arg(outcome.elapsed.count());
}

} // namespace earshot
