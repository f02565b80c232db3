"""Makes what Keras's `accuracy` is for predictions and targets of many shapes, in shapes.safetensors beside this file.

    pip install jax keras==3.15.1 safetensors
    KERAS_BACKEND=jax python3 make_shape_fixtures.py

Each case has `predictions`, `targets`, and a tensor with a single number for each metric: `pixels/accuracy` and so on. The Swift
side is ../../Metrics/KerasMetricTests.swift.
"""

import pathlib

import keras
import numpy
from keras import metrics
from safetensors.numpy import save_file

BATCH = 7
generator = numpy.random.default_rng(14)
tensors = {}


def measure(case, predictions, targets, loss, *measured):
    """What a model that passes its input on is evaluated to."""
    model = keras.Sequential([keras.Input(predictions.shape[1:]), keras.layers.Identity()])
    model.compile(loss=loss, metrics=["accuracy", *measured])
    results = model.evaluate(predictions, targets, batch_size=BATCH, return_dict=True, verbose=0)
    tensors[f"{case}/predictions"] = predictions.astype("float32")
    tensors[f"{case}/targets"] = targets.astype("float32")
    for name, value in results.items():
        if name != "loss":
            tensors[f"{case}/{name}"] = numpy.array([value], dtype="float32")


def answers(*shape):
    return generator.uniform(0, 1, shape)


def bits(*shape):
    return generator.integers(0, 2, shape)


def classes(*shape):
    """A one for one of the last axis."""
    return numpy.eye(shape[-1])[generator.integers(0, shape[-1], shape[:-1])]


top = metrics.TopKCategoricalAccuracy

measure("number", answers(30, 1), bits(30, 1), "mse")
measure("number, plain targets", answers(30, 1), bits(30), "mse")
measure("one number of an image", answers(30, 1, 1, 1), bits(30, 1, 1, 1), "binary_crossentropy")
measure("image", answers(15, 3, 4, 1), bits(15, 3, 4, 1), "binary_crossentropy")
measure("image, plain targets", answers(15, 3, 4, 1), bits(15, 3, 4), "mse")
measure("series", answers(15, 6, 1), bits(15, 6, 1), "binary_crossentropy")
measure("questions", answers(20, 4), bits(20, 4), "binary_crossentropy")
measure("images of questions", answers(15, 2, 3, 4), bits(15, 2, 3, 4), "binary_crossentropy")
measure("classes", answers(20, 4), classes(20, 4), "categorical_crossentropy", top(2, name="top_2"))
measure("words", answers(15, 6, 4), classes(15, 6, 4), "mse", top(2, name="top_2"))
measure("pixels", answers(15, 3, 4, 5), classes(15, 3, 4, 5), "mse", top(2, name="top_2"))
measure("pixels in a row", answers(15, 1, 4, 3), classes(15, 1, 4, 3), "mse", top(2, name="top_2"))
measure("labels", answers(20, 4), generator.integers(0, 4, 20), "sparse_categorical_crossentropy")
measure("labels in a column", answers(20, 4), generator.integers(0, 4, (20, 1)), "sparse_categorical_crossentropy")
measure("labels of one class", answers(20, 1), numpy.zeros(20), "sparse_categorical_crossentropy")

save_file(tensors, pathlib.Path(__file__).parent / "shapes.safetensors", metadata={"keras": keras.__version__})
