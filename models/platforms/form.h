// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace earshot {

/** One field of a form or a query; names may repeat. */
struct FormField {
    QString name;
    QByteArray value; ///< in UTF-8, as far as the sender kept to it

    friend bool operator==(const FormField &, const FormField &) = default;
};

using Form = QList<FormField>;

/** More fields (or parts) than this are malformed: no platform sends even ten. */
constexpr qsizetype c_mostFormFields = 1000;

/** The first field of that name; null if there is none. The pointer is good while the form is. */
const FormField *formField(const Form &form, QStringView name);

/** Reads `application/x-www-form-urlencoded` (URL Standard section 5.1), as in a body or a query: `+` is a space, a
 * broken percent sequence stays as it is. Errors: FormSyntax for too many fields. */
Result<Form> readUrlencoded(QByteArrayView text);

} // namespace earshot
