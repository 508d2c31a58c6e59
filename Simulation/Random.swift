import Foundation

/// A generator with a seed (SplitMix64: Steele, Lea and Flood, 2014).
struct Random {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }

    /// From 0 up to 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// From 0 up to `count`.
    mutating func index(below count: Int) -> Int { Int(unit() * Double(count)) }

    /// The time to the next event when events come `rate` times a second, independently of each other.
    mutating func gap(rate: Double) -> Double { -log(1 - unit()) / rate }
}
