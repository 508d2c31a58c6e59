"""JSON text with exact numbers, and when two values are equal."""

import datetime
import decimal
import json
import re

# Fractions are decimals, so that no digit is lost; whole numbers are Python's own.
Number = (int, decimal.Decimal)
INSTANT = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)$")


def parse(text):
    return json.loads(text, parse_float=decimal.Decimal)


def text(value):
    """Compact JSON on one line."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{text(key)}:{text(member)}" for key, member in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(text, value)) + "]"
    if isinstance(value, decimal.Decimal):
        return str(value)
    return json.dumps(value, ensure_ascii=False)


def kind(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, Number):
        return "number"
    return {str: "string", list: "array", dict: "object"}[type(value)]


def instant(value):
    """Microseconds since 1970 of an RFC 3339 text; None for other texts. A `Date` holds no more."""
    found = INSTANT.match(value)
    if not found:
        return None
    day, time, fraction, zone = found.groups()
    try:
        moment = datetime.datetime.fromisoformat(f"{day}T{time}{'+00:00' if zone in 'Zz' else zone}")
    except ValueError:
        return None
    return int(moment.timestamp()) * 1_000_000 + int(float(fraction or 0) * 1e6 + 0.5)


def same(left, right):
    """Equal as JSON: numbers by value, members in any order. Texts that name one instant are equal."""
    if kind(left) != kind(right):
        return False
    if isinstance(left, dict):
        return left.keys() == right.keys() and all(same(value, right[key]) for key, value in left.items())
    if isinstance(left, list):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, str) and left != right:
        return instant(left) is not None and instant(left) == instant(right)
    return left == right


def extends(left, right):
    """Whether `right` is `left`, or has further texts, numbers or booleans as members."""
    if isinstance(left, dict) and isinstance(right, dict):
        added = [value for key, value in right.items() if key not in left]
        return left.keys() <= right.keys() and not any(isinstance(one, (dict, list)) or one is None for one in added) and all(
            extends(value, right[key]) for key, value in left.items())
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(extends, left, right))
    return same(left, right)


def difference(left, right, path=""):
    """Where two values differ first, in words."""
    if isinstance(left, dict) and isinstance(right, dict):
        for key in left:
            if key not in right:
                return f"{path}/{key} is lost"
            found = difference(left[key], right[key], f"{path}/{key}")
            if found:
                return found
        added = [key for key in right if key not in left]
        return f"{path}/{added[0]} was added" if added else None
    if isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        return next(filter(None, (difference(one, two, f"{path}/{index}")
                                  for index, (one, two) in enumerate(zip(left, right)))), None)
    return None if same(left, right) else f"{path or '/'}: {shown(left)} became {shown(right)}"


def shown(value, limit=120):
    words = text(value)
    return words if len(words) <= limit else words[:limit] + "…"
