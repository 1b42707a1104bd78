// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/connector.h"

namespace earshot {

QCoro::Task<Called<QList<CrmPerson>>> Connector::findPersons(Passage & /*passage*/)
{
    co_return QList<CrmPerson>();
}

QCoro::Task<Called<CrmPerson>> Connector::createPerson(Passage & /*passage*/)
{
    co_return CrmPerson();
}

QCoro::Task<Called<void>> Connector::link(Passage & /*passage*/, CrmRecord /*record*/, QString /*person*/)
{
    co_return Called<void>();
}

} // namespace earshot
