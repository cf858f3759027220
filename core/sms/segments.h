// SPDX-License-Identifier: GPL-3.0-or-later
// How a text travels: the GSM 7-bit default alphabet with its extension when all of it fits in there, else UCS-2, and where it is cut into
// parts (3GPP TS 23.038 and 23.040: 160/153 septets, 70/67 units with an 8-bit concatenation header). Neither an escape pair nor a surrogate
// pair is ever split. Pure; any thread.
#pragma once

#include <QByteArray>
#include <QString>
#include <QVector>

#include <optional>

namespace pfx::sms {

enum class Encoding { Gsm7, Ucs2 };
/// "gsm7", "ucs2"
QString name(Encoding encoding);

struct Part {
    qsizetype from = 0, length = 0; ///< In the text's UTF-16 units.
    int units = 0; ///< Septets or UCS-2 units.
};

struct Segments {
    Encoding encoding = Encoding::Gsm7;
    int units = 0; ///< Of the whole text.
    QVector<Part> parts; ///< None of an empty text.

    int count() const { return int(parts.size()); }
    /// What still fits into the last part (0 for a full one); the counter beside a text field shows it.
    int unitsLeft() const;
};

Segments segmentsOf(const QString &text);

/// The text's septets, one a byte, as SMPP and Kannel want them unpacked; no value when it does not fit into the alphabet.
std::optional<QByteArray> toGsm7(QStringView text);
QString fromGsm7(const QByteArray &septets);

/// For Latin texts: typographic quotes, dashes, spaces and the like become what the GSM alphabet has. The rest stays.
QString simplified(const QString &text);
/// simplified(), and Cyrillic letters in Latin ones («Заказ» → "Zakaz"), so that more fits into a part.
QString transliterated(const QString &text);

} // namespace pfx::sms
