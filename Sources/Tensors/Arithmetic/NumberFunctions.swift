internal import Glibc

// The functions of tensors for single numbers, which stay Swift's own: `sqrt(9)` is the Double 3.0, with Foundation and
// without it. Where Foundation is imported, its functions of floats are taken, and these stand back.

@_disfavoredOverload public func exp(_ x: Double) -> Double { Glibc.exp(x) }
@_disfavoredOverload public func log(_ x: Double) -> Double { Glibc.log(x) }
@_disfavoredOverload public func log2(_ x: Double) -> Double { Glibc.log2(x) }
@_disfavoredOverload public func log10(_ x: Double) -> Double { Glibc.log10(x) }
@_disfavoredOverload public func sqrt(_ x: Double) -> Double { Glibc.sqrt(x) }
@_disfavoredOverload public func sin(_ x: Double) -> Double { Glibc.sin(x) }
@_disfavoredOverload public func cos(_ x: Double) -> Double { Glibc.cos(x) }
@_disfavoredOverload public func tan(_ x: Double) -> Double { Glibc.tan(x) }
@_disfavoredOverload public func tanh(_ x: Double) -> Double { Glibc.tanh(x) }
@_disfavoredOverload public func pow(_ x: Double, _ y: Double) -> Double { Glibc.pow(x, y) }
@_disfavoredOverload public func sigmoid(_ x: Double) -> Double { 1 / (1 + Glibc.exp(-x)) }
@_disfavoredOverload public func relu(_ x: Double) -> Double { Swift.max(x, 0) }

@_disfavoredOverload public func exp(_ x: Float) -> Float { Glibc.exp(x) }
@_disfavoredOverload public func log(_ x: Float) -> Float { Glibc.log(x) }
@_disfavoredOverload public func log2(_ x: Float) -> Float { Glibc.log2(x) }
@_disfavoredOverload public func log10(_ x: Float) -> Float { Glibc.log10(x) }
@_disfavoredOverload public func sqrt(_ x: Float) -> Float { Glibc.sqrt(x) }
@_disfavoredOverload public func sin(_ x: Float) -> Float { Glibc.sin(x) }
@_disfavoredOverload public func cos(_ x: Float) -> Float { Glibc.cos(x) }
@_disfavoredOverload public func tan(_ x: Float) -> Float { Glibc.tan(x) }
@_disfavoredOverload public func tanh(_ x: Float) -> Float { Glibc.tanh(x) }
@_disfavoredOverload public func pow(_ x: Float, _ y: Float) -> Float { Glibc.pow(x, y) }
@_disfavoredOverload public func sigmoid(_ x: Float) -> Float { 1 / (1 + Glibc.exp(-x)) }
@_disfavoredOverload public func relu(_ x: Float) -> Float { Swift.max(x, 0) }

// Whole numbers give a Double: what is written as `exp(1)` would be a Float as well as a Double. Generic, so that an
// author's own function of `Int` goes first; `pow(2, 3)` is Foundation's `Decimal` where that is imported.

public func exp(_ x: some BinaryInteger) -> Double { exp(Double(x)) }
public func log(_ x: some BinaryInteger) -> Double { log(Double(x)) }
public func log2(_ x: some BinaryInteger) -> Double { log2(Double(x)) }
public func log10(_ x: some BinaryInteger) -> Double { log10(Double(x)) }
public func sqrt(_ x: some BinaryInteger) -> Double { sqrt(Double(x)) }
public func sin(_ x: some BinaryInteger) -> Double { sin(Double(x)) }
public func cos(_ x: some BinaryInteger) -> Double { cos(Double(x)) }
public func tan(_ x: some BinaryInteger) -> Double { tan(Double(x)) }
public func tanh(_ x: some BinaryInteger) -> Double { tanh(Double(x)) }
public func sigmoid(_ x: some BinaryInteger) -> Double { sigmoid(Double(x)) }
@_disfavoredOverload
public func pow(_ x: some BinaryInteger, _ y: some BinaryInteger) -> Double { Glibc.pow(Double(x), Double(y)) }
