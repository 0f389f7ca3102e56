// The inbox: a list and a reader. A mail's HTML is shown in a frame that may run no script and reach nothing.

import {attempt, byId, call, element} from './dom.js';
import {exactly, showAgo} from './ago.js';

const TABS = ['html', 'text', 'headers', 'raw'];

/** Links open in a tab of their own; everything else of the page around stays out of the mail's reach. */
const FRAME_RIGHTS = 'allow-popups allow-popups-to-escape-sandbox';
const FRAME_HEAD = '<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light">'
    + '<meta name="referrer" content="no-referrer"><base target="_blank">';

/** SES's words for the fate of a mail, as a reader says them. */
const FATES = {
  Send: 'sent', Delivery: 'delivered', DeliveryDelay: 'delayed', Bounce: 'bounced', Complaint: 'complained about',
  Reject: 'rejected',
};
const BAD = new Set(['DeliveryDelay', 'Bounce', 'Complaint', 'Reject']);

let mails = [];
let open = null;
let tab = 'html';
const unread = new Set();
let newestKnown = null;

export async function refreshMails() {
  mails = await call('mails');
  noteUnread();
  showList();
  const shown = open && mails.find(mail => mail.id === open.id);
  if (shown) {
    byId('mail-events').replaceChildren(...history(shown));
  } else if (open) {
    close();
  }
  if (!open && isWide() && mails.length > 0) {
    await read(mails[0].id);
  }
}

/** Whether list and reader stand side by side; the style sheet has the same limit. */
const isWide = () => matchMedia('(min-width: 60rem)').matches;

/** Mails that came while the page was open. */
function noteUnread() {
  const newest = mails.length > 0 ? mails[0].id : 0;
  if (newestKnown !== null) {
    mails.filter(mail => mail.id > newestKnown).forEach(mail => unread.add(mail.id));
  }
  newestKnown = Math.max(newest, newestKnown ?? 0);
}

function showList() {
  byId('mail-count').textContent = mails.length || '';
  byId('no-mails').hidden = mails.length > 0;
  byId('mailbox').hidden = mails.length === 0;
  byId('clear-mails').hidden = mails.length === 0;
  const focused = document.activeElement?.dataset?.mail;
  byId('mail-list').replaceChildren(...mails.map(entry));
  if (focused) {
    document.querySelector(`[data-mail="${Number(focused)}"]`)?.focus();
  }
  document.title = unread.size > 0 ? `(${unread.size}) local-aws` : 'local-aws';
}

function entry(mail) {
  const when = element('time');
  showAgo(when, new Date(mail.receivedAt));
  const button = element('button', {type: 'button', onclick: () => attempt(() => choose(mail.id))},
      element('span', {className: 'mail-to'}, mail.to.join(', ')),
      when,
      element('span', {className: 'mail-subject'}, mail.subject || '(no subject)'),
      fate(mail));
  button.dataset.mail = mail.id;
  button.dataset.unread = unread.has(mail.id);
  if (mail.id === open?.id) {
    button.setAttribute('aria-current', 'true');
  }
  return element('li', {}, button);
}

/** What has become of it, in a word: the last thing that was told. */
function fate(mail) {
  const last = mail.events.at(-1);
  const badge = element('span', {className: 'fate'}, last ? FATES[last.type] ?? last.type : 'accepted');
  badge.dataset.bad = BAD.has(last?.type);
  return badge;
}

function history(mail) {
  return mail.events.map(({type, recipients, detail, at}) => element('li', {},
      element('time', {dateTime: at}, exactly(new Date(at))),
      ` ${FATES[type] ?? type}${detail ? ` (${detail})` : ''}: ${recipients.join(', ')}`));
}

/** On a phone the reader takes the place of the list, so the reader's eyes and focus go there. */
async function choose(id) {
  await read(id);
  if (!isWide()) {
    byId('inbox').scrollIntoView();
    byId('mail-subject').focus({preventScroll: true});
  }
}

async function read(id) {
  open = await call(`mails/${id}`);
  unread.delete(id);
  byId('mailbox').dataset.reading = true;
  byId('reader').hidden = false;
  byId('mail-subject').textContent = open.subject || '(no subject)';
  byId('mail-from').textContent = open.from;
  byId('mail-to').textContent = open.to.join(', ');
  byId('mail-received').textContent = exactly(new Date(open.receivedAt));
  byId('mail-events').replaceChildren(...history(open));
  byId('tab-html').hidden = !open.html;
  if (tab === 'html' && !open.html) {
    tab = 'text';
  }
  showTab();
  showList();
}

function close() {
  open = null;
  byId('mailbox').dataset.reading = false;
  byId('reader').hidden = true;
}

function showTab() {
  for (const name of TABS) {
    byId(`tab-${name}`).setAttribute('aria-selected', name === tab);
    byId(`tab-${name}`).tabIndex = name === tab ? 0 : -1;
  }
  byId('mail-view').setAttribute('aria-labelledby', `tab-${tab}`);
  byId('mail-view').replaceChildren(views[tab]());
}

const views = {
  html: () => element('iframe', {
    title: 'The mail as its reader sees it', sandbox: FRAME_RIGHTS, srcdoc: FRAME_HEAD + open.html,
  }),
  text: () => element('pre', {className: 'wrapped'}, open.text ?? 'This mail has no plain text.'),
  headers: () => element('dl', {className: 'headers'}, ...open.headers.map(({name, value}) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, value)))),
  raw: () => element('pre', {}, open.raw),
};

export function startInbox() {
  for (const name of TABS) {
    byId(`tab-${name}`).addEventListener('click', () => {
      tab = name;
      showTab();
    });
  }
  document.querySelector('.tabs').addEventListener('keydown', moveTab);
  byId('mail-list').addEventListener('keydown', moveMail);
  byId('back').addEventListener('click', () => {
    const last = open.id;
    close();
    showList();
    document.querySelector(`[data-mail="${last}"]`)?.focus();
  });
  byId('clear-mails').addEventListener('click', () => {
    if (confirm('Remove all mails from the inbox?')) {
      attempt(() => call('mails', {method: 'DELETE'}));
    }
  });
}

/** Left and right go from tab to tab, as a tab list should. */
function moveTab(event) {
  const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
  if (step) {
    const shown = TABS.filter(name => !byId(`tab-${name}`).hidden);
    tab = shown[(shown.indexOf(tab) + step + shown.length) % shown.length];
    showTab();
    byId(`tab-${tab}`).focus();
  }
}

/** Up and down go from mail to mail. */
function moveMail(event) {
  const step = {ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling'}[event.key];
  const next = step && event.target.closest('li')?.[step]?.firstElementChild;
  if (next) {
    event.preventDefault();
    next.focus();
  }
}
