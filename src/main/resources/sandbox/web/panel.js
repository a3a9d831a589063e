import { $, avatar, dateTime, h } from './dom.js';

/** The client behind jssdk.js: answers the page it lies in, and shows the native panels. */
let members = [];
let page; // origin of the page around this frame, known with its first message

/** Where the browser keeps storage from frames of other sites, it is whom the to-do is for. */
let meant = 'zhangwei';
const me = () => { try { return localStorage.getItem('sandbox.me') || meant; } catch { return meant; } };
const name = id => members.find(m => m.userid === id)?.name || id;
const tell = (id, result) => parent.postMessage({ id, result }, page);
const show = visible => parent.postMessage({ show: visible }, page);

async function ask(path, body) {
  const response = await fetch('/__sandbox/jssdk/' + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const answer = await response.json().catch(() => ({}));
  return response.ok ? answer : Promise.reject(Object.assign(new Error(answer.error || 'fail'), { status: response.status }));
}

const signed = identity => ({ ...identity, origin: page });

const APIS = {
  config: async identity => { await ask('register', signed(identity)); return { outcome: 'ok' }; },
  agentConfig: async identity => { await ask('register', signed(identity)); return { outcome: 'ok' }; },
  createTodo: async params => { meant = params.attendees?.[0] || meant; await permit('createTodo', params); return new Promise(done => create(params, done)); },
  viewTodo: async params => {
    await permit('viewTodo', params);
    const todo = await ask('todos/' + encodeURIComponent(params.todoId || ''), { identity: signed(params.identity), userid: me() })
      .catch(e => { throw e.status === 404 ? new Error('fail invalid todo id') : e; });
    return new Promise(done => view(todo, done));
  },
};

async function permit(api, params) {
  if (!params.jsApiList.includes(api)) throw new Error('fail no permission');
  await ask('open', { identity: signed(params.identity), userid: me() });
}

addEventListener('message', async event => {
  if (event.source !== parent || !APIS[event.data?.name]) return;
  page = event.origin;
  const { id, name: api, params } = event.data;
  let result;
  try {
    result = await APIS[api](params);
  } catch (e) {
    result = { outcome: e.message.startsWith('fail') ? e.message : 'fail ' + e.message };
  }
  show(false);
  tell(id, result);
});

function head(title, cancel, action) {
  return h('header', {}, h('button', { class: 'quiet', type: 'button', onclick: cancel }, action ? '取消' : '关闭'), h('h1', {}, title), action || h('span'));
}

function create(params, done) {
  const chosen = new Set(Array.isArray(params.attendees) ? params.attendees : []);
  const people = h('div', { class: 'people-row' });
  const drawPeople = () => people.replaceChildren(
    ...[...chosen].map(id => h('span', { class: 'chip' }, avatar(name(id), true), name(id), h('button', { type: 'button', 'aria-label': '移除' + name(id), onclick: () => { chosen.delete(id); drawPeople(); } }, '×'))),
    h('select', { 'aria-label': '添加参与人', onchange: e => { chosen.add(e.target.value); drawPeople(); } },
      h('option', { value: '' }, '＋ 添加'), members.filter(m => m.visible && !chosen.has(m.userid)).map(m => h('option', { value: m.userid }, m.name))));
  drawPeople();
  const content = h('textarea', { name: 'content', rows: '3', placeholder: '要做什么？', 'aria-label': '待办内容' });
  content.value = params.content || '';
  const until = h('input', { type: 'datetime-local', name: 'until', 'aria-label': '截止时间' });
  if (params.endTime) until.value = dateTime(params.endTime * 1000).replace(' ', 'T');
  const creator = h('select', { name: 'creator' }, members.filter(m => m.visible).map(m => h('option', { value: m.userid, selected: m.userid === me() }, `${m.name} · ${m.departmentName}`)));
  const error = h('p', { class: 'error', role: 'alert', hidden: true });
  const form = h('form', {}, head('新建待办', () => done({ outcome: 'cancel' }), h('button', { class: 'button', id: 'create' }, '创建')),
    content, h('div', { class: 'line' }, h('span', {}, '参与人'), people), h('label', { class: 'line' }, h('span', {}, '截止时间'), until),
    h('label', { class: 'line' }, h('span', {}, '创建人'), creator), error);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    try {
      const endTime = until.value ? Math.floor(Date.parse(until.value + ':00+08:00') / 1000) : 0;
      const { todoId } = await ask('todos', { identity: signed(params.identity), userid: creator.value, content: content.value, attendees: [...chosen], endTime });
      done({ outcome: 'ok', todoId });
    } catch (e) {
      error.textContent = e.message;
      error.hidden = false;
    }
  });
  reveal(form);
}

function view(todo, done) {
  reveal(h('div', {}, head('待办详情', () => done({ outcome: 'ok' })), h('p', { class: 'content' }, todo.content),
    h('div', { class: 'line' }, h('span', {}, '状态'), todo.status === 0 ? '已完成' : '进行中'),
    todo.end_time && h('div', { class: 'line' }, h('span', {}, '截止时间'), dateTime(todo.end_time * 1000)),
    h('div', { class: 'line' }, h('span', {}, '参与人'), h('div', { class: 'people-row' }, todo.attendees.map(a => h('span', { class: 'chip' }, avatar(name(a.userid), true), name(a.userid), a.status === 0 && ' ✓'))))));
}

function reveal(node) {
  $('sheet').replaceChildren(node);
  show(true);
}

members = (await (await fetch('/__sandbox/members')).json()).members;
parent.postMessage({ id: 'hello', result: {} }, '*');
