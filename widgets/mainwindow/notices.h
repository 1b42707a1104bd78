// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/items/listenerstate.h"
#include "widgets/controls/banner.h"

#include <QObject>

#include <optional>

namespace earshot {

/** Chooses what the window's one banner says: of all that is wrong at a time only the worst. What it says goes by
 * itself when its cause does. */
class Notices final : public QObject
{
    Q_OBJECT

public:
    /** @p banner must outlive it. */
    explicit Notices(Banner &banner, QObject *parent = nullptr);

    void setListener(const ListenerState &state);

    /** The store cannot be read; nothing once it can again. */
    void setStoreError(const std::optional<Error> &error);
    void setDemo(bool demo);

    /** What a person's own action came to, until the next. */
    void setFailure(const QString &text);

    /** What may be missing, in words; empty for nothing. */
    void setCoverage(const QString &text);

    /** That the listener's certificate ends soon, in words; empty for nothing. */
    void setCertificate(const QString &text);

    /** Words anew, after a change of language. */
    void retranslate();

Q_SIGNALS:
    void retryRequested(); ///< to listen
    void endDemoRequested();
    void settingsRequested();
    void coverageRequested(); ///< to be shown whole
    void coverageDismissed();

private:
    void show();
    void takeAction();

    enum class Shown {
        Nothing,
        StoreError,
        StoreTrouble,
        Failure,
        ListenerDown,
        Certificate,
        PutAside,
        Coverage,
        Demo,
    };

    Banner &m_banner;
    ListenerState m_listener;
    std::optional<Error> m_storeError;
    bool m_isDemo = false;
    QString m_failure;
    QString m_coverage;
    QString m_certificate;
    QString m_certificateSeen; ///< closed by the person, as it was worded
    QString m_putAsideSeen; ///< closed by the person
    Shown m_shown = Shown::Nothing;
};

} // namespace earshot
