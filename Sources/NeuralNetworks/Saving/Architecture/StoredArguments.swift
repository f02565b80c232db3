internal import JSONCoding

/// What a file says of one part of a model, such as a layer: the arguments that make it.
///
/// Nothing is taken for what it is not: each argument has to be there, and of its kind.
struct StoredArguments {
    /// What a message calls the part, such as `layer conv2d`.
    let owner: String
    let json: JSON
    let path: String

    /// Whole numbers beyond this one are no argument of any layer.
    static let largestInteger = 1 << 20
    /// Windows, their steps and what images are enlarged by are no larger.
    static let largestSize = 1 << 13
    /// In epochs, or in steps.
    static let longestTraining = 1 << 40

    func integer(_ name: String, upTo largest: Int = largestInteger) throws(ModelFileError) -> Int {
        guard let integer = json[name]?.integer, integer.magnitude <= largest else {
            throw invalid(name, "a whole number of at most \(largest)")
        }
        return integer
    }

    /// A whole number that says how many there are.
    func count(
        _ name: String, from least: Int = 1, upTo largest: Int = largestInteger
    ) throws(ModelFileError) -> Int {
        guard let count = json[name]?.integer, (least...largest).contains(count) else {
            throw invalid(name, "a whole number from \(least) to \(largest)")
        }
        return count
    }

    func number(_ name: String) throws(ModelFileError) -> Double {
        guard let number = json[name]?.number, number.isFinite else { throw invalid(name, "a number") }
        return number
    }

    /// A number above zero.
    func positive(_ name: String) throws(ModelFileError) -> Double {
        let number = try number(name)
        guard number > 0 else { throw invalid(name, "a number above 0") }
        return number
    }

    /// A number that multiplies: zero or more.
    func factor(_ name: String) throws(ModelFileError) -> Double {
        let factor = try number(name)
        guard factor >= 0 else { throw invalid(name, "a number of at least 0") }
        return factor
    }

    /// A part of something, but not all of it.
    func part(ofOne name: String) throws(ModelFileError) -> Double {
        let part = try number(name)
        guard (0..<1).contains(part) else { throw invalid(name, "a number of at least 0, and below 1") }
        return part
    }

    func bool(_ name: String) throws(ModelFileError) -> Bool {
        guard let bool = json[name]?.bool else { throw invalid(name, "true or false") }
        return bool
    }

    func string(_ name: String) throws(ModelFileError) -> String {
        guard let string = json[name]?.string else { throw invalid(name, "a text") }
        return string
    }

    func integers(_ name: String, upTo largest: Int = largestInteger) throws(ModelFileError) -> [Int] {
        let values = json[name]?.array?.map(\.integer) ?? [nil]
        let integers = values.compactMap { $0 }.filter { $0.magnitude <= largest }
        guard integers.count == values.count else { throw invalid(name, "a list of whole numbers") }
        return integers
    }

    func numbers(_ name: String) throws(ModelFileError) -> [Double] {
        let values = json[name]?.array?.map(\.number) ?? [nil]
        let numbers = values.compactMap { $0 }.filter(\.isFinite)
        guard numbers.count == values.count else { throw invalid(name, "a list of numbers") }
        return numbers
    }

    func strings(_ name: String) throws(ModelFileError) -> [String] {
        let values = json[name]?.array?.map(\.string) ?? [nil]
        let strings = values.compactMap { $0 }
        guard strings.count == values.count else { throw invalid(name, "a list of texts") }
        return strings
    }

    /// The arguments of a part within this one.
    func part(_ name: String, owner: String? = nil) throws(ModelFileError) -> StoredArguments {
        guard let part = json[name], part.object != nil else { throw invalid(name, "an object") }
        return StoredArguments(owner: owner ?? "\(self.owner)'s \(name)", json: part, path: path)
    }

    func parts(_ name: String, owner: String) throws(ModelFileError) -> [StoredArguments] {
        guard let parts = json[name]?.array else { throw invalid(name, "a list") }
        return parts.map { StoredArguments(owner: owner, json: $0, path: path) }
    }

    /// 64 bits that may be too large for a whole number of JSON.
    func bits(_ name: String) throws(ModelFileError) -> UInt64 {
        guard let bits = UInt64(try string(name)) else { throw invalid(name, "a whole number as a text") }
        return bits
    }

    /// The error of an argument that is missing, or not what is expected.
    func invalid(_ name: String, _ expectation: String) -> ModelFileError {
        .invalidArchitecture(
            path: path, owner: owner, name: name, expected: expectation,
            found: String((json[name]?.text ?? "").prefix(60)))
    }
}
