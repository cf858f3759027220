# SPDX-License-Identifier: GPL-3.0-or-later
"""Controls have an object name and an accessible name; words for people stand in tr() and are there in Russian (plurals in English too)."""
import glob
import os
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree

from tree import Finding, without_comments

CONTROLS = ("LineEdit|ComboBox|PushButton|ToolButton|CheckBox|RadioButton|SpinBox|DoubleSpinBox|DateEdit|DateTimeEdit|TimeEdit|TextEdit"
            "|PlainTextEdit|TableView|ListView|ListWidget|TreeView|TreeWidget|TableWidget|Slider|CommandLinkButton")
SHOWN = ("setText|setToolTip|setWindowTitle|setPlaceholderText|setAccessibleName|setAccessibleDescription|setStatusTip|setTitle|addAction"
         "|new QLabel|new QPushButton|new QCheckBox|new QRadioButton|new QGroupBox|new QAction")
PRODUCT_NAME = "Planfix Console"
FORMS = {"ru": 3, "en": 2}


def controls(file):
    code = without_comments(file.text)
    for match in re.finditer(rf"(?:(\w+)\s*(?:=|\(|\{{)\s*)?\bnew Q(?:{CONTROLS})\b\s*(\([^;]*)?", code):
        name, arguments = match.group(1), match.group(2) or ""
        line = file.line(match.start())
        if not name or name == "return":
            yield Finding("names", file.path, line, "a control without a variable has no object name")
            continue
        variable = re.escape(name)
        if re.search(rf"\bField\([^;]*\b{variable},\s*QStringLiteral", code): # ui/common/field.h gives both names
            continue
        if not re.search(rf"\b{variable}->setObjectName\(", code):
            yield Finding("names", file.path, line, f"{name} has no object name")
        spoken = rf"\b{variable}->set(?:AccessibleName|Text)\(|setBuddy\({variable}\)"
        if not re.search(spoken, code) and "tr(" not in arguments:
            yield Finding("names", file.path, line, f"{name} has no accessible name")


def literals(file):
    code = without_comments(file.text)
    for match in re.finditer(rf'\b(?:{SHOWN})\s*\(\s*(?:QStringLiteral|QLatin1String|QString::fromUtf8)\(u?"([^"\\]*)"', code):
        if re.search(r"[A-Za-zА-Яа-яё]{2,}", match.group(1).replace(PRODUCT_NAME, "")):
            yield Finding("words", file.path, file.line(match.start()), f"words outside tr(): {match.group(1)[:40]}")
    for match in re.finditer(r'"[^"\n]*[А-Яа-яЁё][^"\n]*"', code):
        yield Finding("words", file.path, file.line(match.start()), f"English in the source, Russian in translations/ru: {match.group(0)[:40]}")


def words_in_core(file):
    code = without_comments(file.text)
    for match in re.finditer(r"\b(?:tr|translate)\s*\(\s*\"|Q_DECLARE_TR_FUNCTIONS", code):
        yield Finding("words", file.path, file.line(match.start()), "texts for people are made in core/texts, ui and app")


def messages(path):
    """(context, source, comment) -> (translation forms, finished, file, line)"""
    result = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            place = message.find("location")
            key = (name, message.findtext("source", ""), message.findtext("comment", ""))
            result[key] = (forms, translation.get("type") is None, message.get("numerus") == "yes",
                           place.get("filename") if place is not None else "", place.get("line") if place is not None else "1")
    return result


def marks(text):
    return sorted(set(re.findall(r"%(?:L?\d|n)", text)))


def catalogue(root, path, language):
    shown = os.path.relpath(path, root)
    for (context, source, _), (forms, finished, numerus, _, _) in messages(path).items():
        what = f"{context}: {source[:50]}"
        if not finished or not all(forms):
            yield Finding("translations", shown, 1, f"not translated: {what}")
        elif numerus and len(forms) != FORMS[language]:
            yield Finding("translations", shown, 1, f"{FORMS[language]} plural forms are needed: {what}")
        elif not numerus and marks(forms[0]) != marks(source):
            yield Finding("translations", shown, 1, f"other %1 than in the source: {what}")


def used_words(root, lupdate):
    folders = [os.path.join(root, name) for name in ("core", "ui", "app") if os.path.isdir(os.path.join(root, name))]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "used.ts")
        done = subprocess.run([lupdate, "-I", root, *folders, "-ts", path, "-locations", "absolute", "-source-language", "en", "-target-language", "ru"],
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError("lupdate: " + done.stderr)
        found = messages(path)
        return {key: (numerus, os.path.relpath(os.path.normpath(os.path.join(folder, name)), root), int(line))
                for key, (_, _, numerus, name, line) in found.items()}


def translations(root, lupdate):
    known = {"ru": {}, "en": {}}
    for language, entries in known.items():
        for path in sorted(glob.glob(os.path.join(root, "translations", language, "*.ts"))):
            yield from catalogue(root, path, language)
            entries.update(messages(path))
    for key, (numerus, path, line) in used_words(root, lupdate).items():
        if key not in known["ru"]:
            yield Finding("translations", path, line, f"not in translations/ru: {key[0]}: {key[1][:50]}")
        if numerus and key not in known["en"]:
            yield Finding("translations", path, line, f"plural not in translations/en: {key[0]}: {key[1][:50]}")


def check(root, files, lupdate):
    for file in files:
        if not file.is_source:
            continue
        if file.top == "ui":
            yield from controls(file)
        if file.top in ("ui", "app") or file.folder == "core/texts":
            yield from literals(file)
        if file.top == "core" and file.folder != "core/texts":
            yield from words_in_core(file)
    yield from translations(root, lupdate)
