// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/parser.h"

#include <QTest>

using namespace earshot;
using namespace earshot::filter;

namespace {

QString described(const Group &group);

QString described(const TextPattern &pattern)
{
    return (pattern.openStart ? u"*" : u"") + pattern.text + (pattern.openEnd ? u"*" : u"");
}

template <typename T>
QString described(const Range<T> &range)
{
    QString text;
    if (range.from)
        text += (range.from->isInclusive ? u"[" : u"]") + QString::number(range.from->value);
    text += u"..";
    if (range.to)
        text += QString::number(range.to->value) + (range.to->isInclusive ? u"]" : u"[");
    return text;
}

/** Only which edges are set: tst_timevalue has the times. */
QString described(const TimeRange &range)
{
    const auto edge = [](const std::optional<TimeEdge> &limit) {
        return !limit ? QString() : limit->isItsEnd ? QStringLiteral("end") : QStringLiteral("begin");
    };
    return edge(range.from) + u".." + edge(range.until);
}

QString described(Presence presence)
{
    return presence == Presence::Known ? QStringLiteral("known") : QStringLiteral("unknown");
}

QString described(bool value)
{
    return value ? QStringLiteral("true") : QStringLiteral("false");
}

QString described(const DigitsPattern &pattern)
{
    return u'#' + described(pattern.digits);
}

QString described(const Condition &condition)
{
    QStringList name{condition.field->name};
    name += condition.path;
    return name.join(u'/') + u' ' + std::visit([](const auto &test) { return described(test); }, condition.test);
}

QString described(const FreeText &freeText)
{
    return described(freeText.pattern);
}

QString described(const Group &group)
{
    QStringList terms;
    for (const Expression &term : group.terms)
        terms += std::visit([](const auto &kind) { return described(kind); }, term);
    return (group.isNegated ? u"!(" : u"(") + terms.join(QStringLiteral(", ")) + u')';
}

struct Reading {
    const char *text;
    const char *meaning;
};

constexpr Reading c_readings[] = {
    {"", "()"},
    {"  ", "()"},
    {"outcome:booked", "(outcome booked)"},
    {"outcome=booked", "(outcome booked)"},
    {"Outcome:Booked", "(outcome Booked)"},
    {"outcome!=booked", "(!(outcome booked))"},
    {"-outcome:booked", "(!(outcome booked))"},
    {"not outcome:booked", "(!(outcome booked))"},
    {"NOT -outcome:booked", "(!(!(outcome booked)))"},
    {"--test", "(!(!(is_test true)))"},
    {"status:open channel:web", "(status open, channel web)"},
    {"status:open AND channel:web", "(status open, channel web)"},
    {"-(status:open channel:web)", "(!((status open, channel web)))"},
    {"(status:open)(channel:web)", "((status open), (channel web))"},
    {"not status:open and channel:web", "(!(status open), channel web)"},
    {"outcome:none", "(outcome unknown)"},
    {"outcome:ANY", "(outcome known)"},
    {"outcome:*", "(outcome known)"},
    {"dur!=none", "(!(duration_s unknown))"},
    {"outcome:\"none\"", "(outcome none)"},
    {"campaign:spring*", "(campaign spring*)"},
    {"campaign:*sale", "(campaign *sale)"},
    {"campaign:*a*b*", "(campaign *a*b*)"},
    {"campaign:\"spring*\"", "(campaign spring*)"},
    {"name:ann", "(contact_name *ann*)"},
    {"name:ann*", "(contact_name ann*)"},
    {"name:\"Ann \\\"A\\\" Lee\"", "(contact_name *Ann \"A\" Lee*)"},
    {"dur>3m", "(duration_s ]180..)"},
    {"dur>=4:05", "(duration_s [245..)"},
    {"dur<1h30m", "(duration_s ..5400[)"},
    {"dur<=90", "(duration_s ..90])"},
    {"dur:1m..2m", "(duration_s [60..120])"},
    {"dur:1m..", "(duration_s [60..)"},
    {"dur:..2m", "(duration_s ..120])"},
    {"msgs:5", "(messages [5..5])"},
    {"cost:-5..5", "(cost_minor [-5..5])"},
    {"estimated_value_minor>2500.00", "(estimated_value_minor ]250000..)"},
    {"id:7", "(id [7..7])"},
    {"started:today", "(started_at begin..end)"},
    {"started:today..now", "(started_at begin..end)"},
    {"started:2026-05-14T10:21..", "(started_at begin..)"},
    {"started>2026-05-14", "(started_at end..)"},
    {"started>=2026-05-14", "(started_at begin..)"},
    {"started<2026-05-14", "(started_at ..begin)"},
    {"started<=2026-05-14", "(started_at ..end)"},
    {"started:\"2026-05-14 10:21\"", "(started_at begin..end)"},
    {"test:yes", "(is_test true)"},
    {"is_test=0", "(is_test false)"},
    {"test", "(is_test true)"},
    {"-Test", "(!(is_test true))"},
    {"\"test\"", "(*test*)"},
    {"phone:+14155550123", "(contact_phone #14155550123)"},
    {"phone:\"+1 (415) 555-0123\"", "(contact_phone #14155550123)"},
    {"phone:4155550123", "(contact_phone #*4155550123)"},
    {"phone:0151-1234567", "(contact_phone #*1511234567)"},
    {"phone:110", "(contact_phone #110)"},
    {"phone:0000000000", "(contact_phone #0000000000)"},
    {"phone:+1415*", "(contact_phone #1415*)"},
    {"phone:*0123", "(contact_phone #*0123)"},
    {"from:anonymous", "(from anonymous)"},
    {"to:desk1@example.com", "(to desk1@example.com)"},
    {"attributes.utm_source:google", "(attributes/utm_source google)"},
    {"attributes.a.b:c*", "(attributes/a/b c*)"},
    {"attributes.\"first name\":ann", "(attributes/first name ann)"},
    {"attributes.seats>10", "(attributes/seats ]10..)"},
    {"attributes.seats:1..2.5", "(attributes/seats [1..2.5])"},
    {"attributes.path:a..b", "(attributes/path a..b)"},
    {"analysis.is_good:true", "(analysis/is_good true)"},
    {"analysis.is_good:none", "(analysis/is_good unknown)"},
    {"attributes:pro", "(attributes *pro*)"},
    {"estimated:started_at", "(estimated started_at)"},
    {"text:refund", "(text *refund*)"},
    {"refund", "(*refund*)"},
    {"refund*", "(*refund*)"},
    {"\"two words\" one", "(*two words*, *one*)"},
    {"\"and\" \"or\"", "(*and*, *or*)"},
    {"follow-up", "(*follow-up*)"},
    {"conversation_id:or", "(conversation_id or)"},
};

struct Fault {
    const char *text;
    qsizetype position;
    qsizetype length;
    const char *message;
};

constexpr Fault c_faults[] = {
    {"status:open dur>3x", 16, 2, "\"dur>3x\" is not a duration. Try 3m or 180s."},
    {"dur:1m..x", 4, 5, "\"dur:1m..x\" is not a duration. Try 3m or 180s."},
    {"dur:..", 4, 2, "\"dur:..\" is not a duration. Try 3m or 180s."},
    {"dur>1..2", 4, 4, "\"dur>1..2\" is not a duration. Try 3m or 180s."},
    {"dur:5m..1m", 4, 6, "\"dur:5m..1m\" runs backwards. Try 1m..5m."},
    {"msgs:many", 5, 4, "\"msgs:many\" is not a whole number. Try 10 or 5..20."},
    {"msgs>none", 5, 4, "\"msgs>none\" is not a whole number. Try 10 or 5..20."},
    {"id:abc", 3, 3, "\"id:abc\" is not a whole number. Try 10 or 5..20."},
    {"value>2500.5", 6, 6, "\"value>2500.5\" is not an amount. Try 2500.00, or 250000 cents."},
    {"started:soon", 8, 4, "\"started:soon\" is not a time. Try 2026-05-14, today or now-2h."},
    {"test:maybe", 5, 5, "\"test:maybe\" is neither true nor false. Try yes or no."},
    {"test>yes", 4, 1, "\"test>yes\" cannot be compared by size. Try test:yes."},
    {"outcome>=booked", 7, 2, "\"outcome>=booked\" cannot be compared by size. Try outcome:booked."},
    {"phone<\"1 2\"", 5, 1, "\"phone<\"1 2\"\" cannot be compared by size. Try phone:\"1 2\"."},
    {"attributes>1", 10, 1, "\"attributes>1\" cannot be compared by size. Try attributes:1."},
    {"attributes.plan>pro", 16, 3, "\"attributes.plan>pro\" is not a number. Try 10 or 2.5."},
    {"name:\"\"", 5, 2, "\"name:\"\"\" looks for nothing. Try name:none or name:any."},
    {"name:**", 5, 2, "\"name:**\" looks for nothing. Try name:none or name:any."},
    {"a \"\"", 2, 2, "This text looks for nothing. Leave it out."},
    {"otcome:booked", 0, 6, "\"otcome\" is not a field. Try outcome."},
    {"-https://x.org", 1, 5, "\"https\" is not a field. Put the text in quotes to search for it."},
    {"outcome.x:1", 0, 9, "\"outcome.x\" is not a field. Try outcome."},
    {"attributes.:x", 0, 11, "\"attributes.\" names no key that can be looked up. Try attributes.plan."},
    {"attributes..a:x", 0, 13, "\"attributes..a\" names no key that can be looked up. Try attributes.plan."},
    {"attributes.\"a\\\"b\":x", 0, 17,
     "\"attributes.\"a\\\"b\"\" names no key that can be looked up. Try attributes.plan."},
    {"outcome:", 7, 1, "\"outcome:\" needs a value directly after it."},
    {"outcome: booked", 7, 1, "\"outcome:\" needs a value directly after it."},
    {"outcome:(booked)", 7, 1, "\"outcome:\" needs a value directly after it."},
    {"dur >3m", 4, 1, "\">\" needs a field before it and a value after it, without spaces, as in dur>3m."},
    {":", 0, 1, "\":\" needs a field before it and a value after it, without spaces, as in dur>3m."},
    {"\"outcome\":x", 0, 9, "A field's name has no quotes. Put a space after the text."},
    {"a or b", 2, 2, "\"or\" is not understood yet. Put it in quotes to search for the word."},
    {"OR", 0, 2, "\"OR\" is not understood yet. Put it in quotes to search for the word."},
    {"or:x", 0, 2, "\"or\" is not a field. Put the text in quotes to search for it."},
    {"and a", 0, 3, "\"and\" needs a term on both sides. Put it in quotes to search for the word."},
    {"a And", 2, 3, "\"And\" needs a term on both sides. Put it in quotes to search for the word."},
    {"a and and b", 2, 3, "\"and\" needs a term on both sides. Put it in quotes to search for the word."},
    {"(a and) b", 3, 3, "\"and\" needs a term on both sides. Put it in quotes to search for the word."},
    {"not", 0, 3, "\"not\" needs a term after it, as in -test."},
    {"- test", 0, 1, "\"-\" needs a term after it, as in -test."},
    {"a -", 2, 1, "\"-\" needs a term after it, as in -test."},
    {"(-)", 1, 1, "\"-\" needs a term after it, as in -test."},
    {"not and a", 0, 3, "\"not\" needs a term after it, as in -test."},
    {"a)", 1, 1, "This parenthesis closes nothing. Remove it."},
    {"a (b", 2, 1, "This parenthesis is not closed. Add \")\"."},
    {"a ()", 2, 1, "Nothing stands in these parentheses. Remove them."},
    {"name:a\"b\"", 6, 3, "Two terms touch here. Put a space between them, or quotes around both."},
    {"\"a\"b", 3, 1, "Two terms touch here. Put a space between them, or quotes around both."},
    {"name:\"a", 5, 2, "This quote has no end. Close it with \"."},
};

} // namespace

class ParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data();
    void understands();
    void understandsTestOnlyWhereThereIsSuchAField();
    void pointsAtTheFault_data();
    void pointsAtTheFault();
    void takesSoManyTermsAndNoMore();
    void nestsSoDeepAndNoDeeper();
};

void ParserTest::understands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("meaning");
    for (const auto &[text, meaning] : c_readings)
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(meaning);
}

void ParserTest::understands()
{
    QFETCH(const QString, text);
    QFETCH(const QString, meaning);

    const auto found = parse(text, conversationSchema());
    QVERIFY2(found, found ? "" : qPrintable(found.error().message));
    QCOMPARE(described(*found), meaning);
}

void ParserTest::understandsTestOnlyWhereThereIsSuchAField()
{
    const auto inMessages = parse(u"test", messageSchema());
    const auto inDeliveries = parse(u"test", deliverySchema());
    QVERIFY(inMessages && inDeliveries);
    QCOMPARE(described(*inMessages), QStringLiteral("(is_test true)"));
    QCOMPARE(described(*inDeliveries), QStringLiteral("(*test*)"));
}

void ParserTest::pointsAtTheFault_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("position");
    QTest::addColumn<qsizetype>("length");
    QTest::addColumn<QString>("message");
    for (const auto &[text, position, length, message] : c_faults)
        QTest::newRow(text) << QString::fromUtf8(text) << position << length << QString::fromUtf8(message);
}

void ParserTest::pointsAtTheFault()
{
    QFETCH(const QString, text);
    QFETCH(const qsizetype, position);
    QFETCH(const qsizetype, length);
    QFETCH(const QString, message);

    const auto found = parse(text, conversationSchema());
    QVERIFY(!found);
    QCOMPARE(found.error().message, message);
    QCOMPARE(found.error().position, position);
    QCOMPARE(found.error().length, length);
}

void ParserTest::takesSoManyTermsAndNoMore()
{
    const QString many = QStringLiteral("a ").repeated(200);
    QVERIFY(parse(many, conversationSchema()));
    const auto more = parse(QString(many + u'b'), conversationSchema());
    QVERIFY(!more);
    QCOMPARE(more.error().position, 400);
    QCOMPARE(more.error().length, 1);
}

void ParserTest::nestsSoDeepAndNoDeeper()
{
    const auto nested = [](int levels) { return QString(QString(levels, u'(') + u'a' + QString(levels, u')')); };
    QVERIFY(parse(nested(10), conversationSchema()));
    QVERIFY(parse(QString(QString(10, u'-') + u'a'), conversationSchema()));
    for (const QString &text : {nested(11), nested(4000), QString(QString(8000, u'-') + u'a')}) {
        const auto deeper = parse(text, conversationSchema());
        QVERIFY(!deeper);
        QCOMPARE(deeper.error().position, 10);
        QCOMPARE(deeper.error().length, 1);
    }
    QVERIFY(parse(QStringLiteral("(a) ").repeated(30), conversationSchema()));
}

QTEST_GUILESS_MAIN(ParserTest)
#include "tst_parser.moc"
