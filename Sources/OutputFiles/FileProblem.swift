import Glibc

/// A file that cannot be written.
package struct FileProblem: Error, Equatable, CustomStringConvertible {
    package let path: String
    package let problem: String

    package init(path: String, problem: String) {
        self.path = path
        self.problem = problem
    }

    package var description: String { "\(path) cannot be written: \(problem)" }
}

extension FileProblem {
    /// What the system says of the call that failed last.
    init(path: String) {
        self.init(path: path, problem: String(cString: strerror(errno)))
    }
}
