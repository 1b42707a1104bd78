// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/destinationdialog.h"

#include "models/items/whendone.h"
#include "widgets/controls/banner.h"
#include "widgets/destinations/howpage.h"
#include "widgets/destinations/shadowpage.h"
#include "widgets/destinations/wherepage.h"
#include "widgets/destinations/whichpage.h"
#include "widgets/style/words.h"

#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>

namespace earshot {
namespace {

constexpr QSize c_size(960, 620);
constexpr int c_widestForm = 680;

/** A page with its margins. */
QWidget *framed(QWidget *page, int widest)
{
    auto *frame = new QWidget;
    frame->setBackgroundRole(QPalette::Base);
    auto *row = new QHBoxLayout(frame);
    row->setContentsMargins(metrics::c_dialogMargin, metrics::c_betweenGroups, metrics::c_dialogMargin,
                            metrics::c_betweenGroups);
    if (widest > 0)
        page->setMaximumWidth(widest);
    row->addWidget(page, 1);
    if (widest > 0)
        row->addStretch(0);
    return frame;
}

QScrollArea *scrolling(QWidget *form)
{
    auto *frame = new QWidget;
    frame->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(framed(form, c_widestForm));
    column->addStretch(1);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setBackgroundRole(QPalette::Base);
    area->setWidget(frame);
    return area;
}

} // namespace

DestinationDialog::DestinationDialog(StoreActions &actions, StoreReader &reader, DisplaySettings &display,
                                     QWidget *parent)
    : FormDialog(parent)
    , m_actions(actions)
    , m_reader(reader)
    , m_display(display)
    , m_banner(new Banner)
    , m_tabs(new QTabBar)
    , m_stack(new QStackedWidget)
    , m_where(new WherePage(actions))
    , m_which(new WhichPage(reader, display))
    , m_how(new HowPage(actions, reader, display, [this] { return described(); }))
    , m_shadow(new ShadowPage(actions, display, [this] { return described(); }))
{
    build();
    connectPages();
    retranslate();
    updateButtons();
    resize(c_size);
}

DestinationDialog::DestinationDialog(StoreActions &actions, StoreReader &reader, DisplaySettings &display,
                                     const DestinationEntry &entry, QWidget *parent)
    : DestinationDialog(actions, reader, display, parent)
{
    m_name = entry.destination.name;
    m_where->setEntry(entry);
    m_which->setDestination(entry.destination);
    m_how->setDestination(entry.destination);
    m_how->setRule(m_which->rule());
    m_shadow->setName(m_name);
    retranslate();
    updateButtons();
    m_tabs->setFocus();
}

DestinationDialog::~DestinationDialog()
{
    // What has the focus loses it as the children go, when this is no dialog any more.
    m_where->disconnect(this);
    m_which->disconnect(this);
    m_how->disconnect(this);
}

void DestinationDialog::build()
{
    setContentInset(false);
    content()->setSpacing(0);
    m_tabs->setDrawBase(true);
    m_tabs->setExpanding(false);
    m_tabs->setDocumentMode(true);
    m_tabs->setFocusPolicy(Qt::StrongFocus);
    for (int page = 0; page < PageCount; ++page)
        m_tabs->addTab(QString());
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(metrics::c_paneMargin, 0, metrics::c_paneMargin, 0);
    tabs->addWidget(m_tabs);
    m_stack->addWidget(scrolling(m_where));
    m_stack->addWidget(scrolling(m_which));
    m_stack->addWidget(framed(m_how, 0));
    m_stack->addWidget(framed(m_shadow, 0));
    for (int page = 0; page < PageCount; ++page)
        m_stack->widget(page)->setAutoFillBackground(true);
    content()->addWidget(m_banner);
    content()->addLayout(tabs);
    content()->addWidget(m_stack, 1);
    m_back = addFooterButton({});
    m_next = addFooterButton({});
}

void DestinationDialog::connectPages()
{
    connect(m_tabs, &QTabBar::currentChanged, this, &DestinationDialog::takePage);
    connect(m_back, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    const auto *back = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_PageUp), this);
    const auto *next = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_PageDown), this);
    connect(back, &QShortcut::activated, this, [this] { step(-1); });
    connect(next, &QShortcut::activated, this, [this] { step(1); });
    connect(m_where, &WherePage::kindChanged, this, [this] { m_how->setKind(m_where->kind()); });
    connect(m_where, &WherePage::edited, this, &DestinationDialog::takeEdit);
    connect(m_which, &WhichPage::edited, this, &DestinationDialog::takeEdit);
    connect(m_how, &HowPage::edited, m_shadow, &ShadowPage::setStale);
    connect(m_shadow, &ShadowPage::runRequested, this, &DestinationDialog::runShadow);
}

DestinationDialog::Page DestinationDialog::page() const
{
    return Page(m_tabs->currentIndex());
}

void DestinationDialog::showPage(Page page)
{
    m_tabs->setCurrentIndex(page);
}

void DestinationDialog::step(int by)
{
    const int wanted = m_tabs->currentIndex() + by;
    if (wanted >= 0 && wanted < PageCount)
        m_tabs->setCurrentIndex(wanted);
}

void DestinationDialog::takePage()
{
    if (page() == How)
        m_how->setRule(m_which->rule());
    m_stack->setCurrentIndex(page());
    updateButtons();
}

void DestinationDialog::takeEdit()
{
    m_how->setStale();
    m_shadow->setStale();
}

NewDestination DestinationDialog::described() const
{
    NewDestination destination;
    m_where->describe(destination);
    m_which->describe(destination);
    m_how->describe(destination);
    return destination;
}

/** A page is brought to the front before it is asked again, so that its field can have the focus. */
bool DestinationDialog::checkForms()
{
    if (!m_where->check()) {
        showPage(Where);
        return m_where->check();
    }
    if (!m_which->check()) {
        showPage(Which);
        return m_which->check();
    }
    return true;
}

void DestinationDialog::confirmMapping(void (DestinationDialog::*then)())
{
    setBusy(true);
    m_how->confirm([this, then](bool isRight) {
        if (!m_isBusy) // cancelled meanwhile
            return;
        setBusy(false);
        if (isRight) {
            (this->*then)();
        } else {
            showPage(How);
            m_how->focusProblem();
        }
    });
}

void DestinationDialog::runShadow()
{
    m_banner->dismiss();
    if (checkForms())
        m_shadow->start(); // a mapping that cannot be compiled fails there, with its reason
}

void DestinationDialog::accept()
{
    if (m_isBusy)
        return;
    m_banner->dismiss();
    if (checkForms())
        confirmMapping(&DestinationDialog::save);
}

void DestinationDialog::save()
{
    setBusy(true);
    const NewDestination destination = described();
    const QFuture<Result<void>> done =
        m_name.isNull() ? m_actions.addDestination(destination) : m_actions.changeDestination(m_name, destination);
    whenDone(done, this, [this, name = destination.name](const Result<void> &result) { takeSaved(name, result); });
}

void DestinationDialog::takeSaved(const QString &name, const Result<void> &result)
{
    setBusy(false);
    if (!result) {
        m_banner->showMessage(Banner::Kind::Error, errorText(result.error()));
        if (result.error().code == ErrorCode::AlreadyExists)
            showPage(Where);
        return;
    }
    Q_EMIT saved(name);
    FormDialog::accept();
}

void DestinationDialog::reject()
{
    if (m_shadow->isRunning()) {
        m_shadow->cancel();
        return;
    }
    m_isBusy = false;
    FormDialog::reject();
}

void DestinationDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    updateButtons();
}

void DestinationDialog::updateButtons()
{
    const bool isNew = m_name.isNull();
    m_back->setVisible(isNew);
    m_next->setVisible(isNew);
    m_back->setEnabled(page() > Where);
    m_next->setEnabled(page() < Shadow);
    primaryButton()->setEnabled(!m_isBusy);
    if (isNew)
        primaryButton()->setText(tr("Add destination"));
    else
        //: Button behind a shadow run: from now on the destination gets what the new mapping makes
        primaryButton()->setText(page() == Shadow ? tr("Go live") : tr("Save"));
}

void DestinationDialog::retranslate()
{
    //: %1 is a destination
    setWindowTitle(m_name.isNull() ? tr("Add a destination") : tr("Settings of \"%1\"").arg(m_name));
    m_tabs->setAccessibleName(tr("Pages"));
    //: Page of a destination: its kind, address and sign-in
    m_tabs->setTabText(Where, tr("Where"));
    //: Page of a destination: which conversations go there
    m_tabs->setTabText(Which, tr("Which"));
    //: Page of a destination: how conversations are mapped to what it gets
    m_tabs->setTabText(How, tr("How"));
    //: Page of a destination: a rehearsal, in which nothing is sent
    m_tabs->setTabText(Shadow, tr("Shadow run"));
    m_back->setText(tr("Back"));
    m_next->setText(tr("Next"));
    updateButtons();
}

void DestinationDialog::changeEvent(QEvent *event)
{
    FormDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
