#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import OpenRouter

/// JSON that a model wrote, read as the schemas of `JSONSchema` say.
enum ModelJSON {
    static func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            // With and without fractions of a second, which the decoder's own strategy does not take both.
            let text = try decoder.singleValueContainer().decode(String.self)
            return try JSONValue.string(text).decode(Date.self)
        }
        return try decoder.decode(type, from: Data(text.utf8))
    }
}
