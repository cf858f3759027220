// SPDX-License-Identifier: GPL-3.0-or-later
// amoCRM's JSON rows as records: API v4 (`_embedded.…`) and the migration guide's own form (links and statuses at the top level, fields
// known by name only). Deleted rows are passed over: the API gives nothing of deleted leads but the id. One thread.
#pragma once

#include "core/formats/json_dialect.h"

namespace pfx::amocrm {

class JsonRows : public formats::JsonDialect
{
public:
    records::System system() const override { return records::System::Amocrm; }
    formats::Slot slotOfKey(std::string_view key) const override;
    bool isEnvelope(std::string_view key) const override;
    formats::Slot slotOfRow(const std::vector<std::string> &keys, std::string_view href) const override;
    int likeness(const formats::JsonView &row) const override;
    QString account(const formats::JsonFindings &findings) const override;
    void learn(formats::Slot slot, const formats::JsonView &row) override;
    bool read(formats::Slot slot, const formats::JsonView &row, records::SourceItem &item) const override;
    QVector<records::SourceField> fields(const formats::JsonFindings &findings) const override;
    QByteArray documentHead(const QVector<records::Employee> &employees, const QVector<records::Pipeline> &pipelines) const override;
    QByteArray accountMember(const QString &account) const override;
    QByteArray documentKey(records::Section section, const formats::JsonView &row) const override;
};

} // namespace pfx::amocrm
