// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/facets.h"
#include "widgets/scope/facetlistview.h"
#include "widgets/style/displaysettings.h"

#include <QWidget>

class QToolButton;

namespace earshot {

class FacetListModel;
class SectionLabel;
class TimeHistogram;

/** What the scope is made of: a histogram over time and counts by the usual fields. What is chosen here is written into
 * the filter. Counts only while it is seen. */
class FacetsPanel final : public QWidget
{
    Q_OBJECT

public:
    /** All must outlive it. */
    FacetsPanel(Facets &facets, ViewScope &scope, DisplaySettings &settings, QWidget *parent = nullptr);

    /** Fields whose groups are folded, for settings. */
    QStringList folded() const;
    void setFolded(const QStringList &fields);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void showHeading();
    void choose(const QString &field, const QString &value, FacetListView::Choice choice);

    Facets &m_facets;
    ViewScope &m_scope;
    FacetListModel *m_model;
    SectionLabel *m_heading;
    QToolButton *m_close;
    TimeHistogram *m_histogram;
    FacetListView *m_list;
};

} // namespace earshot
