/// An I-Regexp as a tree (RFC 9485).
indirect enum PatternSyntax {
    case scalars(ScalarSet)
    case sequence([PatternSyntax])
    case alternatives([PatternSyntax])
    case repetition(PatternSyntax, minimum: Int, maximum: Int?)
    case start
    case end
}

/// A set of Unicode scalars.
struct ScalarSet: Sendable {
    enum Item: Sendable {
        case range(ClosedRange<UInt32>)
        /// Categories by their names, such as `L` or `Lu`.
        case category(String, isNegated: Bool)
    }

    var items: [Item]
    var isNegated = false

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let isIn = items.contains { item in
            switch item {
            case .range(let range): range.contains(scalar.value)
            case .category(let name, let isNegated):
                scalar.properties.generalCategory.shortName.hasPrefix(name) != isNegated
            }
        }
        return isIn != isNegated
    }
}

extension Unicode.GeneralCategory {
    /// The names of the categories that a pattern may ask for (RFC 9485, section 4), the general ones included.
    static let shortNames: Set<String> = [
        "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Pe", "Pf",
        "Pi", "Po", "Ps", "Z", "Zl", "Zp", "Zs", "S", "Sc", "Sk", "Sm", "So", "C", "Cc", "Cf", "Cn", "Co",
    ]

    /// The two letters of the category.
    var shortName: String {
        switch self {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        case .unassigned: "Cn"
        @unknown default: "Cn"
        }
    }
}
