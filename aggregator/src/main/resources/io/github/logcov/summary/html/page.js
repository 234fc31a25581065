'use strict';
(() => {
  const $ = (id) => document.getElementById(id);
  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const data = JSON.parse($('data').textContent);

  // Characters that no one sees, or that turn text around, are shown by their number.
  const ODD = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
  const put = (parent, text) => {
    let from = 0;
    for (const hit of text.matchAll(ODD)) {
      parent.append(text.slice(from, hit.index));
      parent.append(make('span', 'odd', 'U+' + hit[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')));
      from = hit.index + 1;
    }
    parent.append(from ? text.slice(from) : text);
  };

  // ---- the tree of files: sorting, filtering, folding

  const body = $('tree');
  // Rows that come later are in a template, so that a browser need not lay them out.
  const later = $('later-rows');
  const rows = [...body.rows, ...(later ? later.content.children : [])].map((row) => ({
    row,
    parent: null,
    children: [],
    folder: row.classList.contains('folder'),
    depth: Number(row.dataset.depth),
    path: row.dataset.path,
    key: {
      path: row.dataset.path,
      lines: Number(row.dataset.lines),
      missed: Number(row.dataset.missed),
      total: Number(row.dataset.total),
      branches: Number(row.dataset.branches),
    },
    open: true,
    shown: true,
  }));
  const root = { children: [] };
  const stack = [root];
  for (const node of rows) {
    stack.length = node.depth + 1;
    node.parent = stack[node.depth];
    node.parent.children.push(node);
    stack.push(node);
  }
  let order = { by: 'path', sign: 1 };
  const compare = (a, b) => {
    const x = a.key[order.by];
    const y = b.key[order.by];
    if (x !== y) return (x < y ? -1 : 1) * order.sign;
    return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
  };
  const PART = 300;
  const more = $('more-rows');
  let waiting = [];
  const lay = () => {
    const visible = [];
    const walk = (node) => {
      node.children.sort(compare);
      for (const child of node.children) {
        if (!child.shown) continue;
        visible.push(child.row);
        if (child.folder && child.open) walk(child);
      }
    };
    walk(root);
    waiting = visible.splice(PART);
    body.replaceChildren(...visible);
    more.hidden = !waiting.length;
  };
  const layMore = () => {
    body.append(...waiting.splice(0, PART));
    more.hidden = !waiting.length;
  };
  more.addEventListener('click', layMore);
  new IntersectionObserver((seen) => {
    if (seen.some((entry) => entry.isIntersecting)) layMore();
  }, { rootMargin: '1000px' }).observe(more);
  const words = $('filter');
  const onlyMissed = $('only-missed');
  const filter = () => {
    const wanted = words.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    const match = (node) => {
      if (!node.folder) {
        const path = node.path.toLowerCase();
        node.shown = wanted.every((word) => path.includes(word)) && (!onlyMissed.checked || node.key.missed > 0 || node.row.dataset.partial === '1');
        if (node.shown) count++;
        return node.shown;
      }
      node.shown = node.children.map(match).some(Boolean);
      return node.shown;
    };
    root.children.forEach(match);
    lay();
    $('count').textContent = count === data.files ? '' : count + ' of ' + data.files + ' files';
  };
  words.addEventListener('input', filter);
  onlyMissed.addEventListener('change', filter);
  for (const node of rows) {
    if (!node.folder) continue;
    const button = node.row.querySelector('button');
    button.addEventListener('click', () => {
      node.open = !node.open;
      button.setAttribute('aria-expanded', String(node.open));
      lay();
    });
  }
  $('fold').addEventListener('click', () => {
    const open = rows.some((node) => node.folder && !node.open);
    for (const node of rows) {
      if (node.folder) {
        node.open = open;
        node.row.querySelector('button').setAttribute('aria-expanded', String(open));
      }
    }
    lay();
  });

  // ---- headings that sort their table

  const sortable = (table, change) => {
    for (const head of table.querySelectorAll('th[data-key]')) {
      head.querySelector('button').addEventListener('click', () => {
        const descending = head.getAttribute('aria-sort') === 'ascending'
          || head.getAttribute('aria-sort') !== 'descending' && head.dataset.first === 'descending';
        for (const other of table.querySelectorAll('th[aria-sort]')) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
        change(head.dataset.key, descending ? -1 : 1);
      });
    }
  };
  sortable($('files-table'), (by, sign) => {
    order = { by, sign };
    lay();
  });
  const jobsTable = $('jobs-table');
  if (jobsTable) {
    sortable(jobsTable, (by, sign) => {
      const jobs = [...jobsTable.tBodies[0].rows];
      const value = (row) => {
        const text = row.dataset[by];
        return text === '' || isNaN(text) ? text : Number(text);
      };
      jobs.sort((a, b) => {
        const x = value(a);
        const y = value(b);
        return (x < y ? -1 : x > y ? 1 : Number(a.dataset.order) - Number(b.dataset.order)) * sign;
      });
      jobsTable.tBodies[0].append(...jobs);
    });
  }

  // ---- one file: its source, what ran, and who ran it

  const CHUNK = 400;
  const HEIGHT = 21;
  const view = $('file');
  const overview = $('overview');
  const seenBy = $('seen-by');
  const inner = $('lines');
  const who = $('who');
  const sets = data.sets.map((jobs) => new Set(jobs));
  let file = null;

  const sum = (deltas) => {
    let line = 0;
    return deltas.map((delta) => (line += delta));
  };
  const load = (index) => {
    const element = $('f' + index);
    if (!element) return null;
    const raw = JSON.parse(element.textContent);
    const lines = sum(raw.n);
    const at = new Map(lines.map((line, i) => [line, i]));
    const last = lines.length ? lines[lines.length - 1] : 0;
    const numbers = raw.t ? Array.from({ length: Math.max(raw.t.length, last) }, (_, i) => i + 1) : lines;
    return { index, raw, at, numbers: at.has(0) && raw.t ? [0, ...numbers] : numbers, path: raw.p };
  };
  const kind = (i, job) => {
    const { raw } = file;
    const arms = raw.b[i];
    if (job >= 0) {
      if (raw.h[i] === -1 || !sets[raw.l[i]].has(job)) return 'alien';
      return sets[raw.r[i]].has(job) ? 'run' : 'miss';
    }
    if (raw.h[i] === 0) return 'miss';
    return arms && arms[0] < arms[2] ? 'part' : raw.h[i] === -1 ? '' : 'run';
  };
  const LABEL = { run: 'ran', miss: 'missed', part: 'ran, not all branches', alien: 'not listed by this job', '': '' };
  // A mark per job while those fit: ran, listed and did not run, did not list.
  const MARKS = 10;
  const gutter = (ran, listed) => data.jobs.length > MARKS
    ? ran.size + '/' + data.jobs.length
    : data.jobs.map((_, job) => ran.has(job) ? '\u25cf' : listed.has(job) ? '\u25cb' : '\u00b7').join('');
  $('lines').parentElement.style.setProperty('--jobs', Math.max(3.2, Math.min(MARKS, data.jobs.length) * .72 + 1.2) + 'rem');
  const rowOf = (line) => {
    const { raw } = file;
    const i = file.at.get(line);
    const job = Number(seenBy.value);
    const row = make('div', 'row');
    row.dataset.line = line;
    const jobs = make(i === undefined ? 'span' : 'button', 'jobs');
    const number = make('a', 'no', line);
    number.href = '#f' + file.index + 'L' + line;
    const hits = make('span', 'hits');
    const arms = make('span', 'arms');
    const text = make('span', 'text');
    if (i !== undefined) {
      const state = kind(i, job);
      row.classList.add(...(state ? [state] : []));
      const ran = sets[raw.r[i]].size;
      jobs.textContent = raw.h[i] === -1 ? '' : gutter(sets[raw.r[i]], sets[raw.l[i]]);
      jobs.title = 'which jobs ran this line';
      jobs.setAttribute('aria-label', 'line ' + line + ', ' + LABEL[state] + ', ' + ran + ' of ' + data.jobs.length + ' jobs');
      hits.textContent = job >= 0 || raw.h[i] === -1 ? '' : raw.h[i] + '\u00d7';
      const branches = raw.b[i];
      if (branches && job < 0) {
        arms.textContent = (branches[0] < branches[1] ? '\u2265' : '') + branches[0] + '/' + branches[2];
        arms.classList.add(branches[0] === branches[2] ? 'good' : branches[0] ? 'half' : 'bad');
        arms.title = branches[3] || 'branches';
      }
    }
    if (raw.t) put(text, line > 0 && line <= raw.t.length ? raw.t[line - 1] : '');
    row.append(jobs, number, hits, arms, text);
    return row;
  };
  const HEADS = { jobs: 'jobs', no: 'line', hits: 'ran', arms: 'branch', text: 'source' };
  const chunks = new Map();
  const fill = (chunk) => {
    if (chunk.firstChild || !chunks.has(chunk)) return;
    const from = chunks.get(chunk);
    chunk.append(...file.numbers.slice(from, from + CHUNK).map(rowOf));
  };
  const watcher = new IntersectionObserver((seen) => {
    for (const entry of seen) {
      if (entry.isIntersecting) fill(entry.target);
    }
  }, { rootMargin: '1500px' });
  const draw = () => {
    watcher.disconnect();
    chunks.clear();
    const head = make('div', 'row head');
    head.setAttribute('aria-hidden', 'true');
    for (const name of ['jobs', 'no', 'hits', 'arms', 'text']) head.append(make('span', name, HEADS[name]));
    inner.replaceChildren(head);
    for (let from = 0; from < file.numbers.length; from += CHUNK) {
      const chunk = make('div', 'chunk');
      chunk.style.minHeight = Math.min(CHUNK, file.numbers.length - from) * HEIGHT + 'px';
      chunks.set(chunk, from);
      inner.append(chunk);
      // The first part is there at once, not a frame later.
      if (from === 0) fill(chunk);
      else watcher.observe(chunk);
    }
    tell();
  };
  const tell = () => {
    const job = Number(seenBy.value);
    let known = 0;
    let ran = 0;
    file.raw.h.forEach((hits, i) => {
      const state = hits === -1 ? 'alien' : kind(i, job);
      if (state === 'alien') return;
      known++;
      if (state !== 'miss') ran++;
    });
    $('file-total').textContent = job < 0 ? file.raw.s : ran + ' of ' + known + ' lines that job ' + data.jobs[job] + ' lists ran';
  };
  const names = (set) => [...set].map((job) => data.jobs[job]).join(', ') || 'none';
  const explain = (line) => {
    const i = file.at.get(line);
    for (const old of inner.querySelectorAll('.at')) old.classList.remove('at');
    const row = inner.querySelector('[data-line="' + line + '"]');
    if (row) row.classList.add('at');
    who.hidden = i === undefined;
    if (i === undefined) return;
    const listed = sets[file.raw.l[i]];
    const ran = sets[file.raw.r[i]];
    const not = [...listed].filter((job) => !ran.has(job));
    who.replaceChildren();
    put(who, 'Line ' + line + (file.raw.h[i] === -1 ? ': no statement' : ': run by ' + names(ran) + '; listed and not run by ' + names(not))
      + (file.raw.b[i] && file.raw.b[i][3] ? '; ' + file.raw.b[i][3] : ''));
  };
  const goTo = (line) => {
    const place = file.numbers.indexOf(line);
    if (place < 0) return;
    for (const [chunk, from] of chunks) {
      if (place >= from && place < from + CHUNK) fill(chunk);
    }
    const row = inner.querySelector('[data-line="' + line + '"]');
    row.scrollIntoView({ block: 'center' });
    explain(line);
  };
  inner.addEventListener('click', (event) => {
    const button = event.target.closest('button.jobs');
    if (button) explain(Number(button.parentElement.dataset.line));
  });
  seenBy.addEventListener('change', () => {
    draw();
    who.hidden = true;
  });
  const step = (sign) => {
    const current = inner.querySelector('.at');
    const here = current ? Number(current.dataset.line) : sign > 0 ? -1 : Infinity;
    const job = Number(seenBy.value);
    const missed = [...file.at].filter(([, i]) => ['miss', 'part'].includes(kind(i, job))).map(([line]) => line);
    const next = sign > 0 ? missed.find((line) => line > here) : missed.reverse().find((line) => line < here);
    if (next !== undefined) goTo(next);
  };
  $('next').addEventListener('click', () => step(1));
  $('previous').addEventListener('click', () => step(-1));

  let back = 0;
  const route = () => {
    const match = /^#f(\d+)(?:L(\d+))?$/.exec(location.hash);
    const wanted = match && (file && file.index === Number(match[1]) ? file : load(Number(match[1])));
    if (!wanted) {
      const left = file;
      view.hidden = true;
      overview.hidden = false;
      file = null;
      // What was about to be filled or printed is of no file any more.
      watcher.disconnect();
      chunks.clear();
      inner.replaceChildren();
      document.title = data.title;
      // Links within the overview are the browser's.
      if (!left) return;
      const target = location.hash !== '#overview' && $(location.hash.slice(1));
      if (target) {
        target.scrollIntoView();
        return;
      }
      scrollTo(0, back);
      const link = body.querySelector('a[href="#f' + left.index + '"]');
      if (link) link.focus({ preventScroll: true });
      return;
    }
    if (wanted !== file) {
      if (!file) back = scrollY;
      file = wanted;
      overview.hidden = true;
      view.hidden = false;
      const heading = $('file-path');
      heading.replaceChildren();
      put(heading, file.path);
      document.title = heading.textContent;
      $('no-source').hidden = !file.raw.x;
      $('no-source').textContent = file.raw.x || '';
      who.hidden = true;
      draw();
      scrollTo(0, 0);
      heading.focus({ preventScroll: true });
    }
    if (match[2]) goTo(Number(match[2]));
  };
  addEventListener('hashchange', route);
  addEventListener('beforeprint', () => {
    chunks.forEach((from, chunk) => fill(chunk));
    body.append(...waiting.splice(0));
  });
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT)$/.test(event.target.tagName)) return;
    if (file && event.key === 'Escape') location.hash = '#overview';
    else if (file && event.key === 'n') step(1);
    else if (file && event.key === 'p') step(-1);
    else if (!file && event.key === '/') {
      event.preventDefault();
      words.focus();
    }
  });
  for (const element of document.querySelectorAll('.scripted')) element.hidden = false;
  filter();
  route();
})();
