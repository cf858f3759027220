<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
    <context>
        <name>pfx::ui::SetupPage</name>
        <message>
            <source>Set-up</source>
            <translation>Настройка</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Аккаунт</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Ключ доступа</translation>
        </message>
        <message>
            <source>Template and fields</source>
            <translation>Шаблон и поля</translation>
        </message>
        <message>
            <source>Feedback</source>
            <translation>Обратная связь</translation>
        </message>
        <message>
            <source>Test order</source>
            <translation>Тестовая заявка</translation>
        </message>
        <message>
            <source>It can be interrupted at any step</source>
            <translation>Можно прерваться на любом шаге</translation>
        </message>
        <message>
            <source>Nothing is saved before “Finish”. The key goes into the keychain of the system.</source>
            <translation>Ничего не сохраняется до «Готово». Ключ попадёт в связку ключей системы.</translation>
        </message>
        <message>
            <source>Which Planfix account should orders go to? Any spelling will do: the name, the host, or an address from the browser.</source>
            <translation>В какой аккаунт Планфикса отправлять заявки? Подойдёт любая запись: имя, адрес сайта или адрес из браузера.</translation>
        </message>
        <message>
            <source>Whose key?</source>
            <translation>Чей ключ взять?</translation>
        </message>
        <message>
            <source>Best is a robot's key: a robot is always an administrator, needs no licence, and does not leave. In Planfix: Employees → add a robot; then Account management → API access → REST API → create a key for it.</source>
            <translation>Лучше всего ключ робота: робот всегда администратор, не занимает лицензию и не увольняется. В Планфиксе: Сотрудники → добавить робота; затем Управление аккаунтом → Доступ к API → REST API → создать ключ для него.</translation>
        </message>
        <message>
            <source>Needed are the rights task_add (task.create), task_readonly (task.get) and task_update (task.update); the others are named below with what they are for.</source>
            <translation>Обязательны права task_add (task.create), task_readonly (task.get) и task_update (task.update); для чего нужны остальные, сказано в проверке.</translation>
        </message>
        <message>
            <source>Availability from outside</source>
            <translation>Доступность</translation>
        </message>
        <message>
            <source>So that changes in Planfix come back at once, Planfix calls this program. Paste these texts into two or three scenarios.</source>
            <translation>Чтобы изменения в Планфиксе возвращались сразу, Планфикс вызывает эту программу. Вставьте эти тексты в два-три сценария.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Назад</translation>
        </message>
        <message>
            <source>Leave for later</source>
            <translation>Оставить на потом</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Далее</translation>
        </message>
        <message>
            <source>Finish</source>
            <translation>Готово</translation>
        </message>
        <message>
            <source>Check the Planfix key</source>
            <translation>Проверить ключ Планфикса</translation>
        </message>
        <message>
            <source>Address and scenarios for Planfix</source>
            <translation>Адрес и сценарии для Планфикса</translation>
        </message>
        <message>
            <source>Check the key</source>
            <translation>Проверить ключ</translation>
        </message>
        <message>
            <source>The settings are saved, the key is not</source>
            <translation>Настройки сохранены, ключ — нет</translation>
        </message>
        <message>
            <source>Give it where the program is started, in the variable PLANFIX_API_KEY, and start the program anew; or make the keychain usable and press “Finish” again.</source>
            <translation>Задайте его там, где запускается программа, в переменной PLANFIX_API_KEY, и запустите программу заново; или включите связку ключей и снова нажмите «Готово».</translation>
        </message>
        <message>
            <source>Saved. New orders become tasks by themselves</source>
            <translation>Сохранено. Новые заявки сами становятся задачами</translation>
        </message>
        <message>
            <source>What was saved can be changed at any time here or in the settings.</source>
            <translation>Сохранённое можно поменять в любой момент здесь или в настройках.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Повторить</translation>
        </message>
        <message>
            <source>Save the settings without the key</source>
            <translation>Сохранить настройки без ключа</translation>
        </message>
        <message>
            <source>Saved. Orders wait here until account and key are given</source>
            <translation>Сохранено. Заявки ждут здесь, пока не указаны аккаунт и ключ</translation>
        </message>
        <message>
            <source>What is missing can be added at any time here or in the settings.</source>
            <translation>Недостающее можно указать в любой момент здесь или в настройках.</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::SetupPresenter</name>
        <message>
            <source>being checked</source>
            <translation>проверяется</translation>
        </message>
        <message>
            <source>not checked yet</source>
            <translation>ещё не проверен</translation>
        </message>
        <message>
            <source>paste and check</source>
            <translation>вставьте и проверьте</translation>
        </message>
        <message>
            <source>the check stopped</source>
            <translation>проверка не прошла</translation>
        </message>
        <message numerus="yes">
            <source>%n right(s) missing</source>
            <translation>
                <numerusform>нет %n права</numerusform>
                <numerusform>нет %n прав</numerusform>
                <numerusform>нет %n прав</numerusform>
            </translation>
        </message>
        <message>
            <source>works</source>
            <translation>работает</translation>
        </message>
        <message>
            <source>not an account</source>
            <translation>это не аккаунт</translation>
        </message>
        <message>
            <source>its name or address</source>
            <translation>имя или адрес</translation>
        </message>
        <message>
            <source>something does not fit</source>
            <translation>что-то не подходит</translation>
        </message>
        <message>
            <source>what an order becomes</source>
            <translation>во что превращать заявку</translation>
        </message>
        <message>
            <source>template No. %1</source>
            <translation>шаблон № %1</translation>
        </message>
        <message>
            <source>received</source>
            <translation>получено</translation>
        </message>
        <message>
            <source>texts for scenarios</source>
            <translation>тексты для сценариев</translation>
        </message>
        <message>
            <source>waits for the first request</source>
            <translation>ждём первый запрос</translation>
        </message>
        <message>
            <source>the whole way at once</source>
            <translation>проверка всего пути</translation>
        </message>
        <message>
            <source>task No. %1</source>
            <translation>задача № %1</translation>
        </message>
        <message>
            <source>it did not arrive</source>
            <translation>не дошла</translation>
        </message>
        <message>
            <source>saved, try it</source>
            <translation>сохранено, пробуйте</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::StepList</name>
        <message>
            <source>current</source>
            <translation>текущий</translation>
        </message>
        <message>
            <source>done</source>
            <translation>готов</translation>
        </message>
        <message>
            <source>needs attention</source>
            <translation>требует внимания</translation>
        </message>
        <message>
            <source>open</source>
            <translation>не сделан</translation>
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
        <name>pfx::ui::TestStep</name>
        <message>
            <source>A test order goes the way of a real one: it is saved here, sent, and becomes a task in Planfix. It is marked as a test and can be removed here and there.</source>
            <translation>Тестовая заявка проходит весь путь настоящей: сохраняется здесь, отправляется и становится задачей в Планфиксе. Она помечена как тестовая, её можно удалить и здесь, и там.</translation>
        </message>
        <message>
            <source>What “Finish” saves</source>
            <translation>Что сохранит «Готово»</translation>
        </message>
        <message>
            <source>To the account</source>
            <translation>К аккаунту</translation>
        </message>
        <message>
            <source>The test order can be made as soon as this is saved: press “Finish”.</source>
            <translation>Тестовую заявку можно создать, как только это сохранено: нажмите «Готово».</translation>
        </message>
        <message>
            <source>An order needs an account to go to: name it, and its key, in the first two steps.</source>
            <translation>Заявке нужен аккаунт: укажите его и ключ на первых двух шагах.</translation>
        </message>
        <message>
            <source>Show the order</source>
            <translation>Показать заявку</translation>
        </message>
        <message>
            <source>It works: the test order has become task No. %1</source>
            <translation>Всё работает: тестовая заявка стала задачей № %1</translation>
        </message>
        <message>
            <source>Now the way back: change the status of the task in Planfix, and it appears here by itself.</source>
            <translation>Теперь обратный путь. Измените статус задачи в Планфиксе: он появится здесь сам.</translation>
        </message>
        <message>
            <source>The status “%1” came back from Planfix: both ways work.</source>
            <translation>Статус «%1» пришёл из Планфикса: работают оба направления.</translation>
        </message>
    </context>
</TS>
