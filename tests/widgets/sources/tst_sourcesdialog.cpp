// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/sourcelist.h"
#include "models/store/secrets.h"
#include "tests/models/store/storefixture.h"
#include "tests/widgets/fakestoreactions.h"
#include "tests/widgets/settings/looking.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/datatable.h"
#include "widgets/sources/addsourcedialog.h"
#include "widgets/sources/newaddressdialog.h"
#include "widgets/sources/publicaddressdialog.h"
#include "widgets/sources/sourcesdialog.h"
#include "widgets/sources/sourcesettingsdialog.h"
#include "widgets/sources/sourcetablemodel.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;

class SourcesDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void listsTheSources();
    void saysWhereThereAreNone();
    void disablesASource();
    void asksBeforeItRemoves();
    void asksBeforeItGivesANewAddress();
    void opensTheSettingsOfASource();
    void showsTheAddressOfTheTunnel();
    void changesThePublicAddress();
    void saysWhatWentWrong();
    void addsASource();
    void showsThatNothingIsReceived();
    void fitsInALongLanguage();

private:
    Theme m_theme;

    template <typename T>
    T *child() const
    {
        return m_dialog->findChild<T *>();
    }

    QPushButton *button(const QString &text) const
    {
        const QList<QPushButton *> buttons = m_dialog->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }

    void press(const QString &text) const { QTest::mouseClick(button(text), Qt::LeftButton); }

    QString cell(int row, SourceTableModel::Column column) const
    {
        return child<DataTable>()->model()->index(row, column).data().toString();
    }

    void open();

    SystemClock m_clock;
    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<DisplaySettings> m_settings;
    std::unique_ptr<StoreReader> m_reader;
    std::unique_ptr<SourceList> m_sources;
    std::unique_ptr<FakeStoreActions> m_actions;
    std::unique_ptr<SourcesDialog> m_dialog;
};

static ListenerState localListener()
{
    return {ListenerState::Kind::Listening, QStringLiteral("http://127.0.0.1:8765"), {}};
}

void SourcesDialogTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void SourcesDialogTest::init()
{
    m_store = std::make_unique<StoreFixture>();
    m_settings = std::make_unique<DisplaySettings>(m_clock);
    m_actions = std::make_unique<FakeStoreActions>();
}

void SourcesDialogTest::open()
{
    m_reader = std::make_unique<StoreReader>(StoreLocation{m_store->path()});
    m_sources = std::make_unique<SourceList>(*m_reader);
    QTRY_VERIFY(m_sources->isLoaded());
    m_dialog = std::make_unique<SourcesDialog>(*m_actions, *m_sources, *m_reader, *m_settings, localListener());
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void SourcesDialogTest::cleanup()
{
    m_dialog.reset();
    m_sources.reset();
    m_reader.reset();
    m_actions.reset();
    m_settings.reset();
    m_store.reset();
}

void SourcesDialogTest::listsTheSources()
{
    m_store->addSource(QStringLiteral("Web chat"));
    m_store->addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    open();
    const QAbstractItemModelTester tester(child<DataTable>()->model());
    QCOMPARE(child<DataTable>()->model()->rowCount(), 2);
    QCOMPARE(cell(0, SourceTableModel::Name), QStringLiteral("Front desk"));
    QCOMPARE(cell(0, SourceTableModel::Platform), QStringLiteral("Varda"));
    QCOMPARE(cell(0, SourceTableModel::State), QStringLiteral("Listening"));
    QCOMPARE(cell(1, SourceTableModel::Deliveries), QStringLiteral("0"));
    QCOMPARE(child<DataTable>()->currentIndex().row(), 0);
    m_dialog->showSource(QStringLiteral("Web chat"));
    QCOMPARE(child<DataTable>()->currentIndex().row(), 1);
    saveShot(*m_dialog, QStringLiteral("sources"));
}

void SourcesDialogTest::saysWhereThereAreNone()
{
    open();
    QVERIFY(!child<DataTable>()->isVisible());
    QVERIFY(button(QStringLiteral("Add a source"))->isVisible());
    QVERIFY(!button(QStringLiteral("Remove…"))->isEnabled());
    saveShot(*m_dialog, QStringLiteral("sources-none"));
}

void SourcesDialogTest::disablesASource()
{
    m_store->addSource(QStringLiteral("Web chat"));
    open();
    press(QStringLiteral("Disable"));
    QTRY_VERIFY(child<Banner>()->isVisible());
    QCOMPARE(m_actions->calls, QStringList{QStringLiteral("disable Web chat")});
    QCOMPARE(child<Banner>()->kind(), Banner::Kind::Good);
}

/** Presses a button of the question that is open. */
static void answer(const QWidget &dialog, const QString &text)
{
    auto *box = dialog.findChild<QMessageBox *>();
    QVERIFY(box != nullptr);
    const QList<QAbstractButton *> buttons = box->buttons();
    for (QAbstractButton *button : buttons) {
        if (button->text() == text)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(dialog.findChild<QMessageBox *>() == nullptr);
}

void SourcesDialogTest::asksBeforeItRemoves()
{
    m_store->addSource(QStringLiteral("<b>Web</b> chat"));
    open();
    child<DataTable>()->setFocus();
    QTest::keyClick(child<DataTable>(), Qt::Key_Delete);
    const auto *box = child<QMessageBox>();
    QVERIFY(box != nullptr);
    QCOMPARE(box->textFormat(), Qt::PlainText);
    saveShot(*child<QMessageBox>(), QStringLiteral("sources-remove"));
    QTest::keyClick(child<QMessageBox>(), Qt::Key_Return); // is never destructive
    QTRY_VERIFY(child<QMessageBox>() == nullptr);
    QCOMPARE(m_actions->calls, QStringList());

    press(QStringLiteral("Remove…"));
    answer(*m_dialog, QStringLiteral("Remove"));
    QTRY_COMPARE(m_actions->calls, QStringList{QStringLiteral("remove <b>Web</b> chat")});
}

void SourcesDialogTest::asksBeforeItGivesANewAddress()
{
    m_store->addSource(QStringLiteral("Web chat"));
    open();
    press(QStringLiteral("New address…"));
    auto *dialog = child<NewAddressDialog>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->isVisible());
    saveShot(*dialog, QStringLiteral("sources-new-address"));
    QTest::mouseClick(dialog->cancelButton(), Qt::LeftButton);
    QTRY_VERIFY(child<NewAddressDialog>() == nullptr);
    QCOMPARE(m_actions->calls, QStringList());

    press(QStringLiteral("New address…"));
    QTRY_VERIFY(child<NewAddressDialog>() != nullptr);
    QTest::mouseClick(child<NewAddressDialog>()->primaryButton(), Qt::LeftButton);
    QTRY_COMPARE(m_actions->calls, QStringList{QStringLiteral("rotate Web chat 86400s")}); // the old one works on
    QTRY_VERIFY(child<NewAddressDialog>() == nullptr);

    press(QStringLiteral("New address…"));
    QTRY_VERIFY(child<NewAddressDialog>() != nullptr);
    child<NewAddressDialog>()->findChild<QRadioButton *>(QStringLiteral("overlapNone"))->setChecked(true);
    QTest::mouseClick(child<NewAddressDialog>()->primaryButton(), Qt::LeftButton);
    QTRY_COMPARE(m_actions->calls.last(), QStringLiteral("rotate Web chat"));
}

void SourcesDialogTest::opensTheSettingsOfASource()
{
    m_store->addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    open();
    press(QStringLiteral("Settings…"));
    auto *dialog = child<SourceSettingsDialog>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->isVisible());
    dialog->findChild<QComboBox *>(QStringLiteral("answerKind"))->setCurrentIndex(2);
    QTest::mouseClick(dialog->primaryButton(), Qt::LeftButton);
    QTRY_COMPARE(m_actions->calls, QStringList{QStringLiteral("change Front desk")});
    QTRY_VERIFY(child<Banner>()->isVisible());
    QTRY_VERIFY(child<SourceSettingsDialog>() == nullptr);
}

void SourcesDialogTest::showsTheAddressOfTheTunnel()
{
    m_store->addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    Secrets secrets;
    secrets.setHookToken(QStringLiteral("key-Front desk"), "n4uYw0ZcVb7-3kDqTqPm2sGx9LwEoJr");
    QVERIFY(secrets.save(StoreLocation{m_store->path()}.secretsPath()));
    open();
    m_dialog->setTunnelState({TunnelState::Kind::Up, QStringLiteral("https://hooks.example"), {}});
    press(QStringLiteral("Copy address"));
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("https://hooks.example/hook/n4uYw0ZcVb7-3kDqTqPm2sGx9LwEoJr"));
}

void SourcesDialogTest::changesThePublicAddress()
{
    m_store->addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    open();
    press(QStringLiteral("Public address…"));
    auto *dialog = child<PublicAddressDialog>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->isVisible());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(), QStringLiteral("http://hooks.example"));
    QTest::mouseClick(dialog->primaryButton(), Qt::LeftButton);
    QVERIFY(dialog->isVisible());
    QVERIFY(dialog->findChild<FieldError *>()->isVisible());
    saveShot(*dialog, QStringLiteral("sources-public"));
    dialog->findChild<QLineEdit *>()->selectAll();
    QTest::keyClicks(dialog->findChild<QLineEdit *>(), QStringLiteral("https://hooks.example"));
    QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
    QTRY_COMPARE(m_actions->calls, QStringList{QStringLiteral("public Front desk https://hooks.example")});
}

void SourcesDialogTest::saysWhatWentWrong()
{
    m_store->addSource(QStringLiteral("Web chat"));
    open();
    m_actions->answer = failure(ErrorCode::StoreReadOnly, QStringLiteral("earshot.sqlite"));
    press(QStringLiteral("Disable"));
    QTRY_VERIFY(child<Banner>()->isVisible());
    QCOMPARE(child<Banner>()->kind(), Banner::Kind::Error);
    QVERIFY(child<Banner>()->text().contains(QLatin1StringView("earshot.sqlite")));
}

void SourcesDialogTest::addsASource()
{
    open();
    QSignalSpy added(m_dialog.get(), &SourcesDialog::sourceAdded);
    press(QStringLiteral("Add a source"));
    auto *dialog = child<AddSourceDialog>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->isVisible());
    QTest::mouseClick(dialog->primaryButton(), Qt::LeftButton);
    QTRY_COMPARE(added.size(), 1);
}

void SourcesDialogTest::showsThatNothingIsReceived()
{
    m_store->addSource(QStringLiteral("Web chat"));
    open();
    QSignalSpy changed(child<DataTable>()->model(), &QAbstractItemModel::dataChanged);
    m_dialog->setListenerState({ListenerState::Kind::Down, {}, QStringLiteral("port 8765 is taken")});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(cell(0, SourceTableModel::State), QStringLiteral("Not receiving"));
}

void SourcesDialogTest::fitsInALongLanguage()
{
    m_store->addSource(QStringLiteral("Web chat"));
    open();
    QTRY_COMPARE(clippedTexts(*m_dialog), QString());
    LongTranslation german;
    QApplication::installTranslator(&german);
    QTest::qWait(0);
    saveShot(*m_dialog, QStringLiteral("sources-long"));
    QTRY_COMPARE(clippedTexts(*m_dialog), QString());
    QApplication::removeTranslator(&german);
    saveShots(*m_dialog, m_theme, QStringLiteral("sources"));
}

QTEST_MAIN(SourcesDialogTest)

#include "tst_sourcesdialog.moc"
