import { call, get } from './api.js';
import { bubble, preview } from './bubbles.js';
import { avatar, day, h, link, time, toast } from './dom.js';

const SPEAKERS = { app: '应用', robot: '机器人' };
const seen = JSON.parse(localStorage.getItem('sandbox.groups') || '{}');

export const loadGroups = async me => (await get('groups?userid=' + me)).groups;

export async function loadGroup(me, chatid) {
  const group = await get(`groups/${encodeURIComponent(chatid)}?userid=${me}`);
  seen[me + '/' + chatid] = group.messages.length;
  localStorage.setItem('sandbox.groups', JSON.stringify(seen));
  return group;
}

export const unread = (state, group) => Math.max(0, group.count - (seen[state.me + '/' + group.chatid] || 0));

/** Every conversation of the member: the app, what waits for approval, the groups. */
export function conversations(state) {
  const last = state.messages.at(-1);
  const waiting = state.boxes?.todo || [];
  return h('div', { class: 'conversations' },
    entry(() => state.show('chat'), h('span', { class: 'app-icon' }, '闭'), state.appName, last && preview({ ...last, content: last.card || last.content }, state), last?.createdAt),
    entry(() => state.show('approvals'), h('span', { class: 'app-icon', 'data-tone': 'orange' }, '审'), '审批', waiting[0] ? `${state.name(waiting[0].applyer.userid)}提交的${waiting[0].sp_name}` : '没有待处理的审批', waiting[0] && waiting[0].apply_time * 1000, waiting.length),
    [...state.groups].sort((a, b) => (b.last?.createdAt || 0) - (a.last?.createdAt || 0)).map(g =>
      entry(() => state.show('chat', 'group', g.chatid), faces(g, state), g.name, g.last ? [called(g, state) && h('em', {}, '[有人@我] '), `${speaker(g.last, state)}：${preview(g.last, state)}`] : '还没有消息', g.last?.createdAt, unread(state, g))));
}

const called = (g, state) => g.called > (seen[state.me + '/' + g.chatid] || 0);

function entry(open, face, name, text, at, count) {
  return h('button', { class: 'conversation', onclick: open }, face, h('span', {}, h('b', {}, name), h('small', {}, text || '')),
    h('span', { class: 'side' }, h('time', {}, at ? time(at) : ''), count > 0 && h('span', { class: 'dot' }, count)));
}

function faces(group, state) {
  return h('span', { class: 'faces' }, group.userlist.slice(0, 4).map(id => avatar(state.name(id), true)));
}

const speaker = (m, state) => (m.from === 'member' ? state.name(m.fromName) : m.fromName);

export function groupChat(state) {
  const group = state.group;
  const list = h('div', { class: 'chat' }, pinned(group, state));
  let lastAt = 0;
  for (const message of group.messages) {
    if (message.createdAt - lastAt > 300000) list.append(h('div', { class: 'when' }, `${day(message.createdAt)} ${time(message.createdAt)}`));
    lastAt = message.createdAt;
    list.append(said(message, group, state));
  }
  if (!group.messages.length) list.append(h('div', { class: 'empty' }, h('b', {}, '还没有消息'), '应用、机器人和成员的消息会出现在这里'));
  return list;
}

function said(message, group, state) {
  const own = message.from === 'member' && message.fromName === state.me;
  const name = speaker(message, state);
  const face = message.from === 'member' ? avatar(name) : h('span', { class: 'app-icon', 'data-tone': message.from === 'robot' ? 'violet' : undefined }, message.from === 'robot' ? '播' : '闭');
  const pin = h('button', { class: 'pin', onclick: () => setPin(group, state, group.pinned === message.msgid ? '' : message.msgid) }, group.pinned === message.msgid ? '取消置顶' : '置顶');
  return h('div', { class: 'msg' + (own ? ' own' : ''), 'data-msgid': message.msgid }, face,
    h('div', {}, !own && h('div', { class: 'who-said' }, name, SPEAKERS[message.from] && h('em', { class: 'role' }, SPEAKERS[message.from])), bubble(message, state), pin));
}

async function setPin(group, state, msgid) {
  await call('POST', `groups/${encodeURIComponent(group.chatid)}/pin`, { userid: state.me, msgid });
  toast(msgid ? '已置顶' : '已取消置顶');
  state.refresh();
}

function pinned(group, state) {
  const m = group.pinnedMessage;
  if (!m) return null;
  const url = m.content.url || m.content.articles?.[0].url || m.content.card_action?.url || m.content.content?.match(/https?:\/\/[^\s)"'>]+/)?.[0];
  return h('div', { class: 'pinned' }, h('span', {}, '置顶'), url ? link(url, {}, preview(m, state)) : h('span', {}, preview(m, state)));
}

let box;
/** Speaking in the group; the draft survives what others say meanwhile. */
export function groupFoot(state) {
  const chatid = state.group.chatid;
  if (box?.dataset.chat !== state.me + chatid) box = make(chatid, state);
  const input = box.querySelector('input');
  if (document.activeElement === input) queueMicrotask(() => input.focus());
  return box;
}

function make(chatid, state) {
  const input = h('input', { name: 'say', autocomplete: 'off', placeholder: '发消息（应用收不到群消息）', 'aria-label': '发消息' });
  return h('form', { class: 'say', 'data-chat': state.me + chatid, onsubmit: async e => {
    e.preventDefault();
    const content = input.value.trim();
    if (!content) return;
    input.value = '';
    await call('POST', `groups/${encodeURIComponent(chatid)}/messages`, { userid: state.me, content });
    state.refresh();
  } }, input, h('button', { class: 'button' }, '发送'));
}
