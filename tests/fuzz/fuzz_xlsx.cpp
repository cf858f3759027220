// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the parts of an XLSX (workbook, styles, shared strings and sheet, with four hyphens between), or, when they begin as one, as
// the archive itself.
#include "core/bitrix24/file_source.h"

#include "fuzz_source.h"

#include <zip.h>

#include <array>
#include <vector>

namespace {

constexpr std::array parts{"xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"};

/// The archive with the parts, which a line of four hyphens separates; missing ones are left out.
std::vector<unsigned char> archiveOf(std::string_view text)
{
    zip_error_t error;
    zip_source_t *buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(buffer);
    zip_t *archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
    for (const char *name : parts) {
        const size_t end = text.find("----");
        const std::string_view part = text.substr(0, end);
        if (!part.empty())
            zip_file_add(archive, name, zip_source_buffer(archive, part.data(), part.size(), 0), ZIP_FL_ENC_UTF_8);
        if (end == std::string_view::npos)
            break;
        text.remove_prefix(end + 4);
    }
    std::vector<unsigned char> bytes;
    zip_stat_t stat;
    if (zip_close(archive) != 0) {
        zip_discard(archive);
    } else if (zip_source_open(buffer) == 0) {
        if (zip_source_stat(buffer, &stat) == 0) {
            bytes.resize(stat.size);
            zip_source_read(buffer, bytes.data(), bytes.size());
        }
        zip_source_close(buffer);
    }
    zip_source_free(buffer);
    return bytes;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size >= 4 && data[0] == 'P' && data[1] == 'K')
        return pfx::fuzz::readAll(data, size, &pfx::bitrix24::openFileSource);
    const std::vector<unsigned char> bytes = archiveOf(std::string_view(reinterpret_cast<const char *>(data), size));
    return bytes.empty() ? 0 : pfx::fuzz::readAll(bytes.data(), bytes.size(), &pfx::bitrix24::openFileSource);
}
