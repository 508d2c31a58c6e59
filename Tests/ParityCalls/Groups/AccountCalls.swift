import Foundation
import OpenRouter

/// Keys, credits, logins, members, providers.
let accountCalls: [Call] =
    keyCalls + [
        .value("credits.get") { try await $0.credits.get() },
        .value("credits.get, no key") { try await $0.credits.get() },
        .value("oAuth.createCode") {
            try await $0.oAuth.createCode(
                .init(
                    callbackURL: URL(string: "https://myapp.com/auth/callback")!,
                    codeChallenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", codeChallengeMethod: .s256,
                    expiresAt: .value(endOf2027), keyLabel: "Laptop", limit: 100, usageLimitType: .monthly))
        },
        .value("oAuth.exchangeCode") {
            try await $0.oAuth.exchangeCode(
                .init(
                    code: "auth_code_abc123def456", codeChallengeMethod: .value(.s256),
                    codeVerifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
        },
        .pages("organization.listMembers") { $0.organization.listMembersPages(offset: 0, limit: 1) },
        .value("providers.list") { try await $0.providers.list() },
    ]

private let hash = "f01d52606dc8f0a8303a7b5cc3fa07109c2e346cec7c0a16b40de462992ce943"

private let keyCalls: [Call] = [
    .value("keys.getCurrent") { try await $0.keys.getCurrent() },
    .value("keys.list") { try await $0.keys.list(includeDisabled: true, offset: 20, workspaceID: workspace) },
    .value("keys.list, nothing given") { try await $0.keys.list() },
    .value("keys.create") {
        try await $0.keys.create(
            .init(
                expiresAt: .value(endOf2027), includeBYOKInLimit: true, limit: .value(50),
                limitReset: .value(.monthly), name: "My New API Key"))
    },
    .value("keys.create, nulls") {
        try await $0.keys.create(
            .init(expiresAt: .null, limit: .null, limitReset: .null, name: "Schlüssel \"1\" 😀"))
    },
    .value("keys.create, a fraction of a second") {
        try await $0.keys.create(
            .init(
                expiresAt: .value(endOf2027.addingTimeInterval(0.5)), limit: .value(0.5), name: "Half",
                workspaceID: workspace))
    },
    .value("keys.get") { try await $0.keys.get(hash: hash) },
    .value("keys.get, not there") { try await $0.keys.get(hash: "gone") },
    .value("keys.update") {
        try await $0.keys.update(
            hash: "f01d5260",
            body: .init(
                disabled: false, limit: .value(75), limitReset: .value(.daily), name: "Updated API Key Name"))
    },
    .value("keys.update, no limit") { try await $0.keys.update(hash: "f01d5260", body: .init(limit: .null)) },
    .value("keys.update, nothing") { try await $0.keys.update(hash: "f01d5260", body: .init()) },
    .value("keys.delete") { try await $0.keys.delete(hash: "f01d5260") },
]
