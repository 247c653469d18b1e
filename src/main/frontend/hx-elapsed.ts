import { html } from 'lit';
import { fill, HxTicking } from './hx-ticking';

/** How long something has been going on; counts by itself, so the server need not push for it. */
class HxElapsed extends HxTicking {
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

  render() {
    return this.since ? html`${this.words(Math.max(0, Math.floor((Date.now() - this.since) / 1000)))}` : '';
  }

  private words(age: number): string {
    if (age < 60) return fill(this.seconds, age);
    if (age < 3600) return fill(this.minutes, Math.floor(age / 60), age % 60);
    return fill(this.hours, Math.floor(age / 3600), Math.floor((age % 3600) / 60));
  }
}

customElements.define('hx-elapsed', HxElapsed);
