// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/new_secret.h"

#include <QByteArray>
#include <QRandomGenerator>

#include <cstring>

namespace pfx::secrets {

Secret newSecret(int bytes)
{
    QByteArray random(bytes, Qt::Uninitialized);
    for (int at = 0; at < bytes; at += int(sizeof(quint32))) {
        const quint32 word = QRandomGenerator::system()->generate();
        std::memcpy(random.data() + at, &word, size_t(qMin(bytes - at, int(sizeof word))));
    }
    return Secret(QString::fromLatin1(random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)));
}

} // namespace pfx::secrets
