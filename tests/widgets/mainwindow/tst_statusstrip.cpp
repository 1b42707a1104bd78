// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/store/samplestore.h"
#include "tests/widgets/settings/looking.h"
#include "widgets/mainwindow/statusstrip.h"
#include "widgets/style/displaysettings.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace earshot;

class StatusStripTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhetherItReceives_data();
    void saysWhetherItReceives();
    void namesThePublicHost();
    void saysWhyItDoesNotReceive();
    void countsSourcesAndTheOutbox();
    void saysTheZone();
    void leadsSomewhere();
    void dropsTheSizeWhereItIsNarrow();

private:
    QList<QToolButton *> buttons() const { return m_strip->findChildren<QToolButton *>(); }

    QToolButton *button(const QString &begin) const
    {
        for (QToolButton *button : buttons()) {
            if (button->text().startsWith(begin))
                return button;
        }
        return nullptr;
    }

    bool says(const QString &text) const
    {
        const QList<QLabel *> labels = m_strip->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&text](const QLabel *label) { return label->isVisible() && label->text().startsWith(text); });
    }

    SystemClock m_clock;
    std::unique_ptr<SampleStore> m_store;
    std::unique_ptr<StoreReader> m_reader;
    std::unique_ptr<StoreActivity> m_activity;
    std::unique_ptr<DisplaySettings> m_display;
    std::unique_ptr<StatusStrip> m_strip;
};

void StatusStripTest::init()
{
    m_store = std::make_unique<SampleStore>();
    m_reader = std::make_unique<StoreReader>(StoreLocation{m_store->path()});
    m_activity = std::make_unique<StoreActivity>(*m_reader);
    m_display = std::make_unique<DisplaySettings>(m_clock);
    m_strip = std::make_unique<StatusStrip>(*m_activity, *m_display);
    m_strip->resize(1200, m_strip->sizeHint().height());
    m_strip->show();
}

void StatusStripTest::cleanup()
{
    m_strip.reset();
    m_display.reset();
    m_activity.reset();
    m_reader.reset();
    m_store.reset();
}

void StatusStripTest::saysWhetherItReceives_data()
{
    QTest::addColumn<ListenerState::Kind>("kind");
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("text");
    using enum ListenerState::Kind;
    QTest::newRow("starting") << Starting << QString() << "Starting";
    QTest::newRow("here") << Listening << "http://127.0.0.1:8765" << "Listening on 127.0.0.1:8765 · this computer only";
    QTest::newRow("encrypted") << Listening << "https://192.0.2.1:8765" << "Listening on 192.0.2.1:8765 · https";
    QTest::newRow("everywhere") << Listening << "http://192.0.2.1:8765" << "Listening on 192.0.2.1:8765";
    QTest::newRow("elsewhere") << Elsewhere << "http://127.0.0.1:9000"
                               << "Another Earshot receives on 127.0.0.1:9000; this window shows";
    QTest::newRow("down") << Down << QString() << "Not receiving";
}

void StatusStripTest::saysWhetherItReceives()
{
    QFETCH(ListenerState::Kind, kind);
    QFETCH(QString, base);
    QFETCH(QString, text);
    m_strip->setListener({kind, base, {}});
    QVERIFY(button(text));
    QCOMPARE(button(text)->text(), text);
    QCOMPARE(button(text)->accessibleName(), text);
    QVERIFY(!button(text)->icon().isNull());
}

void StatusStripTest::namesThePublicHost()
{
    m_strip->setListener({ListenerState::Kind::Listening, QStringLiteral("http://127.0.0.1:8765"), {}});
    m_strip->setPublicHost(QStringLiteral("hooks.example"));
    QVERIFY(button(QStringLiteral("Listening on 8765 · hooks.example")));
}

void StatusStripTest::saysWhyItDoesNotReceive()
{
    m_strip->setListener({ListenerState::Kind::Down, {}, QStringLiteral("Address already in use")});
    const QString tip = button(QStringLiteral("Not receiving"))->toolTip();
    QVERIFY2(tip.contains(QStringLiteral("(Address already in use)")), qPrintable(tip));
    ListenerState state{ListenerState::Kind::Down, {}, QStringLiteral("in use")};
    state.port = 8765;
    state.address = QStringLiteral("192.0.2.7");
    using Cause = ListenerState::Cause;
    for (const auto &[cause, text] :
         {std::pair(Cause::PortTaken, QStringLiteral("Not receiving: port 8765 is taken")),
          std::pair(Cause::AddressGone, QStringLiteral("Not receiving: 192.0.2.7 is not here")),
          std::pair(Cause::NetworkDown, QStringLiteral("Not receiving: the network is down")),
          std::pair(Cause::Asleep, QStringLiteral("Not receiving: asleep"))}) {
        state.cause = cause;
        m_strip->setListener(state);
        QVERIFY2(button(text), qPrintable(text));
    }
}

void StatusStripTest::countsSourcesAndTheOutbox()
{
    QVERIFY(button(QStringLiteral("No sources yet")));
    m_strip->setSourceCount(3);
    QVERIFY(button(QStringLiteral("3 source(s)")));
    QVERIFY(button(QStringLiteral("Outbox 0")));
    const Destination crm = m_store->addDestination(QStringLiteral("CRM"));
    SampleStore::valueOf(
        outbox::enqueue(m_store->database(),
                        {m_store->addConversation(QStringLiteral("a")), m_store->addConversation(QStringLiteral("b"))},
                        crm.id, SampleStore::c_noon));
    QTRY_VERIFY(button(QStringLiteral("Outbox 2")));
    SampleStore::valueOf(
        outbox::storeParked(m_store->database(), {1, 1, 422, {}, QStringLiteral("refused"), SampleStore::c_noon}));
    QTRY_VERIFY(button(QStringLiteral("Outbox 1, 1 parked")));
    const AttemptOutcome lost{2, 1, {}, {}, QStringLiteral("its answer was lost"), SampleStore::c_noon};
    SampleStore::valueOf(outbox::storeQuestion(m_store->database(), lost, OutboxQuestion::PerhapsWritten));
    QTRY_VERIFY(button(QStringLiteral("Outbox 0, 2 parked, 1 asking")));
    QVERIFY(says(QStringLiteral("Store ")));
    QVERIFY(says(QStringLiteral("0.0 events/s")));
    QVERIFY(!says(QStringLiteral("Catching up")));
    m_strip->setShown(QStringLiteral("1,284 shown"));
    QVERIFY(says(QStringLiteral("1,284 shown")));
    saveShot(*m_strip, QStringLiteral("statusstrip"));
}

void StatusStripTest::saysTheZone()
{
    m_display->setZone(QTimeZone("Asia/Kathmandu"));
    const QString words = zoneText(m_display->format().zone, m_display->now());
    QVERIFY(button(words));
}

void StatusStripTest::leadsSomewhere()
{
    const QSignalSpy listener(m_strip.get(), &StatusStrip::listenerPressed);
    const QSignalSpy sources(m_strip.get(), &StatusStrip::sourcesPressed);
    const QSignalSpy outbox(m_strip.get(), &StatusStrip::outboxPressed);
    const QSignalSpy zone(m_strip.get(), &StatusStrip::zonePressed);
    QCOMPARE(buttons().size(), 4);
    for (QToolButton *button : buttons()) {
        QVERIFY(button->focusPolicy() & Qt::TabFocus);
        QTest::keyClick(button, Qt::Key_Space);
    }
    for (const QSignalSpy *spy : {&listener, &sources, &outbox, &zone})
        QCOMPARE(spy->size(), 1);
}

void StatusStripTest::dropsTheSizeWhereItIsNarrow()
{
    QTRY_VERIFY(says(QStringLiteral("Store ")));
    m_strip->setNarrow(true);
    QVERIFY(!says(QStringLiteral("Store ")));
    m_strip->setNarrow(false);
    QVERIFY(says(QStringLiteral("Store ")));
}

QTEST_MAIN(StatusStripTest)
#include "tst_statusstrip.moc"
