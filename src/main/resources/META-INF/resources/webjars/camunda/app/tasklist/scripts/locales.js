// The language chosen on our own pages, otherwise the browser's. One language only: where a second
// is loaded to fill gaps, its dates get mixed in.
const chosen = /(?:^|;\s*)language=(en|zh)\b/.exec(document.cookie)?.[1];
export const language = chosen ?? (navigator.language.startsWith('en') ? 'en' : 'zh');

/** Who we are in the head of the page and the browser's tab. */
export const app = (chinese, english) =>
  language === 'zh' ? { vendor: '问题闭环', name: chinese } : { vendor: 'IssueLoop', name: english };

/** Said calmly in Chinese; the English file has an advertisement here, with a link to leave by. */
const BANNER =
  'These pages are Camunda 7.24, its last community release. IssueLoop closes the known holes itself, see README.';

/**
 * The applications ask for some words before they have loaded any, and then show those of the last
 * visit: so today's lie where they look before they start.
 */
async function bringWords() {
  const folder = `${/^.*\/app\/\w+\//.exec(location.pathname)[0]}locales/`;
  const answer = await fetch(`${folder}${language}.json?bust=${window.bust}`);
  if (!answer.ok) return;
  const words = JSON.parse((await answer.text()).replace(/^\uFEFF/, ''));
  if (language === 'en') words.labels.BANNER_CE_EOL_TEXT = BANNER;
  const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
  kept[`${folder}_locales_data_${language}_${window.bust}`] = JSON.stringify(words);
  localStorage.setItem('camunda-web', JSON.stringify(kept));
}

await bringWords().catch(() => {}); // without them the applications load their own, a little later

export default { availableLocales: [language], fallbackLocale: language };
