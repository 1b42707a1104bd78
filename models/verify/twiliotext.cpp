// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/verify/twiliotext.h"

#include "models/verify/digests.h"

#include <utility>

namespace earshot {
namespace {

using Pair = std::pair<QByteArray, QByteArray>;

/** URL Standard section 5.1: `+` is a space, a broken sequence stays as it is. */
QByteArray decoded(QByteArrayView text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            if (const auto byte = fromHex(text.sliced(i + 1, 2))) {
                bytes.append(*byte);
                i += 2;
                continue;
            }
        }
        bytes.append(text[i] == '+' ? ' ' : text[i]);
    }
    return bytes;
}

QList<Pair> pairsOf(QByteArrayView text)
{
    QList<Pair> pairs;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('&');
        const QByteArrayView pair = text.first(end < 0 ? text.size() : end);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        const qsizetype equals = pair.indexOf('=');
        if (!pair.isEmpty())
            pairs.append({decoded(equals < 0 ? pair : pair.first(equals)),
                          equals < 0 ? QByteArray() : decoded(pair.sliced(equals + 1))});
    }
    return pairs;
}

std::optional<QByteArray> bodyHash(QByteArrayView url)
{
    const qsizetype query = url.indexOf('?');
    if (query < 0)
        return std::nullopt;
    const QList<Pair> pairs = pairsOf(url.sliced(query + 1));
    const auto found = std::find_if(pairs.begin(), pairs.end(), [](const Pair &p) { return p.first == "bodySHA256"; });
    return found == pairs.end() ? std::nullopt : std::optional(found->second);
}

/** Where the port stands in a URL: `:` and digits after the host, or the empty place for it. */
struct PortPlace {
    qsizetype at = 0;
    qsizetype size = 0;
};

std::optional<PortPlace> portPlace(QByteArrayView url)
{
    const qsizetype scheme = url.indexOf("://");
    if (scheme < 0)
        return std::nullopt;
    qsizetype end = scheme + 3;
    while (end < url.size() && url[end] != '/' && url[end] != '?')
        ++end;
    const qsizetype colon = url.first(end).lastIndexOf(':');
    const QByteArrayView port = url.first(end).sliced(colon + 1); // of an IPv6 address without one: more than digits
    const bool isPort = std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
    return colon > scheme && isPort ? PortPlace{colon, end - colon} : PortPlace{end, 0};
}

} // namespace

QByteArray twilioFieldText(QByteArrayView url, QByteArrayView body)
{
    if (bodyHash(url))
        return {};
    QList<Pair> pairs = pairsOf(body);
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    QByteArray text;
    for (const auto &[name, value] : pairs)
        text += name + value;
    return text;
}

bool isTwilioBodyRight(QByteArrayView url, QByteArrayView body)
{
    const auto hash = bodyHash(url);
    return !hash || areEqualDigests(fromHex(*hash).value_or(QByteArray()), sha256(body));
}

QByteArrayList twilioUrls(const QByteArray &url)
{
    QByteArrayList urls = {url};
    const auto place = portPlace(url);
    if (!place)
        return urls;
    const QByteArray without = QByteArray(url).remove(place->at, place->size);
    if (place->size > 0)
        urls.append(without);
    else
        urls.append(QByteArray(url).insert(place->at, url.startsWith("https") ? ":443" : ":80"));
    return urls;
}

} // namespace earshot
