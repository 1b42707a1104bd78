// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/icons.h"

#include <QAbstractButton>

namespace earshot {

class MutedLabel;
class SectionLabel;

/** A large button: an icon on a tinted tile, a title, what it does, and the key that presses it. */
class ChoiceCard final : public QAbstractButton
{
    Q_OBJECT

public:
    /** @p key is a digit, shown as a key cap; who pressed it is the parent's business. */
    ChoiceCard(Icon icon, int key, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &text);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    SectionLabel *m_title;
    MutedLabel *m_text;
};

} // namespace earshot
