// SPDX-License-Identifier: GPL-3.0-or-later
// The window: navigation left, the page, the job bar with the status chips below. It is there before the store is open; pages come by
// showPages. GUI thread.
#pragma once

#include "app/console/page_entry.h"
#include "core/base/error.h"

#include <QMainWindow>
#include <QPointer>

class QStackedWidget;

namespace pfx::ui {
class Banner;
class CommandPalette;
class JobBar;
class StatusChip;
}

namespace pfx::console {

class KeychainNotice;
class LiveChips;
class OpeningPage;
class SideBar;
class Tray;

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(const QVector<PageEntry> &entries, ui::JobModel &jobs, ui::ViewSettings &settings, ui::Prompt &prompt);

    void showOpening();
    void showFailure(const base::Error &error, const QString &storeAddress);
    void showStoreWork(const QString &title, bool isStoppable);
    void showStoreProgress(const QString &words);
    void showPages(ui::Services &services);
    void dropPages(); ///< Before what they stand on goes.
    void setStoreState(ui::Tone tone, const QString &words, const QString &detail);
    void setSubtitle(const QString &text);
    void showDemoRibbon();

    /// What jobs and pages have in hand, a sentence each; empty: nothing.
    QString pagesWork() const;

    QString currentPageId() const;
    void goTo(const QString &pageId, const QVariant &target = {});
    /// Ends the program, also when closing the window would leave it in the tray.
    void quit();

signals:
    void retryRequested();
    void folderRequested();
    void helpRequested(const QString &anchor);
    void stopRequested(); ///< Of the work with the store.

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeShortcuts();
    void showPage(const QString &id);
    ui::Page *pageOf(const QString &id);
    ui::Page *currentPage() const;
    void makeRemaining();
    void openPalette();
    void focusSearch();
    QString runningWork() const;
    QString serverWork() const;
    bool stayInTray();
    void showServer();
    QVector<std::pair<QString, QAction *>> programCommands() const;
    void restorePlace();

    QVector<PageEntry> m_entries;
    ui::JobModel &m_jobs;
    ui::ViewSettings &m_settings;
    ui::Prompt &m_prompt;
    ui::Services *m_services = nullptr;
    SideBar *m_side;
    QStackedWidget *m_stack;
    OpeningPage *m_opening;
    ui::JobBar *m_jobBar;
    LiveChips *m_chips;
    ui::StatusChip *m_storeChip;
    KeychainNotice *m_keychain;
    ui::Banner *m_trouble; ///< What the frame itself was asked to do and could not.
    Tray *m_tray;
    ui::CommandPalette *m_palette;
    QHash<QString, ui::Page *> m_pages;
    bool m_closing = false;
    bool m_quitting = false;
};

} // namespace pfx::console
