/// A type of texts of one format, such as dates. An empty text, which is none of them, stands for no value where a member may
/// be missing.
public protocol JSONTextFormat: JSONCodable {}
