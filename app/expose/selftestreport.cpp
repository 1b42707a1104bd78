// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/expose/selftestreport.h"

#include <QJsonArray>

#include <array>

namespace earshot {
namespace {

struct StepWords {
    const char *word;
    const char *title;
};

constexpr std::array c_steps = {
    StepWords{"listener", "Earshot listens"},
    StepWords{"public-address", "Public address"},
    StepWords{"name", "Name"},
    StepWords{"port", "Port"},
    StepWords{"certificate", "Certificate"},
    StepWords{"answer", "Earshot answers there"},
    StepWords{"round-trip", "An event comes through"},
    StepWords{"large-event", "A large event comes through"},
    StepWords{"sender-address", "Senders' addresses"},
};

constexpr std::array c_results = {"passed", "warning", "failed", "skipped"};
constexpr std::array c_marks = {"ok     ", "warning", "FAILED ", "-      "};

} // namespace

QString selfTestWord(SelfTestStep step)
{
    return QString::fromLatin1(c_steps.at(std::size_t(step)).word);
}

QString selfTestWord(SelfTestFinding::Result result)
{
    return QString::fromLatin1(c_results.at(std::size_t(result)));
}

QString selfTestTitle(SelfTestStep step)
{
    return QString::fromLatin1(c_steps.at(std::size_t(step)).title);
}

QJsonObject selfTestJson(const QString &publicBase, const QList<SelfTestFinding> &findings)
{
    QJsonArray steps;
    for (const SelfTestFinding &finding : findings)
        steps.append(QJsonObject{{QStringLiteral("step"), selfTestWord(finding.step)},
                                 {QStringLiteral("result"), selfTestWord(finding.result)},
                                 {QStringLiteral("detail"), finding.detail}});
    return {{QStringLiteral("reachable"), isReachable(findings)},
            {QStringLiteral("public"), publicBase.isEmpty() ? QJsonValue() : QJsonValue(publicBase)},
            {QStringLiteral("steps"), steps}};
}

QString selfTestText(const QList<SelfTestFinding> &findings)
{
    QString text;
    for (const SelfTestFinding &finding : findings) {
        text += QString::fromLatin1(c_marks.at(std::size_t(finding.result)));
        text += QStringLiteral("  %1").arg(selfTestTitle(finding.step));
        if (!finding.detail.isEmpty())
            text += QStringLiteral(": %1").arg(finding.detail);
        text += u'\n';
    }
    return text;
}

} // namespace earshot
