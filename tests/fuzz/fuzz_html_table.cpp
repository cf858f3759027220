// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes inside the table that Bitrix24 calls "XLS": tags, entities, colspans and encodings must not lose or double a row.
#include "core/bitrix24/file_source.h"

#include "fuzz_source.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    std::string text = "<meta charset=\"UTF-8\"><table><tr><th>ID</th><th>Название сделки</th><th>Сумма</th></tr>";
    text.append(reinterpret_cast<const char *>(data), size);
    text += "</table>";
    return pfx::fuzz::readAll(reinterpret_cast<const unsigned char *>(text.data()), text.size(), &pfx::bitrix24::openFileSource);
}
