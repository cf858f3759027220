// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/certificate.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace pfx::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr qint64 mostFileBytes = 1024 * 1024;
const auto certificateOption = QLatin1String("server.tls-cert");
const auto keyOption = QLatin1String("server.tls-key");

Result<QByteArray> readPem(const QString &path, QLatin1String option)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Validation, QStringLiteral("cannot be read: %1: %2").arg(path, file.errorString()), option);
    return file.read(mostFileBytes);
}

struct Free
{
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};

std::unique_ptr<BIO, Free> memory(const QByteArray &pem)
{
    return std::unique_ptr<BIO, Free>(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

/// Instead of asking on the terminal.
int noPassword(char *, int, int, void *)
{
    return -1;
}

/// Whether the key is the certificate's. Qt does not say so before the first handshake fails.
Result<QSsl::KeyAlgorithm> checkPair(const QByteArray &certificatePem, const QByteArray &keyPem)
{
    const auto certificateBio = memory(certificatePem);
    const std::unique_ptr<X509, Free> certificate(PEM_read_bio_X509(certificateBio.get(), nullptr, noPassword, nullptr));
    const auto keyBio = memory(keyPem);
    const std::unique_ptr<EVP_PKEY, Free> key(PEM_read_bio_PrivateKey(keyBio.get(), nullptr, noPassword, nullptr));
    ERR_clear_error();
    if (!certificate)
        return fail(ErrorCode::Validation, QStringLiteral("no certificate in the file"), certificateOption);
    if (!key) {
        const bool encrypted = keyPem.contains("ENCRYPTED");
        return fail(ErrorCode::Validation,
                    encrypted ? QStringLiteral("the key is protected by a password") : QStringLiteral("no private key in the file"),
                    keyOption);
    }
    const bool belongs = X509_check_private_key(certificate.get(), key.get()) == 1;
    ERR_clear_error();
    if (!belongs)
        return fail(ErrorCode::Validation, QStringLiteral("the key does not belong to the certificate"), keyOption);
    switch (EVP_PKEY_get_base_id(key.get())) {
    case EVP_PKEY_RSA:
        return QSsl::Rsa;
    case EVP_PKEY_EC:
        return QSsl::Ec;
    default:
        return fail(ErrorCode::Validation, QStringLiteral("only RSA and EC keys can be used"), keyOption);
    }
}

QByteArray fingerprintOf(const QByteArray &certificatePem, const QByteArray &keyPem)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(certificatePem);
    hash.addData(keyPem);
    return hash.result();
}

} // namespace

Result<Certificate> loadCertificate(const QString &certificateFile, const QString &keyFile, qint64 nowMs)
{
    PFX_ASSIGN(const QByteArray certificatePem, readPem(certificateFile, certificateOption));
    PFX_ASSIGN(const QByteArray keyPem, readPem(keyFile, keyOption));
    PFX_ASSIGN(const QSsl::KeyAlgorithm algorithm, checkPair(certificatePem, keyPem));

    const QList<QSslCertificate> chain = QSslCertificate::fromData(certificatePem, QSsl::Pem);
    const QSslKey key(keyPem, algorithm, QSsl::Pem, QSsl::PrivateKey);
    if (chain.isEmpty())
        return fail(ErrorCode::Validation, QStringLiteral("no certificate in the file"), certificateOption);
    if (key.isNull())
        return fail(ErrorCode::Validation, QStringLiteral("the key cannot be used"), keyOption);
    const QDateTime from = chain.first().effectiveDate();
    const QDateTime until = chain.first().expiryDate();
    if (until.toMSecsSinceEpoch() <= nowMs)
        return fail(ErrorCode::Validation, QStringLiteral("the certificate has expired on %1").arg(until.toUTC().toString(Qt::ISODate)),
                    certificateOption);
    if (from.toMSecsSinceEpoch() > nowMs)
        return fail(ErrorCode::Validation, QStringLiteral("the certificate is valid only from %1").arg(from.toUTC().toString(Qt::ISODate)),
                    certificateOption);

    Certificate certificate;
    certificate.configuration = QSslConfiguration::defaultConfiguration();
    certificate.configuration.setLocalCertificateChain(chain);
    certificate.configuration.setPrivateKey(key);
    certificate.configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    certificate.configuration.setProtocol(QSsl::TlsV1_2OrLater);
    certificate.expiresMs = until.toMSecsSinceEpoch();
    certificate.fingerprint = fingerprintOf(certificatePem, keyPem);
    return certificate;
}

QByteArray certificateFingerprint(const QString &certificateFile, const QString &keyFile)
{
    const auto certificatePem = readPem(certificateFile, certificateOption);
    const auto keyPem = readPem(keyFile, keyOption);
    return certificatePem && keyPem ? fingerprintOf(*certificatePem, *keyPem) : QByteArray();
}

} // namespace pfx::server
