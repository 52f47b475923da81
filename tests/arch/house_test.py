#!/usr/bin/env python3
"""The test of the house test: a small tree that keeps every rule, and one planted violation at a time."""

import tempfile
import unittest
from pathlib import Path

import house

HEADER = "// Thing: what it is; core thread.\n#pragma once\n"
CLEAN = {
    "CMakeLists.txt": "project(balady_kiosk)\n",
    ".clang-format": "BasedOnStyle: LLVM\n",
    "kiosk/base/CMakeLists.txt": "balady_library(balady_base result.cpp)\n",
    "kiosk/base/result.h": HEADER + "struct Done {};\n",
    "kiosk/base/result.cpp": '#include "kiosk/base/result.h"\n',
    "kiosk/model/CMakeLists.txt": "balady_library(balady_model date.cpp USES balady_base)\n",
    "kiosk/model/date.cpp": '#include "kiosk/base/result.h"\n',
    "kiosk/view/session.h": HEADER + '#include "kiosk/base/result.h"\n#include <QObject>\n',
    "kiosk/app/main.cpp": '#include "kiosk/view/session.h"\n#include <QGuiApplication>\n',
    "kiosk/store/outbox.cpp": '#include "kiosk/store/handle.h"\n#include <boost/asio/post.hpp>\n',
    "kiosk/store/handle.h": HEADER + "#include <sqlite3.h>\n",
    "kiosk/docs/map.md": "[main](../app/main.cpp), [there](https://example.org/x.md)\n",
    "kiosk/docs/threat-model.md": "held by `wrong_day_passes`, `e2e_day` and PR_SET_`X`\n",
    "qml/Kiosk/Main.qml": "Item {}\n",
    "tests/qml/tst_button.qml": "Item {}\n",
    "kiosk/service/asking.cpp": """
        // co_await port.begin({key, id}) is wrong, and so is "co_await x({y})".
        if (auto found = co_await port.find(key, 10'000, [] { return Order{1}; }); found) { use(Key{*found}); }
        for (auto& one : co_await port.all(limits[2])) { keep({one}); }
        co_return co_await std::move(task);
    """,
    "tests/unit/date_test.cpp": '#include <doctest/doctest.h>\n#include <QString>\nTEST_CASE("wrong_day_passes") {}\n',
    "tests/e2e/CMakeLists.txt": "e2e_test(e2e_day day:ar)\n",
}

# What is planted -> (path, content, a part of the complaint)
PLANTED = {
    "control_without_a_test": ("kiosk/docs/threat-model.md", "held by `wrong_year_passes`\n", "a test that is not there"),
    "model_includes_flow": ("kiosk/model/date.cpp", '#include "kiosk/flow/apply.h"\n', "must not include from kiosk/flow"),
    "base_links_to_model": ("kiosk/base/CMakeLists.txt", "balady_library(balady_base result.cpp PRIVATE balady_model)\n",
                            "must not link to kiosk/model"),
    "late_link_to_app": ("kiosk/view/CMakeLists.txt", "target_link_libraries(balady_view PRIVATE balady_app)\n",
                         "must not link to kiosk/app"),
    "driver_includes_driver": ("drivers/camera/still.cpp", '#include "drivers/vision/mrz.h"\n',
                               "must not include from drivers/vision"),
    "product_includes_test": ("kiosk/service/runner.cpp", '#include "tests/unit/fake.h"\n', "must not include from tests"),
    "sandbox_shares_the_client": ("tests/sandbox/server.cpp", '#include "kiosk/backend/codec.h"\n',
                                  "must not include from kiosk/backend"),
    "simulator_shares_the_encoder": ("tests/simulators/receipt_printer/parser.cpp",
                                     '#include "printing/escpos/encode.h"\n', "must not include from printing/escpos"),
    "qt_in_service": ("kiosk/service/runner.cpp", "#include <QString>\n", "<QString> belongs to"),
    "qt_module_in_driver": ("drivers/usb/device.cpp", "#include <QtCore/QTimer>\n", "<QtCore/QTimer> belongs to"),
    "asio_in_flow": ("kiosk/flow/apply.h", HEADER + "#include <boost/asio/awaitable.hpp>\n", "belongs to"),
    "openssl_outside_crypto": ("kiosk/licence/verify.cpp", "#include <openssl/evp.h>\n", "<openssl/evp.h> belongs to"),
    "beast_outside_backend": ("kiosk/fleet/report.cpp", "#include <boost/beast/http.hpp>\n", "belongs to kiosk/backend"),
    "vendor_in_shared_header": ("kiosk/app/compose.cpp", '#include "kiosk/store/handle.h"\n',
                                "<sqlite3.h> in a header that other folders include"),
    "unknown_folder": ("kiosk/misc/thing.cpp", "int x;\n", "no place in the direction"),
    "include_beside_the_file": ("kiosk/base/result.cpp", '#include "result.h"\n', "from the root of the tree"),
    "banned_type": ("kiosk/base/result.h", HEADER + "class DeviceManager {};\n", "'DeviceManager' says nothing"),
    "banned_alias": ("kiosk/base/result.h", HEADER + "using ReaderImpl = int;\n", "'ReaderImpl' says nothing"),
    "interface_prefix": ("kiosk/base/result.h", HEADER + "struct IReader {};\n", "'IReader' says nothing"),
    "banned_file_name": ("kiosk/base/string_utils.cpp", "int x;\n", "file's name says nothing"),
    "banned_qml_name": ("qml/Kiosk/PageHelper.qml", "Item {}\n", "file's name says nothing"),
    "header_without_opening": ("kiosk/base/result.h", "#pragma once\n", "opens with a sentence"),
    "header_with_a_title_only": ("kiosk/base/result.h", "// Result\n#pragma once\n", "is not a sentence"),
    "header_without_pragma": ("kiosk/base/result.h", "// Thing: what it is.\nstruct Done {};\n", "opens with a sentence"),
    "camel_case_file": ("kiosk/base/appClock.cpp", "int x;\n", "is not named like this"),
    "snake_case_qml": ("qml/Kiosk/main_page.qml", "Item {}\n", "is not named like this"),
    "awaits_an_aggregate": ("kiosk/service/asking.cpp", "auto x = co_await port.begin({key, id});\n", "co_await twice"),
    "awaits_a_typed_aggregate": ("kiosk/service/asking.cpp", "co_await port.begin(\n  1, Intent{key, id});\n",
                                 "co_await twice"),
    "awaits_a_capturing_lambda": ("kiosk/service/asking.cpp", "co_await run([this, text](int x) -> int { go(x); });\n",
                                  "co_await twice"),
    "foreign_top_level": ("scripts/go.sh", "true\n", "does not belong to the top level"),
    "broken_link": ("kiosk/docs/glossary.md", "see [the map](../nowhere.md#top)\n", "not there: ../nowhere.md"),
    "home_path": ("config/x.json", '{"a": "/ho' 'me/dev/x"}', "ties the tree"),
    "registry_host": ("tests/contract/.npmrc", "registry=https://registry.npmjs" ".org/\n", "ties the tree"),
    "lock_with_resolved": ("tests/contract/package-lock.json", '{"resol' 'ved": "https://a.b/c.tgz"}', "ties the tree"),
}


def violations(files):
    with tempfile.TemporaryDirectory() as root:
        for name, content in files.items():
            path = Path(root) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return house.House(root).check()


class HouseTest(unittest.TestCase):
    def test_clean_tree_passes(self):
        self.assertEqual(violations(CLEAN), [])

    def test_every_planted_violation_is_the_only_one_named(self):
        for name, (path, content, complaint) in PLANTED.items():
            with self.subTest(name):
                extra = {"kiosk/app/CMakeLists.txt": "qt_add_executable(balady_app main.cpp)\n"}
                found = violations({**CLEAN, **extra, path: content})
                self.assertEqual(len(found), 1, found)
                self.assertIn(complaint, found[0])

    def test_checkout_path_is_foreign(self):
        with tempfile.TemporaryDirectory() as root:
            (Path(root) / "README.md").write_text(f"see {Path(root).resolve()}/build\n", encoding="utf-8")
            self.assertIn("README.md:1: ties the tree", house.House(root).check()[0])


if __name__ == "__main__":
    unittest.main()
