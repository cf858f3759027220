// SPDX-License-Identifier: GPL-3.0-or-later
// Puts a Request into a libcurl handle. The request and the header list must live as long as the transfer. Any thread.
#pragma once

#include "core/base/result.h"
#include "core/http/request.h"

#include <curl/curl.h>

#include <memory>

namespace pfx::http {

struct FreeList
{
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, FreeList>;

/// Validation for what may not go out: an address that is not https (http on loopback only) or holds a password, a header with a line break
/// or one that belongs to the transport (Host, Content-Length …).
base::Result<void> checkOutgoing(const Request &request);

/// Method, address, headers and body.
base::Result<HeaderList> fill(CURL *handle, const Request &request);

} // namespace pfx::http
