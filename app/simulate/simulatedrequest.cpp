// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/simulatedrequest.h"

#include <algorithm>

namespace earshot {
namespace {

template <typename Headers>
auto findHeader(Headers &headers, QByteArrayView name)
{
    return std::ranges::find_if(
        headers, [name](const HeaderField &field) { return field.name.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace

void setHeader(SimulatedRequest &request, const QByteArray &name, const QByteArray &value)
{
    const auto found = findHeader(request.headers, name);
    if (found != request.headers.end())
        found->value = value;
    else
        request.headers.append({name, value});
}

QByteArray header(const SimulatedRequest &request, QByteArrayView name)
{
    const auto found = findHeader(request.headers, name);
    return found != request.headers.end() ? found->value : QByteArray();
}

} // namespace earshot
