// What calls by hand cost: AsyncHTTPClient and JSONDecoder, without an SDK.
import AsyncHTTPClient
import Foundation

struct Credits: Decodable {
    struct Data: Decodable { let totalCredits: Double }
    let data: Data
}

let request = HTTPClientRequest(url: CommandLine.arguments.last ?? "")
let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
let body = try await response.body.collect(upTo: 1 << 20)
let decoder = JSONDecoder()
decoder.keyDecodingStrategy = .convertFromSnakeCase
print(try decoder.decode(Credits.self, from: Data(body.readableBytesView)).data.totalCredits)
