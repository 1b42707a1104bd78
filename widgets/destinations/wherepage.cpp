// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/wherepage.h"

#include "models/store/destinationoptions.h"
#include "widgets/controls/secretfield.h"
#include "widgets/destinations/addresscheck.h"
#include "widgets/destinations/destinationtestview.h"
#include "widgets/destinations/optionedit.h"
#include "widgets/destinations/optionwords.h"
#include "widgets/settings/filefield.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLineEdit>

namespace earshot {
namespace {

constexpr QLatin1StringView c_webhook("webhook");
constexpr QLatin1StringView c_words("words"); ///< an option that the third page has

} // namespace

WherePage::WherePage(StoreActions &actions, QWidget *parent)
    : RowForm(parent)
    , m_kind(new QComboBox)
    , m_name(new QLineEdit)
    , m_url(new QLineEdit)
    , m_method(new QComboBox)
    , m_token(new SecretField)
    , m_signingKey(new SecretField)
    , m_more(new QPushButton)
    , m_caFile(new FileField)
    , m_test(new DestinationTestView(actions))
{
    for (const DestinationKind &kind : destinationKinds())
        m_kind->addItem(kind.title, QString(kind.word));
    m_url->setLayoutDirection(Qt::LeftToRight);
    m_method->addItems({QStringLiteral("POST"), QStringLiteral("PUT"), QStringLiteral("PATCH")});
    m_more->setFlat(true);
    m_more->setAutoDefault(false);
    addRows();
    connectFields();
    takeKind();
    retranslate();
}

WherePage::~WherePage()
{
    // What has the focus loses it, and so ends being edited, when this is half gone.
    const QList<QLineEdit *> lines = findChildren<QLineEdit *>();
    for (QLineEdit *line : lines)
        line->disconnect(this);
    for (const Option &option : std::as_const(m_options))
        option.edit->disconnect(this);
}

void WherePage::addRows()
{
    m_kindRow = addRow(m_kind);
    m_nameRow = addRow(m_name);
    m_urlRow = addRow(m_url);
    addOptions(true);
    m_tokenRow = addRow(m_token, m_token->edit());
    m_signingRow = addRow(m_signingKey, m_signingKey->edit());
    auto *fold = new QHBoxLayout;
    fold->addWidget(m_more);
    fold->addStretch(1);
    auto *line = new QWidget;
    line->setLayout(fold);
    // Its sign stands below the labels, as it has no edge of its own.
    fold->setContentsMargins(-metrics::c_paneMargin, metrics::c_inner, 0, metrics::c_inner);
    addWide(line);
    m_methodRow = addRow(m_method);
    addOptions(false);
    m_caRow = addRow(m_caFile, m_caFile->edit());
    addWide(m_test);
}

void WherePage::addOptions(bool essential)
{
    for (const DestinationKind &kind : destinationKinds()) {
        const QList<OptionField> fields = optionFields(kind);
        for (const OptionField &field : fields) {
            if (field.isRequired == essential && field.name != c_words)
                addOption(field, kind);
        }
    }
}

void WherePage::addOption(const OptionField &field, const DestinationKind &kind)
{
    auto *edit = new OptionEdit(field);
    const int row = addRow(edit, edit->buddy());
    m_options.append({edit, row, &kind});
    connect(edit, &OptionEdit::edited, this, [this, row] {
        setProblem(row, {});
        takeEdit();
    });
    connect(edit, &OptionEdit::left, this, [this, edit, row] { setProblem(row, edit->problem()); });
}

void WherePage::connectFields()
{
    connect(m_kind, &QComboBox::currentIndexChanged, this, &WherePage::takeKind);
    connect(m_method, &QComboBox::currentIndexChanged, this, &WherePage::takeEdit);
    connect(m_more, &QPushButton::clicked, this, [this] { showMore(!m_showsMore); });
    connect(m_test, &DestinationTestView::testRequested, this, &WherePage::runTest);
    connect(m_caFile, &FileField::edited, this, [this] {
        setProblem(m_caRow, {});
        takeEdit();
    });
    for (SecretField *const secret : {m_token, m_signingKey}) {
        connect(secret, &SecretField::edited, this, [this] {
            setProblem(m_tokenRow, {});
            takeEdit();
        });
    }
    // A reason goes with the first key; a new one comes when the field is left.
    const auto follow = [this](QLineEdit *line, int row, QString (WherePage::*reason)() const) {
        connect(line, &QLineEdit::textChanged, this, [this, row] {
            setProblem(row, {});
            takeEdit();
        });
        connect(line, &QLineEdit::editingFinished, this, [this, line, row, reason] {
            if (!line->text().isEmpty())
                setProblem(row, (this->*reason)());
        });
    };
    follow(m_name, m_nameRow, &WherePage::nameProblem);
    follow(m_url, m_urlRow, &WherePage::urlProblem);
    connect(m_caFile->edit(), &QLineEdit::editingFinished, this, [this] { setProblem(m_caRow, caProblem()); });
}

const DestinationKind &WherePage::kind() const
{
    return *destinationKind(m_kind->currentData().toString());
}

void WherePage::setEntry(const DestinationEntry &entry)
{
    m_entry = entry;
    const Destination &destination = entry.destination;
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(destination.kind)));
    m_kind->setEnabled(false); // its records would have to be found anew
    m_name->setText(destination.name);
    m_url->setText(destination.url);
    m_method->setCurrentText(destination.method);
    m_caFile->setPath(destination.caFile);
    bool isUnusual = !destination.caFile.isEmpty();
    for (const Option &option : std::as_const(m_options)) {
        const QJsonValue value = destination.options.value(option.edit->field().name);
        option.edit->setValue(value);
        isUnusual = isUnusual || (isShown(option) && !option.edit->field().isRequired && !value.isUndefined());
    }
    showMore(isUnusual);
    m_test->clear();
}

void WherePage::describe(NewDestination &destination) const
{
    destination.name = m_name->text().trimmed();
    destination.kind = kind().word;
    destination.url = m_url->text().trimmed();
    destination.method = kind().word == c_webhook ? m_method->currentText() : QStringLiteral("POST");
    destination.bearer = m_token->secret();
    destination.signingKey = kind().word == c_webhook ? m_signingKey->secret() : QByteArray();
    destination.caFile = m_caFile->path();
    if (m_entry) // also what no field here knows of
        destination.options = m_entry->destination.options;
    for (const Option &option : m_options) {
        if (!isShown(option))
            continue;
        const QJsonValue value = option.edit->value();
        if (value.isUndefined())
            destination.options.remove(option.edit->field().name);
        else
            destination.options.insert(option.edit->field().name, value);
    }
}

/** The usual address goes with the kind, one that was typed stays. */
void WherePage::takeKind()
{
    const QString usual = kind().usualUrl;
    const bool wasUsual = m_shownKind != nullptr && m_url->text() == m_shownKind->usualUrl;
    if (m_url->text().isEmpty() || wasUsual)
        m_url->setText(usual);
    m_shownKind = &kind();
    for (const int row : {m_nameRow, m_urlRow, m_tokenRow, m_caRow})
        setProblem(row, {});
    for (const Option &option : std::as_const(m_options))
        setProblem(option.row, {});
    updateRows();
    updateTexts();
    takeEdit();
    Q_EMIT kindChanged();
}

void WherePage::takeEdit()
{
    m_test->clear();
    Q_EMIT edited();
}

/** Whether it belongs to the kind. */
bool WherePage::isShown(const Option &option) const
{
    return option.kind->word == kind().word;
}

void WherePage::showMore(bool more)
{
    m_showsMore = more;
    updateRows();
    updateTexts();
}

void WherePage::updateRows()
{
    const bool isMore = m_showsMore;
    const bool isWebhook = kind().word == c_webhook;
    setRowVisible(m_signingRow, isWebhook);
    setRowVisible(m_methodRow, isWebhook && isMore);
    setRowVisible(m_caRow, isMore);
    for (const Option &option : std::as_const(m_options))
        setRowVisible(option.row, isShown(option) && (isMore || option.edit->field().isRequired));
}

QString WherePage::nameProblem() const
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return tr("A destination needs a name.");
    return name.contains(QLatin1Char('/')) ? tr("A name cannot hold a slash.") : QString();
}

QString WherePage::urlProblem() const
{
    return addressProblem(m_url->text().trimmed());
}

QString WherePage::caProblem() const
{
    const QString path = m_caFile->path();
    return path.isEmpty() || QFileInfo(path).isAbsolute() ? QString() : tr("The whole path of the file is needed.");
}

QString WherePage::tokenProblem() const
{
    const bool isKept = m_entry && m_entry->hasToken;
    return kind().needsToken && m_token->secret().isEmpty() && !isKept ? tr("It does not work without.") : QString();
}

/** The field gets the focus, out of what is folded away, too. */
bool WherePage::checkRow(int row, const QString &problem, QWidget *field)
{
    if (setProblem(row, problem))
        return true;
    if (!field->isVisibleTo(this))
        showMore(true);
    field->setFocus();
    return false;
}

bool WherePage::check()
{
    return checkRow(m_nameRow, nameProblem(), m_name) && checkReach();
}

/** Whether all is there that a request takes. */
bool WherePage::checkReach()
{
    if (!checkRow(m_urlRow, urlProblem(), m_url))
        return false;
    for (const bool essential : {true, false}) {
        for (const Option &option : std::as_const(m_options)) {
            if (isShown(option) && option.edit->field().isRequired == essential
                && !checkRow(option.row, option.edit->problem(), option.edit->buddy()))
                return false;
        }
        if (essential && !checkRow(m_tokenRow, tokenProblem(), m_token->edit()))
            return false;
    }
    return checkRow(m_caRow, caProblem(), m_caFile->edit());
}

void WherePage::runTest()
{
    if (!checkReach())
        return;
    NewDestination destination;
    describe(destination);
    if (destination.name.isEmpty()) // a test needs none
        destination.name = kind().title;
    m_test->run(m_entry ? m_entry->destination.name : QString(), destination);
}

void WherePage::retranslate()
{
    updateTexts();
}

void WherePage::updateTexts()
{
    m_more->setText(m_showsMore ? tr("Fewer settings") : tr("More settings"));
    m_more->setIcon(themedIcon(m_showsMore ? Icon::ChevronUp : Icon::ChevronDown));
    //: Which product a destination is
    setRow(m_kindRow, tr("&Kind"));
    setRow(m_nameRow, tr("&Name"));
    setRow(m_urlRow, tr("&Address"));
    const bool isWebhook = kind().word == c_webhook;
    m_url->setPlaceholderText(isWebhook ? QStringLiteral("https://crm.example.org/conversations")
                                        : QStringLiteral("https://crm.example.org"));
    setRow(m_methodRow, tr("&Method"));
    setRow(m_tokenRow, secretLabel(kind().word), secretHint(kind().word));
    setRow(m_signingRow, tr("Signing key"), tr("Signs what is sent, so that the destination can tell it is yours."));
    //: In the empty field of a secret that is set
    const QString kept = tr("kept; type to replace it");
    const QString none = tr("none");
    m_token->setPlaceholder(m_entry && m_entry->hasToken ? kept : kind().needsToken ? tr("required") : none);
    m_signingKey->setPlaceholder(m_entry && m_entry->hasSigningKey ? kept : none);
    for (const Option &option : std::as_const(m_options)) {
        const OptionWords words = optionWords(option.edit->field().name);
        const bool isTick = option.edit->field().type == OptionType::Boolean;
        setRow(option.row, isTick ? QString() : words.label, words.hint);
        option.edit->setTexts(words.label);
        option.edit->buddy()->setAccessibleName(words.label);
    }
    setRow(m_caRow, tr("CA file"), tr("Only for a certificate of your own: PEM, trusted besides the system's."));
    m_caFile->edit()->setPlaceholderText(none);
}

} // namespace earshot
