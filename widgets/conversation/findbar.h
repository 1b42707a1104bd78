// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace earshot {

/** Looks for words in the pane it stands above: a field, how many there are, back, on, and a cross. Hidden until
 * open(). */
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    /** Shows it with its old text selected and the focus in it. */
    void open();

    /** Hides it; closed() follows. */
    void close();

    QString text() const;

    /** @p current from 0, negative for none. */
    void setHits(qsizetype current, qsizetype count);

    /** "1 of 3", "Nothing found", or empty. */
    QString countText() const;

Q_SIGNALS:
    void textChanged(const QString &text);
    void nextRequested();
    void previousRequested();
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *addButton();
    void retranslate();
    void updateCount();
    void placeCount();

    QLineEdit *m_field;
    QLabel *m_count;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_close;
    qsizetype m_current = -1;
    qsizetype m_hits = 0;
};

} // namespace earshot
