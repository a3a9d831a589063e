import { call } from './api.js';
import { bubble } from './bubbles.js';
import { h, time, day, toast } from './dom.js';

const seen = new Set();
let first = true;

export function chat(state) {
  const list = h('div', { class: 'chat' });
  let lastAt = 0;
  for (const message of state.messages) {
    if (message.createdAt - lastAt > 300000) list.append(h('div', { class: 'when' }, `${day(message.createdAt)} ${time(message.createdAt)}`));
    lastAt = message.createdAt;
    list.append(row(message, state));
  }
  if (!state.messages.length) {
    list.append(h('div', { class: 'empty' }, h('b', {}, '还没有消息'), '应用发给你的通知和卡片会出现在这里'));
  }
  first = false;
  return list;
}

function row(message, state) {
  if (message.recalled) return h('div', { class: 'gone' }, '应用撤回了一条消息');
  const id = state.me + message.msgid;
  const fresh = !first && !seen.has(id);
  seen.add(id);
  return h('div', { class: 'msg' + (fresh ? ' fresh' : ''), 'data-msgid': message.msgid },
    h('span', { class: 'app-icon' }, '闭'), bubble(message, state));
}

/** The app's menu under its conversation. */
export function chatMenu(state) {
  const menu = state.app?.menu || [];
  if (!menu.length) return null;
  return h('div', { class: 'chat-menu' }, menu.map(item => h('div', {}, item.sub_button?.length ? submenu(item, state) : entry(item, state))));
}

function submenu(item, state) {
  const sub = h('div', { class: 'sub', hidden: true }, item.sub_button.map(child => entry(child, state)));
  return [sub, h('button', { onclick: () => { sub.hidden = !sub.hidden; } }, '☰ ' + item.name)];
}

export function entry(item, state) {
  const tell = () => call('POST', 'app/menu', { userid: state.me, type: item.type === 'view' ? 'view' : 'click', key: item.url || item.key });
  return item.type === 'view'
    ? h('a', { href: item.url, target: '_blank', rel: 'noopener', onclick: () => { tell().catch(() => {}); } }, item.name)
    : h('button', { onclick: async () => { await tell(); toast(`已点击「${item.name}」`); } }, item.name);
}
