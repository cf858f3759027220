// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/status_chip.h"
#include "ui/common/table_delegate.h"
#include "ui/common/table_sorting.h"

#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>

using namespace pfx;
using namespace pfx::ui;

class tst_table : public QObject
{
    Q_OBJECT

private slots:
    void tableCopiesWhatIsSelected();
    void tableRemembersWidths();
    void whatWrapsGivesItsWidthFirst();
    void tableActivatesWithReturn();
    void aCellIsOneLineAndKeepsItsNumbersWhole_data();
    void aCellIsOneLineAndKeepsItsNumbersWhole();
    void onlySortableHeadingsSort();
    void theOrderIsRemembered();
    void theColumnMenuSortsToo();
};

namespace {

/// Three columns, of which the first and the last can be sorted by.
class SortedModel : public QStandardItemModel
{
public:
    SortedModel() : QStandardItemModel(2, 3) { setHorizontalHeaderLabels({QStringLiteral("Имя"), QStringLiteral("Почта"), QStringLiteral("Добавлено")}); }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation == Qt::Horizontal && role == SortableRole)
            return section != 1;
        if (orientation == Qt::Horizontal && role == Qt::InitialSortOrderRole && section == 2)
            return Qt::DescendingOrder;
        return QStandardItemModel::headerData(section, orientation, role);
    }
    void sort(int column, Qt::SortOrder order) override
    {
        if (headerData(column, Qt::Horizontal, SortableRole).toBool())
            now = QStringLiteral("%1%2").arg(column).arg(order == Qt::AscendingOrder ? QLatin1Char('+') : QLatin1Char('-'));
    }

    QString now;
};

void clickHeading(Table &table, int column)
{
    QHeaderView *header = table.horizontalHeader();
    const QPoint place(header->sectionViewportPosition(column) + 10, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
}

} // namespace

void tst_table::tableCopiesWhatIsSelected()
{
    QStandardItemModel model(2, 2);
    model.setHorizontalHeaderLabels({QStringLiteral("Имя"), QStringLiteral("Итог")});
    model.setItem(0, 0, new QStandardItem(QStringLiteral("Анна")));
    model.setItem(1, 0, new QStandardItem(QStringLiteral("=1+1")));
    auto *chip = new QStandardItem;
    chip->setData(QVariant::fromValue(Chip{Tone::Success, {}, QStringLiteral("Создан")}), ChipRole);
    model.setItem(0, 1, chip);
    Table table(QStringLiteral("rows"), QStringLiteral("Строки"));
    table.setModel(&model);
    table.selectRow(0);
    QCOMPARE(table.selectionAsText(), QStringLiteral("Имя\tИтог\nАнна\tСоздан"));
    table.selectRow(1);
    QCOMPARE(table.selectionAsText(), QStringLiteral("Имя\tИтог\n'=1+1\t"));
    table.setColumnHidden(1, true);
    QCOMPARE(table.selectionAsText(), QStringLiteral("Имя\n'=1+1"));
}

void tst_table::tableRemembersWidths()
{
    MemoryViewSettings settings;
    QStandardItemModel model(3, 3);
    {
        Table table(QStringLiteral("rows"), QStringLiteral("Строки"));
        table.setModel(&model);
        table.remember(settings, QStringLiteral("rows"));
        table.setColumnWidth(1, 211);
    }
    Table table(QStringLiteral("rows"), QStringLiteral("Строки"));
    table.setModel(&model);
    table.remember(settings, QStringLiteral("rows"));
    QCOMPARE(table.columnWidth(1), 211);
    QStandardItemModel other(3, 5);
    Table changed(QStringLiteral("rows"), QStringLiteral("Строки"));
    changed.setModel(&other);
    changed.remember(settings, QStringLiteral("rows"));
    QVERIFY(changed.columnWidth(1) != 211);
}

void tst_table::whatWrapsGivesItsWidthFirst()
{
    QStandardItemModel model;
    const auto item = [](const QString &text) { return new QStandardItem(text); };
    model.appendRow({item(QString(30, u'n')), item(QString(200, u'w'))});
    Table table(QStringLiteral("rows"), QStringLiteral("Строки"));
    table.setWrappedColumn(1);
    table.setModel(&model);
    table.resize(1400, 300);
    table.show();
    table.fitColumns();
    const int whole = table.columnWidth(0);
    table.resize(whole + 220, 300);
    table.fitColumns();
    QCOMPARE(table.columnWidth(0), whole);
    table.resize(whole + 60, 300); // below what can be read of the other one everybody gives
    table.fitColumns();
    QVERIFY(table.columnWidth(0) < whole);
}

void tst_table::tableActivatesWithReturn()
{
    QStandardItemModel model(3, 1);
    Table table(QStringLiteral("rows"), QStringLiteral("Строки"));
    table.setModel(&model);
    table.show();
    const QSignalSpy activated(&table, &Table::rowActivated);
    table.setCurrentIndex(model.index(1, 0));
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toModelIndex().row(), 1);
}

void tst_table::aCellIsOneLineAndKeepsItsNumbersWhole_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    const QString amount = QStringLiteral("12\u202f480\u00a0₽");
    QTest::newRow("spaces that may not break stay") << amount << amount;
    QTest::newRow("line breaks and runs of spaces are one space") << QStringLiteral("Анна \n\t Ким") << QStringLiteral("Анна Ким");
    QTest::newRow("nothing at the ends") << QStringLiteral("\n  Анна \u2028") << QStringLiteral("Анна");
    QTest::newRow("only spaces are nothing") << QStringLiteral("  \r\n") << QString();
}

void tst_table::aCellIsOneLineAndKeepsItsNumbersWhole()
{
    QFETCH(QString, text);
    QTEST(TableDelegate::oneLine(text), "line");
}

void tst_table::onlySortableHeadingsSort()
{
    SortedModel model;
    Table table(QStringLiteral("rows"), QStringLiteral("Строки"));
    table.setModel(&model);
    table.resize(500, 200);
    table.show();
    QCOMPARE(model.now, QStringLiteral("0+"));
    clickHeading(table, 0);
    QCOMPARE(model.now, QStringLiteral("0-"));
    clickHeading(table, 1);
    QCOMPARE(model.now, QStringLiteral("0-"));
    QCOMPARE(table.horizontalHeader()->sortIndicatorSection(), 0); // the arrow stays where the order is
    QCOMPARE(table.horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
    clickHeading(table, 2);
    QCOMPARE(model.now, QStringLiteral("2-"));
    QVERIFY(table.accessibleDescription().contains(QStringLiteral("Добавлено")));

    QStandardItemModel plain(2, 2);
    Table unsorted(QStringLiteral("plain"), QStringLiteral("Строки"));
    unsorted.setModel(&plain);
    QVERIFY(!unsorted.isSortingEnabled());
    QVERIFY(!unsorted.horizontalHeader()->isSortIndicatorShown());
}

void tst_table::theOrderIsRemembered()
{
    MemoryViewSettings settings;
    {
        SortedModel model;
        Table table(QStringLiteral("rows"), QStringLiteral("Строки"));
        table.setModel(&model);
        table.remember(settings, QStringLiteral("rows"));
        table.horizontalHeader()->setSortIndicator(2, Qt::DescendingOrder);
    }
    SortedModel model;
    Table table(QStringLiteral("rows"), QStringLiteral("Строки"));
    table.setModel(&model);
    table.remember(settings, QStringLiteral("rows"));
    QCOMPARE(table.horizontalHeader()->sortIndicatorSection(), 2);
    QCOMPARE(model.now, QStringLiteral("2-"));
    QVERIFY(table.horizontalHeader()->isSortIndicatorShown());
}

void tst_table::theColumnMenuSortsToo()
{
    SortedModel model;
    Table table(QStringLiteral("rows"), QStringLiteral("Строки"));
    table.setModel(&model);
    const std::unique_ptr<QToolButton> button(table.makeColumnChooser(nullptr));
    const auto choose = [&](const QString &words) {
        button->click();
        auto *menu = table.findChild<QMenu *>();
        for (QAction *action : menu->actions()) {
            if (action->text().contains(words))
                action->trigger();
        }
        delete menu;
    };
    choose(QStringLiteral("Sort by “Добавлено”"));
    QCOMPARE(model.now, QStringLiteral("2-")); // as its heading begins
    choose(QStringLiteral("In reverse order"));
    QCOMPARE(model.now, QStringLiteral("2+"));
    choose(QStringLiteral("Sort by “Имя”"));
    QCOMPARE(model.now, QStringLiteral("0+"));
    choose(QStringLiteral("Sort by “Почта”")); // there is no such entry
    QCOMPARE(model.now, QStringLiteral("0+"));
}

QTEST_MAIN(tst_table)
#include "tst_table.moc"
