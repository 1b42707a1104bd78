// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/payload/formparts.h"

#include "models/platforms/mediatype.h"
#include "models/platforms/multipart.h"

namespace earshot {
namespace {

/** What a part's header says. */
struct PartHead {
    QString name;
    QString contentType;
    QString fileName;
};

void readHeaderLine(QByteArrayView line, PartHead &head)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0)
        return;
    const QByteArray name = line.first(colon).trimmed().toByteArray().toLower();
    const QByteArrayView value = line.sliced(colon + 1).trimmed();
    if (name == "content-type")
        head.contentType = QString::fromUtf8(value);
    if (name != "content-disposition")
        return;
    const MediaType disposition = readMediaType(value); // parameters are written the same way
    head.name = QString::fromUtf8(disposition.parameter("name"));
    head.fileName = QString::fromUtf8(disposition.parameter("filename"));
}

/** Reads the lines from @p at to the empty one. */
PartHead headAt(QByteArrayView body, qsizetype at)
{
    PartHead head;
    while (at < body.size()) {
        qsizetype end = body.indexOf('\n', at);
        end = end < 0 ? body.size() : end;
        const QByteArrayView line = body.sliced(at, end - at).trimmed();
        if (line.isEmpty())
            break;
        readHeaderLine(line, head);
        at = end + 1;
    }
    return head;
}

QList<PartHead> partHeads(QByteArrayView body, const QByteArray &boundary)
{
    QList<PartHead> heads;
    const QByteArray delimiter = QByteArray("--" + boundary);
    for (qsizetype at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + delimiter.size())) {
        const bool beginsLine = at == 0 || body[at - 1] == '\n';
        const qsizetype end = body.indexOf('\n', at);
        const bool isLine =
            end >= 0 && body.sliced(at + delimiter.size(), end - at - delimiter.size()).trimmed().isEmpty();
        if (beginsLine && isLine)
            heads.append(headAt(body, end + 1));
    }
    return heads;
}

QByteArray boundaryOf(const Delivery &delivery, QByteArrayView body)
{
    const MediaType type = readMediaType(delivery.header("Content-Type"));
    const QByteArray named = type.name == "multipart/form-data" ? type.parameter("boundary") : QByteArray();
    return named.isEmpty() ? guessedBoundary(body) : named;
}

} // namespace

QList<FormPart> formParts(const Form &form, const Delivery &delivery, QByteArrayView body)
{
    const QByteArray boundary = boundaryOf(delivery, body);
    const QList<PartHead> heads = boundary.isEmpty() ? QList<PartHead>() : partHeads(body, boundary);
    QList<FormPart> parts;
    qsizetype next = 0;
    for (const FormField &field : form) {
        FormPart part{field.name, field.value, {}, {}};
        qsizetype found = next; // parts without a name are in no form
        while (found < heads.size() && heads[found].name != field.name)
            ++found;
        if (found < heads.size()) {
            part.contentType = heads[found].contentType;
            part.fileName = heads[found].fileName;
            next = found + 1;
        }
        parts.append(part);
    }
    return parts;
}

} // namespace earshot
