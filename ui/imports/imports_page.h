// SPDX-License-Identifier: GPL-3.0-or-later
// The page «Импорт», headed «Миграция данных»: the runs at the left, the six steps in the middle, or an empty state before the first run.
// Imports go on when the page is gone. GUI thread.
#pragma once

#include "ui/common/page.h"

#include <memory>

class QLabel;
class QStackedWidget;

namespace pfx::ui {

class Banner;
class Button;
class CheckStep;
class FieldsStep;
class ImportService;
class ImportsPresenter;
class OptionsStep;
class ProgressStep;
class ResultStep;
class RunsList;
class RunsModel;
class SourceStep;
class StepHeader;
enum class ImportStep;
struct Services;

class ImportsPage : public Page
{
    Q_OBJECT

public:
    explicit ImportsPage(Services &services, QWidget *parent = nullptr);
    /// With another service behind it, for tests and pictures.
    ImportsPage(Services &services, std::unique_ptr<ImportService> imports, QWidget *parent = nullptr);
    ~ImportsPage() override;

    QString id() const override { return pages::Imports; }
    QString title() const override { return tr("Import"); }
    QString iconName() const override { return QStringLiteral("document-import"); }
    Badge badge() const override;
    QList<QAction *> commands() const override { return m_commands; }
    QWidget *searchField() const override;
    QString helpAnchor() const override; ///< The step's chapter; before the first import what is needed for it.
    void open(const QVariant &target) override;
    void shown() override;

    ImportsPresenter &presenter() { return *m_presenter; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *emptyView();
    QWidget *runsView();
    QWidget *stepsView();
    void addCommands();
    void connectSteps();
    void refresh();
    void stepChanged(ImportStep step);
    QWidget *stepWidget() const;
    void focusView();
    void focusStep();
    class QPushButton *primary() const;

    Services &m_services;
    std::unique_ptr<ImportService> m_imports;
    std::unique_ptr<ImportsPresenter> m_presenter;
    QStackedWidget *m_views = nullptr;
    RunsModel *m_runsModel = nullptr;
    RunsList *m_runs = nullptr;
    Button *m_new = nullptr;
    Button *m_olderChecks = nullptr;
    Button *m_emptyNew = nullptr;
    QStringList m_stepTitles;
    StepHeader *m_header = nullptr;
    Banner *m_banner = nullptr;
    QStackedWidget *m_steps = nullptr;
    SourceStep *m_source = nullptr;
    OptionsStep *m_options = nullptr;
    FieldsStep *m_fields = nullptr;
    CheckStep *m_check = nullptr;
    ProgressStep *m_progress = nullptr;
    ResultStep *m_result = nullptr;
    QList<QAction *> m_commands;
    bool m_wasShown = false;
    bool m_focusDue = false; ///< Shown while nothing was known yet; focusView waits for it.
};

} // namespace pfx::ui
