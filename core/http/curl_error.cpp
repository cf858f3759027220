// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/curl_error.h"

namespace pfx::http {

using base::ErrorCode;

ErrorCode errorCode(CURLcode code)
{
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return ErrorCode::Timeout;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_INVALIDCERTSTATUS:
        return ErrorCode::Certificate;
    case CURLE_WRITE_ERROR: // we refused to take more
    case CURLE_FILESIZE_EXCEEDED:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_UNSUPPORTED_PROTOCOL: // HTTP/0.9: no status line
        return ErrorCode::BadAnswer;
    case CURLE_URL_MALFORMAT:
        return ErrorCode::Validation;
    case CURLE_OUT_OF_MEMORY:
    case CURLE_FAILED_INIT:
    case CURLE_BAD_FUNCTION_ARGUMENT:
    case CURLE_UNKNOWN_OPTION:
    case CURLE_NOT_BUILT_IN:
        return ErrorCode::Internal;
    default: // resolving, connecting, TLS, broken off, cut
        return ErrorCode::Network;
    }
}

} // namespace pfx::http
