// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/carryout.h"
#include "app/control/controlserver.h"
#include "app/control/writerrole.h"
#include "models/store/migrations.h"
#include "models/store/sources.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>

using namespace earshot;

namespace {

const QJsonObject c_addSource{{QStringLiteral("operation"), QStringLiteral("source add")},
                              {QStringLiteral("name"), QStringLiteral("Desk")},
                              {QStringLiteral("platform"), QStringLiteral("eigi")}};

/** carryOut() beside the event loop that may have to serve it. */
class Carrying
{
public:
    Carrying(const QJsonObject &request, const StoreLocation &location)
        : m_thread(QThread::create([this, request, location] { m_answer = carryOut(request, location); }))
    {
        m_thread->start();
    }

    ~Carrying() { m_thread->wait(); }

    bool isFinished() const { return m_thread->isFinished(); }

    const Result<QJsonObject> &answer() const { return *m_answer; }

private:
    std::optional<Result<QJsonObject>> m_answer;
    std::unique_ptr<QThread> m_thread;
};

QJsonObject factsOf(const ControlServer &server)
{
    return {{QStringLiteral("pid"), 1}, {QStringLiteral("socket"), server.path()}};
}

} // namespace

class CarryOutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void doesItHereWhereNobodyHoldsTheRole();
    void rebuildsHere();
    void asksTheHolder();
    void waitsForAHolderThatIsBrief();
    void doesItHereOnceTheHolderIsGone();
    void saysWhyTheStoreCannotBeOpened();

private:
    StoreLocation location() const { return StoreLocation::inFolder(m_folder->path()); }

    qsizetype sourceCount() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

qsizetype CarryOutTest::sourceCount() const
{
    const auto database = openToRead(location().path);
    const auto known = database ? sources::all(*database) : std::unexpected(database.error());
    return known ? known->size() : -1;
}

void CarryOutTest::doesItHereWhereNobodyHoldsTheRole()
{
    const auto answer = carryOut(c_addSource, location());
    QVERIFY2(answer, qUtf8Printable(answer ? QString() : answer.error().detail));
    QCOMPARE(sourceCount(), 1);
    QVERIFY(WriterLock::acquire(location().lockPath())); // the role is free again
    QCOMPARE(carryOut(c_addSource, location()).error().code, ErrorCode::AlreadyExists);
}

void CarryOutTest::rebuildsHere()
{
    const auto answer = carryOut({{QStringLiteral("operation"), QStringLiteral("rebuild")}}, location());
    QVERIFY2(answer, qUtf8Printable(answer ? QString() : answer.error().detail));
    QCOMPARE(answer->value(QStringLiteral("last_delivery")).toInteger(-1), 0);
}

void CarryOutTest::asksTheHolder()
{
    const auto role = WriterRole::take({.location = location()});
    QVERIFY(role);
    int requests = 0;
    ControlServer server([&](const QJsonObject &request) {
        ++requests;
        return (*role)->start(request);
    });
    QVERIFY(server.listen(location()));
    QVERIFY((*role)->lock().publish(factsOf(server)));

    const Carrying carrying(c_addSource, location());
    QTRY_VERIFY_WITH_TIMEOUT(carrying.isFinished(), 30'000);
    QVERIFY2(carrying.answer(), qUtf8Printable(carrying.answer() ? QString() : carrying.answer().error().detail));
    QCOMPARE(requests, 1);
    QCOMPARE(sourceCount(), 1);
}

void CarryOutTest::waitsForAHolderThatIsBrief()
{
    auto lock = std::make_unique<Result<WriterLock>>(WriterLock::acquire(location().lockPath()));
    QVERIFY(*lock);
    QVERIFY((*lock)->publish({{QStringLiteral("pid"), 1}})); // a command at work: it takes no requests
    const Carrying carrying(c_addSource, location());
    QTest::qWait(100); // it cannot be done before the lock is free, however long that takes
    QVERIFY(!carrying.isFinished());
    lock.reset();
    QTRY_VERIFY_WITH_TIMEOUT(carrying.isFinished(), 30'000);
    QVERIFY(carrying.answer());
}

void CarryOutTest::doesItHereOnceTheHolderIsGone()
{
    auto role = WriterRole::take({.location = location()});
    QVERIFY(role);
    // It said where to reach it, but nobody listens there any more.
    QVERIFY((*role)->lock().publish(
        {{QStringLiteral("pid"), 1}, {QStringLiteral("socket"), m_folder->filePath(QStringLiteral("gone"))}}));
    const Carrying carrying(c_addSource, location());
    role->reset();
    QTRY_VERIFY_WITH_TIMEOUT(carrying.isFinished(), 30'000);
    QVERIFY(carrying.answer());
    QCOMPARE(sourceCount(), 1);
}

void CarryOutTest::saysWhyTheStoreCannotBeOpened()
{
    QFile file(location().path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray text(4096, 'x');
    QCOMPARE(file.write(text), text.size());
    file.close();
    const auto answer = carryOut(c_addSource, location());
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::StoreNotADatabase);
    QVERIFY(answer.error().detail.contains(location().path));
}

QTEST_GUILESS_MAIN(CarryOutTest)
#include "tst_carryout.moc"
