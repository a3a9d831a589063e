// Replaces the file of the same name in Camunda's jar. What zh.json does not say yet stays English.
export default {
  locales: { availableLocales: ['zh', 'en'], fallbackLocale: 'en' },
  customScripts: ['../tasklist/scripts/signOn'],
  disableWelcomeMessage: true,
};
