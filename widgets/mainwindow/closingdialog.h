// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/controls/formdialog.h"

class QCheckBox;
class QLabel;

namespace earshot {

class MutedLabel;
class TitleLabel;

/** Asks before receiving ends: keep on in the tray, or quit? Esc leaves everything as it is. */
class ClosingDialog final : public FormDialog
{
    Q_OBJECT

public:
    enum class Kind {
        Where, ///< the window was closed, where there is a tray: asked once
        Warning, ///< Quit was chosen, or there is no tray
    };

    ClosingDialog(Kind kind, bool hasTray, QWidget *parent = nullptr);

    Kind kind() const { return m_kind; }

    QPushButton *keepButton() const { return m_keep; } ///< null without a tray

    QPushButton *quitButton() const { return m_quit; }

    QCheckBox *askAgainBox() const { return m_askAgain; } ///< null where the answer is remembered anyway

Q_SIGNALS:
    void keepChosen();
    void quitChosen(bool asksAgain);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    const Kind m_kind;
    TitleLabel *m_question;
    QLabel *m_words;
    MutedLabel *m_hint = nullptr;
    QCheckBox *m_askAgain = nullptr;
    QPushButton *m_keep = nullptr;
    QPushButton *m_quit = nullptr;
};

} // namespace earshot
