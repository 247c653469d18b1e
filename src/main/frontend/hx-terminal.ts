import { Terminal } from '@xterm/xterm';
import { FitAddon } from '@xterm/addon-fit';
import styles from '@xterm/xterm/css/xterm.css?inline';

const STYLE_ID = 'hx-xterm';

/** A terminal emulator: shows what a program writes, sends what is typed, and tells how large it is. */
class HxTerminal extends HTMLElement {
  private terminal?: Terminal;
  private fit = new FitAddon();
  private leaving = 0;
  private watching?: ResizeObserver;
  private early: { bytes: string; count: number }[] = [];

  connectedCallback() {
    window.clearTimeout(this.leaving);
    if (this.terminal) return;
    if (!document.getElementById(STYLE_ID)) {
      const style = document.createElement('style');
      style.id = STYLE_ID;
      style.textContent = String(styles);
      document.head.append(style);
    }
    const terminal = new Terminal({
      cursorBlink: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      fontFamily: getComputedStyle(this).getPropertyValue('--hx-mono') || 'monospace',
      fontSize: 13,
      scrollback: 5000,
      screenReaderMode: true,
      theme: { background: '#0f1218', foreground: '#e6e9ef', cursor: '#93a3ff', selectionBackground: '#3b4890' },
    });
    this.terminal = terminal;
    terminal.loadAddon(this.fit);
    terminal.open(this);
    terminal.textarea?.setAttribute('aria-label', this.getAttribute('aria-label') ?? '');
    terminal.onData((text) => this.tell('hx-type', { text }));
    terminal.onResize(() => this.tellSize());
    terminal.attachCustomKeyEventHandler((event) => this.ours(event));
    this.watching = new ResizeObserver(() => this.fit.fit());
    this.watching.observe(this);
    this.early.splice(0).forEach((part) => this.write(part.bytes, part.count));
  }

  /** A change of language takes it off the page and puts it back: only when it stays away it is over. */
  disconnectedCallback() {
    this.leaving = window.setTimeout(() => {
      this.watching?.disconnect();
      this.terminal?.dispose();
      this.terminal = undefined;
      this.replaceChildren();
    }, 1000);
  }

  /** Draws bytes (base64) and tells when they are drawn: the program may go on then. */
  write(bytes: string, count: number) {
    if (!this.terminal) {
      this.early.push({ bytes, count });
      return;
    }
    const raw = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
    this.terminal.write(raw, () => this.tell('hx-drawn', { count }));
  }

  /** The program takes input now. */
  begin() {
    this.fit.fit();
    this.tellSize();
    this.terminal?.focus();
  }

  /** The program is over: what was shown stays, typing does nothing. */
  finish() {
    if (this.terminal) this.terminal.options.disableStdin = true;
  }

  /** True for keys that the terminal handles; the others are the browser's. */
  private ours(event: KeyboardEvent): boolean {
    if (event.ctrlKey && event.shiftKey && event.code === 'KeyX') {
      if (event.type === 'keydown') this.tell('hx-leave', {});
      event.preventDefault();
      return false;
    }
    if (event.ctrlKey && !event.altKey && !event.shiftKey) {
      // copies while something is marked, else it is the program's interrupt
      if (event.code === 'KeyC' && this.terminal?.hasSelection()) return false;
      if (event.code === 'KeyV') return false;
    }
    return true;
  }

  private tellSize() {
    if (this.terminal) this.tell('hx-size', { columns: this.terminal.cols, rows: this.terminal.rows });
  }

  private tell(name: string, detail: object) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define('hx-terminal', HxTerminal);
