// Replaces the file of the same name in Camunda's jar.
import locales from '../../tasklist/scripts/locales.js';

export default {
  app: { vendor: '问题闭环', name: '流程监控' },
  locales,
  customScripts: ['../tasklist/scripts/signOn'],
  disableWelcomeMessage: true,
};
