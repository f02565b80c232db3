internal import JSONCoding

/// A layer that a file can describe.
protocol StorableLayer: Layer {
    /// What it was made with, by Swift's argument labels, but for name and input shape.
    var arguments: JSON { get }

    /// The layer that such arguments make.
    init(_ stored: StoredArguments) throws(ModelFileError)
}

/// The kinds of layers that files can describe, by the names that summaries show.
enum StoredLayers {
    private static let kinds: [any StorableLayer.Type] = [
        Activation.self, Add.self, Average.self, AveragePooling2D.self, BatchNormalization.self, Concatenate.self,
        Conv2D.self, Conv2DTranspose.self, Dense.self, DepthwiseConv2D.self, Dropout.self, ELU.self, Flatten.self,
        GELU.self, GaussianNoise.self, GlobalAveragePooling2D.self, GlobalMaxPooling2D.self, LayerNormalization.self,
        LeakyReLU.self, MaxPool2D.self, Maximum.self, Minimum.self, Multiply.self, ReLU.self, Rescaling.self,
        Reshape.self, SeparableConv2D.self, Sigmoid.self, Softmax.self, SpatialDropout2D.self, Subtract.self,
        Swish.self, Tanh.self, UpSampling2D.self, ZeroPadding2D.self,
    ]

    static func layer(_ stored: StoredArguments) throws(ModelFileError) -> any Layer {
        let name = try stored.string("kind")
        guard let kind = kinds.first(where: { $0.kind == name }) else { throw stored.invalid("kind", "a layer's kind") }
        return try kind.init(stored.part("arguments", owner: stored.owner))
    }
}
