// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/delivery.h"
#include "models/platforms/form.h"

namespace earshot {

/** One field of a form as a table shows it. */
struct FormPart {
    QString name;
    QByteArray value;
    QString contentType; ///< as the part says; null for none
    QString fileName; ///< null for none
};

/** The fields of @p form with what the parts of a multipart @p body say of themselves. Any thread. */
QList<FormPart> formParts(const Form &form, const Delivery &delivery, QByteArrayView body);

} // namespace earshot
