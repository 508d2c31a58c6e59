import Foundation
import FuzzEntries

/// The reader that `FUZZ_ENTRY` names.
private let entry: FuzzEntry = {
    let name = ProcessInfo.processInfo.environment["FUZZ_ENTRY"] ?? ""
    guard let entry = FuzzEntry.all.first(where: { $0.name == name }) else {
        fatalError("FUZZ_ENTRY is one of " + FuzzEntry.all.map(\.name).joined(separator: ", "))
    }
    return entry
}()

/// What libFuzzer calls, again and again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    entry.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
