<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>TestOrder</name>
    <message>
        <source>Being saved</source>
        <translation>Сохраняется</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранена</translation>
    </message>
    <message>
        <source>order %1, %2</source>
        <translation>заявка %1, %2</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Отправка</translation>
    </message>
    <message>
        <source>answer %1 in %2</source>
        <translation>ответ %1 за %2</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлена</translation>
    </message>
    <message>
        <source>Planfix refused</source>
        <translation>Планфикс отказал</translation>
    </message>
    <message>
        <source>the reason stands below</source>
        <translation>причина указана ниже</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Отправляется</translation>
    </message>
    <message>
        <source>Planfix is being asked</source>
        <translation>ждём ответа Планфикса</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Удалена</translation>
    </message>
    <message>
        <source>it never became a task</source>
        <translation>задачей она не стала</translation>
    </message>
    <message>
        <source>Task in Planfix</source>
        <translation>Задача в Планфиксе</translation>
    </message>
    <message>
        <source>Task No. %1</source>
        <translation>Задача № %1</translation>
    </message>
    <message>
        <source>Open in Planfix</source>
        <translation>Открыть в Планфиксе</translation>
    </message>
    <message>
        <source>Planfix is not connected yet</source>
        <translation>Планфикс ещё не подключён</translation>
    </message>
    <message>
        <source>Orders become tasks as soon as account and key are given in the set-up; it takes a few minutes.</source>
        <translation>Заявки станут задачами, как только в настройке указаны аккаунт и ключ; это займёт несколько минут.</translation>
    </message>
    <message>
        <source>The key lacks the right %1</source>
        <translation>Ключу не хватает права %1</translation>
    </message>
    <message>
        <source>Switch it on in Planfix: %1, then send again.</source>
        <translation>Включите его в Планфиксе: %1, затем отправьте снова.</translation>
    </message>
    <message>
        <source>task %1 gets the status of cancelled orders, if it has one</source>
        <translation>задача %1 получит статус отменённых заявок, если он у неё есть</translation>
    </message>
</context>
<context>
    <name>pfx::ui::Banner</name>
    <message>
        <source>Details</source>
        <translation>Подробнее</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Сведения</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Предупреждение</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
</context>
<context>
    <name>pfx::ui::CommandPalette</name>
    <message>
        <source>Find a page or an action</source>
        <translation>Найти страницу или действие</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Найдено</translation>
    </message>
</context>
<context>
    <name>pfx::ui::DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Подробнее</translation>
    </message>
</context>
<context>
    <name>pfx::ui::DialogPrompt</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>pfx::ui::Field</name>
    <message>
        <source>required</source>
        <translation>обязательно</translation>
    </message>
</context>
<context>
    <name>pfx::ui::FlatStyle</name>
    <message>
        <source>Clear the field</source>
        <translation>Очистить поле</translation>
    </message>
</context>
<context>
    <name>pfx::ui::Formatting</name>
    <message>
        <source>today, %1</source>
        <translation>сегодня, %1</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <translation>вчера, %1</translation>
    </message>
    <message>
        <source>ms</source>
        <comment>milliseconds</comment>
        <translation>мс</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>с</translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes</comment>
        <translation>мин</translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours</comment>
        <translation>ч</translation>
    </message>
    <message>
        <source>d</source>
        <comment>days</comment>
        <translation>д</translation>
    </message>
    <message>
        <source>%1 records/min</source>
        <translation>%1 записей/мин</translation>
    </message>
    <message>
        <source>%1 records/s</source>
        <translation>%1 записей/с</translation>
    </message>
    <message>
        <source>B</source>
        <translation>Б</translation>
    </message>
    <message>
        <source>KB</source>
        <translation>КБ</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>МБ</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>ГБ</translation>
    </message>
    <message>
        <source>TB</source>
        <translation>ТБ</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n запись</numerusform>
            <numerusform>%n записи</numerusform>
            <numerusform>%n записей</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pfx::ui::JobBar</name>
    <message>
        <source>Background jobs</source>
        <translation>Фоновые задачи</translation>
    </message>
    <message>
        <source>No background jobs</source>
        <translation>Фоновых задач нет</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>останавливается…</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>на паузе</translation>
    </message>
    <message>
        <source>pausing…</source>
        <translation>встаёт на паузу…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Задача</translation>
    </message>
    <message>
        <source>Other jobs</source>
        <translation>Другие задачи</translation>
    </message>
</context>
<context>
    <name>pfx::ui::Navigation</name>
    <message>
        <source>Navigation</source>
        <translation>Навигация</translation>
    </message>
    <message>
        <source>%1, needs attention: %2</source>
        <translation>%1, требует внимания: %2</translation>
    </message>
</context>
<context>
    <name>pfx::ui::StepHeader</name>
    <message>
        <source>done</source>
        <translation>пройден</translation>
    </message>
    <message>
        <source>current</source>
        <translation>текущий</translation>
    </message>
    <message>
        <source>later</source>
        <translation>впереди</translation>
    </message>
    <message>
        <source>Step %1, %2, %3</source>
        <translation>Шаг %1, %2, %3</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
</context>
<context>
    <name>pfx::ui::Table</name>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Скопировать строки</translation>
    </message>
</context>
<context>
    <name>pfx::ui::TestOrderStrip</name>
    <message>
        <source>Create a test order for Planfix</source>
        <translation>Создать тестовую заявку для Планфикс</translation>
    </message>
    <message>
        <source>Remove the test order</source>
        <translation>Удалить тестовую заявку</translation>
    </message>
    <message>
        <source>Steps of the test order</source>
        <translation>Шаги тестовой заявки</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Show in the journal</source>
        <translation>Показать в журнале</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Отправить снова</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Настройка</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Here without a trace; its task gets the status of cancelled orders, if it has one</source>
        <translation>Здесь – без следа; её задача получит статус отменённых заявок, если он у неё есть</translation>
    </message>
</context>
<context>
    <name>pfx::ui::CopyRow</name>
    <message>
        <source>Copy</source>
        <translation>Скопировать</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Скопировать: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
</context>
<context>
    <name>pfx::ui::SecretEdit</name>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Show the text</source>
        <translation>Показать текст</translation>
    </message>
</context>
<context>
    <name>pfx::ui::WrapLabel</name>
    <message>
        <source>Copy</source>
        <translation>Скопировать</translation>
    </message>
</context>
<context>
    <name>pfx::ui::TableSorting</name>
    <message>
        <source>Sorted by “%1”</source>
        <translation>Упорядочено по столбцу «%1»</translation>
    </message>
    <message>
        <source>Sorted by “%1”, in reverse order</source>
        <translation>Упорядочено по столбцу «%1» в обратном порядке</translation>
    </message>
    <message>
        <source>Sort by “%1”</source>
        <translation>Упорядочить по столбцу «%1»</translation>
    </message>
    <message>
        <source>In reverse order</source>
        <translation>В обратном порядке</translation>
    </message>
</context>
</TS>
