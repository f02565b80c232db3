/// Keras's other names of layers.
public typealias Convolution2D = Conv2D
public typealias SeparableConvolution2D = SeparableConv2D
public typealias Convolution2DTranspose = Conv2DTranspose
public typealias MaxPooling2D = MaxPool2D
public typealias AvgPool2D = AveragePooling2D
public typealias GlobalAvgPool2D = GlobalAveragePooling2D
public typealias GlobalMaxPool2D = GlobalMaxPooling2D
