# SPDX-FileCopyrightText: The Earshot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A conversation as a note on Tryton's party. Earshot puts the record's key before the message. The tables of words,
# $words, can be edited beside.

# Tryton itself took three megabytes; more than this nobody reads.
def longest: 500000;

def text($name): $words.text[$name] // $name;
def filled: if type == "string" and test("\\S") then . else null end;
def word($table): if type == "string" then $words[$table][. | ascii_downcase | gsub("[ -]"; "_")] // . else null end;

def title:
    (if .kind == "chat" then text("chat")
     elif .direction == null then text("call")
     else text("call_" + .direction) end)
    + (if .channel | filled then " (" + .channel + ")" else "" end)
    + (if .status | filled then ", " + (.status | word("status")) else "" end);

def seconds: sub("\\.[0-9]+Z$"; "Z") | try fromdateiso8601 catch null;
# 2026-05-14 12:00 UTC
def readable: if . == null then null else (seconds | if . == null then null else strftime("%Y-%m-%d %H:%M UTC") end) end;
def clock: (. / 60 | floor | tostring) + ":" + ("0" + (. % 60 | tostring))[-2:];
def duration: if . == null then null else (tonumber | clock) end;

def start: .started_at // .answered_at // null | if . == null then null else seconds end;
# 0:05 into the conversation; nothing where a time is not known.
def offset($start):
    (if .at != null and $start != null then (.at | seconds) as $at
         | if $at != null and $at >= $start then ($at - $start | clock) else null end
     else null end)
    | if . == null then "" else . + " " end;
def spoken($start):
    offset($start) + ((.name | filled) // $words.role[.role // ""] // .role // "") + ": " + (.text // "");

def fact($name; $value): if ($value | filled) == null then empty else text($name) + ": " + $value end;
def lines:
    title,
    fact("start"; .started_at | readable),
    fact("duration"; .duration_s | duration),
    fact("from"; .from),
    fact("to"; .to),
    fact("outcome"; .outcome | word("outcome")),
    fact("status"; .status_detail),
    fact("agent"; .agent),
    fact("intent"; .intent),
    fact("summary"; .summary),
    fact("notes"; .notes),
    fact("recording"; .recording_url),
    ([(.transcript // [])[] | select(.text | filled)] as $said
     | if $said == [] then empty
       else "", text("transcript") + ":", (start as $start | $said[] | spoken($start)) end);

# As many lines as fit, and what fits of the next. Joined once: a text that grows line by line is copied each time.
def joined:
    [foreach .[] as $line (0; . + ($line | length) + 1; {end: ., line: $line})]
    | map(select(.end > longest))[0] as $over
    | map(select(.end <= longest).line) as $fitting
    | if $over == null then $fitting
      else $fitting + [$over.line[:longest - $over.end + ($over.line | length) + 1], text("cut")] end
    | join("\n");

# A party, with Tryton's own fields. Its code comes of the phone number or e-mail address.
def contact:
    [{type: "phone", value: (.contact_phone | filled)}, {type: "email", value: (.contact_email | filled)}]
    | map(select(.value != null));
def party:
    contact as $mechanisms
    | if $mechanisms == [] then null
      else {name: ((.contact_name | filled) // $mechanisms[0].value), contact_mechanisms: $mechanisms} end;

{object: "ir.note", contact: party, record: {message: ([lines] | joined)}}
