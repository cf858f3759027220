// SPDX-License-Identifier: GPL-3.0-or-later
// What a failed transfer of libcurl is to us. Any thread.
#pragma once

#include "core/base/error.h"

#include <curl/curl.h>

namespace pfx::http {

base::ErrorCode errorCode(CURLcode code);

} // namespace pfx::http
