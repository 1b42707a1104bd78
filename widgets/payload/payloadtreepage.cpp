// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/payload/payloadtreepage.h"

#include "widgets/controls/labels.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/payload/payloadstrip.h"
#include "widgets/payload/payloadwords.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace earshot {
namespace {

QPushButton *addButton(PayloadStrip &strip, Icon icon)
{
    auto *button = new QPushButton(&strip);
    button->setIcon(themedIcon(icon));
    button->setProperty("smallControl", true);
    button->setAutoDefault(false);
    strip.row()->addWidget(button);
    return button;
}

} // namespace

PayloadTreePage::PayloadTreePage(DisplaySettings &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_tree(new PayloadTreeView(display, this))
    , m_valueStrip(new PayloadStrip(this))
    , m_filter(new QAction(themedIcon(Icon::Filter), QString(), this))
    , m_exclude(new QAction(themedIcon(Icon::Minus), QString(), this))
    , m_conversation(new QAction(themedIcon(Icon::Link), QString(), this))
    , m_copyValue(new QAction(this))
    , m_copyPath(new QAction(this))
    , m_copyJqPath(new QAction(this))
    , m_copyMenu(new QMenu(this))
    , m_diffStrip(new PayloadStrip(this))
{
    buildValueStrip();
    buildDiffStrip();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_valueStrip);
    layout->addWidget(m_diffStrip);
    setFocusProxy(m_tree);
    connect(m_tree, &PayloadTreeView::selected, this, &PayloadTreePage::showSelection);
    connect(m_tree, &PayloadTreeView::rowActivated, this, &PayloadTreePage::activate);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &PayloadTreePage::openMenu);
    connect(&display, &DisplaySettings::changed, this, &PayloadTreePage::updateDiffStrip);
    updateFonts();
    retranslate();
}

void PayloadTreePage::buildValueStrip()
{
    m_path = new ElidedLabel(m_valueStrip);
    m_path->setObjectName(QStringLiteral("path"));
    m_path->setElideMode(Qt::ElideMiddle);
    m_path->setColorRole(ColorRole::TextSecond);
    m_path->setLayoutDirection(Qt::LeftToRight);
    m_valueStrip->row()->addWidget(m_path, 1);
    m_filterButton = addButton(*m_valueStrip, Icon::Filter);
    m_excludeButton = addButton(*m_valueStrip, Icon::Minus);
    m_copyButton = addButton(*m_valueStrip, Icon::Copy);
    m_copyMenu->addActions({m_copyValue, m_copyPath, m_copyJqPath});
    m_copyButton->setMenu(m_copyMenu);
    connect(m_filterButton, &QPushButton::clicked, m_filter, &QAction::trigger);
    connect(m_excludeButton, &QPushButton::clicked, m_exclude, &QAction::trigger);
    connect(m_filter, &QAction::triggered, this, [this] { request(false); });
    connect(m_exclude, &QAction::triggered, this, [this] { request(true); });
    connect(m_conversation, &QAction::triggered, this, [this] { activate(m_tree->currentIndex()); });
    const auto copyBy = [this](QAction *action, const std::function<QString(const QModelIndex &)> &text) {
        connect(action, &QAction::triggered, this, [this, text] {
            if (m_tree->currentIndex().isValid())
                QApplication::clipboard()->setText(text(m_tree->currentIndex()));
        });
    };
    copyBy(m_copyValue, [this](const QModelIndex &index) { return m_tree->payload().copyText(index); });
    copyBy(m_copyPath,
           [this](const QModelIndex &index) { return m_content->outline->path(PayloadTreeModel::nodeOf(index)); });
    copyBy(m_copyJqPath,
           [this](const QModelIndex &index) { return m_content->outline->jqPath(PayloadTreeModel::nodeOf(index)); });
    m_copyValue->setShortcut(QKeySequence::Copy);
    m_copyValue->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_tree->addAction(m_copyValue);
}

void PayloadTreePage::buildDiffStrip()
{
    m_diffTitle = new SectionLabel(m_diffStrip);
    m_diffText = new ElidedLabel(m_diffStrip);
    m_diffText->setColorRole(ColorRole::Muted);
    m_diffLink = new LinkButton(m_diffStrip);
    m_diffStrip->row()->addWidget(m_diffTitle);
    m_diffStrip->row()->addWidget(m_diffText, 1);
    m_diffStrip->row()->addWidget(m_diffLink);
    connect(m_diffLink, &LinkButton::clicked, this, &PayloadTreePage::diffRequested);
}

void PayloadTreePage::setContent(const PayloadContentPtr &content)
{
    m_content = content && content->outline ? content : PayloadContentPtr();
    m_tree->setContent(m_content);
    showSelection(m_tree->currentIndex());
    updateDiffStrip();
}

void PayloadTreePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        updateFonts();
}

void PayloadTreePage::updateFonts()
{
    m_path->setFont(metrics::mono(font()));
}

void PayloadTreePage::retranslate()
{
    m_tree->setAccessibleName(tr("Payload as a tree"));
    m_filter->setText(tr("Filter"));
    //: Verb: leave records with this value out
    m_exclude->setText(tr("Exclude"));
    m_filterButton->setText(m_filter->text());
    m_filterButton->setToolTip(tr("Show only what has this value"));
    m_excludeButton->setText(m_exclude->text());
    m_excludeButton->setToolTip(tr("Leave out what has this value"));
    //: Verb, of a button with a menu
    m_copyButton->setText(tr("Copy"));
    m_copyButton->setAccessibleName(tr("Copy value or path"));
    m_conversation->setText(tr("Open conversation"));
    m_copyValue->setText(tr("Copy value"));
    m_copyPath->setText(tr("Copy path"));
    //: jq is the name of a program
    m_copyJqPath->setText(tr("Copy jq path"));
    m_diffTitle->setText(tr("Against the previous of this kind"));
    m_diffLink->setText(tr("Open diff"));
    showSelection(m_tree->currentIndex());
    updateDiffStrip();
}

void PayloadTreePage::showSelection(const QModelIndex &index)
{
    const bool isValue = m_content && index.isValid();
    const ValueReading reading = m_tree->payload().reading(index);
    const bool canFilter = isValue && !reading.field.isNull();
    const QString path = isValue ? m_content->outline->path(PayloadTreeModel::nodeOf(index)) : QString();
    m_path->setText(path);
    //: %1: where a value stands in a payload, as in "data.items[3].name"
    m_path->setAccessibleName(tr("Path of the value: %1").arg(path));
    for (QWidget *button : {m_filterButton, m_excludeButton})
        button->setEnabled(canFilter);
    m_filter->setEnabled(canFilter);
    m_exclude->setEnabled(canFilter);
    m_copyButton->setEnabled(isValue);
    m_conversation->setVisible(reading.field == QLatin1StringView("conversation_id") && m_content
                               && m_content->conversation != 0);
}

void PayloadTreePage::updateDiffStrip()
{
    m_diffStrip->setVisible(m_content && m_content->diff);
    if (!m_content || !m_content->diff)
        return;
    const QString time = timeWithMillisecondsText(m_content->previous->receivedAt, m_display.format(), m_display.now());
    m_diffText->setText(QString(differenceText(*m_content->diff, false) + QStringLiteral(" · ") + time));
}

void PayloadTreePage::activate(const QModelIndex &index)
{
    if (!m_content || m_content->conversation == 0)
        return;
    if (m_tree->payload().reading(index).field == QLatin1StringView("conversation_id"))
        Q_EMIT conversationRequested(m_content->conversation);
}

void PayloadTreePage::openMenu(QPoint position)
{
    if (!m_tree->currentIndex().isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_filter, m_exclude});
    menu->addSeparator();
    menu->addActions({m_copyValue, m_copyPath, m_copyJqPath});
    menu->addSeparator();
    menu->addAction(m_conversation);
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

void PayloadTreePage::request(bool exclude)
{
    const ValueReading reading = m_tree->payload().reading(m_tree->currentIndex());
    if (!reading.field.isNull())
        Q_EMIT filterRequested(reading.field, reading.filterValue, exclude);
}

} // namespace earshot
