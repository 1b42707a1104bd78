// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTabBar>

class QLineEdit;

namespace earshot {

/** What a tab says besides its name. */
struct ViewTabLook {
    QString name;
    QString count; ///< empty until known
    QString badge; ///< empty for none
    bool isChanged = false; ///< not saved
    QString spoken; ///< all of it, for assistive tools

    friend bool operator==(const ViewTabLook &, const ViewTabLook &) = default;
};

/** Tabs of saved views: a name, muted how many rows, in the accent how many are new, a dot in front of what is not
 * saved. Names are edited in place. */
class ViewTabs final : public QTabBar
{
    Q_OBJECT

public:
    explicit ViewTabs(QWidget *parent = nullptr);

    /** One for each tab, which are made and removed to fit; keeps the current place where it can. */
    void setLooks(const QList<ViewTabLook> &looks);

    /** Opens a field over the tab. */
    void editName(int tab);

    bool isEditing() const;

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /** Never empty. */
    void nameEdited(int tab, const QString &name);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void paintTab(QPainter &painter, int tab) const;
    void endEditing(bool take);

    QList<ViewTabLook> m_looks;
    QLineEdit *m_field;
    int m_edited = -1;
};

} // namespace earshot
