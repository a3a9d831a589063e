// Replaces the file of the same name in Camunda's jar.
import locales, { app } from './locales.js';

export default {
  app: app('任务列表', 'Tasklist'),
  locales,
  customScripts: ['scripts/signOn', 'scripts/words', 'scripts/formWords', 'scripts/reported'],
  disableWelcomeMessage: true,
};
