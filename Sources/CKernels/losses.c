#include "training.h"

#include <math.h>

double nbrun_softmax_cross_entropy(
    float *logits, const int32_t *labels, float *gradient, size_t rows, size_t width, float scale) {
    double total = 0;
    for (size_t row = 0; row < rows; row++) {
        float *values = logits + row * width;
        size_t label = (size_t)labels[row];
        float largest = values[0], logit = values[label];
        for (size_t i = 1; i < width; i++)
            if (values[i] > largest) largest = values[i];
        float sum = 0;
        for (size_t i = 0; i < width; i++) sum += values[i] = expf(values[i] - largest);
        for (size_t i = 0; i < width; i++) values[i] /= sum;
        total += (double)(largest - logit) + log(sum);
        if (gradient)
            for (size_t i = 0; i < width; i++) gradient[row * width + i] = (values[i] - (i == label)) * scale;
    }
    return total;
}
