// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/replay/replayfloor.h"
#include "widgets/replay/editdeliverydialog.h"
#include "widgets/replay/headerfieldtable.h"
#include "widgets/replay/replaytargetform.h"

#include <QPlainTextEdit>

#include <zlib.h>

using namespace earshot;

namespace {

QByteArray gzipped(const QByteArray &text)
{
    z_stream stream{};
    if (deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib does not begin");
    QByteArray out(qsizetype(deflateBound(&stream, uLong(text.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.constData()));
    stream.avail_in = uInt(text.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        qFatal("zlib does not end");
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

} // namespace

class EditDeliveryDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void unchangedItGoesAsItCame();
    void sendsTheEditedBody();
    void saysWhereJsonBreaks();
    void editsWhatWasCompressed();
    void editsHeaders();
    void refusesAHeaderThatCannotBe();
    void bytesThatAreNoTextStay();
    void showsTheAnswer();
    void warnsBeforeItLeaves();
    void saysThatBytesAreGone();

private:
    void open(qint64 delivery)
    {
        m_dialog = std::make_unique<EditDeliveryDialog>(m_floor->actions, m_floor->reader, m_floor->sources,
                                                        m_floor->display, m_floor->settings, delivery);
        m_dialog->target().setAddress(QStringLiteral("http://127.0.0.1:8080/in"));
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }

    void openToSend(qint64 delivery)
    {
        open(delivery);
        QTRY_VERIFY(m_dialog->primaryButton()->isEnabled());
    }

    const ReplayRequest &sent()
    {
        QTest::keyClick(m_dialog->primaryButton(), Qt::Key_Space);
        return m_floor->actions.replayed;
    }

    QPlainTextEdit *body() const { return m_dialog->findChild<QPlainTextEdit *>(QStringLiteral("replayBody")); }

    HeaderFieldTable *headers() const { return m_dialog->findChild<HeaderFieldTable *>(); }

    Banner *banner() const { return m_dialog->findChild<Banner *>(); }

    Theme m_theme;
    std::unique_ptr<ReplayFloor> m_floor;
    std::unique_ptr<EditDeliveryDialog> m_dialog;
};

void EditDeliveryDialogTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void EditDeliveryDialogTest::init()
{
    m_floor = std::make_unique<ReplayFloor>();
}

void EditDeliveryDialogTest::cleanup()
{
    m_dialog.reset();
    m_floor.reset();
}

void EditDeliveryDialogTest::unchangedItGoesAsItCame()
{
    const qint64 id = m_floor->addDelivery("{\r\n}", {{"Content-Type", "application/json"}, {"Host", "h"}});
    openToSend(id);
    QCOMPARE(headers()->fields(), QList<HeaderField>({{"Content-Type", "application/json"}}));
    const ReplayRequest &request = sent();
    QCOMPARE(m_floor->actions.calls, QStringList{QStringLiteral("replay")});
    QCOMPARE(request.deliveries, QList<qint64>{id});
    QCOMPARE(request.edit, DeliveryEdit());
}

void EditDeliveryDialogTest::sendsTheEditedBody()
{
    openToSend(m_floor->addDelivery("{\"a\":\r\n 1}"));
    QVERIFY(readTexts(*m_dialog).contains(QStringLiteral("Valid JSON.")));
    body()->setFocus();
    body()->moveCursor(QTextCursor::End);
    QTest::keyClick(body(), Qt::Key_Backspace);
    QTest::keyClicks(body(), QStringLiteral(", \"b\": 2}"));
    saveShots(*m_dialog, m_theme, QStringLiteral("edit-delivery"));
    QCOMPARE(sent().edit.body, std::optional<QByteArray>("{\"a\":\r\n 1, \"b\": 2}"));
}

void EditDeliveryDialogTest::saysWhereJsonBreaks()
{
    openToSend(m_floor->addDelivery("{\"a\": 1}"));
    body()->setPlainText(QStringLiteral("{\n\"a\": }"));
    QTRY_VERIFY(readTexts(*m_dialog).contains(QStringLiteral("Not valid JSON")));
    QVERIFY(readTexts(*m_dialog).contains(QStringLiteral("line 2")));
    QCOMPARE(sent().edit.body, std::optional<QByteArray>("{\n\"a\": }")); // and yet it goes
}

void EditDeliveryDialogTest::editsWhatWasCompressed()
{
    openToSend(m_floor->addDelivery(gzipped("{\"a\": 1}"), {{"Content-Encoding", "gzip"}, {"X-A", "1"}}));
    QCOMPARE(body()->toPlainText(), QStringLiteral("{\"a\": 1}"));
    QCOMPARE(headers()->fields(), QList<HeaderField>({{"X-A", "1"}}));
    QVERIFY(readTexts(*m_dialog).contains(QStringLiteral("gzip")));
    QCOMPARE(sent().edit, DeliveryEdit()); // as it came: still compressed
    m_floor->actions.replaying.finish();
    QTRY_VERIFY(m_dialog->primaryButton()->isEnabled());
    body()->setPlainText(QStringLiteral("{}"));
    QCOMPARE(sent().edit.body, std::optional<QByteArray>("{}"));
}

void EditDeliveryDialogTest::editsHeaders()
{
    openToSend(m_floor->addDelivery("{}", {{"X-A", "1"}, {"X-B", "2"}}));
    headers()->setFields({{"X-A", "3"}, {"X-New", "4"}});
    const DeliveryEdit edit = sent().edit;
    QCOMPARE(edit.headers, QList<HeaderField>({{"X-A", "3"}, {"X-New", "4"}}));
    QCOMPARE(edit.without, QByteArrayList{"X-B"});
    QVERIFY(!edit.body);
}

void EditDeliveryDialogTest::refusesAHeaderThatCannotBe()
{
    openToSend(m_floor->addDelivery("{}"));
    headers()->setFields({{"Content-Length", "3"}});
    sent();
    QVERIFY(m_floor->actions.calls.isEmpty());
    QCOMPARE(banner()->kind(), Banner::Kind::Error);
    QVERIFY(banner()->text().contains(QStringLiteral("Content-Length")));
}

void EditDeliveryDialogTest::bytesThatAreNoTextStay()
{
    openToSend(m_floor->addDelivery("\xff\xfe"));
    QVERIFY(body()->isReadOnly());
    QVERIFY(readTexts(*m_dialog).contains(QStringLiteral("not text in UTF-8")));
    QVERIFY(!sent().edit.body);
}

void EditDeliveryDialogTest::showsTheAnswer()
{
    openToSend(m_floor->addDelivery("{}"));
    sent();
    QVERIFY(!m_dialog->primaryButton()->isEnabled());
    ReplayOutcome outcome = outcomeOf(1, 422, 1, QStringLiteral("<b>no</b>"));
    m_floor->actions.replaying.addResult(Result<ReplayOutcome>(outcome));
    m_floor->actions.replaying.finish();
    QTRY_COMPARE(banner()->text(), QStringLiteral("Answered with 422 after 12 ms."));
    bool isShown = false;
    for (const QPlainTextEdit *field : m_dialog->findChildren<QPlainTextEdit *>())
        isShown = isShown || (field->isVisible() && field->toPlainText() == QStringLiteral("<b>no</b>"));
    QVERIFY(isShown);
    saveShots(*m_dialog, m_theme, QStringLiteral("edit-delivery-answer"));
}

void EditDeliveryDialogTest::warnsBeforeItLeaves()
{
    openToSend(m_floor->addDelivery("{}"));
    m_dialog->target().setAddress(QStringLiteral("https://test.example/"));
    sent();
    QVERIFY(m_floor->actions.calls.isEmpty());
    QVERIFY(banner()->text().contains(QStringLiteral("test.example")));
    sent(); // seen, and pressed again
    QCOMPARE(m_floor->actions.calls.size(), 1);
}

void EditDeliveryDialogTest::saysThatBytesAreGone()
{
    const qint64 id = m_floor->addDelivery("{}");
    m_floor->store.run(QStringLiteral("DELETE FROM delivery_body WHERE \"delivery\" = ?"), {id});
    open(id);
    QTRY_VERIFY(banner()->text().contains(QStringLiteral("no longer kept")));
    QVERIFY(!m_dialog->primaryButton()->isEnabled());
}

QTEST_MAIN(EditDeliveryDialogTest)
#include "tst_editdeliverydialog.moc"
