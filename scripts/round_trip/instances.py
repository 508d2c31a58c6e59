"""Makes JSON values from schemas: seeded, so that the same run makes the same values."""

import dataclasses
import decimal
import re

from . import jsontext, scalars, words

DEEP, DEEPEST, LARGEST = 5, 40, 400

TEXTS = ("text", "", "Grüße", "日本語", "emoji 👩‍🚀", 'quote " and \\ slash /', "line\nbreak\ttab", "\u2028 \u0000 \u001f",
         " spaces ", "null", "0", "a" * 80)
WORDS = ("alpha", "beta", "gamma", "delta")


@dataclasses.dataclass
class Site:
    """A member or an item of a made value, with what its schemas say."""

    path: tuple
    nodes: list
    required: bool
    # Below a choice among several alternatives, how long the path to that choice is.
    depth: int
    # What a value of another kind becomes there: `fail`, or `keep` among members of an object with fields.
    wrong: str = "fail"

    @property
    def loose(self):
        """Whether it stands below a choice among several alternatives."""
        return self.depth is not None


class Maker(scalars.Scalars):
    """Makes values. `texts` gives strings their contents; `wire` leaves out what parameters cannot carry."""

    def __init__(self, reader, rng, texts=TEXTS, wire=False, omits=None, forced=()):
        self.reader = reader
        self.rng = rng
        self.texts = texts
        self.wire = wire
        # Alternatives that are taken at the root.
        self.forced = forced
        # `readOnly` where values travel to the server: such members are not sent.
        self.omits = omits
        self.sites = []
        # Where there was a choice: the schemas there, and the alternatives.
        self.choices = {}
        self.nodes = 0
        # The alternatives among which that of the value at hand was chosen.
        self.branches = []

    def make(self, nodes, mode):
        """A value: `full`, `least` or `some` of the optional members; `unknown` adds members and other values of sets."""
        self.sites, self.choices, self.nodes, self.mode = [], {}, 0, mode
        return self.value(nodes, (), None, 0)

    def choose(self, branches):
        for branch in branches if self.depth == 0 else ():
            if any(branch.value is one for one in self.forced):
                return branch
        self.branches += branches if len(branches) > 1 else []
        if self.depth > DEEP or self.nodes > LARGEST:
            return min(branches, key=self.reader.height)
        return self.rng.choice(branches)

    def value(self, nodes, path, loose, depth):
        self.nodes += 1
        if depth > DEEPEST:
            raise words.Impossible()
        if all(words.names_null(node) for node in nodes) and not self.wire:
            if depth > DEEP or self.mode == "least" or self.rng.random() < 0.1:
                return None
        self.depth, self.branches = depth, []
        view = self.reader.view(nodes, self.choose)
        if all(words.is_null(node) for node in nodes):
            return None
        if self.branches:
            self.choices[path] = (nodes, self.branches)
        return self.typed(view, path, self.below(loose, path, bool(self.branches) or view.several), depth)

    def typed(self, view, path, loose, depth):
        if view.values is not None:
            return self.one_of(view, loose is not None)
        kinds = sorted(view.kinds())
        if not kinds:
            return self.anything(depth)
        kind = self.rng.choice(kinds)
        if kind == "object":
            return self.object(view, path, self.below(loose, path, len(kinds) > 1), depth)
        if kind == "array":
            return self.array(view, path, self.below(loose, path, len(kinds) > 1), depth)
        if kind == "boolean":
            return self.rng.random() < 0.5
        return self.string(view) if kind == "string" else self.number(view, kind)

    @staticmethod
    def below(loose, path, is_choice):
        return len(path) if loose is None and is_choice else loose

    def one_of(self, view, is_loose):
        if not view.values:
            return None
        value = self.rng.choice(view.values)
        # A constant tells alternatives apart: with another one it is no value of them.
        is_fixed = view.is_closed_set or is_loose and len(view.values) == 1
        if self.mode == "unknown" and not is_fixed and self.rng.random() < 0.5:
            return {"string": "unknown value", "number": 987654}.get(jsontext.kind(value), value)
        return value

    def anything(self, depth):
        if self.wire:
            return self.rng.choice(WORDS)
        some = ["text", 7, decimal.Decimal("1234567890.12345678901234567890"), True, None, [1, "two"], {"a": {"b": []}}]
        return self.rng.choice(some[:5] if depth > DEEP else some)

    # Objects

    def object(self, view, path, loose, depth):
        made = {}
        left_out = {name for name, nodes in view.properties.items() if any(words.travels_one_way(one, [self.omits]) for one in nodes)}
        for name, nodes in view.properties.items():
            if name in left_out:
                continue
            if name in view.tags:
                made[name] = self.tag(view, name)
            elif self.wants(view, name, nodes, depth):
                self.member(made, name, nodes, path, loose, depth, name in view.required)
        for name in view.required:
            if name not in made and name not in left_out:
                nodes = view.properties.get(name) or view.additional
                made[name] = self.tag(view, name) if name in view.tags else self.value(
                    nodes, path + (("key", name),), self.below(loose, path, True), depth + 1) if nodes else "required"
        for name in view.tags:
            made.setdefault(name, self.tag(view, name))
        self.others(made, view, path, loose, depth)
        return made

    def tag(self, view, name):
        """The value that a discriminator gives, unless the schema itself has another."""
        self.depth = DEEP + 1
        own = self.reader.view(view.properties.get(name, []), self.choose).values
        if self.mode == "unknown" and self.rng.random() < 0.2:
            return "unknown tag"
        common = [one for one in view.tags[name] if own is None or one in own]
        return self.rng.choice(common or own or view.tags[name])

    def wants(self, view, name, nodes, depth):
        if name in view.required:
            return True
        if self.mode == "least" or depth > DEEP or self.nodes > LARGEST:
            return False
        return self.mode == "full" and depth < 3 or self.rng.random() < 0.5

    def member(self, made, name, nodes, path, loose, depth, required, kind="key", wrong="fail"):
        place, before = path + ((kind, name),), len(self.sites)
        # A type of one direction leaves out what travels in the other: it is kept there as it came.
        loose = self.below(loose, path, any(words.travels_one_way(node) for node in nodes))
        try:
            value = self.value(nodes, place, loose, depth + 1)
        except words.Impossible:
            del self.sites[before:]
            if required:
                raise
            return
        if self.wire and value in (None, [], {}):
            return
        made[name] = value
        self.sites.append(Site(place, nodes, required, loose, wrong))

    def others(self, made, view, path, loose, depth):
        """Members that are no properties: of maps, and unknown ones."""
        is_map, rest = not view.properties, [nodes for nodes in view.patterns.values()]
        if view.additional:
            rest.append(view.additional)
        kind, wrong = ("member", "fail") if is_map and len(rest) == 1 else ("member", "keep")
        wants = not self.wire and (self.mode == "unknown" or is_map and self.mode != "least") or self.wire and is_map
        if rest and wants and depth <= DEEP and self.nodes < LARGEST:
            for number in range(self.rng.randint(1, 2)):
                for pattern in view.patterns or (None,):
                    name = self.fitting(pattern, number, view)
                    if name is not None and name not in made:
                        nodes = view.patterns[pattern] if pattern else view.additional
                        self.member(made, name, nodes, path, loose, depth, False, kind, wrong)
        elif not view.closed and not rest and self.mode == "unknown" and not self.wire:
            made[f"x-unknown \u00e9 {self.nodes}"] = self.anything(depth)

    def fitting(self, pattern, number, view):
        """A key that fits a pattern; None where none of ours does."""
        keys = [f"extra{number}", f"x-{number}", "a", "A1", "0", f"en-US{number}", f"a.b/{number}", "x_y"]
        fits = [key for key in keys if key not in view.properties and (pattern is None or _search(pattern, key))]
        return fits[0] if fits else None

    def array(self, view, path, loose, depth):
        least = view.limits.get("minItems", 0)
        most = view.limits.get("maxItems", 3)
        count = self.rng.randint(1, 2) if depth <= DEEP and self.nodes < LARGEST else 0
        if self.mode == "least" and not self.wire:
            count = 0
        count = max(scalars.whole(least), min(count, scalars.whole(most, 3)))
        made, nodes = [], view.items
        prefix = view.prefix or []
        if prefix:
            count = max(count, len(prefix)) if "minItems" not in view.limits else count
        for index in range(min(count, 50)):
            part = [prefix[index]] if index < len(prefix) else nodes
            self.item(made, part, path, loose, depth)
        return made

    def item(self, made, nodes, path, loose, depth):
        place, before = path + (("index", len(made)),), len(self.sites)
        try:
            value = self.value(nodes, place, loose, depth + 1) if nodes else self.anything(depth + 1)
        except words.Impossible:
            del self.sites[before:]
            return
        if self.wire and value in (None, [], {}):
            return
        made.append(value)
        if nodes:
            self.sites.append(Site(place, nodes, False, loose))


def _search(pattern, key):
    try:
        return re.search(pattern, key)
    except re.error:
        return None
