/// Style deepObject: `filter[owner][name]=x`. OpenAPI defines one level; deeper objects nest their brackets. Lists are not
/// defined either: plain elements are `name[]=x`, lists and objects in a list are numbered, `name[0][key]=x`, since the
/// servers that read brackets keep only the last of several pairs of one name, and cannot tell where an object begins.
struct DeepObjectEncoder {
    var kept: PercentEncoding.Kept
    var parameter: String

    /// Deeper values are refused: no server reads them, and recursion stays bounded.
    private static let maximumDepth = 16

    init(kept: PercentEncoding.Kept, parameter: String) {
        self.kept = kept
        self.parameter = parameter
    }

    func pairs(_ value: JSONValue) throws(RequestProblem) -> [EncodedPair] {
        var out: [EncodedPair] = []
        try append(value, PercentEncoding.encode(parameter, keeping: .formUnreserved), depth: 0, to: &out)
        return out
    }

    private func append(
        _ value: JSONValue, _ name: String, depth: Int, to out: inout [EncodedPair]
    ) throws(RequestProblem) {
        guard depth < Self.maximumDepth else {
            throw RequestProblem(.parameter, "the parameter `\(parameter)` is nested too deeply for a query")
        }
        switch value {
        case .object(let object):
            for (key, member) in object {
                let bracketed = "\(name)%5B\(PercentEncoding.encode(key, keeping: .formUnreserved))%5D"
                try append(member, bracketed, depth: depth + 1, to: &out)
            }
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                let position = ParameterShape.scalar(element) == nil ? String(index) : ""
                try append(element, "\(name)%5B\(position)%5D", depth: depth + 1, to: &out)
            }
        default:
            guard let text = ParameterShape.scalar(value) else { return }
            out.append(EncodedPair(name: name, value: PercentEncoding.encode(text, keeping: kept)))
        }
    }
}
