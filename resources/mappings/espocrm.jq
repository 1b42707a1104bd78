# SPDX-FileCopyrightText: The Earshot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A conversation as EspoCRM's Call or Meeting. The tables of words, $words, can be edited beside.

# EspoCRM itself took a megabyte; more than this nobody reads.
def longest: 500000;

def text($name): $words.text[$name] // $name;
def filled: if type == "string" and test("\\S") then . else null end;
def word($table): if type == "string" then $words[$table][. | ascii_downcase | gsub("[ -]"; "_")] else null end;
def shortened($most): if length > $most then .[:$most - 1] + "…" else . end;

def isChat: .kind == "chat";
def moment: .started_at // .answered_at // .ended_at // .updated_at;
def contact: (.contact_name | filled) // (.contact_phone | filled) // (.contact_email | filled) // text("unknown");
def title:
    (if isChat then text("chat")
     elif .direction == null then text("call")
     else text("call_" + .direction) end) + " – " + contact;

# Times are UTC: 2026-05-14T12:00:00.123Z. EspoCRM wants them as 2026-05-14 12:00:00.
def seconds: if . == null then null else (.[:19] + "Z" | try fromdateiso8601 catch null) end;
def asEspoTime: if . == null then null else strftime("%Y-%m-%d %H:%M:%S") end;
def start: moment | seconds;
def finish:
    start as $start
    | if $start == null then null
      else ((if .duration_s != null then $start + (.duration_s | tonumber) else null end)
            // (.ended_at | seconds)
            // ((.transcript // [])[-1:][0].at | seconds)
            // $start) as $known
          # A meeting ends after its start.
          | [$known, (if isChat then $start + 60 else $start end)] | max end;

# 0:05 into the conversation; nothing where a time is not known.
def offset($start):
    (.at | seconds) as $at
    | if $at == null or $start == null or $at < $start then ""
      else ($at - $start | floor) as $in
          | ($in / 60 | floor | tostring) + ":" + ("0" + ($in % 60 | tostring))[-2:] + " " end;
def spoken($start): offset($start) + (.name // $words.role[.role // ""] // .role // "") + ": " + .text;

def fact($name; $value): if ($value | filled) == null then empty else text($name) + ": " + $value end;
def lines:
    fact("outcome"; .outcome),
    fact("status"; .status_detail),
    fact("agent"; .agent),
    fact("summary"; .summary),
    fact("notes"; .notes),
    fact("from"; .from),
    fact("to"; .to),
    fact("recording"; .recording_url),
    (if (.transcript // []) == [] then empty
     else "", text("transcript") + ":",
          (start as $start | .transcript[] | select((.text // "") != "") | spoken($start)) end);

# As many lines as fit; one too long by itself is cut at a character's border.
def joined:
    reduce .[] as $line ({text: [], size: 0, cut: false};
        if .cut then .
        else (longest - .size) as $room
            | ($line | length) as $length
            | if $length <= $room then .text += [$line] | .size += $length + 1
              else .cut = true
                  | if $room > 1000 then .text += [$line[:$room]] else . end
              end
        end)
    | .text + (if .cut then [text("cut")] else [] end) | join("\n");
def body: [lines] | joined;

def status: (.outcome | word("outcome_status")) // (.status_detail | word("outcome_status")) // (.status | word("status"));

# EspoCRM refuses a number that is not international.
def isPhone: type == "string" and test("^\\+[1-9][0-9]{6,14}$");
def names:
    (.contact_name | filled) as $name
    | if $name == null then {lastName: contact}
      else ($name | [scan("\\S+")]) as $parts
          | {firstName: (if ($parts | length) > 1 then ($parts[:-1] | join(" ") | shortened(100)) else null end),
             lastName: ($parts[-1] | shortened(100))} end;
def person:
    if (.contact_phone | filled) == null and (.contact_email | filled) == null then null
    else names + {
        phoneNumber: (if (.contact_phone | isPhone) then .contact_phone else null end),
        emailAddress: (if ((.contact_email // "") | test("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$")) then .contact_email else null end)
    } end;
def known: with_entries(select(.value != null));

{
    object: (if isChat then $words.object.chat else $words.object.call end),
    contact: (person | if . == null then null else known end),
    record: ({
        name: (title | shortened(249)),
        status: (status // "Held"),
        direction: (if isChat then null else ((.direction // "unknown") | word("direction")) end),
        dateStart: (start | asEspoTime),
        dateEnd: (finish | asEspoTime),
        description: body
    } | known)
}
