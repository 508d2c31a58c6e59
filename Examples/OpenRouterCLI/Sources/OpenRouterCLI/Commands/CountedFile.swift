import Foundation
import OpenRouter

/// A file that is sent piece by piece, and tells how far it is.
struct CountedFile {
    private static let pieceSize = 64 * 1024

    /// The file as a part of a form.
    let part: FilePart

    /// - Parameter onPiece: called before each piece with the bytes up to it, and all of them: at each attempt from the beginning.
    init(path: String, onPiece: @escaping @Sendable (_ done: Int, _ total: Int) -> Void) throws {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular,
            let size = attributes[.size] as? Int, FileManager.default.isReadableFile(atPath: path)
        else { throw CommandFailure("`\(path)` is no file that can be read", status: .usage) }
        let body = RequestBody.stream(length: size) {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            let done = Guarded(0)
            return AsyncThrowingStream<[UInt8], any Error> {
                guard let piece = try file.read(upToCount: Self.pieceSize), !piece.isEmpty else { return nil }
                let sent = done.with { done in
                    done += piece.count
                    return done
                }
                onPiece(sent, size)
                return Array(piece)
            }
        }
        part = FilePart(body, fileName: URL(fileURLWithPath: path).lastPathComponent)
    }
}
