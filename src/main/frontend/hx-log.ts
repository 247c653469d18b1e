type Line = { time: string; level: string; text: string; source: string; tone: number; order: number };
type Row = HTMLElement & { order?: number; source?: string };

/** A bounded list of log lines that stays at the newest while the reader is at the end. */
class HxLog extends HTMLElement {
  private following = true;
  private needle = '';
  private onlyHits = true;
  private hiddenOnes = new Set<string>();
  private current: HTMLElement | null = null;
  private telling = 0;

  connectedCallback() {
    this.addEventListener('scroll', this.atScroll, { passive: true });
    this.toEnd();
  }

  disconnectedCallback() {
    this.removeEventListener('scroll', this.atScroll);
  }

  set follow(on: boolean) {
    this.following = on;
    this.toEnd();
  }

  get follow() {
    return this.following;
  }

  set wrap(on: boolean) {
    this.classList.toggle('hx-nowrap', !on);
  }

  set search(text: string) {
    this.needle = (text ?? '').toLowerCase();
    this.current = null;
    this.matchAll();
  }

  set only(on: boolean) {
    this.onlyHits = on;
    this.matchAll();
  }

  set hiddenSources(sources: string[]) {
    this.hiddenOnes = new Set(sources ?? []);
    this.matchAll();
  }

  clear() {
    this.replaceChildren();
    this.current = null;
    this.tellHits();
  }

  /** Adds lines where they belong by their order, and lets the oldest go until no more than `keep` are left. */
  append(...batch: (Line[] | number | Node | string)[]) {
    const [lines, keep] = batch;
    if (!Array.isArray(lines)) {
      super.append(...(batch as (Node | string)[]));
      return;
    }
    for (const line of lines) this.place(this.row(line));
    while (typeof keep === 'number' && this.childElementCount > keep) this.firstElementChild?.remove();
    this.toEnd();
    if (this.needle !== '') this.tellHits();
  }

  /** Marks the next hit (1) or the one before (-1) and brings it into view. */
  step(direction: number) {
    const hits = this.hits();
    if (hits.length === 0) return;
    const at = this.current ? hits.indexOf(this.current) : -1;
    const next = at < 0 ? (direction > 0 ? 0 : hits.length - 1) : (at + direction + hits.length) % hits.length;
    this.current?.classList.remove('hx-log-hit');
    this.current = hits[next];
    this.current.classList.add('hx-log-hit');
    this.following = false;
    this.current.scrollIntoView({ block: 'nearest' });
    this.tellHits();
  }

  private place(row: Row) {
    let below = this.lastElementChild as Row | null;
    let before: Row | null = null;
    while (row.order && below && (below.order ?? 0) > row.order) {
      before = below;
      below = below.previousElementSibling as Row | null;
    }
    this.insertBefore(row, before);
  }

  private row(line: Line): Row {
    const row: Row = document.createElement('div');
    row.className = levelClass(line.level);
    row.order = line.order;
    row.source = line.source;
    row.append(cell('hx-log-time', line.time));
    if (line.source) {
      const source = cell('hx-log-source' + (line.tone ? ' hx-tone-' + line.tone : ''), line.source);
      source.title = line.source;
      row.append(source);
    }
    row.append(cell('hx-log-level', line.level), cell('hx-log-text', line.text));
    this.match(row);
    return row;
  }

  private matchAll() {
    for (const row of this.children) this.match(row as Row);
    this.toEnd();
    this.tellHits();
  }

  private match(row: Row) {
    const hit = this.needle !== '' && (row.textContent ?? '').toLowerCase().includes(this.needle);
    row.toggleAttribute('data-hit', hit);
    if (!hit) row.classList.remove('hx-log-hit');
    row.hidden = this.hiddenOnes.has(row.source ?? '') || (this.onlyHits && this.needle !== '' && !hit);
    for (const part of row.children) this.mark(part as HTMLElement);
  }

  private mark(part: HTMLElement) {
    const text = part.textContent ?? '';
    const lower = text.toLowerCase();
    let at = this.needle === '' ? -1 : lower.indexOf(this.needle);
    if (at < 0) {
      if (part.firstElementChild) part.textContent = text;
      return;
    }
    const pieces: (string | Node)[] = [];
    let from = 0;
    // lower case of some letters is longer than the letter: then the places would be others
    for (; at >= 0 && lower.length === text.length; at = lower.indexOf(this.needle, from)) {
      const mark = document.createElement('mark');
      mark.textContent = text.substring(at, at + this.needle.length);
      pieces.push(text.substring(from, at), mark);
      from = at + this.needle.length;
    }
    part.replaceChildren(...pieces, text.substring(from));
  }

  private hits(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(':scope > [data-hit]:not([hidden])')];
  }

  private tellHits() {
    if (this.telling) return;
    this.telling = window.setTimeout(() => {
      this.telling = 0;
      const hits = this.hits();
      const at = this.current ? hits.indexOf(this.current) + 1 : 0;
      this.dispatchEvent(new CustomEvent('hx-hits', { detail: { at, hits: hits.length } }));
    }, 120);
  }

  private toEnd() {
    if (this.following) requestAnimationFrame(() => (this.scrollTop = this.scrollHeight));
  }

  private atScroll = () => {
    this.following = this.scrollHeight - this.scrollTop - this.clientHeight < 24;
  };
}

function cell(className: string, text: string): HTMLElement {
  const cell = document.createElement('span');
  cell.className = className;
  cell.textContent = text;
  return cell;
}

function levelClass(level: string): string {
  const word = level.toUpperCase();
  if (word === 'MARK') return 'hx-log-mark';
  if (/^(WARN|WARNING)$/.test(word)) return 'hx-log-warn';
  return /^(ERROR|FATAL|FAILED|SEVERE)$/.test(word) ? 'hx-log-error' : '';
}

customElements.define('hx-log', HxLog);
