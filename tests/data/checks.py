"""What must hold of shipped bundles. Each check yields sentences about what is wrong; none means all is well."""
import collections
import csv
import datetime
import re

RECORD = "record"
TONES = {"late", "soon", "done", "waiting", "stopped"}
IDENTITY = re.compile(r"[a-z0-9.-]{1,64}")
SYMBOLIC = re.compile(r"@[a-z0-9-]+")
ORDER_KEY = re.compile(r"[0-9a-z]*[1-9a-z]")
TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
# Nobody is named, and nothing could lead to a child: no addresses, numbers of ten digits, dates of birth.
PERSONAL = re.compile(r"[\w.]+@[\w.]+\.\w+|\b\d{3} ?\d{3} ?\d{4}\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b|\b\d\d/\d\d/\d{4}\b")


def is_day(value):
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value)) and bool(datetime.date.fromisoformat(value))
    except ValueError:
        return False


def check_frame(name, bundle):
    """A bundle's outer form."""
    if bundle.get("format") != "scrutiny-bundle" or bundle.get("version") != 1:
        yield f"{name}: not a bundle of version 1"
    if set(bundle) != {"format", "version", "items", "files"}:
        yield f"{name}: its parts are {sorted(bundle)}"


def all_items(bundles):
    """(file, kind, item) of every item."""
    for name, bundle in bundles.items():
        for kind, items in bundle["items"].items():
            for item in items:
                yield name, kind, item


def check_ids(bundles):
    """Identities: well formed, and each once."""
    seen = {}
    for name, kind, item in all_items(bundles):
        identity = item.get("id")
        if not isinstance(identity, str):
            yield f"{name}: a {kind} without id"
            continue
        if identity in seen:
            yield f"{name}: {identity} was already used in {seen[identity]}"
        seen[identity] = name
        if kind == "choice":
            if not IDENTITY.fullmatch(identity) or not identity.startswith(f"{item.get('list')}."):
                yield f"{name}: the id of the choice {identity} does not begin with its list"
        elif kind == RECORD:
            if identity != RECORD:
                yield f"{name}: the record's id is {identity}"
        elif not SYMBOLIC.fullmatch(identity):
            yield f"{name}: {identity} is no symbolic id"


def check_number(field, value):
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return "is not a number"
    if (field.low or field.high) and not field.low <= value <= field.high:
        return f"is not between {field.low:g} and {field.high:g}"
    if field.type == "DURATION" and value != int(value):
        return "is not in whole minutes"
    return None


def check_text(field, value):
    if not value.strip():
        return "is empty: leave it out"
    if len(value) > field.greatest_length:
        return f"is longer than {field.greatest_length} characters"
    if value != value.strip() or (field.type == "TEXT" and "\n" in value):
        return "has space around it or a line end within"
    if PERSONAL.search(value):
        return "looks as if it told whom it is about"
    return None


def check_value(field, value, kinds_by_id):
    """What is wrong with one value, or None."""
    if field.type in ("NUMBER", "DURATION"):
        return check_number(field, value)
    if field.type == "BOOL":
        return None if isinstance(value, bool) else "is neither true nor false"
    if not isinstance(value, str):
        return "is not a string"
    if field.type == "DAY":
        return None if is_day(value) else "is not a day"
    if field.type == "TIME":
        return None if TIME.fullmatch(value) else "is not a time"
    if field.type == "ORDER":
        return None if ORDER_KEY.fullmatch(value) else "is not an order key"
    if field.type in ("CHOICE", "STATUS"):
        good = kinds_by_id.get(value) == "choice" and value.rpartition(".")[0] == field.of
        return None if good else f"is no choice of the list {field.of}"
    if field.type in ("REFERENCE", "FILE"):
        allowed = field.of.split() if field.type == "REFERENCE" else ["attachment"]
        found = kinds_by_id.get(value)
        if found is None:
            return "refers to nothing"
        return None if found in allowed else f"refers to a {found}, not to {' or '.join(allowed)}"
    return check_text(field, value)


def check_fields(bundles, kinds):
    """Every field: known, filled where it must be, of its type, within its limits, referring to what it may."""
    kinds_by_id = {item.get("id"): kind for _, kind, item in all_items(bundles)}
    for name, kind, item in all_items(bundles):
        where = f"{name}: {kind} {item.get('id')}"
        if kind not in kinds:
            yield f"{where}: no such kind"
            continue
        for key, value in item.items():
            if key == "id":
                continue
            if key not in kinds[kind]:
                yield f"{where}: no field “{key}”"
                continue
            wrong = check_value(kinds[kind][key], value, kinds_by_id)
            if wrong:
                yield f"{where}: {key} “{value}” {wrong}"
        for field in kinds[kind].values():
            if "REQUIRED" in field.flags and field.name not in item:
                yield f"{where}: {field.name} is required"


def parent_of(item, fields):
    """What an item's siblings share: list, item above it, or parent."""
    if "list" in fields:
        return item.get("list")
    if item.get("under"):
        return item["under"]
    return next((item.get(f.name) for f in fields.values() if "PARENT" in f.flags), item.get("partnership"))


def check_orders(bundles, kinds):
    """Siblings have different places, and days come in their order."""
    places = collections.defaultdict(dict)
    for name, kind, item in all_items(bundles):
        if kind not in kinds:
            continue
        if "position" in kinds[kind]:
            if "position" not in item:
                yield f"{name}: {item.get('id')} has no position"
            siblings = places[kind, parent_of(item, kinds[kind])]
            if item.get("position") in siblings:
                yield f"{name}: {item.get('id')} has the place of {siblings[item['position']]}"
            siblings[item.get("position")] = item.get("id")
        for first, last in (("from", "until"), ("day", "until"), ("day", "last_day"), ("opened", "closed"),
                            ("publish_due", "effective_due"), ("published", "effective")):
            if item.get(first, "") > item.get(last, "9"):
                yield f"{name}: {item.get('id')} ends ({last}) before it begins ({first})"


def check_lists(bundles, kinds):
    """Every list that a field names has at least two choices, and states have tones."""
    lists, states = collections.Counter(), set()
    for fields in kinds.values():
        lists.update({f.of: 0 for f in fields.values() if f.type in ("CHOICE", "STATUS")})
        states |= {f.of for f in fields.values() if f.type == "STATUS"}
    for name, kind, item in all_items(bundles):
        if kind != "choice":
            continue
        if item.get("list") not in lists:
            yield f"{name}: no field has the list {item.get('list')}"
        lists[item.get("list")] += 1
        if (item.get("list") in states) != ("tone" in item):
            yield f"{name}: {item.get('id')}: a tone is for states, and every state has one"
        if item.get("tone", "late") not in TONES:
            yield f"{name}: {item['id']}: no tone “{item['tone']}”"
    for name, count in lists.items():
        if count < 2:
            yield f"the list {name} has {count} choices"


def check_minutes(bundles):
    """A meeting whose minutes are approved has that version, approved no earlier than it was held."""
    meetings = {item["id"]: item for _, kind, item in all_items(bundles) if kind == "meeting"}
    versions = {item.get("meeting"): item for _, kind, item in all_items(bundles)
                if kind == "minutes_version" and item.get("state") == "minutes-state.approved"}
    for identity, meeting in meetings.items():
        if meeting.get("state") == "meeting-state.minutes-approved" and identity not in versions:
            yield f"{identity}: its minutes are approved, but no version of them is kept"
    for identity, version in versions.items():
        meeting = meetings.get(identity, {})
        if meeting.get("state") != "meeting-state.minutes-approved":
            yield f"{version['id']}: the minutes of {identity} are not approved"
        if version.get("approved", "") < meeting.get("day", ""):
            yield f"{version['id']}: approved before {identity} was held"


def check_coverage(bundles, coverage):
    """Every row of the source document is in the example."""
    ids = {item.get("id") for _, _, item in all_items(bundles)}
    for row in range(30):
        wanted = coverage.get(str(row), {}).get("ids", [])
        if not wanted:
            yield f"coverage: row {row} names nothing"
        for identity in wanted:
            if identity not in ids:
                yield f"coverage: row {row}: {identity} does not exist"


def check_holidays(path, bundles):
    """The table of bank holidays: known nations, days of the week, each once."""
    nations = {item["id"] for _, kind, item in all_items(bundles) if kind == "choice" and item.get("list") == "nation"}
    seen = collections.Counter()
    with path.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            day = row["date"]
            seen[row["nation"], day] += 1
            if f"nation.{row['nation']}" not in nations:
                yield f"{path.name}: no nation {row['nation']}"
            if not is_day(day) or datetime.date.fromisoformat(day).weekday() > 4:
                yield f"{path.name}: {day} is no working day that could be a holiday"
            if not row["name"]:
                yield f"{path.name}: {day} has no name"
    yield from (f"{path.name}: {key} is listed twice" for key, count in seen.items() if count > 1)


def check_all(bundles, kinds):
    """Everything that can be said of bundles alone."""
    for name, bundle in bundles.items():
        yield from check_frame(name, bundle)
    yield from check_ids(bundles)
    yield from check_fields(bundles, kinds)
    yield from check_orders(bundles, kinds)
    yield from check_minutes(bundles)
    yield from check_lists(bundles, kinds)
