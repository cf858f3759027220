// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/crm/pipelines_tab.h"

#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/common/card.h"
#include "ui/common/empty_state.h"
#include "ui/common/formatting.h"
#include "ui/common/labels.h"
#include "ui/common/services.h"
#include "ui/common/table.h"
#include "ui/common/table_delegate.h"
#include "ui/crm/record_view.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QStandardItemModel>

namespace pfx::ui {

namespace {

constexpr int ListWidth = 272;
constexpr int ColorColumn = 1;
constexpr int IdRole = Qt::UserRole + 1;

/// The pipeline's own colour as a small square with an edge around it, so that a pale one is seen too. The cell's text says it in letters.
class SwatchDelegate : public TableDelegate
{
public:
    using TableDelegate::TableDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        TableDelegate::paint(painter, option, QModelIndex()); // row and selection, no words
        const QColor color(index.data().toString());
        QRectF square(0, 0, metrics::IconSize, metrics::IconSize);
        square.moveCenter(QRectF(option.rect).center());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(fieldEdge(option.palette));
        painter->setBrush(color.isValid() ? QBrush(color) : QBrush(Qt::NoBrush));
        painter->drawRoundedRect(square, 3, 3);
        painter->restore();
    }
};

QStandardItem *cell(const QString &text, Qt::Alignment alignment = Qt::AlignLeft)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setData(int(alignment | Qt::AlignVCenter), Qt::TextAlignmentRole);
    return item;
}

void setHeadings(QStandardItemModel *model, const QStringList &headings, const QVector<int> &right, int stretch)
{
    model->setHorizontalHeaderLabels(headings);
    for (int column = 0; column < headings.size(); ++column) {
        const Qt::Alignment side = right.contains(column) ? Qt::AlignRight : Qt::AlignLeft;
        model->setHeaderData(column, Qt::Horizontal, int(side | Qt::AlignVCenter), Qt::TextAlignmentRole);
        model->setHeaderData(column, Qt::Horizontal, column == stretch, StretchRole);
    }
}

} // namespace

PipelinesTab::PipelinesTab(PipelinesPresenter &presenter, Services &services, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_body(new QStackedWidget), m_error(new Banner(QStringLiteral("pipelinesError"))),
      m_pipelines(new Table(QStringLiteral("pipelinesTable"), tr("Pipelines"))),
      m_stages(new Table(QStringLiteral("stagesTable"), tr("Stages of the pipeline"))), m_pipelineModel(new QStandardItemModel(this)),
      m_stageModel(new QStandardItemModel(this)), m_title(new TextLabel({}, TextRole::Section)),
      m_hint(new TextLabel({}, TextRole::Caption, Tone::Muted))
{
    setHeadings(m_pipelineModel, {tr("Pipeline"), tr("Stages")}, {1}, 0);
    setHeadings(m_stageModel, {tr("No."), tr("Colour"), tr("Stage"), tr("Meaning"), tr("Deals"), tr("Sum")}, {0, 4, 5}, 2);
    m_pipelines->setModel(m_pipelineModel);
    m_stages->setModel(m_stageModel);
    m_pipelines->setSortingEnabled(false);
    m_stages->setSortingEnabled(false);
    m_stages->setItemDelegateForColumn(ColorColumn, new SwatchDelegate(m_stages));
    m_stages->remember(services.settings, QStringLiteral("crm/stages"));
    m_hint->setText(tr("Return or a double click shows the deals of a stage."));

    auto *left = new Card;
    left->setFixedWidth(ListWidth);
    left->body()->addWidget(m_pipelines);
    auto *right = new Card;
    right->body()->setSpacing(metrics::Spacing);
    right->body()->addWidget(m_title);
    right->body()->addWidget(m_stages, 1);
    m_deals = plainButton(tr("Show the stage's deals"), QStringLiteral("stageDeals"), QStringLiteral("view-task"));
    auto *below = new QHBoxLayout;
    below->addWidget(m_hint, 1);
    below->addWidget(m_deals);
    right->body()->addLayout(below);
    auto *work = new QWidget;
    auto *columns = new QHBoxLayout(work);
    columns->setContentsMargins({});
    columns->setSpacing(metrics::CardSpacing);
    columns->addWidget(left);
    columns->addWidget(right, 1);
    auto *empty = new EmptyState(QStringLiteral("object-group"), tr("There are no pipelines yet"),
                                 tr("An import brings the pipelines with their stages, colours and order."));
    connect(empty->setPrimary(tr("New import"), QStringLiteral("pipelinesNewImport"), QStringLiteral("document-import")),
            &QAbstractButton::clicked, this, &PipelinesTab::importRequested);
    m_body->addWidget(work);
    m_body->addWidget(empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::CardSpacing);
    layout->addWidget(m_error);
    layout->addWidget(m_body, 1);

    connect(m_pipelines->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (!m_filling && current.isValid())
            m_presenter.select(current.siblingAtColumn(0).data(IdRole).toLongLong());
    });
    connect(m_pipelines, &Table::rowActivated, this, [this] { m_stages->setFocus(); });
    const auto open = [this] {
        emit stageOpened(m_presenter.state().selected, m_stages->currentIndex().siblingAtColumn(0).data(IdRole).toLongLong());
    };
    connect(m_stages, &Table::rowActivated, this, open);
    connect(m_deals, &QAbstractButton::clicked, this, open);
    connect(m_stages->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { m_deals->setEnabled(current.isValid()); });
    connect(&m_presenter, &PipelinesPresenter::changed, this, &PipelinesTab::showState);
    showState();
}

void PipelinesTab::showState()
{
    const PipelinesState &state = m_presenter.state();
    m_body->setCurrentIndex(state.body == PipelinesState::Body::Empty ? 1 : 0);
    m_pipelines->setLoading(state.body == PipelinesState::Body::Loading);
    m_stages->setLoading(state.body == PipelinesState::Body::Loading);
    m_error->clear();
    if (const auto &error = state.error ? state.error : state.totalsError) {
        m_error->showError(*error);
        connect(m_error->addAction(tr("Try again"), QStringLiteral("pipelinesRetry"), ButtonKind::Normal, QStringLiteral("view-refresh")),
                &QAbstractButton::clicked, &m_presenter, &PipelinesPresenter::reload, Qt::QueuedConnection);
    }
    m_filling = true;
    showPipelines();
    m_filling = false;
    showStages();
}

void PipelinesTab::showPipelines()
{
    const PipelinesState &state = m_presenter.state();
    m_pipelineModel->setRowCount(0);
    for (const crm::Pipeline &pipeline : state.pipelines) {
        auto *name = cell(pipeline.name);
        name->setData(pipeline.id, IdRole);
        name->setData(true, BoldRole);
        m_pipelineModel->appendRow({name, cell(number(pipeline.stages.size()), Qt::AlignRight)});
        if (pipeline.id == state.selected)
            m_pipelines->setCurrentIndex(m_pipelineModel->index(m_pipelineModel->rowCount() - 1, 0));
    }
}

void PipelinesTab::showStages()
{
    const PipelinesState &state = m_presenter.state();
    const int row = m_stages->currentIndex().row();
    m_stageModel->setRowCount(0);
    m_title->setText(state.pipeline() ? state.pipeline()->name : QString());
    for (const StageColumn &column : state.columns) {
        auto *position = cell(number(m_stageModel->rowCount() + 1), Qt::AlignRight);
        position->setData(column.queryId(), IdRole);
        auto *name = cell(column.name);
        if (column.stage.placeholder)
            name->setData(tr("made for deals whose stage was not in the list"), NoteRole);
        const SemanticsWords words = semanticsWords(column.stage.semantics);
        auto *meaning = cell(words.text);
        meaning->setData(QVariant::fromValue(Chip{words.tone, words.icon, words.text}), ChipRole);
        m_stageModel->appendRow({position, cell(column.stage.color), name, meaning, cell(column.deals ? number(*column.deals) : QStringLiteral("…"), Qt::AlignRight),
                                 cell(column.sumText(), Qt::AlignRight)});
    }
    m_stages->fitColumns(); // the sums come after the stages
    if (row >= 0 && row < m_stageModel->rowCount())
        m_stages->setCurrentIndex(m_stageModel->index(row, 0));
    m_deals->setEnabled(m_stages->currentIndex().isValid());
}

} // namespace pfx::ui
