// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/filter/examplestore.h"

#include <QSqlError>
#include <QtDebug>

namespace earshot {
namespace {

/** Microseconds of an ISO time stamp in UTC. */
qint64 at(const char *iso)
{
    const auto read = readIsoText(QString::fromLatin1(iso), QTimeZone::utc());
    Q_ASSERT(read);
    return toMicroseconds(read->time);
}

bool isNumber(FieldType type)
{
    return type == FieldType::Integer || type == FieldType::Money || type == FieldType::Duration
           || type == FieldType::Time || type == FieldType::Boolean;
}

/** The columns of a CREATE TABLE. */
template <typename Fields>
QString columnsOf(const Fields &fields)
{
    QStringList columns;
    for (const auto &field : fields)
        columns +=
            QStringLiteral("\"%1\" %2").arg(field.name, QLatin1StringView(isNumber(field.type) ? "INTEGER" : "TEXT"));
    return columns.join(u',');
}

} // namespace

RecordQuery recordQuery(QStringView name)
{
    if (name == u"messages")
        return {messageSchema(), QStringLiteral("SELECT m.\"conversation\" || '.' || m.\"position\" FROM \"message\" m "
                                                "JOIN \"conversation\" c ON c.\"id\" = m.\"conversation\" "
                                                "JOIN \"source\" src ON src.\"id\" = c.\"source_id\" WHERE ")};
    if (name == u"events")
        return {eventSchema(), QStringLiteral("SELECT e.\"delivery\" || '.' || e.\"position\" FROM \"event\" e "
                                              "LEFT JOIN \"conversation\" c ON c.\"id\" = e.\"conversation\" "
                                              "JOIN \"delivery\" d ON d.\"id\" = e.\"delivery\" "
                                              "JOIN \"source\" src ON src.\"id\" = d.\"source_id\" WHERE ")};
    if (name == u"deliveries")
        return {
            deliverySchema(),
            QStringLiteral("SELECT d.\"id\" FROM \"delivery\" d LEFT JOIN \"finding\" f ON f.\"delivery\" = d.\"id\" "
                           "JOIN \"source\" src ON src.\"id\" = d.\"source_id\" WHERE ")};
    return {conversationSchema(), QStringLiteral("SELECT c.\"id\" FROM \"conversation\" c "
                                                 "JOIN \"source\" src ON src.\"id\" = c.\"source_id\" WHERE ")};
}

ExampleStore::ExampleStore()
    : m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE")))
{
    m_database.setDatabaseName(QStringLiteral(":memory:"));
    m_isComplete = m_database.open();
    createTables();
    addConversations();
    addMessages();
    addDeliveries();
    addEvents();
}

std::optional<QSqlQuery> ExampleStore::run(const QString &sql, const QVariantList &binds)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    bool isDone = query.prepare(sql);
    for (const QVariant &bind : binds)
        query.addBindValue(bind);
    isDone = isDone && query.exec();
    if (isDone)
        return query;
    qWarning().noquote() << query.lastError().text() << "in" << sql;
    return std::nullopt;
}

QStringList ExampleStore::idsOf(const RecordQuery &kind, const SqlCondition &condition)
{
    auto query = run(kind.select + condition.sql, condition.binds);
    if (!query)
        return {QStringLiteral("failed")};
    QStringList ids;
    while (query->next())
        ids += query->value(0).toString();
    ids.sort();
    return ids;
}

void ExampleStore::create(const QString &table, const QString &columns)
{
    if (!run(QStringLiteral("CREATE TABLE \"%1\" (%2)").arg(table, columns), {}))
        m_isComplete = false;
}

void ExampleStore::insert(const char *table, const Record &record)
{
    QStringList columns;
    QStringList marks;
    QVariantList binds;
    for (const auto &[column, value] : record) {
        columns += u'"' + QString::fromLatin1(column) + u'"';
        marks += QStringLiteral("?");
        binds += value;
    }
    if (!run(QStringLiteral("INSERT INTO \"%1\" (%2) VALUES (%3)")
                 .arg(QString::fromLatin1(table), columns.join(u','), marks.join(u',')),
             binds))
        m_isComplete = false;
}

void ExampleStore::createTables()
{
    create(QStringLiteral("source"), QStringLiteral("\"id\" INTEGER PRIMARY KEY, \"name\" TEXT, \"platform\" TEXT"));
    create(QStringLiteral("conversation"), QString(columnsOf(conversationFields().subspan(1))
                                                   + u", \"id\" INTEGER PRIMARY KEY, \"source_id\" INTEGER"));
    create(QStringLiteral("message"), QStringLiteral("\"conversation\" INTEGER, \"position\" INTEGER, \"role\" TEXT, "
                                                     "\"name\" TEXT, \"text\" TEXT, \"at\" INTEGER"));
    create(QStringLiteral("event"),
           QStringLiteral("\"delivery\" INTEGER, \"position\" INTEGER, \"conversation\" INTEGER, "
                          "\"type\" TEXT, \"platform_type\" TEXT, \"occurred_at\" INTEGER, \"warnings\" TEXT"));
    create(QStringLiteral("delivery"),
           QStringLiteral("\"id\" INTEGER PRIMARY KEY, \"source_id\" INTEGER, "
                          "\"received_at\" INTEGER, \"method\" TEXT, \"target\" BLOB, \"remote\" TEXT, "
                          "\"bytes\" INTEGER, \"verdict\" TEXT"));
    create(QStringLiteral("finding"), QStringLiteral("\"delivery\" INTEGER PRIMARY KEY, \"state\" TEXT, "
                                                     "\"reason\" TEXT, \"duplicate_of\" INTEGER, \"events\" INTEGER"));
    insert("source", {{"id", 1}, {"name", QStringLiteral("Web chat")}, {"platform", QStringLiteral("insighto")}});
    insert("source", {{"id", 2}, {"name", QStringLiteral("Phone line")}, {"platform", QStringLiteral("varda")}});
}

void ExampleStore::addConversations()
{
    insert("conversation",
           {{"id", 1},
            {"source_id", 2},
            {"kind", QStringLiteral("call")},
            {"conversation_id", QStringLiteral("CALL-7")},
            {"status", QStringLiteral("completed")},
            {"outcome", QStringLiteral("booked")},
            {"started_at", at("2026-05-14T08:21:33.500Z")},
            {"duration_s", 185},
            {"contact_name", QStringLiteral("Ann Lee")},
            {"contact_phone", QStringLiteral("+14155550123")},
            {"contact_email", QStringLiteral("ann@example.com")},
            {"messages", 2},
            {"campaign", QStringLiteral("Spring_Sale 50%")},
            {"estimated_value_minor", 250'000},
            {"is_test", 0},
            {"attributes", QStringLiteral(R"({"utm_source":"Google","seats":12,"price":2.5,"vip":true,"gone":null,)"
                                          R"("first name":"Ann","deep":{"er":"x"},"tags":["new","pro"]})")},
            {"analysis", QStringLiteral(R"({"is_good":true,"note":"true"})")},
            {"estimated", QStringLiteral(R"(["started_at","duration_s"])")}});
    insert("conversation", {{"id", 2},
                            {"source_id", 1},
                            {"kind", QStringLiteral("chat")},
                            {"conversation_id", QStringLiteral("chat-2")},
                            {"status", QStringLiteral("closed")},
                            {"started_at", at("2026-03-28T23:00:00Z")},
                            {"duration_s", 180},
                            {"contact_name", QString::fromUtf8("Zoë Ångström")},
                            {"messages", 0},
                            {"campaign", QStringLiteral("SpringXSale 50")},
                            {"estimated_value_minor", 249'999},
                            {"attributes", QStringLiteral(R"({"utm_source":"bing","seats":"12","deep":"100%"})")},
                            {"analysis", QStringLiteral(R"({"is_good":false})")},
                            {"estimated", QStringLiteral("[]")}});
    insert("conversation", {{"id", 3},
                            {"source_id", 1},
                            {"kind", QStringLiteral("chat")},
                            {"conversation_id", QStringLiteral("call-70")},
                            {"status", QStringLiteral("open")},
                            {"outcome", QString::fromUtf8("Запись")},
                            {"started_at", at("2026-03-29T21:59:59.999999Z")},
                            {"contact_phone", QStringLiteral("(415) 555-0123 / 9")},
                            {"contact_name", QStringLiteral("C:\\Lee*")},
                            {"is_test", 1},
                            {"attributes", QStringLiteral("{}")}});
    insert("conversation", {{"id", 4},
                            {"source_id", 2},
                            {"kind", QStringLiteral("call")},
                            {"conversation_id", QStringLiteral("4")},
                            {"contact_name", QString::fromUtf8("ÖZGÜR ÇELİK")},
                            {"status", QStringLiteral("failed")},
                            {"outcome", QStringLiteral("none")},
                            {"started_at", at("2026-03-29T22:00:00Z")},
                            {"duration_s", 7200},
                            {"from", QStringLiteral("+491511234567")},
                            {"to", QStringLiteral("anonymous")},
                            {"cost_minor", -5},
                            {"is_test", 0}});
    insert("conversation", {{"id", 5}, {"source_id", 1}});
}

void ExampleStore::addMessages()
{
    const auto add = [this](int conversation, int position, const char *role, const QString &text, const char *iso) {
        insert("message", {{"conversation", conversation},
                           {"position", position},
                           {"role", QString::fromLatin1(role)},
                           {"name", position == 0 ? QVariant() : QVariant(QStringLiteral("Robin"))},
                           {"text", text},
                           {"at", at(iso)}});
    };
    add(1, 0, "user", QStringLiteral("I want a REFUND"), "2026-05-14T08:21:40Z");
    add(1, 1, "assistant", QStringLiteral("50% of it, or 100_%"), "2026-05-14T08:21:59.999999Z");
    add(3, 0, "user", QStringLiteral("Hello Robin"), "2026-05-14T08:22:00Z");
}

void ExampleStore::addDeliveries()
{
    const auto add = [this](int id, int source, const char *method, const char *target, int bytes) {
        insert("delivery", {{"id", id},
                            {"source_id", source},
                            {"received_at", at("2026-05-15T09:00:00Z") + id},
                            {"method", QString::fromLatin1(method)},
                            {"target", QByteArray(target)},
                            {"remote", QStringLiteral("203.0.113.%1").arg(id)},
                            {"bytes", bytes},
                            {"verdict", QStringLiteral("unsigned")}});
    };
    add(1, 2, "POST", "/hook/****", 1000);
    add(2, 2, "POST", "/hook/****", 1000);
    add(3, 1, "GET", "/hook/****?event=test", 0);
    insert("finding", {{"delivery", 1}, {"state", QStringLiteral("decoded")}, {"events", 2}});
    insert("finding", {{"delivery", 2},
                       {"state", QStringLiteral("duplicate")},
                       {"duplicate_of", 1},
                       {"reason", QStringLiteral("repeat: same payload")},
                       {"events", 0}});
}

void ExampleStore::addEvents()
{
    insert("event", {{"delivery", 1},
                     {"position", 0},
                     {"conversation", 1},
                     {"type", QStringLiteral("call.started")},
                     {"platform_type", QStringLiteral("call.started")},
                     {"occurred_at", at("2026-05-14T08:21:33Z")},
                     {"warnings", QStringLiteral("[]")}});
    insert("event", {{"delivery", 1},
                     {"position", 1},
                     {"conversation", 1},
                     {"type", QStringLiteral("call.ended")},
                     {"platform_type", QStringLiteral("call.ended")},
                     {"warnings", QStringLiteral(R"(["zone-assumed: created_at"])")}});
    insert("event", {{"delivery", 3},
                     {"position", 0},
                     {"type", QStringLiteral("unknown")},
                     {"platform_type", QStringLiteral("contact.merged")}});
}

} // namespace earshot
