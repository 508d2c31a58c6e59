// The tool `openrouter`. In: a command line. Out: what the service says, as text for people or as JSON for programs, and an exit
// status.
//
// - `Running/`: a run from its arguments to its exit status; how errors are told; the console.
// - `Commands/`: a file for each command: what it asks the SDK, and what it makes of the answer.
// - `Terminal/`: tables, bars and text for terminals, as functions from values to text.
// - `Demo/`: the server that answers with `--demo`.
