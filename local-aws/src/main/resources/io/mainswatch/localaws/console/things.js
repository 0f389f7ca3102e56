// Things: whether they are connected, their attributes, and their shadows as they change.

import {byId, call, element} from './dom.js';
import {showAgo} from './ago.js';
import {JsonView} from './json-view.js';
import {offerThings} from './messages.js';

/** With more than this many things, each starts folded. */
const OPEN_AT_FIRST = 3;

const cards = new Map();

export async function refreshThings() {
  const things = await call('things');
  byId('thing-count').textContent = things.length || '';
  byId('no-things').hidden = things.length > 0;
  const names = new Set(things.map(thing => thing.name));
  offerThings([...names]);
  for (const [name, card] of cards) {
    if (!names.has(name)) {
      card.root.remove();
      cards.delete(name);
    }
  }
  things.forEach((thing, index) => {
    if (!cards.has(thing.name)) {
      cards.set(thing.name, new ThingCard(thing.name, index < OPEN_AT_FIRST));
    }
    const card = cards.get(thing.name);
    card.show(thing);
    place(card.root, index);
  });
}

/** Moves a card only if it must, so that neither focus nor scroll position is lost. */
function place(card, index) {
  const list = byId('thing-list');
  if (list.children[index] !== card) {
    list.insertBefore(card, list.children[index] ?? null);
  }
}

class ThingCard {
  #state = element('span', {className: 'presence'});
  #attributes = element('dl', {className: 'attributes'});
  #shadows = element('div');
  #views = new Map();

  constructor(name, open) {
    this.root = element('details', {className: 'card thing', open},
        element('summary', {}, element('h3', {}, name), this.#state),
        this.#attributes,
        this.#shadows);
  }

  show(thing) {
    this.#state.textContent = thing.connected ? 'connected' : 'not connected';
    this.#state.dataset.connected = thing.connected;
    this.#showAttributes(thing);
    this.#showShadows(thing);
  }

  #showAttributes(thing) {
    const rows = Object.entries(thing.attributes)
        .map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value)));
    if (!thing.registered) {
      rows.push(element('div', {}, element('dt', {}, 'registry'), element('dd', {className: 'faint'}, 'not registered')));
    }
    this.#attributes.replaceChildren(...rows);
  }

  #showShadows(thing) {
    const documents = new Map(Object.entries(thing.namedShadows).map(([name, shadow]) => [`Shadow “${name}”`, shadow]));
    if (thing.shadow) {
      documents.set('Shadow', thing.shadow);
    }
    for (const [title, view] of this.#views) {
      if (!documents.has(title)) {
        view.root.remove();
        this.#views.delete(title);
      }
    }
    for (const [title, shadow] of [...documents].sort(([a], [b]) => a.localeCompare(b))) {
      if (!this.#views.has(title)) {
        this.#views.set(title, new ShadowView(title));
        this.#shadows.append(this.#views.get(title).root);
      }
      this.#views.get(title).show(shadow);
    }
  }
}

class ShadowView {
  #version = element('span');
  #changed = element('time');
  #state = new JsonView();
  #metadata = new JsonView();

  constructor(title) {
    this.root = element('section', {className: 'shadow'},
        element('h4', {}, title, element('span', {className: 'faint'}, this.#version, this.#changed)),
        this.#state.root,
        element('details', {className: 'metadata'}, element('summary', {}, 'Metadata'), this.#metadata.root));
  }

  show(shadow) {
    this.#version.textContent = `version ${shadow.version} · `;
    showAgo(this.#changed, new Date(1000 * latest(shadow.metadata, shadow.timestamp)));
    this.#state.show(shadow.state);
    this.#metadata.show(shadow.metadata);
  }
}

/** The newest stamp in the metadata, which is when the shadow last took a value. */
function latest(metadata, fallback) {
  const stamps = JSON.stringify(metadata).match(/"timestamp":\d+/g) ?? [];
  return stamps.length ? Math.max(...stamps.map(stamp => Number(stamp.slice(12)))) : fallback;
}
