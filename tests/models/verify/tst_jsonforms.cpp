// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/verify/jsonforms.h"

#include <QTest>

using namespace earshot;

class JsonFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAsOtherProgramsDo_data();
    void writesAsOtherProgramsDo();
    void doesNotGrowBeyondReason();
    void writesTheSameTwice();
};

namespace {

const QByteArray c_sample = "{ \"b\" : [1.50, -2e3,\n \"a\\/b \\u00fc \xc3\xa9\\n\"],\t\"a\":{}, \"c\": [ ] }";

} // namespace

void JsonFormsTest::writesAsOtherProgramsDo_data()
{
    QTest::addColumn<int>("form");
    QTest::addColumn<QByteArray>("written");
    const auto row = [](const char *name, JsonForm form, const QByteArray &written) {
        QTest::newRow(name) << int(form) << written;
    };
    row("compact", JsonForm::Compact, "{\"b\":[1.50,-2e3,\"a\\/b \\u00fc \xc3\xa9\\n\"],\"a\":{},\"c\":[]}");
    row("JavaScript", JsonForm::JavaScript, "{\"b\":[1.50,-2e3,\"a/b \xc3\xbc \xc3\xa9\\n\"],\"a\":{},\"c\":[]}");
    row("Python", JsonForm::Python, "{\"b\": [1.50, -2e3, \"a/b \\u00fc \\u00e9\\n\"], \"a\": {}, \"c\": []}");
    row("indented by 2", JsonForm::Indented2,
        "{\n  \"b\": [\n    1.50,\n    -2e3,\n    \"a/b \xc3\xbc \xc3\xa9\\n\"\n  ],\n  \"a\": {},\n  \"c\": []\n}");
    row("indented by 4", JsonForm::Indented4,
        "{\n    \"b\": [\n        1.50,\n        -2e3,\n        \"a/b \xc3\xbc \xc3\xa9\\n\"\n    ],\n    \"a\": {},\n"
        "    \"c\": []\n}");
}

void JsonFormsTest::writesAsOtherProgramsDo()
{
    QFETCH(int, form);
    const auto written = rewriteJson(c_sample, JsonForm(form));
    QVERIFY(written);
    QTEST(*written, "written");
}

void JsonFormsTest::doesNotGrowBeyondReason()
{
    const QByteArray nested = QByteArray(100'000, '[') + '1' + QByteArray(100'000, ']');
    QVERIFY(!rewriteJson(nested, JsonForm::Indented4));
    QCOMPARE(rewriteJson(nested, JsonForm::Compact), nested);
}

void JsonFormsTest::writesTheSameTwice()
{
    for (const JsonForm form : c_jsonForms) {
        const auto once = rewriteJson(c_sample, form);
        QVERIFY(once);
        QCOMPARE(rewriteJson(*once, form), once);
    }
}

QTEST_GUILESS_MAIN(JsonFormsTest)
#include "tst_jsonforms.moc"
