"""Trains a network of chapter 6 in PyTorch and reports what it took: torch_networks.py small|vgg IMAGES [bf16]."""

import sys
import time

import fashion_mnist as data
import torch
from torch import nn
from torch.nn import functional


def small():
    return nn.Sequential(
        nn.Conv2d(1, 32, 3), nn.MaxPool2d(2), nn.Conv2d(32, 64, 3), nn.MaxPool2d(2), nn.Conv2d(64, 128, 3), nn.Flatten(),
        nn.Linear(1152, 128), nn.ReLU(), nn.Dropout(0.3), nn.Linear(128, 10))


def vgg():
    def block(channels, first, second, padding):
        return [
            nn.Conv2d(channels, first, 3, padding=1), nn.ReLU(), nn.Conv2d(first, second, 3, padding=padding), nn.ReLU(),
            nn.MaxPool2d(2), nn.Dropout(0.5),
        ]

    def hidden(inputs, units):
        return [nn.Linear(inputs, units), nn.ReLU(), nn.Dropout(0.5)]

    return nn.Sequential(
        *block(1, 32, 64, 1), *block(64, 128, 256, 0), nn.Flatten(), *hidden(9216, 512), *hidden(512, 256),
        nn.Linear(256, 10))


class Training:
    def __init__(self, network, half_precision):
        self.model = network().to(memory_format=torch.channels_last if half_precision else torch.contiguous_format)
        self.optimizer = torch.optim.Adam(self.model.parameters(), fused=True)
        self.half_precision = half_precision

    def logits(self, x):
        if self.half_precision:
            x = x.to(memory_format=torch.channels_last)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.half_precision):
            return self.model(x)

    def epoch(self, x, y):
        self.model.train()
        for batch in torch.randperm(len(x)).split(32):
            loss = functional.cross_entropy(self.logits(x[batch]).float(), y[batch])
            self.optimizer.zero_grad()
            loss.backward()
            self.optimizer.step()
            loss.item()

    @torch.no_grad()
    def accuracy(self, x, y):
        self.model.eval()
        right = sum(
            (self.logits(images).argmax(1) == labels).sum().item() for images, labels in zip(x.split(32), y.split(32)))
        return right / len(x)


def measure(network, count, half_precision):
    torch.set_num_threads(2)
    x, y, test_x, test_y = (
        torch.tensor(numbers) for part in ("train", "t10k") for numbers in (data.images(part), data.labels(part)))
    x, y, test_x = x[:count].permute(0, 3, 1, 2).contiguous(), y[:count], test_x.permute(0, 3, 1, 2).contiguous()
    held = count * 3 // 4
    training = Training(network, half_precision)
    training.epoch(x[:32], y[:32])
    first_step = data.since_start()
    training.epoch(x[:650], y[:650])
    start = time.time()
    training.epoch(x[:held], y[:held])
    training.accuracy(x[held:], y[held:])
    seconds = time.time() - start
    start = time.time()
    accuracy = training.accuracy(test_x, test_y)
    data.report(
        engine=f"PyTorch {torch.__version__.split('+')[0]}" + (", bf16 autocast" if half_precision else ""),
        secondsAnEpoch=seconds, testAccuracy=accuracy, secondsToFirstStep=first_step,
        predictionsASecond=len(test_x) / (time.time() - start))


measure({"small": small, "vgg": vgg}[sys.argv[1]], int(sys.argv[2]), "bf16" in sys.argv[3:])
