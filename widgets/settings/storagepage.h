// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/location.h"
#include "widgets/settings/settingspage.h"

class QPushButton;

namespace earshot {

class CopyField;
class MutedLabel;
class StoreActions;

/** Where the store lies and how large it is. */
class StoragePage final : public SettingsPage
{
    Q_OBJECT

public:
    /** @p actions must outlive it. */
    StoragePage(StoreActions &actions, const StoreLocation &location, QWidget *parent = nullptr);

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
    QWidget *backupField();
    void chooseBackup();
    void backUp(const QString &path);
    void measure();
    void updateSize();

    StoreActions &m_actions;
    StoreLocation m_location;
    CopyField *m_path;
    QLabel *m_size;
    QPushButton *m_openFolder;
    QPushButton *m_openStore;
    QPushButton *m_backup;
    QLabel *m_backupResult;
    qint64 m_sizeBytes = -1; ///< not known yet
    int m_pathRow;
    int m_sizeRow;
    int m_buttonsRow;
    int m_backupRow;
};

} // namespace earshot
