#include "training.h"

#include <math.h>

#include "parallel.h"
#include "vectorised.h"

enum { CHUNK = 1 << 13 };

typedef struct {
    const nbrun_update *update;
    float decay1, decay2, epsilon, momentum, mean_part, gradient_part;
    int nesterov;
} rule;

// What the loops read of an update, in variables of their own, so that no store through a pointer makes them stale.
#define UPDATE_OF(context)                                                                            \
    const rule *rule = context;                                                                       \
    const nbrun_update *update = rule->update;                                                        \
    float *restrict values = update->values;                                                          \
    const float *restrict gradients = update->gradients;                                              \
    float rate = update->rate, decay = update->decay;                                                 \
    float factor = update->gradient_factor, limit = update->gradient_limit

/// Updates a piece of the numbers whose gradient has just been made.
typedef struct {
    const rule *rule;
    nbrun_range_body body;
} piecewise;

static void update_piece(size_t first, size_t count, const float *gradient, void *context) {
    const piecewise *pieces = context;
    nbrun_update update = *pieces->rule->update;
    rule rule = *pieces->rule;
    rule.update = &update;
    update.values += first;
    update.gradients = gradient;
    if (update.first_slot) update.first_slot += first;
    if (update.second_slot) update.second_slot += first;
    pieces->body(0, count, &rule);
}

/// Updates all numbers; where their gradient is not there yet, piece by piece as it is made.
static void apply(const rule *rule, nbrun_range_body body) {
    const nbrun_update *update = rule->update;
    if (update->layer) {
        const float *const streams[3] = {update->values, update->first_slot, update->second_slot};
        piecewise pieces = {rule, body};
        nbrun_dense_backward_pieces(update->layer, streams, update_piece, &pieces);
    } else {
        nbrun_parallel_for(update->count, CHUNK, body, (void *)rule);
    }
}

// A gradient that is no number stays none.
INLINED float clipped(float gradient, float factor, float limit) {
    gradient *= factor;
    return gradient > limit ? limit : gradient < -limit ? -limit : gradient;
}

VECTORISED static void adam_range(size_t begin, size_t end, void *context) {
    UPDATE_OF(context);
    float *restrict means = update->first_slot, *restrict variances = update->second_slot;
    float decay1 = rule->decay1, decay2 = rule->decay2, epsilon = rule->epsilon;
    float mean_part = rule->mean_part, gradient_part = rule->gradient_part;
    for (size_t i = begin; i < end; i++) {
        float gradient = clipped(gradients[i], factor, limit), value = values[i];
        float mean = means[i] + (gradient - means[i]) * decay1;
        float variance = variances[i] + (gradient * gradient - variances[i]) * decay2;
        float push = mean * mean_part + gradient * gradient_part;
        means[i] = mean;
        variances[i] = variance;
        values[i] = value - value * decay - rate * push / (sqrtf(variance) + epsilon);
    }
}

void nbrun_adam(
    const nbrun_update *update, float beta1, float beta2, float epsilon, float mean_part, float gradient_part) {
    rule rule = {
        .update = update, .decay1 = 1 - beta1, .decay2 = 1 - beta2, .epsilon = epsilon, .mean_part = mean_part,
        .gradient_part = gradient_part};
    apply(&rule, adam_range);
}

VECTORISED static void sgd_range(size_t begin, size_t end, void *context) {
    UPDATE_OF(context);
    (void)rule;
    for (size_t i = begin; i < end; i++) {
        float value = values[i];
        values[i] = value - value * decay - rate * clipped(gradients[i], factor, limit);
    }
}

void nbrun_sgd(const nbrun_update *update) {
    rule rule = {.update = update};
    apply(&rule, sgd_range);
}

VECTORISED static void sgd_momentum_range(size_t begin, size_t end, void *context) {
    UPDATE_OF(context);
    float *restrict speeds = update->first_slot;
    float momentum = rule->momentum;
    int nesterov = rule->nesterov;
    for (size_t i = begin; i < end; i++) {
        float value = values[i], push = rate * clipped(gradients[i], factor, limit);
        float speed = momentum * speeds[i] - push;
        speeds[i] = speed;
        values[i] = value - value * decay + (nesterov ? momentum * speed - push : speed);
    }
}

void nbrun_sgd_momentum(const nbrun_update *update, float momentum, int nesterov) {
    rule rule = {.update = update, .momentum = momentum, .nesterov = nesterov};
    apply(&rule, sgd_momentum_range);
}

VECTORISED static void rmsprop_range(size_t begin, size_t end, void *context) {
    UPDATE_OF(context);
    float *restrict variances = update->first_slot, *restrict speeds = update->second_slot;
    float decay1 = rule->decay1, epsilon = rule->epsilon, momentum = rule->momentum;
    for (size_t i = begin; i < end; i++) {
        float gradient = clipped(gradients[i], factor, limit), value = values[i];
        float variance = variances[i] + (gradient * gradient - variances[i]) * decay1;
        float speed = momentum * speeds[i] + rate * gradient / sqrtf(variance + epsilon);
        variances[i] = variance;
        speeds[i] = speed;
        values[i] = value - value * decay - speed;
    }
}

void nbrun_rmsprop(const nbrun_update *update, float rho, float momentum, float epsilon) {
    rule rule = {.update = update, .decay1 = 1 - rho, .epsilon = epsilon, .momentum = momentum};
    apply(&rule, rmsprop_range);
}

VECTORISED static void adagrad_range(size_t begin, size_t end, void *context) {
    UPDATE_OF(context);
    float *restrict sums = update->first_slot;
    float epsilon = rule->epsilon;
    for (size_t i = begin; i < end; i++) {
        float gradient = clipped(gradients[i], factor, limit), value = values[i];
        float sum = sums[i] + gradient * gradient;
        sums[i] = sum;
        values[i] = value - value * decay - rate * gradient / sqrtf(sum + epsilon);
    }
}

void nbrun_adagrad(const nbrun_update *update, float epsilon) {
    rule rule = {.update = update, .epsilon = epsilon};
    apply(&rule, adagrad_range);
}
