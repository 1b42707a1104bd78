// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/jq/jqrunner.h"

#include <QTimer>

#include <functional>

namespace earshot {

/** A JqRunner for work that blocks its thread in a loop of events of its own: what it runs is ended soon after nobody
 * wants it any more. */
class WantedJq
{
public:
    /** @p isWanted is asked in this thread, every 50 ms while that loop turns. */
    WantedJq(const QString &program, std::function<bool()> isWanted)
        : m_runner(std::make_unique<JqRunner>(program))
        , m_isWanted(std::move(isWanted))
    {
        constexpr std::chrono::milliseconds c_interval(50);
        m_look.callOnTimeout([this] {
            if (!m_isWanted())
                m_runner.reset();
        });
        m_look.start(c_interval);
    }

    /** Only to be used while isWanted(). */
    JqRunner &runner() { return *m_runner; }

    bool isWanted() const { return m_runner && m_isWanted(); }

private:
    std::unique_ptr<JqRunner> m_runner; ///< none once it was not wanted
    const std::function<bool()> m_isWanted;
    QTimer m_look;
};

} // namespace earshot
