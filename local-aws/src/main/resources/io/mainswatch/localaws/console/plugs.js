// The plug of each simulated line, as a switch.

import {attempt, byId, call, element} from './dom.js';

const SVG = 'http://www.w3.org/2000/svg';
const plugs = new Map();

export async function refreshPlugs() {
  const lines = await call('lines');
  byId('plugs').hidden = lines.length === 0;
  for (const {line, level} of lines) {
    if (!plugs.has(line)) {
      plugs.set(line, new Plug(line));
      byId('plug-list').append(plugs.get(line).root);
    }
    plugs.get(line).show(level === 1);
  }
}

class Plug {
  #on = false;
  #state = element('p', {className: 'plug-state'});
  #toggle;

  constructor(line) {
    const title = element('h3', {id: `plug-${line}`}, `Plug on line ${line}`);
    this.#toggle = element('button', {
      className: 'switch', type: 'button', role: 'switch', 'aria-labelledby': title.id, onclick: () => this.#switch(line),
    });
    this.root = element('li', {className: 'card plug'},
        drawing(), element('div', {}, title, this.#state), this.#toggle);
  }

  show(on) {
    this.#on = on;
    this.#toggle.setAttribute('aria-checked', on);
    this.root.dataset.on = on;
    this.#state.textContent = on ? 'Plugged in: mains present' : 'Pulled: no mains';
  }

  #switch(line) {
    const wanted = !this.#on;
    this.show(wanted);
    attempt(() => call(`lines/${line}`, {method: 'PUT', body: wanted ? 'on' : 'off'})).then(refreshPlugs);
  }
}

/** A socket and a plug; the style sheet pulls the plug. */
function drawing() {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 84 48');
  svg.setAttribute('class', 'outlet');
  svg.setAttribute('aria-hidden', 'true');
  for (const [name, d] of [
    ['socket', 'M58 6h12a8 8 0 0 1 8 8v20a8 8 0 0 1-8 8H58z'],
    ['plug-part', 'M2 24h16M18 14h14a6 6 0 0 1 6 6v8a6 6 0 0 1-6 6H18zM38 19h15M38 29h15'],
    ['bolt', 'M69 15l-6 10h5l-1 8 6-10h-5z'],
  ]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    path.setAttribute('class', name);
    svg.append(path);
  }
  return svg;
}
