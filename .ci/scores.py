#!/usr/bin/env python3
"""Scores the program on labelled articles and holds the floors: scores.py PROGRAM SHARED"""
import json
import pathlib
import subprocess
import sys
import tempfile

program, shared = sys.argv[1], pathlib.Path(sys.argv[2])


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding='utf-8').splitlines() if line.strip()]


def score(labels, folder):
    """What score.py says of the articles in a folder; labels whose id lies elsewhere are left out."""
    with tempfile.TemporaryDirectory() as tmp:
        tmp = pathlib.Path(tmp)
        out = subprocess.run([program, 'extract', str(folder)], check=True, capture_output=True, text=True).stdout
        (tmp / 'predictions').write_text(out, encoding='utf-8')
        (tmp / 'labels').write_text('\n'.join(json.dumps(x) for x in labels), encoding='utf-8')
        command = [sys.executable, str(shared / 'score.py'), str(tmp / 'labels'), str(tmp / 'predictions')]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        return json.loads(subprocess.run(command + ['--json'], check=True, capture_output=True, text=True).stdout)


def text_labels():
    for x in lines(shared / 'gold/labels.jsonl'):
        if x['id'].startswith('text/'):
            yield {**x, 'id': x['id'].removeprefix('text/')}


FLOORS = [  # folder, labels, {figure: floor in per cent}
    ('articles', lines(shared / 'articles/labels.jsonl'), {
        'detection.f1': 100, 'date_exact.accuracy': 100, 'kind.accuracy': 100, 'status.accuracy': 100, 'host.accuracy': 100,
        'participants.f1': 100, 'countries.f1': 100}),
    ('gold/text', list(text_labels()), {
        'detection.f1': 98, 'date_exact.accuracy': 94, 'kind.accuracy': 94, 'status.accuracy': 97, 'host.accuracy': 93,
        'participants.f1': 95, 'countries.f1': 95}),
]

short = False
for folder, labels, floors in FLOORS:
    print('==', folder)
    primary = score(labels, shared / folder)['primary']
    for figure, floor in floors.items():
        group, name = figure.split('.')
        got = 100 * primary[group][name]
        if got < floor:
            print(f'{folder}: {figure} is {got:.1f}, the floor is {floor}')
            short = True
sys.exit(short)
