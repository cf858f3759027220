// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/head_scanner.h"

#include <cstring>

namespace pfx::server {

namespace {

bool isTokenChar(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c) != nullptr);
}

bool isToken(QByteArrayView text)
{
    for (const char c : text) {
        if (!isTokenChar(c))
            return false;
    }
    return !text.isEmpty();
}

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
}

QByteArrayView trimmed(QByteArrayView text)
{
    while (!text.isEmpty() && (text.front() == ' ' || text.front() == '\t'))
        text = text.sliced(1);
    while (!text.isEmpty() && (text.back() == ' ' || text.back() == '\t'))
        text.chop(1);
    return text;
}

bool same(QByteArrayView text, const char *other)
{
    return text.compare(QByteArrayView(other), Qt::CaseInsensitive) == 0;
}

class Scanner
{
public:
    bool requestLine(QByteArrayView line);
    bool header(QByteArrayView line);
    /// After the last header.
    bool finish();

    Head head;
    Refusal refusal;

private:
    bool refuse(RefusalCode code, const char *detail)
    {
        refusal = {code, QString::fromLatin1(detail)};
        return false;
    }
    bool target(QByteArrayView text);
    bool contentLength(QByteArrayView value);
    bool transferEncoding(QByteArrayView value);
    void connection(QByteArrayView value);

    int m_hosts = 0;
    bool m_close = false;
    bool m_keepAlive = false;
};

bool Scanner::target(QByteArrayView text)
{
    if (text == QByteArrayView("*")) {
        head.path = "*";
        return true;
    }
    if (!text.startsWith('/')) { // the absolute form, as a proxy may send it
        const qsizetype scheme = text.indexOf(QByteArrayView("://"));
        if (scheme < 0 || !(same(text.first(scheme), "http") || same(text.first(scheme), "https")))
            return refuse(RefusalCode::Malformed, "target");
        const qsizetype path = text.indexOf('/', scheme + 3);
        text = path < 0 ? QByteArrayView("/") : text.sliced(path);
    }
    const qsizetype mark = text.indexOf('?');
    head.path = (mark < 0 ? text : text.first(mark)).toByteArray();
    if (mark >= 0)
        head.query = text.sliced(mark + 1).toByteArray();
    return !head.path.contains('#') || refuse(RefusalCode::Malformed, "target");
}

bool Scanner::requestLine(QByteArrayView line)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first < 0 || first == last)
        return refuse(RefusalCode::Malformed, "request line");
    const QByteArrayView method = line.first(first);
    const QByteArrayView address = line.sliced(first + 1, last - first - 1);
    const QByteArrayView version = line.sliced(last + 1);
    if (!isToken(method))
        return refuse(RefusalCode::Malformed, "method");
    if (version.size() != 8 || !version.startsWith("HTTP/") || version[6] != '.')
        return refuse(RefusalCode::Malformed, "version");
    if (version[5] != '1' || version[7] < '0' || version[7] > '9')
        return refuse(RefusalCode::VersionNotSupported, "");
    head.http10 = version[7] == '0';
    for (const char c : address) {
        if (isControl(c) || c == ' ')
            return refuse(RefusalCode::Malformed, "target");
    }
    if (address.isEmpty() || !target(address))
        return refuse(RefusalCode::Malformed, "target");
    head.cleaned.append(method).append(" / HTTP/1.1\r\n"); // the address is ours: it is matched as it was sent
    return true;
}

bool Scanner::contentLength(QByteArrayView value)
{
    if (value.isEmpty() || value.size() > 18)
        return refuse(RefusalCode::Malformed, "Content-Length");
    qint64 length = 0;
    for (const char c : value) {
        if (c < '0' || c > '9')
            return refuse(RefusalCode::Malformed, "Content-Length");
        length = length * 10 + (c - '0');
    }
    if (head.contentLength && *head.contentLength != length)
        return refuse(RefusalCode::Malformed, "Content-Length");
    head.contentLength = length;
    return true;
}

bool Scanner::transferEncoding(QByteArrayView value)
{
    if (head.chunked)
        return refuse(RefusalCode::Malformed, "Transfer-Encoding");
    if (!same(value, "chunked"))
        return refuse(RefusalCode::NotImplemented, "Transfer-Encoding");
    head.chunked = true;
    return true;
}

void Scanner::connection(QByteArrayView value)
{
    while (!value.isEmpty()) {
        const qsizetype comma = value.indexOf(',');
        const QByteArrayView token = trimmed(comma < 0 ? value : value.first(comma));
        m_close = m_close || same(token, "close");
        m_keepAlive = m_keepAlive || same(token, "keep-alive");
        value = comma < 0 ? QByteArrayView() : value.sliced(comma + 1);
    }
}

bool Scanner::header(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.first(colon))) // also a folded line and a blank before the colon
        return refuse(RefusalCode::Malformed, "header");
    const QByteArrayView name = line.first(colon);
    const QByteArrayView value = trimmed(line.sliced(colon + 1));
    for (const char c : value) {
        if (isControl(c) && c != '\t')
            return refuse(RefusalCode::Malformed, "header");
    }
    if (same(name, "Content-Length"))
        return contentLength(value);
    if (same(name, "Transfer-Encoding"))
        return transferEncoding(value);
    if (same(name, "Connection")) {
        connection(value);
        return true;
    }
    if (same(name, "Expect")) {
        head.expectsContinue = same(value, "100-continue");
        return head.expectsContinue || refuse(RefusalCode::ExpectationFailed, "Expect");
    }
    if (same(name, "Host")) {
        ++m_hosts;
        head.host = value.toByteArray();
        return true;
    }
    if (same(name, "Upgrade") || same(name, "Keep-Alive") || same(name, "TE") || same(name, "Trailer"))
        return true;
    head.cleaned.append(name).append(": ").append(value).append("\r\n");
    return true;
}

bool Scanner::finish()
{
    if (m_hosts > 1 || (m_hosts == 0 && !head.http10))
        return refuse(RefusalCode::Malformed, "Host");
    if (head.chunked && (head.contentLength || head.http10))
        return refuse(RefusalCode::Malformed, "Transfer-Encoding");
    head.keepAlive = !m_close && (!head.http10 || m_keepAlive);
    head.expectsContinue = head.expectsContinue && !head.http10;
    head.cleaned.append("\r\n");
    return true;
}

} // namespace

HeadScan scanHead(QByteArrayView bytes, qint64 limit, qsizetype &from)
{
    // The end first: a head that is not there wholly is not looked into, but a line that ends otherwise than HTTP's is told at once.
    HeadScan scan;
    const QByteArrayView within = bytes.first(qMin<qsizetype>(bytes.size(), limit));
    qsizetype end = -1;
    for (qsizetype newline = within.indexOf('\n', from); newline >= 0; newline = within.indexOf('\n', newline + 1)) {
        if (newline == 0 || within[newline - 1] != '\r') {
            scan.state = HeadScan::State::Refused;
            scan.refusal = {RefusalCode::Malformed, QStringLiteral("line end")};
            return scan;
        }
        from = newline + 1;
        if (newline >= 3 && within[newline - 2] == '\n') {
            end = newline + 1;
            break;
        }
    }
    if (end < 0) {
        if (bytes.size() >= limit) {
            scan.state = HeadScan::State::Refused;
            scan.refusal = {RefusalCode::TooLarge, QStringLiteral("headers")};
        }
        return scan;
    }

    Scanner scanner;
    scanner.head.cleaned.reserve(end + 16);
    bool good = true;
    bool first = true;
    for (qsizetype at = 0; good && at < end - 2;) {
        const qsizetype lineEnd = within.indexOf('\r', at);
        const QByteArrayView line = within.sliced(at, lineEnd - at);
        good = within[lineEnd + 1] == '\n' && (first ? scanner.requestLine(line) : scanner.header(line));
        first = false;
        at = lineEnd + 2;
    }
    good = good && scanner.finish();
    scan.state = good ? HeadScan::State::Complete : HeadScan::State::Refused;
    scan.refusal = good || !scanner.refusal.detail.isNull() ? scanner.refusal : Refusal{RefusalCode::Malformed, QStringLiteral("line end")};
    scan.used = end;
    scan.head = std::move(scanner.head);
    from = 0;
    return scan;
}

} // namespace pfx::server
