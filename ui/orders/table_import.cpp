// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/table_import.h"

#include "core/texts/order_texts.h"
#include "core/texts/texts.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/field.h"
#include "ui/common/formatting.h"
#include "ui/common/labels.h"
#include "ui/common/prompt.h"
#include "ui/common/services.h"
#include "ui/common/table.h"
#include "ui/orders/order_words.h"

#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace pfx::ui {

using orders::CsvReport;
using Step = TableImportState::Step;

namespace {

constexpr int LongestSample = 60, LongestName = 48;
constexpr qsizetype MostColumns = 200; // of choices on the screen; the others keep their guess

QString shortened(const QString &text, int longest)
{
    const QString line = text.simplified();
    return line.size() <= longest ? line : line.left(longest) + QChar(0x2026);
}

QString fieldWords(const QString &field)
{
    if (field == QLatin1String("item.name"))
        return TableImport::tr("Service (one a line)");
    if (field == QLatin1String("item.quantity"))
        return TableImport::tr("Quantity of the service");
    if (field == QLatin1String("item.price"))
        return TableImport::tr("Price of the service");
    return texts::orderField(field);
}

QList<QStandardItem *> items(const QStringList &texts)
{
    QList<QStandardItem *> row;
    for (const QString &text : texts) {
        auto *item = new QStandardItem(text);
        item->setEditable(false);
        row.append(item);
    }
    return row;
}

} // namespace

TableImport::TableImport(TableImportPresenter &presenter, Services &services, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_services(services), m_path(new QLineEdit), m_banner(new Banner(QStringLiteral("tableBanner"))),
      m_columns(new Card(tr("Columns of the table"))), m_preview(new Card(tr("What will be added"))), m_problems(new Card(tr("What will not"))),
      m_recognised(new TextLabel({}, TextRole::Caption, Tone::Muted)), m_counts(new TextLabel({}, TextRole::Body)),
      m_problemCount(new TextLabel({}, TextRole::Body, Tone::Muted)), m_first(new Table(QStringLiteral("tableFirst"), tr("The first orders"))),
      m_wrong(new Table(QStringLiteral("tableProblems"), tr("Rows with problems"))), m_firstModel(new QStandardItemModel(this)),
      m_wrongModel(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("tableImport"));
    setAcceptDrops(true);
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, metrics::Spacing, 0);
    column->setSpacing(metrics::CardSpacing);
    column->addWidget(buildFile());
    column->addWidget(m_banner);
    column->addWidget(m_columns);
    buildTables(column);
    column->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::CardSpacing);
    layout->addWidget(new TextLabel(tr("Orders from a table"), TextRole::PageTitle));
    layout->addWidget(scroll, 1);
    layout->addWidget(buildFooter());
    connect(&m_presenter, &TableImportPresenter::columnsReplaced, this, &TableImport::rebuildColumns);
    connect(&m_presenter, &TableImportPresenter::changed, this, &TableImport::refresh);
    rebuildColumns();
    refresh();
}

QWidget *TableImport::buildFile()
{
    auto *card = new Card;
    auto *file = new Field(tr("File"), m_path, QStringLiteral("tableFile"));
    file->setHint(tr("CSV or XLSX with the names of the columns in its first row; it can be dropped here. Nothing is written before you see it."));
    auto *choose = plainButton(tr("Choose a file…"), QStringLiteral("tableChoose"), QStringLiteral("document-open"));
    file->addBeside(choose);
    card->body()->addWidget(file);
    card->body()->addWidget(m_recognised);
    connect(m_path, &QLineEdit::returnPressed, this, [this] { m_presenter.chooseFile(m_path->text()); });
    connect(choose, &QAbstractButton::clicked, this, [this] {
        FileQuestion question;
        question.title = tr("A table of orders");
        question.filter = tr("Tables (*.csv *.tsv *.txt *.xlsx *.xls *.html)");
        m_services.prompt.openFile(this, question, [this](const QString &path) {
            m_path->setText(QDir::toNativeSeparators(path));
            m_presenter.chooseFile(path);
        });
    });
    return card;
}

void TableImport::buildTables(QVBoxLayout *column)
{
    m_firstModel->setHorizontalHeaderLabels({tr("Number"), tr("Client"), tr("Phone"), tr("Sum"), tr("Status"), tr("Services")});
    m_firstModel->setHeaderData(5, Qt::Horizontal, true, StretchRole);
    m_wrongModel->setHorizontalHeaderLabels({tr("Row"), tr("Number"), tr("Column"), tr("Reason")});
    m_wrongModel->setHeaderData(3, Qt::Horizontal, true, StretchRole);
    m_first->setModel(m_firstModel);
    m_wrong->setModel(m_wrongModel);
    for (Table *table : {m_first, m_wrong}) {
        table->setSortingEnabled(false);
        table->setDense(true);
        table->setFitToRows(true);
    }
    m_preview->body()->addWidget(m_counts);
    m_preview->body()->addWidget(m_first);
    m_problems->body()->addWidget(m_problemCount);
    m_problems->body()->addWidget(m_wrong);
    column->addWidget(m_preview);
    column->addWidget(m_problems);
}

QWidget *TableImport::buildFooter()
{
    auto *footer = new QWidget;
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins({});
    row->setSpacing(metrics::Spacing);
    m_back = plainButton(tr("Back"), QStringLiteral("tableBack"), QStringLiteral("go-previous"));
    m_another = plainButton(tr("Another file"), QStringLiteral("tableAnother"));
    m_stop = plainButton(tr("Stop"), QStringLiteral("tableStop"));
    m_add = primaryButton(tr("Add the orders"), QStringLiteral("tableAdd"));
    row->addWidget(m_back);
    row->addStretch();
    for (QWidget *button : {m_another, m_stop, m_add})
        row->addWidget(button);
    connect(m_back, &QAbstractButton::clicked, this, &TableImport::left);
    connect(m_another, &QAbstractButton::clicked, this, [this] {
        m_path->clear();
        m_presenter.begin();
        focusFirst();
    });
    connect(m_stop, &QAbstractButton::clicked, &m_presenter, &TableImportPresenter::stop);
    connect(m_add, &QAbstractButton::clicked, &m_presenter, &TableImportPresenter::add);
    return footer;
}

void TableImport::focusFirst()
{
    m_path->setFocus(Qt::OtherFocusReason);
}

QComboBox *TableImport::choice(qsizetype column)
{
    const TableImportState &state = m_presenter.state();
    const orders::CsvColumn &known = state.look.columns.at(column);
    auto *box = new QComboBox;
    box->setObjectName(QStringLiteral("tableColumn%1").arg(column));
    box->setAccessibleName(tr("Meaning of column %1").arg(known.name.isEmpty() ? QString::number(column + 1) : shortened(known.name, LongestName)));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(24);
    box->addItem(tr("Left out"), QString());
    for (const QString &field : orders::csvFields())
        box->addItem(fieldWords(field), field);
    const QString extra = QStringLiteral("extra.") + known.name;
    if (!known.name.isEmpty())
        box->addItem(tr("Further field “%1”").arg(shortened(known.name, LongestName)), extra);
    box->setCurrentIndex(qMax(0, box->findData(state.mapping.value(column))));
    connect(box, &QComboBox::activated, this, [this, box, column] { m_presenter.setField(column, box->currentData().toString()); });
    return box;
}

void TableImport::rebuildColumns()
{
    delete m_grid;
    m_grid = new QWidget;
    auto *grid = new QGridLayout(m_grid);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(metrics::CardSpacing);
    grid->setVerticalSpacing(metrics::Spacing);
    grid->setColumnStretch(1, 1);
    const auto &columns = m_presenter.state().look.columns;
    const qsizetype shown = qMin(columns.size(), MostColumns);
    for (qsizetype i = 0; i < shown; ++i) {
        const orders::CsvColumn &column = columns.at(i);
        auto *name = new TextLabel(column.name.isEmpty() ? tr("(without a name)") : shortened(column.name, LongestName), TextRole::Body);
        name->setToolTip(column.name);
        auto *sample = new TextLabel(shortened(column.samples.join(QStringLiteral(" · ")), LongestSample), TextRole::Caption, Tone::Muted);
        QComboBox *box = choice(i);
        name->setBuddy(box);
        const int row = static_cast<int>(i);
        grid->addWidget(name, row, 0);
        grid->addWidget(sample, row, 1);
        grid->addWidget(box, row, 2);
    }
    if (shown < columns.size())
        grid->addWidget(new TextLabel(tr("…and %1 more, as they were recognised").arg(number(columns.size() - shown)), TextRole::Caption, Tone::Muted),
                        static_cast<int>(shown), 0, 1, 3);
    m_columns->body()->addWidget(m_grid);
}

void TableImport::refresh()
{
    const TableImportState &state = m_presenter.state();
    const bool isKnown = state.step != Step::File && state.step != Step::Looking;
    m_columns->setVisible(isKnown && state.step != Step::Done);
    m_columns->setEnabled(state.step == Step::Columns);
    m_path->setEnabled(!state.isBusy());
    m_recognised->setVisible(isKnown);
    m_recognised->setText(tr("Recognised: %1, %2, columns: %3")
                              .arg(state.look.form.toUpper(), state.look.encoding, number(state.look.columns.size())));
    m_back->setEnabled(state.step != Step::Adding);
    m_back->setText(state.step == Step::Done ? tr("To the orders") : tr("Back"));
    m_another->setVisible(state.step == Step::Done);
    m_stop->setVisible(state.step == Step::Adding);
    m_add->setVisible(state.step == Step::Columns);
    m_add->setEnabled(state.canAdd());
    m_add->setText(state.canAdd() ? tr("Add the orders: %1").arg(number(state.report->added)) : tr("Add the orders"));
    showNews();
    showReport();
}

void TableImport::showNews()
{
    const TableImportState &state = m_presenter.state();
    QString news = QStringLiteral("%1 %2").arg(int(state.step)).arg(state.isTrying);
    if (state.error)
        news += base::name(state.error->code) + state.error->detail + state.error->where;
    if (state.step == Step::Adding) { // its numbers move
        m_banner->showMessage(Severity::Info, tr("The orders are being added"), tr("Rows: %1").arg(number(state.rows)));
        m_news = news;
        return;
    }
    if (news == m_news)
        return;
    m_news = news;
    m_banner->clear();
    if (state.error && state.step == Step::Columns && state.error->code == base::ErrorCode::Validation) {
        const bool isTwice = state.error->where == QLatin1String("number");
        m_banner->showMessage(Severity::Warning,
                              isTwice ? tr("Two columns cannot both be the number") : tr("Say what at least one column means"),
                              tr("Choose it below: the client, the phone, the service… Nothing has been written."));
    } else if (state.error) {
        m_banner->showError(*state.error);
    } else if (state.step == Step::Looking || (state.step == Step::Columns && state.isTrying && !state.report)) {
        m_banner->showMessage(Severity::Info, tr("The table is being read…"));
    } else if (state.step == Step::Done && state.report) {
        const CsvReport &report = *state.report;
        const bool isWhole = report.end == orders::CsvEnd::Whole;
        const QString numbers = tr("Added: %1, were there already: %2, with errors: %3")
                                    .arg(number(report.added), number(report.repeated), number(report.failed));
        m_banner->showMessage(!isWhole || report.failed > 0 ? Severity::Warning : Severity::Success,
                              isWhole ? tr("The table has been added") : tr("Stopped; what was added stays"),
                              isWhole ? numbers : numbers + QStringLiteral(". ") + tr("The same file again goes on and doubles nothing."));
    }
}

void TableImport::showReport()
{
    const TableImportState &state = m_presenter.state();
    const bool isShown = state.report && state.step != Step::Looking && state.step != Step::File;
    m_preview->setVisible(isShown && state.step != Step::Done);
    m_problems->setVisible(isShown && state.report->failed > 0);
    if (!isShown)
        return;
    const CsvReport &report = *state.report;
    m_counts->setText(tr("Orders: %1, new: %2, were there already: %3, with errors: %4")
                          .arg(number(report.read), number(report.added), number(report.repeated), number(report.failed)));
    m_firstModel->setRowCount(0);
    for (const orders::Order &order : report.first) {
        auto row = items({order.number.isEmpty() ? QStringLiteral("—") : order.number, order.client.name, order.client.phone, sumText(order),
                          texts::text(order.status), itemsLine(order)});
        row.at(3)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_firstModel->appendRow(row);
    }
    m_first->setVisible(!report.first.isEmpty());
    fillProblems(report);
}

void TableImport::fillProblems(const CsvReport &report)
{
    m_problemCount->setText(report.failed > report.problems.size()
                                ? tr("Orders with errors: %1; the first %2 are shown").arg(number(report.failed), number(report.problems.size()))
                                : tr("Orders with errors: %1").arg(number(report.failed)));
    m_wrongModel->setRowCount(0);
    for (const orders::CsvProblem &problem : report.problems)
        m_wrongModel->appendRow(items({number(problem.row), problem.number, shortened(problem.column, LongestName), texts::describe(problem.error).message}));
}

void TableImport::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile() && !m_presenter.state().isBusy())
        event->acceptProposedAction();
}

void TableImport::dropEvent(QDropEvent *event)
{
    const QString path = event->mimeData()->urls().value(0).toLocalFile();
    if (path.isEmpty())
        return;
    m_path->setText(QDir::toNativeSeparators(path));
    m_presenter.chooseFile(path);
}

} // namespace pfx::ui
