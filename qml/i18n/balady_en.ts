<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BadgePinPage</name>
    <message numerus="yes">
        <source>This is not the badge&apos;s PIN. %n try(s) left.</source>
        <extracomment>A wrong PIN of a technician&apos;s badge; %n tries are left</extracomment>
        <translation>
            <numerusform>This is not the badge&apos;s PIN. %n try left.</numerusform>
            <numerusform>This is not the badge&apos;s PIN. %n tries left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountdownRing</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <extracomment>Spoken: seconds that are left before the session ends</extracomment>
        <translation>
            <numerusform>%n second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServicePage</name>
    <message numerus="yes">
        <source>Up to %n working day(s)</source>
        <extracomment>The service promise: an upper bound in days</extracomment>
        <translation>
            <numerusform>Up to %n working day</numerusform>
            <numerusform>Up to %n working days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SmsCodePage</name>
    <message numerus="yes">
        <source>This is not the code. %n try(s) left.</source>
        <extracomment>A wrong one-time code; %n tries are left</extracomment>
        <translation>
            <numerusform>This is not the code. %n try left.</numerusform>
            <numerusform>This is not the code. %n tries left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <extracomment>One star of a rating; %n is how many stars it gives</extracomment>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
</context>
</TS>
