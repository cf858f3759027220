// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/json_index.h"

#include "core/formats/content_observer.h"
#include "core/formats/json_walker.h"

#include <algorithm>

namespace pfx::formats {

using base::ErrorCode;

namespace {

constexpr size_t maxSampleRows = 50;
constexpr size_t maxSampleBytes = 64 * 1024;

// The first rows of each slot, read again now that it is known where they are.
base::Result<void> takeSamples(const std::shared_ptr<SourceFile> &file, JsonIndex &index)
{
    for (const JsonSegment &segment : index.segments) {
        const JsonSegmentKind &kind = index.kindOf(segment);
        auto &samples = index.findings.samples[static_cast<size_t>(kind.slot)];
        if (samples.size() >= maxSampleRows)
            continue;
        JsonStream stream(file, segment.begin);
        for (qint64 i = 0; i < segment.count && samples.size() < maxSampleRows; ++i) {
            const bool there = toRow(stream, kind);
            stream.mark();
            if (!there || !stream.skipValue())
                return base::fail(stream.problem()->error);
            const auto kept = stream.kept();
            if (kept && kept->size() <= maxSampleBytes)
                samples.emplace_back(kept->data(), static_cast<qsizetype>(kept->size()));
        }
    }
    return {};
}

} // namespace

bool toRow(JsonStream &stream, const JsonSegmentKind &kind)
{
    if (stream.peek() == ',') {
        stream.take();
        stream.peek();
    }
    if (kind.keyed && !stream.skipKey())
        return false;
    stream.peek();
    return true;
}

quint32 JsonIndex::numberOf(const JsonSegmentKind &kind)
{
    // Newest first: pages of one kind mostly stand together, and there are never more kinds than the dialect knows keys.
    const auto found = std::find(kinds.crbegin(), kinds.crend(), kind);
    if (found != kinds.crend())
        return static_cast<quint32>(kinds.crend() - found - 1);
    kinds.push_back(kind);
    return static_cast<quint32>(kinds.size() - 1);
}

std::optional<records::Section> sectionOf(Slot slot)
{
    switch (slot) {
    case Slot::Employees: return records::Section::Employees;
    case Slot::Pipelines:
    case Slot::Stages: return records::Section::Pipelines;
    case Slot::Companies: return records::Section::Companies;
    case Slot::Contacts: return records::Section::Contacts;
    case Slot::Deals: return records::Section::Deals;
    case Slot::Ignored:
    case Slot::None: break;
    }
    return std::nullopt;
}

base::Result<JsonIndex> JsonIndex::build(const std::shared_ptr<SourceFile> &file, const JsonDialect &dialect, const base::StopToken &stop,
                                         const records::RecordSource::Progress &progress)
{
    JsonIndex index;
    std::array<char, 3> head{};
    PFX_ASSIGN(const qint64 got, file->readAt(0, head.data(), 3));
    index.bom = got == 3 && std::string_view(head.data(), 3) == "\xEF\xBB\xBF";
    ContentObserver observer(file->size(), stop, progress);
    if (index.bom)
        PFX_TRY(observer.chunk(0, head.data(), 3));
    JsonWalker walker(file, dialect, index.bom ? 3 : 0, observer, index);
    if (!walker.walk()) {
        auto problem = walker.stream().problem().value_or(JsonStream::Problem{{ErrorCode::Internal, QStringLiteral("no reason"), {}}, -1});
        qint64 offset = problem.offset;
        if (observer.invalidAt() >= 0)
            offset = observer.invalidAt();
        if (offset >= 0) {
            problem.error.where = file->place(offset);
            problem.error.detail += QStringLiteral(" (near «%1»)").arg(file->excerpt(offset));
        }
        return base::fail(std::move(problem.error));
    }
    if (walker.documents() == 0)
        return base::fail(ErrorCode::SourceUnreadable, QStringLiteral("there is nothing in the file"), QStringLiteral("1:1"));
    if (!walker.recognised() && !walker.nothingInside() && index.findings.accountId.isEmpty()) {
        const QString title = QString::fromStdString(walker.errorTitle());
        return base::fail(ErrorCode::SourceUnreadable,
                          title.isEmpty() ? QStringLiteral("no contacts, deals or pipelines in it")
                                          : QStringLiteral("an answer that reports an error: %1").arg(title),
                          QStringLiteral("1:1"));
    }
    index.form = walker.documents() > 1 ? QStringLiteral("json-lines") : walker.pages() ? QStringLiteral("json-pages") : QStringLiteral("json");
    index.digest = observer.digest();
    PFX_TRY(takeSamples(file, index));
    return index;
}

} // namespace pfx::formats
