// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/network_transport.h"

#include "core/http/curl_error.h"
#include "core/http/outgoing.h"
#include "core/http/system_proxy.h"

#include <QCoreApplication>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QThread>

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <atomic>

namespace pfx::http {

using base::Effected;
using base::Error;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

/// An idle connection that many servers close after five seconds is not used for what may be sent only once: were it closed in this very
/// moment, nobody could say whether the request was read.
constexpr long idleSecondsOnce = 4;
constexpr long idleSecondsRepeatable = 60;
constexpr long keptConnections = 4;

CURLcode initialised()
{
    static const CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);
    return code;
}

bool isWindowThread()
{
    const QCoreApplication *application = QCoreApplication::instance();
    return application && application->inherits("QGuiApplication") && QThread::currentThread() == application->thread();
}

QByteArray authoritiesWith(const QByteArray &extra)
{
    QByteArray all;
    for (const QSslCertificate &certificate : QSslConfiguration::systemCaCertificates())
        all += certificate.toPem();
    return all + '\n' + extra;
}

/// The answer while it arrives.
struct Arrival
{
    const Request &request;
    qint64 maxHeaderBytes;
    Response response{};
    qint64 headerBytes = 0;
    bool headersDone = false;
    int sent = 0; ///< How often the request went out; libcurl sends it again when a kept connection turns out to be closed.
    QString refusal{};

    size_t header(const char *data, size_t size)
    {
        headerBytes += static_cast<qint64>(size);
        if (headerBytes > maxHeaderBytes) {
            refusal = QStringLiteral("headers larger than %1 bytes").arg(maxHeaderBytes);
            return 0;
        }
        const QByteArray line = QByteArray(data, static_cast<qsizetype>(size)).trimmed();
        if (line.startsWith("HTTP/") && (headersDone || response.headers.isEmpty())) { // behind a 100 another block of headers comes
            response.headers.clear();
            headersDone = false;
        } else if (line.isEmpty()) {
            headersDone = true;
        } else if (const qsizetype colon = line.indexOf(':'); colon > 0 && !headersDone) {
            response.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
        }
        return size;
    }

    size_t body(const char *data, size_t size)
    {
        if (response.body.size() + static_cast<qint64>(size) > request.maxAnswerBytes) {
            refusal = QStringLiteral("an answer larger than %1 bytes").arg(request.maxAnswerBytes);
            return 0;
        }
        response.body.append(data, static_cast<qsizetype>(size));
        return size;
    }

    int beforeSending() { return ++sent > 1 && !request.mayRepeat() ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK; }
};

size_t takeHeader(char *data, size_t, size_t count, void *arrival)
{
    return static_cast<Arrival *>(arrival)->header(data, count);
}

size_t takeBody(char *data, size_t, size_t count, void *arrival)
{
    return static_cast<Arrival *>(arrival)->body(data, count);
}

int beforeSending(void *arrival, char *, char *, int, int)
{
    return static_cast<Arrival *>(arrival)->beforeSending();
}

} // namespace

struct NetworkTransport::Curl
{
    NetworkOptions options;
    CURLM *multi = nullptr;
    CURL *easy = nullptr;
    QByteArray authorities; ///< The system's and ours; empty when there are none of ours.
    std::array<char, CURL_ERROR_SIZE> words{};
    std::atomic_flag busy;

    ~Curl()
    {
        if (easy)
            curl_easy_cleanup(easy);
        if (multi)
            curl_multi_cleanup(multi);
    }

    Result<void> open();
    void prepare(const Request &request, Arrival &arrival);
    void useProxy(const QUrl &url);
    CURLcode run(const base::StopToken &stop);
    Result<Response> outcome(CURLcode code, Arrival &arrival);
};

Result<void> NetworkTransport::Curl::open()
{
    if (easy && multi)
        return {};
    if (initialised() == CURLE_OK) {
        multi = curl_multi_init();
        easy = curl_easy_init();
    }
    if (!easy || !multi)
        return fail(ErrorCode::Internal, QStringLiteral("libcurl cannot be set up"));
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, keptConnections);
    if (!options.extraAuthorities.isEmpty())
        authorities = authoritiesWith(options.extraAuthorities);
    return {};
}

void NetworkTransport::Curl::prepare(const Request &request, Arrival &arrival)
{
    words[0] = '\0';
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, words.data());
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L); // a stop does not wait for the resolver
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(request.deadlineMs));
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::min(options.connectMs, request.deadlineMs)));
    curl_easy_setopt(easy, CURLOPT_MAXAGE_CONN, request.mayRepeat() ? idleSecondsRepeatable : idleSecondsOnce);
    curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(request.maxAnswerBytes));

    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(easy, CURLOPT_SSL_OPTIONS, static_cast<long>(CURLSSLOPT_NATIVE_CA)); // Windows: the authorities of the system
    if (!authorities.isEmpty()) {
        curl_blob blob{authorities.data(), static_cast<size_t>(authorities.size()), CURL_BLOB_NOCOPY};
        curl_easy_setopt(easy, CURLOPT_CAINFO_BLOB, &blob);
    }
    useProxy(request.url);

    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, takeHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &arrival);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, takeBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &arrival);
    curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, beforeSending);
    curl_easy_setopt(easy, CURLOPT_PREREQDATA, &arrival);
}

void NetworkTransport::Curl::useProxy(const QUrl &url)
{
    const std::optional<Proxy> proxy = systemProxy(url);
    curl_easy_setopt(easy, CURLOPT_PROXY, proxy ? proxy->host.toUtf8().constData() : ""); // "" keeps libcurl from looking itself
    if (!proxy)
        return;
    curl_easy_setopt(easy, CURLOPT_PROXYPORT, static_cast<long>(proxy->port));
    curl_easy_setopt(easy, CURLOPT_PROXYTYPE, static_cast<long>(proxy->kind == Proxy::Kind::Http ? CURLPROXY_HTTP : CURLPROXY_SOCKS5_HOSTNAME));
    curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    if (!proxy->user.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_PROXYUSERNAME, proxy->user.toUtf8().constData());
        curl_easy_setopt(easy, CURLOPT_PROXYPASSWORD, proxy->password.toUtf8().constData());
    }
}

CURLcode NetworkTransport::Curl::run(const base::StopToken &stop)
{
    constexpr int longestPollMs = 1000;
    if (curl_multi_add_handle(multi, easy) != CURLM_OK)
        return CURLE_FAILED_INIT;
    CURLcode code = CURLE_ABORTED_BY_CALLBACK;
    const std::stop_callback wake(stop, [this] { curl_multi_wakeup(multi); });
    for (bool done = false; !done && !stop.stop_requested();) {
        int running = 0;
        if (curl_multi_perform(multi, &running) != CURLM_OK) {
            code = CURLE_FAILED_INIT;
            break;
        }
        int left = 0;
        while (const CURLMsg *message = curl_multi_info_read(multi, &left)) {
            if (message->msg == CURLMSG_DONE) {
                code = message->data.result;
                done = true;
            }
        }
        if (!done)
            curl_multi_poll(multi, nullptr, 0, longestPollMs, nullptr);
    }
    curl_multi_remove_handle(multi, easy);
    return code;
}

Result<Response> NetworkTransport::Curl::outcome(CURLcode code, Arrival &arrival)
{
    if (code == CURLE_OK && !arrival.headersDone) {
        arrival.refusal = QStringLiteral("the answer ends in its headers");
        code = CURLE_GOT_NOTHING;
    }
    if (code == CURLE_OUT_OF_MEMORY && arrival.sent > 0 && !arrival.headersDone) {
        arrival.refusal = QStringLiteral("a header larger than anybody reads"); // libcurl's own limit, 100 KiB a line
        code = CURLE_WEIRD_SERVER_REPLY;
    }
    if (code == CURLE_OK) {
        long status = 0;
        curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
        arrival.response.status = static_cast<int>(status);
        return std::move(arrival.response);
    }
    Error error{errorCode(code), arrival.refusal, arrival.request.url.host(), Effected::No};
    if (arrival.sent > 0 && !arrival.request.isReading())
        error.effected = Effected::Perhaps;
    if (code == CURLE_ABORTED_BY_CALLBACK)
        error.detail = QStringLiteral("the connection closed before the answer came");
    if (error.detail.isEmpty())
        error.detail = QString::fromUtf8(words[0] != '\0' ? words.data() : curl_easy_strerror(code));
    return fail(std::move(error));
}

NetworkTransport::NetworkTransport(NetworkOptions options) : m_curl(std::make_unique<Curl>())
{
    m_curl->options = std::move(options);
}

NetworkTransport::~NetworkTransport() = default;

Result<Response> NetworkTransport::exchange(const Request &request, const base::StopToken &stop)
{
    if (isWindowThread())
        return fail(ErrorCode::Internal, QStringLiteral("the network was used on the window's thread"));
    if (m_curl->busy.test_and_set())
        return fail(ErrorCode::Internal, QStringLiteral("one transport was used by two threads"));
    struct Release
    {
        std::atomic_flag &flag;
        ~Release() { flag.clear(); }
    } const release{m_curl->busy};

    PFX_TRY(checkOutgoing(request));
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, {}, request.url.host());
    if (request.deadlineMs <= 0)
        return fail(ErrorCode::Timeout, {}, request.url.host());
    PFX_TRY(m_curl->open());
    Arrival arrival{request, m_curl->options.maxHeaderBytes};
    curl_easy_reset(m_curl->easy);
    m_curl->prepare(request, arrival);
    PFX_ASSIGN(const HeaderList headers, fill(m_curl->easy, request));
    const CURLcode code = m_curl->run(stop);
    if (code != CURLE_OK && stop.stop_requested())
        return fail(Error{ErrorCode::Cancelled, {}, request.url.host(),
                          arrival.sent > 0 && !request.isReading() ? Effected::Perhaps : Effected::No});
    return m_curl->outcome(code, arrival);
}

} // namespace pfx::http
