"""Writes element-types.safetensors with Python's safetensors: one tensor of each type that can be read.

    pip install safetensors numpy ml_dtypes
"""

import os

import ml_dtypes
import numpy as np
from safetensors.numpy import save_file

folder = os.path.dirname(os.path.abspath(__file__))
numbers = np.array([[0, 1, 2.5], [-3, 0.15625, 240]])
save_file(
    {
        "f32": numbers.astype(np.float32),
        "f64": numbers,
        "f16": numbers.astype(np.float16),
        "bf16": numbers.astype(ml_dtypes.bfloat16),
        "i32": np.array([1, -2, 2**31 - 1], np.int32),
        "i64": np.array([1, -2, -(2**31)], np.int64),
        "u8": np.array([[0], [255]], np.uint8),
        "scalar": np.array(7, np.float32),
        "empty": np.zeros((0, 3), np.float32),
        "größe/日本": np.array([1], np.float32),
    },
    os.path.join(folder, "element-types.safetensors"),
    metadata={"made by": "make_safetensors.py", "quotes": '"\\\n'},
)
