// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bitrix24/stage_rows.h"

#include "core/bitrix24/row_parts.h"

namespace pfx::bitrix24 {

using formats::JsonMembers;
using formats::JsonView;
using formats::Path;
using formats::RowReader;

namespace {

// Which pipeline a stage belongs to: the prefix of its id, its category, or the dictionary it stands in.
QString pipelineOf(const StageRow &row)
{
    static const QString prefix = QStringLiteral("DEAL_STAGE_");
    if (const QString category = categoryOf(row.stage.externalId); !category.isEmpty())
        return category;
    if (!row.category.isEmpty())
        return row.category;
    return row.entity.startsWith(prefix) ? row.entity.mid(prefix.size()) : QStringLiteral("0");
}

} // namespace

bool readCategory(RowReader &reader, const JsonView &row, records::SourceItem &item)
{
    records::Pipeline pipeline;
    pipeline.partial = true;
    for (JsonMembers m(row); m.next();) {
        switch (keys()(m.key())) {
        case Key::Id: pipeline.externalId = reader.text(m.value(), m.key()); break;
        case Key::Name: pipeline.name = reader.text(m.value(), m.key()); break;
        case Key::Sort: pipeline.position = reader.text(m.value(), m.key()).toInt(); break;
        default: break;
        }
    }
    return deliver(reader, std::move(pipeline), item);
}

StageRow readStageRow(RowReader &reader, const JsonView &row)
{
    StageRow read;
    records::Stage &stage = read.stage;
    for (JsonMembers m(row); m.next();) {
        switch (keys()(m.key())) {
        case Key::StatusId: stage.externalId = reader.text(m.value(), m.key()); break;
        case Key::Name: stage.name = reader.text(m.value(), m.key()); break;
        case Key::Color: stage.color = formats::colour(reader.text(m.value(), m.key())); break;
        case Key::Sort: stage.position = reader.text(m.value(), m.key()).toInt(); break;
        case Key::Semantics: stage.semantics = semantics(reader.text(m.value(), m.key())).value_or(stage.semantics); break;
        case Key::EntityId: read.entity = reader.text(m.value(), m.key()); break;
        case Key::Category: read.category = reader.text(m.value(), m.key()); break;
        case Key::Extra:
            if (!reader.object(m.value(), m.key()))
                break;
            if (stage.color.isEmpty())
                stage.color = formats::colour(reader.text(member(m.value(), "COLOR"), Path(m.key(), "COLOR")));
            if (const QString meaning = reader.text(member(m.value(), "SEMANTICS"), Path(m.key(), "SEMANTICS")); meaning == QLatin1String("success"))
                stage.semantics = records::Semantics::Won;
            else if (meaning == QLatin1String("failure") || meaning == QLatin1String("apology"))
                stage.semantics = records::Semantics::Lost;
            break;
        default: break;
        }
    }
    return read;
}

bool readStage(RowReader &reader, const JsonView &row, const QHash<QString, QString> &categories, records::SourceItem &item)
{
    StageRow read = readStageRow(reader, row);
    if (!read.entity.isEmpty() && !read.entity.startsWith(QLatin1String("DEAL_STAGE")))
        return false;
    records::Pipeline pipeline;
    pipeline.partial = true;
    pipeline.externalId = pipelineOf(read);
    pipeline.name = categories.value(pipeline.externalId);
    if (pipeline.name.isEmpty())
        pipeline.name = pipeline.externalId == QLatin1String("0") ? QStringLiteral("Bitrix24") : QStringLiteral("Bitrix24 (%1)").arg(pipeline.externalId);
    if (read.stage.externalId.isEmpty())
        reader.fail("STATUS_ID", QStringLiteral("missing"));
    // Deals of a funnel other than the first name their stages with its prefix.
    else if (pipeline.externalId != QLatin1String("0") && categoryOf(read.stage.externalId).isEmpty())
        read.stage.externalId = QStringLiteral("C%1:%2").arg(pipeline.externalId, read.stage.externalId);
    pipeline.stages.push_back(std::move(read.stage));
    return deliver(reader, std::move(pipeline), item);
}

} // namespace pfx::bitrix24
