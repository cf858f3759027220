// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/main_window.h"

#include "app/console/chip_texts.h"
#include "app/console/demo_ribbon.h"
#include "app/console/keychain_notice.h"
#include "app/console/live_chips.h"
#include "app/console/opening_page.h"
#include "app/console/side_bar.h"
#include "app/console/tray.h"
#include "ui/common/banner.h"
#include "ui/common/command_palette.h"
#include "ui/common/icons.h"
#include "ui/common/job_bar.h"
#include "ui/common/live.h"
#include "ui/common/prompt.h"
#include "ui/common/status_chip.h"
#include "ui/common/view_settings.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace pfx::console {

using namespace ui;

namespace {
const QString GeometryKey = QStringLiteral("window/geometry");
const QString PageKey = QStringLiteral("window/page");
} // namespace

MainWindow::MainWindow(const QVector<PageEntry> &entries, JobModel &jobs, ViewSettings &settings, Prompt &prompt)
    : m_entries(entries), m_jobs(jobs), m_settings(settings), m_prompt(prompt)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Planfix Console"));
    setWindowIcon(applicationIcon());
    auto *whole = new QWidget(this);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    m_side = new SideBar(whole);
    m_stack = new QStackedWidget(whole);
    m_opening = new OpeningPage(m_stack);
    m_stack->addWidget(m_opening);
    m_keychain = new KeychainNotice(whole);
    m_trouble = new Banner(QStringLiteral("frameTrouble"), whole);
    auto *page = new QVBoxLayout;
    page->setSpacing(0);
    page->addWidget(m_keychain);
    page->addWidget(m_trouble);
    page->addWidget(m_stack, 1);
    row->addWidget(m_side);
    row->addLayout(page, 1);
    column->addLayout(row, 1);
    m_jobBar = new JobBar(jobs, whole);
    m_chips = new LiveChips(*m_jobBar, this);
    m_storeChip = new StatusChip(QStringLiteral("storeChip"), m_jobBar);
    m_jobBar->addAtEnd(m_storeChip);
    column->addWidget(m_jobBar);
    setCentralWidget(whole);
    m_palette = new CommandPalette(settings, this);
    m_tray = new Tray(*this, settings, {m_chips->serverSwitch(), m_chips->copyAddressAction()});
    for (const PageEntry &entry : m_entries)
        m_side->navigation()->addPage(entry.id, entry.title, entry.icon);
    connect(m_side, &SideBar::searchRequested, this, &MainWindow::openPalette);
    connect(m_side->navigation(), &Navigation::pageChosen, this, &MainWindow::showPage);
    connect(m_opening, &OpeningPage::retryRequested, this, &MainWindow::retryRequested);
    connect(m_opening, &OpeningPage::folderRequested, this, &MainWindow::folderRequested);
    connect(m_opening, &OpeningPage::stopRequested, this, &MainWindow::stopRequested);
    connect(m_storeChip, &QAbstractButton::clicked, this, &MainWindow::folderRequested);
    connect(m_jobBar, &JobBar::openRequested, this, &MainWindow::goTo);
    connect(m_chips, &LiveChips::setupRequested, this, [this] { goTo(pages::Setup); });
    connect(m_chips, &LiveChips::serverSettingsRequested, this, [this] { goTo(pages::Settings, QStringLiteral("server")); });
    connect(m_chips, &LiveChips::failed, m_trouble, &Banner::showError);
    connect(m_tray, &Tray::quitRequested, this, &MainWindow::quit);
    makeShortcuts();
    restorePlace();
    showOpening();
    m_side->navigation()->setFocus();
}

void MainWindow::restorePlace()
{
    const QSize room = screen()->availableSize(); // a small or a strongly scaled screen shows the whole window too
    setMinimumSize(QSize(960, 600).boundedTo(room));
    resize(QSize(1280, 800).boundedTo(room));
    restoreGeometry(m_settings.value(GeometryKey).toByteArray());
    const QString page = m_settings.value(PageKey).toString();
    const auto known = std::any_of(m_entries.cbegin(), m_entries.cend(), [&page](const PageEntry &entry) { return entry.id == page; });
    if (!m_entries.isEmpty())
        m_side->navigation()->setCurrentId(known ? page : m_entries.first().id);
}

void MainWindow::makeShortcuts()
{
    const auto shortcut = [this](const QKeySequence &keys, auto slot) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, slot);
    };
    for (int i = 0; i < qMin(9, static_cast<int>(m_entries.size())); ++i)
        shortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)), [this, id = m_entries[i].id] { goTo(id); });
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_K), [this] { openPalette(); });
    shortcut(QKeySequence(QKeySequence::Find), [this] { focusSearch(); });
    shortcut(QKeySequence(QKeySequence::HelpContents), [this] {
        emit helpRequested(currentPage() ? currentPage()->helpAnchor() : QString());
    });
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { goTo(pages::Settings); });
    shortcut(QKeySequence(QKeySequence::Quit), [this] { quit(); });
}

void MainWindow::showOpening()
{
    m_opening->showOpening();
    m_stack->setCurrentWidget(m_opening);
    m_side->navigation()->setEnabled(true);
    setStoreState(Tone::Muted, tr("Store: opening"), {});
}

void MainWindow::showFailure(const base::Error &error, const QString &storeAddress)
{
    m_opening->showFailure(error, storeAddress);
    m_stack->setCurrentWidget(m_opening);
    setStoreState(Tone::Error, tr("The store does not open"), storeAddress);
}

void MainWindow::showStoreWork(const QString &title, bool isStoppable)
{
    m_opening->showWork(title, isStoppable);
    m_stack->setCurrentWidget(m_opening);
    setStoreState(Tone::Muted, title, {});
}

void MainWindow::showStoreProgress(const QString &words)
{
    m_opening->showProgress(words);
}

void MainWindow::showPages(Services &services)
{
    m_services = &services;
    m_chips->follow(services);
    m_keychain->follow(services.live);
    if (services.live)
        connect(services.live, &Live::changed, this, &MainWindow::showServer);
    showPage(m_side->navigation()->currentId());
    QTimer::singleShot(0, this, &MainWindow::makeRemaining);
}

void MainWindow::makeRemaining()
{
    // One a turn of the event loop, so that the page in front answers from the start.
    for (const PageEntry &entry : std::as_const(m_entries)) {
        if (m_services && !m_pages.contains(entry.id)) {
            pageOf(entry.id);
            QTimer::singleShot(0, this, &MainWindow::makeRemaining);
            return;
        }
    }
}

void MainWindow::dropPages()
{
    if (m_services && m_services->live)
        m_services->live->disconnect(this);
    m_chips->forget();
    m_keychain->follow(nullptr);
    m_services = nullptr;
    const auto pages = std::exchange(m_pages, {});
    qDeleteAll(pages);
    m_stack->setCurrentWidget(m_opening);
}

Page *MainWindow::pageOf(const QString &id)
{
    if (Page *page = m_pages.value(id))
        return page;
    for (const PageEntry &entry : std::as_const(m_entries)) {
        if (entry.id != id || !m_services)
            continue;
        Page *page = entry.make(*m_services, m_stack);
        m_pages.insert(id, page);
        m_stack->addWidget(page);
        const auto showBadge = [this, page, id] { m_side->navigation()->setBadge(id, page->badge()); };
        connect(page, &Page::badgeChanged, this, showBadge);
        connect(page, &Page::goTo, this, &MainWindow::goTo);
        connect(page, &Page::helpRequested, this, &MainWindow::helpRequested);
        showBadge();
        return page;
    }
    return nullptr;
}

Page *MainWindow::currentPage() const
{
    return qobject_cast<Page *>(m_stack->currentWidget());
}

QString MainWindow::currentPageId() const
{
    return m_side->navigation()->currentId();
}

void MainWindow::showPage(const QString &id)
{
    m_settings.setValue(PageKey, id);
    Page *page = pageOf(id);
    if (!page)
        return;
    m_stack->setCurrentWidget(page);
    setWindowTitle(QStringLiteral("%1 — Planfix Console").arg(page->title()));
    page->shown();
}

void MainWindow::goTo(const QString &pageId, const QVariant &target)
{
    m_side->navigation()->setCurrentId(pageId);
    Page *page = pageOf(pageId);
    if (!page)
        return;
    if (target.isValid())
        page->open(target);
    else if (QWidget *field = page->searchField(); field && field->isVisible())
        field->setFocus(Qt::OtherFocusReason); // what had the keyboard is out of sight now
}

void MainWindow::setStoreState(Tone tone, const QString &words, const QString &detail)
{
    m_storeChip->setState(tone, words, detail);
}

void MainWindow::setSubtitle(const QString &text)
{
    m_side->setSubtitle(text);
}

void MainWindow::showDemoRibbon()
{
    auto *column = qobject_cast<QVBoxLayout *>(centralWidget()->layout());
    column->insertWidget(0, new DemoRibbon(centralWidget()));
}

void MainWindow::openPalette()
{
    QVector<CommandPalette::Command> commands;
    for (int i = 0; i < m_entries.size(); ++i) {
        const PageEntry &entry = m_entries[i];
        commands << CommandPalette::Command{QStringLiteral("page-") + entry.id, entry.title, tr("Page"), entry.icon,
                                            i < 9 ? QStringLiteral("Ctrl+%1").arg(i + 1) : QString(), [this, id = entry.id] { goTo(id); }};
    }
    for (const PageEntry &entry : std::as_const(m_entries)) {
        Page *page = m_pages.value(entry.id);
        if (!page)
            continue;
        for (QAction *action : page->commands()) {
            if (!action->isEnabled())
                continue;
            const QString icon = action->property("iconName").toString();
            commands << CommandPalette::Command{
                entry.id + QLatin1Char('-') + action->objectName(), action->text().remove(QLatin1Char('&')), entry.title,
                icon.isEmpty() ? entry.icon : icon, action->shortcut().toString(QKeySequence::NativeText),
                [this, id = entry.id, command = QPointer<QAction>(action)] {
                    goTo(id);
                    if (command)
                        command->trigger();
                }};
        }
    }
    commands << CommandPalette::Command{QStringLiteral("help"), tr("Help for this page"), tr("Program"), QStringLiteral("help-contents"),
                                        QStringLiteral("F1"), [this] {
                                            emit helpRequested(currentPage() ? currentPage()->helpAnchor() : QString());
                                        }};
    commands << CommandPalette::Command{QStringLiteral("folder"), tr("Open the folder with data"), tr("Program"),
                                        QStringLiteral("folder-open"), {}, [this] { emit folderRequested(); }};
    commands << CommandPalette::Command{QStringLiteral("quit"), tr("Quit"), tr("Program"), QStringLiteral("dialog-close"),
                                        QStringLiteral("Ctrl+Q"), [this] { quit(); }};
    for (const auto &[icon, action] : programCommands()) {
        if (action->isEnabled())
            commands << CommandPalette::Command{action->objectName(), action->text(), tr("Program"), icon, {}, [action = action] { action->trigger(); }};
    }
    m_palette->open(commands);
}

void MainWindow::focusSearch()
{
    if (const Page *page = currentPage()) {
        if (QWidget *field = page->searchField())
            field->setFocus(Qt::ShortcutFocusReason);
    }
}

QString MainWindow::pagesWork() const
{
    QStringList sentences;
    for (const Job *job : m_jobs.jobs())
        sentences << (job->stopNote().isEmpty() ? job->title() : QStringLiteral("%1. %2").arg(job->title(), job->stopNote()));
    for (const Page *page : m_pages) {
        if (!page->runningWork().isEmpty())
            sentences << page->runningWork();
    }
    return sentences.join(QLatin1Char('\n'));
}

QString MainWindow::runningWork() const
{
    QStringList sentences{pagesWork(), serverWork()};
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char('\n'));
}

/// A server that somebody uses, or is meant to.
QString MainWindow::serverWork() const
{
    if (!m_services || !m_services->live)
        return {};
    const ServerState server = m_services->live->server();
    if (!server.isListening() || (server.requests == 0 && server.publicUrl.isEmpty()))
        return {};
    return tr("The server stops: what the site and Planfix send to it is not taken until the program is started again.");
}

QVector<std::pair<QString, QAction *>> MainWindow::programCommands() const
{
    return {{QStringLiteral("edit-copy"), m_chips->copyAddressAction()},
            {QStringLiteral("internet-services"), m_chips->serverSwitch()},
            {QStringLiteral("go-down"), m_tray->keepAction()}};
}

void MainWindow::showServer()
{
    if (!m_services || !m_services->live)
        return;
    const ServerState server = m_services->live->server();
    m_tray->setServerRuns(server.isListening(), ChipTexts::server(server).words);
}

bool MainWindow::stayInTray()
{
    if (m_quitting || !m_tray->keepsProgram())
        return false;
    hide();
    QGuiApplication::setQuitOnLastWindowClosed(false); // the guide's window may be the last one
    return true;
}

void MainWindow::quit()
{
    m_quitting = true;
    QGuiApplication::setQuitOnLastWindowClosed(true);
    if (!isVisible() && !runningWork().isEmpty())
        show(); // there is something to answer
    const bool hidden = !isVisible();
    const bool closed = close();
    m_quitting = closed;
    if (closed && hidden)
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setValue(GeometryKey, saveGeometry());
    if (!m_closing && stayInTray()) {
        event->ignore();
        return;
    }
    const QString work = runningWork();
    if (m_closing || work.isEmpty()) {
        event->accept();
        return;
    }
    event->ignore();
    Question question;
    question.title = tr("Work is still going on");
    question.sentence = work;
    question.verb = tr("Stop and close");
    question.keep = tr("Do not close");
    m_prompt.confirm(this, question, [this] {
        m_closing = true;
        // Queued: the answer may come while the close event is still being handled.
        connect(&m_jobs, &JobModel::allFinished, this, &QWidget::close, Qt::QueuedConnection);
        if (m_jobs.hasRunning())
            m_jobs.stopAll();
        else
            QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
    });
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_side->setNarrow(width() < metrics::NarrowWindow);
}

} // namespace pfx::console
