// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/router.h"

#include "core/server/form.h"

#include <algorithm>

namespace pfx::server {

namespace {

bool isCapture(const QByteArray &segment)
{
    return segment.startsWith('<') && segment.endsWith('>');
}

std::vector<QByteArrayView> split(QByteArrayView path)
{
    std::vector<QByteArrayView> segments;
    segments.reserve(6);
    if (path.startsWith('/'))
        path = path.sliced(1);
    if (path.endsWith('/'))
        path.chop(1);
    for (;;) {
        const qsizetype slash = path.indexOf('/');
        segments.push_back(slash < 0 ? path : path.first(slash));
        if (slash < 0)
            return segments;
        path = path.sliced(slash + 1);
    }
}

/// No value when an escape is broken; "+" is an ordinary character in a path.
std::optional<QByteArray> decodeSegment(QByteArrayView segment)
{
    QByteArray bytes = segment.toByteArray();
    if (!bytes.contains('%'))
        return bytes;
    return decodeFormPart(bytes.replace('+', "%2B"));
}

bool has(const std::vector<Method> &methods, Method method)
{
    return std::find(methods.begin(), methods.end(), method) != methods.end();
}

} // namespace

Router::Router(std::vector<Route> routes)
{
    for (Route &route : routes) {
        Entry entry;
        for (const QByteArrayView segment : split(route.pattern))
            entry.segments.push_back(segment.toByteArray());
        entry.takesRest = entry.segments.back().endsWith("...>");
        entry.literals = static_cast<int>(
            std::count_if(entry.segments.begin(), entry.segments.end(), [](const QByteArray &s) { return !isCapture(s); }));
        entry.route = std::move(route);
        m_entries.push_back(std::move(entry));
    }
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [](const Entry &a, const Entry &b) { return a.takesRest != b.takesRest ? b.takesRest : a.literals > b.literals; });
}

bool Router::matches(const Entry &entry, const std::vector<QByteArrayView> &path, QHash<QByteArray, QByteArray> &captures)
{
    const std::size_t count = entry.segments.size();
    if (entry.takesRest ? path.size() < count : path.size() != count)
        return false;
    captures.clear();
    for (std::size_t i = 0; i < count; ++i) {
        const QByteArray &expected = entry.segments[i];
        if (!isCapture(expected)) {
            if (path[i] == expected)
                continue;
            const auto decoded = path[i].contains('%') ? decodeSegment(path[i]) : std::nullopt;
            if (!decoded || *decoded != expected)
                return false;
            continue;
        }
        const bool rest = entry.takesRest && i + 1 == count;
        const QByteArrayView text = rest ? QByteArrayView(path[i].data(), path.back().data() + path.back().size()) : path[i];
        auto decoded = decodeSegment(text);
        if (!decoded || decoded->isEmpty())
            return false;
        captures.insert(expected.mid(1, expected.size() - (rest ? 5 : 2)), *std::move(decoded));
    }
    return true;
}

Router::Found Router::find(Method method, const QByteArray &path) const
{
    Found found;
    const auto segments = split(path);
    for (const Entry &entry : m_entries) {
        QHash<QByteArray, QByteArray> captures;
        if (!matches(entry, segments, captures))
            continue;
        const auto &methods = entry.route.methods;
        if (has(methods, method) || (method == Method::Head && has(methods, Method::Get))) {
            found.route = &entry.route;
            found.captures = std::move(captures);
            return found;
        }
        found.allowed.insert(found.allowed.end(), methods.begin(), methods.end());
    }
    return found;
}

QByteArray allowHeader(const std::vector<Method> &methods)
{
    QByteArray result;
    for (const Method method : {Method::Get, Method::Head, Method::Post, Method::Put, Method::Patch, Method::Delete}) {
        if (has(methods, method) || (method == Method::Head && has(methods, Method::Get)))
            result += name(method) + ", ";
    }
    return result + name(Method::Options);
}

} // namespace pfx::server
