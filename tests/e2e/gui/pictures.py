# SPDX-License-Identifier: GPL-3.0-or-later
"""The pictures of the guide, each taken when the window shows what the guide says: pictures.py [--lang L] [--theme T] [--only NAME] FOLDER.

Started by scripts/screenshots, which gives it a screen. Names are the English words of the sources, found on the screen by the translation.
"""
import argparse
import glob
import json
import os
import pathlib
import shutil
import subprocess
import xml.etree.ElementTree

from window import Atspi, Window, name_of, plain

ROOT = pathlib.Path(__file__).resolve().parents[3]
PLACE = pathlib.Path("/tmp/planfix-console-pictures") # seen in the pictures, so always the same
CLOCK = {"LD_PRELOAD": "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1", "FAKETIME": "@2026-11-20 10:31:00",
         "FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1"}
EMPLOYEE = "Анна Админова"


def catalogue(language):
    """English words of the screen to those of the language. Folders may say the same word differently: the import's come first."""
    words = {}
    for path in sorted(glob.glob(str(ROOT / "translations" / language / "*.ts")), key=lambda path: "ui_imports" not in path):
        for message in xml.etree.ElementTree.parse(path).iter("message"):
            translation = message.findtext("translation")
            if translation and translation.strip():
                words.setdefault(message.findtext("source"), plain(translation))
    return words


def export_of_bitrix24():
    """Contacts as the other CRM exports them: some of the sample's people with news about them, some new ones, two who are doubtful."""
    lines = ["ID;Имя;Фамилия;Должность;Рабочий телефон;Рабочий e-mail;День рождения;Адрес объекта"]
    sample = json.loads((ROOT / "resources" / "samples" / "amocrm.json").read_text(encoding="utf-8"))["contacts"]
    posts = ["Главный бухгалтер", "Коммерческий директор", "Инженер", "Управляющая"]
    for i, contact in enumerate(sample[:12]):
        phone = contact["custom_fields_values"][0]["values"][0]["value"]
        lines.append(f"{i + 1};{contact['first_name']};{contact['last_name']};{posts[i % 4]};{phone};{i + 1}@firma.example;"
                     f"{12 + i}.03.1984;Калининград, ул. Горького, {14 + i}")
    mails = [next((v["value"] for f in c["custom_fields_values"] if f.get("field_code") == "EMAIL" for v in f["values"]), "") for c in sample[20:22]]
    for i, mail in enumerate(mails):
        lines.append(f"{40 + i};Анна;Гусева;Инженер;+7905100{i:04};{mail};;")
    for i, name in enumerate(["Гусев;Андрей", "Соколова;Елена", "Лисица;Вера", "Панов;Сергей", "Орлова;Ирина", "Ким;Ольга", "Юрьев;Антон"]):
        last, first = name.split(";")
        lines.append(f"{60 + i};{first};{last};{posts[i % 4]};+7906211{4010 + i};{60 + i}@dom.example;;Зеленоградск, Курортный проспект, {i + 1}")
    return "\n".join(lines) + "\n"


def many():
    people = [{"id": i, "name": f"Человек {i}", "custom_fields_values": [
        {"field_id": 1, "field_name": "Телефон", "field_code": "PHONE", "values": [{"value": f"+7906{2000000 + i}" if i % 2501 else "нет"}]}]}
              for i in range(10_001, 130_001)]
    deals = [{"id": i, "name": f"Сделка {i}", "price": i, "contacts": [{"id": i if i % 4001 else 7}]} for i in range(10_001, 90_001)]
    return json.dumps({"contacts": people, "deals": deals, "pipelines": []}, ensure_ascii=False)


def office():
    """Some weeks of an office's orders, as `pfxctl order add` takes them; the first one is the oldest."""
    people = [("Иванова Мария", "+7 906 211-40-18", "Горького, 14"), ("Балт-Сервис", "+7 4012 53-19-00", "Мира, 5"), ("Гусев Андрей", "+7 911 470-02-66", ""),
              ("Кафе «Дюны»", "+7 4012 33-70-15", "Курортный проспект, 2"), ("Соколова Елена", "+7 921 710-55-31", ""), ("Нестеров Павел", "+7 962 255-80-04", ""),
              ("ТСЖ «Лесная»", "+7 4012 46-88-12", "Лесная, 1"), ("Юрьева Анна", "+7 909 780-13-24", ""), ("Дроздов Илья", "+7 952 050-61-90", "")]
    statuses = ["completed", "completed", "cancelled", "completed", "in_progress", "confirmed", "in_progress", "new", "new"]
    return [{"number": str(1038 + i), "client": {"name": name, "phone": phone}, "address": address, "status": statuses[i], "currency": "RUB",
             "items": [{"name": "Монтаж щита", "quantity": "1", "price": str(4900 + 3700 * i)}, {"name": "Выезд", "quantity": "1", "price": "1000"}],
             "total": str(5900 + 3700 * i), "extra": {"Этаж": i % 5 + 1}} for i, (name, phone, address) in enumerate(people)]


TABLE = """Номер;Клиент;Телефон;Услуга;Сумма;Статус;Этаж
S-201;Миронова Дарья;+7 981 474-20-63;Розетка x2 - 500;9 900,00;Новая;3
S-202;ИП Лось;+7 4012 92-04-77;Щит;73 000;Подтверждено;1
S-203;Лисица Вера;позвонить;Свет;сто;Новая;2
1040;Гусев Андрей;+7 911 470-02-66;Монтаж щита;12 300;Новая;
"""


class Planfix:
    """The strict fake of Planfix as a program of its own, and what the environment must say for it."""

    def __enter__(self):
        program = pathlib.Path(os.environ["PFX_PROGRAM"]).resolve().parents[1] / "tests" / "fake-planfix"
        self.process = subprocess.Popen([str(program), "--account", "empty", "--key", "picture"], stdout=subprocess.PIPE)
        address = f"http://127.0.0.1:{json.loads(self.process.stdout.readline())['port']}/rest/"
        self.environment = {"PLANFIX_ACCOUNT": address, "PLANFIX_API_KEY": "picture"}
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


class Album:
    def __init__(self, window, words, folder, only):
        self.window, self.words, self.folder, self.only = window, words, folder, only

    def tr(self, words):
        return self.words.get(words, words)

    def press(self, words, role="push button", inside=None):
        return self.window.press(self.tr(words), role, inside)

    def read(self, words):
        return self.window.read(self.tr(words))

    def take(self, name, moving=False):
        """Without the pointer, and when nothing moves any more."""
        if self.only and self.only != name:
            return
        subprocess.run(["xdotool", "mousemove", "9999", "9999"], check=True)
        path = str(self.folder / f"{name}.png")
        before = None
        for _ in range(20):
            subprocess.run(["import", "-silent", "-window", "root", path], check=True)
            now = subprocess.run(["identify", "-format", "%#", path], check=True, capture_output=True).stdout
            if now == before or moving:
                return
            before = now

    def frame(self, name, node):
        """The line around a dialog that a window manager would draw; there is none here."""
        path = self.folder / f"{name}.png"
        box = node.get_extents(Atspi.CoordType.SCREEN)
        if path.exists():
            corners = f"{box.x},{box.y} {box.x + box.width - 1},{box.y + box.height - 1}"
            subprocess.run(["mogrify", "-fill", "none", "-stroke", "#808890", "-draw", f"rectangle {corners}", str(path)], check=True)

    def new_import(self, path, system):
        self.window.page(self.tr("Import"))
        self.press("New import")
        self.window.press(system, "radio button")
        self.window.fill(self.tr("File"), str(path))
        self.window.read(self.tr("In the file — %1").split("%1")[0])

    def first_import(self):
        self.take("import-empty")
        self.new_import(PLACE / "amo-export-2026-11-20.json", "AmoCRM")
        self.take("import-source")
        self.press("Next")
        self.press("Add a user")
        self.window.fill(self.tr("Name"), EMPLOYEE)
        self.window.fill(self.tr("E-mail"), "anna@example.com")
        self.press("Save the user")
        self.window.wait(lambda: not self.window.has("text", self.tr("Name")), "the employee saved")
        self.take("import-options")
        self.press("Start the import")
        self.read("Import finished")
        self.take("import-result")

    def second_import(self):
        self.new_import(PLACE / "контакты_ноябрь.csv", "Bitrix24")
        self.press("Next")
        self.press("Update ours from the file", "radio button")
        self.press("all fields", "radio button")
        self.press("Next")
        self.read("Where to")
        self.take("import-fields")
        self.press("Next")
        self.read("What will change")
        self.take("import-check")
        self.press("Start the import")
        self.read("Import finished")
        self.press("Undo the import")
        self.window.find("dialog", None)
        self.take("import-undo")
        self.frame("import-undo", self.window.find("dialog", None))
        self.press("Leave it")

    def third_import(self):
        self.new_import(PLACE / "amo-export-2024.json", "AmoCRM")
        self.press("Next")
        self.press("Start the import")
        self.window.wait(lambda: any(text.endswith("%") and text[:-1].strip() in map(str, range(20, 90)) for text in self.window.texts()), "a fifth")
        self.take("import-progress", moving=True)
        self.press("Stop")
        self.read("The import was stopped")

    def orders(self):
        self.window.page(self.tr("Orders"))
        self.window.press("1044", "table cell")
        self.read("History")
        self.window.wait(lambda: not self.window.has("table cell", self.tr("On its way")), "all orders in Planfix")
        self.take("orders")
        self.press("New order")
        self.window.fill(self.tr("Phone"), "+7 906 211-40-18")
        self.take("orders-form")
        self.press("Back")
        self.press("Leave without saving")
        self.press("Import from CSV")
        self.window.fill(self.tr("File"), str(PLACE / "заявки.csv"))
        self.window.keys("Return")
        self.read("What will not")
        self.take("orders-import")
        self.press("Back")
        self.press("Create a test order for Planfix")
        self.window.wait(lambda: self.window.has("push button", self.tr("Remove the test order")), "the task")
        self.read(self.tr("Task No. %1").split("%1")[0])
        self.take("orders-test")

    def customers(self):
        self.window.page(self.tr("Customers and deals"))
        self.window.press("Алексей Савченко", "table cell")
        self.take("customers-contact")
        self.press("Deals", "page tab")
        for view in ("Board", "Table"):
            name = self.tr(view)
            self.window.act(self.window.wait(lambda: next((node for node, _ in self.window.nodes() if name_of(node) == name), None), name))
            if view == "Board":
                self.take("customers-board")
        self.window.press("Автоматика отопления", "table cell")
        self.read("Where it came from")
        self.take("customers-deals")
        self.press("Employees", "page tab")
        self.take("customers-employees")

    def set_up(self, planfix):
        self.window.page(self.tr("Set-up"))
        self.window.fill(self.tr("Account"), planfix["base_url"])
        self.press("Next")
        self.window.fill(self.tr("Key (authorisation token)"), planfix["key"])
        self.press("Check the key")
        self.read("The key works: orders can become tasks")
        self.take("setup-key")
        self.press("Next")
        self.window.choose(self.tr("Task template"), "Заявка")
        self.window.choose(self.tr("Number"), "Номер заказа")
        self.take("setup-task")
        self.press("Next")
        self.take("setup-feedback")
        self.window.page(self.tr("Settings"))
        self.press("Server", "page tab")
        self.take("settings-server")
        self.press("Database", "page tab")
        self.read("Backup")
        self.take("settings-store")

    def test_order(self):
        self.window.page(self.tr("Set-up"))
        for _ in range(4):
            self.press("Leave for later")
        self.press("Create a test order for Planfix")
        self.window.wait(lambda: self.window.has("push button", self.tr("Show the order")), "the task")
        self.take("setup-test")

    def sms(self):
        self.window.page("SMS")
        login = self.window.find("text", self.tr("Login"))
        self.window.wait(lambda: self.window.content(login) == "planfix", "the access in the fields")
        self.window.fill(self.tr("Phone number"), "+7 906 211-40-18")
        self.window.fill(self.tr("Text of the message"), "Здравствуйте! Мастер Сергей приедет сегодня с 14:00 до 15:00.\nКёниг Комфорт, +7 4012 33-70-15")
        self.press("Run the test")
        self.read("The provider reports: the phone has got it")
        self.take("sms-test")
        self.press("Open in “Messages”")
        self.read("Number at the provider")
        self.take("sms-messages")
        self.press("Service and providers", "page tab")
        self.read("What may be sent")
        self.take("sms-service")


def fake_planfix():
    """The strict fake of Planfix; ended by whoever asked for it."""
    key = "0123456789abcdef" * 2
    process = subprocess.Popen([str(ROOT / "build" / "release" / "tests" / "fake-planfix"), "--key", key, "--port", "8090"], stdout=subprocess.PIPE, text=True)
    return process, {**json.loads(process.stdout.readline()), "key": key}


class Smsc:
    """The simulated SMSC, and what the environment must say for it: secrets are kept nowhere in a picture."""

    def __enter__(self):
        self.process = subprocess.Popen(["node", str(ROOT / "tests" / "support" / "smsc" / "smsc.js"), '{"password":"word","port":2775}'],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        env={**os.environ, "NODE_PATH": str(ROOT / "build" / "npm" / "node_modules")})
        json.loads(self.process.stdout.readline())
        self.environment = {"PFX_SECRET_SMS_LOGIN": "planfix", "PFX_SECRET_SMS_PASSWORD": "pictures-of-the-guide", "PFX_SECRET_SMS_KEY": "0123456789" * 4,
                            "PFX_SECRET_PROVIDER_OPERATOR_LOGIN": "office", "PFX_SECRET_PROVIDER_OPERATOR_PASSWORD": "word"}
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def sms_pictures(chosen):
    program, profile = os.environ["PFX_PROGRAM"], str(PLACE / "sms")
    with Smsc() as smsc:
        environment = {**CLOCK, **smsc.environment}

        def ctl(*words):
            subprocess.run([str(pathlib.Path(program).with_name("pfxctl")), "--profile", profile, *words], check=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, env={**os.environ, **environment})
        for key, value in [("provider.operator.driver", "smpp"), ("provider.operator.url", "smpp://127.0.0.1:2775"), ("provider.operator.price", "2.90"),
                           ("sms.provider", "operator"), ("sms.senders", '["KonigKomf"]')]:
            ctl("config", "set", key, value)
        for i, text in enumerate(["Заявка 1041 принята, скоро позвоним", "Мастер приедет завтра с 10:00 до 12:00", "Монтаж подтверждён на 24 ноября, 9:00",
                                  "Kod podtverzhdeniya 4817"]):
            ctl("sms", "send", "--from", "KonigKomf", "--to", f"+790621140{18 + i}", "--text", text)
        with Window(program, profile, chosen.lang, ["--theme", chosen.theme], environment) as window:
            Album(window, {} if chosen.lang == "en" else catalogue(chosen.lang), chosen.folder, chosen.only).sms()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lang", default="ru")
    parser.add_argument("--theme", default="light")
    parser.add_argument("--only", default="")
    parser.add_argument("folder", type=pathlib.Path)
    chosen = parser.parse_args()
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir()
    shutil.copy(ROOT / "resources" / "samples" / "amocrm.json", PLACE / "amo-export-2026-11-20.json")
    (PLACE / "контакты_ноябрь.csv").write_text(export_of_bitrix24(), encoding="utf-8")
    (PLACE / "amo-export-2024.json").write_text(many(), encoding="utf-8")
    (PLACE / "заявки.csv").write_text(TABLE, encoding="utf-8")
    try:
        with Planfix() as planfix:
            pictures(chosen, planfix)
        set_up_pictures(chosen)
        sms_pictures(chosen)
    finally:
        shutil.rmtree(PLACE, ignore_errors=True)


def set_up_pictures(chosen):
    """In a profile of its own: the set-up begins from nothing."""
    process, planfix = fake_planfix()
    try:
        with Window(os.environ["PFX_PROGRAM"], str(PLACE / "new"), chosen.lang, ["--theme", chosen.theme], CLOCK) as window:
            Album(window, {} if chosen.lang == "en" else catalogue(chosen.lang), chosen.folder, chosen.only).set_up(planfix)
        # There is no keychain here: what the set-up would save comes from the environment.
        saved = {**CLOCK, "PLANFIX_ACCOUNT": planfix["base_url"], "PLANFIX_API_KEY": planfix["key"], "PFX_SECRET_PLANFIX_WEBHOOK_SECRET": "secret"}
        with Window(os.environ["PFX_PROGRAM"], str(PLACE / "saved"), chosen.lang, ["--theme", chosen.theme], saved) as window:
            Album(window, {} if chosen.lang == "en" else catalogue(chosen.lang), chosen.folder, chosen.only).test_order()
    finally:
        process.terminate()
        process.wait()


def pictures(chosen, planfix):
    environment = {**CLOCK, **planfix.environment}
    program, profile = os.environ["PFX_PROGRAM"], str(PLACE / "profile")

    def ctl(*words, given=b""):
        subprocess.run([str(pathlib.Path(program).with_name("pfxctl")), "--profile", profile, *words], input=given, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **environment})
    ctl("config", "set", "planfix.requests-per-second", "100")
    for order in office():
        ctl("order", "add", "-", given=json.dumps(order).encode())
    with Window(program, profile, chosen.lang, ["--theme", chosen.theme], environment) as window:
        album = Album(window, {} if chosen.lang == "en" else catalogue(chosen.lang), chosen.folder, chosen.only)
        window.page(album.tr("Import"))
        album.read("Bring your clients and deals over")
        window.focus()
        album.orders()
        album.first_import()
        album.customers()
        album.second_import()
        album.third_import()


if __name__ == "__main__":
    main()
