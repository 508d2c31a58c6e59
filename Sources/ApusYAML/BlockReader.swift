import ApusDiagnostics

/// Reads the part of YAML that most API documents keep to: block mappings and sequences of scalars, each on one line.
///
/// Why not libyaml for it too: it takes 140 instructions for a byte, twice as much as all else that reading does. What is
/// written otherwise (anchors, tags, texts of several lines, flow collections with something in them, tabs, several
/// documents) is left to libyaml, which then reads from the start. So is every mistake: what is said of it has one source.
/// The events are libyaml's, at the same places; `BlockReaderTests` compares the trees.
struct BlockReader {
    /// A collection whose end is still to come.
    private struct Level {
        enum Kind {
            case mapping, sequence
            /// A sequence that begins no further right than the key whose value it is.
            case outdented
        }

        let indent: Int
        let kind: Kind

        /// Whether what follows as far left as the level itself is no part of it: the next pair behind an outdented sequence.
        func ends(before isEntry: Bool, _ indent: Int) -> Bool {
            kind == .outdented && indent == self.indent && !isEntry
        }
    }

    private var cursor: BlockCursor
    private var builder: NodeBuilder
    private var levels: [Level] = []
    /// Where an empty value would stand, while a later line may hold the value of a `:` or a `-`, or the root.
    private var awaited: SourcePosition?

    /// The tree of a text; `nil` where anything in it is left to libyaml.
    static func read(_ text: CheckedText, _ limits: YAMLLimits) -> YAMLNode? {
        guard text.start == 0, text.unprintable == nil, !text.hasUnicodeBreaks else { return nil }
        return text.file.bytes.withUnsafeBufferPointer { bytes in
            var reader = BlockReader(BlockCursor(bytes), NodeBuilder(file: text.file, limits: limits))
            do throws(NotSimple) { try reader.run() } catch { return nil }
            return reader.builder.diagnostics.isEmpty ? reader.builder.root : nil
        }
    }

    private init(_ cursor: BlockCursor, _ builder: consuming NodeBuilder) {
        self.cursor = cursor
        self.builder = builder
        awaited = cursor.position
    }

    private mutating func run() throws(NotSimple) {
        cursor.skipMarker()
        while let indent = try cursor.nextLine() { try line(indent) }
        guard !levels.isEmpty else { return }
        try addEmpty()
        while !levels.isEmpty { try close() }
    }

    private mutating func line(_ indent: Int) throws(NotSimple) {
        let isEntry = cursor.isAtEntry
        if awaited != nil {
            guard let outer = levels.last, outer.indent >= indent else { return try node() }
            if isEntry, outer.kind == .mapping, outer.indent == indent {
                try open(.outdented, indent)
                return try entries()
            }
            try addEmpty()
        }
        while let level = levels.last, level.indent > indent || level.ends(before: isEntry, indent) { try close() }
        guard let level = levels.last, level.indent == indent, isEntry == (level.kind != .mapping) else {
            throw NotSimple()
        }
        if isEntry { try entries() } else { try pair(try cursor.scalar()) }
    }

    /// A node that begins here, on a line of its own or behind a `-`.
    private mutating func node() throws(NotSimple) {
        awaited = nil
        if cursor.isAtEntry {
            try open(.sequence, cursor.indent)
            return try entries()
        }
        if try emptyCollection() { return }
        let indent = cursor.indent
        let scalar = try cursor.scalar()
        guard cursor.isAtColon else { return try add(scalar) }
        try open(.mapping, indent, at: scalar.place.start)
        try pair(scalar)
    }

    /// An entry of a sequence that is open, and all that stands behind it on the line.
    private mutating func entries() throws(NotSimple) {
        cursor.step()
        awaited = cursor.position
        guard try cursor.isLineOver() else { return try node() }
    }

    /// A pair of a mapping that is open.
    private mutating func pair(_ key: consuming BlockCursor.Scalar) throws(NotSimple) {
        guard cursor.isAtColon, key.bytes <= Self.longestKey else { throw NotSimple() }
        try emit(consume key)
        cursor.step()
        awaited = cursor.position
        guard try !cursor.isLineOver() else { return }
        awaited = nil
        if try emptyCollection() { return }
        guard !cursor.isAtEntry else { throw NotSimple() }
        try add(try cursor.scalar())
    }

    /// libyaml refuses keys of more than 1,024 characters.
    private static let longestKey = 1_000

    private mutating func add(_ value: consuming BlockCursor.Scalar) throws(NotSimple) {
        try emit(consume value)
        guard try cursor.isLineOver() else { throw NotSimple() }
    }

    /// `{}` or `[]`.
    private mutating func emptyCollection() throws(NotSimple) -> Bool {
        guard let isMapping = cursor.emptyCollection else { return false }
        let start = cursor.position
        try emit { builder throws(Unreadable) in try builder.begin(isMapping: isMapping, at: Place(start, start)) }
        cursor.step()
        cursor.step()
        let end = cursor.position
        try emit { builder throws(Unreadable) in try builder.end(at: end) }
        guard try cursor.isLineOver() else { throw NotSimple() }
        return true
    }

    private mutating func addEmpty() throws(NotSimple) {
        guard let place = awaited else { return }
        awaited = nil
        try emit { builder throws(Unreadable) in
            try builder.scalar(YAMLScalar(text: "", kind: .null), at: Place(place, place))
        }
    }

    private mutating func open(
        _ kind: Level.Kind, _ indent: Int, at start: SourcePosition? = nil
    ) throws(NotSimple) {
        let start = start ?? cursor.position
        try emit { builder throws(Unreadable) in
            try builder.begin(isMapping: kind == .mapping, at: Place(start, start))
        }
        levels.append(Level(indent: indent, kind: kind))
    }

    private mutating func close() throws(NotSimple) {
        levels.removeLast()
        try emit { builder throws(Unreadable) in try builder.end(at: nil) }
    }

    /// What the builder refuses, it will refuse of libyaml's events too, and then it is told.
    @inline(__always)
    private mutating func emit(_ event: (inout NodeBuilder) throws(Unreadable) -> Void) throws(NotSimple) {
        do throws(Unreadable) { try event(&builder) } catch { throw NotSimple() }
    }

    /// A scalar, handed on without a copy: there is one for each line.
    private mutating func emit(_ scalar: consuming BlockCursor.Scalar) throws(NotSimple) {
        let place = scalar.place
        do throws(Unreadable) {
            try builder.scalar(scalar.scalar, at: place)
        } catch {
            throw NotSimple()
        }
    }
}

/// Thrown where a text holds what is left to libyaml.
struct NotSimple: Error {}
