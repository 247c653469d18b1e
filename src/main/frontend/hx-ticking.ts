import { LitElement } from 'lit';

/** What shows how time passes: drawn anew every second in the page's own styles, so the server need not push for it. */
export class HxTicking extends LitElement {
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
}

/** The template with each % replaced by the next value. */
export function fill(template: string | undefined, ...values: (string | number)[]): string {
  return values.reduce<string>((text, value) => text.replace('%', String(value)), template ?? '');
}
