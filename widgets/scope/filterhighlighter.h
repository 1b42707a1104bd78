// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/filtererror.h"

#include <QPalette>
#include <QSyntaxHighlighter>

#include <optional>

namespace earshot {

/** Colours the terms of a filter by what their parts are, and underlines the part that is not understood. */
class FilterHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit FilterHighlighter(QTextDocument *document);

    /** Colours of the theme. */
    void setPalette(const QPalette &palette);

    /** The faulty part is underlined; nothing underlines nothing. */
    void setError(const std::optional<FilterError> &error);

protected:
    void highlightBlock(const QString &text) override;

private:
    QPalette m_palette;
    std::optional<FilterError> m_error;
};

} // namespace earshot
