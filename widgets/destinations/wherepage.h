// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/destinationlist.h"
#include "models/items/storeactions.h"
#include "models/store/destinationkinds.h"
#include "widgets/settings/rowform.h"

#include <optional>

class QComboBox;
class QLineEdit;

namespace earshot {

class DestinationTestView;
class FileField;
class OptionEdit;
class SecretField;

/** First page of a destination: its kind, its address, how to sign in there, and what else its kind wants to know. What
 * is rarely needed is folded away. Tests it before anything is kept. */
class WherePage final : public RowForm
{
    Q_OBJECT

public:
    explicit WherePage(StoreActions &actions, QWidget *parent = nullptr);
    ~WherePage() override;

    /** Shows one that is there already; its kind stays, and so do its secrets where none are typed. */
    void setEntry(const DestinationEntry &entry);

    const DestinationKind &kind() const;

    /** Puts in what is set here. */
    void describe(NewDestination &destination) const;

    /** False where a field is not right: it then says why and has the focus. */
    bool check();

    DestinationTestView *test() const { return m_test; }

Q_SIGNALS:
    void edited();
    void kindChanged();

protected:
    void retranslate() override;

private:
    struct Option {
        OptionEdit *edit = nullptr;
        int row = 0;
        const DestinationKind *kind = nullptr;
    };

    void addRows();
    void addOptions(bool essential);
    void addOption(const OptionField &field, const DestinationKind &kind);
    void connectFields();
    void takeKind();
    void takeEdit();
    void showMore(bool more);
    void updateRows();
    void updateTexts();
    bool isShown(const Option &option) const;
    QString nameProblem() const;
    QString urlProblem() const;
    QString caProblem() const;
    QString tokenProblem() const;
    bool checkReach();
    bool checkRow(int row, const QString &problem, QWidget *field);
    void runTest();

    QComboBox *m_kind;
    QLineEdit *m_name;
    QLineEdit *m_url;
    QComboBox *m_method;
    SecretField *m_token;
    SecretField *m_signingKey;
    QPushButton *m_more;
    FileField *m_caFile;
    DestinationTestView *m_test;
    QList<Option> m_options;
    int m_kindRow = 0;
    int m_nameRow = 0;
    int m_urlRow = 0;
    int m_methodRow = 0;
    int m_tokenRow = 0;
    int m_signingRow = 0;
    int m_caRow = 0;
    std::optional<DestinationEntry> m_entry; ///< nothing for a new one
    const DestinationKind *m_shownKind = nullptr;
    bool m_showsMore = false;
};

} // namespace earshot
