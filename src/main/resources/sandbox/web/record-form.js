import { call } from './api.js';
import { h, toast } from './dom.js';
import { READ_ONLY, kind, options } from './cells.js';

/** A dialog that adds one record with what was filled in. */
export function addRecord(grid, state) {
  const inputs = new Map();
  const fields = grid.fields.filter(f => !READ_ONLY.includes(kind(f)));
  const labels = fields.map(f => label(f, inputs, state));
  const major = grid.fields.findIndex(f => kind(f) === 'CHECKBOX');
  const main = fields.filter((f, i) => i < 3 || grid.fields.indexOf(f) === major);
  const shown = labels.filter((l, i) => main.includes(fields[i]));
  const more = labels.filter((l, i) => !main.includes(fields[i]));
  const submit = async e => {
    e.preventDefault();
    const values = {};
    for (const [title, input] of inputs) {
      const value = input.type === 'checkbox' ? input.checked : input.value.replace(/^(\d{4}-\d\d-\d\d)T/, '$1 ');
      if (value !== '' && value !== false) values[title] = value;
    }
    await call('POST', `sheets/${grid.docid}/${grid.sheetId}/records`, { userid: state.me, records: [{ values }] });
    dialog.close();
    toast('已添加');
    state.refresh();
  };
  const dialog = h('dialog', { onclose: () => dialog.remove() },
    h('form', { onsubmit: submit }, h('h2', {}, `添加记录 · ${grid.title}`), shown,
      more.length > 0 && h('details', {}, h('summary', {}, '更多字段（通常由应用填写）'), more),
      h('footer', {}, h('button', { type: 'button', class: 'button plain', onclick: () => dialog.close() }, '取消'), h('button', { class: 'button', type: 'submit' }, '提交'))));
  document.body.append(dialog);
  dialog.showModal();
}

function label(field, inputs, state) {
  const input = control(field, state);
  inputs.set(field.field_title, input);
  return input.type === 'checkbox' ? h('label', { class: 'row' }, input, field.field_title) : h('label', {}, field.field_title, input);
}

function control(field, state) {
  const name = { name: field.field_title };
  switch (kind(field)) {
    case 'TEXT': return /描述|说明/.test(field.field_title) ? h('textarea', name) : h('input', { ...name, type: 'text' });
    case 'NUMBER': case 'CURRENCY': return h('input', { ...name, type: 'number', step: 'any' });
    case 'CHECKBOX': return h('input', { ...name, type: 'checkbox' });
    case 'DATE_TIME': return h('input', { ...name, type: 'datetime-local' });
    case 'SINGLE_SELECT': case 'SELECT': return h('select', name, h('option', { value: '' }, '请选择'), options(field).map(o => h('option', { value: o.text }, o.text)));
    case 'USER': return h('select', name, h('option', { value: '' }, '请选择'), state.members.filter(m => m.visible).map(m => h('option', { value: m.userid }, m.name)));
    default: return h('input', { ...name, type: 'text' });
  }
}
