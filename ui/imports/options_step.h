// SPDX-License-Identifier: GPL-3.0-or-later
// Step 2 on the screen: default user, pipeline, source and type of deals, duplicates. GUI thread.
#pragma once

#include "ui/imports/options_presenter.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace pfx::ui {

class Banner;
class EmployeeEditor;
class Field;

class OptionsStep : public QWidget
{
    Q_OBJECT

public:
    explicit OptionsStep(OptionsPresenter &presenter, QWidget *parent = nullptr);

    void focusFirst();
    /// «Далее», or the editor's button while the editor has the focus.
    QPushButton *primary() const;

signals:
    void back();
    void start();
    void next();

private:
    QWidget *employeeCard();
    QWidget *dealsCard();
    QWidget *duplicatesCard();
    void refresh();
    void refreshLists(const OptionsState &state);

    OptionsPresenter &m_presenter;
    Banner *m_banner = nullptr;
    QComboBox *m_employee = nullptr;
    Field *m_employeeField = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_edit = nullptr;
    EmployeeEditor *m_editor = nullptr;
    QComboBox *m_pipeline = nullptr;
    QLineEdit *m_dealSource = nullptr;
    QLineEdit *m_dealType = nullptr;
    QButtonGroup *m_duplicates = nullptr;
    QButtonGroup *m_update = nullptr;
    QWidget *m_updateBox = nullptr;
    QPushButton *m_next = nullptr;
};

} // namespace pfx::ui
