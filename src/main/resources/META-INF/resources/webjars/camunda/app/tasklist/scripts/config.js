// Replaces the file of the same name in Camunda's jar.
import locales from './locales.js';

export default { locales, customScripts: ['scripts/signOn'], disableWelcomeMessage: true };
