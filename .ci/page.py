#!/usr/bin/env python3
"""Uses the exported page in a headless Chromium: page.py PROGRAM [PICTURE.png]

Speaks WebDriver with Debian's chromedriver; nothing but the standard library is needed. The browser is told to reach no
network, and the page is a file.
"""
import base64
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

program = str(pathlib.Path(sys.argv[1]).resolve())
driver, browser = shutil.which('chromedriver'), shutil.which('chromium')
if not (driver and browser):
    print('no chromium and chromedriver here: the page was not tried')
    sys.exit(0)


class Browser:
    def __init__(self, folder):
        self.process = subprocess.Popen([driver, '--port=0'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.process.stdout:
            if 'started successfully on port' in line:
                self.at = 'http://127.0.0.1:' + line.rsplit(' ', 1)[1].strip().rstrip('.')
                break
        options = {'binary': browser, 'args': [
            '--headless=new', '--no-sandbox', '--disable-gpu', '--window-size=1000,760', f'--user-data-dir={folder}',
            '--host-resolver-rules=MAP * ~NOTFOUND', '--disable-background-networking']}
        logging = {'browser': 'ALL'}
        got = self.call('POST', '/session', {'capabilities': {'alwaysMatch': {'goog:chromeOptions': options, 'goog:loggingPrefs': logging}}})
        self.at += '/session/' + got['sessionId']

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.at + path, data, {'Content-Type': 'application/json'}, method=method)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            return json.load(opener.open(request, timeout=60))['value']
        except urllib.error.HTTPError as e:
            sys.exit(f'page: {path}: {e.read().decode()[:400]}')

    def find(self, css):
        return '/element/' + next(iter(self.call('POST', '/element', {'using': 'css selector', 'value': css}).values()))

    def run(self, script):
        return self.call('POST', '/execute/sync', {'script': script, 'args': []})

    def type(self, css, text):
        self.call('POST', self.find(css) + '/clear', {})
        self.call('POST', self.find(css) + '/value', {'text': text})

    def choose(self, css, value):
        n = self.run(f'return Array.from(document.querySelectorAll("{css} option")).findIndex(o => o.value === "{value}")')
        self.call('POST', self.find(f'{css} option:nth-child({n + 1})') + '/click', {})

    def shown(self):
        return self.run('return Array.from(document.querySelectorAll(".meeting")).filter(e => e.offsetParent !== null).map(e => e.id)')


def main():
    with tempfile.TemporaryDirectory() as tmp:
        page = pathlib.Path(tmp) / 'meetings.html'
        subprocess.run([program, 'export', 'html', '-o', str(page)], check=True)
        every = [json.loads(x) for x in subprocess.run([program, 'list', '--format', 'jsonl'], check=True, capture_output=True).stdout.splitlines()]
        b = Browser(tmp + '/profile')
        try:
            use(b, page, every)
        finally:
            try:
                b.call('DELETE', '')
            finally:
                b.process.terminate()
                b.process.wait()


def expect(got, want, what):
    if got != want:
        sys.exit(f'page: {what}: {got}, want {want}')
    print('ok:', what)


def use(b, page, every):
    ids = lambda test: [m['id'] for m in every if test(m)]
    b.call('POST', '/url', {'url': page.as_uri()})
    expect(b.shown(), ids(lambda m: True), f'{len(every)} meetings are shown')
    b.choose("#party", "EE")
    expect(b.shown(), ids(lambda m: 'EE' in m['countries']), 'filtered by country')
    b.choose('#year', '2024')
    estonia = ids(lambda m: 'EE' in m['countries'] and m['date'].startswith('2024'))
    expect(b.shown(), estonia, 'and by year')
    expect(b.run('return document.getElementById("shown").textContent'), str(len(estonia)), 'the number above')
    b.type('#find', 'KALLAS Tállinn')
    found = b.shown()
    expect(len(found) > 0 and all(any(p['name'] == 'Kaja Kallas' for p in m['participants']) for m in every if m['id'] in found), True, 'searched, with accents and capitals')
    b.call('POST', b.find(f'#{found[0]} summary') + '/click', {})
    expect(b.run(f'return document.querySelector("#{found[0]} details").open'), True, 'a source opened')
    quote = b.run(f'return document.querySelector("#{found[0]} q").textContent')
    expect('Kallas' in quote, True, 'its quotation: ' + quote[:60])
    if len(sys.argv) > 2:
        b.type('#find', 'Kallas')
        b.run('scrollTo(0, 0)')
        time.sleep(0.3)
        pathlib.Path(sys.argv[2]).write_bytes(base64.b64decode(b.call('GET', '/screenshot')))
    b.type('#find', 'nobody of that name')
    expect((b.shown(), b.run('return document.getElementById("none").hidden')), ([], False), 'nothing matches, and it says so')
    loads = b.run('return performance.getEntriesByType("resource").map(e => e.name)')
    expect(loads, [], 'the page loads nothing')
    said = [x['message'] for x in b.call('POST', '/se/log', {'type': 'browser'}) if x['level'] == 'SEVERE' and 'favicon' not in x['message']]
    expect(said, [], 'no error in the console, and the policy lets style and script be')
    expect(b.run('return getComputedStyle(document.querySelector(".tools")).position'), 'sticky', 'the style holds')


main()
