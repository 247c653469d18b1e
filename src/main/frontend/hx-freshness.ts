import { html } from 'lit';
import { fill, HxTicking } from './hx-ticking';

/** What the person chose; else the browser's own. */
const zone = () => document.documentElement.dataset.zone || undefined;

/** The chip that says how old the data beside it is; it counts by itself, so the server need not push for it. */
class HxFreshness extends HxTicking {
  static properties = {
    state: { type: String },
    at: { type: Number },
    liveWord: { type: String },
    reconnectingWord: { type: String },
    unknownWord: { type: String },
    unknownSinceWord: { type: String },
    asOfWord: { type: String },
    agoWords: { type: String },
  };
  declare state: string;
  declare at: number;
  declare liveWord: string;
  declare reconnectingWord: string;
  declare unknownWord: string;
  declare unknownSinceWord: string;
  declare asOfWord: string;
  declare agoWords: string;

  render() {
    const kind = (this.state ?? 'UNKNOWN').toLowerCase().replace('_', '-');
    this.className = `hx-fresh hx-fresh-${kind}`;
    const exact = () => new Date(this.at).toLocaleString(document.documentElement.lang || 'en', { timeZone: zone() });
    this.title = this.at ? exact() : '';
    return html`<span class="hx-fresh-mark" aria-hidden="true"></span><span>${this.words()}</span>`;
  }

  private words(): string {
    switch (this.state) {
      case 'LIVE':
        return fill(this.liveWord, this.ago());
      case 'RECONNECTING':
        return fill(this.reconnectingWord, this.ago());
      case 'AS_OF':
        return fill(this.asOfWord, this.clock());
      default:
        return this.at ? fill(this.unknownSinceWord, this.clock()) : this.unknownWord ?? '';
    }
  }

  private ago(): string {
    const [seconds, minutes, hours, days] = (this.agoWords ?? '').split('|');
    const age = Math.max(0, Math.round((Date.now() - this.at) / 1000));
    if (age < 60) return fill(seconds, age);
    if (age < 3600) return fill(minutes, Math.floor(age / 60));
    if (age < 86400) return fill(hours, Math.floor(age / 3600));
    return fill(days, Math.floor(age / 86400));
  }

  private clock(): string {
    const then = new Date(this.at);
    const lang = document.documentElement.lang === 'ja' ? 'ja' : 'en-GB';
    const time = then.toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone() });
    if (then.toDateString() === new Date().toDateString()) return time;
    return `${then.toLocaleDateString(lang, { day: 'numeric', month: 'short' })} ${time}`;
  }
}

customElements.define('hx-freshness', HxFreshness);
