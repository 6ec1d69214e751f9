"""Reads the descriptions of kinds out of src/model/scr-kinds-*.c, so that data can be checked without the program."""
import dataclasses
import pathlib
import re

TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|([A-Za-z_]\w*)|(-?\d[\w.]*(?:e\d+)?)|([{}(),|&*;=\[\]])', re.S)
TEXT_LENGTH, RICH_LENGTH = 200, 100_000


@dataclasses.dataclass
class Field:
    """One field of a kind, as scr-kind.h describes it."""
    name: str
    type: str
    of: str
    flags: frozenset
    low: float
    high: float

    @property
    def greatest_length(self):
        return int(self.high) or {"TEXT": TEXT_LENGTH, "RICH": RICH_LENGTH}.get(self.type, 0)


def without_comments(source):
    return re.sub(r"/\*.*?\*/", "", source, flags=re.S)


def joined(source):
    return source.replace("\\\n", " ")


def split_fields(body):
    """The elements of an array of ScrField: a list of (macro name) or (list of arguments)."""
    elements, depth, arguments, current = [], 0, [], []
    for text, word, number, sign in TOKEN.findall(body):
        token = ("text", text) if not (word or number or sign) else ("word", word or number or sign)
        if token == ("word", "{"):
            depth, arguments, current = 1, [], []
        elif token == ("word", "}"):
            elements.append(arguments + [current])
            depth = 0
        elif depth == 0:
            if word:
                elements.append(word)
        elif token == ("word", "(") or token == ("word", ")"):
            depth += 1 if sign == "(" else -1
        elif token == ("word", ",") and depth == 1:
            arguments.append(current)
            current = []
        else:
            current.append(token)
    return elements


def text_of(tokens, macros):
    """What a C string literal, a chain of them, or a macro for one says; "" for NULL."""
    said = ""
    for kind, value in tokens:
        if kind == "text":
            said += value
        elif value in macros:
            said += macros[value]
    return said


def to_field(arguments, macros):
    flags = [value for kind, value in (arguments[6] if len(arguments) > 6 else []) if kind == "word" and value != "|"]
    flags = {flag.replace("SCR_FIELD_", "") for flag in flags if not flag.isdigit()}
    if "NAME" in flags:
        flags |= {"REQUIRED", "SEARCHED", "TITLE", "COLUMN"}
    numbers = [float(arguments[i][0][1]) if len(arguments) > i and arguments[i] else 0.0 for i in (7, 8)]
    return Field(text_of(arguments[0], {}), arguments[1][0][1].rstrip("_"), text_of(arguments[5], macros),
                 frozenset(flags), *numbers)


def read_descriptions(root):
    """Every kind: its name to its fields by name."""
    model = pathlib.Path(root, "src/model")
    header = joined(without_comments((model / "scr-kinds.h").read_text(encoding="utf-8")))
    shared = {name: split_fields(body)[0]
              for name, body in re.findall(r"#define (FIELD_\w+)\s+(\{.*?\})\s*\n", header, re.S)}
    kinds = {}
    for path in sorted(model.glob("scr-kinds-*.c")):
        source = without_comments(path.read_text(encoding="utf-8"))
        macros = dict(re.findall(r'#define (\w+) "([^"]*)"', source))
        names = dict(re.findall(r'SCR_DEFINE_KIND \((\w+),\s*"(\w+)"', source))
        for ident, body in re.findall(r"static const ScrField (\w+)_fields\[\] = \{(.*?)\n\};", source, re.S):
            fields = [to_field(shared[e] if isinstance(e, str) else e, macros) for e in split_fields(body)]
            kinds[names[ident]] = {field.name: field for field in fields}
    return kinds
