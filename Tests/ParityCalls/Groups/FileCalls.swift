import OpenRouter

/// Files up and down.
let fileCalls: [Call] = [
    .value("files.list") {
        try await $0.files.list(
            limit: 1, workspaceID: filesWorkspace, provider: .openai, after: "or_file_1", beforeID: "or_file_2",
            order: .asc)
    },
    .pages("files.list, pages") { $0.files.listPages(limit: 1) },
    .value("files.upload") {
        try await $0.files.upload(
            .init(
                file: .bytes(
                    Array("%PDF-1.4\r\n\0é--\n".utf8), fileName: "document.pdf", contentType: "application/pdf")),
            workspaceID: filesWorkspace, provider: .openai)
    },
    .value("files.upload, a name with quotes") {
        try await $0.files.upload(
            .init(file: .bytes(Array("text".utf8), fileName: "a \"b\" ü.txt", contentType: "text/plain")))
    },
    .value("files.upload, no content type") {
        try await $0.files.upload(.init(file: .bytes(Array("%PDF".utf8), fileName: "document.pdf")))
    },
    .value("files.get") {
        try await $0.files.get(fileID: fileID, workspaceID: filesWorkspace, provider: .openai)
    },
    .bytes("files.download") { try await $0.files.download(fileID: fileID) },
    .value("files.delete") { try await $0.files.delete(fileID: fileID) },
]

private let fileID = "or_file_011CNha8iCJcU1wXNR6q4V8w"
