// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/hubspotapi.h"
#include "tests/app/forward/presetcase.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace earshot;
using namespace Qt::StringLiterals;

namespace {

bool fits(const QString &text, const QString &pattern)
{
    return QRegularExpression(pattern).match(text).hasMatch();
}

QString wrongInHubSpot(const CrmEnvelope &envelope)
{
    static const QStringList objects{u"calls"_s, u"communications"_s, u"notes"_s};
    if (!objects.contains(envelope.object))
        return u"object "_s + envelope.object;
    for (auto field = envelope.record.begin(); field != envelope.record.end(); ++field) {
        if (!field.value().isString())
            return field.key() + u" is no text"_s;
    }
    const auto text = [&](QStringView name) { return envelope.record.value(name).toString(); };
    if (!fits(text(u"hs_timestamp"), u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$"_s))
        return u"hs_timestamp "_s + text(u"hs_timestamp");
    if (!envelope.record.contains(bodyField(envelope.object)))
        return u"no body"_s;
    if (text(bodyField(envelope.object)).toUcs4().size() > 65536)
        return u"a body too long"_s;
    if (!text(u"hs_call_recording_url").isEmpty() && !text(u"hs_call_recording_url").startsWith(u"https://"_s))
        return u"a recording without TLS"_s;
    if (!envelope.contact.isEmpty() && envelope.contact.value("lastname"_L1).toString().trimmed().isEmpty())
        return u"a contact without a name"_s;
    return {};
}

QString wrongInEspoCrm(const CrmEnvelope &envelope)
{
    const auto text = [&](QStringView name) { return envelope.record.value(name).toString(); };
    if (envelope.object != u"Call"_s && envelope.object != u"Meeting"_s)
        return u"object "_s + envelope.object;
    if (text(u"name").isEmpty() || text(u"name").toUcs4().size() > 249)
        return u"name "_s + text(u"name");
    if (!QStringList{u"Planned"_s, u"Held"_s, u"Not Held"_s}.contains(text(u"status")))
        return u"status "_s + text(u"status");
    const QString pattern = u"yyyy-MM-dd HH:mm:ss"_s;
    const QDateTime start = QDateTime::fromString(text(u"dateStart"), pattern);
    const QDateTime end = QDateTime::fromString(text(u"dateEnd"), pattern);
    if (!start.isValid() || !end.isValid() || end < start || (envelope.object == u"Meeting"_s && end == start))
        return QStringLiteral("from %1 to %2").arg(text(u"dateStart"), text(u"dateEnd"));
    if (envelope.contact.isEmpty())
        return {};
    const QString lastName = envelope.contact.value("lastName"_L1).toString();
    if (lastName.trimmed().isEmpty() || lastName.toUcs4().size() > 100)
        return u"last name "_s + lastName;
    const QJsonValue phone = envelope.contact.value("phoneNumber"_L1);
    return phone.isString() && !phone.toString().startsWith(u'+') ? u"phone "_s + phone.toString() : QString();
}

} // namespace

class CrmPresetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void giveWhatTheCrmTakes_data();
    void giveWhatTheCrmTakes();
    void bearAnyFieldThatIsNull_data();
    void bearAnyFieldThatIsNull();
    void wordOutcomes_data();
    void wordOutcomes();
    void chooseTheObject_data();
    void chooseTheObject();
    void tellWhatWasSaid();
    void escapeForHubSpotOnly();
    void nameTheContact_data();
    void nameTheContact();
    void sayWhereTheyCut_data();
    void sayWhereTheyCut();
    void goByTheWordsThatAreSet();

private:
    CrmEnvelope envelope(const QString &kind, const QJsonObject &record, const QJsonObject &words = {})
    {
        return readEnvelope(m_presets.render(kind, record, words)).value();
    }

    QString wrongIn(const QString &kind, const QJsonObject &record)
    {
        const CrmEnvelope made = envelope(kind, record);
        return kind == u"hubspot"_s ? wrongInHubSpot(made) : wrongInEspoCrm(made);
    }

    PresetRenderer m_presets;
};

void CrmPresetsTest::giveWhatTheCrmTakes_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QJsonObject>("record");
    for (const QString &kind : {u"hubspot"_s, u"espocrm"_s}) {
        for (const auto &[name, record] : sampleRecords())
            QTest::addRow("%s: %s", qPrintable(kind), qPrintable(name)) << kind << record;
    }
}

void CrmPresetsTest::giveWhatTheCrmTakes()
{
    QFETCH(QString, kind);
    QFETCH(QJsonObject, record);
    QCOMPARE(wrongIn(kind, record), QString());
}

void CrmPresetsTest::bearAnyFieldThatIsNull_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("name");
    for (const QString &kind : {u"hubspot"_s, u"espocrm"_s}) {
        for (const QString &name : {u"call"_s, u"WhatsApp chat"_s, u"chat on a page"_s})
            QTest::addRow("%s: %s", qPrintable(kind), qPrintable(name)) << kind << name;
    }
}

void CrmPresetsTest::bearAnyFieldThatIsNull()
{
    QFETCH(QString, kind);
    QFETCH(QString, name);
    const QJsonObject whole = recordNamed(name);
    const QStringList fields = whole.keys();
    for (const QString &field : fields) {
        if (field == u"updated_at"_s || field == u"ext"_s) // are never
            continue;
        QJsonObject record = whole;
        record.insert(field, QJsonValue());
        QVERIFY2(wrongIn(kind, record).isNull(), qPrintable(QString(field + u": "_s + wrongIn(kind, record))));
        record.remove(field);
        QVERIFY2(wrongIn(kind, record).isNull(), qPrintable(QString(field + u" is not there"_s)));
    }
}

void CrmPresetsTest::wordOutcomes_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("hubspot");
    QTest::addColumn<QString>("disposition");
    QTest::addColumn<QString>("espocrm");
    const QString none;
    const QString connected = u"f240bbac-87c9-4f6e-bf70-924b57d47db7"_s;
    const QString noAnswer = u"73a0d17f-1163-4015-bdd5-ec830791da20"_s;
    const QString busy = u"9d9162e7-6cf3-4944-bf63-4dff82258764"_s;
    const QString voicemail = u"b2cf5968-551e-4856-9783-52b3da59a7d0"_s;
    const auto row = [&](const char *name, const QString &status, const QString &detail, const QString &outcome,
                         const QString &hubspot, const QString &disposition, const QString &espocrm) {
        QTest::newRow(name) << status << detail << outcome << hubspot << disposition << espocrm;
    };
    row("answered", u"completed"_s, none, u"answered"_s, u"COMPLETED"_s, connected, u"Held"_s);
    row("an outcome of one's own", u"completed"_s, none, u"booked"_s, u"COMPLETED"_s, connected, u"Held"_s);
    row("no answer", u"abandoned"_s, u"no-answer"_s, none, u"NO_ANSWER"_s, noAnswer, u"Not Held"_s);
    row("missed", u"completed"_s, none, u"Missed"_s, u"NO_ANSWER"_s, noAnswer, u"Not Held"_s);
    row("abandoned", u"abandoned"_s, none, none, u"NO_ANSWER"_s, noAnswer, u"Not Held"_s);
    row("busy", u"failed"_s, u"Busy"_s, none, u"BUSY"_s, busy, u"Not Held"_s);
    row("voicemail", u"completed"_s, none, u"voicemail"_s, u"COMPLETED"_s, voicemail, u"Not Held"_s);
    row("left voicemail", u"completed"_s, none, u"Left voicemail"_s, u"COMPLETED"_s, voicemail, u"Not Held"_s);
    row("failed", u"failed"_s, none, none, u"FAILED"_s, none, u"Not Held"_s);
    row("cancelled", u"abandoned"_s, u"cancelled"_s, none, u"CANCELED"_s, noAnswer, u"Not Held"_s);
    row("under way", u"in_progress"_s, none, none, u"IN_PROGRESS"_s, none, u"Planned"_s);
    row("unknown", none, none, none, none, none, u"Held"_s);
}

void CrmPresetsTest::wordOutcomes()
{
    QFETCH(QString, status);
    QFETCH(QString, detail);
    QFETCH(QString, outcome);
    QFETCH(QString, hubspot);
    QFETCH(QString, disposition);
    QFETCH(QString, espocrm);
    const auto orNull = [](const QString &text) { return text.isNull() ? QJsonValue() : QJsonValue(text); };
    QJsonObject record = recordNamed(u"call"_s);
    record.insert(u"status"_s, orNull(status));
    record.insert(u"status_detail"_s, orNull(detail));
    record.insert(u"outcome"_s, orNull(outcome));
    const QJsonObject call = envelope(u"hubspot"_s, record).record;
    QCOMPARE(call.value("hs_call_status"_L1).toString(), hubspot);
    QCOMPARE(call.value("hs_call_disposition"_L1).toString(), disposition);
    QCOMPARE(envelope(u"espocrm"_s, record).record.value("status"_L1).toString(), espocrm);
}

void CrmPresetsTest::chooseTheObject_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("hubspot");
    QTest::addColumn<QString>("espocrm");
    QTest::newRow("call") << u"call"_s << u"calls"_s << u"Call"_s;
    QTest::newRow("WhatsApp chat") << u"WhatsApp chat"_s << u"communications"_s << u"Meeting"_s;
    QTest::newRow("chat on a page") << u"chat on a page"_s << u"notes"_s << u"Meeting"_s;
    QTest::newRow("nothing known") << u"nothing known"_s << u"calls"_s << u"Call"_s;
}

void CrmPresetsTest::chooseTheObject()
{
    QFETCH(QString, name);
    QFETCH(QString, hubspot);
    QFETCH(QString, espocrm);
    QCOMPARE(envelope(u"hubspot"_s, recordNamed(name)).object, hubspot);
    QCOMPARE(envelope(u"espocrm"_s, recordNamed(name)).object, espocrm);
}

void CrmPresetsTest::tellWhatWasSaid()
{
    const QJsonObject call = envelope(u"espocrm"_s, recordNamed(u"call"_s)).record;
    QCOMPARE(call.value("name"_L1).toString(), u"Inbound call – Alice Marie Durand"_s);
    QCOMPARE(call.value("dateStart"_L1).toString(), u"2026-05-14 12:00:00"_s);
    QCOMPARE(call.value("dateEnd"_L1).toString(), u"2026-05-14 12:04:05"_s);
    QCOMPARE(call.value("description"_L1).toString(),
             u"Outcome: booked\nAgent: Ava\nSummary: Asked for <b>Tuesday</b>\nFrom: +33612345678\nTo: +493012345\n"
             "Recording: https://rec.example/1.mp3\n\nTranscript:\n0:05 Contact: Is it open\ntoday? 2 < 3 & \"so\"\n"
             "1:09 Assistant: It is."_s);
}

void CrmPresetsTest::escapeForHubSpotOnly()
{
    const QJsonObject call = envelope(u"hubspot"_s, recordNamed(u"call"_s)).record;
    QCOMPARE(call.value("hs_call_duration"_L1).toString(), u"245000"_s);
    QCOMPARE(call.value("hs_call_body"_L1).toString(),
             u"Outcome: booked<br>Agent: Ava<br>Summary: Asked for &lt;b&gt;Tuesday&lt;/b&gt;<br><br>Transcript:<br>"
             "0:05 Contact: Is it open<br>today? 2 &lt; 3 &amp; &quot;so&quot;<br>1:09 Assistant: It is."_s);
    const QJsonObject plain = envelope(u"hubspot"_s, recordNamed(u"recorded without TLS"_s)).record;
    QVERIFY(plain.value("hs_call_body"_L1).toString().contains(u"Recording: http://rec.example/1.mp3"_s));
}

void CrmPresetsTest::nameTheContact_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::newRow("three words") << u"call"_s << u"Alice Marie"_s << u"Durand"_s;
    QTest::newRow("one word") << u"of one name"_s << QString() << u"Alice"_s;
    QTest::newRow("Arabic") << u"of an Arabic name"_s << u"\u0644\u064a\u0644\u0649"_s
                            << u"\u0627\u0644\u062d\u0633\u0646"_s;
    QTest::newRow("none but a number") << u"of a number alone"_s << QString() << u"+33612345678"_s;
    QTest::newRow("none but an address") << u"of an address alone"_s << QString() << u"alice@example.com"_s;
    QTest::newRow("blank") << u"of a blank name"_s << QString() << u"+33612345678"_s;
    QTest::newRow("nobody") << u"of nobody"_s << QString() << QString();
}

void CrmPresetsTest::nameTheContact()
{
    QFETCH(QString, name);
    QFETCH(QString, first);
    QFETCH(QString, last);
    const QJsonObject hubspot = envelope(u"hubspot"_s, recordNamed(name)).contact;
    QCOMPARE(hubspot.value("firstname"_L1).toString(), first);
    QCOMPARE(hubspot.value("lastname"_L1).toString(), last);
    const QJsonObject espocrm = envelope(u"espocrm"_s, recordNamed(name)).contact;
    QCOMPARE(espocrm.value("firstName"_L1).toString(), first);
    QCOMPARE(espocrm.value("lastName"_L1).toString(), last);
    QCOMPARE(hubspot.isEmpty(), last.isEmpty());
}

void CrmPresetsTest::sayWhereTheyCut_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("many messages") << u"many messages"_s;
    QTest::newRow("one endless message") << u"one endless message"_s;
    QTest::newRow("chat of many messages") << u"chat of many messages"_s;
}

void CrmPresetsTest::sayWhereTheyCut()
{
    QFETCH(QString, name);
    const CrmEnvelope made = envelope(u"hubspot"_s, recordNamed(name));
    const QString body = made.record.value(bodyField(made.object)).toString();
    QVERIFY(body.endsWith(u"<br>[… cut here; Earshot has the rest]"_s));
    QVERIFY(body.size() > 10'000);
    QVERIFY(!body.contains(QChar(QChar::ReplacementCharacter)));
}

void CrmPresetsTest::goByTheWordsThatAreSet()
{
    const QJsonObject words{{u"outcome_status"_s, QJsonObject{{u"booked"_s, u"BUSY"_s}}},
                            {u"text"_s, QJsonObject{{u"call_inbound"_s, u"Anruf"_s}}}};
    const QJsonObject call = envelope(u"hubspot"_s, recordNamed(u"call"_s), words).record;
    QCOMPARE(call.value("hs_call_status"_L1).toString(), u"BUSY"_s);
    QCOMPARE(call.value("hs_call_title"_L1).toString(), u"Anruf – Alice Marie Durand"_s);
}

QTEST_GUILESS_MAIN(CrmPresetsTest)
#include "tst_crmpresets.moc"
