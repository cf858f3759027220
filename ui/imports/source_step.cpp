// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/source_step.h"

#include "ui/common/card.h"
#include "ui/common/field.h"
#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/prompt.h"
#include "ui/common/thin_progress_bar.h"
#include "ui/imports/drop_zone.h"
#include "ui/imports/run_words.h"
#include "ui/common/step_parts.h"

#include <QButtonGroup>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>

namespace pfx::ui {

static constexpr int kRecentShown = 3;
static constexpr int kRecentWidth = 260;

SourceStep::SourceStep(SourcePresenter &presenter, Prompt &prompt, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_prompt(prompt)
{
    auto *body = new QWidget;
    auto *column = parts::column(body);
    m_banner = new Banner(QStringLiteral("sourceBanner"));
    auto *card = new Card;
    card->body()->addWidget(systemChoice());
    m_drop = new DropZone;
    m_drop->setObjectName(QStringLiteral("dropZone"));
    card->body()->addWidget(m_drop);
    card->body()->addWidget(fileRow());
    column->addWidget(card);
    column->addWidget(m_banner);
    column->addWidget(recognised());
    column->addStretch();

    m_next = primaryButton(tr("Next"), QStringLiteral("next"));
    auto *layout = parts::column(this);
    layout->addWidget(parts::scrolled(body), 1);
    layout->addLayout(parts::footer({}, nullptr, {m_next}));

    connect(m_drop, &QPushButton::clicked, this, &SourceStep::chooseFile);
    connect(m_drop, &DropZone::dropped, &m_presenter, &SourcePresenter::open);
    connect(m_path, &QLineEdit::textChanged, &m_presenter, &SourcePresenter::setPath);
    connect(m_next, &QPushButton::clicked, &m_presenter, &SourcePresenter::next);
    connect(&m_presenter, &SourcePresenter::changed, this, &SourceStep::refresh);
    refresh();
}

QWidget *SourceStep::systemChoice()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::CardSpacing);
    auto *label = parts::caption(tr("Where from"));
    layout->addWidget(label);
    m_systems = new QButtonGroup(this);
    for (const auto system : {records::System::Amocrm, records::System::Bitrix24}) {
        auto *button = new QRadioButton(RunWords::system(system));
        button->setObjectName(QStringLiteral("system-") + records::name(system));
        button->setAccessibleName(RunWords::system(system));
        button->setAccessibleDescription(tr("The system the data comes from"));
        m_systems->addButton(button, static_cast<int>(system));
        layout->addWidget(button);
    }
    layout->addStretch();
    connect(m_systems, &QButtonGroup::idToggled, this, [this](int id, bool on) { // a screen reader toggles without a click
        if (on)
            m_presenter.setSystem(static_cast<records::System>(id));
    });
    return row;
}

QWidget *SourceStep::fileRow()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->setSpacing(metrics::Spacing);
    m_path = new QLineEdit;
    m_path->setClearButtonEnabled(true);
    m_path->setPlaceholderText(tr("Path of the exported file"));
    auto *choose = plainButton(tr("Choose a file…"), QStringLiteral("chooseFile"), QStringLiteral("document-open"));
    connect(choose, &QPushButton::clicked, this, &SourceStep::chooseFile);
    m_pathField = new Field(tr("File"), m_path, QStringLiteral("file"), Field::Need::Required);
    m_pathField->addBeside(choose);
    column->addWidget(m_pathField);
    m_recent = new QWidget;
    new FlowLayout(m_recent);
    column->addWidget(m_recent);
    return box;
}

QWidget *SourceStep::recognised()
{
    m_info = new Card;
    m_info->setObjectName(QStringLiteral("recognised"));
    m_reading = new ThinProgressBar(QStringLiteral("reading"), tr("Reading the file"));
    m_summary = parts::section({});
    m_summary->setObjectName(QStringLiteral("fileSummary"));
    m_form = parts::caption({});
    m_notices = parts::caption({});
    m_notices->setTone(Tone::Warning);
    m_summary->setWordWrap(true);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_summary, m_reading, m_form, m_notices})
        m_info->body()->addWidget(widget);
    return m_info;
}

void SourceStep::focusFirst()
{
    m_path->setFocus(Qt::OtherFocusReason);
}

void SourceStep::chooseFile()
{
    FileQuestion question;
    question.title = tr("Choose a file");
    if (!m_presenter.state().path.isEmpty())
        question.folder = QFileInfo(m_presenter.state().path).absolutePath();
    question.filter = tr("Exports of AmoCRM and Bitrix24 (*.json *.jsonl *.csv *.xlsx *.xls);;All files (*)");
    m_prompt.openFile(this, question, [this](const QString &path) {
        m_presenter.open(path);
        m_next->setFocus(Qt::OtherFocusReason);
    });
}

void SourceStep::refresh()
{
    const SourceState &state = m_presenter.state();
    m_systems->button(static_cast<int>(state.system))->setChecked(true);
    if (m_path->text() != state.path)
        m_path->setText(state.path); // its signal, which changes nothing, also takes the sign of clearing away
    m_pathField->setError(state.missing ? tr("Choose a file or type its path") : QString());
    refreshRecent(state.recent);
    refreshError(state.phase == SourceState::Phase::Failed ? state.error : std::nullopt);
    refreshInfo(state);
}

/// What leads on stands in the banner itself: nothing on the page below does.
void SourceStep::refreshError(const std::optional<base::Error> &error)
{
    if (error == m_shownError)
        return; // the buttons stay under the pointer
    m_shownError = error;
    m_banner->clear();
    if (!error)
        return;
    m_banner->showError(*error);
    Button *again = m_banner->addAction(tr("Read it again"), QStringLiteral("readAgain"), ButtonKind::Normal, QStringLiteral("view-refresh"));
    Button *other = m_banner->addAction(tr("Choose another file…"), QStringLiteral("chooseOther"), ButtonKind::Normal, QStringLiteral("document-open"));
    connect(again, &QPushButton::clicked, &m_presenter, &SourcePresenter::readAgain, Qt::QueuedConnection);
    connect(other, &QPushButton::clicked, this, &SourceStep::chooseFile, Qt::QueuedConnection);
}

void SourceStep::refreshInfo(const SourceState &state)
{
    const bool reading = state.phase == SourceState::Phase::Reading;
    const bool ready = state.phase == SourceState::Phase::Ready;
    m_info->setVisible(reading || ready);
    m_reading->setVisible(reading);
    m_form->setVisible(ready);
    if (reading) {
        m_summary->setText(tr("Reading the file… %1 %").arg(state.percent));
        m_reading->setProgress(state.percent, 100);
        m_notices->hide();
        return;
    }
    if (!ready)
        return;
    const records::SourceInfo &info = state.info;
    const bool empty = info.contacts + info.deals + info.companies + info.pipelines + info.employees == 0;
    m_summary->setText(tr("In the file — %1").arg(RunWords::contents(info.contacts, info.deals, info.companies, info.pipelines, info.employees)));
    QStringList form{RunWords::system(info.system), RunWords::form(info.form), info.encoding, bytes(info.bytes)};
    if (!info.account.isEmpty())
        form.insert(1, tr("account %1").arg(info.account));
    form.removeAll(QString());
    m_form->setText(form.join(QStringLiteral(" · ")));
    QStringList notices;
    if (empty)
        notices.append(tr("There are no records inside: the import will end without creating anything."));
    if (state.systemCorrected)
        notices.append(tr("The file is of %1, so it was chosen above.").arg(RunWords::system(state.system)));
    for (const QString &code : info.notices)
        notices.append(RunWords::notice(code));
    notices.removeAll(QString());
    m_notices->setVisible(!notices.isEmpty());
    m_notices->setText(notices.join(QLatin1Char('\n')));
}

void SourceStep::refreshRecent(const QStringList &files)
{
    if (files == m_recentShown)
        return;
    m_recentShown = files;
    qDeleteAll(m_recent->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    while (QLayoutItem *item = m_recent->layout()->takeAt(0))
        delete item;
    m_recent->setVisible(!files.isEmpty());
    QLayout *row = m_recent->layout();
    auto *label = new TextLabel(tr("Recent:"), TextRole::Caption, Tone::Muted);
    row->addWidget(label);
    for (const QString &file : files.mid(0, kRecentShown)) {
        const QString name = QFileInfo(file).fileName();
        const QString shown = fontMetrics().elidedText(name, Qt::ElideMiddle, kRecentWidth);
        auto *button = linkButton(shown, QStringLiteral("recent-%1").arg(name));
        button->setAccessibleName(tr("Recent file %1").arg(name));
        button->setToolTip(file);
        connect(button, &QPushButton::clicked, this, [this, file] { m_presenter.open(file); });
        row->addWidget(button);
        label->setFixedHeight(button->sizeHint().height()); // one line with them
    }
}

} // namespace pfx::ui
