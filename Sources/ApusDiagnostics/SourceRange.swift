/// A place in a text: 1-based line and 1-based column, the column counted in Unicode scalars.
public struct SourcePosition: Sendable, Hashable, Comparable {
    // A tree has four of these for every pair of a mapping: half as wide, they make it a quarter smaller.
    private let storedLine: Int32
    private let storedColumn: Int32

    /// 1-based line.
    public var line: Int { Int(storedLine) }
    /// 1-based column in Unicode scalars.
    public var column: Int { Int(storedColumn) }

    /// A position from its two numbers, of which neither can be more than 2³¹ - 1.
    public init(line: Int, column: Int) {
        storedLine = Int32(clamping: line)
        storedColumn = Int32(clamping: column)
    }

    /// Document order.
    public static func < (lhs: SourcePosition, rhs: SourcePosition) -> Bool {
        (lhs.line, lhs.column) < (rhs.line, rhs.column)
    }
}

/// A stretch of a source file; `end` is the position just behind its last scalar.
public struct SourceRange: Sendable, Hashable {
    /// The text it lies in.
    public let file: SourceFile
    /// Where it begins.
    public let start: SourcePosition
    /// Where it ends, exclusive; equal to `start` for a point.
    public let end: SourcePosition

    /// A range from its ends.
    public init(file: SourceFile, start: SourcePosition, end: SourcePosition) {
        self.file = file
        self.start = start
        self.end = end
    }

    /// `path:line:column`.
    public var description: String { "\(file.path):\(start.line):\(start.column)" }
}

extension SourceRange: CustomStringConvertible {}
