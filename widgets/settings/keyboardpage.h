// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/settings/settingspage.h"

#include <QAction>

class QCheckBox;

namespace earshot {

class ShortcutList;

/** Which keys do what, and whether plain letters are among them. */
class KeyboardPage final : public SettingsPage
{
    Q_OBJECT

public:
    /** @p actions must outlive it. */
    explicit KeyboardPage(const QList<QAction *> &actions, QWidget *parent = nullptr);

    QString title() const override;
    void setSettings(const WindowSettings &settings) override;
    void store(WindowSettings &settings) const override;

protected:
    void retranslate() override;

private:
    QString keywords() const;

    QList<QAction *> m_actions;
    QCheckBox *m_letterKeys;
    ShortcutList *m_list;
    int m_letterKeysRow;
    int m_listRow;
};

} // namespace earshot
