// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/replay/editdeliverydialog.h"

#include "models/platforms/contentcoding.h"
#include "models/platforms/jsontext.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/labels.h"
#include "widgets/replay/headerfieldtable.h"
#include "widgets/replay/replaytargetform.h"
#include "widgets/replay/replaywords.h"
#include "widgets/style/metrics.h"

#include <QPlainTextEdit>
#include <QTableWidget>
#include <QTextDocument>

namespace earshot {
namespace {

constexpr qsizetype c_largestDecoded = 16LL * 1024 * 1024;

QPlainTextEdit *monoField()
{
    auto *field = new QPlainTextEdit;
    field->setFont(metrics::mono(field->font()));
    field->setTabChangesFocus(true);
    field->setLayoutDirection(Qt::LeftToRight);
    return field;
}

/** Unlike toPlainText() this keeps spaces that do not break. */
QString textOf(const QPlainTextEdit &field)
{
    return field.document()->toRawText().replace(QChar(QChar::ParagraphSeparator), QLatin1Char('\n'));
}

bool isNamed(const HeaderField &field, QByteArrayView name)
{
    return QByteArrayView(field.name).compare(name, Qt::CaseInsensitive) == 0;
}

bool looksLikeJson(const QString &text)
{
    const QString trimmed = text.trimmed();
    return trimmed.startsWith(QLatin1Char('{')) || trimmed.startsWith(QLatin1Char('['));
}

} // namespace

EditDeliveryDialog::EditDeliveryDialog(StoreActions &actions, StoreReader &reader, SourceList &sources,
                                       DisplaySettings &display, QSettings &settings, qint64 delivery, QWidget *parent)
    : FormDialog(parent)
    , m_actions(actions)
    , m_reader(reader)
    , m_display(display)
    , m_id(delivery)
    , m_banner(new Banner)
    , m_form(new QWidget)
    , m_words(new MutedLabel)
    , m_target(new ReplayTargetForm(sources, settings))
    , m_headersLabel(new SectionLabel)
    , m_headers(new HeaderFieldTable)
    , m_bodyLabel(new SectionLabel)
    , m_body(monoField())
    , m_bodyWords(new MutedLabel)
    , m_answerLabel(new SectionLabel)
    , m_answer(monoField())
{
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(metrics::c_between);
    form->addWidget(m_words);
    form->addWidget(m_target);
    form->addSpacing(metrics::c_between);
    form->addWidget(m_headersLabel);
    form->addWidget(m_headers, 2);
    form->addWidget(m_bodyLabel);
    form->addWidget(m_body, 3);
    form->addWidget(m_bodyWords);
    content()->setSpacing(metrics::c_between);
    content()->addWidget(m_banner);
    content()->addWidget(m_form, 3);
    content()->addWidget(m_answerLabel);
    content()->addWidget(m_answer, 1);
    m_answer->setReadOnly(true);
    m_answerLabel->hide();
    m_answer->hide();
    m_bodyLabel->setBuddy(m_body);
    m_answerLabel->setBuddy(m_answer);
    m_headersLabel->setBuddy(m_headers->table());
    m_body->setObjectName(QStringLiteral("replayBody"));
    resize(760, 720);
    connect(m_body, &QPlainTextEdit::textChanged, this, &EditDeliveryDialog::checkBody);
    connect(m_banner, &Banner::activated, this, &EditDeliveryDialog::accept);
    connect(m_target, &ReplayTargetForm::changed, this, [this] { m_asked = {}; });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &EditDeliveryDialog::takeOutcome);
    retranslate();
    m_target->setFocus();
    read();
}

EditDeliveryDialog::~EditDeliveryDialog()
{
    *m_stop = true;
    m_watcher.disconnect(this);
    m_watcher.cancel();
}

void EditDeliveryDialog::read()
{
    m_reader
        .read<StoredDelivery>([id = m_id](const Database &database) { return storedDelivery(database, id); }, m_stop,
                              ReadCost::Quick)
        .then(this, [this](const Result<StoredDelivery> &stored) { take(stored); });
}

void EditDeliveryDialog::take(const Result<StoredDelivery> &stored)
{
    if (!stored) {
        m_banner->showMessage(Banner::Kind::Error, errorText(stored.error()));
        return;
    }
    m_stored = *stored;
    m_fields = replayedFields(stored->delivery);
    takeBody();
    m_headers->setFields(m_fields);
    retranslate();
}

/** The body as text, without its content coding; where that cannot be, it goes as it is. */
void EditDeliveryDialog::takeBody()
{
    QByteArray body = m_stored->delivery.body;
    const QByteArray coding = m_stored->delivery.header("Content-Encoding");
    if (!coding.isEmpty()) {
        const auto decoded = decodeContent(body, coding, c_largestDecoded);
        if (decoded) {
            body = *decoded;
            m_coding = coding;
            m_fields.removeIf([](const HeaderField &field) { return isNamed(field, "Content-Encoding"); });
        }
    }
    m_text = EditableText(body);
    if (m_text.obstacle() == EditableText::Obstacle::None)
        m_body->setPlainText(m_text.text());
    m_body->setReadOnly(m_text.obstacle() != EditableText::Obstacle::None);
    m_body->document()->setModified(false);
}

QString EditDeliveryDialog::obstacleText() const
{
    switch (m_text.obstacle()) {
    case EditableText::Obstacle::None:
        return {};
    case EditableText::Obstacle::NotText:
        return tr("This body is not text in UTF-8, so it cannot be edited here. It goes as it came.");
    case EditableText::Obstacle::MixedLineEnds:
        return tr("This body mixes two kinds of line ends, which an editor would not keep. It goes as it came.");
    case EditableText::Obstacle::TooLarge:
        return tr("This body is larger than 1 MiB, which is too much to edit here. It goes as it came.");
    }
    return {};
}

/** Says whether it is JSON; what is not may be sent all the same. */
void EditDeliveryDialog::checkBody()
{
    const QString text = textOf(*m_body);
    QString words = obstacleText();
    if (words.isEmpty() && looksLikeJson(text)) {
        Warnings warnings;
        const auto json = readJson(text.toUtf8(), warnings);
        words =
            json ? tr("Valid JSON.") : tr("Not valid JSON: %1. It can be sent all the same.").arg(json.error().detail);
    }
    if (!m_coding.isEmpty())
        words += QLatin1Char(' ')
                 + tr("It came with the coding %1; once edited it goes without.").arg(QString::fromLatin1(m_coding));
    m_bodyWords->setText(words.trimmed());
    m_bodyWords->setVisible(!words.trimmed().isEmpty());
}

void EditDeliveryDialog::update()
{
    const bool isBusy = m_watcher.isRunning();
    const bool isGone = m_stored && !m_stored->hasBytes;
    m_form->setEnabled(!isBusy && m_stored.has_value() && !isGone);
    primaryButton()->setEnabled(m_form->isEnabled());
    cancelButton()->setText(isBusy ? tr("Stop") : tr("Close"));
    if (isGone)
        m_banner->showMessage(Banner::Kind::Info,
                              tr("The bytes of this delivery are no longer kept, so it cannot be sent again."));
}

std::optional<QByteArray> EditDeliveryDialog::editedBody() const
{
    if (m_text.obstacle() != EditableText::Obstacle::None)
        return std::nullopt;
    const QString text = textOf(*m_body);
    return text == m_text.text() ? std::nullopt : std::optional(m_text.bytesOf(text));
}

/** What differs from the stored delivery. */
DeliveryEdit EditDeliveryDialog::edit() const
{
    DeliveryEdit edit;
    edit.body = editedBody();
    const QList<HeaderField> wanted = m_headers->fields();
    if (wanted == m_fields)
        return edit;
    edit.headers = wanted;
    for (const HeaderField &field : m_fields) {
        const auto isSame = [&field](const HeaderField &other) { return isNamed(other, field.name); };
        if (std::ranges::none_of(wanted, isSame))
            edit.without.append(field.name);
    }
    return edit;
}

/** Warns before a payload leaves this computer for an address for the first time. False until that was seen. */
bool EditDeliveryDialog::askBeforehand()
{
    const QUrl unagreed = m_target->unagreed();
    if (unagreed.isEmpty() || m_asked == unagreed)
        return true;
    m_asked = unagreed;
    m_banner->showMessage(Banner::Kind::Warning,
                          tr("Payloads hold personal data, and %1 is another computer.").arg(unagreed.host()),
                          tr("Send there"));
    return false;
}

void EditDeliveryDialog::accept()
{
    if (m_watcher.isRunning() || !primaryButton()->isEnabled())
        return;
    ReplayRequest request;
    if (!m_target->fill(request))
        return;
    request.deliveries = {m_id};
    request.edit = edit();
    if (const auto checked = checkEdit(request.edit); !checked) {
        m_banner->showMessage(Banner::Kind::Error, errorText(checked.error()));
        return m_headers->setFocus();
    }
    if (!askBeforehand())
        return;
    m_target->remember();
    m_banner->dismiss();
    m_watcher.setFuture(m_actions.replay(request, {}));
    update();
}

void EditDeliveryDialog::reject()
{
    if (m_watcher.isRunning())
        m_watcher.cancel();
    else
        FormDialog::reject();
}

void EditDeliveryDialog::takeOutcome()
{
    update();
    const auto future = m_watcher.future();
    if (future.resultCount() == 0) {
        m_banner->showMessage(Banner::Kind::Info, tr("Stopped. It may have arrived."));
        return;
    }
    const Result<ReplayOutcome> result = future.resultAt(0);
    if (!result) {
        m_banner->showMessage(Banner::Kind::Error, errorText(result.error()));
        return;
    }
    m_banner->showMessage(result->isAccepted() ? Banner::Kind::Good : Banner::Kind::Warning, outcomeSentence(*result));
    m_answer->setPlainText(result->answer);
    m_answerLabel->setVisible(!result->answer.isEmpty());
    m_answer->setVisible(!result->answer.isEmpty());
    primaryButton()->setFocus();
}

void EditDeliveryDialog::retranslate()
{
    setWindowTitle(tr("Edit and resend"));
    QString words;
    if (m_stored) {
        const Delivery &delivery = m_stored->delivery;
        const bool isFetched = delivery.method == "FETCH";
        //: %1 is a number, %2 a method such as POST, %3 a time
        words = tr("Delivery %1, %2, received %3. What is stored stays as it is.")
                    .arg(QString::number(delivery.id),
                         isFetched ? QStringLiteral("POST") : QString::fromLatin1(delivery.method),
                         timeText(delivery.receivedAt, m_display.format(), m_display.now()));
    }
    m_words->setText(words);
    m_headersLabel->setText(tr("Header fields"));
    m_bodyLabel->setText(tr("Body"));
    m_body->setAccessibleName(tr("Body"));
    m_answerLabel->setText(tr("Answer"));
    m_answer->setAccessibleName(tr("Answer"));
    primaryButton()->setText(tr("Send"));
    checkBody();
    update();
}

void EditDeliveryDialog::changeEvent(QEvent *event)
{
    FormDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
