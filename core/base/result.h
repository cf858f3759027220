// SPDX-License-Identifier: GPL-3.0-or-later
// Result<T>: a value or an Error. Used by every core function that can fail; there is no Result<bool> (say what the two cases are).
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

#include <type_traits>
#include <utility>

namespace pfx::base {

namespace detail {
template<typename T>
struct ResultOf
{
    static_assert(!std::is_same_v<std::remove_cv_t<T>, bool>, "Result<bool> hides what the two cases are");
    using Type = tl::expected<T, Error>;
};
} // namespace detail

template<typename T>
using Result = typename detail::ResultOf<T>::Type;

using Failure = tl::unexpected<Error>;

inline Failure fail(ErrorCode code, QString detail = {}, QString where = {})
{
    return Failure(Error{code, std::move(detail), std::move(where)});
}

inline Failure fail(Error error)
{
    return Failure(std::move(error));
}

} // namespace pfx::base

#define PFX_CONCAT_(a, b) a##b
#define PFX_CONCAT(a, b) PFX_CONCAT_(a, b)

/// PFX_TRY(expression): returns the error of a Result<void> to the caller.
#define PFX_TRY(expression) \
    do { \
        if (auto pfxResult = (expression); !pfxResult) \
            return ::pfx::base::fail(std::move(pfxResult).error()); \
    } while (false)

/// PFX_ASSIGN(auto rows, expression): declares or assigns the value, or returns the error to the caller.
#define PFX_ASSIGN(target, expression) PFX_ASSIGN_(PFX_CONCAT(pfxResult, __LINE__), target, expression)
#define PFX_ASSIGN_(result, target, expression) \
    auto result = (expression); \
    if (!result) \
        return ::pfx::base::fail(std::move(result).error()); \
    target = std::move(*result)
