#!/usr/bin/env python3
"""Reads every export with a parser that is not ours, and tampers with a source: exports.py PROGRAM

Debian: python3-icalendar, python3-networkx, libxml2-utils. What is not there is left out, and said.
"""
import csv
import datetime
import html.parser
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

program = str(pathlib.Path(sys.argv[1]).resolve())
wrong = []


def entente(*args, code=0, **how):
    out = subprocess.run([program, *args], capture_output=True, check=False, **how)
    if out.returncode != code:
        wrong.append(f'entente {" ".join(args)}: exit code {out.returncode}, not {code}: {out.stderr.decode()}')
    return out.stdout


def check(ok, what):
    if not ok:
        wrong.append(what)


def library(name):
    try:
        return __import__(name)
    except ImportError:
        print(f'{name} is not here: left out')
        return None


meetings = [json.loads(line) for line in entente('export', 'jsonl').decode().splitlines()]
ids = {m['id'] for m in meetings}
check(len(meetings) > 300 and len(ids) == len(meetings), 'jsonl: few meetings, or an ID twice')
print('jsonl', len(meetings), 'meetings')

rows = list(csv.DictReader(io.StringIO(entente('export', 'csv').decode(), newline='')))
check([r['id'] for r in rows] == [m['id'] for m in meetings], 'csv: other meetings than jsonl')
check(all(r['participants'].split('; ') == [p['name'] for p in m['participants']] for r, m in zip(rows, meetings)), 'csv: other people than jsonl')
check(not any(str(v)[:1] in tuple('=+-@') for r in rows for v in r.values()), 'csv: a cell that a spreadsheet runs')
print('csv', len(rows), 'rows')

icalendar = library('icalendar')
if icalendar:
    calendar = icalendar.Calendar.from_ical(entente('export', 'ics'))
    days = {m['id']: m for m in meetings if m['precision'] == 'day'}
    events = calendar.walk('VEVENT')
    check(not any(e.errors for e in events), 'ics: a line that makes no sense')
    check({str(e['UID']).removesuffix('@entente') for e in events} == set(days), 'ics: other meetings than jsonl')
    for e in events:
        m = days.get(str(e['UID']).removesuffix('@entente'))
        if m:
            last = datetime.date.fromisoformat(m['end'] if len(m['end']) == 10 else m['date'])
            check(type(e.decoded('DTSTART')) is datetime.date and e.decoded('DTSTART').isoformat() == m['date'], f'ics: {m["id"]} begins otherwise')
            check(e.decoded('DTEND') == last + datetime.timedelta(days=1), f'ics: {m["id"]} ends otherwise')
            check(str(e['SUMMARY']).split(' (call)')[0] == ' – '.join(p['name'] for p in m['participants']), f'ics: {m["id"]} has another summary')
    print('ics', len(events), 'entries')

pairs = {}
for m in meetings:
    names = sorted({p['name'] for p in m['participants']}) if m['status'] == 'held' else []
    for i, a in enumerate(names):
        for b in names[i + 1:]:
            pairs[a, b] = pairs.get((a, b), 0) + 1
with tempfile.TemporaryDirectory() as tmp:
    tmp = pathlib.Path(tmp)
    for name in ('graphml', 'html'):
        (tmp / name).write_bytes(entente('export', name))
    networkx = library('networkx')
    if networkx:
        graph = networkx.read_graphml(tmp / 'graphml')
        names = networkx.get_node_attributes(graph, 'name')
        got = {tuple(sorted((names[a], names[b]))): w for a, b, w in graph.edges(data='weight')}
        check(got == pairs, 'graphml: other pairs than jsonl')
        print('graphml', graph.number_of_nodes(), 'people,', graph.number_of_edges(), 'pairs')
    if shutil.which('xmllint'):
        for args in (['--noout', 'graphml'], ['--noout', '--html', 'html']):
            lint = subprocess.run(['xmllint', *args], cwd=tmp, capture_output=True, text=True, check=False)
            said = re.findall(r'error : (?!Tag \w+ invalid).*', lint.stderr)  # it does not know the elements of HTML 5
            check(not said and ('--html' in args or lint.returncode == 0), f'xmllint {args}: {said[:3]}')
        print('xmllint: graphml, html')
    else:
        print('xmllint is not here: left out')

    class Page(html.parser.HTMLParser):
        """What the page loads, and how many meetings it has."""
        loads, articles, quotes = [], 0, 0

        def handle_starttag(self, tag, attributes):
            a = dict(attributes)
            self.articles += tag == 'article'
            self.quotes += tag == 'q'
            if tag in ('img', 'iframe', 'link', 'object', 'embed', 'video', 'audio', 'source') or 'src' in a or 'style' in a or tag == 'base':
                self.loads.append((tag, attributes))
            if tag == 'a' and not (a.get('href') or '').startswith(('https://', 'http://', '#')):
                self.loads.append((tag, attributes))

    page = Page()
    page.feed((tmp / 'html').read_text(encoding='utf-8'))
    check(not page.loads, f'html: it loads {page.loads[:3]}')
    check(page.articles == len(meetings) and page.quotes == sum(len(m['reports']) for m in meetings), 'html: other meetings or reports than jsonl')
    print('html', page.articles, 'meetings,', page.quotes, 'quotations, loads nothing')

slides = json.loads(entente('export', 'timelinejs'))
check({e['unique_id'] for e in slides['events']} == {m['id'] for m in meetings if m['date']}, 'timelinejs: other meetings than jsonl')
for e in slides['events']:
    check(e['text']['headline'] and e['start_date']['year'].isdigit(), f'timelinejs: {e["unique_id"]} has no headline or no year')
    d = [int(e['start_date'].get(k, 1)) for k in ('year', 'month', 'day')]
    check(datetime.date(*d), 'timelinejs: no such day')  # raises when it is none
print('timelinejs', len(slides['events']), 'slides')

# What is written, checked, and checked again after one byte of one source is another.
with tempfile.TemporaryDirectory() as tmp:
    tmp = pathlib.Path(tmp)
    shutil.copytree('articles/2023', tmp / 'pile')
    quoted = 0
    for form in ('markdown', 'html'):
        out = str(tmp / form)
        entente('export', form, '-o', out, str(tmp / 'pile'))
        said = entente('verify', out, str(tmp / 'pile')).decode()
        check(said.count('\n') == 1, f'verify {form}: {said[:300]}')
        source = sorted((tmp / 'pile').glob('2023-04-24*'))[0]
        before = source.read_bytes()
        at = before.index(b'Zelensk', before.index(b'\n---\n', 4))
        source.write_bytes(before[:at] + b'X' + before[at + 1:])
        said = entente('verify', out, str(tmp / 'pile'), code=1).decode()
        source.write_bytes(before)
        check(source.name in said and said.count('quotation ') == 1, f'verify {form} after one byte: {said[:300]}')
        quoted += 1
    print('verify: one byte of one source, told in', quoted, 'formats')

for w in wrong[:20]:
    print('exports:', w)
sys.exit(bool(wrong))
