// What makes the generated module `OpenRouter` pleasant, written by hand. It stands on the generated names alone and
// knows nothing of HTTP; a test calls all of it, so that a newer document that breaks it is noticed.
//
// - `Requests/`: requests that read well: texts as messages, parts of messages, short initialisers.
// - `Chat/`: a streamed chat as its text, or folded into the final answer.
// - `Responses/`: the same for the Responses API.
// - `Schemas/`: a JSON Schema from a `Decodable` type, by reading made-up values into it.
// - `Tools/`: tools whose arguments, and answers whose text, are values of your own types.
// - `Login/`: an API key of a person who logs in.
// - `Videos/`: a video, awaited.
