// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/setup_page.h"

#include "ui/common/card.h"
#include "ui/common/services.h"
#include "ui/common/step_parts.h"
#include "ui/forms/check_list.h"
#include "ui/forms/connection_fields.h"
#include "ui/forms/feedback_form.h"
#include "ui/forms/mapping_form.h"
#include "ui/forms/reach_form.h"
#include "ui/setup/setup_presenter.h"
#include "ui/setup/test_step.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace pfx::ui {

SetupPage::SetupPage(Services &services, QWidget *parent)
    : Page(parent), m_services(services), m_presenter(std::make_unique<SetupPresenter>(services))
{
    setObjectName(QStringLiteral("setupPage"));
    setAccessibleName(tr("Set-up"));
    m_titles = {tr("Account"), tr("Key"), tr("Template and fields"), tr("Feedback"), tr("Test order")};
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins({});
    columns->setSpacing(0);
    columns->addWidget(sideView());
    columns->addWidget(new Hairline(Qt::Vertical));
    columns->addWidget(stepsView(), 1);
    addCommands();
    connect(m_presenter.get(), &SetupPresenter::changed, this, &SetupPage::refresh);
    connect(m_presenter.get(), &SetupPresenter::stepChanged, this, [this] {
        refresh();
        focusStep();
    });
    refresh();
    m_presenter->reload();
}

SetupPage::~SetupPage()
{
    disconnect(m_presenter.get(), nullptr, this, nullptr);
    delete m_steps; // the forms hold references to the presenters
}

QWidget *SetupPage::sideView()
{
    auto *side = new QWidget;
    side->setFixedWidth(metrics::SideListWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(metrics::CardSpacing, metrics::CardSpacing, metrics::CardSpacing, metrics::CardSpacing);
    column->setSpacing(metrics::Spacing);
    column->addWidget(new TextLabel(tr("Set-up"), TextRole::PageTitle));
    column->addWidget(parts::caption(tr("It can be interrupted at any step")));
    m_list = new StepList(m_titles);
    column->addWidget(m_list);
    column->addStretch(1);
    auto *promise = new QHBoxLayout;
    promise->setSpacing(metrics::Spacing);
    promise->addWidget(new IconLabel(QStringLiteral("lock"), Tone::Muted), 0, Qt::AlignTop);
    promise->addWidget(parts::caption(tr("Nothing is saved before “Finish”. The key goes into the keychain of the system.")), 1);
    column->addLayout(promise);
    connect(m_list, &StepList::stepRequested, this, [this](int step) { m_presenter->goTo(static_cast<SetupStep>(step)); });
    return side;
}

QWidget *SetupPage::stepsView()
{
    auto *view = new QWidget;
    auto *column = new QVBoxLayout(view);
    column->setContentsMargins(metrics::PageMargin, metrics::CardSpacing, metrics::PageMargin, metrics::CardSpacing);
    column->setSpacing(metrics::CardSpacing);
    m_stepTitle = new TextLabel({}, TextRole::PageTitle);
    m_banner = new Banner(QStringLiteral("setupBanner"));
    m_steps = new QStackedWidget;
    for (QWidget *step : {accountStep(), keyStep(), taskStep(), feedbackStep(), testStep()})
        m_steps->addWidget(step);
    column->addWidget(m_stepTitle);
    column->addWidget(m_banner);
    column->addWidget(m_steps, 1);
    column->addWidget(new Hairline);
    column->addWidget(footer());
    return view;
}

/// A scrolled column that ends where its contents end.
static QWidget *stepBody(const QVector<QWidget *> &widgets)
{
    auto *body = new QWidget;
    QBoxLayout *column = parts::column(body);
    column->setContentsMargins(0, 0, metrics::Spacing, 0);
    for (QWidget *widget : widgets)
        column->addWidget(widget);
    column->addStretch(1);
    return parts::scrolled(body);
}

static TextLabel *sentence(const QString &text)
{
    auto *label = new TextLabel(text);
    label->setWordWrap(true);
    return label;
}

QWidget *SetupPage::accountStep()
{
    m_account = new AccountField(m_presenter->connection());
    m_account->setMaximumWidth(520);
    connect(m_account, &AccountField::entered, m_presenter.get(), &SetupPresenter::next);
    return stepBody({sentence(tr("Which Planfix account should orders go to? Any spelling will do: the name, the host, or an address from the browser.")),
                     m_account});
}

QWidget *SetupPage::keyStep()
{
    auto *robot = new Card(tr("Whose key?"));
    robot->body()->addWidget(sentence(
        tr("Best is a robot's key: a robot is always an administrator, needs no licence, and does not leave. In Planfix: Employees → add a "
           "robot; then Account management → API access → REST API → create a key for it.")));
    robot->body()->addWidget(sentence(tr("Needed are the rights task_add (task.create), task_readonly (task.get) and task_update (task.update); the others "
                                         "are named below with what they are for.")));
    m_key = new KeyField(m_presenter->connection());
    m_check = new CheckList(m_presenter->connection());
    connect(m_key, &KeyField::entered, &m_presenter->connection(), &ConnectionPresenter::check);
    return stepBody({m_key, m_check, robot});
}

QWidget *SetupPage::taskStep()
{
    m_mapping = new MappingForm(m_presenter->mapping());
    connect(m_mapping, &MappingForm::checkWanted, this, [this] {
        m_presenter->goTo(SetupStep::Key);
        m_presenter->connection().check();
    });
    return stepBody({m_mapping});
}

QWidget *SetupPage::feedbackStep()
{
    auto *reach = new ReachForm(m_presenter->feedback());
    connect(reach, &ReachForm::helpWanted, this, [this] { emit helpRequested(id() + QLatin1Char('/') + tr("Availability from outside")); });
    return stepBody({sentence(tr("So that changes in Planfix come back at once, Planfix calls this program. Paste these texts into two or three scenarios.")),
                     new FeedbackForm(m_presenter->feedback()), reach});
}

QWidget *SetupPage::testStep()
{
    m_test = new TestStep(*m_presenter);
    connect(m_test, &TestStep::orderRequested, this, [this](qint64 id) { emit goTo(pages::Orders, QVariantMap{{QStringLiteral("order"), id}}); });
    connect(m_test, &TestStep::journalRequested, this, [this](qint64 row) { emit goTo(pages::Journal, QVariantMap{{QStringLiteral("entry"), row}}); });
    return stepBody({m_test});
}

QWidget *SetupPage::footer()
{
    auto *bar = new QWidget;
    m_back = plainButton(tr("Back"), QStringLiteral("setupBack"), QStringLiteral("go-previous"));
    m_later = plainButton(tr("Leave for later"), QStringLiteral("setupLater"));
    m_next = primaryButton(tr("Next"), QStringLiteral("setupNext"));
    m_quietNext = plainButton(tr("Next"), QStringLiteral("setupQuietNext"));
    m_finish = primaryButton(tr("Finish"), QStringLiteral("setupFinish"), QStringLiteral("dialog-ok-apply"));
    bar->setLayout(parts::footer({m_back}, nullptr, {m_later, m_quietNext, m_next, m_finish}));
    connect(m_back, &QPushButton::clicked, m_presenter.get(), &SetupPresenter::back);
    connect(m_later, &QPushButton::clicked, m_presenter.get(), &SetupPresenter::later);
    connect(m_next, &QPushButton::clicked, m_presenter.get(), &SetupPresenter::next);
    connect(m_quietNext, &QPushButton::clicked, m_presenter.get(), &SetupPresenter::next);
    connect(m_finish, &QPushButton::clicked, m_presenter.get(), &SetupPresenter::finish);
    return bar;
}

void SetupPage::addCommands()
{
    const auto add = [this](const QString &text, const QString &name, auto slot) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, slot);
        m_commands.append(action);
    };
    add(tr("Check the Planfix key"), QStringLiteral("checkKey"), [this] {
        m_presenter->goTo(SetupStep::Key);
        m_presenter->connection().check();
    });
    add(tr("Address and scenarios for Planfix"), QStringLiteral("feedback"), [this] { m_presenter->goTo(SetupStep::Feedback); });
}

Badge SetupPage::badge() const
{
    return {};
}

QString SetupPage::helpAnchor() const
{
    return id() + QLatin1Char('/') + m_titles.value(static_cast<int>(m_presenter->state().step));
}

void SetupPage::open(const QVariant &target)
{
    bool isNumber = false;
    const int step = target.toMap().value(QStringLiteral("step")).toInt(&isNumber);
    if (isNumber)
        m_presenter->goTo(static_cast<SetupStep>(std::clamp(step, 0, static_cast<int>(m_titles.size()) - 1)));
}

void SetupPage::shown()
{
    m_presenter->reload();
    focusStep();
}

void SetupPage::focusStep()
{
    if (!isVisible())
        return;
    switch (m_presenter->state().step) {
    case SetupStep::Account:
        return m_account->focusFirst();
    case SetupStep::Key:
        return m_key->focusFirst();
    case SetupStep::Task:
        return m_mapping->focusFirst();
    case SetupStep::Feedback:
        return m_next->setFocus(Qt::OtherFocusReason);
    case SetupStep::TestOrder:
        if (!m_test->focusFirst())
            m_finish->setFocus(Qt::OtherFocusReason);
        return;
    }
}

void SetupPage::refresh()
{
    const SetupState &state = m_presenter->state();
    const int step = static_cast<int>(state.step);
    m_list->setSteps(step, state.marks);
    m_steps->setCurrentIndex(step);
    m_stepTitle->setText(m_titles.value(step));
    refreshFooter();
    showSaving();
}

void SetupPage::refreshFooter()
{
    const SetupState &state = m_presenter->state();
    const bool isLast = state.step == SetupStep::TestOrder;
    m_back->setVisible(state.step != SetupStep::Account);
    m_later->setVisible(!isLast);
    const SavingState &saving = m_presenter->saving();
    const bool isToSave = saving.isUnsaved() || saving.phase == SavingState::Phase::Running || saving.phase == SavingState::Phase::Failed;
    const bool hadFocus = m_finish->hasFocus();
    m_finish->setVisible(isLast && isToSave);
    if (hadFocus && !isToSave)
        m_test->focusFirst(); // saved: the test order is next
    const ConnectionState &connection = m_presenter->connection().state();
    const bool isTroubled = state.step == SetupStep::Key && connection.diagnosis && !connection.isProven();
    m_next->setVisible(!isLast && !isTroubled);
    m_quietNext->setVisible(!isLast && isTroubled);
    const bool willCheck = state.step == SetupStep::Key && !connection.diagnosis;
    m_next->setText(willCheck ? tr("Check the key") : tr("Next"));
    m_next->setAccessibleName(m_next->text());
}

void SetupPage::showSaving()
{
    const SavingState &state = m_presenter->saving();
    const QString shown = QString::number(static_cast<int>(state.phase)) + (state.error ? state.error->where + state.error->detail : QString())
        + (state.keyLeftOut ? QStringLiteral("without") : QString());
    if (shown == m_savingShown)
        return;
    m_savingShown = shown;
    m_banner->clear();
    if (state.phase == SavingState::Phase::Done) {
        if (state.keyLeftOut)
            m_banner->showMessage(Severity::Warning, tr("The settings are saved, the key is not"),
                                  tr("Give it where the program is started, in the variable PLANFIX_API_KEY, and start the program anew; or make the "
                                     "keychain usable and press “Finish” again."));
        else if (m_presenter->hasAccount() && m_presenter->hasKey())
            m_banner->showMessage(Severity::Success, tr("Saved. New orders become tasks by themselves"),
                                  tr("What was saved can be changed at any time here or in the settings."));
        else
            m_banner->showMessage(Severity::Warning, tr("Saved. Orders wait here until account and key are given"),
                                  tr("What is missing can be added at any time here or in the settings."));
        return;
    }
    if (state.phase != SavingState::Phase::Failed || !state.error)
        return;
    Button *again = m_banner->addAction(tr("Try again"), QStringLiteral("saveAgain"), ButtonKind::Normal, QStringLiteral("view-refresh"));
    connect(again, &QPushButton::clicked, m_presenter.get(), &SetupPresenter::finish);
    if (state.error->code == base::ErrorCode::Keychain) {
        Button *without = m_banner->addAction(tr("Save the settings without the key"), QStringLiteral("saveWithoutKey"));
        connect(without, &QPushButton::clicked, m_presenter.get(), &SetupPresenter::finishWithoutKeys);
    }
    m_banner->showError(*state.error);
}

void SetupPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        Page::keyPressEvent(event);
        return;
    }
    QWidget *focus = QApplication::focusWidget();
    if (auto *button = qobject_cast<QAbstractButton *>(focus); button != nullptr && isAncestorOf(button))
        button->click();
}

} // namespace pfx::ui
