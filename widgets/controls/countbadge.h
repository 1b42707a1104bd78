// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>
#include <QWidget>

class QPainter;
class QRectF;

namespace earshot {

/** A number on the accent, `99+` above 99; hidden at 0 unless told otherwise. */
class CountBadge final : public QWidget
{
    Q_OBJECT

public:
    explicit CountBadge(QWidget *parent = nullptr);

    void setCount(qint64 count);

    qint64 count() const { return m_count; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qint64 m_count = 0;
};

/** What a badge says of @p count: `+3`, `99+`. */
QString badgeText(qint64 count);

/** The size of a badge with @p text in a font. */
QSizeF badgeSize(const QString &text, const QFont &font);

/** Paints a badge centred in @p rect, for delegates and tab bars. */
void paintBadge(QPainter &painter, const QRectF &rect, const QString &text, const QPalette &palette);

} // namespace earshot
