// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/options_presenter.h"

#include "core/base/email.h"
#include "core/base/text_keys.h"

#include <algorithm>

namespace pfx::ui {

/// The entry that an id, e-mail or name means, as the core would find it; 0 when none.
static qint64 employeeNamed(const QVector<crm::Employee> &employees, const QString &wanted)
{
    if (wanted.isEmpty())
        return 0; // not who has no e-mail
    const QString key = base::searchKey(wanted);
    for (const auto &matches : {std::function<bool(const crm::Employee &)>([&](const crm::Employee &e) { return QString::number(e.id) == wanted; }),
                                std::function<bool(const crm::Employee &)>([&](const crm::Employee &e) { return e.email.compare(wanted, Qt::CaseInsensitive) == 0; }),
                                std::function<bool(const crm::Employee &)>([&](const crm::Employee &e) { return base::searchKey(e.name) == key; })}) {
        const auto found = std::find_if(employees.begin(), employees.end(), matches);
        if (found != employees.end())
            return found->id;
    }
    return 0;
}

OptionsPresenter::OptionsPresenter(ImportService &service, QObject *parent) : QObject(parent), m_service(service) {}

void OptionsPresenter::reset()
{
    m_wantedEmployee.clear();
    m_wantedPipeline.clear();
    m_chosenByHand = false;
    const OptionsState old = std::exchange(m_state, OptionsState());
    m_state.employees = old.employees;
    m_state.pipelines = old.pipelines;
    emit changed();
}

void OptionsPresenter::adopt(const migration::ImportOptions &options)
{
    reset();
    m_wantedEmployee = options.defaultEmployee;
    m_wantedPipeline = options.pipeline;
    m_state.dealSource = options.dealSource;
    m_state.dealType = options.dealType;
    m_state.duplicates = options.duplicates;
    m_state.update = options.update;
    m_state.updateEnabled = options.duplicates == migration::DuplicatePolicy::Update;
    resolve();
    emit changed();
}

void OptionsPresenter::reload()
{
    m_state.loading = true;
    m_state.error = {};
    emit changed();
    m_service.pipelines(this, [this](base::Result<QVector<crm::Pipeline>> pipelines) {
        if (pipelines)
            m_state.pipelines = std::move(*pipelines);
        else
            m_state.error = pipelines.error();
        resolve();
        emit changed();
    });
    m_service.lastEmployee(this, [this](const base::Result<QString> &last) {
        m_lastEmployee = last.value_or(QString()); // only a help: nobody is told when it cannot be read
        resolve();
        emit changed();
    });
    m_service.employees(this, [this](base::Result<QVector<crm::Employee>> employees) {
        m_state.loading = false;
        if (employees)
            m_state.employees = std::move(*employees);
        else
            m_state.error = employees.error();
        resolve();
        emit changed();
    });
}

void OptionsPresenter::resolve()
{
    if (!m_wantedEmployee.isEmpty()) {
        m_state.employee = employeeNamed(m_state.employees, m_wantedEmployee);
        if (m_state.employee != 0)
            m_wantedEmployee.clear();
    }
    if (!m_wantedPipeline.isEmpty()) {
        for (const crm::Pipeline &pipeline : std::as_const(m_state.pipelines)) {
            if (QString::number(pipeline.id) == m_wantedPipeline || base::searchKey(pipeline.name) == base::searchKey(m_wantedPipeline)) {
                m_state.pipeline = pipeline.id;
                m_wantedPipeline.clear();
                break;
            }
        }
    }
    const auto known = [this](const crm::Employee &e) { return e.id == m_state.employee; };
    if (std::none_of(m_state.employees.begin(), m_state.employees.end(), known))
        m_state.employee = 0;
    // Where there is nobody else to choose, nobody has to be asked; what was chosen or left empty by hand stays.
    if (m_state.employee == 0 && m_wantedEmployee.isEmpty() && !m_chosenByHand) {
        m_state.employee = m_state.employees.size() == 1 ? m_state.employees.first().id : employeeNamed(m_state.employees, m_lastEmployee);
        if (m_state.employee != 0)
            m_state.employeeError.clear();
    }
    m_state.editEnabled = m_state.employee != 0;
}

void OptionsPresenter::setEmployee(qint64 id)
{
    m_wantedEmployee.clear();
    m_chosenByHand = true;
    m_state.employee = id;
    m_state.editEnabled = id != 0;
    if (id != 0)
        m_state.employeeError.clear();
    emit changed();
}

void OptionsPresenter::setPipeline(qint64 id)
{
    m_wantedPipeline.clear();
    m_state.pipeline = id;
    emit changed();
}

void OptionsPresenter::setDealSource(const QString &text)
{
    m_state.dealSource = text;
}

void OptionsPresenter::setDealType(const QString &text)
{
    m_state.dealType = text;
}

void OptionsPresenter::setDuplicates(migration::DuplicatePolicy policy)
{
    if (policy == m_state.duplicates)
        return;
    m_state.duplicates = policy;
    m_state.updateEnabled = policy == migration::DuplicatePolicy::Update;
    emit changed();
}

void OptionsPresenter::setUpdate(migration::UpdatePolicy policy)
{
    if (policy == m_state.update)
        return;
    m_state.update = policy;
    emit changed();
}

void OptionsPresenter::openForm(bool forNew)
{
    m_state.form = EmployeeForm();
    if (!forNew) {
        const auto found = std::find_if(m_state.employees.begin(), m_state.employees.end(),
                                        [this](const crm::Employee &e) { return e.id == m_state.employee; });
        if (found == m_state.employees.end())
            return;
        m_state.form.employee = *found;
    }
    m_state.form.open = true;
    emit changed();
}

void OptionsPresenter::setForm(const QString &name, const QString &email, const QString &extension)
{
    const crm::Employee old = m_state.form.employee;
    m_state.form.employee.name = name;
    m_state.form.employee.email = email;
    m_state.form.employee.extension = extension;
    const bool named = !name.trimmed().isEmpty() && !m_state.form.nameError.isEmpty();
    if (named)
        m_state.form.nameError.clear();
    const bool readdressed = email != old.email && !m_state.form.emailError.isEmpty();
    if (readdressed)
        m_state.form.emailError.clear();
    if (named || readdressed)
        emit changed();
}

void OptionsPresenter::saveForm()
{
    if (!m_state.form.open || m_state.form.saving)
        return;
    crm::Employee &employee = m_state.form.employee;
    employee.name = employee.name.trimmed();
    employee.email = employee.email.trimmed();
    employee.extension = employee.extension.trimmed();
    m_state.form.error = {};
    if (employee.name.isEmpty()) {
        m_state.form.nameError = tr("Enter a name");
        emit changed();
        return;
    }
    if (!employee.email.isEmpty() && !base::normalizeEmail(employee.email)) {
        m_state.form.emailError = tr("This is not an e-mail address. Example: anna@example.com");
        emit changed();
        return;
    }
    m_state.form.saving = true;
    emit changed();
    m_service.saveEmployee(this, employee, [this](base::Result<qint64> id) {
        m_state.form.saving = false;
        if (!id) {
            if (id.error().code == base::ErrorCode::Conflict && id.error().where == QLatin1String("email"))
                m_state.form.emailError = tr("Another user has this e-mail already");
            else
                m_state.form.error = id.error();
            emit changed();
            return;
        }
        m_state.form.open = false;
        m_state.employeeError.clear();
        m_wantedEmployee = QString::number(*id);
        reload();
    });
}

void OptionsPresenter::closeForm()
{
    m_state.form = EmployeeForm();
    emit changed();
}

bool OptionsPresenter::check()
{
    if (m_state.employee != 0)
        return true;
    m_state.employeeError = texts::describe({base::ErrorCode::Validation, {}, QStringLiteral("default-employee")}).message;
    emit changed();
    return false;
}

void OptionsPresenter::refuse(const base::Error &error)
{
    m_state.employeeError = texts::describe(error).message;
    emit changed();
}

void OptionsPresenter::apply(migration::ImportOptions &options) const
{
    options.defaultEmployee = m_state.employee != 0 ? QString::number(m_state.employee) : QString();
    options.pipeline = m_state.pipeline != 0 ? QString::number(m_state.pipeline) : QString();
    options.dealSource = m_state.dealSource.trimmed();
    options.dealType = m_state.dealType.trimmed();
    options.duplicates = m_state.duplicates;
    options.update = m_state.update;
}

} // namespace pfx::ui
