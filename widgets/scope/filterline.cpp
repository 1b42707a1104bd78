// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scope/filterline.h"

#include "widgets/controls/labels.h"
#include "widgets/scope/filtercompleter.h"
#include "widgets/scope/filtererrortip.h"
#include "widgets/scope/filterhighlighter.h"
#include "widgets/scope/lineedit.h"
#include "widgets/style/icons.h"
#include "widgets/style/painting.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace earshot {
namespace {

constexpr int c_applyDelayMs = 200;
constexpr qsizetype c_mostHistory = 50;
constexpr int c_buttonSize = 24;

QToolButton *addButton(QWidget *parent, Icon icon)
{
    auto *button = new QToolButton(parent);
    button->setIcon(themedIcon(icon));
    button->setAutoRaise(true);
    button->setCursor(Qt::ArrowCursor);
    button->setFixedSize(c_buttonSize, c_buttonSize);
    button->setProperty("smallControl", true);
    return button;
}

QString elapsedText(std::chrono::milliseconds elapsed, const QLocale &locale)
{
    if (elapsed.count() < 1000)
        return FilterLine::tr("%1 ms").arg(locale.toString(qlonglong(elapsed.count())));
    return FilterLine::tr("%1 s").arg(locale.toString(double(elapsed.count()) / 1000, 'f', 1));
}

} // namespace

FilterLine::FilterLine(ViewScope &scope, StoreReader &reader, DisplaySettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_scope(scope)
    , m_settings(settings)
    , m_edit(new LineEdit(this))
    , m_highlighter(new FilterHighlighter(m_edit->document()))
    , m_completer(std::make_unique<FilterCompleter>(*m_edit, scope, reader, settings))
    , m_errorTip(new FilterErrorTip(*this))
    , m_end(new QLabel(this))
    , m_clear(addButton(this, Icon::Close))
    , m_historyButton(addButton(this, Icon::ChevronDown))
{
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    layOut();
    m_applyTimer.setSingleShot(true);
    m_applyTimer.setInterval(c_applyDelayMs);
    m_historyButton->setFocusPolicy(Qt::NoFocus); // Down does the same
    m_end->setTextFormat(Qt::PlainText);
    connect(&m_applyTimer, &QTimer::timeout, this, &FilterLine::apply);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &FilterLine::textChanged);
    connect(m_edit, &LineEdit::enterPressed, this, &FilterLine::applyAtOnce);
    connect(m_edit, &LineEdit::escapePressed, this, &FilterLine::leaveRequested);
    connect(m_edit, &LineEdit::downPressed, this, &FilterLine::showHistory);
    connect(m_edit, &LineEdit::completionAsked, this, [this] { m_completer->offer(true); });
    connect(m_edit, &LineEdit::focusChanged, this, [this](bool hasFocus) {
        if (!hasFocus)
            remember();
        updateEnd();
        update();
    });
    connect(m_completer.get(), &FilterCompleter::historyTaken, this, &FilterLine::applyAtOnce);
    connect(m_clear, &QToolButton::clicked, this, &FilterLine::clear);
    connect(m_historyButton, &QToolButton::clicked, this, [this] {
        m_edit->setFocus(Qt::OtherFocusReason);
        showHistory();
    });
    connect(&scope, &ViewScope::changed, this, &FilterLine::takeScope);
    connect(&settings, &DisplaySettings::changed, this, &FilterLine::updateEnd);
    updatePalette();
    retranslate();
    takeScope();
}

FilterLine::~FilterLine()
{
    m_edit->disconnect(this); // it loses its focus and its text when it goes, after this
    delete m_errorTip;
}

void FilterLine::layOut()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::c_between, 1, 3, 1);
    row->setSpacing(metrics::c_between);
    row->addWidget(new IconLabel(Icon::Filter, ColorRole::Muted, this));
    row->addWidget(m_edit, 1);
    row->addWidget(m_end);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    buttons->addWidget(m_clear);
    buttons->addWidget(m_historyButton);
    row->addLayout(buttons);
}

void FilterLine::retranslate()
{
    m_edit->setAccessibleName(tr("Filter"));
    m_clear->setAccessibleName(tr("Clear the filter"));
    m_clear->setToolTip(tr("Clear the filter"));
    m_historyButton->setAccessibleName(tr("Former filters"));
    m_historyButton->setToolTip(tr("Former filters"));
    //: The words behind the dash are a filter; fields and values stay as they are, the quoted text may be translated.
    m_edit->setPlaceholderText(m_kind == RecordKind::Deliveries
                                   ? tr("Filter deliveries — state:malformed verdict:failed")
                                   : tr("Filter, or search what was said — outcome:booked dur>3m “spring sale”"));
    updateEnd();
}

void FilterLine::setKind(RecordKind kind)
{
    if (std::exchange(m_kind, kind) == kind)
        return;
    m_completer->setKind(kind);
    m_completer->close();
    retranslate();
    if (!m_error.isEmpty()) // another error may be the nearer one
        apply();
}

QString FilterLine::text() const
{
    return m_edit->text();
}

QString FilterLine::error() const
{
    return m_error;
}

void FilterLine::setHistory(const QStringList &history)
{
    m_history = history.mid(0, c_mostHistory);
    updateEnd();
}

void FilterLine::focusText()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FilterLine::setResult(qint64 count, std::chrono::milliseconds elapsed, bool isLoading)
{
    m_found = FoundRows{count, elapsed, isLoading};
    updateEnd();
}

void FilterLine::clearResult()
{
    m_found.reset();
    updateEnd();
}

QString FilterLine::resultText() const
{
    if (!m_found || !m_error.isEmpty())
        return {};
    const QLocale &locale = m_settings.format().locale;
    const QString count = countText(m_found->count, locale);
    const int n = int(std::min<qint64>(m_found->count, std::numeric_limits<int>::max()));
    if (m_found->isLoading)
        return tr("%1 so far…", nullptr, n).arg(count);
    if (m_found->count == 0)
        return tr("nothing found");
    //: %1 is how many, %2 how long it took, as in "128 found · 6 ms"
    return tr("%1 found · %2", nullptr, n).arg(count, elapsedText(m_found->elapsed, locale));
}

void FilterLine::updateEnd()
{
    const bool isEmpty = m_edit->text().isEmpty();
    const bool isHint = isEmpty && !m_edit->hasFocus();
    m_end->setText(isHint ? QKeySequence(Qt::CTRL | Qt::Key_F).toString(QKeySequence::NativeText)
                          : (isEmpty ? QString() : resultText()));
    m_end->setVisible(!m_end->text().isEmpty());
    m_end->setContentsMargins(isHint ? 5 : 0, 0, isHint ? 5 : 0, 0);
    layout()->setContentsMargins(metrics::c_between, 1, isHint ? metrics::c_between : 3, 1);
    m_clear->setVisible(!isEmpty);
    m_historyButton->setVisible(!m_history.isEmpty() && !isHint);
    update();
}

void FilterLine::textChanged()
{
    updateEnd();
    if (m_isTaking)
        return;
    Q_EMIT edited();
    m_applyTimer.start();
    if (m_edit->hasFocus())
        m_completer->offer(false);
}

void FilterLine::apply()
{
    m_applyTimer.stop();
    const QString typed = m_edit->text();
    if (const auto checked = checkFilter(typed, m_kind); !checked) {
        setError(checked.error());
        return;
    }
    setError(std::nullopt);
    if (typed.trimmed() == m_scope.filter())
        return;
    m_applied = typed.trimmed();
    (void)m_scope.setFilter(m_applied); // was just checked
}

void FilterLine::applyAtOnce()
{
    m_completer->close();
    apply();
    remember();
}

void FilterLine::takeScope()
{
    const QString filter = m_scope.filter();
    if (std::exchange(m_applied, filter) == filter)
        return;
    m_applyTimer.stop();
    m_isTaking = true;
    m_edit->replaceText(filter);
    m_isTaking = false;
    m_completer->close();
    m_found.reset();
    setError(std::nullopt);
    updateEnd();
}

void FilterLine::setError(const std::optional<FilterError> &error)
{
    m_highlighter->setError(error);
    const QString message = error ? error->message : QString();
    if (std::exchange(m_error, message) == message)
        return;
    m_edit->setAccessibleDescription(message);
    if (m_errorTip)
        m_errorTip->setText(message);
    updateEnd();
    Q_EMIT errorChanged(message);
}

void FilterLine::showHistory()
{
    if (!m_history.isEmpty() && !m_completer->isOpen())
        m_completer->offerHistory(m_history);
}

void FilterLine::remember()
{
    const QString filter = m_edit->text().trimmed();
    if (filter.isEmpty() || !m_error.isEmpty() || m_history.value(0) == filter || !checkFilter(filter, m_kind))
        return;
    m_history.removeAll(filter);
    m_history.prepend(filter);
    m_history = m_history.mid(0, c_mostHistory);
    updateEnd();
    Q_EMIT historyChanged();
}

void FilterLine::clear()
{
    remember();
    m_edit->replaceText(QString());
    m_edit->setFocus(Qt::OtherFocusReason);
    applyAtOnce();
}

QSize FilterLine::sizeHint() const
{
    const int height = std::max(metrics::c_filterHeight, m_edit->sizeHint().height() + 10);
    return {m_edit->sizeHint().width() + 120, height};
}

QSize FilterLine::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

void FilterLine::updatePalette()
{
    m_highlighter->setPalette(palette());
    const Colors &colors = colorsOf(palette());
    QPalette line = palette();
    line.setColor(QPalette::Base, Qt::transparent);
    line.setColor(QPalette::PlaceholderText, colors[ColorRole::Muted]);
    m_edit->setPalette(line);
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, colors[ColorRole::Muted]);
    m_end->setPalette(muted);
}

void FilterLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
        retranslate();
        break;
    case QEvent::PaletteChange:
        updatePalette();
        break;
    case QEvent::FontChange:
        updateGeometry();
        break;
    default:
        break;
    }
}

void FilterLine::mousePressEvent(QMouseEvent *event)
{
    m_edit->setFocus(Qt::MouseFocusReason);
    event->accept();
}

void FilterLine::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ColorRole edge = m_error.isEmpty() ? ColorRole::FieldEdge : ColorRole::ErrorText;
    drawRounded(painter, rect(), metrics::c_controlRadius, colors[ColorRole::Surface], colors[edge]);
    if (m_edit->hasFocus())
        drawFocusRing(painter, rect(), metrics::c_controlRadius,
                      colors[m_error.isEmpty() ? ColorRole::Accent : ColorRole::ErrorText]);
    if (m_edit->text().isEmpty() && m_end->isVisible()) { // the shortcut stands on a key
        const QRectF key = QRectF(m_end->geometry());
        const qreal height = m_end->fontMetrics().height() + 2;
        drawRounded(painter, QRectF(key.left(), key.center().y() - height / 2, key.width(), height), 3, QColor(),
                    colors[ColorRole::ButtonEdge]);
    }
}

} // namespace earshot
