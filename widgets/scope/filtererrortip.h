// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace earshot {

/** Says below the filter line why a filter is not understood. It floats over the window, so nothing moves. */
class FilterErrorTip final : public QWidget
{
    Q_OBJECT

public:
    /** @p line is what it stands under; it is shown in that widget's window. */
    explicit FilterErrorTip(QWidget &line);

    /** Plain text; empty hides it. */
    void setText(const QString &text);

    QString text() const { return m_text; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();
    QRect textRect(int width) const;

    QWidget &m_line;
    QString m_text;
};

} // namespace earshot
