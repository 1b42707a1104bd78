// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/rulesample.h"
#include "models/items/storereader.h"
#include "widgets/style/displaysettings.h"

#include <QWidget>

class QToolButton;

namespace earshot {

class ElidedLabel;
class MutedLabel;

/** Steps through the latest conversations that a rule lets pass, to try a mapping on each. */
class SampleStepper final : public QWidget
{
    Q_OBJECT

public:
    /** Both must outlive it. */
    SampleStepper(StoreReader &reader, DisplaySettings &display, QWidget *parent = nullptr);
    ~SampleStepper() override;

    /** Reads them anew if the rule is another. The conversation stays if it still passes. Where there is none, the
     * first that comes is shown. */
    void setRule(const QString &rule);

    /** The chosen conversation; 0 where there is none. */
    qint64 conversation() const;

    /** Whether it is known yet which there are. */
    bool isLoaded() const { return m_isLoaded; }

    void step(int by);

Q_SIGNALS:
    /** Another conversation, or none any more. */
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void read();
    void take(const QList<SampleConversation> &found);
    void update();
    void retranslate();

    StoreReader &m_reader;
    DisplaySettings &m_display;
    StopFlag m_stop;
    QToolButton *m_previous;
    QToolButton *m_next;
    ElidedLabel *m_words;
    MutedLabel *m_place;
    QString m_rule;
    QList<SampleConversation> m_found;
    int m_current = 0;
    bool m_isLoaded = false;
};

} // namespace earshot
