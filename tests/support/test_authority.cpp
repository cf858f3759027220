// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_authority.h"

#include <QFile>
#include <QProcess>

namespace pfx::test {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Result<void> TestAuthority::openssl(const QStringList &arguments)
{
    QProcess process;
    process.start(s("openssl"), arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        return fail(ErrorCode::Internal, QString::fromLocal8Bit(process.readAllStandardError()), s("openssl"));
    return {};
}

Result<void> TestAuthority::create()
{
    PFX_TRY(openssl({s("req"), s("-x509"), s("-newkey"), s("ec"), s("-pkeyopt"), s("ec_paramgen_curve:P-256"), s("-nodes"), s("-days"), s("2"),
                     s("-subj"), s("/CN=Test authority"), s("-keyout"), file(s("ca.key")), s("-out"), file(s("ca.pem"))}));
    m_certificate = content(file(s("ca.pem")));
    return {};
}

Result<ServerIdentity> TestAuthority::issue(const QString &names, int days)
{
    const QString base = file(QString::number(++m_issued));
    QFile extensions(base + s(".ext"));
    if (!extensions.open(QIODevice::WriteOnly))
        return fail(ErrorCode::Internal, extensions.errorString());
    extensions.write("subjectAltName=" + names.toLatin1() + '\n');
    extensions.close();
    PFX_TRY(openssl({s("req"), s("-newkey"), s("ec"), s("-pkeyopt"), s("ec_paramgen_curve:P-256"), s("-nodes"), s("-subj"), s("/CN=Test server"),
                     s("-keyout"), base + s(".key"), s("-out"), base + s(".csr")}));
    PFX_TRY(openssl({s("x509"), s("-req"), s("-in"), base + s(".csr"), s("-CA"), file(s("ca.pem")), s("-CAkey"), file(s("ca.key")),
                     s("-set_serial"), QString::number(m_issued), s("-days"), QString::number(days), s("-extfile"), base + s(".ext"), s("-out"),
                     base + s(".pem")}));
    return ServerIdentity{QSslCertificate(content(base + s(".pem"))), QSslKey(content(base + s(".key")), QSsl::Ec)};
}

} // namespace pfx::test
