type Line = { time: string; level: string; text: string };

/** A bounded list of log lines that stays at the newest while the reader is at the end. */
class HxLog extends HTMLElement {
  most = 2000;
  private following = true;
  private needle = '';

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
    for (const row of this.children) this.match(row as HTMLElement);
    this.toEnd();
  }

  clear() {
    this.replaceChildren();
  }

  append(...batch: (Line[] | Node | string)[]) {
    const lines = batch[0];
    if (!Array.isArray(lines)) {
      super.append(...(batch as (Node | string)[]));
      return;
    }
    const rows = document.createDocumentFragment();
    for (const line of lines) rows.append(this.row(line));
    super.append(rows);
    while (this.childElementCount > this.most) this.firstElementChild?.remove();
    this.toEnd();
  }

  private row(line: Line): HTMLElement {
    const row = document.createElement('div');
    row.className = levelClass(line.level);
    row.append(cell('hx-log-time', line.time), cell('hx-log-level', line.level), cell('hx-log-text', line.text));
    this.match(row);
    return row;
  }

  private match(row: HTMLElement) {
    row.hidden = this.needle !== '' && !row.textContent?.toLowerCase().includes(this.needle);
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
  if (/^(WARN|WARNING)$/.test(word)) return 'hx-log-warn';
  return /^(ERROR|FATAL|FAILED|SEVERE)$/.test(word) ? 'hx-log-error' : '';
}

customElements.define('hx-log', HxLog);
