// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSplitter>

namespace earshot {

/** Framed panes side by side with a gap between them, which moves them when it is dragged and has no line of its own.
 */
class GapSplitter final : public QSplitter
{
    Q_OBJECT

public:
    explicit GapSplitter(QWidget *parent = nullptr);

protected:
    QSplitterHandle *createHandle() override;
};

} // namespace earshot
