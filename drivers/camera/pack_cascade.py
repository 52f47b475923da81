#!/usr/bin/env python3
"""Packs a Haar cascade of opencv-data for haar_cascade.cpp: numbers of four bytes instead of half a megabyte of XML.

usage: pack_cascade.py CASCADE.xml OUT
"""

import struct
import sys
import xml.etree.ElementTree as ElementTree


def numbers(element, kind):
    return [kind(word) for word in element.text.split()]


def packed(root):
    """Header, stages, trees, nodes, leaves, features, as haar_cascade.cpp reads them."""
    cascade = root.find("cascade")
    if cascade.find("featureType").text != "HAAR":
        sys.exit("not a Haar cascade")
    stages, trees, nodes, leaves = [], [], [], []
    for stage in cascade.find("stages"):
        classifiers = list(stage.find("weakClassifiers"))
        stages.append((float(stage.find("stageThreshold").text), len(classifiers)))
        for classifier in classifiers:
            words = classifier.find("internalNodes").text.split()
            trees.append(len(words) // 4)
            nodes += [(int(a), int(b), int(c), float(d)) for a, b, c, d in zip(*[iter(words)] * 4)]
            leaves += numbers(classifier.find("leafValues"), float)
    features = []
    for feature in cascade.find("features"):
        tilted = feature.find("tilted")
        rects = [numbers(rect, float) for rect in feature.find("rects")]
        rects += [[0, 0, 0, 0, 0]] * (3 - len(rects))
        features.append((int(tilted.text) if tilted is not None else 0, rects))
    size = [int(cascade.find(side).text) for side in ("width", "height")]
    out = struct.pack("<7i", *size, len(stages), len(trees), len(nodes), len(leaves), len(features))
    out += b"".join(struct.pack("<fi", *stage) for stage in stages)
    out += struct.pack(f"<{len(trees)}i", *trees)
    out += b"".join(struct.pack("<3if", *node) for node in nodes)
    out += struct.pack(f"<{len(leaves)}f", *leaves)
    for tilted, rects in features:
        out += struct.pack("<i", tilted)
        out += b"".join(struct.pack("<4if", *map(int, rect[:4]), rect[4]) for rect in rects)
    return out


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[2], "wb") as file:
        file.write(packed(ElementTree.parse(sys.argv[1]).getroot()))
