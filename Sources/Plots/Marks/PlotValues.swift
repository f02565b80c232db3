import Display
import Tensors

/// Numbers, or names, that a mark can place on an axis: arrays and slices of numbers or strings, ranges, tensors.
public protocol PlotValues {
    /// The values in order.
    var coordinates: PlotCoordinates { get }
}

/// One number or name on an axis.
public protocol PlotValue {
    var coordinate: PlotCoordinate { get }
}

/// A place on an axis: a number, or the name of a category.
public enum PlotCoordinate: Hashable, Sendable {
    case number(Double)
    case name(String)
}

/// Places on an axis, all of one kind.
public enum PlotCoordinates: Equatable, Sendable {
    /// NaN stands for a value that is missing.
    case numbers([Double])
    case names([String])

    public var count: Int {
        switch self {
        case .numbers(let numbers): numbers.count
        case .names(let names): names.count
        }
    }

    /// The numbers; names stop the cell with what the mark expected.
    func numbers(_ what: String) -> [Double] {
        switch self {
        case .numbers(let numbers): return numbers
        case .names(let names):
            misuse(
                "\(what) must be numbers, but is \(names.count) names\(names.first.map { ", the first of them \"\($0)\"" } ?? "")"
            )
        }
    }

    init(_ coordinates: some Sequence<PlotCoordinate>) {
        var numbers: [Double] = []
        var names: [String] = []
        numbers.reserveCapacity(coordinates.underestimatedCount)
        for coordinate in coordinates {
            switch coordinate {
            case .number(let number): numbers.append(number)
            case .name(let name): names.append(name)
            }
        }
        self = names.isEmpty ? .numbers(numbers) : .names(names)
    }
}

extension PlotValue where Self: BinaryFloatingPoint {
    public var coordinate: PlotCoordinate { .number(Double(self)) }
}

extension PlotValue where Self: BinaryInteger {
    public var coordinate: PlotCoordinate { .number(Double(self)) }
}

extension Double: PlotValue {}
extension Float: PlotValue {}
extension Int: PlotValue {}
extension Int32: PlotValue {}
extension Int64: PlotValue {}
extension UInt8: PlotValue {}

extension String: PlotValue {
    public var coordinate: PlotCoordinate { .name(self) }
}

extension Optional: PlotValue where Wrapped: PlotValue {
    /// A missing value is a gap.
    public var coordinate: PlotCoordinate { self?.coordinate ?? .number(.nan) }
}

extension PlotValues where Self: Sequence, Element: PlotValue {
    public var coordinates: PlotCoordinates { PlotCoordinates(lazy.map(\.coordinate)) }
}

extension Array: PlotValues where Element: PlotValue {}
extension ArraySlice: PlotValues where Element: PlotValue {}
extension Range: PlotValues where Bound: PlotValue & Strideable, Bound.Stride: SignedInteger {}
extension ClosedRange: PlotValues where Bound: PlotValue & Strideable, Bound.Stride: SignedInteger {}
extension StrideTo: PlotValues where Element: PlotValue {}
extension StrideThrough: PlotValues where Element: PlotValue {}

extension PlotCoordinates: PlotValues {
    public var coordinates: PlotCoordinates { self }
}

extension Tensor: PlotValues {
    /// The elements in row-major order.
    public var coordinates: PlotCoordinates {
        .numbers(doubles)
    }
}
