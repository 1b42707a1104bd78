// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/formdialog.h"

#include "widgets/controls/labels.h"
#include "widgets/style/metrics.h"

#include <QFormLayout>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QVBoxLayout>

namespace earshot {
namespace {

constexpr int c_narrowestButton = 76;

} // namespace

FieldError::FieldError(QWidget *parent)
    : QWidget(parent)
    , m_label(new MutedLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::c_inner);
    auto *icon = new IconLabel(Icon::Warning, ColorRole::ErrorText, this);
    icon->setIconSize(14);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addWidget(m_label, 1);
    m_label->setColorRole(ColorRole::ErrorText);
    hide();
}

void FieldError::setError(const QString &text, QWidget *field)
{
    m_label->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    if (field)
        field->setAccessibleDescription(text);
}

QString FieldError::error() const
{
    return m_label->text();
}

FormDialog::FormDialog(QWidget *parent)
    : QDialog(parent)
    , m_content(new QVBoxLayout)
    , m_footer(new QHBoxLayout)
    , m_cancel(new QPushButton(this))
    , m_primary(new QPushButton(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setContentInset(true);
    m_content->setSpacing(metrics::c_betweenGroups);
    layout->addLayout(m_content, 1);
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFixedHeight(1);
    layout->addWidget(line);

    auto *footer = new QWidget(this);
    footer->setBackgroundRole(QPalette::AlternateBase);
    footer->setAutoFillBackground(true);
    footer->setLayout(m_footer);
    m_footer->setContentsMargins(metrics::c_dialogMargin, metrics::c_paneMargin, metrics::c_dialogMargin,
                                 metrics::c_paneMargin);
    m_footer->setSpacing(metrics::c_between);
    m_footer->addStretch(1);
    for (QPushButton *button : {m_cancel, m_primary}) {
        button->setMinimumWidth(c_narrowestButton);
        m_footer->addWidget(button);
    }
    layout->addWidget(footer);

    m_cancel->setAutoDefault(false);
    m_primary->setDefault(true);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_primary, &QPushButton::clicked, this, &QDialog::accept);
    retranslate();
}

void FormDialog::rememberSize(QSettings &settings, const QString &key)
{
    m_settings = &settings;
    m_settingsKey = key;
    const QSize size = settings.value(key).toSize();
    if (size.isValid())
        resize(size);
}

QFormLayout *FormDialog::addForm(Labels labels)
{
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(labels == Labels::Above ? QFormLayout::WrapAllRows : QFormLayout::DontWrapRows);
    form->setHorizontalSpacing(metrics::c_betweenGroups);
    form->setVerticalSpacing(metrics::c_paneMargin);
    m_content->addLayout(form);
    return form;
}

FieldError *FormDialog::addField(QFormLayout *form, const QString &label, QWidget *field)
{
    auto *cell = new QWidget(this);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::c_inner);
    auto *error = new FieldError(cell);
    column->addWidget(field);
    column->addWidget(error);
    auto *words = new QLabel(label, this);
    words->setTextFormat(Qt::PlainText);
    words->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    form->addRow(words, cell);
    return error;
}

QPushButton *FormDialog::addFooterButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    addFooterWidget(button);
    return button;
}

void FormDialog::addFooterWidget(QWidget *widget)
{
    m_footer->insertWidget(m_footer->count() - 3, widget); // before the gap, Cancel and the primary button
}

void FormDialog::setPrimaryVisible(bool visible)
{
    m_primary->setVisible(visible);
}

void FormDialog::setContentInset(bool inset)
{
    const int margin = inset ? metrics::c_dialogMargin : 0;
    m_content->setContentsMargins(margin, margin, margin, margin);
}

void FormDialog::done(int result)
{
    if (m_settings)
        m_settings->setValue(m_settingsKey, size());
    QDialog::done(result);
}

void FormDialog::retranslate()
{
    if (m_cancel->text() != m_cancelText)
        return;
    m_cancelText = tr("Cancel");
    m_cancel->setText(m_cancelText);
}

void FormDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void FormDialog::keyPressEvent(QKeyEvent *event)
{
    auto *button = qobject_cast<QPushButton *>(focusWidget());
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // Only the primary button is filled, wherever the focus is, so the dialog has no other default button; Enter still
    // presses the one that has the focus.
    if (isEnter && button && button->hasFocus() && button->isEnabled())
        button->click();
    else
        QDialog::keyPressEvent(event);
}

bool FormDialog::focusNextPrevChild(bool next)
{
    orderFocus(); // what was added since stands behind the footer
    return QDialog::focusNextPrevChild(next);
}

/** The content, then what was added to the footer, Cancel, and the primary button last. */
void FormDialog::orderFocus()
{
    const QWidget *footer = m_footer->parentWidget();
    const QWidget *start = this;
    QWidget *last = nullptr;
    QList<QWidget *> behind;
    for (QWidget *widget = nextInFocusChain(); widget && widget != start; widget = widget->nextInFocusChain()) {
        if (widget->focusPolicy() == Qt::NoFocus)
            continue;
        if (!footer->isAncestorOf(widget))
            last = widget;
        else if (widget != m_cancel && widget != m_primary)
            behind.append(widget);
    }
    behind.append({m_cancel, m_primary});
    for (QWidget *widget : std::as_const(behind)) {
        if (last)
            setTabOrder(last, widget);
        last = widget;
    }
}

void FormDialog::showEvent(QShowEvent *event)
{
    orderFocus();
    if (!event->spontaneous())
        resize(size().boundedTo(screen()->availableSize()));
    const auto buttons = findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button != m_primary)
            button->setAutoDefault(false);
    }
    QDialog::showEvent(event);
    if (!event->spontaneous() && !focusFirstEmptyField())
        focusFirst();
}

bool FormDialog::focusFirstEmptyField()
{
    const QWidget *start = this;
    for (QWidget *widget = nextInFocusChain(); widget && widget != start; widget = widget->nextInFocusChain()) {
        auto *field = qobject_cast<QLineEdit *>(widget);
        if (!field || !isAncestorOf(field) || !field->isVisibleTo(this) || !field->isEnabled() || field->isReadOnly()
            || !field->text().isEmpty())
            continue;
        field->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

/** At the beginning of the content, unless something in it was given the focus before. */
void FormDialog::focusFirst()
{
    const QWidget *footer = m_footer->parentWidget();
    if (focusWidget() && !footer->isAncestorOf(focusWidget()))
        return;
    const QWidget *start = this;
    for (QWidget *widget = nextInFocusChain(); widget && widget != start; widget = widget->nextInFocusChain()) {
        const bool isReached = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisibleTo(this);
        if (!isReached || !widget->isEnabled() || footer->isAncestorOf(widget))
            continue;
        widget->setFocus(Qt::OtherFocusReason);
        return;
    }
}

} // namespace earshot
