// SPDX-License-Identifier: GPL-3.0-or-later
// The employees of the office: the list, and the form in which one is made, changed or taken away. Without widgets; GUI thread.
#pragma once

#include "ui/crm/crm_service.h"

#include <optional>

namespace pfx::ui {

struct EmployeesState
{
    enum class Body { Loading, Empty, Rows, Failed };
    enum class Field { None, Name, Email };

    Body body = Body::Loading;
    QVector<crm::Employee> employees; ///< As they are shown: those that fit the search.
    QString search;
    qint64 count = 0;                 ///< All of them.
    std::optional<base::Error> error; ///< Why the list could not be read.

    bool formShown = false;
    crm::Employee draft;              ///< id 0: a new one
    bool saving = false;
    Field wrong = Field::None;        ///< The field that the message stands at.
    QString message;                  ///< What is wrong with it.
    std::optional<base::Error> saveError; ///< A failure that is not the form's fault.
    bool saved = false;               ///< The last deed was a success; shown until the next change.
    bool needsHeir = false;           ///< He or she owns records: removed only once they are given to somebody else.
    QVector<crm::Employee> heirs;     ///< Who can get them.
    std::optional<crm::employees::HandedOver> owned; ///< What he or she owns, once it is known.
    bool handingOver = false;         ///< It is on its way to somebody else.
    QString done;                     ///< What went well of late, though its form may be gone.

    bool canSave() const { return formShown && !saving; }
    bool canRemove() const { return formShown && !saving && draft.id != 0; }
};

class EmployeesPresenter : public QObject
{
    Q_OBJECT

public:
    explicit EmployeesPresenter(CrmService &service, QObject *parent = nullptr);

    const EmployeesState &state() const { return m_state; }

    void reload();
    void setSearch(const QString &text);
    void select(qint64 id);
    void newEmployee();
    void closeForm();
    void setName(const QString &name);
    void setEmail(const QString &email);
    void setExtension(const QString &extension);
    void save();
    void removeSelected();
    /// What the chosen one owns goes to `heir`, and the chosen one goes.
    void giveAwayAndRemove(qint64 heir);
    /// The chosen one keeps what he or she owns, and stays. Nothing while it is on its way.
    void keepRecords();

signals:
    void changed();
    /// The form shows another employee: its fields are to be filled anew and the first is to have the focus.
    void draftReplaced();

private:
    void filter();
    void edited();
    void show(const crm::Employee &draft);
    void saveFailed(const base::Error &error);
    void removeNow(qint64 id);
    void removed(qint64 id, const base::Result<void> &answer);
    void askForHeir();

    CrmService &m_service;
    EmployeesState m_state;
    QVector<crm::Employee> m_all;
};

} // namespace pfx::ui
