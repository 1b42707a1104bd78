// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/shipment.h"
#include "tests/app/forward/presetcase.h"

#include <QJsonArray>
#include <QTest>

using namespace earshot;
using namespace Qt::StringLiterals;

namespace {

QString wrongIn(const CrmEnvelope &envelope)
{
    if (envelope.object != u"ir.note"_s)
        return u"object "_s + envelope.object;
    const QJsonValue message = envelope.record.value("message"_L1);
    if (message.toString().trimmed().isEmpty() || message.toString().toUcs4().size() > 500'100)
        return u"message "_s + message.toString().left(100);
    if (envelope.contact.isEmpty())
        return {};
    if (envelope.contact.value("name"_L1).toString().trimmed().isEmpty())
        return u"a contact without a name"_s;
    const QJsonArray mechanisms = envelope.contact.value("contact_mechanisms"_L1).toArray();
    for (const QJsonValue mechanism : mechanisms) {
        if (mechanism["type"_L1].toString().isEmpty() || mechanism["value"_L1].toString().trimmed().isEmpty())
            return u"an empty contact mechanism"_s;
    }
    return mechanisms.isEmpty() ? u"a contact that nobody will find"_s : QString();
}

} // namespace

/** What the mapping that comes with Earshot makes for Tryton. */
class TrytonPresetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesWhatTrytonTakes_data();
    void givesWhatTrytonTakes();
    void bearsAnyFieldThatIsNull_data();
    void bearsAnyFieldThatIsNull();
    void tellsWhatWasSaid();
    void namesTheContact_data();
    void namesTheContact();
    void saysWhereItCuts();
    void goesByTheWordsThatAreSet();

private:
    CrmEnvelope envelope(const QJsonObject &record, const QJsonObject &words = {})
    {
        return readEnvelope(m_presets.render(u"tryton"_s, record, words)).value();
    }

    QString message(const QJsonObject &record, const QJsonObject &words = {})
    {
        return envelope(record, words).record.value("message"_L1).toString();
    }

    PresetRenderer m_presets;
};

void TrytonPresetTest::givesWhatTrytonTakes_data()
{
    QTest::addColumn<QJsonObject>("record");
    for (const auto &[name, record] : sampleRecords())
        QTest::addRow("%s", qPrintable(name)) << record;
}

void TrytonPresetTest::givesWhatTrytonTakes()
{
    QFETCH(QJsonObject, record);
    QCOMPARE(wrongIn(envelope(record)), QString());
}

void TrytonPresetTest::bearsAnyFieldThatIsNull_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"call"_s, u"WhatsApp chat"_s, u"chat on a page"_s})
        QTest::addRow("%s", qPrintable(name)) << name;
}

void TrytonPresetTest::bearsAnyFieldThatIsNull()
{
    QFETCH(QString, name);
    const QJsonObject whole = recordNamed(name);
    for (const QString &field : whole.keys()) {
        QJsonObject record = whole;
        record.insert(field, QJsonValue());
        QVERIFY2(wrongIn(envelope(record)).isNull(), qPrintable(field));
        record.remove(field);
        QVERIFY2(wrongIn(envelope(record)).isNull(), qPrintable(QString(field + u" is not there"_s)));
    }
}

void TrytonPresetTest::tellsWhatWasSaid()
{
    QCOMPARE(message(recordNamed(u"call"_s)),
             u"Inbound call, completed\nStart: 2026-05-14 12:00 UTC\nDuration: 4:05\nFrom: +33612345678\n"
             "To: +493012345\nOutcome: Booked\nAgent: Ava\nSummary: Asked for <b>Tuesday</b>\n"
             "Recording: https://rec.example/1.mp3\n\nTranscript:\n0:05 Contact: Is it open\ntoday? 2 < 3 & \"so\"\n"
             "1:09 Assistant: It is."_s);
}

void TrytonPresetTest::namesTheContact_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("named");
    QTest::newRow("a name") << u"call"_s << u"Alice Marie Durand"_s;
    QTest::newRow("none but a number") << u"of a number alone"_s << u"+33612345678"_s;
    QTest::newRow("none but an address") << u"of an address alone"_s << u"alice@example.com"_s;
    QTest::newRow("blank") << u"of a blank name"_s << u"+33612345678"_s;
    QTest::newRow("nobody") << u"of nobody"_s << QString();
}

void TrytonPresetTest::namesTheContact()
{
    QFETCH(QString, name);
    QFETCH(QString, named);
    QCOMPARE(envelope(recordNamed(name)).contact.value("name"_L1).toString(), named);
}

void TrytonPresetTest::saysWhereItCuts()
{
    QJsonObject record = recordNamed(u"call"_s);
    record.insert(u"summary"_s, QString(600'000, u'x'));
    const QString cut = message(record);
    QVERIFY(cut.endsWith(u"\n[… cut here; Earshot has the rest]"_s));
    QVERIFY(cut.size() > 499'000 && cut.size() < 501'000);
}

void TrytonPresetTest::goesByTheWordsThatAreSet()
{
    const QJsonObject words{{u"outcome"_s, QJsonObject{{u"booked"_s, u"Termin"_s}}},
                            {u"text"_s, QJsonObject{{u"call_inbound"_s, u"Anruf"_s}}}};
    const QString said = message(recordNamed(u"call"_s), words);
    QVERIFY(said.startsWith(u"Anruf, completed\n"_s));
    QVERIFY(said.contains(u"\nOutcome: Termin\n"_s));
}

QTEST_GUILESS_MAIN(TrytonPresetTest)
#include "tst_trytonpreset.moc"
