// SPDX-License-Identifier: GPL-3.0-or-later
// Tells from the first bytes of a file what it is, whatever its name. Any thread.
#pragma once

#include "core/formats/source_file.h"

namespace pfx::formats {

enum class FileForm { Json, Csv, Xlsx, HtmlTable };

/// SourceUnreadable with a description of what the file looks like when it is none of the forms.
base::Result<FileForm> recognise(SourceFile &file);

} // namespace pfx::formats
