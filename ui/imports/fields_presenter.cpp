// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/fields_presenter.h"

#include "core/base/text_keys.h"
#include "ui/common/formatting.h"

#include <algorithm>

namespace pfx::ui {

static constexpr qint64 kEarliestSeconds = 100'000'000; // 1973: a smaller number is a year or a day, not a moment

static records::Kind kindOf(records::Section section)
{
    switch (section) {
    case records::Section::Companies:
        return records::Kind::Company;
    case records::Section::Deals:
        return records::Kind::Deal;
    default:
        return records::Kind::Contact;
    }
}

static bool sameText(const QString &a, const QString &b)
{
    return base::searchKey(a) == base::searchKey(b);
}

/// A name serves as key while nothing else bears it; else the id does.
static QString keyOf(const QString &name, const QString &id, int bearers)
{
    return !name.isEmpty() && (bearers == 1 || id.isEmpty()) ? name : id;
}

QStringList FieldRow::samples() const
{
    if (!field.knownAs.endsWith(QLatin1String("_at")))
        return field.samples;
    QStringList dates;
    for (const QString &sample : field.samples) {
        bool isSeconds = false;
        const qint64 seconds = sample.toLongLong(&isSeconds);
        dates.append(isSeconds && seconds >= kEarliestSeconds ? timeExact(seconds * 1000) : sample);
    }
    return dates;
}

FieldsPresenter::FieldsPresenter(ImportService &service, QObject *parent) : QObject(parent), m_service(service) {}

void FieldsPresenter::setSource(const records::SourceInfo &info)
{
    if (m_sourceKnown && info.system != m_info.system)
        reset(); // the other service has other fields, and mappings of its own
    m_sourceKnown = true;
    replaceRows([&] { makeRows(info); });
}

/// The choices go over to the new rows, and those of the saved mapping too, so that both can still be compared.
void FieldsPresenter::replaceRows(const std::function<void()> &replace)
{
    const migration::Mapping kept = mapping();
    replace();
    applyMapping(m_saved);
    m_saved = mapping();
    applyMapping(kept);
    matchStages();
    emit rowsReplaced();
    emit changed();
}

void FieldsPresenter::makeRows(const records::SourceInfo &info)
{
    m_info = info;
    m_state.fields.clear();
    for (const records::SourceField &field : info.fields) {
        FieldRow row;
        row.field = field;
        row.entity = kindOf(field.section);
        m_state.fields.append(row);
    }
    m_state.stages.clear();
    for (const records::Pipeline &pipeline : info.stagesSeen) {
        const auto bearers = std::count_if(info.stagesSeen.begin(), info.stagesSeen.end(),
                                           [&](const records::Pipeline &p) { return sameText(p.name, pipeline.name); });
        for (const records::Stage &stage : pipeline.stages) {
            const auto equals = std::count_if(pipeline.stages.begin(), pipeline.stages.end(),
                                              [&](const records::Stage &s) { return sameText(s.name, stage.name); });
            StageRow row;
            row.pipelineName = pipeline.name;
            row.pipelineKey = keyOf(pipeline.name, pipeline.externalId, static_cast<int>(bearers));
            row.stageName = stage.name;
            row.stageKey = keyOf(stage.name, stage.externalId, static_cast<int>(equals));
            row.color = stage.color;
            m_state.stages.append(row);
        }
    }
}

void FieldsPresenter::setPipelines(const QVector<crm::Pipeline> &pipelines, qint64 only)
{
    if (only == m_onlyPipeline && pipelines.constData() == m_state.pipelines.constData())
        return;
    replaceRows([&] {
        m_state.pipelines = pipelines;
        m_onlyPipeline = only;
    });
}

void FieldsPresenter::matchStages()
{
    for (StageRow &row : m_state.stages) {
        row.byName = 0;
        for (const crm::Pipeline &pipeline : std::as_const(m_state.pipelines)) {
            const bool fits = m_onlyPipeline != 0 ? pipeline.id == m_onlyPipeline : sameText(pipeline.name, row.pipelineName);
            if (!fits)
                continue;
            for (const crm::Stage &stage : pipeline.stages) {
                if (row.byName == 0 && sameText(stage.name, row.stageName))
                    row.byName = stage.id;
            }
        }
    }
}

void FieldsPresenter::setMapping(const migration::Mapping &mapping)
{
    applyMapping(mapping);
    m_saved = this->mapping();
    m_state.changed = false;
    emit rowsReplaced();
    emit changed();
}

void FieldsPresenter::applyMapping(const migration::Mapping &mapping)
{
    m_employees = mapping.employees;
    m_foreign = {};
    for (FieldRow &row : m_state.fields) {
        row.choice = FieldRow::Choice::Automatic;
        row.target.clear();
    }
    for (StageRow &row : m_state.stages)
        row.toStage = 0;
    for (const migration::FieldMapping &line : mapping.fields) {
        const auto row = std::find_if(m_state.fields.begin(), m_state.fields.end(), [&](const FieldRow &r) {
            return r.entity == line.entity && (r.field.key == line.from || sameText(r.field.name, line.from));
        });
        if (row == m_state.fields.end()) {
            m_foreign.fields.append(line);
            continue;
        }
        const bool out = line.to.isEmpty() || line.to == QLatin1String("-");
        row->choice = out ? FieldRow::Choice::LeaveOut : FieldRow::Choice::Target;
        row->target = out ? QString() : line.to;
    }
    for (const migration::StageMapping &line : mapping.stages) {
        const auto row = std::find_if(m_state.stages.begin(), m_state.stages.end(), [&](const StageRow &r) {
            return (line.pipeline.isEmpty() || sameText(r.pipelineKey, line.pipeline) || sameText(r.pipelineName, line.pipeline))
                && (sameText(r.stageKey, line.stage) || sameText(r.stageName, line.stage));
        });
        qint64 to = 0;
        for (const crm::Pipeline &pipeline : std::as_const(m_state.pipelines)) {
            if (QString::number(pipeline.id) != line.toPipeline && !sameText(pipeline.name, line.toPipeline))
                continue;
            for (const crm::Stage &stage : pipeline.stages) {
                if (to == 0 && (QString::number(stage.id) == line.toStage || sameText(stage.name, line.toStage)))
                    to = stage.id;
            }
        }
        if (row == m_state.stages.end() || to == 0)
            m_foreign.stages.append(line);
        else
            row->toStage = to;
    }
}

migration::Mapping FieldsPresenter::mapping() const
{
    migration::Mapping mapping = m_foreign;
    mapping.employees = m_employees;
    for (const FieldRow &row : m_state.fields) {
        if (row.choice == FieldRow::Choice::Automatic)
            continue;
        mapping.fields.append({row.entity, row.field.key, row.choice == FieldRow::Choice::LeaveOut ? QStringLiteral("-") : row.target});
    }
    for (const StageRow &row : m_state.stages) {
        if (row.toStage == 0)
            continue;
        for (const crm::Pipeline &pipeline : m_state.pipelines) {
            for (const crm::Stage &stage : pipeline.stages) {
                if (stage.id == row.toStage)
                    mapping.stages.append({row.pipelineKey, row.stageKey, pipeline.name, stage.name});
            }
        }
    }
    return mapping;
}

void FieldsPresenter::chooseField(int row, FieldRow::Choice choice, const QString &target)
{
    if (row < 0 || row >= m_state.fields.size())
        return;
    FieldRow &line = m_state.fields[row];
    if (line.choice == choice && line.target == target)
        return;
    line.choice = choice;
    line.target = choice == FieldRow::Choice::Target ? target : QString();
    noteChoice();
}

void FieldsPresenter::chooseStage(int row, qint64 stage)
{
    if (row < 0 || row >= m_state.stages.size() || m_state.stages[row].toStage == stage)
        return;
    m_state.stages[row].toStage = stage;
    noteChoice();
}

void FieldsPresenter::noteChoice()
{
    m_state.changed = mapping() != m_saved;
    m_state.done.clear();
    emit changed();
}

void FieldsPresenter::loadNames()
{
    m_service.mappingNames(this, m_info.system, [this](base::Result<QStringList> names) {
        if (!names)
            return fail(names.error());
        m_state.names = std::move(*names);
        emit changed();
    });
}

void FieldsPresenter::loadNamed(const QString &name)
{
    m_service.mapping(this, m_info.system, name, [this, name](base::Result<migration::Mapping> mapping) {
        if (!mapping)
            return fail(mapping.error());
        m_state.name = name;
        m_state.nameMissing = false;
        m_state.error = {};
        m_state.done = tr("The mapping “%1” is applied").arg(name);
        setMapping(*mapping);
    });
}

void FieldsPresenter::saveNamed(const QString &name)
{
    m_state.nameMissing = name.trimmed().isEmpty();
    if (m_state.nameMissing) {
        emit changed();
        return;
    }
    m_service.saveMapping(this, m_info.system, name.trimmed(), mapping(), [this, name = name.trimmed()](base::Result<void> saved) {
        if (!saved)
            return fail(saved.error());
        m_state.name = name;
        m_saved = mapping();
        m_state.changed = false;
        m_state.error = {};
        m_state.done = tr("Saved as “%1”").arg(name);
        loadNames();
        emit changed();
    });
}

void FieldsPresenter::deleteNamed()
{
    if (!m_state.canDelete())
        return;
    m_service.removeMapping(this, m_info.system, m_state.name, [this, name = m_state.name](base::Result<void> removed) {
        if (!removed)
            return fail(removed.error());
        if (m_state.name == name)
            m_state.name.clear();
        m_state.error = {};
        m_state.done = tr("“%1” is deleted; what it chose stays chosen in this import").arg(name);
        loadNames();
        emit changed();
    });
}

void FieldsPresenter::forgetChoices()
{
    m_state.name.clear();
    m_state.nameMissing = false;
    m_state.error = {};
    m_state.done = tr("Each field goes where it is known to belong");
    setMapping({});
}

void FieldsPresenter::loadFile(const QString &path)
{
    m_service.readFile(this, path, [this](base::Result<QByteArray> json) {
        if (!json)
            return fail(json.error());
        const base::Result<migration::Mapping> mapping = migration::Mapping::fromJson(*json, m_info.system);
        if (!mapping)
            return fail(mapping.error());
        m_state.name.clear();
        m_state.error = {};
        m_state.done = tr("The mapping of the file is applied");
        setMapping(*mapping);
    });
}

void FieldsPresenter::saveFile(const QString &path)
{
    m_service.writeFile(this, path, mapping().toJson(m_info.system), [this, path](base::Result<void> written) {
        if (!written)
            return fail(written.error());
        m_state.error = {};
        m_state.done = tr("Saved to %1").arg(path);
        emit changed();
    });
}

void FieldsPresenter::reset()
{
    m_employees.clear();
    m_foreign = {};
    const QVector<crm::Pipeline> pipelines = m_state.pipelines;
    m_state = FieldsState();
    m_state.pipelines = pipelines;
    m_info = {};
    m_sourceKnown = false;
    m_saved = {};
    emit begunAnew();
    emit rowsReplaced();
    emit changed();
}

void FieldsPresenter::fail(const base::Error &error)
{
    m_state.done.clear();
    m_state.error = error;
    emit changed();
}

} // namespace pfx::ui
