"""Lays schemas over each other: `$ref`, `allOf`, `oneOf`, `anyOf` and discriminators, down to plain keywords."""

from . import heights, views, words


class Reader:
    """Lays schemas over each other; `choose` picks one of several alternatives."""

    def __init__(self, library):
        self.library = library
        self.height = heights.Heights(library).of
        self._children = None

    def view(self, nodes, choose, tags=()):
        view = views.View()
        for name, values in tags:
            view.tags[name] = values
        seen = set()
        for node in nodes:
            self._visit(node, view, choose, seen, [])
        return view

    def _visit(self, node, view, choose, seen, chain):
        schema = node.value
        if schema is False:
            raise words.Impossible()
        if not isinstance(schema, dict) or id(schema) in seen:
            return
        seen.add(id(schema))
        chain = chain + [schema]
        if isinstance(schema.get("$ref"), str):
            target = self.library.target(node.document, schema["$ref"])
            if target is not None:
                self._visit(target, view, choose, seen, chain)
            if not self.library.keeps_siblings:
                return
        for part in node.each("allOf"):
            self._visit(part, view, choose, seen, chain)
        view.add(node)
        view.several |= bool(schema.get("oneOf")) and bool(schema.get("anyOf"))
        for word in ("oneOf", "anyOf"):
            self._visit_branch(node, word, view, choose, seen, chain)
        if isinstance(schema.get("discriminator"), dict) and not schema.get("oneOf") and not schema.get("anyOf"):
            self._visit_child(node, view, choose, seen, chain)

    def _visit_branch(self, node, word, view, choose, seen, chain):
        branches = [branch for branch in node.each(word) if not words.is_null(branch)]
        # A base that lists its children says nothing to a child.
        branches = [] if any(self._is_open(branch, chain) for branch in branches) else branches
        if not branches:
            return
        view.union |= len(branches) > 1
        branch = choose(branches)
        discriminator = node.get("discriminator")
        if isinstance(discriminator, dict):
            self._tag(node, discriminator, branch, view)
        self._visit(branch, view, choose, seen, chain)

    @staticmethod
    def _is_open(branch, chain):
        target = branch.resolved()
        return target is not None and any(target.value is one for one in chain[:-1])

    def _visit_child(self, node, view, choose, seen, chain):
        """A schema with a discriminator and no alternatives: its children are those that have it as a part."""
        discriminator = node.get("discriminator")
        children = self.children(node)
        inside = [one for one in chain[:-1] if any(one is child.value for child in children)]
        if inside:
            self._tag(node, discriminator, type(node)(node.document, inside[0]), view)
        elif children:
            view.union = True
            child = choose(children + [node])
            if child is not node:
                self._visit(child, view, choose, seen, [])

    def _tag(self, node, discriminator, branch, view):
        """Tells the branch in the discriminator's property."""
        name, target = discriminator.get("propertyName"), branch.resolved()
        if not name or target is None:
            return
        mapping = discriminator.get("mapping")
        tags = [key for key, value in (mapping if isinstance(mapping, dict) else {}).items()
                if isinstance(value, str) and self._mapped(node, value) is target.value]
        implied = self.library.names.get(id(target.value))
        if tags or implied:
            view.tags.setdefault(name, tags or [implied])

    def _mapped(self, node, value):
        if value in self.library.schemas:
            return self.library.schemas[value]
        found = self.library.target(node.document, value)
        return found.value if found else None

    def children(self, base):
        if self._children is None:
            self._children = {}
            main = self.library.main
            for value in self.library.schemas.values():
                child = base.__class__(main, value)
                for parent in self._ancestors(child):
                    self._children.setdefault(id(parent), []).append(child)
        return self._children.get(id(base.value), [])

    def _ancestors(self, node, depth=0):
        found = []
        for part in node.each("allOf") if depth < 10 else ():
            target = part.resolved()
            if target is not None and isinstance(part.get("$ref"), str):
                found += [target.value] + self._ancestors(target, depth + 1)
        return found
