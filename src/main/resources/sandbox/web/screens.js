import { get } from './api.js';
import { agenda } from './agenda.js';
import { bench } from './bench.js';
import { chat, chatMenu } from './chat.js';
import { OFFICE } from './office.js';

/**
 * What the phone can show, by the first part of the address (#/agenda).
 * icon: an SVG path of 24 × 24. tab: it has a place in the bar at the bottom; without, the workbench
 * has a tile for it in the given tone. load(me, rest of the address): what the state takes over
 * before view(state) draws it; title, view and foot may be asked again with other data.
 */
export const SCREENS = {
  chat: {
    label: '消息', tab: true,
    icon: 'M4 6.500A2.500 2.500 0 0 1 6.500 4h11A2.500 2.500 0 0 1 20 6.500v7a2.500 2.500 0 0 1-2.500 2.500H11l-4.500 4v-4A2.500 2.500 0 0 1 4 13.500z',
    title: state => state.appName, subtitle: () => '应用消息', sticksToEnd: true,
    load: async me => { const { messages, app } = await get('messages?userid=' + me); return { messages, appName: app }; },
    data: state => state.messages, view: chat, foot: chatMenu,
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
    view: state => bench(state, tiles()),
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
