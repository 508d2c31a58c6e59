/// Cases of yaml-test-suite that end differently here, by ID, with the reason.
let knownDifferences: [String: String] = {
    var reasons: [String: String] = [:]
    for (reason, ids) in differencesByReason {
        for id in ids.split(whereSeparator: \.isWhitespace) { reasons[String(id)] = reason }
    }
    return reasons
}()

private let differencesByReason: [(reason: String, ids: String)] = [
    // By our design: an API document needs none of these, and each is a way to be misread or attacked.
    ("one document per text", "35KP 6XDY 6ZKB 7Z25 9DXL 9KAX JHB9 KSS4 L383 M7A3 PUW8 RZT7 U9NS W4TN"),
    ("a text without a document is an error", "8G76 98YD AVM7 HWV9 QT73"),
    ("keys are text", "4FJ6 6BFJ 6PBE 9MMW KK5P LX3P M2N8/01 M5DY Q9WF RZP5 SBG9 V9D5 X38W XW4D"),
    ("no directive but `%YAML`", "2LFX 5TYM 6CK3 6LVF C4HZ CC74 MUS6/05 MUS6/06 P76L U3C3 Z9M4"),
    ("only the tags of JSON's types", "2XXW 565N 6WLZ 7FWL 9WXW CUP7 J7PZ M5C3 UGM3 Z67P"),

    // By libyaml 0.2.5: valid YAML 1.2 that it refuses …
    ("`%YAML 1.3` and later versions are unknown to libyaml", "BEC7"),
    (
        "libyaml takes tabs between indicators, and in lines of white space, for indentation",
        "6BCT 96NN/00 96NN/01 A2M4 DK95/00 DK95/03 DK95/04 R4YG Y79Y/001 Y79Y/010"
    ),
    ("libyaml refuses missing keys before `:`", "2JQS 6M2F CFD4 M2N8/00 NHX8 NKF9 S3PD SM9W/01 UKK6/00"),
    (
        "libyaml refuses `:` at some ends of words in flow collections",
        "4ABK 4MUZ/01 4MUZ/02 58MP 5MUD 5T43 9SA2 DBG4 FRK4 HM87/00 K3WX NJ66 UT92 VJP3/01"
    ),
    ("libyaml's anchors hold only letters, digits, `_` and `-`", "2SXE 8XYN W5VH"),
    ("libyaml wants the text of a block scalar indented, at the top of a document too", "DK3J FP8R"),
    // … that it reads as another value …
    ("libyaml takes `?` before a word in a flow collection for a complex key", "652Z HM87/01"),
    ("libyaml drops the line break that a last line of spaces implies", "JEF9/02 L24T/01"),
    ("libyaml ends an anchor at `:`", "Y2GN"),
    // … and faulty YAML that it accepts.
    ("libyaml does not check the indentation of continued flow lines", "9C9N DK95/01 QB6E S98Z Y79Y/003"),
    ("libyaml does not ask for white space before a comment", "9JBA CVW2 MUS6/00 SU5Z X4QW"),
    ("libyaml takes a lone `-` in a flow sequence for text", "G5U8 YJV2"),
]
