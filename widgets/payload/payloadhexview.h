// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractScrollArea>
#include <QByteArray>

class QAction;

namespace earshot {

/** Bytes as hexadecimal numbers and as text, sixteen a row. Only what is seen is looked at, so that their number does
 * not matter. Bytes are selected with the mouse or Shift and the arrows and copied as text or as numbers. */
class PayloadHexView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PayloadHexView(QWidget *parent = nullptr);

    void setBytes(const QByteArray &bytes);

    const QByteArray &bytes() const { return m_bytes; }

    /** The selected bytes; all where none is selected. */
    QByteArray selectedBytes() const;

    void select(qsizetype begin, qsizetype end);

    /** Which byte stands at a place of the viewport; -1 for none. */
    qsizetype byteAt(QPoint position) const;

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void retranslate();
    void updateLayout();
    void copy(bool asHex);
    void moveCursor(qsizetype to, bool extends);
    void paintRow(QPainter &painter, qsizetype row, int top) const;
    void paintSelection(QPainter &painter, qsizetype row, int top) const;
    int rowsInView() const;
    int widthOf(int characters) const;

    QByteArray m_bytes;
    QAction *m_copyText;
    QAction *m_copyHex;
    qsizetype m_anchor = 0;
    qsizetype m_cursor = -1; ///< the last byte of the selection; -1 for none
    int m_rowHeight = 1;
    int m_rowBytes = 16; ///< half as many where a whole row would not fit
    qreal m_characterWidth = 1; // no whole number in every font
    int m_hexLeft = 0; ///< in the contents, before scrolling
    int m_textLeft = 0;
};

} // namespace earshot
