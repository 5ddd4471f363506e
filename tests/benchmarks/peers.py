"""Attention by NumPy and PyTorch, for ./learn bench --peers.

Reads lines from standard input, each a request, and answers each with the seconds that it took:

    load Q.npy K.npy V.npy          the arrays to attend over           answers 0
    run PEER THREADS CAUSAL         PEER is numpy or torch, CAUSAL 0/1  answers seconds, or `none` where there is no such peer
"""

import math
import sys
import time

import numpy as np

try:
    import torch
except ImportError:
    torch = None


def by_numpy(Q, K, V, causal):
    scores = Q @ K.T
    scores *= 1 / math.sqrt(Q.shape[1])
    if causal:
        scores[np.triu_indices(len(Q), 1)] = -np.inf
    scores -= scores.max(axis=1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=1, keepdims=True)
    return scores @ V


def by_torch(Q, K, V, causal):
    functions = torch.nn.functional
    with torch.no_grad():
        if hasattr(functions, "scaled_dot_product_attention"):  # from 2.0 on
            return functions.scaled_dot_product_attention(Q[None, None], K[None, None], V[None, None], is_causal=causal)
        return functions._scaled_dot_product_attention(Q[None], K[None], V[None], is_causal=causal)[0]


def main():
    arrays = tensors = None
    for line in sys.stdin:
        word, *rest = line.split()
        if word == "load":
            arrays = [np.load(file) for file in rest]
            tensors = [torch.from_numpy(array) for array in arrays] if torch else None
            print(0, flush=True)
            continue
        peer, threads, causal = rest[0], int(rest[1]), rest[2] == "1"
        if peer == "torch" and torch is None:
            print("none", flush=True)
            continue
        if peer == "torch":
            torch.set_num_threads(threads)
        begin = time.perf_counter()
        by_torch(*tensors, causal) if peer == "torch" else by_numpy(*arrays, causal)
        print(time.perf_counter() - begin, flush=True)


main()
