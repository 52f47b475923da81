"""Checks every data file against its JSON Schema, with Debian's python3-jsonschema rather than our own reader.

usage: schema_check.py SOURCE_FOLDER

Also checks that the schema refuses every spoilt service of tests/data/broken_services.json, which unit_catalogue
gives to the reader too: what one of the two lets through, the other must let through as well.
"""
import copy
import json
import pathlib
import sys

from jsonschema import Draft202012Validator

FILES = {
    "list": ["config/catalogue/lists/*.json"],
    "service": ["config/catalogue/services/*.json", "tests/data/new_service.json",
                "tests/data/portrait_service.json"],
    "settings": ["config/profiles/*.json"],
}


def without_duplicates(pairs):
    """Neither JSON libraries nor schemas notice that a member is there twice; the last one would win."""
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a member is there twice: " + ", ".join(key for key, _ in pairs))
    return members


def load(path):
    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=without_duplicates)


def merge(target, patch):
    """RFC 7396."""
    for key, value in patch.items():
        if value is None:
            target.pop(key, None)
        elif isinstance(value, dict):
            target[key] = merge(target.get(key, {}), value)
        else:
            target[key] = value
    return target


def problems(root):
    validators = {}
    for name in FILES:
        schema = load(root / f"config/schema/{name}.schema.json")
        Draft202012Validator.check_schema(schema)
        validators[name] = Draft202012Validator(schema)

    for name, patterns in FILES.items():
        for pattern in patterns:
            paths = sorted(root.glob(pattern))
            if not paths:
                yield f"{pattern}: no such file"
            for path in paths:
                for error in validators[name].iter_errors(load(path)):
                    yield f"{path.relative_to(root)}: {error.json_path}: {error.message}"

    sound = load(root / "tests/data/new_service.json")
    for broken in load(root / "tests/data/broken_services.json"):
        if validators["service"].is_valid(merge(copy.deepcopy(sound), broken["patch"])):
            yield f"service.schema.json accepts {broken['what']}"


if __name__ == "__main__":
    found = list(problems(pathlib.Path(sys.argv[1])))
    print("\n".join(found) or "every file keeps its schema")
    sys.exit(1 if found else 0)
