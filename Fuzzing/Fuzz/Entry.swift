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

/// libFuzzer's loop: calls its third argument again and again.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Where the program begins: SwiftPM links an executable's `main` under its own name, so that libFuzzer's is not taken.
@_cdecl("Fuzz_main")
public func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
    var count = count
    var arguments = arguments
    return runFuzzer(&count, &arguments) { start, count in
        entry.run(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
    }
}
