// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the route of a method and a path. Patterns are matched segment by segment, percent-decoded, the more literal one first; one slash
// at the end is tolerated. Immutable after it is made, so that requests in work keep theirs while new routes come. Any thread.
#pragma once

#include "core/server/route.h"

#include <memory>
#include <vector>

namespace pfx::server {

class Router
{
public:
    explicit Router(std::vector<Route> routes);

    struct Found
    {
        const Route *route = nullptr; ///< Null: no route has that path, or none with that path has the method.
        QHash<QByteArray, QByteArray> captures;
        std::vector<Method> allowed; ///< Of the path; empty when no route has it.
    };
    Found find(Method method, const QByteArray &path) const;

private:
    struct Entry
    {
        Route route;
        std::vector<QByteArray> segments;
        bool takesRest = false;
        int literals = 0;
    };
    static bool matches(const Entry &entry, const std::vector<QByteArrayView> &path, QHash<QByteArray, QByteArray> &captures);

    std::vector<Entry> m_entries;
};

/// "GET, HEAD, POST" for the header Allow.
QByteArray allowHeader(const std::vector<Method> &methods);

} // namespace pfx::server
