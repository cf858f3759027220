// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/texts/server_texts.h"

#include <QCoreApplication>

namespace pfx::texts {

ErrorText reach(const server::ReachReport &report)
{
    switch (report.reach) {
    case server::Reach::Reached:
        return {QCoreApplication::translate("Server", "The public address leads here"), {}};
    case server::Reach::AnotherProgram:
        return {QCoreApplication::translate("Server", "At the public address another program answers"),
                QCoreApplication::translate("Server", "Check the address and where the reverse proxy or the tunnel sends requests to.")};
    case server::Reach::AnotherServer:
        return {
            QCoreApplication::translate("Server", "At the public address another Planfix Console answers"),
            QCoreApplication::translate("Server", "Point the reverse proxy or the tunnel at this computer, or stop the other program.")};
    case server::Reach::Stale:
        return {QCoreApplication::translate("Server", "An old answer came back: something on the way keeps answers"),
                QCoreApplication::translate("Server", "Switch caching off in the reverse proxy for this address.")};
    case server::Reach::Refused:
        return {QCoreApplication::translate("Server", "The reverse proxy or the tunnel answers, but nothing stands behind it (HTTP %1)")
                    .arg(report.status),
                QCoreApplication::translate("Server",
                                            "Check that the server is switched on here and that the proxy or tunnel leads to its port.")};
    case server::Reach::NotReached:
        break;
    }
    const ErrorText why = describe(report.error);
    return {QCoreApplication::translate("Server", "The public address is not reached: %1").arg(why.message), why.advice};
}

} // namespace pfx::texts
