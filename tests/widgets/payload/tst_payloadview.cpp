// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/payload/payloadstore.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/emptystate.h"
#include "widgets/payload/payloadbar.h"
#include "widgets/payload/payloaddiffpane.h"
#include "widgets/payload/payloaddiffview.h"
#include "widgets/payload/payloadhexview.h"
#include "widgets/payload/payloadtableview.h"
#include "widgets/payload/payloadtextview.h"
#include "widgets/payload/payloadtreepage.h"
#include "widgets/payload/payloadview.h"
#include "widgets/style/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace earshot;
using Page = PayloadView::Page;

class PayloadViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsADelivery();
    void leavesOutWhatADeliveryHasNot_data();
    void leavesOutWhatADeliveryHasNot();
    void showsFormParts();
    void showsTheQueryOfAGet();
    void opensLargeBodiesAsBytes();
    void jumpsToAMistake();
    void saysWhyADeliveryIsMalformed();
    void saysWhatWasErased();
    void saysWhatCannotBeRead();
    void comparesWithThePrevious();
    void saysThatNothingCameBefore();
    void stepsThroughAConversation();
    void forgetsWhatNobodyWaitsFor();
    void asksForAFilter();
    void asksForTheConversation();
    void copiesARequest_data();
    void copiesARequest();
    void choosesPagesByKeys();
    void keepsThePageThatWasChosen();
    void findsText();
    void showsTextAsSent();
    void takesPictures();

private:
    qint64 addSample(const QString &name, std::chrono::seconds later = {}, std::optional<qint64> conversation = {});
    void show(qint64 delivery);

    PayloadTreePage &tree() { return *m_view->findChild<PayloadTreePage *>(); }

    PayloadTextView &text() { return *m_view->findChild<PayloadTextView *>(); }

    PayloadBar &bar() { return *m_view->findChild<PayloadBar *>(); }

    Banner &banner() { return *m_view->findChild<Banner *>(); }

    void select(const QString &path);
    QPushButton *button(const QString &label);

    StandingClock m_clock;
    std::unique_ptr<PayloadStore> m_store;
    std::unique_ptr<DisplaySettings> m_display;
    std::unique_ptr<StoreReader> m_reader;
    std::unique_ptr<PayloadView> m_view;
    qint64 m_source = 0;
};

void PayloadViewTest::init()
{
    m_store = std::make_unique<PayloadStore>();
    m_source = m_store->addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    m_store->run(QStringLiteral("UPDATE source SET \"currency\" = 'USD'"));
    m_display = std::make_unique<DisplaySettings>(m_clock);
    m_display->setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
    m_reader = std::make_unique<StoreReader>(StoreLocation{m_store->path()});
    m_view = std::make_unique<PayloadView>(*m_reader, *m_display);
    m_view->resize(728, 640);
    m_view->show();
}

void PayloadViewTest::cleanup()
{
    m_view.reset();
    m_reader.reset();
    m_store.reset();
}

qint64 PayloadViewTest::addSample(const QString &name, std::chrono::seconds later, std::optional<qint64> conversation)
{
    const QString platform = name.section(QLatin1Char('/'), 0, 0);
    return m_store->add(m_source, platform, PayloadStore::sample(name), later, conversation);
}

void PayloadViewTest::show(qint64 delivery)
{
    QSignalSpy shown(m_view.get(), &PayloadView::deliveryShown);
    m_view->showDelivery(delivery);
    QVERIFY(shown.wait());
    QCOMPARE(shown.first().first().toLongLong(), delivery);
}

void PayloadViewTest::select(const QString &path)
{
    PayloadTreeView &view = tree().tree();
    for (QModelIndex index = view.model()->index(0, 0); index.isValid(); index = view.indexBelow(index)) {
        view.setCurrentIndex(index);
        if (m_view->findChild<QWidget *>(QStringLiteral("path"))->property("text").toString() == path)
            return;
    }
    QFAIL("there is no such value in the tree");
}

QPushButton *PayloadViewTest::button(const QString &label)
{
    for (QPushButton *candidate : m_view->findChildren<QPushButton *>()) {
        if (candidate->text() == label && candidate->isVisible())
            return candidate;
    }
    return nullptr;
}

void PayloadViewTest::showsADelivery()
{
    const qint64 id = addSample(QStringLiteral("varda/call-outcome-tagged"));
    show(id);
    QCOMPARE(m_view->delivery(), id);
    QCOMPARE(m_view->page(), Page::Tree);
    QVERIFY(tree().isVisible());
    QCOMPARE(tree().tree().payload().rowCount(tree().tree().payload().index(0, 0)), 3);
    QVERIFY(!banner().isVisible());
    m_view->clear();
    QCOMPARE(m_view->delivery(), 0);
    QVERIFY(m_view->findChild<EmptyState *>()->isVisible());
    QVERIFY(!bar().isVisible());
}

void PayloadViewTest::leavesOutWhatADeliveryHasNot_data()
{
    QTest::addColumn<QString>("sample");
    QTest::addColumn<QString>("pages"); // that there are
    QTest::newRow("JSON") << "varda/call-ended" << "Tree Text Raw Headers Diff";
    QTest::newRow("a form") << "eigi/completed-post" << "Tree Text Raw Headers Form parts Diff";
    QTest::newRow("a query") << "eigi/completed-get" << "Tree Text Headers Form parts Diff";
    QTest::newRow("broken JSON") << "custom/json-broken" << "Text Raw Headers";
    QTest::newRow("no body") << "insighto/body-empty" << "Headers";
}

void PayloadViewTest::leavesOutWhatADeliveryHasNot()
{
    QFETCH(QString, sample);
    QFETCH(QString, pages);
    show(addSample(sample));
    QStringList shown;
    for (int page = 0; page < int(Page::Count_); ++page) {
        if (bar().pageAction(page)->isVisible())
            shown.append(bar().pageAction(page)->text().remove(QRegularExpression(QStringLiteral(" \\d+"))));
    }
    QCOMPARE(shown.join(QLatin1Char(' ')), pages);
}

void PayloadViewTest::showsFormParts()
{
    show(addSample(QStringLiteral("eigi/completed-post-file-part")));
    m_view->setPage(Page::Parts);
    QCOMPARE(m_view->page(), Page::Parts);
    QString all;
    for (const PayloadTableView *table : m_view->findChildren<PayloadTableView *>()) {
        for (int column = 0; table->isVisible() && column < table->model()->columnCount(); ++column) {
            for (int row = 0; row < table->model()->rowCount(); ++row)
                all += table->model()->index(row, column).data().toString() + QLatin1Char('\n');
        }
    }
    QVERIFY2(all.contains(QStringLiteral("payload\n")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral(".json\n")), qPrintable(all)); // the file's name
}

void PayloadViewTest::showsTheQueryOfAGet()
{
    show(addSample(QStringLiteral("eigi/completed-get")));
    QCOMPARE(m_view->page(), Page::Tree);
    m_view->setPage(Page::Raw); // there are no bytes of a body
    QVERIFY(m_view->page() != Page::Raw);
}

void PayloadViewTest::opensLargeBodiesAsBytes()
{
    const QByteArray body("{\"type\":\"big\",\"text\":\"" + QByteArray(1'200'000, 'x') + "\"}");
    const qint64 id = m_store->add(m_source, QStringLiteral("custom"), PayloadStore::json(body));
    show(id);
    QCOMPARE(m_view->page(), Page::Raw);
    QVERIFY(bar().pageAction(int(Page::Headers))->isVisible());
    QTRY_VERIFY(bar().pageAction(int(Page::Tree))->isVisible()); // read beside
    QCOMPARE(m_view->page(), Page::Raw);
    m_view->setPage(Page::Tree);
    QCOMPARE(m_view->page(), Page::Tree);
    show(addSample(QStringLiteral("varda/call-ended")));
    QCOMPARE(m_view->page(), Page::Tree);
}

void PayloadViewTest::jumpsToAMistake()
{
    show(m_store->add(m_source, QStringLiteral("custom"), PayloadStore::json("{\n \"a\": 1,\n \"b\" 2\n}")));
    QVERIFY(banner().isVisible());
    QVERIFY2(banner().text().contains(QStringLiteral("line 3")), qPrintable(banner().text()));
    Q_EMIT banner().activated();
    QCOMPARE(m_view->page(), Page::Text);
    QVERIFY(text().isAsSent());
    QCOMPARE(text().cursorPlace().first, 3);
}

void PayloadViewTest::saysWhyADeliveryIsMalformed()
{
    show(addSample(QStringLiteral("varda/data-missing")));
    QVERIFY(banner().isVisible());
    QVERIFY2(banner().text().contains(QStringLiteral("data")), qPrintable(banner().text()));
    QCOMPARE(m_view->page(), Page::Tree);
}

void PayloadViewTest::saysWhatWasErased()
{
    const qint64 id = addSample(QStringLiteral("varda/call-ended"));
    m_store->run(QStringLiteral("DELETE FROM delivery_body WHERE \"delivery\" = ?"), {id});
    show(id);
    QVERIFY(banner().isVisible());
    QVERIFY(banner().text().contains(QStringLiteral("erased")));
    QCOMPARE(m_view->page(), Page::Headers);
}

void PayloadViewTest::saysWhatCannotBeRead()
{
    m_view->showDelivery(99);
    auto *empty = m_view->findChild<EmptyState *>();
    QTRY_VERIFY(!empty->findChildren<QPushButton *>().isEmpty());
    QVERIFY(empty->isVisible());
    m_view->showDelivery(addSample(QStringLiteral("varda/call-ended")));
    QTRY_VERIFY(tree().isVisible());
}

void PayloadViewTest::comparesWithThePrevious()
{
    addSample(QStringLiteral("varda/call-outcome-tagged-quoted"));
    addSample(QStringLiteral("varda/call-ended"));
    show(addSample(QStringLiteral("varda/call-outcome-tagged"), std::chrono::seconds(60)));
    m_view->showDiff();
    QCOMPARE(m_view->page(), Page::Diff);
    auto *diff = m_view->findChild<PayloadDiffView *>();
    const auto changes = [&] {
        return std::ranges::count(diff->pane().shownRows(), DiffKind::Changed, &DiffRow::kind);
    };
    const auto without = changes();
    QVERIFY(without > 0);
    diff->setWithTimesAndIds(true);
    QTRY_VERIFY(changes() >= without && !diff->pane().accessibleDescription().contains(QStringLiteral("skipped")));
}

void PayloadViewTest::saysThatNothingCameBefore()
{
    show(addSample(QStringLiteral("varda/call-ended")));
    m_view->showDiff();
    auto *diff = m_view->findChild<PayloadDiffView *>();
    QVERIFY(!diff->pane().isVisible());
    QVERIFY(diff->findChild<EmptyState *>()->isVisible());
}

void PayloadViewTest::stepsThroughAConversation()
{
    Conversation conversation;
    conversation.conversationId = QStringLiteral("42");
    const qint64 call = m_store->addConversation(m_source, conversation, QStringLiteral("call"));
    const qint64 first = addSample(QStringLiteral("varda/call-started"), {}, call);
    const qint64 second = addSample(QStringLiteral("varda/call-ended"), std::chrono::seconds(60), call);
    addSample(QStringLiteral("varda/contact-created"));
    QSignalSpy shown(m_view.get(), &PayloadView::deliveryShown);
    m_view->showConversation(call);
    QVERIFY(shown.wait());
    QCOMPARE(m_view->delivery(), second);
    m_view->showNewer(); // there is none
    QCOMPARE(m_view->delivery(), second);
    m_view->showOlder();
    QVERIFY(shown.wait());
    QCOMPARE(m_view->delivery(), first);
    m_view->showOlder();
    QCOMPARE(m_view->delivery(), first);
    m_view->showConversation(call); // asked for again: stays where it is
    QTest::qWait(0);
    QCOMPARE(m_view->delivery(), first);
}

void PayloadViewTest::forgetsWhatNobodyWaitsFor()
{
    const qint64 first = addSample(QStringLiteral("varda/call-started"));
    const qint64 second = addSample(QStringLiteral("varda/call-ended"));
    QSignalSpy shown(m_view.get(), &PayloadView::deliveryShown);
    m_view->showDelivery(first);
    m_view->showDelivery(second);
    m_view->showDelivery(first);
    m_view->showDelivery(second);
    QVERIFY(shown.wait());
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown.first().first().toLongLong(), second);
    m_view->showDelivery(first);
    m_view->clear();
    QVERIFY(!bar().isVisible());
}

void PayloadViewTest::asksForAFilter()
{
    show(addSample(QStringLiteral("varda/call-outcome-tagged")));
    QSignalSpy asked(m_view.get(), &PayloadView::filterRequested);
    select(QStringLiteral("data.outcome_type"));
    QTest::mouseClick(button(QStringLiteral("Filter")), Qt::LeftButton);
    QTest::mouseClick(button(QStringLiteral("Exclude")), Qt::LeftButton);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked[0], QVariantList({QStringLiteral("outcome"), QStringLiteral("booked"), false}));
    QCOMPARE(asked[1], QVariantList({QStringLiteral("outcome"), QStringLiteral("booked"), true}));
    select(QStringLiteral("event"));
    QVERIFY(!button(QStringLiteral("Filter"))->isEnabled());
}

void PayloadViewTest::asksForTheConversation()
{
    Conversation conversation;
    conversation.conversationId = QStringLiteral("42");
    const qint64 call = m_store->addConversation(m_source, conversation, QStringLiteral("call"));
    show(addSample(QStringLiteral("varda/call-outcome-tagged"), {}, call));
    QSignalSpy asked(m_view.get(), &PayloadView::conversationRequested);
    select(QStringLiteral("data.call_session_id"));
    QTest::keyClick(&tree().tree(), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toLongLong(), call);
}

void PayloadViewTest::copiesARequest_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("begin");
    QTest::newRow("cURL") << int(PayloadBar::Copied::Curl)
                          << "curl --globoff -X 'POST' \\\n  'http://hooks.example.com/hook/****'";
    QTest::newRow("body") << int(PayloadBar::Copied::Body) << "{\n  \"event\": \"call.outcome_tagged\"";
    QTest::newRow("headers") << int(PayloadBar::Copied::Headers) << "Host: hooks.example.com\nUser-Agent: Varda";
    QTest::newRow("path") << int(PayloadBar::Copied::Path) << "/hook/****";
}

void PayloadViewTest::copiesARequest()
{
    QFETCH(int, what);
    QFETCH(QString, begin);
    show(addSample(QStringLiteral("varda/call-outcome-tagged")));
    Q_EMIT bar().copyRequested(PayloadBar::Copied(what));
    const QString copied = QApplication::clipboard()->text();
    QVERIFY2(copied.startsWith(begin), qPrintable(copied));
}

void PayloadViewTest::choosesPagesByKeys()
{
    show(addSample(QStringLiteral("varda/call-outcome-tagged")));
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    tree().tree().setFocus();
    for (const auto &[key, page] :
         {std::pair{Qt::Key_2, Page::Text}, std::pair{Qt::Key_3, Page::Raw}, std::pair{Qt::Key_4, Page::Headers},
          std::pair{Qt::Key_6, Page::Diff}, std::pair{Qt::Key_1, Page::Tree}}) {
        QTest::keyClick(QApplication::focusWidget(), key);
        QCOMPARE(m_view->page(), page);
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_5); // there are no parts
    QCOMPARE(m_view->page(), Page::Tree);
}

void PayloadViewTest::keepsThePageThatWasChosen()
{
    show(addSample(QStringLiteral("eigi/completed-post")));
    m_view->setPage(Page::Parts);
    show(addSample(QStringLiteral("varda/call-ended")));
    QCOMPARE(m_view->page(), Page::Tree);
    show(addSample(QStringLiteral("eigi/failed")));
    QCOMPARE(m_view->page(), Page::Parts);
}

void PayloadViewTest::findsText()
{
    show(addSample(QStringLiteral("varda/call-outcome-tagged")));
    m_view->find();
    QCOMPARE(m_view->page(), Page::Text);
    QCOMPARE(text().findText(QStringLiteral("VALUE_cents")), 2);
    QCOMPARE(text().cursorPlace().first, 8);
    text().findNext(true);
    QCOMPARE(text().cursorPlace().first, 9);
    text().findNext(true);
    QCOMPARE(text().cursorPlace().first, 8);
    QCOMPARE(text().findText(QStringLiteral("nowhere")), 0);
    QCOMPARE(text().findText(QString()), 0);
}

void PayloadViewTest::showsTextAsSent()
{
    show(m_store->add(m_source, QStringLiteral("custom"), PayloadStore::json("{\"a\":[1.50]}")));
    m_view->setPage(Page::Text);
    QCOMPARE(text().text(), QStringLiteral("{\n  \"a\": [\n    1.50\n  ]\n}"));
    text().setAsSent(true);
    QCOMPARE(text().text(), QStringLiteral("{\"a\":[1.50]}"));
}

void PayloadViewTest::takesPictures()
{
    const QString folder = qEnvironmentVariable("EARSHOT_SHOTS");
    if (folder.isEmpty())
        QSKIP("EARSHOT_SHOTS names no folder");
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
    Theme theme;
    addSample(QStringLiteral("varda/call-outcome-tagged-quoted"));
    const qint64 outcome = addSample(QStringLiteral("varda/call-outcome-tagged"), std::chrono::seconds(60));
    const qint64 form = addSample(QStringLiteral("eigi/completed-post-file-part"));
    const qint64 broken =
        m_store->add(m_source, QStringLiteral("custom"), PayloadStore::json("{\n \"a\": 1,\n \"b\" 2\n}"));
    const auto take = [&](const QString &name) {
        QTest::qWait(50);
        m_view->grab().save(QStringLiteral("%1/payload-%2.png").arg(folder, name));
    };
    for (const auto &[choice, word] : {std::pair{ThemeChoice::Light, "light"}, std::pair{ThemeChoice::Dark, "dark"}}) {
        theme.choose(choice);
        m_view->clear();
        show(outcome);
        for (const auto &[page, name] :
             {std::pair{Page::Tree, "tree"}, std::pair{Page::Text, "text"}, std::pair{Page::Raw, "raw"},
              std::pair{Page::Headers, "headers"}, std::pair{Page::Diff, "diff"}}) {
            m_view->setPage(page);
            m_view->setFocus();
            if (page == Page::Tree)
                select(QStringLiteral("data.estimated_value_cents"));
            if (page == Page::Text)
                m_view->find();
            take(QStringLiteral("%1-%2").arg(QLatin1StringView(name), QLatin1StringView(word)));
        }
        show(form);
        m_view->setPage(Page::Parts);
        take(QStringLiteral("parts-%1").arg(QLatin1StringView(word)));
        show(broken);
        m_view->setPage(Page::Text);
        take(QStringLiteral("broken-%1").arg(QLatin1StringView(word)));
        m_view->resize(400, 640);
        show(outcome);
        m_view->setPage(Page::Tree);
        take(QStringLiteral("narrow-%1").arg(QLatin1StringView(word)));
        m_view->resize(728, 640);
    }
}

QTEST_MAIN(PayloadViewTest)
#include "tst_payloadview.moc"
