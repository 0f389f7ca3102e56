// The console: shows what is there, and looks again whenever local-aws says that something has changed.

import {attempt, byId, call} from './dom.js';
import {refreshFaults, startFaults} from './faults.js';
import {refreshMails, startInbox} from './inbox.js';
import {refreshMessages, startMessages} from './messages.js';
import {refreshPlugs} from './plugs.js';
import {refreshThings} from './things.js';

const refresh = {
  things: refreshThings, mails: refreshMails, lines: refreshPlugs, messages: refreshMessages, faults: refreshFaults,
};

function live(state) {
  byId('live').dataset.state = state;
  byId('live').textContent = state;
}

async function showEndpoints() {
  const {mqtt, http} = await call('endpoints');
  byId('mqtt-endpoint').textContent = mqtt;
  byId('http-endpoint').textContent = http;
}

startInbox();
startMessages();
startFaults();

const events = new EventSource('api/events');
// Also after a break: what happened meanwhile is seen by looking at everything once.
events.onopen = () => {
  live('live');
  attempt(showEndpoints);
  Object.values(refresh).forEach(attempt);
};
events.onerror = () => live('reconnecting');
for (const [kind, look] of Object.entries(refresh)) {
  events.addEventListener(kind, () => attempt(look));
}
