"""Sets the curve figure and the image grids beside matplotlib's own of the same data, in one page.

    python3 Tests/PlotsTests/Golden/compare_with_matplotlib.py /tmp/pairs.html

Needs matplotlib. The data are read from the recorded drawings: the curves from the titles of their points, the images from
their mosaic.
"""

import base64
import io
import pathlib
import re
import sys

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt
import numpy as np
from PIL import Image

GOLDEN = pathlib.Path(__file__).parent


def series(svg):
    """Each series' values by its name, from titles such as "Epoch 3 · loss 0.315"."""
    result = {}
    for name, value in re.findall(r"<title>Epoch \d+ · (\w+) ([\d.]+)</title>", svg):
        result.setdefault(name, []).append(float(value))
    return result


def tiles(svg, rows, columns, size, gap):
    """The images of a mosaic, as grey levels or colours."""
    data = base64.b64decode(re.search(r"base64,([^\"]+)", svg).group(1))
    mosaic = np.asarray(Image.open(io.BytesIO(data)).convert("RGBA"))
    steps = [(r * (size + gap[1]), c * (size + gap[0])) for r in range(rows) for c in range(columns)]
    return [mosaic[y : y + size, x : x + size] for y, x in steps]


def as_svg(figure):
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg")
    plt.close(figure)
    text = buffer.getvalue()
    return text[text.index("<svg") :]


def curves(svg):
    data = series(svg)
    figure, axes = plt.subplots(1, 2, figsize=(12, 4))
    styles = {"loss": "b-", "val_loss": "r--", "accuracy": "g-", "val_accuracy": "k--"}
    for axis, title, names in zip(axes, ["Loss", "Accuracy"], [["loss", "val_loss"], ["accuracy", "val_accuracy"]]):
        for name in names:
            axis.plot(data[name], styles[name], label=name)
        axis.set_title(title)
        axis.set_xlabel("Epoch")
        axis.legend()
    return as_svg(figure)


def grid(images, rows, columns, titles, figsize):
    figure, axes = plt.subplots(rows, columns, figsize=figsize)
    for axis, image, title in zip(axes.flat, images, titles):
        axis.imshow(image)
        axis.set_title(title)
        axis.axis("off")
    return as_svg(figure)


def pairs():
    golden = {name: (GOLDEN / f"{name}.svg").read_text() for name in ["curves", "filtered-images", "image-grid"]}
    yield "curves", golden["curves"], curves(golden["curves"])
    names = ["the image", "vertical edges", "horizontal edges"]
    filtered = tiles(golden["filtered-images"], 1, 3, 28, (2, 0))
    yield "filtered-images", golden["filtered-images"], grid(filtered, 1, 3, names, (5, 2))
    sixteen = tiles(golden["image-grid"], 4, 4, 28, (2, 2))
    yield "image-grid", golden["image-grid"], grid(sixteen, 4, 4, [""] * 16, (6, 6))


def main(path):
    body = "".join(
        f"<h2>{name}</h2><div class=pair><figure>{ours}<figcaption>ours</figcaption></figure>"
        f"<figure>{theirs}<figcaption>matplotlib {matplotlib.__version__}</figcaption></figure></div>"
        for name, ours, theirs in pairs()
    )
    style = "body{font-family:sans-serif} figure{margin:0 0 2em}"
    pathlib.Path(path).write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{body}")


if __name__ == "__main__":
    main(sys.argv[1])
