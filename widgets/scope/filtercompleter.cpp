// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scope/filtercompleter.h"

#include "widgets/scope/lineedit.h"
#include "widgets/style/metrics.h"
#include "widgets/style/words.h"

#include <QAbstractItemView>
#include <QScrollBar>

namespace earshot {
namespace {

constexpr int c_mostValues = 200;
constexpr int c_shownRows = 10;
constexpr int c_leastWidth = 320;

QString wordOf(const QString &field, const QString &value)
{
    if (field == QLatin1StringView("status")) {
        const auto status = statusFromText(value);
        return status ? statusLook(*status).word : QString();
    }
    if (field == QLatin1StringView("outcome"))
        return outcomeLook(value).word;
    if (field == QLatin1StringView("state"))
        return deliveryStateLook(value).word;
    if (field == QLatin1StringView("verdict"))
        return verdictLook(value).word;
    if (field == QLatin1StringView("channel"))
        return channelLook(value).word;
    if (field == QLatin1StringView("platform"))
        return platformName(value);
    return {};
}

/** The value as it stands behind the colon. */
QString writtenValue(const QString &field, const QString &value)
{
    return filterTerm(field, value).mid(field.size() + 1);
}

} // namespace

FilterCompleter::FilterCompleter(LineEdit &edit, const ViewScope &scope, StoreReader &reader,
                                 const DisplaySettings &settings)
    : m_edit(edit)
    , m_scope(scope)
    , m_reader(reader)
    , m_settings(settings)
{
    m_completer.setModel(&m_offers);
    m_completer.setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer.setMaxVisibleItems(c_shownRows);
    m_completer.setWidget(&edit);
    m_completer.popup()->setItemDelegate(new FilterOfferDelegate(m_completer.popup()));
    edit.setCompleter(&m_completer);
    connect(&m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &FilterCompleter::take);
    connect(&edit, &LineEdit::firstCompletionAsked, this, &FilterCompleter::takeFirst);
}

FilterCompleter::~FilterCompleter()
{
    m_edit.setCompleter(nullptr);
    if (m_stop)
        *m_stop = true;
}

void FilterCompleter::setKind(RecordKind kind)
{
    m_kind = kind;
    m_valuesOf.clear();
}

bool FilterCompleter::isOpen() const
{
    return m_completer.popup()->isVisible();
}

void FilterCompleter::close()
{
    m_completion.reset();
    if (isOpen())
        m_completer.popup()->hide();
}

void FilterCompleter::open()
{
    if (m_offers.rowCount() == 0) {
        if (isOpen())
            m_completer.popup()->hide();
        return;
    }
    const QRect frame = m_edit.parentWidget() ? m_edit.parentWidget()->rect() : m_edit.rect();
    QRect place(m_edit.mapFrom(m_edit.parentWidget() ? m_edit.parentWidget() : &m_edit, frame.topLeft()), frame.size());
    if (m_completion) // below the word that it completes
        place.setLeft(m_edit.cursorRect().left());
    place.setWidth(std::min(std::max(c_leastWidth, place.width()), std::max(c_leastWidth, frame.width() / 2)));
    m_completer.popup()->setFont(m_edit.font());
    m_completer.complete(place);
    m_completer.popup()->setCurrentIndex({});
}

void FilterCompleter::offer(bool isAsked)
{
    m_completion = completionAt(m_edit.text(), m_edit.cursorPosition(), m_kind, isAsked);
    if (!m_completion) {
        close();
        return;
    }
    if (m_completion->what == FilterCompletion::What::Field)
        offerFields();
    else
        offerValues();
}

void FilterCompleter::offerHistory(const QStringList &history)
{
    m_completion.reset();
    QList<FilterOffer> offers;
    for (const QString &text : history)
        offers.append({text, {}, {}});
    m_offers.setOffers(offers);
    open();
}

void FilterCompleter::offerFields()
{
    QList<FilterOffer> offers;
    const QList<OfferedField> fields = offeredFields(m_kind, m_completion->begun);
    for (const OfferedField &field : fields)
        offers.append({field.name, field.explanation, {}});
    m_offers.setOffers(offers);
    open();
}

FilterOffer FilterCompleter::offerOf(const ValueCount &count) const
{
    const QString word = count.value.isNull() ? tr("Not known") : wordOf(m_completion->field, count.value);
    const bool saysMore = word.compare(count.value, Qt::CaseInsensitive) != 0;
    return {count.value.isNull() ? QStringLiteral("none") : count.value, saysMore ? word : QString(),
            countText(count.count, m_settings.format().locale)};
}

void FilterCompleter::offerValues()
{
    QList<FilterOffer> offers;
    const QString begun = m_completion->begun;
    const QStringList usual = usualValues(m_kind, m_completion->field);
    for (const QString &value : usual) {
        if (value.startsWith(begun, Qt::CaseInsensitive))
            offers.append({value, value == QLatin1StringView("none") ? tr("Not known") : QString(), {}});
    }
    if (hasListedValues(m_kind, m_completion->field)) {
        if (m_valuesOf != m_completion->field)
            askValues();
        for (const ValueCount &count : std::as_const(m_values)) {
            const FilterOffer offer = offerOf(count);
            if (offer.text.contains(begun, Qt::CaseInsensitive) || offer.note.startsWith(begun, Qt::CaseInsensitive))
                offers.append(offer);
        }
    }
    const bool isWritten = offers.size() == 1 && offers.first().text.compare(begun, Qt::CaseInsensitive) == 0;
    m_offers.setOffers(isWritten ? QList<FilterOffer>() : offers);
    open();
}

void FilterCompleter::askValues()
{
    if (m_stop)
        *m_stop = true;
    m_stop = std::make_shared<std::atomic_bool>(false);
    m_valuesOf = m_completion->field;
    m_values.clear();
    const ScopeQuery everyone({}, m_scope.query().range(), m_scope.query().zone());
    const RecordSelection selection = everyone.selection(m_kind, m_settings.now());
    m_reader
        .read<QList<ValueCount>>(
            [selection, kind = m_kind, field = m_valuesOf](const Database &database) {
                return countValues(database, kind, selection, field, c_mostValues);
            },
            m_stop, ReadCost::Long)
        .then(this, [this, flag = m_stop](const Result<QList<ValueCount>> &counts) {
            if (*flag)
                return;
            m_values = counts.value_or(QList<ValueCount>());
            if (m_completion && m_completion->what == FilterCompletion::What::Value
                && m_completion->field == m_valuesOf)
                offerValues();
        });
}

void FilterCompleter::takeFirst()
{
    if (m_offers.rowCount() > 0) {
        m_completer.popup()->hide();
        take(m_offers.index(0));
    }
}

void FilterCompleter::take(const QModelIndex &index)
{
    const int row = index.row(); // the completer's own model has the same rows
    if (row < 0 || row >= m_offers.rowCount())
        return;
    const QString text = m_offers.offers()[row].text;
    if (!m_completion) {
        m_edit.replaceText(text);
        Q_EMIT historyTaken();
        return;
    }
    if (m_completion->what == FilterCompletion::What::Field) {
        write(QString(text + u':'));
        offer(true);
        return;
    }
    const bool isPlain = usualValues(m_kind, m_completion->field).contains(text) || text == QLatin1StringView("none");
    write(isPlain ? text : writtenValue(m_completion->field, text));
    m_completion.reset();
    m_valuesOf.clear(); // another time they are counted anew
}

void FilterCompleter::write(const QString &text)
{
    QTextCursor cursor = m_edit.textCursor();
    cursor.setPosition(int(m_completion->from));
    cursor.setPosition(int(m_completion->from + m_completion->length), QTextCursor::KeepAnchor);
    cursor.insertText(text);
    m_edit.setTextCursor(cursor);
}

} // namespace earshot
