# SPDX-FileCopyrightText: The Earshot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A conversation as HubSpot's call, message (communications) or note. The tables of words, $words, can be edited beside.

# The longest text HubSpot takes is 65,536 characters; the rest is for the mark and for the record's key.
def longest: 65000;

def text($name): $words.text[$name] // $name;
def filled: if type == "string" and test("\\S") then . else null end;
def escaped: @html | split("\r") | join("") | split("\n") | join("<br>");
def word($table): if type == "string" then $words[$table][. | ascii_downcase | gsub("[ -]"; "_")] else null end;

def isChat: .kind == "chat";
def moment: .started_at // .answered_at // .ended_at // .updated_at;
def contact: (.contact_name | filled) // (.contact_phone | filled) // (.contact_email | filled) // text("unknown");
def title:
    (if isChat then text("chat")
     elif .direction == null then text("call")
     else text("call_" + .direction) end) + " – " + contact;

# 0:05 into the conversation; nothing where a time is not known. Times are UTC: 2026-05-14T12:00:00.123Z.
def seconds: if . == null then null else (.[:19] + "Z" | try fromdateiso8601 catch null) end;
def offset($start):
    (.at | seconds) as $at
    | if $at == null or $start == null or $at < $start then ""
      else ($at - $start | floor) as $in
          | ($in / 60 | floor | tostring) + ":" + ("0" + ($in % 60 | tostring))[-2:] + " " end;
def spoken($start): offset($start) + (.name // $words.role[.role // ""] // .role // "") + ": " + .text;

def fact($name; $value): if ($value | filled) == null then empty else text($name) + ": " + $value end;
def lines:
    fact("outcome"; .outcome),
    fact("agent"; .agent),
    fact("summary"; .summary),
    fact("notes"; .notes),
    (if isChat then fact("from"; .from), fact("to"; .to) else empty end),
    (if isChat or ((.recording_url // "") | startswith("https://") | not) then fact("recording"; .recording_url) else empty end),
    (if (.transcript // []) == [] then empty
     else "", text("transcript") + ":",
          ((moment | seconds) as $start | .transcript[] | select((.text // "") != "") | spoken($start)) end);

# As many lines as fit, each escaped; one too long by itself is cut, at a character's border and before it is escaped.
def joined:
    reduce .[] as $line ({text: [], size: 0, cut: false};
        if .cut then .
        else ($line[:longest] | escaped) as $whole
            | (longest - .size) as $room
            | if ($whole | length) <= $room then .text += [$whole] | .size += ($whole | length) + 4
              else .cut = true
                  | if $room > 1000 then .text += [$line[:($room / 6 | floor)] | escaped] else . end
              end
        end)
    | .text + (if .cut then [text("cut")] else [] end) | join("<br>");
def body: [lines] | joined;

def object:
    if isChat | not then $words.object.call
    elif (.channel | word("channel")) != null then $words.object.message
    else $words.object.chat end;

def outcome: (.outcome | word("outcome")) // (.status_detail | word("outcome")) // (.status | word("status_outcome"));
def status: (.outcome | word("outcome_status")) // (.status_detail | word("outcome_status")) // (.status | word("status"));
def disposition: outcome as $outcome | if $outcome == null then null else $words.disposition[$outcome] end;

def call: {
    hs_timestamp: moment,
    hs_call_title: title,
    hs_call_body: body,
    hs_call_direction: (.direction | word("direction")),
    hs_call_status: status,
    hs_call_disposition: disposition,
    hs_call_duration: (if .duration_s == null then null else (.duration_s | tonumber * 1000 | tostring) end),
    hs_call_from_number: (.from | filled),
    hs_call_to_number: (.to | filled),
    hs_call_recording_url: (if ((.recording_url // "") | startswith("https://")) then .recording_url else null end)
};
def message: {
    hs_timestamp: moment,
    hs_communication_channel_type: (.channel | word("channel")),
    hs_communication_logged_from: "CRM",
    hs_communication_body: ((title | escaped) + "<br>" + body)
};
def note: {
    hs_timestamp: moment,
    hs_note_body: ((title | escaped) + "<br>" + body)
};

# The last word of a name is the last name.
def names:
    (.contact_name | filled) as $name
    | if $name == null then {lastname: contact}
      else ($name | [scan("\\S+")]) as $parts
          | {firstname: (if ($parts | length) > 1 then ($parts[:-1] | join(" ")) else null end), lastname: $parts[-1]} end;
def person:
    if (.contact_phone | filled) == null and (.contact_email | filled) == null then null
    else names + {
        phone: (.contact_phone | filled),
        email: (if ((.contact_email // "") | test("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$")) then .contact_email else null end)
    } end;
def known: with_entries(select(.value != null));

object as $object
| {
    object: $object,
    contact: (person | if . == null then null else known end),
    record: ((if $object == "calls" then call
              elif $object == "communications" then message
              else note end) | known)
}
