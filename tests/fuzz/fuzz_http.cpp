// SPDX-License-Identifier: GPL-3.0-or-later
// What the server's guard reads itself: a request's head (and that Qt's parser understands whatever we let through, in the same sense),
// bodies in chunks wherever they are cut, forms, X-Forwarded-For, paths.
#include "core/server/body_reader.h"
#include "core/server/client_address.h"
#include "core/server/form.h"
#include "core/server/head_scanner.h"
#include "core/server/listener.h"
#include "core/server/request_reader.h"
#include "core/server/router.h"

#include <QCoreApplication>

#include <cstdlib>

using namespace pfx::server;

static constexpr qint64 headLimit = 16 * KiB;

static void require(bool holds)
{
    if (!holds)
        abort();
}

static RequestReader &reader()
{
    static int argc = 1;
    static char name[] = "fuzz";
    static char *argv[] = {name, nullptr};
    static QCoreApplication app(argc, argv);
    static RequestReader *made = [] {
        auto *listener = new Listener([](qintptr) {});
        require(listener->listenAt(QStringLiteral("127.0.0.1:0")).has_value());
        return new RequestReader(listener);
    }();
    return *made;
}

static void checkHead(const QByteArray &bytes)
{
    qsizetype from = 0;
    const HeadScan whole = scanHead(bytes, headLimit, from);
    // Byte by byte it must come to the same end.
    qsizetype later = 0;
    HeadScan pieces;
    for (qsizetype size = 1; size <= bytes.size() && pieces.state == HeadScan::State::NeedMore; ++size)
        pieces = scanHead(QByteArrayView(bytes).first(size), headLimit, later);
    require(pieces.state == whole.state && pieces.used == whole.used && pieces.refusal.code == whole.refusal.code);
    if (whole.state != HeadScan::State::Complete)
        return;
    require(!(whole.head.chunked && whole.head.contentLength) && !whole.head.path.isEmpty());
    const auto request = reader().read(whole.head);
    require(request.has_value() && request->path == whole.head.path);
    require(request->header("Content-Length").isEmpty() && request->header("Transfer-Encoding").isEmpty());
}

static void checkBody(const QByteArray &bytes)
{
    BodyReader whole, pieces;
    whole.beginChunked(1000);
    pieces.beginChunked(1000);
    const qsizetype used = whole.feed(bytes);
    qsizetype usedByPieces = 0;
    while (usedByPieces < bytes.size() && pieces.state() == BodyReader::State::NeedMore)
        usedByPieces += pieces.feed(QByteArrayView(bytes).sliced(usedByPieces, 1));
    require(whole.state() == pieces.state());
    if (whole.state() == BodyReader::State::Complete)
        require(used == usedByPieces);
    const QByteArray body = whole.takeBody();
    require(body.size() <= 1000);
    if (whole.state() == BodyReader::State::Complete)
        require(body == pieces.takeBody());
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    checkHead(bytes);
    checkBody(bytes);
    if (const auto form = Form::parse(bytes)) {
        for (const auto &[name, value] : form->fields())
            require(!name.contains(QChar(0)) && !value.contains(QChar(0)) && name.isValidUtf16() && value.isValidUtf16());
    }
    static const auto proxies = TrustedProxies::parse({QStringLiteral("10.0.0.0/8"), QStringLiteral("fd00::/8")});
    const QHostAddress client = proxies->client(QHostAddress(QStringLiteral("10.0.0.1")), bytes);
    require(!client.isNull());
    require(proxies->client(QHostAddress(QStringLiteral("203.0.113.1")), bytes) == QHostAddress(QStringLiteral("203.0.113.1")));
    static const Router router = [] {
        Route route;
        route.methods = {Method::Get};
        route.pattern = "/a/<secret>/<rest...>";
        return Router({route});
    }();
    const auto found = router.find(Method::Get, bytes);
    require(!found.route || !found.captures.value("secret").isEmpty());
    return 0;
}
