// What a process variable means, under its name: Cockpit's tables know the name only.
import { language } from '../../tasklist/scripts/locales.js';

const NAMES = 'table.cam-table tbody td.col-name, table.cam-table tbody td.variable-name';

async function meanings() {
  const answer = await fetch('/api/models/words', { headers: { Accept: 'application/json' } });
  return answer.ok ? (await answer.json()).variables : {};
}

function explain(all) {
  document.querySelectorAll(NAMES).forEach((cell) => {
    const meaning = all[cell.textContent.trim()] ?? '';
    if ((cell.dataset.meaning ?? '') === meaning) return;
    if (meaning) cell.dataset.meaning = meaning;
    else delete cell.dataset.meaning;
  });
}

if (language === 'zh') {
  meanings().then((all) => {
    new MutationObserver(() => explain(all)).observe(document.body, { childList: true, characterData: true, subtree: true });
    explain(all);
  });
}
