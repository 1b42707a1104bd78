// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace earshot {

class IconLabel;
class LinkButton;

/** A strip as wide as its pane that says one thing: an icon, words, perhaps a link, and a cross. Hidden until there is
 * something to say. */
class Banner final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Info, Warning, Error, Good };

    explicit Banner(QWidget *parent = nullptr);

    /** Plain text, shown at once in place of what was there. @p actionText is the link's, empty for none. */
    void showMessage(Kind kind, const QString &text, const QString &actionText = {});

    /** Hides it; no signal. */
    void dismiss();

    /** Without the cross: for what goes by itself when its cause does. */
    void setClosable(bool closable);

    Kind kind() const { return m_kind; }

    QString text() const;

Q_SIGNALS:
    void activated(); ///< the link was pressed
    void closed(); ///< by the cross or Esc

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void updateColors();

    IconLabel *m_icon;
    QLabel *m_label;
    LinkButton *m_link;
    QToolButton *m_close;
    Kind m_kind = Kind::Info;
};

} // namespace earshot
