import { get } from './api.js';
import { $, avatar, h } from './dom.js';
import { chat, chatMenu } from './chat.js';
import { agenda } from './agenda.js';
import { bench } from './bench.js';
import { docList, openDoc } from './docs.js';
import { members } from './members.js';

const POLL_MS = 1500;
const ICONS = {
  chat: ['消息', 'M4 6.500A2.500 2.500 0 0 1 6.500 4h11A2.500 2.500 0 0 1 20 6.500v7a2.500 2.500 0 0 1-2.500 2.500H11l-4.500 4v-4A2.500 2.500 0 0 1 4 13.500z'],
  docs: ['文档', 'M7 3.500h7l4 4V20a.5.5 0 0 1-.5.5h-10.500a.5.5 0 0 1-.5-.5V4a.5.5 0 0 1 .5-.5zM14 3.500V8h4M9.500 12h5M9.500 15.500h5'],
  agenda: ['日程', 'M4.500 6.500h15V20h-15zM4.500 10.500h15M8.500 4v4M15.500 4v4'],
  bench: ['工作台', 'M4.500 4.500h6v6h-6zM13.500 4.500h6v6h-6zM4.500 13.500h6v6h-6zM13.500 13.500h6v6h-6z'],
};

const state = {
  me: localStorage.getItem('sandbox.me') || 'zhangwei', tab: 'chat', editing: false,
  members: [], departments: [], messages: [], schedules: [], calendars: [], docs: [], app: null, counts: {},
  name: id => state.members.find(m => m.userid === id)?.name || id,
  refresh: force => poll(force === true), show: tab => { state.tab = tab; draw.clear(); poll(true); },
};
const people = members(state, () => { draw.clear(); poll(true); });

const route = () => {
  const [, docid, sheetId, viewId] = location.hash.match(/^#\/doc\/([^/]+)(?:\/([^/]+))?(?:\/([^/]+))?/) || [];
  return { docid, sheetId, viewId };
};
const narrow = () => matchMedia('(max-width: 820px)').matches;

/** Replaces a part of the page only when what it shows has changed. */
const draw = {
  last: new Map(),
  clear() { this.last.clear(); },
  part(id, key, make) {
    if (this.last.get(id) === key) return;
    const area = $(id);
    const scroll = [...area.querySelectorAll('.scroll, .docs-body')].map(el => [el.scrollTop, el.scrollLeft]);
    const atEnd = [...area.querySelectorAll('.scroll')].every(el => el.scrollHeight - el.scrollTop - el.clientHeight < 80);
    const fresh = !this.last.has(id);
    this.last.set(id, key);
    area.replaceChildren(...[make()].flat().filter(Boolean));
    [...area.querySelectorAll('.scroll, .docs-body')].forEach((el, i) => { if (scroll[i] && !fresh) { [el.scrollTop, el.scrollLeft] = scroll[i]; } });
    if (id === 'screen' && state.tab === 'chat' && (fresh || atEnd)) { const el = area.querySelector('.scroll'); if (el) el.scrollTop = el.scrollHeight; }
  },
};

function tabs() {
  const button = (id, [label, path]) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    line.setAttribute('d', path);
    svg.append(line);
    return h('button', { class: id === 'docs' ? 'narrow-only' : '', 'data-tab': id, 'aria-selected': String(state.tab === id), onclick: () => { if (id === 'docs') location.hash = '#/docs'; state.show(id); } }, svg, label);
  };
  return Object.entries(ICONS).map(([id, icon]) => button(id, icon));
}

const TITLES = { chat: () => state.appName, agenda: () => '日程', bench: () => '工作台' };

async function poll(force) {
  try {
    const me = state.me;
    const [messages, agendaData, docs, app, pulse] = await Promise.all([
      get('messages?userid=' + me), get('schedules?userid=' + me), get('docs?userid=' + me), get('app?userid=' + me), get('pulse')]);
    if (me !== state.me) return;
    Object.assign(state, { messages: messages.messages, appName: messages.app, schedules: agendaData.schedules, calendars: agendaData.calendars, docs: docs.docs, app, counts: pulse.messages });
    people.update();
    drawPulse(pulse);
    await paint(force);
  } catch (e) {
    $('pulse').textContent = '沙箱没有响应';
    $('pulse').dataset.state = 'failed';
  }
}

function drawPulse(pulse) {
  const el = $('pulse');
  el.dataset.state = pulse.waiting ? 'waiting' : 'ok';
  el.textContent = pulse.waiting ? `${pulse.waiting} 个回调等待送达` : '回调已全部送达';
}

async function paint(force) {
  if (force) draw.clear();
  const r = route();
  draw.part('tabs', state.tab, tabs);
  const busy = () => state.editing || ['SELECT', 'TEXTAREA'].includes(document.activeElement?.tagName) || document.querySelector('.picker');
  const inDocs = state.tab === 'docs';
  if (!inDocs && !(document.activeElement?.tagName === 'SELECT')) {
    draw.part('screen', JSON.stringify([state.me, state.tab, state.messages, state.schedules, state.calendars, state.app]), () => [
      h('div', { class: 'bar' }, TITLES[state.tab](), state.tab === 'chat' && h('small', {}, '应用消息')),
      h('div', { class: 'scroll' }, { chat, agenda, bench }[state.tab](state)), state.tab === 'chat' && chatMenu(state)]);
  }
  if (busy()) return;
  const nodes = r.docid ? await openDoc(state, r) : docList(state);
  const target = narrow() ? 'screen' : 'docs';
  if ((narrow() && !inDocs) || busy()) return;
  const text = nodes.flat().map(n => n.outerHTML || n.textContent).join('').replaceAll(' class="changed"', ' class=""');
  draw.part(target, state.me + text, () => nodes);
}

/** #/agenda and #/bench open a tab of the phone; #/doc… the documents. */
function tabOfHash() {
  const tab = location.hash.slice(2);
  if (tab in TITLES) state.tab = tab;
  else if (narrow() && location.hash.startsWith('#/doc')) state.tab = 'docs';
}

addEventListener('hashchange', () => { tabOfHash(); draw.clear(); poll(true); });
addEventListener('resize', () => { if (!narrow() && state.tab === 'docs') state.tab = 'chat'; draw.clear(); });

Object.assign(state, await get('members'));
tabOfHash();
people.update();
await poll(true);
if (!location.hash && !narrow()) openFirst();
setInterval(() => { if (!document.hidden) poll(false); }, POLL_MS);

/** A newcomer sees the table at once. */
function openFirst() {
  const table = state.docs.find(d => d.doc_type === 10);
  if (table) location.hash = '#/doc/' + table.docid;
}
