// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QList>
#include <QString>

#include <utility>

namespace earshot {

/** How a number is made. All plain texts. */
struct Explanation {
    QString title;
    QString definition;
    QList<std::pair<QString, QString>> facts; ///< filter, range, zone, counted, left out: a name and what it is
};

/** Shows an explanation near what it explains; any key or click elsewhere closes it. Deletes itself. */
class ExplanationPopup final : public QFrame
{
    Q_OBJECT

public:
    ExplanationPopup(const Explanation &explanation, QWidget *parent);

    /** Below @p anchor, or above where there is no room. */
    void showAt(const QWidget &anchor);

    /** All that it says, a line each. */
    QString text() const;

private:
    Explanation m_explanation;
};

} // namespace earshot
