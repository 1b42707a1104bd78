// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/replay/replaymessage.h"

#include "models/verify/verifier.h"

namespace earshot {
namespace {

bool isSame(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

void removeField(QList<HeaderField> &fields, QByteArrayView name)
{
    fields.removeIf([name](const HeaderField &field) { return isSame(field.name, name); });
}

void appendField(QList<HeaderField> &fields, const HeaderField &added)
{
    for (HeaderField &field : fields) {
        if (isSame(field.name, added.name)) {
            field.value += ", " + added.value;
            return;
        }
    }
    fields.append(added);
}

/** In place of every field of its name. */
void setField(QList<HeaderField> &fields, const HeaderField &field)
{
    removeField(fields, field.name);
    fields.append(field);
}

void applyEdit(ReplayMessage &message, const DeliveryEdit &edit)
{
    if (edit.body) {
        message.body = *edit.body;
        removeField(message.headers, "Content-Encoding");
    }
    for (const QByteArray &name : edit.without)
        removeField(message.headers, name);
    for (const HeaderField &field : edit.headers)
        removeField(message.headers, field.name);
    for (const HeaderField &field : edit.headers)
        appendField(message.headers, field);
}

bool isHexDigit(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

/** Whether the byte at @p at may stand in a query as it is. One `%` that is no escape would make QUrl escape all of
 * them. */
bool isQueryByte(QByteArrayView query, qsizetype at)
{
    const char byte = query[at];
    if (byte == '%')
        return at + 2 < query.size() && isHexDigit(query[at + 1]) && isHexDigit(query[at + 2]);
    return byte > ' ' && byte < 0x7f && byte != '#';
}

/** What stands behind the `?` of a stored target, every byte that a URL may not hold escaped. */
QByteArray queryOf(const QByteArray &target)
{
    const qsizetype mark = target.indexOf('?');
    const QByteArrayView query = QByteArrayView(target).sliced(mark < 0 ? target.size() : mark + 1);
    QByteArray escaped;
    for (qsizetype i = 0; i < query.size(); ++i) {
        if (isQueryByte(query, i))
            escaped += query[i];
        else
            escaped += '%' + QByteArray(1, query[i]).toHex().toUpper();
    }
    return escaped;
}

QUrl withQuery(QUrl url, const QByteArray &query)
{
    if (query.isEmpty())
        return url;
    QString whole = url.query(QUrl::FullyEncoded);
    if (!whole.isEmpty())
        whole += QLatin1Char('&');
    url.setQuery(whole + QString::fromLatin1(query));
    return url;
}

/** The id it was sent with, where the scheme signs one; else one of ours. */
QByteArray idFor(const ReplayMessage &message, const SignatureScheme &scheme, qint64 delivery)
{
    for (const HeaderField &field : message.headers) {
        if (!scheme.idHeader.isEmpty() && isSame(field.name, scheme.idHeader))
            return field.value;
    }
    return "earshot-replay-" + QByteArray::number(delivery);
}

Result<void> signAnew(ReplayMessage &message, const ReplayPlan &plan, qint64 delivery, Timestamp now)
{
    const SignatureScheme &scheme = *plan.scheme;
    const auto fields =
        sign(scheme, plan.secret, message.body, message.url.toEncoded(), idFor(message, scheme, delivery), now);
    if (!fields)
        return std::unexpected(fields.error());
    for (const HeaderField &field : *fields)
        setField(message.headers, field);
    return {};
}

} // namespace

Result<ReplayMessage> replayMessage(const StoredDelivery &stored, const ReplayPlan &plan, Timestamp now)
{
    const Delivery &delivery = stored.delivery;
    if (!stored.hasBytes && !plan.edit.body)
        return failure(ErrorCode::NotFound,
                       QStringLiteral("its bytes are no longer kept (sealed or erased), so it cannot be sent again"));
    ReplayMessage message;
    message.method = delivery.method == "FETCH" ? QByteArrayLiteral("POST") : delivery.method;
    message.url = plan.withQuery ? withQuery(plan.url, queryOf(delivery.target)) : plan.url;
    message.headers = replayedFields(delivery);
    message.body = delivery.body;
    for (const HeaderField &field : plan.credentials)
        setField(message.headers, field);
    applyEdit(message, plan.edit);
    if (plan.scheme) {
        if (const auto done = signAnew(message, plan, delivery.id, now); !done)
            return std::unexpected(done.error());
    }
    setField(message.headers, {c_replayHeader.toByteArray(), replayMark(delivery.id, plan.forwardable)});
    return message;
}

} // namespace earshot
