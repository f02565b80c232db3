// What every cell sees without an import, built as one dynamic library that all cells of a session share.
@_exported import Datasets
@_exported import Display
@_exported import NeuralNetworks
@_exported import Plots
@_exported import Tensors
