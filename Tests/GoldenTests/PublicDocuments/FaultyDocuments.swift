/// A document of the public negative sets, and what is said of it.
struct FaultyDocument: Sendable {
    /// From the suites' folder.
    let path: String
    /// The codes of what is said, each once and in order.
    let codes: [String]

    /// Whether it departs from its specification; what only cannot be expressed well is no fault.
    var isRefusedByStrictRuns: Bool { !codes.isEmpty && codes != ["ambiguous-union"] }
}

/// Every one of them, by what is said; `docs/decisions/0011-faulty-documents.md` says why.
let faultyDocuments: [FaultyDocument] = table.flatMap { row in
    row.paths.split(whereSeparator: \.isWhitespace).map {
        FaultyDocument(path: row.folder + "/" + $0, codes: row.codes)
    }
}

private let table: [(codes: [String], folder: String, paths: String)] = [
    (
        [], "oas-schema-pass-fail/3.1/fail",
        """
        parameter-object-header-allowReserved.yaml
        """
    ),
    (
        [], "oas-schema-pass-fail/3.2/fail",
        """
        parameter-object-header-allowReserved.yaml
        """
    ),
    (
        [], "ogen-testdata/negative",
        """
        allOf/string_patterns.json
        convenient_errors/different_response.json
        convenient_errors/no_default.json
        convenient_errors/unsupported_ct.json
        cyclic/allOf_property.yaml
        field_naming/conflict_additional_props.yaml
        field_naming/extension_additional_props.yaml
        field_naming/type_extension.yml
        router/two_parameter_in_a_row.json
        """
    ),
    (
        ["all-of-conflict"], "ogen-testdata/negative",
        """
        allOf/conflicting_property.json
        allOf/type_mismatch.json
        """
    ),
    (
        ["ambiguous-union"], "ogen-testdata/negative",
        """
        oneOf/same_json_type_one_of.json
        """
    ),
    (
        ["bad-default"], "ogen-testdata/negative",
        """
        wrong_default_type/array_value.json
        wrong_default_type/bool_value.json
        wrong_default_type/float_value.json
        wrong_default_type/null_value.json
        wrong_default_type/object_value.json
        wrong_default_type/string_value.json
        """
    ),
    (
        ["bad-header-name"], "oas-schema-pass-fail/3.2/fail",
        """
        header-object-name.yaml
        parameter-object-header-name.yaml
        """
    ),
    (
        ["dangling-reference", "misplaced-method"], "oas-schema-pass-fail/3.2/fail",
        """
        path-item-object-conflicting-additional-operation.yaml
        """
    ),
    (
        ["empty-enum"], "oas-schema-pass-fail/3.1/fail",
        """
        server_enum_empty.yaml
        """
    ),
    (
        ["empty-enum"], "oas-schema-pass-fail/3.2/fail",
        """
        server_enum_empty.yaml
        """
    ),
    (
        ["enum-type"], "ogen-testdata/negative",
        """
        wrong_enum_type/string_value.json
        """
    ),
    (
        ["exclusive-keys"], "oas-schema-pass-fail/3.1/fail",
        """
        example-examples.yaml
        """
    ),
    (
        ["exclusive-keys"], "oas-schema-pass-fail/3.2/fail",
        """
        encoding-enc-item-exclusion.yaml
        example-examples.yaml
        example-object-old-exclusions.yaml
        example-object-old-vs-data.yaml
        example-object-old-vs-ser.yaml
        example-object-ser-exclusions.yaml
        media-type-enc-item-exclusion.yaml
        media-type-enc-prefix-exclusion.yaml
        parameter-object-content-not-with-style.yaml
        xml-attr-exclusion.yaml
        xml-wrapped-exclusion.yaml
        """
    ),
    (
        ["exclusive-keys", "wrong-type"], "oas-schema-pass-fail/3.2/fail",
        """
        encoding-enc-prefix-exclusion.yaml
        """
    ),
    (
        ["ignored-allow-reserved"], "oas-schema-pass-fail/3.1/fail",
        """
        header-object-allowReserved.yaml
        parameter-object-cookie-form-allowReserved.yaml
        """
    ),
    (
        ["ignored-allow-reserved"], "oas-schema-pass-fail/3.2/fail",
        """
        header-object-allowReserved.yaml
        parameter-object-cookie-allowReserved.yaml
        """
    ),
    (
        ["later-keyword"], "ogen-testdata/negative",
        """
        field_naming/conflict_pattern_props.yaml
        field_naming/extension_pattern_props.yaml
        field_naming/overriden_by_extension.yaml
        """
    ),
    (
        ["lone-item", "relative-server"], "oas-schema-pass-fail/3.1/fail",
        """
        servers.yaml
        """
    ),
    (
        ["lone-item", "relative-server"], "oas-schema-pass-fail/3.2/fail",
        """
        servers.yaml
        """
    ),
    (
        ["missing-key"], "oas-schema-pass-fail/3.1/fail",
        """
        no_containers.yaml
        """
    ),
    (
        ["missing-key"], "oas-schema-pass-fail/3.2/fail",
        """
        no_containers.yaml
        """
    ),
    (
        ["missing-key", "unknown-key"], "oas-schema-pass-fail/3.1/fail",
        """
        unknown_container.yaml
        """
    ),
    (
        ["missing-key", "unknown-key"], "oas-schema-pass-fail/3.2/fail",
        """
        unknown_container.yaml
        """
    ),
    (
        ["optional-path-parameter"], "oas-schema-pass-fail/3.1/fail",
        """
        parameter-object-path-allowReserved.yaml
        """
    ),
    (
        ["optional-path-parameter"], "oas-schema-pass-fail/3.2/fail",
        """
        parameter-object-path-name.yaml
        """
    ),
    (
        ["querystring-schema"], "oas-schema-pass-fail/3.2/fail",
        """
        parameter-object-querystring-not-with-schema.yaml
        """
    ),
    (
        ["schema-cycle"], "ogen-testdata/negative",
        """
        cyclic/allOf_double.json
        cyclic/allOf_single.json
        cyclic/anyOf_double.json
        cyclic/anyOf_single.json
        cyclic/oneOf_double.json
        cyclic/oneOf_single.json
        """
    ),
    (
        ["second-query"], "oas-schema-pass-fail/3.2/fail",
        """
        operation-object-query-with-querystring.yaml
        operation-object-two-querystrings.yaml
        path-item-object-query-with-querystring.yaml
        path-item-object-two-querystrings.yaml
        """
    ),
    (
        ["unknown-key"], "oas-schema-pass-fail/3.1/fail",
        """
        link-object-no-body.yaml
        """
    ),
    (
        ["wrong-type"], "oas-schema-pass-fail/3.1/fail",
        """
        invalid_schema_types.yaml
        """
    ),
    (
        ["wrong-type"], "oas-schema-pass-fail/3.2/fail",
        """
        invalid_schema_types.yaml
        """
    ),
]
