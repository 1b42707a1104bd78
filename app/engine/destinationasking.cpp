// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/destinationasking.h"

namespace earshot {
namespace {

template <typename T>
void settle(QPromise<Result<T>> &promise, Result<T> result)
{
    promise.addResult(std::move(result));
    promise.finish();
}

DestinationAnswerText answerText(const DestinationTest &test)
{
    DestinationAnswerText text{test.accepted, test.words, {}};
    for (const RightCheck &right : test.rights) {
        text.rights.append({right.what, right.isThere, right.missing});
        text.isFine = text.isFine && right.isThere;
    }
    return text;
}

} // namespace

struct DestinationAsking::DryRunRequest {
    Addressee addressee;
    DryRunSubject subject;
};

Destination destinationFrom(const NewDestination &described)
{
    Destination destination;
    destination.name = described.name.trimmed();
    destination.kind = described.kind;
    destination.url = described.url.trimmed();
    if (!described.method.isEmpty())
        destination.method = described.method.toUpper();
    if (!described.byHandOnly)
        destination.rule = described.rule;
    destination.caFile = described.caFile;
    destination.options = described.options;
    destination.mapping = described.mapping;
    return destination;
}

DestinationAsking::DestinationAsking(StoreReader &reader, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_clock(clock)
{
}

QFuture<Result<DestinationAnswerText>> DestinationAsking::testDestination(const QString &name)
{
    return test([location = m_reader.location(), name](const Database &database) {
        return addresseeOf(database, location, name);
    });
}

QFuture<Result<DestinationAnswerText>> DestinationAsking::tryDestination(const QString &name,
                                                                         const NewDestination &described)
{
    return test([location = m_reader.location(), name, described](const Database &database) {
        return describedAddressee(database, location, name, destinationFrom(described),
                                  {described.bearer, described.signingKey});
    });
}

QFuture<Result<DestinationAnswerText>> DestinationAsking::test(std::function<Result<Addressee>(const Database &)> whom)
{
    auto promise = std::make_shared<QPromise<Result<DestinationAnswerText>>>();
    promise->start();
    m_reader.read<Addressee>(std::move(whom)).then(this, [this, promise](const Result<Addressee> &addressee) {
        if (!addressee)
            return settle<DestinationAnswerText>(*promise, std::unexpected(addressee.error()));
        carryOutTest(*addressee, promise);
    });
    return promise->future();
}

QCoro::Task<> DestinationAsking::carryOutTest(Addressee addressee, TestPromise promise)
{
    QCoro::Task<DestinationTest> testing = m_desk.test(addressee.destination, addressee.secrets, m_clock.now());
    const DestinationTest test = co_await testing;
    settle<DestinationAnswerText>(*promise, answerText(test));
}

QFuture<Result<ForwardDryRun>> DestinationAsking::dryRun(const QString &name, qint64 conversation)
{
    auto promise = std::make_shared<QPromise<Result<ForwardDryRun>>>();
    promise->start();
    m_reader
        .read<DryRunRequest>(
            [location = m_reader.location(), name, conversation](const Database &database) -> Result<DryRunRequest> {
                auto addressee = addresseeOf(database, location, name);
                if (!addressee)
                    return std::unexpected(addressee.error());
                auto subject = dryRunSubject(database, addressee->destination, conversation);
                if (!subject)
                    return std::unexpected(subject.error());
                return DryRunRequest{std::move(*addressee), std::move(*subject)};
            })
        .then(this, [this, promise](const Result<DryRunRequest> &request) {
            if (!request)
                return settle<ForwardDryRun>(*promise, std::unexpected(request.error()));
            carryOutDryRun(*request, promise);
        });
    return promise->future();
}

QCoro::Task<> DestinationAsking::carryOutDryRun(DryRunRequest request,
                                                std::shared_ptr<QPromise<Result<ForwardDryRun>>> promise)
{
    QCoro::Task<ForwardDryRun> running = m_desk.dryRun(request.addressee.destination, request.addressee.secrets,
                                                       std::move(request.subject), m_clock.now());
    const ForwardDryRun run = co_await running;
    settle<ForwardDryRun>(*promise, run);
}

} // namespace earshot
