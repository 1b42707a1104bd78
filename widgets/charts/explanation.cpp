// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/explanation.h"

#include "widgets/controls/labels.h"
#include "widgets/style/metrics.h"

#include <QGridLayout>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace earshot {
namespace {

constexpr int c_letters = 52; ///< a line

} // namespace

ExplanationPopup::ExplanationPopup(const Explanation &explanation, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_explanation(explanation)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAccessibleName(explanation.title);
    setAccessibleDescription(text());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::c_paneMargin, metrics::c_paneMargin, metrics::c_paneMargin,
                               metrics::c_paneMargin);
    column->setSpacing(metrics::c_between);
    column->addWidget(new SectionLabel(explanation.title, this));
    auto *definition = new QLabel(explanation.definition, this);
    definition->setTextFormat(Qt::PlainText);
    definition->setWordWrap(true);
    definition->setFixedWidth(fontMetrics().averageCharWidth() * c_letters);
    column->addWidget(definition);
    auto *facts = new QGridLayout;
    facts->setHorizontalSpacing(metrics::c_paneMargin);
    facts->setVerticalSpacing(metrics::c_inner);
    facts->setColumnStretch(1, 1);
    for (const auto &[name, value] : explanation.facts) {
        const int row = facts->rowCount();
        facts->addWidget(new MutedLabel(name, this), row, 0, Qt::AlignTop);
        auto *words = new QLabel(value, this);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        facts->addWidget(words, row, 1, Qt::AlignTop);
    }
    column->addLayout(facts);
}

void ExplanationPopup::showAt(const QWidget &anchor)
{
    adjustSize();
    QPoint place = anchor.mapToGlobal(QPoint(0, anchor.height() + metrics::c_inner));
    if (anchor.layoutDirection() == Qt::RightToLeft)
        place.rx() += anchor.width() - width();
    if (const QScreen *shownOn = anchor.screen()) {
        const QRect room = shownOn->availableGeometry();
        if (place.y() + height() > room.bottom())
            place.setY(anchor.mapToGlobal(QPoint()).y() - height() - metrics::c_inner);
        place.setX(std::max(room.left(), std::min(place.x(), room.right() - width())));
        place.setY(std::max(room.top(), place.y()));
    }
    move(place);
    show();
}

QString ExplanationPopup::text() const
{
    QStringList lines = {m_explanation.definition};
    for (const auto &[name, value] : m_explanation.facts)
        lines.append(QString(name + QLatin1StringView(": ") + value));
    return lines.join(QLatin1Char('\n'));
}

} // namespace earshot
