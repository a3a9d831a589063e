// Replaces the file of the same name in Camunda's jar.
import locales from './locales.js';

export default {
  app: { vendor: '问题闭环', name: '任务列表' },
  locales,
  customScripts: ['scripts/signOn', 'scripts/formWords'],
  disableWelcomeMessage: true,
};
