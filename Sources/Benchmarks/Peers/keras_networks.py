"""Trains a network of chapter 6 in Keras and reports what it took: keras_networks.py small|vgg IMAGES, or augmentation."""

import os
import sys
import time

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = "-1"

import fashion_mnist as data
import keras
import tensorflow
from keras import layers


def small():
    return [
        layers.Conv2D(32, 3), layers.MaxPool2D(2), layers.Conv2D(64, 3), layers.MaxPool2D(2), layers.Conv2D(128, 3),
        layers.Flatten(), layers.Dense(128, activation="relu"), layers.Dropout(0.3),
        layers.Dense(10, activation="softmax"),
    ]


def vgg():
    def block(first, second, padding):
        return [
            layers.Conv2D(first, 3, padding="same", activation="relu"),
            layers.Conv2D(second, 3, padding=padding, activation="relu"), layers.MaxPool2D(2), layers.Dropout(0.5),
        ]

    def hidden(units):
        return [layers.Dense(units, activation="relu"), layers.Dropout(0.5)]

    return [
        *block(32, 64, "same"), *block(128, 256, "valid"), layers.Flatten(), *hidden(512), *hidden(256),
        layers.Dense(10, activation="softmax"),
    ]


def measure_network(network, count):
    x, y = data.images("train")[:count], data.labels("train")[:count]
    test_x, test_y = data.images("t10k"), data.labels("t10k")
    model = keras.Sequential([keras.Input((28, 28, 1)), *network()])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(x[:32], y[:32], batch_size=32, verbose=0)
    first_step = data.since_start()
    # A short fit of the same kind, smaller last batches included, so that no tracing is in the epoch that counts.
    model.fit(x[:650], y[:650], validation_split=0.25, verbose=0)
    start = time.time()
    model.fit(x, y, validation_split=0.25, verbose=0)
    seconds = time.time() - start
    accuracy = model.evaluate(test_x, test_y, verbose=0)[1]
    model.predict(test_x[:650], verbose=0)
    start = time.time()
    model.predict(test_x, verbose=0)
    data.report(
        engine=f"Keras {keras.__version__}, TensorFlow {tensorflow.__version__}", secondsAnEpoch=seconds,
        testAccuracy=accuracy, secondsToFirstStep=first_step, predictionsASecond=len(test_x) / (time.time() - start))


def measure_augmentation():
    from keras.src.legacy.preprocessing.image import ImageDataGenerator

    generator = ImageDataGenerator(
        rotation_range=10, zoom_range=0.1, shear_range=0.5, width_shift_range=0.1, height_shift_range=0.1,
        horizontal_flip=True, vertical_flip=False)
    flow = generator.flow(data.images("train"), batch_size=1000)
    next(flow)
    start = time.time()
    batches = [next(flow) for _ in range(20)]
    data.report(engine=f"Keras {keras.__version__}", imagesASecond=sum(map(len, batches)) / (time.time() - start))


if sys.argv[1] == "augmentation":
    measure_augmentation()
else:
    measure_network({"small": small, "vgg": vgg}[sys.argv[1]], int(sys.argv[2]))
