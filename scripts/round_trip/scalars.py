"""Makes texts and numbers."""

import base64
import decimal

from . import jsontext

DOUBLES = ("0", "-1", "0.1", "12345.678", "1e21", "-2.5e-7", "1.7976931348623157e308", "5e-324")


class Scalars:
    """Makers of scalars, for a maker with `rng`, `texts`, `mode` and `wire`."""

    def string(self, view):
        maker = FORMATS.get(view.format)
        if maker is None and (view.encoding or "").lower() == "base64":
            maker = FORMATS["byte"]
        if maker:
            return maker(self.rng)
        least, most = whole(view.limits.get("minLength", 0)), whole(view.limits.get("maxLength", 100), 100)
        made = self.rng.choice(self.texts if self.mode != "least" else self.texts[:1])
        if len(made) < least:
            made = (made or "x") * (min(least, 2000) // max(len(made), 1) + 1)
            made = made[:least]
        return made[:most]

    def number(self, view, kind):
        low, high = self.limits(view)
        step = view.limits.get("multipleOf")
        whole = kind == "integer" or view.format in ("int32", "int64")
        if step and not isinstance(step, bool):
            return _exact(step * self.rng.randint(*_steps(low, high, step)))
        if whole:
            return self.integer(view, low, high)
        if view.format in ("decimal", "decimal128") and low is None and high is None:
            return decimal.Decimal("12345678901234567890.12345678901")
        if low is None and high is None:
            some = ("0.5", "-3.25", "1024") if view.format == "float" or self.wire else DOUBLES
            return _exact(decimal.Decimal(self.rng.choice(some)))
        start = low if low is not None else high - 1000
        end = high if high is not None else low + 1000
        return _exact(decimal.Decimal(start) + (decimal.Decimal(end) - decimal.Decimal(start)) * self.rng.choice((1, 2, 4)) / 8)

    def integer(self, view, low, high):
        bits = 31 if view.format == "int32" else 63
        least, most = -2**bits, 2**bits - 1
        low = least if low is None else max(least, int(low))
        high = most if high is None else min(most, int(high))
        some = [one for one in (0, 1, 42, -7, 2**53 + 1, low, high) if low <= one <= high]
        return self.rng.choice(some) if some else low

    @staticmethod
    def limits(view):
        def bound(inclusive, exclusive, step):
            limit, other = view.limits.get(inclusive), view.limits.get(exclusive)
            if isinstance(other, bool):
                return limit + step if other and limit is not None else limit
            if other is not None and not isinstance(other, str):
                return other + step
            return limit if isinstance(limit, jsontext.Number) and not isinstance(limit, bool) else None
        return bound("minimum", "exclusiveMinimum", 1), bound("maximum", "exclusiveMaximum", -1)


def _steps(low, high, step):
    first = 0 if low is None else -int(-low // step)
    last = first + 10 if high is None else int(high // step)
    return (first, max(first, min(last, first + 1000)))


def whole(value, otherwise=0):
    return int(value) if isinstance(value, jsontext.Number) and not isinstance(value, bool) else otherwise


def _exact(value):
    """A whole number as one."""
    if isinstance(value, decimal.Decimal) and value == value.to_integral_value() and abs(value) < 2**53:
        return int(value)
    return value


def _moment(rng):
    zone = rng.choice(("Z", "Z", "+02:00", "-05:30"))
    return f"20{rng.randint(10, 40)}-0{rng.randint(1, 9)}-{rng.randint(10, 28)}T12:34:56{rng.choice(('', '.5', '.123456'))}{zone}"


FORMATS = {
    "date-time": _moment,
    "date": lambda rng: f"{rng.randint(1900, 2100)}-02-{rng.randint(10, 28)}",
    "uuid": lambda rng: "%08x-7dec-41d0-a765-00a0c91e6bf6" % rng.getrandbits(32),
    "uri": lambda rng: rng.choice(("https://example.com/a%20b?c=d#e", "mailto:a@example.com", "/relative/path")),
    "url": lambda rng: "https://example.com/path?query=1",
    "byte": lambda rng: base64.b64encode(bytes(rng.getrandbits(8) for _ in range(rng.randint(0, 9)))).decode(),
    "email": lambda rng: "someone@example.com",
    "hostname": lambda rng: "example.com",
}
FORMATS["base64"] = FORMATS["byte"]
