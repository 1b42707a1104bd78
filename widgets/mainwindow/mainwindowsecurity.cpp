// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window does about senders who are not proved, and about the address that they use.

#include "models/items/listrows.h"
#include "models/items/storeactions.h"
#include "models/items/whendone.h"
#include "widgets/detail/detailpane.h"
#include "widgets/live/deliveryview.h"
#include "widgets/mainwindow/listenerwords.h"
#include "widgets/mainwindow/mainwindow.h"
#include "widgets/mainwindow/notices.h"
#include "widgets/mainwindow/statusstrip.h"
#include "widgets/mainwindow/windowmodels.h"
#include "widgets/style/displaysettings.h"
#include "widgets/style/words.h"

#include <QMessageBox>
#include <QPushButton>
#include <QTimer>
#include <QUrl>

namespace earshot {
namespace {

constexpr int c_readable = 5000; ///< of a message in the status bar, in milliseconds

Result<QList<qint64>> quarantinedOf(const Database &database, const QList<qint64> &ids)
{
    const auto rows = readDeliveryRows(database, ids);
    if (!rows)
        return std::unexpected(rows.error());
    QList<qint64> quarantined;
    for (const DeliveryListRowPtr &row : *rows) {
        if (row->state == QLatin1StringView("quarantined"))
            quarantined.append(row->id);
    }
    return quarantined;
}

} // namespace

void MainWindow::connectSecurity()
{
    connect(m_detail, &DetailPane::shown, this, &MainWindow::updateQuarantineActions);
    connect(m_actions->releaseQuarantined, &QAction::triggered, this, &MainWindow::releaseQuarantined);
    connect(m_actions->discardQuarantined, &QAction::triggered, this, &MainWindow::askDiscardQuarantined);
    connect(m_notices, &Notices::settingsRequested, m_actions->settings, &QAction::trigger);
    auto *hourly = new QTimer(this);
    hourly->callOnTimeout(this, &MainWindow::showCertificateNotice);
    hourly->start(std::chrono::hours(1));
    updateQuarantineActions();
}

void MainWindow::showCertificateNotice()
{
    m_notices->setCertificate(certificateNotice(m_listener, m_display.format(), m_display.now()));
}

/** Under which senders reach sources without an address of their own. */
QString MainWindow::sendersBase() const
{
    return m_tunnel.kind == TunnelState::Kind::Up ? m_tunnel.publicBase : m_listener.base;
}

void MainWindow::showPublicHost()
{
    QString host = m_tunnel.kind == TunnelState::Kind::Up ? QUrl(m_tunnel.publicBase).host() : QString();
    for (const SourceEntry &entry : m_models.sources.entries()) {
        if (!entry.source.publicUrl.isEmpty())
            host = QUrl(entry.source.publicUrl).host();
    }
    m_status->setPublicHost(host);
}

void MainWindow::updateQuarantineActions()
{
    const bool isQuarantined = m_detail->isQuarantined() && m_detail->delivery() != 0;
    for (QAction *const action : {m_actions->releaseQuarantined, m_actions->discardQuarantined})
        action->setVisible(isQuarantined);
    if (m_showsQuarantined == isQuarantined)
        return;
    m_showsQuarantined = isQuarantined;
    QList<QAction *> actions = {m_actions->forward, m_actions->showPayload, m_actions->exportRows};
    if (isQuarantined)
        actions = {m_actions->releaseQuarantined, m_actions->discardQuarantined, m_actions->showPayload,
                   m_actions->exportRows};
    m_detail->setFooterActions(actions);
}

/** Of those selected in Inspect, else what the detail shows. */
void MainWindow::withQuarantined(const std::function<void(const QList<qint64> &)> &use)
{
    QList<qint64> ids = m_perspective == Perspective::Inspect ? m_deliveries->selectedIds() : QList<qint64>();
    if (ids.isEmpty() && m_detail->delivery() != 0)
        ids = {m_detail->delivery()};
    m_models.reader.read<QList<qint64>>([ids](const Database &database) { return quarantinedOf(database, ids); })
        .then(this, [this, use](const Result<QList<qint64>> &found) {
            if (!found)
                m_notices->setFailure(errorText(found.error()));
            else if (!found->isEmpty())
                use(*found);
        });
}

void MainWindow::takeCount(const Result<qint64> &done, const std::function<QString(int)> &words)
{
    if (done)
        m_status->showMessage(words(int(*done)), c_readable);
    else
        m_notices->setFailure(errorText(done.error()));
}

void MainWindow::releaseQuarantined()
{
    withQuarantined([this](const QList<qint64> &ids) {
        whenDone(m_storeActions.releaseDeliveries(ids), this, [this](const Result<qint64> &done) {
            takeCount(done, [](int count) {
                return tr("%n delivery(ies) released: a copy of each is read as if it had just come.", nullptr, count);
            });
        });
    });
}

/** Nothing is done before the verb was pressed; Enter does not press it. */
void MainWindow::askDiscardQuarantined()
{
    withQuarantined([this](const QList<qint64> &ids) {
        auto *box = new QMessageBox(QMessageBox::Question, tr("Discard"),
                                    tr("Discard %n quarantined delivery(ies)?", nullptr, int(ids.size())),
                                    QMessageBox::NoButton, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setInformativeText(tr("What was sent is deleted for good."));
        const QAbstractButton *yes = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
        QPushButton *no = box->addButton(QMessageBox::Cancel);
        no->setText(tr("Cancel"));
        box->setDefaultButton(no);
        box->setEscapeButton(no);
        connect(box, &QMessageBox::buttonClicked, this, [this, yes, ids](const QAbstractButton *button) {
            if (button != yes)
                return;
            whenDone(m_storeActions.discardDeliveries(ids), this, [this](const Result<qint64> &done) {
                takeCount(done, [](int count) { return tr("%n delivery(ies) discarded.", nullptr, count); });
            });
        });
        box->open();
    });
}

} // namespace earshot
