"""Writes printed-arrays.txt: arrays, and how NumPy prints them. Run with numpy 2.4:

    python3 make_printed_arrays.py > printed-arrays.txt

A case is a line `dtype shape numbers`, or `dtype shape counting step start`, the printed text, and a line of dashes.
"""

import numpy as np

nan, inf = float("nan"), float("inf")


def show(dtype, shape, numbers):
    array = np.array(numbers, dtype=dtype).reshape(shape)
    sizes = ",".join(str(size) for size in shape)
    words = " ".join(repr(float(x)) if dtype == "float32" else str(int(x)) for x in array.ravel())
    emit(f"{dtype} [{sizes}] {words}", array)


def counting(dtype, shape, step, start=0.0):
    """A large array: number i is start + i * step, in float64; as a byte its remainder by 256."""
    numbers = start + np.arange(int(np.prod(shape))) * step
    array = (numbers % 256 if dtype == "uint8" else numbers).astype(dtype).reshape(shape)
    sizes = ",".join(str(size) for size in shape)
    emit(f"{dtype} [{sizes}] counting {step!r} {start!r}", array)


def emit(head, array):
    print(head)
    print(array if array.ndim else str(array[()]))
    print("-----")


for x in [0, -0.0, 1, 3.5, 0.1, 100, 123456, 999999, 1e6, 1234567, 16777216, 1e8, 1e16, 3.4e38, 1e-3, 1e-4, 0.00012, 1e-5,
          1.5e-10, 1e-45, -2.5, nan, inf, -inf, 1 / 3, 2 / 3, 1e22, 33554432, 0.3]:
    show("float32", (), [x])
for x in [0, 7, 255]:
    show("uint8", (), [x])
for x in [0, -5, 2147483647, -2147483648]:
    show("int32", (), [x])
for x in [0, 1]:
    show("bool", (), [x])

vectors = [
    [0], [-0.0], [1], [1, 2, 3], [0.5, 0, -0.5], [-1, 1], [1.5, 22.25, 333.125], [0.1, 0.2, 0.3], [1 / 3, 2 / 3],
    [0.12345678, 1], [0.123456789, 100], [0.99999999, 1], [0.00012345678], [0.0001], [0.00009999], [0.000012, 3], [1e-10, 1],
    [1e-4, 0.1], [1e-4, 0.1001], [1, 1000], [1, 1001], [0.001, 1], [1e5], [999999], [1e6], [1234567, 1], [12345678.0], [1e8, 2e8],
    [1e10], [1e16, 1], [3.4e38, 1e-38], [1e-45], [1e-45, 1], [1.1754944e-38], [-1e-10, 1e10], [nan], [inf], [-inf], [nan, 1],
    [nan, 1.25], [inf, -inf], [-inf, 1], [inf, 1e-10], [-inf, 1e-10], [nan, nan], [nan, inf, 0], [nan, 1e20, -1e-20], [0, 0, 0],
    [0, 1e-7], [0, 1e7], [123.456, 7.89], [16777216, 1], [16777217, 2], [1e-3, 1], [1e-3, 0.9999], [100, 0.1], [100, 0.099],
    [-0.001, 0.001], [0.1 + 0.2], [5e-5, 5e-2], [-123456.78], [1e2, 1e3, 1e4, 1e5], [65504], [255, 254.5], [0.49999997, 0.5],
    [1.17549435e-38, 3.40282347e38], [9.999999e5], [-1e6], [1e-38, -1e-38], [1e22, 1e23], [0.333, 12.5, -7],
    [1.00000012, 2], [4.9999999e-5], [8388608.5], [1e-6, 2e-6, 3e-6],
]
for vector in vectors:
    show("float32", (len(vector),), vector)

show("uint8", (4,), [0, 7, 42, 255])
show("uint8", (1,), [0])
show("int32", (3,), [-1, 10, -100])
show("int32", (2,), [-2147483648, 2147483647])
show("bool", (3,), [1, 0, 1])
show("bool", (2,), [1, 1])
show("bool", (1,), [1])
show("float32", (0,), [])
show("float32", (0, 3), [])
show("int32", (2, 0), [])

show("int32", (2, 3), [1, 2, 3, 4, 5, 6])
show("int32", (2, 2), [1, -20, 300, 4])
show("float32", (2, 2), [1, 2.5, -3, 4])
show("float32", (2, 2), [nan, 2.5, -inf, 4])
show("float32", (3, 1), [1, 2, 3])
show("float32", (1, 3), [1, 2, 3])
show("bool", (2, 2), [1, 0, 0, 1])
show("uint8", (2, 2, 2), range(8))
show("uint8", (1, 1, 1), [9])
show("int32", (2, 1, 2, 1), range(4))
show("float32", (2, 2, 1, 2), [x / 4 for x in range(8)])
show("float32", (1, 1, 1, 1), [0.5])

for count in [9, 10, 17, 18, 19, 20, 24, 25, 26, 36, 37, 38, 40, 75, 100]:
    counting("uint8", (count,), 1.0)
    counting("float32", (count,), 0.5)
    counting("int32", (count,), -37.0)
counting("float32", (30,), 0.1)
counting("float32", (30,), 1e-6)
counting("float32", (3, 30), 0.125, -1.0)
counting("uint8", (28, 28), 1.0)
counting("uint8", (2, 28, 28), 1.0)
counting("int32", (2, 3, 25), 1000.0)
counting("float32", (5, 40), 0.001)
counting("int32", (10, 100), 1.0)
counting("int32", (11, 91), 1.0)
counting("int32", (1000,), 1.0)
counting("int32", (1001,), 1.0)
counting("float32", (1001,), 0.25)
counting("float32", (2000,), 1e-3)
counting("float32", (100, 100), 1.0)
counting("float32", (6, 200), 1.0)
counting("float32", (7, 200), 1.0)
counting("float32", (200, 6), 0.5)
counting("float32", (200, 7), 0.5)
counting("uint8", (60, 28, 28), 1.0)
counting("float32", (8, 9, 10, 11), 1.0)
counting("float32", (4, 28, 28, 1), 0.001)
counting("float32", (2, 3, 4, 50), 0.5)
counting("bool", (1200,), 1.0)
counting("bool", (40, 40), 1.0)
counting("float32", (1, 1500), 1e5)
counting("float32", (1500, 1), -1e-5)
