<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BinWords</name>
    <message>
        <source>d MMM</source>
        <extracomment>day and month, as in 14 May; see Qt&apos;s QLocale::toString</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>day, month and year, as in 14 May 2026; see Qt&apos;s QLocale::toString</extracomment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>a range of days or hours</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>ddd, d. MMM</translation>
    </message>
    <message>
        <source>Week %1, %2</source>
        <extracomment>%1 is the number of a week of the year, %2 its days</extracomment>
        <translation>KW %1, %2</translation>
    </message>
    <message>
        <source>today</source>
        <extracomment>below the last column of a chart: the day of today</extracomment>
        <translation>heute</translation>
    </message>
</context>
<context>
    <name>FilterCompletion</name>
    <message>
        <source>What was said</source>
        <translation>Was gesagt wurde</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>now</source>
        <extracomment>The time of something that happened less than five seconds ago</extracomment>
        <translation>jetzt</translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>vor %n s</numerusform>
            <numerusform>vor %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n min</numerusform>
            <numerusform>vor %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>vor %n h</numerusform>
            <numerusform>vor %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>Part of a duration: hours</extracomment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>Part of a duration: minutes</extracomment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>Part of a duration: seconds</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 M</source>
        <extracomment>A large number in millions, as in &quot;12.3 M&quot;</extracomment>
        <translation>%1 Mio.</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>No conversations</source>
        <translation>Keine Gespräche</translation>
    </message>
    <message>
        <source>No conversations, %1</source>
        <extracomment>%1 is a range of days, as in &quot;1 – 3 May&quot;</extracomment>
        <translation>Keine Gespräche, %1</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>%1 conversations</source>
        <translation>%1 Gespräche</translation>
    </message>
    <message>
        <source>%1 of %2 conversations</source>
        <translation>%1 von %2 Gesprächen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>%1 by the filter</source>
        <extracomment>how many conversations of the range do not match the filter</extracomment>
        <translation>%1 durch den Filter</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>Zeitraum davor</translation>
    </message>
</context>
<context>
    <name>SavedView</name>
    <message>
        <source>All</source>
        <extracomment>a saved view: all conversations</extracomment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Running</source>
        <extracomment>a saved view: conversations that run now</extracomment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Missed</source>
        <extracomment>a saved view: calls that nobody answered or that the caller gave up</extracomment>
        <translation>Verpasst</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>Nachfassen</translation>
    </message>
    <message>
        <source>All deliveries</source>
        <translation>Alle Zustellungen</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>Not understood</source>
        <extracomment>a saved view: deliveries of a kind that is new to Earshot</extracomment>
        <translation>Nicht verstanden</translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <extracomment>a saved view: deliveries set aside because their sender is not proved</extracomment>
        <translation>Quarantäne</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>The store cannot be opened. Check that the file is there and that you may read it.</source>
        <translation>Die Speicherdatei lässt sich nicht öffnen. Prüfen, ob die Datei da ist und gelesen werden darf.</translation>
    </message>
    <message>
        <source>This file is not an Earshot store. Nothing was changed. Open another file.</source>
        <translation>Diese Datei ist keine Speicherdatei von Earshot. Nichts wurde geändert. Eine andere Datei öffnen.</translation>
    </message>
    <message>
        <source>This store was made by a newer Earshot. Nothing was changed. Update Earshot or open another store.</source>
        <translation>Diese Speicherdatei stammt von einem neueren Earshot. Nichts wurde geändert. Earshot aktualisieren oder eine andere Speicherdatei öffnen.</translation>
    </message>
    <message>
        <source>This store is of an older Earshot and has to be brought up to date first. Open it once in Earshot where it can be written.</source>
        <translation>Diese Speicherdatei stammt von einem älteren Earshot und muss erst aktualisiert werden. Dazu einmal dort in Earshot öffnen, wo sie beschreibbar ist.</translation>
    </message>
    <message>
        <source>Another program holds the store. Close that program or wait until it is done.</source>
        <translation>Ein anderes Programm hält die Speicherdatei gesperrt. Dieses Programm schließen oder warten, bis es fertig ist.</translation>
    </message>
    <message>
        <source>The store can be read but not written. Nothing was changed. Check the rights of the file and its folder.</source>
        <translation>Die Speicherdatei ist lesbar, aber nicht beschreibbar. Nichts wurde geändert. Die Rechte der Datei und ihres Ordners prüfen.</translation>
    </message>
    <message>
        <source>The disk is full. Senders are told to come back; what was accepted is safe. Free at least 200 MB.</source>
        <translation>Der Datenträger ist voll. Absender werden auf später verwiesen; was angenommen wurde, ist sicher. Mindestens 200 MB freigeben.</translation>
    </message>
    <message>
        <source>Another Earshot receives for this store. This window shows what it receives and changes nothing.</source>
        <translation>Ein anderes Earshot empfängt für diese Speicherdatei. Dieses Fenster zeigt, was es empfängt, und ändert nichts.</translation>
    </message>
    <message>
        <source>The store gave an error. What was saved before is safe. Try again; if it stays, check the store.</source>
        <translation>Die Speicherdatei meldet einen Fehler. Was zuvor gespeichert wurde, ist sicher. Erneut versuchen; bleibt der Fehler, die Speicherdatei prüfen.</translation>
    </message>
    <message>
        <source>This is not valid JSON. It is kept as it came and can be read under Raw.</source>
        <translation>Dies ist kein gültiges JSON. Es bleibt erhalten, wie es kam, und ist unter „Roh“ lesbar.</translation>
    </message>
    <message>
        <source>This form cannot be taken apart. It is kept as it came and can be read under Raw.</source>
        <translation>Dieses Formular lässt sich nicht zerlegen. Es bleibt erhalten, wie es kam, und ist unter „Roh“ lesbar.</translation>
    </message>
    <message>
        <source>This is not of the form that its platform documents. It is kept as it came.</source>
        <translation>Dies hat nicht die Form, die seine Plattform dokumentiert. Es bleibt erhalten, wie es kam.</translation>
    </message>
    <message>
        <source>This body is compressed in a way that Earshot does not know. It is kept as it came. Have it sent as gzip or uncompressed.</source>
        <translation>Dieser Inhalt ist auf eine Weise komprimiert, die Earshot nicht kennt. Er bleibt erhalten, wie er kam. Als gzip oder unkomprimiert senden lassen.</translation>
    </message>
    <message>
        <source>This is larger than Earshot takes. Raise the limit or have less sent at once.</source>
        <translation>Dies ist größer, als Earshot annimmt. Die Grenze anheben oder weniger auf einmal senden lassen.</translation>
    </message>
    <message>
        <source>This value does not fit here. Correct it and try again.</source>
        <translation>Dieser Wert passt hier nicht. Korrigieren und erneut versuchen.</translation>
    </message>
    <message>
        <source>It is not there any more. It may have been removed in the meantime.</source>
        <translation>Das gibt es nicht mehr. Vielleicht wurde es inzwischen entfernt.</translation>
    </message>
    <message>
        <source>This name is taken. Choose another one.</source>
        <translation>Dieser Name ist vergeben. Einen anderen wählen.</translation>
    </message>
    <message>
        <source>The filter cannot be read. What is shown is by the last filter that could.</source>
        <translation>Der Filter ist nicht lesbar. Gezeigt wird, was der letzte lesbare ergibt.</translation>
    </message>
    <message>
        <source>Earshot cannot listen on this address and is not receiving. Another program may use the port: close it or choose another port.</source>
        <translation>Earshot kann unter dieser Adresse nichts empfangen. Vielleicht belegt ein anderes Programm den Port: dieses schließen oder einen anderen Port wählen.</translation>
    </message>
    <message>
        <source>No answer came from the other side. Check the address and the network, then try again.</source>
        <translation>Die Gegenseite antwortet nicht. Adresse und Netzwerk prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The file could not be read or written. Check its folder, its rights and the room on the disk.</source>
        <translation>Die Datei ließ sich nicht lesen oder schreiben. Ordner, Rechte und freien Platz auf dem Datenträger prüfen.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Abgebrochen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is what happened and what to do, %2 the technical detail</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Conversation began</source>
        <extracomment>Something that happened</extracomment>
        <translation>Gespräch begonnen</translation>
    </message>
    <message>
        <source>Conversation changed</source>
        <translation>Gespräch geändert</translation>
    </message>
    <message>
        <source>Conversation resolved</source>
        <translation>Gespräch gelöst</translation>
    </message>
    <message>
        <source>Conversation closed</source>
        <translation>Gespräch geschlossen</translation>
    </message>
    <message>
        <source>New message</source>
        <extracomment>Something that happened: a line of a conversation came</extracomment>
        <translation>Neue Nachricht</translation>
    </message>
    <message>
        <source>Call started</source>
        <translation>Anruf begonnen</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>Anruf beendet</translation>
    </message>
    <message>
        <source>Outcome tagged</source>
        <extracomment>Something that happened: a call was given its outcome</extracomment>
        <translation>Ergebnis vergeben</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Neuer Kontakt</translation>
    </message>
    <message>
        <source>Contact changed</source>
        <translation>Kontakt geändert</translation>
    </message>
    <message>
        <source>Form captured</source>
        <translation>Formular erfasst</translation>
    </message>
    <message>
        <source>Form changed</source>
        <translation>Formular geändert</translation>
    </message>
    <message>
        <source>Intent captured</source>
        <extracomment>Something that happened: what the contact wants was recognized</extracomment>
        <translation>Anliegen erkannt</translation>
    </message>
    <message>
        <source>Unknown kind</source>
        <extracomment>Something that happened, of a kind that Earshot does not know
----------
State of a delivery: readable, but of a kind that Earshot does not know</extracomment>
        <translation>Unbekannte Art</translation>
    </message>
    <message>
        <source>Number</source>
        <extracomment>Heading of a field or column, like those that follow</extracomment>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Kind</source>
        <extracomment>Heading: call or chat</extracomment>
        <translation>Art</translation>
    </message>
    <message>
        <source>Platform&apos;s id</source>
        <extracomment>Heading: the platform&apos;s own id</extracomment>
        <translation>Plattform-ID</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Direction</source>
        <extracomment>Heading: inbound or outbound</extracomment>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Platform&apos;s status</source>
        <extracomment>Heading: the platform&apos;s own word for the status</extracomment>
        <translation>Plattform-Status</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Started</source>
        <extracomment>Heading of a time</extracomment>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Answered</source>
        <extracomment>Heading of a time</extracomment>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Ended</source>
        <extracomment>Heading of a time</extracomment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Agent</source>
        <extracomment>Heading: the person or machine on our side
----------
Who speaks: a person on our side</extracomment>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Contact&apos;s id</source>
        <translation>Kontakt-ID</translation>
    </message>
    <message>
        <source>Contact name</source>
        <translation>Kontaktname</translation>
    </message>
    <message>
        <source>Contact phone</source>
        <translation>Kontakttelefon</translation>
    </message>
    <message>
        <source>Contact e-mail</source>
        <translation>Kontakt-E-Mail</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>Heading: the number that called</extracomment>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <extracomment>Heading: the number that was called</extracomment>
        <translation>An</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>Erste Nachricht</translation>
    </message>
    <message>
        <source>Intent</source>
        <extracomment>Heading: what the contact wants, as the platform recognized it</extracomment>
        <translation>Anliegen</translation>
    </message>
    <message>
        <source>Form</source>
        <extracomment>Heading: a form that the contact filled in</extracomment>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Campaign source</source>
        <extracomment>Heading: the site an advertisement stood on</extracomment>
        <translation>Kampagnenquelle</translation>
    </message>
    <message>
        <source>Campaign medium</source>
        <extracomment>Heading: the kind of advertisement</extracomment>
        <translation>Kampagnenmedium</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Landing page</source>
        <translation>Landingpage</translation>
    </message>
    <message>
        <source>Google click id</source>
        <translation>Google-Klick-ID</translation>
    </message>
    <message>
        <source>Estimated value</source>
        <extracomment>Heading of an amount of money</extracomment>
        <translation>Geschätzter Wert</translation>
    </message>
    <message>
        <source>Actual value</source>
        <extracomment>Heading of an amount of money</extracomment>
        <translation>Tatsächlicher Wert</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Test</source>
        <extracomment>Heading: whether it was a trial only</extracomment>
        <translation>Test</translation>
    </message>
    <message>
        <source>Attributes</source>
        <extracomment>Heading: the platform&apos;s further values</extracomment>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Analysis</source>
        <extracomment>Heading: what the platform concluded from the conversation</extracomment>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Estimated</source>
        <extracomment>Heading: names of the fields that were deduced</extracomment>
        <translation>Geschätzt</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Updated</source>
        <extracomment>Heading of a time</extracomment>
        <translation>Aktualisiert</translation>
    </message>
    <message>
        <source>Received</source>
        <extracomment>Heading of a time
----------
State of a delivery: kept, not yet looked into</extracomment>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Sender&apos;s address</source>
        <extracomment>Heading: the address that sent a delivery</extracomment>
        <translation>Absenderadresse</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Duplicate of</source>
        <extracomment>Heading: the earlier delivery that this one repeats</extracomment>
        <translation>Doppelt zu</translation>
    </message>
    <message>
        <source>Signature</source>
        <extracomment>Heading: whether a delivery&apos;s signature is right</extracomment>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Method</source>
        <extracomment>Heading: method of an HTTP request, as in POST</extracomment>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path</source>
        <extracomment>Heading: path of an HTTP request</extracomment>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>Ausgehend</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Chat</source>
        <extracomment>Channel of a conversation</extracomment>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Another sender</source>
        <extracomment>A platform that Earshot has no own knowledge of</extracomment>
        <translation>Anderer Absender</translation>
    </message>
    <message>
        <source>Booked</source>
        <extracomment>Outcome of a conversation: an appointment was made</extracomment>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Quoted</source>
        <extracomment>Outcome of a conversation: a price was offered</extracomment>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>Follow up</source>
        <extracomment>Outcome of a conversation: someone is to get back to the contact</extracomment>
        <translation>Nachfassen</translation>
    </message>
    <message>
        <source>Not interested</source>
        <extracomment>Outcome of a conversation</extracomment>
        <translation>Kein Interesse</translation>
    </message>
    <message>
        <source>No answer</source>
        <extracomment>Outcome of a conversation: nobody picked up</extracomment>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Spam</source>
        <extracomment>Outcome of a conversation: unwanted advertising</extracomment>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <extracomment>Outcome of a conversation: the caller wanted someone else</extracomment>
        <translation>Falsche Nummer</translation>
    </message>
    <message>
        <source>Other</source>
        <extracomment>Outcome of a conversation: none of the known ones</extracomment>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Decoded</source>
        <extracomment>State of a delivery: understood and turned into events</extracomment>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Malformed</source>
        <extracomment>State of a delivery: not of the form that its sender documents</extracomment>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <extracomment>State of a delivery: the same as an earlier one</extracomment>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>Quarantined</source>
        <extracomment>State of a delivery: set aside because its sender is not proved</extracomment>
        <translation>In Quarantäne</translation>
    </message>
    <message>
        <source>Erased</source>
        <extracomment>State of a delivery: its content was removed on request</extracomment>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Verified</source>
        <extracomment>The signature of a delivery is right</extracomment>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Unsigned</source>
        <extracomment>A delivery has no signature</extracomment>
        <translation>Unsigniert</translation>
    </message>
    <message>
        <source>Signature failed</source>
        <extracomment>The signature of a delivery is wrong</extracomment>
        <translation>Signatur falsch</translation>
    </message>
    <message>
        <source>Signature expired</source>
        <extracomment>A delivery was signed too long ago</extracomment>
        <translation>Signatur abgelaufen</translation>
    </message>
    <message>
        <source>Phone</source>
        <extracomment>Channel of a conversation</extracomment>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Voice</source>
        <extracomment>Channel of a conversation: spoken, not necessarily by telephone</extracomment>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Web</source>
        <extracomment>Channel of a conversation: a website</extracomment>
        <translation>Web</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>E-mail</source>
        <extracomment>Channel of a conversation</extracomment>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>Status of a chat: it goes on</extracomment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Pending</source>
        <extracomment>Status of a chat: it waits for someone</extracomment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Ringing</source>
        <extracomment>Status of a call: nobody has picked up yet</extracomment>
        <translation>Klingelt</translation>
    </message>
    <message>
        <source>In progress</source>
        <extracomment>Status of a call: it goes on</extracomment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Completed</source>
        <extracomment>Status of a call: it went to its end</extracomment>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <extracomment>Status of a call: the line was cut</extracomment>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Abandoned</source>
        <extracomment>Status of a call: the caller hung up before anyone answered</extracomment>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>Status of a call: it did not come about</extracomment>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Resolved</source>
        <extracomment>Status of a chat: what was asked is answered</extracomment>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Closed</source>
        <extracomment>Status of a chat: it is over</extracomment>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Assumed ended</source>
        <extracomment>Status of a call: no end came in time</extracomment>
        <translation>Ende angenommen</translation>
    </message>
    <message>
        <source>Contact</source>
        <extracomment>step of forwarding: the contact is found or made in the CRM
----------
Who speaks: the person at the other end</extracomment>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Assistant</source>
        <extracomment>Who speaks: a machine on our side</extracomment>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>System</source>
        <extracomment>Who speaks: the platform itself</extracomment>
        <translation>System</translation>
    </message>
    <message>
        <source>Tool</source>
        <extracomment>Who speaks: a program that the assistant called</extracomment>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>State of something to be forwarded</extracomment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Sent</source>
        <extracomment>State of something to be forwarded</extracomment>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Parked</source>
        <extracomment>State of something to be forwarded: given up until a person decides</extracomment>
        <translation>Geparkt</translation>
    </message>
    <message>
        <source>Discarded</source>
        <extracomment>State of something to be forwarded: no longer wanted</extracomment>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>No end yet</source>
        <extracomment>Status of a call that has run for longer than usual</extracomment>
        <translation>Noch kein Ende</translation>
    </message>
    <message>
        <source>Untagged</source>
        <extracomment>Outcome of a conversation: nobody has given it one</extracomment>
        <translation>Ohne Ergebnis</translation>
    </message>
    <message>
        <source>The store is damaged. What it cannot take is not accepted, and senders are told to come back. Close Earshot and run `earshot check --repair`.</source>
        <translation>Die Speicherdatei ist beschädigt. Was sie nicht aufnehmen kann, wird nicht angenommen, und Absender werden auf später verwiesen. Earshot schließen und `earshot check --repair` ausführen.</translation>
    </message>
    <message>
        <source>The disk could not be read or written. Senders are told to come back; what was accepted is safe. Check the disk.</source>
        <translation>Der Datenträger ließ sich nicht lesen oder beschreiben. Absender werden auf später verwiesen; was angenommen wurde, ist sicher. Den Datenträger prüfen.</translation>
    </message>
    <message>
        <source>Not checked</source>
        <extracomment>The signature of a delivery could not be checked</extracomment>
        <translation>Ungeprüft</translation>
    </message>
    <message>
        <source>Released by hand</source>
        <extracomment>A person let a delivery out of quarantine</extracomment>
        <translation>Von Hand freigegeben</translation>
    </message>
    <message>
        <source>Record</source>
        <extracomment>step of forwarding: the call or chat is written into the CRM</extracomment>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Link between them</source>
        <extracomment>step of forwarding: record and contact are tied together in the CRM</extracomment>
        <translation>Verknüpfung der beiden</translation>
    </message>
    <message>
        <source>%1: begun, not known to be done</source>
        <extracomment>%1 is a step of forwarding, such as &quot;Record&quot;</extracomment>
        <translation>%1: begonnen, Ausgang unbekannt</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1: erledigt</translation>
    </message>
    <message>
        <source>%1: done, %2 there</source>
        <extracomment>%1 is a step of forwarding, %2 what the CRM calls its result</extracomment>
        <translation>%1: erledigt, dort %2</translation>
    </message>
    <message>
        <source>Two contacts have this phone number.</source>
        <translation>Zwei Kontakte haben diese Telefonnummer.</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) have this phone number.</source>
        <translation>
            <numerusform>%n Kontakt hat diese Telefonnummer.</numerusform>
            <numerusform>%n Kontakte haben diese Telefonnummer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Two contacts have this e-mail address.</source>
        <translation>Zwei Kontakte haben diese E-Mail-Adresse.</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) have this e-mail address.</source>
        <translation>
            <numerusform>%n Kontakt hat diese E-Mail-Adresse.</numerusform>
            <numerusform>%n Kontakte haben diese E-Mail-Adresse.</numerusform>
        </translation>
    </message>
    <message>
        <source>Two contacts fit this conversation.</source>
        <translation>Zwei Kontakte passen zu diesem Gespräch.</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) fit this conversation.</source>
        <translation>
            <numerusform>%n Kontakt passt zu diesem Gespräch.</numerusform>
            <numerusform>%n Kontakte passen zu diesem Gespräch.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Find the contact</source>
        <translation>Kontakt suchen</translation>
    </message>
    <message>
        <source>Make the contact</source>
        <translation>Kontakt anlegen</translation>
    </message>
    <message>
        <source>Send the record</source>
        <translation>Eintrag senden</translation>
    </message>
    <message>
        <source>Write the record</source>
        <translation>Eintrag schreiben</translation>
    </message>
    <message>
        <source>Write the note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Make the note</source>
        <translation>Notiz anlegen</translation>
    </message>
    <message>
        <source>Change the record</source>
        <translation>Eintrag ändern</translation>
    </message>
    <message>
        <source>Look for the record</source>
        <translation>Eintrag suchen</translation>
    </message>
    <message>
        <source>Look for the note</source>
        <translation>Notiz suchen</translation>
    </message>
    <message>
        <source>Read the note</source>
        <translation>Notiz lesen</translation>
    </message>
    <message>
        <source>Tie the record to the contact</source>
        <translation>Eintrag mit dem Kontakt verknüpfen</translation>
    </message>
    <message>
        <source>Ask for the rights</source>
        <translation>Rechte abfragen</translation>
    </message>
    <message>
        <source>Asks</source>
        <extracomment>State of something to be forwarded: it waits for a person&apos;s answer</extracomment>
        <translation>Fragt</translation>
    </message>
    <message>
        <source>Asks which contact it belongs to</source>
        <extracomment>after &quot;CRM: &quot;, of a record that several contacts fit</extracomment>
        <translation>Fragt, zu welchem Kontakt es gehört</translation>
    </message>
    <message>
        <source>Asks whether it is there already</source>
        <extracomment>after &quot;CRM: &quot;, of a record of which nobody knows whether it was written</extracomment>
        <translation>Fragt, ob es schon da ist</translation>
    </message>
    <message>
        <source>%1 Choose one; Earshot will not guess.</source>
        <extracomment>%1 is as in &quot;Two contacts have this phone number.&quot;</extracomment>
        <translation>%1 Wählen Sie einen; Earshot rät nicht.</translation>
    </message>
    <message>
        <source>The answer of %1 was lost, and nothing there tells whether the record was written. Look in %1: is it there?</source>
        <extracomment>%1 is the name of a destination</extracomment>
        <translation>Die Antwort von %1 ging verloren, und dort sagt nichts, ob der Eintrag geschrieben wurde. Sehen Sie in %1 nach: Ist er da?</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the name of a destination, %2 how a conversation stands there: &quot;CRM: Parked&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Under way, or cut short</source>
        <extracomment>an attempt at sending of which nothing more is known</extracomment>
        <translation>Unterwegs oder abgebrochen</translation>
    </message>
    <message>
        <source>Again later</source>
        <extracomment>how an attempt at sending ended: it is tried again later</extracomment>
        <translation>Später erneut</translation>
    </message>
    <message>
        <source>Destination paused</source>
        <extracomment>how an attempt at sending ended: nothing more is sent to the destination until a person lets it go on</extracomment>
        <translation>Ziel pausiert</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>a short time in milliseconds</extracomment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>a time in seconds</extracomment>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>earshot::AboutDialog</name>
    <message>
        <source>About Earshot</source>
        <translation>Über Earshot</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <extracomment>Puts the list of versions on the clipboard</extracomment>
        <translation>Versionen kopieren</translation>
    </message>
    <message>
        <source>Earshot %1</source>
        <extracomment>%1 is a version, as in 1.2.0</extracomment>
        <translation>Earshot %1</translation>
    </message>
    <message>
        <source>See every call and chat as it happens.</source>
        <translation>Jeden Anruf und jeden Chat live sehen.</translation>
    </message>
    <message>
        <source>Free software: you may use, change and share it under the GNU General Public License, version 3 or later (GPL-3.0-or-later). It comes without any warranty.</source>
        <translation>Freie Software: Sie dürfen sie unter der GNU General Public License, Version 3 oder später (GPL-3.0-or-later), nutzen, ändern und weitergeben. Es besteht keinerlei Gewährleistung.</translation>
    </message>
    <message>
        <source>Built with</source>
        <translation>Erstellt mit</translation>
    </message>
</context>
<context>
    <name>earshot::AddSourceDialog</name>
    <message>
        <source>There is a source of this name. Choose another.</source>
        <translation>Eine Quelle mit diesem Namen gibt es schon. Anderen Namen wählen.</translation>
    </message>
    <message>
        <source>The sample was sent, but not accepted.</source>
        <translation>Das Beispiel wurde gesendet, aber nicht angenommen.</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>Makes the source that was described</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>Quelle hinzufügen</translation>
    </message>
    <message>
        <source>Removes the source again, since nothing has come.</source>
        <translation>Entfernt die Quelle wieder, da nichts angekommen ist.</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>Quelle hinzufügen</translation>
    </message>
    <message>
        <source>You can close this; the source keeps listening.</source>
        <translation>Dieses Fenster kann geschlossen werden; die Quelle empfängt weiter.</translation>
    </message>
</context>
<context>
    <name>earshot::AddressPage</name>
    <message>
        <source>Address</source>
        <extracomment>Page of a source&apos;s settings: where its sender posts to</extracomment>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Whoever knows it can send: keep it secret.</source>
        <translation>Wer sie kennt, kann senden: geheim halten.</translation>
    </message>
    <message>
        <source>Earshot is not receiving, so it has no address of its own yet.</source>
        <translation>Earshot empfängt nicht und hat daher noch keine eigene Adresse.</translation>
    </message>
    <message>
        <source>The one before it works until %1.</source>
        <extracomment>%1 is a time</extracomment>
        <translation>Die vorige gilt bis %1.</translation>
    </message>
    <message>
        <source>&amp;Hook</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Another one</source>
        <extracomment>A source gets another address</extracomment>
        <translation>Ersatz</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>Neue Adresse</translation>
    </message>
</context>
<context>
    <name>earshot::AddressStep</name>
    <message>
        <source>Earshot is not receiving, so it has no address of its own yet.</source>
        <translation>Earshot empfängt nicht und hat daher noch keine eigene Adresse.</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Reached through</source>
        <extracomment>In front of a choice: under which name senders reach Earshot</extracomment>
        <translation>Erreichbar über</translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation>Nur dieser Computer</translation>
    </message>
    <message>
        <source>A public address</source>
        <translation>Eine öffentliche Adresse</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Öffentliche Adresse</translation>
    </message>
    <message>
        <source>The address is made together with the source, and listens from then on.</source>
        <translation>Die Adresse entsteht zusammen mit der Quelle und empfängt von da an.</translation>
    </message>
    <message>
        <source>Create address</source>
        <translation>Adresse erzeugen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Whoever knows it can send: keep it secret.</source>
        <translation>Wer sie kennt, kann senden: geheim halten.</translation>
    </message>
    <message>
        <source>The address ends at this computer. %1 needs one that starts with https://. Set up a tunnel or a certificate in Settings › Listening, or choose &quot;A public address&quot; above and enter the name under which a proxy with a certificate passes requests on to Earshot.</source>
        <extracomment>%1 is a platform, as in eigi.ai</extracomment>
        <translation>Die Adresse reicht nur bis zu diesem Computer. %1 braucht eine, die mit https:// beginnt. Unter Einstellungen › Empfang einen Tunnel oder ein Zertifikat einrichten, oder oben „Eine öffentliche Adresse“ wählen und den Namen eingeben, unter dem ein Proxy mit Zertifikat Anfragen an Earshot weiterreicht.</translation>
    </message>
    <message>
        <source>The tunnel: %1</source>
        <extracomment>%1 is an address as in https://hooks.example</extracomment>
        <translation>Der Tunnel: %1</translation>
    </message>
</context>
<context>
    <name>earshot::AgentModel</name>
    <message>
        <source>No agent</source>
        <translation>Kein Agent</translation>
    </message>
    <message>
        <source>Few conversations</source>
        <translation>Wenige Gespräche</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
</context>
<context>
    <name>earshot::AgentTable</name>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>No agent</source>
        <translation>Kein Agent</translation>
    </message>
    <message>
        <source>Table with bars. No conversations.</source>
        <translation>Tabelle mit Balken. Keine Gespräche.</translation>
    </message>
    <message>
        <source>Table with bars. Most: %1, %2.</source>
        <translation>Tabelle mit Balken. Am häufigsten: %1, %2.</translation>
    </message>
</context>
<context>
    <name>earshot::AnswerPage</name>
    <message>
        <source>Answer</source>
        <extracomment>Page of a source&apos;s settings: what its sender hears</extracomment>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>It is longer than 4 KiB.</source>
        <translation>Länger als 4 KiB.</translation>
    </message>
    <message>
        <source>What it sends is stored all the same. Senders may send it again, give up, or switch the hook off.</source>
        <translation>Gesendetes wird trotzdem gespeichert. Absender senden es vielleicht erneut, geben auf oder schalten den Hook ab.</translation>
    </message>
    <message>
        <source>Varda does so after 10 failures in a row.</source>
        <translation>Varda schaltet ihn nach 10 Fehlschlägen in Folge ab.</translation>
    </message>
    <message>
        <source>As usual: 200</source>
        <translation>Wie üblich: 200</translation>
    </message>
    <message>
        <source>With a status of your choice</source>
        <translation>Mit einem eigenen Status</translation>
    </message>
    <message>
        <source>Not at all: close the connection</source>
        <translation>Gar nicht: Verbindung schließen</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>&amp;Antwort</translation>
    </message>
    <message>
        <source>To see what a sender makes of it.</source>
        <translation>Um zu sehen, was ein Absender daraus macht.</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>&amp;Status</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>Answer a&amp;fter</source>
        <translation>Antwort &amp;nach</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>One &amp;in</source>
        <extracomment>as in &quot;One in 3 deliveries is answered like this&quot;</extracomment>
        <translation>Eine &amp;von</translation>
    </message>
    <message>
        <source>The other deliveries are answered 200.</source>
        <translation>Die anderen Zustellungen werden mit 200 beantwortet.</translation>
    </message>
</context>
<context>
    <name>earshot::AttemptLogView</name>
    <message>
        <source>No.</source>
        <extracomment>heading: the number of an attempt, in a narrow column</extracomment>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Took</source>
        <extracomment>heading: how long it took</extracomment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Select a row to see each attempt at it.</source>
        <translation>Wählen Sie eine Zeile, um jeden Versuch zu sehen.</translation>
    </message>
    <message>
        <source>Nothing was tried so far, or so long ago that it is no longer kept.</source>
        <translation>Bisher wurde nichts versucht, oder es ist so lange her, dass es nicht mehr aufbewahrt wird.</translation>
    </message>
    <message>
        <source>Attempt %1, %2: %3</source>
        <extracomment>%1 is a number, %2 a time, %3 how it ended</extracomment>
        <translation>Versuch %1, %2: %3</translation>
    </message>
    <message>
        <source>Answer %1 after %2</source>
        <extracomment>%1 is the status of an HTTP answer, %2 a length of time</extracomment>
        <translation>Antwort %1 nach %2</translation>
    </message>
    <message>
        <source>No answer after %1</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>Keine Antwort nach %1</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Request and answer</source>
        <translation>Anfrage und Antwort</translation>
    </message>
    <message>
        <source>Steps done</source>
        <translation>Erledigte Schritte</translation>
    </message>
</context>
<context>
    <name>earshot::Banner</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>earshot::BreakdownChart</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <extracomment>several values summed up in one row</extracomment>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <extracomment>%1 a value, %2 a count, %3 a share as in 12 %</extracomment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Period before: %1</source>
        <translation>Zeitraum davor: %1</translation>
    </message>
    <message>
        <source>Enter shows only these</source>
        <translation>Eingabetaste zeigt nur diese</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>Zeitraum davor</translation>
    </message>
    <message>
        <source>Bars. No conversations.</source>
        <translation>Balken. Keine Gespräche.</translation>
    </message>
    <message numerus="yes">
        <source>Bars, %n value(s). Most: %1, %2, %3.</source>
        <translation>
            <numerusform>Balken, %n Wert. Am häufigsten: %1, %2, %3.</numerusform>
            <numerusform>Balken, %n Werte. Am häufigsten: %1, %2, %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::CellWords</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>heading of a column of times, then their zone, as in &quot;Started (Berlin)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::ChartPanel</name>
    <message>
        <source>As &amp;table</source>
        <translation>Als &amp;Tabelle</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Save as &amp;SVG…</source>
        <translation>Als &amp;SVG speichern…</translation>
    </message>
    <message>
        <source>Save as &amp;PNG…</source>
        <translation>Als &amp;PNG speichern…</translation>
    </message>
    <message>
        <source>&amp;Explain this</source>
        <translation>&amp;Erklären</translation>
    </message>
    <message>
        <source>Open &amp;rows</source>
        <translation>&amp;Zeilen öffnen</translation>
    </message>
    <message>
        <source>More for %1</source>
        <extracomment>the button with three dots on a chart of that title</extracomment>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>SVG pictures (*.svg)</source>
        <translation>SVG-Bilder (*.svg)</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>The picture cannot be written to %1.</source>
        <translation>Das Bild kann nicht nach %1 geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>earshot::ClosingDialog</name>
    <message>
        <source>Keep receiving?</source>
        <translation>Weiter empfangen?</translation>
    </message>
    <message>
        <source>Earshot can keep receiving in the tray while its window is closed. If you quit, senders get no answer until Earshot runs again.</source>
        <translation>Earshot kann bei geschlossenem Fenster im Infobereich weiter empfangen. Nach dem Beenden erhalten Absender keine Antwort, bis Earshot wieder läuft.</translation>
    </message>
    <message>
        <source>This is asked once. Settings › General changes it.</source>
        <translation>Dies wird einmal gefragt. Ändern lässt es sich unter Einstellungen › Allgemein.</translation>
    </message>
    <message>
        <source>Quit and stop receiving</source>
        <translation>Beenden und Empfang stoppen</translation>
    </message>
    <message>
        <source>Quit and stop receiving?</source>
        <translation>Beenden und Empfang stoppen?</translation>
    </message>
    <message>
        <source>Senders get no answer until Earshot runs again.</source>
        <translation>Absender erhalten keine Antwort, bis Earshot wieder läuft.</translation>
    </message>
    <message>
        <source>&amp;Ask again next time</source>
        <translation>Nächstes Mal wieder &amp;fragen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Keep receiving in the tray</source>
        <translation>Im Infobereich weiter empfangen</translation>
    </message>
</context>
<context>
    <name>earshot::CodeBlock</name>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
</context>
<context>
    <name>earshot::CommandPalette</name>
    <message>
        <source>Command, view, name, phone or id</source>
        <translation>Befehl, Ansicht, Name, Telefonnummer oder ID</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
</context>
<context>
    <name>earshot::ConversationHeader</name>
    <message>
        <source>Copy the phone number</source>
        <translation>Telefonnummer kopieren</translation>
    </message>
    <message>
        <source>Copy the e-mail address</source>
        <translation>E-Mail-Adresse kopieren</translation>
    </message>
    <message>
        <source>Status, %1</source>
        <translation>Status, %1</translation>
    </message>
    <message>
        <source>Outcome, %1</source>
        <translation>Ergebnis, %1</translation>
    </message>
    <message>
        <source>Forwarding, %1</source>
        <translation>Weiterleitung, %1</translation>
    </message>
    <message>
        <source>Duration, %1, estimated</source>
        <translation>Dauer, %1, geschätzt</translation>
    </message>
    <message>
        <source>Duration, %1</source>
        <translation>Dauer, %1</translation>
    </message>
    <message>
        <source>No event says how long it took: this is from its start and its end.</source>
        <translation>Kein Ereignis nennt die Dauer: Sie ist aus Beginn und Ende berechnet.</translation>
    </message>
    <message>
        <source>Visitor %1</source>
        <extracomment>Somebody of whom only the last characters of an id are known: &quot;Visitor 8f2c&quot;.</extracomment>
        <translation>Besucher %1</translation>
    </message>
</context>
<context>
    <name>earshot::ConversationView</name>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
</context>
<context>
    <name>earshot::ConversationWords</name>
    <message>
        <source>Visitor %1</source>
        <extracomment>a person of whom only an id is known; %1 is its end</extracomment>
        <translation>Besucher %1</translation>
    </message>
    <message>
        <source>New</source>
        <extracomment>the narrow first column, which shows what is new</extracomment>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Last line</source>
        <extracomment>what was said last</extracomment>
        <translation>Zuletzt gesagt</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Value</source>
        <extracomment>in money</extracomment>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Forwarding</source>
        <translation>Weiterleitung</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Intent</source>
        <translation>Anliegen</translation>
    </message>
    <message>
        <source>Ended if nothing comes by %1</source>
        <extracomment>%1 is a time of day: the call is then taken for ended</extracomment>
        <translation>Gilt als beendet, wenn bis %1 nichts kommt</translation>
    </message>
    <message>
        <source>No transcript</source>
        <translation>Keine Mitschrift</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 is &quot;Inbound&quot; or &quot;Outbound&quot;, %2 a campaign</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Test</source>
        <extracomment>a call that somebody made to try things out</extracomment>
        <translation>Test</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>channel</comment>
        <extracomment>%1 is a channel such as &quot;Phone&quot;, %2 is &quot;Inbound&quot; or &quot;Outbound&quot;</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>not read yet</source>
        <extracomment>a row whose content is still on its way</extracomment>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>%1, running</source>
        <translation>%1, läuft</translation>
    </message>
    <message>
        <source>%1, estimated</source>
        <translation>%1, geschätzt</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>what a screen reader says where nothing is known</extracomment>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>%1, worked out from the times of its events</source>
        <extracomment>%1 is a length such as &quot;4 min 5 s&quot;</extracomment>
        <translation>%1, aus den Zeiten der Ereignisse berechnet</translation>
    </message>
    <message>
        <source>New since you last looked</source>
        <translation>Neu seit dem letzten Ansehen</translation>
    </message>
    <message>
        <source>Forwarding: %1</source>
        <extracomment>what the narrow first column says of a conversation, as in &quot;Forwarding: Parked&quot;</extracomment>
        <translation>Weiterleitung: %1</translation>
    </message>
</context>
<context>
    <name>earshot::CopyField</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <extracomment>On a button that has just put a text on the clipboard</extracomment>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>earshot::CoverageDialog</name>
    <message>
        <source>Range of the window</source>
        <translation>Zeitraum des Fensters</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <extracomment>a range of time</extracomment>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Letzter %n Tag</numerusform>
            <numerusform>Letzte %n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) were seen only in part. eigi.ai gives the rest for an API key, which you make in its settings. Earshot keeps it outside the store.</source>
        <translation>
            <numerusform>%n Gespräch kam nur teilweise an. eigi.ai gibt den Rest gegen einen API-Schlüssel heraus, der dort in den Einstellungen entsteht. Earshot bewahrt ihn außerhalb der Speicherdatei auf.</numerusform>
            <numerusform>%n Gespräche kamen nur teilweise an. eigi.ai gibt den Rest gegen einen API-Schlüssel heraus, der dort in den Einstellungen entsteht. Earshot bewahrt ihn außerhalb der Speicherdatei auf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of this source was seen only in part in this range.</source>
        <translation>In diesem Zeitraum kam von dieser Quelle nichts nur teilweise an.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) were seen only in part: without transcript, duration, recording or end.</source>
        <translation>
            <numerusform>%n Gespräch kam nur teilweise an: ohne Mitschrift, Dauer, Aufnahme oder Ende.</numerusform>
            <numerusform>%n Gespräche kamen nur teilweise an: ohne Mitschrift, Dauer, Aufnahme oder Ende.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking eigi.ai…</source>
        <translation>eigi.ai wird gefragt…</translation>
    </message>
    <message>
        <source>Stopped. What was fetched is kept.</source>
        <translation>Angehalten. Abgeholtes bleibt erhalten.</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Empfangslücken</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Nothing to tell</source>
        <translation>Keine Lücken</translation>
    </message>
    <message>
        <source>In this range Earshot has not been away, no source was silent against its habit, and nothing was refused, as far as it is known.</source>
        <translation>In diesem Zeitraum war Earshot nie weg, keine Quelle ungewohnt still, und nichts wurde abgewiesen, soweit bekannt.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation>Schlüssel behalten</translation>
    </message>
    <message>
        <source>Fetch what is missing</source>
        <translation>Fehlendes abholen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Conversations asked for</source>
        <translation>Angefragte Gespräche</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Every source</source>
        <translation>Jede Quelle</translation>
    </message>
</context>
<context>
    <name>earshot::CoverageLegend</name>
    <message>
        <source>Listening</source>
        <translation>Empfang</translation>
    </message>
</context>
<context>
    <name>earshot::CoverageStrip</name>
    <message>
        <source>Coverage over time</source>
        <translation>Empfang im Zeitverlauf</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s).</source>
        <translation>
            <numerusform>%n Marke.</numerusform>
            <numerusform>%n Marken.</numerusform>
        </translation>
    </message>
    <message>
        <source>Earshot</source>
        <translation>Earshot</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <extracomment>A day and its weekday, in the letters of QLocale::toString(), as in &quot;Thu 14 May&quot;</extracomment>
        <translation>ddd, d. MMM</translation>
    </message>
</context>
<context>
    <name>earshot::CoverageTableModel</name>
    <message>
        <source>No source</source>
        <translation>Keine Quelle</translation>
    </message>
    <message>
        <source>Every source</source>
        <translation>Jede Quelle</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>heading: when something began</extracomment>
        <translation>Von</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Umfang</translation>
    </message>
</context>
<context>
    <name>earshot::CoverageWords</name>
    <message>
        <source>Closed without an answer</source>
        <extracomment>senders heard nothing at all</extracomment>
        <translation>Ohne Antwort geschlossen</translation>
    </message>
    <message>
        <source>Answered with %1</source>
        <translation>Mit %1 beantwortet</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n Antwort</numerusform>
            <numerusform>%n Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>How many may be missing is not known yet</source>
        <extracomment>of a source too young to have a usual rate</extracomment>
        <translation>Wie viele fehlen könnten, ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>About %1</source>
        <extracomment>deliveries that may be missing, as in &quot;About 14 (8 to 21)&quot;</extracomment>
        <translation>Etwa %1</translation>
    </message>
    <message>
        <source>Nothing has come since</source>
        <translation>Seither kam nichts</translation>
    </message>
    <message>
        <source>Nothing came</source>
        <translation>Nichts kam</translation>
    </message>
    <message numerus="yes">
        <source>About %n expected</source>
        <translation>
            <numerusform>Etwa %n erwartet</numerusform>
            <numerusform>Etwa %n erwartet</numerusform>
        </translation>
    </message>
    <message>
        <source>Insighto.ai does not send again.</source>
        <translation>Insighto.ai sendet nicht erneut.</translation>
    </message>
    <message>
        <source>eigi.ai gives up after four tries in half a minute.</source>
        <translation>eigi.ai gibt nach vier Versuchen in einer halben Minute auf.</translation>
    </message>
    <message>
        <source>Nothing has come from Varda since: it may have switched the endpoint off.</source>
        <translation>Von Varda kam seither nichts: Vielleicht ist der Endpunkt dort abgeschaltet.</translation>
    </message>
    <message>
        <source>Varda sends up to five times again.</source>
        <translation>Varda sendet bis zu fünfmal erneut.</translation>
    </message>
    <message>
        <source>Whether %1 sends again is not known.</source>
        <extracomment>%1 is a source</extracomment>
        <translation>Ob %1 erneut sendet, ist nicht bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>About %n delivery(ies) of %1 may be missing, most of them %2.</source>
        <translation>
            <numerusform>Von %1 fehlt vielleicht etwa %n Zustellung, am ehesten %2.</numerusform>
            <numerusform>Von %1 fehlen vielleicht etwa %n Zustellungen, die meisten %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n delivery(ies) of %1 may be missing %2.</source>
        <extracomment>%1 is a source, %2 as in &quot;from 09:12 to 09:40&quot;</extracomment>
        <translation>
            <numerusform>Von %1 fehlt vielleicht etwa %n Zustellung, %2.</numerusform>
            <numerusform>Von %1 fehlen vielleicht etwa %n Zustellungen, %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has come from %1 since %2, though about %3 were to be expected. Look whether it still sends here.</source>
        <extracomment>%1 is a source, %2 a moment, %3 a number</extracomment>
        <translation>Von %1 kam seit %2 nichts, obwohl etwa %3 zu erwarten waren. Prüfen, ob die Quelle noch hierher sendet.</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>Kein Empfang</translation>
    </message>
    <message>
        <source>May be missing</source>
        <translation>Fehlt vielleicht</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Still</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Earshot was closed</source>
        <translation>Earshot war geschlossen</translation>
    </message>
    <message>
        <source>The computer slept</source>
        <translation>Der Computer schlief</translation>
    </message>
    <message>
        <source>The network was down</source>
        <translation>Das Netz war weg</translation>
    </message>
    <message>
        <source>The port was taken</source>
        <translation>Der Port war belegt</translation>
    </message>
    <message>
        <source>The store could not be opened</source>
        <translation>Die Speicherdatei ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>Earshot or the computer stopped unexpectedly</source>
        <translation>Earshot oder der Computer endete unerwartet</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <extracomment>a number, and between which two it may be</extracomment>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <extracomment>two moments</extracomment>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>Earshot has not listened with this store yet, as far as it was noted.</source>
        <translation>Mit dieser Speicherdatei hat Earshot noch nicht empfangen, soweit verzeichnet.</translation>
    </message>
    <message numerus="yes">
        <source>Earshot was not listening %n time(s); nothing is likely to be missing by the sources&apos; usual rates, as far as they are known.</source>
        <translation>
            <numerusform>Earshot hat %n Mal nicht empfangen; nach dem üblichen Aufkommen der Quellen fehlt wohl nichts, soweit es bekannt ist.</numerusform>
            <numerusform>Earshot hat %n Mal nicht empfangen; nach dem üblichen Aufkommen der Quellen fehlt wohl nichts, soweit es bekannt ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Earshot has listened without a break since %1. What was before is not known.</source>
        <extracomment>%1 is a moment</extracomment>
        <translation>Earshot empfängt seit %1 ohne Lücke. Was davor war, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Earshot has listened all the time.</source>
        <translation>Earshot hat durchgehend empfangen.</translation>
    </message>
    <message numerus="yes">
        <source>Earshot was not receiving %1. About %n delivery(ies) may be missing.</source>
        <extracomment>%1 as in &quot;from 09:12 to 09:40&quot;</extracomment>
        <translation>
            <numerusform>Earshot hat %1 nicht empfangen. Vielleicht fehlt etwa %n Zustellung.</numerusform>
            <numerusform>Earshot hat %1 nicht empfangen. Vielleicht fehlen etwa %n Zustellungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) fetched.</source>
        <translation>
            <numerusform>%n Gespräch abgeholt.</numerusform>
            <numerusform>%n Gespräche abgeholt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still going on.</source>
        <translation>
            <numerusform>%n läuft noch.</numerusform>
            <numerusform>%n laufen noch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no longer kept at eigi.ai.</source>
        <translation>
            <numerusform>%n bei eigi.ai nicht mehr vorhanden.</numerusform>
            <numerusform>%n bei eigi.ai nicht mehr vorhanden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be had.</source>
        <translation>
            <numerusform>%n war nicht zu bekommen.</numerusform>
            <numerusform>%n waren nicht zu bekommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not asked for.</source>
        <translation>
            <numerusform>%n nicht angefragt.</numerusform>
            <numerusform>%n nicht angefragt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: %1.</source>
        <extracomment>%1 is why, from the other side</extracomment>
        <translation>Angehalten: %1.</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <extracomment>A day and its weekday, in the letters of QLocale::toString(), as in &quot;Thu 14 May&quot;</extracomment>
        <translation>ddd, d. MMM</translation>
    </message>
</context>
<context>
    <name>earshot::CustomSchemeForm</name>
    <message>
        <source>Header of the signature</source>
        <translation>Kopfzeile der Signatur</translation>
    </message>
    <message>
        <source>What is signed</source>
        <translation>Was signiert wird</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Algorithmus</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Before the signature</source>
        <translation>Vor der Signatur</translation>
    </message>
    <message>
        <source>The secret is</source>
        <translation>Das Geheimnis wird</translation>
    </message>
    <message>
        <source>Header of the time</source>
        <translation>Kopfzeile der Zeit</translation>
    </message>
    <message>
        <source>The time counts</source>
        <translation>Die Zeit zählt</translation>
    </message>
    <message>
        <source>Header of the id</source>
        <translation>Kopfzeile der ID</translation>
    </message>
    <message>
        <source>Between parts</source>
        <extracomment>of a header such as &quot;t=1,v1=ab&quot;: the character between its parts</extracomment>
        <translation>Zwischen Teilen</translation>
    </message>
    <message>
        <source>Between name and value</source>
        <extracomment>of a header such as &quot;t=1,v1=ab&quot;: the character between a part&apos;s name and its value</extracomment>
        <translation>Zwischen Name und Wert</translation>
    </message>
    <message>
        <source>Part with the signature</source>
        <translation>Teil mit der Signatur</translation>
    </message>
    <message>
        <source>Part with the time</source>
        <translation>Teil mit der Zeit</translation>
    </message>
    <message>
        <source>With {body}, {timestamp}, {id} and {url}</source>
        <translation>Mit {body}, {timestamp}, {id} und {url}</translation>
    </message>
    <message>
        <source>Empty where the whole header is one signature</source>
        <translation>Leer, wenn die ganze Kopfzeile eine Signatur ist</translation>
    </message>
    <message>
        <source>hexadecimal</source>
        <translation>hexadezimal</translation>
    </message>
    <message>
        <source>used as it is</source>
        <translation>so verwendet, wie es ist</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>Millisekunden</translation>
    </message>
</context>
<context>
    <name>earshot::DaysPopup</name>
    <message>
        <source>&amp;From</source>
        <extracomment>the first day of a time range</extracomment>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <extracomment>the last day of a time range</extracomment>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Show these days</source>
        <translation>Diese Tage anzeigen</translation>
    </message>
</context>
<context>
    <name>earshot::DeliveryHeader</name>
    <message>
        <source>Delivery %1</source>
        <translation>Zustellung %1</translation>
    </message>
    <message>
        <source>Sender, %1</source>
        <translation>Absender, %1</translation>
    </message>
    <message>
        <source>Show the conversation with %1</source>
        <translation>Gespräch mit %1 anzeigen</translation>
    </message>
    <message>
        <source>Show this conversation</source>
        <translation>Dieses Gespräch anzeigen</translation>
    </message>
    <message>
        <source>from %1</source>
        <extracomment>%1 is a network address.</extracomment>
        <translation>von %1</translation>
    </message>
    <message>
        <source>received %1</source>
        <extracomment>%1 is a time of day with milliseconds.</extracomment>
        <translation>empfangen %1</translation>
    </message>
    <message>
        <source>Previous delivery</source>
        <translation>Vorherige Zustellung</translation>
    </message>
    <message>
        <source>Next delivery</source>
        <translation>Nächste Zustellung</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>nicht beantwortet</translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation>beantwortet mit %1</translation>
    </message>
    <message>
        <source>released copy of delivery %1</source>
        <extracomment>%1 is the number of a delivery</extracomment>
        <translation>freigegebene Kopie von Zustellung %1</translation>
    </message>
</context>
<context>
    <name>earshot::DeliveryPoster</name>
    <message>
        <source>The address did not answer.</source>
        <translation>Die Adresse antwortet nicht.</translation>
    </message>
    <message>
        <source>It was answered %1.</source>
        <translation>Die Antwort ist %1.</translation>
    </message>
</context>
<context>
    <name>earshot::DeliveryView</name>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
</context>
<context>
    <name>earshot::DeliveryWords</name>
    <message>
        <source>Signature</source>
        <extracomment>whether a delivery&apos;s signature is right</extracomment>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Kind</source>
        <extracomment>of a delivery: the platform&apos;s word for what it tells</extracomment>
        <translation>Art</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>of %1</source>
        <extracomment>of a delivery that came again; %1 is when it came first</extracomment>
        <translation>von %1</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <extracomment>%1 is a number of bytes, in full</extracomment>
        <translation>%1 Byte</translation>
    </message>
    <message>
        <source>not answered</source>
        <extracomment>what a sender heard: nothing, as its connection was closed</extracomment>
        <translation>nicht beantwortet</translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation>beantwortet mit %1</translation>
    </message>
</context>
<context>
    <name>earshot::DemoFloor</name>
    <message>
        <source>Front desk</source>
        <translation>Rezeption</translation>
    </message>
    <message>
        <source>Web chat</source>
        <translation>Webchat</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Erinnerungen</translation>
    </message>
</context>
<context>
    <name>earshot::DestinationDialog</name>
    <message>
        <source>Add a destination</source>
        <extracomment>%1 is a destination</extracomment>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Where</source>
        <extracomment>Page of a destination: its kind, address and sign-in</extracomment>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Add destination</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Go live</source>
        <extracomment>Button behind a shadow run: from now on the destination gets what the new mapping makes</extracomment>
        <translation>Scharf schalten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Settings of &quot;%1&quot;</source>
        <translation>Einstellungen von „%1“</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Which</source>
        <extracomment>Page of a destination: which conversations go there</extracomment>
        <translation>Welche</translation>
    </message>
    <message>
        <source>How</source>
        <extracomment>Page of a destination: how conversations are mapped to what it gets</extracomment>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Shadow run</source>
        <extracomment>Page of a destination: a rehearsal, in which nothing is sent</extracomment>
        <translation>Schattenlauf</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>earshot::DestinationState</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: what a destination does, as in &quot;paused&quot;; %2: why</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>paused</source>
        <extracomment>State of a destination: a person, or an answer such as 401, has stopped it</extracomment>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>tried again, one conversation at a time</source>
        <translation>wird wieder versucht, ein Gespräch nach dem anderen</translation>
    </message>
    <message>
        <source>active</source>
        <extracomment>State of a destination</extracomment>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>left alone until %1</source>
        <extracomment>State of a destination that failed too often; %1: a time</extracomment>
        <translation>in Ruhe gelassen bis %1</translation>
    </message>
    <message>
        <source>waits until %1</source>
        <extracomment>State of a destination that asked for a pause; %1: a time</extracomment>
        <translation>wartet bis %1</translation>
    </message>
</context>
<context>
    <name>earshot::DestinationTestView</name>
    <message>
        <source>%1: there</source>
        <extracomment>%1: a right that a destination gives, as in &quot;write contacts&quot;</extracomment>
        <translation>%1: vorhanden</translation>
    </message>
    <message>
        <source>%1: missing</source>
        <extracomment>%1: a right that a destination does not give</extracomment>
        <translation>%1: fehlt</translation>
    </message>
    <message>
        <source>%1: missing. Grant %2</source>
        <extracomment>%1: a right that a destination does not give; %2: what to grant, as it is called there</extracomment>
        <translation>%1: fehlt. Erteilen Sie %2</translation>
    </message>
    <message>
        <source>Test</source>
        <extracomment>Button: sends a made-up conversation, or asks for rights</extracomment>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Asks the destination whether it works as it is described here</source>
        <translation>Fragt das Ziel, ob es so funktioniert, wie es hier beschrieben ist</translation>
    </message>
</context>
<context>
    <name>earshot::DestinationsDialog</name>
    <message>
        <source>by hand only</source>
        <translation>nur von Hand</translation>
    </message>
    <message>
        <source>every conversation</source>
        <translation>alle Gespräche</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Sending a made-up conversation to %1…</source>
        <translation>Ein erfundenes Gespräch wird an %1 gesendet…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a destination, and how it is doing
----------
a destination, and what it answered</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) not sent to %1 would be discarded.</source>
        <translation>
            <numerusform>%n nicht an %1 gesendetes Gespräch würde verworfen.</numerusform>
            <numerusform>%n nicht an %1 gesendete Gespräche würden verworfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>Geparkt</translation>
    </message>
    <message>
        <source>No destination yet</source>
        <translation>Noch kein Ziel</translation>
    </message>
    <message>
        <source>Add a destination…</source>
        <translation>Ziel hinzufügen…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Asks</source>
        <extracomment>Heading: how many conversations ask a person something</extracomment>
        <translation>Fragt</translation>
    </message>
    <message>
        <source>A destination is a CRM or another address of yours that conversations are sent to.</source>
        <translation>Ein Ziel ist ein CRM oder eine andere eigene Adresse, an die Gespräche gesendet werden.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
</context>
<context>
    <name>earshot::DetailFooter</name>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
</context>
<context>
    <name>earshot::DetailPane</name>
    <message>
        <source>No longer in the store</source>
        <translation>Nicht mehr im Speicher</translation>
    </message>
    <message>
        <source>It was erased, or its store was exchanged, since it was listed.</source>
        <translation>Der Eintrag wurde inzwischen gelöscht oder die Speicherdatei gewechselt.</translation>
    </message>
    <message>
        <source>Select a conversation</source>
        <translation>Gespräch auswählen</translation>
    </message>
    <message>
        <source>What was said, sent and forwarded is shown here.</source>
        <translation>Hier steht, was gesagt, gesendet und weitergeleitet wurde.</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Mitschrift</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Nutzdaten</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Forwarding</source>
        <translation>Weiterleitung</translation>
    </message>
    <message>
        <source>Views of the conversation</source>
        <translation>Ansichten des Gesprächs</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>earshot::DryRunView</name>
    <message>
        <source>The record would belong to no contact.</source>
        <translation>Der Eintrag würde zu keinem Kontakt gehören.</translation>
    </message>
    <message>
        <source>Its contact is there.</source>
        <extracomment>%1 is a person</extracomment>
        <translation>Sein Kontakt ist da.</translation>
    </message>
    <message>
        <source>Its contact is there: %1.</source>
        <translation>Sein Kontakt ist da: %1.</translation>
    </message>
    <message>
        <source>No contact fits; one would be made.</source>
        <translation>Kein Kontakt passt; einer würde angelegt.</translation>
    </message>
    <message>
        <source>Several contacts fit: %1. You would be asked which.</source>
        <extracomment>%1 are names</extracomment>
        <translation>Mehrere Kontakte passen: %1. Sie würden gefragt, welcher.</translation>
    </message>
    <message>
        <source>Whether its contact is there is not known.</source>
        <translation>Ob sein Kontakt da ist, ist unbekannt.</translation>
    </message>
    <message>
        <source>A new record would be written.</source>
        <translation>Ein neuer Eintrag würde geschrieben.</translation>
    </message>
    <message>
        <source>The record that is there would be changed.</source>
        <translation>Der vorhandene Eintrag würde geändert.</translation>
    </message>
    <message>
        <source>Whether a record is there is not known.</source>
        <translation>Ob ein Eintrag da ist, ist unbekannt.</translation>
    </message>
    <message>
        <source>It would get</source>
        <extracomment>heading of the text that a destination would get</extracomment>
        <translation>Es bekäme</translation>
    </message>
    <message>
        <source>What the destination would get</source>
        <translation>Was das Ziel bekäme</translation>
    </message>
</context>
<context>
    <name>earshot::DurationHistogram</name>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1+</source>
        <extracomment>minutes on an axis: %1 and more</extracomment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>%1 and longer</source>
        <translation>%1 und länger</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>a range of durations, the second not included</extracomment>
        <translation>%1 bis unter %2</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n Gespräch</numerusform>
            <numerusform>%n Gespräche</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 of those with a duration</source>
        <extracomment>%1 is &quot;12 conversations&quot;, %2 a share as in 12 %</extracomment>
        <translation>%1, %2 der Gespräche mit Dauer</translation>
    </message>
    <message>
        <source>Enter opens them</source>
        <translation>Eingabetaste öffnet sie</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>Median %1</translation>
    </message>
    <message>
        <source>p90 %1</source>
        <extracomment>nine of ten are not longer</extracomment>
        <translation>p90 %1</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>p95 %1</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Histogram. No conversation with a duration.</source>
        <translation>Histogramm. Kein Gespräch mit Dauer.</translation>
    </message>
    <message>
        <source>Histogram of durations in half minutes. Median %1, p90 %2, p95 %3. Most: %4, %5.</source>
        <translation>Histogramm der Dauer in halben Minuten. Median %1, p90 %2, p95 %3. Am häufigsten: %5, %4.</translation>
    </message>
</context>
<context>
    <name>earshot::EditDeliveryDialog</name>
    <message>
        <source>This body is not text in UTF-8, so it cannot be edited here. It goes as it came.</source>
        <translation>Dieser Body ist kein Text in UTF-8 und lässt sich hier nicht bearbeiten. Er wird gesendet, wie er kam.</translation>
    </message>
    <message>
        <source>This body mixes two kinds of line ends, which an editor would not keep. It goes as it came.</source>
        <translation>Dieser Body mischt zwei Arten von Zeilenenden, die beim Bearbeiten verloren gingen. Er wird gesendet, wie er kam.</translation>
    </message>
    <message>
        <source>This body is larger than 1 MiB, which is too much to edit here. It goes as it came.</source>
        <translation>Dieser Body ist größer als 1 MiB, zu groß zum Bearbeiten. Er wird gesendet, wie er kam.</translation>
    </message>
    <message>
        <source>Valid JSON.</source>
        <translation>Gültiges JSON.</translation>
    </message>
    <message>
        <source>Not valid JSON: %1. It can be sent all the same.</source>
        <translation>Kein gültiges JSON: %1. Senden geht trotzdem.</translation>
    </message>
    <message>
        <source>It came with the coding %1; once edited it goes without.</source>
        <translation>Er kam mit der Kodierung %1; bearbeitet wird er ohne sie gesendet.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The bytes of this delivery are no longer kept, so it cannot be sent again.</source>
        <translation>Die Bytes dieser Zustellung sind nicht mehr da, sie lässt sich nicht erneut senden.</translation>
    </message>
    <message>
        <source>Payloads hold personal data, and %1 is another computer.</source>
        <translation>Nutzdaten enthalten persönliche Daten, und %1 ist ein anderer Computer.</translation>
    </message>
    <message>
        <source>Send there</source>
        <translation>Dorthin senden</translation>
    </message>
    <message>
        <source>Stopped. It may have arrived.</source>
        <translation>Angehalten. Vielleicht ist sie angekommen.</translation>
    </message>
    <message>
        <source>Edit and resend</source>
        <translation>Bearbeiten und senden</translation>
    </message>
    <message>
        <source>Delivery %1, %2, received %3. What is stored stays as it is.</source>
        <extracomment>%1 is a number, %2 a method such as POST, %3 a time</extracomment>
        <translation>Zustellung %1, %2, empfangen %3. Gespeichertes bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Header fields</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
</context>
<context>
    <name>earshot::ExportDialog</name>
    <message>
        <source>Selection (%1)</source>
        <translation>Auswahl (%1)</translation>
    </message>
    <message>
        <source>This view (%1)</source>
        <translation>Diese Ansicht (%1)</translation>
    </message>
    <message>
        <source>Everything (%1)</source>
        <translation>Alles (%1)</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>The export needs a file to go to.</source>
        <translation>Der Export braucht eine Zieldatei.</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Wird gezählt</translation>
    </message>
    <message>
        <source>%1 of %2 rows, %3, about %4 left</source>
        <extracomment>%1 and %2 are numbers of rows, %3 a share, %4 a duration</extracomment>
        <translation>%1 von %2 Zeilen, %3, noch etwa %4</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) exported to %1.</source>
        <translation>
            <numerusform>%n Zeile nach %1 exportiert.</numerusform>
            <numerusform>%n Zeilen nach %1 exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export cancelled. No file was left behind.</source>
        <translation>Export abgebrochen. Es bleibt keine Datei zurück.</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Was</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>CSV for a spreadsheet</source>
        <translation>CSV für Tabellenkalkulation</translation>
    </message>
    <message>
        <source>NDJSON, one JSON object a line</source>
        <translation>NDJSON, ein JSON-Objekt je Zeile</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>First rows of this view</source>
        <translation>Erste Zeilen dieser Ansicht</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>The export needs a column at least.</source>
        <translation>Der Export braucht wenigstens eine Spalte.</translation>
    </message>
</context>
<context>
    <name>earshot::FacetListModel</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>over %1 min</source>
        <extracomment>a class of durations</extracomment>
        <translation>über %1 min</translation>
    </message>
    <message>
        <source>under %1 min</source>
        <extracomment>classes of durations, the second as in &quot;1–2 min&quot;</extracomment>
        <translation>unter %1 min</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 min</translation>
    </message>
    <message>
        <source>%1, left out: %2</source>
        <translation>%1, ausgeschlossen: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, folded</source>
        <translation>%1, eingeklappt</translation>
    </message>
    <message>
        <source>%1, %2, %3, left out</source>
        <extracomment>heading, value and count of a facet</extracomment>
        <translation>%1, %2, %3, ausgeschlossen</translation>
    </message>
    <message>
        <source>%1, %2, %3, chosen</source>
        <translation>%1, %2, %3, gewählt</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Weniger</translation>
    </message>
    <message numerus="yes">
        <source>%n more…</source>
        <comment>values of a facet</comment>
        <translation>
            <numerusform>%n weiterer…</numerusform>
            <numerusform>%n weitere…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::FacetsPanel</name>
    <message>
        <source>Facets</source>
        <translation>Facetten</translation>
    </message>
    <message>
        <source>Close the facets</source>
        <translation>Facetten schließen</translation>
    </message>
</context>
<context>
    <name>earshot::FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
</context>
<context>
    <name>earshot::Filter</name>
    <message>
        <source>&quot;%1&quot; runs backwards. Try %2..%3.</source>
        <translation>„%1“ läuft rückwärts. Möglich ist %2..%3.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be compared by size. Try %2:%3.</source>
        <translation>„%1“ lässt sich nicht nach Größe vergleichen. Möglich ist %2:%3.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; looks for nothing. Try %2:none or %2:any.</source>
        <translation>„%1“ sucht nach nichts. Möglich ist %2:none oder %2:any.</translation>
    </message>
    <message>
        <source>is neither true nor false. Try yes or no.</source>
        <translation>ist weder wahr noch falsch. Möglich ist yes oder no.</translation>
    </message>
    <message>
        <source>is not a time. Try 2026-05-14, today or now-2h.</source>
        <translation>ist keine Zeit. Möglich ist 2026-05-14, today oder now-2h.</translation>
    </message>
    <message>
        <source>is not a number. Try 10 or 2.5.</source>
        <translation>ist keine Zahl. Möglich ist 10 oder 2.5.</translation>
    </message>
    <message>
        <source>is not a whole number. Try 10 or 5..20.</source>
        <translation>ist keine ganze Zahl. Möglich ist 10 oder 5..20.</translation>
    </message>
    <message>
        <source>is not an amount. Try 2500.00, or 250000 cents.</source>
        <translation>ist kein Betrag. Möglich ist 2500.00 oder 250000 in Cent.</translation>
    </message>
    <message>
        <source>is not a duration. Try 3m or 180s.</source>
        <translation>ist keine Dauer. Möglich ist 3m oder 180s.</translation>
    </message>
    <message>
        <source>This text looks for nothing. Leave it out.</source>
        <translation>Dieser Text sucht nach nichts. Weglassen.</translation>
    </message>
    <message>
        <source>This quote has no end. Close it with &quot;.</source>
        <translation>Dieses Anführungszeichen hat kein Ende. Mit &quot; schließen.</translation>
    </message>
    <message>
        <source>The filter is longer than %1 characters. Shorten it.</source>
        <translation>Der Filter ist länger als %1 Zeichen. Kürzen.</translation>
    </message>
    <message>
        <source>A NUL character cannot be searched for. Remove it.</source>
        <translation>Nach einem NUL-Zeichen lässt sich nicht suchen. Entfernen.</translation>
    </message>
    <message>
        <source>This parenthesis closes nothing. Remove it.</source>
        <translation>Diese Klammer schließt nichts. Entfernen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs a term on both sides. Put it in quotes to search for the word.</source>
        <translation>„%1“ braucht auf beiden Seiten einen Ausdruck. In Anführungszeichen wird nach dem Wort gesucht.</translation>
    </message>
    <message>
        <source>The filter is nested more than %1 deep. Write it flatter.</source>
        <translation>Der Filter ist tiefer als %1 Ebenen verschachtelt. Flacher schreiben.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs a term after it, as in -test.</source>
        <translation>Nach „%1“ fehlt ein Ausdruck, wie in -test.</translation>
    </message>
    <message>
        <source>This parenthesis is not closed. Add &quot;)&quot;.</source>
        <translation>Diese Klammer ist nicht geschlossen. „)“ ergänzen.</translation>
    </message>
    <message>
        <source>Nothing stands in these parentheses. Remove them.</source>
        <translation>In diesen Klammern steht nichts. Entfernen.</translation>
    </message>
    <message>
        <source>The filter has more than %1 terms. Shorten it.</source>
        <translation>Der Filter hat mehr als %1 Ausdrücke. Kürzen.</translation>
    </message>
    <message>
        <source>Two terms touch here. Put a space between them, or quotes around both.</source>
        <translation>Hier berühren sich zwei Ausdrücke. Ein Leerzeichen dazwischen oder Anführungszeichen um beide setzen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs a field before it and a value after it, without spaces, as in dur&gt;3m.</source>
        <translation>„%1“ braucht davor ein Feld und danach einen Wert, ohne Leerzeichen, wie in dur&gt;3m.</translation>
    </message>
    <message>
        <source>A field&apos;s name has no quotes. Put a space after the text.</source>
        <translation>Der Name eines Feldes hat keine Anführungszeichen. Nach dem Text ein Leerzeichen setzen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not understood yet. Put it in quotes to search for the word.</source>
        <translation>„%1“ wird noch nicht verstanden. In Anführungszeichen wird nach dem Wort gesucht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs a value directly after it.</source>
        <translation>Direkt nach „%1“ fehlt ein Wert.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a field. Put the text in quotes to search for it.</source>
        <translation>„%1“ ist kein Feld. In Anführungszeichen wird nach dem Text gesucht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a field. Try %2.</source>
        <translation>„%1“ ist kein Feld. Möglich ist %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no key that can be looked up. Try %2.plan.</source>
        <translation>„%1“ nennt keinen Schlüssel, der sich nachschlagen lässt. Möglich ist %2.plan.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; %2</source>
        <extracomment>%1 is what was typed, %2 what is wrong with it, as in is not a duration</extracomment>
        <translation>„%1“ %2</translation>
    </message>
</context>
<context>
    <name>earshot::FilterCompleter</name>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
</context>
<context>
    <name>earshot::FilterLine</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Former filters</source>
        <translation>Frühere Filter</translation>
    </message>
    <message>
        <source>Filter deliveries — state:malformed verdict:failed</source>
        <extracomment>The words behind the dash are a filter; fields and values stay as they are, the quoted text may be translated.</extracomment>
        <translation>Zustellungen filtern — state:malformed verdict:failed</translation>
    </message>
    <message>
        <source>Filter, or search what was said — outcome:booked dur&gt;3m “spring sale”</source>
        <translation>Filtern oder Gesagtes suchen — outcome:booked dur&gt;3m „Angebot im Frühjahr“</translation>
    </message>
    <message numerus="yes">
        <source>%1 so far…</source>
        <translation>
            <numerusform>bisher %1…</numerusform>
            <numerusform>bisher %1…</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%1 found · %2</source>
        <extracomment>%1 is how many, %2 how long it took, as in &quot;128 found · 6 ms&quot;</extracomment>
        <translation>
            <numerusform>%1 gefunden · %2</numerusform>
            <numerusform>%1 gefunden · %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::FindBar</name>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 of %2 places where a word was found.</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>In diesem Gespräch suchen</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>earshot::FirstRunPage</name>
    <message>
        <source>See every call and chat as it happens</source>
        <translation>Jeden Anruf und jeden Chat live sehen</translation>
    </message>
    <message>
        <source>Earshot receives the webhooks of your conversation platforms and turns them into a live table, transcripts and charts.</source>
        <translation>Earshot empfängt die Webhooks Ihrer Gesprächsplattformen und macht daraus eine Live-Tabelle, Mitschriften und Diagramme.</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>Quelle hinzufügen</translation>
    </message>
    <message>
        <source>Get an address to paste at Insighto.ai, eigi.ai, Varda or any other sender.</source>
        <translation>Eine Adresse zum Einfügen bei Insighto.ai, eigi.ai, Varda oder einem anderen Absender.</translation>
    </message>
    <message>
        <source>Play the demo floor</source>
        <translation>Demo-Betrieb starten</translation>
    </message>
    <message>
        <source>Made-up calls from all three platforms. One click removes them again.</source>
        <translation>Erfundene Anrufe von allen drei Plattformen. Ein Klick entfernt sie wieder.</translation>
    </message>
    <message>
        <source>Open an existing store</source>
        <translation>Vorhandene Speicherdatei öffnen</translation>
    </message>
    <message>
        <source>A file from another computer.</source>
        <translation>Eine Datei von einem anderen Computer.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Days and hours in</source>
        <extracomment>In front of a time zone</extracomment>
        <translation>Tage und Stunden in</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
</context>
<context>
    <name>earshot::FirstRunPicture</name>
    <message>
        <source>Live table</source>
        <translation>Live-Tabelle</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>Mitschriften</translation>
    </message>
</context>
<context>
    <name>earshot::FollowPill</name>
    <message numerus="yes">
        <source>%n new</source>
        <extracomment>rows that have arrived meanwhile</extracomment>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them and follow (L)</source>
        <translation>Anzeigen und folgen (L)</translation>
    </message>
</context>
<context>
    <name>earshot::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>earshot::ForwardDialog</name>
    <message>
        <source>%1 (%2), paused: it waits there until it is resumed</source>
        <translation>%1 (%2), pausiert: wartet dort bis zum Fortsetzen</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) would be sent.</source>
        <translation>
            <numerusform>%n Gespräch würde gesendet.</numerusform>
            <numerusform>%n Gespräche würden gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them was sent there before and is sent again as a new version.</source>
        <translation>
            <numerusform>%n davon wurde schon dorthin gesendet und wird als neue Version erneut gesendet.</numerusform>
            <numerusform>%n davon wurden schon dorthin gesendet und werden als neue Version erneut gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Send %1</source>
        <translation>%1 senden</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Weiterleiten</translation>
    </message>
    <message>
        <source>&amp;Destination</source>
        <translation>&amp;Ziel</translation>
    </message>
    <message>
        <source>No destination yet</source>
        <translation>Noch kein Ziel</translation>
    </message>
    <message>
        <source>A destination is an address of yours that conversations are posted to.</source>
        <translation>Ein Ziel ist eine eigene Adresse, an die Gespräche gesendet werden.</translation>
    </message>
    <message>
        <source>Add a destination…</source>
        <translation>Ziel hinzufügen…</translation>
    </message>
    <message>
        <source>What would happen</source>
        <extracomment>a button: looks at the destination and sends nothing</extracomment>
        <translation>Was geschähe</translation>
    </message>
</context>
<context>
    <name>earshot::ForwardingCard</name>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Letzte Antwort</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>Each attempt…</source>
        <translation>Jeder Versuch…</translation>
    </message>
    <message>
        <source>Each attempt at %1</source>
        <translation>Jeder Versuch bei %1</translation>
    </message>
    <message>
        <source>Record there</source>
        <extracomment>what the destination calls the record that was written</extracomment>
        <translation>Eintrag dort</translation>
    </message>
</context>
<context>
    <name>earshot::ForwardingView</name>
    <message>
        <source>Forward…</source>
        <translation>Weiterleiten…</translation>
    </message>
    <message>
        <source>Forward to a destination</source>
        <translation>An ein Ziel weiterleiten</translation>
    </message>
    <message>
        <source>Not forwarded</source>
        <translation>Nicht weitergeleitet</translation>
    </message>
    <message>
        <source>No destination takes this conversation by its rule, and nobody sent it by hand.</source>
        <translation>Keine Regel eines Ziels trifft auf dieses Gespräch zu, und niemand hat es von Hand gesendet.</translation>
    </message>
</context>
<context>
    <name>earshot::GeneralPage</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>System</source>
        <extracomment>The language that the system is set to</extracomment>
        <translation>System</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Numbers and dates are written as this language writes them.</source>
        <translation>Zahlen und Datumsangaben folgen dieser Sprache.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Keep receiving in the tray</source>
        <translation>Im Infobereich weiter empfangen</translation>
    </message>
    <message>
        <source>Quit and stop receiving</source>
        <translation>Beenden und Empfang stoppen</translation>
    </message>
    <message>
        <source>When the window is &amp;closed</source>
        <translation>Beim S&amp;chließen</translation>
    </message>
    <message>
        <source>Where the desktop has no tray, closing the window quits.</source>
        <translation>Wo der Desktop keinen Infobereich hat, beendet das Schließen des Fensters Earshot.</translation>
    </message>
    <message>
        <source>&amp;Ask first, if senders would get no answer</source>
        <translation>&amp;Vorher fragen, solange empfangen wird</translation>
    </message>
    <message>
        <source>Quitting</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>tray, warn, close</source>
        <translation>Infobereich, warnen, schließen</translation>
    </message>
</context>
<context>
    <name>earshot::Guide</name>
    <message>
        <source>chat, voice, forms</source>
        <extracomment>What Insighto.ai sends</extracomment>
        <translation>Chat, Sprache, Formulare</translation>
    </message>
    <message>
        <source>Web chat</source>
        <extracomment>Suggested name of a source</extracomment>
        <translation>Webchat</translation>
    </message>
    <message>
        <source>Paste it at Insighto.ai</source>
        <translation>Bei Insighto.ai einfügen</translation>
    </message>
    <message>
        <source>Open &lt;b&gt;Settings › Webhooks&lt;/b&gt; and choose &lt;b&gt;Add a webhook&lt;/b&gt;.</source>
        <extracomment>What stands between &lt;b&gt; and &lt;/b&gt; is on Insighto.ai&apos;s pages, which are in English</extracomment>
        <translation>&lt;b&gt;Settings › Webhooks&lt;/b&gt; öffnen und &lt;b&gt;Add a webhook&lt;/b&gt; wählen.</translation>
    </message>
    <message>
        <source>Name it “Earshot”, paste the address as the endpoint, then &lt;b&gt;Submit&lt;/b&gt;.</source>
        <translation>Als Namen „Earshot“ eintragen, die Adresse als Endpunkt einfügen, dann &lt;b&gt;Submit&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Open &lt;b&gt;AI Agents › Assistants&lt;/b&gt;, pick the assistant, then &lt;b&gt;Operations › Assign webhook&lt;/b&gt;, &lt;b&gt;Save&lt;/b&gt;.</source>
        <translation>&lt;b&gt;AI Agents › Assistants&lt;/b&gt; öffnen, den Assistenten wählen, dann &lt;b&gt;Operations › Assign webhook&lt;/b&gt;, &lt;b&gt;Save&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>For forms, open &lt;b&gt;AI Agents › Forms&lt;/b&gt; and choose the same webhook.</source>
        <translation>Für Formulare &lt;b&gt;AI Agents › Forms&lt;/b&gt; öffnen und denselben Webhook wählen.</translation>
    </message>
    <message>
        <source>Insighto.ai neither signs its deliveries nor sends them again. Keep Earshot running; what is missed stays missing.</source>
        <translation>Insighto.ai signiert seine Zustellungen nicht und sendet sie kein zweites Mal. Earshot laufen lassen; was verpasst wird, bleibt verloren.</translation>
    </message>
    <message>
        <source>Listening. Close a test chat at Insighto.ai, and it shows up here.</source>
        <translation>Empfang läuft. Bei Insighto.ai einen Testchat schließen, dann erscheint er hier.</translation>
    </message>
    <message>
        <source>voice and chat, when they end</source>
        <extracomment>What eigi.ai sends</extracomment>
        <translation>Sprache und Chat, sobald sie enden</translation>
    </message>
    <message>
        <source>Outbound calls</source>
        <extracomment>Suggested name of a source</extracomment>
        <translation>Ausgehende Anrufe</translation>
    </message>
    <message>
        <source>Paste it at eigi.ai</source>
        <translation>Bei eigi.ai einfügen</translation>
    </message>
    <message>
        <source>Open the account menu at the bottom of the left drawer and choose &lt;b&gt;Webhooks&lt;/b&gt;.</source>
        <extracomment>What stands between &lt;b&gt; and &lt;/b&gt; is on eigi.ai&apos;s pages, which are in English</extracomment>
        <translation>Das Kontomenü unten in der linken Leiste öffnen und &lt;b&gt;Webhooks&lt;/b&gt; wählen.</translation>
    </message>
    <message>
        <source>Add a destination: &lt;b&gt;Name&lt;/b&gt; “Earshot”, and the address as &lt;b&gt;URL&lt;/b&gt;.</source>
        <translation>Ein Ziel hinzufügen: als &lt;b&gt;Name&lt;/b&gt; „Earshot“, als &lt;b&gt;URL&lt;/b&gt; die Adresse.</translation>
    </message>
    <message>
        <source>Choose &lt;b&gt;POST&lt;/b&gt; as &lt;b&gt;Request Type&lt;/b&gt;, and switch &lt;b&gt;Status&lt;/b&gt; on.</source>
        <translation>&lt;b&gt;POST&lt;/b&gt; als &lt;b&gt;Request Type&lt;/b&gt; wählen und &lt;b&gt;Status&lt;/b&gt; einschalten.</translation>
    </message>
    <message>
        <source>eigi.ai does not sign its deliveries. It tries four times, 10 seconds apart, then gives up: what Earshot misses stays missing.</source>
        <translation>eigi.ai signiert seine Zustellungen nicht. Es versucht es viermal im Abstand von 10 Sekunden und gibt dann auf: Was Earshot verpasst, bleibt verloren.</translation>
    </message>
    <message>
        <source>Listening. End a test call at eigi.ai, and it shows up here.</source>
        <translation>Empfang läuft. Bei eigi.ai einen Testanruf beenden, dann erscheint er hier.</translation>
    </message>
    <message>
        <source>calls, chat, outcomes</source>
        <extracomment>What Varda sends</extracomment>
        <translation>Anrufe, Chat, Ergebnisse</translation>
    </message>
    <message>
        <source>Front desk</source>
        <extracomment>Suggested name of a source</extracomment>
        <translation>Rezeption</translation>
    </message>
    <message>
        <source>Set it up at Varda</source>
        <translation>Bei Varda einrichten</translation>
    </message>
    <message>
        <source>Put your API token in place of &lt;b&gt;TOKEN&lt;/b&gt; and run this command once, anywhere.</source>
        <translation>Das eigene API-Token anstelle von &lt;b&gt;TOKEN&lt;/b&gt; einsetzen und diesen Befehl einmal ausführen, gleich auf welchem Rechner.</translation>
    </message>
    <message>
        <source>Varda answers with the new endpoint. It sends all nine of its events from then on.</source>
        <translation>Varda antwortet mit dem neuen Endpunkt. Von da an sendet es alle neun seiner Ereignisse.</translation>
    </message>
    <message>
        <source>Varda tries again five times, and switches the endpoint off after 10 failures in a row. If Earshot was away for long, look there whether it is still on.</source>
        <translation>Varda versucht es fünfmal erneut und schaltet den Endpunkt nach 10 Fehlschlägen in Folge ab. War Earshot lange nicht erreichbar, dort nachsehen, ob er noch eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Listening. Make a test call or write a test message at Varda, and it shows up here.</source>
        <translation>Empfang läuft. Bei Varda einen Testanruf führen oder eine Testnachricht schreiben, das erscheint dann hier.</translation>
    </message>
    <message>
        <source>Another sender</source>
        <translation>Anderer Absender</translation>
    </message>
    <message>
        <source>any JSON or form</source>
        <extracomment>What another sender sends</extracomment>
        <translation>beliebiges JSON oder Formular</translation>
    </message>
    <message>
        <source>My program</source>
        <extracomment>Suggested name of a source</extracomment>
        <translation>Mein Programm</translation>
    </message>
    <message>
        <source>Have it send</source>
        <translation>Senden lassen</translation>
    </message>
    <message>
        <source>Send JSON or a form to the address, by POST or GET.</source>
        <extracomment>&lt;b&gt;event&lt;/b&gt;, &lt;b&gt;type&lt;/b&gt; and so on are names of fields and stay as they are</extracomment>
        <translation>JSON oder ein Formular an die Adresse senden, per POST oder GET.</translation>
    </message>
    <message>
        <source>The event&apos;s name is read from &lt;b&gt;event&lt;/b&gt;, &lt;b&gt;type&lt;/b&gt;, &lt;b&gt;event_type&lt;/b&gt; or &lt;b&gt;topic&lt;/b&gt;, its time from &lt;b&gt;timestamp&lt;/b&gt;, &lt;b&gt;created_at&lt;/b&gt; or &lt;b&gt;time&lt;/b&gt;, all at the top of what is sent.</source>
        <translation>Der Name des Ereignisses wird aus &lt;b&gt;event&lt;/b&gt;, &lt;b&gt;type&lt;/b&gt;, &lt;b&gt;event_type&lt;/b&gt; oder &lt;b&gt;topic&lt;/b&gt; gelesen, seine Zeit aus &lt;b&gt;timestamp&lt;/b&gt;, &lt;b&gt;created_at&lt;/b&gt; oder &lt;b&gt;time&lt;/b&gt;, alles auf der obersten Ebene des Gesendeten.</translation>
    </message>
    <message>
        <source>The id field that you name above tells a repeat from a new event.</source>
        <translation>Das oben genannte ID-Feld unterscheidet eine Wiederholung von einem neuen Ereignis.</translation>
    </message>
    <message>
        <source>Each delivery becomes an event that you can see and search. It belongs to no conversation.</source>
        <translation>Jede Zustellung wird zu einem Ereignis, das sich ansehen und suchen lässt. Es gehört zu keinem Gespräch.</translation>
    </message>
    <message>
        <source>Listening. Send something to the address, and it shows up here.</source>
        <translation>Empfang läuft. Etwas an die Adresse senden, dann erscheint es hier.</translation>
    </message>
</context>
<context>
    <name>earshot::GuideStep</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>The command stands here as soon as there is an address that starts with https://.</source>
        <translation>Der Befehl erscheint hier, sobald es eine Adresse gibt, die mit https:// beginnt.</translation>
    </message>
    <message>
        <source>Varda shows the signing secret once. Paste it here, and Earshot believes only what Varda signed.</source>
        <translation>Varda zeigt das Signaturgeheimnis nur einmal. Hier einfügen: Earshot glaubt dann nur noch, was Varda signiert hat.</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>Signaturgeheimnis</translation>
    </message>
    <message>
        <source>Use this secret</source>
        <extracomment>Keeps a secret that was pasted</extracomment>
        <translation>Geheimnis verwenden</translation>
    </message>
    <message>
        <source>The secret is kept: Varda&apos;s signature is checked from now on.</source>
        <translation>Das Geheimnis ist gespeichert: Die Signatur von Varda wird ab jetzt geprüft.</translation>
    </message>
</context>
<context>
    <name>earshot::HeaderFieldTable</name>
    <message>
        <source>Header</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Header fields</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a header field</source>
        <translation>Kopfzeile hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the header field</source>
        <translation>Kopfzeile entfernen</translation>
    </message>
</context>
<context>
    <name>earshot::HeatMap</name>
    <message>
        <source>Weekday and hour</source>
        <translation>Wochentag und Stunde</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n Gespräch</numerusform>
            <numerusform>%n Gespräche</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2
%3, %4</source>
        <extracomment>%1 a weekday, %2 hours as in 10:00 – 11:00, %3 &quot;12 conversations&quot;, %4 a share as in 12 %</extracomment>
        <translation>%1, %2
%3, %4</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Heat map of weekdays and hours. Most: %3, %1 at %2:00.</source>
        <extracomment>%1 a weekday, %2 a full hour as in 10</extracomment>
        <translation>Heatmap der Wochentage und Stunden. Am häufigsten: %1 um %2:00, %3.</translation>
    </message>
    <message>
        <source>Heat map of weekdays and hours. No conversations.</source>
        <translation>Heatmap der Wochentage und Stunden. Keine Gespräche.</translation>
    </message>
</context>
<context>
    <name>earshot::HowPage</name>
    <message>
        <source>Line %1, column %2: %3</source>
        <extracomment>%1 and %2: line and column of a mapping, %3: what is wrong there</extracomment>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>This is the preset for %1.</source>
        <extracomment>%1: a kind of destination, as in HubSpot</extracomment>
        <translation>Das ist die Vorlage für %1.</translation>
    </message>
    <message>
        <source>Empty: the preset for %1 counts.</source>
        <translation>Leer: Es gilt die Vorlage für %1.</translation>
    </message>
    <message>
        <source>Empty: the neutral record is sent as it is.</source>
        <translation>Leer: Der neutrale Datensatz wird unverändert gesendet.</translation>
    </message>
    <message>
        <source>Neutral record</source>
        <translation>Neutraler Datensatz</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Mapping or words</source>
        <translation>Zuordnung oder Wörter</translation>
    </message>
    <message>
        <source>Mapping in jq</source>
        <extracomment>jq is the language it is written in</extracomment>
        <translation>Zuordnung in jq</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>As the last mapping that worked made it.</source>
        <translation>So, wie die letzte gültige Zuordnung es ergab.</translation>
    </message>
    <message>
        <source>Use the preset</source>
        <translation>Vorlage verwenden</translation>
    </message>
</context>
<context>
    <name>earshot::KeepPage</name>
    <message>
        <source>Keep</source>
        <extracomment>Page of a source&apos;s settings: for how long its past is kept</extracomment>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>only for</source>
        <translation>nur</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>&amp;Conversations</source>
        <translation>&amp;Gespräche</translation>
    </message>
    <message>
        <source>Then each goes with all that belongs to it, for good.</source>
        <translation>Danach wird jedes mit allem, was dazugehört, endgültig gelöscht.</translation>
    </message>
    <message>
        <source>&amp;What was sent</source>
        <translation>Ge&amp;sendetes</translation>
    </message>
    <message>
        <source>Then the bytes go and the conversation stays as it was read. It cannot be read anew any more.</source>
        <translation>Danach werden die Bytes gelöscht; das Gespräch bleibt, wie es gelesen wurde, und lässt sich nicht mehr neu lesen.</translation>
    </message>
    <message>
        <source>&amp;Room for that</source>
        <translation>&amp;Platz dafür</translation>
    </message>
    <message>
        <source>Beyond, the bytes of the oldest conversations go.</source>
        <translation>Darüber hinaus werden die Bytes der ältesten Gespräche gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <translation>
            <numerusform> Tag</numerusform>
            <numerusform> Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::KeyboardPage</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Plain &amp;letters are commands</source>
        <translation>Einzelne &amp;Buchstaben sind Befehle</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Buchstaben</translation>
    </message>
    <message>
        <source>While a table, a list or a pane has the focus: L follows the newest row, for example.</source>
        <translation>Solange eine Tabelle, eine Liste oder ein Bereich den Fokus hat: L folgt zum Beispiel der neuesten Zeile.</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>earshot::LaneWords</name>
    <message>
        <source>Running</source>
        <extracomment>before a screen reader names who is on a call that runs now</extracomment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>contact unknown</source>
        <translation>Kontakt unbekannt</translation>
    </message>
    <message>
        <source>No call runs now</source>
        <translation>Derzeit läuft kein Anruf</translation>
    </message>
    <message numerus="yes">
        <source>Now: %n call(s)</source>
        <translation>
            <numerusform>Jetzt: %n Anruf</numerusform>
            <numerusform>Jetzt: %n Anrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Now: %n chat(s)</source>
        <translation>
            <numerusform>Jetzt: %n Chat</numerusform>
            <numerusform>Jetzt: %n Chats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Now: %n conversation(s)</source>
        <translation>
            <numerusform>Jetzt: %n Gespräch</numerusform>
            <numerusform>Jetzt: %n Gespräche</numerusform>
        </translation>
    </message>
    <message>
        <source>longest %1</source>
        <extracomment>of the calls that run now; %1 is a length such as 21:48</extracomment>
        <translation>längste Dauer %1</translation>
    </message>
    <message numerus="yes">
        <source>%n without an end</source>
        <extracomment>calls that run for so long that their end may have been missed</extracomment>
        <translation>
            <numerusform>%n ohne Ende</numerusform>
            <numerusform>%n ohne Ende</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 reports when they end</source>
        <extracomment>%1 is a source: its calls are not seen while they run</extracomment>
        <translation>%1 meldet erst am Ende</translation>
    </message>
    <message>
        <source>%1 report when they end</source>
        <extracomment>%1 is a list of sources: their calls are not seen while they run</extracomment>
        <translation>%1 melden erst am Ende</translation>
    </message>
</context>
<context>
    <name>earshot::LinkDialog</name>
    <message>
        <source>Open address</source>
        <translation>Adresse öffnen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
</context>
<context>
    <name>earshot::ListenerWords</name>
    <message>
        <source>Not receiving: port %1 is taken</source>
        <translation>Kein Empfang: Port %1 ist belegt</translation>
    </message>
    <message>
        <source>Not receiving: %1 is not here</source>
        <extracomment>%1 is an IP address</extracomment>
        <translation>Kein Empfang: %1 fehlt hier</translation>
    </message>
    <message>
        <source>Not receiving: the network is down</source>
        <translation>Kein Empfang: Netz unterbrochen</translation>
    </message>
    <message>
        <source>Not receiving: asleep</source>
        <translation>Kein Empfang: Ruhezustand</translation>
    </message>
    <message>
        <source>Not receiving</source>
        <translation>Kein Empfang</translation>
    </message>
    <message>
        <source>Port %1 is used by another program (%2, process %3). Earshot is not receiving; senders know only this port.</source>
        <extracomment>%2 is a program&apos;s name, %3 the number of its process</extracomment>
        <translation>Ein anderes Programm belegt Port %1 (%2, Prozess %3). Earshot empfängt nicht; Absender kennen nur diesen Port.</translation>
    </message>
    <message>
        <source>Port %1 is used by a program of another user. Earshot is not receiving; senders know only this port.</source>
        <translation>Das Programm eines anderen Benutzers belegt Port %1. Earshot empfängt nicht; Absender kennen nur diesen Port.</translation>
    </message>
    <message>
        <source>Earshot is not receiving: this computer does not have the address %1 any more.</source>
        <extracomment>%1 is an IP address</extracomment>
        <translation>Earshot empfängt nicht: Dieser Computer hat die Adresse %1 nicht mehr.</translation>
    </message>
    <message>
        <source>Earshot is not receiving: the network is down.</source>
        <translation>Earshot empfängt nicht: Das Netz ist unterbrochen.</translation>
    </message>
    <message>
        <source>Earshot is not receiving: the computer sleeps. It receives again when the computer wakes.</source>
        <translation>Earshot empfängt nicht: Der Computer ist im Ruhezustand. Nach dem Aufwachen geht der Empfang weiter.</translation>
    </message>
    <message>
        <source>Earshot is not receiving; senders get no answer. (%1)</source>
        <extracomment>%1 is why, from the system</extracomment>
        <translation>Earshot empfängt nicht; Absender erhalten keine Antwort. (%1)</translation>
    </message>
    <message numerus="yes">
        <source>It tries again within %n second(s).</source>
        <translation>
            <numerusform>Neuer Versuch innerhalb von %n Sekunde.</numerusform>
            <numerusform>Neuer Versuch innerhalb von %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>It tries again by itself.</source>
        <translation>Es versucht es von selbst erneut.</translation>
    </message>
    <message>
        <source>The listener&apos;s certificate ended on %1: senders refuse it, and what they send is lost. Renew it.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>Das Zertifikat für den Empfang ist seit %1 abgelaufen: Absender lehnen es ab, und was sie senden, geht verloren. Zertifikat erneuern.</translation>
    </message>
    <message numerus="yes">
        <source>The listener&apos;s certificate ends on %1, in %n day(s): senders refuse it from then on. Renew it.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>Das Zertifikat für den Empfang läuft am %1 ab, in %n Tag: Absender lehnen es von da an ab. Zertifikat erneuern.</numerusform>
            <numerusform>Das Zertifikat für den Empfang läuft am %1 ab, in %n Tagen: Absender lehnen es von da an ab. Zertifikat erneuern.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::ListeningPage</name>
    <message>
        <source>Starting to listen…</source>
        <translation>Empfang startet…</translation>
    </message>
    <message>
        <source>Listening at %1, for this computer only.</source>
        <extracomment>%1 is an address as in http://127.0.0.1:8765</extracomment>
        <translation>Empfang unter %1, nur für diesen Computer.</translation>
    </message>
    <message>
        <source>Listening at %1.</source>
        <translation>Empfang unter %1.</translation>
    </message>
    <message>
        <source>Another Earshot receives for this store, at %1; this one shows.</source>
        <translation>Ein anderes Earshot empfängt für diese Speicherdatei, unter %1; dieses zeigt nur an.</translation>
    </message>
    <message>
        <source>Earshot is not receiving: %1. It tries again by itself.</source>
        <extracomment>%1 is the system&apos;s reason</extracomment>
        <translation>Earshot empfängt nicht: %1. Es versucht es von selbst erneut.</translation>
    </message>
    <message>
        <source>Listening</source>
        <extracomment>Page of the settings: where deliveries are received</extracomment>
        <translation>Empfang</translation>
    </message>
    <message>
        <source>This is no address of this computer. Try 192.168.1.20 or ::1.</source>
        <translation>Das ist keine Adresse dieses Computers. Möglich wäre 192.168.1.20 oder ::1.</translation>
    </message>
    <message>
        <source>This computer only (127.0.0.1)</source>
        <translation>Nur dieser Computer (127.0.0.1)</translation>
    </message>
    <message>
        <source>Every network of this computer (0.0.0.0)</source>
        <translation>Jedes Netz dieses Computers (0.0.0.0)</translation>
    </message>
    <message>
        <source>One address…</source>
        <extracomment>Another of this computer&apos;s network addresses, to be typed</extracomment>
        <translation>Eine Adresse…</translation>
    </message>
    <message>
        <source>Address to listen on</source>
        <translation>Adresse für den Empfang</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>In front of a sentence on whether deliveries are received</extracomment>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>&amp;Reached from</source>
        <translation>&amp;Zugang</translation>
    </message>
    <message>
        <source>address network interface host</source>
        <translation>Adresse Netzwerk Schnittstelle Host erreichbar</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>Applying restarts the listener. Senders know only this address and port: what is changed here is to be changed there too.</source>
        <translation>Anwenden startet den Empfang neu. Absender kennen nur diese Adresse und diesen Port: Was hier geändert wird, ist auch dort zu ändern.</translation>
    </message>
    <message>
        <source>apply restart</source>
        <translation>anwenden neu starten Neustart</translation>
    </message>
    <message>
        <source>Senders on the internet need https: a certificate below, a tunnel, or a proxy in front of Earshot.</source>
        <translation>Absender im Internet brauchen HTTPS: ein Zertifikat (unten), einen Tunnel oder einen Proxy vor Earshot.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Applying starts the listener anew where that is needed.</source>
        <translation>Anwenden startet den Empfang neu, wo das nötig ist.</translation>
    </message>
    <message>
        <source>https tls certificate key fingerprint self-signed trusted proxy proxies</source>
        <translation>https tls Zertifikat Schlüssel Fingerabdruck selbstsigniert vertraut Proxy Proxys</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Öffentliche Adresse</translation>
    </message>
    <message>
        <source>tunnel ssh internet program</source>
        <translation>Tunnel ssh Internet Programm</translation>
    </message>
    <message>
        <source>Do senders get through?</source>
        <translation>Erreichbarkeit</translation>
    </message>
    <message>
        <source>test way reachable</source>
        <translation>testen Weg erreichbar</translation>
    </message>
    <message>
        <source>Source whose hook is tested</source>
        <translation>Quelle, deren Adresse getestet wird</translation>
    </message>
</context>
<context>
    <name>earshot::LiveLaneView</name>
    <message>
        <source>Running now</source>
        <translation>Laufende Gespräche</translation>
    </message>
    <message>
        <source>Show the cards</source>
        <translation>Karten anzeigen</translation>
    </message>
    <message>
        <source>Hide the cards</source>
        <translation>Karten ausblenden</translation>
    </message>
</context>
<context>
    <name>earshot::LiveTable</name>
    <message>
        <source>Nothing matches</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>Widen the time range, or drop a term of the filter.</source>
        <translation>Den Zeitraum erweitern oder eine Bedingung aus dem Filter nehmen.</translation>
    </message>
</context>
<context>
    <name>earshot::LookPage</name>
    <message>
        <source>Look</source>
        <extracomment>Page of the settings: how the window looks</extracomment>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>System</source>
        <extracomment>Theme: light or dark, as the desktop says</extracomment>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Normal</source>
        <extracomment>Height of table rows</extracomment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>Geräumig</translation>
    </message>
    <message>
        <source>&#xa0;%</source>
        <extracomment>Behind a number: per cent, with the blank the language wants</extracomment>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>High contrast takes the desktop&apos;s colours as they are.</source>
        <translation>„Hoher Kontrast“ übernimmt die Farben des Desktops unverändert.</translation>
    </message>
    <message>
        <source>colour dark light night</source>
        <translation>Farbe dunkel hell Nacht Design</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Zeilen</translation>
    </message>
    <message>
        <source>density compact roomy height table</source>
        <translation>Dichte kompakt geräumig Höhe Tabelle</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>&amp;Textgröße</translation>
    </message>
    <message>
        <source>Of the system&apos;s font.</source>
        <translation>Bezogen auf die Schrift des Systems.</translation>
    </message>
    <message>
        <source>font zoom larger smaller</source>
        <translation>Schrift Zoom größer kleiner</translation>
    </message>
</context>
<context>
    <name>earshot::MainActions</name>
    <message>
        <source>&amp;Open a store…</source>
        <translation>&amp;Speicherdatei öffnen…</translation>
    </message>
    <message>
        <source>&amp;Play the demo floor</source>
        <translation>&amp;Demo-Betrieb starten</translation>
    </message>
    <message>
        <source>En&amp;d the demo</source>
        <translation>Demo b&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Find here</source>
        <translation>Hier &amp;suchen</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>&amp;Weitersuchen</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>Rückwär&amp;ts suchen</translation>
    </message>
    <message>
        <source>Filter &amp;line</source>
        <translation>&amp;Filterzeile</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>&amp;Live</translation>
    </message>
    <message>
        <source>&amp;Inspect</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Reports</source>
        <translation>&amp;Berichte</translation>
    </message>
    <message>
        <source>&amp;Facets</source>
        <translation>&amp;Facetten</translation>
    </message>
    <message>
        <source>&amp;Detail</source>
        <translation>&amp;Detail</translation>
    </message>
    <message>
        <source>Live la&amp;ne</source>
        <translation>L&amp;ive-Leiste</translation>
    </message>
    <message>
        <source>Detail in a window &amp;of its own</source>
        <translation>Detail in eigenem F&amp;enster</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>Ne&amp;west, and follow</source>
        <translation>&amp;Neueste, und folgen</translation>
    </message>
    <message>
        <source>Local, UTC or relative &amp;times</source>
        <translation>Örtliche, UTC- oder relative &amp;Zeiten</translation>
    </message>
    <message>
        <source>Row &amp;height</source>
        <translation>Zeilen&amp;höhe</translation>
    </message>
    <message>
        <source>Lar&amp;ger text</source>
        <translation>Größe&amp;re Schrift</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>&amp;Kleinere Schrift</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>Übli&amp;che Schriftgröße</translation>
    </message>
    <message>
        <source>Next &amp;area</source>
        <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
        <source>&amp;Previous area</source>
        <translation>&amp;Voriger Bereich</translation>
    </message>
    <message>
        <source>&amp;Menu bar</source>
        <translation>&amp;Menüleiste</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>V&amp;ollbild</translation>
    </message>
    <message>
        <source>Rese&amp;t this perspective</source>
        <translation>Diese Perspektive &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Transcript</source>
        <translation>&amp;Mitschrift</translation>
    </message>
    <message>
        <source>&amp;Payload</source>
        <translation>&amp;Nutzdaten</translation>
    </message>
    <message>
        <source>T&amp;imeline</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>F&amp;orwarding</source>
        <translation>Weiterleit&amp;ung</translation>
    </message>
    <message>
        <source>&amp;Forward…</source>
        <translation>&amp;Weiterleiten…</translation>
    </message>
    <message>
        <source>&amp;Difference to the previous of this kind</source>
        <translation>Ver&amp;gleich mit der vorigen dieser Art</translation>
    </message>
    <message>
        <source>&amp;Add a source…</source>
        <translation>Quelle &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Sources…</source>
        <translation>&amp;Quellen…</translation>
    </message>
    <message>
        <source>&amp;Copy an address</source>
        <translation>&amp;Adresse kopieren</translation>
    </message>
    <message>
        <source>Command &amp;palette…</source>
        <translation>&amp;Befehlspalette…</translation>
    </message>
    <message>
        <source>&amp;Outbox…</source>
        <translation>&amp;Ausgang…</translation>
    </message>
    <message>
        <source>&amp;Destinations…</source>
        <translation>&amp;Ziele…</translation>
    </message>
    <message>
        <source>&amp;Add a destination…</source>
        <translation>Ziel &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>All &amp;shortcuts</source>
        <translation>Alle &amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Earshot</source>
        <translation>Ü&amp;ber Earshot</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Sa&amp;ved views</source>
        <translation>&amp;Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>&amp;Conversation</source>
        <translation>&amp;Gespräch</translation>
    </message>
    <message>
        <source>S&amp;ources</source>
        <translation>&amp;Quellen</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Extras</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Undo closing the view</source>
        <translation>Schließen der Ansicht &amp;rückgängig</translation>
    </message>
    <message>
        <source>&amp;Replay…</source>
        <translation>&amp;Erneut senden…</translation>
    </message>
    <message>
        <source>&amp;Edit and resend…</source>
        <translation>&amp;Bearbeiten und senden…</translation>
    </message>
    <message>
        <source>Release from &amp;quarantine</source>
        <translation>Aus &amp;Quarantäne freigeben</translation>
    </message>
    <message>
        <source>Disc&amp;ard…</source>
        <translation>Ve&amp;rwerfen…</translation>
    </message>
    <message>
        <source>&amp;Coverage…</source>
        <translation>&amp;Empfangslücken…</translation>
    </message>
</context>
<context>
    <name>earshot::MainWindow</name>
    <message>
        <source>%1 (demo)</source>
        <translation>%1 (Demo)</translation>
    </message>
    <message>
        <source>%1 — not receiving</source>
        <extracomment>%1 is the window&apos;s title</extracomment>
        <translation>%1 — kein Empfang</translation>
    </message>
    <message>
        <source>Facets</source>
        <translation>Facetten</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Following</source>
        <extracomment>new rows show as they arrive</extracomment>
        <translation>Folgt</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>%1 von %2 ausgewählt</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>%1 angezeigt</translation>
    </message>
    <message>
        <source>Waiting for the first delivery</source>
        <translation>Warten auf die erste Zustellung</translation>
    </message>
    <message>
        <source>Copy an address and paste it at the sender, or send a sample to see what it looks like.</source>
        <translation>Eine Adresse kopieren und beim Absender einfügen, oder ein Beispiel senden, um zu sehen, wie es aussieht.</translation>
    </message>
    <message>
        <source>Copy an address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Send a sample</source>
        <translation>Beispiel senden</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Show all days</source>
        <translation>Alle Tage anzeigen</translation>
    </message>
    <message>
        <source>The address of %1 is on the clipboard</source>
        <translation>Die Adresse von %1 ist in der Zwischenablage</translation>
    </message>
    <message>
        <source>Open a store</source>
        <translation>Speicherdatei öffnen</translation>
    </message>
    <message>
        <source>Stores (*.sqlite);;All files (*)</source>
        <translation>Speicherdateien (*.sqlite);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Last delivery: %1, %2</source>
        <extracomment>%1 is a time, %2 a source</extracomment>
        <translation>Letzte Zustellung: %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(ies) released: a copy of each is read as if it had just come.</source>
        <translation>
            <numerusform>%n Zustellung freigegeben: Eine Kopie davon wird gelesen, als wäre sie gerade gekommen.</numerusform>
            <numerusform>%n Zustellungen freigegeben: Eine Kopie von jeder wird gelesen, als wäre sie gerade gekommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message numerus="yes">
        <source>Discard %n quarantined delivery(ies)?</source>
        <translation>
            <numerusform>%n Zustellung in Quarantäne verwerfen?</numerusform>
            <numerusform>%n Zustellungen in Quarantäne verwerfen?</numerusform>
        </translation>
    </message>
    <message>
        <source>What was sent is deleted for good.</source>
        <translation>Gesendetes wird endgültig gelöscht.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(ies) discarded.</source>
        <translation>
            <numerusform>%n Zustellung verworfen.</numerusform>
            <numerusform>%n Zustellungen verworfen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::MoreCard</name>
    <message>
        <source>+%1</source>
        <extracomment>on a card that stands for more cards; %1 is their number</extracomment>
        <translation>+%1</translation>
    </message>
    <message numerus="yes">
        <source>%n more running</source>
        <translation>
            <numerusform>%n weiteres läuft</numerusform>
            <numerusform>%n weitere laufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::NewAddressDialog</name>
    <message>
        <source>New address</source>
        <translation>Neue Adresse</translation>
    </message>
    <message>
        <source>&quot;%1&quot; gets a new address, which is to be pasted at the sender. Until then deliveries come to the old one.</source>
        <extracomment>%1 is a source</extracomment>
        <translation>„%1“ bekommt eine neue Adresse, die beim Absender einzufügen ist. Bis dahin kommen Zustellungen an die alte.</translation>
    </message>
</context>
<context>
    <name>earshot::Notices</name>
    <message>
        <source>Try again now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>Demo floor: these calls are made up.</source>
        <translation>Demo-Betrieb: Diese Anrufe sind erfunden.</translation>
    </message>
    <message>
        <source>End the demo</source>
        <translation>Demo beenden</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The store was damaged. It is kept as %1, and a new one was begun with the same sources. `earshot check --repair` reads what is left of it.</source>
        <extracomment>%1 is a file</extracomment>
        <translation>Die Speicherdatei war beschädigt. Sie bleibt als %1 erhalten, und eine neue mit denselben Quellen wurde begonnen. `earshot check --repair` liest, was von der alten übrig ist.</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>as in &quot;Show what may be missing&quot;</extracomment>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>earshot::OptionEdit</name>
    <message>
        <source>It does not work without.</source>
        <translation>Ohne geht es nicht.</translation>
    </message>
    <message>
        <source>This is no number.</source>
        <translation>Das ist keine Zahl.</translation>
    </message>
    <message>
        <source>A number above 0, at most %1.</source>
        <translation>Eine Zahl über 0, höchstens %1.</translation>
    </message>
    <message>
        <source>A whole number from 1 to %1.</source>
        <translation>Eine ganze Zahl von 1 bis %1.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>required</source>
        <extracomment>In an empty field that must be filled in</extracomment>
        <translation>erforderlich</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>In an empty field that need not be filled in</extracomment>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>earshot::OptionWords</name>
    <message>
        <source>Header fields</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>Sent with each request, besides Earshot&apos;s own. No place for secrets.</source>
        <translation>Gehen mit jeder Anfrage mit, neben denen von Earshot. Kein Platz für Geheimnisse.</translation>
    </message>
    <message>
        <source>Counts as sent</source>
        <translation>Gilt als gesendet</translation>
    </message>
    <message>
        <source>Statuses, as in 200-299 or 200,201.</source>
        <translation>Statuscodes, etwa 200-299 oder 200,201.</translation>
    </message>
    <message>
        <source>202 counts as sent</source>
        <translation>202 gilt als gesendet</translation>
    </message>
    <message>
        <source>It only promises that the record will be kept.</source>
        <translation>Der Code verspricht nur, dass der Eintrag behalten wird.</translation>
    </message>
    <message>
        <source>Id in the answer</source>
        <translation>Kennung in der Antwort</translation>
    </message>
    <message>
        <source>A JSON pointer, as in /data/id. An answer without it does not count as sent.</source>
        <translation>Ein JSON-Zeiger, etwa /data/id. Eine Antwort ohne ihn gilt nicht als gesendet.</translation>
    </message>
    <message>
        <source>Value to check</source>
        <translation>Geprüfter Wert</translation>
    </message>
    <message>
        <source>A JSON pointer into the answer, as in /status.</source>
        <translation>Ein JSON-Zeiger in die Antwort, etwa /status.</translation>
    </message>
    <message>
        <source>Must be</source>
        <translation>Muss sein</translation>
    </message>
    <message>
        <source>What must stand there, else it does not count as sent.</source>
        <translation>Was dort stehen muss, sonst gilt es nicht als gesendet.</translation>
    </message>
    <message>
        <source>Look-up address</source>
        <translation>Adresse zum Nachsehen</translation>
    </message>
    <message>
        <source>Asked after a lost answer whether the record is there; {key} stands for its key.</source>
        <translation>Wird nach einer verlorenen Antwort gefragt, ob der Eintrag da ist; {key} steht für seinen Schlüssel.</translation>
    </message>
    <message>
        <source>Id in the look-up</source>
        <translation>Kennung beim Nachsehen</translation>
    </message>
    <message>
        <source>A JSON pointer into what the look-up answers.</source>
        <translation>Ein JSON-Zeiger in die Antwort beim Nachsehen.</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API-Version</translation>
    </message>
    <message>
        <source>Portal number</source>
        <translation>Portalnummer</translation>
    </message>
    <message>
        <source>For links to records: the number in HubSpot&apos;s addresses.</source>
        <translation>Für Links zu Einträgen: die Nummer in den Adressen von HubSpot.</translation>
    </message>
    <message>
        <source>HubSpot&apos;s pages</source>
        <translation>Seiten von HubSpot</translation>
    </message>
    <message>
        <source>For links to records: where HubSpot&apos;s pages begin.</source>
        <translation>Für Links zu Einträgen: wo die Seiten von HubSpot beginnen.</translation>
    </message>
    <message>
        <source>Phone properties</source>
        <translation>Telefoneigenschaften</translation>
    </message>
    <message>
        <source>Contacts are looked for by these, parted by commas.</source>
        <translation>Danach werden Kontakte gesucht, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Contact&apos;s own phone property</source>
        <translation>Eigene Telefoneigenschaft des Kontakts</translation>
    </message>
    <message>
        <source>A property with unique values; with it a contact is never made twice.</source>
        <translation>Eine Eigenschaft mit eindeutigen Werten; mit ihr wird ein Kontakt nie zweimal angelegt.</translation>
    </message>
    <message>
        <source>Record&apos;s own key property</source>
        <translation>Eigene Schlüsseleigenschaft des Eintrags</translation>
    </message>
    <message>
        <source>A property with unique values; with it a record is never written twice.</source>
        <translation>Eine Eigenschaft mit eindeutigen Werten; mit ihr wird ein Eintrag nie zweimal geschrieben.</translation>
    </message>
    <message>
        <source>Property that marks a record</source>
        <translation>Eigenschaft, die einen Eintrag kennzeichnet</translation>
    </message>
    <message>
        <source>Where the key is written and looked for otherwise.</source>
        <translation>Wo der Schlüssel sonst steht und gesucht wird.</translation>
    </message>
    <message>
        <source>Assigned user</source>
        <translation>Zugewiesener Benutzer</translation>
    </message>
    <message>
        <source>The id of whom calls are assigned to.</source>
        <translation>Die Kennung dessen, dem Anrufe zugewiesen werden.</translation>
    </message>
    <message>
        <source>Key field</source>
        <translation>Schlüsselfeld</translation>
    </message>
    <message>
        <source>A field of calls and meetings that holds Earshot&apos;s key.</source>
        <translation>Ein Feld von Anrufen und Besprechungen für den Schlüssel von Earshot.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Address of the app</source>
        <translation>Adresse der App</translation>
    </message>
    <message>
        <source>For links to records.</source>
        <translation>Für Links zu Einträgen.</translation>
    </message>
    <message>
        <source>Where a contact is looked for by phone; the first is written.</source>
        <translation>Wo ein Kontakt nach Telefon gesucht wird; geschrieben wird die erste.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>In which the server words its errors.</source>
        <translation>In der der Server seine Fehler nennt.</translation>
    </message>
    <message>
        <source>Prefix of party codes</source>
        <translation>Vorsatz der Parteicodes</translation>
    </message>
    <message>
        <source>Stands before the digits of the phone number in the code of a new party.</source>
        <translation>Steht im Code einer neuen Partei vor den Ziffern der Telefonnummer.</translation>
    </message>
    <message>
        <source>Party of strangers</source>
        <translation>Partei für Unbekannte</translation>
    </message>
    <message>
        <source>The code of the party that gets what nobody can be named for.</source>
        <translation>Der Code der Partei, die bekommt, wofür niemand zu nennen ist.</translation>
    </message>
    <message>
        <source>Address of the web client</source>
        <translation>Adresse des Webclients</translation>
    </message>
    <message>
        <source>Phone region</source>
        <translation>Telefonregion</translation>
    </message>
    <message>
        <source>Of phone numbers that came without a country code.</source>
        <translation>Für Telefonnummern, die ohne Ländervorwahl kamen.</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>At most; the rest waits.</source>
        <translation>Höchstens; der Rest wartet.</translation>
    </message>
    <message>
        <source>Records at a time</source>
        <translation>Einträge zugleich</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugangstoken</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer-Token</translation>
    </message>
    <message>
        <source>Of a private app, as HubSpot shows it.</source>
        <translation>Einer privaten App, wie HubSpot es zeigt.</translation>
    </message>
    <message>
        <source>Of an API user with a role.</source>
        <translation>Eines API-Benutzers mit einer Rolle.</translation>
    </message>
</context>
<context>
    <name>earshot::OutboxDialog</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Letzte Antwort</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Every destination</source>
        <translation>Alle Ziele</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Nichts vorhanden</translation>
    </message>
    <message>
        <source>Conversations that a destination&apos;s rule chooses, or that you forward, stand here until they are sent, and after.</source>
        <translation>Gespräche, die die Regel eines Ziels auswählt oder die von Hand weitergeleitet werden, stehen hier, bis sie gesendet sind, und auch danach.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Gespräch öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Record there</source>
        <extracomment>heading of what a CRM calls the record that was written into it</extracomment>
        <translation>Eintrag dort</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are on their way again.</source>
        <translation>
            <numerusform>%n Eintrag ist wieder unterwegs.</numerusform>
            <numerusform>%n Einträge sind wieder unterwegs.</numerusform>
        </translation>
    </message>
    <message>
        <source>Send many again…</source>
        <extracomment>a button: opens a dialog in which is chosen what is sent again</extracomment>
        <translation>Viele erneut senden…</translation>
    </message>
</context>
<context>
    <name>earshot::OutboxQuestionPanel</name>
    <message>
        <source>Contacts that fit</source>
        <translation>Passende Kontakte</translation>
    </message>
    <message>
        <source>Choose this contact</source>
        <extracomment>a button: the record belongs to the chosen contact</extracomment>
        <translation>Diesen Kontakt wählen</translation>
    </message>
    <message>
        <source>It is there</source>
        <extracomment>a button: the record has been written</extracomment>
        <translation>Er ist da</translation>
    </message>
    <message>
        <source>Send it again</source>
        <extracomment>a button: the record has not been written</extracomment>
        <translation>Erneut senden</translation>
    </message>
</context>
<context>
    <name>earshot::OverlapChoice</name>
    <message>
        <source>The old one works for 24 hours more</source>
        <translation>Die alte gilt noch 24 Stunden</translation>
    </message>
    <message>
        <source>The old one stops working at once</source>
        <translation>Die alte gilt sofort nicht mehr</translation>
    </message>
</context>
<context>
    <name>earshot::PairTable</name>
    <message>
        <source>Add row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>Zeile entfernen</translation>
    </message>
</context>
<context>
    <name>earshot::PayloadBar</name>
    <message>
        <source>%1 of %2 · %3</source>
        <extracomment>%1: which delivery of a conversation is shown, %2: how many there are, %3: what it is and when it came</extracomment>
        <translation>%1 von %2 · %3</translation>
    </message>
    <message>
        <source>How the payload is shown</source>
        <translation>Darstellung der Nutzdaten</translation>
    </message>
    <message>
        <source>Copy as</source>
        <extracomment>Verb, of a button with a menu: copy the request in one of several forms</extracomment>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Copy the request or parts of it</source>
        <translation>Anfrage oder Teile davon kopieren</translation>
    </message>
    <message>
        <source>cURL command</source>
        <translation>cURL-Befehl</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Next newer delivery</source>
        <translation>Nächste neuere Zustellung</translation>
    </message>
    <message>
        <source>Next older delivery</source>
        <translation>Nächste ältere Zustellung</translation>
    </message>
</context>
<context>
    <name>earshot::PayloadDiffPane</name>
    <message numerus="yes">
        <source>%n equal lines</source>
        <extracomment>Stands for lines that two payloads have in common; a click shows them</extracomment>
        <translation>
            <numerusform>%n gleiche Zeile</numerusform>
            <numerusform>%n gleiche Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::PayloadDiffView</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Times and ids too</source>
        <translation>Auch Zeiten und IDs</translation>
    </message>
    <message>
        <source>Also compares values that are times or name things, which differ each time</source>
        <translation>Vergleicht auch Werte, die Zeiten sind oder etwas benennen und jedes Mal anders sind</translation>
    </message>
    <message>
        <source>Against %1: %2</source>
        <extracomment>%1: when the delivery before came, %2: as in &quot;4 changed, 1 new&quot;</extracomment>
        <translation>Gegenüber %1: %2</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Nichts zu vergleichen</translation>
    </message>
    <message>
        <source>This payload, or the one of its kind before it, is not JSON or too large.</source>
        <translation>Diese Nutzdaten oder die vorigen dieser Art sind kein JSON oder zu groß.</translation>
    </message>
    <message>
        <source>Nothing of this kind came before</source>
        <translation>Davor kam nichts dieser Art</translation>
    </message>
</context>
<context>
    <name>earshot::PayloadHexView</name>
    <message>
        <source>Payload as bytes</source>
        <translation>Nutzdaten als Bytes</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy as hex</source>
        <extracomment>Hex: hexadecimal numbers</extracomment>
        <translation>Als Hex kopieren</translation>
    </message>
</context>
<context>
    <name>earshot::PayloadTableView</name>
    <message>
        <source>Header fields</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>Parts of the form</source>
        <translation>Formularteile</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Inhaltstyp</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>earshot::PayloadTextView</name>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1: number of the hit that is shown, %2: how many hits there are</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Payload as text</source>
        <translation>Nutzdaten als Text</translation>
    </message>
    <message>
        <source>Find in the payload</source>
        <translation>In den Nutzdaten suchen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>As sent</source>
        <extracomment>Shows a text exactly as the sender sent it, not put on lines</extracomment>
        <translation>Wie gesendet</translation>
    </message>
</context>
<context>
    <name>earshot::PayloadTreeModel</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Read as</source>
        <extracomment>Heading of a column: what a value of a payload was understood as, such as an amount of money or a time</extracomment>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>Form</source>
        <extracomment>The top of the tree: all that was sent</extracomment>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message numerus="yes">
        <source>%n fields</source>
        <translation>
            <numerusform>%n Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <extracomment>Of a list in a payload</extracomment>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: a phone number, %2: the field it became</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, at arrival</source>
        <extracomment>%1: a time stamp in a payload; it says the second in which the payload arrived</extracomment>
        <translation>%1, bei Eingang</translation>
    </message>
    <message>
        <source>%1, %2 before arrival</source>
        <extracomment>%1: a time stamp in a payload, %2: how much earlier it is than the payload&apos;s arrival, as in &quot;4 s&quot;</extracomment>
        <translation>%1, %2 vor Eingang</translation>
    </message>
    <message>
        <source>%1, %2 after arrival</source>
        <translation>%1, %2 nach Eingang</translation>
    </message>
    <message>
        <source>Became the field %1</source>
        <extracomment>%1: name of a field of the conversation&apos;s record</extracomment>
        <translation>Wurde zum Feld %1</translation>
    </message>
</context>
<context>
    <name>earshot::PayloadTreePage</name>
    <message>
        <source>Payload as a tree</source>
        <translation>Nutzdaten als Baum</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Exclude</source>
        <extracomment>Verb: leave records with this value out</extracomment>
        <translation>Ausschließen</translation>
    </message>
    <message>
        <source>Show only what has this value</source>
        <translation>Nur anzeigen, was diesen Wert hat</translation>
    </message>
    <message>
        <source>Leave out what has this value</source>
        <translation>Weglassen, was diesen Wert hat</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>Verb, of a button with a menu</extracomment>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy value or path</source>
        <translation>Wert oder Pfad kopieren</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Gespräch öffnen</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy jq path</source>
        <extracomment>jq is the name of a program</extracomment>
        <translation>jq-Pfad kopieren</translation>
    </message>
    <message>
        <source>Against the previous of this kind</source>
        <translation>Gegenüber der vorigen dieser Art</translation>
    </message>
    <message>
        <source>Open diff</source>
        <translation>Vergleich öffnen</translation>
    </message>
    <message>
        <source>Path of the value: %1</source>
        <extracomment>%1: where a value stands in a payload, as in &quot;data.items[3].name&quot;</extracomment>
        <translation>Pfad des Werts: %1</translation>
    </message>
</context>
<context>
    <name>earshot::PayloadView</name>
    <message>
        <source>This delivery cannot be read</source>
        <translation>Diese Zustellung lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Select a delivery to see what was sent.</source>
        <translation>Eine Zustellung auswählen, um zu sehen, was gesendet wurde.</translation>
    </message>
    <message>
        <source>What was sent has been erased. The headers are still here.</source>
        <translation>Das Gesendete wurde gelöscht. Die Kopfzeilen sind noch da.</translation>
    </message>
    <message>
        <source>Show the place</source>
        <extracomment>Shows a mistake in a text at its place</extracomment>
        <translation>Stelle zeigen</translation>
    </message>
    <message>
        <source>Headers %1</source>
        <extracomment>%1: how many header fields there are</extracomment>
        <translation>Kopfzeilen %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: the platform&apos;s word for what happened, %2: when the delivery came</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Nutzdaten</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Raw</source>
        <extracomment>The bytes as they were sent</extracomment>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Form parts</source>
        <translation>Formularteile</translation>
    </message>
    <message>
        <source>Diff</source>
        <extracomment>The differences to the delivery before</extracomment>
        <translation>Vergleich</translation>
    </message>
</context>
<context>
    <name>earshot::PayloadWords</name>
    <message>
        <source>A colon is missing in this JSON</source>
        <translation>In diesem JSON fehlt ein Doppelpunkt</translation>
    </message>
    <message>
        <source>A name in quotes, a comma or } is missing in this JSON</source>
        <translation>In diesem JSON fehlt ein Name in Anführungszeichen, ein Komma oder }</translation>
    </message>
    <message>
        <source>A comma or ] is missing in this JSON</source>
        <translation>In diesem JSON fehlt ein Komma oder ]</translation>
    </message>
    <message>
        <source>A value is missing after a comma or colon in this JSON</source>
        <translation>In diesem JSON fehlt nach einem Komma oder Doppelpunkt ein Wert</translation>
    </message>
    <message>
        <source>A number is not written as JSON wants it</source>
        <translation>Eine Zahl ist nicht so geschrieben, wie JSON es verlangt</translation>
    </message>
    <message>
        <source>A \u escape in this JSON is not followed by four hexadecimal digits</source>
        <translation>Auf ein \u in diesem JSON folgen keine vier hexadezimalen Ziffern</translation>
    </message>
    <message>
        <source>This JSON holds bytes that are not UTF-8</source>
        <translation>Dieses JSON enthält Bytes, die kein UTF-8 sind</translation>
    </message>
    <message>
        <source>This JSON is nested too deeply</source>
        <translation>Dieses JSON ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>This JSON is too large</source>
        <translation>Dieses JSON ist zu groß</translation>
    </message>
    <message>
        <source>This JSON goes on after its end</source>
        <translation>Dieses JSON geht nach seinem Ende weiter</translation>
    </message>
    <message>
        <source>This is not JSON</source>
        <translation>Dies ist kein JSON</translation>
    </message>
    <message>
        <source>This JSON ends too early</source>
        <translation>Dieses JSON endet zu früh</translation>
    </message>
    <message>
        <source>%1, at line %2, column %3. The delivery is kept.</source>
        <extracomment>%1: what is wrong, as in &quot;This JSON ends too early&quot;</extracomment>
        <translation>%1 (Zeile %2, Spalte %3). Die Zustellung bleibt erhalten.</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <extracomment>How many values of a payload are others than in the one before</extracomment>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <extracomment>How many values of a payload were not in the one before</extracomment>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <extracomment>How many values of the payload before are not in this one</extracomment>
        <translation>
            <numerusform>%n entfallen</numerusform>
            <numerusform>%n entfallen</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>nichts geändert</translation>
    </message>
    <message>
        <source>times and ids skipped</source>
        <extracomment>Values that are times or ids were not compared; end of a list</extracomment>
        <translation>Zeiten und IDs übersprungen</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the parts of &quot;4 changed, 1 new&quot;</extracomment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>earshot::PlatformList</name>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
</context>
<context>
    <name>earshot::ProofPage</name>
    <message>
        <source>Proof of sender</source>
        <extracomment>Page of a source&apos;s settings: what its sender must show to be believed</extracomment>
        <translation>Absendernachweis</translation>
    </message>
    <message>
        <source>Write down below how it signs.</source>
        <translation>Unten festhalten, wie signiert wird.</translation>
    </message>
    <message>
        <source>Whoever knows the address can send.</source>
        <translation>Wer die Adresse kennt, kann senden.</translation>
    </message>
    <message>
        <source>Without it nothing can be checked.</source>
        <translation>Ohne das lässt sich nichts prüfen.</translation>
    </message>
    <message>
        <source>Name the header that holds the signature.</source>
        <translation>Die Kopfzeile mit der Signatur angeben.</translation>
    </message>
    <message>
        <source>A user name, a colon and a password.</source>
        <translation>Ein Benutzername, ein Doppelpunkt und ein Passwort.</translation>
    </message>
    <message>
        <source>This is no name of a header field.</source>
        <translation>Das ist kein Name einer Kopfzeile.</translation>
    </message>
    <message>
        <source>Not signed</source>
        <extracomment>A sender&apos;s way of signing: none</extracomment>
        <translation>Ohne Signatur</translation>
    </message>
    <message>
        <source>Another way…</source>
        <extracomment>A sender&apos;s way of signing that is none of the known ones</extracomment>
        <translation>Andere Art…</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>A sender signs in: not at all</extracomment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>Benutzer und Passwort</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer-Token</translation>
    </message>
    <message>
        <source>&amp;Signature of</source>
        <extracomment>Whose way of signing the sender has</extracomment>
        <translation>&amp;Signatur von</translation>
    </message>
    <message>
        <source>Clock &amp;off by</source>
        <translation>&amp;Uhr darf abweichen</translation>
    </message>
    <message>
        <source>By how much the sender&apos;s clock may differ, either way.</source>
        <translation>Wie weit die Uhr des Absenders vor- oder nachgehen darf.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>jede Zeit</translation>
    </message>
    <message>
        <source>Signing se&amp;cret</source>
        <translation>Signatur&amp;geheimnis</translation>
    </message>
    <message>
        <source>The secret, or env:NAME or credential:NAME</source>
        <translation>Geheimnis, env:NAME oder credential:NAME</translation>
    </message>
    <message>
        <source>user:password</source>
        <extracomment>What is typed: a user name, a colon and a password</extracomment>
        <translation>Benutzer:Passwort</translation>
    </message>
    <message>
        <source>Let the old one count for 24 hours more</source>
        <translation>Das alte noch 24 Stunden gelten lassen</translation>
    </message>
    <message>
        <source>Sign-&amp;in</source>
        <translation>&amp;Anmeldung</translation>
    </message>
    <message>
        <source>What it must send as its Authorization.</source>
        <translation>Was in der Kopfzeile Authorization stehen muss.</translation>
    </message>
    <message>
        <source>&amp;User and password</source>
        <translation>&amp;Benutzer, Passwort</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>Secret &amp;header</source>
        <translation>Geheime &amp;Kopfzeile</translation>
    </message>
    <message>
        <source>A header in which it sends a shared secret as it is; empty for none.</source>
        <translation>Eine Kopfzeile, in der ein gemeinsames Geheimnis im Klartext steht; leer für keine.</translation>
    </message>
    <message>
        <source>Secret in i&amp;t</source>
        <translation>Ihr &amp;Wert</translation>
    </message>
</context>
<context>
    <name>earshot::ProofWords</name>
    <message>
        <source>It holds no time: one who listens in could send it again.</source>
        <translation>Sie enthält keine Zeit: Wer mithört, könnte das Gesendete wiederholen.</translation>
    </message>
    <message>
        <source>Its time is not looked at: one who listens in could send it again.</source>
        <translation>Ihre Zeit wird nicht beachtet: Wer mithört, könnte das Gesendete wiederholen.</translation>
    </message>
    <message>
        <source>Its time may be off by %1.</source>
        <extracomment>%1 is a duration, as in &quot;5 min&quot;</extracomment>
        <translation>Ihre Zeit darf um %1 abweichen.</translation>
    </message>
    <message>
        <source>%1 over the public address and the form&apos;s fields, in the header %2. The source&apos;s public address has to be set.</source>
        <extracomment>%1 is an algorithm, %2 the name of a header field</extracomment>
        <translation>%1 über die öffentliche Adresse und die Formularfelder, in der Kopfzeile %2. Die öffentliche Adresse der Quelle muss gesetzt sein.</translation>
    </message>
    <message>
        <source>hexadecimal</source>
        <translation>hexadezimal</translation>
    </message>
    <message>
        <source>%1 over %2, in %3, in the header %4.</source>
        <extracomment>%1 is an algorithm, %2 what is signed, as in {timestamp}.{body}, %3 an encoding, %4 the name of a header field</extracomment>
        <translation>%1 über %2, Kodierung %3, in der Kopfzeile %4.</translation>
    </message>
    <message>
        <source>None is set.</source>
        <translation>Nicht gesetzt.</translation>
    </message>
    <message>
        <source>One is set. It is not shown; a new one takes its place.</source>
        <translation>Gesetzt, wird aber nicht gezeigt; eine neue Eingabe ersetzt es.</translation>
    </message>
    <message>
        <source>It is read from %1. A new one takes its place.</source>
        <translation>Wird aus %1 gelesen. Eine neue Eingabe ersetzt es.</translation>
    </message>
    <message>
        <source>The one before it counts until %1.</source>
        <extracomment>%1 is a time</extracomment>
        <translation>Das vorige gilt bis %1.</translation>
    </message>
</context>
<context>
    <name>earshot::PublicAddress</name>
    <message>
        <source>This is no address. It looks like https://hooks.example.org.</source>
        <translation>Das ist keine Adresse. Sie sieht aus wie https://hooks.example.org.</translation>
    </message>
    <message>
        <source>Only the name, a port and a path, as in https://hooks.example.org/earshot.</source>
        <translation>Nur der Name, ein Port und ein Pfad, etwa https://hooks.example.org/earshot.</translation>
    </message>
    <message>
        <source>%1 takes only addresses that start with https://.</source>
        <extracomment>%1 is a platform, as in eigi.ai</extracomment>
        <translation>%1 nimmt nur Adressen, die mit https:// beginnen.</translation>
    </message>
</context>
<context>
    <name>earshot::PublicAddressDialog</name>
    <message>
        <source>Public address</source>
        <translation>Öffentliche Adresse</translation>
    </message>
    <message>
        <source>Under which name do senders reach &quot;%1&quot;? A proxy there passes requests on to Earshot. Leave it empty for the listener&apos;s own address.</source>
        <extracomment>%1 is a source</extracomment>
        <translation>Unter welchem Namen erreichen Absender „%1“? Ein Proxy dort reicht Anfragen an Earshot weiter. Leer gilt die eigene Adresse des Empfangs.</translation>
    </message>
    <message>
        <source>Use this address</source>
        <translation>Diese Adresse verwenden</translation>
    </message>
</context>
<context>
    <name>earshot::RecordLink</name>
    <message>
        <source>%1 gave this address for the record. It opens in your browser:</source>
        <extracomment>%1 is the name of a destination</extracomment>
        <translation>%1 nannte diese Adresse für den Eintrag. Sie öffnet sich im Browser:</translation>
    </message>
    <message>
        <source>Open in %1</source>
        <extracomment>%1 is the name of a destination, as in &quot;Open in HubSpot&quot;</extracomment>
        <translation>In %1 öffnen</translation>
    </message>
    <message>
        <source>Open the record in %1</source>
        <translation>Eintrag in %1 öffnen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copy the link to the record in %1</source>
        <translation>Link zum Eintrag in %1 kopieren</translation>
    </message>
</context>
<context>
    <name>earshot::RegionCombo</name>
    <message>
        <source>None</source>
        <extracomment>Phone region: none is assumed</extracomment>
        <translation>Keine</translation>
    </message>
</context>
<context>
    <name>earshot::Replay</name>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Answered with %1 after %2 ms.</source>
        <translation>Nach %2 ms mit %1 beantwortet.</translation>
    </message>
    <message>
        <source>Answered with %1, but not to its end (%2).</source>
        <translation>Mit %1 beantwortet, aber nicht bis zum Ende (%2).</translation>
    </message>
    <message>
        <source>It was not answered (%1).</source>
        <translation>Keine Antwort (%1).</translation>
    </message>
</context>
<context>
    <name>earshot::ReplayDialog</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Selection (%1)</source>
        <translation>Auswahl (%1)</translation>
    </message>
    <message>
        <source>This view</source>
        <translation>Diese Ansicht</translation>
    </message>
    <message>
        <source>This view (%1)</source>
        <translation>Diese Ansicht (%1)</translation>
    </message>
    <message>
        <source>Send %1</source>
        <extracomment>the button that starts it; %1 is how many deliveries</extracomment>
        <translation>%1 senden</translation>
    </message>
    <message>
        <source>Send %1 again</source>
        <translation>%1 erneut senden</translation>
    </message>
    <message>
        <source>No delivery is shown.</source>
        <translation>Keine Zustellung wird angezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them cannot be sent: the bytes are no longer kept.</source>
        <translation>
            <numerusform>%n davon lässt sich nicht senden: Die Bytes sind nicht mehr da.</numerusform>
            <numerusform>%n davon lassen sich nicht senden: Die Bytes sind nicht mehr da.</numerusform>
        </translation>
    </message>
    <message>
        <source>Payloads hold personal data, and %1 is another computer, reached without encryption.</source>
        <translation>Nutzdaten enthalten persönliche Daten, und %1 ist ein anderer Computer, unverschlüsselt erreicht.</translation>
    </message>
    <message>
        <source>Payloads hold personal data, and %1 is another computer.</source>
        <translation>Nutzdaten enthalten persönliche Daten, und %1 ist ein anderer Computer.</translation>
    </message>
    <message>
        <source>Send there</source>
        <translation>Dorthin senden</translation>
    </message>
    <message>
        <source>%1 of %2 sent, %3 not accepted</source>
        <extracomment>%1 and %2 are numbers of deliveries, %3 how many of them were not answered with 2xx</extracomment>
        <translation>%1 von %2 gesendet, %3 nicht angenommen</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n delivery(s). One that was under way may have arrived.</source>
        <translation>
            <numerusform>Angehalten nach %n Zustellung. Eine, die unterwegs war, ist vielleicht angekommen.</numerusform>
            <numerusform>Angehalten nach %n Zustellungen. Eine, die unterwegs war, ist vielleicht angekommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(s) sent, all answered with 2xx.</source>
        <translation>
            <numerusform>%n Zustellung gesendet und mit 2xx beantwortet.</numerusform>
            <numerusform>%n Zustellungen gesendet, alle mit 2xx beantwortet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(s) not answered with 2xx.</source>
        <translation>
            <numerusform>%n Zustellung nicht mit 2xx beantwortet.</numerusform>
            <numerusform>%n Zustellungen nicht mit 2xx beantwortet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
    <message>
        <source>&amp;Pace</source>
        <translation>&amp;Tempo</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>Eine nach der anderen</translation>
    </message>
    <message>
        <source>As they came</source>
        <translation>Wie sie kamen</translation>
    </message>
    <message>
        <source>10 times as fast as they came</source>
        <translation>10-mal so schnell, wie sie kamen</translation>
    </message>
    <message>
        <source>100 times as fast as they came</source>
        <translation>100-mal so schnell, wie sie kamen</translation>
    </message>
    <message>
        <source>Each goes with its own method and bytes, marked with the header X-Earshot-Replay.</source>
        <translation>Jede wird mit ihrer Methode und ihren Bytes gesendet, markiert durch die Kopfzeile X-Earshot-Replay.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
</context>
<context>
    <name>earshot::ReplayResultModel</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Took</source>
        <extracomment>how long the answer took</extracomment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>earshot::ReplayTargetForm</name>
    <message>
        <source>As it came</source>
        <translation>Wie sie kam</translation>
    </message>
    <message>
        <source>Sign anew, as %1 asks for</source>
        <extracomment>%1 is the name of a source that says how its sender signs</extracomment>
        <translation>Neu signieren, wie %1 es verlangt</translation>
    </message>
    <message>
        <source>Sign anew, as %1 does</source>
        <extracomment>%1 is a way to sign, as in Standard Webhooks</extracomment>
        <translation>Neu signieren, wie %1 es macht</translation>
    </message>
    <message>
        <source>the source&apos;s own</source>
        <translation>das der Quelle</translation>
    </message>
    <message>
        <source>This is no whole address. Try https://test.example/hook, without a user or password.</source>
        <translation>Das ist keine ganze Adresse. Möglich ist https://test.example/hook, ohne Benutzer und Passwort.</translation>
    </message>
    <message>
        <source>Signing anew needs the secret.</source>
        <translation>Neu signieren braucht das Geheimnis.</translation>
    </message>
    <message>
        <source>Send to</source>
        <translation>Senden an</translation>
    </message>
    <message>
        <source>An &amp;address</source>
        <translation>Eine &amp;Adresse</translation>
    </message>
    <message>
        <source>A s&amp;ource here</source>
        <translation>Eine &amp;Quelle hier</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>So&amp;urce</source>
        <translation>Que&amp;lle</translation>
    </message>
    <message>
        <source>Si&amp;gnature</source>
        <translation>&amp;Signatur</translation>
    </message>
    <message>
        <source>S&amp;ecret</source>
        <translation>&amp;Geheimnis</translation>
    </message>
    <message>
        <source>An Earshot that receives it may &amp;forward what comes of it</source>
        <translation>Ein empfangendes Earshot darf das Ergebnis &amp;weiterleiten</translation>
    </message>
</context>
<context>
    <name>earshot::ReportsPage</name>
    <message>
        <source>by outcome, started in %1</source>
        <extracomment>%1 is a time zone</extracomment>
        <translation>nach Ergebnis, Beginn in %1</translation>
    </message>
    <message>
        <source>Each column counts the conversations that began in it. The commonest outcomes have a colour of their own, the rest is summed up, and what has no outcome is hatched.</source>
        <translation>Jede Säule zählt die Gespräche, die in ihr begannen. Die häufigsten Ergebnisse haben eine eigene Farbe, der Rest ist zusammengefasst, und was kein Ergebnis hat, ist schraffiert.</translation>
    </message>
    <message>
        <source>mark: period before</source>
        <translation>Marke: Zeitraum davor</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Conversations by the outcome they were tagged with. The mark is the same for the period before.</source>
        <translation>Gespräche nach dem Ergebnis, das ihnen zugeordnet wurde. Die Marke zeigt dasselbe für den Zeitraum davor.</translation>
    </message>
    <message>
        <source>Statuses</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Conversations by where they stand. The mark is the same for the period before.</source>
        <translation>Gespräche nach ihrem Stand. Die Marke zeigt dasselbe für den Zeitraum davor.</translation>
    </message>
    <message>
        <source>Duration</source>
        <extracomment>%1 is how many conversations have a duration</extracomment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>minutes, %1 with a duration</source>
        <translation>Minuten, %1 mit Dauer</translation>
    </message>
    <message>
        <source>Conversations by their length, in half minutes; the last column is ten minutes and longer. Those without a known duration are left out. Percentiles are by nearest rank.</source>
        <translation>Gespräche nach ihrer Länge, in halben Minuten; die letzte Säule ist zehn Minuten und länger. Gespräche ohne bekannte Dauer sind ausgelassen. Perzentile nach dem nächstgelegenen Rang.</translation>
    </message>
    <message>
        <source>Weekday and hour</source>
        <translation>Wochentag und Stunde</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Conversations by the weekday and the hour they began in, all weeks of the range together.</source>
        <translation>Gespräche nach Wochentag und Stunde ihres Beginns, alle Wochen des Zeitraums zusammen.</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>Conversations by agent, the share of them that was booked, and the median of their durations. Shares of fewer than 20 conversations are muted: they say little.</source>
        <translation>Gespräche je Agent, der Anteil der gebuchten und der Median der Dauer. Anteile aus weniger als 20 Gesprächen sind blass: Sie sagen wenig aus.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>updated now</source>
        <extracomment>when the figures were counted, as in &quot;updated 14:32:07&quot;</extracomment>
        <translation>gerade aktualisiert</translation>
    </message>
    <message>
        <source>updated %1</source>
        <translation>aktualisiert %1</translation>
    </message>
</context>
<context>
    <name>earshot::ResendDialog</name>
    <message>
        <source>Every destination</source>
        <translation>Alle Ziele</translation>
    </message>
    <message>
        <source>Nothing would be sent again.</source>
        <translation>Nichts würde erneut gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) would be sent again, at once.</source>
        <translation>
            <numerusform>%n Eintrag würde erneut gesendet, sofort.</numerusform>
            <numerusform>%n Einträge würden erneut gesendet, sofort.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) would be sent again, in about %1.</source>
        <extracomment>%1 is a length of time such as &quot;4 min&quot;</extracomment>
        <translation>
            <numerusform>%n Eintrag würde erneut gesendet, in etwa %1.</numerusform>
            <numerusform>%n Einträge würden erneut gesendet, in etwa %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Send %1 again</source>
        <extracomment>a button: so many records are sent again</extracomment>
        <translation>%1 erneut senden</translation>
    </message>
    <message>
        <source>Send many again</source>
        <translation>Viele erneut senden</translation>
    </message>
    <message>
        <source>&amp;Destination</source>
        <translation>&amp;Ziel</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>Filter over the conversations; empty for every one</source>
        <translation>Filter über die Gespräche; leer für alle</translation>
    </message>
    <message>
        <source>Also those that were sent</source>
        <translation>Auch die gesendeten</translation>
    </message>
    <message>
        <source>&amp;Pace</source>
        <translation>&amp;Tempo</translation>
    </message>
    <message>
        <source>Records a minute</source>
        <translation>Einträge pro Minute</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source> a minute</source>
        <extracomment>after a number: so many records in each minute</extracomment>
        <translation> pro Minute</translation>
    </message>
    <message>
        <source>Parked records are sent again. Those that an earlier mapping made are made anew by the mapping that counts now, so mend the mapping first. One that was sent goes as a new version, which changes the same record.</source>
        <translation>Geparkte Einträge werden erneut gesendet. Was eine frühere Zuordnung ergab, wird mit der jetzt gültigen neu erstellt; berichtigen Sie also zuerst die Zuordnung. Ein gesendeter geht als neue Fassung, die denselben Eintrag ändert.</translation>
    </message>
</context>
<context>
    <name>earshot::RowsCard</name>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Open in Live</source>
        <translation>In Live öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s), newest first</source>
        <extracomment>%1 is a number, in the locale&apos;s digits; %n the same for the plural</extracomment>
        <translation>
            <numerusform>%1 Zeile, neueste zuerst</numerusform>
            <numerusform>%1 Zeilen, neueste zuerst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s) so far, newest first</source>
        <extracomment>while more rows are being read</extracomment>
        <translation>
            <numerusform>%1 Zeile bisher, neueste zuerst</numerusform>
            <numerusform>%1 Zeilen bisher, neueste zuerst</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::SampleStepper</name>
    <message>
        <source>No conversation passes the rule yet</source>
        <translation>Noch kein Gespräch erfüllt die Regel</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <extracomment>A conversation: its contact, its time, its outcome</extracomment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Which of the latest conversations is shown: 3 of 50</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Voriges Gespräch</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Nächstes Gespräch</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A tooltip: what a button does, and its shortcut</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>earshot::SecretField</name>
    <message>
        <source>Show what is typed</source>
        <extracomment>Shows a secret that is being typed</extracomment>
        <translation>Eingabe zeigen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
</context>
<context>
    <name>earshot::SendersPage</name>
    <message>
        <source>Who may send</source>
        <extracomment>Page of a source&apos;s settings: which addresses may post, and how often</extracomment>
        <translation>Wer senden darf</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no network. Use an address, or a network such as 192.0.2.0/24.</source>
        <extracomment>%1 is what was typed</extracomment>
        <translation>„%1“ ist kein Netz. Eine Adresse angeben oder ein Netz wie 192.0.2.0/24.</translation>
    </message>
    <message>
        <source>&amp;Allow only</source>
        <translation>Nur &amp;zulassen</translation>
    </message>
    <message>
        <source>Addresses and networks, one in a line; others are refused. Empty: every address. Behind a proxy it is the proxy that is seen, unless it is trusted in the settings.</source>
        <translation>Adressen und Netze, je eins in einer Zeile; andere werden abgewiesen. Leer: jede Adresse. Hinter einem Proxy zählt der Proxy, außer die Einstellungen vertrauen ihm.</translation>
    </message>
    <message>
        <source>Limit how many deliveries it may send</source>
        <translation>Zahl der Zustellungen begrenzen</translation>
    </message>
    <message>
        <source>What goes beyond is answered 429, which most senders take as &quot;try again later&quot;.</source>
        <translation>Was darüber hinausgeht, wird mit 429 beantwortet; die meisten Absender verstehen das als „später erneut versuchen“.</translation>
    </message>
    <message>
        <source>A &amp;minute</source>
        <translation>Je &amp;Minute</translation>
    </message>
    <message>
        <source>At &amp;once</source>
        <translation>Auf &amp;einmal</translation>
    </message>
</context>
<context>
    <name>earshot::SeriesLegend</name>
    <message>
        <source>Click hides or shows it, Alt+click shows it alone</source>
        <translation>Klick blendet die Reihe aus oder ein, Alt+Klick zeigt nur sie</translation>
    </message>
</context>
<context>
    <name>earshot::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Keine Einstellung enthält diese Wörter.</translation>
    </message>
</context>
<context>
    <name>earshot::ShadowChangesModel</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Has now</source>
        <extracomment>Heading: what a destination has of a conversation</extracomment>
        <translation>Hat jetzt</translation>
    </message>
    <message>
        <source>Would get</source>
        <extracomment>Heading: what a destination would get of a conversation</extracomment>
        <translation>Bekäme</translation>
    </message>
</context>
<context>
    <name>earshot::ShadowPage</name>
    <message>
        <source>%1 of %2 conversations</source>
        <translation>%1 von %2 Gesprächen</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was sent.</source>
        <translation>Abgebrochen. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>Try it on the latest %1</source>
        <translation>An den letzten %1 erproben</translation>
    </message>
    <message>
        <source>Something was changed since this run.</source>
        <translation>Seit diesem Lauf wurde etwas geändert.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Trying it</source>
        <translation>Wird erprobt</translation>
    </message>
    <message>
        <source>No conversation passes the rule</source>
        <translation>Kein Gespräch erfüllt die Regel</translation>
    </message>
    <message>
        <source>There is nothing to compare yet.</source>
        <translation>Es gibt noch nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>See it before it counts</source>
        <translation>Sehen, bevor es gilt</translation>
    </message>
    <message>
        <source>A shadow run shows, field by field, what the destination would get of the latest conversations beside what it got. Nothing is sent.</source>
        <translation>Ein Schattenlauf zeigt Feld für Feld, was das Ziel von den letzten Gesprächen bekäme, neben dem, was es bekam. Nichts wird gesendet.</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>Heading of all rows, beside those of one verdict</extracomment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>What a button shows (all, changed …), and how many rows that are</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>It would get what it has.</source>
        <translation>Es bekäme, was es hat.</translation>
    </message>
    <message>
        <source>It has nothing of this conversation yet. It would get:</source>
        <translation>Es hat von diesem Gespräch noch nichts. Es bekäme:</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Which conversations are shown</source>
        <translation>Welche Gespräche gezeigt werden</translation>
    </message>
    <message>
        <source>Progress of the shadow run</source>
        <translation>Fortschritt des Schattenlaufs</translation>
    </message>
    <message>
        <source>What it would get</source>
        <translation>Was es bekäme</translation>
    </message>
    <message>
        <source>Conversations of the shadow run</source>
        <translation>Gespräche des Schattenlaufs</translation>
    </message>
    <message>
        <source>Fields: what it has now, and what it would get</source>
        <translation>Felder: was es jetzt hat und was es bekäme</translation>
    </message>
</context>
<context>
    <name>earshot::ShadowRowsModel</name>
    <message>
        <source>Same</source>
        <extracomment>Of a conversation: a new mapping would change nothing at its destination</extracomment>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Changed</source>
        <extracomment>Of a conversation: a new mapping would change it at its destination</extracomment>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>New</source>
        <extracomment>Of a conversation: its destination has nothing of it yet</extracomment>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Would fail</source>
        <extracomment>Of a conversation: a new mapping makes nothing of it</extracomment>
        <translation>Schlüge fehl</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n field(s)</source>
        <extracomment>%1: &quot;Changed&quot;, then how many fields of a record are</extracomment>
        <translation>
            <numerusform>%1, %n Feld</numerusform>
            <numerusform>%1, %n Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
</context>
<context>
    <name>earshot::ShortcutList</name>
    <message>
        <source>Everywhere</source>
        <extracomment>Heading over shortcuts that stand in no menu</extracomment>
        <translation>Überall</translation>
    </message>
</context>
<context>
    <name>earshot::ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Search by action or key</source>
        <translation>Nach Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Tastenkürzel durchsuchen</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>No action and no key has these words.</source>
        <translation>Keine Aktion und keine Taste enthält diese Wörter.</translation>
    </message>
</context>
<context>
    <name>earshot::SourceForm</name>
    <message>
        <source>A source needs a name.</source>
        <translation>Eine Quelle braucht einen Namen.</translation>
    </message>
    <message numerus="yes">
        <source>A name has at most %n characters.</source>
        <translation>
            <numerusform>Ein Name hat höchstens %n Zeichen.</numerusform>
            <numerusform>Ein Name hat höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A name cannot hold / or control characters.</source>
        <translation>Ein Name darf weder / noch Steuerzeichen enthalten.</translation>
    </message>
    <message>
        <source>There is a source of this name. Choose another.</source>
        <translation>Eine Quelle mit diesem Namen gibt es schon. Einen anderen wählen.</translation>
    </message>
    <message>
        <source>A currency has three letters, as in EUR.</source>
        <translation>Eine Währung hat drei Buchstaben, etwa EUR.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no network. Use an address, or a network such as 192.0.2.0/24.</source>
        <extracomment>%1 is what was typed</extracomment>
        <translation>„%1“ ist kein Netz. Eine Adresse angeben oder ein Netz wie 192.0.2.0/24.</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>Benennen</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>Source is the heading of a column</extracomment>
        <translation>Name</translation>
    </message>
    <message>
        <source>As it will stand in the Source column.</source>
        <translation>So, wie er in der Spalte „Quelle“ stehen soll.</translation>
    </message>
    <message>
        <source>Times without a zone</source>
        <extracomment>The zone in which times that name none are read</extracomment>
        <translation>Zeiten ohne Zeitzone</translation>
    </message>
    <message>
        <source>Phone region</source>
        <translation>Telefonregion</translation>
    </message>
    <message>
        <source>For numbers without a country code.</source>
        <translation>Für Nummern ohne Landesvorwahl.</translation>
    </message>
    <message>
        <source>Id field</source>
        <translation>ID-Feld</translation>
    </message>
    <message>
        <source>As in data.id; tells a repeat from a new event.</source>
        <translation>Etwa data.id; unterscheidet eine Wiederholung von einem neuen Ereignis.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Of its amounts, as in EUR.</source>
        <translation>Der Beträge, etwa EUR.</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Shown instead of the platform&apos;s agent id.</source>
        <translation>Steht anstelle der Agenten-ID der Plattform.</translation>
    </message>
    <message>
        <source>Allow only</source>
        <translation>Nur zulassen</translation>
    </message>
    <message>
        <source>These addresses or networks; others are refused.</source>
        <translation>Diese Adressen oder Netze; andere werden abgewiesen.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Less</source>
        <extracomment>A link that shows or hides further fields</extracomment>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Mehr…</translation>
    </message>
</context>
<context>
    <name>earshot::SourceSettingsDialog</name>
    <message>
        <source>&quot;%1&quot; has a new address. Copy it and paste it at the sender.</source>
        <translation>„%1“ hat eine neue Adresse. Diese kopieren und beim Absender einfügen.</translation>
    </message>
    <message>
        <source>Settings of &quot;%1&quot;</source>
        <extracomment>%1 is a source</extracomment>
        <translation>Einstellungen von „%1“</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>earshot::SourceTableModel</name>
    <message>
        <source>Disabled</source>
        <extracomment>State of a source: it takes no deliveries</extracomment>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Not receiving</source>
        <extracomment>State of a source: whether it takes deliveries</extracomment>
        <translation>Kein Empfang</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Empfängt</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
    <message>
        <source>Last delivery</source>
        <translation>Letzte Zustellung</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
</context>
<context>
    <name>earshot::SourcesDialog</name>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>The address of &quot;%1&quot; is on the clipboard. Whoever knows it can send.</source>
        <translation>Die Adresse von „%1“ ist in der Zwischenablage. Wer sie kennt, kann senden.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has another address now. Paste it at the sender.</source>
        <translation>„%1“ hat jetzt eine andere Adresse. Diese beim Absender einfügen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has a new address. Copy it and paste it at the sender.</source>
        <translation>„%1“ hat eine neue Adresse. Diese kopieren und beim Absender einfügen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; listens again.</source>
        <translation>„%1“ empfängt wieder.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes no deliveries until it is enabled again.</source>
        <translation>„%1“ nimmt erst nach dem Aktivieren wieder Zustellungen an.</translation>
    </message>
    <message>
        <source>Remove &quot;%1&quot;?</source>
        <translation>„%1“ entfernen?</translation>
    </message>
    <message>
        <source>Its address stops working at once and cannot be had again. What was received stays.</source>
        <translation>Die Adresse gilt sofort nicht mehr und lässt sich nicht wiederherstellen. Empfangenes bleibt erhalten.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is removed. What it has received stays.</source>
        <translation>„%1“ ist entfernt. Empfangenes bleibt erhalten.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Public address…</source>
        <translation>Öffentliche Adresse…</translation>
    </message>
    <message>
        <source>New address…</source>
        <translation>Neue Adresse…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>No source yet</source>
        <translation>Noch keine Quelle</translation>
    </message>
    <message>
        <source>A source is an address that a platform posts its calls and chats to.</source>
        <translation>Eine Quelle ist eine Adresse, an die eine Plattform ihre Anrufe und Chats sendet.</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>Quelle hinzufügen</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Empfängt</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Not receiving</source>
        <translation>Kein Empfang</translation>
    </message>
    <message>
        <source>The settings of &quot;%1&quot; count from now on.</source>
        <translation>Die Einstellungen von „%1“ gelten ab jetzt.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
</context>
<context>
    <name>earshot::SpokenRows</name>
    <message>
        <source>%1, %2</source>
        <extracomment>of a cell: the column&apos;s heading, then its words</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>earshot::StatusStrip</name>
    <message>
        <source>No sources yet</source>
        <translation>Noch keine Quellen</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n Quelle</numerusform>
            <numerusform>%n Quellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Listening on %1 · %2</source>
        <extracomment>%1 is a port, %2 a host name</extracomment>
        <translation>Empfang auf %1 · %2</translation>
    </message>
    <message>
        <source>Listening on %1 · this computer only</source>
        <extracomment>%1 is an address such as 127.0.0.1:8765</extracomment>
        <translation>Empfang auf %1 · nur dieser Computer</translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation>Empfang auf %1</translation>
    </message>
    <message>
        <source>Another Earshot receives on %1; this window shows</source>
        <translation>Ein anderes Earshot empfängt auf %1; dieses Fenster zeigt nur an</translation>
    </message>
    <message>
        <source>Copy an address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Outbox %1, %2 parked</source>
        <extracomment>rows waiting to be sent, and given up</extracomment>
        <translation>Ausgang %1, %2 geparkt</translation>
    </message>
    <message>
        <source>Outbox %1</source>
        <translation>Ausgang %1</translation>
    </message>
    <message>
        <source>%1 events/s</source>
        <extracomment>arrivals a second</extracomment>
        <translation>%1 Ereignisse/s</translation>
    </message>
    <message>
        <source>Arrivals in the last minute</source>
        <translation>Eingänge der letzten Minute</translation>
    </message>
    <message>
        <source>Store %1</source>
        <translation>Speicher %1</translation>
    </message>
    <message>
        <source>Catching up: %1 deliveries</source>
        <translation>Holt auf: %1 Zustellungen</translation>
    </message>
    <message>
        <source>Zone of days and hours</source>
        <translation>Zeitzone der Tage und Stunden</translation>
    </message>
    <message>
        <source>Open the outbox</source>
        <translation>Ausgang öffnen</translation>
    </message>
    <message>
        <source>Open the list of sources</source>
        <translation>Liste der Quellen öffnen</translation>
    </message>
    <message>
        <source>Outbox %1, %2 parked, %3 asking</source>
        <extracomment>rows waiting to be sent, given up, and of these the ones that ask a person</extracomment>
        <translation>Ausgang %1, %2 geparkt, %3 mit Frage</translation>
    </message>
</context>
<context>
    <name>earshot::StoragePage</name>
    <message>
        <source>Storage</source>
        <extracomment>Page of the settings: the store&apos;s file</extracomment>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Path of the store</source>
        <translation>Pfad der Speicherdatei</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open another store…</source>
        <translation>Andere Speicherdatei öffnen…</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicherdatei</translation>
    </message>
    <message>
        <source>One file with every delivery, and what was made of it.</source>
        <translation>Eine Datei mit jeder Zustellung und dem, was daraus wurde.</translation>
    </message>
    <message>
        <source>path file database</source>
        <translation>Pfad Datei Datenbank</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>disk space</source>
        <translation>Speicherplatz Festplatte</translation>
    </message>
    <message>
        <source>open folder store</source>
        <translation>öffnen Ordner Speicherdatei</translation>
    </message>
    <message>
        <source>Back up the store</source>
        <translation>Speicherdatei sichern</translation>
    </message>
    <message>
        <source>Stores (*.sqlite);;All files (*)</source>
        <translation>Speicherdateien (*.sqlite);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Wird kopiert…</translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(ies) are in %1, checked.</source>
        <translation>
            <numerusform>%n Zustellung ist in %1, geprüft.</numerusform>
            <numerusform>%n Zustellungen sind in %1, geprüft.</numerusform>
        </translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sichern…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>The store as it is now, while it is received into. Tokens and secrets are not in it.</source>
        <translation>Die Speicherdatei, wie sie jetzt ist, auch bei laufendem Empfang. Tokens und Geheimnisse sind nicht enthalten.</translation>
    </message>
    <message>
        <source>backup copy</source>
        <translation>Sicherung Kopie Backup</translation>
    </message>
</context>
<context>
    <name>earshot::StoreClient</name>
    <message>
        <source>Earshot is not receiving.</source>
        <translation>Earshot empfängt nicht.</translation>
    </message>
</context>
<context>
    <name>earshot::TableColumns</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>earshot::Tile</name>
    <message>
        <source>up %1 %2</source>
        <extracomment>a figure has grown: %1 by how much, %2 as in &quot;from 45,591&quot;</extracomment>
        <translation>plus %1, %2</translation>
    </message>
    <message>
        <source>down %1 %2</source>
        <extracomment>a figure has shrunk</extracomment>
        <translation>minus %1, %2</translation>
    </message>
    <message>
        <source>Explain this number (F2)</source>
        <translation>Diese Zahl erklären (F2)</translation>
    </message>
    <message>
        <source>Explain this number</source>
        <translation>Diese Zahl erklären</translation>
    </message>
</context>
<context>
    <name>earshot::TileRow</name>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>from %1</source>
        <extracomment>what a figure was in the period before</extracomment>
        <translation>zuvor %1</translation>
    </message>
    <message>
        <source>Calls and chats that match the filter and lie in the range by their start (else their end, else their first event).</source>
        <translation>Anrufe und Chats, die zum Filter passen und mit ihrem Beginn im Zeitraum liegen (sonst mit ihrem Ende, sonst mit ihrem ersten Ereignis).</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>%1 points</source>
        <extracomment>a difference of two percentages</extracomment>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>The share of conversations that were not missed. Missed are those tagged as no answer, those abandoned or failed, and those disconnected without a duration. What is still ringing is not counted.</source>
        <translation>Der Anteil der Gespräche, die nicht verpasst wurden. Verpasst sind solche mit dem Ergebnis „Nicht erreicht“, aufgegebene oder fehlgeschlagene sowie solche, die ohne Dauer getrennt wurden. Was noch klingelt, zählt nicht mit.</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Conversations whose outcome is booked, and their share of all.</source>
        <translation>Gespräche mit dem Ergebnis „Gebucht“ und ihr Anteil an allen.</translation>
    </message>
    <message>
        <source>Median duration</source>
        <translation>Mediandauer</translation>
    </message>
    <message>
        <source>p90 %1</source>
        <extracomment>nine of ten are not longer</extracomment>
        <translation>p90 %1</translation>
    </message>
    <message>
        <source>Half of the conversations with a duration are no longer than this. It is one that occurred: the smallest that at least half do not exceed (nearest rank), p90 likewise for nine of ten.</source>
        <translation>Die Hälfte der Gespräche mit einer Dauer ist nicht länger als dieser Wert. Er kam wirklich vor: der kleinste, den mindestens die Hälfte nicht überschreitet (nächstgelegener Rang); p90 ebenso für neun von zehn.</translation>
    </message>
    <message>
        <source>Booked value, estimated</source>
        <translation>Gebuchter Wert, geschätzt</translation>
    </message>
    <message>
        <source>no currency</source>
        <translation>keine Währung</translation>
    </message>
    <message>
        <source>The sum of the estimated values of booked conversations, as the platforms sent them. Currencies are never added up.</source>
        <translation>Die Summe der geschätzten Werte gebuchter Gespräche, wie die Plattformen sie gesendet haben. Verschiedene Währungen werden nie addiert.</translation>
    </message>
</context>
<context>
    <name>earshot::TimeHistogram</name>
    <message>
        <source>Most at %1</source>
        <extracomment>%1 is a bar of the histogram with its count, as in &quot;11:00 – 12:00: 84&quot;</extracomment>
        <translation>Am meisten: %1</translation>
    </message>
    <message>
        <source>By filter</source>
        <translation>Laut Filter</translation>
    </message>
    <message>
        <source>%1 by hour</source>
        <extracomment>heading over a histogram; %1 is a time range, as in &quot;Today by hour&quot;</extracomment>
        <translation>%1 nach Stunden</translation>
    </message>
    <message>
        <source>%1 by day</source>
        <translation>%1 nach Tagen</translation>
    </message>
    <message>
        <source>%1 – %2: %3</source>
        <extracomment>from one time to another: how many</extracomment>
        <translation>%1 – %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a day and how many</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>earshot::TimePage</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>In this zone</source>
        <extracomment>Times of rows: in the zone chosen above</extracomment>
        <translation>In dieser Zeitzone</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Relative (4 min ago)</source>
        <extracomment>Times of rows: as a distance from now</extracomment>
        <translation>Relativ (vor 4 min)</translation>
    </message>
    <message>
        <source>&amp;Days and hours in</source>
        <translation>&amp;Tage und Stunden in</translation>
    </message>
    <message>
        <source>Where a day begins for tables, charts and exports.</source>
        <translation>Wo ein Tag beginnt, für Tabellen, Diagramme und Exporte.</translation>
    </message>
    <message>
        <source>time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>&amp;Times in tables</source>
        <translation>&amp;Zeiten in Tabellen</translation>
    </message>
    <message>
        <source>UTC local relative ago clock</source>
        <translation>UTC lokal Ortszeit relativ vor Uhr Uhrzeit</translation>
    </message>
</context>
<context>
    <name>earshot::TimeRangeButton</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>Everything</source>
        <extracomment>a time range: all there is</extracomment>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Days…</source>
        <translation>Tage…</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>the first and the last day of a time range</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>by filter</source>
        <extracomment>shown instead of a time range while the filter itself names a time</extracomment>
        <translation>laut Filter</translation>
    </message>
    <message>
        <source>Time range: %1</source>
        <translation>Zeitraum: %1</translation>
    </message>
    <message>
        <source>The filter names its time. Without it: %1</source>
        <translation>Der Filter nennt selbst eine Zeit. Ohne sie: %1</translation>
    </message>
</context>
<context>
    <name>earshot::TimelineModel</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A field and its value.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <extracomment>A field, the value it had, and the value it has now.</extracomment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>The platform gave no time: this is when it arrived.</source>
        <translation>Die Plattform nannte keine Zeit: Dies ist die des Eintreffens.</translation>
    </message>
</context>
<context>
    <name>earshot::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>earshot::TlsForm</name>
    <message>
        <source>For %1. It ended on %2: senders refuse it.</source>
        <extracomment>%1 are names, %2 is a day</extracomment>
        <translation>Für %1. Abgelaufen am %2: Absender lehnen es ab.</translation>
    </message>
    <message numerus="yes">
        <source>For %1, until %2: %n day(s) left.</source>
        <translation>
            <numerusform>Für %1, gültig bis %2: noch %n Tag.</numerusform>
            <numerusform>Für %1, gültig bis %2: noch %n Tage.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is signed by itself: senders must be told to trust it. Compare its fingerprint.</source>
        <translation>Es ist selbstsigniert: Absender müssen angewiesen werden, ihm zu vertrauen. Den Fingerabdruck vergleichen.</translation>
    </message>
    <message>
        <source>Choose both files, the certificate with its chain and its key.</source>
        <translation>Beide Dateien auswählen, das Zertifikat mit seiner Kette und seinen Schlüssel.</translation>
    </message>
    <message>
        <source>Name what senders call this computer, as in hooks.example.org.</source>
        <translation>Angeben, unter welchem Namen Absender diesen Computer erreichen, etwa hooks.example.org.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no network. Use an address, or a network such as 10.0.0.0/8.</source>
        <extracomment>%1 is what was typed</extracomment>
        <translation>„%1“ ist kein Netz. Eine Adresse angeben oder ein Netz wie 10.0.0.0/8.</translation>
    </message>
    <message>
        <source>https, with a certificate from files</source>
        <translation>HTTPS, Zertifikat aus Dateien</translation>
    </message>
    <message>
        <source>https, with a certificate made here</source>
        <translation>HTTPS, Zertifikat hier erstellt</translation>
    </message>
    <message>
        <source>&amp;Certificate</source>
        <translation>Zerti&amp;fikat</translation>
    </message>
    <message>
        <source>PEM, with its chain.</source>
        <translation>PEM, mit seiner Kette.</translation>
    </message>
    <message>
        <source>Its &amp;key</source>
        <translation>Sch&amp;lüssel</translation>
    </message>
    <message>
        <source>PEM; only you may read it.</source>
        <translation>PEM; nur für das eigene Konto lesbar.</translation>
    </message>
    <message>
        <source>For these &amp;names</source>
        <translation>Für diese &amp;Namen</translation>
    </message>
    <message>
        <source>What senders call this computer: names or addresses.</source>
        <translation>Wie Absender diesen Computer nennen: Namen oder Adressen.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>&amp;Fingerprint</source>
        <translation>Fingerab&amp;druck</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Trusted pro&amp;xies</source>
        <translation>&amp;Vertraute Proxys</translation>
    </message>
    <message>
        <source>Networks of proxies in front of Earshot; what they say of the sender&apos;s address is believed.</source>
        <translation>Netze der Proxys vor Earshot; was sie über die Absenderadresse sagen, wird geglaubt.</translation>
    </message>
    <message>
        <source>Apply to the listener</source>
        <translation>Auf Empfang anwenden</translation>
    </message>
    <message>
        <source>http, not encrypted</source>
        <translation>HTTP, unverschlüsselt</translation>
    </message>
    <message>
        <source>Listen &amp;with</source>
        <translation>Empfang &amp;mit</translation>
    </message>
</context>
<context>
    <name>earshot::ToolStrip</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation>Perspektive</translation>
    </message>
</context>
<context>
    <name>earshot::TranscriptPane</name>
    <message>
        <source>No transcript</source>
        <translation>Keine Mitschrift</translation>
    </message>
    <message>
        <source>The transcript cannot be read</source>
        <translation>Die Mitschrift ist nicht lesbar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The delivery belongs to no conversation.</source>
        <translation>Die Zustellung gehört zu keinem Gespräch.</translation>
    </message>
    <message>
        <source>Insighto.ai sends it when the conversation is closed.</source>
        <translation>Insighto.ai sendet sie, wenn das Gespräch geschlossen wird.</translation>
    </message>
    <message>
        <source>eigi.ai sends it only with some of its events.</source>
        <translation>eigi.ai sendet sie nur mit einigen seiner Ereignisse.</translation>
    </message>
    <message>
        <source>Varda sends no transcript of calls.</source>
        <translation>Varda sendet keine Mitschrift von Anrufen.</translation>
    </message>
    <message>
        <source>Varda sends each message when it is written.</source>
        <translation>Varda sendet jede Nachricht, sobald sie geschrieben ist.</translation>
    </message>
    <message>
        <source>Nothing of what this source sent is a transcript. Payload shows what it sent.</source>
        <translation>Nichts von dem, was diese Quelle gesendet hat, ist eine Mitschrift. „Nutzdaten“ zeigt, was sie gesendet hat.</translation>
    </message>
    <message>
        <source>This address was sent in the conversation. It opens in your browser:</source>
        <translation>Diese Adresse wurde im Gespräch gesendet. Sie öffnet sich im Browser:</translation>
    </message>
</context>
<context>
    <name>earshot::TranscriptView</name>
    <message>
        <source>Show all %1 characters</source>
        <extracomment>%1 is a number of characters, grouped.</extracomment>
        <translation>Alle %1 Zeichen zeigen</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>The first %1 of %2 characters. Payload has all. Show less</source>
        <extracomment>Under a very long text of %2 characters.</extracomment>
        <translation>Die ersten %1 von %2 Zeichen. „Nutzdaten“ zeigt alle. Weniger zeigen</translation>
    </message>
    <message>
        <source>Contact</source>
        <extracomment>Who speaks when nothing is known of them.</extracomment>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>joined %1</source>
        <extracomment>%1 is a distance such as +5:40: a person took over then.</extracomment>
        <translation>ab %1 dabei</translation>
    </message>
    <message>
        <source>Intent captured</source>
        <translation>Anliegen erkannt</translation>
    </message>
    <message>
        <source>Form captured</source>
        <translation>Formular erfasst</translation>
    </message>
    <message>
        <source>Transferred to</source>
        <extracomment>Followed by the name of the agent who goes on.</extracomment>
        <translation>Übergeben an</translation>
    </message>
    <message>
        <source>Tool</source>
        <extracomment>Followed by the name of a tool that the assistant used.</extracomment>
        <translation>Werkzeug</translation>
    </message>
    <message numerus="yes">
        <source>%n fields</source>
        <translation>
            <numerusform>%n Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended</source>
        <extracomment>In front of the time at which a conversation with no known end status ended.</extracomment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>end read from the closing event</source>
        <translation>Ende aus dem Abschlussereignis gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n new lines</source>
        <extracomment>Lines of a conversation that came below what is in view.</extracomment>
        <translation>
            <numerusform>%n neue Zeile</numerusform>
            <numerusform>%n neue Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Mitschrift</translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Ctrl+click asks before it opens</source>
        <extracomment>%1 is a web address.</extracomment>
        <translation>%1
Strg+Klick fragt vor dem Öffnen nach</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Open address…</source>
        <translation>Adresse öffnen…</translation>
    </message>
</context>
<context>
    <name>earshot::TrayIcon</name>
    <message>
        <source>&amp;Open Earshot</source>
        <translation>Earshot ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Copy an address</source>
        <translation>&amp;Adresse kopieren</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <extracomment>%1 is an address such as 127.0.0.1:8765</extracomment>
        <translation>Empfang auf %1</translation>
    </message>
    <message>
        <source>Another Earshot receives on %1</source>
        <translation>Ein anderes Earshot empfängt auf %1</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) or chat(s) now</source>
        <translation>
            <numerusform>%n Anruf oder Chat läuft</numerusform>
            <numerusform>%n Anrufe oder Chats laufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>earshot::TunnelForm</name>
    <message>
        <source>It starts; its address is not known yet.</source>
        <translation>Er startet; seine Adresse ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>It is up. Senders reach Earshot at this address:</source>
        <translation>Er steht. Absender erreichen Earshot unter dieser Adresse:</translation>
    </message>
    <message>
        <source>It is down: %1. It is tried again.</source>
        <extracomment>%1 is why</extracomment>
        <translation>Er ist unterbrochen: %1. Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation>Er läuft nicht.</translation>
    </message>
    <message>
        <source>Name the server, as in user@example.org.</source>
        <translation>Den Server angeben, etwa user@example.org.</translation>
    </message>
    <message>
        <source>Under which address do senders reach that server?</source>
        <translation>Unter welcher Adresse erreichen Absender diesen Server?</translation>
    </message>
    <message>
        <source>Write the program and its arguments.</source>
        <translation>Das Programm und seine Argumente angeben.</translation>
    </message>
    <message>
        <source>None, or a proxy of your own</source>
        <translation>Keiner, oder ein eigener Proxy</translation>
    </message>
    <message>
        <source>A server of your own, by ssh</source>
        <translation>Ein eigener Server, per ssh</translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>Anderes Programm</translation>
    </message>
    <message>
        <source>&amp;Tunnel</source>
        <extracomment>A program that carries deliveries from a public address to this computer</extracomment>
        <translation>&amp;Tunnel</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>S&amp;erver</translation>
    </message>
    <message>
        <source>Nobody is there to type a password: its key must be known and yours accepted.</source>
        <translation>Niemand tippt ein Passwort: Der Schlüssel des Servers muss bekannt sein und der eigene dort angenommen werden.</translation>
    </message>
    <message>
        <source>Public a&amp;ddress</source>
        <translation>Öffentliche &amp;Adresse</translation>
    </message>
    <message>
        <source>Under which senders reach the other end; {port} stands for the port that the server chose.</source>
        <translation>Unter der Absender das andere Ende erreichen; {port} steht für den Port, den der Server gewählt hat.</translation>
    </message>
    <message>
        <source>It listens &amp;on</source>
        <translation>P&amp;ort dort</translation>
    </message>
    <message>
        <source>a port that it chooses</source>
        <translation>vom Server gewählt</translation>
    </message>
    <message>
        <source>ss&amp;h port</source>
        <translation>SS&amp;H-Port</translation>
    </message>
    <message>
        <source>the usual one</source>
        <translation>der übliche</translation>
    </message>
    <message>
        <source>Private &amp;key</source>
        <translation>Pr&amp;ivater Schlüssel</translation>
    </message>
    <message>
        <source>Empty: as ssh finds it.</source>
        <translation>Leer: wie ssh ihn findet.</translation>
    </message>
    <message>
        <source>&amp;More options</source>
        <translation>&amp;Weitere Optionen</translation>
    </message>
    <message>
        <source>As after ssh&apos;s -o, a blank between two.</source>
        <translation>Wie nach -o bei ssh, durch Leerzeichen getrennt.</translation>
    </message>
    <message>
        <source>Pro&amp;gram</source>
        <translation>Pro&amp;gramm</translation>
    </message>
    <message>
        <source>With its arguments; {address}, {port} and {base} stand for the listener. No shell reads it.</source>
        <translation>Mit Argumenten; {address}, {port} und {base} stehen für den Empfang. Keine Shell liest es.</translation>
    </message>
    <message>
        <source>Address &amp;in its output</source>
        <translation>Adresse in der Ausga&amp;be</translation>
    </message>
    <message>
        <source>A regular expression; its first group, or all of it. Empty: the first https address.</source>
        <translation>Ein regulärer Ausdruck; seine erste Gruppe oder alles. Leer: die erste https-Adresse.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Öffentliche Adresse</translation>
    </message>
    <message>
        <source>Apply to the tunnel</source>
        <translation>Auf Tunnel anwenden</translation>
    </message>
</context>
<context>
    <name>earshot::VerdictWords</name>
    <message>
        <source>older secret</source>
        <translation>älteres Geheimnis</translation>
    </message>
    <message>
        <source>Signed with the older of the two secrets. Update the secret at %1 before it ends.</source>
        <translation>Mit dem älteren der zwei Geheimnisse signiert. Das Geheimnis bei %1 erneuern, bevor es abläuft.</translation>
    </message>
    <message>
        <source>no signature</source>
        <translation>keine Signatur</translation>
    </message>
    <message>
        <source>There is no signature. Either %1 does not sign, or somebody else has sent this.</source>
        <translation>Die Signatur fehlt. Entweder signiert %1 nicht, oder jemand anders hat dies gesendet.</translation>
    </message>
    <message>
        <source>unreadable signature</source>
        <translation>Signatur unlesbar</translation>
    </message>
    <message>
        <source>The signature has another form than the source expects. Look in its settings whether the way of signing is that of %1.</source>
        <translation>Die Signatur hat eine andere Form, als die Quelle erwartet. In ihren Einstellungen prüfen, ob die Art zu signieren die von %1 ist.</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>keine Zeit</translation>
    </message>
    <message>
        <source>The time that belongs to the signature is missing.</source>
        <translation>Die Zeit, die zur Signatur gehört, fehlt.</translation>
    </message>
    <message>
        <source>unreadable time</source>
        <translation>Zeit unlesbar</translation>
    </message>
    <message>
        <source>The signature is right, but its time is no number.</source>
        <translation>Die Signatur stimmt, aber ihre Zeit ist keine Zahl.</translation>
    </message>
    <message>
        <source>no id</source>
        <translation>keine ID</translation>
    </message>
    <message>
        <source>The id that belongs to the signature is missing.</source>
        <translation>Die ID, die zur Signatur gehört, fehlt.</translation>
    </message>
    <message>
        <source>does not match</source>
        <translation>stimmt nicht</translation>
    </message>
    <message>
        <source>Signature does not match, and nothing usual explains it. The secret may be another&apos;s, or somebody else has sent this.</source>
        <translation>Die Signatur stimmt nicht, und nichts Übliches erklärt es. Vielleicht ist das Geheimnis ein anderes, oder jemand anders hat dies gesendet.</translation>
    </message>
    <message>
        <source>other body</source>
        <translation>anderer Body</translation>
    </message>
    <message>
        <source>The body is not the one whose hash was signed with the address.</source>
        <translation>Der Body ist nicht der, dessen Hash mit der Adresse signiert wurde.</translation>
    </message>
    <message>
        <source>previous secret</source>
        <translation>voriges Geheimnis</translation>
    </message>
    <message>
        <source>Signature does not match. It would with the previous secret: update the secret at %1 or allow both.</source>
        <translation>Die Signatur stimmt nicht. Mit dem vorigen Geheimnis würde sie stimmen: das Geheimnis bei %1 erneuern oder beide zulassen.</translation>
    </message>
    <message>
        <source>other encoding</source>
        <translation>andere Kodierung</translation>
    </message>
    <message>
        <source>Signature does not match. It would in the other encoding, hexadecimal or Base64: change that in the source&apos;s settings.</source>
        <translation>Die Signatur stimmt nicht. In der anderen Kodierung, hexadezimal oder Base64, würde sie stimmen: in den Einstellungen der Quelle ändern.</translation>
    </message>
    <message>
        <source>other algorithm</source>
        <translation>anderer Algorithmus</translation>
    </message>
    <message>
        <source>Signature does not match. It would with the algorithm %2: change that in the source&apos;s settings.</source>
        <translation>Die Signatur stimmt nicht. Mit dem Algorithmus %2 würde sie stimmen: in den Einstellungen der Quelle ändern.</translation>
    </message>
    <message>
        <source>other text signed</source>
        <translation>anderer Text signiert</translation>
    </message>
    <message>
        <source>Signature does not match. It would over %2: change that in the source&apos;s settings.</source>
        <translation>Die Signatur stimmt nicht. Über %2 würde sie stimmen: in den Einstellungen der Quelle ändern.</translation>
    </message>
    <message>
        <source>other address</source>
        <translation>andere Adresse</translation>
    </message>
    <message>
        <source>Signature does not match. It would over another spelling of the public address: set the one that %1 posts to.</source>
        <translation>Die Signatur stimmt nicht. Mit einer anderen Schreibweise der öffentlichen Adresse würde sie stimmen: die setzen, an die %1 sendet.</translation>
    </message>
    <message>
        <source>other time unit</source>
        <translation>andere Zeiteinheit</translation>
    </message>
    <message>
        <source>The signature is right, but its time counts in another unit, seconds or milliseconds: change that in the source&apos;s settings.</source>
        <translation>Die Signatur stimmt, aber ihre Zeit zählt in einer anderen Einheit, Sekunden oder Millisekunden: in den Einstellungen der Quelle ändern.</translation>
    </message>
    <message>
        <source>blank in the secret</source>
        <translation>Leerzeichen im Geheimnis</translation>
    </message>
    <message>
        <source>Signature does not match. It would without the blank or line end around the secret: paste the secret again.</source>
        <translation>Die Signatur stimmt nicht. Ohne das Leerzeichen oder Zeilenende um das Geheimnis würde sie stimmen: das Geheimnis neu einfügen.</translation>
    </message>
    <message>
        <source>secret not decoded</source>
        <translation>Geheimnis nicht dekodiert</translation>
    </message>
    <message>
        <source>Signature does not match. It would with the text of the secret, which this source decodes before use.</source>
        <translation>Die Signatur stimmt nicht. Mit dem Text des Geheimnisses, den diese Quelle erst dekodiert, würde sie stimmen.</translation>
    </message>
    <message>
        <source>secret decoded</source>
        <translation>Geheimnis dekodiert</translation>
    </message>
    <message>
        <source>Signature does not match. It would with the decoded secret, which this source uses as it is.</source>
        <translation>Die Signatur stimmt nicht. Mit dem dekodierten Geheimnis, das diese Quelle unverändert verwendet, würde sie stimmen.</translation>
    </message>
    <message>
        <source>blanks changed</source>
        <translation>Leerraum verändert</translation>
    </message>
    <message>
        <source>Signature does not match. It would with other blanks at the body&apos;s ends: something on the way has changed them.</source>
        <translation>Die Signatur stimmt nicht. Mit anderem Leerraum an den Enden des Bodys würde sie stimmen: Unterwegs wurde er verändert.</translation>
    </message>
    <message>
        <source>written anew</source>
        <translation>neu geschrieben</translation>
    </message>
    <message>
        <source>Signature does not match. A proxy on the way has written the JSON anew: have it pass the body on as it is.</source>
        <translation>Die Signatur stimmt nicht. Ein Proxy unterwegs hat das JSON neu geschrieben: ihn den Body unverändert weiterreichen lassen.</translation>
    </message>
    <message>
        <source>clock %2 behind</source>
        <translation>Uhr geht %2 nach</translation>
    </message>
    <message>
        <source>Signed %2 ago by the clock of %1: that clock is slow, or the delivery is late or sent again by somebody.</source>
        <translation>Nach der Uhr von %1 vor %2 signiert: Die Uhr geht nach, oder die Zustellung kommt spät oder wurde von jemandem wiederholt.</translation>
    </message>
    <message>
        <source>clock %2 ahead</source>
        <translation>Uhr geht %2 vor</translation>
    </message>
    <message>
        <source>Signed %2 from now by the clock of %1: one of the two clocks is wrong.</source>
        <translation>Nach der Uhr von %1 erst in %2 signiert: Eine der beiden Uhren geht falsch.</translation>
    </message>
    <message>
        <source>no password</source>
        <translation>kein Passwort</translation>
    </message>
    <message>
        <source>User and password are missing.</source>
        <translation>Benutzer und Passwort fehlen.</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>falsches Passwort</translation>
    </message>
    <message>
        <source>User or password are wrong.</source>
        <translation>Benutzer oder Passwort ist falsch.</translation>
    </message>
    <message>
        <source>no token</source>
        <translation>kein Token</translation>
    </message>
    <message>
        <source>The bearer token is missing.</source>
        <translation>Das Bearer-Token fehlt.</translation>
    </message>
    <message>
        <source>wrong token</source>
        <translation>falsches Token</translation>
    </message>
    <message>
        <source>The bearer token is wrong.</source>
        <translation>Das Bearer-Token ist falsch.</translation>
    </message>
    <message>
        <source>no secret header</source>
        <translation>keine geheime Kopfzeile</translation>
    </message>
    <message>
        <source>The header that holds the secret is missing.</source>
        <translation>Die Kopfzeile mit dem Geheimnis fehlt.</translation>
    </message>
    <message>
        <source>wrong secret header</source>
        <translation>falsche geheime Kopfzeile</translation>
    </message>
    <message>
        <source>The secret in the header is wrong.</source>
        <translation>Das Geheimnis in der Kopfzeile ist falsch.</translation>
    </message>
    <message>
        <source>no public address</source>
        <translation>keine öffentliche Adresse</translation>
    </message>
    <message>
        <source>Not checked: the signature covers the public address, and the source has none. Set it, then release this delivery.</source>
        <translation>Ungeprüft: Die Signatur umfasst die öffentliche Adresse, und die Quelle hat keine. Sie setzen, dann diese Zustellung freigeben.</translation>
    </message>
    <message>
        <source>secret not set</source>
        <translation>Geheimnis nicht gesetzt</translation>
    </message>
    <message>
        <source>Not checked: the source has no secret to check with. Set it in the source&apos;s settings.</source>
        <translation>Ungeprüft: Die Quelle hat kein Geheimnis zum Prüfen. Es in den Einstellungen der Quelle setzen.</translation>
    </message>
    <message>
        <source>secret not readable</source>
        <translation>Geheimnis nicht lesbar</translation>
    </message>
    <message>
        <source>Not checked: the secret of the source cannot be read where it lies. Mend that, then release this delivery.</source>
        <translation>Ungeprüft: Das Geheimnis der Quelle ist an seinem Ort nicht lesbar. Das beheben, dann diese Zustellung freigeben.</translation>
    </message>
    <message>
        <source>sender&apos;s clock %1 behind</source>
        <extracomment>%1 is a duration, as in &quot;7 min&quot;</extracomment>
        <translation>Uhr des Absenders geht %1 nach</translation>
    </message>
    <message>
        <source>sender&apos;s clock %1 ahead</source>
        <translation>Uhr des Absenders geht %1 vor</translation>
    </message>
</context>
<context>
    <name>earshot::ViewTabs</name>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
</context>
<context>
    <name>earshot::ViewsBar</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Save this filter as a new view</source>
        <translation>Diesen Filter als neue Ansicht speichern</translation>
    </message>
    <message>
        <source>&amp;Save view</source>
        <translation>Ansicht &amp;speichern</translation>
    </message>
    <message>
        <source>Save view &amp;as…</source>
        <translation>Ansicht speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Rename view</source>
        <translation>Ansicht umb&amp;enennen</translation>
    </message>
    <message>
        <source>&amp;Discard changes of the view</source>
        <translation>Änderungen der Ansicht &amp;verwerfen</translation>
    </message>
    <message>
        <source>&amp;Close view</source>
        <translation>Ansicht s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Next view</source>
        <translation>&amp;Nächste Ansicht</translation>
    </message>
    <message>
        <source>&amp;Previous view</source>
        <translation>V&amp;orherige Ansicht</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <extracomment>rows that began to match a view</extracomment>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message>
        <source>changed, not saved</source>
        <translation>geändert, nicht gespeichert</translation>
    </message>
    <message>
        <source>New view</source>
        <translation>Neue Ansicht</translation>
    </message>
</context>
<context>
    <name>earshot::VolumeChart</name>
    <message>
        <source>Conversations per hour</source>
        <translation>Gespräche je Stunde</translation>
    </message>
    <message>
        <source>Conversations per day</source>
        <translation>Gespräche je Tag</translation>
    </message>
    <message>
        <source>Conversations per week</source>
        <translation>Gespräche je Woche</translation>
    </message>
    <message>
        <source>Conversations per month</source>
        <translation>Gespräche je Monat</translation>
    </message>
    <message>
        <source>Conversations per year</source>
        <translation>Gespräche je Jahr</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <extracomment>several outcomes drawn as one</extracomment>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <extracomment>one part of a column: %1 an outcome, %2 a count, %3 a share as in 12 %</extracomment>
        <translation>%1: %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n Gespräch</numerusform>
            <numerusform>%n Gespräche</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter opens them</source>
        <translation>Enter öffnet sie</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Stacked columns. No conversations.</source>
        <translation>Gestapelte Säulen. Keine Gespräche.</translation>
    </message>
    <message>
        <source>Stacked columns by outcome, %1. Most: %2 at %3. Fewest: %4 at %5.</source>
        <translation>Gestapelte Säulen nach Ergebnis, %1. Am meisten: %2 (%3). Am wenigsten: %4 (%5).</translation>
    </message>
</context>
<context>
    <name>earshot::WaitStep</name>
    <message>
        <source>Earshot is not receiving: %1. It tries again by itself.</source>
        <extracomment>%1 is the system&apos;s reason</extracomment>
        <translation>Earshot empfängt nicht: %1. Es versucht es von selbst erneut.</translation>
    </message>
    <message>
        <source>Begins as soon as there is an address.</source>
        <translation>Beginnt, sobald es eine Adresse gibt.</translation>
    </message>
    <message>
        <source>an event without a name</source>
        <translation>ein Ereignis ohne Namen</translation>
    </message>
    <message>
        <source>First delivery from %1 could not be read: %2. It is kept and was answered with 200.</source>
        <extracomment>%1 is a source, %2 a reason</extracomment>
        <translation>Erste Zustellung von %1 nicht lesbar: %2. Sie bleibt erhalten und wurde mit 200 beantwortet.</translation>
    </message>
    <message>
        <source>First delivery from %1: %2, kept as an event.</source>
        <extracomment>%1 is a source, %2 the platform&apos;s name of an event</extracomment>
        <translation>Erste Zustellung von %1: %2, als Ereignis aufbewahrt.</translation>
    </message>
    <message numerus="yes">
        <source>First delivery from %1: %2, %n messages, decoded.</source>
        <extracomment>%1 is a source, %2 the platform&apos;s name of an event</extracomment>
        <translation>
            <numerusform>Erste Zustellung von %1: %2, %n Nachricht, gelesen.</numerusform>
            <numerusform>Erste Zustellung von %1: %2, %n Nachrichten, gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>First delivery from %1: %2, decoded.</source>
        <extracomment>%1 is a source, %2 the platform&apos;s name of an event</extracomment>
        <translation>Erste Zustellung von %1: %2, gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n deliveries so far</source>
        <translation>
            <numerusform>Bisher %n Zustellung</numerusform>
            <numerusform>Bisher %n Zustellungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait for the first delivery</source>
        <translation>Auf die erste Zustellung warten</translation>
    </message>
    <message>
        <source>Send a sample</source>
        <extracomment>Sends a made-up conversation to the new source</extracomment>
        <translation>Beispiel senden</translation>
    </message>
</context>
<context>
    <name>earshot::Way</name>
    <message>
        <source>Earshot listens</source>
        <translation>Earshot empfängt</translation>
    </message>
    <message>
        <source>There is a public address</source>
        <translation>Eine öffentliche Adresse ist da</translation>
    </message>
    <message>
        <source>Its name is known</source>
        <translation>Ihr Name ist bekannt</translation>
    </message>
    <message>
        <source>Something answers there</source>
        <translation>Dort antwortet etwas</translation>
    </message>
    <message>
        <source>Its certificate is good</source>
        <translation>Ihr Zertifikat ist in Ordnung</translation>
    </message>
    <message>
        <source>It is this Earshot that answers</source>
        <translation>Es antwortet dieses Earshot</translation>
    </message>
    <message>
        <source>An event comes through</source>
        <translation>Ein Ereignis kommt durch</translation>
    </message>
    <message>
        <source>A large event comes through</source>
        <translation>Ein großes Ereignis kommt durch</translation>
    </message>
    <message>
        <source>Senders&apos; addresses are seen</source>
        <translation>Absenderadressen sind sichtbar</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
</context>
<context>
    <name>earshot::WayTestView</name>
    <message>
        <source>Testing… this may take a minute.</source>
        <translation>Wird getestet… das kann eine Minute dauern.</translation>
    </message>
    <message>
        <source>Senders get through to %1.</source>
        <extracomment>%1 is an address, as in https://hooks.example</extracomment>
        <translation>Absender kommen bis %1 durch.</translation>
    </message>
    <message>
        <source>Senders do not get through.</source>
        <translation>Absender kommen nicht durch.</translation>
    </message>
    <message>
        <source>Test the way</source>
        <translation>Weg testen</translation>
    </message>
    <message>
        <source>Sends one event out to the public address and back in. It is not stored.</source>
        <translation>Sendet ein Ereignis hinaus an die öffentliche Adresse und wieder herein. Es wird nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>earshot::WherePage</name>
    <message>
        <source>A destination needs a name.</source>
        <translation>Ein Ziel braucht einen Namen.</translation>
    </message>
    <message>
        <source>A name cannot hold a slash.</source>
        <translation>Ein Name kann keinen Schrägstrich enthalten.</translation>
    </message>
    <message>
        <source>The whole path of the file is needed.</source>
        <translation>Der ganze Pfad der Datei ist nötig.</translation>
    </message>
    <message>
        <source>It does not work without.</source>
        <translation>Ohne geht es nicht.</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>Weniger Einstellungen</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Mehr Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <extracomment>Which product a destination is</extracomment>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>&amp;Method</source>
        <translation>&amp;Methode</translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation>Signaturschlüssel</translation>
    </message>
    <message>
        <source>Signs what is sent, so that the destination can tell it is yours.</source>
        <translation>Signiert, was gesendet wird, damit das Ziel es als Ihres erkennt.</translation>
    </message>
    <message>
        <source>kept; type to replace it</source>
        <extracomment>In the empty field of a secret that is set</extracomment>
        <translation>bleibt; zum Ersetzen eintippen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>required</source>
        <translation>erforderlich</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>Only for a certificate of your own: PEM, trusted besides the system&apos;s.</source>
        <translation>Nur für ein eigenes Zertifikat: PEM, dem neben denen des Systems vertraut wird.</translation>
    </message>
</context>
<context>
    <name>earshot::WhichPage</name>
    <message>
        <source>Write a filter, or let every conversation go.</source>
        <translation>Schreiben Sie einen Filter oder lassen Sie alle Gespräche durch.</translation>
    </message>
    <message>
        <source>It would have sent %1 of the %2 conversations of the last 30 days.</source>
        <translation>Das Ziel hätte %1 der %2 Gespräche der letzten 30 Tage erhalten.</translation>
    </message>
    <message>
        <source>Which conversations go there by themselves</source>
        <translation>Welche Gespräche von selbst dorthin gehen</translation>
    </message>
    <message>
        <source>Every conversation</source>
        <translation>Alle Gespräche</translation>
    </message>
    <message>
        <source>Those that match a filter</source>
        <translation>Gespräche, auf die ein Filter passt</translation>
    </message>
    <message>
        <source>Only what I forward by hand</source>
        <translation>Nur von Hand weitergeleitete</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>The latest of them</source>
        <translation>Die letzten davon</translation>
    </message>
    <message>
        <source>Only what you forward yourself is sent.</source>
        <translation>Gesendet wird nur, was von Hand weitergeleitet wird.</translation>
    </message>
</context>
<context>
    <name>earshot::WordTables</name>
    <message>
        <source>Kind of record</source>
        <extracomment>A table of words: which kind of record a destination makes of a call or chat</extracomment>
        <translation>Art des Eintrags</translation>
    </message>
    <message>
        <source>Status of an outcome</source>
        <extracomment>A table of words: which status an outcome means at a destination</extracomment>
        <translation>Status zu einem Ergebnis</translation>
    </message>
    <message>
        <source>Outcome of a status</source>
        <extracomment>A table of words: which outcome a status means at a destination</extracomment>
        <translation>Ergebnis zu einem Status</translation>
    </message>
    <message>
        <source>Ids of outcomes</source>
        <extracomment>A table of words: the ids that a destination knows outcomes by</extracomment>
        <translation>Kennungen der Ergebnisse</translation>
    </message>
    <message>
        <source>Speaker</source>
        <extracomment>A table of words: who speaks</extracomment>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Texts</source>
        <extracomment>A table of words: texts that stand in records</extracomment>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Table of words</source>
        <translation>Wörtertabelle</translation>
    </message>
    <message>
        <source>Reset</source>
        <extracomment>Puts a table of words back to what it is for every destination of this kind</extracomment>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Puts the words of the preset back</source>
        <translation>Setzt die Wörter der Vorlage wieder ein</translation>
    </message>
    <message>
        <source>Words</source>
        <extracomment>Two columns: Earshot&apos;s words, and the destination&apos;s words for them</extracomment>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Dort</translation>
    </message>
    <message>
        <source>The mapping sees these tables as $words. A word without a row has none there.</source>
        <translation>Die Zuordnung sieht diese Tabellen als $words. Ein Wort ohne Zeile hat dort keines.</translation>
    </message>
</context>
<context>
    <name>earshot::WordedRows</name>
    <message>
        <source>%1, %2</source>
        <extracomment>of a cell: the column&apos;s heading, then its words</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>earshot::ZoneButton</name>
    <message>
        <source>Local zone (%1)</source>
        <extracomment>%1 is the zone of this computer, as in &quot;Europe/Berlin, UTC+2&quot;</extracomment>
        <translation>Lokale Zeitzone (%1)</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Other zone…</source>
        <translation>Andere Zeitzone…</translation>
    </message>
    <message>
        <source>Zone: %1</source>
        <translation>Zeitzone: %1</translation>
    </message>
</context>
<context>
    <name>earshot::ZoneCombo</name>
    <message>
        <source>System (%1)</source>
        <extracomment>Of this computer&apos;s time zone; %1 is its name, as in Europe/Berlin</extracomment>
        <translation>System (%1)</translation>
    </message>
</context>
<context>
    <name>earshot::ZoneDialog</name>
    <message>
        <source>Choose a zone</source>
        <translation>Zeitzone wählen</translation>
    </message>
    <message>
        <source>City or region</source>
        <translation>Stadt oder Region</translation>
    </message>
    <message>
        <source>Search zones</source>
        <translation>Zeitzonen suchen</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Zeitzonen</translation>
    </message>
    <message>
        <source>Use this zone</source>
        <translation>Diese Zeitzone verwenden</translation>
    </message>
</context>
</TS>
