// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/destinationcheck.h"

#include "models/filter/filter.h"
#include "models/store/destinationoptions.h"
#include "models/store/names.h"
#include "models/store/webhookoptions.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

#include <gnutls/x509.h>

namespace earshot {
namespace {

constexpr qint64 c_largestCaFile = 1'048'576;

std::unexpected<Error> badArgument(const QString &detail)
{
    return failure(ErrorCode::BadArgument, detail);
}

bool isThisComputer(const QString &host)
{
    static const QRegularExpression loopback(QStringLiteral(R"(^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$)"));
    return host == QLatin1StringView("localhost") || host == QLatin1StringView("::1")
           || loopback.match(host).hasMatch();
}

Result<void> checkUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return badArgument(QStringLiteral("the address of a destination is a whole URL. Try https://crm.example/hook"));
    if (!url.userInfo().isEmpty())
        return badArgument(QStringLiteral(
            "the address may not hold a user or password, which the store would keep. Use a token file"));
    if (url.hasFragment())
        return badArgument(QStringLiteral("the part of the address from # on is never sent. Leave it out"));
    const bool isPrivate = url.scheme() == QLatin1StringView("https")
                           || (url.scheme() == QLatin1StringView("http") && isThisComputer(url.host()));
    if (!isPrivate)
        return badArgument(QStringLiteral("the address must start with https://; http:// is only for this computer"));
    return {};
}

Result<void> checkMethod(const QString &method)
{
    static const QRegularExpression form(QStringLiteral("^[A-Z]{1,32}$"));
    // Of these three nothing would come back that tells what was done.
    static const QStringList useless{QStringLiteral("HEAD"), QStringLiteral("CONNECT"), QStringLiteral("TRACE")};
    if (!form.match(method).hasMatch() || useless.contains(method))
        return badArgument(QStringLiteral("\"%1\" is not a method to send with. Use POST, PUT or PATCH").arg(method));
    return {};
}

Result<void> checkRule(const QString &rule)
{
    const auto filter = Filter::parse(rule, conversationSchema());
    if (!filter)
        return failure(ErrorCode::FilterSyntax, QStringLiteral("the rule, at character %1: %2")
                                                    .arg(filter.error().position + 1)
                                                    .arg(filter.error().message));
    return {};
}

bool holdsCertificate(const QByteArray &pem)
{
    const gnutls_datum_t data{reinterpret_cast<unsigned char *>(const_cast<char *>(pem.constData())),
                              unsigned(pem.size())};
    gnutls_x509_crt_t *certificates = nullptr;
    unsigned count = 0;
    if (gnutls_x509_crt_list_import2(&certificates, &count, &data, GNUTLS_X509_FMT_PEM, 0) < 0)
        return false;
    for (unsigned i = 0; i < count; ++i)
        gnutls_x509_crt_deinit(certificates[i]);
    gnutls_free(static_cast<void *>(certificates));
    return count > 0;
}

Result<void> checkCaFile(const QString &path)
{
    if (QFileInfo(path).isRelative())
        return badArgument(QStringLiteral("the CA file %1 needs its whole path").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return badArgument(QStringLiteral("the CA file %1 cannot be read: %2").arg(path, file.errorString()));
    if (file.size() > c_largestCaFile || !holdsCertificate(file.readAll()))
        return badArgument(QStringLiteral("the CA file %1 holds no certificate in PEM").arg(path));
    return {};
}

Result<void> checkWebhook(const Destination &destination)
{
    const auto options = webhookOptions(destination);
    return options ? Result<void>() : std::unexpected(options.error());
}

/** What a CRM is asked stands behind its address, so that must end with its path. */
Result<void> checkCrm(const DestinationKind &kind, const Destination &destination)
{
    if (QUrl(destination.url).hasQuery())
        return badArgument(QStringLiteral("the address of %1 holds nothing from ? on").arg(kind.title));
    if (destination.method != Destination().method)
        return badArgument(QStringLiteral("%1 has methods of its own; only a webhook is given one").arg(kind.title));
    return {};
}

Result<const DestinationKind *> knownKind(const QString &word)
{
    if (const DestinationKind *const kind = destinationKind(word))
        return kind;
    QStringList known;
    for (const DestinationKind &kind : destinationKinds())
        known.append(kind.word);
    return badArgument(QStringLiteral("\"%1\" is no kind of destination; there are: %2")
                           .arg(word, known.join(QLatin1StringView(", "))));
}

} // namespace

Result<void> checkDestination(const Destination &destination)
{
    const auto kind = knownKind(destination.kind);
    if (!kind)
        return std::unexpected(kind.error());
    const bool isWebhook = destination.kind == QLatin1StringView("webhook");
    auto checked = checkName(QLatin1StringView("destination"), destination.name);
    if (checked)
        checked = checkUrl(isWebhook ? addressWithKey(destination.url, QStringLiteral("earshot:k")) : destination.url);
    if (checked)
        checked = isWebhook ? checkMethod(destination.method) : checkCrm(**kind, destination);
    if (checked)
        checked = checkOptions(**kind, destination.options);
    if (checked && destination.rule)
        checked = checkRule(*destination.rule);
    if (checked && !destination.caFile.isEmpty())
        checked = checkCaFile(destination.caFile);
    if (checked && isWebhook)
        checked = checkWebhook(destination);
    return checked;
}

} // namespace earshot
