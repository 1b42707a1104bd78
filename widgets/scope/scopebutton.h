// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/icons.h"

#include <QToolButton>

namespace earshot {

/** A button of the tool bar that shows what is chosen and opens a menu: icon, word, chevron. */
class ScopeButton : public QToolButton
{
    Q_OBJECT

public:
    explicit ScopeButton(Icon icon, QWidget *parent = nullptr);

    /** Without the word, for narrow windows; it is then the tooltip. */
    void setIconOnly(bool iconOnly);

    bool isIconOnly() const { return m_isIconOnly; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    /** @p muted: what is chosen does not count at present. */
    void setWord(const QString &word, bool muted = false);

    QString word() const { return m_word; }

    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
    QString m_word;
    bool m_isMuted = false;
    bool m_isIconOnly = false;
};

} // namespace earshot
