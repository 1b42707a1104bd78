// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPixmap>
#include <QStyle>
#include <QTranslator>
#include <QWidget>

namespace earshot {

/** Makes every text of ours a third longer, as German does. */
class LongTranslation final : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (!QByteArray(context).startsWith("earshot::"))
            return {};
        const QString text = QString::fromUtf8(source);
        QString padding(text.size() / 3, QLatin1Char('o'));
        for (qsizetype i = 8; i < padding.size(); i += 9)
            padding[i] = QLatin1Char(' '); // so that it can wrap
        return QString(text + padding);
    }

    bool isEmpty() const override { return false; }
};

/** Saves a picture of @p widget where EARSHOT_SHOTS names a folder, to be looked at by a person; with two device pixels
 * a pixel if @p fine. */
inline void saveShot(QWidget &widget, const QString &name, bool fine = false)
{
    const QString folder = qEnvironmentVariable("EARSHOT_SHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    QCoreApplication::processEvents(); // what a change of theme or language has set off
    const int scale = fine ? 2 : 1;
    QPixmap picture(widget.size() * scale);
    picture.setDevicePixelRatio(scale);
    widget.render(&picture);
    picture.save(QDir(folder).filePath(QString(name + QLatin1StringView(".png"))));
}

/** The same in the light and the dark theme, and finer. */
inline void saveShots(QWidget &widget, Theme &theme, const QString &name)
{
    saveShot(widget, name);
    saveShot(widget, QString(name + QLatin1StringView("-2x")), true);
    theme.choose(ThemeChoice::Dark);
    saveShot(widget, QString(name + QLatin1StringView("-dark")));
    theme.choose(ThemeChoice::Light);
}

inline bool isShortOfRoom(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        if (label->wordWrap())
            return label->height() < label->heightForWidth(label->width());
        return label->width() < label->sizeHint().width();
    }
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    return button != nullptr && !button->text().isEmpty() && button->width() < button->sizeHint().width();
}

/** The texts of labels and buttons below @p root that are seen, but have not the room they want; empty if there are
 * none. */
inline QString clippedTexts(const QWidget &root)
{
    QStringList texts;
    const QList<QWidget *> widgets = root.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisibleTo(&root) || QByteArray(widget->metaObject()->className()) == "earshot::ElidedLabel")
            continue;
        if (isShortOfRoom(*widget))
            texts.append(widget->property("text").toString());
    }
    return texts.join(QLatin1Char('\n'));
}

} // namespace earshot
