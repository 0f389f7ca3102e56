// Faults on demand: a form made of the catalogue that local-aws gives, and the list of what is armed or has just ended.

import {attempt, byId, call, element} from './dom.js';

const API = '/_faults';

let kinds = [];

export async function refreshFaults() {
  const catalogue = await call(API);
  if (kinds.length === 0) {
    kinds = catalogue.kinds;
    byId('fault-kind').replaceChildren(...kinds.map(({fault}) => element('option', {value: fault}, fault)));
    showKind();
  }
  byId('fault-list').replaceChildren(...catalogue.faults.map(row));
  byId('faults').dataset.armed = catalogue.faults.some(fault => fault.armed);
}

const chosen = () => kinds.find(({fault}) => fault === byId('fault-kind').value);

function showKind() {
  byId('fault-about').textContent = chosen().about;
  byId('fault-parameters').replaceChildren(...chosen().parameters.map(field));
}

function field({name, about, values, default: fallback}) {
  const id = `fault-${name}`;
  const hint = element('small', {id: `${id}-hint`}, about);
  return element('div', {className: 'field'},
      element('label', {htmlFor: id}, name),
      element('input', {
        id, name, type: 'text', autocomplete: 'off', placeholder: fallback ?? '', title: values ?? '',
        'aria-describedby': hint.id,
      }),
      hint);
}

function row(fault) {
  const {fault: name, armed, struck, remaining, until, times, ...narrowed} = fault;
  const words = Object.entries(narrowed).map(([key, value]) => `${key} ${value}`);
  if (armed && remaining !== undefined) {
    words.push(`${remaining} left`);
  }
  if (armed && until) {
    words.push(`until ${new Date(until).toLocaleTimeString()}`);
  }
  const item = element('li', {className: 'fault'},
      element('strong', {}, name),
      element('span', {className: 'faint'}, words.join(', ')),
      element('span', {className: 'struck'}, `struck ${struck} ${struck === 1 ? 'time' : 'times'}`));
  item.dataset.armed = armed;
  item.append(armed
    ? element('button', {className: 'quiet', type: 'button', 'aria-label': `Stop ${name}`, onclick: () => stop(name)}, 'Stop')
    : element('span', {className: 'faint'}, 'over'));
  return item;
}

const stop = name => attempt(async () => {
  await call(`${API}/${name}`, {method: 'DELETE'});
  await refreshFaults();
});

export function startFaults() {
  byId('fault-kind').addEventListener('change', showKind);
  byId('fault-form').addEventListener('submit', event => {
    event.preventDefault();
    const given = [...new FormData(event.target)].filter(([name, value]) => name !== 'fault' && value.trim() !== '');
    const order = Object.fromEntries(given.map(([name, value]) => [name, value.trim()]));
    attempt(async () => {
      await call(`${API}/${chosen().fault}`, {method: 'PUT', body: JSON.stringify(order)});
      await refreshFaults();
    });
  });
}
