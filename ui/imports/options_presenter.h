// SPDX-License-Identifier: GPL-3.0-or-later
// Step 2 of an import, without widgets: the default employee (picked, made or edited here), pipeline, source and type of deals, what
// becomes of duplicates. GUI thread.
#pragma once

#include "core/texts/texts.h"
#include "ui/imports/import_service.h"

namespace pfx::ui {

struct EmployeeForm
{
    bool open = false;
    bool saving = false;
    crm::Employee employee;  ///< id 0: a new one
    QString nameError, emailError; ///< below the fields
    std::optional<base::Error> error; ///< of the store
};

struct OptionsState
{
    bool loading = false;
    QVector<crm::Employee> employees;
    qint64 employee = 0;
    QString employeeError;   ///< «Выберите пользователя по умолчанию»
    QVector<crm::Pipeline> pipelines;
    qint64 pipeline = 0;     ///< 0: those of the file
    QString dealSource, dealType;
    migration::DuplicatePolicy duplicates = migration::DuplicatePolicy::Skip;
    migration::UpdatePolicy update = migration::UpdatePolicy::OnlyEmpty;
    bool updateEnabled = false;
    bool editEnabled = false; ///< an employee is selected
    EmployeeForm form;
    std::optional<base::Error> error; ///< the lists could not be read
};

class OptionsPresenter : public QObject
{
    Q_OBJECT

public:
    explicit OptionsPresenter(ImportService &service, QObject *parent = nullptr);

    const OptionsState &state() const { return m_state; }
    void reset();
    /// Takes the choices of an earlier run.
    void adopt(const migration::ImportOptions &options);
    /// Reads employees and pipelines again. Who was not chosen yet is whom the last import had, or the only one there is.
    void reload();

    void setEmployee(qint64 id);
    void setPipeline(qint64 id);
    void setDealSource(const QString &text);
    void setDealType(const QString &text);
    void setDuplicates(migration::DuplicatePolicy policy);
    void setUpdate(migration::UpdatePolicy policy);

    void openForm(bool forNew);
    void setForm(const QString &name, const QString &email, const QString &extension);
    void saveForm();
    void closeForm();

    /// True when the employee is chosen; says «Выберите пользователя по умолчанию» otherwise.
    bool check();
    /// Shows an error of the run that is about the employee («Пользователь не найден»).
    void refuse(const base::Error &error);
    /// Writes the choices into `options`.
    void apply(migration::ImportOptions &options) const;

signals:
    void changed();

private:
    void resolve();

    ImportService &m_service;
    OptionsState m_state;
    bool m_chosenByHand = false; ///< the employee, since reset()
    QString m_wantedEmployee, m_wantedPipeline; ///< as an earlier run named them, until the lists are there
    QString m_lastEmployee; ///< of the newest import
};

} // namespace pfx::ui
