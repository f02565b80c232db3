"""Makes the numbers that Keras gives for small networks, one safetensors file a case, in Parity beside this file.

    pip install tensorflow-cpu==2.21.0 keras==3.15.1 safetensors
    python3 make_parity_fixtures.py [CASE ...]

A file holds samples `x`, targets `y`, the weights `before/0`, `before/1`, … in the order of `model.weights`, the `predictions` and
`gradients/…` that come of them, the `losses` of 20 steps on all samples at once, and the weights `after/…` those steps. The Swift
side of each case has the same name, in ../Parity/Cases.
"""

import os
import pathlib
import sys

os.environ["CUDA_VISIBLE_DEVICES"] = "-1"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
# With it, TensorFlow 2.21 writes beyond its memory in a transposed convolution with a kernel of one pixel and strides.
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"

import keras
import numpy
import tensorflow
from keras import layers, losses, optimizers
from keras.optimizers import schedules
from safetensors.numpy import save_file

FOLDER = pathlib.Path(__file__).parent / "Parity"
STEPS = 20
CASES = {}


def case(name, model, *, shape, batch=6, optimizer=None, loss="mse", targets=None, fit=None):
    """Registers a case: `model` is a list of layers, or a function from an input to an output.

    Without `targets`, a function of a random generator and an output's shape, they are numbers like the predictions.
    """
    assert name not in CASES, name
    CASES[name] = dict(
        model=model, shape=shape, batch=batch, optimizer=optimizer, loss=loss, targets=targets, fit=fit or {})


def classes(generator, shape):
    return generator.integers(0, shape[-1], shape[:-1]).astype("float32")


def one_hot(generator, shape):
    return numpy.eye(shape[-1], dtype="float32")[generator.integers(0, shape[-1], shape[:-1])]


def shares(generator, shape):
    return generator.dirichlet(numpy.ones(shape[-1]), shape[:-1]).astype("float32")


def bits(generator, shape):
    return generator.integers(0, 2, shape).astype("float32")


def initial(weight, generator):
    """Numbers that make every weight count: a bias is no zero, a variance is positive."""
    if "variance" in weight.path:
        return generator.uniform(0.5, 1.5, weight.shape).astype("float32")
    scale = 0.5 if len(weight.shape) == 1 else (2 / numpy.prod(weight.shape[:-1])) ** 0.5
    offset = 1 if "gamma" in weight.path else 0
    return (offset + scale * generator.standard_normal(weight.shape)).astype("float32")


def build(model, shape):
    source = keras.Input(shape)
    if callable(model):
        return keras.Model(source, model(source))
    return keras.Sequential([source, *model])


def numbered(name, arrays):
    return {f"{name}/{index}": numpy.array(array, dtype="float32") for index, array in enumerate(arrays)}


def sample_weight(y, fit):
    """What each sample counts, by its own weight or by that of its class."""
    if "class_weight" not in fit:
        return fit.get("sample_weight")
    labels = y if y.ndim == 1 else y.argmax(-1)
    return numpy.array([fit["class_weight"].get(int(label), 1) for label in labels], dtype="float32")


def gradients(model, x, y, fit):
    with tensorflow.GradientTape() as tape:
        predictions = model(x, training=True)
        loss = model.compute_loss(x=x, y=y, y_pred=predictions, sample_weight=sample_weight(y, fit))
    return tape.gradient(loss, model.trainable_weights)


def make(name, case):
    keras.utils.set_random_seed(1)
    keras.backend.clear_session()
    generator = numpy.random.default_rng(sum(name.encode()))
    model = build(case["model"], case["shape"])
    x = generator.uniform(-1, 1, (case["batch"], *case["shape"])).astype("float32")
    shape = (case["batch"], *model.output_shape[1:])
    y = (case["targets"] or (lambda draws, size: draws.uniform(-1, 1, size).astype("float32")))(generator, shape)
    for weight in model.weights:
        weight.assign(initial(weight, generator))
    optimizer = case["optimizer"] or optimizers.SGD(0.05)
    model.compile(optimizer=optimizer, loss=case["loss"], run_eagerly=False)

    before = model.get_weights()
    tensors = {"x": x, "y": y, **numbered("before", before)}
    tensors["predictions"] = model.predict(x, verbose=0)
    tensors |= numbered("gradients", gradients(model, x, y, case["fit"]))
    # Batch normalization has moved its averages while the gradients were taken.
    model.set_weights(before)
    history = model.fit(
        x, y, epochs=STEPS, batch_size=case["batch"], shuffle=False, verbose=0, **case["fit"])
    tensors["losses"] = numpy.array(history.history["loss"], dtype="float32")
    assert numpy.isfinite(tensors["losses"]).all(), f"{name} does not converge"
    tensors |= numbered("after", model.get_weights())
    save_file(tensors, FOLDER / f"{name}.safetensors", metadata={"keras": keras.__version__})


# Convolutions: strides, `same` with even sizes, dilation, odd channel counts, and the sizes for Winograd.


def convolution(name, channels, filters, size=(7, 6), batch=3, **options):
    options = dict(kernel_size=3) | options
    case(f"conv2d-{name}", [layers.Conv2D(filters, **options)], shape=(*size, channels), batch=batch)


convolution("valid", 3, 5)
convolution("same-even", 2, 3, size=(8, 8), padding="same")
convolution("same-even-kernel", 2, 3, size=(8, 6), kernel_size=(2, 4), padding="same")
convolution("strides-same-even", 3, 7, size=(8, 10), strides=2, padding="same")
convolution("strides-valid", 7, 3, size=(9, 8), strides=(2, 1))
convolution("strides-kernel-1", 4, 2, size=(8, 8), kernel_size=1, strides=2, padding="same")
convolution("dilation-same", 3, 4, size=(9, 9), dilation_rate=2, padding="same")
convolution("one-channel", 1, 1, batch=1)
convolution("kernel-5", 1, 7, size=(11, 9), kernel_size=5)
convolution("no-bias", 3, 4, use_bias=False)
convolution("relu", 3, 5, activation="relu")
convolution("tanh", 3, 5, activation="tanh")
convolution("batch-17", 3, 7, batch=17)
convolution("16-channels-same", 16, 16, size=(12, 12), padding="same", batch=2)
convolution("16-channels-valid", 16, 32, size=(11, 11), batch=3)
convolution("32-channels-same", 32, 16, size=(9, 10), padding="same", activation="relu", batch=5)

case("max-pooling", [layers.Conv2D(3, 3), layers.MaxPool2D(2)], shape=(9, 9, 1))
case("max-pooling-same", [layers.Conv2D(3, 2), layers.MaxPool2D(2, padding="same")], shape=(8, 6, 2))
case("max-pooling-overlapping", [layers.Conv2D(4, 1), layers.MaxPool2D(3, strides=2)], shape=(9, 9, 3))

# Convolutions of each channel alone, and in two steps.

case("depthwise-conv2d-valid", [layers.Conv2D(3, 1), layers.DepthwiseConv2D(3)], shape=(7, 6, 2), batch=3)
case("depthwise-conv2d-one-channel", [layers.DepthwiseConv2D((2, 3), padding="same")], shape=(6, 8, 1), batch=5)
case(
    "depthwise-conv2d-strides-same-even",
    [layers.Conv2D(7, 1), layers.DepthwiseConv2D(3, strides=2, padding="same", activation="relu")],
    shape=(8, 10, 3), batch=5)
case(
    "depthwise-conv2d-multiplier",
    [layers.Conv2D(5, 1), layers.DepthwiseConv2D((3, 2), padding="same", depth_multiplier=3, activation="tanh")],
    shape=(8, 6, 2))
case(
    "depthwise-conv2d-dilation",
    [layers.Conv2D(3, 1), layers.DepthwiseConv2D(3, dilation_rate=2, padding="same")], shape=(9, 8, 2))
case(
    "depthwise-conv2d-penalties",
    [
        layers.Conv2D(7, 1),
        layers.DepthwiseConv2D(2, use_bias=False, depthwise_regularizer=keras.regularizers.L1L2(0.01, 0.02)),
        layers.DepthwiseConv2D(2, bias_regularizer=keras.regularizers.L2(0.05)),
    ],
    shape=(6, 6, 2))
case(
    "depthwise-conv2d-16-channels",
    [
        layers.Conv2D(16, 1, activation="relu"), layers.DepthwiseConv2D(3, padding="same", activation="relu"),
        layers.DepthwiseConv2D(3, strides=2, padding="same"),
    ],
    shape=(8, 8, 3), batch=17)
case("separable-conv2d-valid", [layers.Conv2D(3, 1), layers.SeparableConv2D(5, 3)], shape=(7, 6, 2), batch=3)
case(
    "separable-conv2d-strides-same-even",
    [
        layers.Conv2D(3, 1, activation="relu"),
        layers.SeparableConv2D(7, 3, strides=2, padding="same", depth_multiplier=2, activation="relu"),
    ],
    shape=(8, 10, 2), batch=5)
case(
    "separable-conv2d-penalties",
    [
        layers.SeparableConv2D(
            3, (2, 3), dilation_rate=2, padding="same", use_bias=False, activation="sigmoid",
            depthwise_regularizer=keras.regularizers.L2(0.05), pointwise_regularizer=keras.regularizers.L1(0.01)),
        layers.SeparableConv2D(2, 2, bias_regularizer=keras.regularizers.L2(0.05)),
    ],
    shape=(8, 6, 7))
case(
    "separable-conv2d-16-channels",
    [
        layers.SeparableConv2D(32, 3, padding="same", activation="relu"), layers.SeparableConv2D(16, 3),
    ],
    shape=(8, 8, 16), batch=3)

# Transposed convolutions.


def transposed(name, channels, filters, size=(4, 5), batch=3, **options):
    options = dict(kernel_size=3) | options
    case(
        f"conv2d-transpose-{name}", [layers.Conv2D(channels, 1), layers.Conv2DTranspose(filters, **options)],
        shape=(*size, 2), batch=batch)


transposed("valid", 3, 5)
transposed("same", 7, 1, padding="same", batch=5)
transposed("strides-same", 3, 7, strides=2, padding="same")
transposed("strides-same-even-kernel", 1, 3, kernel_size=(2, 4), strides=2, padding="same")
transposed("strides-same-kernel-1", 3, 2, kernel_size=1, strides=(2, 3), padding="same")
transposed("strides-valid", 3, 4, kernel_size=(3, 4), strides=2)
transposed("strides-beyond-kernel", 5, 3, kernel_size=2, strides=3, activation="relu")
transposed("output-padding", 3, 3, strides=(2, 3), output_padding=(0, 2))
transposed("output-padding-same", 3, 3, strides=2, output_padding=0, padding="same", activation="tanh")
transposed("dilation", 3, 2, dilation_rate=2)
transposed("dilation-same", 3, 2, dilation_rate=2, padding="same", use_bias=False)
transposed("16-channels", 16, 32, strides=2, padding="same", activation="relu", batch=17)
transposed("16-channels-stride-1", 32, 32, size=(8, 8), padding="same")
transposed(
    "penalties", 3, 2, kernel_regularizer=keras.regularizers.L1L2(0.01, 0.02),
    bias_regularizer=keras.regularizers.L2(0.05))

# Borders, and larger images.

case(
    "zero-padding", [layers.Conv2D(3, 2), layers.ZeroPadding2D(), layers.Conv2D(2, 3, activation="tanh")],
    shape=(6, 5, 1), batch=5)
case(
    "zero-padding-sides",
    [
        layers.ZeroPadding2D((1, 2)), layers.Conv2D(16, 3, activation="relu"), layers.ZeroPadding2D(((0, 1), (3, 2))),
        layers.Conv2D(2, 3, strides=2),
    ],
    shape=(6, 5, 7))
case(
    "up-sampling-nearest",
    [layers.Conv2D(7, 2), layers.UpSampling2D((2, 3)), layers.Conv2D(3, 3, padding="same")], shape=(5, 4, 2), batch=3)
case(
    "up-sampling-nearest-16-channels",
    [layers.Conv2D(16, 3, activation="relu"), layers.UpSampling2D(), layers.Conv2D(16, 3, padding="same")],
    shape=(6, 6, 3), batch=5)
case(
    "up-sampling-bilinear",
    [
        layers.Conv2D(7, 2), layers.UpSampling2D(2, interpolation="bilinear"),
        layers.Conv2D(1, 3), layers.UpSampling2D((3, 1), interpolation="bilinear"),
    ],
    shape=(5, 4, 2), batch=3)
case(
    "up-sampling-bilinear-16-channels",
    [
        layers.Conv2D(16, 3, activation="relu"), layers.UpSampling2D((4, 3), interpolation="bilinear"),
        layers.Conv2D(2, 3, strides=2),
    ],
    shape=(6, 5, 3), batch=5)

# Dense layers and activations.

case("dense", [layers.Dense(3)], shape=(7,))
case("dense-one", [layers.Dense(1)], shape=(1,), batch=1)
case("dense-on-rows", [layers.Dense(3, activation="relu"), layers.Dense(2)], shape=(5, 4))
case("flatten", [layers.Conv2D(5, 3), layers.Flatten(), layers.Dense(3)], shape=(6, 5, 3), batch=9)
case("flatten-16-channels", [layers.Conv2D(16, 3), layers.Flatten(), layers.Dense(3)], shape=(6, 5, 3), batch=4)
for activation in [
    "relu", "sigmoid", "tanh", "softmax", "elu", "leaky_relu", "gelu", "swish", "softplus", "exponential"
]:
    case(
        f"activation-{activation.replace('_', '-')}", [layers.Dense(6, activation=activation), layers.Dense(3)], shape=(5,))

# Normalization, branches, other poolings, shapes, activations as layers, penalties.

case(
    "batch-normalization",
    [
        layers.Conv2D(5, 3, use_bias=False), layers.BatchNormalization(), layers.Activation("relu"), layers.Flatten(),
        layers.Dense(3),
    ],
    shape=(6, 5, 3), batch=7)
case(
    "batch-normalization-settings",
    [
        layers.Dense(6, use_bias=False), layers.BatchNormalization(momentum=0.7, epsilon=0.1, scale=False),
        layers.Dense(4, activation="tanh", use_bias=False), layers.BatchNormalization(center=False), layers.Dense(2),
    ],
    shape=(5,), batch=16)
case("global-average-pooling", [layers.Conv2D(7, 3), layers.GlobalAveragePooling2D(), layers.Dense(3)], shape=(7, 6, 2))
case("global-max-pooling", [layers.Conv2D(3, 3), layers.GlobalMaxPooling2D(), layers.Dense(3)], shape=(7, 6, 2))


def residual(source):
    x = layers.Conv2D(4, 3, padding="same", activation="relu")(source)
    inner = layers.Conv2D(4, 3, padding="same", activation="relu")(x)
    x = layers.Add()([x, layers.Conv2D(4, 3, padding="same")(inner)])
    x = layers.Activation("relu")(x)
    return layers.Dense(3)(layers.Flatten()(x))


def branches(source):
    left = layers.Dense(4, activation="tanh")(source)
    right = layers.Dense(4, activation="sigmoid")(source)
    both = layers.Concatenate()([left, layers.Subtract()([left, right]), layers.Average()([left, right])])
    return layers.Dense(2)(both)


case("residual", residual, shape=(6, 6, 2), batch=5)
case("branches", branches, shape=(5,), batch=9)
case(
    "penalties",
    [
        layers.Conv2D(3, 3, kernel_regularizer=keras.regularizers.L1L2(0.01, 0.02)), layers.Flatten(),
        layers.Dense(
            3, kernel_regularizer=keras.regularizers.L2(0.05), bias_regularizer=keras.regularizers.L1(0.03)),
    ],
    shape=(5, 5, 2))
case("average-pooling", [layers.Conv2D(3, 3), layers.AveragePooling2D(2)], shape=(9, 9, 1))
case("average-pooling-same", [layers.Conv2D(7, 2), layers.AveragePooling2D(3, 2, padding="same")], shape=(9, 7, 2))
case(
    "rescaling-reshape",
    [layers.Rescaling(0.5, 0.25), layers.Conv2D(4, 3), layers.Reshape((8, -1)), layers.Dense(3)], shape=(6, 6, 2))
case(
    "activation-layers",
    [
        layers.Dense(6), layers.LeakyReLU(), layers.Dense(6), layers.ELU(0.5), layers.Dense(6),
        layers.ReLU(negative_slope=0.1), layers.Dense(3), layers.Softmax(),
    ],
    shape=(5,))

# Layer normalization along several axes, products and extremes of branches, relu with bounds, softmax along other axes.

case(
    "layer-normalization",
    [
        layers.Conv2D(5, 3), layers.LayerNormalization(), layers.Activation("relu"), layers.Flatten(), layers.Dense(3),
    ],
    shape=(6, 5, 3), batch=7)
case(
    "layer-normalization-axes",
    [
        layers.Conv2D(4, 3), layers.LayerNormalization(axis=[1, 2, 3], epsilon=0.1),
        # What a normalization takes back has no gradient but rounding errors.
        layers.Conv2D(16, 1, use_bias=False), layers.LayerNormalization(axis=1, epsilon=0.2), layers.Flatten(), layers.Dense(3),
    ],
    shape=(6, 5, 3), batch=5, optimizer=optimizers.SGD(0.002))
case(
    "layer-normalization-settings",
    [
        layers.Dense(6), layers.LayerNormalization(scale=False, beta_regularizer=keras.regularizers.L2(0.1)),
        layers.Dense(4, activation="tanh"),
        layers.LayerNormalization(center=False, gamma_regularizer=keras.regularizers.L1(0.05)), layers.Dense(2),
    ],
    shape=(3, 5))


def products_and_extremes(source):
    left = layers.Dense(4, activation="tanh")(source)
    right = layers.Dense(4, activation="sigmoid")(source)
    third = layers.Dense(4)(source)
    parts = [
        layers.Multiply()([left, right, third]), layers.Maximum()([left, right, third]), layers.Minimum()([left, third]),
    ]
    return layers.Dense(2)(layers.Concatenate()(parts))


def gated_images(source):
    x = layers.Conv2D(7, 3, padding="same", activation="relu")(source)
    gate = layers.Conv2D(7, 1, activation="sigmoid")(x)
    x = layers.Maximum()([layers.Multiply()([x, gate]), layers.Conv2D(7, 3, padding="same")(source)])
    return layers.Dense(3)(layers.Flatten()(x))


case("products-and-extremes", products_and_extremes, shape=(5,), batch=9)
case("gated-images", gated_images, shape=(6, 5, 2), batch=5)
case(
    "relu-settings",
    [
        layers.Dense(8), layers.ReLU(max_value=0.5), layers.Dense(8), layers.ReLU(negative_slope=0.1, threshold=0.2),
        layers.Dense(8), layers.ReLU(max_value=1, negative_slope=0.3, threshold=0.1), layers.Dense(3),
    ],
    shape=(5,))
case(
    "relu-settings-images",
    [
        layers.Conv2D(5, 3), layers.ReLU(max_value=1, negative_slope=0.3, threshold=0.1), layers.Conv2D(3, 2),
        layers.Flatten(), layers.Dense(3),
    ],
    shape=(6, 5, 3))
case(
    "softmax-axes",
    [
        layers.Conv2D(4, 3, use_bias=False), layers.Softmax(axis=1), layers.Conv2D(3, 2, use_bias=False),
        layers.Softmax(axis=2), layers.Flatten(), layers.Dense(3),
    ],
    shape=(6, 7, 3))

# The chapter's networks in small.

case(
    "network-small",
    [
        layers.Conv2D(4, 3), layers.MaxPool2D(2), layers.Conv2D(8, 3), layers.Flatten(),
        layers.Dense(16, activation="relu"), layers.Dense(10, activation="softmax"),
    ],
    shape=(14, 14, 1), batch=33, loss="sparse_categorical_crossentropy", targets=classes, optimizer=optimizers.Adam(0.01))
case(
    "network-vgg",
    [
        layers.Conv2D(4, 3, padding="same", activation="relu"), layers.Conv2D(16, 3, padding="same", activation="relu"),
        layers.MaxPool2D(2), layers.Conv2D(16, 3, padding="same", activation="relu"), layers.Conv2D(16, 3, activation="relu"),
        layers.MaxPool2D(2), layers.Flatten(), layers.Dense(16, activation="relu"), layers.Dense(10, activation="softmax"),
    ],
    shape=(16, 16, 1), batch=8, loss="sparse_categorical_crossentropy", targets=classes,
    # Adam would make steps of equal size from gradients that are rounding errors, and no two libraries' are the same.
    optimizer=optimizers.SGD(0.02, momentum=0.9))

# Losses and optimizers, on a small network.


def network(last="softmax", count=4):
    return [layers.Dense(8, activation="tanh"), layers.Dense(count, activation=last)]


def loss_case(name, loss, last, targets=None, count=4, **options):
    case(f"loss-{name}", network(last, count), shape=(5,), batch=11, loss=loss, targets=targets, **options)


loss_case("sparse-categorical-crossentropy", losses.SparseCategoricalCrossentropy(), "softmax", classes)
loss_case(
    "sparse-categorical-crossentropy-logits", losses.SparseCategoricalCrossentropy(from_logits=True), None, classes)
# After a sigmoid or a softmax, Keras takes what went into it for any cross-entropy; a softplus it takes as it is.
loss_case("sparse-categorical-crossentropy-softplus", losses.SparseCategoricalCrossentropy(), "softplus", classes)
loss_case("categorical-crossentropy", losses.CategoricalCrossentropy(), "softmax", one_hot)
loss_case("categorical-crossentropy-shares", losses.CategoricalCrossentropy(), "softmax", shares)
loss_case("categorical-crossentropy-logits", losses.CategoricalCrossentropy(from_logits=True), None, one_hot)
loss_case("categorical-crossentropy-smoothed", losses.CategoricalCrossentropy(label_smoothing=0.1), "softmax", one_hot)
loss_case("categorical-crossentropy-softplus", losses.CategoricalCrossentropy(), "softplus", one_hot)
loss_case("binary-crossentropy", losses.BinaryCrossentropy(), "sigmoid", bits)
loss_case("binary-crossentropy-one", losses.BinaryCrossentropy(), "sigmoid", bits, count=1)
loss_case("binary-crossentropy-logits", losses.BinaryCrossentropy(from_logits=True), None, bits)
loss_case("binary-crossentropy-smoothed", losses.BinaryCrossentropy(label_smoothing=0.2), "sigmoid", bits)
# A loss that is told to expect logits gets them also where the model ends with a sigmoid or a softmax.
loss_case("binary-crossentropy-logits-sigmoid", losses.BinaryCrossentropy(from_logits=True), "sigmoid", bits)
loss_case(
    "categorical-crossentropy-logits-softmax", losses.CategoricalCrossentropy(from_logits=True), "softmax", one_hot)
loss_case(
    "sparse-categorical-crossentropy-logits-softmax", losses.SparseCategoricalCrossentropy(from_logits=True), "softmax",
    classes)
loss_case("mean-squared-error", losses.MeanSquaredError(), "tanh")
loss_case("mean-absolute-error", losses.MeanAbsoluteError(), None)
loss_case("huber", losses.Huber(), None)
loss_case("huber-delta", losses.Huber(delta=0.3), None)

# Weights of classes and samples.

CLASS_WEIGHT = {0: 0.5, 1: 2.0, 3: 3.0}
SAMPLE_WEIGHT = numpy.array([0.5, 1, 2, 0, 1.5, 1, 0.25, 3, 1, 0.75, 1], dtype="float32")


def weights_case(name, loss, last, targets, **fit):
    loss_case(f"weights-{name}", loss, last, targets, fit=fit)


weights_case("class", "sparse_categorical_crossentropy", "softmax", classes, class_weight=CLASS_WEIGHT)
weights_case("class-one-hot", "categorical_crossentropy", "softmax", one_hot, class_weight=CLASS_WEIGHT)
weights_case("sample", "sparse_categorical_crossentropy", "softmax", classes, sample_weight=SAMPLE_WEIGHT)
weights_case("sample-logits", losses.BinaryCrossentropy(from_logits=True), None, bits, sample_weight=SAMPLE_WEIGHT)
weights_case("sample-squared-error", "mse", "tanh", None, sample_weight=SAMPLE_WEIGHT)
weights_case("sample-huber", losses.Huber(0.3), None, None, sample_weight=SAMPLE_WEIGHT)


def optimizer_case(name, optimizer):
    case(
        f"optimizer-{name}", network(), shape=(5,), batch=11, loss="sparse_categorical_crossentropy", targets=classes,
        optimizer=optimizer)


optimizer_case("sgd", optimizers.SGD())
optimizer_case("sgd-momentum", optimizers.SGD(0.05, momentum=0.9))
optimizer_case("sgd-nesterov", optimizers.SGD(0.05, momentum=0.9, nesterov=True))
optimizer_case("rmsprop", optimizers.RMSprop())
optimizer_case("rmsprop-momentum", optimizers.RMSprop(0.002, rho=0.8, momentum=0.5))
optimizer_case("adam", optimizers.Adam())
optimizer_case("adam-settings", optimizers.Adam(0.02, beta_1=0.8, beta_2=0.95, epsilon=1e-3))
optimizer_case("adamw", optimizers.AdamW())
optimizer_case("adamw-settings", optimizers.AdamW(0.02, weight_decay=0.1, beta_1=0.8, beta_2=0.95, epsilon=1e-3))
optimizer_case("adagrad", optimizers.Adagrad())
optimizer_case("adagrad-settings", optimizers.Adagrad(0.1, initial_accumulator_value=0.02, epsilon=1e-3))
optimizer_case("nadam", optimizers.Nadam())
optimizer_case("nadam-settings", optimizers.Nadam(0.02, beta_1=0.8, beta_2=0.95, epsilon=1e-3))

# The limits are below the gradients' sizes.
optimizer_case("clip-norm", optimizers.SGD(0.5, clipnorm=0.05))
optimizer_case("clip-value", optimizers.SGD(0.5, momentum=0.9, clipvalue=0.02))
optimizer_case("global-clip-norm", optimizers.SGD(0.5, global_clipnorm=0.1))
optimizer_case("global-clip-norm-adam", optimizers.Adam(0.01, epsilon=0.1, global_clipnorm=0.1))
optimizer_case("weight-decay-sgd", optimizers.SGD(0.05, momentum=0.9, weight_decay=0.1))
optimizer_case("weight-decay-rmsprop", optimizers.RMSprop(0.002, weight_decay=0.1))
optimizer_case("weight-decay-adam", optimizers.Adam(0.01, weight_decay=0.1))
optimizer_case("weight-decay-adagrad", optimizers.Adagrad(0.05, weight_decay=0.1))
optimizer_case("weight-decay-nadam", optimizers.Nadam(0.01, weight_decay=0.1))

optimizer_case("schedule-exponential", optimizers.SGD(schedules.ExponentialDecay(0.2, 5, 0.7)))
optimizer_case("schedule-staircase", optimizers.Adam(schedules.ExponentialDecay(0.02, 5, 0.7, staircase=True)))
optimizer_case("schedule-cosine", optimizers.SGD(schedules.CosineDecay(0.2, 15, alpha=0.1), momentum=0.9))
optimizer_case(
    "schedule-cosine-warm-up",
    optimizers.AdamW(schedules.CosineDecay(0.001, 12, alpha=0.1, warmup_target=0.03, warmup_steps=5), weight_decay=0.1))
optimizer_case("schedule-piecewise", optimizers.SGD(schedules.PiecewiseConstantDecay([4, 9], [0.2, 0.1, 0.02])))


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[1:] or CASES:
        make(name, CASES[name])
        print(name)
