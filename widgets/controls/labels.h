// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/colors.h"
#include "widgets/style/icons.h"

#include <QLabel>
#include <QPointer>

namespace earshot {

/** A line of plain text that is cut where there is no room; the tooltip then has the whole. The text stays text(). */
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    explicit ElidedLabel(const QString &text, QWidget *parent = nullptr);

    /** Qt::ElideRight unless told otherwise. */
    void setElideMode(Qt::TextElideMode mode);

    void setColorRole(ColorRole role);

    /** Whether the text is cut at its present width. */
    bool isElided() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::TextElideMode m_mode = Qt::ElideRight;
    ColorRole m_color = ColorRole::Text;
};

/** A label of plain text whose font is derived from the font of its place, and follows it. */
class DerivedLabel : public QLabel
{
    Q_OBJECT

public:
    /** Text colour unless told otherwise. */
    void setColorRole(ColorRole role);

protected:
    DerivedLabel(const QString &text, ColorRole color, QWidget *parent);

    /** From the font of the place. */
    virtual QFont derivedFont(const QFont &base) const = 0;

    void updateLook();

    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    ColorRole m_color;
    QPointer<QWidget> m_place;
    bool m_isUpdating = false;
};

/** A heading within a pane: semibold, in text colour. */
class SectionLabel final : public DerivedLabel
{
    Q_OBJECT

public:
    explicit SectionLabel(QWidget *parent = nullptr);
    explicit SectionLabel(const QString &text, QWidget *parent = nullptr);

protected:
    QFont derivedFont(const QFont &base) const override;
};

/** What explains or adds: muted and wrapping. */
class MutedLabel final : public DerivedLabel
{
    Q_OBJECT

public:
    explicit MutedLabel(QWidget *parent = nullptr);
    explicit MutedLabel(const QString &text, QWidget *parent = nullptr);

    /** A point smaller. */
    void setCaption(bool caption);

protected:
    QFont derivedFont(const QFont &base) const override;

private:
    bool m_isCaption = false;
};

/** The title of a pane or dialog: two points larger, semibold. */
class TitleLabel final : public DerivedLabel
{
    Q_OBJECT

public:
    explicit TitleLabel(QWidget *parent = nullptr);
    explicit TitleLabel(const QString &text, QWidget *parent = nullptr);

protected:
    QFont derivedFont(const QFont &base) const override;
};

/** An icon in a layout, in the colour of a role. */
class IconLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit IconLabel(Icon icon, ColorRole color = ColorRole::Text, QWidget *parent = nullptr);

    void setIcon(Icon icon, ColorRole color);

    /** 16 unless told otherwise. */
    void setIconSize(int size);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
    ColorRole m_color;
    int m_size;
};

} // namespace earshot
