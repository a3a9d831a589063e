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
  return [head, h('div', { class: 'docs-body' }, paper(doc.doc_name, (await get(`documents/${doc.docid}?userid=${state.me}`)).text))];
}

function paper(title, text) {
  return h('article', { class: 'paper' }, h('h1', {}, title), text.replace(/\n$/, '').split('\n').map(line => {
    const heading = line.match(/^#{1,4}\s+(.*)/) || line.match(/^([一二三四五六七八九十]+、.{1,30})$/) || line.match(/^(.{0,4}(?:背景|原因|方案|验证|结论|摘要|进展|计划))$/);
    if (heading) return h('h2', {}, heading[1]);
    return h('p', {}, line.split(/(https?:\/\/\S+)/).map(part => (/^https?:/.test(part) ? link(part, {}, part) : part)));
  }));
}
