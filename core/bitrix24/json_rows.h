// SPDX-License-Identifier: GPL-3.0-or-later
// Bitrix24's JSON rows as records: the old methods (STAGE_ID, every value a string), crm.item.list (stageId, typed values) and the
// migration guide's form. Recurring deals (IS_RECURRING "Y") are templates and are passed over, and so are entries of other
// dictionaries than stages. One thread.
#pragma once

#include "core/formats/json_dialect.h"

#include <QHash>

namespace pfx::bitrix24 {

class JsonRows : public formats::JsonDialect
{
public:
    records::System system() const override { return records::System::Bitrix24; }
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

private:
    QHash<QString, QString> m_categories;   ///< Names of pipelines by id.
    QHash<QString, QString> m_dictionaries; ///< "SOURCE:WEB" to its name.
};

} // namespace pfx::bitrix24
