// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/importer.h"

#include "core/amocrm/account.h"
#include "core/amocrm/column_names.h"
#include "core/amocrm/file_source.h"
#include "core/bitrix24/account.h"
#include "core/bitrix24/column_names.h"
#include "core/bitrix24/file_source.h"

namespace pfx::migration {

base::Result<std::unique_ptr<records::RecordSource>> openFile(const QString &path, records::System system)
{
    if (system == records::System::Amocrm)
        return amocrm::openFileSource(path, &bitrix24::exportColumns());
    return bitrix24::openFileSource(path, &amocrm::exportColumns());
}

QString accountName(records::System system, const QString &written)
{
    return system == records::System::Amocrm ? amocrm::accountName(written) : bitrix24::accountName(written);
}

} // namespace pfx::migration
