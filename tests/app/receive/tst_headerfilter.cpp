// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/headerfilter.h"

#include <QTest>

namespace earshot {
namespace {

const QByteArray c_token = QByteArrayLiteral("tok-0123456789abcdef");

} // namespace

class HeaderFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storesOnlyWhatASecretWas_data();
    void storesOnlyWhatASecretWas();
    void saysWhetherItMatched_data();
    void saysWhetherItMatched();
    void storesAllElseAsItCame();
    void masksTheHooksToken();
};

void HeaderFilterTest::storesOnlyWhatASecretWas_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("stored");
    const QByteArray present = "present, not checked";
    QTest::newRow("bearer") << QByteArray("Authorization") << QByteArray("Bearer abc")
                            << QByteArray("bearer, not checked");
    QTest::newRow("basic") << QByteArray("AUTHORIZATION") << QByteArray("BASIC abc=")
                           << QByteArray("basic, not checked");
    QTest::newRow("bare secret") << QByteArray("Authorization") << QByteArray("abc") << present;
    QTest::newRow("bare secret like a scheme") << QByteArray("Authorization") << QByteArray("bearer") << present;
    QTest::newRow("secret of two words") << QByteArray("Authorization") << QByteArray("open sesame") << present;
    QTest::newRow("empty") << QByteArray("Authorization") << QByteArray() << present;
    QTest::newRow("proxy") << QByteArray("Proxy-Authorization") << QByteArray("Digest a=b")
                           << QByteArray("digest, not checked");
    QTest::newRow("cookie") << QByteArray("Cookie") << QByteArray("a=b") << present;
    QTest::newRow("own") << QByteArray("X-KEY") << QByteArray("abc") << present;
    QTest::newRow("own with a scheme") << QByteArray("x-key") << QByteArray("Token abc")
                                       << QByteArray("token, not checked");
}

void HeaderFilterTest::storesOnlyWhatASecretWas()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, stored);
    RequestHead head;
    head.fields.append({name, value});
    const QList<HeaderField> expected = {{name, stored}};
    QCOMPARE(storableHeaders(head, "X-Key", {}, c_token), expected);
}

void HeaderFilterTest::saysWhetherItMatched_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("stored");
    QTest::newRow("basic") << QByteArray("Authorization") << QByteArray("Basic abc=") << QByteArray("basic, matched");
    QTest::newRow("bearer") << QByteArray("authorization") << QByteArray("Bearer abc")
                            << QByteArray("bearer, did not match");
    QTest::newRow("another scheme") << QByteArray("Authorization") << QByteArray("Digest a=b")
                                    << QByteArray("digest, not checked");
    QTest::newRow("for a proxy") << QByteArray("Proxy-Authorization") << QByteArray("Basic abc=")
                                 << QByteArray("basic, not checked");
    QTest::newRow("secret header") << QByteArray("x-key") << QByteArray("abc") << QByteArray("present, matched");
    QTest::newRow("secret header with a scheme")
        << QByteArray("X-Key") << QByteArray("Bearer abc") << QByteArray("bearer, matched");
    QTest::newRow("cookie") << QByteArray("Cookie") << QByteArray("a=b") << QByteArray("present, not checked");
}

void HeaderFilterTest::saysWhetherItMatched()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, stored);
    RequestHead head;
    head.fields.append({name, value});
    const CredentialFindings findings = {Finding::Matched, Finding::DidNotMatch, Finding::Matched};
    const QList<HeaderField> expected = {{name, stored}};
    QCOMPARE(storableHeaders(head, "X-Key", findings, c_token), expected);
}

void HeaderFilterTest::storesAllElseAsItCame()
{
    RequestHead head;
    head.fields.append({"content-Type", "a/b; c=\"d\""});
    head.fields.append({"X-Key", "public"});
    head.fields.append({"X-Empty", ""});
    head.fields.append({"X-Twice", "1"});
    head.fields.append({"X-Twice", "\xff"});
    const QList<HeaderField> expected = {
        {"content-Type", "a/b; c=\"d\""}, {"X-Key", "public"}, {"X-Empty", ""}, {"X-Twice", "1"}, {"X-Twice", "\xff"}};
    QCOMPARE(storableHeaders(head, {}, {}, c_token), expected);
}

void HeaderFilterTest::masksTheHooksToken()
{
    RequestHead head;
    const QByteArray value = "https://a/hook/" + c_token + "?b, /hook/" + c_token;
    head.fields.append({"Referer", value});
    QCOMPARE(storableHeaders(head, {}, {}, c_token).value(0).value, QByteArray("https://a/hook/****?b, /hook/****"));
}

} // namespace earshot

QTEST_GUILESS_MAIN(earshot::HeaderFilterTest)
#include "tst_headerfilter.moc"
