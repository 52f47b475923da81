"""The rules of the house, as data: what house.py checks in every file of the tree."""

# Folder -> the folders that it may include from and link to. Its own folder is always allowed. A folder that is
# not listed may not exist. `*` means everything.
CORE = ["kiosk/base", "kiosk/model"]
ADAPTER = [*CORE, "kiosk/ports"]
DIRECTION = {
    "kiosk/base": [],
    "kiosk/crypto": ["kiosk/base"],
    "kiosk/model": ["kiosk/base"],
    "kiosk/strictjson": CORE,
    "kiosk/ports": CORE,
    "kiosk/flow": CORE,
    "kiosk/catalogue": [*CORE, "kiosk/crypto", "kiosk/strictjson"],
    "kiosk/licence": [*CORE, "kiosk/crypto", "kiosk/strictjson"],
    "kiosk/settings": [*CORE, "kiosk/strictjson"],
    "kiosk/service": [*ADAPTER, "kiosk/flow", "kiosk/catalogue", "kiosk/licence", "kiosk/crypto", "printing/pdf"],
    "kiosk/backend": [*ADAPTER, "kiosk/crypto", "kiosk/strictjson"],
    "kiosk/store": [*ADAPTER, "kiosk/crypto"],
    "kiosk/audit": [*ADAPTER, "kiosk/crypto"],
    "kiosk/fleet": [*ADAPTER, "kiosk/crypto"],
    "kiosk/view": [*ADAPTER, "kiosk/flow", "kiosk/catalogue", "kiosk/service"],
    "kiosk/app": ["*"],
    "qml": ["*"],
    "qml/fonts": [],
    "drivers/usb": ADAPTER,
    "drivers/serial": ADAPTER,
    "drivers/smartcard": [*ADAPTER, "kiosk/crypto"],
    "drivers/scanner": [*ADAPTER, "drivers/serial"],
    "drivers/camera": ADAPTER,
    "drivers/vision": ADAPTER,
    # The terminal's side sees none of what the process apart from it parses pictures with.
    "drivers/sight": ADAPTER,
    "drivers/sight/apart": [*ADAPTER, "drivers/camera", "drivers/vision", "drivers/sight"],
    "drivers/speech": ADAPTER,
    "drivers/receipt_printer": [*ADAPTER, "printing/layout", "printing/escpos", "drivers/usb", "drivers/serial"],
    "printing/layout": [*CORE, "printing/pdf", "qml/fonts"],
    "printing/escpos": CORE,
    "printing/pdf": [*CORE, "qml/fonts"],
    "printing/cups": [*ADAPTER, "printing/layout", "printing/pdf", "qml/fonts"],
    # What stands in for the world must not share the code that it checks. The chip shares the frames of BAC, which
    # unit tests pin by the published vectors of Doc 9303-11.
    "tests/sandbox": [*ADAPTER, "kiosk/crypto", "kiosk/catalogue", "kiosk/licence", "kiosk/strictjson"],
    "tests/simulators": [*CORE, "kiosk/crypto", "qml/fonts"],
    "tests/simulators/chip": [*CORE, "kiosk/crypto", "drivers/smartcard"],
    "tests/simulators/dock": ["qml"],
    "tests": ["*"],
}

# Targets that hold a vendor's code compiled once, and none of ours: everybody may link to them.
VENDOR_TARGETS = ["balady_beast", "balady_opencv"]

# Who may see a vendor's headers. Except for Qt and Asio, only source files and headers that no other folder
# includes may name them. Tests may include any of them. (pattern of the included name, folders, public headers too)
VENDORS = [
    (r"openssl/", ["kiosk/crypto", "kiosk/backend"], False),
    (r"(winscard|wintypes|PCSC/.*)\.h$", ["drivers/smartcard"], False),
    (r"(libusb-1\.0/)?libusb\.h$|linux/usb", ["drivers/usb"], False),
    (r"cups/", ["printing/cups"], False),
    (r"fontconfig/", ["kiosk/app"], False),
    (r"linux/videodev2\.h$|turbojpeg\.h$", ["drivers/camera"], False),
    (r"opencv2/", ["drivers/camera", "drivers/vision"], False),
    (r"ZXing/", ["drivers/vision", "drivers/scanner"], False),
    (r"seccomp\.h$", ["drivers/sight/apart"], False),
    (r"sqlite3\.h$", ["kiosk/store"], False),
    (r"unicode/", ["kiosk/model/umm_al_qura_table.cpp"], False),
    (r"(hb(-\w+)?|fribidi(/.*)?|zlib)\.h$", ["printing/pdf"], False),
    (r"qrencode\.h$", ["printing/layout"], False),
    (r"mosquitto\.h$", ["kiosk/fleet"], False),
    (r"Qt?[A-Z]\w*(/\w+)?$|q[a-z]+\.h$", ["kiosk/view", "kiosk/app", "printing/layout", "qml"], True),
    (r"boost/beast", ["kiosk/backend"], False),
    (r"boost/asio/ssl", ["kiosk/backend", "kiosk/ports/asio_ssl.cpp"], False),
    (r"boost/asio", ["kiosk/ports", "kiosk/service", "kiosk/backend", "kiosk/audit", "kiosk/store", "kiosk/fleet", "kiosk/view",
                     "kiosk/app", "drivers", "printing/cups"], True),
]

TOP_LEVEL = {"CMakeLists.txt", "CMakePresets.json", "README.md", "CHANGELOG.md", "LICENSE", "dev", "kiosk", "qml",
             "drivers", "printing", "config", "tests", "image-build"}  # and dot-files

# Words that say nothing about what a type does; and the marks of interfaces and hidden implementations.
BANNED_IN_NAMES = r"(Manager|Helper|Utils?|Impl)(?![a-z])|^I[A-Z][a-z]"

# File name, by suffix.
SNAKE_CASE = r"[a-z0-9]+(_[a-z0-9]+)*"
FILE_NAMES = {
    ".cpp": SNAKE_CASE, ".h": SNAKE_CASE, ".py": SNAKE_CASE, ".sh": SNAKE_CASE, ".js": SNAKE_CASE,
    ".mjs": SNAKE_CASE + r"(\.(test|e2e))?",
    ".qml": rf"[A-Z][A-Za-z0-9]*|tst_{SNAKE_CASE}",
}

# Text that ties the tree to one machine or one network. The folder that holds the checkout is added at run time.
FOREIGN_TEXT = [r"(?<![\w.])/(home|Users)/[a-z]\w*/", r"registry\.npmjs\.org", r"registry\.yarnpkg\.com",
                r"(deb|security)\.debian\.org", r"pypi\.org", r"proxy\.golang\.org", r"\"resolved\": *\"https?:"]
