// Replaces the file of the same name in Camunda's jar.
import locales from '../../tasklist/scripts/locales.js';

export default { locales, customScripts: ['../tasklist/scripts/signOn'], disableWelcomeMessage: true };
