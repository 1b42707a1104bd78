// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/firstrunpage.h"

#include "widgets/controls/labels.h"
#include "widgets/settings/zonecombo.h"
#include "widgets/sources/choicecard.h"
#include "widgets/sources/firstrunpicture.h"
#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"

#include <QShortcut>

namespace earshot {
namespace {

constexpr int c_wordsCharacters = 66; ///< of average width
constexpr int c_zoneCharacters = 10; ///< at least; there is more where the words beside it are short
constexpr int c_betweenHalves = 64;
constexpr int c_betweenCards = 10;

} // namespace

FirstRunPage::FirstRunPage(QWidget *parent)
    : QWidget(parent)
    , m_headline(new QLabel)
    , m_sentence(new QLabel)
    , m_addSource(addCard(new ChoiceCard(Icon::Plus, 1), Qt::Key_1))
    , m_demo(addCard(new ChoiceCard(Icon::Play, 2), Qt::Key_2))
    , m_openStore(addCard(new ChoiceCard(Icon::Folder, 3), Qt::Key_3))
    , m_languageLabel(new QLabel)
    , m_language(new QComboBox)
    , m_zoneLabel(new QLabel)
    , m_zone(new ZoneCombo(ZoneCombo::SystemZone::NotOffered))
    , m_words(words())
    , m_picture(new FirstRunPicture)
{
    setFocusProxy(m_addSource);
    m_zone->setMinimumContentsLength(c_zoneCharacters);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::c_dialogMargin, metrics::c_dialogMargin, metrics::c_dialogMargin,
                               metrics::c_dialogMargin);
    layout->setSpacing(c_betweenHalves);
    layout->addStretch(1);
    layout->addWidget(m_words, 0, Qt::AlignVCenter);
    layout->addWidget(m_picture, 0, Qt::AlignVCenter);
    layout->addStretch(1);

    connect(m_addSource, &ChoiceCard::clicked, this, &FirstRunPage::addSourceRequested);
    connect(m_demo, &ChoiceCard::clicked, this, &FirstRunPage::demoRequested);
    connect(m_openStore, &ChoiceCard::clicked, this, &FirstRunPage::openStoreRequested);
    connect(m_language, &QComboBox::activated, this,
            [this] { Q_EMIT languageChosen(m_language->currentData().toString()); });
    connect(m_zone, &ZoneCombo::zoneChosen, this,
            [this](const QString &zone) { Q_EMIT zoneChosen(QTimeZone(zone.toLatin1())); });
    m_languageLabel->setBuddy(m_language);
    m_zoneLabel->setBuddy(m_zone);
    setZone(QTimeZone::systemTimeZone());
    setLanguages({}, {});
    updateFonts();
    retranslate();
}

ChoiceCard *FirstRunPage::addCard(ChoiceCard *card, Qt::Key key)
{
    auto *shortcut = new QShortcut(key, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, card, &ChoiceCard::click);
    return card;
}

QWidget *FirstRunPage::words()
{
    for (QLabel *label : {m_headline, m_sentence}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *words = new QWidget(this);
    auto *layout = new QVBoxLayout(words);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::c_between);
    layout->addWidget(m_headline);
    layout->addWidget(m_sentence);
    layout->addSpacing(metrics::c_between);
    for (ChoiceCard *card : {m_addSource, m_demo, m_openStore}) {
        layout->addWidget(card);
        layout->addSpacing(c_betweenCards - metrics::c_between);
    }
    layout->addSpacing(metrics::c_betweenGroups);
    layout->addWidget(choices());
    return words;
}

QWidget *FirstRunPage::choices()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::c_between);
    layout->addWidget(m_languageLabel);
    layout->addWidget(m_language);
    layout->addSpacing(metrics::c_between);
    layout->addWidget(m_zoneLabel);
    layout->addWidget(m_zone, 1);
    return row;
}

void FirstRunPage::setLanguages(const QList<Language> &languages, const QString &current)
{
    m_language->clear();
    for (const Language &language : languages)
        m_language->addItem(language.name, language.code);
    m_language->setCurrentIndex(std::max(0, m_language->findData(current)));
    m_language->setVisible(!languages.isEmpty());
    m_languageLabel->setVisible(!languages.isEmpty());
    retranslate();
}

void FirstRunPage::setZone(const QTimeZone &zone)
{
    m_zone->setZone(QString::fromLatin1(zone.id()));
}

void FirstRunPage::retranslate()
{
    m_headline->setText(tr("See every call and chat as it happens"));
    m_sentence->setText(tr("Earshot receives the webhooks of your conversation platforms and turns them into a live "
                           "table, transcripts and charts."));
    m_addSource->setTexts(tr("Add a source"),
                          tr("Get an address to paste at Insighto.ai, eigi.ai, Varda or any other sender."));
    m_demo->setTexts(tr("Play the demo floor"),
                     tr("Made-up calls from all three platforms. One click removes them again."));
    m_openStore->setTexts(tr("Open an existing store"), tr("A file from another computer."));
    m_languageLabel->setText(tr("Language"));
    //: In front of a time zone
    m_zoneLabel->setText(tr("Days and hours in"));
    m_language->setAccessibleName(m_languageLabel->text());
    m_zone->setAccessibleName(m_zoneLabel->text());
    if (const int system = m_language->findData(QString()); system >= 0)
        m_language->setItemText(system, tr("System"));
    m_picture->updateGeometry();
    m_picture->update();
}

void FirstRunPage::updateFonts()
{
    QFont headline = metrics::title(font());
    headline.setPointSizeF(font().pointSizeF() + 7);
    m_headline->setFont(headline);
    QFont sentence = font();
    sentence.setPointSizeF(font().pointSizeF() + 1);
    m_sentence->setFont(sentence);
    m_words->setFixedWidth(fontMetrics().averageCharWidth() * c_wordsCharacters);
}

/** The picture is seen where there is room for it whole. */
void FirstRunPage::placePicture()
{
    const int needed =
        m_words->minimumWidth() + c_betweenHalves + m_picture->sizeHint().width() + 2 * metrics::c_dialogMargin;
    m_picture->setVisible(width() >= needed);
}

void FirstRunPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        placePicture();
    } else if (event->type() == QEvent::FontChange) {
        updateFonts();
        placePicture();
    }
    QWidget::changeEvent(event);
}

void FirstRunPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), colorsOf(palette())[ColorRole::Surface]);
}

void FirstRunPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placePicture();
}

void FirstRunPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    placePicture();
    if (!isAncestorOf(QApplication::focusWidget()))
        m_addSource->setFocus(Qt::OtherFocusReason);
}

} // namespace earshot
