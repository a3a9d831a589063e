import { get } from './api.js';
import { h, dateTime, link } from './dom.js';
import { sheetView } from './grid.js';

const KINDS = { 3: ['文', '文档'], 4: ['表', '表格'], 10: ['智', '智能表格'], 11: ['智', '智能文档'] };

export function docList(state) {
  const list = h('div', { class: 'doc-list' }, [...state.docs].reverse().map(doc => h('a', { href: `#/doc/${doc.docid}` },
    h('span', { class: 'doc-icon', 'data-type': doc.doc_type }, (KINDS[doc.doc_type] || ['文'])[0]),
    h('span', {}, h('b', {}, doc.doc_name), h('small', {}, `${(KINDS[doc.doc_type] || ['', '文档'])[1]} · ${doc.mayEdit ? '可编辑' : '只读'} · 更新于 ${dateTime(doc.modify_time * 1000)}`)))));
  if (!state.docs.length) list.append(h('div', { class: 'empty' }, h('b', {}, '还没有可以查看的文档'), '应用创建并授权给你的文档和智能表格会出现在这里'));
  return [h('div', { class: 'docs-head' }, h('h2', {}, '文档')), h('div', { class: 'docs-body' }, list)];
}

/** What is open, as nodes; asks the sandbox for its content. */
export async function openDoc(state, route) {
  const doc = state.docs.find(d => d.docid === route.docid);
  if (!doc) return docList(state);
  const head = h('div', { class: 'docs-head' }, h('button', { class: 'back', 'aria-label': '返回', onclick: () => { location.hash = '#/docs'; } }, '‹'),
    h('h2', {}, doc.doc_name), h('span', { class: 'grow' }));
  if (doc.doc_type === 10) return [head, ...(await sheetView(state, doc, route))];
  if (doc.doc_type === 4) return [head, ...spreadsheet(await get(`spreadsheets/${doc.docid}?userid=${state.me}`), route)];
  return [head, h('div', { class: 'docs-body' }, paper(doc.doc_name, (await get(`documents/${doc.docid}?userid=${state.me}`)).document.children || []))];
}

function paper(title, blocks) {
  const last = blocks.at(-1);
  const shown = last?.type === 'Paragraph' && last.text === '\n' && blocks.length > 1 ? blocks.slice(0, -1) : blocks;
  return h('article', { class: 'paper' }, h('h1', {}, title), shown.map(block));
}

function block(node) {
  if (node.type === 'Table') return h('table', {}, h('tbody', {}, node.children.map(row => h('tr', {}, row.children.map(cell => h('td', {}, cell.children.map(block)))))));
  const line = node.text.replace(/\n$/, '');
  const heading = line.match(/^#{1,4}\s+(.*)/) || line.match(/^([一二三四五六七八九十]+、.{1,30})$/) || line.match(/^(.{0,4}(?:背景|原因|方案|验证|结论|摘要|进展|计划))$/);
  return heading ? h('h2', {}, heading[1]) : h('p', {}, (node.children || []).map(run));
}

function run(node) {
  if (node.type === 'PageBreak') return h('hr');
  const { bold, color, background_color: background, image_id: image, width, height } = node.property;
  if (node.type === 'Image') return h('img', { src: own(image), alt: '', width: width || undefined, height: height || undefined });
  const parts = node.text.split(/(https?:\/\/\S+)/).map(part => (/^https?:/.test(part) ? link(part, {}, part) : part));
  if (!bold && !color && !background) return parts;
  const el = h(bold ? 'b' : 'span', {}, parts);
  if (color) el.style.color = '#' + color;
  if (background) el.style.backgroundColor = '#' + background;
  return el;
}

/** Pictures of this sandbox, by whatever name its host is reached. */
const own = url => (url.match(/\/wedoc\/image\/\w+$/) || [''])[0];

/** As far as it is filled, and a little more. */
function spreadsheet(doc, route) {
  const sheet = doc.sheets.find(s => s.sheet_id === route.sheetId) || doc.sheets[0];
  const places = Object.keys(sheet.cells).map(key => key.split(',').map(Number));
  const rows = Math.min(sheet.row_count, Math.max(20, ...places.map(([row]) => row + 3)));
  const columns = Math.min(sheet.column_count, Math.max(8, ...places.map(([, column]) => column + 2)));
  const letter = i => (i < 26 ? '' : letter(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26));
  const value = cell => (cell?.cell_value?.link ? link(cell.cell_value.link.url, {}, cell.cell_value.link.text || cell.cell_value.link.url) : cell?.cell_value?.text);
  const tabs = h('div', { class: 'sheet-tabs' }, doc.sheets.map(s => h('button', { 'aria-selected': String(s === sheet), onclick: () => { location.hash = `#/doc/${doc.docid}/${s.sheet_id}`; } }, s.title)));
  return [tabs, h('div', { class: 'docs-body' }, h('table', { class: 'grid' },
    h('thead', {}, h('tr', {}, h('th', { class: 'no' }), Array.from({ length: columns }, (_, i) => h('th', {}, letter(i))))),
    h('tbody', {}, Array.from({ length: rows }, (_, r) => h('tr', {}, h('td', { class: 'no' }, h('div', {}, r + 1)), Array.from({ length: columns }, (_, c) => h('td', {}, h('div', {}, value(sheet.cells[`${r},${c}`]))))))))) ];
}
