// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace earshot {

class TranscriptView;

/** Lets assistive tools read every TranscriptView as one text, a line a block with who says it and when. Call before
 * one is shown; further calls do nothing. GUI thread. */
void installTranscriptAccessibility();

/** Tells assistive tools, if there are any, where the keyboard is now. */
void announceTranscriptPlace(TranscriptView &view);

} // namespace earshot
