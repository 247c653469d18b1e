import { html, LitElement } from 'lit';

/** How long something has been going on; counts by itself, so the server need not push for it. */
class HxElapsed extends LitElement {
  static properties = {
    since: { type: Number },
    seconds: { type: String },
    minutes: { type: String },
    hours: { type: String },
  };
  declare since: number;
  declare seconds: string;
  declare minutes: string;
  declare hours: string;
  private timer = 0;

  protected createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.timer = window.setInterval(() => this.requestUpdate(), 1000);
  }

  disconnectedCallback() {
    window.clearInterval(this.timer);
    super.disconnectedCallback();
  }

  render() {
    return this.since ? html`${this.words(Math.max(0, Math.floor((Date.now() - this.since) / 1000)))}` : '';
  }

  private words(age: number): string {
    if (age < 60) return fill(this.seconds, age);
    if (age < 3600) return fill(this.minutes, Math.floor(age / 60), age % 60);
    return fill(this.hours, Math.floor(age / 3600), Math.floor((age % 3600) / 60));
  }
}

function fill(template: string | undefined, ...values: number[]): string {
  return values.reduce((text, value) => text.replace('%', String(value)), template ?? '');
}

customElements.define('hx-elapsed', HxElapsed);
