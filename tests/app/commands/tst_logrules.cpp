// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/logrules.h"

#include <QTest>

using namespace earshot;

class LogRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCategories_data();
    void readsCategories();
};

void LogRulesTest::readsCategories_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rules"); // null: refused
    QTest::newRow("one") << QStringLiteral("receive") << QStringLiteral("earshot.receive=true");
    QTest::newRow("whole name") << QStringLiteral("earshot.store") << QStringLiteral("earshot.store=true");
    QTest::newRow("several") << QStringLiteral("app, project")
                             << QStringLiteral("earshot.app=true\nearshot.project=true");
    QTest::newRow("all") << QStringLiteral("all") << QStringLiteral("earshot.*=true");
    QTest::newRow("a rule") << QStringLiteral("earshot.forward.info=true")
                            << QStringLiteral("earshot.forward.info=true");
    QTest::newRow("unknown") << QStringLiteral("store,everything") << QString();
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("a comma too many") << QStringLiteral("store,") << QString();
}

void LogRulesTest::readsCategories()
{
    QFETCH(QString, text);
    QFETCH(QString, rules);
    const auto read = logRules(text);
    QCOMPARE(read.has_value(), !rules.isNull());
    if (read)
        QCOMPARE(*read, rules);
    else
        QCOMPARE(read.error().code, ErrorCode::BadArgument);
}

QTEST_GUILESS_MAIN(LogRulesTest)
#include "tst_logrules.moc"
