// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/gapsplitter.h"

#include "widgets/style/metrics.h"

namespace earshot {
namespace {

class Gap final : public QSplitterHandle
{
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void paintEvent(QPaintEvent * /*event*/) override { }
};

} // namespace

GapSplitter::GapSplitter(QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
{
    setChildrenCollapsible(false);
    setHandleWidth(metrics::c_paneMargin);
}

QSplitterHandle *GapSplitter::createHandle()
{
    return new Gap(orientation(), this);
}

} // namespace earshot
