// Replaces the file of the same name in Camunda's jar.
import locales, { app } from '../../tasklist/scripts/locales.js';

export default {
  app: app('流程监控', 'Cockpit'),
  locales,
  customScripts: [...['signOn', 'home', 'words'].map((name) => `../tasklist/scripts/${name}`), 'scripts/variables'],
  disableWelcomeMessage: true,
};
