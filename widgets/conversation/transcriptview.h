// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/conversation/transcriptcursor.h"
#include "widgets/conversation/transcriptfind.h"
#include "widgets/style/displaysettings.h"

#include <QAbstractScrollArea>
#include <QTimer>
#include <QUrl>

class QMenu;

namespace earshot {

class HitMap;
class Pill;

/** A conversation as it was said: the contact's bubbles at the leading edge, our side's at the trailing edge, and
 * between them what happened. Ten thousand turns are laid out as they are looked at. GUI thread. */
class TranscriptView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /** @p settings must outlive it. */
    explicit TranscriptView(DisplaySettings &settings, QWidget *parent = nullptr);
    ~TranscriptView() override;

    /** Shows a transcript. Of the conversation that is shown already it only shows what is new: at its end if the end
     * was in view, else counted in newLines(). */
    void setTranscript(const Transcript &transcript);
    void clear();

    const Transcript &transcript() const { return m_transcript; }

    /** Grey shapes in place of bubbles, while there is nothing to show yet. */
    void setLoading(bool loading);

    /** Marks where @p text stands and goes to the first place in view or below; empty marks nothing. */
    void setFindText(const QString &text);
    void findNext();
    void findPrevious();

    qsizetype hitCount() const { return m_find.hits().size(); }

    /** From 0; -1 for none. */
    qsizetype currentHit() const { return m_find.current(); }

    /** What is selected; across bubbles with names and times. */
    QString selectedText() const { return m_cursor.selectedText(); }

    bool isEndInView() const;

    /** Entries that came while the end was out of view. */
    qsizetype newLines() const { return m_newLines; }

    /** What is shown, in order: the date, one block an entry, the end. */
    const QList<TranscriptBlock> &blocks() const { return m_layout.blocks(); }

    /** Where the bubble or the marker of an entry is, in the viewport's coordinates. Lays it out. */
    QRect entryRect(qsizetype entry);

    /** True when no height is guessed any more. */
    bool isLaidOut() const { return !m_refine.isActive(); }

    /** Where the keyboard is, and what is selected. */
    const TranscriptCursor &cursor() const { return m_cursor; }

    void setPlace(TranscriptPlace place, bool select = false);

    /** Where a place stands, in the viewport's coordinates. Lays it out. */
    QRect placeRect(TranscriptPlace place);

    TranscriptPlace placeAt(QPoint position) { return placeAt(spotAt(position)); }

public Q_SLOTS:
    void copy();
    void selectAll();
    void scrollToEnd();

Q_SIGNALS:
    /** Somebody asks to open an address from the transcript: nothing is opened here. */
    void linkRequested(const QUrl &address);

    /** The hits or the current one are others. */
    void findChanged();

    /** The keyboard is elsewhere, or what is selected is. */
    void placeChanged();

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct Spot {
        qsizetype block = -1;
        QPointF point; ///< within the block
    };

    void plan(qsizetype unchanged);
    qsizetype unchangedBlocks(const Transcript &next) const;
    void settle();
    void refine();
    qreal wantedTop() const;
    void scrollTo(qreal y);
    void ensureVisible(TranscriptPlace place);
    void updateMap();
    void updateNewLines(qsizetype count);
    void placeSideWidgets();
    void retranslate();
    void goToHit();

    Spot spotAt(QPoint position);
    TranscriptPlace placeAt(const Spot &spot);
    QUrl linkAt(const Spot &spot);
    QUrl linkAtCursor() const;
    bool moveByKey(const QKeyEvent &event);
    bool actByKey(const QKeyEvent &event);
    void movePage(bool down, bool select);
    void moveCursor(CursorMove move, bool select);
    void toggle(qsizetype block);
    void updatePointer(const Spot &spot, Qt::KeyboardModifiers modifiers);
    void dragTo(QPoint position);
    void fillMenu(QMenu &menu, const QUrl &link);

    void paintBlocks(QPainter &painter, const QRect &clip);
    void paintSkeleton(QPainter &painter) const;

    DisplaySettings &m_settings;
    Transcript m_transcript;
    UnfoldedEntries m_unfolded;
    TranscriptLayout m_layout;
    TranscriptCursor m_cursor;
    TranscriptFind m_find;
    QTimer m_refine;
    QTimer m_dragScroll;
    HitMap *m_map;
    Pill *m_newPill;
    qsizetype m_anchorBlock = 0; ///< the block at the top of the view
    qreal m_anchorOffset = 0; ///< how much of it is above the view
    bool m_isFollowing = false; ///< the end stays in view
    bool m_isSettling = false;
    bool m_isLoading = false;
    bool m_isDragging = false;
    qsizetype m_pressedToggle = -1; ///< the block whose folding place was pressed
    qsizetype m_newLines = 0;
    qreal m_mapHeight = -1; ///< for which the map was made
};

} // namespace earshot
