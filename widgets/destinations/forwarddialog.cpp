// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/forwarddialog.h"

#include "models/items/whendone.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/busybar.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/labels.h"
#include "widgets/destinations/dryrunview.h"
#include "widgets/style/words.h"

#include <QJsonArray>
#include <QListWidget>
#include <QUrl>

namespace earshot {
namespace {

/** How many of the conversations that destination has been sent. */
Result<qint64> sentBefore(const Database &database, const QList<qint64> &conversations, qint64 destination)
{
    QJsonArray ids;
    for (const qint64 id : conversations)
        ids.append(id);
    const auto count =
        database.value(QStringLiteral(R"(SELECT count(*) FROM outbox WHERE "destination" = ? AND "sent" > 0)"
                                      R"( AND "conversation" IN (SELECT "value" FROM json_each(?)))"),
                       {destination, QString::fromUtf8(QJsonDocument(ids).toJson(QJsonDocument::Compact))});
    return count ? Result<qint64>(count->toLongLong()) : std::unexpected(count.error());
}

} // namespace

ForwardDialog::ForwardDialog(StoreActions &actions, StoreReader &reader, DisplaySettings &display,
                             const QList<qint64> &conversations, QWidget *parent)
    : FormDialog(parent)
    , m_actions(actions)
    , m_reader(reader)
    , m_display(display)
    , m_destinations(reader)
    , m_conversations(conversations)
    , m_banner(new Banner)
    , m_label(new QLabel)
    , m_list(new QListWidget)
    , m_empty(new EmptyState)
    , m_words(new MutedLabel)
    , m_busy(new BusyBar)
    , m_dryRun(new DryRunView)
{
    m_label->setBuddy(m_list);
    content()->setSpacing(metrics::c_between);
    for (QWidget *const part :
         std::initializer_list<QWidget *>{m_banner, m_label, m_list, m_empty, m_words, m_busy, m_dryRun})
        content()->addWidget(part);
    content()->setStretchFactor(m_list, 1);
    content()->setStretchFactor(m_dryRun, 3);
    m_whatWouldHappen = addFooterButton({});
    resize(460, 380);
    connect(&m_destinations, &DestinationList::changed, this, &ForwardDialog::takeDestinations);
    connect(&m_destinations, &DestinationList::failed, this,
            [this](const Error &error) { m_banner->showMessage(Banner::Kind::Error, errorText(error)); });
    connect(m_list, &QListWidget::currentRowChanged, this, &ForwardDialog::choose);
    connect(m_whatWouldHappen, &QPushButton::clicked, this, &ForwardDialog::dryRun);
    connect(m_empty, &EmptyState::buttonPressed, this, &ForwardDialog::addDestinationRequested);
    retranslate();
    update();
    m_list->setFocus();
}

void ForwardDialog::takeDestinations()
{
    const QVariant before = m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole) : QVariant();
    int current = 0;
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const DestinationEntry &entry : m_destinations.entries()) {
        const QString host = QUrl(entry.destination.url).host();
        const bool isPaused = entry.destination.state == DestinationState::Paused;
        const QString words =
            isPaused ? tr("%1 (%2), paused: it waits there until it is resumed") : QStringLiteral("%1 (%2)");
        auto *item = new QListWidgetItem(themedIcon(isPaused ? Icon::Pause : Icon::Destination),
                                         words.arg(entry.destination.name, host), m_list);
        item->setData(Qt::UserRole, entry.destination.id);
        if (before == entry.destination.id) // others may have come before it
            current = m_list->count() - 1;
    }
    m_list->setCurrentRow(m_list->count() > 0 ? current : -1);
    count();
}

const DestinationEntry *ForwardDialog::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_destinations.entries().size() ? &m_destinations.entries().at(row) : nullptr;
}

void ForwardDialog::choose()
{
    ++m_asked; // what is under way was asked of another
    m_busy->setBusy(false);
    m_dryRun->clear();
    count();
}

void ForwardDialog::dryRun()
{
    const DestinationEntry *entry = chosen();
    if (entry == nullptr)
        return;
    const quint64 asked = ++m_asked;
    m_busy->setBusy(true);
    whenDone(m_actions.dryRun(entry->destination.name, m_conversations.first()), this,
             [this, asked, name = entry->destination.name](const Result<ForwardDryRun> &run) {
                 if (asked == m_asked)
                     takeDryRun(run, name);
             });
}

void ForwardDialog::takeDryRun(const Result<ForwardDryRun> &run, const QString &destination)
{
    m_busy->setBusy(false);
    if (!run) {
        m_banner->showMessage(Banner::Kind::Error, errorText(run.error()));
        return;
    }
    m_banner->dismiss();
    m_dryRun->showRun(*run, destination);
    resize(size().expandedTo(QSize(560, 560)));
}

void ForwardDialog::count()
{
    m_sentBefore = -1;
    update();
    const DestinationEntry *entry = chosen();
    if (entry == nullptr)
        return;
    if (m_stop)
        *m_stop = true;
    m_stop = std::make_shared<std::atomic_bool>(false);
    m_reader
        .read<qint64>([conversations = m_conversations, id = entry->destination.id](
                          const Database &database) { return sentBefore(database, conversations, id); },
                      m_stop)
        .then(this, [this, stop = m_stop](const Result<qint64> &before) {
            if (stop != m_stop)
                return;
            m_sentBefore = before.value_or(-1);
            update();
        });
}

void ForwardDialog::update()
{
    const bool isEmpty = m_destinations.isLoaded() && m_destinations.entries().isEmpty();
    const bool hadFocus = m_list->hasFocus();
    m_empty->setVisible(isEmpty);
    m_label->setVisible(!isEmpty);
    m_list->setVisible(!isEmpty);
    m_words->setVisible(!isEmpty);
    setPrimaryVisible(!isEmpty);
    auto *add = m_empty->findChild<QPushButton *>(); // Enter presses one of the two
    (isEmpty && add != nullptr ? add : primaryButton())->setDefault(true);
    if (isEmpty && hadFocus && add != nullptr)
        add->setFocus();
    primaryButton()->setEnabled(chosen() != nullptr);
    m_whatWouldHappen->setVisible(!isEmpty && m_conversations.size() == 1);
    m_whatWouldHappen->setEnabled(chosen() != nullptr);
    const int count = int(m_conversations.size());
    QString words = tr("%n conversation(s) would be sent.", nullptr, count);
    if (m_sentBefore > 0)
        words +=
            QLatin1Char(' ')
            + tr("%n of them was sent there before and is sent again as a new version.", nullptr, int(m_sentBefore));
    m_words->setText(words);
    primaryButton()->setText(tr("Send %1").arg(countText(count, m_display.format().locale)));
}

void ForwardDialog::accept()
{
    const DestinationEntry *entry = chosen();
    if (entry == nullptr)
        return;
    primaryButton()->setEnabled(false);
    whenDone(m_actions.forward(m_conversations, entry->destination.name), this, [this](const Result<qint64> &queued) {
        if (queued)
            return FormDialog::accept();
        m_banner->showMessage(Banner::Kind::Error, errorText(queued.error()));
        update();
    });
}

void ForwardDialog::retranslate()
{
    setWindowTitle(tr("Forward"));
    m_label->setText(tr("&Destination"));
    //: a button: looks at the destination and sends nothing
    m_whatWouldHappen->setText(tr("What would happen"));
    m_empty->setMessage(Icon::Destination, tr("No destination yet"),
                        tr("A destination is an address of yours that conversations are posted to."));
    m_empty->clearButtons();
    m_empty->addButton(tr("Add a destination…"), true);
    update();
}

void ForwardDialog::changeEvent(QEvent *event)
{
    FormDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
