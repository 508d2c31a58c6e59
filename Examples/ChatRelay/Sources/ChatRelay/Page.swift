import Hummingbird

/// The page: three files that the build put into the executable.
enum Page {
    /// Only what this server sends is loaded or run, nothing written into the page is; the icon is empty data.
    static let policy: ContentSecurityPolicy = [
        .defaultSrc(.none), .scriptSrc(.self), .styleSrc(.self), .connectSrc(.self), .imgSrc(.uri("data:")),
        .baseURI(.none), .formAction(.none), .frameAncestors(.none),
    ]

    static func addRoutes(to router: Router<BasicRequestContext>) {
        let files: [(path: RouterPath, type: String, bytes: [UInt8])] = [
            ("/", "text/html; charset=utf-8", PackageResources.index_html),
            ("chat.css", "text/css; charset=utf-8", PackageResources.chat_css),
            ("chat.js", "text/javascript; charset=utf-8", PackageResources.chat_js),
        ]
        for file in files {
            let response = Response(
                status: .ok,
                headers: [.contentType: file.type, .cacheControl: "no-cache"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
            router.get(file.path) { _, _ in response }
        }
    }
}
