import { call } from './api.js';
import { avatar, dateTime, h } from './dom.js';

const own = (todo, state) => todo.attendees.find(a => a.userid === state.me);
const done = (todo, state) => (own(todo, state)?.status ?? todo.status) === 0 || todo.status === 0;

export function todos(state) {
  const open = state.todos.filter(todo => !done(todo, state));
  const closed = state.todos.filter(todo => done(todo, state));
  return h('div', { class: 'todos' }, open.map(todo => item(todo, state)),
    closed.length > 0 && h('h3', {}, `已完成 ${closed.length}`), closed.map(todo => item(todo, state)),
    !state.todos.length && h('div', { class: 'empty' }, h('b', {}, '没有待办'), '在应用的页面里点“添加到待办”，会出现在这里'));
}

function item(todo, state) {
  const ticked = done(todo, state);
  const late = !ticked && todo.end_time && todo.end_time * 1000 < Date.now();
  const tick = async () => {
    await call('POST', `todos/${todo.todo_id}/complete`, { userid: state.me, done: !ticked });
    state.refresh();
  };
  return h('article', { class: 'todo', 'data-done': ticked ? '' : undefined, 'data-todo': todo.todo_id },
    h('button', { class: 'tick', role: 'checkbox', 'aria-checked': String(ticked), 'aria-label': ticked ? '取消完成' : '完成', onclick: tick }, ticked ? '✓' : ''),
    h('div', {}, h('b', {}, todo.content),
      h('small', { 'data-late': late ? '' : undefined }, todo.end_time ? `截止 ${dateTime(todo.end_time * 1000)}${late ? ' · 已过期' : ''}` : '没有截止时间', ` · ${state.name(todo.creator)}创建`),
      h('div', { class: 'people-line' }, todo.attendees.map(a => h('span', { class: 'chip', 'data-done': a.status === 0 ? '' : undefined }, avatar(state.name(a.userid), true), state.name(a.userid), a.status === 0 && ' ✓')))));
}
