// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/code/jqlexer.h"

#include "widgets/code/jqtokens.h"

#include <Qsci/qsciscintilla.h>

namespace earshot {

JqLexer::JqLexer(QObject *parent)
    : QsciLexerCustom(parent)
{
}

const char *JqLexer::language() const
{
    return "jq";
}

/** QScintilla asks for the names of styles until one is null; they are shown nowhere. */
QString JqLexer::description(int style) const
{
    return style <= int(JqToken::Kind::Variable) ? QString::number(style) : QString();
}

/** Always the whole program: a quote changes the meaning of all that follows, and programs are short. */
void JqLexer::styleText(int, int)
{
    if (editor() == nullptr)
        return;
    startStyling(0);
    const QList<JqToken> tokens = jqTokens(editor()->text().toUtf8());
    for (const JqToken &token : tokens)
        setStyling(int(token.length), int(token.kind));
}

} // namespace earshot
