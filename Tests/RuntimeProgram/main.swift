// A program that has the SDK's runtime and nothing else: what SwiftPM links into it, tests link programs of generated modules from.
