// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/fakestoreactions.h"
#include "tests/widgets/settings/looking.h"
#include "widgets/settings/generalpage.h"
#include "widgets/settings/keyboardpage.h"
#include "widgets/settings/listeningpage.h"
#include "widgets/settings/lookpage.h"
#include "widgets/settings/settingsdialog.h"
#include "widgets/settings/shortcutlist.h"
#include "widgets/settings/storagepage.h"
#include "widgets/settings/timepage.h"
#include "widgets/settings/zonecombo.h"
#include "widgets/style/displaysettings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace earshot;

class SettingsDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void appliesAChoiceAtOnce();
    void remembersWhatClosingMeans();
    void appliesKeysAndTextSize();
    void takesBackWhatWasChanged();
    void keepsTheListenerUntilApplyIsPressed();
    void refusesAnAddressThatIsNone();
    void saysWhatTheListenerDoes();
    void findsPagesAndRowsByWords();
    void saysWhereNothingMatches();
    void asksForAnotherStore();
    void showsWhatIsSetElsewhere();
    void changesItsLanguageWhileOpen();
    void showsEveryPageWhole();

private:
    Theme m_theme;

    template <typename T>
    T *child() const
    {
        return m_dialog->findChild<T *>();
    }

    template <typename Page>
    QComboBox *comboOf(int index = 0) const
    {
        return child<Page>()->template findChildren<QComboBox *>().at(index);
    }

    QPushButton *buttonNamed(const QString &text) const
    {
        const QList<QPushButton *> buttons = m_dialog->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }

    void showPage(int row) const { child<QListWidget>()->setCurrentRow(row); }

    QTemporaryDir m_folder;
    QAction m_copyAction{QStringLiteral("&Copy rows")};
    SystemClock m_clock;
    std::unique_ptr<FakeStoreActions> m_actions;
    std::unique_ptr<DisplaySettings> m_display;
    std::unique_ptr<SettingsDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_changed;
};

static WindowSettings lastOf(const QSignalSpy &changed)
{
    return changed.last().first().value<WindowSettings>();
}

/** Chooses by the keyboard, as a person does. */
static void choose(QComboBox *combo, int index)
{
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Home);
    for (int i = 0; i < index; ++i)
        QTest::keyClick(combo, Qt::Key_Down);
}

void SettingsDialogTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
    m_copyAction.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_C));
}

void SettingsDialogTest::init()
{
    m_actions = std::make_unique<FakeStoreActions>();
    m_display = std::make_unique<DisplaySettings>(m_clock);
    const StoreLocation store{m_folder.filePath(QStringLiteral("earshot.sqlite"))};
    const ListenerState listener{ListenerState::Kind::Listening, QStringLiteral("http://127.0.0.1:8765"), {}};
    m_dialog = std::make_unique<SettingsDialog>(*m_actions, *m_display, WindowSettings(), store, listener,
                                                QList<QAction *>{&m_copyAction});
    m_changed = std::make_unique<QSignalSpy>(m_dialog.get(), &SettingsDialog::changed);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void SettingsDialogTest::cleanup()
{
    m_changed.reset();
    m_dialog.reset();
}

void SettingsDialogTest::appliesAChoiceAtOnce()
{
    showPage(0);
    choose(comboOf<GeneralPage>(), 2);
    QCOMPARE(lastOf(*m_changed).language, QStringLiteral("de"));

    showPage(1);
    choose(comboOf<LookPage>(0), 2);
    QCOMPARE(lastOf(*m_changed).theme, ThemeChoice::Dark);
    choose(comboOf<LookPage>(1), 2);
    QCOMPARE(lastOf(*m_changed).density, metrics::Density::Roomy);

    showPage(3);
    choose(comboOf<TimePage>(1), 1);
    const WindowSettings all = lastOf(*m_changed);
    QCOMPARE(all.timeDisplay, TimeDisplay::Utc);
    QCOMPARE(all.language, QStringLiteral("de")); // what was set before stays
    QCOMPARE(m_dialog->settings(), all);
}

void SettingsDialogTest::remembersWhatClosingMeans()
{
    showPage(0);
    auto *closing = child<GeneralPage>()->findChild<QComboBox *>(QStringLiteral("onClose"));
    QVERIFY(closing);
    QCOMPARE(closing->currentIndex(), int(CloseAction::Ask));
    choose(closing, int(CloseAction::Tray));
    QCOMPARE(lastOf(*m_changed).onClose, CloseAction::Tray);
    QVERIFY(lastOf(*m_changed).warnsOnQuit);
    auto *warning = child<GeneralPage>()->findChild<QCheckBox *>(QStringLiteral("warnsOnQuit"));
    QVERIFY(warning);
    warning->setFocus();
    QTest::keyClick(warning, Qt::Key_Space);
    QVERIFY(!lastOf(*m_changed).warnsOnQuit);
    QCOMPARE(lastOf(*m_changed).onClose, CloseAction::Tray);
}

void SettingsDialogTest::appliesKeysAndTextSize()
{
    showPage(1);
    auto *size = child<LookPage>()->findChild<QSpinBox *>();
    size->setFocus();
    QTest::keyClick(size, Qt::Key_Up);
    QCOMPARE(lastOf(*m_changed).textScalePercent, 105);

    showPage(5);
    auto *letters = child<KeyboardPage>()->findChild<QCheckBox *>();
    QTest::mouseClick(letters, Qt::LeftButton, {}, QPoint(8, letters->height() / 2));
    QVERIFY(!lastOf(*m_changed).letterKeys);
}

void SettingsDialogTest::takesBackWhatWasChanged()
{
    const auto *undo = buttonNamed(QStringLiteral("Undo"));
    QVERIFY(!undo->isVisible());
    showPage(1);
    choose(comboOf<LookPage>(0), 1);
    choose(comboOf<LookPage>(1), 2); // by way of Compact: two steps
    QVERIFY(undo->isVisible());
    const auto steps = m_changed->size();
    for (qsizetype i = 0; i < steps; ++i)
        QTest::keyClick(m_dialog.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(lastOf(*m_changed), WindowSettings());
    QCOMPARE(comboOf<LookPage>(0)->currentIndex(), 0);
    QVERIFY(!undo->isVisible());
}

void SettingsDialogTest::keepsTheListenerUntilApplyIsPressed()
{
    QSignalSpy applied(m_dialog.get(), &SettingsDialog::listeningApplied);
    showPage(2);
    auto *page = child<ListeningPage>();
    auto *apply = buttonNamed(QStringLiteral("Apply"));
    QVERIFY(!apply->isEnabled());
    choose(comboOf<ListeningPage>(), 1);
    page->findChild<QSpinBox *>()->setValue(9000);
    QCOMPARE(m_changed->size(), 0);
    QVERIFY(apply->isEnabled());
    QTest::mouseClick(apply, Qt::LeftButton);
    QCOMPARE(applied.size(), 1);
    QCOMPARE(applied.first().at(0).toString(), QStringLiteral("0.0.0.0"));
    QCOMPARE(applied.first().at(1).value<quint16>(), quint16(9000));
    QCOMPARE(lastOf(*m_changed).listenPort, quint16(9000));
    QVERIFY(!apply->isEnabled());
}

void SettingsDialogTest::refusesAnAddressThatIsNone()
{
    QSignalSpy applied(m_dialog.get(), &SettingsDialog::listeningApplied);
    showPage(2);
    auto *page = child<ListeningPage>();
    choose(comboOf<ListeningPage>(), 2);
    QLineEdit *other = nullptr;
    for (QLineEdit *edit : page->findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == QLatin1StringView("Address to listen on"))
            other = edit;
    }
    QVERIFY(other != nullptr && other->isVisible());
    QTest::keyClicks(other, QStringLiteral("my computer"));
    QTest::mouseClick(buttonNamed(QStringLiteral("Apply")), Qt::LeftButton);
    QCOMPARE(applied.size(), 0);
    QVERIFY(page->findChild<FieldError *>()->isVisible());
    other->selectAll();
    QTest::keyClicks(other, QStringLiteral("::1"));
    QVERIFY(!page->findChild<FieldError *>()->isVisible());
    QTest::mouseClick(buttonNamed(QStringLiteral("Apply")), Qt::LeftButton);
    QCOMPARE(applied.size(), 1);
    QCOMPARE(applied.first().at(0).toString(), QStringLiteral("::1"));
}

void SettingsDialogTest::saysWhatTheListenerDoes()
{
    showPage(2);
    const auto says = [this](const QString &part) {
        const QList<QLabel *> labels = child<ListeningPage>()->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().contains(part); });
    };
    QVERIFY(says(QStringLiteral("http://127.0.0.1:8765, for this computer only")));
    m_dialog->setListenerState({ListenerState::Kind::Down, {}, QStringLiteral("port 8765 is taken")});
    QVERIFY(says(QStringLiteral("not receiving: port 8765 is taken")));
}

void SettingsDialogTest::findsPagesAndRowsByWords()
{
    auto *search = m_dialog->findChild<QLineEdit *>();
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("dark"));
    const auto *list = child<QListWidget>();
    QCOMPARE(list->currentRow(), 1); // Look
    QVERIFY(list->item(0)->isHidden());
    QVERIFY(comboOf<LookPage>(0)->isVisible());
    QVERIFY(!comboOf<LookPage>(1)->isVisible());

    search->clear();
    QTest::keyClicks(search, QStringLiteral("copy rows")); // the name of an action
    QCOMPARE(list->currentRow(), 5);
    search->clear();
    QVERIFY(!list->item(0)->isHidden());
    QVERIFY(comboOf<LookPage>(1)->isVisibleTo(child<LookPage>()));
}

void SettingsDialogTest::saysWhereNothingMatches()
{
    auto *search = m_dialog->findChild<QLineEdit *>();
    QTest::keyClicks(search, QStringLiteral("xyzzy"));
    const QList<QLabel *> labels = m_dialog->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisible() && label->text() == QLatin1StringView("Nothing matches");
    }));
}

void SettingsDialogTest::asksForAnotherStore()
{
    QSignalSpy asked(m_dialog.get(), &SettingsDialog::openStoreRequested);
    showPage(4);
    QTest::mouseClick(buttonNamed(QStringLiteral("Open another store…")), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
}

void SettingsDialogTest::showsWhatIsSetElsewhere()
{
    WindowSettings settings;
    settings.density = metrics::Density::Compact;
    settings.zone = QStringLiteral("Asia/Tokyo");
    m_dialog->setSettings(settings);
    QCOMPARE(m_changed->size(), 0);
    QCOMPARE(comboOf<LookPage>(1)->currentIndex(), 0);
    QCOMPARE(child<ZoneCombo>()->zone(), QStringLiteral("Asia/Tokyo"));
}

void SettingsDialogTest::changesItsLanguageWhileOpen()
{
    LongTranslation german;
    QApplication::installTranslator(&german);
    QTRY_VERIFY(child<QListWidget>()->item(0)->text().startsWith(QLatin1StringView("Generaloo")));
    QTRY_VERIFY(m_dialog->windowTitle().startsWith(QLatin1StringView("Settingsoo")));
    QApplication::removeTranslator(&german);
    QTRY_COMPARE(child<QListWidget>()->item(0)->text(), QStringLiteral("General"));
}

void SettingsDialogTest::showsEveryPageWhole()
{
    LongTranslation german;
    for (const bool isLong : {false, true}) {
        if (isLong)
            QApplication::installTranslator(&german);
        for (int row = 0; row < child<QListWidget>()->count(); ++row) {
            showPage(row);
            QTest::qWait(0);
            saveShot(*m_dialog,
                     QStringLiteral("settings-%1%2").arg(row).arg(isLong ? QStringLiteral("-long") : QString()));
            QTRY_COMPARE(clippedTexts(*m_dialog), QString());
        }
    }
    QApplication::removeTranslator(&german);
    m_theme.choose(ThemeChoice::Dark);
    for (int row = 0; row < child<QListWidget>()->count(); ++row) {
        showPage(row);
        saveShot(*m_dialog, QStringLiteral("settings-%1-dark").arg(row));
    }
    m_theme.choose(ThemeChoice::Light);
}

QTEST_MAIN(SettingsDialogTest)

#include "tst_settingsdialog.moc"
