// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/hookurl.h"
#include "models/store/writerlock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace earshot;

class HookUrlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masksAllButFourCharacters();
    void baseIsThatOfTheHolder();
};

void HookUrlTest::masksAllButFourCharacters()
{
    QCOMPARE(maskedToken(QByteArrayLiteral("ab12cdefghijklmnop")), QStringLiteral("ab12…"));
    QCOMPARE(maskedToken(QByteArrayLiteral("ab")), QStringLiteral("ab…"));
    QCOMPARE(maskedToken({}), QStringLiteral("…"));
    QCOMPARE(hookUrl(QStringLiteral("http://h:1"), QStringLiteral("t")), QStringLiteral("http://h:1/hook/t"));
}

void HookUrlTest::baseIsThatOfTheHolder()
{
    const QTemporaryDir folder;
    const StoreLocation location = StoreLocation::inFolder(folder.path());
    QCOMPARE(listeningBase(location), QString());
    QCOMPARE(usualBase(location), QStringLiteral("http://127.0.0.1:8765"));
    {
        auto lock = WriterLock::acquire(location.lockPath());
        QVERIFY(lock);
        QVERIFY(lock->publish({{QStringLiteral("listen"), QStringLiteral("http://[::1]:99")}}));
        QCOMPARE(listeningBase(location), QStringLiteral("http://[::1]:99"));
        QCOMPARE(usualBase(location), QStringLiteral("http://[::1]:99"));
    }
    QCOMPARE(listeningBase(location), QString()); // what a process that is gone left there means nothing
}

QTEST_GUILESS_MAIN(HookUrlTest)
#include "tst_hookurl.moc"
