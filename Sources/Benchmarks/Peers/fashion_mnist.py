"""What both peers' scripts share: the data, the clock, and how a measurement is reported."""

import gzip
import json
import os
import resource
import time

import numpy

FOLDER = os.environ.get("FASHION_MNIST_FOLDER", "/usr/share/datasets/fashion-mnist")


def _read(name, header, shape):
    with gzip.open(f"{FOLDER}/{name}.gz") as file:
        return numpy.frombuffer(file.read(), numpy.uint8, offset=header).reshape(shape)


def images(part):
    """Pixels from 0 to 1, of shape (count, 28, 28, 1); `part` is `train` or `t10k`."""
    return (_read(f"{part}-images-idx3-ubyte", 16, (-1, 28, 28, 1)) / 255).astype("float32")


def labels(part):
    return _read(f"{part}-labels-idx1-ubyte", 8, (-1,)).astype("int64")


def since_start():
    """Seconds since the process was started by who measures."""
    return time.time() - float(os.environ["BENCHMARK_START"])


def report(**numbers):
    numbers["peakMegabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print("measured " + json.dumps(numbers), flush=True)
