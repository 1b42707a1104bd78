// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QUrl>
#include <QWidget>

namespace earshot {

class LinkButton;

/** Where a record is seen at its destination: opens it, once the address was shown, or copies the address. Hidden where
 * there is none, or one that is no web address. */
class RecordLink final : public QWidget
{
    Q_OBJECT

public:
    explicit RecordLink(QWidget *parent = nullptr);

    /** @p url as the destination gave it, @p destination is its name. */
    void setLink(const QString &url, const QString &destination);

    const QUrl &url() const { return m_url; }

    LinkButton *openButton() const { return m_open; }

    LinkButton *copyButton() const { return m_copy; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void ask();
    void copy();
    void retranslate();

    QUrl m_url;
    QString m_destination;
    LinkButton *m_open;
    LinkButton *m_copy;
    QTimer m_copied; ///< while it says that it was copied
};

} // namespace earshot
