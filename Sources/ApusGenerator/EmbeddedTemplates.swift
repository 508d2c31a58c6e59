// Written from Templates/ by `make templates`. Do not edit.
enum EmbeddedTemplates {
    static let texts: [(path: String, text: String)] = [
        (
            "Client.swift.mustache",
            """
            {{> partials/header}}
            internal import ApusDefaultTransport
            {{#isPublic}}@_exported {{/isPublic}}{{import}} ApusRuntime\n
            {{> partials/documentation}}
            {{access}} struct {{client}}: Sendable {
                /// What sends the calls.
                {{access}} let core: ApusRuntime.APIClient\n
                /// Makes a client with the credentials as texts.
                ///
                /// - Parameters:
                {{#credentials}}
                ///   - {{label}}: {{summary}}
                {{/credentials}}
                {{#globals}}
                ///   - {{label}}: {{summary}}
                {{/globals}}
                {{#serverChoice}}
                ///   - server: The server to call; `nil` for the API's first one.
                {{/serverChoice}}
                ///   - baseURL: Where the service answers; `nil` for the API's own server.
                ///   - configuration: Deadlines, retries, limits, middleware and logging.
                ///   - transport: What carries the requests; `nil` for the platform's default.
                {{access}} init(
                    {{#credentials}}
                    {{label}}: {{string}}? = nil,
                    {{/credentials}}
                    {{#globals}}
                    {{label}}: {{string}}? = nil,
                    {{/globals}}
                    {{#serverChoice}}
                    server: Server? = nil,
                    {{/serverChoice}}
                    baseURL: {{string}}? = nil,
                    configuration: ApusRuntime.ClientConfiguration = .init(),
                    transport: (any ApusRuntime.Transport)? = nil
                ) {
                    {{#hasCredentials}}
                    let credentials = Credentials(
                        {{#credentials}}
                        {{label}}: {{name}}.map(ApusRuntime.Credential.value){{comma}}
                        {{/credentials}}
                    )
                    {{/hasCredentials}}
                    {{^hasCredentials}}
                    let credentials = Credentials()
                    {{/hasCredentials}}
                    self.init(
                        credentials: credentials,
                        {{#globals}}
                        {{label}}: {{name}},
                        {{/globals}}
                        {{#serverChoice}}
                        server: server,
                        {{/serverChoice}}
                        baseURL: baseURL,
                        configuration: configuration,
                        transport: transport
                    )
                }\n
                /// Makes a client whose credentials come from anywhere: a fixed text, a function asked before each attempt, or the
                /// environment.
                {{access}} init(
                    credentials: Credentials,
                    {{#globals}}
                    {{label}}: {{string}}? = nil,
                    {{/globals}}
                    {{#serverChoice}}
                    server: Server? = nil,
                    {{/serverChoice}}
                    baseURL: {{string}}? = nil,
                    configuration: ApusRuntime.ClientConfiguration = .init(),
                    transport: (any ApusRuntime.Transport)? = nil
                ) {
                    self.core = ApusRuntime.APIClient(
                        description: Self.apiDescription,
                        credentials: {{^hasCredentials}}[:],{{/hasCredentials}}{{#hasCredentials}}[
                            {{#credentials}}
                            {{scheme}}: credentials.{{name}}{{trailingComma}}
                            {{/credentials}}
                        ],{{/hasCredentials}}
                        globals: {{^hasGlobals}}[:],{{/hasGlobals}}{{#hasGlobals}}[
                            {{#globals}}
                            {{wireName}}: {{name}}{{trailingComma}}
                            {{/globals}}
                        ],{{/hasGlobals}}
                        {{#serverChoice}}
                        server: server?.template,
                        {{/serverChoice}}
                        baseURL: baseURL,
                        configuration: configuration,
                        transport: transport ?? ApusDefaultTransport.DefaultTransport.shared,
                        errors: { {{error}}($0) }
                    )
                }\n
                /// Sends a request and returns its value together with the response's metadata.
                {{access}} func send<Request: ApusRuntime.OperationRequest>(
                    _ request: Request,
                    options: ApusRuntime.CallOptions = .init()
                ) async throws({{error}}) -> ApusRuntime.APIResponse<Request> {
                    try await core.send(request, options: options, throwing: {{error}}.self)
                }\n
                /// What the API's document says of the API as a whole.
                {{access}} static let apiDescription = ApusRuntime.APIDescription(
                    name: {{title}},
                    version: {{version}},
                    servers: {{^hasServers}}[],{{/hasServers}}{{#hasServers}}[
                        {{#servers}}
                        {{text}}{{comma}}
                        {{/servers}}
                    ],{{/hasServers}}
                    securitySchemes: {{^hasSchemes}}[],{{/hasSchemes}}{{#hasSchemes}}[
                        {{#schemes}}
                        {{#lines}}
                        {{.}}
                        {{/lines}}
                        {{/schemes}}
                    ],{{/hasSchemes}}
                    globals: {{^hasGlobals}}[],{{/hasGlobals}}{{#hasGlobals}}[
                        {{#globals}}
                        {{description}}{{trailingComma}}
                        {{/globals}}
                    ],{{/hasGlobals}}
                    {{^retry}}
                    retry: nil
                    {{/retry}}
                    {{#retry}}
                    retry: .init(
                        {{#arguments}}
                        {{argument}}{{comma}}
                        {{/arguments}}
                    )
                    {{/retry}}
                )\n
                /// The credentials of the API's security schemes; `nil` for the scheme's environment variable.
                {{access}} struct Credentials: Sendable {
                    {{#credentials}}
                    {{> partials/documentation}}
                    {{access}} var {{name}}: ApusRuntime.Credential?
                    {{/credentials}}\n
                    /// Takes what is known.
                    {{^hasCredentials}}
                    {{access}} init() {}
                    {{/hasCredentials}}
                    {{#hasCredentials}}
                    {{access}} init(
                        {{#credentials}}
                        {{label}}: ApusRuntime.Credential? = nil{{comma}}
                        {{/credentials}}
                    ) {
                        {{#credentials}}
                        self.{{name}} = {{name}}
                        {{/credentials}}
                    }
                    {{/hasCredentials}}
                }
                {{#serverChoice}}\n
                {{> partials/servers}}
                {{/serverChoice}}
            }\n
            """
        ),
        (
            "Errors.swift.mustache",
            """
            {{> partials/header}}
            {{> partials/imports}}\n
            /// Why a call failed: an error that the API documents, or one that every call can meet.
            ///
            /// All cases share `message`, `status`, `requestID`, `attempts` and the rest of `APIError`.
            {{access}} indirect enum {{error}}: ApusRuntime.APIError {
                {{#cases}}
                {{> partials/documentation}}
                case {{name}}({{payload}})
                {{/cases}}
                /// A status that the operation does not document, or a documented one with another content type.
                case unexpectedStatus(ApusRuntime.UnexpectedResponse)
                /// A success whose body is not what the API documents.
                case decoding(ApusRuntime.DecodingFailure)
                /// No response came, or its body broke off.
                case transport(ApusRuntime.TransportFailure)
                /// The call's time was up.
                case deadlineExceeded(ApusRuntime.DeadlineFailure)
                /// The surrounding task was cancelled.
                case cancelled(ApusRuntime.CancellationFailure)
                /// The request could not be made; nothing was sent.
                case invalidRequest(ApusRuntime.InvalidRequest)\n
                /// Gives a failure of the runtime its case.
                {{access}} init(_ failure: ApusRuntime.CallFailure) {
                    switch failure {
                    case .documented(let response, let index):
                        switch index {
                        {{#cases}}
                        case {{index}}: self = .{{name}}(.init(response))
                        {{/cases}}
                        default: self = .unexpectedStatus(response)
                        }
                    case .unexpectedStatus(let value): self = .unexpectedStatus(value)
                    case .decoding(let value): self = .decoding(value)
                    case .transport(let value): self = .transport(value)
                    case .deadlineExceeded(let value): self = .deadlineExceeded(value)
                    case .cancelled(let value): self = .cancelled(value)
                    case .invalidRequest(let value): self = .invalidRequest(value)
                    }
                }\n
                /// What all cases have in common.
                {{access}} var details: any ApusRuntime.FailureDetails {
                    switch self {
                    {{#cases}}
                    case .{{name}}(let value): value
                    {{/cases}}
                    case .unexpectedStatus(let value): value
                    case .decoding(let value): value
                    case .transport(let value): value
                    case .deadlineExceeded(let value): value
                    case .cancelled(let value): value
                    case .invalidRequest(let value): value
                    }
                }
            }\n
            """
        ),
        (
            "Examples.swift.mustache",
            """
            {{> partials/header}}
            {{#isPublic}}@_exported {{/isPublic}}{{import}} ApusTesting\n
            /// The examples of the API's document, for servers and tests.
            {{access}} enum {{examples}} {
                /// Every operation that has an example, in the document's order.
                {{access}} static let operations: [ApusTesting.OperationExamples] = [
                    {{#operations}}
                    {{name}}{{comma}}
                    {{/operations}}
                ]
                {{#operations}}\n
                /// The examples of the operation {{id}}.
                {{access}} static let {{name}} = ApusTesting.OperationExamples(
                    operationID: {{id}},
                    method: {{method}},
                    path: {{path}},
                    requiresCredential: {{requiresCredential}},
                    responses: [
                        {{#responses}}
                        .init(
                            name: {{name}},
                            status: {{status}},
                            contentType: {{contentType}},
                            body: "\"\"
                                {{#body}}
                                {{.}}
                                {{/body}}
                                "\"\"
                        ){{comma}}
                        {{/responses}}
                    ]
                )
                {{/operations}}
            }\n
            """
        ),
        (
            "Headers.swift.mustache",
            """
            {{> partials/header}}
            {{> partials/imports}}
            {{#sets}}\n
            {{> partials/documentation}}
            {{access}} struct {{name}}: ApusRuntime.ResponseHeaders {
                /// The header fields as they came.
                {{access}} let fields: HTTPTypes.HTTPFields\n
                /// Takes header fields.
                {{access}} init(fields: HTTPTypes.HTTPFields) { self.fields = fields }
                {{#headers}}\n
                {{> partials/documentation}}
                {{> partials/deprecation}}
                {{#isRequired}}
                {{access}} var {{name}}: {{type}} {
                    get throws(ApusRuntime.HeaderFailure) { try required({{arguments}}) }
                }
                {{/isRequired}}
                {{^isRequired}}
                {{access}} var {{name}}: {{type}}? { value({{arguments}}) }
                {{/isRequired}}
                {{/headers}}
            }
            {{/sets}}\n
            """
        ),
        (
            "Models.swift.mustache",
            """
            {{> partials/header}}
            {{> partials/imports}}
            {{#types}}\n
            {{> partials/type}}
            {{/types}}\n
            """
        ),
        (
            "Operations.swift.mustache",
            """
            {{> partials/header}}
            {{> partials/imports}}\n
            {{#group}}
            extension {{client}} {
                {{> partials/documentation}}
                {{access}} var {{property}}: {{type}} { {{type}}(client: self) }\n
                {{> partials/documentation}}
                {{access}} struct {{type}}: Sendable {
                    let client: {{client}}
                    {{#operations}}\n
                    {{> partials/method}}
                    {{/operations}}
                }
            }
            {{/group}}
            {{^group}}
            extension {{client}} {
                private var client: {{client}} { self }
                {{#operations}}\n
                {{> partials/method}}
                {{/operations}}
            }
            {{/group}}
            {{#operations}}\n
            {{> partials/request}}
            {{/operations}}
            {{#types}}\n
            {{> partials/type}}
            {{/types}}\n
            """
        ),
        (
            "Webhooks.swift.mustache",
            """
            {{> partials/header}}
            {{> partials/imports}}\n
            /// What the API sends to its clients: its webhooks and the callbacks of its operations.
            {{access}} enum {{namespace}} {
                {{#webhooks}}
                {{^isFirst}}\n
                {{/isFirst}}
                {{> partials/documentation}}
                {{access}} enum {{name}}: ApusRuntime.Webhook {
                    {{#payload}}
                    {{> partials/documentation}}
                    {{access}} typealias Payload = {{type}}
                    {{/payload}}
                    {{#answer}}
                    {{> partials/documentation}}
                    {{access}} typealias Answer = {{type}}
                    {{/answer}}\n
                    /// The name in the API's document.
                    {{access}} static let name = {{wireName}}
                    /// The HTTP method that it is sent with.
                    {{access}} static let method = {{method}}
                    {{#statuses}}
                    /// The statuses that the API takes for received.
                    {{access}} static var statuses: [ApusRuntime.StatusPattern] { [{{statuses}}] }
                    {{/statuses}}
                    {{#headers}}\n
                    /// The headers that it brings.
                    {{access}} enum Headers {
                        {{#names}}
                        {{> partials/documentation}}
                        {{access}} static let {{constant}} = {{literal}}
                        {{/names}}
                    }
                    {{/headers}}
                    {{#query}}\n
                    /// The query parameters that it brings.
                    {{access}} enum Query {
                        {{#names}}
                        {{> partials/documentation}}
                        {{access}} static let {{constant}} = {{literal}}
                        {{/names}}
                    }
                    {{/query}}
                }
                {{/webhooks}}
            }
            {{#types}}\n
            {{> partials/type}}
            {{/types}}\n
            """
        ),
        (
            "partials/declaration.mustache",
            """
            {{> partials/documentation}}
            {{#record}}
            {{> partials/record}}
            {{/record}}
            {{#enumeration}}
            {{> partials/enumeration}}
            {{/enumeration}}
            {{#union}}
            {{> partials/union}}
            {{/union}}
            {{#tuple}}
            {{> partials/tuple}}
            {{/tuple}}
            {{#form}}
            {{> partials/form}}
            {{/form}}
            {{#alias}}
            {{access}} typealias {{name}} = {{.}}
            {{/alias}}\n
            """
        ),
        (
            "partials/deprecation.mustache",
            """
            {{#deprecation}}
            @available(*, deprecated, message: {{.}})
            {{/deprecation}}\n
            """
        ),
        (
            "partials/documentation.mustache",
            """
            {{#documentation}}
            ///{{.}}
            {{/documentation}}\n
            """
        ),
        (
            "partials/enumeration.mustache",
            """
            {{access}} struct {{name}}: ApusJSON.{{protocol}} {
                /// The value on the wire{{^isClosed}}, one that the API does not document included{{/isClosed}}.
                {{access}} let rawValue: {{rawType}}\n
                /// Takes any value.
                {{access}} init(rawValue: {{rawType}}) { self.rawValue = rawValue }\n
                {{#cases}}
                {{> partials/documentation}}
                {{access}} static var {{name}}: Self { Self(rawValue: {{value}}) }
                {{/cases}}\n
                /// The values that the API documents.
                {{access}} static var knownValues: [Self] {
                    [
                        {{#cases}}
                        .{{name}}{{comma}}
                        {{/cases}}
                    ]
                }
            }\n
            """
        ),
        (
            "partials/form.mustache",
            """
            {{access}} struct {{name}}: ApusRuntime.MultipartForm {
                {{#parts}}
                {{> partials/documentation}}
                {{#deprecation}}
                @available(*, deprecated, message: {{.}})
                {{access}} var {{name}}: {{type}} {
                    get { {{storage}} }
                    set { {{storage}} = newValue }
                }
                var {{storage}}: {{type}}
                {{/deprecation}}
                {{^deprecation}}
                {{access}} var {{name}}: {{type}}
                {{/deprecation}}
                {{/parts}}
                {{#additional}}
                /// The parts beside these, by name.
                {{access}} var additionalProperties: [{{string}}: {{type}}]
                {{/additional}}
                /// Further parts, sent as they are behind all others.
                {{access}} var additionalParts: [ApusRuntime.MultipartPart]\n
                /// Makes a body from its parts.
                {{access}} init(
                    {{#parts}}
                    {{label}}: {{type}}{{#default}} = {{.}}{{/default}},
                    {{/parts}}
                    {{#additional}}
                    additionalProperties: [{{string}}: {{type}}] = [:],
                    {{/additional}}
                    additionalParts: [ApusRuntime.MultipartPart] = []
                ) {
                    {{#parts}}
                    self.{{storage}} = {{name}}
                    {{/parts}}
                    {{#additional}}
                    self.additionalProperties = additionalProperties
                    {{/additional}}
                    self.additionalParts = additionalParts
                }\n
                /// Writes the parts.
                {{access}} func encode(into form: inout ApusRuntime.MultipartBuilder) {
                    {{#encoding}}
                    {{.}}
                    {{/encoding}}
                    form.add(self.additionalParts)
                }
            }\n
            """
        ),
        (
            "partials/header.mustache",
            """
            // Generated by apus. Do not edit: change the API document or the templates, then generate again.\n
            """
        ),
        (
            "partials/imports.mustache",
            """
            {{#imports}}
            {{import}} {{.}}
            {{/imports}}
            {{#needsFoundation}}\n
            #if canImport(FoundationEssentials)
                {{import}} FoundationEssentials
            #else
                {{import}} Foundation
            #endif
            {{/needsFoundation}}\n
            """
        ),
        (
            "partials/method.mustache",
            """
            {{> partials/documentation}}
            ///
            /// - Parameters:
            {{#parameters}}
            ///   - {{label}}: {{summary}}
            {{/parameters}}
            ///   - options: Settings for this call alone.
            {{#returnsValue}}
            /// - Returns: {{outputSummary}}
            {{/returnsValue}}
            /// - Throws: ``{{error}}``; a documented error has a case of its own.
            {{> partials/deprecation}}
            {{access}} func {{method}}(
                {{#parameters}}
                {{signature}}: {{type}}{{#default}} = {{.}}{{/default}},
                {{/parameters}}
                options: ApusRuntime.CallOptions = .init()
            ) async throws({{error}}){{#returnsValue}} -> {{output}}{{/returnsValue}} {
                {{#hasParameters}}
                let request = {{requestType}}(
                    {{#parameters}}
                    {{label}}: {{name}}{{comma}}
                    {{/parameters}}
                )
                {{/hasParameters}}
                {{^hasParameters}}
                let request = {{requestType}}()
                {{/hasParameters}}
                {{#returnsValue}}
                return try await client.core.value(of: request, options: options, throwing: {{error}}.self)
                {{/returnsValue}}
                {{^returnsValue}}
                _ = try await client.core.send(request, options: options, throwing: {{error}}.self)
                {{/returnsValue}}
            }
            {{#pages}}\n
            /// The pages of `{{method}}`, each asked for when it is wanted{{#item}}; their `items` are those of all pages{{/item}}.
            ///
            /// - Parameters:
            {{#parameters}}
            ///   - {{label}}: {{summary}}
            {{/parameters}}
            ///   - options: Settings for the call of each page.
            /// - Returns: A sequence that throws ``{{error}}``.
            {{> partials/deprecation}}
            {{access}} func {{pagesMethod}}(
                {{#parameters}}
                {{signature}}: {{type}}{{#default}} = {{.}}{{/default}},
                {{/parameters}}
                options: ApusRuntime.CallOptions = .init()
            ) -> ApusRuntime.PageSequence<{{requestType}}> {
                {{#hasParameters}}
                let request = {{requestType}}(
                    {{#parameters}}
                    {{label}}: {{name}}{{comma}}
                    {{/parameters}}
                )
                {{/hasParameters}}
                {{^hasParameters}}
                let request = {{requestType}}()
                {{/hasParameters}}
                return ApusRuntime.PageSequence(request, client: client.core, options: options)
            }
            {{/pages}}\n
            """
        ),
        (
            "partials/record.mustache",
            """
            {{access}} struct {{name}}: ApusJSON.JSONRecord {
                /// Members that the API sent but does not document, kept and sent back as they came.
                {{#isPublic}}
                @_alwaysEmitIntoClient
                {{/isPublic}}
                {{access}} var unknownFields: ApusJSON.JSONObject
                {{#properties}}
                {{> partials/documentation}}
                {{#deprecation}}
                @available(*, deprecated, message: {{.}})
                {{access}} var {{name}}: {{type}} {
                    get { {{storage}} }
                    set { {{storage}} = newValue }
                }
                {{#isIndirect}}
                @ApusJSON.Indirect
                {{/isIndirect}}
                var {{storage}}: {{type}}
                {{/deprecation}}
                {{^deprecation}}
                {{#isIndirect}}
                @ApusJSON.Indirect
                {{/isIndirect}}
                {{^isIndirect}}
                {{#isPublic}}
                @_alwaysEmitIntoClient
                {{/isPublic}}
                {{/isIndirect}}
                {{access}} var {{name}}: {{type}}
                {{/deprecation}}
                {{/properties}}
                {{#additional}}
                /// The members beside these, by key.
                {{#isPublic}}
                @_alwaysEmitIntoClient
                {{/isPublic}}
                {{access}} var additionalProperties: [{{string}}: {{type}}]
                {{/additional}}\n
                {{^hasMembers}}
                /// Makes a value from its parts.
                {{access}} init(unknownFields: ApusJSON.JSONObject = [:]) { self.unknownFields = unknownFields }\n
                {{/hasMembers}}
                /// Shows every member, to read it or to write it.
                @inline(never)
                {{access}} mutating func visit(_ members: inout ApusJSON.JSONMembers) {
                    members.begin(&self.unknownFields)
                    {{#constants}}
                    members.{{visitor}}({{key}}, {{value}})
                    {{/constants}}
                    {{#properties}}
                    members.{{visitor}}({{key}}, &self.{{visited}})
                    {{/properties}}
                    {{#omitted}}
                    members.omitted({{.}})
                    {{/omitted}}
                    {{#additional}}
                    members.additional(&self.additionalProperties)
                    {{/additional}}
                    members.end(&self.unknownFields)
                }
            }\n
            """
        ),
        (
            "partials/recordInitializer.mustache",
            """
            extension {{qualifiedName}} {
                /// Makes a value from its parts.
                {{access}} init(
                    {{#properties}}
                    {{label}}: {{type}}{{#default}} = {{.}}{{/default}},
                    {{/properties}}
                    {{#additional}}
                    additionalProperties: [{{string}}: {{type}}] = [:],
                    {{/additional}}
                    unknownFields: ApusJSON.JSONObject = [:]
                ) {
                    self.init(
                        unknownFields: unknownFields,
                        {{#arguments}}
                        {{label}}: {{name}}{{comma}}
                        {{/arguments}}
                    )
                }
            }\n
            """
        ),
        (
            "partials/request.mustache",
            """
            {{> partials/requestDocumentation}}
            {{access}} struct {{requestType}}: ApusRuntime.{{conformance}} {
                {{#parameters}}
                {{> partials/documentation}}
                {{#isPublic}}
                @_alwaysEmitIntoClient
                {{/isPublic}}
                {{access}} var {{name}}: {{type}}
                {{/parameters}}\n
                {{#hasParameters}}
                /// Makes a request from its parameters.
                {{access}} init(
                    {{#parameters}}
                    {{label}}: {{type}}{{#default}} = {{.}}{{/default}}{{comma}}
                    {{/parameters}}
                ) {
                    {{#parameters}}
                    self.{{name}} = {{name}}
                    {{/parameters}}
                }
                {{/hasParameters}}
                {{^hasParameters}}
                /// Makes a request.
                {{access}} init() {}
                {{/hasParameters}}\n
                {{#hasBodyCases}}
                /// What the request's body can be: each media type has a value of its own.
                {{access}} enum Body: Sendable {
                    {{#bodyCases}}
                    /// {{documentation}}
                    case {{name}}({{type}})
                    {{/bodyCases}}
                }\n
                {{/hasBodyCases}}
                {{#hasOutputCases}}
                /// What a success returns: each status or media type has a body of its own.
                {{access}} enum Output: Sendable {
                    {{#outputCases}}
                    /// {{documentation}}
                    case {{name}}{{#type}}({{.}}){{/type}}
                    {{/outputCases}}
                }
                {{/hasOutputCases}}
                {{^hasOutputCases}}
                /// What a success returns.
                {{access}} typealias Output = {{output}}
                {{/hasOutputCases}}
                {{#headers}}\n
                /// The header fields of a success.
                {{access}} typealias Headers = {{.}}
                {{/headers}}\n
                /// What the API's document says of the operation.
                {{access}} static let operation = ApusRuntime.OperationDescription(
                    id: {{id}},
                    method: {{httpMethod}},
                    path: {{path}},
                    accept: [{{accept}}],
                    success: [{{successes}}],
                    {{#delivery}}
                    delivery: {{.}},
                    {{/delivery}}
                    {{#hasVariants}}
                    variants: [
                        {{#variants}}
                        {{text}}{{comma}}
                        {{/variants}}
                    ],
                    {{/hasVariants}}
                    errors: {{^hasErrors}}[],{{/hasErrors}}{{#hasErrors}}[
                        {{#errors}}
                        {{text}}{{comma}}
                        {{/errors}}
                    ],{{/hasErrors}}
                    {{#server}}
                    server: {{.}},
                    {{/server}}
                    security: [{{security}}],
                    globals: [{{globals}}]{{#retry}},{{/retry}}
                    {{#retry}}
                    retry: .init({{.}})
                    {{/retry}}
                )\n
                /// Puts the parameters into a request.
                {{access}} func encode(into request: inout ApusRuntime.RequestBuilder) {
                    {{#encoding}}
                    {{.}}
                    {{/encoding}}
                }
                {{#decoder}}\n
                /// Takes the body as it is.
                {{access}} static func decodeOutput(
                    from body: [{{byte}}],
                    head: HTTPTypes.HTTPResponse,
                    limits: ApusJSON.JSONLimits
                ) throws(ApusJSON.JSONError) -> Output {
                    {{.}}
                }
                {{/decoder}}
                {{#hasOutputCases}}\n
                /// Reads the body as the status and the media type say.
                {{access}} static func decodeOutput(
                    from body: [{{byte}}],
                    head: HTTPTypes.HTTPResponse,
                    limits: ApusJSON.JSONLimits
                ) throws(ApusJSON.JSONError) -> Output {
                    switch {{outputSubject}} {
                    {{#outputCases}}
                    {{#pattern}}case {{.}}{{/pattern}}{{^pattern}}default{{/pattern}}: return .{{name}}{{#value}}{{.}}{{/value}}
                    {{/outputCases}}
                    }
                }
                {{/hasOutputCases}}
                {{#downloads}}\n
                /// Hands bytes over unread.
                {{access}} static func openOutput(_ body: ApusRuntime.StreamedBody) -> Output? {
                    switch operation.variant(of: body.head) {
                    {{#cases}}
                    case {{index}}: return .{{case}}(ApusRuntime.Download(body))
                    {{/cases}}
                    default: return nil
                    }
                }
                {{/downloads}}
                {{#pages}}\n
                /// How the pages follow each other.
                {{access}} static var pagination: ApusRuntime.Pagination {
                    .init(
                        {{#arguments}}
                        {{argument}}{{comma}}
                        {{/arguments}}
                    )
                }
                {{#item}}\n
                /// What a page holds.
                {{access}} typealias Item = {{type}}\n
                /// The items of a page.
                {{access}} static func items(of page: Output) -> [Item] { page{{expression}} }
                {{/item}}
                {{/pages}}
            }\n
            """
        ),
        (
            "partials/requestDocumentation.mustache",
            """
            {{#requestDocumentation}}
            ///{{.}}
            {{/requestDocumentation}}\n
            """
        ),
        (
            "partials/servers.mustache",
            """
            /// A server of the API; any other address is a client's or a call's `baseURL`.
            {{access}} struct Server: Sendable, Hashable {
                /// Its address.
                {{access}} let template: ApusRuntime.ServerTemplate
                {{#servers}}\n
                {{> partials/documentation}}
                {{#isFixed}}
                {{access}} static let {{name}} = Server(template: .init({{url}}))
                {{/isFixed}}
                {{^isFixed}}
                ///
                /// - Parameters:
                {{#variables}}
                ///   - {{label}}: {{summary}}
                {{/variables}}
                {{access}} static func {{name}}(
                    {{#variables}}
                    {{label}}: {{type}}{{#default}} = {{.}}{{/default}}{{comma}}
                    {{/variables}}
                ) -> Server {
                    Server(
                        template: .init(
                            {{url}},
                            variables: [
                                {{#variables}}
                                .init({{wireName}}, {{value}}){{trailingComma}}
                                {{/variables}}
                            ]
                        )
                    )
                }
                {{/isFixed}}
                {{/servers}}
                {{#variableTypes}}\n
                {{> partials/documentation}}
                {{access}} enum {{name}}: {{string}}, Sendable, Hashable, CaseIterable {
                    {{#cases}}
                    /// One of the values.
                    case {{name}} = {{value}}
                    {{/cases}}
                }
                {{/variableTypes}}
            }\n
            """
        ),
        (
            "partials/tuple.mustache",
            """
            {{access}} struct {{name}}: ApusJSON.JSONTuple {
                {{#items}}
                {{> partials/documentation}}
                {{#isIndirect}}
                @ApusJSON.Indirect
                {{/isIndirect}}
                {{access}} var {{name}}: {{type}}
                {{/items}}
                /// The items behind these.
                {{access}} var additionalItems: [{{restType}}]\n
                /// Makes a value from its parts.
                {{access}} init(
                    {{#items}}
                    {{label}}: {{type}}{{#default}} = {{.}}{{/default}},
                    {{/items}}
                    additionalItems: [{{restType}}] = []
                ) {
                    {{#items}}
                    self.{{name}} = {{name}}
                    {{/items}}
                    self.additionalItems = additionalItems
                }\n
                /// Reads a value from JSON.
                {{access}} init(json: borrowing ApusJSON.JSONReader) throws(ApusJSON.JSONError) {
                    var array = try json.array()
                    {{#items}}
                    self.{{name}} = try array.{{codec}}()
                    {{/items}}
                    self.additionalItems = try array.rest()
                }\n
                /// Writes the value as JSON.
                {{access}} func write(to writer: inout ApusJSON.JSONWriter) {
                    var array = writer.array()
                    {{#items}}
                    array.{{codec}}(self.{{name}}, to: &writer)
                    {{/items}}
                    array.rest(self.additionalItems, to: &writer)
                    writer.endArray()
                }
            }\n
            """
        ),
        (
            "partials/type.mustache",
            """
            {{#scope}}
            extension {{.}} {
                {{> partials/declaration}}
            }
            {{/scope}}
            {{^scope}}
            {{> partials/declaration}}
            {{/scope}}
            {{#initializer}}\n
            {{> partials/recordInitializer}}
            {{/initializer}}\n
            """
        ),
        (
            "partials/union.mustache",
            """
            {{access}} {{#isIndirect}}indirect {{/isIndirect}}enum {{name}}: ApusJSON.JSONUnion {
                {{#variants}}
                {{> partials/documentation}}
                case {{name}}({{type}})
                {{/variants}}
                /// A value of none of the documented shapes, kept as it came.
                case unknown(ApusJSON.JSONValue)\n
                /// Reads a value from JSON.
                {{access}} init(json: borrowing ApusJSON.JSONReader) throws(ApusJSON.JSONError) {
                    {{#variants}}
                    {{#condition}}
                    {{#hasFurtherConditions}}
                    if {{condition}}
                        {{#furtherConditions}}
                        || {{.}}
                        {{/furtherConditions}}
                    {
                    {{/hasFurtherConditions}}
                    {{^hasFurtherConditions}}
                    if {{condition}} {
                    {{/hasFurtherConditions}}
                        {{#isWide}}
                        self = .{{name}}(
                            try {{type}}(json: json))
                        {{/isWide}}
                        {{^isWide}}
                        self = .{{name}}(try {{type}}(json: json))
                        {{/isWide}}
                        return
                    }
                    {{/condition}}
                    {{#isTried}}
                    if let value = try? {{type}}(json: json) {
                        self = .{{name}}(value)
                        return
                    }
                    {{/isTried}}
                    {{/variants}}
                    {{#hasCompared}}
                    var match = ApusJSON.BestMatch()
                    var best: Self?
                    {{#variants}}
                    {{#isCompared}}
                    {{#isWideMatch}}
                    if let value: {{type}} = match.better(json) {
                        best = .{{name}}(value)
                    }
                    {{/isWideMatch}}
                    {{^isWideMatch}}
                    if let value: {{type}} = match.better(json) { best = .{{name}}(value) }
                    {{/isWideMatch}}
                    {{/isCompared}}
                    {{/variants}}
                    if let best {
                        self = best
                        return
                    }
                    {{/hasCompared}}
                    self = .unknown(json.unmatchedValue())
                }\n
                /// Writes the value as JSON.
                {{access}} func write(to writer: inout ApusJSON.JSONWriter) {
                    switch self {
                    {{#variants}}
                    case .{{name}}(let value): value.write(to: &writer)
                    {{/variants}}
                    case .unknown(let value): value.write(to: &writer)
                    }
                }
            }\n
            """
        ),
    ]
}
