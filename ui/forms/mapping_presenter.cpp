// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/mapping_presenter.h"

#include "core/orders/mapping_source.h"
#include "core/planfix/field_types.h"
#include "core/planfix/write_entities.h"
#include "core/texts/order_texts.h"
#include "core/texts/technical.h"

#include <QJsonDocument>
#include <QTextDocumentFragment>

#include <algorithm>

namespace pfx::ui {

using planfix::CustomField;

namespace {

const QString templateKey = QStringLiteral("planfix.order-template");
const QString fieldsKey = QStringLiteral("planfix.order-fields");
const QString contactKey = QStringLiteral("planfix.contact-template");
const QString nameKey = QStringLiteral("orders.task-name");
const QString assigneesKey = QStringLiteral("orders.assignees");
const QString extraPrefix = QStringLiteral("extra.");

QString numberOrNothing(qint64 id)
{
    return id > 0 ? QString::number(id) : QString();
}

} // namespace

bool MappingState::isValid() const
{
    return nameError.isEmpty() && assigneesError.isEmpty()
        && std::none_of(rows.begin(), rows.end(), [](const MappedField &row) { return !row.error.isEmpty(); });
}

int MappingState::mapped() const
{
    return static_cast<int>(std::count_if(rows.begin(), rows.end(), [](const MappedField &row) { return row.field > 0; }));
}

MappingPresenter::MappingPresenter(PlanfixService &service, QObject *parent) : QObject(parent), m_service(service)
{
    for (const QString &field : orders::mappableFields())
        m_state.rows.append({field, texts::orderField(field), 0, {}, {}});
    m_state.name = settings::find(nameKey)->byDefault;
    preview();
}

void MappingPresenter::adopt(const KeptPlanfix &kept)
{
    m_kept = kept.settings;
    if (m_touched) {
        emit changed();
        return;
    }
    m_state.templateId = m_kept.integer(templateKey);
    m_state.contactTemplate = m_kept.integer(contactKey);
    m_state.name = m_kept.text(nameKey);
    m_state.assignees = m_kept.text(assigneesKey);
    for (MappedField &row : m_state.rows)
        row.field = 0;
    const auto fields = orders::readFieldMap(m_kept.map(fieldsKey)).value_or(QMap<QString, qint64>());
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const auto row = std::find_if(m_state.rows.begin(), m_state.rows.end(), [&](const MappedField &r) { return r.order == field.key(); });
        if (row != m_state.rows.end())
            row->field = field.value();
        else
            m_state.rows.append({field.key(), texts::orderField(field.key()), field.value(), {}, {}});
    }
    readTemplate();
    preview();
    emit changed();
}

void MappingPresenter::setChoices(const planfix::Diagnosis &diagnosis, const Credentials &given)
{
    m_given = given;
    m_known.clear();
    m_state.hasChoices = !diagnosis.stopped;
    m_state.templates = diagnosis.templates;
    m_state.contactTemplates = diagnosis.contactTemplates;
    m_state.employees = diagnosis.employees;
    m_state.fields.clear();
    for (const CustomField &field : diagnosis.fields) {
        m_known.insert(field.id, field);
        if (planfix::isFillable(field.type))
            m_state.fields.append(field);
    }
    if (m_state.hasChoices)
        readTemplate();
    preview();
    emit changed();
}

void MappingPresenter::edited()
{
    m_touched = true;
    preview();
    emit changed();
}

void MappingPresenter::setTemplate(qint64 id)
{
    if (id == m_state.templateId)
        return;
    m_state.templateId = id;
    readTemplate();
    edited();
}

void MappingPresenter::setName(const QString &pattern)
{
    if (pattern == m_state.name)
        return;
    m_state.name = pattern;
    edited();
}

void MappingPresenter::setContactTemplate(qint64 id)
{
    if (id == m_state.contactTemplate)
        return;
    m_state.contactTemplate = id;
    edited();
}

void MappingPresenter::setField(const QString &orderField, qint64 field)
{
    for (MappedField &row : m_state.rows) {
        if (row.order == orderField && row.field != field) {
            row.field = field;
            edited();
        }
    }
}

void MappingPresenter::addExtra(const QString &name)
{
    const QString field = extraPrefix + name.trimmed();
    const bool isThere = std::any_of(m_state.rows.begin(), m_state.rows.end(), [&](const MappedField &row) { return row.order == field; });
    if (name.trimmed().isEmpty() || isThere)
        return;
    m_state.rows.append({field, texts::orderField(field), 0, {}, {}});
    edited();
}

void MappingPresenter::setAssignees(const QString &text)
{
    if (text == m_state.assignees)
        return;
    m_state.assignees = text;
    edited();
}

/// Which fields and statuses tasks of the template have; by the key that was checked.
void MappingPresenter::readTemplate()
{
    const quint64 question = ++m_question;
    m_state.templateFacts = {};
    m_state.factsError.reset();
    m_state.facts = MappingState::Facts::None;
    if (m_state.templateId == 0 || !m_state.hasChoices)
        return;
    const auto chosen = std::find_if(m_state.templates.begin(), m_state.templates.end(),
                                     [this](const planfix::Task &task) { return task.id == m_state.templateId; });
    m_state.facts = MappingState::Facts::Reading;
    m_service.templateFacts(this, m_given, m_state.templateId, chosen == m_state.templates.end() ? 0 : chosen->processId,
                            [this, question](base::Result<TemplateFacts> facts) {
                                if (question != m_question)
                                    return;
                                m_state.facts = facts ? MappingState::Facts::Known : MappingState::Facts::Failed;
                                if (facts)
                                    m_state.templateFacts = std::move(*facts);
                                else
                                    m_state.factsError = facts.error();
                                preview();
                                emit changed();
                            });
}

QString MappingPresenter::fieldsSetting() const
{
    QJsonObject object;
    for (const MappedField &row : m_state.rows) {
        if (row.field > 0)
            object.insert(row.order, row.field);
    }
    return object.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

orders::TaskMapping MappingPresenter::mapping()
{
    orders::TaskMapping mapping;
    mapping.templateId = m_state.templateId;
    mapping.contactTemplateId = m_state.contactTemplate;
    mapping.namePattern = m_state.name;
    mapping.known = m_known;
    mapping.words = texts::taskWords();
    mapping.statuses = m_state.templateFacts.statuses;
    mapping.statusNames = orders::readStatusNames(m_kept.map(QStringLiteral("orders.statuses"))).value_or(QHash<orders::Status, QStringList>());
    const auto people = orders::readAssignees(m_state.assignees);
    m_state.assigneesError = people ? QString() : texts::technical(people.error().detail);
    if (people)
        mapping.assignees = *people;
    return mapping;
}

/// One field after the other, so that each that does not fit is named beside itself.
void MappingPresenter::checkFields(const orders::Order &sample, orders::TaskMapping &mapping)
{
    const auto &onTemplate = m_state.templateFacts.fields;
    for (MappedField &row : m_state.rows) {
        row.error.clear();
        row.warning.clear();
        if (row.field == 0)
            continue;
        mapping.fields = {{row.order, row.field}};
        if (const auto one = orders::newTask(sample, mapping); !one && one.error().where == row.order)
            row.error = tr("“%1” does not fit: %2").arg(m_known.value(row.field).name, texts::technical(one.error().detail));
        const bool isThere =
            std::any_of(onTemplate.begin(), onTemplate.end(), [&](const CustomField &field) { return field.id == row.field; });
        if (m_state.facts == MappingState::Facts::Known && !isThere)
            row.warning = tr("Tasks of this template do not have the field: Planfix would drop the value without a word");
        else if (m_state.hasChoices && !m_known.contains(row.field))
            row.warning = tr("The account has no field No. %1 any more").arg(row.field);
    }
    mapping.fields.clear();
    for (const MappedField &row : std::as_const(m_state.rows)) {
        if (row.field > 0 && row.error.isEmpty())
            mapping.fields.insert(row.order, row.field);
    }
}

void MappingPresenter::preview()
{
    orders::Order sample = texts::testOrder(m_service.services().clock.nowMs());
    sample.number = QStringLiteral("TEST-1");
    orders::TaskMapping mapping = this->mapping();
    checkFields(sample, mapping);
    const auto draft = orders::newTask(sample, mapping, QStringLiteral("contact:…"));
    m_state.nameError = draft ? QString() : texts::technical(draft.error().detail);
    if (!draft)
        return;
    m_state.previewTitle = draft->name.value_or(QString());
    m_state.previewText = QTextDocumentFragment::fromHtml(draft->description.value_or(QString())).toPlainText();
    m_state.previewRequest =
        QStringLiteral("POST /rest/task/\n") + QString::fromUtf8(QJsonDocument(planfix::toJson(*draft)).toJson(QJsonDocument::Indented)).trimmed();
}

void MappingPresenter::addTo(PlanfixDraft &draft) const
{
    const auto add = [&](const QString &key, const QString &value) {
        if (value.trimmed() != m_kept.text(key))
            draft.settings.insert(key, value);
    };
    add(templateKey, numberOrNothing(m_state.templateId));
    add(contactKey, numberOrNothing(m_state.contactTemplate));
    add(nameKey, m_state.name);
    add(assigneesKey, m_state.assignees);
    add(fieldsKey, fieldsSetting());
}

} // namespace pfx::ui
