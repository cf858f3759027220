// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes behind the columns of a leads export: quotes, line breaks and encodings must not lose or double a row.
#include "core/amocrm/file_source.h"

#include "fuzz_source.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    std::string text = "ID;Название сделки;Бюджет;Этап сделки\n";
    text.append(reinterpret_cast<const char *>(data), size);
    return pfx::fuzz::readAll(reinterpret_cast<const unsigned char *>(text.data()), text.size(), &pfx::amocrm::openFileSource);
}
