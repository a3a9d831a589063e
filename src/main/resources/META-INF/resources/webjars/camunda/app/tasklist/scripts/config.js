// Replaces the file of the same name in Camunda's jar.
export default {
  locales: { availableLocales: ['zh', 'en'], fallbackLocale: 'zh' },
  customScripts: ['scripts/signOn'],
  disableWelcomeMessage: true,
};
