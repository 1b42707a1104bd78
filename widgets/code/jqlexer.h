// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <Qsci/qscilexercustom.h>

namespace earshot {

/** Colours a jq program. Its styles are the kinds of JqToken. */
class JqLexer final : public QsciLexerCustom
{
    Q_OBJECT

public:
    explicit JqLexer(QObject *parent = nullptr);

    const char *language() const override;
    QString description(int style) const override;
    void styleText(int start, int end) override;
};

} // namespace earshot
