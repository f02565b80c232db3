import Tensors

/// Why a layer cannot stand where it is: what it receives there is not what it needs.
///
/// In a model of the author's it stops the cell; in one that comes out of a file it is thrown.
public struct LayerRefusal: Error, Equatable, Sendable, CustomStringConvertible {
    /// What the layer is called there.
    let layer: String
    let expectation: String
    let received: [Shape]

    public var description: String { "\(layer): expected \(expectation), but received \(receivedText)" }

    var receivedText: String { received.map(\.description).joined(separator: " and ") }
}

extension LayerPlace {
    /// What is thrown where a layer receives something else than it expects.
    func refusal(expecting expectation: String) -> LayerRefusal {
        LayerRefusal(layer: name, expectation: expectation, received: inputShapes)
    }

    /// Throws unless the layer receives images of height, width and channels.
    func expectImages() throws(LayerRefusal) {
        if inputShape.rank != 3 { throw refusal(expecting: "a shape (height, width, channels)") }
    }

    /// Throws unless the layer receives images in which its window has a place.
    func expectImages(roomFor window: WindowGeometry) throws(LayerRefusal) {
        try expectImages()
        if !window.fits(inputShape.sizes) {
            throw refusal(expecting: "images of at least \(window.size.height) × \(window.size.width) pixels")
        }
    }
}
