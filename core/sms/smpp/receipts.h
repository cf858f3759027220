// SPDX-License-Identifier: GPL-3.0-or-later
// Delivery receipts as SMSCs send them, and the ids in them. Values; each object belongs to one thread.
// Source: SMPP 3.4, 5.2.12 (esm_class), 5.3.2.35 (message_state) and appendix B (the text of a receipt).
#pragma once

#include "core/sms/driver.h"
#include "core/sms/smpp/pdu.h"

#include <QSet>
#include <QString>

#include <deque>

namespace pfx::sms::smpp {

/// What a deliver_sm says about a message of ours; no value when it is none (a message of a subscriber) or names no message. The TLVs count
/// more than the text. `isFromText`: the id may be spelled otherwise than submit_sm_resp had it.
struct ReadReceipt {
    Receipt receipt;
    bool isFromText = false;
};
std::optional<ReadReceipt> readReceipt(const Pdu &deliver);

/// How an SMSC spells the id in a receipt's text: as in submit_sm_resp, or that number in decimal or in hexadecimal digits.
enum class IdForm { Same, Decimal, Hexadecimal };
std::optional<IdForm> idFormNamed(const QString &name); ///< "same", "decimal", "hexadecimal"

/// Finds the id that submit_sm_resp gave behind the one of a receipt's text. Without a form given it learns it from the first receipts
/// whose message it remembers.
class IdBook {
public:
    explicit IdBook(std::optional<IdForm> given = {}) : m_given(given) { }

    void remember(const QString &submitted);
    QString submittedId(const QString &inReceipt);

private:
    static constexpr std::size_t mostRemembered = 20'000;

    std::optional<IdForm> m_given;
    IdForm m_learnt = IdForm::Same;
    QSet<QString> m_known;
    std::deque<QString> m_order;
};

} // namespace pfx::sms::smpp
