// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The first byte chooses the record kind, the rest is a filter. Whatever it says: a fault lies within the text, and
// what is understood becomes SQL that SQLite takes, with as many places as values.

#include "models/filter/filter.h"

#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>

using namespace earshot;

namespace {

using Connection = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;
using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

/** Every table with the columns of its fields and those that join them. */
template <typename Fields>
QString createTable(const char *name, const Fields &fields, const char *joins)
{
    QString columns = QString::fromLatin1(joins);
    for (const auto &field : fields)
        columns += QStringLiteral(", \"%1\"").arg(field.name);
    return QStringLiteral("CREATE TABLE \"%1\" (%2)").arg(QString::fromLatin1(name), columns);
}

Connection openTables()
{
    sqlite3 *handle = nullptr;
    require(sqlite3_open(":memory:", &handle) == SQLITE_OK);
    Connection connection(handle, &sqlite3_close);
    for (const QString &sql :
         {QStringLiteral("CREATE TABLE src (\"key\", \"name\", \"platform\")"),
          QStringLiteral("CREATE TABLE f (\"state\", \"reason\", \"duplicate_of\", \"events\")"),
          createTable("conversation", conversationFields(), "\"key\""),
          createTable("message", messageFields(), "\"key\""), createTable("event", eventFields(), "\"position\""),
          createTable("delivery", deliveryFields(), "\"key\"")})
        require(sqlite3_exec(handle, sql.toUtf8().constData(), nullptr, nullptr, nullptr) == SQLITE_OK);
    return connection;
}

/** One record kind. */
struct RecordTables {
    const FilterSchema &schema;
    const char *select;
};

const RecordTables &tablesOf(uint8_t choice)
{
    static const std::array choices = {
        RecordTables{conversationSchema(), "SELECT 1 FROM conversation c, src WHERE "},
        RecordTables{messageSchema(), "SELECT 1 FROM message m, conversation c, src WHERE "},
        RecordTables{eventSchema(), "SELECT 1 FROM event e, conversation c, src WHERE "},
        RecordTables{deliverySchema(), "SELECT 1 FROM delivery d, f, src WHERE "},
    };
    return choices[choice % choices.size()];
}

void requireFaultWithin(const QString &text, const FilterError &error)
{
    require(!error.message.isEmpty());
    require(error.position >= 0 && error.length >= 0 && error.position + error.length <= text.size());
}

void requirePreparable(const char *select, const SqlCondition &condition)
{
    static const Connection connection = openTables();
    const QByteArray sql = select + condition.sql.toUtf8();
    sqlite3_stmt *handle = nullptr;
    require(sqlite3_prepare_v2(connection.get(), sql.constData(), int(sql.size()), &handle, nullptr) == SQLITE_OK);
    const Statement statement(handle, &sqlite3_finalize);
    require(sqlite3_bind_parameter_count(handle) == condition.binds.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const RecordTables &tables = tablesOf(data[0]);
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const auto filter = Filter::parse(text, tables.schema);
    if (!filter) {
        requireFaultWithin(text, filter.error());
        return 0;
    }
    const FilterContext context{QTimeZone::utc(), fromMicroseconds(1'778'839'200'000'000)};
    requirePreparable(tables.select, filter->toSql(context));
    return 0;
}
