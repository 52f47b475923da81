"""No citizen meets a sentence that was never translated: checks the .ts files against the QML sources."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

QML, LUPDATE = pathlib.Path(sys.argv[1]), sys.argv[2]


def messages(path):
    """(context, source, message element) of a .ts file."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message.findtext("source"), message


def forms(message):
    translation = message.find("translation")
    plural = [form.text or "" for form in translation.iter("numerusform")]
    return plural or [translation.text or ""]


class Translations(unittest.TestCase):
    def test_unfinished(self):
        for language in ("ar", "en"):
            for context, source, message in messages(QML / f"i18n/balady_{language}.ts"):
                with self.subTest(language=language, context=context, source=source):
                    self.assertIsNone(message.find("translation").get("type"))
                    self.assertTrue(all(forms(message)))

    def test_new_string_was_not_collected(self):
        with tempfile.TemporaryDirectory() as folder:
            fresh = pathlib.Path(folder) / "balady_ar.ts"
            shutil.copy(QML / "i18n/balady_ar.ts", fresh)
            subprocess.run([LUPDATE, "-silent", "-locations", "none", "-no-obsolete", QML / "Kiosk", "-ts", fresh], check=True)
            known = {(c, s) for c, s, _ in messages(QML / "i18n/balady_ar.ts")}
            self.assertEqual({(c, s) for c, s, _ in messages(fresh)}, known)

    def test_string_without_a_comment_for_the_translator(self):
        for context, source, message in messages(QML / "i18n/balady_ar.ts"):
            with self.subTest(context=context, source=source):
                self.assertTrue(message.findtext("extracomment"))

    def test_placeholder_lost(self):
        for context, source, message in messages(QML / "i18n/balady_ar.ts"):
            wanted = sorted(re.findall(r"%[0-9]", source))
            for form in forms(message):
                with self.subTest(context=context, source=source):
                    self.assertEqual(sorted(re.findall(r"%[0-9]", form)), wanted)

    def test_list_in_a_string_lost_an_entry(self):
        for context, source, message in messages(QML / "i18n/balady_ar.ts"):
            with self.subTest(context=context, source=source):
                self.assertEqual(forms(message)[0].count("|"), source.count("|"))


unittest.main(argv=sys.argv[:1])
