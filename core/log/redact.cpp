// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/redact.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace pfx::log {

namespace {

constexpr qsizetype longestText = 64 * 1024;

/// Names whose values say how the program works, or which record of a service is meant and what became of it: nothing about anybody. Dates
/// are not among them (a birthday is one), and no name under which services send texts.
bool isAllowed(const QString &name)
{
    static const QSet<QString> allowed = [] {
        QSet<QString> names;
        for (const char *known :
             {"attempt",    "batch",      "bytes",    "code",     "column",     "count",          "elapsed",   "form",     "kind",
              "limit",      "line",       "ms",       "offset",   "page",       "phase",          "pid",       "row",      "rows",
              "run",        "section",    "size",     "source",   "state",      "status",         "table",     "total",    "version",
              "id",         "number",     "order",    "task",     "task_id",    "taskid",         "planfix_id", "template", "templateid",
              "process",    "processid",  "object",   "field",    "objecttype", "type",           "result",    "success",  "error",
              "event",      "action",     "cmd",      "currency", "quantity",   "price",          "amount",    "segments", "parts",
              "pagesize",   "timetoreset", "listid",  "parent",   "priority",   "dropped_fields", "status_id", "attempts", "retry_after",
              "created_at", "changed_at", "duplicate"})
            names.insert(QString::fromLatin1(known));
        return names;
    }();
    return allowed.contains(name.toLower());
}

const QString &hidden()
{
    static const QString mark = QStringLiteral("***");
    return mark;
}

template<typename Replace>
QString replaced(const QString &text, const QRegularExpression &pattern, Replace replace)
{
    QString out;
    qsizetype done = 0;
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out += QStringView(text).mid(done, match.capturedStart() - done);
        out += replace(match);
        done = match.capturedEnd();
    }
    out += QStringView(text).mid(done);
    return out;
}

bool looksLikeKey(QStringView word)
{
    constexpr qsizetype shortest = 16;
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    const auto isLetter = [](QChar c) { return c.isLetter(); };
    return word.size() >= shortest && std::any_of(word.begin(), word.end(), isDigit) && std::any_of(word.begin(), word.end(), isLetter);
}

/// Credentials, query and fragment go; so do parts of the path that look like a key ("/webhook/<secret>").
QString withoutSecretsOfAddresses(const QString &text)
{
    static const QRegularExpression address(QStringLiteral(
        R"(([A-Za-z][A-Za-z0-9+.-]*://)(?:[^\s/?#"'<>]*@)?([^\s/?#"'<>@]*)([^\s?#"'<>]*)(\?[^\s#"'<>]*)?(#[^\s"'<>]*)?)"));
    return replaced(text, address, [](const QRegularExpressionMatch &match) {
        QStringList path = match.captured(3).split(u'/');
        for (QString &part : path) {
            constexpr qsizetype longestWord = 24;
            constexpr qsizetype longestWithDigits = 10;
            const bool digits = std::any_of(part.begin(), part.end(), [](QChar c) { return c.isDigit(); });
            if (part.size() > (digits ? longestWithDigits : longestWord))
                part = hidden();
        }
        const QString query = match.captured(4).isEmpty() ? QString() : QStringLiteral("?") + hidden();
        return match.captured(1) + match.captured(2) + path.join(u'/') + query;
    });
}

QString withoutHeaders(const QString &text)
{
    static const QRegularExpression wholeLine(
        QStringLiteral(R"(\b((?:proxy-)?authorization|cookie|set-cookie|x-[\w-]*(?:key|token|secret|signature|auth)[\w-]*)\s*:[^\r\n]*)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression scheme(QStringLiteral(R"(\b(bearer|basic)\s+[^\s,;"'<>]{6,})"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression named(
        QStringLiteral(
            R"(((?:api[ _-]?key|access[ _-]?token|token|password|passwd|secret|login|user(?:name)?|key|ключ|пароль|логин|токен)\s*:\s*)(?!["'\s])[^\s,;&]+)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const auto keepName = [](const QRegularExpressionMatch &match) { return match.captured(1) + QStringLiteral(": ") + hidden(); };
    QString out = replaced(text, wholeLine, keepName);
    out = replaced(out, scheme, [](const QRegularExpressionMatch &match) { return match.captured(1) + u' ' + hidden(); });
    return replaced(out, named, [](const QRegularExpressionMatch &match) { return match.captured(1) + hidden(); });
}

/// Whether the member at `at` stands in an object of the office's own words ("status":{"id":2,"name":"В работе"}). A quote of JSON within a
/// text is escaped and counts for nothing.
bool isInOfficesObject(const QString &text, qsizetype at)
{
    constexpr qsizetype furthest = 400;
    const qsizetype begin = std::max<qsizetype>(0, at - furthest);
    int depth = 0;
    for (qsizetype i = at - 1; i >= begin; --i) {
        if (text.at(i) == u'}')
            ++depth;
        if (text.at(i) != u'{' || --depth >= 0)
            continue;
        static const QRegularExpression owner(
            QStringLiteral(R"re((?<!\\)"(?:status|template|process|field|object)"\s*:\s*$)re"));
        return owner.match(text.mid(begin, i - begin)).hasMatch();
    }
    return false;
}

/// "name": "value", \"name\": 5, 'name': 'value': the value of a name that is not allowed. Lists of scalars go as a whole; yes and no stay.
QString withoutMembers(const QString &text)
{
    static const QRegularExpression member(QStringLiteral(
        R"((\\?["']([^"'\\\n]{1,100})\\?["']\s*:\s*)(\\"(?:[^"\\]|\\(?!"))*\\"|"(?:\\.|[^"\\])*(?:"|$)|'[^'\n]*(?:'|$)|\[[^\[\]{}]*\]|-?\d[^\s,}\]]*|true|false))"));
    return replaced(text, member, [&text](const QRegularExpressionMatch &match) {
        const QString name = match.captured(2);
        const QStringView value = match.capturedView(3);
        const bool isKept = isAllowed(name) || value == u"true" || value == u"false"
            || (match.capturedView(1).startsWith(u"\"name\"") && isInOfficesObject(text, match.capturedStart()));
        return isKept ? match.captured(0) : match.captured(1) + hidden();
    });
}

/// name=value of forms and of our own messages; a quoted value ends with its quote.
QString withoutPairs(const QString &text)
{
    static const QRegularExpression pair(QStringLiteral(R"(([\w.\[\]%-]{1,100})=("[^"\n]*"?|'[^'\n]*'?|[^\s&;,"'<>]+))"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    return replaced(text, pair, [](const QRegularExpressionMatch &match) {
        return isAllowed(match.captured(1)) ? match.captured(0) : match.captured(1) + u'=' + hidden();
    });
}

QString withoutPeople(const QString &text)
{
    static const QRegularExpression email(QStringLiteral(R"([\w.!#$%&'*+/=?^`{|}~-]+(?:@|%40)[\w-]+(?:\.[\w-]+)*)"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression phone(
        QStringLiteral(R"((?<![\w.])(?!\d{4}-\d{2}-\d{2}(?!\d))(?:\+|%2B)?\(?\d(?:[\s().\x{2010}-\x{2015}-]{0,3}\d){8,18}(?!\w))"),
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    QString out = replaced(text, email, [](const QRegularExpressionMatch &) { return QStringLiteral("<email>"); });
    return replaced(out, phone, [](const QRegularExpressionMatch &) { return QStringLiteral("<phone>"); });
}

QString withoutKeys(const QString &text)
{
    static const QRegularExpression word(QStringLiteral(R"([A-Za-z0-9+=_-]{16,}(?:[./][A-Za-z0-9+=_-]{8,})*)"));
    static const QRegularExpression parts(QStringLiteral("[-_./=+]"));
    return replaced(text, word, [](const QRegularExpressionMatch &match) {
        const QString found = match.captured(0);
        const QStringList pieces = found.split(parts);
        const bool key = std::any_of(pieces.begin(), pieces.end(), [](const QString &piece) { return looksLikeKey(piece); });
        static const QRegularExpression uuid(QStringLiteral("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"));
        return key || found.contains(uuid) ? hidden() : found;
    });
}

} // namespace

QString redact(const QString &text)
{
    QString out = text.left(longestText);
    out = withoutSecretsOfAddresses(out);
    out = withoutHeaders(out);
    out = withoutMembers(out);
    out = withoutPairs(out);
    out = withoutKeys(out);
    out = withoutPeople(out);
    const QString home = QDir::homePath();
    if (home.size() > 1)
        out.replace(home, QStringLiteral("~"));
    return out;
}

} // namespace pfx::log
