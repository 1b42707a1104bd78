// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/destinationlist.h"
#include "models/items/storeactions.h"
#include "models/items/storereader.h"
#include "widgets/controls/formdialog.h"
#include "widgets/style/displaysettings.h"

class QStackedWidget;
class QTabBar;

namespace earshot {

class Banner;
class HowPage;
class ShadowPage;
class WherePage;
class WhichPage;

/** Adds a destination or changes one, on four pages: where it is, which conversations go there, how they are mapped,
 * and what that would come to. Nothing counts before it is added, saved or made live, which any page can do where all
 * is right. */
class DestinationDialog final : public FormDialog
{
    Q_OBJECT

public:
    enum Page { Where, Which, How, Shadow, PageCount };

    /** For a new one. All must outlive it. */
    DestinationDialog(StoreActions &actions, StoreReader &reader, DisplaySettings &display, QWidget *parent = nullptr);

    /** For one that is there. */
    DestinationDialog(StoreActions &actions, StoreReader &reader, DisplaySettings &display,
                      const DestinationEntry &entry, QWidget *parent = nullptr);

    ~DestinationDialog() override;

    Page page() const;
    void showPage(Page page);

    /** Only when all is right and kept. */
    void accept() override;

    /** Ends a shadow run first. */
    void reject() override;

Q_SIGNALS:
    /** It was added or changed, and is called so now. */
    void saved(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectPages();
    NewDestination described() const;
    bool checkForms();
    void step(int by);
    void takePage();
    void takeEdit();
    void runShadow();
    void confirmMapping(void (DestinationDialog::*then)());
    void save();
    void takeSaved(const QString &name, const Result<void> &result);
    void setBusy(bool busy);
    void updateButtons();
    void retranslate();

    StoreActions &m_actions;
    StoreReader &m_reader;
    DisplaySettings &m_display;
    QString m_name; ///< of the one that is changed; null for a new one
    bool m_isBusy = false; ///< it is being looked at or kept

    Banner *m_banner;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    WherePage *m_where;
    WhichPage *m_which;
    HowPage *m_how;
    ShadowPage *m_shadow;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace earshot
