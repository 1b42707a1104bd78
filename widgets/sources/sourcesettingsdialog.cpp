// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/sourcesettingsdialog.h"

#include "models/items/sourcelist.h"
#include "models/items/whendone.h"
#include "widgets/controls/banner.h"
#include "widgets/sources/addresspage.h"
#include "widgets/sources/answerpage.h"
#include "widgets/sources/keeppage.h"
#include "widgets/sources/proofpage.h"
#include "widgets/sources/senderspage.h"
#include "widgets/style/metrics.h"
#include "widgets/style/words.h"

#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace earshot {
namespace {

constexpr QSize c_size(820, 560);
constexpr int c_listPadding = 32;

QScrollArea *scrolling(QWidget *page)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setBackgroundRole(QPalette::Base);
    page->setBackgroundRole(QPalette::Base);
    area->setWidget(page);
    return area;
}

bool isNothing(const SourceChange &change)
{
    return !change.proof && !change.signingSecret && !change.basic && !change.bearer && !change.headerSecret
           && !change.allow && !change.rateLimit && !change.answer && !change.retention;
}

} // namespace

SourceSettingsDialog::SourceSettingsDialog(StoreActions &actions, SourceList &sources, DisplaySettings &settings,
                                           const QString &base, const QString &source, QWidget *parent)
    : FormDialog(parent)
    , m_actions(actions)
    , m_sources(sources)
    , m_name(source)
    , m_banner(new Banner)
    , m_list(new QListWidget)
    , m_stack(new QStackedWidget)
    , m_address(new AddressPage(settings))
{
    setContentInset(false);
    content()->setSpacing(0);
    content()->addWidget(m_banner);
    content()->addWidget(body(), 1);
    addPage(new ProofPage(settings));
    addPage(new SendersPage);
    addPage(new AnswerPage);
    addPage(new KeepPage);
    addPage(m_address);
    m_address->setBase(base);
    if (const SourceEntry *entry = m_sources.entry(m_name)) {
        for (SourcePage *page : std::as_const(m_pages))
            page->setEntry(*entry);
    }
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_address, &AddressPage::rotateRequested, this, &SourceSettingsDialog::rotate);
    connect(&m_sources, &SourceList::changed, this, &SourceSettingsDialog::takeEntries);
    retranslate();
    m_list->setCurrentRow(0);
    m_list->setFocus();
    resize(c_size);
}

QWidget *SourceSettingsDialog::body()
{
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    auto *both = new QWidget;
    auto *layout = new QHBoxLayout(both);
    layout->setContentsMargins(metrics::c_paneMargin, 0, 0, 0);
    layout->setSpacing(metrics::c_paneMargin);
    auto *side = new QVBoxLayout;
    side->setContentsMargins(0, metrics::c_paneMargin, 0, metrics::c_paneMargin);
    side->addWidget(m_list);
    layout->addLayout(side);
    layout->addWidget(m_stack, 1);
    return both;
}

void SourceSettingsDialog::addPage(SourcePage *page)
{
    m_pages.append(page);
    m_stack->addWidget(scrolling(page));
    auto *item = new QListWidgetItem(m_list);
    item->setSizeHint({0, metrics::rowHeight(metrics::Density::Roomy)});
}

void SourceSettingsDialog::setBase(const QString &base)
{
    m_address->setBase(base);
}

void SourceSettingsDialog::takeEntries()
{
    const SourceEntry *entry = m_sources.entry(m_name);
    if (entry == nullptr)
        return;
    for (SourcePage *page : std::as_const(m_pages))
        page->updateEntry(*entry);
}

/** The first page that is not right is brought to the front, so that its field can have the focus. */
bool SourceSettingsDialog::checkAll()
{
    for (int row = 0; row < m_pages.size(); ++row) {
        if (m_pages[row]->check())
            continue;
        m_list->setCurrentRow(row);
        m_pages[row]->check();
        return false;
    }
    return true;
}

SourceChange SourceSettingsDialog::change() const
{
    SourceChange change;
    for (const SourcePage *page : m_pages)
        page->store(change);
    return change;
}

void SourceSettingsDialog::accept()
{
    m_banner->dismiss();
    if (!checkAll())
        return;
    const SourceChange wanted = change();
    if (isNothing(wanted)) {
        FormDialog::accept();
        return;
    }
    setBusy(true);
    whenDone(m_actions.changeSource(m_name, wanted), this, [this](const Result<void> &done) { takeSaved(done); });
}

void SourceSettingsDialog::takeSaved(const Result<void> &done)
{
    setBusy(false);
    if (!done) {
        m_banner->showMessage(Banner::Kind::Error, errorText(done.error()));
        return;
    }
    Q_EMIT saved(m_name);
    FormDialog::accept();
}

void SourceSettingsDialog::rotate(std::chrono::seconds overlap)
{
    setBusy(true);
    whenDone(m_actions.rotateSource(m_name, overlap), this, [this](const Result<AddedSource> &rotated) {
        setBusy(false);
        if (rotated)
            m_banner->showMessage(Banner::Kind::Good,
                                  tr("\"%1\" has a new address. Copy it and paste it at the sender.").arg(m_name));
        else
            m_banner->showMessage(Banner::Kind::Error, errorText(rotated.error()));
    });
}

void SourceSettingsDialog::setBusy(bool busy)
{
    primaryButton()->setEnabled(!busy);
    m_address->setBusy(busy);
}

void SourceSettingsDialog::retranslate()
{
    //: %1 is a source
    setWindowTitle(tr("Settings of \"%1\"").arg(m_name));
    primaryButton()->setText(tr("Save"));
    m_list->setAccessibleName(tr("Pages"));
    int widest = 0;
    for (int row = 0; row < m_pages.size(); ++row) {
        const QString title = m_pages[row]->title();
        m_list->item(row)->setText(title);
        widest = std::max(widest, m_list->fontMetrics().horizontalAdvance(title));
    }
    m_list->setFixedWidth(widest + c_listPadding);
}

void SourceSettingsDialog::changeEvent(QEvent *event)
{
    FormDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
