// One language only: where a second is loaded to fill gaps, its dates get mixed in.
const language = navigator.language.startsWith('en') ? 'en' : 'zh';

export default { availableLocales: [language], fallbackLocale: language };
