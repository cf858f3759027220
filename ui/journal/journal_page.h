// SPDX-License-Identifier: GPL-3.0-or-later
// The page «Журнал»: every exchange in and out, filtered, searched, followed as it comes, with the details of one and what can be done about
// it. open({"entry": 5}), ({"subject": "order:17"}), ({"kind": "attention"}). GUI thread.
#pragma once

#include "ui/common/page.h"
#include "ui/journal/journal_presenter.h"

class QComboBox;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace pfx::ui {

class Banner;
class Button;
class EmptyState;
class JournalPane;
class JournalRows;
class Table;
struct Services;

class JournalPage : public Page
{
    Q_OBJECT
public:
    explicit JournalPage(Services &services, QWidget *parent = nullptr);
    /// With another source of everything but the table's rows; for tests.
    JournalPage(Services &services, JournalService &service, QWidget *parent = nullptr);

    QString id() const override { return pages::Journal; }
    QString title() const override { return tr("Journal"); }
    QString iconName() const override { return QStringLiteral("view-history"); }
    Badge badge() const override;
    QList<QAction *> commands() const override { return m_commands; }
    QWidget *searchField() const override;
    void open(const QVariant &target) override;
    void shown() override;
    QString runningWork() const override;

private:
    void build();
    QLayout *toolbar();
    QWidget *work();
    void buildCommands();
    void connectTable();
    void follow();
    void showState();
    void showBodyError();
    void showExport();
    void fillServices();
    void keepSelection();
    void askFor(const JournalDeed &deed);
    void askForFile();

    Services &m_services;
    JournalService &m_source;
    JournalPresenter *m_presenter;
    JournalRows *m_rows;
    Table *m_table;
    JournalPane *m_pane;
    QStackedWidget *m_body;
    QLineEdit *m_search;
    QComboBox *m_service, *m_direction, *m_kind;
    QToolButton *m_export = nullptr;
    Banner *m_error, *m_exportBanner;
    Button *m_newer = nullptr; ///< «Показать новые», while the person reads further down.
    Button *m_all = nullptr;
    QList<QAction *> m_commands;
    std::optional<base::Error> m_shownError;
    bool m_wasShown = false;
};

} // namespace pfx::ui
