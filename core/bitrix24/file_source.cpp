// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bitrix24/file_source.h"

#include "core/bitrix24/json_rows.h"
#include "core/formats/json_source.h"
#include "core/formats/recognise.h"

namespace pfx::bitrix24 {

base::Result<std::unique_ptr<records::RecordSource>> openFileSource(const QString &path)
{
    PFX_ASSIGN(auto file, formats::SourceFile::open(path));
    PFX_ASSIGN(const formats::FileForm form, formats::recognise(*file));
    if (form != formats::FileForm::Json)
        return base::fail(base::ErrorCode::SourceUnreadable, QStringLiteral("this is no JSON"), path);
    return std::make_unique<formats::JsonSource>(std::move(file), std::make_unique<JsonRows>());
}

} // namespace pfx::bitrix24
