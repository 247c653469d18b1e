// F1 and ? open and close the help of the screen, unless somebody is typing: a field or a terminal takes every key.
const typing = (event: KeyboardEvent) =>
  event.composedPath().some(
    (part) =>
      part instanceof HTMLElement &&
      (part.isContentEditable || part.matches('input, textarea, select, hx-terminal, vaadin-combo-box, vaadin-select')),
  );

const asksForHelp = (event: KeyboardEvent) =>
  !event.ctrlKey && !event.metaKey && !event.altKey && (event.key === 'F1' || event.key === '?');

document.addEventListener('keydown', (event) => {
  if (!asksForHelp(event) || event.repeat || (event.key === '?' && typing(event))) {
    return;
  }
  const terminal = event.composedPath().some((part) => part instanceof HTMLElement && part.matches('hx-terminal'));
  const button = document.querySelector<HTMLElement>('.hx-help-button');
  if (button && !terminal) {
    event.preventDefault();
    button.click();
  }
});
