// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTabBar>

namespace earshot {

/** Tabs with a muted number behind their words. */
class DetailTabs final : public QTabBar
{
    Q_OBJECT

public:
    explicit DetailTabs(QWidget *parent = nullptr);

    /** @p count is empty where there is nothing to count. */
    void setCount(int index, const QString &count);

    QString countText(int index) const;

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    void paintTab(QPainter &painter, int index) const;
};

} // namespace earshot
