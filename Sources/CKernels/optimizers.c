#include "training.h"

#include <math.h>

#include "parallel.h"
#include "vectorised.h"

enum { CHUNK = 1 << 13 };

typedef struct {
    float *values;
    const float *gradients;
    float *first_slot, *second_slot;
    float rate, decay1, decay2, epsilon, momentum;
    int nesterov;
} update;

VECTORISED static void adam_range(size_t begin, size_t end, void *context) {
    const update *update = context;
    float *restrict values = update->values, *restrict means = update->first_slot;
    float *restrict variances = update->second_slot;
    const float *restrict gradients = update->gradients;
    float rate = update->rate, decay1 = update->decay1, decay2 = update->decay2, epsilon = update->epsilon;
    for (size_t i = begin; i < end; i++) {
        float gradient = gradients[i];
        float mean = means[i] + (gradient - means[i]) * decay1;
        float variance = variances[i] + (gradient * gradient - variances[i]) * decay2;
        means[i] = mean;
        variances[i] = variance;
        values[i] -= rate * mean / (sqrtf(variance) + epsilon);
    }
}

void nbrun_adam(
    float *values, const float *gradients, float *means, float *variances, size_t count, float rate, float beta1,
    float beta2, float epsilon) {
    update update = {values, gradients, means, variances, rate, 1 - beta1, 1 - beta2, epsilon, 0, 0};
    nbrun_parallel_for(count, CHUNK, adam_range, &update);
}

VECTORISED static void sgd_range(size_t begin, size_t end, void *context) {
    const update *update = context;
    float *restrict values = update->values;
    const float *restrict gradients = update->gradients;
    float rate = update->rate;
    for (size_t i = begin; i < end; i++) values[i] -= rate * gradients[i];
}

void nbrun_sgd(float *values, const float *gradients, size_t count, float rate) {
    update update = {values, gradients, 0, 0, rate, 0, 0, 0, 0, 0};
    nbrun_parallel_for(count, CHUNK, sgd_range, &update);
}

VECTORISED static void sgd_momentum_range(size_t begin, size_t end, void *context) {
    const update *update = context;
    float *restrict values = update->values, *restrict speeds = update->first_slot;
    const float *restrict gradients = update->gradients;
    float rate = update->rate, momentum = update->momentum;
    int nesterov = update->nesterov;
    for (size_t i = begin; i < end; i++) {
        float push = rate * gradients[i], speed = momentum * speeds[i] - push;
        speeds[i] = speed;
        values[i] += nesterov ? momentum * speed - push : speed;
    }
}

void nbrun_sgd_momentum(
    float *values, const float *gradients, float *speeds, size_t count, float rate, float momentum, int nesterov) {
    update update = {values, gradients, speeds, 0, rate, 0, 0, 0, momentum, nesterov};
    nbrun_parallel_for(count, CHUNK, sgd_momentum_range, &update);
}

VECTORISED static void rmsprop_range(size_t begin, size_t end, void *context) {
    const update *update = context;
    float *restrict values = update->values, *restrict variances = update->first_slot;
    float *restrict speeds = update->second_slot;
    const float *restrict gradients = update->gradients;
    float rate = update->rate, decay = update->decay1, epsilon = update->epsilon, momentum = update->momentum;
    for (size_t i = begin; i < end; i++) {
        float variance = variances[i] + (gradients[i] * gradients[i] - variances[i]) * decay;
        float speed = momentum * speeds[i] + rate * gradients[i] / sqrtf(variance + epsilon);
        variances[i] = variance;
        speeds[i] = speed;
        values[i] -= speed;
    }
}

void nbrun_rmsprop(
    float *values, const float *gradients, float *variances, float *speeds, size_t count, float rate, float rho,
    float momentum, float epsilon) {
    update update = {values, gradients, variances, speeds, rate, 1 - rho, 0, epsilon, momentum, 0};
    nbrun_parallel_for(count, CHUNK, rmsprop_range, &update);
}
