// The language chosen on our own pages, otherwise the browser's. One language only: where a second
// is loaded to fill gaps, its dates get mixed in.
const chosen = /(?:^|;\s*)language=(en|zh)\b/.exec(document.cookie)?.[1];
export const language = chosen ?? (navigator.language.startsWith('en') ? 'en' : 'zh');

/** Who we are in the head of the page and the browser's tab. */
export const app = (chinese, english) =>
  language === 'zh' ? { vendor: '问题闭环', name: chinese } : { vendor: 'IssueLoop', name: english };

export default { availableLocales: [language], fallbackLocale: language };
