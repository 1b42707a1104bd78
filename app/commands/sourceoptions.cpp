// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/sourceoptions.h"

#include "app/commands/nearest.h"
#include "app/commands/secretoption.h"
#include "models/filter/valuereader.h"
#include "models/store/sourcesettings.h"
#include "models/verify/presets.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <array>

namespace earshot {
namespace {

constexpr QLatin1StringView c_verify("verify");
constexpr QLatin1StringView c_signingSecret("signing-secret-file");
constexpr QLatin1StringView c_basic("basic-file");
constexpr QLatin1StringView c_bearer("bearer-file");
constexpr QLatin1StringView c_secretHeader("secret-header");
constexpr QLatin1StringView c_headerSecret("header-secret-file");
constexpr QLatin1StringView c_allow("allow");
constexpr QLatin1StringView c_rate("rate");
constexpr QLatin1StringView c_burst("burst");
constexpr QLatin1StringView c_answer("answer");
constexpr QLatin1StringView c_answerBody("answer-body");
constexpr QLatin1StringView c_answerDelay("answer-delay");
constexpr QLatin1StringView c_answerOneIn("answer-one-in");
constexpr QLatin1StringView c_keep("keep");
constexpr QLatin1StringView c_keepBytes("keep-bytes");
constexpr QLatin1StringView c_maxSize("max-size");
constexpr QLatin1StringView c_apiKey("api-key-file");
constexpr QLatin1StringView c_apiBase("api-base");

constexpr qint64 c_secondsInDay = 86'400;

std::unexpected<Error> bad(const QString &what)
{
    return failure(ErrorCode::BadArgument, what);
}

QJsonValue nullIfEmpty(const QJsonObject &json)
{
    return json.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(json);
}

// ---- the options

void addProofOptions(CommandLine &line)
{
    const QString file = secretValueName();
    line.addOption(c_verify, QStringLiteral("SCHEME"),
                   QStringLiteral("How its sender signs: %1; a file FILE.json that spells out another; none to ask for "
                                  "no proof at all. Default for varda with a signing secret: varda")
                       .arg(signaturePresets().join(QLatin1StringView(", "))));
    line.addOption(c_signingSecret, file,
                   QStringLiteral("File that holds the secret it signs with; - reads standard input, env:NAME and "
                                  "credential:NAME are looked up by whoever receives. The same for the next three."));
    line.addOption(c_basic, file, QStringLiteral("File with USER:PASSWORD, which it must send as Basic credentials."));
    line.addOption(c_bearer, file, QStringLiteral("File with the token it must send as a bearer token."));
    line.addOption(c_secretHeader, QStringLiteral("NAME"),
                   QStringLiteral("Header field in which it sends a shared secret, as in X-Vapi-Secret."));
    line.addOption(c_headerSecret, file, QStringLiteral("File with that secret."));
}

void addLimitOptions(CommandLine &line)
{
    line.addOption(
        c_allow, QStringLiteral("CIDR"),
        QStringLiteral("Network that may post, as in 192.0.2.0/24; may be repeated. Default: every address."),
        CommandLine::Times::Repeated);
    line.addOption(c_rate, QStringLiteral("N/min"),
                   QStringLiteral("How many deliveries it may send a minute; off for any number. Default: off"));
    line.addOption(c_burst, QStringLiteral("N"),
                   QStringLiteral("How many of them at once. Default: a tenth of a minute's"));
}

void addAnswerOptions(CommandLine &line)
{
    line.addOption(c_answer, QStringLiteral("STATUS"),
                   QStringLiteral("What it is answered instead of 200, to see how it repeats: a status, drop for a "
                                  "closed connection, normal. What it sends is stored all the same."));
    line.addOption(c_answerBody, QStringLiteral("TEXT"), QStringLiteral("Text of that answer."));
    line.addOption(c_answerDelay, QStringLiteral("DURATION"),
                   QStringLiteral("How long that answer waits, as in 2s or 500ms; at most 60s."));
    line.addOption(c_answerOneIn, QStringLiteral("N"),
                   QStringLiteral("Answer only every Nth delivery so, the others with 200."));
}

void addRetentionOptions(CommandLine &line)
{
    line.addOption(c_keep, QStringLiteral("DURATION"),
                   QStringLiteral("How long its conversations are kept, as in 90d; forever. Default: forever"));
    line.addOption(c_keepBytes, QStringLiteral("DURATION"),
                   QStringLiteral("How long what it sent is kept byte for byte, as in 30d; forever. Default: forever"));
    line.addOption(c_maxSize, QStringLiteral("SIZE"),
                   QStringLiteral("How much of that is kept at most, as in 2G; unlimited. Default: unlimited"));
}

void addApiOptions(CommandLine &line)
{
    line.addOption(
        c_apiKey, secretValueName(),
        QStringLiteral("eigi only: file with the API key by which Earshot fetches what was seen only in part."));
    line.addOption(c_apiBase, QStringLiteral("URL"),
                   QStringLiteral("eigi only: where its API is. Default: https://api.eigi.ai"));
}

// ---- proof

Result<SenderProof> proofFromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileFailed, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject())
        return bad(QStringLiteral("%1 is no JSON object: %2").arg(path, error.errorString()));
    auto proof = proofFromJson(document.object());
    return proof ? proof : bad(QStringLiteral("%1: %2").arg(path, proof.error().detail));
}

/** What `--verify` says; @p present keeps what else is asked for beside a preset's signature. */
Result<SenderProof> proofNamed(const QString &word, const SenderProof &present)
{
    if (word == QLatin1StringView("none"))
        return SenderProof();
    if (auto preset = signaturePreset(word)) {
        SenderProof proof = present;
        proof.signature = *std::move(preset);
        return proof;
    }
    if (word.endsWith(QLatin1StringView(".json")) || word.contains(u'/'))
        return proofFromFile(word);
    const QString nearest = nearestWord(word, signaturePresets());
    const QString advice =
        nearest.isEmpty()
            ? QStringLiteral("there are %1, none and FILE.json").arg(signaturePresets().join(QLatin1StringView(", ")))
            : QStringLiteral("did you mean \"%1\"?").arg(nearest);
    return bad(QStringLiteral("--verify: nobody known signs as \"%1\"; %2").arg(word, advice));
}

Result<void> addProof(const CommandLine &line, const Source &present, QJsonObject &request)
{
    if (!line.has(c_verify) && !line.has(c_secretHeader))
        return {};
    auto proof = line.has(c_verify) ? proofNamed(line.value(c_verify), present.proof) : present.proof;
    if (!proof)
        return std::unexpected(proof.error());
    if (line.has(c_secretHeader))
        proof->secretHeader = line.value(c_secretHeader).toUtf8();
    request.insert(QStringLiteral("proof"),
                   proof->isAsked() ? QJsonValue(toJson(*proof)) : QJsonValue(QJsonValue::Null));
    return {};
}

Result<void> addSecrets(const CommandLine &line, QJsonObject &request)
{
    const std::array secrets{std::pair(c_signingSecret, QStringLiteral("signing_secret")),
                             std::pair(c_basic, QStringLiteral("basic")), std::pair(c_bearer, QStringLiteral("bearer")),
                             std::pair(c_headerSecret, QStringLiteral("header_secret")),
                             std::pair(c_apiKey, QStringLiteral("api_key"))};
    if (const auto checked = checkSecretOptions(line, {c_signingSecret, c_basic, c_bearer, c_headerSecret, c_apiKey});
        !checked)
        return checked;
    for (const auto &[option, member] : secrets) {
        if (const auto added = addSecretOption(line, option, member, request); !added)
            return added;
    }
    return {};
}

// ---- limits

Result<void> addRate(const CommandLine &line, QJsonObject &request)
{
    if (!line.has(c_rate))
        return line.has(c_burst) ? bad(QStringLiteral("--burst says nothing without --rate")) : Result<void>();
    static const QRegularExpression syntax(QStringLiteral(R"(\A([0-9]{1,7})(?:/min)?\z)"));
    const QString text = line.value(c_rate);
    if (text == QLatin1StringView("off")) {
        request.insert(QStringLiteral("rate_limit"), QJsonValue(QJsonValue::Null));
        return {};
    }
    const auto match = syntax.match(text);
    if (!match.hasMatch())
        return bad(QStringLiteral("--rate: \"%1\" is no rate. Try 600/min or off").arg(text));
    const auto burst = line.integer(c_burst, 1);
    if (!burst)
        return std::unexpected(burst.error());
    QJsonObject rate{{QStringLiteral("per_minute"), match.captured(1).toLongLong()}};
    if (*burst)
        rate.insert(QStringLiteral("burst"), **burst);
    const auto read = rateLimitFromJson(rate);
    if (!read)
        return bad(QStringLiteral("--rate: %1").arg(read.error().detail));
    request.insert(QStringLiteral("rate_limit"), toJson(*read));
    return {};
}

// ---- answer

/** `2s`, `500ms`; at most a minute, which its reader says. */
Result<qint64> delayOf(const QString &text)
{
    bool isNumber = false;
    if (text.endsWith(QLatin1StringView("ms"))) {
        const qint64 milliseconds = text.chopped(2).toLongLong(&isNumber);
        if (isNumber && milliseconds >= 0)
            return milliseconds;
    } else if (const auto seconds = filter::readDuration(text); seconds && *seconds >= 0) {
        return *seconds * 1000;
    }
    return bad(QStringLiteral("--answer-delay: \"%1\" is not a duration. Try 2s or 500ms").arg(text));
}

Result<QJsonObject> answerOf(const CommandLine &line)
{
    const QString word = line.value(c_answer);
    QJsonObject answer;
    bool isStatus = false;
    const int status = word.toInt(&isStatus);
    if (word == QLatin1StringView("drop"))
        answer.insert(QStringLiteral("drop"), true);
    else if (isStatus)
        answer.insert(QStringLiteral("status"), status);
    else
        return bad(QStringLiteral("--answer: \"%1\" is no answer. Try 503, drop or normal").arg(word));
    if (line.has(c_answerBody))
        answer.insert(QStringLiteral("body"), line.value(c_answerBody));
    if (line.has(c_answerDelay)) {
        const auto delay = delayOf(line.value(c_answerDelay));
        if (!delay)
            return std::unexpected(delay.error());
        answer.insert(QStringLiteral("delay_ms"), *delay);
    }
    const auto oneIn = line.integer(c_answerOneIn, 1);
    if (!oneIn)
        return std::unexpected(oneIn.error());
    answer.insert(QStringLiteral("one_in"), oneIn->value_or(1));
    return answer;
}

Result<void> addAnswer(const CommandLine &line, QJsonObject &request)
{
    const QString member = QStringLiteral("answer");
    if (!line.has(c_answer)) {
        for (const QLatin1StringView option : {c_answerBody, c_answerDelay, c_answerOneIn}) {
            if (line.has(option))
                return bad(QStringLiteral("--%1 says nothing without --answer").arg(option));
        }
        return {};
    }
    if (line.value(c_answer) == QLatin1StringView("normal")) {
        request.insert(member, QJsonValue(QJsonValue::Null));
        return {};
    }
    const auto answer = answerOf(line);
    if (!answer)
        return std::unexpected(answer.error());
    const auto read = chosenAnswerFromJson(*answer);
    if (!read)
        return bad(QStringLiteral("--answer: %1").arg(read.error().detail));
    request.insert(member, toJson(*read));
    return {};
}

// ---- retention

/** Sets @p days to what the option says; `forever` takes it away. */
Result<void> takeDays(const CommandLine &line, const QString &option, std::optional<std::chrono::days> &days)
{
    if (!line.has(option))
        return {};
    const QString text = line.value(option);
    const auto seconds = filter::readDuration(text);
    const bool isForever = text == QLatin1StringView("forever");
    if (!isForever && (!seconds || *seconds < c_secondsInDay || *seconds % c_secondsInDay != 0))
        return bad(QStringLiteral("--%1: \"%2\" is not a number of days. Try 90d or forever").arg(option, text));
    days = isForever ? std::nullopt : std::optional(std::chrono::days(*seconds / c_secondsInDay));
    return {};
}

Result<void> takeSize(const CommandLine &line, std::optional<qint64> &bytes)
{
    if (!line.has(c_maxSize))
        return {};
    const QString text = line.value(c_maxSize);
    bytes.reset();
    if (text == QLatin1StringView("unlimited"))
        return {};
    static const QRegularExpression syntax(QStringLiteral(R"(\A([0-9]{1,9})([KMGT]?)B?\z)"),
                                           QRegularExpression::CaseInsensitiveOption);
    const auto match = syntax.match(text);
    if (!match.hasMatch())
        return bad(QStringLiteral("--max-size: \"%1\" is not a size. Try 500M, 2G or unlimited").arg(text));
    const QString unit = match.captured(2).toUpper();
    const qsizetype power = unit.isEmpty() ? 0 : QLatin1StringView("KMGT").indexOf(unit) + 1;
    bytes = match.captured(1).toLongLong() << (10 * power);
    return {};
}

Result<void> addRetention(const CommandLine &line, const Source &present, QJsonObject &request)
{
    if (!line.has(c_keep) && !line.has(c_keepBytes) && !line.has(c_maxSize))
        return {};
    Retention retention = present.retention;
    if (const auto taken = takeDays(line, c_keep, retention.whole); !taken)
        return taken;
    if (const auto taken = takeDays(line, c_keepBytes, retention.bytes); !taken)
        return taken;
    if (const auto taken = takeSize(line, retention.maxBytes); !taken)
        return taken;
    request.insert(QStringLiteral("retention"), nullIfEmpty(toJson(retention)));
    return {};
}

} // namespace

void addSourceSettingOptions(CommandLine &line)
{
    addProofOptions(line);
    addLimitOptions(line);
    addAnswerOptions(line);
    addRetentionOptions(line);
    addApiOptions(line);
}

Result<void> addSourceSettings(const CommandLine &line, const Source &present, QJsonObject &request)
{
    if (line.has(c_apiBase))
        request.insert(QStringLiteral("api_base"), line.value(c_apiBase));
    if (line.has(c_allow))
        request.insert(QStringLiteral("allow"), QJsonArray::fromStringList(line.values(c_allow)));
    if (const auto added = addProof(line, present, request); !added)
        return added;
    if (const auto added = addSecrets(line, request); !added)
        return added;
    if (const auto added = addRate(line, request); !added)
        return added;
    if (const auto added = addAnswer(line, request); !added)
        return added;
    return addRetention(line, present, request);
}

Result<std::optional<qint64>> durationOption(const CommandLine &line, const QString &name)
{
    if (!line.has(name))
        return std::nullopt;
    const auto seconds = filter::readDuration(line.value(name));
    if (seconds && *seconds > 0)
        return seconds;
    return bad(QStringLiteral("--%1: \"%2\" is not a duration. Try 90m or 2h").arg(name, line.value(name)));
}

} // namespace earshot
