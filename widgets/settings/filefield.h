// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace earshot {

/** The path of a file, typed or chosen. */
class FileField final : public QWidget
{
    Q_OBJECT

public:
    explicit FileField(QWidget *parent = nullptr);

    QString path() const;
    void setPath(const QString &path);

    QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose();
    void retranslate();

    QLineEdit *m_edit;
    QPushButton *m_choose;
};

} // namespace earshot
