<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>%n s ago</numerusform>
            <numerusform>%n s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>%n d ago</numerusform>
            <numerusform>%n d ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n contact(s) have this phone number.</source>
        <translation>
            <numerusform>%n contact has this phone number.</numerusform>
            <numerusform>%n contacts have this phone number.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) have this e-mail address.</source>
        <translation>
            <numerusform>%n contact has this e-mail address.</numerusform>
            <numerusform>%n contacts have this e-mail address.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) fit this conversation.</source>
        <translation>
            <numerusform>%n contact fits this conversation.</numerusform>
            <numerusform>%n contacts fit this conversation.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::BreakdownChart</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <extracomment>several values summed up in one row</extracomment>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bars, %n value(s). Most: %1, %2, %3.</source>
        <translation>
            <numerusform>Bars, %n value. Most: %1, %2, %3.</numerusform>
            <numerusform>Bars, %n values. Most: %1, %2, %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::CellWords</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::CoverageDialog</name>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) were seen only in part. eigi.ai gives the rest for an API key, which you make in its settings. Earshot keeps it outside the store.</source>
        <translation>
            <numerusform>%n conversation was seen only in part. eigi.ai gives the rest for an API key, which you make in its settings. Earshot keeps it outside the store.</numerusform>
            <numerusform>%n conversations were seen only in part. eigi.ai gives the rest for an API key, which you make in its settings. Earshot keeps it outside the store.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) were seen only in part: without transcript, duration, recording or end.</source>
        <translation>
            <numerusform>%n conversation was seen only in part: without transcript, duration, recording or end.</numerusform>
            <numerusform>%n conversations were seen only in part: without transcript, duration, recording or end.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::CoverageStrip</name>
    <message numerus="yes">
        <source>%n mark(s).</source>
        <translation>
            <numerusform>%n mark.</numerusform>
            <numerusform>%n marks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::CoverageWords</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n expected</source>
        <translation>
            <numerusform>About %n expected</numerusform>
            <numerusform>About %n expected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n delivery(ies) of %1 may be missing, most of them %2.</source>
        <translation>
            <numerusform>About %n delivery of %1 may be missing, most likely %2.</numerusform>
            <numerusform>About %n deliveries of %1 may be missing, most of them %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n delivery(ies) of %1 may be missing %2.</source>
        <extracomment>%1 is a source, %2 as in &quot;from 09:12 to 09:40&quot;</extracomment>
        <translation>
            <numerusform>About %n delivery of %1 may be missing %2.</numerusform>
            <numerusform>About %n deliveries of %1 may be missing %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Earshot was not listening %n time(s); nothing is likely to be missing by the sources&apos; usual rates, as far as they are known.</source>
        <translation>
            <numerusform>Earshot was not listening %n time; nothing is likely to be missing by the sources&apos; usual rates, as far as they are known.</numerusform>
            <numerusform>Earshot was not listening %n times; nothing is likely to be missing by the sources&apos; usual rates, as far as they are known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Earshot was not receiving %1. About %n delivery(ies) may be missing.</source>
        <extracomment>%1 as in &quot;from 09:12 to 09:40&quot;</extracomment>
        <translation>
            <numerusform>Earshot was not receiving %1. About %n delivery may be missing.</numerusform>
            <numerusform>Earshot was not receiving %1. About %n deliveries may be missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) fetched.</source>
        <translation>
            <numerusform>%n conversation fetched.</numerusform>
            <numerusform>%n conversations fetched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still going on.</source>
        <translation>
            <numerusform>%n still going on.</numerusform>
            <numerusform>%n still going on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no longer kept at eigi.ai.</source>
        <translation>
            <numerusform>%n no longer kept at eigi.ai.</numerusform>
            <numerusform>%n no longer kept at eigi.ai.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be had.</source>
        <translation>
            <numerusform>%n could not be had.</numerusform>
            <numerusform>%n could not be had.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not asked for.</source>
        <translation>
            <numerusform>%n not asked for.</numerusform>
            <numerusform>%n not asked for.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::DestinationsDialog</name>
    <message numerus="yes">
        <source>%n conversation(s) not sent to %1 would be discarded.</source>
        <translation>
            <numerusform>%n conversation not sent to %1 would be discarded.</numerusform>
            <numerusform>%n conversations not sent to %1 would be discarded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::DurationHistogram</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::ExportDialog</name>
    <message numerus="yes">
        <source>%n row(s) exported to %1.</source>
        <translation>
            <numerusform>%n row exported to %1.</numerusform>
            <numerusform>%n rows exported to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::FacetListModel</name>
    <message numerus="yes">
        <source>%n more…</source>
        <comment>values of a facet</comment>
        <translation>
            <numerusform>%n more…</numerusform>
            <numerusform>%n more…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::FilterLine</name>
    <message numerus="yes">
        <source>%1 so far…</source>
        <translation>
            <numerusform>%1 so far…</numerusform>
            <numerusform>%1 so far…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 found · %2</source>
        <extracomment>%1 is how many, %2 how long it took, as in &quot;128 found · 6 ms&quot;</extracomment>
        <translation>
            <numerusform>%1 found · %2</numerusform>
            <numerusform>%1 found · %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::FollowPill</name>
    <message numerus="yes">
        <source>%n new</source>
        <extracomment>rows that have arrived meanwhile</extracomment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::ForwardDialog</name>
    <message numerus="yes">
        <source>%n conversation(s) would be sent.</source>
        <translation>
            <numerusform>%n conversation would be sent.</numerusform>
            <numerusform>%n conversations would be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them was sent there before and is sent again as a new version.</source>
        <translation>
            <numerusform>%n of them was sent there before and is sent again as a new version.</numerusform>
            <numerusform>%n of them were sent there before and are sent again as a new version.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::HeatMap</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::KeepPage</name>
    <message numerus="yes">
        <source> day(s)</source>
        <translation>
            <numerusform> day</numerusform>
            <numerusform> days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::LaneWords</name>
    <message numerus="yes">
        <source>Now: %n call(s)</source>
        <translation>
            <numerusform>Now: %n call</numerusform>
            <numerusform>Now: %n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Now: %n chat(s)</source>
        <translation>
            <numerusform>Now: %n chat</numerusform>
            <numerusform>Now: %n chats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Now: %n conversation(s)</source>
        <translation>
            <numerusform>Now: %n conversation</numerusform>
            <numerusform>Now: %n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without an end</source>
        <extracomment>calls that run for so long that their end may have been missed</extracomment>
        <translation>
            <numerusform>%n without an end</numerusform>
            <numerusform>%n without an end</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::ListenerWords</name>
    <message numerus="yes">
        <source>It tries again within %n second(s).</source>
        <translation>
            <numerusform>It tries again within %n second.</numerusform>
            <numerusform>It tries again within %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The listener&apos;s certificate ends on %1, in %n day(s): senders refuse it from then on. Renew it.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>The listener&apos;s certificate ends on %1, in %n day: senders refuse it from then on. Renew it.</numerusform>
            <numerusform>The listener&apos;s certificate ends on %1, in %n days: senders refuse it from then on. Renew it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::MainWindow</name>
    <message numerus="yes">
        <source>%n delivery(ies) released: a copy of each is read as if it had just come.</source>
        <translation>
            <numerusform>%n delivery released: a copy of it is read as if it had just come.</numerusform>
            <numerusform>%n deliveries released: a copy of each is read as if it had just come.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %n quarantined delivery(ies)?</source>
        <translation>
            <numerusform>Discard %n quarantined delivery?</numerusform>
            <numerusform>Discard %n quarantined deliveries?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(ies) discarded.</source>
        <translation>
            <numerusform>%n delivery discarded.</numerusform>
            <numerusform>%n deliveries discarded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::MoreCard</name>
    <message numerus="yes">
        <source>%n more running</source>
        <translation>
            <numerusform>%n more running</numerusform>
            <numerusform>%n more running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::OutboxDialog</name>
    <message numerus="yes">
        <source>%n record(s) are on their way again.</source>
        <translation>
            <numerusform>%n record is on its way again.</numerusform>
            <numerusform>%n records are on their way again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::PayloadDiffPane</name>
    <message numerus="yes">
        <source>%n equal lines</source>
        <extracomment>Stands for lines that two payloads have in common; a click shows them</extracomment>
        <translation>
            <numerusform>%n equal line</numerusform>
            <numerusform>%n equal lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::PayloadTreeModel</name>
    <message numerus="yes">
        <source>%n fields</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <extracomment>Of a list in a payload</extracomment>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::PayloadWords</name>
    <message numerus="yes">
        <source>%n changed</source>
        <extracomment>How many values of a payload are others than in the one before</extracomment>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <extracomment>How many values of a payload were not in the one before</extracomment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <extracomment>How many values of the payload before are not in this one</extracomment>
        <translation>
            <numerusform>%n gone</numerusform>
            <numerusform>%n gone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::ReplayDialog</name>
    <message numerus="yes">
        <source>%n of them cannot be sent: the bytes are no longer kept.</source>
        <translation>
            <numerusform>%n of them cannot be sent: the bytes are no longer kept.</numerusform>
            <numerusform>%n of them cannot be sent: the bytes are no longer kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n delivery(s). One that was under way may have arrived.</source>
        <translation>
            <numerusform>Stopped after %n delivery. One that was under way may have arrived.</numerusform>
            <numerusform>Stopped after %n deliveries. One that was under way may have arrived.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(s) sent, all answered with 2xx.</source>
        <translation>
            <numerusform>%n delivery sent and answered with 2xx.</numerusform>
            <numerusform>%n deliveries sent, all answered with 2xx.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(s) not answered with 2xx.</source>
        <translation>
            <numerusform>%n delivery not answered with 2xx.</numerusform>
            <numerusform>%n deliveries not answered with 2xx.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::ResendDialog</name>
    <message numerus="yes">
        <source>%n record(s) would be sent again, at once.</source>
        <translation>
            <numerusform>%n record would be sent again, at once.</numerusform>
            <numerusform>%n records would be sent again, at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) would be sent again, in about %1.</source>
        <extracomment>%1 is a length of time such as &quot;4 min&quot;</extracomment>
        <translation>
            <numerusform>%n record would be sent again, in about %1.</numerusform>
            <numerusform>%n records would be sent again, in about %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::RowsCard</name>
    <message numerus="yes">
        <source>%1 row(s), newest first</source>
        <extracomment>%1 is a number, in the locale&apos;s digits; %n the same for the plural</extracomment>
        <translation>
            <numerusform>%1 row, newest first</numerusform>
            <numerusform>%1 rows, newest first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) so far, newest first</source>
        <extracomment>while more rows are being read</extracomment>
        <translation>
            <numerusform>%1 row so far, newest first</numerusform>
            <numerusform>%1 rows so far, newest first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::ShadowRowsModel</name>
    <message numerus="yes">
        <source>%1, %n field(s)</source>
        <extracomment>%1: &quot;Changed&quot;, then how many fields of a record are</extracomment>
        <translation>
            <numerusform>%1, %n field</numerusform>
            <numerusform>%1, %n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::SourceForm</name>
    <message numerus="yes">
        <source>A name has at most %n characters.</source>
        <translation>
            <numerusform>A name has at most %n character.</numerusform>
            <numerusform>A name has at most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::StatusStrip</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::StoragePage</name>
    <message numerus="yes">
        <source>%n delivery(ies) are in %1, checked.</source>
        <translation>
            <numerusform>%n delivery is in %1, checked.</numerusform>
            <numerusform>%n deliveries are in %1, checked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::TlsForm</name>
    <message numerus="yes">
        <source>For %1, until %2: %n day(s) left.</source>
        <translation>
            <numerusform>For %1, until %2: %n day left.</numerusform>
            <numerusform>For %1, until %2: %n days left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::TranscriptView</name>
    <message numerus="yes">
        <source>%n fields</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new lines</source>
        <extracomment>Lines of a conversation that came below what is in view.</extracomment>
        <translation>
            <numerusform>%n new line</numerusform>
            <numerusform>%n new lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::TrayIcon</name>
    <message numerus="yes">
        <source>%n call(s) or chat(s) now</source>
        <translation>
            <numerusform>%n call or chat now</numerusform>
            <numerusform>%n calls or chats now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::ViewsBar</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <extracomment>rows that began to match a view</extracomment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::VolumeChart</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <extracomment>several outcomes drawn as one</extracomment>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::WaitStep</name>
    <message numerus="yes">
        <source>First delivery from %1: %2, %n messages, decoded.</source>
        <extracomment>%1 is a source, %2 the platform&apos;s name of an event</extracomment>
        <translation>
            <numerusform>First delivery from %1: %2, %n message, decoded.</numerusform>
            <numerusform>First delivery from %1: %2, %n messages, decoded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deliveries so far</source>
        <translation>
            <numerusform>%n delivery so far</numerusform>
            <numerusform>%n deliveries so far</numerusform>
        </translation>
    </message>
</context>
</TS>
