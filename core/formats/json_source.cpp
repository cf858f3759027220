// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/json_source.h"

#include "core/formats/item_weight.h"
#include "core/formats/other_system.h"
#include "core/formats/stages_seen.h"

#include <algorithm>
#include <map>

namespace pfx::formats {

using base::ErrorCode;
using records::Section;

namespace {

constexpr qsizetype maxUnknownSections = 20;
constexpr qsizetype maxEmployeesKept = 5000;
constexpr qsizetype maxHeadBytes = 1024 * 1024; // kept with each run
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
    tellUnknownSections(info);
    PFX_TRY(makeHead(stop, info.stagesSeen));
    return info;
}

// Pages repeat their sections.
void JsonSource::tellUnknownSections(records::SourceInfo &info) const
{
    for (const records::UnknownSection &section : m_index.unknownSections) {
        const auto same = [&section](const records::UnknownSection &known) { return known.key == section.key; };
        if (const auto known = std::find_if(info.unknownSections.begin(), info.unknownSections.end(), same); known != info.unknownSections.end())
            known->count += section.count;
        else if (info.unknownSections.size() < maxUnknownSections)
            info.unknownSections.push_back(section);
    }
}

base::Result<void> JsonSource::makeHead(const base::StopToken &stop, const QVector<records::Pipeline> &pipelines)
{
    QVector<records::Employee> employees;
    records::Position at;
    for (bool last = false; !last && employees.size() < maxEmployeesKept;) {
        PFX_ASSIGN(records::Batch batch, read(Section::Employees, at, 500, stop));
        for (records::SourceItem &item : batch.items) {
            if (auto *employee = std::get_if<records::Employee>(&item.content))
                employees.push_back(std::move(*employee));
        }
        at = batch.next;
        last = batch.last;
    }
    m_head = m_dialect->documentHead(employees, pipelines);
    if (m_head.size() > maxHeadBytes)
        m_head = "{}";
    return {};
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
    if (!own)
        return ofOtherSystem(m_dialect->system(), m_file->path());
    info.notices << QStringLiteral("other_system");
    return {};
}

void JsonSource::arrange()
{
    for (auto &parts : m_parts)
        parts.clear();
    for (JsonSegmentKind &kind : m_index.kinds) {
        const auto section = sectionOf(kind.slot);
        if (section && m_dialect->slotOfKey(std::string_view(kind.label.constData(), static_cast<size_t>(kind.label.size()))) == Slot::None)
            kind.label = m_dialect->documentKey(*section, JsonView());
    }
    std::map<QByteArray, qint64> indexes;
    for (size_t i = 0; i < m_index.segments.size(); ++i) {
        const JsonSegment &segment = m_index.segments[i];
        const JsonSegmentKind &kind = m_index.kindOf(segment);
        if (const auto section = sectionOf(kind.slot)) {
            qint64 &index = indexes[kind.label];
            m_parts[static_cast<size_t>(*section)].push_back({static_cast<quint32>(i), 0, index});
            index += segment.count;
        }
    }
    for (auto &parts : m_parts) {
        std::stable_sort(parts.begin(), parts.end(), [this](const Part &a, const Part &b) { return kindOf(a).slot < kindOf(b).slot; });
        qint64 row = 0;
        for (Part &part : parts) {
            part.firstRow = row;
            row += segmentOf(part).count;
        }
    }
}

qint64 JsonSource::count(Section section) const
{
    const auto &parts = m_parts[static_cast<size_t>(section)];
    return parts.empty() ? 0 : parts.back().firstRow + segmentOf(parts.back()).count;
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
    const auto &parts = m_parts[static_cast<size_t>(section)];
    const qint64 total = count(section);
    if (from.row < 0 || from.row > total)
        return base::fail(ErrorCode::SourceChanged, QStringLiteral("there are fewer rows than before"), m_file->path());
    Filling filling{{}, qMin<qint64>(rows, total - from.row), heaviestBatch};
    filling.batch.items.reserve(static_cast<qsizetype>(filling.rowsLeft));
    filling.batch.next = from;
    auto part = std::upper_bound(parts.begin(), parts.end(), from.row, [](qint64 row, const Part &one) { return row < one.firstRow; });
    if (part != parts.begin())
        --part;
    for (; part != parts.end() && !filling.isFull(); ++part)
        PFX_TRY(readPart(*part, stop, filling));
    filling.batch.last = filling.batch.next.row >= total;
    return std::move(filling.batch);
}

base::Result<void> JsonSource::readPart(const Part &part, const base::StopToken &stop, Filling &filling)
{
    const JsonSegmentKind &kind = kindOf(part);
    const qint64 behind = part.firstRow + segmentOf(part).count;
    records::Position &at = filling.batch.next;
    if (at.row == part.firstRow)
        at.offset = segmentOf(part).begin;
    if (!m_stream)
        m_stream = std::make_unique<JsonStream>(m_file, at.offset);
    else if (m_stream->problem() || m_stream->offset() != at.offset)
        m_stream->moveTo(at.offset);
    const QString label = QString::fromUtf8(kind.label);
    while (at.row < behind && !filling.isFull()) {
        if (stop.stop_requested())
            return base::fail(ErrorCode::Cancelled);
        PFX_TRY(readRow(kind, QStringLiteral("%1[%2]").arg(label).arg(at.row - part.firstRow + part.firstIndex), filling));
        ++at.row;
        --filling.rowsLeft;
        at.offset = m_stream->offset();
    }
    return {};
}

base::Result<void> JsonSource::readRow(const JsonSegmentKind &kind, const QString &place, Filling &filling)
{
    const bool there = toRow(*m_stream, kind);
    m_stream->mark();
    if (!there || !m_stream->skipValue())
        return broken(*m_stream);
    const auto raw = m_stream->kept();
    records::SourceItem item;
    if (!raw) {
        item = rowError(place, QStringLiteral("longer than %1 MiB").arg(JsonStream::maxKept / (1024 * 1024)));
    } else {
        if (raw->size() > static_cast<size_t>(maxRecordDepth) && tooDeep(*raw))
            item = rowError(place, QStringLiteral("nested deeper than %1 levels").arg(maxRecordDepth));
        item.place = place;
        if (!std::holds_alternative<base::Error>(item.content) && !m_dialect->read(kind.slot, JsonView(*raw), item))
            return {};
        // Also of a good row: the engine may fail it (two stored contacts fit).
        item.raw = QByteArray(raw->data(), static_cast<qsizetype>(raw->size()));
    }
    filling.weightLeft -= weightOf(item);
    filling.batch.items.push_back(std::move(item));
    return {};
}

base::Result<void> JsonSource::learnStages(const base::StopToken &stop, records::SourceInfo &info)
{
    JsonStream stream(m_file, 0);
    for (const Part &part : m_parts[static_cast<size_t>(Section::Pipelines)]) {
        const JsonSegmentKind &kind = kindOf(part);
        stream.moveTo(segmentOf(part).begin);
        for (qint64 i = 0; i < segmentOf(part).count; ++i) {
            if (stop.stop_requested())
                return base::fail(ErrorCode::Cancelled);
            const bool there = toRow(stream, kind);
            stream.mark();
            if (!there || !stream.skipValue())
                return broken(stream);
            if (const auto raw = stream.kept())
                m_dialect->learn(kind.slot, JsonView(*raw));
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
            if (isNew && info.stagesSeen.size() < mostPipelinesSeen)
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
