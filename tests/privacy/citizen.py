"""A citizen whom nobody else is: their canaries, their card, and a visit to the terminal that ships, by touches alone."""

import json
import socket
import sqlite3
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120  # seconds that anything may take on a busy machine

IDENTITY = "1083746527"
MOBILE = "0567381924"
NAME = {"ar": "قميراء الزنبقاوي", "en": "Qamirazad Zanbaqawi"}
ESTABLISHMENT = {"number": "7092648135", "ar": "مخبز الفندريس", "en": "Fandrisiyah Bakery"}
ADDRESS = "QXZV7391"
DOCUMENT = "SQ7291834"
BIRTH = ("1987", "11", "23")
EXPIRY = ("2033", "09", "27")
FREE_TEXT = {"ar": "حيدزوم خلف المخبز", "en": "Wexorbly behind the bakery"}
COLOUR = (203, 77, 149)


def check_digit(text):
    """ICAO Doc 9303-3, 4.9."""
    values = (0 if c == "<" else int(c, 36) for c in text)
    return str(sum(value * (7, 3, 1)[i % 3] for i, value in enumerate(values)) % 10)


def card():
    """The card as the chip's simulator reads it: three lines of thirty."""
    document = DOCUMENT + check_digit(DOCUMENT)
    birth, expiry = ("".join((year[2:], month, day)) for year, month, day in (BIRTH, EXPIRY))
    optional = IDENTITY.ljust(15, "<")
    birth, expiry = birth + check_digit(birth), expiry + check_digit(expiry)
    last = check_digit(document + optional + birth + expiry + "<" * 11)
    family, given = NAME["en"].split()[::-1]
    return {"mrz": [f"I<SAU{document}{optional}", f"{birth}F{expiry}SAU{'<' * 11}{last}",
                    f"{family.upper()}<<{given.upper()}".ljust(30, "<")], "faults": {}}


def canaries():
    """By name; each word of a name for itself, because it could be torn from the others."""
    texts = {"identity": IDENTITY, "mobile": MOBILE, "mobile abroad": "966" + MOBILE[1:], "address": ADDRESS,
             "document number": DOCUMENT, "establishment": ESTABLISHMENT["number"]}
    for what, value in (("name", NAME), ("establishment name", ESTABLISHMENT), ("answer", FREE_TEXT)):
        for language in ("ar", "en"):
            longest = max(value[language].split(), key=len)
            texts[f"{what} ({language})"] = longest
    for part, text in zip(("given name", "family name"), NAME["en"].split()):
        texts[f"{part} of the card"] = text.upper()
    return {"texts": texts, "files": {}, "colours": {"document": COLOUR}}


def enter_register(database):
    """Makes the citizen known to the platform: rows in the sandbox's own store."""
    with sqlite3.connect(database, timeout=PATIENCE) as rows:
        rows.execute("INSERT INTO establishments SELECT ?, ?, ?, ?, municipality_ar, municipality_en, amana_ar, amana_en "
                     "FROM establishments LIMIT 1",
                     (ESTABLISHMENT["number"], ESTABLISHMENT["ar"], ESTABLISHMENT["en"], ADDRESS))
        rows.execute("INSERT INTO people VALUES(?, ?, ?, ?, 'nobody')", (IDENTITY, NAME["ar"], NAME["en"], MOBILE))
        rows.execute("INSERT INTO memberships VALUES(?, ?)", (IDENTITY, ESTABLISHMENT["number"]))


def sent_pictures(database):
    """The pictures that reached the platform."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=PATIENCE) as rows:
        return [row[0] for row in rows.execute("SELECT content FROM attachments WHERE complete")]


class Unexpected(Exception):
    pass


class Visit:
    """Works the terminal through the socket of the hand (hand_plugin.cpp)."""

    def __init__(self, hand, world, service, language, card_name=None, scans=False):
        self.hand = hand
        self.world = world
        self.language = language
        self.card_name = card_name
        self.scans = scans  # their card's back by hand, instead of showing it to the camera
        self.service = json.loads((ROOT / f"config/catalogue/services/{service}.json").read_text(encoding="utf-8"))
        self.answered = set()

    def ask(self, **wish):
        self.hand.send(json.dumps(wish, ensure_ascii=False).encode())
        answer = json.loads(self.hand.recv(4096) or b'{"error": "the terminal has ended"}')
        if "error" in answer:
            raise Unexpected(f"{wish.get('do')} {wish.get('name', '')}: {answer['error']}")
        return answer

    def await_(self, what, condition):
        deadline = time.monotonic() + PATIENCE
        while not (result := condition()):
            if time.monotonic() > deadline:
                raise Unexpected(f"{what}: not in {PATIENCE} s; the page is {self.look()['page']}")
            time.sleep(0.02)
        return result

    def look(self):
        return self.ask(do="look")

    def page(self):
        seen = self.look()
        return seen["page"] if seen["page"] and seen["settled"] else None

    def there(self, name):
        return self.ask(do="find", name=name)["found"]

    def tap(self, name):
        self.ask(do="tap", name=name)

    def write(self, text, field):
        for letter in text:
            self.ask(do="strike", name=field, letter=letter)

    def write_date(self, date, field):
        for part, box in zip(reversed(date), ("dayBox", "monthBox", "yearBox")):
            self.write(part, f"{field}.{box}")

    def device(self, name, word):
        control = Path(self.world.facts["control"])
        fresh = control / ("." + name)
        fresh.write_text(word, encoding="utf-8")
        fresh.rename(control / name)

    def challenge(self, kind):
        def pending():
            return [one for one in self.world.admin("/admin/challenges")["challenges"]
                    if one["kind"] == kind and one["state"] == "pending"]
        return self.await_(f"a challenge by {kind}", pending)[0]

    def leave(self, control):
        before = self.look()["page"]
        step = self.step()
        self.tap(control)
        self.await_(f"what comes after {control} on the page {before}", lambda: self.step() != step)

    def step(self):
        """Changes with each page and each page of a form."""
        seen = self.look()
        fields = tuple(name for name in self.field_names() if self.there(name)) if seen["page"] == "Form" else ()
        document = self.there("document.retake") if seen["page"] == "Document" else None
        return seen["page"], fields, document

    def field_names(self):
        own = [f"field.{field['id']}" for page in self.service["form"] for field in page["fields"]]
        return ["field.document-number", *own]

    def answer(self, field):
        name, kind = f"field.{field['id']}", field["type"]
        if kind == "choice":
            own = ESTABLISHMENT["number"] if field["id"] == "establishment" else \
                "act-clothing-and-shoes" if field["id"] == "activity" else ""
            self.ask(do="choose", name=name, code=own)
        elif kind == "yes-no":
            self.tap(f"{name}.no")
        elif kind == "date":
            self.write_date(("2026", "11", "30"), name)
        else:
            texts = {"identity": IDENTITY, "mobile": MOBILE, "address": ADDRESS, "establishment": ESTABLISHMENT["number"],
                     "number": str(max(field.get("min", 1), 42)), "digits": IDENTITY, "reference": "LC-4500000104"}
            self.write(texts.get(kind, FREE_TEXT[self.language]), name)

    def leave_form(self):
        step = self.step()
        for _ in range(8):
            if self.there("frame.primary"):
                self.tap("frame.primary")
                break
            self.tap("key.done")
        self.await_("what comes after the form", lambda: self.step() != step and self.page())

    def form(self):
        if self.there("field.document-number"):
            self.write(DOCUMENT, "field.document-number")
            self.write_date(BIRTH, "field.birth-date")
            self.write_date(EXPIRY, "field.expiry-date")
        else:
            fields = [field for page in self.service["form"] for field in page["fields"]]
            self.await_("a question", lambda: any(self.there(f"field.{field['id']}") for field in fields))
            for field in fields:
                if field["id"] not in self.answered and self.there(f"field.{field['id']}"):
                    self.answer(field)
                    self.answered.add(field["id"])
        self.leave_form()

    def wants_to_send_by_telephone(self):
        """To the page with the code for it, as if there were no camera."""
        self.until("Document")
        self.device("camera", "unplugged")
        self.await_("that the camera is missed", lambda: self.there("document.problem"))
        self.leave("frame.primary")
        self.await_("a code for the telephone", lambda: self.there("phone.code"))

    def act(self, page):
        if page == "Phone":
            self.device("camera", "canary")
            self.leave("phone.camera")
        elif page == "Document":
            self.device("camera", "canary")
            self.leave("frame.primary") if self.there("frame.primary") else time.sleep(0.02)
        elif page == "ShowCard":
            self.device(*(("scanner", "\n".join(card()["mrz"])) if self.scans else ("camera", "card")))
            self.await_("what comes after the card's back", lambda: self.page() not in (None, "ShowCard"))
        elif page == "InsertCard":
            self.device("card", self.card_name)
            self.await_("what comes after the card", lambda: self.page() not in (None, "InsertCard"))
        elif page == "TypeIdentity":
            self.write(IDENTITY, "field.identity")
            self.leave_form()
        elif page == "AppChallenge":
            self.world.admin(f"/admin/challenges/{self.challenge('app')['id']}/approve", {})
            self.await_("the app's answer", lambda: self.page() not in (None, "AppChallenge"))
        elif page == "SmsCode":
            self.write(self.challenge("sms")["code"], "field.code")
            self.await_("the code's answer", lambda: self.page() not in (None, "SmsCode"))
        elif page == "Form":
            self.form()
        elif page == "Bill":
            for request in self.world.admin("/admin/requests")["requests"]:
                if request.get("bill") and not request["bill"]["paid"]:
                    self.world.admin(f"/admin/bills/{request['bill']['number']}/pay", {})
            self.await_("the payment", lambda: self.page() not in (None, "Bill"))
        elif page in ("Waiting", ""):
            self.await_("an answer", lambda: self.page() not in (None, "Waiting"))
        else:
            if page == "Papers":
                self.await_("the papers", lambda: self.there("frame.primary"))
            if page == "Goodbye":
                self.device("card", "")
            self.leave({"Attract": "attract.start", "Language": f"language.{self.language}",
                        "Home": f"service.{self.service['id']}", "Rate": "rate.5",
                        "IdentifyChoice": "identify.card" if self.card_name else "identify.number"}
                       .get(page, "frame.primary"))

    def until(self, wanted):
        for _ in range(120):
            page = self.await_("a page", self.page)
            if page == wanted:
                return
            self.act(page)
        raise Unexpected(f"the page {wanted} does not come")


def paint_scenes(programs, scenes, card_file):
    """A document under the camera that nobody else has, and the back of the card."""
    subprocess.run([str(programs / "balady-canary-scene"), str(scenes / "default.jpg"), "%02x%02x%02x" % COLOUR,
                    str(scenes / "canary.jpg")], check=True)
    subprocess.run([str(programs / "balady-camera-scenes"), str(scenes), "--card", str(card_file), "--name", "card"],
                   check=True)


def socket_pair():
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
