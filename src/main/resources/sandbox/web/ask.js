import { h } from './dom.js';

function dialog(build) {
  return new Promise(resolve => {
    let answer = null;
    const close = value => { answer = value; el.close(); };
    const el = h('dialog', { onclose: () => { el.remove(); resolve(answer); } }, build(close));
    document.body.append(el);
    el.showModal();
  });
}

const footer = (label, close, danger) => h('footer', {}, h('button', { type: 'button', class: 'button plain', onclick: () => close(null) }, '取消'),
  h('button', { type: 'submit', class: 'button' + (danger ? ' danger' : '') }, label));

/** One line of text, or null. */
export const ask = (title, label, value = '') => dialog(close => {
  const input = h('input', { type: 'text', value, required: true, maxlength: 255, name: 'answer' });
  return h('form', { onsubmit: e => { e.preventDefault(); close(input.value.trim()); } }, h('h2', {}, title), h('label', {}, label, input), footer('确定', close));
});

export const confirmed = title => dialog(close =>
  h('form', { onsubmit: e => { e.preventDefault(); close(true); } }, h('h2', {}, title), footer('确定', close, true)));

/** Several fields: [{name, label, type, value, options: [[value, text]]}]; answers by name, or null. */
export const askAll = (title, fields, label = '保存') => dialog(close => {
  const inputs = new Map(fields.map(f => [f.name, control(f)]));
  const submit = e => {
    e.preventDefault();
    close(Object.fromEntries([...inputs].map(([name, el]) => [name, read(el)])));
  };
  return h('form', { onsubmit: submit }, h('h2', {}, title), fields.map(f => (f.type === 'check'
    ? h('label', { class: 'row' }, inputs.get(f.name), f.label) : h(f.many ? 'div' : 'label', { class: f.many ? 'many' : undefined }, f.label, inputs.get(f.name)))), footer(label, close));
});

function control(f) {
  if (f.type === 'check') return h('input', { type: 'checkbox', checked: f.value === true, name: f.name });
  if (f.many) return checks(f.name, f.options, f.value);
  if (f.options) return h('select', { name: f.name },
    f.options.map(([value, text]) => h('option', { value, selected: String(f.value) === String(value) }, text)));
  return h('input', { type: f.type || 'text', name: f.name, value: f.value ?? '', required: f.required ? true : undefined });
}

function read(el) {
  if (el.type === 'checkbox') return el.checked;
  return el.chosen ? el.chosen() : el.value.trim();
}

/** Several of [[value, text]]; chosen() gives the values in the order they were ticked. */
export function checks(name, options, value = [], changed = () => {}) {
  let all = [value].flat().map(String);
  const toggle = (id, on) => { all = on ? [...all, id] : all.filter(other => other !== id); changed(all); };
  const box = h('div', { class: 'checks', role: 'group', 'data-name': name }, options.map(([id, text]) => h('label', {},
    h('input', { type: 'checkbox', value: String(id), checked: all.includes(String(id)), onchange: e => toggle(String(id), e.target.checked) }), h('span', {}, text))));
  box.chosen = () => all;
  return box;
}
