// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/recognise.h"

#include <algorithm>

namespace pfx::formats {

using base::ErrorCode;

namespace {

bool startsLike(const QByteArray &head, std::initializer_list<const char *> beginnings)
{
    return std::any_of(beginnings.begin(), beginnings.end(), [&head](const char *beginning) { return head.startsWith(beginning); });
}

// A one-word or one-line text is no table: null, a number, a string.
bool isJsonScalar(const QByteArray &text)
{
    if (text.contains('\n') || text.contains(';') || text.contains('\t'))
        return false;
    if (text == "null" || text == "true" || text == "false" || (text.startsWith('"') && text.endsWith('"') && text.count('"') == 2))
        return true;
    bool number = false;
    text.toDouble(&number);
    return number;
}

// With its mark, or two characters of the Latin alphabet or of JSON in either order of bytes.
bool isUtf16(const QByteArray &head)
{
    if (startsLike(head, {"\xFF\xFE", "\xFE\xFF"}))
        return true;
    const auto letter = [&head](qsizetype i) { return head[i] > 0; };
    const auto zero = [&head](qsizetype i) { return head[i] == 0; };
    return head.size() >= 4 && ((letter(0) && zero(1) && letter(2) && zero(3)) || (zero(0) && letter(1) && zero(2) && letter(3)));
}

} // namespace

base::Result<FileForm> recognise(SourceFile &file)
{
    QByteArray head(4096, Qt::Uninitialized);
    PFX_ASSIGN(const qint64 got, file.readAt(0, head.data(), head.size()));
    head.truncate(got);
    const auto unreadable = [&file](const QString &detail) { return base::fail(ErrorCode::SourceUnreadable, detail, file.path()); };
    if (head.isEmpty())
        return unreadable(QStringLiteral("the file is empty (0 bytes)"));
    if (const QString what = knownSignature(head); !what.isEmpty())
        return unreadable(QStringLiteral("this is a %1").arg(what));
    if (head.startsWith("PK\x03\x04"))
        return FileForm::Xlsx;
    if (isUtf16(head))
        return unreadable(QStringLiteral("this is UTF-16 text: save it as UTF-8"));
    if (head.startsWith("\xEF\xBB\xBF"))
        head.remove(0, 3);
    const QByteArray start = head.trimmed();
    if (start.isEmpty())
        return unreadable(QStringLiteral("there is nothing in the file"));
    if (start.front() == '{' || start.front() == '[')
        return FileForm::Json;
    if (startsLike(start.left(64).toLower(), {"<html", "<table", "<meta", "<!doctype", "<head", "<body", "<style", "<!--"}))
        return FileForm::HtmlTable;
    if (head.contains('\0'))
        return unreadable(QStringLiteral("it is binary, not a table or JSON"));
    if (file.size() <= head.size() + 3 && isJsonScalar(start))
        return unreadable(QStringLiteral("neither an object nor an array of records"));
    return FileForm::Csv;
}

} // namespace pfx::formats
