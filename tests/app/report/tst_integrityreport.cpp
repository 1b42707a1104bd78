// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/integrityreport.h"

#include <QTest>

using namespace earshot;

class IntegrityReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatAllIsSound();
    void saysWhatAndWhere();
};

void IntegrityReportTest::saysThatAllIsSound()
{
    const IntegrityReport report{1, {{QStringLiteral("received"), 0}, {QStringLiteral("decoded"), 12}}, 5, {}};
    QCOMPARE(integrityJson(report), QByteArray("{\"sound\":true,\"schema\":1,\"deliveries\":{\"received\":0,"
                                               "\"decoded\":12},\"conversations\":5,\"problems\":[]}\n"));
    QCOMPARE(integrityText(report, QStringLiteral("/data/earshot.sqlite")),
             QByteArray("/data/earshot.sqlite is sound.\nschema                 1\nconversations          "
                        "5\ndeliveries, received   0\n"
                        "deliveries, decoded   12\n"));
}

void IntegrityReportTest::saysWhatAndWhere()
{
    const IntegrityReport report{1,
                                 {},
                                 0,
                                 {{QStringLiteral("body-size"),
                                   QStringLiteral("A body is too long."),
                                   7,
                                   {QStringLiteral("delivery 1"), QStringLiteral("delivery 2")}}}};
    QVERIFY(integrityJson(report).contains("{\"check\":\"body-size\",\"meaning\":\"A body is too "
                                           "long.\",\"count\":7,\"places\":[\"delivery 1\",\"delivery 2\"]}"));
    QVERIFY(integrityJson(report).startsWith("{\"sound\":false,"));
    QVERIFY(integrityText(report, QStringLiteral("s"))
                .startsWith("s is not sound:\n  body-size: A body is too long. 7 in all: delivery 1, delivery 2, "));
}

QTEST_GUILESS_MAIN(IntegrityReportTest)
#include "tst_integrityreport.moc"
