"""Writes weights of small Keras models, with images and what the models predict for them.

    pip install keras tensorflow safetensors

For each model, `<name>-weights.safetensors` has the weights as layer/weight; `<name>-predictions.safetensors` has `x` and
`predictions`.
"""

import os

import keras
import numpy as np
from keras import layers
from safetensors.numpy import save_file

folder = os.path.dirname(os.path.abspath(__file__))


def sequential():
    return keras.Sequential([
        keras.Input((9, 9, 3)),
        layers.Conv2D(5, 3, strides=2, padding="same", activation="relu", name="conv2d"),
        layers.Conv2D(16, 2, name="conv2d_1"),
        layers.MaxPooling2D(2, name="max_pooling2d"),
        layers.Flatten(name="flatten"),
        layers.Dense(7, activation="tanh", name="dense"),
        layers.Dense(4, activation="softmax", name="dense_1"),
    ])


def residual():
    inputs = keras.Input((6, 6, 2), name="input_1")
    shortcut = layers.Conv2D(4, 3, padding="same", name="conv2d")(inputs)
    x = layers.BatchNormalization(name="batch_normalization")(shortcut)
    x = layers.Conv2D(4, 3, padding="same", use_bias=False, activation="relu", name="conv2d_1")(x)
    x = layers.Add(name="add")([x, shortcut])
    x = layers.Flatten(name="flatten")(x)
    return keras.Model(inputs, layers.Dense(3, activation="softmax", name="dense")(x))


def export(name, model, seed):
    random = np.random.default_rng(seed)
    for layer in model.layers:
        for variable in layer.weights:
            low = 0.5 if variable.name == "moving_variance" else -0.5
            variable.assign(random.uniform(low, low + 1, variable.shape).astype(np.float32))
    x = random.uniform(-1, 1, (5, *model.input_shape[1:])).astype(np.float32)
    weights = {f"{layer.name}/{variable.name}": variable.numpy() for layer in model.layers for variable in layer.weights}
    save_file(weights, os.path.join(folder, f"{name}-weights.safetensors"))
    save_file({"x": x, "predictions": model.predict(x, verbose=0)}, os.path.join(folder, f"{name}-predictions.safetensors"))


export("sequential", sequential(), 1)
export("residual", residual(), 2)
