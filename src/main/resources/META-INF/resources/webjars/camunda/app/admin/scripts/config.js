// Replaces the file of the same name in Camunda's jar.
import locales, { app } from '../../tasklist/scripts/locales.js';

export default {
  app: app('管理后台', 'Admin'),
  locales,
  customScripts: ['signOn', 'home', 'words'].map((name) => `../tasklist/scripts/${name}`),
  disableWelcomeMessage: true,
};
