// Replaces the file of the same name in Camunda's jar.
import locales, { app } from './locales.js';

export default {
  app: app('任务列表', 'Tasklist'),
  locales,
  customScripts: ['signOn', 'home', 'words', 'formWords', 'formLinks', 'reported'].map((name) => `scripts/${name}`),
  disableWelcomeMessage: true,
};
