// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/earshotprocess.h"
#include "tests/system/httpsender.h"
#include "tests/system/senderload.h"

#include <QTest>

using namespace earshot;

namespace {

constexpr qsizetype c_mebibyte = 1024 * 1024;

/** A call whose @p field holds @p value, which is JSON. */
QByteArray callWith(const QByteArray &field, const QByteArray &value)
{
    return R"({"event":"call.ended","timestamp":"2026-03-25T18:33:10Z","data":{"id":42,")" + field + "\":" + value
           + "}}";
}

QByteArray quoted(const QByteArray &text)
{
    return '"' + text + '"';
}

} // namespace

/** What is wrong with a delivery's content is our concern, not the sender's: it is answered 200, kept and shown. */
class BadInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isKeptAndShown_data();
    void isKeptAndShown();
    void theRestGoesOn();

private:
    EarshotProcess m_earshot;
    QHash<QString, QByteArray> m_tokens;
};

void BadInputTest::initTestCase()
{
    QVERIFY(m_earshot.serve());
    for (const char *const platform : {"insighto", "eigi", "varda", "custom"}) {
        const QString name = QString::fromLatin1(platform);
        m_tokens.insert(name, m_earshot.addSource(name, name));
    }
}

void BadInputTest::isKeptAndShown_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("contentType");
    const auto json = [](const char *name, const QByteArray &body) {
        QTest::newRow(name) << body << QStringLiteral("application/json");
    };
    json("ten mebibytes of brackets", QByteArray(10 * c_mebibyte, '['));
    json("ends too early", R"({"event":"call.ended","data":{"id":)");
    json("nothing", {});
    json("not JSON", "hello");
    json("a list", "[1,2,3]");
    json("a number", "17");
    json("null", "null");
    json("a NUL in text", callWith("notes", QByteArray("\"a\0b\"", 5)));
    json("an escaped NUL", callWith("notes", R"("a\u0000b")"));
    json("invalid UTF-8", callWith("notes", "\"\xff\xfe\xc3\x28\""));
    json("half a surrogate pair", callWith("notes", R"("\ud800")"));
    json("a long text", callWith("notes", quoted(QByteArray(c_mebibyte, 'x'))));
    json("a long id", callWith("call_session_id", quoted(QByteArray(c_mebibyte, '7'))));
    json("a long name", callWith("contact", R"({"name":")" + QByteArray(c_mebibyte, 'n') + "\"}"));
    json("a date that is none", callWith("started_at", R"("2026-02-31T25:61:00Z")"));
    json("a date of another age", callWith("started_at", R"("-4713-01-01T00:00:00Z")"));
    json("a negative duration", callWith("duration_seconds", "-90"));
    json("a number as text", callWith("duration_seconds", R"("125")"));
    json("text as a number", callWith("notes", "125"));
    json("a number beyond all", callWith("duration_seconds", "1e400"));
    json("an object where text belongs", callWith("from_number", R"({"a":[{}]})"));
    QTest::newRow("a form without its end")
        << QByteArray("--b\r\nContent-Disposition: form-data; name=\"payload\"\r\n\r\n{\"event\":")
        << QStringLiteral("multipart/form-data; boundary=b");
    QTest::newRow("a form of nothing but parts")
        << QByteArray("--b\r\n\r\n\r\n").repeated(20'000) << QStringLiteral("multipart/form-data; boundary=b");
    QTest::newRow("a form without a boundary") << QByteArray("--b--") << QStringLiteral("multipart/form-data");
    QTest::newRow("broken escapes") << QByteArray("payload=%zz%&event=%")
                                    << QStringLiteral("application/x-www-form-urlencoded");
    QTest::newRow("an unknown type") << QByteArray("\x1f\x8b\x00") << QStringLiteral("application/x-nonsense; ;;=");
}

void BadInputTest::isKeptAndShown()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, contentType);
    HttpSender sender(m_earshot.port());
    for (auto it = m_tokens.cbegin(); it != m_tokens.cend(); ++it) {
        const QByteArray request = "POST /hook/" + it.value()
                                   + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + contentType.toLatin1()
                                   + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        QVERIFY2(sender.send(request) == 200, qUtf8Printable(it.key()));
    }
    QVERIFY(m_earshot.waitUntilProjected());
    const QList<QJsonObject> deliveries = m_earshot.exported(QStringLiteral("deliveries"));
    QVERIFY(deliveries.size() >= m_tokens.size());
    for (const QJsonObject &delivery : deliveries.last(m_tokens.size())) {
        QCOMPARE(delivery.value(QStringLiteral("bytes")).toInteger(), body.size());
        const QString state = delivery.value(QStringLiteral("state")).toString();
        const bool isExplained = !delivery.value(QStringLiteral("reason")).toString().isEmpty();
        QVERIFY2(state != QStringLiteral("malformed") || isExplained,
                 qUtf8Printable(delivery.value(QStringLiteral("source")).toString()));
        QVERIFY(state != QStringLiteral("received"));
    }
    const QString last = deliveries.last().value(QStringLiteral("id")).toVariant().toString();
    const CommandResult shown =
        m_earshot.run({QStringLiteral("show"), QStringLiteral("delivery"), last, QStringLiteral("--json")});
    QVERIFY2(shown.exitCode == 0, shown.errors.constData());
}

void BadInputTest::theRestGoesOn()
{
    QCOMPARE(HttpSender(m_earshot.port()).send(jsonPost(m_tokens.value(QStringLiteral("varda")), endedCall(4711))),
             200);
    QVERIFY(m_earshot.waitUntilProjected());
    const QList<QJsonObject> found = m_earshot.exported(
        QStringLiteral("conversations"), {QStringLiteral("--filter"), QStringLiteral("conversation_id:4711")});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().value(QStringLiteral("duration_s")).toInt(), 125);
    for (const char *const what : {"messages", "events"})
        m_earshot.exported(QString::fromLatin1(what));
    QCOMPARE(m_earshot.run({QStringLiteral("rebuild")}).exitCode, 0);
    QCOMPARE(m_earshot.run({QStringLiteral("check")}).exitCode, 0);
}

QTEST_GUILESS_MAIN(BadInputTest)
#include "tst_badinput.moc"
