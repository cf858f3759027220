// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/json_stream.h"

#include <array>
#include <cstring>

namespace pfx::formats {

namespace {

constexpr size_t chunkBytes = 256 * 1024;
constexpr size_t largestBuffer = 4 * chunkBytes; // between records

// Bytes at which the walk through a string has to look closer. A zero also ends the buffer.
constexpr auto endsRun = [] {
    std::array<bool, 256> table{};
    for (size_t c = 0; c < 0x20; ++c)
        table[c] = true;
    table['"'] = true;
    table['\\'] = true;
    return table;
}();

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

size_t indexOf(char c)
{
    return static_cast<unsigned char>(c);
}

} // namespace

JsonStream::JsonStream(std::shared_ptr<ByteSource> source, qint64 offset, Observer *observer)
    : m_source(std::move(source)), m_observer(observer), m_buffer(chunkBytes + 1), m_base(offset)
{
    m_buffer[0] = 0;
}

bool JsonStream::failHere(const QString &what)
{
    if (!m_problem)
        m_problem = Problem{base::Error{base::ErrorCode::SourceUnreadable, what, {}}, offset()};
    return false;
}

bool JsonStream::fill()
{
    if (m_finished || m_problem)
        return false;
    size_t keepFrom = m_pos;
    if (m_marked && !m_lost) {
        keepFrom = m_mark;
        if (static_cast<qint64>(m_pos - m_mark) > maxKept) {
            m_lost = true;
            keepFrom = m_pos;
        }
    }
    const size_t kept = m_length - keepFrom;
    if (kept != 0)
        std::memmove(m_buffer.data(), m_buffer.data() + keepFrom, kept);
    m_base += static_cast<qint64>(keepFrom);
    m_pos -= keepFrom;
    m_mark = 0;
    if (m_buffer.size() < kept + chunkBytes + 1) {
        m_buffer.resize(std::max(kept + chunkBytes + 1, m_buffer.size() * 2));
    } else if (m_buffer.size() > largestBuffer && kept < chunkBytes) {
        // A huge record has gone by.
        m_buffer.resize(2 * chunkBytes + 1);
        m_buffer.shrink_to_fit();
    }
    const qint64 at = m_base + static_cast<qint64>(kept);
    const auto got = m_source->readAt(at, m_buffer.data() + kept, static_cast<qint64>(chunkBytes));
    m_length = kept + (got ? static_cast<size_t>(*got) : 0);
    m_buffer[m_length] = 0;
    if (!got) {
        m_problem = Problem{got.error(), -1};
        return false;
    }
    if (*got == 0) {
        m_finished = true;
        return false;
    }
    if (m_observer) {
        if (auto seen = m_observer->chunk(at, m_buffer.data() + kept, *got); !seen) {
            m_problem = Problem{std::move(seen).error(), -1};
            return false;
        }
    }
    return true;
}

void JsonStream::moveTo(qint64 offset)
{
    m_marked = false;
    m_problem.reset();
    if (offset >= m_base && offset <= m_base + static_cast<qint64>(m_length)) {
        m_pos = static_cast<size_t>(offset - m_base);
        return;
    }
    m_base = offset;
    m_pos = m_length = 0;
    m_buffer[0] = 0;
    m_finished = false;
}

int JsonStream::peek()
{
    for (;;) {
        const char c = m_buffer[m_pos];
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            ++m_pos;
        } else if (c == 0 && m_pos == m_length) {
            if (!fill())
                return -1;
        } else {
            return static_cast<unsigned char>(c);
        }
    }
}

std::optional<std::string_view> JsonStream::kept()
{
    m_marked = false;
    if (m_lost || static_cast<qint64>(m_pos - m_mark) > maxKept)
        return std::nullopt;
    return std::string_view(m_buffer.data() + m_mark, m_pos - m_mark);
}

// Stands on the opening quote.
bool JsonStream::skipString()
{
    ++m_pos;
    for (;;) {
        while (!endsRun[indexOf(m_buffer[m_pos])])
            ++m_pos;
        const char c = m_buffer[m_pos];
        if (c == '"') {
            ++m_pos;
            return true;
        }
        if (c != '\\') {
            if (c != 0 || m_pos != m_length)
                return failHere(QStringLiteral("a control character in a string"));
            if (!fill())
                return failHere(QStringLiteral("the file ends inside a string"));
            continue;
        }
        ++m_pos;
        if (atEnd())
            return failHere(QStringLiteral("the file ends inside a string"));
        const char escape = m_buffer[m_pos];
        if (escape == 'u') {
            for (int i = 0; i < 4; ++i) {
                ++m_pos;
                if (atEnd() || !isHex(m_buffer[m_pos]))
                    return failHere(QStringLiteral("a broken \\u escape"));
            }
        } else if (escape == 0 || !std::strchr("\"\\/bfnrt", escape)) {
            return failHere(QStringLiteral("an unknown escape in a string"));
        }
        ++m_pos;
    }
}

bool JsonStream::readString(std::string &out, size_t limit)
{
    out.clear();
    if (peek() != '"')
        return failHere(QStringLiteral("expected a string"));
    const bool wasMarked = m_marked;
    if (wasMarked) {
        // The mark of the caller stays; the string lies inside what is kept.
        const size_t begin = m_pos + 1 - m_mark;
        if (!skipString())
            return false;
        if (!m_lost)
            out.assign(m_buffer.data() + m_mark + begin, std::min(limit, m_pos - m_mark - begin - 1));
        return true;
    }
    mark();
    const bool good = skipString();
    const auto text = kept();
    if (good && text)
        out.assign(text->substr(1, std::min(limit, text->size() - 2)));
    return good;
}

bool JsonStream::skipNumber()
{
    const auto digits = [this] {
        if (atEnd() || !isDigit(m_buffer[m_pos]))
            return failHere(QStringLiteral("a broken number"));
        while (!atEnd() && isDigit(m_buffer[m_pos]))
            ++m_pos;
        return true;
    };
    if (m_buffer[m_pos] == '-')
        ++m_pos;
    if (!atEnd() && m_buffer[m_pos] == '0')
        ++m_pos;
    else if (!digits())
        return false;
    if (!atEnd() && m_buffer[m_pos] == '.') {
        ++m_pos;
        if (!digits())
            return false;
    }
    if (!atEnd() && (m_buffer[m_pos] == 'e' || m_buffer[m_pos] == 'E')) {
        ++m_pos;
        if (!atEnd() && (m_buffer[m_pos] == '+' || m_buffer[m_pos] == '-'))
            ++m_pos;
        return digits();
    }
    return !m_problem;
}

bool JsonStream::skipLiteral(std::string_view word)
{
    for (const char c : word) {
        if (atEnd() || m_buffer[m_pos] != c)
            return failHere(QStringLiteral("an unknown word"));
        ++m_pos;
    }
    return true;
}

bool JsonStream::skipKey()
{
    if (peek() != '"')
        return failHere(m_finished ? QStringLiteral("the file ends inside an object") : QStringLiteral("expected a field's name"));
    return skipString() && skipColon();
}

bool JsonStream::skipColon()
{
    const int c = peek();
    if (c != ':')
        return failHere(c == -1 ? QStringLiteral("the file ends inside an object") : QStringLiteral("expected a colon"));
    ++m_pos;
    return true;
}

// After a value: closes what it was the last of. `done` when the outermost value ended; otherwise another value follows.
bool JsonStream::endOfValue(bool &done)
{
    while (!m_nesting.empty()) {
        const bool object = m_nesting.back() == '{';
        const int c = peek();
        if (c == ',') {
            ++m_pos;
            done = false;
            return object ? skipKey() : true;
        }
        if (c != (object ? '}' : ']')) {
            if (c == -1)
                return failHere(QStringLiteral("the file ends in the middle"));
            return failHere(object ? QStringLiteral("expected , or }") : QStringLiteral("expected , or ]"));
        }
        ++m_pos;
        m_nesting.pop_back();
    }
    done = true;
    return true;
}

bool JsonStream::skipValue()
{
    m_nesting.clear();
    for (bool done = false; !done;) {
        const int c = peek();
        if (c == '{' || c == '[') {
            ++m_pos;
            if (peek() == (c == '{' ? '}' : ']')) {
                ++m_pos;
            } else {
                if (m_nesting.size() >= maxDepth)
                    return failHere(QStringLiteral("nested too deeply"));
                m_nesting.push_back(static_cast<char>(c));
                if (c == '{' && !skipKey())
                    return false;
                continue;
            }
        } else if (c == '"') {
            if (!skipString())
                return false;
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            if (!skipNumber())
                return false;
        } else if (c == 't' || c == 'f' || c == 'n') {
            if (!skipLiteral(c == 't' ? "true" : c == 'f' ? "false" : "null"))
                return false;
        } else {
            return failHere(c == -1 ? QStringLiteral("the file ends where a value should stand") : QStringLiteral("expected a value"));
        }
        if (!endOfValue(done))
            return false;
    }
    return true;
}

} // namespace pfx::formats
