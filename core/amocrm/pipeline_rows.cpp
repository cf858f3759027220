// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amocrm/pipeline_rows.h"

#include "core/amocrm/row_parts.h"

namespace pfx::amocrm {

using formats::JsonElements;
using formats::JsonMembers;
using formats::JsonView;
using formats::Path;
using formats::RowReader;

namespace {

records::Stage readStage(RowReader &reader, const JsonView &row, const Path *parent, QString &pipelineId)
{
    records::Stage stage;
    for (JsonMembers m(row); m.next();) {
        const Path path = parent ? Path(*parent, m.key()) : Path(m.key());
        switch (rowKeys()(m.key())) {
        case Key::Id: stage.externalId = reader.id(m.value(), path); break;
        case Key::Name: stage.name = reader.text(m.value(), path); break;
        case Key::Color: stage.color = formats::colour(reader.text(m.value(), path)); break;
        case Key::Sort: stage.position = reader.text(m.value(), path).toInt(); break;
        case Key::Pipeline: pipelineId = reader.id(m.value(), path); break;
        default: break;
        }
    }
    if (stage.externalId.isEmpty())
        reader.fail(parent ? Path(*parent, "id") : Path("id"), QStringLiteral("missing"));
    if (stage.externalId == QLatin1String("142"))
        stage.semantics = records::Semantics::Won;
    else if (stage.externalId == QLatin1String("143"))
        stage.semantics = records::Semantics::Lost;
    return stage;
}

void readStatuses(RowReader &reader, const JsonView &list, const Path &path, records::Pipeline &pipeline)
{
    if (!reader.array(list, path))
        return;
    pipeline.stages.clear();
    for (JsonElements entries(list); entries.next();) {
        const Path at(path, entries.index());
        if (!reader.object(entries.value(), at))
            continue;
        QString ignored;
        records::Stage stage = readStage(reader, entries.value(), &at, ignored);
        if (stage.position == 0)
            stage.position = static_cast<int>(entries.index());
        pipeline.stages.push_back(std::move(stage));
    }
}

} // namespace

bool readPipeline(RowReader &reader, const JsonView &row, records::SourceItem &item)
{
    records::Pipeline pipeline;
    for (JsonMembers m(row); m.next();) {
        const Path path(m.key());
        switch (rowKeys()(m.key())) {
        case Key::Id: pipeline.externalId = reader.id(m.value(), path); break;
        case Key::Name: pipeline.name = reader.text(m.value(), path); break;
        case Key::Sort: pipeline.position = reader.text(m.value(), path).toInt(); break;
        case Key::Statuses: readStatuses(reader, m.value(), path, pipeline); break;
        case Key::Embedded:
            if (reader.object(m.value(), path)) {
                if (const JsonView statuses = member(m.value(), "statuses"); statuses.type() != JsonView::Type::Missing)
                    readStatuses(reader, statuses, "_embedded.statuses", pipeline);
            }
            break;
        default:
            if (m.key() == "stages")
                readStatuses(reader, m.value(), path, pipeline);
            break;
        }
    }
    return deliver(reader, std::move(pipeline), item);
}

bool readStageRow(RowReader &reader, const JsonView &row, records::SourceItem &item)
{
    records::Pipeline pipeline;
    pipeline.partial = true;
    pipeline.stages.push_back(readStage(reader, row, nullptr, pipeline.externalId));
    if (pipeline.externalId.isEmpty())
        reader.fail("pipeline_id", QStringLiteral("missing"));
    return deliver(reader, std::move(pipeline), item);
}

} // namespace pfx::amocrm
