// There are no passwords here, so the form Camunda shows to people who are not signed on would lead
// nowhere: who left is told so, and whose session has ended signs on again and comes back.
import { language } from './locales.js';

let leaving = false;
let page = '#/';

document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'; // or the browser draws some signs the Japanese way

function leave() {
  if (!location.hash.startsWith('#/login')) {
    page = location.hash;
  } else if (leaving) {
    location.replace('/logged-out');
  } else {
    history.replaceState(null, '', location.pathname + page);
    location.reload();
  }
}

addEventListener('click', (event) => {
  leaving ||= event.target.closest('.logout') !== null;
}, true);
addEventListener('hashchange', leave);
leave();
