<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
    <context>
        <name>pfx::ui::CheckPresenter</name>
        <message numerus="yes">
            <source>%n row(s) saved to %1</source>
            <translation>
                <numerusform>%n строка сохранена в %1</numerusform>
                <numerusform>%n строки сохранены в %1</numerusform>
                <numerusform>%n строк сохранено в %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::CheckStep</name>
        <message>
            <source>Back</source>
            <translation>Назад</translation>
        </message>
        <message>
            <source>Download the problem rows</source>
            <translation>Скачать проблемные строки</translation>
        </message>
        <message>
            <source>Nothing has been changed yet</source>
            <translation>Ничего ещё не изменено</translation>
        </message>
        <message>
            <source>Start the import</source>
            <translation>Начать импорт</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Проверка</translation>
        </message>
        <message>
            <source>Stop the check</source>
            <translation>Остановить проверку</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>Проверить снова</translation>
        </message>
        <message>
            <source>The check does the same as the import, but in a temporary database.</source>
            <translation>Проверка делает то же, что импорт, но во временной базе.</translation>
        </message>
        <message>
            <source>Checking: %1</source>
            <translation>Проверено: %1</translation>
        </message>
        <message>
            <source>Checking the file…</source>
            <translation>Проверяем файл…</translation>
        </message>
        <message>
            <source>The check did not succeed</source>
            <translation>Проверка не удалась</translation>
        </message>
        <message>
            <source>The check was stopped</source>
            <translation>Проверка остановлена</translation>
        </message>
        <message>
            <source>Warnings</source>
            <translation>Замечания</translation>
        </message>
        <message>
            <source>These rows will be imported; look whether something of them is to be mended in the source first.</source>
            <translation>Эти строки загрузятся; посмотрите, не исправить ли что-то в источнике до импорта.</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::DropZone</name>
        <message>
            <source>Or load exported data (JSON)</source>
            <translation>Или загрузите экспортированные данные (JSON)</translation>
        </message>
        <message>
            <source>A file can also be dropped here</source>
            <translation>Файл можно и перетащить сюда</translation>
        </message>
        <message>
            <source>Drop the file here</source>
            <translation>Перетащите файл сюда</translation>
        </message>
        <message>
            <source>CSV, XLSX and XLS of both services will do as well</source>
            <translation>Подойдут и CSV, XLSX, XLS из этих программ</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::EmployeeEditor</name>
        <message>
            <source>Name</source>
            <translation>Имя</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>Почта</translation>
        </message>
        <message>
            <source>Extension</source>
            <translation>Добавочный</translation>
        </message>
        <message>
            <source>Save the user</source>
            <translation>Сохранить пользователя</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Отмена</translation>
        </message>
        <message>
            <source>New user</source>
            <translation>Новый пользователь</translation>
        </message>
        <message>
            <source>Change the user</source>
            <translation>Изменить пользователя</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::FailedRowsDownload</name>
        <message>
            <source>%1 - failed rows.%2</source>
            <extracomment>the name offered for the file with the failed rows; %1 is the imported file&apos;s name, %2 &quot;json&quot; or &quot;csv&quot;</extracomment>
            <translation>%1 - строки с ошибками.%2</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::FieldsPresenter</name>
        <message>
            <source>The mapping “%1” is applied</source>
            <translation>Применено сопоставление «%1»</translation>
        </message>
        <message>
            <source>Saved as “%1”</source>
            <translation>Сохранено как «%1»</translation>
        </message>
        <message>
            <source>The mapping of the file is applied</source>
            <translation>Применено сопоставление из файла</translation>
        </message>
        <message>
            <source>Saved to %1</source>
            <translation>Сохранено в %1</translation>
        </message>
        <message>
            <source>“%1” is deleted; what it chose stays chosen in this import</source>
            <translation>Сопоставление «%1» удалено; выбранное им остаётся в этом импорте</translation>
        </message>
        <message>
            <source>Each field goes where it is known to belong</source>
            <translation>Поля снова распределяются сами</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::FieldsStep</name>
        <message>
            <source>Fields</source>
            <translation>Поля</translation>
        </message>
        <message>
            <source>Everything in the file is known: nothing has to be said here.</source>
            <translation>Всё в файле известно: здесь ничего указывать не нужно.</translation>
        </message>
        <message>
            <source>Stages of deals</source>
            <translation>Этапы сделок</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Назад</translation>
        </message>
        <message>
            <source>Start the import</source>
            <translation>Начать импорт</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Далее</translation>
        </message>
        <message>
            <source>By itself</source>
            <translation>Само, без имени</translation>
        </message>
        <message>
            <source>Named mapping</source>
            <translation>Сопоставление</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Сохранить</translation>
        </message>
        <message>
            <source>Save the mapping</source>
            <translation>Сохранить сопоставление</translation>
        </message>
        <message>
            <source>From a file…</source>
            <translation>Из файла…</translation>
        </message>
        <message>
            <source>To a file…</source>
            <translation>В файл…</translation>
        </message>
        <message>
            <source>Mapping from a file</source>
            <translation>Сопоставление из файла</translation>
        </message>
        <message>
            <source>Mappings (*.json)</source>
            <translation>Сопоставления (*.json)</translation>
        </message>
        <message>
            <source>Mapping to a file</source>
            <translation>Сопоставление в файл</translation>
        </message>
        <message>
            <source>Additional field</source>
            <translation>Дополнительное поле</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>Не переносить</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Вид</translation>
        </message>
        <message>
            <source>Field in the file</source>
            <translation>Поле в файле</translation>
        </message>
        <message>
            <source>Examples</source>
            <translation>Примеры</translation>
        </message>
        <message>
            <source>Where to</source>
            <translation>Куда</translation>
        </message>
        <message>
            <source>Where to: %1</source>
            <translation>Куда: %1</translation>
        </message>
        <message>
            <source>Ours of the same name</source>
            <translation>Наш с тем же названием</translation>
        </message>
        <message>
            <source>Create</source>
            <translation>Создать</translation>
        </message>
        <message>
            <source>%1 — %2</source>
            <translation>%1 — %2</translation>
        </message>
        <message>
            <source>Pipeline in the file</source>
            <translation>Воронка в файле</translation>
        </message>
        <message>
            <source>Stage in the file</source>
            <translation>Этап в файле</translation>
        </message>
        <message>
            <source>Give the mapping a name</source>
            <translation>Назовите сопоставление</translation>
        </message>
        <message>
            <source>Delete the mapping</source>
            <translation>Удалить сопоставление</translation>
        </message>
        <message>
            <source>Delete the mapping “%1”?</source>
            <translation>Удалить сопоставление «%1»?</translation>
        </message>
        <message>
            <source>Later imports will not find it any more. This import keeps what it chose.</source>
            <translation>Следующие импорты его уже не найдут. В этом импорте выбранное остаётся.</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Оставить</translation>
        </message>
        <message>
            <source>“%1” was changed here and is not saved again yet.</source>
            <translation>Сопоставление «%1» здесь изменено, изменения ещё не сохранены.</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::ImportBarJob</name>
        <message>
            <source>Check of %1</source>
            <translation>Проверка: %1</translation>
        </message>
        <message>
            <source>Undoing the import</source>
            <translation>Отмена импорта</translation>
        </message>
        <message>
            <source>Import from %1</source>
            <translation>Импорт из %1</translation>
        </message>
        <message>
            <source>Nothing has been changed yet</source>
            <translation>Ничего ещё не изменено</translation>
        </message>
        <message>
            <source>What is done stays, the import can be continued</source>
            <translation>Сделанное сохранится, импорт можно будет продолжить</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::ImportsPage</name>
        <message>
            <source>Data migration</source>
            <translation>Миграция данных</translation>
        </message>
        <message>
            <source>Bring your clients and deals over</source>
            <translation>Перенесите клиентов и сделки</translation>
        </message>
        <message>
            <source>Contacts, companies, deals and pipelines from AmoCRM or Bitrix24 — from an exported file.</source>
            <translation>Контакты, компании, сделки и воронки из AmoCRM или Bitrix24 — из выгруженного файла.</translation>
        </message>
        <message>
            <source>New import</source>
            <translation>Новый импорт</translation>
        </message>
        <message>
            <source>Try it on a sample</source>
            <translation>Попробовать на примере</translation>
        </message>
        <message>
            <source>First we show</source>
            <translation>Сначала покажем</translation>
        </message>
        <message>
            <source>How many records will appear, what will change and where the errors are — before the beginning.</source>
            <translation>Сколько записей появится, изменится и где ошибки — до начала.</translation>
        </message>
        <message>
            <source>It can be interrupted</source>
            <translation>Можно прервать</translation>
        </message>
        <message>
            <source>A pause, a closed window, a switched-off computer — it goes on from the same place.</source>
            <translation>Пауза, закрытое окно, выключенный компьютер — продолжится с того же места.</translation>
        </message>
        <message>
            <source>It can be undone</source>
            <translation>Можно отменить</translation>
        </message>
        <message>
            <source>The whole import goes away with one button, your own changes stay.</source>
            <translation>Весь импорт убирается одной кнопкой, ваши правки остаются.</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Источник</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>Параметры</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>Поля</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Проверка</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Ход</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Итог</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Импорт</translation>
        </message>
        <message>
            <source>What you will need</source>
            <translation>Что понадобится</translation>
        </message>
        <message>
            <source>Hide older checks</source>
            <translation>Скрыть прежние проверки</translation>
        </message>
        <message>
            <source>Older checks: %1</source>
            <translation>Прежние проверки: %1</translation>
        </message>
        <message>
            <source>An import is being undone</source>
            <translation>Идёт отмена импорта</translation>
        </message>
        <message>
            <source>Wait until it has finished, or stop it, and begin again.</source>
            <translation>Дождитесь её окончания или остановите её и начните заново.</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::OptionsPresenter</name>
        <message>
            <source>Enter a name</source>
            <translation>Введите имя</translation>
        </message>
        <message>
            <source>This is not an e-mail address. Example: anna@example.com</source>
            <translation>Это не адрес почты. Пример: anna@example.com</translation>
        </message>
        <message>
            <source>Another user has this e-mail already</source>
            <translation>Эта почта уже у другого пользователя</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::OptionsStep</name>
        <message>
            <source>Back</source>
            <translation>Назад</translation>
        </message>
        <message>
            <source>Start the import</source>
            <translation>Начать импорт</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Далее</translation>
        </message>
        <message>
            <source>The next two steps may be left out</source>
            <translation>Следующие два шага можно пропустить</translation>
        </message>
        <message>
            <source>Add a user</source>
            <translation>Добавить пользователя</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Изменить</translation>
        </message>
        <message>
            <source>Change the user</source>
            <translation>Изменить пользователя</translation>
        </message>
        <message>
            <source>Default user</source>
            <translation>Пользователь по умолчанию</translation>
        </message>
        <message>
            <source>Gets the records whose owner in the file is not known here</source>
            <translation>Получит записи, ответственный которых здесь не найден</translation>
        </message>
        <message>
            <source>Deals</source>
            <translation>Сделки</translation>
        </message>
        <message>
            <source>As in the file</source>
            <translation>Как в файле</translation>
        </message>
        <message>
            <source>Pipeline</source>
            <translation>Воронка</translation>
        </message>
        <message>
            <source>Source of deals</source>
            <translation>Источник сделок</translation>
        </message>
        <message>
            <source>Type of deals</source>
            <translation>Тип сделок</translation>
        </message>
        <message>
            <source>When a client is already here</source>
            <translation>Если клиент уже есть</translation>
        </message>
        <message>
            <source>The same phone or e-mail. What was imported before is never made twice.</source>
            <translation>Совпал телефон или почта. То, что уже импортировано раньше, никогда не создаётся дважды.</translation>
        </message>
        <message>
            <source>Skip: leave ours as it is</source>
            <translation>Пропустить: оставить нашего как есть</translation>
        </message>
        <message>
            <source>Update ours from the file</source>
            <translation>Обновить нашего из файла</translation>
        </message>
        <message>
            <source>only empty fields</source>
            <translation>только пустые поля</translation>
        </message>
        <message>
            <source>all fields</source>
            <translation>все поля</translation>
        </message>
        <message>
            <source>Create another one</source>
            <translation>Создать ещё одного</translation>
        </message>
        <message>
            <source>There is nobody yet</source>
            <translation>Пока никого нет</translation>
        </message>
        <message>
            <source>Not chosen</source>
            <translation>Не выбран</translation>
        </message>
        <message>
            <source>%1 — %2</source>
            <translation>%1 — %2</translation>
        </message>
        <message>
            <source>Those of the file</source>
            <translation>Как в файле</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::ProgressStep</name>
        <message>
            <source>Stop</source>
            <translation>Остановить</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Пауза</translation>
        </message>
        <message>
            <source>Stopping after the last rows…</source>
            <translation>Останавливаем после последних строк…</translation>
        </message>
        <message>
            <source>records a second</source>
            <translation>записей в секунду</translation>
        </message>
        <message>
            <source>elapsed</source>
            <translation>прошло</translation>
        </message>
        <message>
            <source>left</source>
            <translation>осталось</translation>
        </message>
        <message>
            <source>Progress of the import</source>
            <translation>Ход импорта</translation>
        </message>
        <message>
            <source>created</source>
            <translation>создано</translation>
        </message>
        <message>
            <source>updated</source>
            <translation>обновлено</translation>
        </message>
        <message>
            <source>skipped</source>
            <translation>пропущено</translation>
        </message>
        <message>
            <source>with an error</source>
            <translation>с ошибкой</translation>
        </message>
        <message>
            <source>Phases</source>
            <translation>Этапы</translation>
        </message>
        <message>
            <source>Last problems</source>
            <translation>Последние проблемы</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Вид</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>Что не так</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Место</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Продолжить</translation>
        </message>
        <message>
            <source>What was taken back stays taken back</source>
            <translation>Уже отменённое останется отменённым</translation>
        </message>
        <message>
            <source>What is done stays, the import can be continued</source>
            <translation>Сделанное сохранится, импорт можно будет продолжить</translation>
        </message>
        <message>
            <source>Paused. Nothing is lost.</source>
            <translation>Пауза. Ничего не потеряно.</translation>
        </message>
        <message>
            <source>The import is being undone. It goes on when you look at other pages.</source>
            <translation>Импорт отменяется. Это идёт и на других страницах.</translation>
        </message>
        <message>
            <source>The import goes on when you look at other pages.</source>
            <translation>Импорт идёт и на других страницах.</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 из %2</translation>
        </message>
        <message>
            <source>Looking through the file…</source>
            <translation>Просматриваем файл…</translation>
        </message>
        <message>
            <source>done in %1</source>
            <translation>готово за %1</translation>
        </message>
        <message>
            <source>under way</source>
            <translation>идёт</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>ждёт</translation>
        </message>
        <message>
            <source>%1 in all</source>
            <translation>всего %1</translation>
        </message>
        <message>
            <source>none in the file</source>
            <translation>в файле нет</translation>
        </message>
        <message>
            <source>done</source>
            <translation>готово</translation>
        </message>
        <message>
            <source>paused</source>
            <translation>на паузе</translation>
        </message>
        <message>
            <source>Progress of the undo</source>
            <translation>Ход отмены</translation>
        </message>
        <message>
            <source>Taken back: %1</source>
            <translation>Убрано: %1</translation>
        </message>
        <message>
            <source>Looking at what is to be taken back…</source>
            <translation>Смотрим, что нужно убрать…</translation>
        </message>
        <message>
            <source>Taking back</source>
            <translation>Убираем</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::ResultPresenter</name>
        <message numerus="yes">
            <source>%n row(s) saved to %1</source>
            <translation>
                <numerusform>%n строка сохранена в %1</numerusform>
                <numerusform>%n строки сохранены в %1</numerusform>
                <numerusform>%n строк сохранено в %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::ResultStep</name>
        <message>
            <source>Undo the import</source>
            <translation>Отменить импорт</translation>
        </message>
        <message>
            <source>Continue the undo</source>
            <translation>Продолжить отмену</translation>
        </message>
        <message>
            <source>The undo was stopped</source>
            <translation>Отмена остановлена</translation>
        </message>
        <message>
            <source>A part of what the import made is taken away already. Continue the undo to take away the rest.</source>
            <translation>Часть загруженного уже убрана. Продолжите отмену, чтобы убрать остальное.</translation>
        </message>
        <message>
            <source>First we show what goes and what stays</source>
            <translation>Сначала покажем, что уйдёт и что останется</translation>
        </message>
        <message>
            <source>Continue the import</source>
            <translation>Продолжить импорт</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Вид</translation>
        </message>
        <message>
            <source>In the file</source>
            <translation>В файле</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>Создано</translation>
        </message>
        <message>
            <source>Updated</source>
            <translation>Обновлено</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>Пропущено</translation>
        </message>
        <message>
            <source>With an error</source>
            <translation>С ошибкой</translation>
        </message>
        <message>
            <source>What became of the records</source>
            <translation>Что стало с записями</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>Проблемы</translation>
        </message>
        <message>
            <source>Download the failed rows</source>
            <translation>Скачать строки с ошибками</translation>
        </message>
        <message>
            <source>Retry only the failed</source>
            <translation>Повторить только ошибки</translation>
        </message>
        <message>
            <source>Took %1.</source>
            <translation>Заняло %1.</translation>
        </message>
        <message>
            <source>Import finished</source>
            <translation>Импорт завершен</translation>
        </message>
        <message>
            <source>The import was stopped</source>
            <translation>Импорт остановлен</translation>
        </message>
        <message>
            <source>It can be continued where it stands.</source>
            <translation>Его можно продолжить с того же места.</translation>
        </message>
        <message>
            <source>The import failed</source>
            <translation>Импорт не удался</translation>
        </message>
        <message>
            <source>The import was undone</source>
            <translation>Импорт отменён</translation>
        </message>
        <message>
            <source>What it made was taken away, what it changed is as it was.</source>
            <translation>Всё созданное убрано, всё изменённое — как было.</translation>
        </message>
        <message>
            <source>What was changed or used since was left alone; it is listed below.</source>
            <translation>То, что с тех пор изменили или использовали, осталось; оно перечислено ниже.</translation>
        </message>
        <message>
            <source>The import is running in another program</source>
            <translation>Импорт идёт в другой программе</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Контакты</translation>
        </message>
        <message>
            <source>Companies</source>
            <translation>Компании</translation>
        </message>
        <message>
            <source>Deals</source>
            <translation>Сделки</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>Всего</translation>
        </message>
        <message>
            <source>Undo the import?</source>
            <translation>Отменить импорт?</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Оставить</translation>
        </message>
        <message>
            <source>Will be taken away: %1.</source>
            <translation>Будет убрано: %1.</translation>
        </message>
        <message>
            <source>Will be as before: %1.</source>
            <translation>Станет как было: %1.</translation>
        </message>
        <message>
            <source>Will stay, since changed or used after the import: %1.</source>
            <translation>Останется, потому что изменено или использовано после импорта: %1.</translation>
        </message>
        <message>
            <source>Show customers and deals</source>
            <translation>Показать клиентов и сделки</translation>
        </message>
        <message>
            <source>New import</source>
            <translation>Новый импорт</translation>
        </message>
        <message>
            <source>There turned out to be nothing in the file.</source>
            <translation>В файле ничего не оказалось.</translation>
        </message>
        <message>
            <source>Back to the result</source>
            <translation>К итогу</translation>
        </message>
        <message>
            <source>Pipelines</source>
            <translation>Воронки</translation>
        </message>
        <message>
            <source>Show the rows</source>
            <translation>Показать строки</translation>
        </message>
        <message>
            <source>Show these rows</source>
            <translation>Показать эти строки</translation>
        </message>
        <message>
            <source>Stages</source>
            <translation>Этапы</translation>
        </message>
        <message>
            <source>There is nothing to undo</source>
            <translation>Отменять нечего</translation>
        </message>
        <message>
            <source>What the import made was changed or used since and stays: %1.</source>
            <translation>Всё, что создал импорт, с тех пор изменено или используется и останется: %1.</translation>
        </message>
        <message>
            <source>What the import made is not there any more.</source>
            <translation>Того, что создал импорт, уже нет.</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::RunRowsModel</name>
        <message>
            <source>What will happen</source>
            <translation>Что будет</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Вид</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Имя</translation>
        </message>
        <message>
            <source>Phone / amount</source>
            <translation>Телефон / сумма</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Почему</translation>
        </message>
        <message>
            <source>Create</source>
            <translation>Создать</translation>
        </message>
        <message>
            <source>Update</source>
            <translation>Обновить</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Пропустить</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Ошибка</translation>
        </message>
        <message>
            <source>(no name)</source>
            <translation>(без имени)</translation>
        </message>
        <message numerus="yes">
            <source>%n field(s) will change</source>
            <translation>
                <numerusform>изменится %n поле</numerusform>
                <numerusform>изменятся %n поля</numerusform>
                <numerusform>изменятся %n полей</numerusform>
            </translation>
        </message>
        <message>
            <source>New</source>
            <translation>Новая запись</translation>
        </message>
        <message numerus="yes">
            <source>%n field(s) changed</source>
            <translation>
                <numerusform>изменено %n поле</numerusform>
                <numerusform>изменено %n поля</numerusform>
                <numerusform>изменено %n полей</numerusform>
            </translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Что сделано</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::RunWords</name>
        <message>
            <source>Created contacts: %1, deals: %2.</source>
            <translation>Создано контактов: %1, сделок: %2.</translation>
        </message>
        <message>
            <source>Created contacts: %1, deals: %2, companies: %3.</source>
            <translation>Создано контактов: %1, сделок: %2, компаний: %3.</translation>
        </message>
        <message>
            <source>contacts: %1, deals: %2</source>
            <translation>контактов: %1, сделок: %2</translation>
        </message>
        <message>
            <source>, companies: %1</source>
            <translation>, компаний: %1</translation>
        </message>
        <message>
            <source>, pipelines: %1</source>
            <translation>, воронок: %1</translation>
        </message>
        <message>
            <source>, employees: %1</source>
            <translation>, пользователей: %1</translation>
        </message>
        <message>
            <source>JSON, pages of the API</source>
            <translation>JSON, страницы API</translation>
        </message>
        <message>
            <source>JSON, one a line</source>
            <translation>JSON, по одной в строке</translation>
        </message>
        <message>
            <source>XLS (an HTML table)</source>
            <translation>XLS (таблица HTML)</translation>
        </message>
        <message>
            <source>Some columns bear the same name: they are told apart by their order.</source>
            <translation>Есть столбцы с одинаковыми названиями: они различаются по порядку.</translation>
        </message>
        <message>
            <source>less than a second</source>
            <translation>меньше секунды</translation>
        </message>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n секунду</numerusform>
                <numerusform>%n секунды</numerusform>
                <numerusform>%n секунд</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n минуту</numerusform>
                <numerusform>%n минуты</numerusform>
                <numerusform>%n минут</numerusform>
            </translation>
        </message>
        <message>
            <source>Some records look like those of the other service: check the choice above.</source>
            <translation>Часть записей похожа на записи другой программы: проверьте выбор выше.</translation>
        </message>
        <message>
            <source>won</source>
            <translation>успех</translation>
        </message>
        <message>
            <source>lost</source>
            <translation>отказ</translation>
        </message>
        <message>
            <source>open</source>
            <translation>открыт</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n record(s)</source>
            <translation>
                <numerusform>%1 из %n записи</numerusform>
                <numerusform>%1 из %n записей</numerusform>
                <numerusform>%1 из %n записей</numerusform>
            </translation>
        </message>
        <message>
            <source>No. %1 · %2</source>
            <translation>№ %1 · %2</translation>
        </message>
        <message>
            <source>No. %1 · %2 · API</source>
            <translation>№ %1 · %2 · API</translation>
        </message>
        <message>
            <source>Updated %1.</source>
            <translation>Обновлено %1.</translation>
        </message>
        <message>
            <source>Skipped %1.</source>
            <translation>Пропущено %1.</translation>
        </message>
        <message>
            <source>Not imported %1.</source>
            <translation>Не загружено %1.</translation>
        </message>
        <message>
            <source>contacts: %1</source>
            <translation>контактов: %1</translation>
        </message>
        <message>
            <source>deals: %1</source>
            <translation>сделок: %1</translation>
        </message>
        <message>
            <source>companies: %1</source>
            <translation>компаний: %1</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::RunsList</name>
        <message>
            <source>Imports</source>
            <translation>Импорты</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::RunsModel</name>
        <message>
            <source>Paused</source>
            <translation>Пауза</translation>
        </message>
        <message>
            <source>Running, %1</source>
            <translation>Идёт, %1</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>Идёт</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Проверка</translation>
        </message>
        <message numerus="yes">
            <source>%n error(s)</source>
            <translation>
                <numerusform>%n ошибка</numerusform>
                <numerusform>%n ошибки</numerusform>
                <numerusform>%n ошибок</numerusform>
            </translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Готов</translation>
        </message>
        <message>
            <source>Undo stopped</source>
            <translation>Отмена остановлена</translation>
        </message>
        <message>
            <source>Check stopped</source>
            <translation>Проверка прервана</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Остановлен</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Не удался</translation>
        </message>
        <message>
            <source>Undone</source>
            <translation>Отменён</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::SourceStep</name>
        <message>
            <source>Next</source>
            <translation>Далее</translation>
        </message>
        <message>
            <source>Where from</source>
            <translation>Откуда</translation>
        </message>
        <message>
            <source>The system the data comes from</source>
            <translation>Система, из которой переносим</translation>
        </message>
        <message>
            <source>Path of the exported file</source>
            <translation>Путь к выгруженному файлу</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>Выбрать файл…</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Файл</translation>
        </message>
        <message>
            <source>Reading the file</source>
            <translation>Чтение файла</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>Выбрать файл</translation>
        </message>
        <message>
            <source>Exports of AmoCRM and Bitrix24 (*.json *.jsonl *.csv *.xlsx *.xls);;All files (*)</source>
            <translation>Выгрузки AmoCRM и Bitrix24 (*.json *.jsonl *.csv *.xlsx *.xls);;Все файлы (*)</translation>
        </message>
        <message>
            <source>Choose a file or type its path</source>
            <translation>Выберите файл или введите путь к нему</translation>
        </message>
        <message>
            <source>Reading the file… %1 %</source>
            <translation>Читаем файл… %1 %</translation>
        </message>
        <message>
            <source>In the file — %1</source>
            <translation>В файле — %1</translation>
        </message>
        <message>
            <source>account %1</source>
            <translation>аккаунт %1</translation>
        </message>
        <message>
            <source>There are no records inside: the import will end without creating anything.</source>
            <translation>Внутри нет записей: импорт завершится, ничего не создав.</translation>
        </message>
        <message>
            <source>The file is of %1, so it was chosen above.</source>
            <translation>Это файл %1, поэтому выше выбран %1.</translation>
        </message>
        <message>
            <source>Recent:</source>
            <translation>Недавние:</translation>
        </message>
        <message>
            <source>Recent file %1</source>
            <translation>Недавний файл %1</translation>
        </message>
        <message>
            <source>Read it again</source>
            <translation>Прочитать снова</translation>
        </message>
        <message>
            <source>Choose another file…</source>
            <translation>Выбрать другой файл…</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::DecisionCounters</name>
        <message>
            <source>Create</source>
            <translation>Создать</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>Создано</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Ошибка</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Пропустить</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>Пропущено</translation>
        </message>
        <message>
            <source>Update</source>
            <translation>Обновить</translation>
        </message>
        <message>
            <source>Updated</source>
            <translation>Обновлено</translation>
        </message>
        <message>
            <source>With an error</source>
            <translation>С ошибкой</translation>
        </message>
        <message>
            <source>matched ours</source>
            <translation>уже есть у нас</translation>
        </message>
        <message>
            <source>new records</source>
            <translation>новые записи</translation>
        </message>
        <message>
            <source>none</source>
            <translation>нет</translation>
        </message>
        <message>
            <source>not imported</source>
            <translation>не загружены</translation>
        </message>
        <message>
            <source>without changes</source>
            <translation>без изменений</translation>
        </message>
        <message>
            <source>Warnings</source>
            <translation>Замечания</translation>
        </message>
        <message>
            <source>known at the end</source>
            <translation>станет известно</translation>
        </message>
        <message>
            <source>worth a look</source>
            <translation>стоит взглянуть</translation>
        </message>
        <message>
            <source>stay out</source>
            <translation>не загрузятся</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::RowsView</name>
        <message>
            <source>(no name)</source>
            <translation>(без имени)</translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>Все виды</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Поле</translation>
        </message>
        <message>
            <source>Find in the rows</source>
            <translation>Найти в строках</translation>
        </message>
        <message>
            <source>From the file</source>
            <translation>Станет из файла</translation>
        </message>
        <message>
            <source>Kind of the rows</source>
            <translation>Вид строк</translation>
        </message>
        <message>
            <source>No such rows</source>
            <translation>Таких строк нет</translation>
        </message>
        <message>
            <source>Nothing of ours will change</source>
            <translation>У нас ничего не изменится</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Сейчас у нас</translation>
        </message>
        <message>
            <source>Take a filter away or search for something else</source>
            <translation>Снимите фильтр или поищите иначе</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Что сделано</translation>
        </message>
        <message>
            <source>What will change</source>
            <translation>Что изменится</translation>
        </message>
        <message>
            <source>What will happen</source>
            <translation>Что будет</translation>
        </message>
        <message>
            <source>found: %1</source>
            <translation>найдено: %1</translation>
        </message>
        <message>
            <source>the first %1</source>
            <translation>первые %1</translation>
        </message>
        <message>
            <source>the first %1 of %2</source>
            <translation>первые %1 из %2</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Было</translation>
        </message>
        <message>
            <source>After</source>
            <translation>Стало</translation>
        </message>
        <message>
            <source>What changed</source>
            <translation>Что изменилось</translation>
        </message>
        <message>
            <source>Nothing of ours changed</source>
            <translation>У нас ничего не изменилось</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::ProblemsView</name>
        <message>
            <source>Place</source>
            <translation>Место</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>Запись</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Причина</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Подробнее</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Все</translation>
        </message>
        <message>
            <source>%1  %2</source>
            <translation>%1  %2</translation>
        </message>
        <message>
            <source>%1 and others</source>
            <translation>%1 и другие</translation>
        </message>
        <message>
            <source>many records</source>
            <translation>много записей</translation>
        </message>
    </context>
</TS>
