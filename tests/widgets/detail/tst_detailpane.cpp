// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/detail/detailpane.h"

#include "tests/models/store/storefixture.h"
#include "tests/widgets/conversation/exampletranscript.h"
#include "tests/widgets/conversation/shots.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/controls/pill.h"
#include "widgets/conversation/forwardingcard.h"
#include "widgets/conversation/forwardingview.h"
#include "widgets/conversation/timelineview.h"
#include "widgets/conversation/transcriptpane.h"
#include "widgets/conversation/transcriptview.h"
#include "widgets/detail/conversationheader.h"
#include "widgets/detail/deliveryheader.h"
#include "widgets/detail/detailfooter.h"
#include "widgets/detail/detailtabs.h"
#include "widgets/forwarding/outboxquestionpanel.h"
#include "widgets/payload/payloadview.h"
#include "widgets/style/displaysettings.h"

#include <QAction>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace earshot;

namespace {

using Tab = DetailPane::Tab;

Conversation intentOf(const QString &intent)
{
    Conversation patch;
    patch.intent = intent;
    return patch;
}

Conversation statusOf(Status status)
{
    Conversation patch;
    patch.status = status;
    return patch;
}

/** What the store would tell of a change. */
StoreChanges changesOf(const QList<qint64> &conversations)
{
    StoreChanges changes;
    changes.conversations = conversations;
    return changes;
}

} // namespace

class DetailPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void beginsEmpty();
    void showsAConversation();
    void namesWhoIsNotKnown_data();
    void namesWhoIsNotKnown();
    void showsADelivery();
    void saysWhyASenderIsNotBelieved();
    void saysWhatASenderHeard();
    void aRepeatBelongsWhereItsFirstBelongs();
    void readsTheLastThatWasAskedFor();
    void readsAgainWhenItChanges();
    void saysWhatIsGone();
    void passesOnWhatIsAsked();
    void leadsFromThePillToTheQuestion();
    void putsActionsInItsFooter();
    void findsInTheTranscript();
    void isLowWhenCompact();
    void looksRight();

private:
    qint64 addChat(const QString &name);
    qint64 addEvent(qint64 conversation, EventType type, qint64 seconds, const Conversation &patch,
                    const QString &platformType);
    qint64 addRepeat(qint64 of);
    void addOutboxRow(qint64 conversation, const QString &destination, const QString &state);
    void showPane(const QSize &size = {400, 700});
    bool waitFor(qint64 conversation);

    template <typename T>
    T &part() const
    {
        return *m_pane->findChild<T *>();
    }

    QString tabCount(Tab tab) const { return part<DetailTabs>().countText(int(tab)); }

    StillClock m_clock;
    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<StoreReader> m_reader;
    std::unique_ptr<DisplaySettings> m_settings;
    std::unique_ptr<DetailPane> m_pane;
    qint64 m_source = 0;
};

void DetailPaneTest::init()
{
    m_store = std::make_unique<StoreFixture>();
    m_source = m_store->addSource(QStringLiteral("Web chat"));
    m_reader = std::make_unique<StoreReader>(StoreLocation{m_store->path()});
    m_settings = std::make_unique<DisplaySettings>(m_clock);
    m_pane = std::make_unique<DetailPane>(*m_reader, *m_settings);
}

void DetailPaneTest::cleanup()
{
    m_pane.reset();
    m_settings.reset();
    m_reader.reset();
    m_store.reset();
}

qint64 DetailPaneTest::addChat(const QString &name)
{
    const Transcript example = exampleChat();
    Conversation chat;
    chat.conversationId = QStringLiteral("c-%1").arg(name);
    chat.kind = Kind::Chat;
    chat.channel = QStringLiteral("whatsapp");
    chat.status = Status::Closed;
    chat.outcome = QStringLiteral("booked");
    chat.contactName = name;
    chat.contactEmail = QStringLiteral("hannah.vogel@example.org");
    chat.agent = QStringLiteral("Pine");
    chat.startedAt = exampleTime(0);
    chat.endedAt = exampleTime(452);
    chat.durationSeconds = 452;
    chat.estimated = {QStringLiteral("ended_at"), QStringLiteral("duration_s")};
    const qint64 id = m_store->addConversation(m_source, chat);
    qint64 position = 0;
    for (const TranscriptEntry &entry : example.entries) {
        if (entry.kind == TranscriptEntry::Kind::Turn)
            m_store->addMessage(id, position++, {{}, entry.role, entry.name, entry.text, entry.at});
    }
    return id;
}

qint64 DetailPaneTest::addEvent(qint64 conversation, EventType type, qint64 seconds, const Conversation &patch,
                                const QString &platformType)
{
    Delivery delivery;
    delivery.sourceId = m_source;
    delivery.method = "POST";
    delivery.target = "/hook/****Qx3f";
    delivery.remote = QStringLiteral("203.0.113.24");
    delivery.headers = {{"Content-Type", "application/json"}};
    delivery.body = R"({"event":"captured_intent.created","data":{"intent_name":"REQUEST_QUOTE"}})";
    delivery.verdict = QStringLiteral("unsigned");
    delivery.receivedAt = exampleTime(seconds + 1);
    const qint64 id = m_store->addDelivery(delivery);
    m_store->addFinding(delivery, id, DeliveryState::Decoded, 1);
    FoldEvent event;
    event.receivedAt = delivery.receivedAt;
    event.event.type = type;
    event.event.platformType = platformType;
    event.event.occurredAt = exampleTime(seconds);
    event.event.patch = patch;
    event.order.digest = QByteArray::number(id);
    m_store->addEvent(id, 1, m_source, conversation, event);
    return id;
}

qint64 DetailPaneTest::addRepeat(qint64 of)
{
    Delivery delivery;
    delivery.sourceId = m_source;
    delivery.method = "POST";
    delivery.target = "/hook/****Qx3f";
    delivery.verdict = QStringLiteral("unsigned");
    delivery.receivedAt = exampleTime(600);
    const qint64 id = m_store->addDelivery(delivery);
    m_store->addFinding(delivery, id, DeliveryState::Duplicate, 0, of);
    return id;
}

void DetailPaneTest::addOutboxRow(qint64 conversation, const QString &destination, const QString &state)
{
    m_store->run(QStringLiteral("INSERT INTO destination (\"key\", \"name\", \"kind\", \"url\", \"method\", \"state\", "
                                "\"created_at\") VALUES (?, ?, 'webhook', 'https://x.example', 'POST', 'active', 0)"),
                 {QString(QStringLiteral("k-") + destination), destination});
    const qint64 id = m_store->number(QStringLiteral("SELECT max(\"id\") FROM destination"));
    m_store->run(QStringLiteral("INSERT INTO outbox (\"destination\", \"record_kind\", \"conversation\", \"state\", "
                                "\"wanted\", \"sent\", \"attempts\", \"next_at\", \"created_at\", \"updated_at\") "
                                "VALUES (?, 'conversation', ?, ?, 1, 1, 1, 0, 0, 0)"),
                 {id, conversation, state});
}

void DetailPaneTest::showPane(const QSize &size)
{
    m_pane->resize(size);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

bool DetailPaneTest::waitFor(qint64 conversation)
{
    return QTest::qWaitFor([&] { return part<TranscriptPane>().view().transcript().conversation == conversation; });
}

void DetailPaneTest::beginsEmpty()
{
    showPane();
    QVERIFY(!part<DetailTabs>().isVisible());
    QCOMPARE(m_pane->conversation(), 0);
    m_pane->clear();
    QCOMPARE(m_pane->frontTab(), Tab::Transcript);
}

void DetailPaneTest::showsAConversation()
{
    const qint64 id = addChat(QStringLiteral("Hannah Vogel"));
    addEvent(id, EventType::IntentCaptured, 95, intentOf(QStringLiteral("REQUEST_QUOTE")), QStringLiteral("x"));
    addOutboxRow(id, QStringLiteral("CRM"), QStringLiteral("sent"));
    showPane();
    m_pane->showConversation(id);
    QVERIFY(waitFor(id));
    QVERIFY(part<DetailTabs>().isVisible());
    QCOMPARE(part<ConversationHeader>().title(), QStringLiteral("Hannah Vogel"));
    QCOMPARE(tabCount(Tab::Transcript), QStringLiteral("6"));
    QCOMPARE(tabCount(Tab::Payload), QString());
    QCOMPARE(tabCount(Tab::Timeline), QStringLiteral("1"));
    QCOMPARE(tabCount(Tab::Forwarding), QStringLiteral("1"));
    QCOMPARE(part<TimelineView>().model()->rowCount(), 1);
    QCOMPARE(part<ForwardingView>().cards().size(), 1);
    QStringList pills;
    for (const Pill *pill : part<ConversationHeader>().findChildren<Pill *>()) {
        if (pill->isVisible())
            pills.append(pill->text());
    }
    QCOMPARE(pills.size(), 4);
    QVERIFY(pills.contains(QStringLiteral("≈ 7:32")));
    QVERIFY(pills.contains(QStringLiteral("Booked")));
    QCOMPARE(m_pane->conversation(), id);
    QCOMPARE(m_pane->delivery(), 0);
}

void DetailPaneTest::namesWhoIsNotKnown_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("title");
    QTest::newRow("name") << QStringLiteral("Ann") << QStringLiteral("+493023125204") << QString()
                          << QStringLiteral("Ann");
    QTest::newRow("phone") << QString() << QStringLiteral("garbled") << QStringLiteral("a@b.example")
                           << QStringLiteral("garbled");
    QTest::newRow("mail") << QString() << QString() << QStringLiteral("a@b.example") << QStringLiteral("a@b.example");
    QTest::newRow("nothing") << QString() << QString() << QString() << QStringLiteral("Visitor 8f2c");
}

void DetailPaneTest::namesWhoIsNotKnown()
{
    QFETCH(QString, name);
    QFETCH(QString, phone);
    QFETCH(QString, email);
    QFETCH(QString, title);
    Conversation conversation;
    conversation.contactName = name;
    conversation.contactPhone = phone;
    conversation.contactEmail = email;
    conversation.conversationId = QStringLiteral("0123-8f2c");
    QCOMPARE(conversationTitle(conversation), title);
}

void DetailPaneTest::showsADelivery()
{
    const qint64 id = addChat(QStringLiteral("Hannah Vogel"));
    const qint64 delivery = addEvent(id, EventType::IntentCaptured, 95, intentOf(QStringLiteral("Q")),
                                     QStringLiteral("captured_intent.created"));
    showPane({728, 700});
    m_pane->setFrontTab(Tab::Payload);
    m_pane->showDelivery(delivery);
    QVERIFY(waitFor(id));
    auto &header = part<DeliveryHeader>();
    QVERIFY(header.isVisible());
    QCOMPARE(header.title(), QStringLiteral("captured_intent.created"));
    QVERIFY(header.facts().contains(QStringLiteral("203.0.113.24")));
    QCOMPARE(header.conversationPill()->text(), QStringLiteral("Hannah Vogel"));
    QCOMPARE(m_pane->conversation(), id);
    QTRY_COMPARE(part<PayloadView>().delivery(), delivery);

    QSignalSpy requested(m_pane.get(), &DetailPane::conversationRequested);
    header.conversationPill()->click();
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toLongLong(), id);
}

void DetailPaneTest::saysWhyASenderIsNotBelieved()
{
    Delivery delivery;
    delivery.sourceId = m_store->addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    delivery.receivedAt = exampleTime(0);
    delivery.method = "POST";
    delivery.target = "/hook/****";
    delivery.remote = QStringLiteral("203.0.113.9");
    delivery.verdict = QStringLiteral("failed");
    delivery.verdictReason = QStringLiteral("previous-secret");
    delivery.clockSkewSeconds = 420;
    delivery.answered = 401;
    delivery.body = "{}";
    const qint64 id = m_store->addDelivery(delivery);
    m_store->addFinding(delivery, id, DeliveryState::Quarantined);
    showPane({520, 700});
    m_pane->showDelivery(id);
    const auto &header = part<DeliveryHeader>();
    QTRY_COMPARE(header.reason(), QStringLiteral("Signature does not match. It would with the previous secret: update "
                                                 "the secret at Varda or allow both."));
    QVERIFY(m_pane->isQuarantined());
    QVERIFY2(header.facts().contains(QLatin1StringView("answered 401")), qPrintable(header.facts()));
    QVERIFY2(header.facts().contains(QLatin1StringView("sender's clock 7 min behind")), qPrintable(header.facts()));
    const auto *reason = header.findChild<MutedLabel *>();
    QTRY_VERIFY(reason->height() >= reason->heightForWidth(reason->width())); // all of it is seen
    if (areShotsWanted())
        saveShot(*m_pane, QStringLiteral("detail-quarantined"));
}

void DetailPaneTest::saysWhatASenderHeard()
{
    Delivery delivery;
    delivery.sourceId = m_source;
    delivery.receivedAt = exampleTime(0);
    delivery.method = "POST";
    delivery.target = "/hook/****";
    delivery.remote = QStringLiteral("203.0.113.9");
    delivery.verdict = QStringLiteral("released");
    delivery.answered = 0;
    delivery.releasedFrom = 1;
    delivery.body = "{}";
    m_store->addDelivery(delivery); // 1, as any other
    delivery.releasedFrom = std::nullopt;
    const qint64 plain = m_store->addDelivery(delivery);
    showPane();
    m_pane->showDelivery(1);
    const auto &header = part<DeliveryHeader>();
    QTRY_VERIFY(header.facts().contains(QLatin1StringView("released copy of delivery 1")));
    QVERIFY(header.facts().contains(QLatin1StringView("not answered")));
    QVERIFY(header.reason().isEmpty());
    QVERIFY(!m_pane->isQuarantined());
    m_pane->showDelivery(plain);
    QTRY_VERIFY(!header.facts().contains(QLatin1StringView("released copy")));
}

void DetailPaneTest::aRepeatBelongsWhereItsFirstBelongs()
{
    const qint64 id = addChat(QStringLiteral("Hannah Vogel"));
    const qint64 first = addEvent(id, EventType::ConversationClosed, 452, {}, QStringLiteral("conversation.closed"));
    const qint64 repeat = addRepeat(first);
    m_pane->showDelivery(repeat);
    QVERIFY(waitFor(id));
    QCOMPARE(part<DeliveryHeader>().title(), QStringLiteral("conversation.closed"));
    QCOMPARE(m_pane->delivery(), repeat);
}

void DetailPaneTest::readsTheLastThatWasAskedFor()
{
    const qint64 one = addChat(QStringLiteral("One"));
    const qint64 two = addChat(QStringLiteral("Two"));
    QSignalSpy shown(m_pane.get(), &DetailPane::shown);
    for (int i = 0; i < 20; ++i) {
        m_pane->showConversation(one);
        m_pane->showConversation(two);
    }
    QVERIFY(waitFor(two));
    QCOMPARE(part<ConversationHeader>().title(), QStringLiteral("Two"));
    QCOMPARE(shown.size(), 1);
}

void DetailPaneTest::readsAgainWhenItChanges()
{
    const qint64 id = addChat(QStringLiteral("Hannah Vogel"));
    const qint64 other = addChat(QStringLiteral("Other"));
    m_pane->showConversation(id);
    QVERIFY(waitFor(id));
    QSignalSpy shown(m_pane.get(), &DetailPane::shown);
    m_store->addMessage(id, 90, {{}, Role::User, {}, QStringLiteral("One more"), exampleTime(460)});
    Q_EMIT m_reader->changed(changesOf({other}));
    Q_EMIT m_reader->changed(changesOf({id}));
    Q_EMIT m_reader->changed(changesOf({id, other}));
    Q_EMIT m_reader->changed(changesOf({id}));
    QTRY_COMPARE(shown.size(), 2); // one read, and one for what came meanwhile
    QCOMPARE(tabCount(Tab::Transcript), QStringLiteral("7"));
    StoreChanges outboxChanged;
    outboxChanged.outbox = true;
    addOutboxRow(id, QStringLiteral("CRM"), QStringLiteral("parked"));
    Q_EMIT m_reader->changed(outboxChanged);
    QTRY_COMPARE(tabCount(Tab::Forwarding), QStringLiteral("1"));
}

void DetailPaneTest::saysWhatIsGone()
{
    showPane();
    m_pane->showConversation(4711);
    QTRY_VERIFY(!part<DetailTabs>().isVisible());
    const qint64 id = addChat(QStringLiteral("Hannah Vogel"));
    m_pane->showConversation(id);
    QVERIFY(waitFor(id));
    QVERIFY(part<DetailTabs>().isVisible());
}

void DetailPaneTest::passesOnWhatIsAsked()
{
    const qint64 id = addChat(QStringLiteral("Hannah Vogel"));
    const qint64 delivery = addEvent(id, EventType::ConversationClosed, 452, {}, QStringLiteral("x"));
    addOutboxRow(id, QStringLiteral("CRM"), QStringLiteral("parked"));
    showPane();
    m_pane->showConversation(id);
    QVERIFY(waitFor(id));
    QSignalSpy deliveries(m_pane.get(), &DetailPane::deliveryRequested);
    m_pane->setFrontTab(Tab::Timeline);
    m_pane->focusContent();
    part<TimelineView>().setCurrentIndex(part<TimelineView>().model()->index(0, 0));
    QTest::keyClick(&part<TimelineView>(), Qt::Key_Return);
    QCOMPARE(deliveries.size(), 1);
    QCOMPARE(deliveries.first().first().toLongLong(), delivery);

    QSignalSpy retries(m_pane.get(), &DetailPane::retryRequested);
    part<ForwardingView>().cards().first()->sendButton()->click();
    QCOMPARE(retries.size(), 1);
    const QSignalSpy logs(m_pane.get(), &DetailPane::logRequested);
    part<ForwardingView>().cards().first()->logButton()->click();
    QCOMPARE(logs.size(), 1);
    QSignalSpy steps(m_pane.get(), &DetailPane::nextRequested);
    m_pane->setSteps(false, true);
    m_pane->showDelivery(delivery);
    QTRY_VERIFY(part<DeliveryHeader>().isVisible());
    for (QToolButton *button : part<DeliveryHeader>().findChildren<QToolButton *>())
        button->click();
    QCOMPARE(steps.size(), 1);
}

void DetailPaneTest::leadsFromThePillToTheQuestion()
{
    const qint64 id = addChat(QStringLiteral("Hannah Vogel"));
    addOutboxRow(id, QStringLiteral("CRM"), QStringLiteral("sent"));
    addOutboxRow(id, QStringLiteral("Tickets"), QStringLiteral("parked"));
    m_store->run(QStringLiteral("UPDATE outbox SET \"question\" = 'perhaps_written' WHERE \"state\" = 'parked'"));
    showPane();
    m_pane->showConversation(id);
    QVERIFY(waitFor(id));
    Pill *asks = nullptr;
    for (Pill *pill : part<ConversationHeader>().findChildren<Pill *>()) {
        if (pill->isVisible() && pill->text() == QStringLiteral("Asks"))
            asks = pill;
    }
    QVERIFY(asks != nullptr);
    QVERIFY(asks->toolTip().contains(QStringLiteral("CRM: Sent")));
    QVERIFY(asks->focusPolicy() & Qt::TabFocus);
    QTest::mouseClick(asks, Qt::LeftButton);
    QCOMPARE(m_pane->frontTab(), Tab::Forwarding);

    const QSignalSpy settled(m_pane.get(), &DetailPane::settled);
    OutboxQuestionPanel *question = part<ForwardingView>().cards().last()->question();
    question->isThereButton()->click();
    QCOMPARE(settled.size(), 1);
    QVERIFY(!question->isThereButton()->isEnabled()); // once is enough
    m_pane->setAnswering(settled.first().first().toLongLong(), false); // it was refused
    QVERIFY(question->isThereButton()->isEnabled());
}

void DetailPaneTest::putsActionsInItsFooter()
{
    QObject owner;
    QList<QAction *> actions;
    for (const char16_t *text : {u"&Forward…", u"Copy", u"Export…", u"Own window"})
        actions.append(new QAction(QString::fromUtf16(text), &owner));
    m_pane->setFooterActions(actions);
    const auto &footer = part<DetailFooter>();
    QCOMPARE(footer.buttons().size(), 3);
    QCOMPARE(footer.buttons().first()->text(), QStringLiteral("Forward…"));
    QVERIFY(!footer.moreButton()->isHidden());
    QSignalSpy triggered(actions.first(), &QAction::triggered);
    footer.buttons().first()->click();
    QCOMPARE(triggered.size(), 1);
    actions.first()->setEnabled(false);
    QVERIFY(!footer.buttons().first()->isEnabled());
    m_pane->setFooterActions({});
    QVERIFY(footer.isHidden());
}

void DetailPaneTest::findsInTheTranscript()
{
    const qint64 id = addChat(QStringLiteral("Hannah Vogel"));
    showPane();
    m_pane->showConversation(id);
    QVERIFY(waitFor(id));
    m_pane->setFrontTab(Tab::Forwarding);
    QSignalSpy fronts(m_pane.get(), &DetailPane::frontTabChanged);
    m_pane->find();
    QCOMPARE(m_pane->frontTab(), Tab::Transcript);
    QCOMPARE(fronts.size(), 1);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("tuesday"));
    QCOMPARE(part<TranscriptPane>().view().hitCount(), 2);
}

void DetailPaneTest::isLowWhenCompact()
{
    const qint64 id = addChat(QStringLiteral("Hannah Vogel"));
    showPane({400, 600});
    m_pane->showConversation(id);
    QVERIFY(waitFor(id));
    const int high = part<DetailTabs>().y();
    QVERIFY(high >= 92);
    m_pane->setCompactHeader(true);
    QTRY_VERIFY(part<DetailTabs>().y() < 50);
    QTRY_COMPARE(part<ConversationHeader>().width(), 400); // what does not fit is left out
    const auto pills = part<ConversationHeader>().findChildren<Pill *>();
    QVERIFY(std::ranges::any_of(pills, [](const Pill *pill) { return pill->isVisible(); }));
    const auto isInside = [this](const Pill *pill) {
        return !pill->isVisible() || pill->mapTo(m_pane.get(), pill->rect().topRight()).x() < 400;
    };
    QTRY_VERIFY(std::ranges::all_of(pills, isInside));
    m_pane->setCompactHeader(false);
    QTRY_COMPARE(part<DetailTabs>().y(), high);
}

void DetailPaneTest::looksRight()
{
    if (!areShotsWanted())
        QSKIP("EARSHOT_SHOTS names no folder");
    const qint64 id = addChat(QStringLiteral("Hannah Vogel"));
    addEvent(id, EventType::IntentCaptured, 95, intentOf(QStringLiteral("REQUEST_QUOTE")),
             QStringLiteral("captured_intent.created"));
    Conversation form;
    form.form = QStringLiteral("Measuring visit");
    form.attributes = {
        {QStringLiteral("field_values"), QJsonObject{{QStringLiteral("name"), QStringLiteral("Hannah Vogel")},
                                                     {QStringLiteral("postcode"), QStringLiteral("14467")}}}};
    addEvent(id, EventType::FormCaptured, 302, form, QStringLiteral("captured_form.created"));
    const qint64 closed = addEvent(id, EventType::ConversationClosed, 452, statusOf(Status::Closed),
                                   QStringLiteral("conversation.closed"));
    addOutboxRow(id, QStringLiteral("CRM"), QStringLiteral("sent"));
    QAction forward(themedIcon(Icon::Forward), QStringLiteral("Forward…"));
    QAction copy(themedIcon(Icon::Copy), QStringLiteral("Copy"));
    QAction window(themedIcon(Icon::Expand), QStringLiteral("Own window"));
    QAction more(QStringLiteral("Export…"));
    m_pane->setFooterActions({&forward, &copy, &window, &more});
    for (const bool dark : {false, true}) {
        applyLook(dark);
        const QString look = dark ? QStringLiteral("dark") : QStringLiteral("light");
        m_pane->clear();
        m_pane->setFrontTab(Tab::Transcript);
        showPane({400, 740});
        saveShot(*m_pane, QStringLiteral("detail-empty-") + look);
        m_pane->showConversation(id);
        QVERIFY(waitFor(id));
        saveShot(*m_pane, QStringLiteral("detail-live-") + look);
        m_pane->setFrontTab(Tab::Timeline);
        saveShot(*m_pane, QStringLiteral("detail-timeline-") + look);
        m_pane->setCompactHeader(true);
        m_pane->setFrontTab(Tab::Forwarding);
        saveShot(*m_pane, QStringLiteral("detail-compact-") + look);
        m_pane->setCompactHeader(false);
        m_pane->resize(728, 740);
        QSignalSpy read(&part<PayloadView>(), &PayloadView::deliveryShown);
        m_pane->showDelivery(closed);
        m_pane->setFrontTab(Tab::Payload);
        QTRY_VERIFY(part<DeliveryHeader>().isVisible());
        QTRY_COMPARE(part<PayloadView>().delivery(), closed);
        QTRY_VERIFY(read.size() > 0);
        saveShot(*m_pane, QStringLiteral("detail-inspect-") + look);
    }
}

QTEST_MAIN(DetailPaneTest)
#include "tst_detailpane.moc"
