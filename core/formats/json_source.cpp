// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/json_source.h"

#include <algorithm>
#include <map>

namespace pfx::formats {

using base::ErrorCode;
using records::Section;

namespace {

constexpr int maxPipelinesSeen = 200;
constexpr qsizetype maxRecordDepth = 1000;

// What stands deeper than this no other program reads either (SQLite's JSON functions end at a thousand levels).
bool tooDeep(std::string_view json)
{
    qsizetype depth = 0;
    bool inString = false;
    for (size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > maxRecordDepth)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

records::SourceItem rowError(const QString &place, const QString &detail)
{
    records::SourceItem item;
    item.place = place;
    item.content = base::Error{ErrorCode::Validation, detail, place};
    return item;
}

} // namespace

JsonSource::JsonSource(std::shared_ptr<SourceFile> file, std::unique_ptr<JsonDialect> dialect)
    : m_file(std::move(file)), m_dialect(std::move(dialect))
{}

base::Result<records::SourceInfo> JsonSource::inspect(base::StopToken stop, const Progress &progress)
{
    PFX_ASSIGN(m_index, JsonIndex::build(m_file, *m_dialect, stop, progress));
    PFX_TRY(m_file->unchanged());
    arrange();
    records::SourceInfo info;
    info.system = m_dialect->system();
    info.form = m_index.form;
    info.encoding = QStringLiteral("UTF-8");
    info.account = m_dialect->account(m_index.findings);
    info.bytes = m_file->size();
    info.digest = m_index.digest;
    info.employees = count(Section::Employees);
    info.companies = count(Section::Companies);
    info.contacts = count(Section::Contacts);
    info.deals = count(Section::Deals);
    if (m_index.bom)
        info.notices << QStringLiteral("bom");
    if (m_index.dealContactsAlone)
        info.notices << QStringLiteral("deal_contacts_without_deal");
    PFX_TRY(checkSystem(info));
    info.fields = m_dialect->fields(m_index.findings);
    PFX_TRY(learnStages(stop, info));
    return info;
}

// A file of the other system has the same section names; its rows tell.
base::Result<void> JsonSource::checkSystem(records::SourceInfo &info) const
{
    bool own = false;
    bool other = false;
    for (const auto &samples : m_index.findings.samples) {
        for (const QByteArray &row : samples) {
            const int likeness = m_dialect->likeness(JsonView(std::string_view(row.constData(), static_cast<size_t>(row.size()))));
            own = own || likeness > 0;
            other = other || likeness < 0;
        }
    }
    if (!other)
        return {};
    if (!own) {
        const bool amocrm = m_dialect->system() == records::System::Amocrm;
        return base::fail(ErrorCode::SourceUnreadable,
                          amocrm ? QStringLiteral("this is an export of Bitrix24, not of amoCRM") : QStringLiteral("this is an export of amoCRM, not of Bitrix24"),
                          m_file->path());
    }
    info.notices << QStringLiteral("other_system");
    return {};
}

void JsonSource::arrange()
{
    for (auto &parts : m_parts)
        parts.clear();
    std::map<QByteArray, qint64> indexes;
    for (const JsonSegment &segment : m_index.segments) {
        if (const auto section = sectionOf(segment.slot)) {
            Part part{segment, 0, 0};
            if (m_dialect->slotOfKey(std::string_view(part.segment.label.constData(), static_cast<size_t>(part.segment.label.size()))) == Slot::None)
                part.segment.label = m_dialect->documentKey(*section, JsonView());
            qint64 &index = indexes[part.segment.label];
            part.firstIndex = index;
            index += segment.count;
            m_parts[static_cast<size_t>(*section)].push_back(std::move(part));
        }
    }
    for (auto &parts : m_parts) {
        std::stable_sort(parts.begin(), parts.end(), [](const Part &a, const Part &b) { return a.segment.slot < b.segment.slot; });
        qint64 row = 0;
        for (Part &part : parts) {
            part.firstRow = row;
            row += part.segment.count;
        }
    }
}

qint64 JsonSource::count(Section section) const
{
    const auto &parts = m_parts[static_cast<size_t>(section)];
    return parts.empty() ? 0 : parts.back().firstRow + parts.back().segment.count;
}

base::Failure JsonSource::broken(const JsonStream &stream) const
{
    if (stream.problem() && stream.problem()->offset < 0)
        return base::fail(stream.problem()->error);
    return base::fail(ErrorCode::SourceChanged, QStringLiteral("the content is not what was inspected"), m_file->place(stream.offset()));
}

base::Result<records::Batch> JsonSource::read(Section section, records::Position from, int rows, base::StopToken stop)
{
    PFX_TRY(m_file->unchanged());
    records::Batch batch;
    const auto &parts = m_parts[static_cast<size_t>(section)];
    const qint64 total = count(section);
    if (from.row < 0 || from.row > total)
        return base::fail(ErrorCode::SourceChanged, QStringLiteral("there are fewer rows than before"), m_file->path());
    batch.items.reserve(static_cast<qsizetype>(qMin<qint64>(rows, total - from.row)));
    batch.next = from;
    qint64 left = rows;
    for (const Part &part : parts) {
        const qint64 behind = part.firstRow + part.segment.count;
        if (left <= 0 || batch.next.row >= behind)
            continue;
        const int wanted = static_cast<int>(qMin(left, behind - batch.next.row));
        if (batch.next.row == part.firstRow)
            batch.next.offset = part.segment.begin;
        PFX_TRY(readPart(part, batch.next, wanted, stop, batch));
        left -= wanted;
    }
    batch.last = batch.next.row >= total;
    return batch;
}

base::Result<void> JsonSource::readPart(const Part &part, records::Position &at, int rows, const base::StopToken &stop, records::Batch &batch)
{
    if (!m_stream || m_stream->problem() || m_stream->offset() != at.offset)
        m_stream = std::make_unique<JsonStream>(m_file, at.offset);
    const QString label = QString::fromUtf8(part.segment.label);
    for (int i = 0; i < rows; ++i) {
        if ((i & 63) == 0 && stop.stop_requested())
            return base::fail(ErrorCode::Cancelled);
        const bool there = toRow(*m_stream, part.segment);
        m_stream->mark();
        if (!there || !m_stream->skipValue())
            return broken(*m_stream);
        const auto raw = m_stream->kept();
        const QString place = QStringLiteral("%1[%2]").arg(label).arg(at.row - part.firstRow + part.firstIndex);
        if (!raw) {
            batch.items.push_back(rowError(place, QStringLiteral("longer than %1 MiB").arg(JsonStream::maxKept / (1024 * 1024))));
        } else if (raw->size() > static_cast<size_t>(maxRecordDepth) && tooDeep(*raw)) {
            batch.items.push_back(rowError(place, QStringLiteral("nested deeper than %1 levels").arg(maxRecordDepth)));
            batch.items.back().raw = QByteArray(raw->data(), static_cast<qsizetype>(raw->size()));
        } else {
            records::SourceItem item;
            item.place = place;
            if (m_dialect->read(part.segment.slot, JsonView(*raw), item)) {
                // Also of a good row: the engine may fail it (two stored contacts fit).
                item.raw = QByteArray(raw->data(), static_cast<qsizetype>(raw->size()));
                batch.items.push_back(std::move(item));
            }
        }
        ++at.row;
        at.offset = m_stream->offset();
    }
    return {};
}

base::Result<void> JsonSource::learnStages(const base::StopToken &stop, records::SourceInfo &info)
{
    for (const Part &part : m_parts[static_cast<size_t>(Section::Pipelines)]) {
        JsonStream stream(m_file, part.segment.begin);
        for (qint64 i = 0; i < part.segment.count; ++i) {
            if (stop.stop_requested())
                return base::fail(ErrorCode::Cancelled);
            const bool there = toRow(stream, part.segment);
            stream.mark();
            if (!there || !stream.skipValue())
                return broken(stream);
            if (const auto raw = stream.kept())
                m_dialect->learn(part.segment.slot, JsonView(*raw));
        }
    }
    std::map<QString, qsizetype> known;
    records::Position at;
    for (bool last = false; !last;) {
        PFX_ASSIGN(records::Batch batch, read(Section::Pipelines, at, 500, stop));
        for (records::SourceItem &item : batch.items) {
            auto *pipeline = std::get_if<records::Pipeline>(&item.content);
            if (!pipeline)
                continue;
            info.stages += pipeline->stages.size();
            const auto [place, isNew] = known.try_emplace(pipeline->externalId, info.stagesSeen.size());
            if (isNew && info.stagesSeen.size() < maxPipelinesSeen)
                info.stagesSeen.push_back(std::move(*pipeline));
            else if (!isNew && place->second < info.stagesSeen.size())
                info.stagesSeen[place->second].stages += pipeline->stages;
        }
        at = batch.next;
        last = batch.last;
    }
    info.pipelines = static_cast<qint64>(known.size());
    return {};
}

} // namespace pfx::formats
