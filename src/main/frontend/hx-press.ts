/**
 * A press on a button counts even when the page moved under the pointer between press and release. Leaving a field by
 * pressing a button can make its error go or come, which moves the button; the browser then sends no click.
 */
const STEADY = 6;

function buttonOf(event: Event): HTMLElement | undefined {
  return event.composedPath().find((part): part is HTMLElement => (part as Element).localName === 'vaadin-button');
}

function near(press: PointerEvent, release: PointerEvent): boolean {
  return Math.hypot(press.clientX - release.clientX, press.clientY - release.clientY) <= STEADY;
}

document.addEventListener(
  'pointerdown',
  (press) => {
    const button = press.isPrimary && press.button === 0 ? buttonOf(press) : undefined;
    if (button) {
      // a press that ends outside the window, or as a scroll, must not wait for the next one
      const waiting = new AbortController();
      const once = { capture: true, signal: waiting.signal };
      document.addEventListener('pointercancel', () => waiting.abort(), once);
      document.addEventListener('pointerdown', () => waiting.abort(), once);
      document.addEventListener(
        'pointerup',
        (release) => {
          waiting.abort();
          if (near(press, release) && buttonOf(release) !== button && button.isConnected) button.click();
        },
        once,
      );
    }
  },
  true,
);
