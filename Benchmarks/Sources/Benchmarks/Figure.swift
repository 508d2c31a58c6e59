/// A measured figure with the aim that it is held against.
struct Figure {
    enum Aim {
        case atLeast(Double)
        case atMost(Double)
        /// Shown for the record.
        case none
    }

    let name: String
    let value: Double
    let unit: String
    let aim: Aim

    /// `name value unit aim met|missed`, tab-separated.
    var line: String {
        let (text, verdict): (String, String) =
            switch aim {
            case .atLeast(let bound): (">=\(bound)", value >= bound ? "met" : "missed")
            case .atMost(let bound): ("<=\(bound)", value <= bound ? "met" : "missed")
            case .none: ("-", "-")
            }
        return [name, Self.rounded(value), unit, text, verdict].joined(separator: "\t")
    }

    private static func rounded(_ value: Double) -> String {
        let scaled = (value * 100).rounded() / 100
        return value >= 1000 ? String(Int(value.rounded())) : String(scaled)
    }
}
