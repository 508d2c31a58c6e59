import OpenRouter

/// What the server decides, and no browser can change.
struct RelayRules: Sendable {
    /// The model that answers.
    var model: ModelName
    /// What the model keeps to.
    var instructions = "Answer in plain text, without Markdown."
    /// The most tokens that one answer may cost.
    var maximumAnswerTokens = 2048
    /// The longest message, in UTF-16 code units, as the page's `maxlength` counts.
    var maximumMessageLength = 8000
    /// The most messages of a conversation.
    var maximumMessages = 100
    /// The largest body of a request, in bytes.
    var maximumBodyBytes = 256 << 10
    /// How long answers under way may go on when the server is told to stop.
    var patience: Duration = .seconds(20)
    /// Whether the answers are made up.
    var isDemo = false
}
