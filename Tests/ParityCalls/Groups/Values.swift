import Foundation

// Values that several calls send.

let workspace = uuid("0df9e665-d932-5740-b2c7-b52af166bc11")
let filesWorkspace = uuid("a103d8b6-42f0-4e50-9a3c-bf41e2c3c1a7")
/// The ID of the document's examples.
let exampleID = uuid("550e8400-e29b-41d4-a716-446655440000")
/// 2027-12-31T23:59:59Z
let endOf2027 = Date(timeIntervalSince1970: 1_830_297_599)

func uuid(_ text: String) -> UUID { UUID(uuidString: text)! }
