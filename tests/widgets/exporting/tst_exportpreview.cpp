// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/store/storefixture.h"
#include "widgets/exporting/exportpreview.h"

#include <QTest>

using namespace earshot;

namespace {

constexpr Timestamp c_noon = fromMicroseconds(1'778'760'000'000'000); // 2026-05-14T12:00:00Z

ScopeQuery everything(const QString &filter = {})
{
    return {filter, {TimeRange::Kind::Everything, {}, {}}, QTimeZone("Asia/Kathmandu")};
}

} // namespace

class ExportPreviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void countsTheViewAndEverything();
    void showsTheFirstFewRows();
    void writesValuesAsTheFileWould();
    void hasNothingOfNothing();

private:
    ExportPreview previewOf(RecordKind kind, const ScopeQuery &scope) const
    {
        return StoreFixture::taken(previewExport(m_store.database(), kind, scope, c_noon));
    }

    /** What the preview says of the first row. */
    static QString cell(const ExportPreview &preview, QLatin1StringView field)
    {
        const auto fields = recordFields(RecordKind::Conversations);
        const auto found = std::ranges::find(fields, field, &Field::name);
        return preview.firstRows.first().at(found - fields.begin());
    }

    StoreFixture m_store;
};

void ExportPreviewTest::initTestCase()
{
    const qint64 source = m_store.addSource(QStringLiteral("desk"));
    Conversation full = fullConversation();
    full.startedAt = c_noon - std::chrono::hours(48);
    m_store.addConversation(source, full);
    for (int i = 0; i < 7; ++i) {
        Conversation conversation;
        conversation.startedAt = c_noon - std::chrono::hours(24) + std::chrono::minutes(i);
        m_store.addConversation(source, conversation);
    }
}

void ExportPreviewTest::countsTheViewAndEverything()
{
    const ExportPreview preview = previewOf(RecordKind::Conversations, everything(QStringLiteral("outcome:booked")));
    QCOMPARE(preview.viewCount, 1);
    QCOMPARE(preview.everythingCount, 8);
    QCOMPARE(preview.firstRows.size(), 1);
}

void ExportPreviewTest::showsTheFirstFewRows()
{
    const ExportPreview preview = previewOf(RecordKind::Conversations, everything());
    QCOMPARE(preview.viewCount, 8);
    QCOMPARE(preview.firstRows.size(), 5);
    QCOMPARE(cell(preview, QLatin1StringView("conversation_id")), QStringLiteral("p/1")); // the oldest
    for (const QStringList &row : preview.firstRows)
        QCOMPARE(row.size(), qsizetype(recordFields(RecordKind::Conversations).size()));
}

void ExportPreviewTest::writesValuesAsTheFileWould()
{
    const ExportPreview preview = previewOf(RecordKind::Conversations, everything(QStringLiteral("outcome:booked")));
    QCOMPARE(cell(preview, QLatin1StringView("started_at")), QStringLiteral("2026-05-12T17:45:00+05:45"));
    QCOMPARE(cell(preview, QLatin1StringView("duration_s")), QStringLiteral("180"));
    QCOMPARE(cell(preview, QLatin1StringView("attributes")), QStringLiteral("{\"n\":3,\"plan\":\"a\\\"b\"}"));
}

void ExportPreviewTest::hasNothingOfNothing()
{
    const ExportPreview preview = previewOf(RecordKind::Messages, everything());
    QCOMPARE(preview.viewCount, 0);
    QCOMPARE(preview.everythingCount, 0);
    QVERIFY(preview.firstRows.isEmpty());
}

QTEST_GUILESS_MAIN(ExportPreviewTest)
#include "tst_exportpreview.moc"
