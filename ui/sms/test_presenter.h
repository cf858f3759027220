// SPDX-License-Identifier: GPL-3.0-or-later
// The test panel without widgets: what is typed in, how it would travel, what was answered, and the message's way until its end. Plays
// Planfix's own dialog against our service or any other address. GUI thread.
#pragma once

#include "core/base/clock.h"
#include "core/sms/segments.h"
#include "ui/sms/standing.h"

namespace pfx::ui {

struct TestForm {
    enum class Target { Ours, Other };
    enum class Access { Password, Key };
    Target target = Target::Ours;
    Access access = Access::Password;
    QString address; ///< Of Other.
    QString login, password, key;
    QString from, to, text;

    bool operator==(const TestForm &) const = default;
};

/// Another spelling of the text in which more fits into a part.
struct Spelling {
    enum class Kind { Simplified, Latin };
    Kind kind = Kind::Simplified;
    QString text;
    sms::Segments segments;
};

/// One press of the button, for the list below.
struct Probe {
    qint64 at = 0;
    QString to;
    int status = 0; ///< 0: there was no answer.
    bool accepted = false;
    QString says; ///< What was answered, in one line.
    qint64 messageId = 0; ///< Of our service; 0: none.
    std::optional<sms::State> state;
};

struct TestState {
    TestForm form;
    sms::Segments segments;
    std::optional<Spelling> simplified, latin; ///< Where they would save something.
    std::optional<Spelling::Kind> preview; ///< Which of them is looked at.

    enum class Wrong { None, Address, Phone, Text };
    Wrong wrong = Wrong::None;
    bool busy = false;
    bool wasAsked = false; ///< There was an answer or an error.
    std::optional<sms::TestAnswer> answer;
    std::optional<base::Error> error;
    std::optional<MessageView> way; ///< Of the message that our service took.
    QVector<Probe> probes; ///< Newest first.

    bool isOurs() const { return form.target == TestForm::Target::Ours; }
    const std::optional<Spelling> &spelling(Spelling::Kind kind) const { return kind == Spelling::Kind::Latin ? latin : simplified; }
};

class TestPresenter : public QObject {
    Q_OBJECT

public:
    TestPresenter(SmsService &service, Standing &standing, const base::Clock &clock, QObject *parent = nullptr);

    const TestState &state() const { return m_state; }
    const Standing &standing() const { return m_standing; }
    /// As it is typed.
    void setForm(const TestForm &form);
    void lookAt(Spelling::Kind kind);
    void leavePreview();
    /// Puts the spelling that is looked at into the field.
    void takePreview();
    void run();
    /// Makes the first credential and puts it into the fields.
    void makeAccess();
    /// Something was stored: the way may have gone on.
    void follow();

signals:
    void changed();
    /// The person's fields were filled by the program.
    void formFilled();

private:
    void fillAccess();
    void measure();
    void take(const base::Result<sms::TestAnswer> &answer, const QString &to, bool ours);
    void takeSecrets(const sms::CredentialSecrets &secrets);
    QString address() const;

    SmsService &m_service;
    Standing &m_standing;
    const base::Clock &m_clock;
    TestState m_state;
    QString m_filledFrom; ///< The credential that stands in the fields; empty: the person's own words.
    bool m_filling = false;
};

} // namespace pfx::ui
