// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/commandpalette.h"

#include "widgets/mainwindow/fuzzymatch.h"
#include "widgets/style/colors.h"
#include "widgets/style/format.h"
#include "widgets/style/metrics.h"

#include <QLineEdit>
#include <QListWidget>

namespace earshot {
namespace {

constexpr int c_width = 560;
constexpr int c_rows = 10;
constexpr std::chrono::milliseconds c_typingPause(120);

/** The part of what is typed that is looked for, and which kind it keeps to. */
struct Wanted {
    QString text;
    std::optional<PaletteEntry::Kind> kind;
};

Wanted wantedFrom(const QString &typed)
{
    if (typed.startsWith(QLatin1Char('>')))
        return {typed.mid(1), PaletteEntry::Kind::Action};
    if (typed.startsWith(QLatin1Char('#')))
        return {typed.mid(1), PaletteEntry::Kind::View};
    if (typed.startsWith(QLatin1Char('@')))
        return {typed.mid(1), PaletteEntry::Kind::Person};
    return {typed, std::nullopt};
}

/** The digits of a phone number as it stands in the store, where it begins with its country: what is dialled before it
 * at home is left out, as in 030…, 0049 30… or +49 (0)30…. */
QString phoneDigits(QString typed)
{
    typed.remove(QStringLiteral("(0)"));
    QString digits;
    for (const QChar c : std::as_const(typed)) {
        if (c.isDigit() && (c.digitValue() > 0 || !digits.isEmpty()))
            digits += QString::number(c.digitValue());
    }
    return digits;
}

} // namespace

CommandPalette::CommandPalette(QList<PaletteEntry> entries, StoreReader &reader, QWidget *window)
    : QFrame(window)
    , m_entries(std::move(entries))
    , m_reader(reader)
    , m_field(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::c_between, metrics::c_between, metrics::c_between, metrics::c_between);
    column->setSpacing(metrics::c_between);
    column->addWidget(m_field);
    column->addWidget(m_list);
    m_field->setPlaceholderText(tr("Command, view, name, phone or id"));
    m_field->setAccessibleName(tr("Command palette"));
    m_field->setMinimumHeight(metrics::c_filterHeight);
    m_field->installEventFilter(this);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setIconSize(QSize(metrics::c_icon, metrics::c_icon));
    m_pause.setSingleShot(true);
    m_pause.setInterval(c_typingPause);
    m_pause.callOnTimeout(this, &CommandPalette::askForPeople);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_people.clear();
        fill();
        m_pause.start();
    });
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    fill();
}

void CommandPalette::popUp()
{
    QWidget *window = parentWidget();
    const int rowHeight = std::max(metrics::rowHeight(metrics::Density::Normal), m_list->sizeHintForRow(0));
    m_list->setFixedHeight(c_rows * rowHeight + 2);
    const int wide = std::min(c_width, window->width() - 2 * metrics::c_dialogMargin);
    resize(wide, sizeHint().height());
    move((window->width() - wide) / 2, window->height() / 9);
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::fill()
{
    const Wanted wanted = wantedFrom(m_field->text());

    struct Scored {
        int score = 0;
        PaletteEntry entry;
    };

    std::vector<Scored> fitting;
    for (const PaletteEntry &entry : std::as_const(m_entries)) {
        if (wanted.kind && *wanted.kind != entry.kind)
            continue;
        if (const auto score = fuzzyScore(wanted.text, entry.text))
            fitting.push_back({*score, entry});
    }
    std::ranges::stable_sort(fitting, std::ranges::greater(), &Scored::score);
    m_list->clear();
    m_shown.clear();
    for (const PaletteEntry &person : std::as_const(m_people))
        addRow(person);
    for (const Scored &scored : fitting)
        addRow(scored.entry);
    m_list->setCurrentRow(0);
}

void CommandPalette::addRow(const PaletteEntry &entry)
{
    m_shown.append(entry);
    const QString words = entry.hint.isEmpty() ? entry.text : QString(entry.text + QStringLiteral("   ") + entry.hint);
    auto *item = new QListWidgetItem(themedIcon(entry.icon), words, m_list);
    item->setSizeHint(QSize(0, metrics::rowHeight(metrics::Density::Normal)));
}

void CommandPalette::askForPeople()
{
    const Wanted wanted = wantedFrom(m_field->text());
    if (m_stop)
        *m_stop = true;
    constexpr int c_worthAsking = 2; // letters
    if (wanted.text.trimmed().size() < c_worthAsking || (wanted.kind && *wanted.kind != PaletteEntry::Kind::Person))
        return;
    m_stop = std::make_shared<std::atomic_bool>(false);
    const QString typed = wanted.text.trimmed();
    m_reader.read<QList<Person>>([typed](const Database &database) { return findPeople(database, typed); }, m_stop)
        .then(this, [this, typed](const Result<QList<Person>> &found) {
            if (found && wantedFrom(m_field->text()).text.trimmed() == typed)
                takePeople(*found);
        });
}

void CommandPalette::takePeople(const QList<Person> &people)
{
    m_people.clear();
    for (const Person &person : people) {
        m_people.append({PaletteEntry::Kind::Person, Icon::Person, person.text, person.hint,
                         [this, id = person.conversation] { Q_EMIT conversationChosen(id); }});
    }
    fill();
}

/** The latest conversations by name, by the digits of the phone, or by the platform's id. */
Result<QList<CommandPalette::Person>> CommandPalette::findPeople(const Database &database, const QString &typed)
{
    const QString digits = phoneDigits(typed);
    constexpr int c_fewestDigits = 3;
    const QString phone =
        digits.size() >= c_fewestDigits ? QString(QLatin1Char('%') + digits + QLatin1Char('%')) : QString();
    QString escaped = typed;
    for (const QLatin1Char special : {QLatin1Char('\\'), QLatin1Char('%'), QLatin1Char('_')})
        escaped.replace(special, QString(QLatin1Char('\\') + QString(special)));
    auto rows = database.run(QStringLiteral(R"(SELECT "id", "contact_name", "contact_phone", "conversation_id")"
                                            R"( FROM conversation WHERE "contact_name" LIKE ? ESCAPE '\')"
                                            R"( OR (? <> '' AND "contact_phone" LIKE ?) OR "conversation_id" = ?)"
                                            R"( ORDER BY "time" DESC, "id" DESC LIMIT 5)"),
                             {QString(QLatin1Char('%') + escaped + QLatin1Char('%')), phone, phone, typed});
    if (!rows)
        return std::unexpected(rows.error());
    QList<Person> people;
    while (rows->next()) {
        QStringList known{rows->text(1), phoneText(rows->text(2)), rows->text(3)};
        known.removeAll(QString());
        people.append({rows->integer(0), known.value(0), known.value(1)});
    }
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return people;
}

void CommandPalette::runCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_shown.size())
        return;
    const std::function<void()> run = m_shown.at(row).run;
    close();
    run();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        close();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_list, event);
        return true;
    default:
        return false;
    }
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), colors[ColorRole::Window]);
    painter.setPen(QPen(colors[ColorRole::ButtonEdge], 1));
    painter.setBrush(colors[ColorRole::Surface]);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::c_bubbleRadius,
                            metrics::c_bubbleRadius);
}

} // namespace earshot
