// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/conversation/transcriptaccessible.h"

#include "widgets/conversation/transcriptview.h"

#include <QAccessibleWidget>

#include <algorithm>

namespace earshot {
namespace {

/** What stands in front of a block's text: who, when. */
QString leadOf(const TranscriptBlock &block)
{
    QString lead = block.pause.isEmpty() ? QString() : QString(block.pause + QStringLiteral(". "));
    if (!block.speaker.isEmpty())
        lead += block.speaker + QStringLiteral(", ");
    const QString time = block.time.isEmpty() ? block.clock : block.time;
    return time.isEmpty() ? lead : QString(lead + time + QStringLiteral(": "));
}

class TranscriptAccessible final : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit TranscriptAccessible(QWidget *widget)
        : QAccessibleWidget(widget, QAccessible::Document)
    {
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }

    void selection(int index, int *from, int *to) const override
    {
        *from = *to = 0;
        if (index != 0 || !view().cursor().hasSelection())
            return;
        *from = offsetOf(view().cursor().begin());
        *to = offsetOf(view().cursor().end());
    }

    int selectionCount() const override { return view().cursor().hasSelection() ? 1 : 0; }

    void addSelection(int from, int to) override
    {
        view().setPlace(placeOf(from));
        view().setPlace(placeOf(to), true);
    }

    void removeSelection(int) override { view().setPlace(view().cursor().place()); }

    void setSelection(int, int from, int to) override { addSelection(from, to); }

    int cursorPosition() const override { return offsetOf(view().cursor().place()); }

    void setCursorPosition(int position) override { view().setPlace(placeOf(position)); }

    QString text(int from, int to) const override
    {
        const QString all = wholeText();
        return all.mid(from, (to < 0 ? int(all.size()) : to) - from);
    }

    using QAccessibleWidget::text;

    int characterCount() const override { return int(wholeText().size()); }

    QRect characterRect(int offset) const override
    {
        if (view().blocks().isEmpty())
            return {};
        const QRect rect = view().placeRect(placeOf(offset));
        return {view().viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }

    int offsetAtPoint(const QPoint &point) const override
    {
        return offsetOf(view().placeAt(view().viewport()->mapFromGlobal(point)));
    }

    void scrollToSubstring(int from, int) override { view().setPlace(placeOf(from)); }

    QString attributes(int, int *from, int *to) const override
    {
        *from = 0;
        *to = characterCount();
        return {};
    }

private:
    TranscriptView &view() const { return *static_cast<TranscriptView *>(widget()); }

    QString wholeText() const
    {
        QString text;
        for (const TranscriptBlock &block : view().blocks())
            text += leadOf(block) + block.shownText() + QLatin1Char('\n');
        return text;
    }

    int offsetOf(TranscriptPlace place) const
    {
        const QList<TranscriptBlock> &blocks = view().blocks();
        qsizetype offset = 0;
        for (qsizetype i = 0; i < std::min(place.block, blocks.size()); ++i)
            offset += leadOf(blocks.at(i)).size() + blocks.at(i).shown + 1;
        if (place.block < blocks.size())
            offset += leadOf(blocks.at(place.block)).size() + place.position;
        return int(offset);
    }

    TranscriptPlace placeOf(qsizetype offset) const
    {
        const QList<TranscriptBlock> &blocks = view().blocks();
        for (qsizetype i = 0; i < blocks.size(); ++i) {
            const qsizetype lead = leadOf(blocks.at(i)).size();
            const qsizetype length = lead + blocks.at(i).shown + 1;
            if (offset < length)
                return {i, std::clamp<qsizetype>(offset - lead, 0, blocks.at(i).shown)};
            offset -= length;
        }
        return {std::max<qsizetype>(0, blocks.size() - 1), 0};
    }
};

QAccessibleInterface *createAccessible(const QString &, QObject *object)
{
    auto *view = qobject_cast<TranscriptView *>(object);
    return view ? new TranscriptAccessible(view) : nullptr;
}

} // namespace

void installTranscriptAccessibility()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(createAccessible);
        return true;
    }();
    Q_UNUSED(isInstalled);
}

void announceTranscriptPlace(TranscriptView &view)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&view);
    if (accessible == nullptr || accessible->textInterface() == nullptr)
        return;
    QAccessibleTextCursorEvent moved(&view, accessible->textInterface()->cursorPosition());
    QAccessible::updateAccessibility(&moved);
}

} // namespace earshot
