// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/fields_step.h"

#include "ui/common/card.h"
#include "ui/common/field.h"
#include "ui/common/prompt.h"
#include "ui/common/step_parts.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QToolButton>

namespace pfx::ui {

using Choice = FieldRow::Choice;

static constexpr int kChoiceRole = Qt::UserRole;
static constexpr int kTargetRole = Qt::UserRole + 1;
static constexpr int kShownInCombo = 20;
static constexpr int kSampleLength = 60;
static constexpr int kChoiceLength = 22;
static constexpr int kSeparated = 2; ///< «Само» and the line below it stand before the saved ones.

FieldsStep::FieldsStep(FieldsPresenter &presenter, Prompt &prompt, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_prompt(prompt)
{
    auto *body = new QWidget;
    auto *column = parts::column(body);
    m_banner = new Banner(QStringLiteral("fieldsBanner"));
    column->addWidget(m_banner);
    column->addWidget(named());
    m_fields = new Card(tr("Fields"));
    m_none = parts::caption(tr("Everything in the file is known: nothing has to be said here."));
    m_fields->body()->addWidget(m_none);
    column->addWidget(m_fields);
    m_stages = new Card(tr("Stages of deals"));
    column->addWidget(m_stages);
    column->addStretch();

    auto *back = plainButton(tr("Back"), QStringLiteral("back"), QStringLiteral("go-previous"));
    auto *start = plainButton(tr("Start the import"), QStringLiteral("start"));
    m_next = primaryButton(tr("Next"), QStringLiteral("next"));
    auto *layout = parts::column(this);
    layout->addWidget(parts::scrolled(body), 1);
    layout->addLayout(parts::footer({back}, nullptr, {start, m_next}));

    connect(back, &QPushButton::clicked, this, &FieldsStep::back);
    connect(start, &QPushButton::clicked, this, &FieldsStep::start);
    connect(m_next, &QPushButton::clicked, this, &FieldsStep::next);
    connect(&m_presenter, &FieldsPresenter::rowsReplaced, this, &FieldsStep::rebuild);
    connect(&m_presenter, &FieldsPresenter::changed, this, &FieldsStep::refresh);
    rebuild();
    refresh();
}

QWidget *FieldsStep::named()
{
    auto *card = new Card;
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::Spacing);
    m_name = new QComboBox;
    m_name->setEditable(true);
    m_name->setInsertPolicy(QComboBox::NoInsert);
    m_name->lineEdit()->setPlaceholderText(tr("By itself"));
    m_name->setMinimumWidth(180);
    m_nameField = new Field(tr("Named mapping"), m_name, QStringLiteral("mappingName"));
    auto *save = plainButton(tr("Save"), QStringLiteral("saveMapping"), QStringLiteral("document-save"));
    save->setAccessibleName(tr("Save the mapping"));
    auto *in = plainButton(tr("From a file…"), QStringLiteral("loadMapping"), QStringLiteral("document-open"));
    auto *out = plainButton(tr("To a file…"), QStringLiteral("storeMapping"), QStringLiteral("document-export"));
    m_delete = iconButton(QStringLiteral("edit-delete"), tr("Delete the mapping"), QStringLiteral("deleteMapping"));
    row->addWidget(m_nameField, 1);
    for (QWidget *each : std::initializer_list<QWidget *>{save, m_delete, in, out})
        row->addWidget(each, 0, Qt::AlignBottom);
    card->body()->addLayout(row);
    m_done = parts::caption({});
    m_done->setObjectName(QStringLiteral("mappingState"));
    m_done->setWordWrap(true);
    card->body()->addWidget(m_done);
    connect(m_name, &QComboBox::activated, this, &FieldsStep::chooseNamed);
    connect(m_delete, &QToolButton::clicked, this, &FieldsStep::askDelete);
    connect(&m_presenter, &FieldsPresenter::begunAnew, m_name, &QComboBox::clearEditText);
    connect(save, &QPushButton::clicked, this, [this] { m_presenter.saveNamed(m_name->currentText()); });
    connect(in, &QPushButton::clicked, this, &FieldsStep::loadFile);
    connect(out, &QPushButton::clicked, this, &FieldsStep::saveFile);
    return card;
}

void FieldsStep::chooseNamed(int index)
{
    if (index >= kSeparated) {
        m_presenter.loadNamed(m_name->itemText(index));
        return;
    }
    m_shownName.clear();
    m_name->clearEditText(); // the field says «Само» by itself while it is empty
    m_presenter.forgetChoices();
}

void FieldsStep::askDelete()
{
    Question question;
    question.title = tr("Delete the mapping “%1”?").arg(m_presenter.state().name);
    question.sentence = tr("Later imports will not find it any more. This import keeps what it chose.");
    question.verb = tr("Delete the mapping");
    question.keep = tr("Leave it");
    m_prompt.confirm(this, question, [this] {
        m_presenter.deleteNamed();
        m_name->setFocus(Qt::OtherFocusReason); // the button is no longer there for it
    });
}

void FieldsStep::loadFile()
{
    FileQuestion question;
    question.title = tr("Mapping from a file");
    question.filter = tr("Mappings (*.json)");
    m_prompt.openFile(this, question, [this](const QString &path) { m_presenter.loadFile(path); });
}

void FieldsStep::saveFile()
{
    FileQuestion question;
    question.title = tr("Mapping to a file");
    question.name = QStringLiteral("mapping.json");
    question.filter = tr("Mappings (*.json)");
    m_prompt.saveFile(this, question, [this](const QString &path) { m_presenter.saveFile(path); });
}

void FieldsStep::focusFirst()
{
    if (!m_targets.isEmpty())
        m_targets.first()->setFocus(Qt::OtherFocusReason);
    else
        m_next->setFocus(Qt::OtherFocusReason);
}

/// Free text of the file, short enough for a line of the grid.
static QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() <= kSampleLength ? line : line.left(kSampleLength) + QChar(0x2026);
}

static QWidget *freshGrid(QWidget *old, Card *card, QGridLayout **grid)
{
    delete old;
    auto *widget = new QWidget;
    *grid = new QGridLayout(widget);
    (*grid)->setContentsMargins({});
    (*grid)->setHorizontalSpacing(metrics::CardSpacing);
    (*grid)->setVerticalSpacing(metrics::Spacing);
    card->body()->addWidget(widget);
    return widget;
}

/// As wide in every line, whatever the longest entry.
static void sizeChoice(QComboBox *box)
{
    box->setMaxVisibleItems(kShownInCombo);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(kChoiceLength);
}

QComboBox *FieldsStep::targetChoice(const FieldRow &row) const
{
    auto *box = new QComboBox;
    sizeChoice(box);
    const QString &known = row.field.knownAs;
    box->addItem(known.isEmpty() ? tr("Additional field") : texts::field(known));
    box->setItemData(0, static_cast<int>(Choice::Automatic), kChoiceRole);
    box->addItem(tr("Leave out"));
    box->setItemData(1, static_cast<int>(Choice::LeaveOut), kChoiceRole);
    box->insertSeparator(2);
    for (const QString &target : migration::Mapping::targets(row.entity)) {
        if (target == known)
            continue;
        box->addItem(texts::field(target));
        box->setItemData(box->count() - 1, static_cast<int>(Choice::Target), kChoiceRole);
        box->setItemData(box->count() - 1, target, kTargetRole);
    }
    return box;
}

void FieldsStep::rebuild()
{
    rebuildFields();
    rebuildStages();
    refresh();
}

void FieldsStep::rebuildFields()
{
    const QVector<FieldRow> &rows = m_presenter.state().fields;
    m_targets.clear();
    QGridLayout *grid = nullptr;
    m_fieldGrid = freshGrid(m_fieldGrid, m_fields, &grid);
    m_none->setVisible(rows.isEmpty());
    if (rows.isEmpty())
        return;
    int column = 0;
    for (const QString &title : {tr("Kind"), tr("Field in the file"), tr("Examples"), tr("Where to")})
        grid->addWidget(parts::caption(title), 0, column++);
    grid->setColumnStretch(2, 1);
    for (int i = 0; i < rows.size(); ++i) {
        const FieldRow &row = rows[i];
        grid->addWidget(parts::caption(texts::text(row.entity)), i + 1, 0);
        const QString name = row.field.name.isEmpty() ? row.field.key : row.field.name;
        auto *label = new TextLabel(name);
        label->setToolTip(row.field.key);
        grid->addWidget(label, i + 1, 1);
        auto *samples = new TextLabel(shortened(row.samples().join(QStringLiteral(", "))), TextRole::Body, Tone::Muted);
        samples->setWordWrap(true);
        samples->setToolTip(row.samples().join(QLatin1Char('\n')));
        grid->addWidget(samples, i + 1, 2);
        QComboBox *box = targetChoice(row);
        box->setObjectName(QStringLiteral("target-%1").arg(row.field.key));
        box->setAccessibleName(tr("Where to: %1").arg(name));
        grid->addWidget(box, i + 1, 3);
        connect(box, &QComboBox::activated, this, [this, i, box](int index) {
            m_presenter.chooseField(i, static_cast<Choice>(box->itemData(index, kChoiceRole).toInt()), box->itemData(index, kTargetRole).toString());
        });
        m_targets.append(box);
    }
}

QComboBox *FieldsStep::stageChoice(const StageRow &row) const
{
    auto *box = new QComboBox;
    sizeChoice(box);
    box->addItem(row.byName != 0 ? tr("Ours of the same name") : tr("Create"), qint64(0));
    for (const crm::Pipeline &pipeline : m_presenter.state().pipelines) {
        for (const crm::Stage &stage : pipeline.stages)
            box->addItem(tr("%1 — %2").arg(pipeline.name, stage.name), stage.id);
    }
    return box;
}

void FieldsStep::rebuildStages()
{
    const QVector<StageRow> &rows = m_presenter.state().stages;
    m_stageTargets.clear();
    QGridLayout *grid = nullptr;
    m_stageGrid = freshGrid(m_stageGrid, m_stages, &grid);
    m_stages->setVisible(!rows.isEmpty());
    if (rows.isEmpty())
        return;
    int column = 0;
    for (const QString &title : {tr("Pipeline in the file"), tr("Stage in the file"), tr("Where to")})
        grid->addWidget(parts::caption(title), 0, column++);
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < rows.size(); ++i) {
        const StageRow &row = rows[i];
        grid->addWidget(parts::caption(row.pipelineName), i + 1, 0);
        grid->addWidget(new TextLabel(row.stageName), i + 1, 1);
        QComboBox *box = stageChoice(row);
        box->setObjectName(QStringLiteral("stage-%1").arg(row.stageKey));
        box->setAccessibleName(tr("Where to: %1").arg(row.stageName));
        grid->addWidget(box, i + 1, 2);
        connect(box, &QComboBox::activated, this,
                [this, i, box](int index) { m_presenter.chooseStage(i, box->itemData(index).toLongLong()); });
        m_stageTargets.append(box);
    }
}

void FieldsStep::refresh()
{
    const FieldsState &state = m_presenter.state();
    for (int i = 0; i < m_targets.size() && i < state.fields.size(); ++i) {
        const FieldRow &row = state.fields[i];
        int index = row.choice == Choice::LeaveOut ? 1 : 0;
        if (row.choice == Choice::Target) {
            index = m_targets[i]->findData(row.target, kTargetRole);
            if (index < 0)
                index = 0; // the same as by itself
        }
        m_targets[i]->setCurrentIndex(index);
    }
    for (int i = 0; i < m_stageTargets.size() && i < state.stages.size(); ++i)
        m_stageTargets[i]->setCurrentIndex(std::max(0, m_stageTargets[i]->findData(state.stages[i].toStage)));
    refreshNamed();
    parts::showError(m_banner, state.error);
}

void FieldsStep::refreshNamed()
{
    const FieldsState &state = m_presenter.state();
    QStringList shown;
    for (int i = kSeparated; i < m_name->count(); ++i)
        shown.append(m_name->itemText(i));
    if (m_name->count() == 0 || shown != state.names) {
        const QString text = m_name->currentText();
        m_name->clear();
        m_name->addItem(tr("By itself"));
        m_name->insertSeparator(1);
        m_name->addItems(state.names);
        m_name->setCurrentIndex(-1);
        m_name->setEditText(text);
    }
    if (m_shownName != state.name) {
        m_shownName = state.name;
        m_name->setEditText(state.name);
        m_name->lineEdit()->home(false); // of a long one the beginning is seen
    }
    m_nameField->setError(state.nameMissing ? tr("Give the mapping a name") : QString());
    m_delete->setEnabled(state.canDelete());
    const bool differs = state.done.isEmpty() && state.differsFromSaved();
    m_done->setVisible(differs || !state.done.isEmpty());
    m_done->setTone(differs ? Tone::Warning : Tone::Success);
    m_done->setText(differs ? tr("“%1” was changed here and is not saved again yet.").arg(state.name) : state.done);
}

} // namespace pfx::ui
