// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QListWidget>

namespace earshot {

/** The platforms a source can be of, each with its monogram and what it sends. One is always chosen. */
class PlatformList final : public QListWidget
{
    Q_OBJECT

public:
    explicit PlatformList(QWidget *parent = nullptr);

    QString platform() const;
    void setPlatform(const QString &platform);

    /** No other can be chosen from now on. */
    void fixChoice();

Q_SIGNALS:
    void platformChosen(const QString &platform);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fitWidth();
};

} // namespace earshot
