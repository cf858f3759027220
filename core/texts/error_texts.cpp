// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/secret_store.h"
#include "core/texts/planfix_texts.h"
#include "core/texts/technical.h"
#include "core/texts/texts.h"

#include <QCoreApplication>

namespace pfx::texts {

namespace {

using base::Effected;
using base::Error;
using base::ErrorCode;

/// Words for each code; tests/texts walks through all codes and fails for one without its own words.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Errors)

public:
    /// "Head: place: detail", without what is empty.
    static QString join(const QString &head, const Error &error)
    {
        QString text = head;
        for (const QString &part : {place(error.where), technical(error.detail)}) {
            if (!part.isEmpty())
                text += QStringLiteral(": ") + part;
        }
        return text;
    }

    static QString notFound(const Error &error)
    {
        const QString &what = error.where;
        if (isEmployee(error))
            return named(tr("User not found"), error);
        if (what == QLatin1String("contact"))
            return named(tr("Contact not found"), error);
        if (what == QLatin1String("company"))
            return named(tr("Company not found"), error);
        if (what == QLatin1String("deal"))
            return named(tr("Deal not found"), error);
        if (what == QLatin1String("pipeline"))
            return named(tr("Pipeline not found"), error);
        if (what == QLatin1String("stage"))
            return named(tr("Stage not found"), error);
        if (what == QLatin1String("run"))
            return named(tr("Import not found"), error);
        if (what == QLatin1String("mapping"))
            return named(tr("Mapping not found"), error);
        return join(tr("Not found"), error);
    }

    static QString named(const QString &head, const Error &error)
    {
        return error.detail.isEmpty() ? head : QStringLiteral("%1: %2").arg(head, error.detail);
    }

    static bool isEmployee(const Error &error) { return isDefaultEmployee(error) || error.where == QLatin1String("employee"); }

    static bool isDefaultEmployee(const Error &error) { return error.where == QLatin1String("default-employee"); }

    static QString message(const Error &error)
    {
        switch (error.code) {
        case ErrorCode::Cancelled:
            return tr("Stopped");
        case ErrorCode::Usage:
            return isDefaultEmployee(error) || error.detail == QLatin1String("default-employee") ? tr("Choose the default user")
                                                                                                 : join(tr("Something is missing"), error);
        case ErrorCode::Validation:
            return isDefaultEmployee(error) ? tr("Choose the default user") : join(tr("This value is not acceptable"), error);
        case ErrorCode::NotFound:
            return notFound(error);
        case ErrorCode::Ambiguous:
            return isEmployee(error) ? named(tr("User not found: several fit"), error) : join(tr("Several fit"), error);
        case ErrorCode::Conflict:
            return join(tr("This is not possible in its present state"), error);
        case ErrorCode::Busy:
            return tr("Another import is running, or one is being undone");
        case ErrorCode::SourceUnreadable:
            return join(tr("Error reading the file"), error);
        case ErrorCode::SourceChanged:
            return tr("The file has changed since the import began");
        case ErrorCode::Internal:
            return join(tr("Internal error of the program"), error);
        default:
            return isStorage(error.code) ? storageMessage(error) : remoteMessage(error);
        }
    }

    static bool isStorage(ErrorCode code)
    {
        return code == ErrorCode::Storage || code == ErrorCode::StorageFull || code == ErrorCode::StorageReadOnly
               || code == ErrorCode::StorageLocked || code == ErrorCode::StorageDamaged || code == ErrorCode::StorageNewer;
    }

    /// As store::lockLost() has it; the detail may be folded away.
    static bool isLockLost(const Error &error) { return error.where == QLatin1String("import-lock"); }

    static QString storageMessage(const Error &error)
    {
        if (isLockLost(error))
            return tr("The database ended the connection that kept other imports out");
        switch (error.code) {
        case ErrorCode::StorageFull:
            return tr("There is no space left on the disk");
        case ErrorCode::StorageReadOnly:
            return join(tr("The database cannot be written"), error);
        case ErrorCode::StorageLocked:
            return tr("Another program holds the database");
        case ErrorCode::StorageDamaged:
            return join(tr("The database is damaged"), error);
        case ErrorCode::StorageNewer:
            return tr("The database was made by a newer version of the program");
        default:
            return join(tr("The database refused the operation"), error);
        }
    }

    static QString remoteMessage(const Error &error)
    {
        switch (error.code) {
        case ErrorCode::Network:
            return error.effected == Effected::Perhaps ? join(tr("The connection broke before the answer came"), error)
                                                       : join(tr("No connection"), error);
        case ErrorCode::Timeout:
            return tr("The service did not answer in time");
        case ErrorCode::Certificate:
            return join(tr("The service cannot prove that it is the right one: its certificate is not accepted"), error);
        case ErrorCode::BadAnswer:
            return join(tr("The service answered something that the program does not understand"), error);
        case ErrorCode::Unauthorized:
            return unauthorizedMessage(error);
        case ErrorCode::ScopeMissing:
            return join(tr("The key lacks a right"), error);
        case ErrorCode::QuotaExhausted:
            return tr("The daily quota of requests is used up");
        case ErrorCode::RateLimited:
            return tr("The service asks for fewer requests");
        case ErrorCode::Keychain:
            return keychainMessage(error);
        default:
            return join(tr("Internal error of the program"), error);
        }
    }

    static bool isKeyMissing(const Error &error) { return error.where == QLatin1String("planfix.api-key"); }
    static bool isAccountMissing(const Error &error) { return error.where == QLatin1String("planfix.account"); }

    static QString unauthorizedMessage(const Error &error)
    {
        if (isKeyMissing(error))
            return tr("PLANFIX_API_KEY is not set");
        return isAccountMissing(error) ? tr("The Planfix account is not set") : tr("The service did not accept the key");
    }

    static QString unauthorizedAdvice(const Error &error)
    {
        if (isKeyMissing(error))
            return tr("Give the key of Planfix on the page “Set-up”, by “pfxctl secret set planfix.api-key”, or in the variable PLANFIX_API_KEY.");
        if (isAccountMissing(error))
            return tr("Give the account on the page “Set-up”, by “pfxctl config set planfix.account”, or in the variable PLANFIX_ACCOUNT.");
        return tr("Check the key in the settings of the service.");
    }

    /// The words of the system would say nothing to most people: what is wrong stands in `where`.
    static QString keychainMessage(const Error &error)
    {
        if (error.where == secrets::trouble::noService)
            return tr("This computer has no keychain service");
        if (error.where == secrets::trouble::locked)
            return tr("The system keychain is locked");
        if (error.where == secrets::trouble::denied)
            return tr("The system keychain refused access");
        if (error.where == secrets::trouble::readOnly)
            return tr("Keys that come from the environment cannot be changed here");
        return named(tr("The system keychain cannot be used"), error);
    }

    static QString keychainAdvice(const Error &error)
    {
        if (error.where == secrets::trouble::noService)
            return tr("Install one (gnome-keyring or KWallet) and sign in anew, or give the key through the environment: PFX_SECRET_… or a "
                      "credential of the service.");
        if (error.where == secrets::trouble::locked)
            return tr("Unlock it with its password (usually that of your sign-in), then try again.");
        if (error.where == secrets::trouble::denied)
            return tr("Try again and allow the access when the system asks.");
        if (error.where == secrets::trouble::readOnly)
            return tr("Change them where the program is started, or remove them there to use the keychain.");
        return tr("Unlock the keychain, or give the key through the environment.");
    }

    static QString notFoundAdvice(const Error &error)
    {
        if (isEmployee(error))
            return tr("Choose a user from the list or add one.");
        if (error.where == QLatin1String("run"))
            return tr("Look at the list of imports for its number.");
        return tr("Check the number or the name, or look for it in the list.");
    }

    static QString advice(const Error &error)
    {
        switch (error.code) {
        case ErrorCode::Cancelled:
            return error.where == QLatin1String("nothing-begun") ? tr("Nothing was begun: begin again when you like.")
                                                                 : tr("Nothing is lost: continue the import when you like.");
        case ErrorCode::Usage:
        case ErrorCode::Validation:
            return isDefaultEmployee(error) || error.detail == QLatin1String("default-employee")
                       ? tr("Records without an owner will belong to this user. Choose one or add one.")
                       : tr("Correct the value and try again.");
        case ErrorCode::NotFound:
            return notFoundAdvice(error);
        case ErrorCode::Ambiguous:
            return tr("Say which one: give its number or its e-mail.");
        case ErrorCode::Conflict:
            if (error.detail == QLatin1String("its undo has begun"))
                return tr("Go on with the undo of this import.");
            if (error.detail.startsWith(QLatin1String("the database is not empty")))
                return tr("Have an empty database made and name its address.");
            if (error.detail.startsWith(QLatin1String("the port is in use")))
                return tr("Choose another port in the settings (server.listen), or end the other program.");
            return tr("Refresh the list and look at the present state.");
        case ErrorCode::Busy:
            return tr("Wait until it has finished, or stop it, and begin again.");
        case ErrorCode::SourceUnreadable:
            return readingAdvice(error.detail);
        case ErrorCode::SourceChanged:
            return tr("Put the first file back to continue, or begin a new import: what is already there will be skipped.");
        case ErrorCode::Internal:
            return tr("Try again; if it happens again, send the log to the developers.");
        default:
            return isStorage(error.code) ? storageAdvice(error) : remoteAdvice(error);
        }
    }

    /// By how the detail begins.
    static QString readingAdvice(const QString &detail)
    {
        struct Advice { const char *detail, *advice; };
        static constexpr Advice known[] = {
            {"there is no such file", QT_TR_NOOP("Put the file back where it was, or choose it where it is now.")},
            {"it is a folder", QT_TR_NOOP("Open the folder and choose the file in it.")},
            {"the file is empty", QT_TR_NOOP("Export it once more: nothing was written into this file.")},
            {"the file ends", QT_TR_NOOP("The file was not saved to its end: export it once more.")},
            {"this is a web page without a table", QT_TR_NOOP("A page was saved in the place of the file: sign in there and export it once more.")},
            {"this is an export of", QT_TR_NOOP("Choose the other service for this file (--source on the command line).")},
            {"neither JSON nor a table", QT_TR_NOOP("Call the columns as amoCRM or Bitrix24 does, or export the file once more.")},
            {"expected a list of numbers", QT_TR_NOOP("What is needed is a text with a number a line, or a table (CSV, XLSX) with a column of phones.")},
            {"there is no phone number", QT_TR_NOOP("What is needed is a text with a number a line, or a table (CSV, XLSX) with a column of phones.")},
            {"there is no e-mail address", QT_TR_NOOP("What is needed is a text with an address a line, or a table (CSV, XLSX) with a column of addresses.")},
            {"not a whole backup", QT_TR_NOOP("Choose a file that this program has written as a backup. Nothing was changed.")},
        };
        for (const Advice &one : known) {
            if (detail.startsWith(QLatin1String(one.detail)))
                return tr(one.advice);
        }
        return tr("Check that this is a whole export of amoCRM or Bitrix24 (JSON, CSV or XLSX) and that it is not empty; "
                  "export it once more if need be.");
    }

    static QString storageAdvice(const Error &error)
    {
        if (isLockLost(error))
            return tr("Nothing was written since, and nothing is lost: continue when no other import is at work.");
        switch (error.code) {
        case ErrorCode::StorageFull:
            return tr("Free some space and continue: everything that was written is safe.");
        case ErrorCode::StorageReadOnly:
            return tr("Check the rights to the folder of the profile, or choose another one with --profile.");
        case ErrorCode::StorageLocked:
            return tr("Close the other program or wait until it has finished, then try again.");
        case ErrorCode::StorageDamaged:
            return tr("Restore the database from a backup; the damaged file was left as it is.");
        case ErrorCode::StorageNewer:
            return tr("Update this program; the database was not touched.");
        default:
            return tr("Check the database and its settings, then try again.");
        }
    }

    static QString remoteAdvice(const Error &error)
    {
        if (error.effected == Effected::Perhaps)
            return tr("It may have been done nevertheless: look there before you do it again.");
        switch (error.code) {
        case ErrorCode::Network:
        case ErrorCode::Timeout:
            return tr("Check the address and the connection, then try again.");
        case ErrorCode::Certificate:
            return tr("Check the address and the date of this computer. If your office has a certificate authority of its own, add it in the "
                      "settings.");
        case ErrorCode::BadAnswer:
            return tr("Check the address: it may belong to another service, or the service is under repair. Try again later.");
        case ErrorCode::Unauthorized:
            return unauthorizedAdvice(error);
        case ErrorCode::ScopeMissing:
            return tr("Switch the right on in the settings of the key.");
        case ErrorCode::QuotaExhausted:
            return tr("Continue tomorrow or raise the quota.");
        case ErrorCode::RateLimited:
            return tr("Wait a little: the program goes on by itself.");
        case ErrorCode::Keychain:
            return keychainAdvice(error);
        default:
            return tr("Try again; if it happens again, send the log to the developers.");
        }
    }
};

} // namespace

ErrorText describe(const base::Error &error)
{
    if (auto words = planfixError(error)) {
        if (error.effected == Effected::Perhaps)
            words->advice = Words::advice(error);
        return *words;
    }
    return {Words::message(error), Words::advice(error)};
}

} // namespace pfx::texts
