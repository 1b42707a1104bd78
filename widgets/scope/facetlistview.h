// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QListView>

namespace earshot {

class FacetListModel;

/** The rows of the facets. A click or Space includes a value, with Ctrl one more, with Alt it is left out; headings
 * fold. */
class FacetListView final : public QListView
{
    Q_OBJECT

public:
    enum class Choice { Include, Add, Exclude };

    /** @p model must outlive it. */
    explicit FacetListView(FacetListModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void valueChosen(const QString &field, const QString &value, earshot::FacetListView::Choice choice);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void press(const QModelIndex &index, Qt::KeyboardModifiers modifiers);
    bool fold(bool folded);

    FacetListModel &m_model;
    QPersistentModelIndex m_pressed;
};

} // namespace earshot
