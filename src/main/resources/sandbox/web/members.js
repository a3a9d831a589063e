import { $, avatar, h } from './dom.js';

/** The member switcher, and nudges when somebody else got a message or has to decide. */
export function members(state, changed) {
  const seen = JSON.parse(localStorage.getItem('sandbox.seen') || '{}');
  let started = false;
  let open = false;

  const unread = id => Math.max(0, (state.counts[id] || 0) - (seen[id] || 0));
  /** Open approvals come and go: what was decided is no longer news. */
  const waiting = id => {
    const now = state.waiting[id];
    if (now === undefined) return 0;
    seen['a:' + id] = Math.min(seen['a:' + id] || 0, now);
    return now - seen['a:' + id];
  };
  const remember = () => localStorage.setItem('sandbox.seen', JSON.stringify(seen));

  /** Stays on the same page of the phone, but not in somebody else's conversation or form. */
  function choose(id, tab = state.tab) {
    Object.assign(state, { me: id, tab, path: [] });
    localStorage.setItem('sandbox.me', id);
    open = false;
    state.messages = [];
    update();
    changed();
  }

  function menu() {
    return h('div', { class: 'people-menu' }, state.departments.map(d => {
      const own = state.members.filter(m => m.main_department === d.id);
      return own.length ? [h('h3', {}, d.name), own.map(entry)] : null;
    }));
  }

  function entry(m) {
    return h('button', { 'aria-current': String(m.userid === state.me), 'data-userid': m.userid, onclick: () => choose(m.userid) }, avatar(m.name),
      h('span', {}, h('b', {}, m.name, m.roles.map(r => h('em', { class: 'role' }, r)), !m.visible && h('em', { class: 'role' }, '不在可见范围')), h('small', {}, m.position)),
      unread(m.userid) + waiting(m.userid) > 0 && h('span', { class: 'dot' }, unread(m.userid) + waiting(m.userid)));
  }

  function nudge() {
    const others = state.members.filter(m => m.userid !== state.me && unread(m.userid) + waiting(m.userid) > 0).slice(0, 3);
    const key = others.map(m => [m.userid, unread(m.userid), waiting(m.userid)]).join();
    if ($('nudges').dataset.key === key) return;
    $('nudges').dataset.key = key;
    $('nudges').replaceChildren(...others.map(m => h('button', { onclick: () => choose(m.userid, unread(m.userid) > 0 ? 'chat' : 'approvals') }, avatar(m.name),
      h('span', {}, m.name, h('small', {}, unread(m.userid) > 0 ? `收到 ${unread(m.userid)} 条新消息` : `有 ${waiting(m.userid)} 张审批单待处理`)), h('em', {}, '切换过去'))));
  }

  let drawn = '';
  function update() {
    if (!started && Object.keys(state.counts).length) {
      started = true;
      if (!localStorage.getItem('sandbox.seen')) Object.assign(seen, state.counts, Object.fromEntries(Object.entries(state.waiting).map(([id, now]) => ['a:' + id, now])));
    }
    if (state.counts[state.me] !== undefined) { seen[state.me] = state.counts[state.me]; seen['a:' + state.me] = state.waiting[state.me]; if (started) remember(); }
    const me = state.members.find(m => m.userid === state.me) || state.members[0];
    if (!me) return;
    const key = JSON.stringify([me.userid, open, open && state.counts]);
    if (key !== drawn) {
      drawn = key;
      $('who').replaceChildren(h('button', { id: 'switcher', 'aria-expanded': String(open), onclick: e => { e.stopPropagation(); open = !open; update(); } }, avatar(me.name),
        h('span', {}, h('b', {}, me.name), h('small', {}, me.departmentName)), h('span', { class: 'caret' }, '▾')), open ? menu() : '');
    }
    nudge();
  }

  addEventListener('click', e => { if (open && !$('who').contains(e.target)) { open = false; update(); } });
  return { update };
}
