extension Duration {
    /// In seconds, with fractions.
    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }

    /// `0.012 s`: rounded to milliseconds.
    var secondsText: String {
        let (seconds, attoseconds) = components
        let milliseconds = Swift.abs(attoseconds) / 1_000_000_000_000_000
        let sign = self < .zero && seconds == 0 ? "-" : ""
        let digits = String(milliseconds)
        return "\(sign)\(seconds).\(String(repeating: "0", count: 3 - digits.utf8.count))\(digits) s"
    }
}
