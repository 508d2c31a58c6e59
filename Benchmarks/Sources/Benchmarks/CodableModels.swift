/// The same record as the generated `GenerationResponse`, as one would write it by hand for Foundation's coders.
struct CodableGenerationResponse: Codable {
    var data: CodableGenerationData
}

/// The 45 fields.
struct CodableGenerationData: Codable {
    var apiType: String?
    var appId: Int?
    var cacheDiscount: Double?
    var cancelled: Bool?
    var createdAt: String
    var dataRegion: String
    var externalUser: String?
    var finishReason: String?
    var generationTime: Double?
    var httpReferer: String?
    var id: String
    var isByok: Bool
    var latency: Double?
    var model: String
    var moderationLatency: Double?
    var nativeFinishReason: String?
    var nativeTokensCached: Int?
    var nativeTokensCompletion: Int?
    var nativeTokensCompletionImages: Int?
    var nativeTokensPrompt: Int?
    var nativeTokensReasoning: Int?
    var numFetches: Int?
    var numInputAudioPrompt: Int?
    var numMediaCompletion: Int?
    var numMediaPrompt: Int?
    var numSearchResults: Int?
    var origin: String
    var presetId: String?
    var providerName: String?
    var providerResponses: [CodableProviderResponse]?
    var requestId: String?
    var responseCacheSourceId: String?
    var router: String?
    var serviceTier: String?
    var sessionId: String?
    var streamed: Bool?
    var tokensCompletion: Int?
    var tokensPrompt: Int?
    var totalCost: Double
    var upstreamId: String?
    var upstreamInferenceCost: Double?
    var usage: Double
    var userAgent: String?
    var webSearchEngine: String?
    var workspaceId: String?

    enum CodingKeys: String, CodingKey {
        case apiType = "api_type"
        case appId = "app_id"
        case cacheDiscount = "cache_discount"
        case cancelled
        case createdAt = "created_at"
        case dataRegion = "data_region"
        case externalUser = "external_user"
        case finishReason = "finish_reason"
        case generationTime = "generation_time"
        case httpReferer = "http_referer"
        case id
        case isByok = "is_byok"
        case latency
        case model
        case moderationLatency = "moderation_latency"
        case nativeFinishReason = "native_finish_reason"
        case nativeTokensCached = "native_tokens_cached"
        case nativeTokensCompletion = "native_tokens_completion"
        case nativeTokensCompletionImages = "native_tokens_completion_images"
        case nativeTokensPrompt = "native_tokens_prompt"
        case nativeTokensReasoning = "native_tokens_reasoning"
        case numFetches = "num_fetches"
        case numInputAudioPrompt = "num_input_audio_prompt"
        case numMediaCompletion = "num_media_completion"
        case numMediaPrompt = "num_media_prompt"
        case numSearchResults = "num_search_results"
        case origin
        case presetId = "preset_id"
        case providerName = "provider_name"
        case providerResponses = "provider_responses"
        case requestId = "request_id"
        case responseCacheSourceId = "response_cache_source_id"
        case router
        case serviceTier = "service_tier"
        case sessionId = "session_id"
        case streamed
        case tokensCompletion = "tokens_completion"
        case tokensPrompt = "tokens_prompt"
        case totalCost = "total_cost"
        case upstreamId = "upstream_id"
        case upstreamInferenceCost = "upstream_inference_cost"
        case usage
        case userAgent = "user_agent"
        case webSearchEngine = "web_search_engine"
        case workspaceId = "workspace_id"
    }
}

/// One provider's answer.
struct CodableProviderResponse: Codable {
    var endpointId: String?
    var id: String?
    var isByok: Bool?
    var latency: Double?
    var modelPermaslug: String?
    var providerName: String?
    var routedServiceTier: String?
    var status: Int?

    enum CodingKeys: String, CodingKey {
        case endpointId = "endpoint_id"
        case id
        case isByok = "is_byok"
        case latency
        case modelPermaslug = "model_permaslug"
        case providerName = "provider_name"
        case routedServiceTier = "routed_service_tier"
        case status
    }
}
