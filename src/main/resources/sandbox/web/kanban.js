import { h } from './dom.js';
import { kind, option, options, person, show } from './cells.js';

/** Lanes by the view's group field, else by 状态, else by the first select. */
export function kanban(grid, view, state) {
  const groupId = view.property?.group_spec?.groups?.[0]?.field_id;
  const selects = grid.fields.filter(f => ['SINGLE_SELECT', 'USER'].includes(kind(f)));
  const field = grid.fields.find(f => f.field_id === groupId) || (/处理人/.test(view.view_title) && selects.find(f => f.field_title === '处理人')) || selects.find(f => f.field_title === '状态') || selects[0];
  if (!field) return h('div', { class: 'empty' }, h('b', {}, '没有可以分组的字段'));
  const lanes = new Map();
  if (kind(field) !== 'USER') options(field).forEach(o => lanes.set(o.id, { title: option(o), notes: [] }));
  for (const record of grid.records) {
    const first = (record.values[field.field_title] || [])[0];
    const key = first?.id || first?.user_id || '';
    if (!lanes.has(key)) lanes.set(key, { title: first ? person(first, state) : '未填写', notes: [] });
    lanes.get(key).notes.push(note(grid, record, field, state));
  }
  return h('div', { class: 'kanban' }, [...lanes.values()].map(lane => h('section', { class: 'lane' }, h('h3', {}, h('span', {}, lane.title), lane.notes.length), lane.notes)));
}

function note(grid, record, group, state) {
  const [title, ...rest] = grid.fields.filter(f => f !== group && record.values[f.field_title] !== undefined);
  const details = rest.filter(f => /编号|处理人|紧急|截止/.test(f.field_title)).slice(0, 4);
  return h('article', { class: 'note' }, h('b', {}, title ? show(title, record.values[title.field_title], state) : '（空）'), details.map(f => h('div', {}, show(f, record.values[f.field_title], state))));
}
