/// A place in a text: 1-based line and 1-based column, the column counted in Unicode scalars.
public struct SourcePosition: Sendable, Hashable, Comparable {
    /// 1-based line.
    public let line: Int
    /// 1-based column in Unicode scalars.
    public let column: Int

    /// A position from its two numbers.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
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
