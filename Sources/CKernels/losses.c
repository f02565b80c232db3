#include "training.h"

#include <math.h>

#include "vectorised.h"

static const float LEAST_PROBABILITY = 1e-7f, LARGEST_PROBABILITY = 1 - 1e-7f;

// What is no number stays none.
INLINED float within_bounds(float probability) {
    if (probability < LEAST_PROBABILITY) return LEAST_PROBABILITY;
    return probability > LARGEST_PROBABILITY ? LARGEST_PROBABILITY : probability;
}

INLINED float weight_of(const nbrun_loss_batch *batch, size_t row) {
    return batch->weights ? batch->weights[row] : 1;
}

// MARK: One class of many

// The probability that class i should have.
INLINED float class_target(const nbrun_loss_batch *batch, size_t row, size_t i, float smoothing) {
    if (batch->labels) return (size_t)batch->labels[row] == i;
    return batch->targets[row * batch->width + i] * (1 - smoothing) + smoothing / (float)batch->width;
}

double nbrun_softmax_cross_entropy(const nbrun_loss_batch *batch, float smoothing, int gives_probabilities) {
    size_t width = batch->width;
    double total = 0;
    for (size_t row = 0; row < batch->rows; row++) {
        float *logits = batch->predictions + row * width;
        float weight = weight_of(batch, row), scale = weight / (float)batch->rows;
        float *gradient = batch->gradient ? batch->gradient + row * width : 0, largest = logits[0], sum = 0;
        float *probabilities = gives_probabilities ? logits : gradient;
        for (size_t i = 1; i < width; i++)
            if (logits[i] > largest) largest = logits[i];
        double distance = 0, targets = 0;
        for (size_t i = 0; i < width; i++) {
            float target = class_target(batch, row, i, smoothing), exponential = expf(logits[i] - largest);
            if (target != 0) distance += (double)target * (largest - logits[i]);
            targets += target;
            sum += exponential;
            if (probabilities) probabilities[i] = exponential;
        }
        total += weight * (distance + targets * log(sum));
        if (!probabilities) continue;
        for (size_t i = 0; i < width; i++) probabilities[i] /= sum;
        if (!gradient) continue;
        for (size_t i = 0; i < width; i++)
            gradient[i] = (probabilities[i] - class_target(batch, row, i, smoothing)) * scale;
    }
    return total;
}

double nbrun_categorical_cross_entropy(const nbrun_loss_batch *batch, float smoothing) {
    size_t width = batch->width;
    double total = 0;
    for (size_t row = 0; row < batch->rows; row++) {
        const float *predictions = batch->predictions + row * width;
        float sum = 0, weight = weight_of(batch, row), scale = weight / (float)batch->rows;
        for (size_t i = 0; i < width; i++) sum += predictions[i];
        double loss = 0, pull = 0;
        for (size_t i = 0; i < width; i++) {
            float target = class_target(batch, row, i, smoothing);
            float share = predictions[i] / sum, probability = within_bounds(share);
            loss -= target * log(probability);
            float slope = probability == share ? -target / probability : 0;
            pull += slope * share;
            if (batch->gradient) batch->gradient[row * width + i] = slope;
        }
        total += weight * loss;
        if (!batch->gradient) continue;
        float *gradient = batch->gradient + row * width;
        for (size_t i = 0; i < width; i++) gradient[i] = (gradient[i] - (float)pull) / sum * scale;
    }
    return total;
}

// MARK: Number by number

// A loss and its derivative by the prediction.
typedef struct {
    float loss, slope;
} measure;

typedef measure measuring(float prediction, float target, float parameter);

INLINED double sum_of(const nbrun_loss_batch *batch, measuring *measured, float parameter) {
    double total = 0;
    for (size_t row = 0; row < batch->rows; row++) {
        float weight = weight_of(batch, row), scale = weight / (float)(batch->rows * batch->width);
        double loss = 0;
        for (size_t i = row * batch->width; i < (row + 1) * batch->width; i++) {
            measure point = measured(batch->predictions[i], batch->targets[i], parameter);
            loss += point.loss;
            if (batch->gradient) batch->gradient[i] = point.slope * scale;
        }
        total += weight * loss / (double)batch->width;
    }
    return total;
}

INLINED measure squared(float prediction, float target, float unused) {
    (void)unused;
    float error = prediction - target;
    return (measure){error * error, 2 * error};
}

INLINED measure absolute(float prediction, float target, float unused) {
    (void)unused;
    float error = prediction - target;
    return (measure){fabsf(error), (float)((error > 0) - (error < 0))};
}

INLINED measure hubers(float prediction, float target, float delta) {
    float error = prediction - target;
    if (fabsf(error) <= delta) return (measure){error * error / 2, error};
    return (measure){delta * (fabsf(error) - delta / 2), error > 0 ? delta : -delta};
}

INLINED float sigmoid(float logit) { return 1 / (1 + expf(-logit)); }

INLINED measure surprise_at_sigmoid(float logit, float target, float smoothing) {
    target = target * (1 - smoothing) + smoothing / 2;
    float loss = fmaxf(logit, 0) - logit * target + log1pf(expf(-fabsf(logit)));
    return (measure){loss, sigmoid(logit) - target};
}

INLINED measure surprise(float prediction, float target, float smoothing) {
    target = target * (1 - smoothing) + smoothing / 2;
    float p = within_bounds(prediction);
    float slope = p == prediction ? (1 - target) / (1 - p) - target / p : 0;
    return (measure){-target * logf(p) - (1 - target) * logf(1 - p), slope};
}

double nbrun_squared_error(const nbrun_loss_batch *batch) { return sum_of(batch, squared, 0); }

double nbrun_absolute_error(const nbrun_loss_batch *batch) { return sum_of(batch, absolute, 0); }

double nbrun_huber(const nbrun_loss_batch *batch, float delta) { return sum_of(batch, hubers, delta); }

double nbrun_binary_cross_entropy(const nbrun_loss_batch *batch, float smoothing) {
    return sum_of(batch, surprise, smoothing);
}

double nbrun_sigmoid_cross_entropy(const nbrun_loss_batch *batch, float smoothing, int gives_probabilities) {
    double total = sum_of(batch, surprise_at_sigmoid, smoothing);
    if (gives_probabilities)
        for (size_t i = 0; i < batch->rows * batch->width; i++) batch->predictions[i] = sigmoid(batch->predictions[i]);
    return total;
}
