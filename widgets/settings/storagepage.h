// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/location.h"
#include "widgets/settings/settingspage.h"

class QPushButton;

namespace earshot {

class CopyField;
class MutedLabel;

/** Where the store lies and how large it is. */
class StoragePage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit StoragePage(const StoreLocation &location, QWidget *parent = nullptr);

    QString title() const override;
    void setSettings(const WindowSettings &settings) override;
    void store(WindowSettings &settings) const override;

Q_SIGNALS:
    void openStoreRequested();

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buttons();
    void openFolder();
    void measure();
    void updateSize();

    StoreLocation m_location;
    CopyField *m_path;
    QLabel *m_size;
    QPushButton *m_openFolder;
    QPushButton *m_openStore;
    qint64 m_sizeBytes = -1; ///< not known yet
    int m_pathRow;
    int m_sizeRow;
    int m_buttonsRow;
};

} // namespace earshot
