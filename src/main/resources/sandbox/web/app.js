import { get } from './api.js';
import { $, h } from './dom.js';
import { docList, openDoc } from './docs.js';
import { members } from './members.js';
import { SCREENS, icon } from './screens.js';

const POLL_MS = 1500;

const state = {
  me: localStorage.getItem('sandbox.me') || 'zhangwei', tab: 'chat', path: [], editing: false,
  members: [], departments: [], messages: [], groups: [], schedules: [], calendars: [], docs: [], app: null, counts: {}, waiting: {},
  name: id => state.members.find(m => m.userid === id)?.name || id,
  refresh: force => poll(force === true), show: (tab, ...path) => { Object.assign(state, { tab, path }); remember(); draw.clear(); poll(true); },
};
const people = members(state, () => { remember(); draw.clear(); poll(true); });

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
    if (id === 'screen' && SCREENS[state.tab].sticksToEnd && (fresh || atEnd)) { const el = area.querySelector('.scroll'); if (el) el.scrollTop = el.scrollHeight; }
  },
};

function tabs() {
  return Object.entries(SCREENS).filter(([, screen]) => screen.tab).map(([id, screen]) => h('button', {
    class: screen.narrowOnly ? 'narrow-only' : '', 'data-tab': id, 'aria-selected': String(tabOf(state.tab) === id),
    onclick: () => { if (screen.narrowOnly) location.hash = '#/' + id; state.show(id); },
  }, icon(screen), screen.label, screen.tab && id !== state.tab && screen.count?.(state) > 0 && h('span', { class: 'dot' }, screen.count(state))));
}

/** A tile belongs to the workbench it was opened from. */
const tabOf = name => (SCREENS[name].tab ? name : 'bench');

function bar(screen) {
  const back = screen.back ? screen.back(state) : !screen.tab && (state.path.length ? [state.tab] : ['bench']);
  return h('div', { class: 'bar' }, back && h('button', { class: 'back', 'aria-label': '返回', onclick: () => state.show(...back) }, '‹'),
    screen.title ? screen.title(state) : screen.label, screen.subtitle?.(state) && h('small', {}, screen.subtitle(state)));
}

async function poll(force) {
  try {
    const me = state.me;
    const { tab, path } = state;
    const [own, docs, app, pulse] = await Promise.all([
      SCREENS[tab].load?.(me, path), get('docs?userid=' + me), get('app?userid=' + me), get('pulse')]);
    if (me !== state.me || tab !== state.tab || path !== state.path) return;
    Object.assign(state, own, { docs: docs.docs, app, pulse, counts: pulse.messages, waiting: pulse.approvals });
    people.update();
    drawPulse(pulse);
    await paint(force);
  } catch (e) {
    if (e.refused && state.path.length) { state.show(state.tab); return; }
    console.error(e);
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
  draw.part('tabs', JSON.stringify([state.tab, Object.values(SCREENS).map(screen => screen.count?.(state))]), tabs);
  const busy = () => state.editing || ['SELECT', 'TEXTAREA'].includes(document.activeElement?.tagName) || document.querySelector('.picker');
  const inDocs = state.tab === 'docs';
  if (!inDocs && !(document.activeElement?.tagName === 'SELECT')) {
    const screen = SCREENS[state.tab];
    draw.part('screen', JSON.stringify([state.me, state.tab, state.path, screen.data?.(state), state.app]), () => [
      bar(screen), h('div', { class: 'scroll' }, screen.view(state)), screen.foot?.(state)]);
  }
  if (busy()) return;
  const nodes = r.docid ? await openDoc(state, r) : docList(state);
  const target = narrow() ? 'screen' : 'docs';
  if ((narrow() && !inDocs) || busy()) return;
  const text = nodes.flat().map(n => n.outerHTML || n.textContent).join('').replaceAll(' class="changed"', ' class=""');
  draw.part(target, state.me + text, () => nodes);
}

/** #/agenda or #/approvals/202611220001 open something on the phone; #/doc… the documents. */
function tabOfHash() {
  const [tab, ...path] = location.hash.slice(2).split('/').map(decodeURIComponent);
  if (SCREENS[tab]?.view) Object.assign(state, { tab, path });
  else if (narrow() && tab.startsWith('doc')) Object.assign(state, { tab: 'docs', path: [] });
}

/** The address follows the phone, unless it names the document shown beside it. */
function remember() {
  if (SCREENS[state.tab].view && !location.hash.startsWith('#/doc')) history.replaceState(null, '', '#/' + [state.tab, ...state.path].map(encodeURIComponent).join('/'));
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
