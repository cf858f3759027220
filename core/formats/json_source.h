// SPDX-License-Identifier: GPL-3.0-or-later
// The RecordSource over a JSON file of either system: JsonIndex finds the records, the dialect reads them. One thread.
#pragma once

#include "core/formats/json_index.h"

namespace pfx::formats {

class JsonSource : public records::RecordSource
{
public:
    JsonSource(std::shared_ptr<SourceFile> file, std::unique_ptr<JsonDialect> dialect);

    base::Result<records::SourceInfo> inspect(base::StopToken stop, const Progress &progress) override;
    base::Result<records::Batch> read(records::Section section, records::Position from, int rows, base::StopToken stop) override;
    QByteArray documentHead() const override { return m_head; }

private:
    /// A segment with the number of rows of its section that stand before it.
    struct Part
    {
        quint32 segment = 0;   ///< In the index.
        qint64 firstRow = 0;
        qint64 firstIndex = 0; ///< Rows of the same label before it: places count within it.
    };
    /// A batch while it is being filled.
    struct Filling
    {
        records::Batch batch;
        qint64 rowsLeft = 0;
        qint64 weightLeft = 0;

        bool isFull() const { return rowsLeft <= 0 || weightLeft <= 0; }
    };

    base::Result<void> readPart(const Part &part, const base::StopToken &stop, Filling &filling);
    base::Result<void> readRow(const JsonSegmentKind &kind, const QString &place, Filling &filling);
    const JsonSegment &segmentOf(const Part &part) const { return m_index.segments[part.segment]; }
    const JsonSegmentKind &kindOf(const Part &part) const { return m_index.kindOf(segmentOf(part)); }
    base::Failure broken(const JsonStream &stream) const;
    base::Result<void> learnStages(const base::StopToken &stop, records::SourceInfo &info);
    base::Result<void> checkSystem(records::SourceInfo &info) const;
    void tellUnknownSections(records::SourceInfo &info) const;
    base::Result<void> makeHead(const base::StopToken &stop, const QVector<records::Pipeline> &pipelines);
    void arrange();
    qint64 count(records::Section section) const;

    std::shared_ptr<SourceFile> m_file;
    std::unique_ptr<JsonDialect> m_dialect;
    JsonIndex m_index;
    std::array<std::vector<Part>, 5> m_parts;
    QByteArray m_head;
    std::unique_ptr<JsonStream> m_stream; ///< Kept between batches: the next one usually begins where the last ended.
};

} // namespace pfx::formats
