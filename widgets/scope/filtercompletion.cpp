// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scope/filtercompletion.h"

#include "models/filter/lexer.h"
#include "widgets/style/words.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace earshot {
namespace {

using filter::Token;

/** The short name that people type, where it is not the field's own. */
QString typedName(const QString &field)
{
    static const QHash<QString, QString> shortNames = {
        {QStringLiteral("answered_at"), QStringLiteral("answered")},
        {QStringLiteral("contact_email"), QStringLiteral("email")},
        {QStringLiteral("contact_name"), QStringLiteral("name")},
        {QStringLiteral("contact_phone"), QStringLiteral("phone")},
        {QStringLiteral("cost_minor"), QStringLiteral("cost")},
        {QStringLiteral("duration_s"), QStringLiteral("dur")},
        {QStringLiteral("ended_at"), QStringLiteral("ended")},
        {QStringLiteral("estimated_value_minor"), QStringLiteral("value")},
        {QStringLiteral("is_test"), QStringLiteral("test")},
        {QStringLiteral("landing_page"), QStringLiteral("page")},
        {QStringLiteral("messages"), QStringLiteral("msgs")},
        {QStringLiteral("received_at"), QStringLiteral("received")},
        {QStringLiteral("recording_url"), QStringLiteral("recording")},
        {QStringLiteral("revenue_minor"), QStringLiteral("revenue")},
        {QStringLiteral("started_at"), QStringLiteral("started")},
        {QStringLiteral("updated_at"), QStringLiteral("updated")},
        {QStringLiteral("bytes"), QStringLiteral("size")},
    };
    return shortNames.value(field, field);
}

/** The fields that are named most, in the order in which they are offered. */
int usualPlace(const QString &field)
{
    static const QStringList usual = {
        QStringLiteral("outcome"),       QStringLiteral("status"),        QStringLiteral("state"),
        QStringLiteral("verdict"),       QStringLiteral("source"),        QStringLiteral("channel"),
        QStringLiteral("agent"),         QStringLiteral("duration_s"),    QStringLiteral("contact_name"),
        QStringLiteral("contact_phone"), QStringLiteral("contact_email"), QStringLiteral("campaign"),
        QStringLiteral("text"),          QStringLiteral("started_at"),    QStringLiteral("received_at"),
        QStringLiteral("kind"),          QStringLiteral("direction"),     QStringLiteral("is_test")};
    const qsizetype place = usual.indexOf(field);
    return int(place < 0 ? usual.size() : place);
}

QString explanationOf(const FilterField &field)
{
    if (field.name == QLatin1StringView("text"))
        return QCoreApplication::translate("FilterCompletion", "What was said");
    return fieldHeading(field.name);
}

/** The explanation has a word that begins with @p begun. */
bool hasWord(const QString &explanation, const QString &begun)
{
    const QRegularExpression pattern(QString(u"\\b" + QRegularExpression::escape(begun)),
                                     QRegularExpression::CaseInsensitiveOption
                                         | QRegularExpression::UseUnicodePropertiesOption);
    return pattern.match(explanation).hasMatch();
}

bool begins(const QString &text, const QString &begun)
{
    return text.startsWith(begun, Qt::CaseInsensitive);
}

/** Tokens up to the cursor; a quote that is still open counts as closed there. */
std::vector<Token> tokensBefore(const QString &text, qsizetype cursor)
{
    QString before = text.left(cursor);
    auto tokens = filter::tokenize(before);
    if (!tokens)
        tokens = filter::tokenize(QString(before + u'"'));
    return tokens ? *std::move(tokens) : std::vector<Token>();
}

/** Where the word that begins at @p from is over, beyond the cursor too. */
qsizetype endOfWord(const QString &text, qsizetype from, qsizetype cursor)
{
    qsizetype end = cursor;
    if (from < text.size() && text[from] == u'"') {
        while (end < text.size() && text[end - 1] != u'"')
            ++end;
        return end;
    }
    while (end < text.size() && !text[end].isSpace() && !QStringView(u"()\":=<>!").contains(text[end]))
        ++end;
    return end;
}

bool touches(const Token &left, const Token &right)
{
    return left.end() == right.position;
}

std::optional<FilterCompletion> valueAt(const QString &text, qsizetype cursor, RecordKind kind, const Token &name,
                                        const Token &operatorToken, const QString &begun)
{
    const QString field = name.text;
    const bool comparesBySize = operatorToken.text.contains(u'<') || operatorToken.text.contains(u'>');
    const bool isOffered = hasListedValues(kind, field) ? !comparesBySize : !usualValues(kind, field).isEmpty();
    if (!isOffered)
        return std::nullopt;
    const qsizetype from = operatorToken.end();
    return FilterCompletion{FilterCompletion::What::Value, field, begun, from, endOfWord(text, from, cursor) - from};
}

} // namespace

std::optional<FilterCompletion> completionAt(const QString &text, qsizetype cursor, RecordKind kind, bool isAsked)
{
    const std::vector<Token> tokens = tokensBefore(text, cursor);
    if (tokens.empty())
        return std::nullopt;
    const std::size_t count = tokens.size() - 1; // without the end
    const auto last = [&](std::size_t back) { return count >= back ? tokens[count - back] : Token(); };
    const bool atWord = count > 0 && last(1).end() >= cursor; // a closing quote was made up
    if (atWord && last(1).type == Token::Type::Operator && count > 1 && touches(last(2), last(1)))
        return valueAt(text, cursor, kind, last(2), last(1), QString());
    const bool isText = last(1).type == Token::Type::Word || last(1).type == Token::Type::Quoted;
    if (atWord && isText && count > 2 && last(2).type == Token::Type::Operator && touches(last(2), last(1))
        && touches(last(3), last(2)))
        return valueAt(text, cursor, kind, last(3), last(2), last(1).text);
    if (atWord && last(1).type == Token::Type::Word) {
        const qsizetype from = last(1).position;
        return FilterCompletion{
            FilterCompletion::What::Field, {}, last(1).text, from, endOfWord(text, from, cursor) - from};
    }
    const bool isPlace = !atWord || last(1).type == Token::Type::Minus || last(1).type == Token::Type::Open;
    if (isAsked && isPlace)
        return FilterCompletion{FilterCompletion::What::Field, {}, {}, cursor, 0};
    return std::nullopt;
}

QList<OfferedField> offeredFields(RecordKind kind, const QString &begun)
{
    struct Candidate {
        OfferedField field;
        int rank = 0;
    };

    QList<Candidate> candidates;
    for (const FilterField &field : filterSchema(kind).fields()) {
        const QString name = typedName(field.name);
        const QString explanation = explanationOf(field);
        const bool isName = begins(name, begun) || begins(field.name, begun);
        if (isName || hasWord(explanation, begun))
            candidates.append({{name, explanation}, (isName ? 0 : 1000) + usualPlace(field.name)});
    }
    std::ranges::stable_sort(candidates, {}, &Candidate::rank);
    QList<OfferedField> fields;
    for (const Candidate &candidate : std::as_const(candidates))
        fields.append(candidate.field);
    return fields;
}

bool hasListedValues(RecordKind kind, const QString &field)
{
    const FilterField *known = filterSchema(kind).field(field);
    return known && known->type == FieldType::Word && !known->sql.isNull();
}

QStringList usualValues(RecordKind kind, const QString &field)
{
    const FilterField *known = filterSchema(kind).field(field);
    if (!known)
        return {};
    switch (known->type) {
    case FieldType::Boolean:
        return {QStringLiteral("yes"), QStringLiteral("no")};
    case FieldType::Duration:
        return {QStringLiteral("30s"), QStringLiteral("1m"), QStringLiteral("3m"), QStringLiteral("10m"),
                QStringLiteral("none")};
    case FieldType::Time:
        return {QStringLiteral("today"), QStringLiteral("yesterday"), QStringLiteral("today-7d..today"),
                QStringLiteral("now-1h..now"), QStringLiteral("none")};
    default:
        return {};
    }
}

} // namespace earshot
