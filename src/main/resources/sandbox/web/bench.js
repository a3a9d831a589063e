import { call } from './api.js';
import { h, link, toast } from './dom.js';
import { entry } from './chat.js';
import { icon } from './screens.js';

/** @param tiles [name, screen] of WeCom's own applications */
export function bench(state, tiles) {
  const app = state.app || { menu: [] };
  if (app.visible === false) return h('div', { class: 'bench' }, h('div', { class: 'tile empty' }, h('b', {}, '应用对该成员不可见'), '不在应用的可见范围内'), office(state, tiles));
  const menu = (app.menu || []).flatMap(m => (m.sub_button?.length ? m.sub_button : [m]));
  return h('div', { class: 'bench' }, panel(app.panel),
    h('div', { class: 'tile' }, h('h3', {}, '应用'), h('div', { class: 'apps' },
      h('button', { onclick: async () => { await call('POST', 'app/enter', { userid: state.me }); state.show('chat'); } }, h('span', { class: 'app-icon' }, '闭'), app.name))),
    office(state, tiles),
    menu.length > 0 && h('div', { class: 'tile' }, h('h3', {}, '快捷入口'), h('div', { class: 'menu-list' }, menu.map(m => entry(m, state)))));
}

function office(state, tiles) {
  return tiles.length > 0 && h('div', { class: 'tile' }, h('h3', {}, '办公'), h('div', { class: 'apps' }, tiles.map(([name, screen]) =>
    h('button', { 'data-screen': name, onclick: () => state.show(name) }, h('span', { class: 'app-icon', 'data-tone': screen.tone }, icon(screen), screen.count?.(state) > 0 && h('span', { class: 'dot' }, screen.count(state))), screen.label))));
}

function panel(p) {
  if (!p || p.type === 'normal') return null;
  const content = p[p.type] || {};
  const items = content.items || [];
  switch (p.type) {
    case 'keydata': return h('div', { class: 'tile' }, h('h3', {}, '我的数据'), h('div', { class: 'keys' }, items.map(i => h('div', {}, h('b', {}, i.data || '0'), link(i.jump_url || '', {}, i.key)))));
    case 'list': return h('div', { class: 'tile' }, h('h3', {}, '待处理'), h('div', { class: 'menu-list' }, items.map(i => link(i.jump_url || '', {}, i.title))));
    case 'image': return h('div', { class: 'tile' }, pressable(content.jump_url, h('img', { class: 'panel-image', src: content.url, alt: '应用面板' })));
    default: return h('div', { class: 'tile' }, !content.hide_title && h('h3', {}, link(content.jump_url || '', {}, '我的面板')),
      h('iframe', { class: 'panel-frame', src: /^https?:/i.test(content.url) ? content.url : 'about:blank', title: '应用面板', 'data-height': content.height || 'single_row', sandbox: 'allow-scripts allow-same-origin', inert: content.enable_webview_click ? undefined : true }));
  }
}

const pressable = (url, child) => (/^https?:/i.test(url || '') ? h('a', { href: url, target: '_blank', rel: 'noopener' }, child) : child);
