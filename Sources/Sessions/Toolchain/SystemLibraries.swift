import Foundation

/// The libraries that a shared library asks for.
public struct SystemLibraries {
    /// Those that the loader does not find.
    public let missing: [String]

    public init(of library: String) {
        let ldd = try? Command(program: "/usr/bin/ldd", arguments: [library]).run()
        missing = (ldd?.output ?? "").split(separator: "\n").filter { $0.hasSuffix("=> not found") }
            .map { $0.split(separator: " ")[0].trimmingCharacters(in: .whitespaces) }
    }

    /// The Debian packages that bring libraries, whatever their versions are called.
    public static func packages(of libraries: [String]) -> [String] {
        let names = libraries.map { String($0.prefix { $0 != "." }) }
        return names.reduce(into: []) { packages, name in
            let package = known[name] ?? name
            if !packages.contains(package) { packages.append(package) }
        }
    }

    private static let known = [
        "libdnnl": "libdnnl-dev", "libgomp": "libgomp1", "libpng16": "libpng-dev",
        "libcrypto": "libssl-dev",
        "libz": "zlib1g", "libOpenCL": "ocl-icd-libopencl1", "libstdc++": "libstdc++6",
    ]
}
