// The message log: what went through the broker, newest first, of all things or of one.

import {attempt, byId, call, element} from './dom.js';
import {JsonView} from './json-view.js';

/** As many rows as stay quick to draw. */
const MAX_ROWS = 300;

const clock = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3, hour12: false,
});

let newest = 0;
let paused = false;
let looking = Promise.resolve();

/** One look after the other, so that no message is shown twice. */
export function refreshMessages() {
  looking = looking.then(() => (paused ? undefined : look()));
  return looking;
}

async function look() {
  const thing = byId('message-thing').value.trim();
  const found = await call(`messages?after=${newest}&thing=${encodeURIComponent(thing)}`);
  if (found.length > 0) {
    newest = found.at(-1).number;
    byId('message-list').prepend(...found.reverse().map(row));
    while (byId('message-list').children.length > MAX_ROWS) {
      byId('message-list').lastElementChild.remove();
    }
  }
  byId('no-messages').hidden = byId('message-list').children.length > 0;
}

function row(message) {
  const details = element('details', {className: 'message'},
      element('summary', {},
          element('time', {dateTime: message.at, title: message.at}, clock.format(new Date(message.at))),
          element('span', {className: 'message-topic'}, message.topic),
          element('span', {className: 'message-sender'}, message.sender ? `from ${message.sender}` : 'from local-aws')));
  // Drawn only when somebody looks.
  details.addEventListener('toggle', () => details.append(payload(message)), {once: true});
  return element('li', {}, details);
}

function payload(message) {
  if (message.bytes === 0) {
    return element('p', {className: 'faint'}, 'No payload.');
  }
  const shown = element('div', {}, body(message));
  if (!message.complete) {
    shown.append(element('p', {className: 'faint'}, `The beginning of ${message.bytes} bytes.`));
  }
  return shown;
}

function body(message) {
  try {
    const view = new JsonView();
    view.show(JSON.parse(message.payload));
    return view.root;
  } catch {
    return element('pre', {className: 'wrapped', tabIndex: 0}, message.payload);
  }
}

/** The names that the filter offers. */
export function offerThings(names) {
  byId('message-things').replaceChildren(...names.map(value => element('option', {value})));
}

export function startMessages() {
  byId('message-thing').addEventListener('input', () => {
    newest = 0;
    byId('message-list').replaceChildren();
    attempt(refreshMessages);
  });
  byId('pause-messages').addEventListener('click', () => {
    paused = !paused;
    byId('pause-messages').setAttribute('aria-pressed', paused);
    attempt(refreshMessages);
  });
}
