import { admin, loadAdmin } from './admin.js';
import { drive, driveBack, driveTitle, loadDrive } from './drive.js';
import { formTitle, forms, loadForms } from './forms.js';
import { loadMeetings, meetings } from './meetings.js';
import { loadReports, reports, reportsTitle } from './reports.js';

/** The workbench's tiles beside approvals: see SCREENS. */
export const OFFICE = {
  drive: {
    label: '微盘', tone: 'teal', icon: 'M4.500 8.500 12 4.500l7.500 4-7.500 4zM4.500 12.500l7.500 4 7.500-4M4.500 16l7.500 4 7.500-4',
    load: loadDrive, data: state => state.drive, view: drive, title: driveTitle, back: driveBack,
  },
  meeting: {
    label: '会议', tone: 'blue', icon: 'M4.500 7.500a1.500 1.500 0 0 1 1.500-1.500h8a1.500 1.500 0 0 1 1.500 1.500v9a1.500 1.500 0 0 1-1.500 1.500H6a1.500 1.500 0 0 1-1.500-1.500zM15.500 10.500l4.500-2.500v8l-4.500-2.500',
    load: loadMeetings, data: state => state.meetings, view: meetings,
  },
  reports: {
    label: '汇报', tone: 'red', icon: 'M6.500 4.500h11v15h-11zM9.500 9h5M9.500 12h5M9.500 15h3',
    load: loadReports, data: state => state.reporting, view: reports, title: reportsTitle,
  },
  form: {
    label: '收集表', tone: 'violet', icon: 'M5.500 5h13v14h-13zM8.500 9.500l1 1 1.500-2M13.500 9.500h2.500M8.500 14.500l1 1 1.500-2M13.500 14.500h2.500',
    load: loadForms, data: state => state.forms, view: forms, title: formTitle,
  },
  admin: {
    label: '管理后台', tone: 'slate', icon: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 4v2.500M12 17.500V20M4 12h2.500M17.500 12H20M6.300 6.300l1.800 1.800M15.900 15.900l1.800 1.800M17.700 6.300l-1.800 1.800M8.100 15.900l-1.800 1.800',
    load: loadAdmin, data: state => [state.settings, state.members, state.departments, state.tags], view: admin, back: () => ['bench'],
  },
};
