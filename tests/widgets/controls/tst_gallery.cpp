// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// All controls in one window, to be painted in both themes and, where EARSHOT_SHOTS names a folder, to be looked at.

#include "widgets/controls/banner.h"
#include "widgets/controls/busybar.h"
#include "widgets/controls/copyfield.h"
#include "widgets/controls/countbadge.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/formdialog.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/controls/pill.h"
#include "widgets/controls/rowdelegate.h"
#include "widgets/controls/segmentedcontrol.h"
#include "widgets/controls/sparkline.h"
#include "widgets/style/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QGroupBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace earshot;

namespace {

enum Column { Started, StatusColumn, Contact, SourceColumn, Duration, Outcome, LastLine };

struct Row {
    const char *started;
    Status status;
    const char *contact;
    const char *platform;
    const char *source;
    const char *duration;
    const char *outcome;
    const char *line;
};

constexpr std::array c_rows = {
    Row{"14:32:32", Status::Ringing, "+44 7700 900482", "custom", "Night line", "0:08", "", "Inbound, main number"},
    Row{"14:31:48", Status::InProgress, "Owen Pritchard", "varda", "Front desk", "0:52", "", "Inbound · direct"},
    Row{"14:31:20", Status::Open, "Visitor 8f2c", "insighto", "Web chat", "", "", "Intent captured: opening hours"},
    Row{"14:29:12", Status::Completed, "Priya Nair", "eigi", "Reminders", "2:22", "booked", "Great, Thursday then"},
    Row{"14:28:40", Status::Disconnected, "+1 628 555 0117", "eigi", "Reminders", "", "no_answer", "No transcript"},
    Row{"14:24:18", Status::Failed, "+1 646 555 0162", "eigi", "Reminders", "", "", "Carrier rejected the call"},
    Row{"14:21:06", Status::Closed, "Hannah Vogel", "insighto", "Web chat", "≈ 7:32", "booked", "Perfect, thank you!"},
    Row{"14:20:44", Status::Abandoned, "+49 30 23125 118", "varda", "Front desk", "0:19", "", "Hung up while ringing"},
    Row{"14:16:02", Status::Closed, "يوسف حداد", "insighto", "Web chat", "≈ 3:40", "quoted",
        "هل لديكم موعد متاح يوم الأحد؟"},
    Row{"14:14:48", Status::Completed, "Liam O’Shea", "varda", "Front desk", "0:41", "not_interested",
        "No, please take me off"},
    Row{"14:11:36", Status::Completed, "+1 213 555 0175", "varda", "Front desk", "0:07", "spam", "Recorded message"},
    Row{"13:02:14", Status::AssumedEnded, "+1 415 555 0143", "varda", "Front desk", "", "follow_up",
        "Ended if nothing comes"},
};

class GalleryDelegate final : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

    bool isMuted(const QModelIndex &index) const override
    {
        return c_rows[std::size_t(index.row())].status == Status::AssumedEnded;
    }

protected:
    void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Row &row = c_rows[std::size_t(index.row())];
        const QRect rect = contentRect(option);
        const QString text = index.data().toString();
        if (index.column() == Started)
            paintCellText(painter, option, index, rect, text, {.tabular = true});
        else if (index.column() == StatusColumn) {
            const Look look = statusLook(row.status);
            paintIconAndText(painter, option, index, rect, look.icon, look.color, look.word);
        } else if (index.column() == SourceColumn)
            paintSource(painter, option, index, rect, platformMonogram(QString::fromUtf8(row.platform)), text);
        else if (index.column() == Duration)
            paintCellText(painter, option, index, rect, text.isEmpty() ? noneText() : text,
                          {.color = isFinal(row.status) ? ColorRole::Text : ColorRole::Accent,
                           .alignment = Qt::AlignRight,
                           .font = isFinal(row.status) ? option.font : metrics::strong(option.font),
                           .tabular = true});
        else if (index.column() == Outcome && *row.outcome) {
            const Look look = outcomeLook(QString::fromUtf8(row.outcome));
            paintIconAndText(painter, option, index, rect, look.icon, look.color, look.word);
        } else if (index.column() == LastLine && index.row() == 10)
            paintCellText(painter, option, index, paintTag(painter, option, index, rect, QStringLiteral("Test")), text,
                          {.color = ColorRole::TextSecond});
        else
            paintCellText(painter, option, index, rect, text.isEmpty() ? noneText() : text,
                          {.color = index.column() == LastLine ? ColorRole::TextSecond : ColorRole::Text});
    }
};

void fill(QStandardItemModel &model)
{
    model.setHorizontalHeaderLabels({QStringLiteral("Started"), QStringLiteral("Status"), QStringLiteral("Contact"),
                                     QStringLiteral("Source"), QStringLiteral("Duration"), QStringLiteral("Outcome"),
                                     QStringLiteral("Last line")});
    model.setHeaderData(Duration, Qt::Horizontal, Qt::AlignRight, Qt::TextAlignmentRole);
    for (const Row &row : c_rows) {
        QList<QStandardItem *> items;
        for (const char *text : {row.started, "", row.contact, row.source, row.duration, row.outcome, row.line})
            items += new QStandardItem(QString::fromUtf8(text));
        model.appendRow(items);
    }
}

QLayout *rowOf(const QList<QWidget *> &widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    row->addStretch(1);
    return row;
}

} // namespace

class GalleryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void paintsInBothThemes();
    void paintsMirrored();

private:
    std::unique_ptr<QWidget> makeControls();
    std::unique_ptr<QWidget> makeTable();
    std::unique_ptr<FormDialog> makeDialog();
    QImage pictureOf(QWidget &widget, qreal ratio) const;
    void keep(const QImage &picture, const QString &name) const;

    SystemClock m_clock;
    DisplaySettings m_settings{m_clock};
    QStandardItemModel m_model;
    std::unique_ptr<Theme> m_theme;
};

void GalleryTest::initTestCase()
{
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
    m_theme = std::make_unique<Theme>();
    fill(m_model);
}

std::unique_ptr<QWidget> GalleryTest::makeControls()
{
    auto window = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(window.get());
    const auto action = [&](const char *text, Icon icon) {
        return new QAction(themedIcon(icon), QString::fromUtf8(text), window.get());
    };
    const QList<QAction *> perspectiveActions = {action("Live", Icon::Live), action("Inspect", Icon::Inspect),
                                                 action("Reports", Icon::Reports)};
    perspectiveActions.first()->setChecked(true);
    auto *perspectives = new SegmentedControl(perspectiveActions);
    const QList<QAction *> viewActions = {new QAction(QStringLiteral("Tree"), window.get()),
                                          new QAction(QStringLiteral("Text"), window.get()),
                                          new QAction(QStringLiteral("Raw"), window.get())};
    viewActions.first()->setChecked(true);
    auto *views = new SegmentedControl(viewActions, SegmentedControl::Look::Quiet, nullptr);
    views->setSmall(true);
    auto *today = new QToolButton;
    today->setText(QStringLiteral("Today"));
    today->setIcon(themedIcon(Icon::Calendar));
    today->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    today->setMenu(new QMenu(today));
    today->setPopupMode(QToolButton::InstantPopup);
    auto *facets = new QToolButton;
    facets->setIcon(themedIcon(Icon::Facets));
    facets->setAutoRaise(true);
    auto *detail = new QToolButton;
    detail->setIcon(themedIcon(Icon::Detail));
    detail->setAutoRaise(true);
    detail->setCheckable(true);
    detail->setChecked(true);
    column->addLayout(rowOf({perspectives, today, facets, detail, views}));

    auto *tabs = new QTabBar;
    tabs->addTab(QStringLiteral("Transcript"));
    tabs->addTab(QStringLiteral("Payload"));
    tabs->addTab(QStringLiteral("Timeline"));
    tabs->setExpanding(false);
    tabs->setDocumentMode(true);
    column->addWidget(tabs);
    auto *banner = new Banner;
    banner->showMessage(Banner::Kind::Warning,
                        QStringLiteral("Insighto.ai neither signs its deliveries nor sends them again."),
                        QStringLiteral("Allow only certain addresses…"));
    column->addWidget(banner);
    auto *bad = new Banner;
    bad->showMessage(Banner::Kind::Error, QStringLiteral("Port 8765 is used by another program."),
                     QStringLiteral("Try again"));
    column->addWidget(bad);

    auto *status = new Pill;
    status->setLook(statusLook(Status::Closed));
    auto *outcome = new Pill;
    outcome->setLook(outcomeLook(QStringLiteral("booked")));
    outcome->setMenu(new QMenu(outcome));
    auto *sent = new Pill;
    sent->setLook(Icon::Forward, ColorRole::GoodText, QStringLiteral("Sent"));
    sent->setFill(ColorRole::GoodFill, ColorRole::GoodText);
    auto *brush = new Pill(QStringLiteral("Selected: 4–8 May"));
    brush->setDismissable(true);
    brush->setFill(ColorRole::InfoFill, ColorRole::InfoText);
    auto *badge = new CountBadge;
    badge->setCount(3);
    auto *line = new Sparkline;
    line->setValues({3, 4, 2, 6, 5, 8, 7, 9, 4, 6});
    column->addLayout(rowOf({status, outcome, sent, brush, badge, line, new LinkButton(QStringLiteral("Open diff"))}));

    auto *primary = new QPushButton(QStringLiteral("Add source"));
    primary->setDefault(true);
    auto *menu = new QPushButton(QStringLiteral("Copy as"));
    menu->setIcon(themedIcon(Icon::Copy));
    menu->setMenu(new QMenu(menu));
    auto *off = new QPushButton(QStringLiteral("Not now"));
    off->setEnabled(false);
    auto *small = new QPushButton(QStringLiteral("Filter"));
    small->setIcon(themedIcon(Icon::Filter));
    small->setProperty("smallControl", true);
    auto *focused = new QPushButton(QStringLiteral("Focused"));
    focused->setObjectName(QStringLiteral("focused"));
    column->addLayout(rowOf({primary, new QPushButton(QStringLiteral("Cancel")), menu, off, small, focused}));

    auto *check = new QCheckBox(QStringLiteral("Also test calls"));
    check->setChecked(true);
    auto *radio = new QRadioButton(QStringLiteral("CSV"));
    radio->setChecked(true);
    column->addLayout(rowOf(
        {check, new QCheckBox(QStringLiteral("Byte order mark")), radio, new QRadioButton(QStringLiteral("NDJSON"))}));
    auto *combo = new QComboBox;
    combo->addItems({QStringLiteral("Germany"), QStringLiteral("India")});
    auto *editable = new QComboBox;
    editable->setEditable(true);
    editable->addItem(QStringLiteral("Europe/Berlin"));
    auto *edit = new QLineEdit;
    edit->setPlaceholderText(QStringLiteral("Filter, or search what was said"));
    edit->setMinimumWidth(220);
    column->addLayout(rowOf({edit, combo, editable, new QSpinBox}));
    column->addWidget(new CopyField(
        QStringLiteral("https://hooks.harbourpine.example/hook/n4uYw0ZcVb7-3kDqTq7u8DkWc3JH2aPPoJrLtQx3f")));
    auto *progress = new QProgressBar;
    progress->setValue(40);
    column->addWidget(progress);
    auto *group = new QGroupBox(QStringLiteral("Days and hours"));
    auto *groupLayout = new QVBoxLayout(group);
    groupLayout->addWidget(
        new MutedLabel(QStringLiteral("As it will stand in the Source column, and wraps if need be.")));
    column->addWidget(group);
    auto *empty = new EmptyState;
    empty->setMessage(Icon::Filter, QStringLiteral("Nothing matches"),
                      QStringLiteral("Without “outcome:booked” there would be 37."));
    empty->addButton(QStringLiteral("Without outcome:booked (37)"));
    column->addWidget(empty, 1);
    window->resize(720, 760);
    return window;
}

std::unique_ptr<QWidget> GalleryTest::makeTable()
{
    auto table = std::make_unique<DataTable>(m_settings);
    table->setItemDelegate(new GalleryDelegate(m_settings, table.get()));
    table->setModel(&m_model);
    table->setColumnSample(Started, {QStringLiteral("14:32:07")});
    table->setColumnSample(StatusColumn, {QStringLiteral("Disconnected")}, 22);
    table->setColumnSample(Contact, {QStringLiteral("+49 30 23125 118")});
    table->setColumnSample(SourceColumn, {QStringLiteral("Front desk")}, 22);
    table->setColumnSample(Duration, {QStringLiteral("1:02:45")});
    table->setColumnSample(Outcome, {QStringLiteral("Not interested")}, 22);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setSortIndicator(Started, Qt::DescendingOrder);
    table->setCurrentIndex(m_model.index(6, 0));
    table->resize(860, 300);
    return table;
}

std::unique_ptr<FormDialog> GalleryTest::makeDialog()
{
    auto dialog = std::make_unique<FormDialog>();
    QFormLayout *form = dialog->addForm();
    dialog->addField(form, QStringLiteral("Name"), new QLineEdit(QStringLiteral("Web chat")));
    auto *port = new QLineEdit(QStringLiteral("80"));
    dialog->addField(form, QStringLiteral("Port"), port)
        ->setError(QStringLiteral("Ports below 1024 need more rights."), port);
    auto *notes = new QPlainTextEdit;
    notes->setPlaceholderText(QStringLiteral("Notes"));
    dialog->addField(form, QStringLiteral("Notes"), notes);
    dialog->addFooterWidget(new LinkButton(QStringLiteral("Guide")));
    dialog->primaryButton()->setText(QStringLiteral("Add source"));
    dialog->resize(520, 320);
    return dialog;
}

QImage GalleryTest::pictureOf(QWidget &widget, qreal ratio) const
{
    widget.show();
    if (auto *focused = widget.findChild<QWidget *>(QStringLiteral("focused")))
        focused->setFocus();
    if (!QTest::qWaitForWindowActive(&widget))
        return {};
    QImage picture(widget.size() * ratio, QImage::Format_RGB32);
    picture.setDevicePixelRatio(ratio);
    widget.render(&picture);
    return picture;
}

void GalleryTest::keep(const QImage &picture, const QString &name) const
{
    if (const QString folder = qEnvironmentVariable("EARSHOT_SHOTS"); !folder.isEmpty())
        QVERIFY(picture.save(QDir(folder).filePath(name)));
}

void GalleryTest::paintsInBothThemes()
{
    for (const qreal ratio : {1.0, 2.0}) {
        QList<QImage> controls;
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            m_theme->choose(choice);
            const QString end = QStringLiteral("-%1-%2x.png")
                                    .arg(choice == ThemeChoice::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                                    .arg(ratio);
            controls += pictureOf(*makeControls(), ratio);
            keep(controls.constLast(), QString(QStringLiteral("controls") % end));
            keep(pictureOf(*makeTable(), ratio), QString(QStringLiteral("table") % end));
            keep(pictureOf(*makeDialog(), ratio), QString(QStringLiteral("dialog") % end));
        }
        QVERIFY(!controls.first().isNull());
        QVERIFY(controls.first() != controls.last());
    }
}

void GalleryTest::paintsMirrored()
{
    m_theme->choose(ThemeChoice::Light);
    QApplication::setLayoutDirection(Qt::RightToLeft);
    const QImage mirrored = pictureOf(*makeTable(), 1);
    keep(mirrored, QStringLiteral("table-mirrored.png"));
    keep(pictureOf(*makeControls(), 1), QStringLiteral("controls-mirrored.png"));
    QApplication::setLayoutDirection(Qt::LeftToRight);
    QVERIFY(mirrored != pictureOf(*makeTable(), 1));
}

QTEST_MAIN(GalleryTest)
#include "tst_gallery.moc"
