import Foundation
import FuzzEntries

/// The reader that `FUZZ_ENTRY` names; of several names each one reads every input, which tells what they reach together.
private let entries: [FuzzEntry] = {
    let names = (ProcessInfo.processInfo.environment["FUZZ_ENTRY"] ?? "").split(separator: " ")
    let entries = names.compactMap { name in FuzzEntry.all.first { $0.name == name } }
    guard !names.isEmpty, entries.count == names.count else {
        fatalError("FUZZ_ENTRY is one or more of " + FuzzEntry.all.map(\.name).joined(separator: ", "))
    }
    return entries
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
        let bytes = Array(UnsafeBufferPointer(start: start, count: count))
        for entry in entries { entry.run(bytes) }
        return 0
    }
}
