// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/crm/employees_presenter.h"

#include "core/base/email.h"
#include "core/base/text_keys.h"
#include "ui/common/formatting.h"

#include <algorithm>

namespace pfx::ui {

EmployeesPresenter::EmployeesPresenter(CrmService &service, QObject *parent) : QObject(parent), m_service(service) {}

void EmployeesPresenter::reload()
{
    m_service.employees(this, [this](base::Result<QVector<crm::Employee>> employees) {
        if (!employees) {
            m_state.body = EmployeesState::Body::Failed;
            m_state.error = employees.error();
            emit changed();
            return;
        }
        m_state.error.reset();
        m_all = std::move(*employees);
        std::sort(m_all.begin(), m_all.end(), [](const crm::Employee &a, const crm::Employee &b) {
            return std::pair(base::searchKey(a.name), a.id) < std::pair(base::searchKey(b.name), b.id);
        });
        m_state.count = m_all.size();
        filter();
    });
}

void EmployeesPresenter::filter()
{
    const QString key = base::searchKey(m_state.search);
    m_state.employees.clear();
    for (const crm::Employee &employee : std::as_const(m_all)) {
        const QString text = base::searchKey(QStringList{employee.name, employee.email, employee.extension}.join(QLatin1Char(' ')));
        if (key.isEmpty() || text.contains(key))
            m_state.employees.append(employee);
    }
    m_state.body = m_all.isEmpty() ? EmployeesState::Body::Empty : EmployeesState::Body::Rows;
    emit changed();
}

void EmployeesPresenter::setSearch(const QString &text)
{
    m_state.search = text;
    if (m_state.body == EmployeesState::Body::Rows)
        filter();
}

void EmployeesPresenter::show(const crm::Employee &draft)
{
    m_state.formShown = true;
    m_state.draft = draft;
    m_state.wrong = EmployeesState::Field::None;
    m_state.message.clear();
    m_state.saveError.reset();
    m_state.saved = false;
    m_state.needsHeir = false;
    m_state.done.clear();
    emit draftReplaced();
    emit changed();
}

void EmployeesPresenter::select(qint64 id)
{
    if (m_state.formShown && m_state.draft.id == id)
        return;
    const auto found = std::find_if(m_all.cbegin(), m_all.cend(), [id](const crm::Employee &employee) { return employee.id == id; });
    if (found != m_all.cend())
        show(*found);
}

void EmployeesPresenter::newEmployee()
{
    show({});
}

void EmployeesPresenter::closeForm()
{
    m_state.formShown = false;
    m_state.needsHeir = false;
    m_state.draft = {};
    emit changed();
}

void EmployeesPresenter::setName(const QString &name)
{
    m_state.draft.name = name;
    edited();
}

void EmployeesPresenter::setEmail(const QString &email)
{
    m_state.draft.email = email;
    edited();
}

void EmployeesPresenter::setExtension(const QString &extension)
{
    m_state.draft.extension = extension;
    edited();
}

void EmployeesPresenter::edited()
{
    m_state.wrong = EmployeesState::Field::None;
    m_state.message.clear();
    m_state.saveError.reset();
    m_state.saved = false;
    m_state.needsHeir = m_state.needsHeir && m_state.handingOver; // which no word typed meanwhile ends
    m_state.done.clear();
    emit changed();
}

void EmployeesPresenter::save()
{
    if (!m_state.canSave())
        return;
    edited();
    if (m_state.draft.name.simplified().isEmpty()) {
        m_state.wrong = EmployeesState::Field::Name;
        m_state.message = tr("Enter the name");
    } else if (!m_state.draft.email.trimmed().isEmpty() && !base::normalizeEmail(m_state.draft.email)) {
        m_state.wrong = EmployeesState::Field::Email;
        m_state.message = tr("This is not an e-mail address. Example: anna@example.com");
    }
    if (m_state.wrong != EmployeesState::Field::None) {
        emit changed();
        return;
    }
    m_state.saving = true;
    emit changed();
    m_service.saveEmployee(this, m_state.draft, [this](base::Result<qint64> id) {
        m_state.saving = false;
        if (!id) {
            saveFailed(id.error());
            return;
        }
        m_state.draft.id = *id;
        m_state.saved = true;
        emit changed();
        reload();
    });
}

void EmployeesPresenter::saveFailed(const base::Error &error)
{
    if (error.where == QLatin1String("email")) {
        m_state.wrong = EmployeesState::Field::Email;
        m_state.message = error.code == base::ErrorCode::Conflict ? tr("Another employee has this e-mail already")
                                                                   : tr("This is not an e-mail address. Example: anna@example.com");
    } else if (error.where == QLatin1String("name")) {
        m_state.wrong = EmployeesState::Field::Name;
        m_state.message = tr("Enter the name");
    } else {
        m_state.saveError = error;
    }
    emit changed();
}

void EmployeesPresenter::removeSelected()
{
    if (!m_state.canRemove())
        return;
    edited();
    removeNow(m_state.draft.id);
}

static QString counted(const crm::employees::HandedOver &records)
{
    QStringList parts;
    if (records.contacts > 0)
        parts.append(EmployeesPresenter::tr("contacts: %1").arg(number(records.contacts)));
    if (records.companies > 0)
        parts.append(EmployeesPresenter::tr("companies: %1").arg(number(records.companies)));
    if (records.deals > 0)
        parts.append(EmployeesPresenter::tr("deals: %1").arg(number(records.deals)));
    return parts.join(QStringLiteral(", "));
}

void EmployeesPresenter::giveAwayAndRemove(qint64 heir)
{
    if (!m_state.canRemove())
        return;
    m_state.handingOver = true;
    edited();
    m_state.saving = true;
    emit changed();
    // Another form may be open when the answer comes: it is about this one.
    m_service.handOver(this, m_state.draft.id, heir, [this, id = m_state.draft.id](const base::Result<crm::employees::HandedOver> &given) {
        m_state.saving = m_state.handingOver = false;
        if (given) {
            const QString words = counted(*given);
            m_state.done = words.isEmpty() ? QString() : tr("Handed over: %1").arg(words);
            return removeNow(id);
        }
        m_state.saveError = given.error();
        emit changed();
    });
}

void EmployeesPresenter::keepRecords()
{
    if (m_state.handingOver || !m_state.needsHeir)
        return;
    edited();
}

void EmployeesPresenter::removeNow(qint64 id)
{
    m_state.saving = true;
    emit changed();
    m_service.removeEmployee(this, id, [this, id](const base::Result<void> &answer) { removed(id, answer); });
}

void EmployeesPresenter::removed(qint64 id, const base::Result<void> &answer)
{
    m_state.saving = false;
    const bool shown = m_state.formShown && m_state.draft.id == id;
    if (answer) {
        if (shown)
            closeForm();
        reload();
        return;
    }
    if (shown && answer.error().code == base::ErrorCode::Conflict)
        return askForHeir();
    m_state.saveError = answer.error();
    emit changed();
}

void EmployeesPresenter::askForHeir()
{
    m_state.heirs = m_all;
    m_state.heirs.removeIf([id = m_state.draft.id](const crm::Employee &employee) { return employee.id == id; });
    m_state.needsHeir = true;
    m_state.owned.reset();
    const auto say = [this](const QString &whose) {
        m_state.message = whose + QLatin1Char(' ')
            + (m_state.heirs.isEmpty() ? tr("Add the one who shall get them first.") : tr("Choose who shall get them."));
        emit changed();
    };
    say(tr("Contacts, companies or deals belong to this employee."));
    m_service.ownedBy(this, m_state.draft.id, [this, say, id = m_state.draft.id](const base::Result<crm::employees::HandedOver> &owned) {
        if (!owned || !m_state.needsHeir || m_state.handingOver || m_state.draft.id != id)
            return; // the words without numbers are as true
        m_state.owned = *owned;
        const QString words = counted(*owned);
        say(words.isEmpty() ? tr("An import that can be continued gives its records to this employee.") : tr("These belong to this employee — %1.").arg(words));
    });
}

} // namespace pfx::ui
