// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/listenerstate.h"
#include "models/items/storeactions.h"
#include "widgets/controls/formdialog.h"

class QListWidget;
class QStackedWidget;

namespace earshot {

class AddressPage;
class Banner;
class DisplaySettings;
class SourceList;
class SourcePage;
struct SourceEntry;

/** What is set for one source, page by page. Nothing counts before Save; a new address is given at once. Secrets that
 * are set are never shown, only that they are. */
class SourceSettingsDialog final : public FormDialog
{
    Q_OBJECT

public:
    /** @p base: under which senders reach sources without an address of their own. The others must outlive it. */
    SourceSettingsDialog(StoreActions &actions, SourceList &sources, DisplaySettings &settings, const QString &base,
                         const QString &source, QWidget *parent = nullptr);

    void setBase(const QString &base);

    /** Only when all is kept. */
    void accept() override;

Q_SIGNALS:
    /** All is kept. */
    void saved(const QString &source);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addPage(SourcePage *page);
    QWidget *body();
    bool checkAll();
    SourceChange change() const;
    void takeSaved(const Result<void> &done);
    void rotate(std::chrono::seconds overlap);
    void takeEntries();
    void setBusy(bool busy);
    void retranslate();

    StoreActions &m_actions;
    SourceList &m_sources;
    QString m_name;
    Banner *m_banner;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    AddressPage *m_address;
    QList<SourcePage *> m_pages;
};

} // namespace earshot
