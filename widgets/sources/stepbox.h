// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QVBoxLayout;
class QHBoxLayout;

namespace earshot {

class SectionLabel;
class StepMark;

/** One of the steps of something: its number in a ring (a tick once it is done), its title, and what is to be done,
 * indented below. */
class StepBox : public QWidget
{
    Q_OBJECT

public:
    explicit StepBox(int number, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setDone(bool done);
    bool isDone() const;

protected:
    QVBoxLayout *content() const { return m_content; }

    /** At the trailing end of the title's line. */
    QHBoxLayout *head() const { return m_head; }

    /** Sets all texts. */
    virtual void retranslate() { }

    void changeEvent(QEvent *event) override;

private:
    StepMark *m_mark;
    SectionLabel *m_title;
    QHBoxLayout *m_head;
    QVBoxLayout *m_content;
};

} // namespace earshot
