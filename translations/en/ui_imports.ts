<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>pfx::ui::CheckPresenter</name>
        <message numerus="yes">
            <source>%n row(s) saved to %1</source>
            <translation>
                <numerusform>%n row saved to %1</numerusform>
                <numerusform>%n rows saved to %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::ResultPresenter</name>
        <message numerus="yes">
            <source>%n row(s) saved to %1</source>
            <translation>
                <numerusform>%n row saved to %1</numerusform>
                <numerusform>%n rows saved to %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::RunRowsModel</name>
        <message numerus="yes">
            <source>%n field(s) will change</source>
            <translation>
                <numerusform>%n field will change</numerusform>
                <numerusform>%n fields will change</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n field(s) changed</source>
            <translation>
                <numerusform>%n field changed</numerusform>
                <numerusform>%n fields changed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::RunWords</name>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n second</numerusform>
                <numerusform>%n seconds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n record(s)</source>
            <translation>
                <numerusform>%1 of %n record</numerusform>
                <numerusform>%1 of %n records</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::RunsModel</name>
        <message numerus="yes">
            <source>%n error(s)</source>
            <translation>
                <numerusform>%n error</numerusform>
                <numerusform>%n errors</numerusform>
            </translation>
        </message>
    </context>
</TS>
