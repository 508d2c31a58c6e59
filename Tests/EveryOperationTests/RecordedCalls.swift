// Recorded from spec/openrouter.yaml: RECORD=1 swift test --filter EveryOperationTests
import OpenRouter

extension Call {
    /// Every operation, in the order of the module.
    static let all: [Call] = [
        Call("getCurrentKey", streams: false, makeGetCurrentKeyRequest),
        Call("listKeys", streams: false, makeListKeysRequest),
        Call("createKey", streams: false, makeCreateKeyRequest),
        Call("deleteKey", streams: false, makeDeleteKeyRequest),
        Call("getKey", streams: false, makeGetKeyRequest),
        Call("updateKey", streams: false, makeUpdateKeyRequest),
        Call("getUserActivity", streams: false, makeGetUserActivityRequest),
        Call("getAnalyticsMeta", streams: false, makeGetAnalyticsMetaRequest),
        Call("queryAnalytics", streams: false, makeQueryAnalyticsRequest),
        Call("sendMessage", streams: false, makeSendMessageRequest),
        Call("sendMessage", streams: true, makeSendMessageStreamRequest),
        Call("listBYOKKeys", streams: false, makeListBYOKKeysRequest),
        Call("createBYOKKey", streams: false, makeBYOKCreateRequest),
        Call("deleteBYOKKey", streams: false, makeDeleteBYOKKeyRequest),
        Call("getBYOKKey", streams: false, makeGetBYOKKeyRequest),
        Call("updateBYOKKey", streams: false, makeBYOKUpdateRequest),
        Call("listBenchmarks", streams: false, makeListBenchmarksRequest),
        Call("sendChat", streams: false, makeSendChatRequest),
        Call("sendChat", streams: true, makeSendChatStreamRequest),
        Call("listTaskClassifications", streams: false, makeListTaskClassificationsRequest),
        Call("getCredits", streams: false, makeGetCreditsRequest),
        Call("createCoinbaseCharge", streams: false, makeCreateCoinbaseChargeRequest),
        Call("listAppRankings", streams: false, makeListAppRankingsRequest),
        Call("listDailyRankings", streams: false, makeListDailyRankingsRequest),
        Call("listSessionCosts", streams: false, makeListSessionCostsRequest),
        Call("createEmbeddings", streams: false, makeCreateEmbeddingsRequest),
        Call("listEmbeddingModels", streams: false, makeListEmbeddingModelsRequest),
        Call("listZeroDataRetentionEndpoints", streams: false, makeListZeroDataRetentionEndpointsRequest),
        Call("listModelEndpoints", streams: false, makeListModelEndpointsRequest),
        Call("listFiles", streams: false, makeListFilesRequest),
        Call("uploadFile", streams: false, makeUploadFileRequest),
        Call("deleteFile", streams: false, makeDeleteFileRequest),
        Call("getFile", streams: false, makeGetFileRequest),
        Call("downloadFile", streams: false, makeDownloadFileRequest),
        Call("getGeneration", streams: false, makeGetGenerationRequest),
        Call("listGenerationContent", streams: false, makeListGenerationContentRequest),
        Call("submitGenerationFeedback", streams: false, makeGenerationsSubmitFeedbackRequest),
        Call("listGuardrails", streams: false, makeListGuardrailsRequest),
        Call("createGuardrail", streams: false, makeGuardrailsCreateRequest),
        Call("deleteGuardrail", streams: false, makeDeleteGuardrailRequest),
        Call("getGuardrail", streams: false, makeGetGuardrailRequest),
        Call("updateGuardrail", streams: false, makeGuardrailsUpdateRequest),
        Call("listKeysOfGuardrail", streams: false, makeListKeysOfGuardrailRequest),
        Call("assignKeysToGuardrail", streams: false, makeAssignKeysToGuardrailRequest),
        Call("unassignKeysFromGuardrail", streams: false, makeUnassignKeysFromGuardrailRequest),
        Call("listMembersOfGuardrail", streams: false, makeListMembersOfGuardrailRequest),
        Call("assignMembersToGuardrail", streams: false, makeAssignMembersToGuardrailRequest),
        Call("unassignMembersFromGuardrail", streams: false, makeUnassignMembersFromGuardrailRequest),
        Call("listKeyAssignments", streams: false, makeListKeyAssignmentsRequest),
        Call("listMemberAssignments", streams: false, makeListMemberAssignmentsRequest),
        Call("generateImages", streams: false, makeGenerateImagesRequest),
        Call("generateImages", streams: true, makeGenerateImagesStreamRequest),
        Call("listImageModels", streams: false, makeListImageModelsRequest),
        Call("listImageModelEndpoints", streams: false, makeListImageModelEndpointsRequest),
        Call("getModel", streams: false, makeGetModelRequest),
        Call("listModels", streams: false, makeListModelsRequest),
        Call("countModels", streams: false, makeCountModelsRequest),
        Call("listUserModels", streams: false, makeListUserModelsRequest),
        Call("exchangeAuthorizationCode", streams: false, makeExchangeAuthorizationCodeRequest),
        Call("createAuthorizationCode", streams: false, makeCreateAuthorizationCodeRequest),
        Call("listObservabilityDestinations", streams: false, makeListObservabilityDestinationsRequest),
        Call("createObservabilityDestination", streams: false, makeObservabilityCreateDestinationRequest),
        Call("deleteObservabilityDestination", streams: false, makeDeleteObservabilityDestinationRequest),
        Call("getObservabilityDestination", streams: false, makeGetObservabilityDestinationRequest),
        Call("updateObservabilityDestination", streams: false, makeObservabilityUpdateDestinationRequest),
        Call("listOrganizationMembers", streams: false, makeListOrganizationMembersRequest),
        Call("listPresets", streams: false, makeListPresetsRequest),
        Call("getPreset", streams: false, makeGetPresetRequest),
        Call("createPresetFromChat", streams: false, makeCreatePresetFromChatRequest),
        Call("createPresetFromMessage", streams: false, makeCreatePresetFromMessageRequest),
        Call("createPresetFromResponse", streams: false, makeCreatePresetFromResponseRequest),
        Call("listPresetVersions", streams: false, makeListPresetVersionsRequest),
        Call("getPresetVersion", streams: false, makeGetPresetVersionRequest),
        Call("listProviders", streams: false, makeListProvidersRequest),
        Call("rerankDocuments", streams: false, makeRerankDocumentsRequest),
        Call("createResponse", streams: false, makeCreateResponseRequest),
        Call("createResponse", streams: true, makeCreateResponseStreamRequest),
        Call("listScimGroupMappings", streams: false, makeListSCIMGroupMappingsRequest),
        Call("createScimGroupMapping", streams: false, makeSCIMCreateMappingRequest),
        Call("deleteScimGroupMapping", streams: false, makeDeleteSCIMGroupMappingRequest),
        Call("getScimGroupMapping", streams: false, makeGetSCIMGroupMappingRequest),
        Call("updateScimGroupMapping", streams: false, makeSCIMUpdateMappingRequest),
        Call("listScimGroups", streams: false, makeListSCIMGroupsRequest),
        Call("createSpeech", streams: false, makeCreateSpeechRequest),
        Call("createTranscription", streams: false, makeCreateTranscriptionRequest),
        Call("createVideo", streams: false, makeCreateVideoRequest),
        Call("getVideo", streams: false, makeGetVideoRequest),
        Call("downloadVideo", streams: false, makeDownloadVideoRequest),
        Call("listVideoModels", streams: false, makeListVideoModelsRequest),
        Call("listWorkspaces", streams: false, makeListWorkspacesRequest),
        Call("createWorkspace", streams: false, makeWorkspacesCreateRequest),
        Call("deleteWorkspace", streams: false, makeDeleteWorkspaceRequest),
        Call("getWorkspace", streams: false, makeGetWorkspaceRequest),
        Call("updateWorkspace", streams: false, makeWorkspacesUpdateRequest),
        Call("listWorkspaceBudgets", streams: false, makeListWorkspaceBudgetsRequest),
        Call("deleteWorkspaceBudget", streams: false, makeDeleteWorkspaceBudgetRequest),
        Call("getWorkspaceBudget", streams: false, makeGetWorkspaceBudgetRequest),
        Call("setWorkspaceBudget", streams: false, makeSetWorkspaceBudgetRequest),
        Call("listWorkspaceMembers", streams: false, makeListWorkspaceMembersRequest),
        Call("addWorkspaceMembers", streams: false, makeAddWorkspaceMembersRequest),
        Call("removeWorkspaceMembers", streams: false, makeRemoveWorkspaceMembersRequest),
    ]
}

// One function each: what stands in a list by itself is quickly checked.

private func makeGetCurrentKeyRequest(_ given: Given) throws -> GetCurrentKeyRequest {
    GetCurrentKeyRequest()
}

private func makeListKeysRequest(_ given: Given) throws -> ListKeysRequest {
    try ListKeysRequest(
        includeDisabled: given.optional("include_disabled"),
        offset: given.optional("offset"),
        workspaceID: given.optional("workspace_id")
    )
}

private func makeCreateKeyRequest(_ given: Given) throws -> CreateKeyRequest {
    try CreateKeyRequest(
        body: given.body()
    )
}

private func makeDeleteKeyRequest(_ given: Given) throws -> DeleteKeyRequest {
    try DeleteKeyRequest(
        hash: given.needed("hash")
    )
}

private func makeGetKeyRequest(_ given: Given) throws -> GetKeyRequest {
    try GetKeyRequest(
        hash: given.needed("hash")
    )
}

private func makeUpdateKeyRequest(_ given: Given) throws -> UpdateKeyRequest {
    try UpdateKeyRequest(
        hash: given.needed("hash"),
        body: given.body()
    )
}

private func makeGetUserActivityRequest(_ given: Given) throws -> GetUserActivityRequest {
    try GetUserActivityRequest(
        date: given.optional("date"),
        apiKeyHash: given.optional("api_key_hash"),
        userID: given.optional("user_id"),
        groupBy: given.optional("group_by"),
        workspaceID: given.optional("workspace_id")
    )
}

private func makeGetAnalyticsMetaRequest(_ given: Given) throws -> GetAnalyticsMetaRequest {
    GetAnalyticsMetaRequest()
}

private func makeQueryAnalyticsRequest(_ given: Given) throws -> QueryAnalyticsRequest {
    try QueryAnalyticsRequest(
        body: given.body()
    )
}

private func makeSendMessageRequest(_ given: Given) throws -> SendMessageRequest {
    try SendMessageRequest(
        body: given.body(),
        metadataLevel: given.optional("X-OpenRouter-Metadata"),
        httpReferer: given.optional("HTTP-Referer"),
        appTitle: given.optional("X-OpenRouter-Title"),
        appCategories: given.optional("X-OpenRouter-Categories")
    )
}

private func makeSendMessageStreamRequest(_ given: Given) throws -> SendMessageStreamRequest {
    try SendMessageStreamRequest(
        body: given.body(),
        metadataLevel: given.optional("X-OpenRouter-Metadata"),
        httpReferer: given.optional("HTTP-Referer"),
        appTitle: given.optional("X-OpenRouter-Title"),
        appCategories: given.optional("X-OpenRouter-Categories")
    )
}

private func makeListBYOKKeysRequest(_ given: Given) throws -> ListBYOKKeysRequest {
    try ListBYOKKeysRequest(
        offset: given.optional("offset"),
        limit: given.optional("limit"),
        workspaceID: given.optional("workspace_id"),
        provider: given.optional("provider")
    )
}

private func makeBYOKCreateRequest(_ given: Given) throws -> BYOKCreateRequest {
    try BYOKCreateRequest(
        body: given.body()
    )
}

private func makeDeleteBYOKKeyRequest(_ given: Given) throws -> DeleteBYOKKeyRequest {
    try DeleteBYOKKeyRequest(
        id: given.needed("id")
    )
}

private func makeGetBYOKKeyRequest(_ given: Given) throws -> GetBYOKKeyRequest {
    try GetBYOKKeyRequest(
        id: given.needed("id")
    )
}

private func makeBYOKUpdateRequest(_ given: Given) throws -> BYOKUpdateRequest {
    try BYOKUpdateRequest(
        id: given.needed("id"),
        body: given.body()
    )
}

private func makeListBenchmarksRequest(_ given: Given) throws -> ListBenchmarksRequest {
    try ListBenchmarksRequest(
        source: given.optional("source"),
        taskType: given.optional("task_type"),
        benchmarkType: given.optional("benchmark_type"),
        includeRunConfig: given.optional("include_run_config"),
        searchEngine: given.optional("search_engine"),
        searchSurface: given.optional("search_surface"),
        arena: given.optional("arena"),
        category: given.optional("category"),
        maxResults: given.optional("max_results")
    )
}

private func makeSendChatRequest(_ given: Given) throws -> SendChatRequest {
    try SendChatRequest(
        body: given.body(),
        metadataLevel: given.optional("X-OpenRouter-Metadata"),
        httpReferer: given.optional("HTTP-Referer"),
        appTitle: given.optional("X-OpenRouter-Title"),
        appCategories: given.optional("X-OpenRouter-Categories")
    )
}

private func makeSendChatStreamRequest(_ given: Given) throws -> SendChatStreamRequest {
    try SendChatStreamRequest(
        body: given.body(),
        metadataLevel: given.optional("X-OpenRouter-Metadata"),
        httpReferer: given.optional("HTTP-Referer"),
        appTitle: given.optional("X-OpenRouter-Title"),
        appCategories: given.optional("X-OpenRouter-Categories")
    )
}

private func makeListTaskClassificationsRequest(_ given: Given) throws -> ListTaskClassificationsRequest {
    try ListTaskClassificationsRequest(
        window: given.optional("window")
    )
}

private func makeGetCreditsRequest(_ given: Given) throws -> GetCreditsRequest {
    GetCreditsRequest()
}

private func makeCreateCoinbaseChargeRequest(_ given: Given) throws -> CreateCoinbaseChargeRequest {
    CreateCoinbaseChargeRequest()
}

private func makeListAppRankingsRequest(_ given: Given) throws -> ListAppRankingsRequest {
    try ListAppRankingsRequest(
        category: given.optional("category"),
        subcategory: given.optional("subcategory"),
        sort: given.optional("sort"),
        startDate: given.optional("start_date"),
        endDate: given.optional("end_date"),
        limit: given.optional("limit"),
        offset: given.optional("offset")
    )
}

private func makeListDailyRankingsRequest(_ given: Given) throws -> ListDailyRankingsRequest {
    try ListDailyRankingsRequest(
        startDate: given.optional("start_date"),
        endDate: given.optional("end_date"),
        period: given.optional("period"),
        modality: given.optional("modality"),
        contextBucket: given.optional("context_bucket"),
        category: given.optional("category"),
        languageType: given.optional("language_type")
    )
}

private func makeListSessionCostsRequest(_ given: Given) throws -> ListSessionCostsRequest {
    try ListSessionCostsRequest(
        appSlug: given.optional("app_slug"),
        model: given.optional("model"),
        turnRange: given.optional("turn_range"),
        limit: given.optional("limit"),
        offset: given.optional("offset")
    )
}

private func makeCreateEmbeddingsRequest(_ given: Given) throws -> CreateEmbeddingsRequest {
    try CreateEmbeddingsRequest(
        body: given.body(),
        httpReferer: given.optional("HTTP-Referer"),
        appTitle: given.optional("X-OpenRouter-Title"),
        appCategories: given.optional("X-OpenRouter-Categories")
    )
}

private func makeListEmbeddingModelsRequest(_ given: Given) throws -> ListEmbeddingModelsRequest {
    try ListEmbeddingModelsRequest(
        offset: given.optional("offset"),
        limit: given.optional("limit")
    )
}

private func makeListZeroDataRetentionEndpointsRequest(_ given: Given) throws -> ListZeroDataRetentionEndpointsRequest {
    ListZeroDataRetentionEndpointsRequest()
}

private func makeListModelEndpointsRequest(_ given: Given) throws -> ListModelEndpointsRequest {
    try ListModelEndpointsRequest(
        author: given.needed("author"),
        slug: given.needed("slug")
    )
}

private func makeListFilesRequest(_ given: Given) throws -> ListFilesRequest {
    try ListFilesRequest(
        limit: given.optional("limit"),
        cursor: given.optional("cursor"),
        workspaceID: given.optional("workspace_id"),
        provider: given.optional("provider"),
        after: given.optional("after"),
        afterID: given.optional("after_id"),
        beforeID: given.optional("before_id"),
        order: given.optional("order")
    )
}

private func makeUploadFileRequest(_ given: Given) throws -> UploadFileRequest {
    try UploadFileRequest(
        body: .init(file: given.file()),
        workspaceID: given.optional("workspace_id"),
        provider: given.optional("provider")
    )
}

private func makeDeleteFileRequest(_ given: Given) throws -> DeleteFileRequest {
    try DeleteFileRequest(
        fileID: given.needed("file_id"),
        workspaceID: given.optional("workspace_id"),
        provider: given.optional("provider")
    )
}

private func makeGetFileRequest(_ given: Given) throws -> GetFileRequest {
    try GetFileRequest(
        fileID: given.needed("file_id"),
        workspaceID: given.optional("workspace_id"),
        provider: given.optional("provider")
    )
}

private func makeDownloadFileRequest(_ given: Given) throws -> DownloadFileRequest {
    try DownloadFileRequest(
        fileID: given.needed("file_id"),
        workspaceID: given.optional("workspace_id"),
        provider: given.optional("provider")
    )
}

private func makeGetGenerationRequest(_ given: Given) throws -> GetGenerationRequest {
    try GetGenerationRequest(
        id: given.needed("id"),
        httpReferer: given.optional("HTTP-Referer"),
        appTitle: given.optional("X-OpenRouter-Title"),
        appCategories: given.optional("X-OpenRouter-Categories")
    )
}

private func makeListGenerationContentRequest(_ given: Given) throws -> ListGenerationContentRequest {
    try ListGenerationContentRequest(
        id: given.needed("id"),
        httpReferer: given.optional("HTTP-Referer"),
        appTitle: given.optional("X-OpenRouter-Title"),
        appCategories: given.optional("X-OpenRouter-Categories")
    )
}

private func makeGenerationsSubmitFeedbackRequest(_ given: Given) throws -> GenerationsSubmitFeedbackRequest {
    try GenerationsSubmitFeedbackRequest(
        body: given.body()
    )
}

private func makeListGuardrailsRequest(_ given: Given) throws -> ListGuardrailsRequest {
    try ListGuardrailsRequest(
        offset: given.optional("offset"),
        limit: given.optional("limit"),
        workspaceID: given.optional("workspace_id")
    )
}

private func makeGuardrailsCreateRequest(_ given: Given) throws -> GuardrailsCreateRequest {
    try GuardrailsCreateRequest(
        body: given.body()
    )
}

private func makeDeleteGuardrailRequest(_ given: Given) throws -> DeleteGuardrailRequest {
    try DeleteGuardrailRequest(
        id: given.needed("id")
    )
}

private func makeGetGuardrailRequest(_ given: Given) throws -> GetGuardrailRequest {
    try GetGuardrailRequest(
        id: given.needed("id")
    )
}

private func makeGuardrailsUpdateRequest(_ given: Given) throws -> GuardrailsUpdateRequest {
    try GuardrailsUpdateRequest(
        id: given.needed("id"),
        body: given.body()
    )
}

private func makeListKeysOfGuardrailRequest(_ given: Given) throws -> ListKeysOfGuardrailRequest {
    try ListKeysOfGuardrailRequest(
        id: given.needed("id"),
        offset: given.optional("offset"),
        limit: given.optional("limit")
    )
}

private func makeAssignKeysToGuardrailRequest(_ given: Given) throws -> AssignKeysToGuardrailRequest {
    try AssignKeysToGuardrailRequest(
        id: given.needed("id"),
        body: given.body()
    )
}

private func makeUnassignKeysFromGuardrailRequest(_ given: Given) throws -> UnassignKeysFromGuardrailRequest {
    try UnassignKeysFromGuardrailRequest(
        id: given.needed("id"),
        body: given.body()
    )
}

private func makeListMembersOfGuardrailRequest(_ given: Given) throws -> ListMembersOfGuardrailRequest {
    try ListMembersOfGuardrailRequest(
        id: given.needed("id"),
        offset: given.optional("offset"),
        limit: given.optional("limit")
    )
}

private func makeAssignMembersToGuardrailRequest(_ given: Given) throws -> AssignMembersToGuardrailRequest {
    try AssignMembersToGuardrailRequest(
        id: given.needed("id"),
        body: given.body()
    )
}

private func makeUnassignMembersFromGuardrailRequest(_ given: Given) throws -> UnassignMembersFromGuardrailRequest {
    try UnassignMembersFromGuardrailRequest(
        id: given.needed("id"),
        body: given.body()
    )
}

private func makeListKeyAssignmentsRequest(_ given: Given) throws -> ListKeyAssignmentsRequest {
    try ListKeyAssignmentsRequest(
        offset: given.optional("offset"),
        limit: given.optional("limit")
    )
}

private func makeListMemberAssignmentsRequest(_ given: Given) throws -> ListMemberAssignmentsRequest {
    try ListMemberAssignmentsRequest(
        offset: given.optional("offset"),
        limit: given.optional("limit")
    )
}

private func makeGenerateImagesRequest(_ given: Given) throws -> GenerateImagesRequest {
    try GenerateImagesRequest(
        body: given.body(),
        httpReferer: given.optional("HTTP-Referer"),
        appTitle: given.optional("X-OpenRouter-Title"),
        appCategories: given.optional("X-OpenRouter-Categories")
    )
}

private func makeGenerateImagesStreamRequest(_ given: Given) throws -> GenerateImagesStreamRequest {
    try GenerateImagesStreamRequest(
        body: given.body(),
        httpReferer: given.optional("HTTP-Referer"),
        appTitle: given.optional("X-OpenRouter-Title"),
        appCategories: given.optional("X-OpenRouter-Categories")
    )
}

private func makeListImageModelsRequest(_ given: Given) throws -> ListImageModelsRequest {
    ListImageModelsRequest()
}

private func makeListImageModelEndpointsRequest(_ given: Given) throws -> ListImageModelEndpointsRequest {
    try ListImageModelEndpointsRequest(
        author: given.needed("author"),
        slug: given.needed("slug")
    )
}

private func makeGetModelRequest(_ given: Given) throws -> GetModelRequest {
    try GetModelRequest(
        author: given.needed("author"),
        slug: given.needed("slug")
    )
}

private func makeListModelsRequest(_ given: Given) throws -> ListModelsRequest {
    try ListModelsRequest(
        offset: given.optional("offset"),
        limit: given.optional("limit"),
        category: given.optional("category"),
        supportedParameters: given.optional("supported_parameters"),
        outputModalities: given.optional("output_modalities"),
        sort: given.optional("sort"),
        q: given.optional("q"),
        inputModalities: given.optional("input_modalities"),
        context: given.optional("context"),
        minPrice: given.optional("min_price"),
        maxPrice: given.optional("max_price"),
        arch: given.optional("arch"),
        modelAuthors: given.optional("model_authors"),
        providers: given.optional("providers"),
        distillable: given.optional("distillable"),
        zdr: given.optional("zdr"),
        region: given.optional("region"),
        minOutputPrice: given.optional("min_output_price"),
        maxOutputPrice: given.optional("max_output_price"),
        minAgeDays: given.optional("min_age_days"),
        maxAgeDays: given.optional("max_age_days"),
        minIntelligenceIndex: given.optional("min_intelligence_index"),
        maxIntelligenceIndex: given.optional("max_intelligence_index"),
        minCodingIndex: given.optional("min_coding_index"),
        maxCodingIndex: given.optional("max_coding_index"),
        minAgenticIndex: given.optional("min_agentic_index"),
        maxAgenticIndex: given.optional("max_agentic_index"),
        minToolSuccessRate: given.optional("min_tool_success_rate"),
        maxToolSuccessRate: given.optional("max_tool_success_rate")
    )
}

private func makeCountModelsRequest(_ given: Given) throws -> CountModelsRequest {
    try CountModelsRequest(
        outputModalities: given.optional("output_modalities")
    )
}

private func makeListUserModelsRequest(_ given: Given) throws -> ListUserModelsRequest {
    try ListUserModelsRequest(
        offset: given.optional("offset"),
        limit: given.optional("limit")
    )
}

private func makeExchangeAuthorizationCodeRequest(_ given: Given) throws -> ExchangeAuthorizationCodeRequest {
    try ExchangeAuthorizationCodeRequest(
        body: given.body()
    )
}

private func makeCreateAuthorizationCodeRequest(_ given: Given) throws -> CreateAuthorizationCodeRequest {
    try CreateAuthorizationCodeRequest(
        body: given.body()
    )
}

private func makeListObservabilityDestinationsRequest(_ given: Given) throws -> ListObservabilityDestinationsRequest {
    try ListObservabilityDestinationsRequest(
        offset: given.optional("offset"),
        limit: given.optional("limit"),
        workspaceID: given.optional("workspace_id")
    )
}

private func makeObservabilityCreateDestinationRequest(_ given: Given) throws -> ObservabilityCreateDestinationRequest {
    try ObservabilityCreateDestinationRequest(
        body: given.body()
    )
}

private func makeDeleteObservabilityDestinationRequest(_ given: Given) throws -> DeleteObservabilityDestinationRequest {
    try DeleteObservabilityDestinationRequest(
        id: given.needed("id")
    )
}

private func makeGetObservabilityDestinationRequest(_ given: Given) throws -> GetObservabilityDestinationRequest {
    try GetObservabilityDestinationRequest(
        id: given.needed("id")
    )
}

private func makeObservabilityUpdateDestinationRequest(_ given: Given) throws -> ObservabilityUpdateDestinationRequest {
    try ObservabilityUpdateDestinationRequest(
        id: given.needed("id"),
        body: given.body()
    )
}

private func makeListOrganizationMembersRequest(_ given: Given) throws -> ListOrganizationMembersRequest {
    try ListOrganizationMembersRequest(
        offset: given.optional("offset"),
        limit: given.optional("limit")
    )
}

private func makeListPresetsRequest(_ given: Given) throws -> ListPresetsRequest {
    try ListPresetsRequest(
        offset: given.optional("offset"),
        limit: given.optional("limit")
    )
}

private func makeGetPresetRequest(_ given: Given) throws -> GetPresetRequest {
    try GetPresetRequest(
        slug: given.needed("slug")
    )
}

private func makeCreatePresetFromChatRequest(_ given: Given) throws -> CreatePresetFromChatRequest {
    try CreatePresetFromChatRequest(
        slug: given.needed("slug"),
        body: given.body()
    )
}

private func makeCreatePresetFromMessageRequest(_ given: Given) throws -> CreatePresetFromMessageRequest {
    try CreatePresetFromMessageRequest(
        slug: given.needed("slug"),
        body: given.body()
    )
}

private func makeCreatePresetFromResponseRequest(_ given: Given) throws -> CreatePresetFromResponseRequest {
    try CreatePresetFromResponseRequest(
        slug: given.needed("slug"),
        body: given.body()
    )
}

private func makeListPresetVersionsRequest(_ given: Given) throws -> ListPresetVersionsRequest {
    try ListPresetVersionsRequest(
        slug: given.needed("slug"),
        offset: given.optional("offset"),
        limit: given.optional("limit")
    )
}

private func makeGetPresetVersionRequest(_ given: Given) throws -> GetPresetVersionRequest {
    try GetPresetVersionRequest(
        slug: given.needed("slug"),
        version: given.needed("version")
    )
}

private func makeListProvidersRequest(_ given: Given) throws -> ListProvidersRequest {
    ListProvidersRequest()
}

private func makeRerankDocumentsRequest(_ given: Given) throws -> RerankDocumentsRequest {
    try RerankDocumentsRequest(
        body: given.body(),
        httpReferer: given.optional("HTTP-Referer"),
        appTitle: given.optional("X-OpenRouter-Title"),
        appCategories: given.optional("X-OpenRouter-Categories")
    )
}

private func makeCreateResponseRequest(_ given: Given) throws -> CreateResponseRequest {
    try CreateResponseRequest(
        body: given.body(),
        metadataLevel: given.optional("X-OpenRouter-Metadata"),
        httpReferer: given.optional("HTTP-Referer"),
        appTitle: given.optional("X-OpenRouter-Title"),
        appCategories: given.optional("X-OpenRouter-Categories")
    )
}

private func makeCreateResponseStreamRequest(_ given: Given) throws -> CreateResponseStreamRequest {
    try CreateResponseStreamRequest(
        body: given.body(),
        metadataLevel: given.optional("X-OpenRouter-Metadata"),
        httpReferer: given.optional("HTTP-Referer"),
        appTitle: given.optional("X-OpenRouter-Title"),
        appCategories: given.optional("X-OpenRouter-Categories")
    )
}

private func makeListSCIMGroupMappingsRequest(_ given: Given) throws -> ListSCIMGroupMappingsRequest {
    try ListSCIMGroupMappingsRequest(
        offset: given.optional("offset"),
        limit: given.optional("limit")
    )
}

private func makeSCIMCreateMappingRequest(_ given: Given) throws -> SCIMCreateMappingRequest {
    try SCIMCreateMappingRequest(
        body: given.body()
    )
}

private func makeDeleteSCIMGroupMappingRequest(_ given: Given) throws -> DeleteSCIMGroupMappingRequest {
    try DeleteSCIMGroupMappingRequest(
        id: given.needed("id"),
        keepMembers: given.needed("keep_members")
    )
}

private func makeGetSCIMGroupMappingRequest(_ given: Given) throws -> GetSCIMGroupMappingRequest {
    try GetSCIMGroupMappingRequest(
        id: given.needed("id")
    )
}

private func makeSCIMUpdateMappingRequest(_ given: Given) throws -> SCIMUpdateMappingRequest {
    try SCIMUpdateMappingRequest(
        id: given.needed("id"),
        body: given.body()
    )
}

private func makeListSCIMGroupsRequest(_ given: Given) throws -> ListSCIMGroupsRequest {
    try ListSCIMGroupsRequest(
        offset: given.optional("offset"),
        limit: given.optional("limit")
    )
}

private func makeCreateSpeechRequest(_ given: Given) throws -> CreateSpeechRequest {
    try CreateSpeechRequest(
        body: given.body(),
        httpReferer: given.optional("HTTP-Referer"),
        appTitle: given.optional("X-OpenRouter-Title"),
        appCategories: given.optional("X-OpenRouter-Categories")
    )
}

private func makeCreateTranscriptionRequest(_ given: Given) throws -> CreateTranscriptionRequest {
    try CreateTranscriptionRequest(
        body: .json(given.body()),
        httpReferer: given.optional("HTTP-Referer"),
        appTitle: given.optional("X-OpenRouter-Title"),
        appCategories: given.optional("X-OpenRouter-Categories")
    )
}

private func makeCreateVideoRequest(_ given: Given) throws -> CreateVideoRequest {
    try CreateVideoRequest(
        body: given.body(),
        httpReferer: given.optional("HTTP-Referer"),
        appTitle: given.optional("X-OpenRouter-Title"),
        appCategories: given.optional("X-OpenRouter-Categories")
    )
}

private func makeGetVideoRequest(_ given: Given) throws -> GetVideoRequest {
    try GetVideoRequest(
        jobID: given.needed("jobId")
    )
}

private func makeDownloadVideoRequest(_ given: Given) throws -> DownloadVideoRequest {
    try DownloadVideoRequest(
        jobID: given.needed("jobId"),
        index: given.optional("index")
    )
}

private func makeListVideoModelsRequest(_ given: Given) throws -> ListVideoModelsRequest {
    ListVideoModelsRequest()
}

private func makeListWorkspacesRequest(_ given: Given) throws -> ListWorkspacesRequest {
    try ListWorkspacesRequest(
        offset: given.optional("offset"),
        limit: given.optional("limit")
    )
}

private func makeWorkspacesCreateRequest(_ given: Given) throws -> WorkspacesCreateRequest {
    try WorkspacesCreateRequest(
        body: given.body()
    )
}

private func makeDeleteWorkspaceRequest(_ given: Given) throws -> DeleteWorkspaceRequest {
    try DeleteWorkspaceRequest(
        id: given.needed("id")
    )
}

private func makeGetWorkspaceRequest(_ given: Given) throws -> GetWorkspaceRequest {
    try GetWorkspaceRequest(
        id: given.needed("id")
    )
}

private func makeWorkspacesUpdateRequest(_ given: Given) throws -> WorkspacesUpdateRequest {
    try WorkspacesUpdateRequest(
        id: given.needed("id"),
        body: given.body()
    )
}

private func makeListWorkspaceBudgetsRequest(_ given: Given) throws -> ListWorkspaceBudgetsRequest {
    try ListWorkspaceBudgetsRequest(
        id: given.needed("id")
    )
}

private func makeDeleteWorkspaceBudgetRequest(_ given: Given) throws -> DeleteWorkspaceBudgetRequest {
    try DeleteWorkspaceBudgetRequest(
        id: given.needed("id"),
        interval: given.needed("interval")
    )
}

private func makeGetWorkspaceBudgetRequest(_ given: Given) throws -> GetWorkspaceBudgetRequest {
    try GetWorkspaceBudgetRequest(
        id: given.needed("id"),
        interval: given.needed("interval")
    )
}

private func makeSetWorkspaceBudgetRequest(_ given: Given) throws -> SetWorkspaceBudgetRequest {
    try SetWorkspaceBudgetRequest(
        id: given.needed("id"),
        interval: given.needed("interval"),
        body: given.body()
    )
}

private func makeListWorkspaceMembersRequest(_ given: Given) throws -> ListWorkspaceMembersRequest {
    try ListWorkspaceMembersRequest(
        id: given.needed("id"),
        offset: given.optional("offset"),
        limit: given.optional("limit")
    )
}

private func makeAddWorkspaceMembersRequest(_ given: Given) throws -> AddWorkspaceMembersRequest {
    try AddWorkspaceMembersRequest(
        id: given.needed("id"),
        body: given.body()
    )
}

private func makeRemoveWorkspaceMembersRequest(_ given: Given) throws -> RemoveWorkspaceMembersRequest {
    try RemoveWorkspaceMembersRequest(
        id: given.needed("id"),
        body: given.body()
    )
}
