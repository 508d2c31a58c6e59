import ApusDiagnostics
import Testing

@Suite("The printers for programs")
struct MachinePrinterTests {
    private static let diagnostics: [Diagnostic] = {
        let file = SourceFile(path: "spec/a b:ü.yaml", contents: "info:\n  \"nmae\": x\n")
        let other = SourceFile(path: "/etc/base.yaml", contents: "a\n")
        return [
            .error(
                "unknown-key", "`\"nmae\"` is not a key", at: place(file, (2, 3), (2, 9)),
                pointer: JSONPointer(["info", "a/b"]), hint: "Did you mean `name`?",
                notes: [.init("the object", at: place(other, (1, 1), (2, 1))), .init("no place")]),
            .warning("bare", "line\u{1B}\nline"),
            Diagnostic(.note, code: "bare", "pointed", pointer: JSONPointer(["x"])),
        ]
    }()

    @Test("JSON: an object for each, absent parts left out, keys sorted")
    func json() {
        #expect(
            JSONPrinter().print(Self.diagnostics) == #"""
                [
                  {
                    "code" : "unknown-key",
                    "column" : 3,
                    "endColumn" : 9,
                    "endLine" : 2,
                    "file" : "spec/a b:ü.yaml",
                    "hint" : "Did you mean `name`?",
                    "line" : 2,
                    "message" : "`\"nmae\"` is not a key",
                    "notes" : [
                      {
                        "column" : 1,
                        "endColumn" : 1,
                        "endLine" : 2,
                        "file" : "/etc/base.yaml",
                        "line" : 1,
                        "message" : "the object"
                      },
                      {
                        "message" : "no place"
                      }
                    ],
                    "pointer" : "/info/a~1b",
                    "severity" : "error"
                  },
                  {
                    "code" : "bare",
                    "message" : "line\u001b\nline",
                    "notes" : [

                    ],
                    "severity" : "warning"
                  },
                  {
                    "code" : "bare",
                    "message" : "pointed",
                    "notes" : [

                    ],
                    "pointer" : "/x",
                    "severity" : "note"
                  }
                ]

                """#)
    }

    @Test("SARIF: rules sorted, paths as URIs, pointers as logical locations, notes as related locations")
    func sarif() {
        #expect(
            SARIFPrinter().print(Self.diagnostics) == #"""
                {
                  "$schema" : "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
                  "runs" : [
                    {
                      "columnKind" : "unicodeCodePoints",
                      "results" : [
                        {
                          "level" : "error",
                          "locations" : [
                            {
                              "logicalLocations" : [
                                {
                                  "fullyQualifiedName" : "/info/a~1b"
                                }
                              ],
                              "physicalLocation" : {
                                "artifactLocation" : {
                                  "uri" : "spec/a%20b%3A%C3%BC.yaml"
                                },
                                "region" : {
                                  "endColumn" : 9,
                                  "endLine" : 2,
                                  "startColumn" : 3,
                                  "startLine" : 2
                                }
                              }
                            }
                          ],
                          "message" : {
                            "text" : "`\"nmae\"` is not a key\nDid you mean `name`?"
                          },
                          "relatedLocations" : [
                            {
                              "message" : {
                                "text" : "the object"
                              },
                              "physicalLocation" : {
                                "artifactLocation" : {
                                  "uri" : "file:///etc/base.yaml"
                                },
                                "region" : {
                                  "endColumn" : 1,
                                  "endLine" : 2,
                                  "startColumn" : 1,
                                  "startLine" : 1
                                }
                              }
                            },
                            {
                              "message" : {
                                "text" : "no place"
                              }
                            }
                          ],
                          "ruleId" : "unknown-key"
                        },
                        {
                          "level" : "warning",
                          "message" : {
                            "text" : "line\u001b\nline"
                          },
                          "ruleId" : "bare"
                        },
                        {
                          "level" : "note",
                          "locations" : [
                            {
                              "logicalLocations" : [
                                {
                                  "fullyQualifiedName" : "/x"
                                }
                              ]
                            }
                          ],
                          "message" : {
                            "text" : "pointed"
                          },
                          "ruleId" : "bare"
                        }
                      ],
                      "tool" : {
                        "driver" : {
                          "name" : "apus",
                          "rules" : [
                            {
                              "id" : "bare"
                            },
                            {
                              "id" : "unknown-key"
                            }
                          ]
                        }
                      }
                    }
                  ],
                  "version" : "2.1.0"
                }

                """#)
    }

    @Test("without diagnostics the documents are whole")
    func nothing() {
        #expect(JSONPrinter().print([]) == "[\n\n]\n")
        #expect(SARIFPrinter().print([]).contains(#""results" : ["#))
    }
}
