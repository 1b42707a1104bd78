// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimeZone>
#include <QWidget>

class QComboBox;
class QLabel;

namespace earshot {

class ChoiceCard;
class FirstRunPicture;
class MutedLabel;
class ZoneCombo;

/** What stands in the window while a store has no source: three ways to begin. A page, not a dialog: the rest of the
 * window works. Its cards are pressed by 1, 2 and 3 too. */
class FirstRunPage final : public QWidget
{
    Q_OBJECT

public:
    struct Language {
        QString code; ///< as in `de`; empty for the system's
        QString name; ///< in itself: "Deutsch"
    };

    explicit FirstRunPage(QWidget *parent = nullptr);

    /** What can be chosen, and the code of what is; the combo is hidden while there is nothing to choose. The name for
     * an empty code is this page's own. */
    void setLanguages(const QList<Language> &languages, const QString &current);

    /** The zone that days and hours are in; no signal. */
    void setZone(const QTimeZone &zone);

Q_SIGNALS:
    void addSourceRequested();
    void demoRequested();
    void openStoreRequested();
    void languageChosen(const QString &code);
    void zoneChosen(const QTimeZone &zone);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *words();
    QWidget *choices();
    ChoiceCard *addCard(ChoiceCard *card, Qt::Key key);
    void retranslate();
    void updateFonts();
    void placePicture();

    QLabel *m_headline;
    QLabel *m_sentence;
    ChoiceCard *m_addSource;
    ChoiceCard *m_demo;
    ChoiceCard *m_openStore;
    QLabel *m_languageLabel;
    QComboBox *m_language;
    QLabel *m_zoneLabel;
    ZoneCombo *m_zone;
    QWidget *m_words;
    FirstRunPicture *m_picture;
};

} // namespace earshot
