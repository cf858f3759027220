// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/unsubscribe_page.h"

#include "core/mailing/address.h"

namespace pfx::mailing {

using server::Response;

namespace {

constexpr char frame[] =
    "<!DOCTYPE html><html lang=\"%1\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
    "<meta name=\"robots\" content=\"noindex\"><title>%2</title><style>"
    "body{font:16px/1.5 system-ui,sans-serif;max-width:32em;margin:15vh auto;padding:0 1em;color-scheme:light dark}"
    "h1{font-size:1.4em}button{font:inherit;padding:.5em 1.2em;border-radius:6px}"
    "</style></head><body><main><h1>%2</h1>%3</main></body></html>";

Response page(const UnsubscribeWords &words, const QString &content)
{
    const QString html = QString::fromLatin1(frame).arg(words.language.toHtmlEscaped(), words.title.toHtmlEscaped(), content);
    Response response = Response::text(200, html.toUtf8(), "text/html; charset=utf-8");
    response.headers = {{"Cache-Control", "no-store"},
                        {"Content-Security-Policy",
                         "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
                        {"Referrer-Policy", "no-referrer"},
                        {"X-Content-Type-Options", "nosniff"}};
    return response;
}

QString paragraph(const QString &text)
{
    return QStringLiteral("<p>") + text.toHtmlEscaped() + QStringLiteral("</p>");
}

} // namespace

Response questionPage(const Unsubscribing &who, const UnsubscribeWords &words)
{
    // Without an action the form goes to the page's own address.
    return page(words, paragraph(words.question.arg(masked(who.email)))
                           + QStringLiteral("<form method=\"post\"><button name=\"List-Unsubscribe\" value=\"One-Click\">%1</button></form>")
                                 .arg(words.button.toHtmlEscaped()));
}

Response donePage(const Unsubscribing &who, const UnsubscribeWords &words)
{
    return page(words, paragraph(words.done.arg(masked(who.email))) + paragraph(words.doneHint));
}

} // namespace pfx::mailing
