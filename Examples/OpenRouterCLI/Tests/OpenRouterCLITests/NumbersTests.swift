import Testing

@testable import OpenRouterCLI

@Suite struct NumbersTests {
    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1,000"), (128_000, "128,000"), (1_048_576, "1,048,576"), (-1234, "-1,234"),
        (Int.min, "-9,223,372,036,854,775,808"),
    ]) func count(given: Int, want: String) {
        #expect(Numbers.count(given) == want)
    }

    @Test(arguments: [
        (0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (1999, "1.9 kB"), (999_999, "999.9 kB"), (1_000_000, "1.0 MB"),
        (2_400_000_000, "2.4 GB"), (5_000_000_000_000, "5000.0 GB"),
    ]) func bytes(given: Int, want: String) {
        #expect(Numbers.bytes(given) == want)
    }

    @Test(arguments: [
        (0, "0.00"), (0.5, "0.50"), (0.015, "0.015"), (0.000_012, "0.000012"), (1e-9, "0.00"), (-25.75, "-25.75"),
        (100, "100.00"), (1234.5, "1234.50"), (.infinity, "inf"), (1e300, "1e+300"),
    ]) func dollars(given: Double, want: String) {
        #expect(Numbers.dollars(given) == want)
    }

    @Test(arguments: [
        ("0.00003", "30.00"), ("0.0000025", "2.50"), ("0.000000075", "0.075"), ("2.5e-6", "2.50"), ("1", "1000000.00"),
        ("0", "free"), ("0.0", "free"), ("-1", "varies"), ("", ""), ("12abc", "12abc"), ("soon", "soon"),
        ("1e999999", "1e999999"),
    ]) func perMillion(given: String, want: String) {
        #expect(Numbers.perMillion(given) == want)
    }
}
