// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/rows_view.h"

#include "ui/common/card.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/step_parts.h"
#include "ui/common/table.h"
#include "ui/common/wrap_label.h"
#include "ui/imports/cells.h"
#include "ui/imports/run_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace pfx::ui {

using migration::Decision;

static constexpr int kSearchWidth = 200;
static constexpr int kDetailsHeight = 164;
static constexpr int kFewestDetails = 112;

RowsView::RowsView(CheckPresenter &presenter, RowsTense tense, ViewSettings &settings, const QString &stem, QWidget *parent)
    : QSplitter(Qt::Vertical, parent), m_presenter(presenter), m_tense(tense), m_model(presenter, tense)
{
    setObjectName(stem + QStringLiteral("rowsView"));
    setHandleWidth(metrics::CardSpacing);
    setChildrenCollapsible(false);
    addWidget(rowsCard(settings, stem));
    addWidget(detailsCard(stem));
    setStretchFactor(0, 1);
    setSizes({QWIDGETSIZE_MAX, kDetailsHeight + fontMetrics().height()});
    connect(&m_presenter, &CheckPresenter::changed, this, &RowsView::refresh);
    connect(&m_presenter, &CheckPresenter::rowsAppended, this, [this](int first) {
        if (first == 0)
            m_table->setCurrentIndex(m_model.index(0, 0));
    });
    connect(&m_presenter, &CheckPresenter::rowsReset, this, [this] { showDetails({}); });
    refresh();
}

QWidget *RowsView::rowsCard(ViewSettings &settings, const QString &stem)
{
    auto *card = new Card;
    auto *bar = new QHBoxLayout;
    bar->setSpacing(metrics::Spacing);
    m_search = new QLineEdit;
    m_search->setObjectName(stem + QStringLiteral("searchRows"));
    m_search->setPlaceholderText(tr("Find in the rows"));
    m_search->setAccessibleName(tr("Find in the rows"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("edit-find"), Tone::Muted), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(kSearchWidth);
    m_kind = new QComboBox;
    m_kind->setObjectName(stem + QStringLiteral("kindFilter"));
    m_kind->setAccessibleName(tr("Kind of the rows"));
    m_kind->addItem(tr("All kinds"), -1);
    for (const auto kind : {records::Kind::Contact, records::Kind::Company, records::Kind::Deal, records::Kind::Pipeline, records::Kind::Stage})
        m_kind->addItem(texts::text(kind), static_cast<int>(kind));
    m_shown = parts::caption({});
    m_shown->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const bool done = m_tense == RowsTense::Done;
    m_table = new Table(stem + QStringLiteral("checkRows"), done ? tr("What happened") : tr("What will happen"));
    m_table->setModel(&m_model);
    m_table->remember(settings, done ? QStringLiteral("imports.rows") : QStringLiteral("imports.check"));
    m_table->setEmptyText(tr("No such rows"), tr("Take a filter away or search for something else"));
    bar->addWidget(m_search);
    bar->addWidget(m_kind);
    bar->addWidget(m_shown, 1);
    bar->addWidget(m_table->makeColumnChooser(card));
    bar->addWidget(m_table->makeCopyButton(card));
    card->body()->addLayout(bar);
    card->body()->addWidget(m_table, 1);
    connect(m_search, &QLineEdit::textChanged, &m_presenter, &CheckPresenter::setSearch);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this](int index) {
        const int kind = m_kind->itemData(index).toInt();
        m_presenter.setKind(kind < 0 ? std::nullopt : std::optional(static_cast<records::Kind>(kind)));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &RowsView::showDetails);
    return card;
}

QWidget *RowsView::detailsCard(const QString &stem)
{
    m_details = new Card;
    m_details->setMinimumHeight(kFewestDetails + fontMetrics().height());
    m_title = new WrapLabel({}, TextRole::Section);
    m_subtitle = parts::caption({});
    m_differences = new Cells(this);
    const bool done = m_tense == RowsTense::Done;
    m_differences->setColumns({{tr("Field"), false, false, 130},
                               {done ? tr("Before") : tr("Now"), false, false, 200},
                               {done ? tr("After") : tr("From the file"), false, true, 200}});
    auto *table = new Table(stem + QStringLiteral("differences"), done ? tr("What changed") : tr("What will change"));
    table->setModel(m_differences);
    table->setDense(true);
    table->setEmptyText(done ? tr("Nothing of ours changed") : tr("Nothing of ours will change"));
    m_details->body()->addWidget(m_title);
    m_details->body()->addWidget(m_subtitle);
    m_details->body()->addWidget(table, 1);
    m_details->hide();
    return m_details;
}

QWidget *RowsView::searchField() const
{
    return m_search;
}

void RowsView::focusRows()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void RowsView::refresh()
{
    const CheckState &state = m_presenter.state();
    const int kind = m_kind->findData(state.kind ? static_cast<int>(*state.kind) : -1);
    if (m_kind->currentIndex() != kind) {
        const QSignalBlocker blocker(m_kind); // chosen elsewhere
        m_kind->setCurrentIndex(kind);
    }
    if (m_search->text().trimmed() != state.search)
        m_search->setText(state.search); // its signal, which changes nothing, also takes the sign of clearing away
    m_details->setVisible(m_table->currentIndex().isValid());
    if (state.phase != CheckState::Phase::Done)
        return;
    const qint64 matching = state.matching();
    const auto loaded = static_cast<qint64>(m_presenter.rows().size());
    if (matching < 0)
        m_shown->setText(m_presenter.hasMore() ? tr("the first %1").arg(number(loaded)) : tr("found: %1").arg(number(loaded)));
    else
        m_shown->setText(m_presenter.hasMore() ? tr("the first %1 of %2").arg(number(loaded), number(matching)) : records(matching));
    m_table->setLoading(m_presenter.hasMore() && loaded == 0);
}

/// A new record differs in nothing from ours: what is known of it is shown as what is made.
static QVector<migration::Difference> shownDifferences(const migration::RunRow &row, const RunRowsModel &model)
{
    QVector<migration::Difference> made = row.differences;
    if (row.decision != Decision::Created)
        return made;
    const auto add = [&made](const QString &field, const QString &value) {
        if (!value.isEmpty())
            made.append({field, {}, value});
    };
    if (made.isEmpty()) {
        add(row.kind == records::Kind::Contact ? QStringLiteral("name") : QStringLiteral("title"), row.title);
        const bool mail = row.summary.contains(QLatin1Char('@'));
        add(row.kind == records::Kind::Deal ? QStringLiteral("amount") : mail ? QStringLiteral("email") : QStringLiteral("phone"),
            model.text(row, RunRowsModel::Summary).toString());
    }
    add(QStringLiteral("id"), row.externalId);
    return made;
}

void RowsView::showDetails(const QModelIndex &index)
{
    m_differences->removeAllRows();
    m_details->setVisible(index.isValid());
    if (!index.isValid())
        return;
    const migration::RunRow &row = m_model.row(index.row());
    m_title->setWords(row.title.isEmpty() ? tr("(no name)") : row.title);
    QStringList facts{RunWords::place(row.place), RunWords::reason(row), m_model.changedFields(row)};
    facts.removeAll(QString());
    m_subtitle->setText(facts.join(QStringLiteral(" · ")));
    for (const migration::Difference &difference : shownDifferences(row, m_model)) {
        const QString before = difference.before.isEmpty() ? QStringLiteral("—") : RunWords::value(difference.field, difference.before);
        const QList<QStandardItem *> items
            = m_differences->addRow({texts::field(difference.field), before, RunWords::value(difference.field, difference.after)});
        Cells::setTone(items[0], Tone::Muted);
        Cells::setTone(items[1], Tone::Muted);
        Cells::setIconName(items[2], difference.before.isEmpty() ? QStringLiteral("list-add") : QStringLiteral("document-edit"));
        Cells::setBold(items[2]);
    }
}

} // namespace pfx::ui
