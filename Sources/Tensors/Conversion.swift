import Display

extension Tensor {
    /// The same numbers as another element type.
    ///
    ///     Tensor([0.5, 1.5]).asType(.int32)     // [0 1]
    ///     (labels .== 9).asType(.float32)       // 1 where the label is 9, else 0
    ///
    /// Floats are cut toward zero and held to the range of the whole type, NaN becomes 0; whole numbers wrap around as in
    /// C. As `.bool`, whatever is not 0 is true. As `.int32`, numbers that come from masks become positions.
    public func asType(_ type: ElementType) -> Tensor {
        type == elementType && !storage.isCountOfMasks ? self : TensorView(self).tensor(type)
    }

    /// All numbers in row-major order, as floats: of whole numbers beyond 2²⁴ the last digits are lost.
    public var scalars: [Float] { withFloats { Array($0) } }

    /// All numbers in row-major order, exactly.
    package var doubles: [Double] {
        elementType == .int32 ? (0..<count).map(number(at:)) : withFloats { $0.map(Double.init) }
    }

    /// The only number of a tensor that holds just one, as a float; `Int(…)` and `Double(…)` are exact.
    public var scalar: Float { Float(theOnlyNumber(for: "scalar")) }

    /// The element at a row-major position, exactly.
    func number(at index: Int) -> Double {
        switch elementType {
        case .uint8, .bool: Double(elements(of: UInt8.self)[index])
        case .int32: Double(elements(of: Int32.self)[index])
        case .float32: Double(elements(of: Float.self)[index])
        }
    }

    func theOnlyNumber(for operation: String) -> Double {
        demand(count == 1, "\(operation): a tensor of one number is needed, but this one has the shape \(shape)")
        return number(at: 0)
    }
}

extension Int {
    /// The number of a tensor that holds just one; floats are cut toward zero.
    ///
    ///     FashionMNIST.classNames[Int(train.labels[0])]
    public init(_ tensor: Tensor) {
        let number = tensor.theOnlyNumber(for: "Int")
        demand(Int(exactly: number.rounded(.towardZero)) != nil, "Int: \(number) is not a whole number")
        self.init(number)
    }
}

extension Float {
    /// The number of a tensor that holds just one.
    public init(_ tensor: Tensor) {
        self.init(tensor.theOnlyNumber(for: "Float"))
    }
}

extension Double {
    /// The number of a tensor that holds just one.
    public init(_ tensor: Tensor) {
        self.init(tensor.theOnlyNumber(for: "Double"))
    }
}
