// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QToolButton>
#include <QWidget>

namespace earshot {

/** The frame with a platform's letters. */
class MonogramLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit MonogramLabel(QWidget *parent = nullptr);

    void setText(const QString &text);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

/** A dot between two facts of one line. */
class DotLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit DotLabel(QWidget *parent = nullptr);
};

/** A button of 24 that is only an icon. */
QToolButton *makeIconButton(QWidget *parent);

/** Names such a button for the eye and for assistive tools. */
void nameButton(QToolButton *button, const QString &name);

} // namespace earshot
