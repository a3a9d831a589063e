import { call, get } from './api.js';
import { confirmed } from './ask.js';
import { h, toast } from './dom.js';
import { READ_ONLY, kind, option, options, person, plain, show } from './cells.js';
import { addRecord } from './record-form.js';
import { kanban } from './kanban.js';

const versions = new Map();

export async function sheetView(state, doc, route) {
  const sheet = doc.sheets.find(s => s.sheet_id === route.sheetId) || doc.sheets[0];
  if (!sheet) return [h('div', { class: 'empty' }, h('b', {}, '这个智能表格还没有子表'))];
  const grid = await get(`sheets/${doc.docid}/${sheet.sheet_id}`);
  const view = grid.views.find(v => v.view_id === route.viewId) || grid.views[0] || { view_type: 'VIEW_TYPE_GRID' };
  const base = `#/doc/${doc.docid}/`;
  const tab = (hash, label, on) => h('button', { 'aria-selected': String(on), onclick: () => { location.hash = hash; } }, label);
  const tabs = h('div', { class: 'sheet-tabs' }, doc.sheets.map(s => tab(base + s.sheet_id, s.title, s === sheet)),
    grid.views.length > 1 && [h('span', { class: 'sep' }), grid.views.map(v => tab(`${base}${sheet.sheet_id}/${v.view_id}`, v.view_title, v === view))],
    h('span', { class: 'grow' }), doc.mayEdit && h('button', { id: 'outside', onclick: () => outside(grid, state) }, '接收外部数据'), doc.mayEdit && h('button', { class: 'button', id: 'add-record', onclick: () => addRecord(grid, state) }, '＋ 添加记录'));
  const body = h('div', { class: 'docs-body' }, view.view_type === 'VIEW_TYPE_KANBAN' ? kanban(grid, view, state) : table(grid, doc.mayEdit, state));
  return [tabs, body];
}

function table(grid, mayEdit, state) {
  const head = h('tr', {}, h('th', { class: 'no' }, '#'), grid.fields.map(f => h('th', {}, f.field_title)));
  const rows = grid.records.map((record, i) => row(grid, record, i, mayEdit, state));
  return [h('table', { class: 'grid' }, h('thead', {}, head), h('tbody', {}, rows)),
    mayEdit ? h('button', { class: 'add-row', onclick: () => blankRow(grid, state) }, '＋ 新增一行') : h('div', { class: 'add-row' }, '没有编辑权限，只能查看')];
}

async function blankRow(grid, state) {
  await call('POST', `sheets/${grid.docid}/${grid.sheetId}/records`, { userid: state.me, records: [{ values: {} }] });
  state.refresh();
}

function row(grid, record, i, mayEdit, state) {
  const key = record.record_id;
  const known = versions.get(key);
  const changed = known !== undefined && known !== record.update_time;
  versions.set(key, record.update_time);
  const remove = async () => {
    if (!await confirmed(`删除第 ${i + 1} 行？`)) return;
    await call('DELETE', `sheets/${grid.docid}/${grid.sheetId}/records/${key}?userid=${state.me}`);
    state.refresh();
  };
  return h('tr', { class: changed || (known === undefined && versions.size > grid.records.length) ? 'changed' : '', 'data-record': key },
    h('td', { class: 'no' }, h('div', {}, h('span', {}, i + 1), mayEdit && h('button', { onclick: remove, 'aria-label': '删除' }, '删除'))),
    grid.fields.map(f => cell(grid, record, f, mayEdit, state)));
}

function cell(grid, record, field, mayEdit, state) {
  const value = record.values[field.field_title];
  const editable = mayEdit && !READ_ONLY.includes(kind(field));
  const save = async plainValue => {
    await call('PATCH', `sheets/${grid.docid}/${grid.sheetId}/records/${record.record_id}`, { userid: state.me, values: { [field.field_title]: plainValue } });
    state.refresh();
  };
  const wide = /描述|说明|标题/.test(field.field_title) ? ' wide' : /编号|时间/.test(field.field_title) ? ' mid' : '';
  const td = h('td', { class: (editable ? 'edit' : '') + wide, 'data-field': field.field_title });
  if (kind(field) === 'CHECKBOX') {
    td.append(h('div', {}, h('input', { type: 'checkbox', checked: value === true, disabled: editable ? undefined : true, 'aria-label': field.field_title, onchange: e => save(e.target.checked) })));
    return td;
  }
  td.append(h('div', {}, show(field, value, state)));
  if (editable) td.addEventListener('click', e => { if (e.target.tagName !== 'A') edit(td, field, value, save, state); });
  return td;
}

function edit(td, field, value, save, state) {
  if (td.classList.contains('editing')) return;
  if (['SINGLE_SELECT', 'SELECT'].includes(kind(field))) return picker(td, [...options(field).map(o => [o.text, option(o)]), [null, '清空']], save);
  if (kind(field) === 'USER') return picker(td, [...state.members.filter(m => m.visible).map(m => [m.userid, person({ user_id: m.userid }, state)]), [null, '清空']], save);
  typeInto(td, field, value, save, state);
}

function typeInto(td, field, value, save, state) {
  const before = plain(field, value);
  const date = kind(field) === 'DATE_TIME';
  const input = kind(field) === 'TEXT' ? h('textarea', { value: before, rows: 2 })
    : h('input', { type: date ? 'datetime-local' : kind(field) === 'NUMBER' ? 'number' : 'text', step: 'any', value: date ? before.replace(' ', 'T') : before });
  let done = false;
  const finish = keep => {
    if (done) return;
    done = true;
    state.editing = false;
    const now = date ? input.value.replace('T', ' ') : input.value;
    td.classList.remove('editing');
    td.firstChild.replaceChildren(keep ? now : before);
    if (keep && now !== before) save(now === '' ? null : now).catch(() => state.refresh());
    else state.refresh(true);
  };
  input.addEventListener('blur', () => finish(true));
  input.addEventListener('keydown', e => {
    if (e.key === 'Enter' && !e.shiftKey) { e.preventDefault(); finish(true); }
    if (e.key === 'Escape') finish(false);
  });
  state.editing = true;
  td.classList.add('editing');
  td.firstChild.replaceChildren(input);
  input.focus();
}

function picker(td, entries, save) {
  document.querySelector('.picker')?.remove();
  const box = td.getBoundingClientRect();
  const menu = h('div', { class: 'picker' }, entries.map(([value, label]) => h('button', { onclick: async () => { menu.remove(); await save(value); } }, label)));
  menu.style.left = Math.min(box.left, innerWidth - 220) + 'px';
  menu.style.top = Math.min(box.bottom + 4, innerHeight - 330) + 'px';
  document.body.append(menu);
  setTimeout(() => addEventListener('click', e => { if (!menu.contains(e.target)) menu.remove(); }, { once: true }));
}

/** The address another system posts rows to; made by a person here, as in WeCom. */
async function outside(grid, state) {
  const { url } = await call('POST', `sheets/${grid.docid}/${grid.sheetId}/webhook`, { userid: state.me });
  const dialog = h('dialog', { onclose: () => dialog.remove() }, h('h2', {}, '接收外部数据'), h('p', {}, '其他系统向这个地址 POST add_records 或 update_records，即可写入本表，不需要 access_token：'),
    h('label', {}, h('input', { value: url, readonly: true, 'aria-label': 'webhook 地址', onfocus: e => e.target.select() })), h('footer', {}, h('button', { class: 'button', onclick: () => dialog.close() }, '知道了')));
  document.body.append(dialog);
  dialog.showModal();
}
