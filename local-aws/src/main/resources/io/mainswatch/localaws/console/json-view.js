// A JSON document as lines that can be compared: what has changed since the last showing lights up.

import {element} from './dom.js';

/** Shows documents, one after the other, in a <pre>. */
export class JsonView {
  #known = null;

  constructor() {
    this.root = element('pre', {className: 'json', tabIndex: 0});
  }

  show(value) {
    const lines = [];
    collect(lines, value, '', 0, null, '');
    this.root.replaceChildren(...lines.map(line => this.#render(line)));
    this.#known = new Map(lines.map(line => [line.path, line.value]));
  }

  #render({path, depth, parts, value}) {
    const changed = this.#known && this.#known.get(path) !== value;
    return element('span', {className: changed ? 'line changed' : 'line'}, '  '.repeat(depth), ...parts, '\n');
  }
}

function collect(lines, value, path, depth, key, comma) {
  const name = key === null ? [] : [token('key', JSON.stringify(key)), ': '];
  if (value === null || typeof value !== 'object') {
    const text = JSON.stringify(value);
    lines.push({path, depth, value: text, parts: [...name, token(value === null ? 'null' : typeof value, text), comma]});
    return;
  }
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const entries = Object.entries(value);
  if (entries.length === 0) {
    lines.push({path, depth, value: open + close, parts: [...name, open + close + comma]});
    return;
  }
  lines.push({path, depth, value: open, parts: [...name, open]});
  entries.forEach(([member, child], index) => {
    const memberKey = Array.isArray(value) ? null : member;
    const next = `${path}/${member}`;
    collect(lines, child, next, depth + 1, memberKey, index < entries.length - 1 ? ',' : '');
  });
  lines.push({path: `${path}/`, depth, value: close, parts: [close + comma]});
}

function token(kind, text) {
  return element('span', {className: `json-${kind}`}, text);
}
