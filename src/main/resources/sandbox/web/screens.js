import { get } from './api.js';
import { agenda } from './agenda.js';
import { bench } from './bench.js';
import { chat, chatMenu } from './chat.js';
import { conversations, groupChat, groupFoot, loadGroup, loadGroups, unread } from './groups.js';
import { approvalFoot, approvals, loadApprovals } from './approvals.js';
import { todos } from './todos.js';
import { OFFICE } from './office.js';

/**
 * What the phone can show, by the first part of the address (#/agenda).
 * icon: an SVG path of 24 × 24. tab: it has a place in the bar at the bottom; without, the workbench
 * has a tile for it in the given tone. load(me, rest of the address): what the state takes over
 * before view(state) draws it again when data(state) has changed. count(state): the red dot.
 */
export const SCREENS = {
  chat: {
    label: '消息', tab: true,
    icon: 'M4 6.500A2.500 2.500 0 0 1 6.500 4h11A2.500 2.500 0 0 1 20 6.500v7a2.500 2.500 0 0 1-2.500 2.500H11l-4.500 4v-4A2.500 2.500 0 0 1 4 13.500z',
    title: state => ({ list: '消息', group: state.group?.name }[state.path[0]] || state.appName),
    subtitle: state => (state.path[0] === 'group' ? `${state.group.userlist.length} 人` : state.path[0] !== 'list' && '应用消息'),
    back: state => state.path[0] !== 'list' && ['chat', 'list'],
    count: state => state.groups.reduce((sum, group) => sum + unread(state, group), 0),
    sticksToEnd: true,
    load: async (me, [page, chatid]) => {
      const [own, groups, boxes, group] = await Promise.all([get('messages?userid=' + me), loadGroups(me), get('approvals?userid=' + me), page === 'group' && loadGroup(me, chatid)]);
      return { messages: own.messages, appName: own.app, groups, boxes, group };
    },
    data: state => [state.messages, state.groups, state.group, state.path[0] === 'list' && state.boxes.todo],
    view: state => ({ list: conversations, group: groupChat }[state.path[0]] || chat)(state),
    foot: state => (state.path[0] === 'group' ? groupFoot(state) : state.path[0] !== 'list' && chatMenu(state)),
  },
  docs: {
    label: '文档', tab: true, narrowOnly: true,
    icon: 'M7 3.500h7l4 4V20a.5.5 0 0 1-.5.5h-10.500a.5.5 0 0 1-.5-.5V4a.5.5 0 0 1 .5-.5zM14 3.500V8h4M9.500 12h5M9.500 15.500h5',
  },
  agenda: {
    label: '日程', tab: true,
    icon: 'M4.500 6.500h15V20h-15zM4.500 10.500h15M8.500 4v4M15.500 4v4',
    load: async me => { const { schedules, calendars } = await get('schedules?userid=' + me); return { schedules, calendars }; },
    data: state => [state.schedules, state.calendars], view: agenda,
  },
  bench: {
    label: '工作台', tab: true,
    icon: 'M4.500 4.500h6v6h-6zM13.500 4.500h6v6h-6zM4.500 13.500h6v6h-6zM13.500 13.500h6v6h-6z',
    load: async me => { const [boxes, own] = await Promise.all([get('approvals?userid=' + me), get('todos?userid=' + me)]); return { boxes, todos: own.todos }; },
    data: state => [state.boxes, state.todos], view: state => bench(state, tiles()),
  },
  approvals: {
    label: '审批', tone: 'orange',
    icon: 'M6 3.500h8l4 4V12M6 3.500V20.500h6M14 3.500V7.500h4M9 11h5M9 14.500h2.500M14.500 18l2 2 4-4.500',
    title: state => (state.path.length ? '审批详情' : '审批'), count: state => state.boxes?.todo.length,
    load: loadApprovals, data: state => [state.boxes, state.form], view: approvals, foot: approvalFoot,
  },
  todos: {
    label: '待办', tone: 'green',
    icon: 'M12 3.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 1 0 0-17M8.500 12.200l2.500 2.500 4.700-5',
    count: state => state.todos?.filter(todo => todo.status === 1 && todo.attendees.some(a => a.userid === state.me && a.status === 1)).length,
    load: async me => get('todos?userid=' + me), data: state => state.todos, view: todos,
  },
  ...OFFICE,
};

/** [name, screen] of everything the workbench opens. */
const tiles = () => Object.entries(SCREENS).filter(([, screen]) => !screen.tab);

export function icon(screen) {
  const make = tag => document.createElementNS('http://www.w3.org/2000/svg', tag);
  const svg = make('svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  const line = make('path');
  line.setAttribute('d', screen.icon);
  svg.append(line);
  return svg;
}
