// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storeactions.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace earshot {

class BusyBar;

/** A button that tests a destination as it is described, and what came back: whether it works, and which rights are
 * there or missing. */
class DestinationTestView final : public QWidget
{
    Q_OBJECT

public:
    explicit DestinationTestView(StoreActions &actions, QWidget *parent = nullptr);

    /** Tests @p destination; @p name is that of the one whose secrets count where none are given. */
    void run(const QString &name, const NewDestination &destination);

    /** Forgets what came back: the destination is described otherwise now. */
    void clear();

    bool isRunning() const { return m_isRunning; }

    /** Whether the destination accepted all, as far as it was tested. */
    bool isFine() const { return m_isFine; }

    /** What is shown of the answer, each right on a line. */
    QString shownText() const;

    /** "write contacts: missing. Grant …". */
    static QString rightText(const DestinationRight &right);

Q_SIGNALS:
    void testRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void take(const Result<DestinationAnswerText> &answer);
    void addLine(bool isGood, const QString &text);
    void retranslate();

    StoreActions &m_actions;
    QPushButton *m_button;
    BusyBar *m_busy;
    QVBoxLayout *m_lines;
    QStringList m_texts;
    int m_asked = 0; ///< an answer to an earlier question is not shown
    bool m_isRunning = false;
    bool m_isFine = false;
};

} // namespace earshot
