// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/translations.h"

#include <QApplication>
#include <QEvent>
#include <QTest>
#include <QWidget>

using namespace earshot;

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speaksEnglishWhereNothingIsKnown();
    void switchesWhileItRuns();
    void leavesNothingBehind();

private:
    struct Listener : QWidget {
        int changes = 0;

        void changeEvent(QEvent *event) override
        {
            changes += event->type() == QEvent::LanguageChange ? 1 : 0;
            QWidget::changeEvent(event);
        }
    };

    static QString quit() { return QCoreApplication::translate("earshot::MainActions", "&Quit"); }
};

void TranslationsTest::speaksEnglishWhereNothingIsKnown()
{
    Translations translations;
    QCOMPARE(translations.language(), QStringLiteral("en")); // the system's is C
    translations.use(QStringLiteral("tlh"));
    QCOMPARE(translations.language(), QStringLiteral("en"));
    QCOMPARE(quit(), QStringLiteral("&Quit"));
    QVERIFY(Translations::languages().contains(translations.language()));
}

void TranslationsTest::switchesWhileItRuns()
{
    Translations translations;
    Listener widget;
    widget.show();
    QCoreApplication::processEvents();
    widget.changes = 0;
    translations.use(QStringLiteral("de"));
    QCOMPARE(translations.language(), QStringLiteral("de"));
    QTRY_VERIFY(widget.changes > 0);
    QVERIFY(quit() != QStringLiteral("&Quit"));
    translations.use(QStringLiteral("en"));
    QCOMPARE(quit(), QStringLiteral("&Quit"));
    QCoreApplication::processEvents();
    widget.changes = 0;
    translations.use(QStringLiteral("en")); // is in use already
    QCoreApplication::processEvents();
    QCOMPARE(widget.changes, 0);
}

void TranslationsTest::leavesNothingBehind()
{
    {
        Translations translations;
        translations.use(QStringLiteral("de"));
        QVERIFY(quit() != QStringLiteral("&Quit"));
    }
    QCOMPARE(quit(), QStringLiteral("&Quit"));
}

QTEST_MAIN(TranslationsTest)
#include "tst_translations.moc"
