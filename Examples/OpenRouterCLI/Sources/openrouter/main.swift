import Foundation
import OpenRouterCLI

let arguments = Array(CommandLine.arguments.dropFirst())
exit(await OpenRouterTool.runUntilInterrupted(arguments, console: .standard()).rawValue)
