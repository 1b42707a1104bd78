// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/customschemeform.h"

#include "widgets/style/metrics.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace earshot {
namespace {

char characterOf(const QLineEdit *edit, char otherwise)
{
    const QByteArray text = edit->text().toLatin1();
    return text.isEmpty() ? otherwise : text.front();
}

QByteArray bytesOf(const QLineEdit *edit)
{
    return edit->text().trimmed().toUtf8();
}

QString textOf(char character)
{
    return character == '\0' ? QString() : QString(QLatin1Char(character));
}

} // namespace

CustomSchemeForm::CustomSchemeForm(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_header(addLine())
    , m_signed(addLine())
    , m_algorithm(addCombo({QStringLiteral("HMAC-SHA1"), QStringLiteral("HMAC-SHA256"), QStringLiteral("HMAC-SHA512")}))
    , m_encoding(addCombo({QString(), QStringLiteral("Base64")}))
    , m_prefix(addLine())
    , m_secretForm(addCombo({QString(), QStringLiteral("Standard Webhooks (whsec_…)")}))
    , m_timeHeader(addLine())
    , m_timeUnit(addCombo({QString(), QString()}))
    , m_idHeader(addLine())
    , m_separator(addLine())
    , m_keySeparator(addLine())
    , m_signatureKey(addLine())
    , m_timeKey(addLine())
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(metrics::c_betweenGroups);
    m_form->setVerticalSpacing(metrics::c_inner);
    m_header->setPlaceholderText(QStringLiteral("X-Signature"));
    m_prefix->setPlaceholderText(QStringLiteral("sha256="));
    m_timeHeader->setPlaceholderText(QStringLiteral("X-Timestamp"));
    m_idHeader->setPlaceholderText(QStringLiteral("X-Id"));
    m_signatureKey->setPlaceholderText(QStringLiteral("v1"));
    m_timeKey->setPlaceholderText(QStringLiteral("t"));
    for (QLineEdit *const one : {m_separator, m_keySeparator})
        one->setMaxLength(1);
    m_header->setObjectName(QStringLiteral("signatureHeader"));
    m_signed->setObjectName(QStringLiteral("signedText"));
    SignatureScheme plain;
    setScheme(plain);
    retranslate();
}

void CustomSchemeForm::addRow(QWidget *field)
{
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(field);
    m_labels.append(label);
    m_form->addRow(label, field);
}

QLineEdit *CustomSchemeForm::addLine()
{
    auto *edit = new QLineEdit(this);
    edit->setLayoutDirection(Qt::LeftToRight);
    addRow(edit);
    connect(edit, &QLineEdit::textEdited, this, [this] {
        updateFields();
        Q_EMIT edited();
    });
    return edit;
}

QComboBox *CustomSchemeForm::addCombo(const QStringList &items)
{
    auto *combo = new QComboBox(this);
    combo->addItems(items);
    addRow(combo);
    connect(combo, &QComboBox::activated, this, &CustomSchemeForm::edited);
    return combo;
}

void CustomSchemeForm::setScheme(const SignatureScheme &scheme)
{
    m_header->setText(QString::fromUtf8(scheme.header));
    m_signed->setText(QString::fromUtf8(scheme.signedText));
    m_algorithm->setCurrentIndex(int(scheme.algorithm));
    m_encoding->setCurrentIndex(int(scheme.encoding));
    m_prefix->setText(QString::fromUtf8(scheme.prefix));
    m_secretForm->setCurrentIndex(int(scheme.secretForm));
    m_timeHeader->setText(QString::fromUtf8(scheme.timestampHeader));
    m_timeUnit->setCurrentIndex(int(scheme.timeUnit));
    m_idHeader->setText(QString::fromUtf8(scheme.idHeader));
    m_separator->setText(textOf(scheme.partSeparator));
    m_keySeparator->setText(textOf(scheme.keySeparator));
    m_signatureKey->setText(QString::fromUtf8(scheme.signatureKey));
    m_timeKey->setText(QString::fromUtf8(scheme.timestampKey));
    updateFields();
}

SignatureScheme CustomSchemeForm::scheme() const
{
    SignatureScheme scheme;
    scheme.preset = QStringLiteral("custom");
    scheme.header = bytesOf(m_header);
    scheme.signedText = bytesOf(m_signed);
    scheme.algorithm = SignatureScheme::Algorithm(m_algorithm->currentIndex());
    scheme.encoding = SignatureScheme::Encoding(m_encoding->currentIndex());
    scheme.prefix = bytesOf(m_prefix);
    scheme.secretForm = SignatureScheme::SecretForm(m_secretForm->currentIndex());
    scheme.timestampHeader = bytesOf(m_timeHeader);
    scheme.timeUnit = SignatureScheme::TimeUnit(m_timeUnit->currentIndex());
    scheme.idHeader = bytesOf(m_idHeader);
    scheme.partSeparator = characterOf(m_separator, '\0');
    if (scheme.partSeparator == '\0')
        return scheme;
    scheme.keySeparator = characterOf(m_keySeparator, '=');
    scheme.signatureKey = bytesOf(m_signatureKey);
    scheme.timestampKey = bytesOf(m_timeKey);
    return scheme;
}

/** The names of parts are of use only where the header has parts. */
void CustomSchemeForm::updateFields()
{
    const bool hasParts = !m_separator->text().isEmpty();
    for (QLineEdit *const edit : {m_keySeparator, m_signatureKey, m_timeKey})
        edit->setEnabled(hasParts);
}

void CustomSchemeForm::retranslate()
{
    const QStringList names = {
        tr("Header of the signature"),
        tr("What is signed"),
        tr("Algorithm"),
        tr("Encoding"),
        tr("Before the signature"),
        tr("The secret is"),
        tr("Header of the time"),
        tr("The time counts"),
        tr("Header of the id"),
        //: of a header such as "t=1,v1=ab": the character between its parts
        tr("Between parts"),
        //: of a header such as "t=1,v1=ab": the character between a part's name and its value
        tr("Between name and value"),
        tr("Part with the signature"),
        tr("Part with the time"),
    };
    for (qsizetype i = 0; i < names.size(); ++i) {
        m_labels[i]->setText(names[i]);
        m_labels[i]->buddy()->setAccessibleName(names[i]);
    }
    m_signed->setToolTip(tr("With {body}, {timestamp}, {id} and {url}"));
    m_separator->setToolTip(tr("Empty where the whole header is one signature"));
    m_encoding->setItemText(0, tr("hexadecimal"));
    m_secretForm->setItemText(0, tr("used as it is"));
    m_timeUnit->setItemText(0, tr("seconds"));
    m_timeUnit->setItemText(1, tr("milliseconds"));
}

void CustomSchemeForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
