// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amocrm/file_source.h"

#include "core/amocrm/json_rows.h"
#include "core/formats/json_source.h"
#include "core/formats/recognise.h"

namespace pfx::amocrm {

base::Result<std::unique_ptr<records::RecordSource>> openFileSource(const QString &path)
{
    PFX_ASSIGN(auto file, formats::SourceFile::open(path));
    PFX_ASSIGN(const formats::FileForm form, formats::recognise(*file));
    if (form != formats::FileForm::Json)
        return base::fail(base::ErrorCode::SourceUnreadable, QStringLiteral("this is no JSON"), path);
    return std::make_unique<formats::JsonSource>(std::move(file), std::make_unique<JsonRows>());
}

} // namespace pfx::amocrm
