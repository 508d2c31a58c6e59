public import OpenRouter

extension ChatContentItems: ExpressibleByStringInterpolation {
    /// A text.
    public init(stringLiteral value: String) { self = .text(value) }

    /// A text.
    public static func text(_ text: String) -> ChatContentItems { .chatContentText(ChatContentText(text: text)) }

    /// A picture.
    /// - Parameters:
    ///   - url: where it is, or a data URL with the picture itself.
    ///   - detail: how closely the model shall look.
    public static func image(
        url: String, detail: ChatContentImage.ImageURL.Detail? = nil
    ) -> ChatContentItems { .chatContentImage(ChatContentImage(imageURL: .init(detail: detail, url: url))) }

    /// A picture that is sent along.
    /// - Parameter mediaType: such as `image/png`.
    public static func image(
        _ bytes: [UInt8], mediaType: String, detail: ChatContentImage.ImageURL.Detail? = nil
    ) -> ChatContentItems { .image(url: dataURL(bytes, mediaType), detail: detail) }

    /// Sound that is sent along.
    /// - Parameter format: such as `wav` or `mp3`.
    public static func audio(_ bytes: [UInt8], format: String) -> ChatContentItems {
        .chatContentAudio(ChatContentAudio(inputAudio: .init(data: Base64Data(bytes).base64, format: format)))
    }

    /// A file that is sent along, such as a PDF.
    public static func file(_ bytes: [UInt8], name: String, mediaType: String) -> ChatContentItems {
        .chatContentFile(ChatContentFile(file: .init(fileData: dataURL(bytes, mediaType), filename: name)))
    }

    private static func dataURL(_ bytes: [UInt8], _ mediaType: String) -> String {
        "data:\(mediaType);base64,\(Base64Data(bytes).base64)"
    }
}
