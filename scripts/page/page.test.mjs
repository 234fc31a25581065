// What the page does in a browser. Started by scripts/check-page, which sets LOGCOV, CHROMIUM and WORK.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

const { LOGCOV, CHROMIUM, WORK, PICTURES } = process.env;
const { chromium } = createRequire(join(WORK, 'node', 'package.json'))('playwright-core');

let browser;
const page = { recorded: null, bare: null, hostile: null, long: null, large: null, largeBytes: 0 };

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function emit(folder, report, log) {
  write(log, execFileSync('sh', [join(process.cwd(), 'scripts/logcov-emit.sh'), report], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] }));
}

function check(...options) {
  try {
    execFileSync(LOGCOV, ['check', ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    assert.equal(error.status, 3, String(error.stderr));
  }
}

const HOSTILE = [
  'src/<script>window.hacked=1</script>.js',
  'src/"><img src=x onerror=window.hacked=1>.js',
  "src/'onmouseover='window.hacked=1.js",
  'src/&lt;b&gt;.js',
  'src/\u202etxt.exe',
  'src/javascript:window.hacked=1',
];
const SOURCE = [
  '</script><script>window.hacked=1</script>',
  '<!-- <script> -->',
  '\u001b[31mred\u001b[0m\u0007',
  'access = "user\u202e\u2066// admin\u2069\u2066"',
  '${window.hacked=1} `',
  'x'.repeat(5000),
  '\u2028\u2029 ]]> &amp;',
];

before(async () => {
  const recorded = join(WORK, 'recorded.html');
  // The sources that were built.
  const sources = join(WORK, 'sources');
  cpSync('scripts/fixtures/python-matrix', sources, { recursive: true });
  execFileSync('git', ['apply', resolve('scripts/fixtures/python-missed.patch')], { cwd: sources, env: { ...process.env, GIT_DIR: join(WORK, 'none') } });
  check('--logs', 'fixtures/builds/python-missed', '--root', sources, '--min-line', '100', '--report', 'html=' + recorded);

  const bare = join(WORK, 'bare.html');
  check('--logs', 'fixtures/builds/c-matrix', '--report', 'html=' + bare);
  page.bare = pathToFileURL(bare).href;

  const checkout = join(WORK, 'hostile');
  const logs = join(WORK, 'hostile-logs');
  const lines = SOURCE.map((_, i) => `DA:${i + 1},${i % 2}`).join('\n');
  let report = '';
  for (const path of HOSTILE) {
    // Slashes of a closing tag are folders to a file system.
    write(join(checkout, path), SOURCE.join('\n') + '\n');
    report += `SF:${path}\n${lines}\nBRDA:2,0,<i>arm</i>,1\nBRDA:2,0,<script>,0\nend_of_record\n`;
  }
  write(join(checkout, 'lcov.info'), report);
  emit(checkout, 'lcov.info', join(logs, '<img src=x onerror=window.hacked=1>.log'));
  emit(checkout, 'lcov.info', join(logs, '7.2.log'));
  const hostile = join(WORK, 'hostile.html');
  check('--logs', logs, '--root', checkout, '--report', 'html=' + hostile);

  // One file of 1,000 lines.
  const novel = join(WORK, 'long');
  write(join(novel, 'novel.js'), 'text;\n'.repeat(1000));
  let chapters = 'SF:novel.js\n';
  for (let line = 1; line <= 1000; line++) chapters += `DA:${line},${line % 2}\n`;
  write(join(novel, 'lcov.info'), chapters + 'end_of_record\n');
  emit(novel, 'lcov.info', join(WORK, 'long-logs', '8.1.log'));
  const long = join(WORK, 'long.html');
  check('--logs', join(WORK, 'long-logs'), '--root', novel, '--report', 'html=' + long);
  page.long = pathToFileURL(long).href;

  // 2,000 files and 200,000 lines, with sources.
  const monorepo = join(WORK, 'large');
  const largeLogs = join(WORK, 'large-logs');
  const nameOf = (file) => `packages/p${file % 40}/src/m${file % 7}/file${file}.ts`;
  for (let file = 0; file < 2000; file++) {
    let text = '';
    for (let line = 1; line <= 100; line++) text += `  const value${line} = compute(${file}, "some text");\n`;
    write(join(monorepo, nameOf(file)), text);
  }
  for (const job of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) {
    let all = '';
    for (let file = 0; file < 2000; file++) {
      all += `SF:${nameOf(file)}\n`;
      for (let line = 1; line <= 100; line++) all += `DA:${line},${(line * 7 + file * job) % 13 < job % (2 + file % 5) ? 1 : 0}\n`;
      all += 'end_of_record\n';
    }
    write(join(monorepo, 'lcov.info'), all);
    emit(monorepo, 'lcov.info', join(largeLogs, `9.${job}.log`));
  }
  const large = join(WORK, 'large.html');
  check('--logs', largeLogs, '--root', monorepo, '--report', 'html=' + large);

  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  page.recorded = pathToFileURL(recorded).href;
  page.hostile = pathToFileURL(hostile).href;
  page.large = pathToFileURL(large).href;
  page.largeBytes = statSync(large).size;
});

after(() => browser?.close());

/** Opens a page and fails at the end when the console said anything, or anything was asked for. */
async function opened(url, use, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const tab = await context.newPage();
  const noise = [];
  tab.on('console', (message) => noise.push(message.type() + ': ' + message.text()));
  tab.on('pageerror', (error) => noise.push('error: ' + error.message));
  tab.on('dialog', (dialog) => noise.push('dialog: ' + dialog.message()));
  tab.on('request', (request) => {
    if (request.url().split('#')[0] !== url.split('#')[0]) noise.push('request: ' + request.url());
  });
  await tab.goto(url);
  await use(tab);
  await context.close();
  assert.deepEqual(noise, []);
}

/** Follows the link of a file; the browser tells the page of a new address only after the click is done. */
async function enter(tab, link) {
  await tab.click(link);
  await tab.waitForSelector('#file', { state: 'visible' });
}

/** Goes back to all files by key, and waits until the page did. */
async function leave(tab) {
  await tab.keyboard.press('Escape');
  await tab.waitForSelector('#overview', { state: 'visible' });
}

const paths = (tab) => tab.$$eval('#tree tr:not(.folder)', (rows) => rows.map((row) => row.dataset.path));

test('shows verdict, totals and jobs of the recorded build', () => opened(page.recorded, async (tab) => {
  assert.equal(await tab.textContent('.pill'), 'missed');
  assert.match(await tab.textContent('.cards'), /lines99\.48 %193 of 194/);
  assert.equal(await tab.locator('#jobs-table tbody tr').count(), 4);
  assert.equal((await paths(tab)).length, 8);
}));

test('sorts the files within their folders, both ways', () => opened(page.recorded, async (tab) => {
  await tab.click('#files-table th[data-key=missed] button');
  assert.equal((await paths(tab))[0], 'tidytext/tidy.py');
  assert.equal(await tab.getAttribute('#files-table th[data-key=missed]', 'aria-sort'), 'descending');
  await tab.click('#files-table th[data-key=missed] button');
  assert.equal((await paths(tab)).at(-1), 'tidytext/tidy.py');
  await tab.click('#files-table th[data-key=path] button');
  assert.deepEqual(await paths(tab), [...(await paths(tab))].sort());
}));

test('sorts the jobs', () => opened(page.recorded, async (tab) => {
  const alone = () => tab.$$eval('#jobs-table tbody tr', (rows) => rows.map((row) => Number(row.dataset.alone)));
  await tab.click('#jobs-table th[data-key=alone] button');
  assert.deepEqual(await alone(), [19, 16, 12, 4]);
  await tab.click('#jobs-table th[data-key=order] button');
  assert.deepEqual(await alone(), [4, 12, 19, 16]);
}));

test('filters by words and by what is missed, and says how many are left', () => opened(page.recorded, async (tab) => {
  await tab.keyboard.press('/');
  await tab.keyboard.type('tidy W');
  assert.deepEqual(await paths(tab), ['tidytext/width.py', 'tidytext/wrap.py']);
  assert.equal(await tab.textContent('#count'), '2 of 8 files');
  await tab.fill('#filter', '');
  await tab.check('#only-missed');
  assert.deepEqual(await paths(tab), ['tidytext/tidy.py']);
}));

test('folds folders by mouse and by key', () => opened(page.recorded, async (tab) => {
  await tab.click('tr.folder button');
  assert.equal((await paths(tab)).length, 0);
  assert.equal(await tab.getAttribute('tr.folder button', 'aria-expanded'), 'false');
  await tab.focus('tr.folder button');
  await tab.keyboard.press('Enter');
  assert.equal((await paths(tab)).length, 8);
}));

test('shows the source of a file with its lines, jobs and branches', () => opened(page.recorded, async (tab) => {
  await enter(tab, '#tree a >> text=tidy.py');
  assert.equal(await tab.textContent('#file-path'), 'tidytext/tidy.py');
  assert.equal(await tab.textContent('[data-line="17"] .jobs'), '\u25cb\u25cb\u25cb\u25cb');
  assert.match(await tab.getAttribute('[data-line="17"]', 'class'), /miss/);
  assert.match(await tab.getAttribute('[data-line="16"]', 'class'), /part/);
  assert.equal(await tab.textContent('[data-line="16"] .arms'), '1/2');
  assert.equal((await tab.textContent('[data-line="1"] .text')).slice(0, 3), '"""');
  await tab.click('[data-line="17"] .jobs');
  assert.equal(await tab.textContent('#who'), 'Line 17: run by none; listed and not run by 8114.1, 8114.2, 8114.3, 8114.4');
  if (PICTURES) await tab.screenshot({ path: join(PICTURES, 'file.png') });
}));

test('shows a file as one job sees it', () => opened(page.recorded, async (tab) => {
  await enter(tab, '#tree a >> text=wrap.py');
  assert.match(await tab.textContent('#file-total'), /^lines 100\.00 % \(28 of 28\)/);
  await tab.selectOption('#seen-by', { index: 1 });
  assert.match(await tab.textContent('#file-total'), /^\d+ of 28 lines that job 8114\.1 lists ran$/);
  assert.equal(await tab.locator('.row.miss').count() + await tab.locator('.row.run').count(), 28);
}));

test('is usable by keys: next and previous missed line, back, and back where it was', () => opened(page.recorded, async (tab) => {
  await tab.focus('#tree a >> text=tidy.py');
  await tab.keyboard.press('Enter');
  await tab.waitForSelector('#lines .row.miss');
  await tab.keyboard.press('n');
  assert.equal(await tab.getAttribute('.row.at', 'data-line'), '16');
  await tab.keyboard.press('n');
  assert.equal(await tab.getAttribute('.row.at', 'data-line'), '17');
  await tab.keyboard.press('p');
  assert.equal(await tab.getAttribute('.row.at', 'data-line'), '16');
  await leave(tab);
  assert.equal(await tab.isVisible('#file'), false);
}));

test('shows the beginning of a long file at once, and all of it in print', () => opened(page.long + '#f0', async (tab) => {
  const shown = tab.locator('#lines .row:not(.head)');
  assert.equal(await shown.count(), 400);
  await tab.evaluate("dispatchEvent(new Event('beforeprint'))");
  assert.equal(await shown.count(), 1000);
}));

test('takes leaving a file before all its lines are there', () => opened(page.long + '#f0', async (tab) => {
  await tab.evaluate(() => {
    scrollTo(0, document.body.scrollHeight);
    document.getElementById('seen-by').dispatchEvent(new Event('change'));
    location.hash = '#overview';
    dispatchEvent(new Event('hashchange'));
    dispatchEvent(new Event('beforeprint'));
  });
  await tab.waitForSelector('#overview', { state: 'visible' });
  assert.equal(await tab.locator('#lines .row').count(), 0);
}));

test('a link leads to a line', () => opened(page.recorded + '#f5L17', async (tab) => {
  assert.equal(await tab.getAttribute('.row.at', 'data-line'), '17');
}));

test('takes hostile names and sources for text', () => opened(page.hostile, async (tab) => {
  for (let file = 0; file < HOSTILE.length; file++) {
    if (file > 0) await leave(tab);
    await tab.goto(page.hostile + '#f' + file);
    await tab.waitForSelector('#lines .row.miss');
    await tab.click('[data-line="2"] .jobs');
    await tab.selectOption('#seen-by', { index: 1 });
    await tab.selectOption('#seen-by', { index: 0 });
  }
  assert.equal(await tab.evaluate('window.hacked'), undefined);
  assert.equal(await tab.locator('#lines img, #lines script, #tree img, #tree script, #jobs-table img').count(), 0);
  assert.equal(await tab.textContent('[data-line="1"] .text'), SOURCE[0]);
  assert.equal(await tab.textContent('[data-line="3"] .text'), 'U+001B[31mredU+001B[0mU+0007');
  assert.equal(await tab.textContent('[data-line="4"] .text'), 'access = "userU+202EU+2066// adminU+2069U+2066"');
  assert.equal((await tab.textContent('[data-line="6"] .text')).length, 5000);
  assert.doesNotMatch(await tab.textContent('body'), /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  assert.match(await tab.textContent('#file-path'), /^src\//);
}));

test('lays out a large tree in parts and finds every file of it', (t) => opened(page.large, async (tab) => {
  const took = async (what, work) => {
    const begin = Date.now();
    await work();
    t.diagnostic(`${what}: ${Date.now() - begin} ms`);
  };
  const { domComplete, domInteractive } = await tab.evaluate('performance.getEntriesByType("navigation")[0].toJSON()');
  t.diagnostic(`2,000 files, 200,000 lines, 12 jobs: ${page.largeBytes} bytes`);
  t.diagnostic(`readable after ${Math.round(domInteractive)} ms, complete after ${Math.round(domComplete)} ms`);
  assert.ok(page.largeBytes < 20_000_000);
  assert.ok((await tab.locator('#tree tr').count()) < 1500);
  if (PICTURES) {
    await tab.locator('svg.map').scrollIntoViewIfNeeded();
    await tab.screenshot({ path: join(PICTURES, 'large.png') });
  }
  await took('sorting', () => tab.click('#files-table th[data-key=missed] button'));
  await took('filtering', () => tab.fill('#filter', 'file1999.ts'));
  assert.deepEqual(await paths(tab), ['packages/p39/src/m4/file1999.ts']);
  await took('a file', async () => {
    await enter(tab, '#tree a');
    await tab.waitForSelector('#lines .row:not(.head)');
  });
  assert.equal(await tab.locator('#lines .row:not(.head)').count(), 100);
  assert.equal(await tab.isVisible('#no-source'), false);
  assert.equal(await tab.textContent('[data-line="7"] .text'), '  const value7 = compute(1999, "some text");');
}));

test('the link to the files leads there, and back from a file to its row', () => opened(page.large, async (tab) => {
  await tab.focus('.skip');
  await tab.keyboard.press('Enter');
  await tab.waitForFunction('scrollY > 0');
  const place = await tab.evaluate('scrollY');
  await enter(tab, '#tree a >> nth=2');
  await leave(tab);
  assert.ok(Math.abs(await tab.evaluate('scrollY') - place) < 900);
  assert.equal(await tab.evaluate('document.activeElement.getAttribute("href")'), await tab.getAttribute('#tree a >> nth=2', 'href'));
}));

test('a source that is not there is said so', () => opened(page.bare + '#f0', async (tab) => {
  assert.match(await tab.textContent('#no-source'), /^The source is not shown: /);
  assert.ok(await tab.locator('#lines .row.run').count() > 0);
}));

test('nothing is wider than a narrow screen', () => opened(page.recorded, async (tab) => {
  const width = () => tab.evaluate('document.documentElement.scrollWidth');
  assert.equal(await width(), 400);
  await enter(tab, '#tree a >> text=tidy.py');
  assert.equal(await width(), 400);
}, { viewport: { width: 400, height: 800 } }));

test('every text has enough contrast, in light and in dark', async () => {
  for (const colorScheme of ['light', 'dark']) {
    for (const hash of ['', '#f5']) {
      await opened(page.recorded + hash, async (tab) => {
        const weak = await tab.evaluate(() => {
          const parse = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
          const light = ([r, g, b]) => {
            const part = (value) => (value /= 255) <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4;
            return .2126 * part(r) + .7152 * part(g) + .0722 * part(b);
          };
          const back = (element) => {
            for (let at = element; at; at = at.parentElement) {
              const color = parse(getComputedStyle(at).backgroundColor);
              if (color.length === 3 || color[3] === 1) return color;
            }
            return [255, 255, 255];
          };
          const found = [];
          for (const element of document.querySelectorAll('body *')) {
            const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
            if (!own || !element.checkVisibility() || element.closest('svg, script')) continue;
            const [a, b] = [light(parse(getComputedStyle(element).color)), light(back(element))].sort((x, y) => y - x);
            if ((a + .05) / (b + .05) < 4.5) found.push(element.className + ': ' + element.textContent.slice(0, 30));
          }
          return found;
        });
        assert.deepEqual(weak, []);
        if (PICTURES) await tab.screenshot({ path: join(PICTURES, (hash ? 'file-' : 'page-') + colorScheme + '.png') });
      }, { colorScheme });
    }
  }
});

test('is there without a script, too', () => opened(page.recorded, async (tab) => {
  assert.match(await tab.textContent('.cards'), /99\.48 %/);
  assert.equal(await tab.locator('#tree tr').count(), 9);
  assert.equal(await tab.isVisible('#filter'), false);
}, { javaScriptEnabled: false }));

test('prints all lines of a file', () => opened(page.recorded + '#f5', async (tab) => {
  await tab.emulateMedia({ media: 'print' });
  const pdf = await tab.pdf();
  assert.ok(pdf.length > 10_000);
  assert.equal(await tab.isVisible('.controls'), false);
}));

// Small ones for README.md.
if (PICTURES) {
  test('pictures', async () => {
    const viewport = { width: 840, height: 480 };
    await opened(page.recorded, (tab) => tab.screenshot({ path: join(PICTURES, 'overview.png') }), { viewport });
    await opened(page.recorded + '#f5', async (tab) => {
      await tab.click('[data-line="17"] .jobs');
      await tab.evaluate('scrollTo(0, 140)');
      await tab.screenshot({ path: join(PICTURES, 'source.png') });
    }, { viewport, colorScheme: 'dark' });
  });
}
