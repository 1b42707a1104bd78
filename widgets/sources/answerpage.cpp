// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/answerpage.h"

#include "widgets/sources/noticebox.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

namespace earshot {
namespace {

enum AnswerKind { Usual, Status, Drop };

constexpr int c_leastStatus = 200;
constexpr int c_mostStatus = 599;
constexpr int c_usualStatus = 503;
constexpr int c_longestDelay = 60'000;
constexpr int c_mostOneIn = 1'000'000;
constexpr int c_delayStep = 500;
constexpr qsizetype c_longestBody = 4096;

} // namespace

AnswerPage::AnswerPage(QWidget *parent)
    : SourcePage(parent)
    , m_kind(new QComboBox)
    , m_status(new QSpinBox)
    , m_body(new QLineEdit)
    , m_delay(new QSpinBox)
    , m_oneIn(new QSpinBox)
    , m_warning(new NoticeBox(NoticeBox::Kind::Warning))
    , m_kindRow(addRow(m_kind))
    , m_statusRow(addRow(m_status))
    , m_bodyRow(addRow(m_body))
    , m_delayRow(addRow(m_delay))
    , m_oneInRow(addRow(m_oneIn))
{
    addWide(m_warning);
    m_kind->setObjectName(QStringLiteral("answerKind"));
    m_status->setObjectName(QStringLiteral("answerStatus"));
    for (int i = 0; i <= Drop; ++i)
        m_kind->addItem(QString());
    m_status->setRange(c_leastStatus, c_mostStatus);
    m_status->setValue(c_usualStatus);
    m_delay->setRange(0, c_longestDelay);
    m_delay->setSingleStep(c_delayStep);
    m_oneIn->setRange(1, c_mostOneIn);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AnswerPage::updateFields);
    connect(m_body, &QLineEdit::textEdited, this, [this] { setProblem(m_bodyRow, {}); });
    AnswerPage::retranslate();
}

QString AnswerPage::title() const
{
    //: Page of a source's settings: what its sender hears
    return tr("Answer");
}

void AnswerPage::setEntry(const SourceEntry &entry)
{
    m_entry = entry;
    const auto &answer = entry.source.answer;
    m_kind->setCurrentIndex(!answer ? Usual : answer->drop ? Drop : Status);
    if (answer) {
        m_status->setValue(answer->status);
        m_body->setText(QString::fromUtf8(answer->body));
        m_delay->setValue(int(answer->delay.count()));
        m_oneIn->setValue(answer->oneIn);
    }
    updateFields();
}

std::optional<ChosenAnswer> AnswerPage::answer() const
{
    if (m_kind->currentIndex() == Usual)
        return std::nullopt;
    ChosenAnswer answer;
    answer.drop = m_kind->currentIndex() == Drop;
    if (!answer.drop) {
        answer.status = m_status->value();
        answer.body = m_body->text().toUtf8();
    }
    answer.delay = std::chrono::milliseconds(m_delay->value());
    answer.oneIn = m_oneIn->value();
    return answer;
}

bool AnswerPage::check()
{
    const bool isLong = m_kind->currentIndex() == Status && m_body->text().toUtf8().size() > c_longestBody;
    return setProblem(m_bodyRow, isLong ? tr("It is longer than 4 KiB.") : QString());
}

void AnswerPage::store(SourceChange &change) const
{
    if (answer() != m_entry.source.answer)
        change.answer = answer();
}

void AnswerPage::updateFields()
{
    const bool isChosen = m_kind->currentIndex() != Usual;
    const bool isStatus = m_kind->currentIndex() == Status;
    setRowVisible(m_statusRow, isStatus);
    setRowVisible(m_bodyRow, isStatus);
    setRowVisible(m_delayRow, isChosen);
    setRowVisible(m_oneInRow, isChosen);
    QString warning;
    if (isChosen)
        warning =
            tr("What it sends is stored all the same. Senders may send it again, give up, or switch the hook off.");
    if (isChosen && m_entry.source.platform == QLatin1StringView("varda"))
        warning += QLatin1Char(' ') + tr("Varda does so after 10 failures in a row.");
    m_warning->setText(warning);
}

void AnswerPage::retranslate()
{
    m_kind->setItemText(Usual, tr("As usual: 200"));
    m_kind->setItemText(Status, tr("With a status of your choice"));
    m_kind->setItemText(Drop, tr("Not at all: close the connection"));
    setRow(m_kindRow, tr("&Answer"), tr("To see what a sender makes of it."));
    setRow(m_statusRow, tr("&Status"));
    setRow(m_bodyRow, tr("&Text"));
    setRow(m_delayRow, tr("Answer a&fter"));
    m_delay->setSuffix(tr(" ms"));
    //: as in "One in 3 deliveries is answered like this"
    setRow(m_oneInRow, tr("One &in"), tr("The other deliveries are answered 200."));
    updateFields();
}

} // namespace earshot
