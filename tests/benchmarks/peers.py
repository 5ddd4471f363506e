"""Attention by NumPy and PyTorch, for ./learn bench --peers.

Reads lines from standard input, each a request, and answers each with a line:

    load Q.npy K.npy V.npy      the arrays to attend over: (n, d), or (heads, n, d)     answers 0
    run PEER THREADS CALLS      PEER is numpy or torch; once before it counts           answers the seconds of a call by the
                                                                                        clock, and by the processor, or `none`
"""

import math
import sys
import time

import numpy as np

try:
    import torch
except ImportError:
    torch = None


def by_numpy(Q, K, V):
    scores = Q @ np.swapaxes(K, -1, -2)
    scores *= 1 / math.sqrt(Q.shape[-1])
    scores -= scores.max(axis=-1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=-1, keepdims=True)
    return scores @ V


def by_torch(Q, K, V):
    functions = torch.nn.functional
    with torch.no_grad():
        if hasattr(functions, "scaled_dot_product_attention"):  # from 2.0 on
            return functions.scaled_dot_product_attention(Q[None], K[None], V[None])
        return functions._scaled_dot_product_attention(Q, K, V)[0]


def per_call(attend, arrays, calls):
    if calls > 1:
        attend(*arrays)
    begin, worked = time.perf_counter(), time.process_time()
    for _ in range(calls):
        attend(*arrays)
    return (time.perf_counter() - begin) / calls, (time.process_time() - worked) / calls


def main():
    arrays = tensors = None
    for line in sys.stdin:
        word, *rest = line.split()
        if word == "load":
            arrays = [np.load(file) for file in rest]
            # PyTorch wants a matrix for each head, and there may be one head only.
            tensors = [torch.from_numpy(array.reshape(-1, *array.shape[-2:])) for array in arrays] if torch else None
            print(0, flush=True)
            continue
        peer, threads, calls = rest[0], int(rest[1]), int(rest[2])
        if peer == "torch" and torch is None:
            print("none", flush=True)
            continue
        if peer == "torch":
            torch.set_num_threads(threads)
            times = per_call(by_torch, tensors, calls)
        else:
            times = per_call(by_numpy, arrays, calls)
        print(*times, flush=True)


main()
