// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/replay/replayfloor.h"
#include "widgets/replay/replaytargetform.h"

#include <QCheckBox>
#include <QRadioButton>

using namespace earshot;

class ReplayTargetFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void goesToAnAddress();
    void refusesAnAddress_data();
    void refusesAnAddress();
    void goesToASource();
    void signsAsASourceAsks();
    void signsByAPresetWithASecret();
    void remembersAddresses();
    void keepsNoQueryOfAnAddress();
    void asksForOtherComputersOnly();

private:
    template <typename T>
    T *child(const char *name) const
    {
        return m_form->findChild<T *>(QString::fromLatin1(name));
    }

    QRadioButton *toSource() const { return m_form->findChildren<QRadioButton *>().at(1); }

    QComboBox *signature() const
    {
        for (QComboBox *box : m_form->findChildren<QComboBox *>()) {
            if (box->findText(QStringLiteral("As it came")) >= 0)
                return box;
        }
        return nullptr;
    }

    QString error() const
    {
        QStringList errors;
        for (const FieldError *error : m_form->findChildren<FieldError *>()) {
            if (!error->error().isEmpty())
                errors.append(error->error());
        }
        return errors.join(QLatin1Char('\n'));
    }

    std::unique_ptr<ReplayFloor> m_floor;
    std::unique_ptr<ReplayTargetForm> m_form;
};

void ReplayTargetFormTest::init()
{
    m_floor = std::make_unique<ReplayFloor>();
    QTRY_COMPARE(m_floor->sources.entries().size(), 2);
    m_form = std::make_unique<ReplayTargetForm>(m_floor->sources, m_floor->settings);
    m_form->show();
    QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
}

void ReplayTargetFormTest::cleanup()
{
    m_form.reset();
    m_floor.reset();
}

void ReplayTargetFormTest::goesToAnAddress()
{
    m_form->setFocus();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("https://test.example/in?key=1"));
    ReplayRequest request;
    QVERIFY(m_form->fill(request));
    QCOMPARE(request.url, QStringLiteral("https://test.example/in?key=1"));
    QVERIFY(request.source.isEmpty());
    QVERIFY(request.signature.isEmpty());
    QVERIFY(!request.forwardable);
    QTest::mouseClick(m_form->findChild<QCheckBox *>(), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(m_form->fill(request));
    QVERIFY(request.forwardable);
}

void ReplayTargetFormTest::refusesAnAddress_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("none") << QString();
    QTest::newRow("no scheme") << QStringLiteral("test.example");
    QTest::newRow("another scheme") << QStringLiteral("ftp://test.example/");
    QTest::newRow("a password") << QStringLiteral("https://a:b@test.example/");
}

void ReplayTargetFormTest::refusesAnAddress()
{
    QFETCH(QString, address);
    m_form->setAddress(address);
    ReplayRequest request;
    QVERIFY(!m_form->fill(request));
    QVERIFY(!error().isEmpty());
    QVERIFY(child<QComboBox>("replayAddress")->isAncestorOf(QApplication::focusWidget())
            || child<QComboBox>("replayAddress")->hasFocus());
    m_form->setAddress(QStringLiteral("https://test.example/"));
    QVERIFY(error().isEmpty());
}

void ReplayTargetFormTest::goesToASource()
{
    QTest::keyClick(toSource(), Qt::Key_Space);
    QVERIFY(!child<QComboBox>("replayAddress")->isVisible());
    ReplayRequest request;
    QVERIFY(m_form->fill(request));
    QCOMPARE(request.source, QStringLiteral("Calls"));
    QVERIFY(request.url.isEmpty());
    QVERIFY(m_form->unagreed().isEmpty());
}

void ReplayTargetFormTest::signsAsASourceAsks()
{
    m_form->setAddress(QStringLiteral("https://test.example/"));
    signature()->setCurrentText(QStringLiteral("Sign anew, as Calls asks for"));
    QVERIFY(child<QLineEdit>("replaySecret")->isVisible());
    ReplayRequest request;
    QVERIFY(m_form->fill(request)); // it knows its own secret
    QCOMPARE(request.signature, QStringLiteral("Calls"));
    QVERIFY(request.secret.isEmpty());
}

void ReplayTargetFormTest::signsByAPresetWithASecret()
{
    m_form->setAddress(QStringLiteral("https://test.example/"));
    QVERIFY(!child<QLineEdit>("replaySecret")->isVisible());
    signature()->setCurrentIndex(signature()->findData(QStringLiteral("varda")));
    ReplayRequest request;
    QVERIFY(!m_form->fill(request));
    QVERIFY(!error().isEmpty());
    QCOMPARE(QApplication::focusWidget(), child<QLineEdit>("replaySecret"));
    QCOMPARE(child<QLineEdit>("replaySecret")->echoMode(), QLineEdit::Password);
    QTest::keyClicks(child<QLineEdit>("replaySecret"), QStringLiteral("s3cret"));
    QVERIFY(m_form->fill(request));
    QCOMPARE(request.signature, QStringLiteral("varda"));
    QCOMPARE(request.secret, QByteArray("s3cret"));
}

void ReplayTargetFormTest::remembersAddresses()
{
    for (int i = 0; i < 12; ++i) {
        m_form->setAddress(QStringLiteral("https://test.example/%1").arg(i));
        m_form->remember();
    }
    m_form->setAddress(QStringLiteral("https://test.example/5"));
    m_form->remember();
    const ReplayTargetForm next(m_floor->sources, m_floor->settings);
    const auto *box = next.findChild<QComboBox *>(QStringLiteral("replayAddress"));
    QCOMPARE(box->count(), 10);
    QCOMPARE(box->itemText(0), QStringLiteral("https://test.example/5"));
    QCOMPARE(box->itemText(1), QStringLiteral("https://test.example/11"));
}

void ReplayTargetFormTest::keepsNoQueryOfAnAddress()
{
    m_form->setAddress(QStringLiteral("https://test.example/in?key=s3cret"));
    m_form->remember();
    QCOMPARE(ReplayHistory(m_floor->settings).addresses(), QStringList{QStringLiteral("https://test.example/in")});
}

void ReplayTargetFormTest::asksForOtherComputersOnly()
{
    for (const char *here : {"http://127.0.0.1:8080/x", "http://localhost/x", "http://[::1]/x"}) {
        m_form->setAddress(QString::fromLatin1(here));
        QVERIFY2(m_form->unagreed().isEmpty(), here);
    }
    m_form->setAddress(QStringLiteral("https://test.example/in"));
    QCOMPARE(m_form->unagreed().host(), QStringLiteral("test.example"));
    m_form->remember();
    QVERIFY(m_form->unagreed().isEmpty());
    m_form->setAddress(QStringLiteral("https://other.example/in"));
    QVERIFY(!m_form->unagreed().isEmpty());
}

QTEST_MAIN(ReplayTargetFormTest)
#include "tst_replaytargetform.moc"
