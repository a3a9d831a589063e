// Replaces the file of the same name in Camunda's jar.
import locales, { app, language } from '../../tasklist/scripts/locales.js';

const link = (href, [label, description]) => ({ href, label, description });
const texts =
  language === 'zh'
    ? [['问题闭环首页', '我的待办、问题和指标'], ['提报问题', '电脑和手机都可以'], ['全部问题', '查找、筛选、导出']]
    : [['IssueLoop', 'My work, issues and figures'], ['Report an issue', 'On a computer or a phone'], ['All issues', 'Search, filter, export']];

export default {
  app: app('欢迎', 'Welcome'),
  locales,
  links: ['/', '/m/report', '/issues'].map((href, index) => link(href, texts[index])),
  customScripts: ['signOn', 'home', 'words'].map((name) => `../tasklist/scripts/${name}`),
  disableWelcomeMessage: true,
};
