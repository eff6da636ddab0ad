"""Pairs of texts that datasketch's and rensa's MinHash link; texts come as JSON strings, a line each."""

import json
import re
import sys

from datasketch import MinHash, MinHashLSH
from rensa import RMinHash, RMinHashLSH

PERMUTATIONS = 128
texts = [json.loads(line) for line in sys.stdin]


def shingles(text):
    """Runs of three words, as both projects' examples for near duplicates make them."""
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2))}


sets = [shingles(text) for text in texts]


def by_datasketch(threshold):
    index, sketches, links = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS), [], []
    for at, own in enumerate(sets):
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([shingle.encode() for shingle in own])
        links += [[other, at] for other in index.query(sketch) if sketch.jaccard(sketches[other]) >= threshold]
        sketches.append(sketch)
        index.insert(at, sketch)
    return links


def by_rensa(threshold):
    sketches, links = [], []
    for own in sets:
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=42)
        sketch.update(list(own))
        sketches.append(sketch)
    index = RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=32)
    for at, sketch in enumerate(sketches):
        index.insert(at, sketch)
    for at, sketch in enumerate(sketches):
        links += [[other, at] for other in index.query(sketch) if other < at and sketch.jaccard(sketches[other]) >= threshold]
    return links


found = []
for threshold in (0.5, 0.2):
    found.append([f"datasketch ≥ {threshold}", by_datasketch(threshold)])
    found.append([f"rensa ≥ {threshold}", by_rensa(threshold)])
json.dump(found, sys.stdout)
