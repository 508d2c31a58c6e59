import Testing

@testable import ApusSwift

@Suite struct NamingTests {
    static let casing = Casing(acronyms: ["BYOK"])

    @Test(arguments: [
        ("created_at", ["created", "at"]), ("createdAt", ["created", "At"]), ("HTTPServer", ["HTTP", "Server"]),
        ("userIDs", ["user", "IDs"]), ("sha256Sum", ["sha256", "Sum"]), ("X-Open-Router", ["X", "Open", "Router"]),
        ("-1", ["minus", "1"]), ("+5 days", ["plus", "5", "days"]), ("a-1", ["a", "1"]), ("", ["empty"]),
        (">=", ["greater", "equal"]), ("日本", ["u65E5", "u672C"]),
        ("timestamp_granularities[]", ["timestamp", "granularities"]),
        ("01.AI", ["01", "AI"]), ("__proto__", ["proto"]), ("Ünï", ["n"]),
    ])
    func wordsOf(given: String, want: [String]) { #expect(Words.split(given) == want) }

    @Test(arguments: [
        ("created_at", "createdAt"), ("app_id", "appID"), ("api_key", "apiKey"), ("http_referer", "httpReferer"),
        ("is_byok", "isBYOK"), ("URL", "url"), ("image_urls", "imageURLs"), ("userIDs", "userIDs"), ("1K", "_1K"),
        ("16:9", "_169"), ("middle-out", "middleOut"), ("Amazon Bedrock", "amazonBedrock"), ("01.AI", "_01AI"),
        ("GMICloud", "gmiCloud"), ("xAI", "xAI"), ("Z.AI", "zAI"), ("TOO_MANY", "tooMany"),
        ("HTTP-Referer", "httpReferer"),
    ])
    func lowerCamel(given: String, want: String) { #expect(Self.casing.lowerCamel(given) == want) }

    @Test(arguments: [
        ("GenerationResponse", "GenerationResponse"), ("generation_response", "GenerationResponse"),
        ("OpenAIResponsesToolChoice", "OpenAIResponsesToolChoice"),
        ("Legacy_ChatContentVideo", "LegacyChatContentVideo"),
        ("Preview_20250311_WebSearch", "Preview20250311WebSearch"), ("api.v1.User-Id", "APIV1UserID"), ("3D", "_3D"),
        ("ERROR", "Error"),
    ])
    func upperCamel(given: String, want: String) { #expect(Self.casing.upperCamel(given) == want) }

    @Test(arguments: [
        ("HTTP-Referer", "HTTP_REFERER"), ("X-OpenRouter-Title", "X_OPEN_ROUTER_TITLE"), ("apiKey", "API_KEY"),
    ])
    func environmentNames(given: String, want: String) { #expect(Self.casing.upperSnake(given) == want) }

    @Test func longNamesAreCutAndStayDistinct() {
        let base = String(repeating: "very_long_", count: 40)
        let names = [base + "a", base + "b"].map(Self.casing.lowerCamel)
        #expect(names.allSatisfy { $0.utf8.count <= Casing.maximumLength })
        #expect(names[0] != names[1])
        #expect(names[0] == Self.casing.lowerCamel(base + "a"))
    }

    /// A name can be as long as its document: the words that no identifier has room for are not looked at one by one.
    @Test func namesOfManyWordsAreCutAlike() {
        let name = String(repeating: "aB ", count: 50_000)
        let identifier = Self.casing.lowerCamel(name)
        #expect(identifier.utf8.count == Casing.maximumLength)
        #expect(identifier.hasPrefix("aBABAB"))
        #expect(identifier != Self.casing.lowerCamel(name + "a"))
    }

    @Test func collisionsDoNotDependOnOrder() {
        let names = ["foo-bar", "foo_bar", "fooBar", "foobar", "FooBar"]
        func assigned(_ order: [String]) -> [String: String] {
            var scope = NameScope()
            let given = scope.assign(order.map { .init(source: $0, identifier: Self.casing.lowerCamel($0)) })
            return Dictionary(uniqueKeysWithValues: zip(order, given))
        }
        let want = [
            "fooBar": "fooBar", "FooBar": "fooBar2", "foo-bar": "fooBar3", "foo_bar": "fooBar4", "foobar": "foobar",
        ]
        #expect(assigned(names) == want)
        #expect(assigned(names.reversed()) == want)
    }

    @Test func precomposedAndDecomposedNamesAreTwo() {
        var scope = NameScope()
        let wishes = ["caf\u{E9}", "cafe\u{301}"].map {
            NameScope.Wish(source: $0, identifier: Self.casing.lowerCamel($0))
        }
        let names = scope.assign(wishes)
        #expect(Set(names).count == 2)
    }

    @Test(arguments: [
        ("none", "noneValue"), ("some", "someValue"), ("init", "initValue"), ("rawValue", "rawValueValue"),
        ("red", "red"),
    ])
    func reservedValues(given: String, want: String) {
        var scope = NameScope(reserved: ReservedWords.enumerationMembers)
        #expect(scope.assign([.init(source: given, identifier: given)]) == [want])
    }

    @Test(arguments: [
        ("default", "`default`"), ("operator", "`operator`"), ("id", "id"), ("description", "description"),
    ])
    func keywords(given: String, want: String) { #expect(ReservedWords.spelled(given) == want) }
}
