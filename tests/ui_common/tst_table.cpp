// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/status_chip.h"
#include "ui/common/table.h"

#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace pfx;
using namespace pfx::ui;

class tst_table : public QObject
{
    Q_OBJECT

private slots:
    void tableCopiesWhatIsSelected();
    void tableRemembersWidths();
    void tableActivatesWithReturn();
};

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

QTEST_MAIN(tst_table)
#include "tst_table.moc"
