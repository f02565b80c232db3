"""Makes the metrics that Keras measures for made-up predictions, in metrics.safetensors beside this file.

    pip install tensorflow-cpu==2.21.0 keras==3.15.1 safetensors
    python3 make_metric_fixtures.py

Each case has `predictions`, `targets`, and a tensor with a single number for each metric: `answers/auc` and so on. The Swift side
is ../../Metrics/KerasMetricTests.swift.
"""

import os
import pathlib

os.environ["CUDA_VISIBLE_DEVICES"] = "-1"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy
from keras import metrics
from safetensors.numpy import save_file

BATCH = 7
generator = numpy.random.default_rng(6)
tensors = {}


def measure(case, predictions, targets, loss, *measured):
    """What a model that passes its input on is evaluated to."""
    model = keras.Sequential([keras.Input(predictions.shape[1:]), keras.layers.Flatten()])
    model.compile(loss=loss, metrics=list(measured))
    results = model.evaluate(predictions, targets, batch_size=BATCH, return_dict=True, verbose=0)
    tensors[f"{case}/predictions"] = predictions.astype("float32")
    tensors[f"{case}/targets"] = targets.astype("float32")
    for name, value in results.items():
        if name != "loss":
            tensors[f"{case}/{name}"] = numpy.array([value], dtype="float32")


def answers():
    return [
        "accuracy", metrics.BinaryAccuracy(), metrics.Precision(name="precision"), metrics.Recall(name="recall"),
        metrics.AUC(name="auc"),
    ]


def bits(*shape):
    return generator.integers(0, 2, shape)


def probabilities(*shape):
    """Some of them lie on the thresholds of precision, recall and AUC."""
    numbers = generator.uniform(0, 1, shape)
    numbers[::5] = numpy.round(numbers[::5] * 199) / 199
    numbers[::7] = numpy.round(numbers[::7] * 2) / 2
    return numbers


def shares(rows, classes):
    """Some rows have several largest numbers."""
    numbers = generator.dirichlet(numpy.ones(classes), rows)
    numbers[::4] = numpy.round(numbers[::4] * 4) / 4
    return numbers


measure("answers", probabilities(150, 1), bits(150, 1), "mse", *answers())
measure("questions", probabilities(60, 4), bits(60, 4), "binary_crossentropy", *answers())
measure("never", 0.4 * probabilities(20, 1), bits(20, 1), "mse", *answers())
measure("nobody", probabilities(20, 1), numpy.zeros((20, 1)), "mse", *answers())

numbers = generator.normal(size=(50, 3))
measure("numbers", numbers, generator.normal(size=(50, 3)), "mse", "mean_absolute_error", "mean_squared_error", "mae", "mse")

predictions, labels = shares(80, 6), generator.integers(0, 6, 80)
measure(
    "labels", predictions, labels, "sparse_categorical_crossentropy", "accuracy",
    *(metrics.SparseTopKCategoricalAccuracy(k, name=f"top_{k}") for k in (1, 2, 3, 5)))
measure(
    "classes", predictions, numpy.eye(6)[labels], "categorical_crossentropy", "accuracy",
    *(metrics.TopKCategoricalAccuracy(k, name=f"top_{k}") for k in (1, 2, 3, 5)))

save_file(
    tensors, pathlib.Path(__file__).parent / "metrics.safetensors", metadata={"keras": keras.__version__})
