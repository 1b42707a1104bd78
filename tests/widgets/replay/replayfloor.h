// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/sourcelist.h"
#include "models/items/storereader.h"
#include "models/verify/presets.h"
#include "tests/models/store/plaindecoder.h"
#include "tests/models/store/storefixture.h"
#include "tests/widgets/fakestoreactions.h"
#include "tests/widgets/settings/looking.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/formdialog.h"
#include "widgets/style/displaysettings.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTest>

namespace earshot {

/** What the dialogs of replays need: a store with two sources, one of which asks for a signature; actions that are only
 * noted; settings of their own; a clock that stands at noon. */
struct ReplayFloor {
    static constexpr Timestamp c_noon = fromMicroseconds(1'778'760'000'000'000);

    StoreFixture store;
    qint64 webChat = store.addSource(QStringLiteral("Web chat"));
    qint64 calls = store.addSource(QStringLiteral("Calls"), QStringLiteral("varda"));
    StoreReader reader{StoreLocation{store.path()}};
    SourceList sources{reader};
    ManualClock clock{c_noon};
    DisplaySettings display{clock};
    FakeStoreActions actions;
    QSettings settings{store.folder() + QLatin1StringView("/window.ini"), QSettings::IniFormat};

    ReplayFloor()
    {
        SenderProof proof;
        proof.signature = signaturePreset(QStringLiteral("varda"));
        store.run(QStringLiteral("UPDATE source SET \"proof\" = ? WHERE \"id\" = ?"),
                  {QString::fromUtf8(QJsonDocument(toJson(proof)).toJson(QJsonDocument::Compact)), calls});
    }

    qint64 addDelivery(const QByteArray &body, const QList<HeaderField> &headers = {},
                       const QByteArray &method = "POST") const
    {
        Delivery delivery;
        delivery.sourceId = webChat;
        delivery.receivedAt = c_noon - std::chrono::minutes(5);
        delivery.method = method;
        delivery.target = "/hook/****";
        delivery.headers = headers;
        delivery.body = body;
        delivery.verdict = QStringLiteral("unsigned");
        return store.addDelivery(delivery);
    }
};

inline ReplayOutcome outcomeOf(qint64 delivery, int status, int total = 1, const QString &answer = {})
{
    ReplayOutcome outcome;
    outcome.delivery = delivery;
    outcome.status = status;
    outcome.elapsed = std::chrono::milliseconds(12);
    outcome.answer = answer;
    outcome.total = total;
    return outcome;
}

inline ReplayOutcome unansweredOutcome(qint64 delivery, const QString &problem, int total = 1)
{
    ReplayOutcome outcome;
    outcome.delivery = delivery;
    outcome.problem = problem;
    outcome.total = total;
    return outcome;
}

/** What a person reads below @p root, each text on a line. */
inline QString readTexts(const QWidget &root)
{
    QStringList texts;
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(QLatin1Char('\n'));
}

} // namespace earshot
