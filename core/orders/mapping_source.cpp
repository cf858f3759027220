// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/mapping_source.h"

#include <algorithm>

namespace pfx::orders {

using base::ErrorCode;
using base::Result;
using settings::Settings;

namespace {

template <typename Outcome> Outcome of(const char *key, Outcome value)
{
    if (!value)
        value.error().where = QLatin1String(key);
    return value;
}

/// Nothing where the key may not look.
template <typename Outcome> Outcome permitted(Outcome answer)
{
    if (!answer && answer.error().code == ErrorCode::ScopeMissing)
        return typename Outcome::value_type();
    return answer;
}

} // namespace

Result<planfix::People> readAssignees(const QString &text)
{
    planfix::People people;
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString id = part.trimmed();
        bool isNumber = false;
        id.mid(id.indexOf(QLatin1Char(':')) + 1).toLongLong(&isNumber);
        if (!isNumber)
            return base::fail(ErrorCode::Validation, QStringLiteral("expected numbers of employees, separated by commas"));
        if (id.startsWith(QLatin1String("group:")))
            people.groups.append({id.mid(6), {}});
        else
            people.users.append({id.contains(QLatin1Char(':')) ? id : QStringLiteral("user:") + id, {}});
    }
    return people;
}

Result<TaskMapping> mappingOf(const Settings &settings, const TaskWords &words)
{
    TaskMapping mapping;
    mapping.templateId = settings.integer(QStringLiteral("planfix.order-template"));
    mapping.contactTemplateId = settings.integer(QStringLiteral("planfix.contact-template"));
    mapping.namePattern = settings.text(QStringLiteral("orders.task-name"));
    PFX_ASSIGN(mapping.fields, of("planfix.order-fields", readFieldMap(settings.map(QStringLiteral("planfix.order-fields")))));
    PFX_ASSIGN(mapping.statusNames, of("orders.statuses", readStatusNames(settings.map(QStringLiteral("orders.statuses")))));
    PFX_ASSIGN(mapping.assignees, of("orders.assignees", readAssignees(settings.text(QStringLiteral("orders.assignees")))));
    mapping.words = words;
    return mapping;
}

Result<TaskMapping> MappingSource::read(planfix::Api &api, const Settings &settings) const
{
    PFX_ASSIGN(TaskMapping mapping, mappingOf(settings, m_words));
    if (!mapping.fields.isEmpty()) {
        PFX_ASSIGN(const auto fields, permitted(api.taskFields()));
        for (const planfix::CustomField &field : fields)
            mapping.known.insert(field.id, field);
    }
    if (mapping.templateId > 0) {
        PFX_ASSIGN(const auto templates, permitted(api.taskTemplates()));
        const auto chosen =
            std::find_if(templates.begin(), templates.end(), [&](const planfix::Task &t) { return t.id == mapping.templateId; });
        if (chosen != templates.end() && chosen->processId > 0) {
            PFX_ASSIGN(mapping.statuses, permitted(api.statuses(chosen->processId)));
        }
    }
    return mapping;
}

Result<std::shared_ptr<const TaskMapping>> MappingSource::mapping(planfix::Api &api, const Settings &settings)
{
    const std::lock_guard lock(m_mutex);
    const QString account = api.session().account().host();
    const qint64 now = m_clock.monotonicMs();
    if (m_kept && m_account == account && m_revision == settings.revision() && now - m_readAtMs < keepMs)
        return m_kept;
    PFX_ASSIGN(TaskMapping mapping, read(api, settings));
    m_kept = std::make_shared<const TaskMapping>(std::move(mapping));
    m_account = account;
    m_revision = settings.revision();
    m_readAtMs = now;
    return m_kept;
}

} // namespace pfx::orders
