// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/icons.h"

#include <QWidget>

class QLabel;

namespace earshot {

/** A tinted box that says one thing beside what it is about: an icon and plain words that wrap. Hidden while it has
 * nothing to say. */
class NoticeBox final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Info, Warning };

    explicit NoticeBox(Kind kind, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind;
    QLabel *m_label;
};

} // namespace earshot
