import SwiftParser
import SwiftSyntax

/// What must hold of generated Swift, whatever the document's texts say.
enum Source {
    /// What is wrong with a source; empty when nothing is.
    ///
    /// It parses; the token that every payload holds stands in string literals and comments alone; nothing is interpolated,
    /// no line but the one that chooses Foundation is a directive, and no scalar moves the cursor or reorders what is read.
    static func complaints(about text: String) -> [String] {
        var found = hidden(in: text).map { ["it holds \($0)"] } ?? []
        let tree = Parser.parse(source: text)
        if tree.hasError { found.append("it is no Swift") }
        for token in tree.tokens(viewMode: .sourceAccurate) {
            found += complaint(about: token).map { ["\($0) at \(token.trimmedDescription.debugDescription)"] } ?? []
        }
        return found
    }

    private static func complaint(about token: TokenSyntax) -> String? {
        let trivia = [token.leadingTrivia, token.trailingTrivia].flatMap(\.pieces)
        if !trivia.allSatisfy(isPlain) { return "something between the tokens" }
        switch token.tokenKind {
        case .stringSegment: return nil
        case .backslash: return "an interpolation"
        case .rawStringPoundDelimiter, .regexPoundDelimiter: return "a raw literal"
        case .poundIf: return follows(token, ["canImport", "(", "FoundationEssentials", ")"]) ? nil : "a directive"
        case .poundElse, .poundEndif: return nil
        case .pound, .poundSourceLocation, .poundElseif, .poundAvailable, .poundUnavailable: return "a directive"
        case .atSign: return isKnown(attribute: token.nextToken(viewMode: .sourceAccurate)) ? nil : "an attribute"
        case .identifier(let name): return isIdentifier(name) ? nil : "an identifier"
        default: return token.text.contains(Payload.token) ? "a payload" : nil
        }
    }

    /// Line comments, line feeds and spaces; block comments could end early.
    private static func isPlain(_ piece: TriviaPiece) -> Bool {
        switch piece {
        case .lineComment, .docLineComment, .newlines, .spaces: true
        default: false
        }
    }

    private static func follows(_ token: TokenSyntax, _ texts: [String]) -> Bool {
        var next = token.nextToken(viewMode: .sourceAccurate)
        for text in texts {
            guard next?.text == text else { return false }
            next = next?.nextToken(viewMode: .sourceAccurate)
        }
        return true
    }

    private static func isKnown(attribute name: TokenSyntax?) -> Bool {
        ["available", "_exported", "_alwaysEmitIntoClient", "inline", "ApusJSON", "Sendable", "MainActor"]
            .contains(name?.text)
    }

    /// ASCII letters, digits and underscores, in backticks or not, and no payload.
    private static func isIdentifier(_ name: String) -> Bool {
        let inner = name.utf8.first == UInt8(ascii: "`") ? name.utf8.dropFirst().dropLast() : name.utf8[...]
        let isPlain = inner.allSatisfy {
            ($0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z")) || $0 == UInt8(ascii: "_")
                || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
        }
        return isPlain && !inner.isEmpty && !name.contains(Payload.token)
    }

    /// The first scalar that a terminal or an editor would obey, line feeds aside.
    static func hidden(in text: String) -> String? {
        // Almost all of it is ASCII, whose properties need not be looked up.
        let found = text.unicodeScalars.first { scalar in
            if scalar.isASCII { return (scalar.value < 0x20 && scalar != "\n") || scalar.value == 0x7F }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return true
            default: return false
            }
        }
        return found.map { "U+" + String($0.value, radix: 16, uppercase: true) }
    }
}
