#!/usr/bin/env python3
"""What other tools find, on the pictures that photo-bench wrote: `peers.py FOLDER`.

FOLDER/originals has the originals, FOLDER/NN what edit NN made of some of them, by the same file names. Prints a line of
heads, a line for each edit, and notes. Each tool is measured at the threshold its makers recommend, and at the loosest
that matches no pair of different photos here.

`peers.py --check` succeeds when the packages are installed (requirements.txt).
"""

import sys
from multiprocessing import Pool
from pathlib import Path

import cv2
import imagehash
import numpy
from PIL import Image

# Both photos are brought to this longer side for ORB, so that thumbnails have key points at all.
SIDE = 400
# OpenCV's tutorial on finding known objects asks for ten inliers; Lowe's ratio is from the same page.
INLIERS, RATIO = 10, 0.75
ORB_ORIGINALS = 60


def bits(image_hash):
    return numpy.packbits(image_hash.hash.flatten())


def orb(image):
    image = image.convert("L")
    scale = SIDE / max(image.size)
    image = numpy.asarray(image.resize([max(1, round(side * scale)) for side in image.size], Image.BICUBIC))
    detector = cv2.ORB_create(500)
    found = []
    for picture in (image, cv2.flip(image, 1)):
        points, codes = detector.detectAndCompute(picture, None)
        found.append((numpy.float32([point.pt for point in points]).reshape(-1, 2), codes))
    return found


def inliers(first, second):
    """The most points that one similarity explains, of the photo as it is and mirrored."""
    best = 0
    points, codes = second[0]
    for own_points, own_codes in first:
        if own_codes is None or codes is None or len(codes) < 2:
            continue
        matches = cv2.BFMatcher(cv2.NORM_HAMMING).knnMatch(own_codes, codes, k=2)
        good = [pair[0] for pair in matches if len(pair) == 2 and pair[0].distance < RATIO * pair[1].distance]
        if len(good) <= best or len(good) < 3:
            continue
        source = own_points[[match.queryIdx for match in good]]
        target = points[[match.trainIdx for match in good]]
        cv2.setRNGSeed(1)
        _, mask = cv2.estimateAffinePartial2D(source, target, method=cv2.RANSAC, ransacReprojThreshold=4)
        best = max(best, 0 if mask is None else int(mask.sum()))
    return best


def sketched(path):
    image = Image.open(path).convert("RGB")
    segments = imagehash.crop_resistant_hash(image).segment_hashes
    return bits(imagehash.phash(image)), [bits(segment) for segment in segments], orb(image)


def distance(one, other):
    return int(numpy.bitwise_count(one ^ other).sum())


def nearest(one, other):
    """The nearest segments. A crop-resistant match is one segment within a quarter of its bits."""
    return min((distance(a, b) for a in one for b in other), default=64)


def inliers_of(job):
    return inliers(*job)


def main(folder):
    names = sorted(path.name for path in (folder / "originals").iterdir())
    edits = sorted(path.name for path in folder.iterdir() if path.name != "originals")
    with Pool() as pool:
        originals = pool.map(sketched, [folder / "originals" / name for name in names], 4)
        edited = {}
        for edit in edits:
            have = sorted(path.name for path in (folder / edit).iterdir())
            edited[edit] = list(zip(map(names.index, have), pool.map(sketched, [folder / edit / n for n in have], 4)))
        everyone = [(at, edited_one) for edit in edits for at, edited_one in edited[edit]]
        pairs = [(a, b) for i, a in enumerate(originals) for b in originals[:i]]
        pairs += [(one, b) for own, one in everyone for at, b in enumerate(originals) if at != own]
        # ORB takes milliseconds a pair: fewer of them.
        few = [(a[2], b[2]) for i, a in enumerate(originals[:ORB_ORIGINALS]) for b in originals[:i]]
        few += [(one[2], originals[(own + k) % len(originals)][2]) for own, one in everyone for k in (1, 2, 3)]
        strangers = {
            "pHash": [distance(a[0], b[0]) for a, b in pairs],
            "crop-resistant": [nearest(a[1], b[1]) for a, b in pairs],
            "ORB": [-score for score in pool.map(inliers_of, few, 64)],
        }
        scores = {edit: [] for edit in edits}
        for edit in edits:
            own = [(one, originals[at]) for at, one in edited[edit]]
            found = pool.map(inliers_of, [(one[2], other[2]) for one, other in own], 4)
            scores[edit] = [
                {"pHash": distance(a[0], b[0]), "crop-resistant": nearest(a[1], b[1]), "ORB": -score}
                for (a, b), score in zip(own, found)
            ]
    customary = {"pHash": 8, "crop-resistant": 16, "ORB": -INLIERS}
    loosest = {tool: min(values) - 1 for tool, values in strangers.items()}
    columns = [(tool, limit[tool]) for tool in customary for limit in (customary, loosest)]

    def head(tool, limit):
        if tool == "ORB":
            return f"{tool} ≥ {-limit}"
        return f"{tool} ≤ {limit}" if limit >= 0 else f"{tool}: none does"

    print("\t".join(["edit"] + [head(*column) for column in columns]))
    for edit in edits:
        found = [sum(score[tool] <= limit for score in scores[edit]) / len(scores[edit]) for tool, limit in columns]
        print("\t".join([edit] + [f"{share:.3f}" for share in found]))
    print(f"Peers: {len(originals)} originals, {len(edited[edits[0]])} of them edited. Of each peer first its customary")
    print("threshold, then the loosest without a false match here. False matches at the customary:")
    for tool, limit in customary.items():
        false = sum(value <= limit for value in strangers[tool])
        print(f"{head(tool, limit)}: {false:,} of {len(strangers[tool]):,} pairs of different photos.")


if __name__ == "__main__" and sys.argv[1:] != ["--check"]:
    main(Path(sys.argv[1]))
