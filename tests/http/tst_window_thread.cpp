// SPDX-License-Identifier: GPL-3.0-or-later
// The window's thread may not wait for the network: the transport refuses there and works anywhere else.
#include "core/http/network_transport.h"
#include "tests/support/raw_server.h"
#include "tests/support/verify_result.h"

#include <QGuiApplication>
#include <QTest>

#include <thread>

using namespace pfx;
using base::ErrorCode;
using test::RawServer;

class TestWindowThread : public QObject
{
    Q_OBJECT

private slots:
    void isRefused();
};

void TestWindowThread::isRefused()
{
    QVERIFY(qobject_cast<QGuiApplication *>(QCoreApplication::instance()));
    RawServer server(RawServer::answering(RawServer::ok("a")));
    http::Request request;
    request.url = server.url();
    http::NetworkTransport transport;
    PFX_VERIFY_ERROR(transport.exchange(request, {}), ErrorCode::Internal);
    QCOMPARE(server.connections(), 0);
    base::Result<http::Response> elsewhere;
    std::thread([&] { elsewhere = transport.exchange(request, {}); }).join();
    PFX_VERIFY(elsewhere);
}

QTEST_MAIN(TestWindowThread)
#include "tst_window_thread.moc"
