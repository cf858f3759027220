// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a file of the system: no crash, every row read once, and the same rows whether read in one batch or one by one.
#include "core/amocrm/file_source.h"

#include "fuzz_source.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    return pfx::fuzz::readAll(data, size, &pfx::amocrm::openFileSource);
}
