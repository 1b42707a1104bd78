// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scope/facetspanel.h"

#include "widgets/controls/labels.h"
#include "widgets/scope/facetdelegate.h"
#include "widgets/scope/facetlistmodel.h"
#include "widgets/scope/timehistogram.h"
#include "widgets/style/colors.h"
#include "widgets/style/painting.h"
#include "widgets/style/words.h"

#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace earshot {
namespace {

constexpr int c_width = 196;
constexpr int c_besidesWord = 92; // margins, icon, bar and gaps of a value's row, and a scroll bar

void removeValue(QStringList &values, const QString &value)
{
    values.removeIf([&](const QString &other) {
        return other.isNull() == value.isNull() && other.compare(value, Qt::CaseInsensitive) == 0;
    });
}

/** What a click on a value makes of the terms of its field. */
FieldTerms after(FieldTerms terms, const QString &value, FacetListView::Choice choice)
{
    const bool wasIncluded = terms.includes(value);
    const bool wasExcluded = terms.excludes(value);
    switch (choice) {
    case FacetListView::Choice::Include:
        return wasIncluded && terms.included.size() == 1 ? FieldTerms() : FieldTerms{{value}, {}};
    case FacetListView::Choice::Add:
        removeValue(terms.excluded, value);
        removeValue(terms.included, value);
        if (!wasIncluded)
            terms.included.append(value);
        return terms;
    case FacetListView::Choice::Exclude:
        removeValue(terms.excluded, value);
        removeValue(terms.included, value);
        if (!wasExcluded)
            terms.excluded.append(value);
        return terms;
    }
    return terms;
}

} // namespace

FacetsPanel::FacetsPanel(Facets &facets, ViewScope &scope, DisplaySettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_facets(facets)
    , m_scope(scope)
    , m_model(new FacetListModel(facets, scope, settings, this))
    , m_heading(new SectionLabel(this))
    , m_close(new QToolButton(this))
    , m_histogram(new TimeHistogram(facets, scope, settings, this))
    , m_list(new FacetListView(*m_model, this))
{
    m_close->setIcon(themedIcon(Icon::Close));
    m_close->setAutoRaise(true);
    m_close->setProperty("smallControl", true);
    m_heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // it is cut, see showHeading()
    m_list->setItemDelegate(new FacetDelegate(settings, m_list));

    auto *heading = new QHBoxLayout;
    heading->setContentsMargins(metrics::c_paneMargin, metrics::c_inner, metrics::c_inner, 0);
    heading->addWidget(m_heading, 1);
    heading->addWidget(m_close);
    auto *plot = new QVBoxLayout;
    plot->setContentsMargins(metrics::c_paneMargin - 2, 0, metrics::c_paneMargin - 2, metrics::c_between);
    plot->addWidget(m_histogram);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::c_inner);
    column->addLayout(heading);
    column->addLayout(plot);
    column->addWidget(m_list, 1);

    connect(m_close, &QToolButton::clicked, this, &FacetsPanel::closeRequested);
    connect(m_list, &FacetListView::valueChosen, this, &FacetsPanel::choose);
    connect(&facets, &Facets::changed, this, &FacetsPanel::showHeading);
    connect(&settings, &DisplaySettings::changed, this, &FacetsPanel::showHeading);
    retranslate();
}

QStringList FacetsPanel::folded() const
{
    return m_model->folded();
}

void FacetsPanel::setFolded(const QStringList &fields)
{
    m_model->setFolded(fields);
}

QSize FacetsPanel::sizeHint() const
{
    int word = 0;
    for (int status = 0; status <= int(Status::AssumedEnded); ++status)
        word = std::max(word, fontMetrics().horizontalAdvance(statusLook(Status(status)).word));
    return {std::max(c_width, word + c_besidesWord + fontMetrics().horizontalAdvance(QStringLiteral("0,000"))), 480};
}

QSize FacetsPanel::minimumSizeHint() const
{
    return {sizeHint().width(), 160};
}

void FacetsPanel::retranslate()
{
    setAccessibleName(tr("Facets"));
    m_close->setAccessibleName(tr("Close the facets"));
    m_close->setToolTip(tr("Close the facets"));
    m_list->setAccessibleName(tr("Facets"));
    m_model->refresh();
    showHeading();
}

void FacetsPanel::showHeading()
{
    const QString heading = m_histogram->heading();
    const QString shown = m_heading->fontMetrics().elidedText(heading, Qt::ElideRight, m_heading->width());
    m_heading->setText(shown);
    m_heading->setAccessibleName(heading);
    m_heading->setToolTip(shown == heading ? QString() : heading);
}

void FacetsPanel::choose(const QString &field, const QString &value, FacetListView::Choice choice)
{
    const FieldTerms terms = after(fieldTerms(m_scope.filter(), field), value, choice);
    (void)m_scope.setFilter(withFieldTerms(m_scope.filter(), field, terms)); // fails at most by its length
}

void FacetsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_facets.setActive(true);
}

void FacetsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    showHeading();
}

void FacetsPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_facets.setActive(false);
}

void FacetsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        updateGeometry();
    } else if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
}

void FacetsPanel::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors[ColorRole::Window]);
    drawHorizontalLine(painter, 0, width(), m_list->y(), colors[ColorRole::Line]);
}

} // namespace earshot
