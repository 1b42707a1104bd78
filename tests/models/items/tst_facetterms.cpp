// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/filter.h"
#include "models/items/facetterms.h"
#include "tests/models/store/storefixture.h"

#include <QTest>

using namespace earshot;

class FacetTermsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheValuesOfAField_data();
    void readsTheValuesOfAField();
    void writesTheValuesOfAField_data();
    void writesTheValuesOfAField();
    void keepsWhatItCannotSay();
    void takesDurationsByTheirClasses();
    void leavesNoDurationBetweenTwoClasses();
    void readsTheBrushedInterval_data();
    void readsTheBrushedInterval();
    void writesTheBrushedInterval_data();
    void writesTheBrushedInterval();
};

static QString text(const char *latin)
{
    return QString::fromUtf8(latin);
}

/** Values joined by a bar; an unknown one is a question mark. */
static QString joined(const QStringList &values)
{
    QStringList texts;
    for (const QString &value : values)
        texts.append(value.isNull() ? QStringLiteral("?") : value);
    return texts.join(u'|');
}

void FacetTermsTest::readsTheValuesOfAField_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("included");
    QTest::addColumn<QString>("excluded");
    QTest::newRow("nothing") << text("") << text("") << text("");
    QTest::newRow("one") << text("dur>3m outcome:booked") << text("booked") << text("");
    QTest::newRow("equals sign") << text("outcome=booked") << text("booked") << text("");
    QTest::newRow("quoted") << text(R"(outcome:"call back")") << text("call back") << text("");
    QTest::newRow("in any case") << text("Outcome:Booked AND test") << text("Booked") << text("");
    QTest::newRow("unknown") << text("outcome:none") << text("?") << text("");
    QTest::newRow("the word none") << text(R"(outcome:"none")") << text("none") << text("");
    QTest::newRow("left out") << text("-outcome:spam refund") << text("") << text("spam");
    QTest::newRow("left out by a word") << text("not outcome:spam") << text("") << text("spam");
    QTest::newRow("unequal") << text("outcome!=spam") << text("") << text("spam");
    QTest::newRow("two left out") << text("-outcome:spam -outcome:none") << text("") << text("spam|?");
    QTest::newRow("any of two") << text("-(-outcome:booked -outcome:quoted) -test") << text("booked|quoted")
                                << text("");
    QTest::newRow("twice not") << text("-(-outcome:booked)") << text("booked") << text("");
    QTest::newRow("a pattern") << text("outcome:b*") << text("") << text("");
    QTest::newRow("inside others") << text("-(outcome:booked kind:call)") << text("") << text("");
    QTest::newRow("other fields in any") << text("-(-outcome:booked -status:failed)") << text("") << text("");
    QTest::newRow("not both") << text("-(outcome:booked outcome:quoted)") << text("") << text("");
    QTest::newRow("of deliveries") << text("state:unknown") << text("") << text("");
}

void FacetTermsTest::readsTheValuesOfAField()
{
    QFETCH(const QString, filter);
    const FieldTerms terms = fieldTerms(filter, QStringLiteral("outcome"));
    QTEST(joined(terms.included), "included");
    QTEST(joined(terms.excluded), "excluded");
}

void FacetTermsTest::writesTheValuesOfAField_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("included");
    QTest::addColumn<QStringList>("excluded");
    QTest::addColumn<QString>("written");
    const QStringList none;
    QTest::newRow("into nothing") << text("") << QStringList{text("booked")} << none << text("outcome:booked");
    QTest::newRow("behind others") << text("dur>3m and refund") << QStringList{text("call back")} << none
                                   << text(R"(dur>3m refund outcome:"call back")");
    QTest::newRow("in the old place") << text("kind:call outcome:booked refund") << QStringList{text("quoted")} << none
                                      << text("kind:call outcome:quoted refund");
    QTest::newRow("away") << text("-outcome:spam refund") << none << none << text("refund");
    QTest::newRow("nothing to take away")
        << text("refund   and  dur>3m") << none << none << text("refund   and  dur>3m");
    QTest::newRow("left out") << text("outcome:booked") << none << QStringList{text("spam"), QString()}
                              << text("-outcome:spam -outcome:none");
    QTest::newRow("any of two") << text("outcome:booked refund") << QStringList{text("booked"), QString()} << none
                                << text("-(-outcome:booked -outcome:none) refund");
}

void FacetTermsTest::writesTheValuesOfAField()
{
    QFETCH(const QString, filter);
    QFETCH(const QStringList, included);
    QFETCH(const QStringList, excluded);
    const FieldTerms terms{included, excluded};
    const QString written = withFieldTerms(filter, QStringLiteral("outcome"), terms);
    QTEST(written, "written");
    QVERIFY(Filter::parse(written, conversationSchema()));
    QCOMPARE(fieldTerms(written, QStringLiteral("outcome")), terms);
}

void FacetTermsTest::keepsWhatItCannotSay()
{
    const QString filter = text(R"(outcome:b* (outcome:booked refund) "outcome:spam" attributes."a b":c)");
    QCOMPARE(withFieldTerms(filter, QStringLiteral("outcome"), {{text("quoted")}, {}}),
             QString(filter + text(" outcome:quoted")));
}

void FacetTermsTest::takesDurationsByTheirClasses()
{
    const QString value = QString(durationClasses()[1].value);
    const QString field = QStringLiteral("dur");
    const QString written = withFieldTerms(text("dur>2m"), field, {{value}, {}});
    QCOMPARE(written, text("dur>2m dur:1:00..1:59"));
    QCOMPARE(fieldTerms(written, field), (FieldTerms{{value}, {}}));
    QCOMPARE(fieldTerms(text("duration_s:60..119"), field), (FieldTerms{{value}, {}}));
    QCOMPARE(fieldTerms(text("-dur:10m.."), field), (FieldTerms{{}, {QString(durationClasses().back().value)}}));
}

void FacetTermsTest::leavesNoDurationBetweenTwoClasses()
{
    const auto classes = durationClasses();
    QCOMPARE(classes.front().from, 0);
    for (std::size_t i = 1; i < classes.size(); ++i)
        QCOMPARE(classes[i].from, *classes[i - 1].to + 1);
    QVERIFY(!classes.back().to);
}

void FacetTermsTest::readsTheBrushedInterval_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("until");
    QTest::newRow("hours") << text("started:2026-05-14T09:00..2026-05-14T10:59 refund") << text("2026-05-14T07:00:00Z")
                           << text("2026-05-14T09:00:00Z");
    QTest::newRow("a day") << text("started:2026-05-14") << text("2026-05-13T22:00:00Z")
                           << text("2026-05-14T22:00:00Z");
    QTest::newRow("two terms") << text("started>=2026-05-14 started_at<2026-05-16") << text("2026-05-13T22:00:00Z")
                               << text("2026-05-15T22:00:00Z");
    QTest::newRow("relative") << text("started:yesterday") << text("2026-05-12T22:00:00Z")
                              << text("2026-05-13T22:00:00Z");
}

void FacetTermsTest::readsTheBrushedInterval()
{
    QFETCH(const QString, filter);
    const Timestamp now = utc(QLatin1StringView("2026-05-14T12:00:00Z"));
    const auto interval = startedInterval(filter, QTimeZone("Europe/Berlin"), now);
    QVERIFY(interval && interval->from && interval->until);
    QTEST(toIsoText(*interval->from, QTimeZone::utc()), "from");
    QTEST(toIsoText(*interval->until, QTimeZone::utc()), "until");
    QVERIFY(!startedInterval(withoutStarted(filter), QTimeZone("Europe/Berlin"), now));
}

void FacetTermsTest::writesTheBrushedInterval_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("until");
    QTest::addColumn<QString>("written");
    QTest::newRow("hours") << text("2026-05-14T07:00:00Z") << text("2026-05-14T10:00:00Z")
                           << text("refund started:2026-05-14T09:00..2026-05-14T11:59");
    QTest::newRow("to the end of a day") << text("2026-05-14T20:00:00Z") << text("2026-05-14T22:00:00Z")
                                         << text("refund started:2026-05-14T22:00..2026-05-14T23:59");
    QTest::newRow("a day") << text("2026-05-13T22:00:00Z") << text("2026-05-14T22:00:00Z")
                           << text("refund started:2026-05-14");
    QTest::newRow("days") << text("2026-05-13T22:00:00Z") << text("2026-05-16T22:00:00Z")
                          << text("refund started:2026-05-14..2026-05-16");
}

void FacetTermsTest::writesTheBrushedInterval()
{
    QFETCH(const QString, from);
    QFETCH(const QString, until);
    const TimeInterval interval{readIsoText(from, QTimeZone::utc())->time, readIsoText(until, QTimeZone::utc())->time};
    const QTimeZone zone("Europe/Berlin");
    const QString written = withStarted(text("started:today refund"), interval, zone);
    QTEST(written, "written");
    const auto read = startedInterval(written, zone, Timestamp());
    QVERIFY(read);
    QCOMPARE(read->from, interval.from);
    QCOMPARE(read->until, interval.until);
}

QTEST_APPLESS_MAIN(FacetTermsTest)
#include "tst_facetterms.moc"
